"""Score what the pipeline claims against the corpus: clause, status, source, roles and figures.

    python benchmarks/claims.py corpus/claims/nl-dev-*.txt [--errors FILE] [--json]
    python benchmarks/claims.py --polnear FILE.jsonl [--json]

Every passage is read as an article of its own, with the language of its id and one date for all, as real articles have one
(an early day of a year, so that months named in the present tense lie ahead; a Wednesday). Measures:

- clause: a gold claim is found when a claim covers at least half of its words and has at least 0.4 of its own words inside
  (one to one, best pairs first). Words of a source or a cue, and those of another claim nested inside, count for neither side.
- status: macro-F1 over the statuses that stand in the gold; a gold claim not found counts as missed, extra claims are apart.
- source: F1 of words, per gold claim; where a source is named in several places, the place nearest to what was found counts.
  content: F1 of the words that lie in any attributed claim of the passage, extra claims included.
- unsourced: share of the found claims in the paper's own voice to which no source, and no hearsay, was given.
- source kind: of the sources found. hearsay: share of gold hearsay told as source "". Roles and figures: those of claims not
  found count as wrong; texts of roles share at least half of the words of the shorter; figures agree in both bounds.
- PolNeAR (https://aclanthology.org/L18-1524/): content by words, and by stretches that touch one of the other side. What is
  found runs from the first to the last word of the claims of one source in a sentence, without the source and the cue.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from corpus import HEARSAY, GoldClaim, GoldFigure, Passage, Stretch
from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Attribution, Claim, Quantity, Reading, Status
from dateline.ports import Reader
from dateline.reader import load

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
DAY = edtf.read("2025-02-12")

_COVERED, _INSIDE = 0.5, 0.4


@dataclass(slots=True)
class Score:
    """Hits of how many, by measure; word counts (right, found, gold) of the F1 measures; and what went wrong, by kind."""

    shares: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def count(self, measure: str, right: bool, error: str = "") -> None:
        """One case of a measure, with what to write where it is wrong."""
        self.shares[measure][0] += right
        self.shares[measure][1] += 1
        if not right and error:
            self.errors.append((measure, error))

    def add(self, measure: str, found: Set[int], gold: Set[int]) -> None:
        """Words found and words of the gold, for a measure in F1."""
        for i, n in enumerate((len(found & gold), len(found), len(gold))):
            self.words[measure][i] += n


class Ruler:
    """Stretches of one text as sets of word numbers."""

    def __init__(self, text: str) -> None:
        self.at = [(m.start(), m.end()) for m in _WORD.finditer(text)]

    def __call__(self, start: int, end: int) -> frozenset[int]:
        """The words that a half-open stretch touches."""
        return frozenset(i for i, (s, e) in enumerate(self.at) if s < end and start < e)

    def of(self, stretch: Stretch) -> frozenset[int]:
        """The words of a stretch of the gold."""
        return self(stretch.start, stretch.end)


def neutral(passage: Passage, gold: GoldClaim, ruler: Ruler) -> frozenset[int]:
    """Words inside a gold claim that count for neither side: sources, cues, and claims nested in it."""
    inner = [c.at for c in passage.claims if c is not gold and gold.at.start <= c.at.start and c.at.end <= gold.at.end]
    out = _words([*inner, *_marks(passage)], ruler) & ruler.of(gold.at)
    return out if ruler.of(gold.at) - out else frozenset()


def _marks(passage: Passage) -> list[Stretch]:
    """Where sources and cues stand."""
    return [s.at for s in passage.sources] + [c.at for c in passage.cues]


def _words(stretches: Iterable[Stretch], ruler: Ruler) -> frozenset[int]:
    return frozenset(w for at in stretches for w in ruler.of(at))


def match(passage: Passage, claims: Sequence[Claim], ruler: Ruler) -> dict[int, int]:
    """Gold claim number -> claim number, one to one, best pairs first."""
    pairs = []
    for g, gold in enumerate(passage.claims):
        out = neutral(passage, gold, ruler)
        own = ruler.of(gold.at) - out
        for k, claim in enumerate(claims):
            words = ruler(claim.span.start, claim.span.end) - out
            if not words or not own:
                continue
            covered, inside = len(own & words) / len(own), len(own & words) / len(words)
            if covered >= _COVERED and inside >= _INSIDE:
                pairs.append((-(covered + inside), g, k))
    found: dict[int, int] = {}
    for _, g, k in sorted(pairs):
        if g not in found and k not in found.values():
            found[g] = k
    return found


def sources_of(claim: Claim, ruler: Ruler) -> frozenset[int]:
    """Words of all sources given to a claim."""
    return frozenset(w for a in claim.attribution if a.span for w in ruler(a.span.start, a.span.end))


def _gold_source(passage: Passage, gold: GoldClaim, found: Set[int], ruler: Ruler) -> frozenset[int]:
    """Words of the gold sources of a claim: of each the place that shares most with what was found, else the last one
    before the claim ends, else the first."""
    chosen: set[int] = set()
    for number in gold.sources:
        places = [s.at for s in passage.sources if s.number == number]
        if not places:
            continue
        shared = max(places, key=lambda at: len(ruler.of(at) & found))
        before = [at for at in places if at.start < gold.at.end]
        chosen |= ruler.of(shared if ruler.of(shared) & found else (before or places)[-1 if before else 0])
    return frozenset(chosen)


def score_passage(passage: Passage, claims: Sequence[Claim], score: Score) -> None:
    """Add one passage to the score."""
    ruler = Ruler(passage.text)
    found = match(passage, claims, ruler)
    for g, gold in enumerate(passage.claims):
        claim = claims[found[g]] if g in found else None
        where = f"{passage.id} {passage.text[gold.at.start : gold.at.end]!r}"
        score.count("clause found", claim is not None, where)
        score.statuses[gold.status, claim.status if claim else ""] += 1
        if claim and claim.status != gold.status:
            wrong = f"{gold.status} read as {claim.status}"
            score.errors.append(("status", f"{wrong:24} {where} ({claim.span.quote!r}: {claim.status_why})"))
        _sources(passage, gold, claim, ruler, score, where)
        _roles(passage, gold, claim, ruler, score, where)
        for figure in gold.figures:
            told = [q for q in (claim.quantities if claim else ()) if _same_figure(figure, q)]
            seen = [(q.span.quote, q.value, q.low, q.high) for q in (claim.quantities if claim else ())]
            words = passage.text[figure.at.start : figure.at.end]
            score.count("figures", bool(told), f"{words!r} {figure.low}..{figure.high}, found {seen}: {where}")
    extra = [c for k, c in enumerate(claims) if k not in found.values()]
    score.shares["extra claims"][0] += len(extra)
    score.shares["extra claims"][1] += len(passage.claims)
    score.errors.extend(("extra claims", f"{passage.id} {c.span.quote!r}") for c in extra)
    _content(passage, claims, ruler, score)


def _sources(passage: Passage, gold: GoldClaim, claim: Claim | None, ruler: Ruler, score: Score, where: str) -> None:
    given = sources_of(claim, ruler) if claim else frozenset()
    words = _gold_source(passage, gold, given, ruler)
    score.add("source", given, words)
    if claim is None:
        return
    said = [(a.source, str(a.kind), a.cue) for a in claim.attribution]
    if not gold.sources:
        score.count("unsourced", not claim.attribution, f"found {said}: {where}")
        return
    wanted = [passage.text[s.at.start : s.at.end] for s in passage.sources if s.number in gold.sources]
    if HEARSAY in gold.sources:
        score.count("hearsay", any(not a.source for a in claim.attribution), f"found {said}: {where}")
    if words and not given & words:
        score.errors.append(("source", f"wanted {wanted}, found {said}: {where}"))
    for number in sorted(set(gold.sources) - {HEARSAY}):
        _kind(passage, number, claim.attribution, ruler, score, where)


def _kind(passage: Passage, number: int, given: Iterable[Attribution], ruler: Ruler, score: Score, where: str) -> None:
    named = [s for s in passage.sources if s.number == number]
    words = frozenset(w for s in named for w in ruler.of(s.at))
    told = [a for a in given if a.span and ruler(a.span.start, a.span.end) & words]
    if told:
        right = any(a.kind == named[0].kind for a in told)
        wrong = f"{named[0].kind} read as {told[0].kind}"
        score.count("source kind", right, f"{wrong:24} {told[0].source!r}: {where}")


def _roles(passage: Passage, gold: GoldClaim, claim: Claim | None, ruler: Ruler, score: Score, where: str) -> None:
    for role in gold.roles:
        own = ruler.of(role.at)
        told = [(p.role, p.text, ruler(p.span.start, p.span.end)) for p in (claim.participants if claim else ())]
        near = [(r, text) for r, text, words in told if 2 * len(words & own) >= max(1, min(len(words), len(own)))]
        text = passage.text[role.at.start : role.at.end]
        right = any(r == role.role for r, _ in near)
        score.count("roles", right, f"{role.role} {text!r}, found {near or [x[:2] for x in told]}: {where}")


def _same_figure(gold: GoldFigure, found: Quantity) -> bool:
    """Both bounds agree where the words touch. An estimate may carry bounds of its own around the value."""
    if found.span.end <= gold.at.start or gold.at.end <= found.span.start:
        return False
    if gold.low == gold.high:
        return found.value == gold.low or (found.value is None and found.low == found.high == gold.low)
    if gold.high is None:
        return found.low == gold.low and found.high is None
    if gold.low is None:
        return found.high == gold.high and not found.low
    return (found.low, found.high) == (gold.low, gold.high)


def _content(passage: Passage, claims: Sequence[Claim], ruler: Ruler, score: Score) -> None:
    marks = _words(_marks(passage), ruler)
    gold = _attributed((ruler.of(c.at), bool(c.sources)) for c in passage.claims)
    found = _attributed((ruler(c.span.start, c.span.end), bool(c.attribution)) for c in claims)
    score.add("content", found - marks, gold - marks)


def _attributed(stretches: Iterable[tuple[frozenset[int], bool]]) -> frozenset[int]:
    """Words whose innermost claim has a source: the paper's own parenthesis inside a report is no content."""
    innermost: dict[int, bool] = {}
    for words, cited in sorted(stretches, key=lambda x: -len(x[0])):
        innermost |= dict.fromkeys(words, cited)
    return frozenset(w for w, cited in innermost.items() if cited)


