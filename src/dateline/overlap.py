"""Stretches of a text looked up by place: which of many touch one, which lie inside one. No look-up goes through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

Stretch = tuple[int, int]
"""Half-open offsets."""


class Places:
    """Stretches, remembered by where they begin. What is found is said by their numbers in the order they were given."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._order = sorted(range(len(stretches)), key=lambda n: stretches[n][0])
        self._starts = [stretches[n][0] for n in self._order]
        self._ends = [stretches[n][1] for n in self._order]
        self._reach = list(accumulate(self._ends, max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a place in common with a stretch.

        >>> places = Places([(0, 3), (5, 9)])
        >>> places.touch(3, 5), places.touch(8, 12)
        (False, True)
        """
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def touching(self, start: int, end: int) -> list[int]:
        """Those that have a place in common with a stretch.

        >>> Places([(5, 9), (0, 6), (9, 10)]).touching(5, 6)
        [0, 1]
        """
        found = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._ends[at] > start:
                found.append(self._order[at])
            at -= 1
        return sorted(found)

    def beginning(self, start: int, end: int) -> list[int]:
        """Those that begin inside a stretch."""
        return sorted(self._order[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def inside(self, start: int, end: int) -> list[int]:
        """Those that lie inside a stretch as a whole.

        >>> Places([(5, 9), (0, 6), (6, 8)]).inside(5, 9)
        [0, 2]
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end + 1)
        return sorted(self._order[at] for at in range(first, last) if self._ends[at] <= end)
