"""A row of the board from the claims of its track."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline import edtf, origin
from dateline.ids import digest
from dateline.model import (
    Claim,
    Dating,
    Due,
    Event,
    Independence,
    Relation,
    RelationKind,
    Row,
    SourceKind,
    State,
    Status,
)
from dateline.tracks.gather import Thread, ends
from dateline.tracks.head import Grown, Head, differ, head, planned_for, since
from dateline.tracks.naming import World
from dateline.tracks.plans import Known, closed_by, due_next, overdue, plans
from dateline.tracks.thread import Entry, label
from dateline.when import FIRST, NEVER_SAID, When


@dataclass(frozen=True, slots=True)
class Context:
    """What all rows look things up in."""

    events: Mapping[str, Event]
    contested: frozenset[str]
    opposed: frozenset[tuple[str, str]]
    followed: frozenset[str]
    grown: Grown
    names: Mapping[str, str]
    as_of: int
    reach: int
    world: World


def context(
    claims: Mapping[str, Claim],
    events: Sequence[Event],
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    day: int,
    names: Mapping[str, str],
    around: World,
) -> Context:
    """What the rows of a collection look things up in; `names` is how each entity is called."""
    disputed = [r for r in relations if r.kind is RelationKind.CONTRADICTS]
    reach = max((d.when.begin.lo for d in datings if d.when.begin.known), default=FIRST)
    return Context(
        events={e.id: e for e in events},
        contested=frozenset(c for r in disputed for c in (r.left, r.right)),
        opposed=frozenset(pair for r in disputed for pair in ((r.left, r.right), (r.right, r.left))),
        followed=closed_by(relations, claims),
        grown=_overtaken(relations, claims, events),
        names=names,
        as_of=day,
        reach=reach,
        world=around,
    )


def _overtaken(relations: Sequence[Relation], claims: Mapping[str, Claim], events: Sequence[Event]) -> Grown:
    """For each claim that gives a count those that bring it up to date, and for each that tells of a beginning those that
    tell of its end."""
    told = {e.id: e.claims for e in events}
    found: dict[str, list[str]] = {}
    for r in relations:
        if r.kind is not RelationKind.FOLLOWS:
            continue
        if r.on == "quantity":
            found.setdefault(r.left, []).append(r.right)
        elif ends(r, claims):
            for claim in told.get(claims[r.left].event, (r.left,)):
                found.setdefault(claim, []).append(r.right)
    return found


def called(thread: Thread, names: Mapping[str, str], known: World) -> str:
    """The label of a track: the user's, else its topic and what it is about."""
    return thread.label or label(thread.topic, thread.entries, names, known, thread.apart)


def track_id(thread: Thread) -> str:
    """The id of a track: that of the claim printed first."""
    return digest("t", founder_of(thread.entries).claim.id)


def empty(key: str, words: str, reasons: tuple[str, ...]) -> Row:
    """A pinned row of which nothing is known."""
    never = NEVER_SAID
    return Row(key, words, "", "", never, never, never, (), 0, 0, 0, False, None, (), (), (), reasons, pinned=True)


def make(thread: Thread, known: Context) -> Row:
    """The row of a track."""
    entries = thread.entries
    found = head(thread.topic, entries, known.as_of, known.grown)
    same = _on_its_side(thread.topic, found.shown, entries, known)
    tally = origin.count(e.claim for e in same)
    ahead = plans(thread.topic, entries, thread.story, Known(known.events, known.followed, known.world))
    late = overdue(ahead, entries, known.as_of, known.reach)
    disputed = _disputed(found, entries, known)
    return Row(
        track=track_id(thread),
        label=called(thread, known.names, known.world),
        state=found.shown.claim.span.quote,
        state_claim=found.shown.claim.id,
        since=since(found.shown),
        last_confirmed=_confirmed(same),
        last_repeated=_newest([e for e in same if e is not founder_of(same)]),
        according_to=tuple(dict.fromkeys(_voice(e) for e in same)),
        origins=tally.independent,
        origins_dependent=tally.dependent,
        origins_unknown=tally.unknown,
        contested=bool(disputed),
        next=due_next(ahead, known.as_of),
        overdue=late,
        history=_history(thread.topic, entries),
        claims=tuple(e.claim.id for e in entries),
        reasons=(*_reasons(entries, found, late, disputed, known), *thread.reasons),
        planned_for=planned_for(found.shown),
        denied=tuple(e.claim.id for e in found.denied),
        pinned=thread.pinned,
    )


