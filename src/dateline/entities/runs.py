"""Runs of capitalised words, and what of them is a name. The rules stand in the order in which they decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.entities.lexicon import Form
from dateline.entities.lines import Line, Unit, Usage
from dateline.entities.tables import CUE_KINDS, Rules, given

Run = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A name or other referring words before anything is decided about what they refer to.

    Words `first` to `last` of a line. `forms` are the known things it may be; none for an unknown name, whose kind
    the reasons explain. `role` is how it speaks, where a cue said so.
    """

    line: Line
    first: int
    last: int
    kind: str
    forms: tuple[Form, ...] = ()
    role: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.line.start(Unit(self.first, self.last))

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.line.end(Unit(self.first, self.last))

    @property
    def key(self) -> str:
        """Its folded words."""
        return self.line.phrase(self.first, self.last)

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.line.text[self.start : self.end]


def names(line: Line, rules: Rules, usage: Usage) -> list[Found]:
    """Every name and demonym of a line, in order."""
    found: list[Found] = []
    rest = _runs(line, rules)
    while rest:
        run, *rest = rest
        if not line.headline:
            run, rest = _joined(line, rules, run, rest)
        found.extend(_headline(line, run, usage) if line.headline else _decide(line, rules, usage, run))
    return found


def _runs(line: Line, rules: Rules) -> list[Run]:
    """Maximal sequences of capitalised units; every demonym and every known name in small letters is its own."""
    runs: list[Run] = []
    current: list[Unit] = []
    for unit in line.units:
        if current and not (_nameable(line, rules, unit) and _continues(line, rules, current, unit)):
            runs.append(tuple(current))
            current = []
        if unit.forms or _nameable(line, rules, unit):
            current.append(unit)
    if current:
        runs.append(tuple(current))
    return runs


def _nameable(line: Line, rules: Rules, unit: Unit) -> bool:
    word = line.words[unit.first]
    return word.capital and (bool(unit.forms) or word.text not in rules.never)


def _continues(line: Line, rules: Rules, current: list[Unit], unit: Unit) -> bool:
    """Whether a unit goes on with the run before it: a blank, a hyphen between unknown words, a dot after an initial."""
    gap, before = line.gap(unit.first), current[-1]
    if not _nameable(line, rules, before):
        return False
    if before.forms and before.forms[0].demonym:
        # A demonym and one cue are a name ("Korean War"); a demonym before more is an adjective.
        after = line.words[unit.last] if unit.last < len(line.words) else None
        alone = after is None or not after.capital or not line.gap(unit.last).isspace()
        return gap == " " and len(current) == 1 and alone and _cue(line, rules, unit.first) != ""
    if unit.forms and unit.forms[0].demonym:
        return False
    if gap in ("-", "‑", "‐"):
        return not before.forms and not unit.forms
    initial = len(line.words[before.last - 1].text) == 1 or line.phrase(before.first, before.last) in rules.titles
    return gap in (" ", "\n", "\u00a0", " & ") or (gap in (". ", ".") and initial)


def _cue(line: Line, rules: Rules, index: int) -> str:
    """The cue table that word `index`, alone or with the one before it, stands in."""
    return rules.cues.get(line.phrase(index - 1, index + 1), "") or rules.cues.get(line.words[index].key, "")


def _cue_of(line: Line, rules: Rules, first: int, last: int) -> str:
    """What a name is by its cues: its last word decides, else the first that is a cue."""
    order = [last - 1, *range(first, last - 1)]
    return next((cue for i in order if (cue := rules.cues.get(line.words[i].key, ""))), "")


def _joined(line: Line, rules: Rules, run: Run, rest: list[Run]) -> tuple[Run, list[Run]]:
    """The run with those after it that small words join to it."""
    while rest and (join := _join(line, rules, run, rest[0])):
        between = tuple(Unit(i, i + 1) for i in range(run[-1].last, rest[0][0].first))
        run, rest = (*run, *between, *rest[0]), rest[1:]
        if join == "person":
            break
    return run, rest


