"""One rule for demonyms: a capitalised form of the language tables is one, wherever the training sources put it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline import lang
from dateline.reader.decoding import runs
from dateline.reader.labels import DEMONYM

Form = tuple[str, ...]

_OPEN_TO_IT = ("LOC", "MISC")


@cache
def by_language() -> Mapping[str, frozenset[Form]]:
    """Capitalised demonyms of each language that has tables, each as its words."""
    found = {}
    for code in lang.available():
        table = lang.load(code).table("names").get("demonyms", {})
        forms = {form for entry in table.values() for form in entry}
        found[code] = frozenset(tuple(form.split(" ")) for form in forms if form[:1].isupper())
    return found


def of(code: str) -> frozenset[Form]:
    """The demonyms of a language; none where it has no tables."""
    return by_language().get(code, frozenset())


@cache
def every() -> frozenset[Form]:
    """The demonyms of all languages: they are capitalised, and hardly one is a place or a thing in another language."""
    return frozenset().union(*by_language().values())


def marked(words: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Name labels with each place or MISC that is a demonym of the tables, word for word, called one."""
    found = list(labels)
    for kind, start, end in runs(labels):
        if kind in _OPEN_TO_IT and tuple(words[start:end]) in every():
            found[start:end] = [f"B-{DEMONYM}"] + [f"I-{DEMONYM}"] * (end - start - 1)
    return found
