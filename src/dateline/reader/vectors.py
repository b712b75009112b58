"""Sentence vectors of the packaged encoder, as its own engine makes them (`embed_n` in `e5.c`), at seven times its speed; and
those of the same encoder after it was taught which sentences of different papers tell of one thing.
"""

from __future__ import annotations

import numpy as np

from dateline.reader import packaged, pieces, rounding, runtime
from dateline.reader.packaged import Floats, Packaged
from dateline.reader.pieces import Pieces

PREFIX = "passage: "
"""What the model was trained to see before a text that is not a question."""


class SentenceVectors:
    """The packaged encoder, ready to run. `file`: what is added to its matrices (`rounding`)."""

    def __init__(self, model: Packaged, vocabulary: Pieces, file: str) -> None:
        self.width = model.width
        self._model = model
        self._pieces = vocabulary
        self._network = runtime.sentence_network(model, file)

    def vector(self, text: str) -> Floats:
        """The mean of the last layer's vectors, of length one: shape (width,).

        A text beyond the model's places is read in windows, whose means weigh as many pieces as they hold.
        """
        found = self._pieces.text(PREFIX + text)
        window = self._model.positions - 2
        total = np.zeros(self.width, dtype=np.float64)
        for start in range(0, len(found), window):
            part = found[start : start + window]
            last = self._network.run([self._model.begin, *part, self._model.end])["y"]
            total += len(part) * last.mean(axis=0, dtype=np.float64)
        return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)


def load(file: str = rounding.FILE) -> SentenceVectors:
    """The encoder of the installed package, as it is or taught. Raises `BadModel` where it is missing or broken."""
    return SentenceVectors(packaged.installed(), pieces.installed(), file)
