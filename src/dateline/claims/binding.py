"""When a clause that names no time was, by the clauses around it; and which of several times is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.claims import deciding, distances, evidence, roles
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read
from dateline.claims.times import NO_TIME, SINCE, Timing, lies_ahead
from dateline.expr import bare, evaluate, operand
from dateline.model import Claim, Status
from dateline.when import on

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}

_TO_COME = frozenset({Status.PLANNED, Status.REQUIRED, Status.POSSIBLE})

_DONE = frozenset({Status.HAPPENED, Status.ONGOING, Status.CANCELLED, Status.REQUIRED})

_HINDERING = frozenset({"close", "ban", "stop", "tighten", "impose", "require"})
"""What a noun of `_BROAD` can stand for: what is closed is banned, what is imposed is required."""

_BROAD = frozenset({"ban", "impose", "tighten", "require"})

_ANY = frozenset({"change"})
"""What any change can be called: "the change applies from Monday"."""

_TAKEN_UP = 3
"""Words of a subject that only takes up what was told: "the new ban"."""

_STANDING = frozenset(("be", "posture"))
"""What an auxiliary can add to a present tense that stays one: "is shut", "ligt stil"."""

_NEAR = 4
"""Words by which the joint of two clauses can lie inside or before the second: ", two days after", "zwei Tage nachdem"."""


def own(r: Read, clause: Clause, timing: Timing, status: Status) -> Timing:
    """The clause's time, of several the first that its status allows: what is planned lies not behind the article, what has
    happened not ahead ("tickets for the June fair went on sale on Monday", "agreed on Monday to meet on Friday").
    """
    day = r.article.published.earliest
    of_thing = status is Status.HAPPENED and timing.expr and _of_thing(r, clause)
    of_thing = of_thing or (status in (Status.HAPPENED, Status.PLANNED) and timing.expr and _inserted(r, clause))
    if of_thing and len(found := evidence.times_of(r.setting, clause)) > 1:
        return found[1]
    if day is None or not timing.expr or status not in (Status.PLANNED, Status.HAPPENED):
        return timing
    for one in evidence.times_of(r.setting, clause):
        then = evaluate(one.expr, on(day))
        behind = then.latest is not None and then.latest < day
        ahead = then.earliest is not None and then.earliest > day
        if not (behind if status is Status.PLANNED else ahead):
            return one
    return timing


def _inserted(r: Read, clause: Clause) -> bool:
    """Whether the first time of a clause stands between commas before its verb, and so in what is said of the subject by
    the way: "the launch, first planned for 3 June, is now due on 9 June"."""
    tokens = r.setting.tokens
    first = next((k for k in clause.tokens if tokens[k].timex >= 0), -1)
    commas = [k for k in clause.tokens if k < clause.finite and tokens[k].text == ","]
    behind = any(tokens[k].timex >= 0 for k in clause.tokens if k > clause.finite)
    return behind and len(commas) > 1 and commas[0] < first < commas[-1] and commas[0] > clause.tokens[0]


def _of_thing(r: Read, clause: Clause) -> bool:
    """Whether the first time of a clause is that of a thing which its subject is for: "tickets for the fair in June began on
    Monday"."""
    led = r.tables.grammar.status.get("meant_for")
    first = next((k for k in clause.tokens if r.setting.tokens[k].timex >= 0), -1)
    if led is None or not 0 <= first < clause.finite:
        return False
    before = [k for k in clause.tokens if k < first]
    return any(led.at(r.setting.words, k) for k in before[1:]) and not any(r.setting.tokens[k].mark for k in before)


def borrowed(r: Read, clause: Clause, status: Status) -> Timing:
    """The time that a clause without one has by those around it: so long before or after another, while another happens, or
    that of a plan which it calls off.
    """
    return (
        distances.since(r, clause)
        or _apart(r, clause)
        or (_at_once(r, clause) if status is Status.HAPPENED else None)
        or (_of_plan(r, clause) if status is Status.CANCELLED else None)
        or NO_TIME
    )


