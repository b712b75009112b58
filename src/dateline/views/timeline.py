"""The timeline every view draws from: events in order of time, what is known of each time, how each event stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dateline.ended import closed, endings
from dateline.model import Brief, Event, Status
from dateline.views.phrases import Sureness, phrase, sureness
from dateline.when import When


class Mark(StrEnum):
    """How an event's mark is drawn, by its status."""

    SOLID = "solid"
    HOLLOW = "hollow"
    CROSSED = "crossed"
    DOTTED = "dotted"


class Order(StrEnum):
    """How sure it is that an entry comes after the one above it."""

    FIRST = "first"
    AFTER = "after"
    SAME = "same time"
    UNSURE = "order not sure"


_MARKS = {
    Status.HAPPENED: Mark.SOLID,
    Status.ONGOING: Mark.SOLID,
    Status.PLANNED: Mark.HOLLOW,
    Status.REQUIRED: Mark.HOLLOW,
    Status.CANCELLED: Mark.CROSSED,
    Status.DENIED: Mark.CROSSED,
    Status.POSSIBLE: Mark.DOTTED,
    Status.UNKNOWN: Mark.DOTTED,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `time` is that of the event, with the end that others tell of where its own claims tell none;
    `words` say it; `order` compares it with the line above."""

    event: Event
    time: When
    sureness: Sureness
    mark: Mark
    words: str
    order: Order

    @property
    def planned(self) -> bool:
        """Planned or required, not reported as done."""
        return self.mark is Mark.HOLLOW

    @property
    def cancelled(self) -> bool:
        """Cancelled or denied."""
        return self.mark is Mark.CROSSED


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive entries of one time, under one heading."""

    words: str
    sureness: Sureness
    entries: tuple[Entry, ...]


def entries(brief: Brief) -> tuple[Entry, ...]:
    """All events, by earliest day, latest day and clock (`When.sort_key`); those of unknown time last.

    Between the two outer days and the clock the kind of time counts, so that equal times stand together.
    """
    found: list[Entry] = []
    above: When | None = None
    over = endings({c.id: c for r in brief.readings for c in r.claims}, brief.relations)
    for event in sorted(brief.events, key=_place):
        time = closed(event.time, over.get(event.id))
        found.append(Entry(event, time, sureness(time), mark(event.status), phrase(time), order(above, time)))
        above = time
    return tuple(found)


def _place(event: Event) -> tuple[object, ...]:
    first, last, clock = event.time.sort_key
    return first, last, sureness(event.time), event.time.begin.ranges, event.time.end.ranges, clock, event.id


def groups(lines: Iterable[Entry]) -> tuple[Group, ...]:
    """Entries of the same time together: of one day, whatever the clock; else of one and the same set of days."""
    made = []
    for _, same in groupby(lines, key=lambda e: (e.time.begin.ranges, e.time.end.ranges, e.sureness)):
        members = tuple(same)
        head = members[0].time
        bare = When(head.begin, head.end, head.lasting, all(e.time.approximate for e in members))
        made.append(Group(phrase(bare), members[0].sureness, members))
    return tuple(made)


def mark(status: Status) -> Mark:
    """Solid: reported as done or going on. Hollow: planned. Crossed: called off or denied. Dotted: not settled."""
    return _MARKS[status]


def order(above: When | None, time: When) -> Order:
    """Whether a time certainly begins after the one above it, is the same moment, or may lie on either side."""
    if above is None:
        return Order.FIRST
    if above.exact and time.exact and above.begin.lo == time.begin.lo:
        return Order.SAME if above.clock == time.clock else Order.AFTER
    if not (above.begin.known and time.begin.known):
        return Order.UNSURE
    return Order.AFTER if above.begin.hi < time.begin.lo else Order.UNSURE
