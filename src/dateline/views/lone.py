"""What can be told in a line: rows and events that rest on one claim to which nothing else stands in any relation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dateline.model import Event, Row
from dateline.views.lookup import Lookup

T = TypeVar("T")

FEW = 6
"""So few lines are not worth a list of their own."""


def rows(look: Lookup) -> tuple[list[Row], list[Row]]:
    """The rows to tell in full and those to tell in a line: one claim, and nothing due, disputed, denied or pinned."""
    related = _related(look)
    lone = [r for r in look.brief.board if len(r.claims) == 1 and r.claims[0] not in related and _quiet(r)]
    return _parted(look.brief.board, lone)


def events(look: Lookup) -> tuple[list[Event], list[Event]]:
    """The events to tell in full, and those to tell in a line: one claim, no relation, and not how a row stands."""
    told = _related(look) | {r.state_claim for r in look.brief.board if len(r.claims) > 1}
    lone = [e for e in look.brief.events if len(e.claims) == 1 and e.claims[0] not in told]
    return _parted(look.brief.events, lone)


def _related(look: Lookup) -> set[str]:
    return {claim for r in look.brief.relations for claim in (r.left, r.right)}


def _quiet(row: Row) -> bool:
    return not (row.contested or row.denied or row.pinned or row.next or row.overdue)


def _parted(everything: Iterable[T], lone: list[T]) -> tuple[list[T], list[T]]:
    if len(lone) < FEW:
        return list(everything), []
    apart = set(map(id, lone))
    return [x for x in everything if id(x) not in apart], lone
