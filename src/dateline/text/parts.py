"""What a paragraph is on the page: running text, a heading, a caption, a credit line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.lang import Language
from dateline.model import Part
from dateline.text.layout import Paragraph, ends

_HEADING_CHARACTERS, _HEADING_WORDS = 100, 14
_CAPTION_WORDS = 70
_CREDIT_CHARACTERS = 80

_WORD = re.compile(r"[^\s/]+")
# "SEOUL (Yonhap) --", "SEOUL, South Korea, Aug. 27 (AP) -": the wire whose report follows.
_DATELINE = re.compile(r"[^\W\d_][^()\n]{1,60}\(([^()]{2,40})\)\s*(?:[-–—]{1,2}|:)(?=\s)")
# The same behind a summary on its own line: "* Bridge shut * Traffic held up LISBON, May 16 (Reuters) - ...".
_PLACE = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ]{2,}(?:[ .'’/-]+[^\W\d_a-zß-öø-ÿ]{2,}){0,3}"
_INNER = re.compile(rf"(?<!\S)(?:{_PLACE} \| )?{_PLACE}(?:,[^()\n]{{2,30}})?\s*\([^()]{{2,40}}\)\s*[-–—]{{1,2}}(?=\s)")
_SUMMARY_CHARACTERS = 600
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]$")
_BEFORE_NAMES = r"(?:(?P<mark>\s*[:/|]+)\s*|\s+)(?=\S)"
_MARK = re.compile(r"(?<=[,/|(])\s*[^\W\d_]{2,4}(?=\s*(?:[,/|)]|$))")
"""The mark of an agency or desk in small letters, behind a comma: "Anna Weber, dpa"."""

_OWN_DAY = 14
"""Words that a line about the page's own day has at most: "Published 3 May 2024, 10:12 | Updated 4 May 2024, 09:00"."""

