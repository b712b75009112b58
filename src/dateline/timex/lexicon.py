"""A language's time words, compiled once: from the first token of an entry to the entries that start with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.lang import Language
from dateline.timex.tables import rows, settings

TOKEN = re.compile(r"\d+(?:[.,:/\u2013-]\d+)*|[^\W\d_]+|[^\w\s]|_")
"""Numbers with what joins them, words, single signs. No alternative can match where another has started: linear."""

HEADS = frozenset(
    [
        "MONTH",
        "WEEKDAY",
        "WEEKDAY_SET",
        "EDGE_UNIT",
        "SEASON",
        "SEASON_WEAK",
        "UNIT",
        "UNITS",
        "UNIT_ADJECTIVE",
        "HALF",
        "DEICTIC",
        "PART",
        "MOMENT",
        "CLOCK_OFFSET",
        "HOLIDAY",
        "VAGUE",
        "VAGUE_UNIT",
        "VAGUE_NARRATIVE",
        "SET_ADJECTIVE",
        "OCLOCK",
        "MERIDIEM",
        "DECADES",
        "DECADES_WORD",
        "YEAR",
        "DECADE",
        "DAY_MONTH",
        "CLOCK",
        "DATE",
        "ZONE",
        "ERA",
        "QUARTER_SIGN",
        "PERIOD",
        "SHORTLY_AFTER",
        "FISCAL",
        "MONTH_CODE",
    ]
)
"""Classes that can head an expression: a stretch of words without one is not looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed form: its tokens in lower case, the same as written where capitals matter, its classes; and for a
    compound the classes of its pieces by length."""

    tokens: tuple[str, ...]
    exact: tuple[str, ...]
    cats: dict[str, Any]
    pieces: tuple[tuple[int, dict[str, Any]], ...] = ()
    head: bool = False


_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Node:
    """A place in the trie of entries: what can follow, and the entries that end here, exact ones first."""

    next: dict[str, Node] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries as a trie over tokens; the tokens that make a stretch worth reading, those of them whose
    capitals matter apart; every token of any entry."""

    root: dict[str, Node]
    triggers: frozenset[str]
    triggers_as_written: frozenset[str]
    known: frozenset[str]
    settings: dict[str, Any]
    words: dict[str, frozenset[str]]

    def entries(self) -> Iterator[Entry]:
        """Every entry of the trie."""
        nodes = [*self.root.values()]
        while nodes:
            node = nodes.pop()
            yield from node.entries
            nodes.extend(node.next.values())

    def has(self, name: str, word: str) -> bool:
        """Whether a word, in any case, is one of a class."""
        return word.lower() in self.words.get(name, _NONE)

    def list(self, name: str) -> tuple[str, ...]:
        """A setting that is a list of words."""
        return tuple(self.settings.get(name, ()))


_INTEGERS = frozenset(
    {
        "month",
        "month_code",
        "weekday",
        "weekday_set",
        "season",
        "season_weak",
        "number",
        "number_stem",
        "multiplier",
        "ordinal",
        "ordinal_last",
        "a",
        "deictic_part",
        "decades",
    }
)
_NOT_READ = frozenset(
    {
        "part_noun",
        "deictic_part",
        "past_ending",
        "plural_ending",
        "bare_before",
        "ended",
        "whole",
        "whole_day",
        "street_ending",
    }
)
"""Classes whose words are parts of compounds, or are looked for around an expression; so are all cue_ classes."""

_FLOATS = frozenset({"fraction", "and_fraction"})


def _value(name: str, value: str) -> Any:
    if name in _INTEGERS:
        return int(value)
    return float(value) if name in _FLOATS else value


def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a listed form.

    >>> tokens("a.m.")
    ('a', '.', 'm', '.')
    """
    return tuple(TOKEN.findall(text))


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled words of a language. Raises `BadLanguageData` where its times.toml is wrong."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, Any]] = {}
    listed: dict[str, dict[str, Any]] = {}
    options = settings(language)
    for name, value, words in rows(language):
        for word in words:
            listed.setdefault(name, {})[word] = _value(name, value)
    stems = _add_numbers(listed, options)
    for name, values in listed.items():
        for word, meaning in values.items() if name not in _NOT_READ and not name.startswith("cue_") else ():
            written = tokens(word)
            lower = tuple(t.lower() for t in written)
            found.setdefault((lower, written if lower != written else ()), {})[_category(name)] = meaning
    entries = [Entry(lower, exact, cats, (), _is_head(cats)) for (lower, exact), cats in found.items()]
    entries += _compounds(language, {**listed, "number_stem": stems})
    return _indexed(entries, options, listed)


def _category(name: str) -> str:
    return {"number": "NUM", "number_stem": "NUM", "ordinal": "ORD", "part_noun": "PART"}.get(name, name.upper())


def _is_head(cats: dict[str, Any]) -> bool:
    return not HEADS.isdisjoint(cats)


def _add_numbers(listed: dict[str, dict[str, Any]], options: dict[str, Any]) -> dict[str, Any]:
    """Twenty-one to ninety-nine where a language writes them as one word, ones first: einundzwanzig."""
    numbers = listed.setdefault("number", {})
    stems = listed.pop("number_stem", {})
    ones = {**{w: n for w, n in numbers.items() if 0 < n < 10}, **stems}
    tens = {w: n for w, n in numbers.items() if n in range(20, 100, 10)}
    for joint in options.get("ones_first", ()):
        for one, low in ones.items():
            for ten, high in tens.items():
                numbers[one + joint + ten] = high + low
    for ending in options.get("ordinal_endings", ()):
        for word, number in list(numbers.items()):
            if number >= 20:
                listed.setdefault("ordinal", {})[word + ending] = number
    return stems


def _compounds(language: Language, listed: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    for compound in language.table("times").get("compound", ()):
        left, right = compound["parts"]
        for first, one in listed.get(left, {}).items():
            for last, two in listed.get(right, {}).items():
                word = first + last
                if word.isalpha():
                    pieces = ((len(first), {_category(left): one}), (len(last), {_category(right): two}))
                    yield Entry((word.lower(),), (), {}, pieces, True)


def _indexed(entries: list[Entry], options: dict[str, Any], listed: dict[str, dict[str, Any]]) -> Lexicon:
    root: dict[str, Node] = {}
    for entry in entries:
        node = root.setdefault(entry.tokens[0], Node())
        for token in entry.tokens[1:]:
            node = node.next.setdefault(token, Node())
        node.entries = tuple(sorted((*node.entries, entry), key=lambda e: (e.exact == (), bool(e.pieces))))
    triggering = [e for e in entries if e.head or 16 <= e.cats.get("NUM", 0) <= 20]
    triggers = frozenset(max(e.tokens, key=len) for e in triggering if not e.exact)
    written = {max(e.exact, key=len) for e in triggering if e.exact}
    suffixes = (*options.get("ordinal_suffixes", ()), *options.get("decade_suffixes", ()))
    known = frozenset(t for e in entries for t in e.tokens) | frozenset(suffixes) | frozenset("-\u2010\u2011'\u2019")
    words = {name: frozenset(w.lower() for w in found) for name, found in listed.items()}
    return Lexicon(root, triggers, frozenset(written | {w.upper() for w in written}), known, options, words)
