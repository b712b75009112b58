"""Evidence of a day that grades all days instead of singling some out: like texts and figures, weekdays, named dates.

Hints order the days. Likeness to many dated texts may also rule days out; no other hint alone does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dateline.dating.ladders import Ladder, counts, ladders, on_ladders
from dateline.dating.likeness import Floats, Likeness, by_figures, by_words
from dateline.dating.named import dates, named_dates
from dateline.dating.texts import LEAST_ALIKE, MOST_NEIGHBOURS, Belief, Hint, Neighbour, like_figures, like_texts
from dateline.dating.weekdays import Habit, end_of_week, habit, weekday_words
from dateline.model import Reading
from dateline.when import Bound


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts that take part, ready to be asked: how like they are, the stated days, and how they name weekdays
    and what they count.
    """

    readings: Mapping[str, Reading]
    days: Mapping[str, int]
    words: Likeness
    figures: Likeness
    habits: Mapping[str, Habit]
    counted: Mapping[str, Mapping[str, int]]
    ladders: Mapping[str, Ladder]

    def near(self, article: str) -> list[int]:
        """The days of the dated texts most like this one, nearest first."""
        alike = self.words.of(article)
        return [self.days[a] for a in _best(self.words, alike) if a in self.days]

    def hints(self, article: str, days: Bound, beliefs: Mapping[str, Belief]) -> list[Hint]:
        """All that grades the days; `beliefs` are those held of the days of other open articles."""
        reading, axis = self.readings.get(article), list(days.days())
        if reading is None or not axis:
            return []
        alike = self.words.of(article)
        outlet = self._outlet(reading, alike)
        years = range(date.fromordinal(axis[0]).year - 1, date.fromordinal(axis[-1]).year + 2)
        return [
            *like_texts(self._neighbours(reading, self.words, alike, beliefs), axis),
            *like_figures(self._neighbours(reading, self.figures, self.figures.of(article), {}), axis),
            *on_ladders(self.counted[article], self.ladders, axis),
            *weekday_words(self.habits[article], ((self.habits[a], self.days[a]) for a in outlet), axis),
            *end_of_week((self.days[a] for a in outlet), axis),
            *named_dates(dates(reading, years), axis),
        ]

    def _outlet(self, reading: Reading, alike: Floats) -> list[str]:
        """The dated articles of the same outlet that share anything with this one."""
        sharing = (self.words.names[int(i)] for i in np.flatnonzero(alike))
        source = reading.article.source
        return [a for a in sharing if a in self.days and source and self.readings[a].article.source == source]

    def _neighbours(
        self, reading: Reading, by: Likeness, alike: Floats, beliefs: Mapping[str, Belief]
    ) -> list[Neighbour]:
        return [
            Neighbour(
                float(alike[by.places[other]]),
                self.readings[other].article.source == reading.article.source,
                {self.days[other]: 1.0} if other in self.days else beliefs[other],
            )
            for other in _best(by, alike, {*self.days, *beliefs})
        ]


def texts(readings: Sequence[Reading], days: Mapping[str, int]) -> Texts:
    """The texts that take part; `days` are the days of those that state one."""
    counted = {r.article.id: counts(r) for r in readings}
    return Texts(
        {r.article.id: r for r in readings},
        dict(days),
        by_words(readings),
        by_figures(readings),
        {r.article.id: habit(r) for r in readings},
        counted,
        ladders(counted, days),
    )


def _best(by: Likeness, alike: Floats, among: set[str] | None = None) -> list[str]:
    """The texts most like one, best first, of equals the first by name."""
    found = [i for i in np.argsort(-alike, kind="stable").tolist() if alike[i] >= LEAST_ALIKE]
    names = (by.names[i] for i in found)
    return [a for a in names if among is None or a in among][:MOST_NEIGHBOURS]