_FINISHED = re.compile(r"[.!?…]['\"”’»“«‘›‹]*\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; `whole` says that it is not to be split into sentences."""

    start: int
    end: int
    part: Part
    whole: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words for credits and captions, compiled."""

    photo: re.Pattern[str]
    credit: re.Pattern[str]
    caption: re.Pattern[str]
    byline: re.Pattern[str]
    own_day: re.Pattern[str]
    small: frozenset[str]
    timely: frozenset[str]


def pieces(text: str, paragraph: Paragraph, order: int, count: int, language: Language) -> Iterator[Piece]:
    """The paragraph's stretches: the `order`th of `count`. `text` is the article's."""
    start, end = paragraph.start, paragraph.end
    words = _words(language)
    said = text[start:end] if end - start <= 5_000 else ""
    if _is_credit(said, paragraph, words):
        yield Piece(start, end, Part.CREDIT, True)
        return
    if _is_own_day(said, paragraph, words):
        yield Piece(start, end, Part.NOTICE, True)
        return
    if m := _is_dateline(said):
        yield Piece(start, start + m.end(), Part.CREDIT, True)
        start += m.end()
    elif m := _INNER.search(said[:_SUMMARY_CHARACTERS]):
        yield from _before_dateline(text, start, start + m.start())
        yield Piece(start + m.start(), start + m.end(), Part.CREDIT, True)
        start += m.end()
        said = text[start:end]
    tail, credited = _credit_at_end(said, words)
    last = order == count - 1
    # A credit that ends the last paragraph is that of the whole report; elsewhere it is a picture's.
    pictured = credited == "photo" or (tail > 0 and not credited and not last)
    caption = pictured or bool(words.caption.match(said))
    part = Part.CAPTION if caption and len(said.split()) <= _CAPTION_WORDS else Part.SENTENCE
    body = end - tail
    if part is Part.SENTENCE and not tail and _is_heading(said, paragraph, order, count):
        only_names = last and len(said.split()) <= 4 and _is_name(said, words)
        yield Piece(start, end, Part.CREDIT if only_names else Part.HEADING, True)
        return
    yield Piece(start, body, part, False)
    if tail:
        yield Piece(body, end, Part.CREDIT, True)


def _before_dateline(text: str, start: int, end: int) -> Iterator[Piece]:
    """What stands before the place and day of a wire's report: a summary or a by-line, or sentences that end as such."""
    whole = not ends(text[start:end].rstrip())
    yield Piece(start, end, Part.HEADING if whole else Part.SENTENCE, whole)


def _is_heading(said: str, paragraph: Paragraph, order: int, count: int) -> bool:
    """A short line of its own without final punctuation. What stands alone heads nothing and is text."""
    if count == 1 or len(paragraph.lines) > 1 or paragraph.bullet or not said or ends(said):
        return False
    # The title of the article may be longer than the headings within it.
    most = 1.5 if order == 0 else 1
    return len(said) <= _HEADING_CHARACTERS * most and len(said.split()) <= _HEADING_WORDS * most


def _is_credit(said: str, paragraph: Paragraph, words: _Words) -> bool:
    """A paragraph that is nothing but a credit: "(AP)", "Photo: J. Smith / AP", "By Jane Smith"."""
    if not said or len(said) > _CREDIT_CHARACTERS or len(paragraph.lines) > 1:
        return False
    if (m := _BRACKETED.match(said)) and (_is_name(m[1], words) or _credited(m[1], words)):
        return True
    if _credited(said, words):
        return True
    return bool((m := words.byline.match(said)) and not ends(said) and _is_byline(said[m.end() :], words))


def _is_byline(rest: str, words: _Words) -> bool:
    """Whether names follow the word of a by-line, perhaps with a desk's mark and a day or clock time: "Anna Weber, dpa"."""
    timely = words.timely if re.search(r"\d", rest) else frozenset()
    return _is_name(_MARK.sub("", rest), words, timely)


def _is_own_day(said: str, paragraph: Paragraph, words: _Words) -> bool:
    """A line that says when the page came out or was changed: "Updated 14:02 GMT", "Stand: 12.05.2024, 18:30 Uhr"."""
    m = words.own_day.match(said)
    if not m or ends(said) or len(paragraph.lines) > 1 or len(said.split()) > _OWN_DAY:
        return False
    rest = [w.strip(",|()·•–—-").rstrip(".").casefold() for w in said[m.end() :].split()]
    told = bool(rest) and (rest[0][:1].isdigit() or rest[0] in words.timely)
    return told and any(w[:1].isdigit() for w in rest)


def _credited(said: str, words: _Words) -> str:
    """What a credit names: "photo" for a picture, "text" for a report, "" where this is no credit.

    Behind its word and a colon a few words may be anything ("courtesy of the ministry"); else only names follow, so
    that "Video shows the launch" stays text.
    """
    for pattern, kind in ((words.photo, "photo"), (words.credit, "text")):
        if m := pattern.match(said):
            rest = said[m.end() :]
            marked = bool(m.groupdict().get("mark")) or m[0].startswith("©")
            few = len(rest.split()) <= 6 and not _FINISHED.search(rest)
            if rest.strip() and ((marked and few) or _is_name(re.split(r"[;:]", rest)[0], words)):
                return kind
    return ""


def _is_dateline(said: str) -> re.Match[str] | None:
    m = _DATELINE.match(said)
    # Only a place in capitals, so that "Korea (DPRK) - the northern one -" stays text.
    return m if m and m[0].split(",")[0].split("(")[0].strip().isupper() else None


def _credit_at_end(said: str, words: _Words) -> tuple[int, str]:
    """How many characters the credit at the end takes, 0 for none, and what it credits: "photo", "text" or ""."""
    if m := _BRACKETED.search(said[-_CREDIT_CHARACTERS - 2 :]):
        before = said[: len(said) - len(m[0])]
        kind = _credited(m[1], words)
        if before.strip() and (kind or (_FINISHED.search(before[-12:]) and _is_name(m[1], words))):
            return len(m[0]), kind
        return 0, ""
    reach = max(0, len(said) - _CREDIT_CHARACTERS)
    for pattern in (words.photo, words.credit):
        for m in pattern.finditer(said, reach):
            before = said[: m.start()]
            parted = _FINISHED.search(before[-12:]) or before.rstrip()[-1:] in ("|", "/")
            if before.strip() and parted and (kind := _credited(said[m.start() :], words)):
                return len(said) - m.start(), kind
    return 0, ""


def _is_name(said: str, words: _Words, besides: frozenset[str] = frozenset()) -> bool:
    """Whether these are names only: capitals or figures, and the small words between names and those `besides`."""
    found = [w.strip(",&-–|©*\u200e\u200f") for w in _WORD.findall(said)]
    found = [w for w in found if w]
    if not found or len(found) > 8 + 4 * bool(besides) or said.rstrip()[-1:] in (".", "!", "?", ":"):
        return False
    named = [w for w in found if w.casefold() not in words.small | besides]
    return bool(named) and all(w[0].isupper() or w[0].isdigit() for w in named) and any(w[0].isupper() for w in named)


@cache
def _words(language: Language) -> _Words:
    table = language.table("sentences")
    return _Words(
        photo=_any(table.get("photo_words", ()), _BEFORE_NAMES, extra="©"),
        credit=_any(table.get("credit_words", ()), _BEFORE_NAMES),
        caption=_any(table.get("caption_words", ()), r"(?!\w)"),
        byline=_any(table.get("byline_words", ()), r"\s+"),
        own_day=_any((*table.get("published_words", ()), *table.get("updated_words", ())), r"(?!\w)\s*:?\s*"),
        timely=frozenset(_timely(language)),
        small=frozenset(w.casefold() for w in table.get("credit_small_words", ())),
    )


def _timely(language: Language) -> Iterator[str]:
    """Words of dates and clock times that may stand small, as they do in a by-line."""
    yield from language.table("language").get("before_clock", ())
    times = language.table("times")
    for name in ("month", "weekday", "oclock", "meridiem", "on"):
        for listed in times.get(name, {}).values():
            yield from (w.rstrip(".").casefold() for w in listed)


def _any(words: tuple[str, ...], after: str, extra: str = "") -> re.Pattern[str]:
    """A pattern for any of the words and what has to follow it; one that never matches where there are no words."""
    listed = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    options = [rf"(?<!\w)(?:{listed}){after}"] if listed else []
    options += [re.escape(extra)] if extra else []
    return re.compile("|".join(options) or r"(?!)", re.I)
