"""What came of a plan, by all that its story tells of the same thing: it happened, was called off or was put off.

That nothing is told of a plan is said only where no claim of the story, on whichever row, speaks of its outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from dateline.model import Kind, Status
from dateline.rescheduled import anew, begins_apart, deeds, rescheduled
from dateline.tracks.naming import World
from dateline.tracks.themes import themes
from dateline.tracks.thread import Entry
from dateline.when import FIRST, LAST, overlap

_LATE = 45
"""Days after which a happening is no longer taken for one that came late."""

_SOON = 14
"""Days after a plan's day within which a report of its row that names no time is one of what came of it."""

_WORDS = frozenset({"plan", "agree", "allow", "confirm", "deny", "require", "refuse"})
"""Changes that are words about a thing, and no happening of it."""

_OFF = frozenset({Status.CANCELLED, Status.DENIED})
_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_PUTTING_OFF = frozenset({"cancel", "postpone"})
_OPENING = frozenset({"open", "resume", "start"})
_ANEW = frozenset({Status.PLANNED, Status.POSSIBLE, Status.ONGOING})


Key = tuple[frozenset[str], frozenset[str]]
"""The topics and the changes of a plan."""


@dataclass(frozen=True, slots=True)
class Near:
    """Entries that can tell what came of a plan, by what they can tell."""

    off: tuple[Entry, ...]
    done: tuple[Entry, ...]
    later: tuple[Entry, ...]


