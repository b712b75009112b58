"""From text to items: what each word may be, in stretches that hold nothing but words of time."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from dateline.timex.lexicon import HEADS, TOKEN, Entry, Lexicon
from dateline.timex.numerals import put_together, read_digits
from dateline.timex.pattern import Cats, Item

_WORDS_AND_COUNTS = frozenset({"UNIT", "UNITS", "NUM", "INDEFINITE", "FILLER", "FRACTION"})
_SIGNS = "$\u20ac\u00a3#\u2116\u00a5"
_SIGNS_APART = frozenset(_SIGNS)
_JOINTS = frozenset(":-/\u2013")
_CLOCK_LENGTH = 5
_HYPHENS = frozenset("-\u2010\u2011")

Token = tuple[str, str, int, int]
"""As written, in lower case, start, end."""


_first = itemgetter(0)


def read(text: str, start: int, end: int, lexicon: Lexicon) -> list[list[Item]]:
    """The stretches of known words of text[start:end] that hold a head, each a list of items.

    Most sentences hold no word that a time expression needs, and most words of the others are in no table: both are
    passed over without a look at what they could be.
    """
    words = TOKEN.findall(text, start, end)
    lowered = [w.lower() for w in words]
    places = _places(words, lowered, lexicon)
    if not places:
        return []
    found = list(TOKEN.finditer(text, start, end))
    runs: list[list[Item]] = []
    for first, last in _islands(lowered, places, lexicon.known):
        low, high = max(0, first - 1), min(len(words), last + 1)
        tokens = [(words[i], lowered[i], found[i].start(), found[i].end()) for i in range(low, high)]
        _read_island(text, tokens, first - low, last - low, lexicon, runs)
    return runs


def _places(words: list[str], lowered: list[str], lexicon: Lexicon) -> list[int]:
    """Where a token stands that makes a stretch worth reading."""
    triggers, written = lexicon.triggers, lexicon.triggers_as_written
    numbers = any(map(str.isdecimal, map(_first, words)))
    if not numbers and triggers.isdisjoint(lowered) and written.isdisjoint(words):
        return []
    dotted = "." in lexicon.settings.get("clock_separators", "")
    return [
        at
        for at, (low, word) in enumerate(zip(lowered, words, strict=True))
        if low in triggers or word in written or (word[0].isdecimal() and _may_head(words, at, dotted))
    ]


def _may_head(words: list[str], at: int, dotted: bool) -> bool:
    """Whether a number can be a time by itself: a year, a date or clock time in digits, '98.

    Others need a word beside them, and so do numbers with a point where clock times have none.
    """
    word = words[at]
    if word.isdecimal():
        return len(word) in (4, 8) or (at > 0 and words[at - 1] in "'\u2019")
    return not _JOINTS.isdisjoint(word) or word.count(".") == 2 or (dotted and len(word) <= _CLOCK_LENGTH)


def _islands(lowered: list[str], places: list[int], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of known tokens around the places, as half-open ranges."""
    done = 0
    for place in places:
        if place < done:
            continue
        first, last = place, place + 1
        while first > done and (lowered[first - 1] in known or lowered[first - 1][0].isdecimal()):
            first -= 1
        while last < len(lowered) and (lowered[last] in known or lowered[last][0].isdecimal()):
            last += 1
        yield first, last
        done = last


def _read_island(
    text: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon, runs: list[list[Item]]
) -> None:
    run: list[Item] = []
    at = first
    while at < last:
        items, taken = _items_at(text, tokens, at, lexicon)
        if items:
            run.extend(items)
        elif not (run and (_is_joint(tokens, at) or _opens_year(tokens, at))):
            _close(run, runs)
            run = []
        at += taken
    _close(run, runs)


def _close(run: list[Item], runs: list[list[Item]]) -> None:
    if not run:
        return
    whole = put_together(run)
    if any(not HEADS.isdisjoint(i.cats) for i in whole):
        runs.append(whole)


def _is_joint(tokens: list[Token], at: int) -> bool:
    """A hyphen with no blank on either side: third-quarter."""
    word, _, start, end = tokens[at]
    if word not in _HYPHENS or at == 0 or at + 1 == len(tokens):
        return False
    return tokens[at - 1][3] == start and tokens[at + 1][2] == end


def _opens_year(tokens: list[Token], at: int) -> bool:
    """An apostrophe that stands for a century: '98."""
    if tokens[at][0] not in "'\u2019" or at + 1 == len(tokens) or (at and tokens[at - 1][3] == tokens[at][2]):
        return False
    following = tokens[at + 1]
    return following[2] == tokens[at][3] and len(following[0]) == 2 and following[0].isdecimal()


def _items_at(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Item], int]:
    """The items that start at a token and how many tokens they take; none for a word that says nothing of time."""
    word, _, start, _ = tokens[at]
    if word[0].isdecimal():
        return _number(text, tokens, at, lexicon)
    if _is_joint(tokens, at) or _opens_year(tokens, at):
        return [], 1
    found, length = _longest(tokens, at, lexicon)
    if isinstance(found, Entry):
        return _pieces(found, start, _glued(tokens, at)), 1
    if not length:
        return [], 1
    if "NOT_TIME" in found:
        return [], length
    return [Item(start, tokens[at + length - 1][3], found, _glued(tokens, at))], length


