"""Which time expression of a clause is the time of what it claims, and which only frames it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.tokens import Token
from dateline.expr import operand
from dateline.model import Timex
from dateline.when import NEVER_SAID, When, union

_DATED = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Timing:
    """A time, the expression it is a function of, and where it comes from in words."""

    when: When = NEVER_SAID
    expr: str = ""
    why: str = "no time is stated"


NO_TIME = Timing()


def of_clause(
    clause: Clause, tokens: Sequence[Token], timexes: Sequence[Timex], grammar: Grammar, *, punctual: bool
) -> Timing:
    """The time of a clause from its own expressions: a date or clock time first, then a stretch that reaches to now.

    A stretch ("since January", "in three years") is the time of a condition, never of a `punctual` happening.
    Where the text leaves it open ("in September or October"), the time is one of those it names.
    """
    own: list[int] = []
    for k in clause.tokens:
        if tokens[k].timex >= 0 and tokens[k].timex not in own:
            own.append(tokens[k].timex)
    dated = [timexes[i] for i in own if timexes[i].type in _DATED and _usable(timexes[i])]
    for place, t in enumerate(dated):
        if not (t.when.lasting and punctual):
            return _open(dated[place:], tokens, grammar)
    stretches = [timexes[i] for i in own if timexes[i].type == "DURATION" and timexes[i].expr]
    if stretches and not punctual:
        return _timing(stretches[0])
    return NO_TIME


def _usable(t: Timex) -> bool:
    """Whether the expression says when. In an undated article it is a function of an unknown day, and still says so;
    "shortly after" is vague, but where it hangs on another expression of the text it is of that time.
    """
    return bool(t.expr) and (not t.vague or t.anchor.startswith("timex:"))


def inherited(clause: Clause, clauses: Sequence[Clause], timings: Mapping[int, Timing]) -> Timing:
    """A clause without a time of its own takes that of the clause whose subject it shares."""
    if clause.elided or clause.opener is Opener.COORDINATE:
        before = [
            c for c in clauses if (c.index < clause.index and c.parent == clause.parent) or c.index == clause.parent
        ]
        for other in reversed(before):
            if timings[other.index].expr and clause.elided:
                timing = timings[other.index]
                return Timing(timing.when, timing.expr, f"{timing.why}, carried over from the clause before")
    return NO_TIME


def _open(dated: Sequence[Timex], tokens: Sequence[Token], grammar: Grammar) -> Timing:
    """The time of the first expression, or of the first and those that follow as its alternatives."""
    named = [dated[0]]
    for t in dated[1:]:
        between = [k.word for k in tokens if named[-1].span.end <= k.start and k.end <= t.span.start]
        between = [w for w in between if w not in grammar.function["prepositions"]]
        if t.when.lasting or len(between) != 1 or between[0] not in grammar.function["alternatives"]:
            break
        named.append(t)
    if len(named) == 1 or named[0].when.lasting:
        return _timing(dated[0])
    words = " or ".join(repr(t.span.quote) for t in named)
    return Timing(
        union(t.when for t in named), " or ".join(operand(t.expr) for t in named), f"one of the words {words}"
    )


def _timing(t: Timex) -> Timing:
    return Timing(t.when, t.expr, f"the words {t.span.quote!r}")
