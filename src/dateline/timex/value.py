"""TIMEX3 values: how a time is written as the value of a tag (TIMEX3 annotation guidelines 1.2.1, section 2.3)."""

from __future__ import annotations

import re
from datetime import date

from dateline.timex.sem import Sem
from dateline.when import When

_SEASONS = ("SP", "SU", "FA", "WI")
_BLANK = {
    "day": "XXXX-XX-XX",
    "hour": "XXXX-XX-XX",
    "minute": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "season": "XXXX",
}


def of(sem: Sem, when: When, zoned: bool = True) -> str:
    """The value of a time of that sense: its calendar unit, X where the article's date leaves it open.

    `zoned` says whether a clock time shows its zone.
    """
    if not when.begin.known:
        return _blank(sem) + _time(sem, zoned)
    first, last = _unit(sem.shape, when.begin.lo), _unit(sem.shape, when.end.hi if when.end.known else when.begin.hi)
    return (first if first == last else _common(first, last)) + _time(sem, zoned)


def _time(sem: Sem, zoned: bool) -> str:
    if not sem.part:
        return ""
    # annotated text shows the zone of universal time and of no other; all others stay in the time itself
    return f"T{sem.part}{sem.zone if zoned and sem.zone == 'Z' else ''}"


def _unit(shape: str, day: int) -> str:
    d = date.fromordinal(day)
    match shape:
        case "week" | "weekend":
            year, week, _ = d.isocalendar()
            return f"{year:04}-W{week:02}{'-WE' if shape == 'weekend' else ''}"
        case "month":
            return f"{d.year:04}-{d.month:02}"
        case "quarter":
            return f"{d.year:04}-Q{(d.month + 2) // 3}"
        case "half":
            return f"{d.year:04}-H{1 if d.month < 7 else 2}"
        case "season":
            year = d.year - 1 if d.month < 3 else d.year
            return f"{year:04}-{_SEASONS[3 if d.month < 3 or d.month == 12 else d.month // 3 - 1]}"
        case "year":
            return f"{d.year:04}"
        case "decade":
            return f"{d.year // 10:03}"
        case "century":
            return f"{d.year // 100:02}"
        case _:
            return d.isoformat()


def _common(first: str, last: str) -> str:
    """What two values share, field by field; X from the first field in which they differ.

    >>> _common("2023-07-31", "2023-08-30")
    '2023-XX-XX'
    """
    fields: list[str] = []
    same = True
    for one, other in zip(first.split("-"), last.split("-"), strict=True):
        same = same and one == other
        fields.append(one if same else re.sub(r"\d", "X", one))
    return "-".join(fields)


def _blank(sem: Sem) -> str:
    numbers = re.findall(r"\d+", sem.select)
    if sem.select.startswith("date("):
        return f"XXXX-{int(numbers[0]):02}-{int(numbers[1]):02}"
    if sem.select.startswith("month("):
        return f"XXXX-{int(numbers[0]):02}"
    if sem.select.startswith("weekday("):
        return f"XXXX-WXX-{numbers[0]}"
    if sem.select.startswith(("quarter(", "half(")):
        return f"XXXX-{sem.select[0].upper()}{numbers[0]}"
    if sem.select.startswith("season("):
        return f"XXXX-{_SEASONS[int(numbers[0]) - 1]}"
    return _BLANK[sem.shape]
