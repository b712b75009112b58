"""What a page says of itself and of other pages: newsletters, cookies, rights, links to other reports. It is no news.

Two things must come together: words of lang/*/sentences.toml, and the place where they stand: at the head of a sentence that is
in no quotation, in a short paragraph, or in lines without full stops under a head such as "More on this story". A sentence
that only sends the reader elsewhere ("Read also: ...", "Click here") is none in any paragraph, and behind the names in brackets
that end a wire's report ("(Reporting by ...)") nothing of it follows.
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
_SOME = r"\s(?:[^\s.!?]+\s){1,12}?"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words for notices, compiled: what opens one, what is one wherever it stands, what heads links, what
    opens a sentence that sends the reader elsewhere in any paragraph, and what opens the names that end a report.
    """

    openings: re.Pattern[str]
    phrases: re.Pattern[str]
    leads: re.Pattern[str]
    sendings: re.Pattern[str]
    signing: re.Pattern[str]


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
    """The sentences of a paragraph, those that send the reader elsewhere as notices, and in a short one all that tell of the
    page; where these are half of it or more, it is one notice as a whole.
    """
    start = sentences[0].start if sentences else 0
    short = len(said.split()) <= _LONGEST
    tells = [
        short and s.part not in _ASIDE and _tells(text[start : s.start], text[s.start : s.end], words)
        for s in sentences
    ]
    whole = 2 * sum(tells) >= len(tells) > 0 and any(tells)
    signed = next((s.start for s in sentences if words.signing.match(text, s.start)), start + len(said))
    return [
        replace(s, part=Part.NOTICE)
        if s.part not in _ASIDE
        and (
            told
            or whole
            or s.start >= signed
            or _sends(text[s.start : s.end], words, quoted=_quoting(text[start : s.start]))
        )
        else s
        for s, told in zip(sentences, tells, strict=True)
    ]


def _quoting(before: str) -> bool:
    """Whether a quotation is still open behind these words of a paragraph."""
    opened = sum(before.count(mark) for mark in "“„«")
    return before.count('"') % 2 == 1 or opened > sum(before.count(mark) for mark in "”»") + before.count("“") * (
        "„" in before
    )


def _sends(said: str, words: _Words, *, quoted: bool) -> bool:
    """Whether a sentence of a paragraph sends the reader to another report: a link, or "Read more about the bridge." that
    is nobody's quotation.
    """
    return _links(said, words) or (not quoted and words.sendings.match(said) is not None)


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
        sendings=_any(table.get("link_openings", ()), rf"(?:{_BULLET.pattern}|[(\[]\s*)?"),
        signing=_any(table.get("signing_words", ()), r"[(\[]\s*"),
    )


def _any(listed: Sequence[str], before: str) -> re.Pattern[str]:
    """A pattern for any of the words behind `before`, "..." for some words between; one that never matches where there are
    none."""
    options = "|".join(_SOME.join(map(re.escape, w.split(" ... "))) for w in sorted(listed, key=len, reverse=True))
    return re.compile(rf"{before}(?:{options})(?!\w)", re.I) if listed else _NEVER
