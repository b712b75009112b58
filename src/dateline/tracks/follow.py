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
    Reading,
    Relation,
    RelationKind,
    Row,
    SourceKind,
    State,
    Status,
    Story,
)
from dateline.tracks.gather import Thread, gather
from dateline.tracks.head import Head, head, planned_for, since
from dateline.tracks.matters import world
from dateline.tracks.plans import closed_by, due_next, overdue, plans
from dateline.tracks.thread import Entry, homes, label
from dateline.when import FIRST, NEVER_SAID, When


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
    story_of = homes(readings, events, stories)
    for thread in gather(readings, datings, context.events, relations, story_of, world(entities)):
        row = _row(thread, context)
        rows.append((len({e.claim.span.article for e in thread.entries}), row))
        track_of.update({e.claim.id: row.track for e in thread.entries})
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


def _row(thread: Thread, context: _Context) -> Row:
    entries = thread.entries
    found = head(thread.topic, entries, context.as_of)
    same = _on_its_side(found.shown, entries)
    tally = origin.count(e.claim for e in same)
    ahead = plans(entries, context.events, context.followed)
    late = overdue(ahead, context.as_of, context.reach)
    disputed = _disputed(found, entries, context)
    return Row(
        track=digest("t", founder_of(entries).claim.id),
        label=label(thread.topic, entries, context.names, thread.apart),
        state=found.shown.claim.span.quote,
        state_claim=found.shown.claim.id,
        since=since(found.shown),
        last_confirmed=_confirmed(founder_of(same), same),
        last_repeated=_newest([e for e in same if e is not founder_of(same)]),
        according_to=tuple(dict.fromkeys(_voice(e) for e in same)),
        origins=tally.independent,
        origins_dependent=tally.dependent,
        origins_unknown=tally.unknown,
        contested=bool(disputed),
        next=due_next(ahead, context.as_of),
        overdue=late,
        history=_history(entries),
        claims=tuple(e.claim.id for e in entries),
        reasons=_reasons(entries, found, late, disputed, context),
        planned_for=planned_for(found.shown),
        denied=tuple(e.claim.id for e in found.denied),
    )


def _on_its_side(shown: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """The claims of the shown claim's event that do not say the opposite."""
    claim = shown.claim
    same = [e for e in entries if e.claim.event and e.claim.event == claim.event]
    return [e for e in same if (e.claim.status is Status.DENIED) == (claim.status is Status.DENIED)] or [shown]


def _disputed(found: Head, entries: Sequence[Entry], context: _Context) -> list[str]:
    """The claims that contradict one another or what the row shows."""
    return sorted(
        {e.claim.id for e in entries if e.claim.id in context.contested} | {e.claim.id for e in found.contested}
    )


def _reasons(
    entries: Sequence[Entry], found: Head, late: Sequence[Due], disputed: Sequence[str], context: _Context
) -> tuple[str, ...]:
    articles = len({e.claim.span.article for e in entries})
    holds = edtf.write(found.shown.holds) or "no stated time"
    until = f" by {_iso(context.as_of)}" if context.as_of > FIRST else ""
    reasons = [
        f"{len(entries)} claims of {articles} articles are followed here",
        f"of those that hold{until} this is the latest ({found.shown.claim.status}, {holds})",
    ]
    reasons += [f"said not to be so: {e.claim.id}" for e in found.denied]
    reasons += [
        f"due {edtf.write(due.time)}, and nothing in this collection, which reaches to {_iso(context.reach)}, tells an outcome"
        for due in late
    ]
    return (*reasons, *([f"contested: {', '.join(disputed)}"] if disputed else []))


def founder_of(entries: Sequence[Entry]) -> Entry:
    """The entry printed first."""
    return min(entries, key=lambda e: (e.said.sort_key, e.claim.id))


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
