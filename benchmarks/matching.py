"""How much of what several papers tell alike the program puts together.

    python benchmarks/matching.py corpus/matching/dev [--no-model] [--verbose]

A part of `corpus/matching` holds situations, each told by three or four papers, with clauses numbered by what they tell of. All
articles of a part are read as one collection. Printed are: how many situations became one story whole, and of the pairs of
articles put into one story how many belong together; and of the pairs of clauses with one number in two articles how many are
related, and of the relations between numbered clauses how many join one number. What a relation says is not asked here.
`--verbose` prints the wrong relations: not for the test part.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

_REPORT = re.compile(r"-- (?P<lang>[a-z]{2}) (?P<date>\d{4}-\d\d-\d\d)")
_MARK = re.compile(r"\{(?P<number>\d+)(?P<chapter>[a-z]?) (?P<clause>[^{}]+)\}")

_COVERED, _FILLED = 0.5, 0.4
"""Shares of the numbered clause and of the claim that must lie in both, for the claim to be that clause."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A clause: what it tells of, which chapter of that, and where it stands in its article's text."""

    number: int
    chapter: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One paper's article. `text` is without the marks."""

    lang: str
    date: str
    title: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What several papers tell of. `name` is its file, its number and its heading."""

    name: str
    reports: tuple[Report, ...]


def folder(part: str) -> Path:
    """Where a part of the corpus lies: train, dev or test."""
    return Path(__file__).parents[1] / "corpus" / "matching" / part


def situations(part: Path) -> list[Situation]:
    """All of a part. Raises `ValueError` where a file is not in the notation of docs/matching-corpus.md."""
    return [situation for file in sorted(part.glob("*.txt")) for situation in _situations(file)]


def _situations(file: Path) -> Iterator[Situation]:
    for block in re.split(r"(?m)^== ", file.read_text(encoding="utf-8"))[1:]:
        heading, _, rest = block.partition("\n")
        reports = tuple(_reports(f"{file.name}: {heading}", rest))
        if not reports:
            raise ValueError(f"{file.name}: {heading}: an article was expected, found none")
        yield Situation(f"{file.stem}/{heading}", reports)


def _reports(where: str, text: str) -> Iterator[Report]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    starts = [at for at, line in enumerate(lines) if line.startswith("-- ")]
    for start, end in pairwise([*starts, len(lines)]):
        head = _REPORT.fullmatch(lines[start])
        if head is None or not lines[start + 1].startswith("# "):
            raise ValueError(f"{where}: '-- LANGUAGE YYYY-MM-DD' and '# TITLE' were expected, found {lines[start]!r}")
        plain, marks = _marks(" ".join(lines[start + 2 : end]))
        if set("{}") & set(plain):
            raise ValueError(f"{where}: a brace that belongs to no mark, in the article of {head['date']}")
        yield Report(head["lang"], head["date"], lines[start + 1].removeprefix("# "), plain, tuple(marks))


def _marks(text: str) -> tuple[str, list[Mark]]:
    plain, at, marks = "", 0, []
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        marks.append(Mark(int(mark["number"]), mark["chapter"], len(plain), len(plain) + len(mark["clause"])))
        plain, at = plain + mark["clause"], mark.end()
    return plain + text[at:], marks


def brief(given: Sequence[Situation], options: Sequence[str]) -> dict[str, Any]:
    """The program's answer to all articles together, one a line of a file in the order of the situations and their reports."""
    with tempfile.TemporaryDirectory() as name:
        texts, out = Path(name, "reports.jsonl"), Path(name, "brief.json")
        with texts.open("w", encoding="utf-8") as file:
            for report in (report for situation in given for report in situation.reports):
                row = {"date": report.date, "title": report.title, "text": report.text, "language": report.lang}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        program = "import sys; from dateline.start import main; sys.exit(main())"
        command = [sys.executable, "-c", program, "brief", str(texts), "--quiet", "--json", str(out), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        answer: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        if failed := [p["message"] for p in answer["problems"] if p["code"] == "read-failed"]:
            raise RuntimeError(f"{len(failed)} articles could not be read: {failed[0]}")
        return answer


Place = tuple[int, int]
"""A situation and a report of it."""


def numbered(report: Report, quotes: Sequence[tuple[str, str]]) -> dict[str, Mark]:
    """The mark of each claim (id, quote) that is a numbered clause; each mark has one claim at most, the likest."""
    fits = []
    for claim, quote in quotes:
        start = report.text.find(quote)
        for mark in report.marks if start >= 0 else ():
            shared = min(mark.end, start + len(quote)) - max(mark.start, start)
            covered, filled = shared / (mark.end - mark.start), shared / len(quote)
            if covered >= _COVERED and filled >= _FILLED:
                fits.append((-covered - filled, claim, mark))
    best: dict[str, Mark] = {}
    for _, claim, mark in sorted(fits, key=lambda fit: fit[:2]):
        if claim not in best and mark not in best.values():
            best[claim] = mark
    return best


@dataclass(frozen=True, slots=True)
class Found:
    """What the program made of the situations. `home`: the story of each article; `related`: kind of relation, and on either
    side the article and the clause."""

    home: dict[Place, str]
    clauses: int
    related: tuple[tuple[str, tuple[Place, Mark], tuple[Place, Mark]], ...]


def found(given: Sequence[Situation], answer: dict[str, Any]) -> Found:
    """An answer by the situations' own places."""
    places = [(i, j) for i, situation in enumerate(given) for j in range(len(situation.reports))]
    place = {a["id"]: places[int(str(a["path"]).rpartition(":")[2]) - 1] for a in answer["articles"]}
    home = {place[a]: story["id"] for story in answer["stories"] for a in story["articles"]}
    quotes: dict[Place, list[tuple[str, str]]] = {}
    for claim in answer["claims"]:
        quotes.setdefault(place[claim["article"]], []).append((claim["id"], claim["quote"]))
    marks = {
        claim: (at, mark)
        for at, own in sorted(quotes.items())
        for claim, mark in numbered(given[at[0]].reports[at[1]], own).items()
    }
    related = []
    for relation in answer["relations"]:
        sides = [marks[relation[side]] for side in ("left", "right") if relation[side] in marks]
        if len(sides) == 2 and sides[0][0] != sides[1][0]:
            one, other = sorted(sides, key=lambda side: side[0])
            related.append((str(relation["kind"]), one, other))
    return Found(home, len(marks), tuple(related))


def asked(given: Sequence[Situation]) -> Counter[bool]:
    """Pairs of clauses with one number in two articles: how many of one chapter (True), how many of two."""
    count: Counter[bool] = Counter()
    for situation in given:
        for one, other in combinations(situation.reports, 2):
            chapters = ({(m.number, m.chapter) for m in report.marks} for report in (one, other))
            count.update(a == b for a, b in product(*chapters) if a[0] == b[0])
    return count


def main() -> None:
    """Read, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("--no-model", action="store_true", help="brief without the trained models")
    parser.add_argument("--verbose", action="store_true", help="print each wrong relation")
    options = parser.parse_args()
    given = situations(options.part)
    made = found(given, brief(given, ["--no-model"] if options.no_model else []))
    whole = sum(len({made.home[i, j] for j in range(len(s.reports))}) == 1 for i, s in enumerate(given))
    pairs = Counter((a[0] == b[0], made.home[a] == made.home[b]) for a, b in combinations(sorted(made.home), 2))
    print(f"one story whole         {whole:5} of {len(given)}")
    print(f"articles put together   {pairs[True, True]:5} of {pairs[True, True] + pairs[True, False]}")
    print(f"put together wrongly    {pairs[False, True]:5}")
    print(f"clauses found           {made.clauses:5} of {sum(len(r.marks) for s in given for r in s.reports)}")
    right, wrong = set(), []
    for kind, one, other in made.related:
        if one[0][0] == other[0][0] and one[1].number == other[1].number:
            right.add((one[0], other[0], one[1].number, one[1].chapter, other[1].chapter))
        else:
            wrong.append((kind, one, other))
    chapters = Counter(a == b for _, _, _, a, b in right)
    print(f"one thing told twice    {chapters[True]:5} of {asked(given)[True]}")
    print(f"its next chapter        {chapters[False]:5} of {asked(given)[False]}")
    print(f"related wrongly         {len(wrong):5}")
    for kind, one, other in wrong if options.verbose else ():
        print(f"  {given[one[0][0]].name}: {kind}")
        for (situation, report), mark in (one, other):
            print(f"    {given[situation].reports[report].text[mark.start : mark.end]}")


if __name__ == "__main__":
    main()
