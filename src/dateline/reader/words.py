"""Text into words, as the labelled sentences have them: the units the reader labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"""
      (?: [^\W\d_] \. ){2,}                      # letters with full stops: U.S., N.V.
    | \d+ (?: [.,:/] \d+ )* (?: -? [^\W\d_]+ )?  # figures: 40, 1,500, 08.30, 2023-built
    | [^\W_]+ (?: [-‐‑.&] [^\W_]+ )*             # words, hyphens within: Noord-Koreaanse, Spin.org
    | ['’] [^\W\d_]{1,2} \b                      # what stands behind an apostrophe: 's
    | \S                                         # any other sign by itself
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: half-open offsets into its text, and whether a blank stands before it."""

    start: int
    end: int
    blank: bool


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, with offsets into the whole text; blanks belong to none.

    >>> [(w.start, w.end, w.blank) for w in words("Air Koryo's jet.")]
    [(0, 3, False), (4, 9, True), (9, 11, False), (12, 15, True), (15, 16, False)]
    """
    found, last = [], start
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        first, behind = match.span()
        found.append(Word(first, behind, first > last))
        last = behind
    return found
