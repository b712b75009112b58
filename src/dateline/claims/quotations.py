"""Quotations over several sentences: where one is still open, so that all of it is the word of whoever is named beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import Sentence

_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", '"': '"'}
# A single mark between letters, or at the head of a clitic or a number ("‘s avonds", "the ‘90s"), is an apostrophe, and a
# straight mark behind a number is inches.
_MARK = re.compile(
    r"[“”„«»‚]|(?<!\d)\"|(?<=\d)\"(?=[\s.,;:!?)]|$)|(?<!\w)‘(?=[^\W\d])(?!\w\b)|(?<=[\w.,!?…])[’‘](?!\w)"
)
PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


def opened(text: str, sentences: Sequence[Sentence]) -> list[tuple[bool, bool]]:
    """For each sentence whether a quotation is open where it begins and where it ends. None lasts beyond a paragraph."""
    found = []
    closing, last = "", 0
    for sentence in sentences:
        if PARAGRAPH.search(text, last, sentence.start):
            closing = ""
        before = bool(closing)
        for mark in _MARK.finditer(text, sentence.start, sentence.end):
            if closing and mark.group() in closing:
                closing = ""
            elif not closing and not _inches(text, mark):
                closing = _CLOSED_BY.get(mark.group(), "")
        found.append((before, bool(closing)))
        last = sentence.end
    return found


def _inches(text: str, mark: re.Match[str]) -> bool:
    return mark.group() == '"' and text[max(mark.start() - 1, 0)].isdigit()
