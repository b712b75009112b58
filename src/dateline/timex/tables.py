"""times.toml: which classes of words there are, what values they may have, and what is said when a table is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

from dateline.errors import BadLanguageData
from dateline.lang import Language

_UNIT = "second|minute|hour|day|week|fortnight|weekend|month|quarter|half|season|year|decade|century"
_WORD = "[a-z_]+"

CLASSES: dict[str, tuple[str, str]] = {
    "month": (r"[1-9]|1[0-2]", "a month's number, 1 to 12"),
    "month_code": (r"[1-9]|1[0-2]", "a month's number, 1 to 12"),
    "weekday": (r"[1-7]", "a weekday's number, 1 (Monday) to 7"),
    "weekday_set": (r"[1-7]", "a weekday's number, 1 (Monday) to 7"),
    "edge_unit": (rf"(START|MID|END) ({_UNIT})", "START, MID or END and a unit, as START year"),
    "season": (r"[1-4]", "a season's number, 1 (spring) to 4"),
    "season_weak": (r"[1-4]", "a season's number, 1 (spring) to 4"),
    "unit": (_UNIT, "a unit: " + _UNIT.replace("|", ", ")),
    "units": (_UNIT, "a unit: " + _UNIT.replace("|", ", ")),
    "unit_adjective": (_UNIT, "a unit: " + _UNIT.replace("|", ", ")),
    "half": (r"half", "half"),
    "period": (r"period", "period"),
    "fiscal": (r"fiscal|year", "fiscal or year"),
    "number": (r"\d+", "a whole number"),
    "number_stem": (r"\d+", "a whole number"),
    "multiplier": (r"100|1000|1000000", "100, 1000 or 1000000"),
    "ordinal": (r"\d+", "a whole number"),
    "ordinal_last": (r"0", "0"),
    "fraction": (r"\d+(\.\d+)?", "a number, as 0.5"),
    "and_fraction": (r"0\.\d+", "a fraction, as 0.5"),
    "indefinite": (r"X", "X"),
    "a": (r"1", "1"),
    "the": (_WORD, "a name"),
    "direction": (
        r"last|past|previous|this|current|next|coming|past_this|following|that|latest|after_next|before_last",
        "last, past, previous, this, current, next, coming, past_this, following, that, latest, after_next, before_last",
    ),
    "within": (r"earlier|later", "earlier or later"),
    "edge": (r"START|MID|END", "START, MID or END"),
    "deictic": (
        r"(day|week|month|year|ref) -?\d+( (MO|AF|EV|NI))?",
        "a unit (or ref), a step and a part, as day -1 EV",
    ),
    "hence": (r"[01]", "0 or 1"),
    "deictic_part": (r"-?\d+", "a number of days"),
    "part": (r"MO|AF|EV|NI|DT|MI", "MO, AF, EV, NI, DT or MI"),
    "part_noun": (r"MO|AF|EV|NI|DT|MI", "MO, AF, EV, NI, DT or MI"),
    "clock_offset": (r"-?\d+", "minutes from the hour named behind it, as -15"),
    "moment": (r"\d\d:\d\d", "a clock time, as 12:00"),
    "meridiem": (r"am|pm", "am or pm"),
    "zone": (r"Z|[+-]\d\d:\d\d|local", "Z, +HH:MM, -HH:MM or local"),
    "era": (r"BC|AD", "BC or AD"),
    "holiday": (
        r"(date|nth|easter|advent)\(-?\d+(,\d+)*\)",
        "a selector, as date(12,25), easter(39), advent(0) or nth(4,4,11)",
    ),
    "vague": (r"(PRESENT|PAST|FUTURE)_REF", "PRESENT_REF, PAST_REF or FUTURE_REF"),
    "vague_narrative": (r"(PRESENT|PAST|FUTURE)_REF", "PRESENT_REF, PAST_REF or FUTURE_REF"),
    "edge_after": (r"START|MID|END", "START, MID or END"),
    "vague_unit": (r"past|future|present", "past, present or future"),
    "set_each": (r"each|per", "each or per"),
    "set_adjective": (r"PT?\d+[HDWMQY]", "a TIMEX3 duration, as P1W"),
    "approximate": (r"[A-Z_]+", "a TIMEX3 mod"),
    "approximate_after": (r"[A-Z_]+", "a TIMEX3 mod"),
    "decades": (r"[0-9]", "a decade of its century, 0 to 9"),
    "quarter_sign": (r"Q|H", "Q or H"),
}
"""The classes whose values mean something: a pattern for them, and what is expected in words."""

PLAIN = frozenset(
    [
        "filler",
        "ago",
        "ago_before",
        "later",
        "earlier",
        "from_now",
        "ahead",
        "after",
        "before",
        "shortly_after",
        "beside_after",
        "beside_before",
        "week_on",
        "count_from",
        "exact",
        "during",
        "cue_reaching",
        "oclock",
        "at",
        "rate",
        "long",
        "age",
        "of",
        "possessive",
        "comma",
        "and",
        "to",
        "on",
        "year_word",
        "decades_word",
        "cue_since",
        "cue_lasting",
        "cue_until",
        "cue_from",
        "cue_year",
        "cue_count",
        "cue_future",
        "cue_past",
        "past_ending",
        "not_time",
        "plural_ending",
        "cue_meant",
        "than",
        "cue_moving",
        "cue_moved_to",
        "cue_part",
        "cue_near",
        "cue_foreseen",
        "cue_still",
        "set_every",
        "into_day",
        "cue_title",
        "cue_season",
        "cue_numbered",
        "cue_street",
        "street_ending",
        "cue_between",
        "whole_day",
        "ended",
        "whole",
        "bare_before",
    ]
)
"""Classes that only name their words: the key is the class's own name or any other word."""

