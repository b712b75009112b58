"""Language-free topics in a run of words, by lang/<code>/concepts.toml: so that claims in different languages meet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.errors import BadLanguageData
from dateline.lang import Table

# Letters a part of a compound needs before it is believed: shorter ones stand at the end or the start of too many words.
_MIN_PART = 4
_MIN_FIRST = 3
_MIN_START = 7  # of a first element alone, where the last is unknown


class Topic(NamedTuple):
    """A concept and the half-open range of tokens that stand for it."""

    concept: str
    start: int
    end: int


class VerbTopics(NamedTuple):
    """What verbs bring: surface ("landt", "takes off") -> concepts, and every known verb form, which is no compound."""

    surfaces: Mapping[str, tuple[str, ...]]
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topics:
    """Surfaces of concepts, compiled for matching.

    `phrases`: first word -> (words, concepts), longest first. `surfaces`: single words, verb forms among them.
    `firsts`: what can be the first element of a compound; one that means something else there brings nothing. `heads`:
    last elements of compounds; empty where a language writes compounds apart. `tails`: last elements that bring no topic
    but let the first element bring its own ("grens" in "grensbewaking"). `links`: letters between elements. `plain`:
    words that only look like compounds. `endings`: what a listed word can have behind it and be the same word inflected
    ("des Hafens", "mit Flügen").
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    surfaces: Mapping[str, tuple[str, ...]]
    firsts: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    tails: frozenset[str]
    links: tuple[str, ...]
    plain: frozenset[str]
    endings: tuple[str, ...]

    def find(self, words: Sequence[str]) -> tuple[Topic, ...]:
        """Topics in order of position; the longest surface wins, and what it covers brings nothing else."""
        found: list[Topic] = []
        index = 0
        while index < len(words):
            width, concepts = self._phrase(words, index)
            found += [Topic(concept, index, index + width) for concept in concepts]
            index += width
        return tuple(found)

    def of_word(self, word: str) -> tuple[str, ...]:
        """The concepts of one lower-case word: listed, joined by a hyphen, or a compound."""
        if word in self.surfaces or word in self.plain:
            return self.surfaces.get(word, ())
        if "-" in word:
            return tuple(dict.fromkeys(c for part in word.split("-") for c in self.of_word(part)))
        return self._inflected(word) or (self._compound(word) if self.heads else ())

    def _inflected(self, word: str) -> tuple[str, ...]:
        """The concepts of a listed word, or of a compound with a listed last element, with an ending behind it."""
        bases = [word[: -len(e)] for e in self.endings if word.endswith(e) and len(word) - len(e) >= _MIN_PART]
        listed = next((self.firsts[base] for base in bases if self.firsts.get(base) and base not in self.plain), ())
        return listed or next((c for base in bases if base not in self.plain and (c := self._ended(base))), ())

    def _ended(self, word: str) -> tuple[str, ...]:
        """The concepts of a compound whose last element is known."""
        cuts = range(_MIN_FIRST, len(word) - _MIN_PART + 1)
        last = next((cut for cut in cuts if word[cut:] in self.heads or word[cut:] in self.tails), 0)
        return self._compound(word) if last and word[last:] in self.heads else ()

    def _phrase(self, words: Sequence[str], index: int) -> tuple[int, tuple[str, ...]]:
        for phrase, concepts in self.phrases.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase), concepts
        return 1, self.of_word(words[index])

    def _compound(self, word: str) -> tuple[str, ...]:
        """Concepts of the longest known last element and of what stands before it; with none, of a long first one."""
        for cut in range(_MIN_FIRST, len(word) - _MIN_PART + 1):
            last = word[cut:]
            if last in self.heads or last in self.tails:
                return tuple(dict.fromkeys((*self._first(word[:cut]), *self.heads.get(last, ()))))
        starts = (word[:cut] for cut in range(len(word) - _MIN_PART, _MIN_START - 1, -1))
        return next((self.firsts[start] for start in starts if start in self.firsts), ())

    def _first(self, element: str) -> tuple[str, ...]:
        for bare in _unlinked(element, self.links):
            if bare in self.firsts:
                return self.firsts[bare]
        return self._compound(element)


def compile_topics(table: Table, verbs: VerbTopics, where: str, nouns: Collection[str] = ()) -> Topics:
    """The topics of a language from its concepts.toml and what its verbs bring. Raises `BadLanguageData`.

    A listed surface is preferred to a verb form that looks like it. `nouns` are further last elements of compounds
    without a topic of their own ("verlaging" in "renteverlaging"). [fixed] lists phrases in which no word has its own
    sense ("in exchange for"): they are matched like surfaces and bring nothing.
    """
    listed = _by_surface(table.get("concept", {}), where, "[concept]")
    heads = _by_surface(table.get("heads", {}), where, "[heads]")
    if strange := sorted(set(table.get("heads", {})) - set(table.get("concept", {}))):
        raise BadLanguageData(f"{where}: [heads] {strange[0]} should be an id of [concept]")
    if short := sorted(head for head in heads if len(head) < _MIN_PART):
        raise BadLanguageData(f"{where}: [heads] {short[0]!r} should have at least {_MIN_PART} letters")
    compounds = table.get("compounds", {})
    surfaces = {**verbs.surfaces, **_fixed(table.get("fixed", {}).get("phrases", ()), where), **listed}
    return Topics(
        phrases=_phrases(surfaces),
        surfaces={surface: concepts for surface, concepts in surfaces.items() if " " not in surface},
        firsts={**listed, **dict.fromkeys(compounds.get("mute", ()), ())},
        heads=heads,
        tails=frozenset((*compounds.get("tails", ()), *compounds.get("plain", ()), *nouns)),
        links=tuple(sorted(compounds.get("links", ()), key=lambda link: (-len(link), link))),
        endings=tuple(compounds.get("endings", ())),
        plain=frozenset(compounds.get("plain", ())) | (verbs.forms - set(listed) - set(verbs.surfaces)),
    )


def _by_surface(table: Table, where: str, name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept, words in table.items():
        if not isinstance(words, list) or not all(isinstance(w, str) and w and w == w.lower() for w in words):
            raise BadLanguageData(f"{where}: {name} {concept} should be a list of lower-case words, found {words!r}")
        for word in words:
            found[word] = (*found.get(word, ()), concept)
    return found


def _fixed(phrases: Sequence[str], where: str) -> dict[str, tuple[str, ...]]:
    if wrong := [p for p in phrases if not isinstance(p, str) or p != p.lower() or len(p.split()) < 2]:
        raise BadLanguageData(f"{where}: [fixed] {wrong[0]!r} should be a phrase of several lower-case words")
    return dict.fromkeys(phrases, ())


def _phrases(surfaces: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for surface, concepts in surfaces.items():
        words = tuple(surface.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, concepts))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for first, entries in found.items()}


def _unlinked(element: str, links: Sequence[str]) -> Iterator[str]:
    yield element
    for link in links:
        if element.endswith(link) and len(element) - len(link) >= _MIN_FIRST:
            yield element[: -len(link)]
