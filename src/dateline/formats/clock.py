"""The clock time behind a day, as headers and by-lines write it: "T10:12Z", ", 09:15 CAT", "um 18.30 Uhr", "at 9:15 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline import lang

_OFFSET = r"[+-]\d\d(?::?\d\d)?"


@cache
def pattern() -> str:
    """A regular expression for nothing or a clock time, with the groups `clock`, `dotted`, `half` and `zone`.

    A dot parts hours and minutes only before a word for the hour ("18.30 Uhr"): elsewhere it may be the end of a date.
    """
    return rf"(?:(?:,?\s+(?:[-–—|·•]\s+)?{_before()}|T){_hours()})?"


@cache
def ahead() -> re.Pattern[str]:
    """A clock time before a day, with the same groups: "14:02 GMT, " before "4 May 2024"."""
    between = _any(_values("on"))
    return re.compile(rf"{_before()}(?P<hours>{_hours()})(?:,\s*|\s+)(?:[-–—|·•]\s+)?(?:(?:{between})\s+)?(?=\S)", re.I)


def _before() -> str:
    return rf"(?:(?:{_any(_listed('language', 'before_clock'))})\s+)?"


def _hours() -> str:
    oclock = rf"(?:{_any(_values('oclock'))})"
    half = rf"(?P<half>{_any(_values('meridiem'))})"
    zone = rf"(?P<zone>{_OFFSET}|(?:{_any(_zones())})(?!\w))"
    colon = rf"(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?)(?:[.,]\d+)?(?:\s*{half})?(?:\s*{oclock})?"
    dotted = rf"(?P<dotted>\d{{1,2}}\.\d\d)\s*{oclock}"
    return rf"(?:{colon}|{dotted})\s*(?:\(?{zone}\)?)?"


def read(m: re.Match[str]) -> tuple[str, str]:
    """(HH:MM or HH:MM:SS or "", Z or +HH:MM or "") of a match of `pattern`. The zone of local time stays open."""
    clock = m["clock"] or (m["dotted"] or "").replace(".", ":")
    if not clock:
        return "", ""
    hour, rest = clock.split(":", 1)
    if m["half"]:
        hour = str(int(hour) % 12 + (12 if m["half"][0] in "pP" else 0))
    return f"{hour:0>2}:{rest}", zone(m["zone"] or "")


def zone(written: str) -> str:
    """The difference from universal time that an abbreviation or an offset names; "" for local time and unknown ones.

    >>> zone("CAT"), zone("gmt"), zone("+0900"), zone("+01")
    ('+02:00', 'Z', '+09:00', '+01:00')
    """
    if re.fullmatch(_OFFSET, written):
        digits = written[1:].replace(":", "").ljust(4, "0")
        return f"{written[0]}{digits[:2]}:{digits[2:]}"
    return _zones().get(written.casefold(), "")


@cache
def _zones() -> dict[str, str]:
    """Abbreviations of zones in every language, in small letters; "" where one is local time or two languages differ."""
    found: dict[str, str] = {}
    for code in lang.available():
        for offset, names in lang.load(code).table("times").get("zone", {}).items():
            for name in names:
                meant = "" if offset[:1] not in "Z+-" else offset
                found[name.casefold()] = meant if found.get(name.casefold(), meant) == meant else ""
    return found


def _values(name: str) -> Iterator[str]:
    """All words of a section of the times tables, in every language."""
    for code in lang.available():
        for words in lang.load(code).table("times").get(name, {}).values():
            yield from words


def _listed(table: str, name: str) -> Iterator[str]:
    for code in lang.available():
        yield from lang.load(code).table(table).get(name, ())


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) or r"(?!)"
