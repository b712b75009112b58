"""One name from another script in the spellings of several languages: "Ospanbekov" and "Ospanbekow" are one man."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dateline import lang
from dateline.entities.catalogue import known
from dateline.entities.homonyms import unknown_id
from dateline.entities.spelling import bones, skeletons
from dateline.entities.tokens import key
from dateline.model import Judgement, Link, Mention, Reading

# Shorter names are too easily alike by chance, and so are fewer consonants where the vowels differ.
LEAST_LETTERS, LEAST_CONSONANTS = 5, 4
WRITTEN = "one foreign name as two languages write it"
_ALIKE = "the same consonants, but no rule of writing foreign names makes the vowels so"
_LOOSE = frozenset({"ORG", "MISC"})


@dataclass(slots=True)
class _Seen:
    """A thing, the articles that name it in full and its first full name in each, its sounds and its kinds."""

    entity: str
    first: dict[str, Mention] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    sounds: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def kind(self) -> str:
        """What it is most often taken for."""
        return min(self.kinds, key=lambda k: (-self.kinds[k], k))

    @property
    def example(self) -> Mention:
        """Its first mention in the first article."""
        return self.first[min(self.first)]


def variants(readings: Sequence[Reading]) -> tuple[dict[str, str], list[Link]]:
    """By entity id the id it is joined to, and the judgements that stayed open.

    Two spellings are one name where they stand in different languages, sound alike by the letters of both, can be of one
    kind, are never in one article together, and their articles have another thing in common.
    """
    seen = _seen(readings)
    around = {r.article.id: frozenset(m.entity for m in r.mentions if m.entity) for r in readings}
    joined: dict[str, str] = {}
    doubts: list[Link] = []
    pairs = [p for p in _alike(seen) if _near(*p, around)]
    for group in _groups(pairs):
        if _one(group):
            target = min(group, key=lambda s: (known(s.entity) is None, -len(s.first), s.entity)).entity
            joined.update((s.entity, target) for s in group if s.entity != target)
        else:
            doubts += [_doubt(a, b, WRITTEN + ", but not only these two") for a, b in combinations(group, 2)]
    near = [p for p in _alike_but_for_vowels(seen) if _near(*p, around) and _one(p)]
    return joined, doubts + [_doubt(a, b, _ALIKE) for a, b in near]


def common(left: Iterable[str], right: Iterable[str], around: Mapping[str, frozenset[str]]) -> set[str]:
    """What articles on both sides name. `around`: the things by article."""
    one, other = (set().union(*(around[a] for a in side)) for side in (left, right))
    return one & other


def alike(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether two folded names, each with the code of its language, sound alike by the letters of those languages."""
    if not {left[1], right[1]} <= set(lang.available()):
        return False
    one, other = (skeletons(folded, lang.load(code)) for folded, code in (left, right))
    return not one.isdisjoint(other)


def _doubt(left: _Seen, right: _Seen, reason: str) -> Link:
    return Link(left.example.span, right.example.span, Judgement.UNSURE, (reason,))


def _seen(readings: Iterable[Reading]) -> list[_Seen]:
    """Every unknown thing by its full name, and every known place or thing by the names it has in these articles."""
    found: dict[str, _Seen] = {}
    for reading in readings:
        code = reading.article.lang
        if code not in lang.available():
            continue
        for m in reading.mentions:
            folded = key(m.span.quote)
            if m.demonym or not m.entity or len(folded.replace(" ", "")) < LEAST_LETTERS:
                continue
            table = known(m.entity)
            named = unknown_id(folded) == m.entity if table is None else any(key(n) == folded for _, n in table.names)
            if not named:
                continue
            item = found.setdefault(m.entity, _Seen(m.entity))
            item.first.setdefault(reading.article.id, m)
            item.codes.add(code)
            item.keys.add(folded)
            item.kinds[m.kind] += 1
            item.sounds |= {s for s in skeletons(folded, lang.load(code)) if len(s.replace(" ", "")) >= LEAST_LETTERS}
    return [found[entity] for entity in sorted(found)]


def _alike(seen: Iterable[_Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    by_sound: dict[str, list[_Seen]] = defaultdict(list)
    for item in seen:
        for sounds in item.sounds:
            by_sound[sounds].append(item)
    for _, items in sorted(by_sound.items()):
        yield from ((a, b) for a, b in combinations(items, 2) if _foreign(a, b))


def _alike_but_for_vowels(seen: Iterable[_Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    by_bones: dict[str, dict[str, _Seen]] = defaultdict(dict)
    for item in seen:
        for sounds in item.sounds:
            frame = bones(sounds)
            if sum(c.isalpha() for c in frame) >= LEAST_CONSONANTS:
                by_bones[frame][item.entity] = item
    found = {
        (a.entity, b.entity): (a, b)
        for items in by_bones.values()
        for a, b in combinations(items.values(), 2)
        if _foreign(a, b) and a.sounds.isdisjoint(b.sounds)
    }
    yield from (found[pair] for pair in sorted(found))


def _foreign(left: _Seen, right: _Seen) -> bool:
    """Whether they stand in different languages, and a table does not know both."""
    apart = len(left.codes | right.codes) > 1 and left.keys.isdisjoint(right.keys)
    return apart and (known(left.entity) is None or known(right.entity) is None)


def _near(left: _Seen, right: _Seen, around: Mapping[str, frozenset[str]]) -> bool:
    """Whether an article of the one and an article of the other have a third thing in common."""
    return bool(common(left.first, right.first, around) - {left.entity, right.entity})


def _groups(pairs: Iterable[tuple[_Seen, _Seen]]) -> list[list[_Seen]]:
    """What pairs hang together."""
    home: dict[str, list[_Seen]] = {}
    for left, right in pairs:
        one, other = home.setdefault(left.entity, [left]), home.setdefault(right.entity, [right])
        if one is not other:
            one += other
            home.update((s.entity, one) for s in other)
    return [list(g) for g in {id(group): group for group in home.values()}.values()]


def _one(group: Sequence[_Seen]) -> bool:
    """Whether they can be one thing: no article holds two of them, and a table knows one of them at most. Of one kind, or
    all of two words and more: there, two kinds are oftener a kind mistaken than two things of one rare name.
    """
    articles = Counter(a for s in group for a in s.first)
    kinds = {s.kind for s in group}
    long = all(" " in folded for s in group for folded in s.keys)
    tables = sum(known(s.entity) is not None for s in group)
    return max(articles.values()) == 1 and (long or len(kinds) == 1 or kinds == _LOOSE) and tables <= 1
