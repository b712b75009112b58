"""Scores that explain themselves: a policy is a list of named features, a score the sum of their named reasons.

The shape follows nomenklatura's matching models: one line a feature, each function gives a value and a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Finding = tuple[float, str]
"""A value, mostly between -1 and 1, and the words that say why. 0.0 and "" where the feature has nothing to say."""

NEVER = -9.0
"""Points of a finding that rules a pair out."""

SILENT: Finding = (0.0, "")


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """One line of a policy: how much a finding about two things weighs."""

    name: str
    weight: float
    func: Callable[[T, T], Finding]


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature added, and why."""

    name: str
    points: float
    words: str

    def __str__(self) -> str:
        return f"{self.points:+.2f} {self.words}"


@dataclass(frozen=True, slots=True)
class Score:
    """A sum of reasons: `total` is nothing but their points added up."""

    reasons: tuple[Reason, ...] = ()

    @property
    def total(self) -> float:
        """The points of all reasons, rounded to six places so that equal sums print equally."""
        return round(sum(r.points for r in self.reasons), 6)

    @property
    def words(self) -> tuple[str, ...]:
        """The reasons as text, weightiest first."""
        return tuple(str(r) for r in sorted(self.reasons, key=lambda r: (-abs(r.points), r.name)))

    def plus(self, more: Iterable[Reason]) -> Score:
        """This score with further reasons."""
        return Score(self.reasons + tuple(more))


def score(policy: Iterable[Feature[T]], left: T, right: T) -> Score:
    """What a policy says of two things; features with nothing to say leave no reason.

    >>> longer = Feature("length", 0.5, lambda a, b: (float(len(a) - len(b)), "one is longer"))
    >>> score([longer], "abc", "a").words
    ('+1.00 one is longer',)
    """
    reasons = []
    for feature in policy:
        value, words = feature.func(left, right)
        if words:
            reasons.append(Reason(feature.name, round(feature.weight * value, 4), words))
    return Score(tuple(reasons))


def ramp(value: float, low: float, high: float) -> float:
    """0 at `low` and below, 1 at `high` and above, straight between.

    >>> ramp(0.5, 0.0, 2.0)
    0.25
    """
    return min(1.0, max(0.0, (value - low) / (high - low)))
