"""What the dates a text names say of its own: the newest is often its own, above all where it opens the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from dateline.dating.domain import STAMPS, stamps
from dateline.dating.texts import Hint
from dateline.model import Reading, Timex

_LEAD = 400
"""Characters from the start within which a date is mostly the article's own: a dateline, a stamp."""

_RECENT = 20
_DATE = re.compile(r"\bdate\((\d+),(\d+)\)")
_FALL = 3.0

_SAME = {True: 3.3, False: 0.7}
_NEAR = {True: 0.5, False: -0.5}
_NOT_PAST = {True: -0.65, False: -0.6}
"""Points by whether the date opens the text: of its own day, of the days after it (falling), of a day with no date behind it."""

_ON_STAMP, _BEFORE_STAMP, _AFTER_STAMP = 2.7, 0.45, -0.95


@dataclass(frozen=True, slots=True)
class Dates:
    """The days a text names: at its start, further on, and with a clock time (stamps, mostly of comments)."""

    lead: tuple[int, ...]
    rest: tuple[int, ...]
    stamps: tuple[int, ...]


def dates(reading: Reading, years: Iterable[int]) -> Dates:
    """The days a text names by day and month, in any of the years where it names no year."""
    lead: set[int] = set()
    rest: set[int] = set()
    around = sorted(set(years))
    for timex in reading.timexes:
        if not timex.when.clock and " at " not in timex.expr and not timex.expr.startswith("until"):
            (lead if timex.span.start < _LEAD else rest).update(_named(timex, around))
    stamped = {day for _, day in stamps(reading)}
    return Dates(tuple(sorted(lead)), tuple(sorted(rest - lead)), tuple(sorted(stamped)))


def _named(timex: Timex, years: Sequence[int]) -> Iterator[int]:
    if timex.anchor == "none":
        if timex.when.exact:
            yield timex.when.begin.lo
        return
    for month, day in _DATE.findall(timex.expr):
        for year in years:
            try:
                yield date(year, int(month), int(day)).toordinal()
            except ValueError:
                continue


def named_dates(found: Dates, days: Sequence[int]) -> list[Hint]:
    """What the dates at the start, those further on, and the stamps say of the days."""
    hints = [_newest(found.lead, days, True), _newest(found.rest, days, False), _stamped(found.stamps, days)]
    return [h for h in hints if h]


def _newest(named: Sequence[int], days: Sequence[int], lead: bool) -> Hint | None:
    backs = {day: min((day - n for n in named if 0 <= day - n < _RECENT), default=None) for day in days}
    if all(back is None for back in backs.values()):
        return None
    points = {}
    for day, back in backs.items():
        near = 0.0 if back is None else _NEAR[lead] * exp(-back / _FALL)
        points[day] = round(_NOT_PAST[lead] if back is None else _SAME[lead] if back == 0 else near, 4)
    where = "in its first words" if lead else "in its text"

    def said(day: int) -> str:
        back = backs[day]
        return f"the newest date named {where} " + (f"lies {back} days back" if back is not None else "is not near")

    return Hint(points, said)


def _stamped(stamped: Sequence[int], days: Sequence[int]) -> Hint | None:
    """Readers comment from the first day on."""
    if len(stamped) < STAMPS or stamped[0] not in range(days[0], days[-1] + _RECENT):
        return None
    first = stamped[0]
    points = {
        day: _ON_STAMP if day == first else _AFTER_STAMP if day > first else _BEFORE_STAMP * exp((day - first) / 2)
        for day in days
    }
    words = f"the first of {len(stamped)} days stamped in its text is {date.fromordinal(first).isoformat()}"
    return Hint({d: round(p, 4) for d, p in points.items()}, lambda _: words)