def _sorted_out(entries: Iterable[Entry]) -> Near:
    found = tuple(entries)
    return Near(
        tuple(e for e in found if e.claim.status in _OFF or e.claim.phase == "postpone"),
        tuple(e for e in found if e.claim.status in _DONE or e.claim.time.lasting),
        tuple(e for e in found if e.claim.status in _ANEW),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """The entries of a story that can tell an outcome, by topic, so that in a large story a plan meets but a few; and by
    article those that plan something that ends."""

    by_topic: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    ending: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def before(self, plan: Entry) -> list[Entry]:
        """The plans, on whichever row, right after which an article plans a thing: the first flight after a closure."""
        return [e for e in self.ending.get(plan.claim.span.article, ()) if _follows_on(plan, e)]

    def of(self, plan: Entry, row: Sequence[Entry], seen: dict[Key, Near]) -> Near:
        """The entries that share a topic with a plan or name its change, and those of its row that name no topic. `seen`:
        what was found for plans of this row with the same topics and change."""
        key = (frozenset(plan.claim.concepts), frozenset(_changes(plan)))
        if key not in seen:
            nouns = {c for c, change in themes().change_of.items() if change in key[1]}
            found = {e.claim.id: e for c in sorted({*key[0], *nouns}) for e in self.by_topic.get(c, ())}
            tacit = {e.claim.id: e for e in row if not key[0] or not e.claim.concepts}
            seen[key] = _sorted_out((found | tacit).values())
        return seen[key]


def told(entries: Sequence[Entry]) -> Told:
    """The entries of a story by topic, and its plans with an end by article."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.claim.status in _OFF | _DONE | _ANEW:
            for topic in entry.claim.concepts:
                found.setdefault(topic, []).append(entry)
    ending: dict[str, list[Entry]] = {}
    for entry in entries:
        time = entry.claim.time
        if entry.claim.status is Status.PLANNED and time.lasting and time.end.known:
            ending.setdefault(entry.claim.span.article, []).append(entry)
    return Told({t: tuple(members) for t, members in found.items()}, {a: tuple(e) for a, e in ending.items()})


def called_off(plan: Entry, near: Near, known: World, row: Set[str]) -> bool:
    """Whether a claim says that the planned thing does not take place, or not then."""
    return any(_is_off(e, plan) and _one_thing(e, plan, known, row) for e in near.off)


def came_about(plan: Entry, near: Near, known: World, row: Set[str]) -> bool:
    """Whether a claim says that the planned thing has happened, on its day or a while later, in whatever words where it
    stands on the plan's own row."""
    return any(
        ((_is_done(e, plan) or (e.claim.id in row and _tells_since(e, plan))) and _one_thing(e, plan, known, row))
        or (_is_done(e, plan) and _around(e, plan, known))
        for e in near.done
    )


def put_off(plan: Entry, near: Near, known: World, row: Set[str]) -> bool:
    """Whether a later claim gives the same change a later time, or says how things stay beyond the day of the change."""
    return any(_is_later(e, plan) and (_tacit(e, plan, row) or _one_thing(e, plan, known, row)) for e in near.later)


def _follows_on(plan: Entry, other: Entry) -> bool:
    """Whether a plan is for the time right after that of one that ends."""
    begin = plan.claim.time.begin
    return begin.known and 0 <= begin.lo - other.claim.time.last <= 1


def _is_off(e: Entry, plan: Entry) -> bool:
    claim, wanted = e.claim, plan.claim
    if rescheduled(claim):
        return _moves_away(e, plan) and (_same_change(e, plan) or _says_no_change(e))
    off = claim.status in _OFF or (claim.phase == "postpone" and claim.status in _DONE)
    if (
        not off
        or not _not_before(e, plan)
        or _goes_on_anew(e, plan)
        or not (_same_change(e, plan) or _says_no_change(e))
    ):
        return False
    return not claim.time.known or overlap(claim.time, wanted.time)


def _goes_on_anew(e: Entry, plan: Entry) -> bool:
    """Whether a plan is told right behind what was called off, in its article, as the new one: "will now be played on ..."."""
    return e.claim.span.article == plan.claim.span.article and e.claim.span < plan.claim.span and anew(plan.claim)


def _moves_away(e: Entry, plan: Entry) -> bool:
    """Whether a claim that gives a thing another day can mean the day of a plan: one that was not long over when it was
    printed, and that another article told before it; in its own article one that comes before the new day."""
    claim, wanted = e.claim, plan.claim
    if not begins_apart(claim.time, wanted.time) or not _not_before(e, plan):
        return False
    if e.said.begin.known and wanted.time.last < e.said.begin.lo - _LATE:
        return False
    earlier = e.said.begin.known and plan.said.begin.known and plan.said.begin.hi < e.said.begin.lo
    return earlier or (not rescheduled(wanted) and wanted.time.begin.hi < claim.time.begin.lo)


def _is_done(e: Entry, plan: Entry) -> bool:
    claim, wanted = e.claim, plan.claim
    if wanted.phase == "start" and _lasts_beyond(e, plan):
        return True
    if claim.status not in _DONE or claim.polarity != "positive" or not _not_before(e, plan):
        return False
    if wanted.phase in themes().switching:
        day = claim.time.begin.lo if claim.time.begin.known else e.said.begin.lo if e.said.begin.known else FIRST
        return _same_change(e, plan) and _first(plan) <= day <= _last(plan) + _LATE
    if claim.status is not Status.HAPPENED or claim.time.lasting or not claim.time_expr:
        return False
    return any(day.known and overlap(day, wanted.time) for day in (claim.time, *e.days))


def _tells_since(e: Entry, plan: Entry) -> bool:
    """Whether a claim printed soon after the day of a plan tells, without a time, that something happened: "the summit ended
    without an agreement", "the ferry carried 900 people". Whoever reads it knows what came of the plan."""
    claim, said, day = e.claim, e.said.begin, plan.claim.time.end
    if claim.status is not Status.HAPPENED or claim.polarity != "positive" or claim.time.known or claim.phase in _WORDS:
        return False
    if not (said.known and day.known and plan.said.begin.known) or claim.kind is not Kind.REPORT:
        return False
    return said.lo > plan.said.begin.hi and day.lo <= said.lo and said.hi <= day.hi + _SOON


def _lasts_beyond(e: Entry, plan: Entry) -> bool:
    """Whether a claim printed after the day of a begin says until when the thing lasts: so it has begun."""
    after = e.said.begin.known and e.said.begin.lo > _last(plan)
    return after and e.claim.time.lasting and e.claim.polarity == "positive" and e.claim.time.last >= e.said.begin.lo


def _is_later(e: Entry, plan: Entry) -> bool:
    claim, wanted = e.claim, plan.claim
    still = claim.phase == "continue" and claim.time.lasting and wanted.phase in _OPENING
    if claim.status not in _ANEW or not (still or claim.phase == wanted.phase in themes().switching):
        return False
    later = e.said.begin.known and plan.said.begin.known and e.said.begin.lo > plan.said.begin.hi
    return later and claim.time.known and claim.time.last > wanted.time.last and claim.time.last < LAST


def _says_no_change(e: Entry) -> bool:
    """Whether a claim only says that something is off, and not what: no opening by "the closure was called off"."""
    return _changes(e) <= {"plan", *_PUTTING_OFF}


def _same_change(e: Entry, plan: Entry) -> bool:
    """Whether both tell of one change, by its word ("close") or its noun ("the closure")."""
    mine, wanted = _changes(e) | deeds(e.claim), _changes(plan) | deeds(plan.claim)
    return bool(mine & wanted)


def _changes(entry: Entry) -> set[str]:
    nouns = themes().change_of
    return {entry.claim.phase} - {""} | {nouns[c] for c in entry.claim.concepts if c in nouns}


def _one_thing(e: Entry, plan: Entry, known: World, row: Set[str]) -> bool:
    """Whether both speak of one thing: a topic of both, or the noun of the change, and no places that lie apart. What
    names no topic speaks of what its `row` is about."""
    nouns, wanted = themes().change_of, plan.claim
    shared = (_tacit(e, plan, row) and _same_change(e, plan)) or not set(e.claim.concepts).isdisjoint(wanted.concepts)
    by_noun = any(nouns.get(c) in _changes(plan) for c in e.claim.concepts)
    where, there = e.claim.places, wanted.places
    fits = not where or not there or any(known.fits(a, b) for a in where for b in there)
    return e.claim.id != wanted.id and fits and (shared or by_noun)


def _around(e: Entry, plan: Entry, known: World) -> bool:
    """Whether both tell of one change to the same things, the one in a place that no table knows and that may so lie in that
    of the other: a visit to a town, and to a quarter of it."""
    where, there = e.claim.places, plan.claim.places
    may_meet = bool(where and there) and any(known.may_meet(a, b) for a in where for b in there)
    same = (
        bool(e.claim.phase) and e.claim.phase == plan.claim.phase and set(e.claim.concepts) >= set(plan.claim.concepts)
    )
    return may_meet and same and bool(plan.claim.concepts) and e.claim.id != plan.claim.id


def _tacit(e: Entry, plan: Entry, row: Set[str]) -> bool:
    """Whether one of two claims of a row leaves unsaid what it is about."""
    return e.claim.id in row and e.claim.id != plan.claim.id and not (e.claim.concepts and plan.claim.concepts)


def _not_before(e: Entry, plan: Entry) -> bool:
    """Whether a claim may have been printed after a plan, as far as the two days are known."""
    return not e.said.begin.known or not plan.said.begin.known or e.said.begin.hi >= plan.said.begin.lo


def _first(plan: Entry) -> int:
    begin = plan.claim.time.begin
    return begin.lo if begin.known else plan.said.begin.lo if plan.said.begin.known else FIRST


def _last(plan: Entry) -> int:
    end = plan.claim.time.end
    return min(end.hi, LAST - _LATE) if end.known else LAST - _LATE


def newest(members: Sequence[Entry]) -> list[Entry]:
    """The entries of a plan printed last, and those that agree with one of them on the time."""
    last = max(e.said.sort_key for e in members)
    latest = [e for e in members if e.said.sort_key == last]
    return [e for e in members if any(overlap(e.claim.time, o.claim.time) for o in latest)]
