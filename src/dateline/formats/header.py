"""The date header and the front matter of a plain text file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline import lang
from dateline.errors import BadDate
from dateline.formats import dates, fields

# What was meant as a date though it names none: "2023-13-45", "20230845", "27/08-2023".
_ATTEMPT = re.compile(r"[\[{(]?\d{1,4}[-/.]\d\S*|\d{5,}\S*|\d{4}[-/.]\S*")
# A line that is a day or a month with its year and nothing else; a year by itself may be a title.
_BARE = re.compile(
    r"\ufeff?\s*+(?P<line>(?=[^\r\n]{0,60}\d)(?=[^\r\n]{0,60}?[-/.A-Za-z])(?!\d{4}/\d{4})[^\r\n]{6,60}?)[ \t]*(?=[\r\n])"
)
_MOST_WORDS = 8

_FENCE = re.compile(r"\ufeff?\s*---[ \t]*(?:\r\n|\r|\n)")
_END = re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*\r?$")
_ENTRY = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:[ \t]*(.*)")
_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?P<name>[^\W\d_][\w.-]*(?: [\w.-]+)?)[ \t]*:[ \t]*(?P<value>[^\r\n]*)")
_BLOCK_ENDS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)|\s*\Z")
_MOST_LINES = 20
_NAMES = frozenset((*fields.SOURCE, *fields.TITLE, *fields.URL, *fields.LANGUAGE, *fields.AUTHOR))
_LISTED = re.compile(r"[ \t]*-[ \t]+(.*)")
_FRONT_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the text: where the text starts, and what is stated by lower-case name, verbatim."""

    offset: int = 0
    dated_by: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    unclosed: bool = False


def split(text: str) -> Header:
    """The header of a file's text: `date 2023-08` before or above the article, or front matter between `---` lines.

    `text[header.offset:]` is the article, without the blanks that end the header.

    >>> text = "date 2023-08 It rains."
    >>> header = split(text)
    >>> header.stated["date"], text[header.offset:]
    ('2023-08', 'It rains.')
    """
    if m := _FENCE.match(text):
        return _front(text, m.end())
    above, first = _above(text)
    if m := _date().match(text, first):
        end = _date_end(m["line"], ":" in m["mark"])
        if end:
            start = m.start("line")
            stated = {"date": text[start : start + end]}
            more, after = _entries(text, m.end(), len(above) + 1) if not m["line"][end:].strip() else ({}, start + end)
            return Header(_skip(text, after), "header", above | more | stated)
        if ":" in m["mark"] and not m["line"].strip():
            return Header(_skip(text, m.end()), "header")
    if m := _BARE.match(text, first):
        start, end = m.span("line")
        if _readable(m["line"]):
            more, after = _entries(text, end, len(above) + 1)
            return Header(_skip(text, after), "header", above | more | {"date": text[start:end]})
    if _is_block(above, bool(_BLOCK_ENDS.match(text, first))):
        return Header(_skip(text, first), "header", above)
    return Header(1 if text.startswith("\ufeff") else 0)


@cache
def _date() -> re.Pattern[str]:
    """A first line that says when: "date", or what a language calls it."""
    return re.compile(
        rf"\ufeff?\s*(?:{'|'.join(sorted(_date_words()))})(?P<mark>\s*:[ \t]*|[ \t]+)(?P<line>[^\r\n\x85\u2028\u2029]*)",
        re.I,
    )


def _entries(text: str, start: int, known: int = 0) -> tuple[dict[str, str], int]:
    """The lines "source: ..." from `start` on, by names that other programs use, and where they end.

    Lines of other names ("Section: ...") belong to them between two that are known, and where at least two are known (with
    `known` before `start`) and a blank line ends them all.
    """
    stated: dict[str, str] = {}
    at, end = start, start
    for _ in range(_MOST_LINES):
        m = _LINE.match(text, at)
        if not m or _spaced(m["name"]) in _date_words():
            break
        at = m.end()
        name = _name(m["name"]) or ("date" if _spaced(m["name"]) in _day_words() and _is_day(m["value"]) else "")
        if name:
            stated.setdefault(name, m["value"].strip())
            end = at
    whole = known + len(stated) > 1 and _BLOCK_ENDS.match(text, at)
    return stated, at if whole else end


