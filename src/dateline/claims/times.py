"""Which time expression of a clause is the time of what it claims, and which only frames it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from operator import attrgetter

from dateline.claims.clauses import Clause
from dateline.claims.grammar import Grammar
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.expr import operand
from dateline.model import Timex
from dateline.when import NEVER_SAID, When, lasting, union

_ENDING = 4
"""Words at the end of a clause within which verbs stand last: "zou zijn vertrokken"."""

_DATED = ("DATE", "TIME")
SINCE = "since "
_FROM = "from "
_AHEAD = re.compile(r"\bafter \(?anchor|\banchor\)? \+|^next |^until ")


@dataclass(frozen=True, slots=True)
class Timing:
    """A time, the expression it is a function of, and where it comes from in words."""

    when: When = NEVER_SAID
    expr: str = ""
    why: str = "no time is stated"


NO_TIME = Timing()


def all_of_clause(
    clause: Clause,
    tokens: Sequence[Token],
    timexes: Sequence[Timex],
    grammar: Grammar,
    *,
    punctual: bool,
    apart: frozenset[int] = frozenset(),
) -> list[Timing]:
    """The times that the expressions of a clause give it, the first first: dates and clock times, then a stretch that
    reaches to now.

    A stretch ("in three years") is the time of a condition, never of a `punctual` happening; but what was so since a day is
    one, and so is what happened from a day to another. Days that are listed are one time: from the first to the last where they
    follow on one another ("on 5 and 6 May"), else each of them, which is written like one of them ("in September or October",
    "on 5, 6 and 9 May"). Words `apart` say more of a thing in the clause: "the curfew, in force since May, ends".
    """
    own: list[int] = []
    for k in clause.tokens:
        if tokens[k].timex >= 0 and tokens[k].timex not in own and k not in apart:
            own.append(tokens[k].timex)
    dated = [timexes[i] for i in own if timexes[i].type in _DATED and _usable(timexes[i])]
    found: list[Timing] = []
    while dated:
        taken, timing = _listed(dated, tokens, grammar)
        if not dated[0].when.lasting or not punctual or dated[0].expr.startswith((SINCE, _FROM)):
            found.append(timing)
        dated = dated[taken:]
    stretches = [timexes[i] for i in own if timexes[i].type == "DURATION" and timexes[i].expr]
    if not found and stretches and not punctual:
        found.append(_timing(stretches[0]))
    return found


def lies_ahead(timing: Timing) -> bool:
    """Whether a time is after the article's day by its words: "on Friday" of what is to come, "tomorrow", "until May"."""
    return _AHEAD.search(timing.expr) is not None


def _usable(t: Timex) -> bool:
    """Whether the expression says when. In an undated article it is a function of an unknown day, and still says so;
    "shortly after" is vague, but where it hangs on another expression of the text it is of that time.
    """
    return bool(t.expr) and (not t.vague or t.anchor.startswith("timex:"))


def inherited(
    clause: Clause,
    clauses: Sequence[Clause],
    timings: Mapping[int, Timing],
    groups: Mapping[int, VerbGroup],
    relative: Collection[int] = (),
) -> Timing:
    """A clause without a time of its own takes that of the clause whose subject it shares; what is so now takes none of what
    was: "opened the mill in 2019 and employs 240 people". The clauses `relative` only say more of that subject."""
    if clause.elided:
        before = [
            c for c in clauses if (c.index < clause.index and c.parent == clause.parent) or c.index == clause.parent
        ]
        before = [c for c in before if c.index not in relative]
        for other in reversed(before):
            if timings[other.index].expr:
                timing = timings[other.index]
                if _now(groups.get(clause.index)) and _then(groups.get(other.index)):
                    return NO_TIME
                return Timing(timing.when, timing.expr, f"{timing.why}, carried over from the clause before")
    return NO_TIME


def relatives(clauses: Sequence[Clause], words: Sequence[str], grammar: Grammar) -> frozenset[int]:
    """The clauses that are a subject and a relative whose verb ends them: "een trein die vrijdag zou vertrekken", before
    "staat nog in Ede"."""
    opens = grammar.function["relatives"]
    return frozenset(
        c.index
        for c in clauses
        if grammar.verb_final
        and c.finite > c.tokens[-1] - _ENDING
        and any(opens.at(words, k) for k in c.tokens[1:] if k < c.finite)
    )


def _now(verbs: VerbGroup | None) -> bool:
    return verbs is not None and not (verbs.past or verbs.jobs)


def _then(verbs: VerbGroup | None) -> bool:
    return verbs is not None and verbs.past


def _listed(dated: Sequence[Timex], tokens: Sequence[Token], grammar: Grammar) -> tuple[int, Timing]:
    """How many of the expressions, from the first on, are listed as one time, and that time."""
    joints: list[str] = []
    for one, other in pairwise(dated):
        joint = _joint(one, other, tokens, grammar)
        if not joint or (joints and joint == "or" != joints[0]):
            break
        joints.append(joint)
    reach = len(joints)
    while reach and joints[reach - 1] == "comma":
        reach -= 1  # behind a comma alone stands what says more of the day before it
    named = dated[: reach + 1]
    if not reach or named[0].when.lasting:
        return 1, _timing(dated[0])
    quoted = [repr(t.span.quote) for t in named]
    if joints[0] != "or" and all(_next(*pair) for pair in pairwise(named)):
        expr = f"from {operand(named[0].expr)} to {operand(named[-1].expr)}"
        when = lasting(named[0].when.begin, named[-1].when.begin)
        return len(named), Timing(when, expr, f"the words {', '.join(quoted)}")
    expr = " or ".join(operand(t.expr) for t in named)
    words = f"one of the words {' or '.join(quoted)}" if joints[0] == "or" else f"each of the words {', '.join(quoted)}"
    return len(named), Timing(union(t.when for t in named), expr, words)


def _joint(one: Timex, other: Timex, tokens: Sequence[Token], grammar: Grammar) -> str:
    """What joins two expressions: "or", "and", "comma", or "" where anything else stands between them."""
    behind = bisect_left(tokens, one.span.end, key=attrgetter("start"))
    between = [k.word for k in takewhile(lambda k: k.end <= other.span.start, islice(tokens, behind, None))]
    between = [w for w in between if w not in grammar.function["prepositions"]]
    if other.when.lasting or not 1 <= len(between) <= 2 or (len(between) == 2 and between[0] != ","):
        return ""
    if between[-1] in grammar.function["alternatives"]:
        return "or" if len(between) == 1 else ""
    if between[-1] in grammar.function["coordinators"] and between[-1] not in grammar.function["contrast"]:
        return "and"
    return "comma" if between == [","] else ""


def _next(one: Timex, other: Timex) -> bool:
    """Whether the second of two listed times begins right after the first."""
    left, right = one.when, other.when
    known = left.known and right.known and not (left.lasting or right.lasting or left.clock or right.clock)
    return known and left.begin.grain == right.begin.grain and left.begin.hi + 1 == right.begin.lo


def _timing(t: Timex) -> Timing:
    return Timing(t.when, t.expr, f"the words {t.span.quote!r}")
