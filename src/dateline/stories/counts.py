"""Two counts of one thing that cannot both be right, where the claims that give them are no one event.

One paper tells how many got off a flight, another that it landed and how many were on board: the counts meet though
the happenings differ. Asked of much: the same rare name, the same thing counted, times that fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.model import Status
from dateline.scoring import Reason, Score
from dateline.stories import policy
from dateline.stories.differences import GROWING, conflict
from dateline.stories.sketch import Sketch
from dateline.when import overlap

_RARE = 0.9
"""How specific a shared name must be: a person, a body, a flight; a town is not enough."""

_ENOUGH = 1.4
_DAYS = 7
"""Articles further apart may speak of another flight of the same name."""

_MOST = 40
"""Claims on one name and count that are held against each other."""


def disputed(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(left, right, score) of claims of two articles whose counts of one thing conflict."""
    groups: dict[tuple[str, str, str], list[Sketch]] = {}
    for sketch in sorted(members, key=lambda s: s.order):
        claim = sketch.claim
        if claim.status is Status.HAPPENED and claim.polarity == "positive" and not sketch.concepts & GROWING:
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
    counts = {(q.unit, policy.counted(q.of, sketch.claim.lang)) for q in sketch.claim.quantities if q.of}
    return {(entity, unit, of) for entity in rare for unit, of in counts}


def _conflict(left: Sketch, right: Sketch) -> Score | None:
    if left.article == right.article or not overlap(left.claim.time, right.claim.time) or _far(left, right):
        return None
    apart = [(a, b) for a, b in policy.comparable(left, right) if conflict(a, b)]
    score = policy.judge(left, right)
    if not apart or score.total < _ENOUGH:
        return None
    words = f"{apart[0][0].span.quote} and {apart[0][1].span.quote} cannot both be right"
    return score.plus([Reason("contradiction quantity", 0.0, words)])


def _far(left: Sketch, right: Sketch) -> bool:
    a, b = left.published.begin, right.published.begin
    return a.known and b.known and max(a.lo - b.hi, b.lo - a.hi) > _DAYS
