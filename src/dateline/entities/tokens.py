"""Words of a text with their places, and the folded form by which names are looked up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# A word keeps an apostrophe only before two letters or more: "O'Leary" is one word, "Korea's" is "Korea" and "s".
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]{2,})*")
# What may stand between two words of one name: blanks, hyphens, full stops, apostrophes, an ampersand.
_INSIDE = re.compile(r"[ \u00a0\n]?[-‐‑–.'’&]?[ \u00a0\n]?")
# What ties two words into one.
HYPHENS = ("-", "\u2010", "\u2011")
# Letters that Unicode does not take apart but readers of other languages write plain.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʻ": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word at code points `start` to `end`; `key` is its folded form."""

    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        """Whether it starts as a name does: with a capital, or small and then a capital (iPhone, eBay)."""
        return self.text[0].isupper() or (len(self.text) > 2 and self.text[0].islower() and self.text[1].isupper())

    @property
    def acronym(self) -> bool:
        """Two capitals or more and no small letter: "KCNA", "H1N1"."""
        return self.text.isupper() and sum(c.isalpha() for c in self.text) > 1


def fold(word: str) -> str:
    """Lower case without accents.

    >>> fold("Kōbe"), fold("Łódź")
    ('kobe', 'lodz')
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets into the whole text.

    >>> [t.text for t in tokens("Pyongyang-Beijing, O'Leary's")]
    ['Pyongyang', 'Beijing', "O'Leary", 's']
    """
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(m[0], m.start(), m.end(), fold(m[0])) for m in found)


@lru_cache(maxsize=1 << 17)
def key(name: str) -> str:
    """The folded words of a name, one blank between them: how it is looked up. Remembered, as every language asks.

    >>> key("Noord-Koreaanse"), key("U.S.")
    ('noord koreaanse', 'u s')
    """
    if name.isascii():
        return name.lower() if name.isalpha() else " ".join(_WORD.findall(name)).lower()
    return " ".join(fold(word) for word in _WORD.findall(name))


def adjoining(text: str, left: Token, right: Token) -> bool:
    """Whether nothing stands between two words that a name could not hold."""
    return _INSIDE.fullmatch(text, left.end, right.start) is not None
