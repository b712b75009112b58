"""Counts of one thing that grow: a text with 2,371 cases stands between those with 2,099 and with 3,440.

Which counts grow, the dated texts themselves say: the greatest figure each gives before a noun, and whether it rises with
the day more than chance would have it (Kendall's tau, three standard errors). Nouns of which it does not are not heard.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

import numpy as np

from dateline.dating.likeness import Floats, figure
from dateline.dating.texts import Hint, shares, to_points
from dateline.model import Reading

_LEAD = 6000
_SHORT = 3
_COUNTED = re.compile(r"(?<![\w.,])(\d[\d.,]*\d|\d)\b((?:\s+[^\W\d_]+[,-]?){1,4})")
_WORD = re.compile(r"[^\W\d_]+")

_FEWEST, _MOST = 8, 200
"""Dated texts that count a thing: fewer show no rise, more are thinned out evenly."""

_ERRORS = 3.0
_NEAR = 0.15
"""A difference in figures, on a scale of logarithms, over which they speak a third as loud for each other."""

_STALE = 0.001
"""What a text still says however far its figure is: old counts are printed again."""

_DAYS = 1.5
_WEIGHT = 0.3
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Ladder:
    """The days and the logarithms of the counts of one thing, and how steadily they rise together (at most 1)."""

    days: Floats
    counts: Floats
    rise: float


def counts(reading: Reading) -> dict[str, int]:
    """The greatest figure before each noun (or any longer word), marked with the language."""
    found: dict[str, int] = defaultdict(int)
    for match in _COUNTED.finditer(reading.article.text[:_LEAD].casefold()):
        if value := figure(match[1]):
            for word in _WORD.findall(match[2]):
                if len(word) > _SHORT:
                    name = f"{reading.article.lang}:{word}"
                    found[name] = max(found[name], value)
    return dict(found)


def ladders(counted: Mapping[str, Mapping[str, int]], days: Mapping[str, int]) -> dict[str, Ladder]:
    """The counts that rise with the days of the dated articles."""
    rungs: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for article, day in days.items():
        for name, value in counted.get(article, {}).items():
            rungs[name].append((day, log(value)))
    tried = {name: _ladder(sorted(found)) for name, found in rungs.items() if len(found) >= _FEWEST}
    return {name: ladder for name, ladder in sorted(tried.items()) if _rises(ladder)}


def _ladder(rungs: Sequence[tuple[int, float]]) -> Ladder:
    chosen = np.array(rungs[:: -(-len(rungs) // _MOST)], dtype=float)
    days, values = chosen[:, 0], chosen[:, 1]
    order = np.sign(days[:, None] - days[None, :]) * np.sign(values[:, None] - values[None, :])
    compared = float(np.abs(order).sum())
    return Ladder(days, values, float(order.sum()) / compared if compared else 0.0)


def _rises(ladder: Ladder) -> bool:
    n = len(ladder.days)
    return ladder.rise >= _ERRORS * sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)))


def on_ladders(own: Mapping[str, int], known: Mapping[str, Ladder], days: Sequence[int]) -> list[Hint]:
    """What an article's counts say of the days; nothing where it counts nothing that grows."""
    mine = [(name, log(value), known[name]) for name, value in sorted(own.items()) if name in known]
    if not mine:
        return []
    axis = np.array(days, dtype=float)
    total = np.zeros(len(days))
    for _, value, ladder in mine:
        weights = np.exp(-np.abs(ladder.counts - value) / _NEAR) + _STALE
        close = np.exp(-np.abs(ladder.days[:, None] - axis[None, :]) / _DAYS)
        total += ladder.rise * shares(weights, close)
    words = _words(*max(mine, key=lambda m: m[2].rise))
    return [Hint(to_points(days, _WEIGHT * total), lambda _: words)]


def _words(name: str, value: float, ladder: Ladder) -> str:
    """The days of the nearest counts: true of every day that is weighed by them."""
    nearest = np.argsort(np.abs(ladder.counts - value), kind="stable")[:_TOLD]
    days = sorted({date.fromordinal(int(ladder.days[i])).isoformat() for i in nearest})
    return (
        f"figures before “{name.split(':')[1]}” rise with the days; those nearest to its own are of {', '.join(days)}"
    )
