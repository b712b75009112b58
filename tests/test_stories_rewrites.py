"""366 rewrites of one report are one event; 30 reports that look like it are 30 others. From the texts on."""

from __future__ import annotations

from functools import cache

from tests.rewrites import look_alikes, rewrites

from dateline import entities
from dateline.analysis import analyse
from dateline.encoders import Letters
from dateline.model import Event, Independence, Reading
from dateline.stories import compare, group, match, origins


@cache
def matched() -> tuple[tuple[Reading, ...], tuple[Event, ...]]:
    """All of them read, linked, grouped and matched."""
    readings = tuple(analyse(a).reading for a in (*rewrites(), *look_alikes()))
    linked, known, _ = entities.link(tuple(sorted(readings, key=lambda r: r.article.id)))
    found = match(origins(linked), group(linked, Letters(), known), Letters(), known)
    return found.readings, found.events


def events_of(names: set[str]) -> list[str]:
    """The event of each claim of the articles of those ids."""
    return [c.event for r in matched()[0] if r.article.id in names for c in r.claims]


def test_the_rewrites_are_one_event() -> None:
    found = events_of({a.id for a in rewrites()})
    assert len(found) >= 366
    assert len(set(found)) == 1


def test_every_look_alike_is_an_event_of_its_own() -> None:
    found = events_of({a.id for a in look_alikes()})
    assert len(found) == len(set(found)) == 30
    assert not set(found) & set(events_of({a.id for a in rewrites()}))


def test_relations_grow_with_the_claims_not_with_their_pairs() -> None:
    readings, events = matched()
    found = compare(readings, events, (), Letters())
    assert 300 < len(found) < 500
    assert all(r.independent is not Independence.YES for r in found)