def _join(line: Line, rules: Rules, run: Run, following: Run) -> str:
    """How two runs belong to one name: "head" for a cue, "person" for a person's name, "" not at all."""
    first, last, end = run[0].first, run[-1].last, following[-1].last
    phrase = line.phrase(last, following[0].first)
    blank = all(line.gap(i) == " " for i in range(last, following[0].first + 1) if i < len(line.words))
    lone = len(run) == 1 and bool(run[0].forms)
    if not blank or (following[0].forms[:1] and following[0].forms[0].demonym):
        # "Bank & Co": the ampersand is no word, so nothing stands between but the gap.
        return ""
    if phrase in rules.person_joins and len(run) <= 2 and not lone and end - following[0].first <= 3:
        known = line.words[first].key in given()[0] or bool(_title_before(line, rules, first))
        if known or " " in phrase or phrase not in rules.joins:
            return "" if _cue_of(line, rules, first, last) else "person"
    head = rules.cues.get(line.words[first].key, "") or rules.cues.get(line.words[last - 1].key, "")
    if phrase in rules.joins and head and not lone:
        return "head"
    if phrase in rules.conjunctions and not lone and not run[-1].forms:
        joined_head = rules.cues.get(line.words[first].key, "") != "" and last - first > 1
        tail = end - following[0].first > 1 and rules.cues.get(line.words[end - 1].key, "") != ""
        return "head" if joined_head or (tail and last - first == 1 and not line.opens(first)) else ""
    return ""


def _title_before(line: Line, rules: Rules, first: int) -> str:
    """The title right before word `first`, "" where there is none."""
    for size in (3, 2, 1):
        phrase = line.phrase(first - size, first)
        if phrase in rules.titles and line.gap(first) in (" ", ". "):
            return phrase
    return ""


def _headline(line: Line, run: Run, usage: Usage) -> Iterator[Found]:
    """In title case only what is known, or what the running text shows to be a name, is one."""
    for unit in run:
        word = line.words[unit.first]
        if unit.forms:
            yield _known(line, unit)
        elif word.key in usage.capital and word.key not in usage.small and not word.text.isdigit():
            yield Found(line, unit.first, unit.last, "ORG", reasons=("a name in the running text",))


def _known(line: Line, unit: Unit) -> Found:
    return Found(line, unit.first, unit.last, unit.forms[0].kind, unit.forms)


def _decide(line: Line, rules: Rules, usage: Usage, run: Run) -> Iterator[Found]:
    """The names in a run."""
    run = _stripped(line, rules, usage, run)
    if not run:
        return
    if all(unit.forms for unit in run) and not (len(run) > 1 and _compound(line, rules, run)):
        yield from (_known(line, unit) for unit in run)
        return
    split = _split_at_title(line, rules, run)
    if split:
        left, right = split
        if left:
            yield from _decide(line, rules, usage, left)
        yield Found(line, right[0].first, right[-1].last, "PER", reasons=("a title stands before it",))
        return
    yield from _mixed(line, rules, usage, run)


def _compound(line: Line, rules: Rules, run: Run) -> bool:
    """Known names in a row are one name where the first is a demonym and the last a cue, or joined by small words."""
    return run[0].forms[0].demonym and _cue(line, rules, run[-1].first) != ""


def _stripped(line: Line, rules: Rules, usage: Usage, run: Run) -> Run:
    """The run without a first word that has its capital from its place alone."""
    first = run[0]
    word = line.words[first.first]
    if first.forms or not line.opens(first.first) or word.acronym or any(c.isupper() for c in word.text[1:]):
        return run
    named, small = word.key in usage.capital, word.key in usage.small or word.key in rules.openers
    if len(run) == 1:
        return run if named and not small else ()
    if small or (run[1].forms and not named and word.key not in given()[0]):
        return run[1:]
    return run