# --- PolNeAR ---------------------------------------------------------------------------------------------------------


def polnear(path: Path, reader: Reader | None = None) -> Score:
    """Content found in sentences of PolNeAR; those of one document are read as one article, the first as its heading."""
    documents: dict[str, list[dict[str, list[str]]]] = defaultdict(list)
    language = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        documents[row["doc"]].append(row)
        language[row["doc"]] = row["lang"]
    score = Score()
    for name, rows in documents.items():
        text, gold_at = _rejoined(rows)
        reading = analyse(Article(name, text, lang=language[name]), trained=reader).reading
        ruler = Ruler(text)
        gold = [w for w in (ruler(s, e) for s, e in gold_at) if w]
        found = _contents(reading, ruler)
        every = frozenset[int]().union
        score.add("content", every(*found), every(*gold))
        for stretch in gold:
            score.count("stretch recall", any(stretch & f for f in found), "")
        for stretch in found:
            score.count("stretch precision", any(stretch & g for g in gold), "")
    return score


def _rejoined(rows: Sequence[dict[str, list[str]]]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a document, and where its contents stand."""
    text, contents = "", []
    for number, row in enumerate(rows):
        start = -1
        for word, blank, label in zip(row["words"], row["space"], row["att"], strict=True):
            if start >= 0 and label != "I-CON":
                contents.append((start, len(text.rstrip())))
                start = -1
            if label.endswith("CON") and start < 0:
                start = len(text)
            text += word + (" " if blank else "")
        if start >= 0:
            contents.append((start, len(text.rstrip())))
        text = text.rstrip() + ("\n\n" if number == 0 else " ")
    return text.rstrip(), contents


def _contents(reading: Reading, ruler: Ruler) -> list[frozenset[int]]:
    """Per sentence and source the words from its first to its last claim, without the words that name the source."""
    spoken: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.attribution and claim.sentence:
            spoken[claim.sentence.start, claim.attribution[0].source].append(claim)
    found = []
    for claims in spoken.values():
        words = ruler(min(c.span.start for c in claims), max(c.span.end for c in claims))
        found.append(words - frozenset(w for c in claims for w in sources_of(c, ruler)))
    return [f for f in found if f]


# --- figures and what is written -------------------------------------------------------------------------------------


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (found + gold) if right else 0.0


def status_f1(statuses: Counter[tuple[str, str]]) -> dict[str, float]:
    """F1 of every status that stands in the gold."""
    by = {}
    for status in Status:
        gold = sum(n for (g, _), n in statuses.items() if g == status)
        found = sum(n for (_, f), n in statuses.items() if f == status)
        if gold:
            by[str(status)] = f1(statuses[status, status], found, gold)
    return by


def report(score: Score) -> dict[str, float]:
    """Every measure, in per cent."""
    figures = {}
    by = status_f1(score.statuses)
    if by:
        figures["status macro-F1"] = 100 * sum(by.values()) / len(by)
        figures |= {f"  {name}": 100 * value for name, value in by.items()}
    figures |= {f"{name} F1": 100 * f1(*counts) for name, counts in score.words.items()}
    figures |= {name: 100 * n / m for name, (n, m) in score.shares.items() if m}
    precision, recall = figures.get("stretch precision"), figures.get("stretch recall")
    if precision and recall:
        figures["stretch F1"] = 2 * precision * recall / (precision + recall)
    return {name: round(value, 1) for name, value in figures.items()}


def article(passage: Passage) -> Article:
    """A passage as an article of the benchmark's day."""
    return Article(passage.id, passage.text, lang=passage.lang, published=DAY)


def run(
    passages: Sequence[Passage], reader: Reader | None = None, clock: Callable[[], float] = time.process_time
) -> tuple[Score, float]:
    """The score of all passages, and tokens per CPU second of reading them. Tables are compiled before the clock starts."""
    for code in {p.lang for p in passages}:
        analyse(next(article(p) for p in passages if p.lang == code), trained=reader)
    before = clock()
    readings = [analyse(article(p), trained=reader).reading for p in passages]
    seconds = clock() - before
    score = Score()
    for passage, reading in zip(passages, readings, strict=True):
        score_passage(passage, reading.claims, score)
    tokens = sum(len(_TOKEN.findall(p.text)) for p in passages)
    return score, tokens / seconds if seconds else 0.0


def main() -> int:
    """Score, print, write errors; 1 where a corpus file has faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--errors", type=Path, help="write what is wrong, sorted by kind of error")
    parser.add_argument("--polnear", type=Path, help="score content on a PolNeAR file instead")
    parser.add_argument("--no-model", action="store_true", help="rules alone")
    parser.add_argument("--json", action="store_true", help="one object instead of lines")
    options = parser.parse_args()
    reader, problems = load(not options.no_model)
    for problem in problems:
        print(problem.message, file=sys.stderr)
    figures: dict[str, float] = {}
    if options.polnear:
        figures = report(polnear(options.polnear, reader))
    passages, faults = corpus.read(options.files)
    for fault in faults:
        print(fault, file=sys.stderr)
    if passages:
        score, speed = run(passages, reader)
        figures |= report(score) | {"tokens/s": round(speed)}
        if options.errors:
            lines = [f"{kind}: {what}\n" for kind, what in sorted(score.errors)]
            options.errors.write_text("".join(lines), encoding="utf-8")
    print(json.dumps(figures) if options.json else "\n".join(f"{k:20} {v:8}" for k, v in figures.items()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
