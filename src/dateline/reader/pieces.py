"""Text into pieces of the packaged vocabulary: characters normalised, then the likeliest split (Kudo 2018, unigram).

The same as `tok_content` of the package's `e5.c`, word by word: no piece holds a word mark but at its start, so the
best split of a text is the best splits of its words, and each word is split once and remembered.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from dateline.reader import packaged
from dateline.reader.packaged import Packaged

MARK = "▁"
"""Stands for the blank before a word (SentencePiece)."""

UNKNOWN_PENALTY = 10.0
"""How much worse than the worst piece an unknown character is; the same in `e5.c` and SentencePiece."""

_REMEMBERED = 1 << 16


class Pieces:
    """The vocabulary of a packaged model, ready for look-up."""

    def __init__(self, model: Packaged) -> None:
        text, starts = model.piece_bytes, model.piece_starts.tolist()
        known = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        self._scores = model.piece_scores.tolist()
        self._longest = max(map(len, known))
        known[model.unknown] = ""
        # Where two pieces read alike, the first is found, as by the package's own table.
        self._ids = dict(zip(reversed(known), reversed(range(len(known))), strict=True))
        self._ids.pop("", None)
        self._normal = dict(model.normal)
        self.unknown = model.unknown
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        self.split = lru_cache(maxsize=_REMEMBERED)(self._split)
        self.word = lru_cache(maxsize=_REMEMBERED)(self._word)

    def text(self, text: str) -> list[int]:
        """The pieces of a whole text, without begin and end."""
        normal = self.normalised(text)
        while "  " in normal:
            normal = normal.replace("  ", " ")
        if not normal.startswith(" "):
            normal = " " + normal
        return [piece for word in normal.split(" ")[1:] for piece in self.split(MARK + word)]

    def _word(self, word: str, blank_before: bool) -> tuple[int, ...]:
        """The pieces of one word of a text; none where nothing of it is left after normalisation."""
        normal = "".join(self.normalised(word).split(" "))
        return self.split(MARK + normal if blank_before else normal)

    def normalised(self, text: str) -> str:
        """The text with each character replaced as the vocabulary wants it."""
        return text.translate(self._normal)

    def _split(self, word: str) -> tuple[int, ...]:
        """The likeliest split of a word by its pieces' summed scores (Viterbi); the earliest of equals."""
        best = [0.0] + [-1e30] * len(word)
        came: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)
        for start in range(len(word)):
            score = best[start]
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                piece = self._ids.get(word[start:end])
                if piece is not None and score + self._scores[piece] > best[end]:
                    best[end], came[end] = score + self._scores[piece], (start, piece)
            if score + self._unknown_score > best[start + 1]:
                best[start + 1], came[start + 1] = score + self._unknown_score, (start, self.unknown)
        found: list[int] = []
        at = len(word)
        while at:
            at, piece = came[at]
            found.append(piece)
        return tuple(reversed(found))


@cache
def installed() -> Pieces:
    """The vocabulary of the installed package, once a process. Raises `BadModel` where there is none."""
    return Pieces(packaged.installed())
