"""The date header and the front matter of a plain text file."""

from __future__ import annotations

import re
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
_LINE = re.compile(r"(?:\r\n|\r|\n)(?P<name>[A-Za-z][\w.-]*)[ \t]*:[ \t]*(?P<value>[^\r\n]*)")
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
            more, after = _entries(text, m.end()) if not m["line"][end:].strip() else ({}, start + end)
            return Header(_skip(text, after), "header", above | stated | more)
        if ":" in m["mark"] and not m["line"].strip():
            return Header(_skip(text, m.end()), "header")
    if m := _BARE.match(text, first):
        start, end = m.span("line")
        if _readable(m["line"]):
            more, after = _entries(text, end)
            return Header(_skip(text, after), "header", above | {"date": text[start:end]} | more)
    return Header(1 if text.startswith("\ufeff") else 0)


@cache
def _date() -> re.Pattern[str]:
    """A first line that says when: "date", or what a language calls it."""
    tables = (lang.load(code).table("language") for code in lang.available())
    words = sorted({"date", *(word for table in tables for word in table.get("date_header", ()))})
    return re.compile(
        rf"\ufeff?\s*(?:{'|'.join(words)})(?P<mark>\s*:[ \t]*|[ \t]+)(?P<line>[^\r\n\x85\u2028\u2029]*)", re.I
    )


def _entries(text: str, start: int) -> tuple[dict[str, str], int]:
    """The lines "source: ..." right below a date, by names that other programs use, and where they end."""
    stated: dict[str, str] = {}
    while m := _LINE.match(text, start):
        name = _name(m["name"])
        if not name:
            break
        stated[name] = m["value"].strip()
        start = m.end()
    return stated, start


def _above(text: str) -> tuple[dict[str, str], int]:
    """The lines "source: ..." above a date, and where the date's line begins."""
    stated, after = _entries("\n" + text.lstrip("\ufeff"), 0)
    if not stated:
        return {}, 0
    return stated, after - 1 + len(text) - len(text.lstrip("\ufeff"))


def _name(written: str) -> str:
    """The name of a line by which programs know it; "" for one that no header has."""
    name = written.lower()
    return next((known for known in ("source", "title") if name in _words(known)), name if name in _NAMES else "")


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