def _apart(r: Read, clause: Clause) -> Timing | None:
    """ "..., two days after the strike had ended": two days before what stands in front of it, or the other way round."""
    tokens = r.setting.tokens
    for c in r.clauses:
        for k in range(max(1, c.tokens[0] - 1), min(c.tokens[0] + _NEAR, len(tokens))):
            classes = tokens[k].classes
            sign = 1 if "after_clause" in classes else -1 if "before_clause" in classes else 0
            last = _end_of_length(r, k) if sign else -1
            length = _length(r, last) if last >= 0 else None
            if length is None:
                continue
            first = next(n for n in range(k) if tokens[n].timex == tokens[last].timex)
            inner = next((i for i in r.clauses if k + 1 in i.tokens), None)
            main = _before(r, first) or _behind(r, inner) or next((i for i in r.clauses if first in i.tokens), None)
            if main is None or inner is None:
                continue
            if clause.index == inner.index:
                return _moved(r, main, length, -sign)
            if clause.index == main.index:
                return _moved(r, inner, length, sign)
    return None


def _end_of_length(r: Read, k: int) -> int:
    """Where a length ends that is counted from the clause opened at `k`: right before it, or before the comma that opens
    every clause: "starb zwei Tage, nachdem ...". What lasts so long is counted from nothing ("dauerte zwei Tage, nachdem")."""
    if not (r.tables.grammar.clause_comma and r.setting.tokens[k - 1].text == "," and k > 1):
        return k - 1
    main = next((c for c in r.clauses if k - 2 in c.tokens), None)
    group = r.setting.groups.get(main.index) if main else None
    lasts = group is not None and r.tables.lexicon.phase_of_verb.get(group.lemma) == "continue"
    return -1 if lasts else k - 2


def _length(r: Read, k: int) -> tuple[int, str] | None:
    """The count and unit of an exact length whose last word stands there."""
    number = r.setting.tokens[k].timex
    if number < 0 or r.setting.timexes[number].mod:
        return None
    found = _LENGTH.fullmatch(r.setting.timexes[number].value)
    if found and found[2] == "W" and r.setting.timexes[number].rule == distances.EXACT:
        return int(found[1]) * 7, "day"
    return (int(found[1]), _UNITS[found[2]]) if found else None


def _before(r: Read, first: int) -> Clause | None:
    """The clause whose words end last before a position."""
    ended = [(max(k for k in c.tokens if k < first), c.index, c) for c in r.clauses if c.tokens[0] < first]
    return max(ended, key=lambda e: e[:2])[2] if ended else None


def _behind(r: Read, inner: Clause | None) -> Clause | None:
    """The clause whose verb stands first behind another clause."""
    behind = [c for c in r.clauses if inner is not None and c.index != inner.index and c.finite > inner.tokens[-1]]
    return min(behind, key=lambda c: c.finite) if behind else None


def _moved(r: Read, other: Clause, length: tuple[int, str], sign: int) -> Timing | None:
    timing = r.timings.get(other.index, NO_TIME)
    if not timing.expr and sign < 0 and _is_so(r, other):
        timing = Timing(r.article.published, "anchor", "the day of the article")
    if not timing.expr or timing.when.lasting:
        return None
    count, unit = length
    inner = operand(timing.expr) if unit == "day" else f"{unit}({timing.expr})"
    expr = f"{inner} {'+' if sign > 0 else '-'} {count} {unit}{'s' if count > 1 else ''}"
    words = "after" if sign > 0 else "before"
    why = f"{count} {unit}{'s' if count > 1 else ''} {words} {timing.why}"
    return Timing(evaluate(expr, r.article.published), expr, why)


def _is_so(r: Read, clause: Clause) -> bool:
    """Whether a clause tells how things stand on the day of the article: a present tense, with no auxiliary."""
    group = r.setting.groups.get(clause.index)
    return group is not None and not group.past and group.jobs <= _STANDING and not group.raised


def _at_once(r: Read, clause: Clause) -> Timing | None:
    """ "Crowds cheered as the ship docked on Tuesday": what happens while something else does is of its time."""
    opened = r.tables.grammar.function["meanwhile"]
    for c in r.clauses:
        timing = r.timings.get(c.index, NO_TIME)
        inner, outer = (c, clause) if c.parent == clause.index else (clause, c)
        tied = inner.parent == outer.index and inner.opener is Opener.SUBORDINATE and inner.word in opened
        if tied and timing.expr and not timing.when.lasting and _past(r, c) and _past(r, clause):
            return Timing(timing.when, timing.expr, f"{timing.why}, while it happened")
    return None


