"""What the days of like texts say of a text's day: nearest neighbours with a kernel over days.

A day gets points for each like text of that day or next to it (cf. de Jong, Rode and Hiemstra 2005 on dating texts by
their language; Kotsakos et al. 2014 on rare terms that come in bursts). Likeness between outlets says more: two
outlets word alike what happened the same day, one outlet repeats its own background for weeks.

A text whose own day is open takes part with a belief, the likelihood of each of its days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.dating.likeness import Floats

Belief = Mapping[int, float]
"""The likelihood of the days a text can be of; one day with 1.0 where it is dated."""

LEAST_ALIKE = 0.005
MOST_NEIGHBOURS = 60
FEWEST, MANY = 4, 12
"""Fewer dated neighbours than the first say nothing; only as many as the second may rule days out."""

_SHARP, _BROAD = 1.0, 3.0
"""Days over which the pull of a neighbour falls to a third: of one that is very like, and of all together."""

_PULL = 200.0
_OTHER_OUTLET, _OWN_OUTLET, _PERIOD, _FIGURES = 1.3, 0.35, 0.9, 0.2
"""Weights fitted on re-blurred copies of the benchmark and rounded; docs/decisions/0007 has how."""

_UNHEARD = 1.0
"""So many neighbours more, spread evenly over the days, stand for all that was not read."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Points of each day, and what they stand for in words.

    `decisive` where they may rule days out.
    """

    points: Mapping[int, float]
    said: Callable[[int], str]
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A like text, its likeness, whether it is of the same outlet, and what is believed of its day."""

    likeness: float
    same_outlet: bool
    belief: Belief

    @property
    def dated(self) -> bool:
        """Whether its day is stated."""
        return len(self.belief) == 1


def like_texts(near: Sequence[Neighbour], days: Sequence[int]) -> list[Hint]:
    """What the most alike texts say of the days; nothing where too few of them are dated."""
    dated = sum(n.dated for n in near)
    if dated < FEWEST:
        return []
    sharp, alike = _closeness(near, days, _SHARP), np.array([n.likeness for n in near])
    same = np.array([n.same_outlet for n in near])
    pull = np.log1p(_PULL * (alike * alike)[:, None] * sharp)
    period = shares(alike**1.5, _closeness(near, days, _BROAD))
    hints = [
        Hint(to_points(days, weight * pull[rows].sum(axis=0)), _said(near, rows, words))
        for weight, rows, words in (
            (_OTHER_OUTLET, ~same, "articles of other outlets"),
            (_OWN_OUTLET, same, "articles of its own outlet"),
        )
        if rows.any()
    ]
    words = f"the {len(near)} articles most like it are mostly of about that time"
    return [*hints, Hint(to_points(days, _PERIOD * period), lambda _: words, decisive=dated >= MANY)]


def like_figures(near: Sequence[Neighbour], days: Sequence[int]) -> list[Hint]:
    """What texts say that count the same things at about the same figures; counts of one thing rise with the days."""
    if len(near) < FEWEST:
        return []
    alike = np.array([n.likeness for n in near])
    share = shares(alike**1.5, _closeness(near, days, _SHARP))
    words = f"its figures are near those of {len(near)} articles, mostly of about that day"
    return [Hint(to_points(days, _FIGURES * share), lambda _: words)]


def _closeness(near: Sequence[Neighbour], days: Sequence[int], width: float) -> Floats:
    """How close each neighbour is believed to be to each day: one row a neighbour."""
    axis = np.array(days, dtype=float)
    rows = []
    for neighbour in near:
        theirs = np.array(list(neighbour.belief), dtype=float)
        likely = np.array(list(neighbour.belief.values()))
        rows.append(likely @ np.exp(-np.abs(theirs[:, None] - axis[None, :]) / width))
    return np.array(rows)


def shares(weights: Floats, close: Floats) -> Floats:
    """The log of each day's share of the weighted closeness, against even shares.

    The fewer neighbours carry the weight (their effective number, Kish 1965), the less their shares are trusted.
    """
    total = weights @ close
    whole = float(total.sum())
    if whole <= 0.0:
        return np.zeros(len(total))
    effective = float(weights.sum()) ** 2 / float((weights * weights).sum())
    found: Floats = np.log((total / whole * len(total) * effective + _UNHEARD) / (effective + _UNHEARD))
    return found


def to_points(days: Sequence[int], values: Floats) -> dict[int, float]:
    """The points of each day, rounded."""
    return {day: round(float(value), 4) for day, value in zip(days, values, strict=True)}


def _said(near: Sequence[Neighbour], rows: Sequence[bool] | Floats, words: str) -> Callable[[int], str]:
    chosen = [n for n, taken in zip(near, rows, strict=True) if taken]

    def said(day: int) -> str:
        close = sum(sum(p for d, p in n.belief.items() if abs(d - day) <= 1) >= 0.5 for n in chosen)
        return f"of {len(chosen)} {words} with the same rare words, {close} are of that day or next to it"

    return said
