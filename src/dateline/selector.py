"""Selectors: the calendar units that recur ("every Friday", "every July"), and how one of them is picked.

A selector is a name and up to three whole numbers. Its units are ranges of days, ascending, that never overlap.
Easter after the anonymous Gregorian algorithm (Nature, 20 April 1876; also Meeus, Astronomical Algorithms, 1991).
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline.when import FIRST, LAST, Grain, Range, granule, month, years

_REACH = 2
"""So many periods on either side hold a unit before and after any day ..."""

_RARE = {("date", 2, 29): 9, ("week", 53): 8}
"""... but for those that do not come every period."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A recurring unit: `weekday(5)`, `month(7)`, `date(6,15)`, `easter(39)` and the other names of `NAMES`."""

    name: str
    numbers: tuple[int, ...] = ()

    @property
    def grain(self) -> Grain:
        """The grain of one of its units."""
        return NAMES[self.name].grain


@dataclass(frozen=True, slots=True)
class Cycle:
    """How a selector's units recur: the grain of one, the grain of the period it recurs in, how many numbers it
    takes, and its unit in the period that starts on the given day (None where that period has none, as 29 February).
    """

    grain: Grain
    period: Grain
    arity: int
    unit: Callable[[date, tuple[int, ...]], Range | None]


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    number, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, number, day + 1)


def _day(start: date, shift: int) -> Range:
    day = min(max(start.toordinal() + shift, FIRST), LAST)
    return day, day


def _weekday(start: date, numbers: tuple[int, ...]) -> Range:
    return _day(start, numbers[0] - 1)


def _weekend(start: date, _: tuple[int, ...]) -> Range:
    return start.toordinal() + 5, min(start.toordinal() + 6, LAST)


def _month_day(start: date, numbers: tuple[int, ...]) -> Range | None:
    number, day = numbers
    if not (1 <= number <= 12 and 1 <= day <= calendar.monthrange(start.year, number)[1]):
        return None
    ordinal = date(start.year, number, day).toordinal()
    return ordinal, ordinal


def _day_of_month(start: date, numbers: tuple[int, ...]) -> Range | None:
    return _month_day(start, (start.month, numbers[0]))


def _months(first: int, count: int) -> Callable[[date, tuple[int, ...]], Range | None]:
    """Units of `count` months that start in month `first` and follow one another through the year."""

    def unit(start: date, numbers: tuple[int, ...]) -> Range:
        begin = first + count * (numbers[0] - 1)
        return month(start.year, begin)[0], month(start.year, begin + count - 1)[1]

    return unit


def _season(start: date, numbers: tuple[int, ...]) -> Range:
    # Spring is 1; the winter of a year is the one that begins in its December, as TIMEX3's WI has it in the news.
    begin = 3 * numbers[0]
    return month(start.year, begin)[0], month(start.year, begin + 2)[1]


def _week(start: date, numbers: tuple[int, ...]) -> Range | None:
    try:
        monday = date.fromisocalendar(start.year, numbers[0], 1).toordinal()
    except ValueError:  # week 53 of a year that has 52
        return None
    return monday, min(monday + 6, LAST)


def _easter(start: date, numbers: tuple[int, ...]) -> Range:
    return _day(easter(start.year), numbers[0])


def _nth(start: date, numbers: tuple[int, ...]) -> Range | None:
    """The nth weekday of a month; n = 0 is the last."""
    nth, weekday, number = numbers
    first, last = month(start.year, number)
    if nth == 0:
        day = last - (date.fromordinal(last).isoweekday() - weekday) % 7
    else:
        day = first + (weekday - date.fromordinal(first).isoweekday()) % 7 + 7 * (nth - 1)
    return (day, day) if day <= last else None


def _advent(start: date, numbers: tuple[int, ...]) -> Range:
    """The Sunday before Christmas (fourth Advent), shifted by so many days."""
    christmas = date(start.year, 12, 25)
    return _day(christmas - timedelta(days=christmas.isoweekday()), numbers[0])


def _decade(start: date, numbers: tuple[int, ...]) -> Range:
    first = start.year // 100 * 100 + 10 * numbers[0]
    return years(first, first + 9)


NAMES: dict[str, Cycle] = {
    "weekday": Cycle(Grain.DAY, Grain.WEEK, 1, _weekday),
    "weekend": Cycle(Grain.DAY, Grain.WEEK, 0, _weekend),
    "day": Cycle(Grain.DAY, Grain.MONTH, 1, _day_of_month),
    "date": Cycle(Grain.DAY, Grain.YEAR, 2, _month_day),
    "month": Cycle(Grain.MONTH, Grain.YEAR, 1, _months(1, 1)),
    "quarter": Cycle(Grain.QUARTER, Grain.YEAR, 1, _months(1, 3)),
    "third": Cycle(Grain.MONTH, Grain.YEAR, 1, _months(1, 4)),
    "half": Cycle(Grain.MONTH, Grain.YEAR, 1, _months(1, 6)),
    "season": Cycle(Grain.SEASON, Grain.YEAR, 1, _season),
    "week": Cycle(Grain.WEEK, Grain.YEAR, 1, _week),
    "easter": Cycle(Grain.DAY, Grain.YEAR, 1, _easter),
    "advent": Cycle(Grain.DAY, Grain.YEAR, 1, _advent),
    "nth": Cycle(Grain.DAY, Grain.YEAR, 3, _nth),
    "decade": Cycle(Grain.DECADE, Grain.CENTURY, 1, _decade),
}


@lru_cache(maxsize=8192)
def units(selector: Selector, first: int, last: int) -> tuple[Range, ...]:
    """The units that touch the days first..last, and at least one more on either side of them."""
    cycle = NAMES[selector.name]
    at, end = _widened(first, last, cycle.period, _RARE.get((selector.name, *selector.numbers), _REACH))
    found: list[Range] = []
    while at <= end:
        period = granule(at, cycle.period)
        unit = cycle.unit(date.fromordinal(max(FIRST, period[0])), selector.numbers)
        if unit and unit[0] >= FIRST and unit[1] <= LAST:
            found.append(unit)
        at = period[1] + 1
    return tuple(found)


def _widened(first: int, last: int, period: Grain, steps: int) -> Range:
    for _ in range(steps):
        first = max(FIRST, granule(max(FIRST, granule(first, period)[0] - 1), period)[0])
        last = min(LAST, granule(min(LAST, granule(last, period)[1] + 1), period)[1])
    return first, last


def inside(selector: Selector, lo: int, hi: int) -> tuple[Range, ...]:
    """The units that begin within lo..hi."""
    return tuple(u for u in units(selector, lo, hi) if lo <= u[0] <= hi)


def pick(selector: Selector, relation: str, lo: int, hi: int) -> Range | None:
    """The one unit in that relation to the days lo..hi: before, on or before, after, on or after, nearest."""
    found = units(selector, lo, hi)
    match relation:
        case "before":
            return next((u for u in reversed(found) if u[1] < lo), None)
        case "after":
            return next((u for u in found if u[0] > hi), None)
        case "on or before":
            return next((u for u in reversed(found) if u[0] <= hi), None)
        case "on or after":
            return next((u for u in found if u[1] >= lo), None)
        case _:
            return min(found, key=lambda u: (max(lo - u[1], u[0] - hi, 0), u), default=None)
