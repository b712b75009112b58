"""Vectors propose: how near the words of two texts are, asked only where it can change the answer.

Encoding is by far the dearest step, so a pair whose other reasons decide anyway is never encoded, and whether it is
depends on the pair alone, not on the rest of the collection.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dateline.ports import Encoder
from dateline.scoring import Reason, Score, ramp

_UNRELATED, _SAME = 0.15, 0.75
"""Cosines of a centred encoder at which two texts have nothing in common, and say the same."""


def open_between(low: float, high: float, threshold: float) -> bool:
    """Whether vectors that add between `low` and `high` can lift a total over the threshold or drop it below."""
    return low < threshold <= high


def reason(cosine: float, least: float, most: float) -> Reason:
    """What a cosine adds: from `least` where the words have nothing in common to `most` where they say the same."""
    share = ramp(cosine, _UNRELATED, _SAME)
    words = "the words are near" if share >= 0.5 else "the words are a little alike" if share > 0.15 else "other words"
    return Reason("vectors", round(least + (most - least) * share, 4), f"{words} (cosine {cosine:.2f})")


def with_vectors(
    pairs: Iterable[tuple[str, str, Score]], encoder: Encoder, threshold: float, least: float, most: float
) -> list[Score]:
    """The scores of pairs of texts, those that vectors can decide with what the vectors say, in the given order."""
    items = list(pairs)
    asked = [i for i, (_, _, s) in enumerate(items) if open_between(s.total + least, s.total + most, threshold)]
    texts = sorted({text for i in asked for text in items[i][:2]})
    rows = {text: row for row, text in enumerate(texts)}
    vectors = encoder.encode(texts) if texts else np.zeros((0, 1), dtype=np.float32)
    scores = [s for _, _, s in items]
    for i in asked:
        left, right, structured = items[i]
        cosine = float(np.dot(vectors[rows[left]], vectors[rows[right]]))
        scores[i] = structured.plus([reason(round(cosine, 3), least, most)])
    return scores
