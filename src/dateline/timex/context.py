"""What the words on either side of an expression say: that a number is a year, that a month is somebody's name."""

from __future__ import annotations

import re

from dateline.timex.lexicon import Lexicon
from dateline.timex.pattern import Item

_REACH = 32
_WORD_BEFORE = re.compile(r"([\w$\u20ac\u00a3']+)\W{0,2}$")
_WORDS_BEFORE = re.compile(r"(\w+)(?:\W+(\w+))?\W+$")
_RANGE_BEFORE = re.compile(r"\b\d{4}[-\u2013/]$")
_WORD_AFTER = re.compile(r"\W{0,1}(\w+)")
_WORDS_AFTER = re.compile(r" (\w+)(?: (\w+))?")


def word_after(text: str, end: int) -> str:
    """The word after a place, "" where another sign than one blank or mark comes first."""
    found = _WORD_AFTER.match(text[end : end + _REACH])
    return found[1] if found else ""


def word_before(text: str, start: int) -> str:
    """The word before a place, in lower case."""
    found = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    return found[1].lower() if found else ""


def follows(text: str, item: Item, lexicon: Lexicon, name: str) -> bool:
    """Whether the word before an item is one of a class."""
    return lexicon.has(name, word_before(text, item.start))


def is_year(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a number of four digits is a year by the words on either side of it."""
    after = word_after(text, item.end)
    if lexicon.has("cue_count", after) or _numbered(text, item, lexicon):
        return False
    if follows(text, item, lexicon, "cue_year") or _RANGE_BEFORE.search(text[max(0, item.start - 6) : item.start]):
        return True
    year = item.cats["Y"].expr
    if not "1700" <= year <= "2100":
        return False
    if lexicon.settings.get("nouns_capitalised"):
        return not after[:1].isupper() or text[item.end : item.end + 1] != " "
    if not after.islower():
        return True
    endings = tuple(lexicon.words.get("plural_ending", ()))
    return bool(endings) and "1900" <= year <= "2050" and not (len(after) > 3 and after.endswith(endings))


def _numbered(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether it numbers something: room 1408, the code is 1945, Kerkstraat 1984, 1984 Oak Street."""
    words = _WORDS_BEFORE.search(text[max(0, item.start - _REACH) : item.start])
    before = [w.lower() for w in words.groups() if w] if words else []
    if not lexicon.words.get("cue_numbered", frozenset()).isdisjoint(before):
        return True
    endings = tuple(lexicon.words.get("street_ending", ()))
    if before and endings and before[-1].endswith(endings):
        return True
    behind = _WORDS_AFTER.match(text[item.end : item.end + _REACH])
    return behind is not None and not lexicon.words.get("cue_street", frozenset()).isdisjoint(
        w.lower() for w in behind.groups() if w
    )


def is_name(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a month, season or weekday is part of a name: Mrs. May, April Jones, Frau Sommer, Mei-Ling."""
    if text[item.end : item.end + 1] == "-" and text[item.end + 1 : item.end + 2].isupper():
        return True
    if item.rule in ("bare units", "vague word"):
        return text[item.end : item.end + 1] == "-"  # "the now-cancelled deal"
    if follows(text, item, lexicon, "cue_title"):
        return True
    if item.rule != "month" or lexicon.settings.get("nouns_capitalised"):
        return False
    after = text[item.end : item.end + _REACH]
    named = after[:1] == " " and after[1:2].isupper() and after[2:3].islower()
    return named and not follows(text, item, lexicon, "cue_year") and bool(word_before(text, item.start))


def season_is_meant(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a word that is a season among other things is one here: in the fall, this spring."""
    before = " ".join(text[max(0, item.start - _REACH) : item.end].lower().split())
    phrase = text[item.start : item.end].lower().split()
    return any(
        before.endswith(f"{cue} {' '.join(phrase)}") for cue in lexicon.words.get("cue_season", frozenset())
    ) and not lexicon.has("of", word_after(text, item.end))


def part_is_meant(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a part of a day stands for that of the day that is spoken of: in the evening, am Abend, tegen de avond."""
    words = text[max(0, item.start - _REACH) : item.end].lower().split()
    before = f" {' '.join(words[:-1])}"
    return any(before.endswith(f" {cue.lower()}") for cue in lexicon.words.get("cue_part", frozenset()))
