"""The board: each track, and how it stands on a day. No row rests on a paraphrase: a state is a claim's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.ended import closed, endings
from dateline.lang import interface
from dateline.model import Claim, Dating, Entity, Event, Problem, Reading, Relation, Row, Story
from dateline.tracks.gather import Thread, gather
from dateline.tracks.naming import world
from dateline.tracks.row import context, make
from dateline.tracks.thread import has_condition, homes
from dateline.tracks.watched import edit
from dateline.watch import NO_WATCH, Watch
from dateline.when import FIRST, Bound


def follow(
    readings: tuple[Reading, ...],
    events: tuple[Event, ...],
    relations: tuple[Relation, ...],
    datings: tuple[Dating, ...],
    as_of: str,
    entities: tuple[Entity, ...] = (),
    stories: tuple[Story, ...] = (),
    watch: Watch = NO_WATCH,
) -> tuple[tuple[Reading, ...], tuple[Row, ...], tuple[Problem, ...]]:
    """The readings with `claim.track` filled in; the rows, pinned ones first, then those most articles speak of; and
    what of a user's watch could not be done.

    `as_of` is an ISO day ("" where none is known): what lies ahead of it is due, what lies behind it without a report
    is overdue, and that only where the collection reaches beyond the day. Without `stories`, articles that share an
    event count as one story.
    """
    day = date.fromisoformat(as_of).toordinal() if as_of else FIRST
    claims = {c.id: c for r in readings for c in r.claims}
    around = world(entities)
    known = context(claims, events, relations, datings, day, _names(readings, entities), around)
    found = gather(readings, datings, known.events, relations, homes(readings, events, stories), around)
    edited = edit(found, watch, known.names, around, {e.id: {n.casefold() for _, n in e.names} for e in entities})
    rows = {i: make(t, known) for i, t in enumerate(edited.threads) if t.kept or has_condition(t.entries)}
    track_of = {e.claim.id: row.track for i, row in rows.items() for e in edited.threads[i].entries}
    filled = tuple(
        replace(r, claims=tuple(replace(c, track=track_of.get(c.id, "")) for c in r.claims)) for r in readings
    )
    over = endings({c.id: c for r in filled for c in r.claims}, relations)
    rows = {i: _closed(row, over, claims) for i, row in rows.items()}
    others = (i for i in rows if i not in edited.pinned)
    ordered = sorted(others, key=lambda i: (*_weight(edited.threads[i]), rows[i].label, rows[i].track))
    first = [rows[p] if isinstance(p, int) else p for p in edited.pinned]
    return filled, (*first, *(rows[i] for i in ordered)), edited.problems


def _closed(row: Row, over: Mapping[str, Bound], claims: Mapping[str, Claim]) -> Row:
    """The row with an end for each of its states that was over by another claim."""
    ends = [over.get(claims[s.claims[0]].event) for s in row.history]
    states = zip(row.history, ends, strict=True)
    return replace(row, history=tuple(replace(s, time=closed(s.time, end)) for s, end in states)) if any(ends) else row


def _weight(thread: Thread) -> tuple[int, int]:
    """What most articles, then most claims, speak of comes first."""
    return -len({e.claim.span.article for e in thread.entries}), -len(thread.entries)


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
