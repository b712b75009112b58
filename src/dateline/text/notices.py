"""What a page says of itself and of other pages: newsletters, cookies, rights, links to other reports. It is no news.

Two things must come together: words of lang/*/sentences.toml, and the place where they stand: at the head of a sentence that is
in no quotation, in a short paragraph, or in lines without full stops under a head such as "More on this story".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.lang import Language
from dateline.model import Part, Sentence

_LONGEST = 45
"""Words of a paragraph that can be a notice."""

_LONGEST_HEADLINE = 20
_LONGEST_LEAD = 8

_ASIDE = (Part.CAPTION, Part.CREDIT)
_QUOTES = re.compile(r"[\"“„«]")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)(?:\W*\w+){0,3}?\W*(?:19|20)\d\d\b", re.I)
_BULLET = re.compile(r"[-–—*•‣▪●◦·>»]\s*|\d{1,2}[.)]\s+")
_STOP = re.compile(r"\.['\"”’»“«‘›‹)\]]*$")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words for notices, compiled: what opens one, what is one wherever it stands, what heads links."""

    openings: re.Pattern[str]
    phrases: re.Pattern[str]
    leads: re.Pattern[str]


def marked(text: str, paragraphs: Sequence[Sequence[Sentence]], language: Language) -> list[list[Sentence]]:
    """The sentences of each paragraph, those that are notices as such."""
    words = _words(language)
    found: list[list[Sentence]] = []
    listing = False
    for sentences in paragraphs:
        said = text[sentences[0].start : sentences[-1].end] if sentences else ""
        listing = _heads(said, words) or (listing and _headline(said))
        if listing or _links(said, words) or (len(said.split()) <= _LONGEST and _RIGHTS.match(said)):
            found.append([replace(s, part=Part.NOTICE) for s in sentences])
        else:
            found.append(_among(text, sentences, said, words))
    return found


def _heads(said: str, words: _Words) -> bool:
    """Whether a line heads links to other reports: short, without a full stop, opened by words for that."""
    short = len(said.split()) <= _LONGEST_LEAD and "\n" not in said and not re.search(r"[.!?…]\W*$", said)
    return short and bool(words.leads.match(said))


def _headline(said: str) -> bool:
    """Whether a line can be a headline among links: few words, no full stop at its end."""
    return len(said.split()) <= _LONGEST_HEADLINE and "\n" not in said and not _STOP.search(said)


def _links(said: str, words: _Words) -> bool:
    """ "Read also: Bridge to close in May": a link within the report."""
    m = words.leads.match(said)
    return m is not None and said[m.end() :].lstrip()[:1] in (":", "|", "»", ">") and len(said.split()) <= _LONGEST


def _among(text: str, sentences: Sequence[Sentence], said: str, words: _Words) -> list[Sentence]:
    """The sentences of a short paragraph with its notices; where they are half of it or more, it is one as a whole."""
    if len(said.split()) > _LONGEST:
        return list(sentences)
    start = sentences[0].start if sentences else 0
    tells = [s.part not in _ASIDE and _tells(text[start : s.start], text[s.start : s.end], words) for s in sentences]
    whole = 2 * sum(tells) >= len(tells) > 0 and any(tells)
    return [
        replace(s, part=Part.NOTICE) if (told or whole) and s.part not in _ASIDE else s
        for s, told in zip(sentences, tells, strict=True)
    ]


def _tells(before: str, said: str, words: _Words) -> bool:
    """Whether a sentence tells of the page: nobody is quoted before its words for that."""
    if _QUOTES.search(before):
        return False
    at = words.openings.search(said) or words.phrases.search(said)
    return at is not None and not _QUOTES.search(said[: at.start()])


@cache
def _words(language: Language) -> _Words:
    table = language.table("sentences")
    bullet = rf"(?:{_BULLET.pattern})?"
    return _Words(
        openings=_any(table.get("notice_openings", ()), r"(?:^|(?<=[:|?!] ))"),
        phrases=_any(table.get("notice_phrases", ()), r"(?<!\w)"),
        leads=_any(table.get("link_heads", ()), bullet),
    )


def _any(listed: Sequence[str], before: str) -> re.Pattern[str]:
    """A pattern for any of the words behind `before`; one that never matches where there are none."""
    options = "|".join(re.escape(w) for w in sorted(listed, key=len, reverse=True))
    return re.compile(rf"{before}(?:{options})(?!\w)", re.I) if listed else _NEVER