SETTINGS = {
    "date_order": (r"dmy|mdy|ymd", "dmy, mdy or ymd"),
    "decimal": (r"[.,]", "one of . and ,"),
    "thousands": (r"[.,' ]", "one of . , ' and a blank"),
    "clock_separators": (r"[:.h]+", "some of : . h"),
    "joiner": (r"-?", "a hyphen"),
}
_FLAGS = frozenset({"zone_in_value", "nouns_capitalised"})
_LISTS = frozenset({"ordinal_suffixes", "decade_suffixes", "ones_first", "ordinal_endings"})

Row = tuple[str, str, tuple[str, ...]]


def rows(language: Language) -> Iterator[Row]:
    """Every (class, value, words) of a language's times.toml, checked, with all endings written out.

    Raises `BadLanguageData`, which names the line, what stands there and what was expected.
    """
    table = language.table("times")
    forms = table.get("forms", {})
    for name, body in table.items():
        if name in ("settings", "forms", "compound", "example"):
            continue
        if name not in CLASSES and name not in PLAIN:
            raise _bad(language, name, "", f"no class of words is called {name!r}", f"one of {_listed()}")
        for value, words in body.items():
            yield name, _checked_value(language, name, value), _written_out(language, name, value, words, forms)


def _checked_value(language: Language, name: str, value: str) -> str:
    if name in CLASSES and not re.fullmatch(CLASSES[name][0], value):
        raise _bad(language, name, value, f"found the value {value!r}", CLASSES[name][1])
    return value


def _written_out(language: Language, name: str, value: str, words: Any, forms: Any) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise _bad(language, name, value, f"found {words!r}", 'a list of words, as ["one", "two"]')
    out: list[str] = []
    for word in words:
        pieces = re.split(r"\{([^}]*)\}", word)
        if len(pieces) > 1 and any(p and "," not in p and p not in forms for p in pieces[1::2]):
            raise _bad(language, name, value, f"{word!r} uses endings that are not listed", "a name under [forms]")
        choices = [forms.get(p, p.split(",")) if i % 2 else [p] for i, p in enumerate(pieces)]
        out.extend("".join(c) for c in product(*choices))
    return tuple(dict.fromkeys(out))


def settings(language: Language) -> dict[str, Any]:
    """The [settings] of a language, checked. Raises `BadLanguageData` as `rows` does."""
    found = dict(language.table("times").get("settings", {}))
    for key, value in found.items():
        if key in SETTINGS:
            if not isinstance(value, str) or not re.fullmatch(SETTINGS[key][0], value):
                raise _bad(language, "settings", key, f"found {value!r}", SETTINGS[key][1])
        elif key not in _LISTS | _FLAGS:
            raise _bad(
                language,
                "settings",
                key,
                f"no setting is called {key!r}",
                f"one of {sorted(SETTINGS | dict.fromkeys(_LISTS))}",
            )
    return found


def _listed() -> str:
    return ", ".join(sorted({*CLASSES, *PLAIN}))


@cache
def source(code: str) -> tuple[str, ...]:
    """The lines of a language's times.toml; none where there is no such file."""
    file = resources.files("dateline.lang") / code / "times.toml"
    return tuple(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else ()


def line_of(lines: tuple[str, ...], section: str, key: str) -> int:
    """The number of the line where a key of a section stands (of the section's head without a key), 0 if none.

    >>> line_of(("[month]", "1 = []", "13 = []"), "month", "13")
    3
    """
    inside = False
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith("["):
            inside = text.strip("[]").partition("]")[0] == section or text.startswith(f"[{section}]")
            if inside and not key:
                return number
        elif inside and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*=", text):
            return number
    return 0


def _bad(language: Language, section: str, key: str, found: str, expected: str) -> BadLanguageData:
    line = line_of(source(language.code), section, key)
    where = f"lang/{language.code}/times.toml{f', line {line}' if line else ''}: [{section}] {key}".rstrip()
    return BadLanguageData(f"{where}: {found}; expected {expected}")
