"""The constructions in the order they are tried, and what is made of a stretch of words."""

from __future__ import annotations

from functools import cache

from dateline.timex import clock, compose, dates, relative, spans, weeks
from dateline.timex.lexicon import Lexicon
from dateline.timex.pairs import shared
from dateline.timex.pattern import Item, Pass, Rule

_CORE: tuple[Rule, ...] = (*dates.RULES, *spans.RULES, *relative.RULES, *weeks.RULES, *clock.RULES)

_LATER = tuple(
    (Pass(rules), frozenset(needs.split()))
    for rules, needs in (
        (compose.DURATIONS, "APPROXIMATE APPROXIMATE_AFTER EXACT"),
        (compose.RELATIONS, "U BARE"),
        (compose.WHOLES, "D"),
        (compose.EDGES, "EDGE EDGE_AFTER WITHIN"),
        (compose.WHOLES, "EDGE EDGE_AFTER WITHIN"),
        (compose.CLOCKS, "T P"),
        (compose.ABOUTS, "APPROXIMATE"),
    )
)
"""The passes after the first, and the classes one of which a stretch must hold for them to find anything."""


def _first(order: str) -> tuple[Rule, ...]:
    return (*(dates.MONTH_FIRST if order == "mdy" else dates.DAY_FIRST), *_CORE)


@cache
def _core(order: str) -> Pass:
    return Pass(_first(order))


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """All constructions that are tried on a language."""
    later = (compose.DURATIONS, compose.RELATIONS, compose.WHOLES, compose.EDGES, compose.CLOCKS, compose.ABOUTS)
    return (*_first(lexicon.settings.get("date_order", "dmy")), *(rule for rules in later for rule in rules))


def parse(run: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items of a stretch of words with every construction put together."""
    items = _core(lexicon.settings.get("date_order", "dmy")).run(run)
    if len(items) < 2:
        return items
    present = set().union(*(item.cats for item in items))
    for later, needs in _LATER:
        if not needs.isdisjoint(present):
            items = later.run(items)
    return shared(items) if len(items) > 2 else items
