"""One rule for demonyms: a capitalised form of the language tables is one, wherever the training sources put it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from dateline import lang
from dateline.reader.decoding import runs
from dateline.reader.labels import DEMONYM, OUTSIDE

Form = tuple[str, ...]

_OPEN_TO_IT = ("LOC", "MISC", "ORG")
_JOINED = ("LOC", "MISC", DEMONYM)
"""Kinds that a longer demonym takes in where the network cut it: "North", "Korean"."""


@cache
def by_language() -> Mapping[str, frozenset[Form]]:
    """Capitalised demonyms of each language that has tables, each as its words; no country's own name ("Zweden" is both)."""
    found = {}
    for code in lang.available():
        table = lang.load(code).table("names").get("demonyms", {})
        forms = {form for entry in table.values() for form in entry} - _countries(code)
        found[code] = frozenset(tuple(form.split(" ")) for form in forms if form[:1].isupper())
    return found


def _countries(code: str) -> set[str]:
    """What the Unicode CLDR calls countries in a language; nothing where it does not know it."""
    try:
        return set(Locale(code).territories.values())
    except UnknownLocaleError:
        return set()


def of(code: str) -> frozenset[Form]:
    """The demonyms of a language; none where it has no tables."""
    return by_language().get(code, frozenset())


@cache
def every() -> frozenset[Form]:
    """The demonyms of all languages: they are capitalised, and hardly one is a place or a thing in another language."""
    return frozenset().union(*by_language().values())


def marked(words: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Name labels with each name that is a demonym of the tables, word for word, called one, and one that was cut made whole."""
    found = list(labels)
    for kind, start, end in runs(labels):
        if kind in _OPEN_TO_IT and tuple(words[start:end]) in every():
            _mark(found, start, end)
    for size in range(_longest(), 1, -1):
        for start in range(len(words) - size + 1):
            if tuple(words[start : start + size]) in every() and _cut(found, start, start + size):
                _mark(found, start, start + size)
    return found


@cache
def _longest() -> int:
    return max(map(len, every()))


def _mark(labels: list[str], start: int, end: int) -> None:
    labels[start:end] = [f"B-{DEMONYM}"] + [f"I-{DEMONYM}"] * (end - start - 1)


def _cut(labels: Sequence[str], start: int, end: int) -> bool:
    """Whether a demonym stands among the words, and no name of another kind nor the end of one that begins before them."""
    kinds = {label[2:] for label in labels[start:end] if label != OUTSIDE}
    inner = labels[start].startswith("I") or (end < len(labels) and labels[end].startswith("I"))
    return DEMONYM in kinds and kinds <= set(_JOINED) and not inner
