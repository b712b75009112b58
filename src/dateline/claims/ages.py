"""Figures that say how old somebody is, and count nothing: "a 38-year-old woman", "im Alter von 38 Jahren", "Anna Weber, 38,"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.numerals import Figures
from dateline.claims.tokens import Token

_OLDEST = 120
_WIDEST = 4
_CLOSERS = {",": frozenset(",.;:)"), "(": frozenset(")")}


def is_age(text: str, tokens: Sequence[Token], at: tuple[int, int], value: float, figures: Figures) -> bool:
    """Whether the figure at these positions (half-open) of a sentence of `text` is an age."""
    start, end = at
    if not 0 < value <= _OLDEST:
        return False
    behind = text[tokens[end - 1].end :][: figures.age_reach].casefold()
    if behind.startswith(figures.age_behind):
        return True
    words = [t.word for t in tokens[max(0, start - _WIDEST) : start]]
    if any(figures.age_before.at(words, k) == len(words) - k for k in range(len(words))):
        return True
    return _behind_a_name(tokens, start, end)


def _behind_a_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a bare figure stands between two commas or in brackets behind a name."""
    if start < 2 or not tokens[start].text.isdigit() or tokens[start - 2].mention < 0:
        return False
    closers = _CLOSERS.get(tokens[start - 1].text, frozenset())
    return bool(closers) and (end == len(tokens) or tokens[end].text in closers)
