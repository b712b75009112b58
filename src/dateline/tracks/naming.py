"""What is known of the things claims name: what lies in what, and which names are those of one thing.

Names that no table knows are taken apart: what sort of thing it is, and what it is called besides. "Norvik Airport",
"Flughafen Norvik" and "Norvik" are one name; "Norvik Airport" and "Norvik Bridge" are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.lang.counted import sort_of
from dateline.model import Entity
from dateline.within import above


@dataclass(frozen=True, slots=True)
class Called:
    """The words of a name without those that say what sort of thing it is, and the topics that these stand for."""

    own: frozenset[str]
    sort: frozenset[str]

    def fits(self, other: Called) -> bool:
        """Whether both are called the same and not two sorts of things."""
        return bool(self.own) and self.own == other.own and (not self.sort or not other.sort or self.sort == other.sort)


def called(entity: Entity) -> frozenset[Called]:
    """The names of an entity, taken apart."""
    return frozenset(_parted(name.casefold().split(), code) for code, name in entity.names)


def _parted(words: list[str], code: str) -> Called:
    topics = {word: sort_of(word, code) for word in words}
    return Called(
        frozenset(word for word, topic in topics.items() if not topic),
        frozenset(topic for topic in topics.values() if topic),
    )


@dataclass(frozen=True, slots=True)
class World:
    """What the entities lie in, over all levels, which of them are no places, and by which names each is known."""

    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
    known_as: Mapping[str, frozenset[Called]] = field(default_factory=dict)

    def fits(self, left: str, right: str) -> bool:
        """Whether one is the other, lies in it, or has its name besides what sort of thing it is."""
        if left == right or right in self.within.get(left, ()) or left in self.within.get(right, ()):
            return True
        return self.one_name(left, right)

    def may_meet(self, left: str, right: str) -> bool:
        """Whether one of two places is known to lie somewhere and the other is not, so that it may lie in the first."""
        return bool(self.within.get(left)) != bool(self.within.get(right)) and self.parties.isdisjoint({left, right})

    def one_name(self, left: str, right: str) -> bool:
        """Whether two entities, or one and itself, are called the same."""
        return left == right or any(
            a.fits(b) for a in self.known_as.get(left, ()) for b in self.known_as.get(right, ())
        )


def world(entities: Iterable[Entity]) -> World:
    """The world of these entities."""
    entities = tuple(entities)
    parents = {e.id: e.within for e in entities}
    known_as = {e.id: called(e) for e in entities if e.kind != "PER" and not e.identifiers}
    return World(
        {e: above(e, parents) for e in parents}, frozenset(e.id for e in entities if e.kind != "LOC"), known_as
    )
