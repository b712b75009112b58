"""How much it says that two claims share a topic or a name, in a story where many claims do.

In a story about a flight every article speaks of flights, so that two claims do says little. Counted are the articles of
one story, never of the collection: what other stories say changes nothing. Up to a handful of articles nothing is
common yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log2

from dateline import lang
from dateline.model import Reading, Story

_HANDFUL = 6
_FALL = 0.3
_ASIDE = 0.5
"""What sharing one who acts or speaks in all kinds of matters says: "the union", "the minister"."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weights between 0 and 1 of the topics ("c:flight") and names ("e:org-x") of one story."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def topic(self, concept: str) -> float:
        """How much sharing this topic says."""
        return self.weights.get(f"c:{concept}", 1.0) * (_ASIDE if concept in aside() else 1.0)

    def name(self, entity: str) -> float:
        """How much sharing this name says, besides how specific a name it is."""
        return self.weights.get(f"e:{entity}", 1.0)


@cache
def aside() -> frozenset[str]:
    """The topics that stand beside any matter: who acts, who speaks."""
    table = lang.shared("themes")
    return frozenset(table["beside"]) | frozenset(table["speaking"])


def rarities(readings: Iterable[Reading], stories: Iterable[Story]) -> dict[str, Rarity]:
    """The rarity of topics and names for each article, by its story; articles of no story have nothing common."""
    story_of = {article: story.id for story in stories for article in story.articles}
    counts: dict[str, Counter[str]] = {}
    for reading in readings:
        story = story_of.get(reading.article.id)
        if story:
            counts.setdefault(story, Counter()).update(_marks(reading))
    made = {story: Rarity({m: weight(n) for m, n in found.items() if n > _HANDFUL}) for story, found in counts.items()}
    return {article: made[story] for article, story in story_of.items() if story in made}


def weight(articles: int) -> float:
    """What a thing says that so many articles of the story have: 1 up to a handful, then falling with the logarithm.

    >>> [weight(n) for n in (2, 12, 96)]
    [1.0, 0.7692, 0.4545]
    """
    return round(1 / (1 + _FALL * max(0.0, log2(max(1, articles) / _HANDFUL))), 4)


def _marks(reading: Reading) -> set[str]:
    concepts = {f"c:{c}" for claim in reading.claims for c in claim.concepts}
    places = {f"e:{e}" for claim in reading.claims for e in claim.places}
    return concepts | places | {f"e:{p.entity}" for c in reading.claims for p in c.participants if p.entity}
