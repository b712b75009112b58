"""Times in plain English words: a day, one of some days, a lasting time and an unknown one never read alike."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import groupby

from dateline import edtf
from dateline.when import FIRST, LAST, Bound, Grain, When, granule

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FEW = 8
"""So many separate days or stretches of days are listed; of more, the number and the first and last day are told."""


class Sureness(StrEnum):
    """What is known of a time."""

    DAY = "day"
    ONE_OF = "one of"
    LASTING = "lasting"
    UNKNOWN = "unknown"


def sureness(when: When) -> Sureness:
    """Which of the four a time is."""
    if not when.known:
        return Sureness.UNKNOWN
    if when.lasting:
        return Sureness.LASTING
    return Sureness.DAY if when.exact else Sureness.ONE_OF


def phrase(when: When) -> str:
    """The time in words.

    >>> [phrase(edtf.read(s)) for s in ("2023-08-22", "2023-08", "[2023-07-31..2023-08-30]", "2023-07-31/..")]
    ['Tue 22 Aug 2023', 'some time in Aug 2023', 'one day of 31 Jul – 30 Aug 2023', 'from 31 Jul 2023 onwards']
    """
    around = "around " if when.approximate else ""
    match sureness(when):
        case Sureness.UNKNOWN:
            return "time not known"
        case Sureness.DAY:
            return f"{around}{day(when.begin.lo, weekday=True)}{', ' if when.clock else ''}{when.hours}"
        case Sureness.ONE_OF:
            return around + _one_of(when.begin)
        case Sureness.LASTING:
            return around + _from_to(when.begin, when.end)


def described(when: When) -> str:
    """The time in words with its EDTF string; without where the words say as much, as those of a clock time do.

    >>> described(edtf.read("2023-08")), described(edtf.read("2023-08-22T10:12:00+02:00"))
    ('some time in Aug 2023 (2023-08)', 'Tue 22 Aug 2023, 10:12 +02:00')
    """
    written = edtf.write(when)
    return f"{phrase(when)} ({written})" if written and not (when.exact and when.clock) else phrase(when)


def in_words(stated: str, published: When) -> str:
    """A stated date as a person reads it: its own words, but those of a program ("2024-05-03T10:12:00+02:00") as a time.

    >>> in_words("2024-05-03T10:12:00+02:00", edtf.read("2024-05-03T10:12:00+02:00")), in_words("mei 2024", When())
    ('Fri 3 May 2024, 10:12 +02:00', 'mei 2024')
    """
    if published.known and (not stated or edtf.by_program(stated)):
        return phrase(published)
    return stated


def day(ordinal: int, *, weekday: bool = False) -> str:
    """One day.

    >>> day(date(2023, 8, 22).toordinal(), weekday=True)
    'Tue 22 Aug 2023'
    """
    d = date.fromordinal(ordinal)
    return f"{_WEEKDAYS[d.weekday()] + ' ' if weekday else ''}{d.day} {_MONTHS[d.month - 1]} {d.year}"


def iso_day(text: str) -> str:
    """A day written as YYYY-MM-DD in words; any other text as it stands.

    >>> iso_day("2023-08-27"), iso_day("")
    ('Sun 27 Aug 2023', '')
    """
    try:
        return day(date.fromisoformat(text).toordinal(), weekday=True)
    except ValueError:
        return text


def _one_of(b: Bound) -> str:
    if len(b.ranges) == 1 and b.lo == FIRST:
        return f"on or before {day(b.hi)}"
    if len(b.ranges) == 1 and b.hi == LAST:
        return f"on or after {day(b.lo)}"
    if len(b.ranges) > 1 and b.size == len(b.ranges) <= FEW:
        return f"one of {_separate(b)}"
    return f"{'some time in' if _whole(b) else 'one day of'} {_ranges(b)}"


def _separate(b: Bound) -> str:
    """Single days, month by month: "4, 11, 18 Aug 2023, 1 Sep 2023"."""
    months = groupby((date.fromordinal(d) for d in b.days()), key=lambda d: (d.year, d.month))
    return ", ".join(f"{', '.join(str(d.day) for d in days)} {_MONTHS[m - 1]} {y}" for (y, m), days in months)


def _from_to(begin: Bound, end: Bound) -> str:
    start = f"from {_edge(begin)}" if begin.known else ""
    if not end.known:
        return start + (" onwards" if end.open else ", end not known")
    return f"{start} to {_edge(end)}" if start else f"until {_edge(end)}"


def _edge(b: Bound) -> str:
    """A begin or an end within a sentence."""
    if b.size == 1:
        return day(b.lo)
    return _one_of(b) if len(b.ranges) == 1 and (b.lo == FIRST or b.hi == LAST) else f"some day in {_ranges(b)}"


def _whole(b: Bound) -> bool:
    """Whether the days are one stretch of whole months, which reads better than "one day of"."""
    return len(b.ranges) == 1 and _month_like(b.lo, b.hi)


def _month_like(lo: int, hi: int) -> bool:
    return granule(lo, Grain.MONTH)[0] == lo and granule(hi, Grain.MONTH)[1] == hi


def _ranges(b: Bound) -> str:
    if len(b.ranges) <= FEW:
        return " or ".join(stretch(lo, hi) for lo, hi in b.ranges)
    return f"{b.size} days from {stretch(*b.ranges[0])} to {stretch(*b.ranges[-1])}"


def stretch(lo: int, hi: int) -> str:
    """A run of days as short as it can be said without losing one.

    >>> stretch(date(2023, 8, 21).toordinal(), date(2023, 8, 27).toordinal())
    '21–27 Aug 2023'
    """
    first, last = date.fromordinal(lo), date.fromordinal(hi)
    if lo == hi:
        return day(lo)
    if lo == FIRST or hi == LAST:
        return f"{day(hi)} or before" if lo == FIRST else f"{day(lo)} or after"
    if granule(lo, Grain.YEAR)[0] == lo and granule(hi, Grain.YEAR)[1] == hi:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if _month_like(lo, hi):
        begin, end = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        return f"{begin} – {end}" if first.year == last.year else f"{begin} {first.year} – {end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(hi)}"
    return (
        f"{first.day} {_MONTHS[first.month - 1]} – {day(hi)}" if first.year == last.year else f"{day(lo)} – {day(hi)}"
    )


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "event"), count(2, "event")
    ('1 event', '2 events')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
