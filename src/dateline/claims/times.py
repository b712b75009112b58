"""Which time expression of a clause is the time of what it claims, and which only frames it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.clauses import Clause, Opener
from dateline.claims.tokens import Token
from dateline.model import Timex
from dateline.when import NEVER_SAID, When

_DATED = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Timing:
    """A time, the expression it is a function of, and where it comes from in words."""

    when: When = NEVER_SAID
    expr: str = ""
    why: str = "no time is stated"


NO_TIME = Timing()


def of_clause(clause: Clause, tokens: Sequence[Token], timexes: Sequence[Timex], *, punctual: bool) -> Timing:
    """The time of a clause from its own expressions: a date or clock time first, then a stretch that reaches to now.

    A stretch ("since January", "in three years") is the time of a condition, never of a `punctual` happening.
    """
    own: list[int] = []
    for k in clause.tokens:
        if tokens[k].timex >= 0 and tokens[k].timex not in own:
            own.append(tokens[k].timex)
    dated = [timexes[i] for i in own if timexes[i].type in _DATED and _usable(timexes[i])]
    for t in dated:
        if not (t.when.lasting and punctual):
            return _timing(t)
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


def _timing(t: Timex) -> Timing:
    return Timing(t.when, t.expr, f"the words {t.span.quote!r}")
