"""What an article has named so far, by sort of thing: what later words can refer back to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dateline.entities.cities import cities
from dateline.entities.homonyms import Named
from dateline.lang.things import thing


class Past:
    """The names of an article in order, asked what stands before a place in it."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.entities = frozenset(n.entity for n in named)
        self._sorts: dict[str, _Sort] = {}
        for item in named:
            if item.entity and (name := sort(item)):
                self._sorts.setdefault(name, _Sort()).add(item)

    def counts(self, name: str, start: int) -> Counter[str]:
        """How often each thing of that sort is named before a place, first named first. Not to be changed."""
        return self._sorts[name].counts(start) if name in self._sorts else Counter()

    def last(self, name: str, start: int) -> Named | None:
        """The last thing of that sort before a place."""
        return self._sorts[name].last(start) if name in self._sorts else None

    def since(self, line: int, name: str, start: int) -> list[Named]:
        """The things of that sort from a line on up to a place, in order."""
        return self._sorts[name].since(line, start) if name in self._sorts else []


class _Sort:
    """The names of one sort in order, and how often each thing is among the first so many of them."""

    def __init__(self) -> None:
        self._items: list[Named] = []
        self._starts: list[int] = []
        self._counted = 0
        self._counts: Counter[str] = Counter()

    def add(self, item: Named) -> None:
        self._items.append(item)
        self._starts.append(item.found.start)

    def counts(self, start: int) -> Counter[str]:
        """Counts go on from where they were last asked for: places are asked for nearly in their order."""
        before = bisect_left(self._starts, start)
        for item in self._items[self._counted : before]:
            self._counts[item.entity] += 1
        for item in self._items[before : self._counted]:
            self._counts[item.entity] -= 1
            if not self._counts[item.entity]:
                del self._counts[item.entity]
        self._counted = before
        return self._counts

    def last(self, start: int) -> Named | None:
        before = bisect_left(self._starts, start)
        return self._items[before - 1] if before else None

    def since(self, line: int, start: int) -> list[Named]:
        last = first = bisect_left(self._starts, start)
        while first and self._items[first - 1].found.line.number >= line:
            first -= 1
        return self._items[first:last]


def sort(item: Named) -> str:
    """The noun by which later sentences refer to a thing: "country", "city", "ministry", ...; "" for none."""
    if known := thing(item.entity):
        return known.sort
    if len(item.entity) == len("place-XX") and item.entity.startswith("place-") and item.entity[6:].isalpha():
        return "country"
    return "city" if item.entity.startswith("place-gn") and mark(item.entity) != "S" else ""


def mark(entity: str) -> str:
    """What the index of cities marks a place with: "C" a capital, "S" a state."""
    return cities()[entity.removeprefix("place-gn")].mark