def _on_its_side(topic: str, shown: Entry, entries: Sequence[Entry], known: Context) -> list[Entry]:
    """The claims of the shown claim's event that say no other thing: no denial, other figure or contradiction."""
    claim = shown.claim
    same = [e for e in entries if e.claim.event and e.claim.event == claim.event and e is not shown]
    denied = claim.status is Status.DENIED
    agreeing = [e for e in same if (e.claim.status is Status.DENIED) == denied and not differ(topic, e.claim, claim)]
    chosen = {claim.id, *(e.claim.id for e in agreeing if (e.claim.id, claim.id) not in known.opposed)}
    return [e for e in entries if e.claim.id in chosen]


def _disputed(found: Head, entries: Sequence[Entry], known: Context) -> list[str]:
    """The claims that contradict one another or what the row shows."""
    return sorted(
        {e.claim.id for e in entries if e.claim.id in known.contested} | {e.claim.id for e in found.contested}
    )


def _reasons(
    entries: Sequence[Entry], found: Head, late: Sequence[Due], disputed: Sequence[str], known: Context
) -> tuple[str, ...]:
    articles = len({e.claim.span.article for e in entries})
    holds = edtf.write(found.shown.holds) or "no stated time"
    until = f" by {_iso(known.as_of)}" if known.as_of > FIRST else ""
    reasons = [
        f"{len(entries)} claims of {articles} articles are followed here",
        f"of those that hold{until} this is the latest ({found.shown.claim.status}, {holds})",
    ]
    reasons += [f"said not to be so: {e.claim.id}" for e in found.denied]
    reasons += [
        f"due {edtf.write(due.time)}, and nothing in this collection, which reaches to {_iso(known.reach)}, tells an outcome"
        for due in late
    ]
    return (*reasons, *([f"contested: {', '.join(disputed)}"] if disputed else []))


def founder_of(entries: Sequence[Entry]) -> Entry:
    """The entry printed first."""
    return min(entries, key=lambda e: (e.said.sort_key, e.claim.id))


def _confirmed(same: Sequence[Entry]) -> When:
    """The newest printing by an origin known to be another than that of one printed no later."""
    order = sorted(same, key=lambda e: (e.said.sort_key, e.claim.id))
    return _newest([e for n, e in enumerate(order) if any(_independent(o, e) for o in order[:n])])


def _independent(left: Entry, right: Entry) -> bool:
    return origin.independence(left.claim, right.claim)[0] is Independence.YES


def _newest(entries: Sequence[Entry]) -> When:
    return max((e.said for e in entries), key=lambda w: w.sort_key, default=NEVER_SAID)


def _voice(entry: Entry) -> str:
    """Who says it, as the text names them, and what kind of source that is."""
    if not entry.claim.attribution:
        return f"{entry.paper} ({SourceKind.PAPER})"
    first = entry.claim.attribution[0]
    return f"{first.source} ({first.kind})" if first.source else f"unnamed, in {entry.paper} ({first.kind})"


def _history(topic: str, entries: Sequence[Entry]) -> tuple[State, ...]:
    """One state an event and status, and for a toll a figure, oldest first; its words are those of its first claim."""
    groups: list[list[Entry]] = []
    places: dict[tuple[str, Status], list[list[Entry]]] = {}
    for entry in filter(_tells, entries):
        claim = entry.claim
        found = places.setdefault((claim.event or claim.id, claim.status), [])
        home = next((g for g in found if not differ(topic, g[0].claim, claim)), None)
        if home is None:
            home = []
            found.append(home)
            groups.append(home)
        home.append(entry)
    return tuple(
        State(
            text=members[0].claim.span.quote,
            status=members[0].claim.status,
            phase=next((m.claim.phase for m in members if m.claim.phase), ""),
            time=members[0].holds,
            claims=tuple(m.claim.id for m in members),
        )
        for members in groups
    )


def _tells(entry: Entry) -> bool:
    """Whether a claim is a chapter of the track: a change, a plan, or what was so at a time; not what was not so."""
    claim = entry.claim
    if claim.phase or claim.status in (Status.PLANNED, Status.CANCELLED, Status.REQUIRED, Status.ONGOING):
        return True
    return claim.status is not Status.DENIED and claim.time.known


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
