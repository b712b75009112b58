"""How claims stand to each other: corroborates, refines, contradicts, follows. Nothing is ever declared true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline import origin
from dateline.model import Dating, Entity, Event, Independence, Reading, Relation, RelationKind, Story
from dateline.ports import Encoder
from dateline.scoring import Reason, Score
from dateline.stories import policy
from dateline.stories.counts import disputed
from dateline.stories.courses import courses
from dateline.stories.denials import denials
from dateline.stories.differences import agree, contradiction, figures_apart, finer, history
from dateline.stories.figures import floors_apart, none_meets
from dateline.stories.follow_up import called_off, follow_ups
from dateline.stories.growth import growth, outdated, rivals
from dateline.stories.likeness import Alike, standing_out
from dateline.stories.rarity import rarities
from dateline.stories.sketch import Sketch, sketches, world
from dateline.stories.stretches import Stretch, conflict, stretches, unlike
from dateline.stories.tallies import answers, rates, tallies
from dateline.when import When

_ALL_PAIRS = 6
"""Events with more claims than this are compared with their founding claim only, and one for each other value."""

_MOST_DISAGREEMENTS = 6
"""So many contradictions of one event are shown; more would only repeat them."""


@dataclass(frozen=True, slots=True)
class Near:
    """Which claims stand out as alike, by the pair of their ids, which articles are translations of one another, and of which
    day each was found to be."""

    alike: Mapping[tuple[str, str], Alike]
    translated: frozenset[frozenset[str]]
    days: Mapping[str, When]

    def of(self, left: Sketch, right: Sketch) -> Alike | None:
        """How the words of two claims stand out as alike."""
        return self.alike.get((left.id, right.id)) or self.alike.get((right.id, left.id))

    def one_text(self, left: Sketch, right: Sketch) -> bool:
        """Whether two claims stand in an article and its translation."""
        return frozenset((left.article, right.article)) in self.translated

    def one_sentence(self, left: Sketch, right: Sketch) -> bool:
        """Whether the one claim is the other in translation, and so no later chapter of it."""
        return self.one_text(left, right) and self.of(left, right) is not None


def compare(
    readings: tuple[Reading, ...],
    events: tuple[Event, ...],
    datings: tuple[Dating, ...],
    encoder: Encoder,
    entities: tuple[Entity, ...] = (),
    stories: tuple[Story, ...] = (),
    translated: Sequence[tuple[str, str]] = (),
) -> tuple[Relation, ...]:
    """At most one relation a pair of claims, sorted by the pair. `left` is the older by (article date, id). `translated` are
    the pairs of articles of which one is a translation of the other.

    Run it after dating, on anchored readings: an unsure article has wide times, and wide times contradict nothing.
    """
    printed = {d.article: d.when for d in datings}
    days = {article: when.sort_key for article, when in printed.items()}
    ordered = sketches(readings, world(readings, entities), rarities(readings, stories))
    known = {s.id: s for s in ordered}
    story_of = {article: story.id for story in stories for article in story.articles}
    alike = {(ordered[i].id, ordered[j].id): a for (i, j), a in standing_out(ordered, story_of, encoder).items()}
    near = Near(alike, frozenset(map(frozenset, translated)), printed)

    def age(sketch: Sketch) -> tuple[tuple[int, int, str], str]:
        return days.get(sketch.article, sketch.published.sort_key), sketch.id

    given = stretches(readings)
    found: dict[tuple[str, str], Relation] = {}
    for event in events:
        members = sorted((known[c] for c in event.claims), key=age)
        for relation in _inside(members, encoder, given, near, printed):
            found[relation.left, relation.right] = relation
    told = sorted((known[c] for e in events for c in e.claims), key=lambda s: s.order)
    aged = sorted(told, key=age)
    against = [*answers(told), *rivals(aged, printed, story_of)]
    for kind, on, pairs in (
        (RelationKind.CONTRADICTS, "quantity", disputed(told)),
        (RelationKind.CONTRADICTS, "quantity", tallies(told, rates(readings), story_of)),
        (RelationKind.CONTRADICTS, "quantity", against),
        (RelationKind.CONTRADICTS, "time", unlike(told, given, story_of)),
        (RelationKind.CONTRADICTS, "status", denials(told, alike, story_of)),
    ):
        for left, right, score in pairs:
            first, second = sorted((left, right), key=age)
            found[first.id, second.id] = _relation(kind, first, second, on, score, near)
    for left, right, score in growth(aged, printed, story_of, [pair[:2] for pair in against]):
        other = found.get((left.id, right.id))
        if other is None or other.kind is not RelationKind.CONTRADICTS:
            found[left.id, right.id] = _relation(RelationKind.FOLLOWS, left, right, "quantity", score, near)
    for left, right, score in courses(aged, printed, story_of):
        if (left.id, right.id) not in found:
            found[left.id, right.id] = _relation(RelationKind.FOLLOWS, left, right, "status", score, near)
    for left, right, score in (*called_off(told), *follow_ups(told, encoder, printed)):
        first, second = (left, right) if left.article == right.article else sorted((left, right), key=age)
        known_pair = {(first.id, second.id), (second.id, first.id)} & found.keys()
        if not known_pair and not near.one_sentence(first, second):
            found[first.id, second.id] = _relation(RelationKind.FOLLOWS, first, second, "status", score, near)
    return tuple(found[pair] for pair in sorted(found))


def _inside(
    members: Sequence[Sketch], encoder: Encoder, given: Mapping[str, Stretch], near: Near, days: Mapping[str, When]
) -> Iterator[Relation]:
    """The relations inside one event: disagreements first, then each other claim to the founding one."""
    disagreeing = 0
    seen: set[tuple[str, str]] = set()
    for left, right in _worth_comparing(members):
        about, score = contradiction(left, right, encoder, conflict(left, right, given))
        if not about or disagreeing >= _MOST_DISAGREEMENTS:
            continue
        disagreeing += 1
        seen.add((left.id, right.id))
        yield _relation(RelationKind.CONTRADICTS, left, right, about, score, near)
    for left, right in _agreeing(members):
        if (left.id, right.id) in seen:
            continue
        step = None if near.one_sentence(left, right) else history(left, right, near.days)
        if step:
            yield _relation(RelationKind.FOLLOWS, left, right, "status", _judged(left, right, near).plus([step]), near)
        elif left.article == right.article or outdated(left, right, days):
            continue
        elif agree(left, right) and not _differing(left, right, encoder):
            yield _agreement(left, right, _judged(left, right, near), near)


def _differing(left: Sketch, right: Sketch, encoder: Encoder) -> bool:
    """Whether two claims contradict each other, or give figures that exclude each other though both may have been right."""
    apart = figures_apart(left, right) or none_meets(left, right) or floors_apart(left, right)
    return bool(apart or contradiction(left, right, encoder)[0])


def _worth_comparing(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    if len(members) > _ALL_PAIRS:
        seen: dict[tuple[object, ...], Sketch] = {}
        for member in members:
            seen.setdefault(_values(member), member)
        members = list(seen.values())[: 4 * _ALL_PAIRS]
    yield from ((a, b) for a, b in combinations(members, 2) if a.article != b.article)


def _values(sketch: Sketch) -> tuple[object, ...]:
    claim = sketch.claim
    figures = tuple((q.unit, q.of, q.value, q.low, q.high) for q in claim.quantities)
    return claim.status, claim.polarity, claim.time.begin.ranges, figures


def _agreeing(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Each later claim with the first claim of every other article, in large events of one; or, where all before it stand
    in its own article, with the first of them at another status."""
    for place, later in enumerate(members[1:], start=1):
        first: dict[str, Sketch] = {}
        for before in members[:place]:
            if before.article != later.article:
                first.setdefault(before.article, before)
                if len(members) > _ALL_PAIRS:
                    break
        if first:
            yield from ((other, later) for other in first.values())
            continue
        same = next((m for m in members[:place] if m.claim.status != later.claim.status), None)
        if same:
            yield same, later


def _judged(left: Sketch, right: Sketch, near: Near) -> Score:
    """Why two claims are one event, the nearness of their words with it where that stands out."""
    score = policy.judge(left, right)
    alike = near.of(left, right)
    return score.plus([alike.beside(score, left.claim.status, right.claim.status)]) if alike else score


def _agreement(left: Sketch, right: Sketch, score: Score, near: Near) -> Relation:
    sharper = finer(left, right)
    kind = RelationKind.REFINES if sharper else RelationKind.CORROBORATES
    if sharper:
        about, words = sharper
        return _relation(kind, left, right, about, score.plus([Reason("finer", 0.0, words)]), near)
    return _relation(kind, left, right, "", score, near)


def _relation(kind: RelationKind, left: Sketch, right: Sketch, on: str, score: Score, near: Near) -> Relation:
    independent, why = origin.independence(left.claim, right.claim, one_text=near.one_text(left, right))
    word = {Independence.YES: "independent", Independence.NO: "not independent", Independence.UNKNOWN: "unknown origin"}
    reasons = (*score.words, f"{word[independent]}: {why}")
    return Relation(kind, left.id, right.id, on, independent, round(score.total, 3), reasons)
