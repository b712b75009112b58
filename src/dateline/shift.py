"""Moving days by calendar units, and the parts of a unit (its start, middle and end).

Whole months, quarters and years stay whole when they move by months or years; a day that the new month lacks becomes
its last. Parts are the thirds people mean: the start of a year is January to March, its end October to December.
"""

from __future__ import annotations

import calendar
from datetime import date

from dateline.when import FIRST, LAST, Bound, Grain, Range, bound, granule, month

DAYS = {"day": 1, "week": 7, "hour": 0, "minute": 0, "second": 0}
"""Units of a fixed number of days; hours and less do not leave the day."""

MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Units of a fixed number of months."""

GRAINS = {
    "second": Grain.MINUTE,
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "season": Grain.SEASON,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
"""Units that a day lies in exactly one of, and their grain."""

_OWN = {grain: unit for unit, grain in GRAINS.items()}


def clipped(day: int) -> int:
    """The day, or the nearest one that the calendar has."""
    return min(max(day, FIRST), LAST)


def shifted(days: Bound, count: int, unit: str = "") -> Bound:
    """The days, `count` units later (earlier where negative); without a unit, by their own grain."""
    unit = unit or _OWN[days.grain]
    if unit in DAYS:
        step = count * DAYS[unit]
        grain = Grain.DAY if days.grain > Grain.WEEK or (unit == "day" and days.grain > Grain.DAY) else days.grain
        grain = days.grain if not step else grain
        return bound(((clipped(lo + step), clipped(hi + step)) for lo, hi in days.ranges), grain)
    step = count * MONTHS[unit]
    return bound((_by_months(r, step, days.grain >= Grain.MONTH) for r in days.ranges), days.grain)


def _by_months(days: Range, step: int, whole: bool) -> Range:
    lo, hi = date.fromordinal(days[0]), date.fromordinal(days[1])
    if whole and lo.day == 1 and hi.day == calendar.monthrange(hi.year, hi.month)[1]:
        return month(lo.year, lo.month + step)[0], month(hi.year, hi.month + step)[1]
    return _day_by_months(lo, step), _day_by_months(hi, step)


def _day_by_months(day: date, step: int) -> int:
    first, last = month(day.year, day.month + step)
    return min(first + day.day - 1, last)


def lying_in(days: Bound, unit: str) -> Bound:
    """The units in which the days lie."""
    if unit == "half":
        halves = (granule(lo, Grain.QUARTER) for lo, _ in days.ranges)
        return bound((_half(lo) for lo, _ in halves), Grain.MONTH)
    grain = GRAINS[unit]
    return bound(((granule(lo, grain)[0], granule(hi, grain)[1]) for lo, hi in days.ranges), grain)


def _half(day: int) -> Range:
    d = date.fromordinal(day)
    first = 1 if d.month < 7 else 7
    return month(d.year, first)[0], month(d.year, first + 5)[1]


def part(days: Bound, which: str) -> Bound:
    """The "start", "middle" or "end" of the stretch from the first to the last of the days, or its "first" or "last"."""
    lo, hi = days.ranges[0][0], days.ranges[-1][1]
    if which in ("first", "last"):
        return bound([(lo, lo) if which == "first" else (hi, hi)])
    length = hi - lo + 1
    if length == 1:
        return days
    if length <= 7:
        cuts = {"start": (lo, lo + 1), "middle": (lo + 2, lo + 3), "end": (hi - 3, hi)}
        return bound([cuts[which]], Grain.DAY)
    if length <= 31:
        cuts = {"start": (lo, lo + 9), "middle": (lo + 10, lo + 19), "end": (lo + 20, hi)}
        return bound([cuts[which]], Grain.DAY)
    return _part_in_months(lo, hi, which)


def _part_in_months(lo: int, hi: int, which: str) -> Bound:
    """Thirds in whole months (a year's middle is May to August), in whole years from a decade on."""
    first, last = date.fromordinal(lo), date.fromordinal(hi)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step, grain = (12, Grain.YEAR) if count >= 120 else (1, Grain.MONTH)
    size = count // step
    edge = max(1, size // 3 if size != 12 else 3)
    places = {"start": (0, edge), "middle": (size // 3, size - size // 3), "end": (size - edge, size)}
    begin, end = places[which]
    return bound(
        [(month(first.year, first.month + begin * step)[0], month(first.year, first.month + end * step - 1)[1])], grain
    )
