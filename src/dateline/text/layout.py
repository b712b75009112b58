"""Paragraphs: where they begin and end, whether blank lines part them or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 120
"""Nobody wraps lines wider than this; longer lines are paragraphs."""

_BULLET = re.compile(r"(?:[-–—*•‣▪●◦·]|\d{1,2}[.)])\s+\S")
_FINAL = re.compile(r"[.!?…:;。！？؟।]['\"”’»“«‘›‹)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text without the blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on. `bullet` says that it is an item of a list."""

    lines: tuple[Line, ...]
    bullet: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.lines[-1].end


def paragraphs(text: str) -> list[Paragraph]:
    """The text's paragraphs in order: every character that is no blank lies in one.

    A blank line always parts them. A single line end does where the lines were not wrapped by a program: it is a
    soft wrap when the next line goes on in lower case, or when the whole text is wrapped and the next line's first
    word had no room. A list item begins a paragraph.
    """
    blocks = _blocks(text)
    width = _wrap_width(blocks)
    found: list[Paragraph] = []
    for block in blocks:
        lines = [block[0]]
        for before, line in pairwise(block):
            if _runs_on(before, line, width, lines[0]):
                lines.append(line)
            else:
                found.append(_paragraph(lines))
                lines = [line]
        found.append(_paragraph(lines))
    return found


def ends(text: str) -> bool:
    """Whether the text ends as a sentence does, or announces what follows with a colon."""
    # Only the end is looked at: a search from the left would try every full stop of a long text.
    return bool(_FINAL.search(text[-12:]))


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines without a blank line between."""
    blocks: list[list[Line]] = [[]]
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            blocks[-1].append(Line(start, start + len(stripped), stripped))
        if not stripped or line[-1] == "\u2029":
            blocks.append([])
        at += len(line)
    return [block for block in blocks if block]


def _wrap_width(blocks: list[list[Line]]) -> int:
    """The width a program wrapped the text to, 0 where it did not: at most line ends the next word had no room."""
    breaks = [(a, b) for block in blocks for a, b in pairwise(block)]
    width = max((len(line.text) for block in blocks for line in block), default=0)
    if not breaks or width > _WIDEST:
        return 0
    full = sum(_is_full(a, b, width) for a, b in breaks)
    # Two full lines at least: of any two lines, one is the longest.
    return width if full >= 2 and 2 * full >= len(breaks) else 0


def _is_full(line: Line, after: Line, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _runs_on(line: Line, after: Line, width: int, first: Line) -> bool:
    if _BULLET.match(after.text) and (ends(line.text) or _BULLET.match(first.text)):
        return False
    if after.text[0].islower() and not ends(line.text):
        return True
    return width > 0 and _is_full(line, after, width)


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(tuple(lines), bool(_BULLET.match(lines[0].text)))
