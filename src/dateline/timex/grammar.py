"""The constructions in the order they are tried, and what is made of a stretch of words."""

from __future__ import annotations

from functools import cache

from dateline.timex import clock, compose, dates, relative, spans
from dateline.timex.lexicon import Lexicon
from dateline.timex.pairs import shared
from dateline.timex.pattern import Item, Pass, Rule

_CORE: tuple[Rule, ...] = (*dates.RULES, *spans.RULES, *relative.RULES, *clock.RULES)

_LATER = tuple(
    Pass(rules)
    for rules in (
        compose.DURATIONS,
        compose.RELATIONS,
        compose.WHOLES,
        compose.EDGES,
        compose.WHOLES,
        compose.CLOCKS,
        compose.ABOUTS,
    )
)


@cache
def _core(order: str) -> Pass:
    extra = dates.MONTH_FIRST if order == "mdy" else dates.DAY_FIRST
    return Pass((*extra, *_CORE))


def parse(run: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items of a stretch of words with every construction put together."""
    items = _core(lexicon.settings.get("date_order", "dmy")).run(run)
    for later in _LATER:
        if len(items) > 1:
            items = later.run(items)
    return shared(items) if len(items) > 2 else items
