"""Two counts of one thing that cannot both be right, where the claims that give them are no one event.

One paper tells how many got off a flight, another that it landed and how many were on board: the counts meet though
the happenings differ. Asked of much: the same rare name, the same thing counted, times that fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.lang.counted import counted
from dateline.model import Status
from dateline.scoring import Reason, Score
from dateline.stories import policy
from dateline.stories.differences import figures_apart, grows, one_time
from dateline.stories.sketch import Sketch

_RARE = 0.9
"""How specific a shared name must be: a person, a body, a flight; a town is not enough."""

_ENOUGH = 1.4
_MOST = 40
"""Claims on one name and count that are held against each other."""


def disputed(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(left, right, score) of claims of two articles whose counts of one thing conflict."""
    groups: dict[tuple[str, str, str], list[Sketch]] = {}
    for sketch in sorted(members, key=lambda s: s.order):
        claim = sketch.claim
        if claim.status is Status.HAPPENED and claim.polarity == "positive":
            for key in sorted(_keys(sketch)):
                groups.setdefault(key, []).append(sketch)
    seen = set()
    for found in groups.values():
        for left, right in combinations(found[:_MOST], 2):
            if (left.id, right.id) not in seen and (score := _conflict(left, right)):
                seen.add((left.id, right.id))
                yield left, right, score


def _keys(sketch: Sketch) -> set[tuple[str, str, str]]:
    rare = [e for e in sketch.entities if sketch.world.specific(e) >= _RARE]
    counts = {(q.unit, counted(q.of, sketch.claim.lang)) for q in sketch.claim.quantities if q.of}
    return {(entity, unit, of) for entity in rare for unit, of in counts}


def _conflict(left: Sketch, right: Sketch) -> Score | None:
    if left.article == right.article or grows(left, right) or not one_time(left, right):
        return None
    words, score = figures_apart(left, right), policy.judge(left, right)
    if not words or score.total < _ENOUGH:
        return None
    return score.plus([Reason("contradiction quantity", 0.0, words)])
