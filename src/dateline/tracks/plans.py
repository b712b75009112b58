"""What is due on a track, and what fell due without a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dateline.model import Claim, Due, Event, Relation, RelationKind, Status
from dateline.rescheduled import anew, begins_apart, rescheduled
from dateline.tracks.naming import World
from dateline.tracks.outcomes import Key, Near, Told, called_off, came_about, newest, put_off
from dateline.tracks.themes import themes
from dateline.tracks.thread import Entry
from dateline.when import LAST, When

_AHEAD = frozenset({Status.PLANNED})
_CLOSED = frozenset({Status.HAPPENED, Status.CANCELLED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Known:
    """What tells of outcomes besides the claims: the events, the claims something followed upon, the places."""

    events: Mapping[str, Event]
    followed: frozenset[str]
    world: World


def closed_by(relations: Sequence[Relation], claims: Mapping[str, Claim]) -> frozenset[str]:
    """The claims something followed upon: plans with an outcome. An undated article may be named second though its plan came
    first, so where one side is settled, the other is the plan.
    """
    closed = set()
    for r in relations:
        if r.kind is RelationKind.FOLLOWS and r.on == "status":
            settled = r.left in claims and claims[r.left].status in _CLOSED
            closed.add(r.right if settled else r.left)
    return frozenset(closed)


def plans(theme: str, thread: Sequence[Entry], story: Told, known: Known) -> list[Due]:
    """The plans of a track of which its story tells no outcome, soonest first; one entry an event."""
    found: dict[str, list[Entry]] = {}
    for entry in thread:
        if _lies_ahead(entry) and not (theme in themes().once and _mere_end(entry)):
            found.setdefault(entry.claim.event or entry.claim.id, []).append(entry)
    found = {key: _still(members) for key, members in found.items()}
    row = frozenset(e.claim.id for e in thread)
    seen: dict[Key, Near] = {}
    near = {m.claim.id: story.of(m, thread, seen) for members in found.values() for m in members}
    out = []
    for key, members in found.items():
        off = any(called_off(m, near[m.claim.id], known.world, row) for m in members)
        before = {o.claim.id: o for m in members for o in story.before(m)}.values()
        moot = any(called_off(o, story.of(o, thread, seen), known.world, row) for o in before)
        if not off and not moot and not _settled(key, members, near, known, row):
            out.append(Due(_narrowest(newest(members)), tuple(m.claim.id for m in members)))
    return sorted(out, key=lambda due: (due.time.sort_key, due.claims))


def _still(members: Sequence[Entry]) -> list[Entry]:
    """The entries of a plan without those that tell of a day it no longer has, where one gives it another."""
    given = [e for e in members if rescheduled(e.claim) or anew(e.claim)]
    moved = max(given, key=lambda e: (e.said.sort_key, e.claim.id), default=None)
    if moved is None:
        return list(members)
    new = moved.claim.time
    return [e for e in members if not begins_apart(e.claim.time, new) or e.said.sort_key > moved.said.sort_key]


def _settled(key: str, members: Sequence[Entry], near: Mapping[str, Near], known: Known, row: Set[str]) -> bool:
    """Whether the plan's own history, a relation or another claim of the story tells what came of it."""
    history = known.events[key].history if key in known.events else ()
    if any(m.claim.id in known.followed for m in members):
        return True
    closing = {c for step in history if step.status in _CLOSED for c in step.claims}
    if closing and not _anew(members, closing, near):
        return True
    ways = (came_about, put_off)
    return any(tells(m, near[m.claim.id], known.world, row) for m in newest(members) for tells in ways)


def _anew(members: Sequence[Entry], closing: Set[str], near: Mapping[str, Near]) -> bool:
    """Whether a plan got its day in an article printed after those that tell of its end: called off, and planned anew."""
    told = [e for m in members for e in (*near[m.claim.id].off, *near[m.claim.id].done) if e.claim.id in closing]
    last = max((e.said.sort_key for e in told), default=None)
    return last is not None and any(rescheduled(m.claim) and m.said.sort_key >= last for m in members)


def _mere_end(entry: Entry) -> bool:
    """Whether a claim says but until when a thing lasts; what happens once ends by itself."""
    return entry.claim.time.lasting and not entry.claim.time.begin.known


def _lies_ahead(entry: Entry) -> bool:
    """Whether the claim tells of a plan for a time that was not over when it was printed."""
    claim, printed = entry.claim, entry.said.earliest
    if claim.status not in _AHEAD or not claim.time.known or claim.polarity != "positive":
        return False
    return claim.time.latest is None or printed is None or claim.time.latest >= printed


def _narrowest(members: Sequence[Entry]) -> When:
    return min((m.claim.time for m in members), key=lambda t: (t.begin.size, t.sort_key))


def due_next(plans_: Sequence[Due], as_of: int) -> Due | None:
    """The soonest plan that can still lie ahead; a day that is named comes before "some time in that month"."""
    ahead = [p for p in plans_ if _last(p.time) >= as_of]
    return min(ahead, key=lambda p: (_latest_begin(p.time), p.time.sort_key, p.claims), default=None)


def _latest_begin(when: When) -> int:
    return when.begin.hi if when.begin.known else _last(when)


def overdue(plans_: Sequence[Due], thread: Sequence[Entry], as_of: int, reach: int) -> tuple[Due, ...]:
    """The plans whose last possible day lies before `as_of` and before the newest day the collection reaches to. Of a plan
    that names no topic nobody can say that no outcome is told: there is nothing to know it by."""
    about = {e.claim.id for e in thread if e.claim.concepts}
    return tuple(p for p in plans_ if _last(p.time) < min(as_of, reach) and not about.isdisjoint(p.claims))


def _last(when: When) -> int:
    latest = when.latest
    return latest.toordinal() if latest else LAST
