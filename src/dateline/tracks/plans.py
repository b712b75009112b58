"""What is due on a track, and what fell due without a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from dateline.model import Claim, Due, Event, Relation, RelationKind, Status
from dateline.tracks.thread import Entry
from dateline.when import LAST, When, overlap

_AHEAD = frozenset({Status.PLANNED})
_CLOSED = frozenset({Status.HAPPENED, Status.CANCELLED, Status.DENIED})


def closed_by(relations: Sequence[Relation], claims: Mapping[str, Claim]) -> frozenset[str]:
    """The claims something followed upon: plans with an outcome. An undated article may be named second though its plan came
    first, so where one side is settled, the other is the plan.
    """
    closed = set()
    for r in relations:
        if r.kind is RelationKind.FOLLOWS:
            settled = r.left in claims and claims[r.left].status in _CLOSED
            closed.add(r.right if settled else r.left)
    return frozenset(closed)


def plans(entries: Sequence[Entry], events: Mapping[str, Event], followed: Set[str]) -> list[Due]:
    """The plans of a track of which no outcome is known, soonest first; one entry an event."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if _lies_ahead(entry):
            found.setdefault(entry.claim.event or entry.claim.id, []).append(entry)
    out = []
    for key, members in found.items():
        history = events[key].history if key in events else ()
        settled = any(step.status in _CLOSED for step in history) or any(m.claim.id in followed for m in members)
        if not settled and not _reported(members, entries):
            out.append(Due(_narrowest(members), tuple(m.claim.id for m in members)))
    return sorted(out, key=lambda due: (due.time.sort_key, due.claims))


def _lies_ahead(entry: Entry) -> bool:
    """Whether the claim tells of a plan for a time that was not over when it was printed."""
    claim, printed = entry.claim, entry.said.earliest
    if claim.status not in _AHEAD or not claim.time.known or claim.polarity != "positive":
        return False
    return claim.time.latest is None or printed is None or claim.time.latest >= printed


def _narrowest(members: Sequence[Entry]) -> When:
    return min((m.claim.time for m in members), key=lambda t: (t.begin.size, t.sort_key))


def _reported(plan: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether the track tells of a happening on the planned day that names no other places than the plan."""
    time, places = _narrowest(plan), {p for m in plan for p in m.claim.places}
    done = [e for e in entries if e.claim.status is Status.HAPPENED and e.claim.time_expr and not e.claim.time.lasting]
    return any(
        any(overlap(day, time) for day in (e.claim.time, *e.days))
        and (not places or not e.claim.places or not places.isdisjoint(e.claim.places))
        for e in done
    )


def due_next(plans_: Sequence[Due], as_of: int) -> Due | None:
    """The soonest plan that can still lie ahead."""
    return next((p for p in plans_ if _last(p.time) >= as_of), None)


def overdue(plans_: Sequence[Due], as_of: int, reach: int) -> tuple[Due, ...]:
    """The plans whose last possible day lies before `as_of` and before the newest day the collection reaches to."""
    return tuple(p for p in plans_ if _last(p.time) < min(as_of, reach))


def _last(when: When) -> int:
    latest = when.latest
    return latest.toordinal() if latest else LAST
