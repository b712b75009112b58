"""What the words of `dateline.expr` do: each function makes the time of one article's day from that of its operands.

All of them move forward when the article's day does (none gives an earlier time for a later day); `expr` counts on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.selector import Selector, inside, pick
from dateline.shift import GRAINS, lying_in, part, shifted
from dateline.when import NEVER_SAID, OPEN, Bound, Grain, Range, When, both, bound, lasting, moment, union

Node = Callable[[int], When]
"""A compiled expression: the time it names when the article appeared on that day."""

_MOST_BASE = 62
"""A selector is picked relative to each day of its operand up to so many days; beyond, between the outermost."""


def anchor(day: int) -> When:
    """The article's day itself."""
    return moment(Bound(((day, day),)))


def constant(when: When) -> Node:
    """The same time whenever the article appeared."""
    return lambda _: when


def either(nodes: tuple[Node, ...]) -> Node:
    """One of several times."""
    return lambda day: union(node(day) for node in nodes)


def shift(node: Node, count: int, unit: str) -> Node:
    """So many units later or earlier; without a unit, by the time's own."""

    def shifted_time(day: int) -> When:
        when = node(day)
        if not when.begin.ranges:
            return when
        if when.lasting:
            end = shifted(when.end, count, unit) if when.end.known else when.end
            return replace(when, begin=shifted(when.begin, count, unit) if when.begin.known else when.begin, end=end)
        return moment(shifted(when.begin, count, unit), approximate=when.approximate)

    return shifted_time


def at(node: Node, clock: tuple[str, str]) -> Node:
    """That time of the day."""
    return lambda day: replace(node(day), clock=clock[0], zone=clock[1])


def unit(node: Node, name: str) -> Node:
    """The calendar unit in which a time lies."""

    def lying(day: int) -> When:
        when = node(day)
        return moment(lying_in(when.begin, name), approximate=when.approximate) if when.begin.known else NEVER_SAID

    return lying


def piece(node: Node, which: str) -> Node:
    """The start, middle or end of a time, or its first or last day."""

    def of(day: int) -> When:
        when = node(day)
        return moment(part(_extent(when), which), approximate=when.approximate) if when.begin.known else NEVER_SAID

    return of


def _extent(when: When) -> Bound:
    if not when.lasting or not when.end.known:
        return when.begin
    return bound([(when.begin.lo, when.end.hi)], when.grain)


def somewhere(first: Node, last: Node) -> Node:
    """One moment, no earlier than the one time and no later than the other."""

    def within(day: int) -> When:
        low, high = first(day), last(day)
        if not low.begin.known or not high.end.known:
            return NEVER_SAID
        return moment(bound([(low.begin.lo, high.end.hi)], max(low.grain, high.grain)))

    return within


def clipped(node: Node, which: str) -> Node:
    """That part of a time which lies before or after the article, its own day included.

    Where nothing of it does, the day of it that is nearest: the words were loose, not the calendar.
    """

    def cut(day: int) -> When:
        when = node(day)
        if not when.begin.known:
            return NEVER_SAID
        lo, hi = when.begin.lo, when.begin.hi
        days = (lo, max(lo, min(hi, day))) if which == "earlier" else (min(hi, max(lo, day)), hi)
        return moment(bound([days], Grain.DAY))

    return cut


def around(node: Node) -> Node:
    """About then."""
    return lambda day: replace(node(day), approximate=True)


def since(node: Node) -> Node:
    """From then on, with no end said."""
    return lambda day: _if_known(node(day), lambda when: lasting(when.begin, OPEN, when.approximate))


def until(node: Node) -> Node:
    """Up to then, with no beginning said."""
    return lambda day: _if_known(node(day), lambda when: lasting(OPEN, when.end, when.approximate))


def _if_known(when: When, then: Callable[[When], When]) -> When:
    return then(when) if when.known else NEVER_SAID


def between(first: Node, last: Node) -> Node:
    """From one time to another, both included."""

    def through(day: int) -> When:
        begin, end = first(day), last(day)
        if not begin.begin.ranges or not end.end.ranges:
            return NEVER_SAID
        return lasting(begin.begin, end.end, begin.approximate or end.approximate)

    return through


def stretch(sign: int, least: int, most: int, name: str) -> Node:
    """The last (sign -1) or next `least` to `most` units, up to or from the article's day.

    The far end is as fine as the unit: "the past three years" began in some month three years ago, not on a day.
    """

    def past_or_next(day: int) -> When:
        here = Bound(((day, day),))
        counted = lying_in(here, name) if name in GRAINS and GRAINS[name] > Grain.WEEK else here
        near, far = shifted(counted, sign * least, name), shifted(counted, sign * most, name)
        reach = bound([(min(near.lo, far.lo), max(near.hi, far.hi))], near.grain)
        reach = both(reach, bound([(1, day)] if sign < 0 else [(day, here.hi + 4_000_000)], reach.grain))
        return lasting(reach, here) if sign < 0 else lasting(here, reach)

    return past_or_next


def select(selector: Selector, relation: str, node: Node) -> Node:
    """The unit of a selector that stands in that relation to a time; every one in it for "in"."""

    def selected(day: int) -> When:
        when = node(day)
        if not when.begin.known:
            return NEVER_SAID
        days = _extent(when)
        found = _inside(selector, days) if relation == "in" else _picked(selector, relation, days)
        return moment(bound(found, selector.grain), approximate=when.approximate) if found else NEVER_SAID

    return selected


def _inside(selector: Selector, days: Bound) -> list[Range]:
    return [unit for lo, hi in days.ranges for unit in inside(selector, lo, hi)]


def _picked(selector: Selector, relation: str, days: Bound) -> list[Range]:
    if days.size <= _MOST_BASE:
        found = [pick(selector, relation, day, day) for day in days.days()]
        return [unit for unit in found if unit]
    first, last = pick(selector, relation, days.lo, days.lo), pick(selector, relation, days.hi, days.hi)
    return [(first[0], last[1])] if first and last else []
