"""The time a stated date names: EDTF, ISO 8601 in its usual spellings, RFC 2822, and dates written out in words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_tz
from functools import cache

from babel import Locale

from dateline import edtf, lang
from dateline.errors import BadDate
from dateline.formats import clock
from dateline.when import When, either, moment

LONGEST = 120
"""No date is longer; what is longer is not looked at."""

_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[T ]?(?P<hms>\d{4}(?:\d\d)?)\s*(?P<zone>[A-Z]{1,4}|[+-]\d\d(?::?\d\d)?)?)?",
    re.I,
)
_RFC2822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s+(?:[A-Z]{1,5}|[+-]\d{4}))?"
    r"(?:\s+\([^)]*\))?"
)
_WORD = r"[^\W\d_]+\.?"
_DAY = r"(?P<day>\d{1,2})(?:\.|[^\W\d_]{1,2})?"  # 5, 5. and 5th


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How dates are written, each with the clock time that may stand behind it."""

    year_first: re.Pattern[str]
    day_first: re.Pattern[str]
    written: tuple[re.Pattern[str], ...]


@cache
def _shapes() -> _Shapes:
    behind = clock.pattern()
    year_first = rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})(?:\2(?P<day>\d{{1,2}}))?{behind}"
    weekday = rf"(?:(?P<weekday>{_WORD}),?\s+)?"
    day_first = rf"{weekday}(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){behind}"
    written = (
        rf"{weekday}{_DAY}\s+(?P<month>{_WORD}),?\s+(?P<year>\d{{4}}){behind}",
        rf"{weekday}(?P<month>{_WORD})\s+{_DAY},?\s+(?P<year>\d{{4}}){behind}",
        r"(?P<month>[^\W\d_]+\.?),?\s+(?P<year>\d{4})",
    )
    return _Shapes(
        re.compile(year_first, re.I), re.compile(day_first, re.I), tuple(re.compile(w, re.I) for w in written)
    )


def parse(stated: str) -> When:
    """The time the words name, never finer than they are; "03/04/2023" is one of two days. Raises `BadDate`.

    >>> from dateline.edtf import write
    >>> write(parse("2023-08")), write(parse("Sun, 27 Aug 2023 09:17:00 +0900")), write(parse("03/04/2023"))
    ('2023-08', '2023-08-27T09:17:00+09:00', '[2023-03-04,2023-04-03]')
    """
    text = stated.strip()
    if len(text) > LONGEST:
        raise BadDate(f"{text[:40]!r}... is no date: found {len(text)} characters, expected a day such as 2023-08-27")
    for read in (_epoch, _year_first, _compact, _day_first, _rfc2822, _written, _clock_first):
        if (when := read(text)) is not None:
            return when
    when = edtf.read(text)
    if not when.known:
        raise BadDate(f"{text!r} is no date: it names no day at all; expected a day such as 2023-08-27")
    return when


def _epoch(text: str) -> When | None:
    """Seconds or milliseconds since 1970: nine to eleven digits, or twelve to fourteen that are no compact date."""
    if not text.isascii() or not text.isdigit() or not 9 <= len(text) <= 13 or len(text) == 12:
        return None
    seconds = int(text) / (1000 if len(text) == 13 else 1)
    return edtf.read(datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _year_first(text: str) -> When | None:
    m = _shapes().year_first.fullmatch(text)
    if not m or (not m["day"] and any(clock.read(m))):
        return None
    day = f"-{m['day']:0>2}" if m["day"] else ""
    return _at(f"{m['year']}-{m['month']:0>2}{day}", *clock.read(m))


def _compact(text: str) -> When | None:
    if not (m := _COMPACT.fullmatch(text)):
        return None
    hours = ":".join(re.findall("..", m["hms"] or ""))
    return _at(f"{m['year']}-{m['month']}-{m['day']}", hours, clock.zone(m["zone"] or ""))


def _day_first(text: str) -> When | None:
    """Dots put the day first everywhere; with dashes and slashes both orders are in use, so both days may be meant."""
    m = _shapes().day_first.fullmatch(text)
    if not m or not _is_weekday(m["weekday"]):
        return None
    day_first = f"{m['year']}-{m['b']:0>2}-{m['a']:0>2}"
    month_first = f"{m['year']}-{m['a']:0>2}-{m['b']:0>2}"
    a, b = int(m["a"]), int(m["b"])
    if m["mark"] == "." or a > 12 or a == b:
        return _at(day_first, *clock.read(m))
    if b > 12:
        return _at(month_first, *clock.read(m))
    return moment(either([edtf.read(day_first).begin, edtf.read(month_first).begin]))


def _rfc2822(text: str) -> When | None:
    fields = parsedate_tz(text) if _RFC2822.fullmatch(text) else None
    if fields is None:
        return None
    year, month, day, hour, minute, second, _, _, _, offset = fields
    zone = ""
    if offset is not None:
        minutes = abs(offset) // 60
        zone = f"{'-' if offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return edtf.read(f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")


def _written(text: str) -> When | None:
    for pattern in _shapes().written:
        m = pattern.fullmatch(text)
        month = _months().get(m["month"].rstrip(".").casefold()) if m else None
        if not m or not month:
            continue
        found = m.groupdict()
        if "day" not in found:
            return edtf.read(f"{m['year']}-{month:02}")
        if _is_weekday(m["weekday"]):
            return _at(f"{m['year']}-{month:02}-{m['day']:0>2}", *clock.read(m))
    return None


def _clock_first(text: str) -> When | None:
    """A day behind its clock time, "14:02 GMT, 4 May 2024", read as "4 May 2024, 14:02 GMT"."""
    m = clock.ahead().match(text)
    turned = f"{text[m.end() :]}, {m['hours'].rstrip()}" if m else ""
    return next((when for read in (_year_first, _day_first, _written) if turned and (when := read(turned))), None)


def _is_weekday(word: str | None) -> bool:
    """Whether what stands before a day is a weekday, or nothing."""
    return not word or word.rstrip(".").casefold() in _weekdays()


def _at(day: str, hours: str, zone: str) -> When:
    year, month, *rest = map(int, day.split("-"))
    if not 1 <= month <= 12:
        raise BadDate(f"{day!r} is no date: there is no month {month}; expected 1 to 12, such as 2023-08-27")
    most = monthrange(year, month)[1] if year else 31
    if rest and year and not 1 <= rest[0] <= most:
        raise BadDate(f"{day!r} is no date: that month has {most} days; expected a day of it, such as {day[:8]}{most}")
    return edtf.read(f"{day}T{hours}{zone}" if hours else day)


@cache
def _months() -> dict[str, int]:
    """Names and short names of months in every language that can be read, from the Unicode CLDR (by way of Babel).

    A name that means different months in two languages is left out.
    """
    found: dict[str, int] = {}
    clash = set()
    for locale in map(Locale.parse, lang.available()):
        for names in (locale.months[c][w] for c in ("format", "stand-alone") for w in ("wide", "abbreviated")):
            for number, name in names.items():
                key = str(name).rstrip(".").casefold()
                if found.setdefault(key, number) != number:
                    clash.add(key)
    return {name: number for name, number in found.items() if name not in clash}


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        str(name).rstrip(".").casefold()
        for locale in map(Locale.parse, lang.available())
        for width in ("wide", "abbreviated")
        for name in locale.days["format"][width].values()
    )