def _above(text: str) -> tuple[dict[str, str], int]:
    """The lines "source: ..." at the head of a text, and where the line behind them begins."""
    bare = text.lstrip("\ufeff \t\r\n")
    stated, after = _entries("\n" + bare, 0)
    return (stated, after - 1 + len(text) - len(bare)) if after else ({}, 0)


def _is_block(stated: Mapping[str, str], closed: bool) -> bool:
    """Whether lines without a date are a header all the same: three, or `closed` by a blank line two, or a title. A source or
    author alone is a credit, which says as much where it stands.
    """
    return len(stated) > (1 if closed else 2) or (closed and "title" in stated)


def _spaced(written: str) -> str:
    return " ".join(written.lower().split())


def _name(written: str) -> str:
    """The name of a line by which programs know it; "" for one that no header has."""
    name = _spaced(written)
    known = next((meaning for meaning in ("source", "title", "author") if name in _words(meaning)), "")
    joined = name.replace(" ", "_")
    return known or (joined if joined in _NAMES else "")


@cache
def _date_words() -> frozenset[str]:
    """What the languages call the line of the date."""
    return frozenset({"date", *_words("date")})


@cache
def _day_words() -> frozenset[str]:
    """What else a line is called that holds the day of publication: as programs and as pages write it."""
    pages = (lang.load(code).table("sentences").get("published_words", ()) for code in lang.available())
    return frozenset(_spaced(word) for words in (fields.DATE, *pages) for word in words)


@cache
def _words(name: str) -> frozenset[str]:
    """What the languages call a line of that name."""
    tables = (lang.load(code).table("language") for code in lang.available())
    return frozenset(word for table in tables for word in table.get(f"{name}_header", ()))


def _date_end(line: str, colon: bool) -> int:
    """How much of the line is its date; 0 where the line has none and is text."""
    words = list(re.finditer(r"\S+", line[: dates.LONGEST]))
    for word in reversed(words[:_MOST_WORDS]):
        if _readable(line[: word.end()]):
            return word.end()
    whole = len(line.rstrip())
    if (
        colon
        and words
        and len(words) <= _MOST_WORDS
        and whole <= dates.LONGEST
        and not re.search(r"[.!?]$", line.rstrip())
    ):
        # "date: unknown" on a line of its own is a header whose date is bad.
        return whole
    return words[0].end() if words and _ATTEMPT.fullmatch(words[0][0]) else 0


def _is_day(value: str) -> bool:
    """Whether the value of a line that is not plainly the date's is a date."""
    return bool(value.strip()) and _readable(value)


def _readable(text: str) -> bool:
    try:
        dates.parse(text)
    except BadDate:
        return False
    return True


def _front(text: str, start: int) -> Header:
    """Front matter as static site generators and trafilatura write it: one `name: value` a line, lists below a name."""
    end = _END.search(text, start, start + _FRONT_LIMIT)
    if not end:
        plain = 1 if text.startswith("\ufeff") else 0
        return Header(plain, unclosed=bool(_ENTRY.match(text, start)))
    stated: dict[str, str] = {}
    name = ""
    for line in text[start : end.start()].splitlines():
        if m := _ENTRY.fullmatch(line):
            name = m[1].lower()
            stated[name] = _unquote(m[2])
        elif name and (m := _LISTED.fullmatch(line)):
            stated[name] = ", ".join(filter(None, (stated[name], _unquote(m[1]))))
    return Header(_skip(text, end.end()), "front matter", stated)


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value[:1] == "[" and value[-1:] == "]" and ".." not in value and not re.match(r"\[\d{4}", value):
        # A YAML list on one line; a bracketed EDTF set is a date and stays.
        return ", ".join(_unquote(item) for item in value[1:-1].split(","))
    return value


def _skip(text: str, start: int) -> int:
    """The first place at or after `start` that is no blank."""
    m = re.compile(r"\S").search(text, start)
    return m.start() if m else len(text)
