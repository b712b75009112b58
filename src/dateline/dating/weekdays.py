"""What the names of weekdays, and the weekday itself, say of an article's day.

"On Tuesday", said of the past, mostly stands in an article of Tuesday or of Wednesday; but an article that says
"yesterday" calls days by their names only further back, and a name low in the text is often of background. The habits
of an outlet are counted in its dated articles that share words with the one asked about, on top of what is common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from dateline.dating.texts import Hint
from dateline.model import Reading

_TODAY, _YESTERDAY = "anchor", "anchor - 1 day"
_WEEKDAY = re.compile(r"weekday\((\d)\) (?:on or )?before anchor")
_LEAD = 700
"""Characters from the start within which a weekday mostly dates the news itself."""

_NEWS = 8.0
_COMMON: Mapping[tuple[int, bool], tuple[float, ...]] = {
    (0, True): (0.60, 0.22, 0.06, 0.05, 0.03, 0.01, 0.03),
    (0, False): (0.32, 0.28, 0.10, 0.08, 0.09, 0.05, 0.08),
    (1, True): (0.50, 0.20, 0.10, 0.06, 0.05, 0.04, 0.05),
    (1, False): (0.22, 0.25, 0.20, 0.15, 0.06, 0.06, 0.06),
    (2, True): (0.08, 0.20, 0.22, 0.32, 0.10, 0.04, 0.04),
    (2, False): (0.10, 0.20, 0.20, 0.32, 0.10, 0.04, 0.04),
}
"""How often a past weekday lies 0, 1 ... 6 days back, by (0: neither "today" nor "yesterday" is said, 1: "today" is,
2: "yesterday" is; whether it stands in the lead). Counted over annotated news in three languages, the benchmark's too,
and rounded; an outlet's own habits count besides, these as much as `_NEWS` articles."""

_WEIGHT = 0.42
_END_OF_WEEK = 0.75
_WEEK = 7
_WORKING = 5


@dataclass(frozen=True, slots=True)
class Habit:
    """What one article names: its way of naming days, the first weekday it names and all of them (1 is Monday)."""

    way: tuple[int, bool]
    first: int = 0
    named: frozenset[int] = frozenset()

    def back(self, day: int) -> tuple[int, int]:
        """Days back from `day` to the weekday named first, and to the newest one named."""
        weekday = date.fromordinal(day).isoweekday()
        return (weekday - self.first) % _WEEK, min((weekday - n) % _WEEK for n in self.named)


def habit(reading: Reading) -> Habit:
    """How an article names days."""
    said = {t.expr for t in reading.timexes}
    way = 2 if _YESTERDAY in said else 1 if _TODAY in said else 0
    found = sorted((t.span.start, int(m[1])) for t in reading.timexes if (m := _WEEKDAY.fullmatch(t.expr)))
    if not found:
        return Habit((way, False))
    return Habit((way, found[0][0] < _LEAD), found[0][1], frozenset(n for _, n in found))


def weekday_words(own: Habit, outlet: Iterable[tuple[Habit, int]], days: Sequence[int]) -> list[Hint]:
    """What the weekdays an article names say of the days; `outlet` are its outlet's dated articles with their days."""
    if not own.named:
        return []
    alike = [other.back(day) for other, day in outlet if other.named and other.way == own.way]
    tables = [_table(own.way, (backs[place] for backs in alike)) for place in (0, 1)]
    points = {}
    for day in days:
        odds = (log(_WEEK * table[back]) for table, back in zip(tables, own.back(day), strict=True))
        points[day] = round(_WEIGHT * sum(odds), 4)
    return [Hint(points, lambda day: f"the newest weekday it names as past would lie {own.back(day)[1]} days back")]


def _table(way: tuple[int, bool], backs: Iterable[int]) -> list[float]:
    counts = [_NEWS * share for share in _COMMON[way]]
    for back in backs:
        counts[back] += 1
    return [c / sum(counts) for c in counts]


def end_of_week(outlet: Iterable[int], days: Sequence[int]) -> list[Hint]:
    """How often the outlet prints on Saturdays and Sundays, and how often on other days; nothing known: nothing said."""
    printed = [_resting(day) for day in outlet]
    if not printed:
        return []
    share = (sum(printed) + 2) / (len(printed) + _WEEK)
    rest, work = log(share / 2 * _WEEK), log((1 - share) / _WORKING * _WEEK)
    points = {day: round(_END_OF_WEEK * (rest if _resting(day) else work), 4) for day in days}
    words = f"{sum(printed)} of {len(printed)} dated articles of its outlet are of a Saturday or Sunday"
    return [Hint(points, lambda day: f"{words}, as this day {'is' if _resting(day) else 'is not'}")]


def _resting(day: int) -> bool:
    return date.fromordinal(day).isoweekday() > _WORKING
