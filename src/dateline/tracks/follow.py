"""The board: each track, and how it stands on a day. No row rests on a paraphrase: a state is a claim's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline import edtf, origin
from dateline.ids import digest
from dateline.lang import interface
from dateline.model import (
    Dating,
    Due,
    Entity,
    Event,
    Independence,
    Kind,
    Reading,
    Relation,
    RelationKind,
    Row,
    SourceKind,
    State,
    Status,
    Story,
)
from dateline.tracks.plans import closed_by, due_next, overdue, plans
from dateline.tracks.thread import Entry, homes, label, threads
from dateline.when import FIRST, NEVER_SAID, When, moment

_STANDING = frozenset({Status.HAPPENED, Status.ONGOING, Status.CANCELLED, Status.REQUIRED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class _Context:
    """What all rows look things up in."""

    events: Mapping[str, Event]
    contested: frozenset[str]
    followed: frozenset[str]
    names: Mapping[str, str]
    as_of: int
    reach: int


def follow(
    readings: tuple[Reading, ...],
    events: tuple[Event, ...],
    relations: tuple[Relation, ...],
    datings: tuple[Dating, ...],
    as_of: str,
    entities: tuple[Entity, ...] = (),
    stories: tuple[Story, ...] = (),
) -> tuple[tuple[Reading, ...], tuple[Row, ...]]:
    """The readings with `claim.track` filled in, and the rows, those most articles speak of first.

    `as_of` is an ISO day ("" where none is known): what lies ahead of it is due, what lies behind it without a report
    is overdue, and that only where the collection reaches beyond the day. Without `stories`, articles that share an
    event count as one story.
    """
    day = date.fromisoformat(as_of).toordinal() if as_of else FIRST
    context = _context(events, relations, datings, day, _names(readings, entities))
    rows, track_of = [], {}
    for (_, topic), entries in threads(readings, datings, context.events, homes(readings, events, stories)).items():
        row = _row(topic, entries, context)
        rows.append((len({e.claim.span.article for e in entries}), row))
        track_of.update({e.claim.id: row.track for e in entries})
    filled = tuple(
        replace(r, claims=tuple(replace(c, track=track_of.get(c.id, "")) for c in r.claims)) for r in readings
    )
    ordered = sorted(rows, key=lambda item: (-item[0], -len(item[1].claims), item[1].label, item[1].track))
    return filled, tuple(row for _, row in ordered)


def _context(
    events: Sequence[Event],
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    day: int,
    names: Mapping[str, str],
) -> _Context:
    disputed = [r for r in relations if r.kind is RelationKind.CONTRADICTS]
    reach = max((d.when.begin.lo for d in datings if d.when.begin.known), default=FIRST)
    return _Context(
        events={e.id: e for e in events},
        contested=frozenset(c for r in disputed for c in (r.left, r.right)),
        followed=closed_by(relations),
        names=names,
        as_of=day,
        reach=reach,
    )


def _names(readings: Sequence[Reading], entities: Sequence[Entity]) -> dict[str, str]:
    """How each entity is called: by its first name in the interface's language, else by the words the articles use most."""
    shown = interface()
    out = {e.id: name for e in entities for lang, name in reversed(e.names) if lang == shown}
    counts: dict[str, dict[str, int]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.entity and not mention.demonym:
                quotes = counts.setdefault(mention.entity, {})
                quotes[mention.span.quote] = quotes.get(mention.span.quote, 0) + 1
    return {e: min(quotes, key=lambda q: (-quotes[q], q)) for e, quotes in counts.items()} | out


def _row(topic: str, entries: Sequence[Entry], context: _Context) -> Row:
    current = _current(entries, context.as_of)
    same = [e for e in entries if e.claim.event and e.claim.event == current.claim.event] or [current]
    tally = origin.count(e.claim for e in same)
    ahead = plans(entries, context.events, context.followed)
    late = overdue(ahead, context.as_of, context.reach)
    founder = min(entries, key=lambda e: (e.said.sort_key, e.claim.id)).claim
    return Row(
        track=digest("t", founder.id),
        label=label(topic, entries, context.names),
        state=current.claim.span.quote,
        state_claim=current.claim.id,
        since=_since(current),
        last_confirmed=_confirmed(founder_of(same), same),
        last_repeated=_newest([e for e in same if e is not founder_of(same)]),
        according_to=tuple(dict.fromkeys(_voice(e) for e in same)),
        origins=tally.independent,
        origins_dependent=tally.dependent,
        origins_unknown=tally.unknown,
        contested=any(e.claim.id in context.contested for e in entries),
        next=due_next(ahead, context.as_of),
        overdue=late,
        history=_history(entries),
        claims=tuple(e.claim.id for e in entries),
        reasons=_reasons(entries, current, late, context),
    )


def _reasons(entries: Sequence[Entry], current: Entry, late: Sequence[Due], context: _Context) -> tuple[str, ...]:
    articles = len({e.claim.span.article for e in entries})
    holds = edtf.write(current.holds) or "no stated time"
    until = f" by {_iso(context.as_of)}" if context.as_of > FIRST else ""
    reasons = [
        f"{len(entries)} claims of {articles} articles are followed here",
        f"of those that hold{until} this is the latest ({current.claim.status}, {holds})",
    ]
    reasons += [
        f"due {edtf.write(due.time)}, and nothing in this collection, which reaches to {_iso(context.reach)}, tells an outcome"
        for due in late
    ]
    disputed = sorted(e.claim.id for e in entries if e.claim.id in context.contested)
    return (*reasons, *([f"contested: {', '.join(disputed)}"] if disputed else []))


def founder_of(entries: Sequence[Entry]) -> Entry:
    """The entry printed first."""
    return min(entries, key=lambda e: (e.said.sort_key, e.claim.id))


def _current(entries: Sequence[Entry], as_of: int) -> Entry:
    """The latest entry that holds by the day and says more than a plan; else the latest that could be one."""
    begun = [e for e in entries if not e.holds.begin.known or e.holds.begin.lo <= as_of]
    for wanted in (_bears_and_stands, _stands, _any):
        found = [e for e in begun or entries if wanted(e)]
        if found:
            return max(found, key=_recency)
    raise AssertionError("a track has at least one entry")


def _bears_and_stands(entry: Entry) -> bool:
    going_on = entry.claim.status is Status.ONGOING and entry.claim.kind is Kind.REPORT
    return _stands(entry) and (bool(entry.claim.phase) or going_on)


def _stands(entry: Entry) -> bool:
    """Whether the claim says how things stand; that a thing is not so says it only of a change that was denied."""
    return entry.claim.status in _STANDING and (entry.claim.status is not Status.DENIED or bool(entry.claim.phase))


def _any(_entry: Entry) -> bool:
    return True


def _recency(entry: Entry) -> tuple[int, int, str]:
    """What goes on counts up to the day it was printed, what has no time as oldest; then the later print, the id."""
    said = entry.said.begin.lo if entry.said.begin.known else FIRST
    holds = entry.holds
    if entry.claim.status is Status.ONGOING or holds.lasting:
        return said, said, entry.claim.id
    return (holds.begin.hi if holds.begin.known else FIRST), said, entry.claim.id


def _since(entry: Entry) -> When:
    """Since when the state holds, as far as its claim says; a state that only "is" has no begin."""
    time = entry.claim.time
    if not time.known:
        return NEVER_SAID
    return moment(time.begin) if time.lasting else time


def _confirmed(first: Entry, same: Sequence[Entry]) -> When:
    """The newest printing by an origin known to be another than the first one's."""
    return _newest([e for e in same if origin.independence(first.claim, e.claim)[0] is Independence.YES])


def _newest(entries: Sequence[Entry]) -> When:
    return max((e.said for e in entries), key=lambda w: w.sort_key, default=NEVER_SAID)


def _voice(entry: Entry) -> str:
    """Who says it, as the text names them, and what kind of source that is."""
    if not entry.claim.attribution:
        return f"{entry.paper} ({SourceKind.PAPER})"
    first = entry.claim.attribution[0]
    return f"{first.source} ({first.kind})" if first.source else f"unnamed, in {entry.paper} ({first.kind})"


def _history(entries: Sequence[Entry]) -> tuple[State, ...]:
    """One state an event and status, oldest first; its words are those of its first claim."""
    groups: dict[tuple[str, Status], list[Entry]] = {}
    for entry in filter(_tells, entries):
        groups.setdefault((entry.claim.event or entry.claim.id, entry.claim.status), []).append(entry)
    return tuple(
        State(
            text=members[0].claim.span.quote,
            status=status,
            phase=next((m.claim.phase for m in members if m.claim.phase), ""),
            time=members[0].holds,
            claims=tuple(m.claim.id for m in members),
        )
        for (_, status), members in groups.items()
    )


def _tells(entry: Entry) -> bool:
    """Whether a claim is a chapter of the track: a change, a plan, or what was so at a time; not what was not so."""
    claim = entry.claim
    if claim.phase or claim.status in (Status.PLANNED, Status.CANCELLED, Status.REQUIRED, Status.ONGOING):
        return True
    return claim.status is not Status.DENIED and claim.time.known


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
