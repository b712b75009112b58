"""What a trained reader makes of a clause: looked up by the stretches of text that the clause consists of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from dateline.model import Status
from dateline.overlap import Places
from dateline.ports import Finding, FoundEvent, FoundRole

Stretch = tuple[int, int]
"""Half-open offsets into the article."""

_STATUSES = tuple(Status)


class Opinion:
    """A reader's judgement of one article, asked about stretches of it."""

    def __init__(self, finding: Finding) -> None:
        judged = finding.judged
        self._judged = judged
        self._events = finding.events
        self._event_at = Places([e.spans[0] for e in finding.events])
        self._cue_at = Places(judged.cues)
        self._role_at = Places([(r.start, r.end) for r in judged.roles])
        self._starts = [start for start, _ in judged.words]
        self._ends = [end for _, end in judged.words]
        self._windows = [first for first, _, _ in judged.named]
        # Plain lists: most questions are about one word, for which an array is slow to ask.
        self._inside: list[float] = judged.inside.tolist()
        self._begins: list[float] = judged.begins.tolist()
        self._saying = [False] * len(judged.words)
        for k in chain.from_iterable(map(self._within, (*judged.sources, *judged.cues))):
            self._saying[k] = True

    def words(self, stretches: Iterable[Stretch]) -> list[int]:
        """The words that lie in the stretches, without those that name a source or say that it says so."""
        found = dict.fromkeys(chain.from_iterable(map(self._within, stretches)))
        return [k for k in found if not self._saying[k]] or list(found)

    def says(self, words: Sequence[int]) -> bool:
        """Whether the words name a source or say that it says so."""
        return all(self._saying[k] for k in words)

    def inside(self, words: Sequence[int]) -> float:
        """How likely the words stand in a claim, on average; 0 for none."""
        if len(words) == 1:
            return self._inside[words[0]]
        return float(self._judged.inside[list(words)].mean()) if words else 0.0

    def begins(self, words: Sequence[int]) -> float:
        """How likely one of the words is the first of a claim."""
        return max((self._begins[k] for k in words), default=0.0)

    def status(self, words: Sequence[int]) -> dict[Status, float]:
        """The mean logarithm of the likelihood of each status; nothing for no words."""
        if not words:
            return {}
        means = self._judged.status[list(words)].mean(axis=0)
        return dict(zip(_STATUSES, map(float, means), strict=True))

    def voice(self, words: Sequence[int]) -> tuple[float, float, float]:
        """How likely the words are the paper's own, a source's, hearsay; they sum to one."""
        if not words:
            return 1.0, 0.0, 0.0
        means = np.exp(self._judged.voice[list(words)].mean(axis=0))
        paper, source, hearsay = map(float, means / means.sum())
        return paper, source, hearsay

    def source(self, words: Sequence[int]) -> tuple[Stretch | None, float]:
        """The words that most likely name who says these, and how likely they do; None where no source is named.

        Only sources that were read together with the first of the words can be meant.
        """
        if not words:
            return None, 0.0
        first, source, table = self._judged.named[bisect_right(self._windows, words[0]) - 1]
        rows = [k - first for k in words if k - first < len(table)]
        if not table.shape[1]:
            return None, 0.0
        means = table[rows].mean(axis=0)
        best = int(means.argmax())
        return self._judged.sources[source + best], float(np.exp(means[best]))

    def cue(self, source: Stretch, first: int, last: int) -> Stretch | None:
        """The words of saying nearest to a source, between two offsets."""
        near = [self._judged.cues[n] for n in self._cue_at.inside(first, last)]
        return min(near, key=lambda c: (max(c[0] - source[1], source[0] - c[1]), c[0]), default=None)

    def events(self, first: int, last: int) -> list[FoundEvent]:
        """The events that begin between two offsets, in order."""
        return [self._events[n] for n in self._event_at.beginning(first, last)]

    def roles(self, first: int, last: int) -> list[FoundRole]:
        """The roles between two offsets, in order."""
        return [self._judged.roles[n] for n in self._role_at.inside(first, last)]

    def _within(self, at: Stretch) -> range:
        """The words that a stretch touches."""
        return range(bisect_right(self._ends, at[0]), bisect_left(self._starts, at[1]))
