"""What a figure counts, free of language."""

from __future__ import annotations

from functools import cache

from dateline.lang import available, load


def counted(word: str, code: str) -> str:
    """What is counted, free of language where the language's table of topics knows the word, else the word."""
    return sort_of(word, code) or word.casefold()


def sort_of(word: str, code: str) -> str:
    """The topic a word stands for in that language, "" where its table does not know it."""
    return _topics(code).get(word.casefold(), "")


@cache
def _topics(code: str) -> dict[str, str]:
    """Surface form to its first topic; empty for a language without tables."""
    table = load(code).table("concepts").get("concept", {}) if code in available() else {}
    return {surface: topic for topic in sorted(table, reverse=True) for surface in table[topic]}