def _past(r: Read, clause: Clause) -> bool:
    group = r.setting.groups.get(clause.index)
    return group is not None and group.past


def _of_plan(r: Read, clause: Clause) -> Timing | None:
    """ "The fair, which was to be held on 6 June, is off": what is off has the time it was to have."""
    for c in r.clauses:
        timing = r.timings.get(c.index, NO_TIME)
        inside = c.index != clause.index and clause.tokens[0] < c.tokens[0] and c.tokens[-1] < clause.tokens[-1]
        if inside and c.opener is Opener.RELATIVE and timing.expr and _called_off(r, clause, c):
            verdict = deciding.verdict(r, c)
            if verdict is not None and verdict.status in _TO_COME:
                return Timing(timing.when, timing.expr, f"{timing.why}, for which it was planned")
    return None


def _called_off(r: Read, clause: Clause, relative: Clause) -> bool:
    """Whether what a relative says more of is what a clause calls off: its subject, where that undergoes it or does nothing to
    anything else ("is off"), or the object that stands right before the relative."""
    group = r.setting.groups.get(clause.index)
    if group is None:
        return False
    who, what = roles.arguments(clause, r.setting.tokens, group, r.tables.grammar)
    if any(k < relative.tokens[0] for k in what) and max(what) < relative.tokens[0]:
        return True
    return (
        bool(who)
        and max(k for k in who if k not in relative.tokens) < relative.tokens[0]
        and (group.passive or not what)
    )


def beginning(r: Read) -> tuple[Timing, str] | None:
    """The day from which what the sentence before tells is in force, and what change that is: "The closure has applied since
    Monday", "Die Sperre gilt seit Montag". None where a sentence says no such thing of a noun of change that only takes up
    another, and where it tells of a time before ("had been in force").
    """
    holds = r.tables.grammar.status.get("in_force")
    for c in r.clauses if holds else ():
        group = r.setting.groups.get(c.index)
        words = [r.setting.words[k] for k in c.tokens]
        if holds is None or group is None or c.opener is not Opener.MAIN or "past_perfect" in group.jobs:
            continue
        if group.lemma not in holds and not holds.find(words):
            continue
        who = roles.subject(c, r.setting.tokens, group, r.tables.grammar)
        timing = r.timings[c.index]
        if _takes_up(r, who) and timing.expr and not lies_ahead(timing):
            expr = bare(timing.expr.removeprefix(SINCE))
            why = f"{timing.why}, from which it is in force"
            return Timing(evaluate(expr, r.article.published), expr, why), _change(r, who)
    return None


def _change(r: Read, who: Sequence[int]) -> str:
    """The change that a subject is a noun of: that of its last word."""
    words = [k for k in who if not r.setting.tokens[k].mark]
    return r.tables.lexicon.noun_phase(r.setting.words[words[-1]])


def _takes_up(r: Read, who: Sequence[int]) -> bool:
    """Whether a subject is no more than a noun of change that is pointed at: "the ban", "this closure"."""
    function = r.tables.grammar.function
    words = [k for k in who if not r.setting.tokens[k].mark]
    if not 1 < len(words) <= _TAKEN_UP or not r.tables.lexicon.noun_phase(r.setting.words[words[-1]]):
        return False
    return any(function[name].at(r.setting.words, words[0]) for name in ("articles", "demonstratives"))


def begun(told: Sequence[Claim], beginning: tuple[Timing, str] | None) -> list[Claim]:
    """The claims of a sentence, the last that has no time, of the change that is in force, on the day from which it is."""
    found = list(told)
    for place in reversed(range(len(found)) if beginning else ()):
        claim = found[place]
        if beginning and _same_change(claim.phase, beginning[1]) and not claim.time_expr and claim.status in _DONE:
            timing = beginning[0]
            found[place] = replace(claim, time=timing.when, time_expr=timing.expr, time_why=timing.why)
            break
    return found


def _same_change(one: str, other: str) -> bool:
    """Whether a verb and a noun can say the same change: "closed the road" is taken up by "the ban"."""
    return bool(one) and (one == other or (one in _HINDERING and other in _BROAD) or other in _ANY)