def _split_at_title(line: Line, rules: Rules, run: Run) -> tuple[Run, Run] | None:
    """The run before a title and the person after it: "Mexico | Health Minister | José Córdova"."""
    for at in range(len(run) - 1, 0, -1):
        right = run[at:]
        size = next(
            (n for n in (3, 2, 1) if n <= at and line.phrase(run[at - n].first, run[at - 1].last) in rules.titles), 0
        )
        if not size or run[at - 1].forms:
            continue
        if len(right) <= 5 and not right[0].forms and not _cue_of(line, rules, right[0].first, right[-1].last):
            return run[: at - size], right
    return None


def _mixed(line: Line, rules: Rules, usage: Usage, run: Run) -> Iterator[Found]:
    """A run with unknown words in it: one name, or known names with something beside them."""
    first, last = run[0].first, run[-1].last
    cue = _cue_of(line, rules, first, last)
    if last - first == 1:
        yield from _single(line, rules, usage, run[0], cue)
        return
    if cue:
        yield Found(
            line, first, last, CUE_KINDS[cue], role=_role(cue), reasons=(f"its word for {cue} says what it is",)
        )
        return
    if line.phrase(first, last) in rules.titles:
        return
    unsure_only = all(not u.forms or u.forms[0].kind == "LOC" for u in run)
    if any(u.forms for u in run) and not unsure_only:
        for part in _apart(run):
            yield from _decide(line, rules, usage, part)
        return
    yield _unknown(line, rules, run)


def _apart(run: Run) -> Iterator[Run]:
    """Known names by themselves, unknown words between them together."""
    current: list[Unit] = []
    for unit in run:
        if unit.forms:
            if current:
                yield tuple(current)
            current = []
            yield (unit,)
        else:
            current.append(unit)
    if current:
        yield tuple(current)


def _role(cue: str) -> str:
    return cue if cue in ("official", "operator", "paper", "agency", "expert") else ""


def _single(line: Line, rules: Rules, usage: Usage, unit: Unit, cue: str) -> Iterator[Found]:
    """One unknown word: a name unless it is a plain noun with a capital."""
    word = line.words[unit.first]
    if cue or word.key in rules.titles or len(word.text) < 2 or word.text.isdigit():
        return
    if word.key in usage.small and not word.acronym:
        return
    found = _unknown(line, rules, (unit,))
    yield replace(found, kind="MISC") if word.acronym and any(c.isdigit() for c in word.text) else found


def _unknown(line: Line, rules: Rules, run: Run) -> Found:
    """An unknown name without a cue in it: the words before it, or its first word, say what it is."""
    first, last = run[0].first, run[-1].last
    words = line.words[first:last]
    before = line.words[first - 1].key if first and line.gap(first) == " " else ""
    cue = rules.cues.get(before, "") or rules.cues.get(line.phrase(first - 2, first), "")
    if _title_before(line, rules, first):
        return Found(line, first, last, "PER", reasons=("a title stands before it",))
    if words[0].key in given()[0] and len(words) > 1:
        return Found(line, first, last, "PER", reasons=("it starts with a given name",))
    if words[0].key in given()[1] and 1 < len(words) < 4 and not run[0].forms:
        return Found(line, first, last, "PER", reasons=("it starts with a family name that stands first",))
    if cue:
        return Found(line, first, last, CUE_KINDS[cue], role=_role(cue), reasons=(f"the word for {cue} before it",))
    if any(w.key in rules.person_joins for w in words[1:-1]):
        return Found(line, first, last, "PER", reasons=("a small word of personal names is in it",))
    if before in rules.locative and len(words) < 3 and not any(w.acronym for w in words):
        return Found(line, first, last, "LOC", reasons=("a preposition of place stands before it",))
    if len(words) == 2 and all(w.text.isalpha() and not w.acronym for w in words) and not any(u.forms for u in run):
        return Found(line, first, last, "PER", reasons=("two words with capitals and no cue: most often a person",))
    return Found(line, first, last, "ORG", reasons=("no cue: most often an organisation",))
