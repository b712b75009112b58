"""Evidence of a day that grades all days instead of singling some out: nearest texts, and weekday words.

* Texts printed on one day use the same rare words: case counts, names, turns of phrase. A day scores by how like the
  text is to dated ones of that day and its neighbours (nearest neighbours by rare word runs, a kernel over days;
  cf. de Jong, Rode and Hiemstra 2005 on dating texts by their language). Weights come from how many texts have a run,
  with runs that many have left out, so a text that shares nothing changes nothing.
* "On Tuesday", said of the past, mostly stands in a text of Tuesday, or of Wednesday.

Hints order the days. Neighbours in numbers may also rule days out; weekday words alone never do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

from dateline.model import Reading
from dateline.when import Bound

_LEAD = 2500
"""Characters of a text that are compared: what is new stands first."""

_COMMON = 40
_FIGURE, _COUNT = 2.0, 4.0
"""Figures change from day to day, words do not: runs with digits weigh more, most of all an exact count (1,349)."""

_EXACT = re.compile(r"(?:^|[: ])(?!(?:19|20)\d\d(?: |$))(?!\d+00(?: |$))\d{3,}")
"""A figure of three digits and more that is neither round nor a year."""

_FEWEST, _MANY = 4, 20
"""Fewer dated neighbours than the first say nothing; only as many as the second may rule days out."""

_LEAST_ALIKE = 0.01
_MOST_NEIGHBOURS = 60
_KERNEL = 1.0
_FLOOR = 0.03

_SAME_WEEKDAY = (0.5, 0.25, 0.08, 0.05, 0.04, 0.04, 0.04)
"""How often a text that says "on Tuesday" of the past is of Tuesday, Wednesday ... Monday; rounded by hand."""

_WEEKDAY_WEIGHT = 0.6
_WEEKDAY = re.compile(r"weekday\((\d)\) (?:on or )?before anchor")
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Hint:
    """Points of each day, why, and whether it may rule days out."""

    points: Mapping[int, float]
    words: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Dated texts by what they share: run -> [(article, weight)], how many have a run, the day of each article."""

    postings: Mapping[str, Sequence[tuple[str, float]]]
    counts: Mapping[str, int]
    days: Mapping[str, int]

    def of(self, reading: Reading) -> list[tuple[int, float]]:
        """(day, likeness) of the dated texts nearest to this one, nearest first."""
        own = _weights(_runs(reading), self.counts)
        alike: dict[str, float] = {}
        for run, weight in sorted(own.items()):
            for article, other in self.postings[run]:
                alike[article] = alike.get(article, 0.0) + weight * other
        best = sorted(((s, a) for a, s in alike.items() if s >= _LEAST_ALIKE), key=lambda x: (-x[0], x[1]))
        return [(self.days[a], s) for s, a in best[:_MOST_NEIGHBOURS]]


def neighbours(readings: Iterable[Reading], days: Mapping[str, int]) -> Neighbours:
    """The dated texts, ready to be asked; `days` is the day of each article that states one."""
    runs = {r.article.id: _runs(r) for r in readings if r.article.id in days}
    counts = Counter(run for found in runs.values() for run in found)
    postings: dict[str, list[tuple[str, float]]] = {}
    for article in sorted(runs):
        for run, weight in _weights(runs[article], counts).items():
            postings.setdefault(run, []).append((article, weight))
    return Neighbours(postings, counts, dict(days))


def _runs(reading: Reading) -> set[str]:
    """Rare words and runs of two and three words, marked with the language."""
    words = _WORD.findall(reading.article.text[:_LEAD].casefold())
    single = {w for w in words if len(w) > 3 or (w[0].isdigit() and len(w) > 1)}
    runs = {" ".join(words[i : i + n]) for n in (2, 3) for i in range(len(words) - n + 1)}
    return {f"{reading.article.lang}:{run}" for run in single | runs}


def _weights(runs: Iterable[str], counts: Mapping[str, int]) -> dict[str, float]:
    """A unit vector over the runs that two and more, but not too many texts have."""
    raw = {run: log(2 * _COMMON / n) * _stress(run) for run in runs if 1 <= (n := counts.get(run, 0)) <= _COMMON}
    norm = sqrt(sum(w * w for w in raw.values()))
    return {run: w / norm for run, w in sorted(raw.items())} if norm else {}


def _stress(run: str) -> float:
    if not any(ch.isdigit() for ch in run):
        return 1.0
    return _COUNT if _EXACT.search(run.replace(",", "").replace(".", "")) else _FIGURE


def nearest_texts(near: Sequence[tuple[int, float]], domain: Bound) -> Hint | None:
    """What the nearest dated texts say of the days of a domain; None where there are too few."""
    if len(near) < _FEWEST:
        return None
    share = {day: sum(s * s * exp(-abs(day - other) / _KERNEL) for other, s in near) for day in domain.days()}
    total = sum(share.values())
    if not total:
        return None
    points = {day: round(log(s / total * len(share) + _FLOOR), 4) for day, s in share.items()}
    words = f"its words are like those of {len(near)} dated articles, most of them of that day or next to it"
    return Hint(points, words, decisive=len(near) >= _MANY)


def weekday_words(reading: Reading, domain: Bound) -> Hint | None:
    """What the weekday a text names most says of the days of a domain; None where it names none."""
    found = Counter(int(m[1]) for t in reading.timexes if t.anchor == "dct" and (m := _WEEKDAY.fullmatch(t.expr)))
    if not found:
        return None
    weekday = min(found, key=lambda w: (-found[w], w))
    points = {}
    for day in domain.days():
        after = (date.fromordinal(day).isoweekday() - weekday) % 7
        points[day] = round(_WEEKDAY_WEIGHT * log(7 * _SAME_WEEKDAY[after]), 4)
    return Hint(
        points, f"a past weekday is named (day {weekday} of the week), mostly that day or the day before", False
    )
