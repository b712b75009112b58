"""Runs of capitalised words, and the small words that join them into one name."""

from __future__ import annotations

from dateline.entities.lines import Line, Unit
from dateline.entities.tables import Rules, given

Run = tuple[Unit, ...]


def runs(line: Line, rules: Rules) -> list[Run]:
    """Maximal sequences of capitalised units; every demonym and every known name in small letters is its own."""
    runs: list[Run] = []
    current: list[Unit] = []
    for unit in line.units:
        if current and not (_nameable(line, rules, unit) and _continues(line, rules, current, unit)):
            runs.append(_hyphened(line, current))
            current = []
        if unit.forms or _nameable(line, rules, unit):
            current.append(unit)
    if current:
        runs.append(_hyphened(line, current))
    return runs


def _hyphened(line: Line, units: list[Unit]) -> Run:
    """A run with the small second half of a given name: "Kim Jong-un"."""
    last = units[-1].last
    family = len(units) > 1 and line.words[units[-2].first].key in given()[1]
    if family and last < len(line.words) and line.gap(last) == "-" and line.words[last].text.islower():
        return (*units, Unit(last, last + 1))
    return tuple(units)


def _nameable(line: Line, rules: Rules, unit: Unit) -> bool:
    word = line.words[unit.first]
    return word.capital and (bool(unit.forms) or word.text not in rules.never)


def _continues(line: Line, rules: Rules, current: list[Unit], unit: Unit) -> bool:
    """Whether a unit goes on with the run before it: a blank, a hyphen of unknown words, a dot after an initial."""
    gap, before = line.gap(unit.first), current[-1]
    if not _nameable(line, rules, before):
        return False
    if before.forms and before.forms[0].demonym:
        # A demonym and one cue are a name ("Korean War"); a demonym before more is an adjective.
        after = line.words[unit.last] if unit.last < len(line.words) else None
        alone = after is None or not after.capital or not line.gap(unit.last).isspace()
        cue = "" if unit.forms else _cue(line, rules, unit.first)
        return gap == " " and len(current) == 1 and alone and cue != ""
    if (unit.forms and unit.forms[0].demonym) or _dateline(line, before) != _dateline(line, unit):
        return False
    if gap in ("-", "‑", "‐"):
        return not before.forms and not unit.forms
    if gap == ", " and not unit.forms and line.words[unit.first].key in rules.dotted:
        return True
    initial = len(line.words[before.last - 1].text) == 1 or line.phrase(before.first, before.last) in rules.titles
    return gap in (" ", "\n", "\u00a0", " & ", "&") or (gap in (". ", ".") and initial)


def _dateline(line: Line, unit: Unit) -> bool:
    """Whether it is a place in capitals, as wire reports begin: "WASHINGTON"."""
    words = line.words[unit.first : unit.last]
    loud = all(w.text.isupper() for w in words) and max(len(w.text) for w in words) > 3
    return loud and bool(unit.forms) and unit.forms[0].kind == "LOC" and "A" not in unit.forms[0].shape


def _cue(line: Line, rules: Rules, index: int) -> str:
    """The cue table that word `index`, alone or with the one before it, stands in."""
    return rules.cues.get(line.phrase(index - 1, index + 1), "") or rules.cues.get(line.words[index].key, "")


def cue_of(line: Line, rules: Rules, first: int, last: int) -> str:
    """What a name is by its cues: its last word decides, else the first that is a cue."""
    order = [last - 1, *range(first, last - 1)]
    return next((cue for i in order if (cue := rules.cues.get(line.words[i].key, ""))), "")


def joined(line: Line, rules: Rules, run: Run, rest: list[Run]) -> tuple[Run, list[Run]]:
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
    gaps = [line.gap(i) for i in range(last, following[0].first + 1)]
    # "Muqtada al-Sadr": the small word may hang on the name after it.
    blank = all(gap == " " for gap in gaps[:-1]) and gaps[-1] in (" ", "-")
    lone = len(run) == 1 and any(f.sure for f in run[0].forms)
    if not blank or (following[0].forms and following[0].forms[0].demonym):
        return ""
    table = any(f.sure for f in following[0].forms)
    if phrase in rules.person_joins and not table and len(run) <= 2 and not lone and end - following[0].first <= 3:
        known = line.words[first].key in given()[0] or bool(title_before(line, rules, first))
        if known or " " in phrase or phrase not in rules.joins:
            return "" if cue_of(line, rules, first, last) else "person"
    if gaps[-1] == " " and phrase in rules.joins and _head(line, rules, run) and not lone:
        return "head"
    if phrase in rules.conjunctions and not lone and not run[-1].forms:
        joined_head = rules.cues.get(line.words[first].key, "") != "" and last - first > 1
        known = bool(following[-1].forms)
        tail = not known and end - following[0].first > 1 and rules.cues.get(line.words[end - 1].key, "") != ""
        return "head" if joined_head or (tail and last - first == 1 and not line.opens(first)) else ""
    return ""


def _head(line: Line, rules: Rules, run: Run) -> bool:
    """Whether a name can go on after "of": it starts or ends with a cue. A company's only where that is all of it."""
    ends = [rules.cues.get(line.words[i].key, "") for i in (run[0].first, run[-1].last - 1)]
    return any(cue and (cue not in ("operator", "paper") or len(run) == 1) for cue in ends)


def title_before(line: Line, rules: Rules, first: int) -> str:
    """The title right before word `first`, "" where there is none."""
    for size in (3, 2, 1):
        phrase = line.phrase(first - size, first)
        if phrase in rules.titles and line.gap(first) in (" ", ". "):
            return phrase
    return ""
