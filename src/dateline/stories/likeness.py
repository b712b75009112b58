"""How alike two claims in two languages are, seen against what else their articles say.

Two reports on one matter are all alike: their sentences share its names and its vocabulary, and a cosine alone cannot
tell the same sentence from a neighbour. What tells is how far a pair stands out: its cosine less the mean of those its
two claims reach with others of the two articles (the margin of Artetxe and Schwenk 2019, as a difference), and whether
each is the other's nearest. Both are functions of the two articles alone, so a third one changes nothing, but that stories
with more claims than `MOST_CLAIMS` are not compared so at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.model import Status
from dateline.ports import Encoder
from dateline.scoring import Reason, Score
from dateline.stories.nearness import MOST_LETTERS
from dateline.stories.sketch import Sketch

MOST_CLAIMS = 1200
"""Stories with more claims are not compared in full: encoding them would take longer than all else."""

_COSINE, _MARGIN, _BASE = 4.6, 5.3, -0.9
"""Points for a whole cosine and a whole margin, and what is taken off first: weights of a logistic regression on the pairs of
`corpus/matching/dev` that are each other's nearest, one unit of the logit for a point."""

_ONGOING, _UNLIKE = 0.4, 0.3
"""What is taken off for each side that goes on (a thing may be said of its state in many like words, and of its opposite), and
where the two are of different status."""

LEAST, MOST = 0.0, 2.8
"""What a pair that stands out adds."""

_NAMES = 0.4
"""What shared names add at most beside words that were compared: both articles are full of them."""

_TIMES = 2.0
"""How much more a shared time says there than where nothing is known of the words."""

_DECIDING = -1.0
"""A reason that speaks so much against: another flight, place or direction is not made good by like words."""

_LEAST_COSINE = 0.25
_OTHERS = 3
"""So many of the nearest others are what a pair is measured against; an article needs as many to be compared so."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two claims that are each other's nearest between their articles: their cosine, and by how much it stands out."""

    cosine: float
    margin: float

    def beside(self, score: Score, left: Status, right: Status) -> Reason:
        """What this says for one event beside the other reasons, of claims of two statuses: nothing where they differ in a
        thing that counts.
        """
        points = _BASE + _COSINE * self.cosine + _MARGIN * self.margin
        points -= _ONGOING * (left, right).count(Status.ONGOING) + (_UNLIKE if left is not right else 0.0)
        points -= sum(max(r.points - _NAMES, 0.0) for r in score.reasons if r.name == "names")
        points += sum((_TIMES - 1) * max(r.points, 0.0) for r in score.reasons if r.name == "times")
        if any(r.points <= _DECIDING for r in score.reasons):
            points = LEAST
        words = f"nothing else in the two articles is as near (cosine {self.cosine:.2f}, margin {self.margin:.2f})"
        return Reason("words", round(min(max(points, LEAST), MOST), 4), words)


def standing_out(
    known: Sequence[Sketch], story_of: Mapping[str, str], encoder: Encoder
) -> dict[tuple[int, int], Alike]:
    """The pairs (i < j) of positions that stand out between two articles of one story in two languages."""
    stories: dict[str, dict[str, list[int]]] = {}
    for i, sketch in enumerate(known):
        stories.setdefault(story_of.get(sketch.article, sketch.article), {}).setdefault(sketch.article, []).append(i)
    found: dict[tuple[int, int], Alike] = {}
    for _, articles in sorted(stories.items()):
        langs = {a: known[members[0]].claim.lang for a, members in articles.items()}
        size = sum(map(len, articles.values()))
        if len(set(langs.values())) < 2 or size > MOST_CLAIMS:
            continue
        able = {a: m for a, m in sorted(articles.items()) if len(m) > _OTHERS}
        vectors = {a: encoder.encode([known[i].text[:MOST_LETTERS] for i in m]) for a, m in able.items()}
        for a, b in combinations(able, 2):
            if langs[a] != langs[b]:
                for row, column, alike in _nearest(vectors[a], vectors[b]):
                    i, j = articles[a][row], articles[b][column]
                    found[min(i, j), max(i, j)] = alike
    return found


def _nearest(left: Vectors, right: Vectors) -> list[tuple[int, int, Alike]]:
    """The pairs that are each other's nearest: row, column, how alike. Shapes (rows, width) and (columns, width)."""
    near = np.round(left @ right.T, 4)
    rows, columns = near.argmax(axis=1), near.argmax(axis=0)
    found = []
    for row, column in enumerate(rows.tolist()):
        cosine = float(near[row, column])
        if columns[column] != row or cosine < _LEAST_COSINE:
            continue
        others = (_mean(np.delete(near[row], column)) + _mean(np.delete(near[:, column], row))) / 2
        found.append((row, column, Alike(round(cosine, 3), round(cosine - others, 3))))
    return found


def _mean(cosines: Vectors) -> float:
    """The mean of the nearest others."""
    return float(np.sort(cosines)[-_OTHERS:].mean())
