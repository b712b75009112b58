"""EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) written from and read into `When`.

Level 0 and 1 dates, intervals, seasons, unspecified digits and qualification, and level 2 sets of one (`[...]`).
ISO weeks (`2023-W34`) are read though EDTF has none, because article dates use them.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.errors import BadDate
from dateline.when import (
    FIRST,
    LAST,
    NEVER_SAID,
    OPEN,
    UNKNOWN,
    Bound,
    Grain,
    Range,
    When,
    bound,
    either,
    granule,
    lasting,
    moment,
    month,
    years,
)

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]))?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


def write(when: When) -> str:
    """The EDTF string of a time; "" where nothing is known.

    >>> write(read("2023-08"))
    '2023-08'
    >>> write(read("[2023-07-31..2023-08-30]"))
    '[2023-07-31..2023-08-30]'
    """
    if when.lasting:
        begin, end = _end(when.begin), _end(when.end)
        return f"{begin}/{end}" if begin or end else ""
    if not when.begin.known:
        return ""
    parts = _parts(when.begin)
    text = parts[0] if len(parts) == 1 and ".." not in parts[0] else f"[{','.join(parts)}]"
    if when.clock and when.begin.size == 1:
        text += f"T{when.clock}{':00' if len(when.clock) == 5 else ''}{when.zone}"
    return text + ("~" if when.approximate and text[-1] != "]" else "")


def _end(b: Bound) -> str:
    if b.open:
        return ".."
    if not b.ranges:
        return ""
    parts = _parts(b)
    if len(parts) == 1 and ".." not in parts[0]:
        return parts[0]
    return f"[{','.join(parts)}]"


def _parts(b: Bound) -> list[str]:
    return [_range(lo, hi, b.grain) for lo, hi in b.ranges]


def _range(lo: int, hi: int, grain: Grain) -> str:
    """One range of candidates at their grain: `2023-07`, `2023-07-31..2023-08-30`, `..2019-12`."""
    if grain > Grain.DAY and (granule(lo, grain)[0] != lo or granule(hi, grain)[1] != hi):
        grain = Grain.DAY
    first = "" if lo == FIRST else _unit(lo, grain)
    last = "" if hi == LAST else _unit(hi, grain)
    return first if first == last else f"{first}..{last}"


def _unit(day: int, grain: Grain) -> str:
    d = date.fromordinal(day)
    match grain:
        case Grain.CENTURY:
            return f"{d.year // 100:02}XX"
        case Grain.DECADE:
            return f"{d.year // 10:03}X"
        case Grain.YEAR:
            return f"{d.year:04}"
        case Grain.SEASON:
            first = date.fromordinal(granule(day, grain)[0])
            return f"{first.year + (first.month == 12):04}-{20 + first.month // 3}"
        case Grain.MONTH:
            return f"{d.year:04}-{d.month:02}"
        case _:
            return d.isoformat()


def read(text: str) -> When:
    """The time an EDTF string (or an ISO 8601 date, week or date and time) names.

    Raises `BadDate` with what was found and what was expected.
    """
    s = text.strip()
    approximate = s.endswith(("~", "%"))
    s = s.rstrip("~?%")
    if not s:
        return NEVER_SAID
    if s[0] in "[{" and s[-1] in "]}":
        return moment(_set(s[1:-1], text), approximate=approximate)
    if "/" in s:
        left, right = s.split("/", 1)
        if not (left.strip(".") or right.strip(".")):
            raise _bad(text)
        return lasting(_interval_end(left, text), _interval_end(right, text), approximate)
    if m := _TIME.fullmatch(s):
        zone = m[3] or ""
        if len(zone) == 5:
            zone = f"{zone[:3]}:{zone[3:]}"
        hour, minute = int(m[2][:2]), int(m[2][3:5])
        if hour > 23 or minute > 59:
            raise _bad(text)
        return moment(_single(m[1], text), m[2], zone, approximate)
    return moment(_single(s, text), approximate=approximate)


def _interval_end(s: str, text: str) -> Bound:
    s = s.strip().rstrip("~?%")
    if s == "..":
        return OPEN
    if not s:
        return UNKNOWN
    return _set(s[1:-1], text) if s[0] == "[" and s[-1] == "]" else _single(s.split("T")[0], text)


def _set(s: str, text: str) -> Bound:
    items: list[Bound] = []
    for part in s.split(","):
        if ".." not in part:
            items.append(_single(part.strip(), text))
            continue
        left, right = (x.strip() for x in part.split("..", 1))
        if not left and not right:
            raise _bad(text)
        lo = _single(left, text) if left else None
        hi = _single(right, text) if right else None
        grain = max(b.grain for b in (lo, hi) if b)
        first, last = lo.lo if lo else FIRST, hi.hi if hi else LAST
        if first > last:
            raise _bad(text)
        items.append(bound([(first, last)], grain))
    return either(items)


def _single(s: str, text: str) -> Bound:
    try:
        found = _unit_range(s)
    except ValueError as error:
        raise _bad(text) from error
    if not found:
        raise _bad(text)
    return bound([found[0]], found[1])


def _unit_range(s: str) -> tuple[Range, Grain] | None:
    if m := _WEEK.fullmatch(s):
        day = date.fromisocalendar(int(m[1]), int(m[2]), int(m[3] or 1)).toordinal()
        return ((day, day), Grain.DAY) if m[3] else ((day, day + 6), Grain.WEEK)
    if m := re.fullmatch(r"(\d{2})XX|(\d{3})X", s):
        if m[1]:
            return years(int(m[1]) * 100, int(m[1]) * 100 + 99), Grain.CENTURY
        return years(int(m[2]) * 10, int(m[2]) * 10 + 9), Grain.DECADE
    if not (m := _DATE.fullmatch(s)) or int(m[1]) < 1:
        return None
    year = int(m[1])
    if not m[2]:
        return years(year, year), Grain.YEAR
    number = int(m[2])
    if m[3]:
        day = date(year, number, int(m[3])).toordinal()
        return (day, day), Grain.DAY
    if number in _SEASONS:
        first = _SEASONS[number] - (12 if number == 24 else 0)
        return (month(year, first)[0], month(year, first + 2)[1]), Grain.SEASON
    return (month(year, number), Grain.MONTH) if 1 <= number <= 12 else None


def _bad(text: str) -> BadDate:
    return BadDate(
        f"{text!r} is no date: expected a day (2023-08-27), a month (2023-08), a year, a week (2023-W34), "
        "a date and time (2023-08-27T09:17+09:00), or an EDTF interval or set"
    )
