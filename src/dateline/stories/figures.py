"""Figures held against one another: what they count, and whether their bounds can meet."""

from __future__ import annotations

from dateline.lang.counted import AGE, PERSON, counted, sort_of
from dateline.model import Claim, Quantity
from dateline.stories.sketch import Sketch

_TELLING = 3

OF_CHANGE = {"die": "death", "injure": "injured", "infect": "infection", "arrest": "arrest", "evacuate": "evacuation"}
"""What a figure counts where the change says it: of "71 citizens were killed" deaths, not citizens."""

_TOLLS = frozenset({"death", "injured"})
_ANYBODY = frozenset({"", PERSON, *_TOLLS})
"""What is counted where a figure tells but how many there were: "five were killed", "five people", "five dead"."""


def thing(quantity: Quantity, claim: Claim) -> str:
    """What a figure of a claim counts, free of language. Of people who are not said to be anything else it is what became of
    them: "five people were killed", "five died", "fünf Tote" and "two of the wounded died" all count deaths."""
    of = counted(quantity.of, claim.lang) if quantity.of else ""
    if quantity.unit or of not in _ANYBODY:
        return of
    told = _TOLLS.intersection(claim.concepts)
    return OF_CHANGE.get(claim.phase) or (of if of in _TOLLS or len(told) != 1 or claim.phase else min(told))


def comparable(left: Sketch, right: Sketch) -> list[tuple[Quantity, Quantity]]:
    """The pairs of figures that count the same thing in the same unit; with a unit also where two languages name what is
    counted and the tables do not know both words ("22.000 Tonnen Kupferkonzentrat", "20.000 ton concentraat")."""
    abroad = left.claim.lang != right.claim.lang
    found = [
        (a, b, thing(a, left.claim), thing(b, right.claim))
        for a in left.claim.quantities
        for b in right.claim.quantities
        if a.unit == b.unit != AGE  # two ages are two people's
    ]
    return [
        (a, b)
        for a, b, of_a, of_b in found
        if (of_a == of_b and (of_a or a.unit))
        or (a.unit and abroad and not (_known(of_a, left.claim) and _known(of_b, right.claim)))
    ]


def _known(of: str, claim: Claim) -> bool:
    """Whether a table knows what is counted."""
    return of in _ANYBODY - {""} or bool(sort_of(of, claim.lang))


def none_meets(left: Sketch, right: Sketch) -> bool:
    """Whether both give figures in a common unit, and no figure of the one can be one of the other, whatever they count."""
    pairs = [(a, b) for a in left.claim.quantities for b in right.claim.quantities if a.unit == b.unit]
    return bool(pairs) and all(conflict(a, b) for a, b in pairs)


def floors_apart(left: Sketch, right: Sketch) -> bool:
    """Whether both say "more than" so many of what may be one thing, of two figures: a count told anew, and no agreement."""
    floors = [{q.low for q in s.claim.quantities if q.high is None and q.low is not None} for s in (left, right)]
    return all(floors) and floors[0].isdisjoint(floors[1])


def one_figure(left: Sketch, right: Sketch) -> bool:
    """Whether each gives a single figure, and both the same one, though words nobody knows say what is counted: "six crew
    members", "zes bemanningsleden". One and two are told of too much."""
    a, b = left.claim.quantities, right.claim.quantities
    if len(a) != 1 or len(b) != 1 or a[0].unit != b[0].unit or a[0].value is None:
        return False
    return a[0].value == b[0].value and a[0].value >= _TELLING


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether no figure lies within the bounds of both."""
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    return high_a < low_b or high_b < low_a


def bounds(q: Quantity) -> tuple[float, float]:
    """The least and the most a figure can mean; an open side is open."""
    low = q.low if q.low is not None else q.value if q.value is not None and q.high is None else float("-inf")
    high = q.high if q.high is not None else q.value if q.value is not None and q.low is None else float("inf")
    return low, high
