"""Constructions of durations and sets: how long, how often."""

from __future__ import annotations

from dataclasses import replace

from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.sem import Sem

LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "half": "M",
    "season": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
_TIMES = {"fortnight": 2, "half": 6, "season": 3, "decade": 10, "century": 100}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_HALVES = {
    "year": (6, "M"),
    "hour": (30, "M"),
    "minute": (30, "S"),
    "day": (12, "H"),
    "decade": (5, "Y"),
    "century": (50, "Y"),
}
_SMALLER = {"minute": "second", "hour": "minute", "day": "hour", "week": "day", "month": "week", "year": "month"}
_SIGNS = {"last": -1, "past": -1, "previous": -1, "latest": -1, "past_this": -1, "next": 1, "coming": 1}
_MOST = 99_999
"""No text means more units than this."""

_INDEFINITE = {
    "second": (2, 59),
    "minute": (2, 59),
    "hour": (2, 23),
    "day": (2, 13),
    "week": (2, 8),
    "fortnight": (2, 4),
    "weekend": (2, 8),
    "month": (2, 11),
    "quarter": (2, 7),
    "half": (2, 5),
    "season": (2, 5),
    "year": (2, 9),
    "decade": (2, 9),
    "century": (2, 9),
}
"""What "some weeks" can be: from two up to where one would use the next unit."""


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None is X.

    >>> length(3, "year"), length(2.5, "hour"), length(None, "week"), length(2, "decade")
    ('P3Y', 'PT2H30M', 'PXW', 'P20Y')
    """
    letter = LETTERS[unit]
    head = "PT" if unit in _CLOCK_UNITS else "P"
    if count is None:
        return f"{head}X{'C' if unit == 'century' else letter}"
    whole, rest = int(count), count - int(count)
    if rest == 0.5 and unit in _HALVES:
        small, small_letter = _HALVES[unit]
        big = f"{whole * _TIMES.get(unit, 1)}{letter}" if whole else ""
        joint = "T" if unit == "day" else ""
        if small_letter == letter:
            return f"{head}{whole * _TIMES[unit] + small}{letter}"
        return f"{head}{big}{joint}{small}{small_letter}"
    count = count * _TIMES.get(unit, 1)
    return f"{head}{int(count) if count == int(count) else count}{letter}"


def reach(count: float | None, unit: str) -> str:
    """The count of a `past` or `next` expression: "3 years", "2 .. 8 weeks"."""
    name = {"fortnight": "week", "weekend": "week"}.get(unit, unit)
    times = 2 if unit == "fortnight" else 1
    if count is None:
        low, high = _INDEFINITE[unit]
        return f"{low * times} .. {high * times} {name}s".replace("centurys", "centuries")
    whole = max(0, int(count)) * times
    return f"{whole} {name}{'' if whole == 1 else 's'}".replace("centurys", "centuries")


def quantity(m: Match) -> float | None:
    """The number of a duration; None for an indefinite one."""
    for name in ("NUM", "FRACTION", "A"):
        found = m.all(name)
        if found:
            return float(found[-1]) if name != "NUM" or len(found) < 2 else float(found[0])
    return None


def unit_of(m: Match) -> str:
    """The unit a duration is counted in."""
    return str(m.get("UNIT") or m.get("UNITS"))


def spell(count: float | None, unit: str) -> Sem:
    """A duration of so many units."""
    return Sem("DURATION", value=length(count, unit), count=count, unit=unit, shape=unit)


def _duration(m: Match) -> Sem | None:
    unit, count, number = unit_of(m), quantity(m), m.item("NUM")
    if m.has("A") and number is not None and m.items[-1].glued:
        return None  # "a five-year high": the article belongs to the high
    if m.has("A") and m.has("UNITS") and number is None:
        return None  # "a decades-long feud"
    if _is_year(m) and unit in ("second", "quarter", "half", "season"):
        return None
    if unit in ("weekend", "second") and number is None and not m.has("INDEFINITE"):
        return None  # "a second" is most often one more
    if m.has("AND_FRACTION"):
        count = (count or 0) + m.get("AND_FRACTION")
    return spell(count, unit) if count is None or count <= _MOST else None


def _mixed(m: Match) -> Sem | None:
    """2 1/2 years, two and a half years."""
    return spell(m.get("NUM") + m.get("FRACTION"), unit_of(m)) if m.get("FRACTION") < 1 else None


def _is_year(m: Match) -> bool:
    number = m.item("NUM")
    return number is not None and "YEAR" in number.cats


def _two_units(m: Match) -> Sem | None:
    """Two years and three months: the second unit is the next smaller one."""
    units: list[str] = [i.cats.get("UNIT") or i.cats["UNITS"] for i in m.items if {"UNIT", "UNITS"} & i.cats.keys()]
    counts = m.all("NUM")
    if len(units) != 2 or len(counts) != 2 or _SMALLER.get(units[0]) != units[1]:
        return None
    first, second = length(counts[0], units[0]), length(counts[1], units[1])
    rest = second.removeprefix("P") if "T" not in first else second.removeprefix("PT")
    return replace(spell(counts[0], units[0]), value=first + rest)


def _stretch(m: Match) -> Sem | None:
    """The past three weeks, the next few years; a single unit is a date ("last week"), but for "the past decade"."""
    sign, unit = _SIGNS.get(m.get("DIRECTION"), 0), unit_of(m)
    counted = m.has("NUM") or m.has("INDEFINITE") or m.has("FRACTION")
    decade = m.get("DIRECTION") == "past" and unit in ("decade", "century")
    if not sign or not (counted or decade or m.has("UNITS")):
        return None
    return _reaching(sign, quantity(m) if counted or m.has("UNITS") else 1.0, unit)


def _reaching(sign: int, count: float | None, unit: str) -> Sem:
    """A duration that ends or begins with the article."""
    expr = f"{'past' if sign < 0 else 'next'} {reach(count, unit)}"
    return replace(spell(count, unit), expr=expr, shift="past" if sign < 0 else "future")


def _vague_stretch(m: Match) -> Sem:
    """Recent weeks, future months."""
    return _reaching(1 if m.get("VAGUE_UNIT") == "future" else -1, None, m.get("UNITS"))


def _bare(m: Match) -> Sem:
    return spell(None, m.get("UNITS"))


def _long(m: Match) -> Sem | Trimmed | None:
    if not m.items[-1].glued:
        return None
    sem = spell(quantity(m) if m.has("NUM") else (1.0 if m.has("UNIT") else None), unit_of(m))
    # "a decades-long feud": the article is the feud's
    return Trimmed(sem, 1) if m.has("A") or m.has("THE") else sem


def _adjective(m: Match) -> Sem:
    return spell(None if m.has("INDEFINITE") else quantity(m), m.get("UNIT_ADJECTIVE"))


def _definite(m: Match) -> Sem | None:
    """The nine months, the first nine months: a stretch that the text has measured, not placed."""
    if (_is_year(m) and unit_of(m) != "year") or m.items[-1].glued:
        return None  # "the 1988 second quarter"; "the 46-day battle": the article is the battle's
    return replace(spell(quantity(m), unit_of(m)), lead=m.items[1].start - m.items[0].start)


def _each(m: Match) -> Sem:
    unit = unit_of(m)
    return Sem("SET", value=length(quantity(m) if m.has("NUM") else 1.0, unit), unit=unit, shape=unit)


def _each_named(m: Match) -> Sem:
    part = f"T{m.get('PART')}" if m.has("PART") else ""
    weekday = m.get("WEEKDAY") or m.get("WEEKDAY_SET")
    if weekday:
        return Sem("SET", value=f"XXXX-WXX-{weekday}{part}")
    if m.has("MONTH"):
        return Sem("SET", value=f"XXXX-{m.get('MONTH'):02}", shape="month")
    if m.has("SEASON"):
        return Sem("SET", value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[m.get('SEASON') - 1]}", shape="season")
    return Sem("SET", value=f"XXXX-XX-XX{part}")


def _set_adjective(m: Match) -> Sem:
    return Sem("SET", value=m.get("SET_ADJECTIVE"))


def _age(_: Match) -> bool:
    """Nine years old, 24 hours a day: no time at all."""
    return True


def _another(m: Match) -> bool | None:
    """A second day, a fourth week: one more, not a length."""
    return None if m.get("UNIT") == "quarter" else True


RULES = (
    Rule("age", "AGED", "A|THE? NUM UNIT|UNITS AGE", _age),
    Rule("another", "AGED", "A ORD FILLER? UNIT", _another),
    Rule("around the clock", "AGED", "NUM UNIT|UNITS A|SET_EACH UNIT", _age),
    Rule("number and unit", "U", "NUM|INDEFINITE|A|FRACTION FILLER? UNIT|UNITS AND_FRACTION?", _duration),
    Rule("number and unit", "U", "A NUM UNIT|UNITS", _duration),
    Rule("number and unit", "U", "NUM AND_FRACTION UNIT|UNITS", _duration),
    Rule("number and unit", "U", "NUM TO NUM FILLER? UNIT|UNITS", _duration),
    Rule("number and unit", "U", "NUM AND? FRACTION UNIT|UNITS", _mixed),
    Rule("two units", "U", "NUM UNIT|UNITS AND|COMMA? NUM UNIT|UNITS", _two_units),
    Rule("direction and number of units", "U", "THE? DIRECTION NUM|INDEFINITE|FRACTION? FILLER? UNIT|UNITS", _stretch),
    Rule("direction and number of units", "U", "THE? NUM|INDEFINITE DIRECTION UNITS", _stretch),
    Rule("measured stretch", "U", "THE ORD|ORDINAL_LAST? NUM|INDEFINITE FILLER? UNIT|UNITS", _definite),
    Rule("vague and units", "U", "THE? VAGUE_UNIT UNITS", _vague_stretch),
    Rule("unit long", "U", "A|THE|NUM? UNIT|UNITS LONG", _long),
    Rule("number and adjective", "U", "NUM|INDEFINITE UNIT_ADJECTIVE", _adjective),
    Rule("bare units", "BARE", "UNITS", _bare),
    Rule("each unit", "S", "SET_EACH NUM? UNIT|UNITS", _each),
    Rule("each named", "S", "SET_EACH WEEKDAY|MONTH|SEASON PART?", _each_named),
    Rule("each part", "S", "SET_EACH PART", _each_named),
    Rule("every so many units", "S", "SET_EVERY NUM UNIT|UNITS", _each),
    Rule("weekdays", "S", "WEEKDAY_SET PART?", _each_named),
    Rule("set word", "S", "SET_ADJECTIVE", _set_adjective),
)
