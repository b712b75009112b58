"""Sections that carry a date of their own, as the entries of a live blog do: their times hang on that date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from dateline.expr import evaluate
from dateline.model import Sentence
from dateline.timex.anchoring import Anchored
from dateline.timex.finding import Found
from dateline.when import NEVER_SAID, When

_FEWEST = 2
"""One line with a date can be anything; two head sections."""

_MOST = 2
"""A head has a date, and a clock time where it comes as an expression of its own."""

_ANCHOR = re.compile(r"\banchor\b")
_WORD = re.compile(r"\w")


class Sections:
    """The sections of one article by the sentence that heads them."""

    def __init__(self, heads: Sequence[tuple[int, Found, str]]) -> None:
        self.heads = heads
        self.sentences = [sentence for sentence, _, _ in heads]

    def own(self, one: Found, expr: str) -> tuple[str, str]:
        """An expression as a function of the date of its section, and what it hangs on; as it is, and "", outside."""
        at = bisect_left(self.sentences, one.sentence) - 1
        if at < 0 or not _ANCHOR.search(expr):
            return expr, ""
        _, head, day = self.heads[at]
        return _ANCHOR.sub(day, expr), f"timex:{head.start}"


def sections(
    text: str, found: Sequence[Found], placed: Sequence[Anchored], sentences: Sequence[Sentence], published: When
) -> Sections:
    """The sections of an article: headed by sentences that are nothing but a whole date, and at most a clock time.

    None in an article that has less than two of them, or one that lies behind the article's own date.
    """
    heads: list[tuple[int, Found, str]] = []
    rows = zip(found, placed, strict=True)
    for number, together in groupby(rows, key=lambda row: row[0].sentence):
        own = tuple(together)
        days = [(one, at.base) for one, at in own if at.anchor == "none" and _whole(at.base)]
        if len(days) != 1 or len(own) > _MOST or not _alone(text, [one for one, _ in own], sentences[number]):
            continue
        if published.begin.known and evaluate(days[0][1], NEVER_SAID).begin.lo > published.end.hi:
            return Sections(())
        heads.append((number, *days[0]))
    return Sections(heads if len({base for _, _, base in heads}) >= _FEWEST else ())


def _whole(expr: str) -> bool:
    """Whether an expression that needs no anchor names one day."""
    day = evaluate(expr, NEVER_SAID)
    return day.known and not day.lasting and day.begin.size == 1


def _alone(text: str, own: Sequence[Found], sentence: Sentence) -> bool:
    """Whether these expressions are all that a sentence says."""
    words, end = "", sentence.start
    for one in own:
        words += text[end : one.start]
        end = max(end, one.end)
    return not _WORD.search(words + text[end : sentence.end])
