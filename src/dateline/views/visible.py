"""Text of an article made harmless to look at: what would steer a terminal or turn a line round is shown by name."""

from __future__ import annotations

import re

# C0 without tab and line ends, DEL, C1, the bidirectional embeddings, overrides and isolates, line and paragraph
# separators, and lone surrogates, which no UTF-8 file can hold. Marks and joiners (U+200C..U+200F) are part of
# ordinary Persian, Hebrew and emoji writing and cannot reach beyond their own line: they stay.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)
_BLANKS = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with every steering character shown by name.

    >>> visible("red: \\x1b[31m")
    'red: ⟨U+001B⟩[31m'
    """
    return _STEERING.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """`visible` text on one line: every run of blanks is one space.

    >>> one_line(" a\\n\\nb ")
    'a b'
    """
    return visible(_BLANKS.sub(" ", text).strip())
