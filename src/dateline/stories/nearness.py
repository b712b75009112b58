"""How near the words of two texts are, asked only where it can change the answer.

Within a language shared letters tell (Dice's coefficient over four-letter pieces); across languages the encoder does.
Encoding is by far the dearest step, so a pair whose other reasons decide anyway is never encoded, and whether it is
depends on the pair alone, not on the rest of the collection.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dateline.ports import Encoder
from dateline.scoring import Reason, Score, ramp

_COSINES = (0.15, 0.5)
"""Cosines of a centred encoder at which two texts have nothing in common, and say the same."""

_SPELLINGS = (0.1, 0.5)
"""The same for shared letters."""

MOST_LETTERS = 200
"""Characters of a text that are encoded: the cost grows with the length, and what is claimed stands early."""

_PIECE = 4


@dataclass(frozen=True, slots=True)
class Worded:
    """Two texts, their languages, and what is known of the pair without their words."""

    left: str
    right: str
    left_lang: str
    right_lang: str
    score: Score

    @property
    def crosses(self) -> bool:
        """Whether the two are in different languages."""
        return self.left_lang != self.right_lang


@dataclass(frozen=True, slots=True)
class Range:
    """What words can add to a score: `least` where they have nothing in common, `most` where they say the same."""

    threshold: float
    least: float
    most: float

    def open(self, total: float) -> bool:
        """Whether words can lift a total over the threshold or drop it below."""
        return total + self.least < self.threshold <= total + self.most

    def held(self, score: Score) -> bool:
        """Whether the rest is enough: across languages unlike words are no reason to doubt it."""
        return score.total >= self.threshold

    def reason(self, value: float, scale: tuple[float, float], how: str) -> Reason:
        """What a likeness adds."""
        share = ramp(value, *scale)
        words = (
            "the words are near" if share >= 0.5 else "the words are a little alike" if share > 0.15 else "other words"
        )
        return Reason("words", round(self.least + (self.most - self.least) * share, 4), f"{words} ({how} {value:.2f})")


def with_words(pairs: Iterable[Worded], encoder: Encoder, allowed: Range) -> list[Score]:
    """The scores of the pairs, with what their words say where that can decide, in the given order."""
    items = list(pairs)
    scores = [p.score for p in items]
    asked = [
        i for i, p in enumerate(items) if allowed.open(p.score.total) and not (p.crosses and allowed.held(p.score))
    ]
    foreign = [i for i in asked if items[i].crosses]
    texts = sorted({text[:MOST_LETTERS] for i in foreign for text in (items[i].left, items[i].right)})
    rows = {text: row for row, text in enumerate(texts)}
    vectors = encoder.encode(texts) if texts else np.zeros((0, 1), dtype=np.float32)
    for i in asked:
        pair = items[i]
        if pair.crosses:
            cosine = float(np.dot(vectors[rows[pair.left[:MOST_LETTERS]]], vectors[rows[pair.right[:MOST_LETTERS]]]))
            scores[i] = pair.score.plus([allowed.reason(round(cosine, 3), _COSINES, "cosine")])
        else:
            scores[i] = pair.score.plus([allowed.reason(spelling(pair.left, pair.right), _SPELLINGS, "letters")])
    return scores


def spelling(left: str, right: str) -> float:
    """Dice's coefficient of the four-letter pieces of two texts.

    >>> spelling("the flight", "the flight")
    1.0
    """
    a, b = _pieces(left), _pieces(right)
    return round(2 * len(a & b) / (len(a) + len(b)), 3) if a and b else 0.0


@lru_cache(maxsize=4096)
def _pieces(text: str) -> frozenset[str]:
    plain = " ".join(text.casefold().split())
    return frozenset(plain[i : i + _PIECE] for i in range(len(plain) - _PIECE + 1))