def _glued(tokens: list[Token], at: int) -> bool:
    """Whether the token before it touches it: a joint, or no blank at all."""
    return at > 0 and tokens[at - 1][3] == tokens[at][2]


def _longest(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Cats | Entry, int]:
    """The classes of the longest listed form that starts at a token and its length in tokens; 0 for none.

    A compound is given as its entry.
    """
    node = lexicon.root.get(tokens[at][1])
    found: Cats | Entry = {}
    length, size = 0, 1
    while node:
        for entry in node.entries:
            if not _fits(entry, tokens, at) or (size > 1 and _idle(entry, tokens, at + size, lexicon)):
                continue
            if entry.pieces:
                found, length = (found, length) if length == size else (entry, size)
            else:
                found = {**entry.cats, **found} if length == size and isinstance(found, dict) else entry.cats
                length = size
        node = node.next.get(tokens[at + size][1]) if at + size < len(tokens) else None
        size += 1
    return found, length


def _fits(entry: Entry, tokens: list[Token], at: int) -> bool:
    """Whether the capitals are right; the letters are."""
    return not entry.exact or all(tokens[at + i][0] in (word, word.upper()) for i, word in enumerate(entry.exact))


def _idle(entry: Entry, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a vague phrase is only the beginning of more: "the past" in "the past two months"."""
    return "VAGUE" in entry.cats and _counted(tokens, at, lexicon)


def _counted(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a number or a unit stands there."""
    if at >= len(tokens):
        return False
    if tokens[at][0][0].isdecimal():
        return True
    node = lexicon.root.get(tokens[at][1])
    return node is not None and any(
        not _WORDS_AND_COUNTS.isdisjoint(e.cats) for e in node.entries if _fits(e, tokens, at)
    )


def _pieces(entry: Entry, start: int, glued: bool) -> list[Item]:
    items = []
    for length, cats in entry.pieces:
        items.append(Item(start, start + length, dict(cats), glued))
        start, glued = start + length, True
    return items


def _number(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Item], int]:
    word, _, start, end = tokens[at]
    before = text[start - 1] if start else " "
    if before.isalpha() and tokens[at - 1][1] not in lexicon.words.get("quarter_sign", frozenset()):
        return [], 1
    items = read_digits(word, start, _settings(word, tokens, at, lexicon))
    items[0].glued = _glued(tokens, at)
    for item in items:
        item.cats["DIGITS"] = True
    if before in _SIGNS or text[max(0, start - 2) : start].rstrip() in _SIGNS_APART or text[end : end + 1] == "%":
        items[-1].cats = {"OTHER": word}
    if before in "'\u2019" and "SHORT_YEAR" in items[0].cats and _opens_year(tokens, at - 1):
        items[0].cats["YEAR_APOSTROPHE"] = items[0].cats["SHORT_YEAR"]
        items[0].start = start - 1
    return items, 1 + _suffix(tokens, at, items, lexicon)


def _settings(word: str, tokens: list[Token], at: int, lexicon: Lexicon) -> dict[str, Any]:
    """The settings a number is read with: before "am" or "pm" a point makes a clock time of it everywhere ("6.30am")."""
    if "." in word and at + 1 < len(tokens) and lexicon.has("meridiem", tokens[at + 1][1]):
        return {**lexicon.settings, "clock_separators": ":."}
    return lexicon.settings


def _suffix(tokens: list[Token], at: int, items: list[Item], lexicon: Lexicon) -> int:
    """How many tokens after a number belong to it: the letters of 15th, 1990s, 60er, the point of 5."""
    item = items[-1]
    if at + 1 >= len(tokens) or tokens[at + 1][2] != item.end or "NUM" not in item.cats:
        return 0
    taken = 1
    letters, end = tokens[at + 1][1], tokens[at + 1][3]
    if letters in "'\u2019" and at + 2 < len(tokens) and tokens[at + 2][2] == end:
        letters, end, taken = tokens[at + 2][1], tokens[at + 2][3], 2
    value: Any = item.cats["NUM"]
    if letters in lexicon.list("decade_suffixes") and isinstance(value, int) and value % 10 == 0:
        if not ("YEAR" in item.cats or "SHORT_YEAR" in item.cats):
            return 0
        item.cats = {"DECADE": value, **{k: v for k, v in item.cats.items() if k == "YEAR_APOSTROPHE"}}
    elif taken == 1 and letters in lexicon.list("ordinal_suffixes") and isinstance(value, int) and value < 100:
        if letters == "." and at + 2 >= len(tokens):
            return 0
        item.cats = {"ORD": value, "NUM": value, "DIGITS": True} if letters == "." else {"ORD": value, "DIGITS": True}
    else:
        return 0
    item.end = end
    return taken
