"""What the board follows as one thing: the facts of lang/themes.toml, which hold in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline import lang
from dateline.lang.counted import counted
from dateline.model import Claim, Kind, Status

RETURN = "return"
"""Both the topic of a homecoming and the change of state."""


@dataclass(frozen=True, slots=True)
class Themes:
    """`family` is topic to the topic it is followed under; `beside_of` what a topic is followed with where it is near;
    `toll` a change of state to the topic of its figures; `change_of` the noun of a change to the change; `animals` those
    whose deaths are followed as `cull`; `scenes` are the themes of scenes; the other sets are those of the file.
    """

    beside: frozenset[str]
    speaking: frozenset[str]
    regulated: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    homeward: frozenset[str]
    two_way: frozenset[str]
    once: frozenset[str]
    scene: frozenset[str]
    scenes: frozenset[str]
    deed: frozenset[str]
    switching: frozenset[str]
    conditions: frozenset[str]
    deciding: frozenset[str]
    scene_changes: frozenset[str]
    plan_changes: frozenset[str]
    family: Mapping[str, str]
    beside_of: Mapping[str, frozenset[str]]
    toll: Mapping[str, str]
    change_of: Mapping[str, str]
    animals: frozenset[str]
    cull: str

    def named(self, topic: str) -> str:
        """The topic under which this one is followed."""
        return self.family.get(topic, topic)

    def changes(self, theme: str) -> bool:
        """Whether a theme names a change alone, and not what changes."""
        return theme in self.scene_changes or theme in self.plan_changes

    def counted(self, theme: str) -> bool:
        """Whether a theme is a toll or a cull, which belongs to one place and one happening."""
        return theme in self.toll.values() or theme == self.cull


@cache
def themes() -> Themes:
    """The table, compiled once."""
    table = lang.shared("themes")
    return Themes(
        beside=frozenset(table["beside"]),
        speaking=frozenset(table["speaking"]),
        regulated=frozenset(table["regulated"]),
        people=frozenset(table["people"]),
        persons=frozenset(lang.shared("topics")["persons"]) | frozenset(table["people"]),
        homeward=frozenset(table["homeward"]),
        two_way=frozenset(table["two_way"]),
        once=frozenset(table["once"]),
        scene=frozenset(table["scene"]),
        scenes=frozenset(table["scene"]) - {t for members in table["family"].values() for t in members},
        deed=frozenset(table["deed"]),
        switching=frozenset(table["switching"]),
        conditions=frozenset(table["conditions"]),
        deciding=frozenset(table["deciding"]),
        scene_changes=frozenset(table["scene_changes"]),
        plan_changes=frozenset(table["plan_changes"]),
        family={topic: name for name, members in table["family"].items() for topic in members},
        beside_of={topic: frozenset(found) for topic, found in table["with"].items()},
        toll=dict(table["toll"]),
        change_of=dict(table["change"]),
        animals=frozenset(table["animals"]["counted"]),
        cull=table["animals"]["followed"],
    )


def outright(claim: Claim) -> str:
    """The theme that a claim's change of state settles by itself, "" for none: a toll, a cull, or people who come home."""
    known = themes()
    if claim.phase in known.toll and _of_animals(claim):
        return known.cull
    if claim.phase in known.toll and (claim.quantities or known.toll[claim.phase] in claim.concepts):
        return known.toll[claim.phase]
    only_people = bool(claim.concepts) and known.homeward.issuperset(claim.concepts)
    going = claim.status in (Status.POSSIBLE, Status.PLANNED, Status.REQUIRED, Status.HAPPENED, Status.ONGOING)
    return RETURN if only_people and claim.phase == RETURN and going else ""


def _of_animals(claim: Claim) -> bool:
    """Whether all that a claim counts are animals."""
    counts = [counted(q.of, claim.lang) for q in claim.quantities if q.of]
    return bool(counts) and themes().animals.issuperset(counts)


def told_within(claim: Claim, around: Claim) -> str:
    """The theme of words on people alone that stand inside another claim: the homecoming that claim tells of."""
    known, topics = themes(), {themes().named(t) for t in around.concepts}
    inside = claim.sentence == around.sentence and _holds(around, claim)
    people = bool(claim.concepts) and known.homeward.issuperset(claim.concepts)
    background = claim.kind is Kind.BACKGROUND and not claim.phase
    return RETURN if inside and people and background and RETURN in topics else ""


def _holds(outer: Claim, inner: Claim) -> bool:
    a, b = outer.span, inner.span
    return a.article == b.article and a.start <= b.start and b.end <= a.end and (a.start, a.end) != (b.start, b.end)
