"""Numbers: digits with what joins them (dates, clock times, thousands), and number words put together."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dateline.timex.pattern import Cats, Item

_ISO = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)")
_DAY_LAST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])([:.h])([0-5]\d)(?:[:.]([0-5]\d))?")
_RANGE = re.compile(r"(\d+(?:[.:]\d\d)?)([-\u2013/])(\d+(?:[.:]\d\d)?)")

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Numbers of four digits outside these are never years by themselves."""


def read_digits(token: str, start: int, options: dict[str, Any]) -> list[Item]:
    """The items a token that starts with a digit stands for; more than one for "1775-1780" or "5-6"."""
    cats: Cats = {}
    end = start + len(token)
    if token.isdecimal():
        return [Item(start, end, _whole(token))]
    found = _date(token, options.get("date_order", "dmy"))
    if found:
        cats["DATE"] = found
    clock = _CLOCK.fullmatch(token)
    if clock and clock[2] in options.get("clock_separators", ":") and _hour_fits(clock):
        seconds = f":{clock[4]}" if clock[4] else ""
        cats["CLOCK" if clock[2] == ":" else "CLOCK_DOTTED"] = f"{int(clock[1]):02}:{clock[3]}{seconds}"
    number = _separated(token, options)
    if number is not None:
        cats["NUM"] = number
    day_month = re.fullmatch(r"(\d\d?)[./](\d\d?)", token)
    if day_month and options.get("date_order") == "dmy" and int(day_month[1]) <= 31 and 1 <= int(day_month[2]) <= 12:
        cats["DAY_MONTH"] = (int(day_month[1]), int(day_month[2]))
    if token in _FRACTIONS:
        return [Item(start, end, {"FRACTION": _FRACTIONS[token]})]
    between = _RANGE.fullmatch(token)
    if between and not found:
        return _two(between, start, cats, options)
    return [Item(start, end, cats or {"OTHER": token})]


def _hour_fits(clock: re.Match[str]) -> bool:
    return int(clock[1]) < 24 or clock[3] == "00"


def _whole(token: str) -> Cats:
    value = int(token) if len(token) < 10 else 0
    cats: Cats = {} if len(token) == 4 and token[0] == "0" else {"NUM": value}  # 0800 counts nothing
    if len(token) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        cats["YEAR"] = value
    if len(token) == 2:
        cats["SHORT_YEAR"] = value
    if len(token) == 4 and value // 100 < 24 and value % 100 < 60:
        cats["CLOCK_DIGITS"] = f"{token[:2]}:{token[2:]}"
    if len(token) == 8 and _real(value // 10000, value // 100 % 100, value % 100) and 1900 <= value // 10000 <= 2100:
        cats["DATE"] = f"{token[:4]}-{token[4:6]}-{token[6:]}"
    return cats


def _two(between: re.Match[str], start: int, whole: Cats, options: dict[str, Any]) -> list[Item]:
    """The two numbers and what stands between them; "2007/08" and "1914-18" are years both."""
    first, last = between[1], between[3]
    left, right = (read_digits(part, 0, options)[0].cats for part in (first, last))
    if "YEAR" in left and len(last) == 2 and left["YEAR"] % 100 < int(last):
        right["YEAR"] = left["YEAR"] // 100 * 100 + int(last)
    middle = start + len(first)
    if between[2] == "/" and "YEAR" not in right:
        return [Item(start, start + len(between[0]), whole or {"OTHER": between[0]})]
    return [
        Item(start, middle, left),
        Item(middle, middle + 1, {"TO": "to"}, glued=True),
        Item(middle + 1, middle + 1 + len(last), right, glued=True),
    ]


def _separated(token: str, options: dict[str, Any]) -> float | None:
    thousands, decimal = options.get("thousands", ","), options.get("decimal", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", token):
        return int(token.replace(thousands, "")[:12])
    if re.fullmatch(rf"\d{{1,9}}{re.escape(decimal)}\d{{1,6}}", token):
        return float(token.replace(decimal, "."))
    return None


def _date(token: str, order: str) -> str:
    if found := _ISO.fullmatch(token):
        year, number, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_LAST.fullmatch(token):
        day, number, year = int(found[1]), int(found[3]), full_year(found[4])
        if order == "mdy" and found[2] != ".":
            day, number = number, day
            if not _real(year, number, day):
                day, number = number, day
    else:
        return ""
    return f"{year:04}-{number:02}-{day:02}" if _real(year, number, day) else ""


def full_year(digits: str) -> int:
    """A year of two digits is one of 1950 to 2049.

    >>> full_year("98"), full_year("08")
    (1998, 2008)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return 1900 + year if year >= 50 else 2000 + year


def _real(year: int, number: int, day: int) -> bool:
    try:
        date(year, number, day)
    except ValueError:
        return False
    return True


def put_together(items: list[Item]) -> list[Item]:
    """Runs of number words made one number each: twenty five, two hundred and fifty, nineteen ninety-six (a year)."""
    if all("NUM" not in i.cats and "MULTIPLIER" not in i.cats for i in items):
        return items
    made: list[Item] = []
    at = 0
    while at < len(items):
        end = _words_end(items, at)
        if end - at < 2:
            alone = items[at].cats.get("MULTIPLIER")
            if alone:
                items[at].cats = {**items[at].cats, "NUM": alone}
            made.append(items[at])
            at += 1
            continue
        words = items[at:end]
        cats = _composed(words)
        made.append(Item(words[0].start, words[-1].end, cats, words[0].glued) if cats else words[0])
        at = end if cats else at + 1
    return made


def _words_end(items: list[Item], at: int) -> int:
    """Where the run of number words that starts at `at` ends; a digit number takes only a multiplier after it."""
    end = at
    while end < len(items) and _is_part(items, at, end):
        end += 1
    return end


def _is_part(items: list[Item], at: int, end: int) -> bool:
    cats = items[end].cats
    if "MULTIPLIER" in cats:
        return True
    if "NUM" not in cats or ("A" in cats and end > at):
        # a fraction of a half and an ordinal close a number: twenty-first
        return "ORD" in cats and end > at and "UNIT" not in cats and items[end].glued
    if end == at:
        return True
    return not (items[end].cats.get("DIGITS") or items[at].cats.get("DIGITS"))


def _composed(words: list[Item]) -> Cats:
    values = [w.cats.get("MULTIPLIER") or w.cats.get("NUM") or w.cats.get("ORD") or 0 for w in words]
    ordinal = "ORD" in words[-1].cats and "NUM" not in words[-1].cats
    if any(isinstance(v, float) for v in values):
        return {}
    if year := _spoken_year(words, values):
        return {"NUM": year, "YEAR": year}
    total = current = 0
    for word, value in zip(words, values, strict=True):
        if "MULTIPLIER" in word.cats:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        elif current % 10 == 0 and (current == 0 or current % 100 == 0 or (value < 10 and current % 100 >= 20)):
            current += value
        else:
            return {}
    number = total + current
    if ordinal:
        return {"ORD": number}
    return {"NUM": number, **({"YEAR": number} if 1900 <= number <= LAST_YEAR else {})}


def _spoken_year(words: list[Item], values: list[int]) -> int:
    """Nineteen ninety-six, nineteen hundred: a century of 10 to 20, then two more digits."""
    if any("MULTIPLIER" in w.cats for w in words) or not 10 <= values[0] <= 20:
        return 0
    rest = sum(values[1:])
    two = len(values) == 2 and 10 <= values[1] <= 99
    three = len(values) == 3 and values[1] >= 20 and values[1] % 10 == 0 and 0 < values[2] < 10
    return values[0] * 100 + rest if two or three else 0
