"""Times that last and times that are unsure: the value type every date in Dateline has.

A `Bound` is a *set of possible days* (closed ranges of proleptic Gregorian day ordinals, as `date.toordinal` counts
them) with the grain at which it was stated. A `When` is a begin and an end, each such a set:

* **unsure**: one moment, on one of the days of the set: begin and end are the same bound, `lasting` is False;
* **lasting**: from one of the days of `begin` to one of the days of `end`.

Set operations act on each bound; the image of a smaller set is a smaller set, so narrowing an anchor never widens a
time. EDTF (ISO 8601-2:2019) writes the two apart: `[2023-07-31..2023-08-30]` and `2023-07-31/2023-08-30`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

FIRST = 1
LAST = date.max.toordinal()

Range = tuple[int, int]


class Grain(IntEnum):
    """How finely a time was stated; greater is coarser. WEEK and QUARTER are written in EDTF as their days."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    SEASON = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """A set of possible days: sorted, disjoint, non-adjacent closed ranges. No range at all: unknown."""

    ranges: tuple[Range, ...] = ()
    grain: Grain = Grain.DAY

    @property
    def known(self) -> bool:
        """True when the set holds at least one day and is not open to both sides."""
        return bool(self.ranges) and not self.open

    @property
    def open(self) -> bool:
        """True for the bound that holds every day: an end that lies open (EDTF `..`)."""
        return self.ranges == ((FIRST, LAST),)

    @property
    def lo(self) -> int:
        """The first possible day; raises IndexError where unknown."""
        return self.ranges[0][0]

    @property
    def hi(self) -> int:
        """The last possible day; raises IndexError where unknown."""
        return self.ranges[-1][1]

    @property
    def size(self) -> int:
        """How many days the set holds."""
        return sum(hi - lo + 1 for lo, hi in self.ranges)

    def days(self) -> Iterable[int]:
        """Every day of the set, ascending. Ask `size` first: an open bound has millions."""
        for lo, hi in self.ranges:
            yield from range(lo, hi + 1)

    def __contains__(self, day: int) -> bool:
        return any(lo <= day <= hi for lo, hi in self.ranges)


UNKNOWN = Bound()
OPEN = Bound(((FIRST, LAST),))


def bound(ranges: Iterable[Range], grain: Grain = Grain.DAY) -> Bound:
    """A bound from ranges in any order: clipped to the calendar, sorted and merged.

    >>> bound([(5, 6), (1, 4)]).ranges
    ((1, 6),)
    """
    merged: list[Range] = []
    for lo, hi in sorted((max(FIRST, lo), min(LAST, hi)) for lo, hi in ranges):
        if lo > hi:
            continue
        if merged and lo <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], hi))
        else:
            merged.append((lo, hi))
    return Bound(tuple(merged), grain)


def either(bounds: Iterable[Bound]) -> Bound:
    """The union: a day possible in any of them; the coarsest grain among them. Unknown if any is unknown."""
    known = list(bounds)
    if not known or any(not b.ranges for b in known):
        return UNKNOWN
    return bound((r for b in known for r in b.ranges), max(b.grain for b in known))


def both(left: Bound, right: Bound) -> Bound:
    """The intersection: days possible in both; the finer grain. An unknown bound restricts nothing.

    Where the two known bounds share no day, the result holds no range, and would read as unknown from then on: whoever
    narrows asks `.ranges` of each result before going on.
    """
    if not left.ranges or not right.ranges:
        return left if left.ranges else right
    pairs = ((max(a, c), min(b, d)) for a, b in left.ranges for c, d in right.ranges)
    return bound(pairs, min(left.grain, right.grain))


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A time in the world: see the module's text. `clock` is "HH:MM" or "HH:MM:SS", `zone` "Z" or "+HH:MM" or "".

    `approximate` is EDTF's `~`: the words said "around".
    """

    begin: Bound = UNKNOWN
    end: Bound = UNKNOWN
    lasting: bool = False
    approximate: bool = False
    clock: str = ""
    zone: str = ""

    @property
    def known(self) -> bool:
        """True when anything at all is known of begin or end."""
        return self.begin.known or self.end.known

    @property
    def exact(self) -> bool:
        """True for one moment on one day."""
        return not self.lasting and self.begin.size == 1

    @property
    def last(self) -> int:
        """The last day this can touch by its ordinal: that of the calendar where its end is unknown or open."""
        return self.end.hi if self.end.ranges else LAST

    @property
    def earliest(self) -> date | None:
        """The first day this time can touch, or None where unknown or open."""
        return date.fromordinal(self.begin.lo) if self.begin.known and self.begin.lo > FIRST else None

    @property
    def latest(self) -> date | None:
        """The last day this time can touch, or None where unknown or open."""
        return date.fromordinal(self.end.hi) if self.end.known and self.end.hi < LAST else None

    @property
    def grain(self) -> Grain:
        """The coarser of the two grains."""
        return max(self.begin.grain, self.end.grain)

    @property
    def hours(self) -> str:
        """The clock time as people read it, "" where none is known: "08:30 UTC", "09:17 +09:00", "09:17:40"."""
        clock = self.clock.removesuffix(":00") if self.clock.count(":") > 1 else self.clock
        zone = "UTC" if self.zone in ("Z", "+00:00") else self.zone
        return f"{clock} {zone}".strip() if clock else ""

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Earliest, latest, clock; unknown ends last."""
        begin, end = self.begin, self.end
        lo = begin.lo if begin.known and begin.lo > FIRST else LAST
        return (lo, end.hi if end.known else LAST, self.clock)


NEVER_SAID = When()


def moment(days: Bound, clock: str = "", zone: str = "", approximate: bool = False) -> When:
    """One moment on one of `days`."""
    return When(days, days, False, approximate, clock, zone)


def lasting(begin: Bound, end: Bound, approximate: bool = False) -> When:
    """A time that goes on from one of the days of `begin` to one of the days of `end`."""
    return When(begin, end, True, approximate)


def on(day: date) -> When:
    """Exactly that day."""
    number = day.toordinal()
    return moment(bound([(number, number)]))


def granule(day: int, grain: Grain) -> Range:
    """First and last day of the calendar unit of that grain in which the day lies, clipped to the calendar.

    Weeks start on Monday (ISO 8601). Seasons are the meteorological ones of the northern half (December belongs to the
    winter of the next year).

    >>> [date.fromordinal(d).isoformat() for d in granule(date(2023, 8, 22).toordinal(), Grain.WEEK)]
    ['2023-08-21', '2023-08-27']
    """
    day = min(max(day, FIRST), LAST)
    d = date.fromordinal(day)
    match grain:
        case Grain.MINUTE | Grain.HOUR | Grain.DAY:
            return day, day
        case Grain.WEEK:
            return day - d.weekday(), min(day - d.weekday() + 6, LAST)
        case Grain.MONTH:
            return month(d.year, d.month)
        case Grain.QUARTER:
            first = 3 * ((d.month - 1) // 3) + 1
            return month(d.year, first)[0], month(d.year, first + 2)[1]
        case Grain.SEASON:
            year, first = (d.year + 1, 0) if d.month == 12 else (d.year, d.month // 3 * 3)
            return month(year, first)[0], month(year, first + 2)[1]
        case Grain.YEAR:
            return years(d.year, d.year)
        case Grain.DECADE:
            return years(d.year // 10 * 10, d.year // 10 * 10 + 9)
        case Grain.CENTURY:
            return years(d.year // 100 * 100, d.year // 100 * 100 + 99)


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Range:
    """First and last day of a month; numbers outside 1..12 run on into other years (0 is December before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if year < 1:
        return FIRST, FIRST
    if year > date.max.year:
        return LAST, LAST
    first = date(year, number, 1).toordinal()
    return first, first + calendar.monthrange(year, number)[1] - 1


def years(first: int, last: int) -> Range:
    """First day of the first year and last day of the last, clipped to the calendar."""
    first, last = max(1, min(first, date.max.year)), max(1, min(last, date.max.year))
    return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()


def union(whens: Iterable[When]) -> When:
    """One of these times: bounds joined; nothing known if any is unknown. Lasting if any is, which holds the others."""
    items = list(whens)
    if not items:
        return NEVER_SAID
    same = len({(w.clock, w.zone) for w in items}) == 1
    begin, end = either(w.begin for w in items), either(w.end for w in items)
    return When(
        begin,
        end,
        any(w.lasting for w in items),
        any(w.approximate for w in items),
        items[0].clock if same else "",
        items[0].zone if same else "",
    )


def overlap(left: When, right: When) -> bool:
    """Whether the two times can touch the same day; an unknown time overlaps everything."""
    if not left.begin.ranges or not right.begin.ranges:
        return True
    if left.lasting or right.lasting:
        end_left = left.last
        end_right = right.last
        return left.begin.lo <= end_right and right.begin.lo <= end_left
    return bool(both(left.begin, right.begin).ranges)
