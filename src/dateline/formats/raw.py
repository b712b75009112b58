"""What a format finds before anything is decided about it, and the article made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dateline.errors import BadDate
from dateline.formats import byline, dates
from dateline.formats.trouble import trouble
from dateline.ids import article_id, digest
from dateline.model import Article, Problem
from dateline.when import NEVER_SAID, When

MOST_CHARACTERS = 5_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
# Everything in Unicode's class Cc except tab, line ends, vertical tab and form feed, which lay text out.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
_SCHEME = "://"
_LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as its file states it: verbatim strings, "" where nothing is stated.

    `text` starts `offset` code points into the file; `record` is the id the file gives it; `file` the file it is in.
    """

    text: str
    path: str
    file: str = ""
    offset: int = 0
    stated: str = ""
    dated_by: str = ""
    title: str = ""
    source: str = ""
    hostname: str = ""
    url: str = ""
    lang: str = ""
    author: str = ""
    record: str = ""
    retrieved: str = ""


Item = Raw | Problem


def article(raw: Raw) -> tuple[Article | None, list[Problem]]:
    """The article, or None where there is no text to read, and what is to be said about it."""
    if len(raw.text) > MOST_CHARACTERS:
        return None, [too_long(raw.path)]
    said: list[Problem] = []
    text = _sound(raw, said)
    if not text.strip():
        expected = "expected the article after its header" if raw.offset else "expected an article"
        return None, [trouble("empty-text", raw.path, f"found no text: {expected}; add it or leave this out")]
    raw = _by_its_lines(raw, text)
    url = _clean(raw.url or (raw.source if _SCHEME in raw.source else ""))
    source = _clean(_source(raw, url))
    identity = article_id(source, url, text)
    made = Article(
        id=identity,
        text=text,
        source=source,
        url=url,
        path=_clean(raw.path),
        title=_clean(raw.title),
        author=_clean(raw.author),
        lang=_language(raw, said),
        offset=raw.offset,
        stated=_clean(raw.stated),
        published=_published(raw, said),
        dated_by=raw.dated_by if raw.stated else "",
        retrieved=_time(raw.retrieved, raw, "time of retrieval", said) if raw.retrieved else NEVER_SAID,
        work=_work(raw, source, url, identity),
    )
    return made, said


def _by_its_lines(raw: Raw, text: str) -> Raw:
    """With the day, the author, the title and the outlet that the lines at the head of the text give, where its file names
    none."""
    if raw.stated and raw.author and raw.title and raw.source:
        return raw
    found = byline.find(text)
    raw = replace(raw, title=raw.title or found.title)
    if not (raw.source or raw.hostname or raw.url):
        raw = replace(raw, source=found.outlet)
    if not raw.stated and found.stated:
        raw = replace(raw, stated=found.stated, dated_by="by-line")
    return raw if raw.author else replace(raw, author=found.author)


def too_long(subject: str) -> Problem:
    """Said of an article, row or file that is larger than any article."""
    found = f"found more than {MOST_CHARACTERS:,} characters in one article"
    return trouble(
        "too-long", subject, f"{found}; it was skipped: split it into articles, or give one JSON record a line"
    )


def _sound(raw: Raw, said: list[Problem]) -> str:
    """The text, with half surrogate pairs (no text can hold them) replaced one for one so that offsets hold."""
    text = raw.text
    if halves := len(_SURROGATE.findall(text)):
        text = _clean(text)
        message = f"found {halves} half surrogate pairs, which are no characters; U+FFFD stands in their place"
        said.append(trouble("bad-characters", raw.path, message))
    if controls := _CONTROL.findall(text):
        names = ", ".join(f"U+{ord(c):04X}" for c in sorted(set(controls))[:5])
        message = f"found {len(controls)} control characters ({names}); kept so that offsets hold: clean the text"
        said.append(trouble("control-characters", raw.path, message))
    words = text.split()
    # Scripts without blanks write whole sentences as one "word": only a short one is suspect.
    if len(words) == 1 and len(words[0]) <= _LONGEST_WORD:
        message = f"found one word, {words[0]!r}; it is kept: check that the text is complete"
        said.append(trouble("one-word", raw.path, message))
    return text


def _published(raw: Raw, said: list[Problem]) -> When:
    if raw.stated:
        return _time(raw.stated, raw, "day", said)
    expected = "add a first line `date 2023-08-27` or a `date` field"
    said.append(trouble("no-date", raw.path, f"found no date; its day is unknown: {expected}"))
    return NEVER_SAID


def _time(stated: str, raw: Raw, what: str, said: list[Problem]) -> When:
    try:
        return dates.parse(stated)
    except BadDate as error:
        said.append(trouble("bad-date", raw.path, f"{error}; its {what} is unknown"))
        return NEVER_SAID


def _language(raw: Raw, said: list[Problem]) -> str:
    if not raw.lang:
        return ""
    if m := _LANGUAGE.fullmatch(raw.lang):
        return m[1].lower()
    found = f"found {_clean(raw.lang)[:40]!r} as language"
    message = f"{found}; expected an ISO 639 code; the language will be detected instead"
    said.append(trouble("bad-language", raw.path, message))
    return ""


def _source(raw: Raw, url: str) -> str:
    """The source as given, else the host name, else the URL's host, without "www." so that one outlet has one name."""
    if raw.source and _SCHEME not in raw.source:
        return raw.source
    try:
        host = raw.hostname or urlsplit(url).hostname or ""
    except ValueError:  # an address such as "http://[": no host can be read from it, and none is needed
        host = ""
    return host.removeprefix("www.")


def _work(raw: Raw, source: str, url: str, identity: str) -> str:
    """The same for all versions of one article. A bare record id counts within its source, or else within its file."""
    if url:
        return digest("w", source, url)
    if raw.record:
        return digest("w", source or raw.file, raw.record)
    return digest("w", identity)


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
