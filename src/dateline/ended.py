"""When what lasts came to an end, as others tell: "closed since Tuesday" ends with "reopened on Saturday"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.model import Claim, Relation, RelationKind, Status
from dateline.when import LAST, Bound, When

_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


def endings(claims: Mapping[str, Claim], relations: Iterable[Relation]) -> dict[str, Bound]:
    """By event, when what its claims call lasting without an end was over: its opposite, which follows upon it or upon
    another claim of the same row and change, had happened."""
    turns: dict[tuple[str, str], list[Bound]] = {}
    for r in relations:
        if r.kind is not RelationKind.FOLLOWS or r.on != "status" or r.left not in claims or r.right not in claims:
            continue
        left, right = claims[r.left], claims[r.right]
        if {left.status, right.status} <= _TOLD and left.phase != right.phase and right.time.begin.known:
            for place in filter(None, (left.event, left.track)):
                turns.setdefault((place, left.phase), []).append(right.time.begin)
    found: dict[str, Bound] = {}
    for claim in claims.values():
        if claim.event and claim.phase and claim.status in _TOLD and _open(claim.time):
            ends = [b for place in (claim.event, claim.track) for b in turns.get((place, claim.phase), ())]
            ends = [b for b in ends if claim.time.begin.hi <= b.lo]
            if ends:
                found[claim.event] = min(ends, key=lambda b: (b.lo, b.hi))
    return found


def closed(time: When, end: Bound | None) -> When:
    """A time that lasts without an end, with the end that others tell."""
    return replace(time, end=end) if end and _open(time) and time.begin.hi <= end.lo else time


def _open(time: When) -> bool:
    return time.lasting and time.begin.known and time.last == LAST
