"""From text to items: what each word may be, in stretches that hold nothing but words of time."""

from __future__ import annotations

import re
from typing import Any

from dateline.timex.lexicon import HEADS, TOKEN, Entry, Lexicon
from dateline.timex.numerals import put_together, read_digits
from dateline.timex.pattern import Cats, Item

_DIGITS_MATTER = re.compile(r"\d{4}|\d[:.h]\d\d|['\u2019]\d\d|\d[-/.]\d")
_WORDS_AND_COUNTS = frozenset({"UNIT", "UNITS", "NUM", "INDEFINITE", "FILLER", "FRACTION"})
_HYPHENS = frozenset("-\u2010\u2011")

Token = tuple[str, str, int, int]
"""As written, in lower case, start, end."""


def worth_reading(text: str, lexicon: Lexicon) -> bool:
    """False for text in which no word can head a time expression: most of it, and quickly."""
    return not lexicon.heads.isdisjoint(TOKEN.findall(text.lower())) or bool(_DIGITS_MATTER.search(text))


def read(text: str, start: int, end: int, lexicon: Lexicon) -> list[list[Item]]:
    """The stretches of known words of text[start:end] that hold a head, each a list of items."""
    tokens: list[Token] = []
    for found in TOKEN.finditer(text, start, end):
        word = found.group()
        tokens.append((word, word.lower(), found.start(), found.end()))
    runs: list[list[Item]] = []
    run: list[Item] = []
    at = 0
    while at < len(tokens):
        items, taken = _items_at(text, tokens, at, lexicon)
        if items:
            run.extend(items)
        elif not (run and _is_joint(tokens, at)):
            _close(run, runs)
            run = []
        at += taken
    _close(run, runs)
    return runs


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


def _items_at(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Item], int]:
    """The items that start at a token and how many tokens they take; none for a word that says nothing of time."""
    word, lower, start, end = tokens[at]
    if word[0].isdigit():
        return _number(text, tokens, at, lexicon)
    if _is_joint(tokens, at):
        return [], 1
    found: Cats = {}
    length = 0
    for entry in lexicon.entries.get(lower, ()):
        size = len(entry.tokens)
        if size < length or not _fits(entry, tokens, at):
            continue
        if size > 1 and "VAGUE" in entry.cats and _counted(tokens, at + size, lexicon):
            continue
        if entry.pieces:
            if not length:
                return _pieces(entry, start, _glued(tokens, at)), 1
            continue
        found, length = {**entry.cats, **found}, size
    if not length:
        return [], 1
    if "NOT_TIME" in found:
        return [], length
    return [Item(start, tokens[at + length - 1][3], found, _glued(tokens, at))], length


def _glued(tokens: list[Token], at: int) -> bool:
    """Whether the token before it touches it: a joint, or no blank at all."""
    return at > 0 and tokens[at - 1][3] == tokens[at][2]


def _fits(entry: Entry, tokens: list[Token], at: int) -> bool:
    size = len(entry.tokens)
    if at + size > len(tokens):
        return False
    if size > 1 and any(tokens[at + i][1] != entry.tokens[i] for i in range(1, size)):
        return False
    if not entry.exact:
        return True
    return all(tokens[at + i][0] in (entry.exact[i], entry.exact[i].upper()) for i in range(size))


def _counted(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a number or a unit follows: "the past" says nothing by itself in "the past two months"."""
    if at >= len(tokens):
        return False
    if tokens[at][0][0].isdigit():
        return True
    return any(
        not _WORDS_AND_COUNTS.isdisjoint(e.cats) for e in lexicon.entries.get(tokens[at][1], ()) if _fits(e, tokens, at)
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
    if before.isalpha() and tokens[at - 1][1] not in lexicon.words.get("quarter_sign", frozenset(())) | _lowered(
        lexicon
    ):
        return [], 1
    items = read_digits(word, start, lexicon.settings)
    items[0].glued = _glued(tokens, at)
    for item in items:
        item.cats["DIGITS"] = True
    if before in "$\u20ac\u00a3#\u2116\u00a5" or text[end : end + 1] == "%":
        items[-1].cats = {"OTHER": word}
    if before in "'\u2019" and "SHORT_YEAR" in items[0].cats:
        items[0].cats["YEAR_APOSTROPHE"] = items[0].cats["SHORT_YEAR"]
        items[0].start = start
    return items, 1 + _suffix(tokens, at, items, lexicon)


def _lowered(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words.get("quarter_sign", frozenset())


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
