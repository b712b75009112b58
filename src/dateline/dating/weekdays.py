"""What the names of weekdays, and the weekday itself, say of an article's day.

"On Tuesday", said of the past, mostly stands in an article of Tuesday or of Wednesday; but an article that says
"yesterday" calls days by their names only further back, and a name low in the text is often of background. The day on
which somebody quoted spoke is nearly always that of the article or the one before: sayings are what news is made of. The
habits of an outlet are counted in its dated articles that share words with the one asked about, on top of what is common.
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
_SAYS_YESTERDAY = 2
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

_SAYINGS: Mapping[bool, tuple[float, ...]] = {
    False: (0.58, 0.28, 0.06, 0.04, 0.02, 0.01, 0.01),
    True: (0.15, 0.20, 0.20, 0.30, 0.10, 0.03, 0.02),
}
"""The same for the weekdays on which sayings are reported to have been said, by whether "yesterday" is said anywhere;
counted over the benchmark alone and rounded towards the even."""

_WEIGHT, _OF_SAYINGS = 0.42, 0.45
_END_OF_WEEK = 0.75
_WEEK = 7
_WORKING = 5


@dataclass(frozen=True, slots=True)
class Habit:
    """What one article names: its way of naming days, the first weekday it names, all of them (1 is Monday), and those on
    which somebody said something.
    """

    way: tuple[int, bool]
    first: int = 0
    named: frozenset[int] = frozenset()
    sayings: frozenset[int] = frozenset()

    @property
    def yesterday(self) -> bool:
        """Whether it says "yesterday"."""
        return self.way[0] == _SAYS_YESTERDAY

    def back(self, day: int) -> tuple[int, int]:
        """Days back from `day` to the weekday named first, and to the newest one named."""
        return _since([self.first], day)[0], _since(self.named, day)[0]


def habit(reading: Reading) -> Habit:
    """How an article names days."""
    said = {t.expr for t in reading.timexes}
    way = _SAYS_YESTERDAY if _YESTERDAY in said else 1 if _TODAY in said else 0
    found = sorted((t.span.start, int(m[1])) for t in reading.timexes if (m := _WEEKDAY.fullmatch(t.expr)))
    if not found:
        return Habit((way, False))
    sayings = frozenset(int(m[1]) for c in reading.claims if (m := _WEEKDAY.fullmatch(c.said_expr)))
    named = frozenset(n for _, n in found)
    return Habit((way, found[0][0] < _LEAD), found[0][1], named, sayings & named)


def weekday_words(own: Habit, outlet: Iterable[tuple[Habit, int]], days: Sequence[int]) -> list[Hint]:
    """What the weekdays an article names say of the days; `outlet` are its outlet's dated articles with their days."""
    if not own.named:
        return []
    known = [(other, day) for other, day in outlet if other.named]
    alike = [other.back(day) for other, day in known if other.way == own.way]
    tables = [_table(_COMMON[own.way], (backs[place] for backs in alike)) for place in (0, 1)]
    points = {}
    for day in days:
        odds = (log(_WEEK * table[back]) for table, back in zip(tables, own.back(day), strict=True))
        points[day] = round(_WEIGHT * sum(odds), 4)
    words = "the newest weekday it names as past would lie {} days back"
    return [Hint(points, lambda day: words.format(own.back(day)[1])), *_sayings(own, known, days)]


def _sayings(own: Habit, outlet: Iterable[tuple[Habit, int]], days: Sequence[int]) -> list[Hint]:
    """What the weekdays say on which those quoted spoke."""
    if not own.sayings:
        return []
    alike = [(other, day) for other, day in outlet if other.yesterday == own.yesterday]
    table = _table(_SAYINGS[own.yesterday], (back for other, day in alike for back in _since(other.sayings, day)))
    points = {}
    for day in days:
        odds = sum(log(_WEEK * table[back]) for back in _since(own.sayings, day))
        points[day] = round(_OF_SAYINGS * odds, 4)
    words = "what it reports as said on a weekday would have been said {} days before"
    return [Hint(points, lambda day: words.format(", ".join(map(str, _since(own.sayings, day)))))]


def _since(weekdays: Iterable[int], day: int) -> list[int]:
    """Days back from `day` to each of the weekdays."""
    today = date.fromordinal(day).isoweekday()
    return sorted((today - n) % _WEEK for n in weekdays)


def _table(common: Sequence[float], backs: Iterable[int]) -> list[float]:
    counts = [_NEWS * share for share in common]
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
