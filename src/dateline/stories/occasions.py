"""What the times of two claims say for or against one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline import expr
from dateline.scoring import NEVER, SILENT, Finding
from dateline.stories.sketch import Sketch
from dateline.when import When, on, overlap

_ANY_DAY = date(2000, 1, 12)
"""A Wednesday in the middle of a month, for articles without a date: only which times differ is asked."""

_ONCE = frozenset({"open", "close", "start", "stop", "lift", "die", "elect", "resign", "sign", "destroy", "sentence"})
"""Changes that the same thing hardly undergoes twice within days; two days for one of them are a disagreement, while
two days for a flight or an attack are two of them."""

_LONG_OVER = 90
"""Days before an article after which what it tells of is no news of it."""


def times(left: Sketch, right: Sketch) -> Finding:
    """When it was: one day is much, one month little; times that cannot meet speak against."""
    a, b = _times(left, right)
    if not usable(a) or not usable(b):
        if _of_old(left, right) or _of_old(right, left):
            return -0.8, "one was long over when it was printed, and nothing says so of the other"
        return _begins(left, right)
    coarsest = max(a.begin.size, b.begin.size)
    if overlap(a, b):
        if coarsest == 1:
            return 1.0, "both on one day"
        return (0.5, "the times fit") if coarsest <= 31 else (0.25, "the times may fit")
    gap = _gap(a, b)
    if gap > 400:
        return NEVER, "more than a year apart"
    if coarsest <= 2 and not (gap <= 10 and left.claim.phase == right.claim.phase and left.claim.phase in _ONCE):
        return NEVER, "on different days"
    if gap > 31:
        return -2.0, "more than a month apart"
    return -0.8, "the stated times do not meet"


def _of_old(one: Sketch, other: Sketch) -> bool:
    """Whether one is told of a time long before its article, and the other without any time."""
    when, said = one.claim.time, one.published
    told = usable(when) and said.begin.known and said.begin.lo - when.last > _LONG_OVER
    return told and not other.claim.time.known and not other.claim.time_expr


def _begins(one: Sketch, other: Sketch) -> Finding:
    """What lasts, by when it begins: what is told of one begin may be one thing."""
    a, b = _times(one, other)
    if not (a.lasting or b.lasting) or not all(w.begin.ranges and w.begin.known and w.begin.size <= 31 for w in (a, b)):
        return SILENT
    if overlap(replace(a, lasting=False, end=a.begin), replace(b, lasting=False, end=b.begin)):
        return (0.5, "what lasts begins when the other is") if one.claim.status == other.claim.status else SILENT
    if not (a.lasting and b.lasting):
        return SILENT
    if _gap(a, b) > 31:
        return -2.0, "they begin more than a month apart"
    return -0.8, "they begin at different times"


def _times(left: Sketch, right: Sketch) -> tuple[When, When]:
    """The times of the two; in one article those of one of its days, since they move together."""
    a, b = left.claim, right.claim
    if left.article != right.article or not (a.time_expr and b.time_expr) or a.time.exact or b.time.exact:
        return a.time, b.time
    day = on(left.published.earliest or _ANY_DAY)
    return expr.evaluate(a.time_expr, day), expr.evaluate(b.time_expr, day)


def usable(when: When) -> bool:
    """Whether a time says on which days a thing was, and not only since when or until when it lasts."""
    return bool(when.begin.ranges) and when.begin.known and not when.lasting


def _gap(a: When, b: When) -> int:
    """Days between two times that do not meet."""
    return max(a.begin.lo - b.begin.hi, b.begin.lo - a.begin.hi, 0)
