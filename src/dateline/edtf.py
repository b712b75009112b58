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

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_HOUR = r"(?:[01]\d|2[0-3])"
_TIME = re.compile(
    rf"(\d{{4}}-\d\d-\d\d)[T ]({_HOUR}:[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?\s*(Z|[+-]{_HOUR}(?::?[0-5]\d)?)?",
    re.ASCII,
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]))?", re.ASCII)
_YEARS = re.compile(r"(\d{2})XX|(\d{3})X", re.ASCII)
_UNSPECIFIED = re.compile(r"(\d{4}(?:-\d\d)?)(-XX){1,2}", re.ASCII)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_BY_PROGRAM = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d\S*|\d{9,14}")


def by_program(stated: str) -> bool:
    """Whether a program wrote a date: a day with a clock time in ISO 8601, or seconds since 1970.

    >>> by_program("2024-05-03T10:12:00+02:00"), by_program("1714724000"), by_program("2024-05-03"), by_program("3 mei 2024")
    (True, True, False, False)
    """
    return _BY_PROGRAM.fullmatch(stated.strip()) is not None


def write(when: When) -> str:
    """The EDTF string of a time; "" where nothing is known.

    The `~` of an approximate time stands behind every date of the string: EDTF has no mark for a whole interval or set.

    >>> write(read("2023-08"))
    '2023-08'
    >>> write(read("[2023-07-31..2023-08-30]"))
    '[2023-07-31..2023-08-30]'
    """
    mark = "~" if when.approximate else ""
    if when.lasting:
        return f"{_side(when.begin, mark)}/{_side(when.end, mark)}" if when.known else ""
    if not when.begin.known:
        return ""
    if when.clock and when.begin.size == 1:
        return f"{_side(when.begin, '')}T{when.clock}{':00' if len(when.clock) == 5 else ''}{when.zone}{mark}"
    return _side(when.begin, mark)


def _side(b: Bound, mark: str) -> str:
    """One bound: a date, a set of one in brackets, `..` where open, "" where unknown."""
    if b.open:
        return ".."
    if not b.ranges:
        return ""
    parts = [_range(lo, hi, b.grain, mark) for lo, hi in b.ranges]
    return parts[0] if len(parts) == 1 and ".." not in parts[0] else f"[{','.join(parts)}]"


def _range(lo: int, hi: int, grain: Grain, mark: str) -> str:
    """One range of candidates at their grain: `2023-07`, `2023-07-31..2023-08-30`, `..2019-12`."""
    ragged = granule(lo, grain)[0] != lo or granule(hi, grain)[1] != hi
    # The winter that begins in December 9999 belongs to a year with five digits, which EDTF cannot write.
    if ragged or (grain is Grain.SEASON and hi == LAST):
        grain = Grain.DAY
    first, last = _unit(lo, grain) + mark, _unit(hi, grain) + mark
    if first == last:
        return first
    return f"{'' if lo == FIRST else first}..{'' if hi == LAST else last}"


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
            last = date.fromordinal(granule(day, grain)[1])
            return f"{last.year:04}-{20 + (last.month // 3 or 4)}"
        case Grain.MONTH:
            return f"{d.year:04}-{d.month:02}"
        case _:
            return d.isoformat()


def read(text: str) -> When:
    """The time an EDTF string (or an ISO 8601 date, week or date and time) names; nothing known for "".

    The ends of an interval are days or coarser: a time of day there is read and left out. `?` is read and not kept.
    Raises `BadDate` with what was found and what was expected.
    """
    s = text.strip()
    if not s:
        return NEVER_SAID
    if "/" in s:
        return _interval(s, text)
    plain, approximate = _unqualified(s)
    if m := _TIME.fullmatch(plain):
        return moment(_single(m[1], text), m[2], _zone(m[3] or ""), approximate)
    days, inside = _candidates(plain, text)
    return moment(days, approximate=approximate or inside)


def _unqualified(s: str) -> tuple[str, bool]:
    """The string without its closing qualifier, and whether that said "approximate"."""
    return (s[:-1], s[-1] != "?") if s.endswith(("~", "%", "?")) else (s, False)


def _zone(s: str) -> str:
    """An offset as `+HH:MM`, from `+HHMM`, `+HH` or itself."""
    return s if len(s) in (0, 1, 6) else f"{s[:3]}:{s[3:] or '00'}"


def _interval(s: str, text: str) -> When:
    left, right = (side.strip() for side in s.split("/", 1))
    begin, begin_about = _interval_end(left, text)
    end, end_about = _interval_end(right, text)
    if not (begin.known or end.known):
        raise _bad(text)
    if begin.ranges and end.ranges and begin.lo > end.hi:
        raise _bad(text)
    return lasting(begin, end, begin_about or end_about)


def _interval_end(s: str, text: str) -> tuple[Bound, bool]:
    if s in ("", ".."):
        return (OPEN if s else UNKNOWN), False
    plain, approximate = _unqualified(s)
    if m := _TIME.fullmatch(plain):
        return _single(m[1], text), approximate
    days, inside = _candidates(plain, text)
    return days, approximate or inside


def _candidates(s: str, text: str) -> tuple[Bound, bool]:
    """The days of one date or of a set of one, and whether a date inside the set is approximate."""
    if not (s.startswith("[") and s.endswith("]")):
        return _single(s, text), False
    items, about = [], False
    for part in s[1:-1].split(","):
        ends = [_unqualified(end.strip()) for end in part.split("..", 1)]
        about = about or any(approximate for _, approximate in ends)
        items.append(_member([plain for plain, _ in ends], text))
    return either(items), about


def _member(ends: list[str], text: str) -> Bound:
    """One member of a set: a date, or a run of dates with at most one side open."""
    if len(ends) == 1 or not any(ends):
        return _single(ends[0], text)
    known = [_single(end, text) if end else None for end in ends]
    first = known[0].lo if known[0] else FIRST
    last = known[1].hi if known[1] else LAST
    if first > last:
        raise _bad(text)
    return bound([(first, last)], max(b.grain for b in known if b))


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
    if m := _YEARS.fullmatch(s):
        if m[1]:
            return years(int(m[1]) * 100, int(m[1]) * 100 + 99), Grain.CENTURY
        return years(int(m[2]) * 10, int(m[2]) * 10 + 9), Grain.DECADE
    if m := _UNSPECIFIED.fullmatch(s):
        return _unspecified(m[1], s)
    return _calendar_unit(s)


def _unspecified(stated: str, s: str) -> tuple[Range, Grain] | None:
    """A day or month with its last parts unspecified: one of the days (or months) of what is stated."""
    grain = Grain.MONTH if len(s) == len("2023-XX") else Grain.DAY
    whole = _calendar_unit(stated)
    return (whole[0], grain) if whole and len(s) <= len("2023-08-XX") and whole[1] is not Grain.SEASON else None


def _calendar_unit(s: str) -> tuple[Range, Grain] | None:
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
