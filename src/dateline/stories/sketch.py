"""What the stages between articles look at: one flat sketch a claim, made once, so that comparing is cheap.

Entities are language-free, so nothing here knows a language. A thing counts the more the fewer texts it could stand
in: a country little, a city more, a person or an organisation most. The weights are fixed, never counted on the
run, so that an article that shares nothing changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model import Claim, Entity, Kind, Reading
from dateline.scoring import Score
from dateline.stories.marks import Marks, another, marks, told_apart
from dateline.stories.nearness import Worded
from dateline.stories.rarity import Rarity
from dateline.stories.states import state
from dateline.when import When
from dateline.within import above

_PLAIN = Rarity()
_COMMON, _COUNTRY, _PLACE, _NAMED = 0.1, 0.25, 0.6, 1.0

_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{2,5}\b")
"""What flights, trains, roads and models are called: KM204, A7, F-16. Longer words with a figure are names."""

UNSETTLED = frozenset({Kind.QUESTION, Kind.STATED_UNKNOWN})
"""Kinds of claims that report no happening."""


COMMON_THING = "thing-"
"""What the ids of diseases, beliefs and the like start with: names that many unlike happenings share."""

UNKNOWN_PLACE = "text:"
"""What the stand-in for the entity of a place starts with that no table knows."""


@dataclass(frozen=True, slots=True)
class World:
    """What is known of the entities: how specific each is (0 to 1), what each lies in, over all levels, its names.

    `labels` is what the articles call each most.
    """

    weight: Mapping[str, float] = field(default_factory=dict)
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def specific(self, entity: str) -> float:
        """How much sharing this entity says; an unknown one counts as a place."""
        return self.weight.get(entity, _PLACE)

    def called(self, entity: str) -> str:
        """How the articles call it."""
        return self.labels.get(entity, entity.removeprefix(UNKNOWN_PLACE))

    def around(self, entity: str) -> frozenset[str]:
        """The entity and everything it lies in."""
        return self.within.get(entity, frozenset()) | {entity}

    def proper(self, entity: str) -> bool:
        """Whether it is one thing and not a kind of thing, like a disease."""
        return self.specific(entity) > _COMMON

    def located(self, entity: str) -> bool:
        """Whether it is a place that the tables know: a country, or one that lies in another."""
        return self.specific(entity) <= (_PLACE if self.within.get(entity) else _COUNTRY)

    def fits(self, left: str, right: str) -> bool:
        """Whether one is the other, lies in it, or is a name of it."""
        for known, other in ((left, right), (right, left)):
            if other.startswith(UNKNOWN_PLACE) and other.removeprefix(UNKNOWN_PLACE) in self.names.get(known, ()):
                return True
        return left in self.around(right) or right in self.around(left)


def world(readings: Iterable[Reading], entities: Iterable[Entity] = ()) -> World:
    """What the entity records say; for entities without a record, the kind of their mentions."""
    weight: dict[str, float] = {}
    quotes: dict[str, Counter[str]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.entity:
                weight[mention.entity] = _PLACE if mention.kind == "LOC" else _NAMED
                quotes.setdefault(mention.entity, Counter())[mention.span.quote] += 0 if mention.demonym else 1
    parents: dict[str, tuple[str, ...]] = {}
    names: dict[str, frozenset[str]] = {}
    for entity in entities:
        names[entity.id] = frozenset(name.casefold() for _, name in entity.names)
        parents[entity.id] = entity.within
        is_country = any(scheme == "iso3166" for scheme, _ in entity.identifiers)
        common = entity.kind == "MISC" and entity.id.startswith(COMMON_THING)
        weight[entity.id] = (
            _COMMON if common else _COUNTRY if is_country else _PLACE if entity.kind == "LOC" else _NAMED
        )
    return World(
        weight, {e: above(e, parents) for e in parents}, names, {e: _most(found) for e, found in quotes.items()}
    )


def _most(quotes: Mapping[str, int]) -> str:
    return min(quotes, key=lambda q: (-quotes[q], q))


@dataclass(frozen=True, slots=True)
class Sketch:
    """A claim as the policies see it. `roles` maps a role to the entities in it, `codes` are flight numbers
    and the like, `state` is its change or the state it tells of, `marks` what tells the things it names from their like."""

    claim: Claim
    article: str
    published: When
    head: str
    concepts: frozenset[str]
    entities: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    codes: frozenset[str]
    text: str
    world: World
    rarity: Rarity
    state: str
    marks: Marks

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def order(self) -> tuple[tuple[int, int, str], str]:
        """By the article's stated date, then by id: a total order that no order of arrival can change."""
        return (self.published.sort_key, self.claim.id)

    def worded(self, other: Sketch, score: Score) -> Worded:
        """The words of both, to be held against one another."""
        return Worded(self.text, other.text, self.claim.lang, other.claim.lang, score)

    def shared(self, other: Sketch) -> list[str]:
        """The entities both name, the most specific first."""
        return sorted(self.entities & other.entities, key=lambda e: (-self.telling(e), e))

    def told_apart(self, other: Sketch) -> str:
        """In words how marks tell things of one kind apart, or how one names one more of what the other names, and no place or
        name that both share; "" where they do not."""
        mine, theirs = another(self.marks), another(other.marks)
        more = sorted(((mine & other.concepts) - theirs) | ((theirs & self.concepts) - mine))
        if more and not any(self.world.specific(e) >= _PLACE for e in self.entities & other.entities):
            return f"one is another {more[0]}"
        return told_apart(self.marks, other.marks)

    def fits(self, other: Sketch) -> bool:
        """Whether no mark tells the two apart, and no name: one has none, or one of its is or lies in one of the other's."""
        a, b = self.entities, other.entities
        if self.told_apart(other):
            return False
        return not a or not b or any(self.world.fits(x, y) for x in a for y in b)

    def telling(self, entity: str) -> float:
        """How much sharing this entity says in this story."""
        return self.world.specific(entity) * self.rarity.name(entity)


def sketch(reading: Reading, claim: Claim, known: World, rarity: Rarity = _PLAIN) -> Sketch:
    """The sketch of one claim. Who says it is left out: two papers may quote one office on two different things."""
    roles: dict[str, set[str]] = {}
    for part in claim.participants:
        if part.entity:
            roles.setdefault(part.role, set()).add(part.entity)
    entities = set(claim.places).union(*roles.values()) if roles else set(claim.places)
    unknown = [p.text for p in claim.participants if p.role == "place" and not p.entity and p.text[:1].isupper()]
    if unknown and "place" not in roles:
        roles["place"] = {UNKNOWN_PLACE + text.casefold() for text in unknown}
    return Sketch(
        claim=claim,
        article=reading.article.id,
        published=reading.article.published,
        head=claim.concepts[0] if claim.concepts else "",
        concepts=frozenset(claim.concepts),
        entities=frozenset(entities),
        roles={role: frozenset(found) for role, found in sorted(roles.items())},
        codes=frozenset(_CODE.findall(claim.span.quote.upper())),
        text=claim.span.quote,
        world=known,
        rarity=rarity,
        state=state(claim),
        marks=marks(claim),
    )


def sketches(readings: Sequence[Reading], known: World, rare: Mapping[str, Rarity]) -> list[Sketch]:
    """The sketches of all claims, in the total order of `Sketch.order`. `rare` is by article."""
    found = (sketch(r, c, known, rare.get(r.article.id, _PLAIN)) for r in readings for c in r.claims)
    return sorted(found, key=lambda s: s.order)
