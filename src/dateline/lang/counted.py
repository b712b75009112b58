"""What a figure counts, free of language."""

from __future__ import annotations

from functools import cache

from dateline.lang import available, load


def counted(word: str, code: str) -> str:
    """What is counted, free of language where the language's tables know the word, else the word. People who are not said
    to be anything are "person".
    """
    folded = word.casefold()
    return PERSON if folded in _persons(code) else sort_of(folded, code) or folded


PERSON = "person"

AGE = "age"
"""The unit of a figure that says how old somebody is, whatever the words count the age in; it counts nothing."""


def sort_of(word: str, code: str) -> str:
    """The topic a word stands for in that language, inflected or not, or the last element of a compound; "" where its
    table knows none of them."""
    word = word.casefold()
    listed = _topics(code, "concept").get(word)
    if listed is not None or word in _plain(code):
        return listed or ""
    forms = (
        word,
        *(word[: -len(e)] for e in _endings(code) if word.endswith(e) and len(word) - len(e) >= _SHORTEST_LAST),
    )
    return next((sort for form in forms if (sort := _sort(form, code))), "")


def _sort(word: str, code: str) -> str:
    listed = _topics(code, "concept").get(word)
    if listed is not None or word in _plain(code):
        return listed or ""
    heads = _topics(code, "heads")
    ends = (word[cut:] for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1))
    return next((heads.get(end, "") for end in ends if end in heads or end in _plain(code)), "")


_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4


@cache
def _persons(code: str) -> frozenset[str]:
    return frozenset(load(code).table("quantities").get("persons", ())) if code in available() else frozenset()


@cache
def _topics(code: str, section: str) -> dict[str, str]:
    """Surface form to its first topic; empty for a language without tables."""
    table = load(code).table("concepts").get(section, {}) if code in available() else {}
    return {surface: topic for topic in sorted(table, reverse=True) for surface in table[topic]}


@cache
def _plain(code: str) -> frozenset[str]:
    """Words that only look like compounds."""
    compounds = load(code).table("concepts").get("compounds", {}) if code in available() else {}
    return frozenset((*compounds.get("plain", ()), *compounds.get("tails", ())))


@cache
def _endings(code: str) -> tuple[str, ...]:
    """What a listed word can have behind it and be the same word inflected."""
    compounds = load(code).table("concepts").get("compounds", {}) if code in available() else {}
    return tuple(compounds.get("endings", ()))
