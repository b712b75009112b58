"""Constructions of calendar dates: days, months, years and their parts, in digits or words."""

from __future__ import annotations

import calendar
from dataclasses import replace

from dateline.timex.numerals import full_year
from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.sem import Sem


def _day_number(m: Match) -> int:
    value = m.get("NUM") if m.has("NUM") else m.get("ORD")
    return value if isinstance(value, int) else 0


def _year(m: Match) -> int:
    for name in ("YEAR", "YEAR_APOSTROPHE", "SHORT_YEAR"):
        if m.has(name):
            value = int(m.get(name))
            return value if name == "YEAR" else full_year(f"{value:02}")
    return 0


def _iso(m: Match) -> Sem:
    return Sem(expr=m.get("DATE"))


def _full(m: Match) -> Sem | None:
    """5 May 2023. A day the month lacks that year is refused, not moved."""
    day, number, year = _day_number(m), m.get("MONTH") or m.get("MONTH_CODE"), _year(m)
    if not 1 <= day <= calendar.monthrange(year, number)[1]:
        return None
    return Sem(expr=f"{year:04}-{number:02}-{day:02}")


def _stamp(m: Match) -> Sem | None:
    """01-Mar-08: joined by hyphens, so that two digits can be a year."""
    return _full(m) if all(i.glued for i in m.items[1:]) else None


def _month_day(m: Match) -> Sem | None:
    day, number = _day_number(m), m.get("MONTH") or m.get("MONTH_CODE")
    if not 1 <= day <= calendar.monthrange(2024, number)[1]:
        return None
    return Sem(select=f"date({number},{day})")


def _numeric_day_month(m: Match) -> Sem | None:
    day, number = m.get("DAY_MONTH")
    if not 1 <= day <= calendar.monthrange(2024, number)[1]:
        return None
    return Sem(select=f"date({number},{day})")


def _month_year(m: Match) -> Sem:
    return Sem(expr=f"{_year(m):04}-{m.get('MONTH'):02}", shape="month")


def _month(m: Match) -> Sem:
    return Sem(select=f"month({m.get('MONTH')})", shape="month")


def _bare_year(m: Match) -> Sem:
    return Sem(expr=f"{_year(m):04}", shape="year")


def _said_year(m: Match) -> Sem | None:
    year = m.get("YEAR") or m.get("NUM")
    return Sem(expr=f"{year:04}", shape="year") if isinstance(year, int) and 100 <= year <= 2999 else None


def _era(m: Match) -> Sem | None:
    year = m.get("NUM")
    if not isinstance(year, int) or not 0 < year < 10000:
        return None
    if m.get("ERA") == "AD":
        return Sem(expr=f"{year:04}", shape="year")
    return Sem(value=f"BC{year:04}", shape="year")


def _decade(m: Match) -> Sem | None:
    if m.has("DECADES"):
        return Sem(select=f"decade({m.get('DECADES')})", shape="decade")
    value = next((m.get(n) for n in ("DECADE", "YEAR", "YEAR_APOSTROPHE", "NUM") if m.has(n)), 0)
    if not isinstance(value, int) or value % 10:
        return None
    if value >= 1000:
        return (
            Sem(expr=f"{value // 10:03}X", shape="decade")
            if value % 100 or not m.has("DECADE") or value >= 2000
            else None
        )
    if value >= 100:
        return None
    # "in his 30s" is an age: the article or the apostrophe makes it a decade, or an edge before it does
    sure = m.has("THE") or m.has("DECADES_WORD") or m.has("UNITS") or "YEAR_APOSTROPHE" in m.items[-1].cats
    return Sem(select=f"decade({value // 10})", shape="decade", weak=not sure)


def _century(m: Match) -> Sem | None:
    if m.get("UNIT") != "century" or not 1 <= m.get("ORD") <= 30:
        return None
    century = m.get("ORD") - 1
    return Sem(expr=f"{century:02}XX", shape="century")


def _quarter(m: Match) -> Sem | None:
    unit = m.get("UNIT")
    if unit not in ("quarter", "half") or not 1 <= m.get("ORD") <= (4 if unit == "quarter" else 2):
        return None
    if m.has("THE") and m.items[-1].glued:
        return None  # "the third-quarter results": the article belongs to the results
    return Sem(select=f"{unit}({m.get('ORD')})", shape=unit)


def _quarter_sign(m: Match) -> Sem | None:
    number = m.get("NUM")
    sign = m.get("QUARTER_SIGN")
    if not m.items[1].glued or number not in ((1, 2, 3, 4) if sign == "Q" else (1, 2)):
        return None
    return Sem(select=f"{'quarter' if sign == 'Q' else 'half'}({number})", shape="quarter" if sign == "Q" else "half")


def _half(m: Match) -> Sem | None:
    number = m.get("ORD") if m.has("ORD") else 2
    # only as a part of a year that is named: the second half of a match is none
    return Sem(select=f"half({number})", shape="half", weak=True) if number in (1, 2) else None


def _nth(m: Match) -> Sem | None:
    """The first week, the last day: a part of what follows."""
    unit = m.get("UNIT")
    if unit not in ("day", "week", "month") or not (m.has("ORD") or m.has("THE")):
        return None
    return Sem(select=f"nth {unit}", count=m.get("ORD") if m.has("ORD") else 0, unit=unit, weak=True)


def _nth_weekday(m: Match) -> Sem | None:
    number = m.get("ORD") if m.has("ORD") else 0
    if not number and not m.has("THE"):
        return None
    return Sem(select="nth weekday", count=number, unit=str(m.get("WEEKDAY")), weak=True) if number <= 5 else None


def _season(m: Match) -> Sem:
    number = m.get("SEASON") or m.get("SEASON_WEAK")
    selector = f"season({number})"
    if m.has("YEAR") or m.has("YEAR_APOSTROPHE"):
        return Sem(expr=f"{selector} in {_year(m):04}", shape="season")
    return Sem(select=selector, shape="season", weak=m.has("SEASON_WEAK"))


def _holiday(m: Match) -> Sem:
    selector = m.get("HOLIDAY")
    if m.has("YEAR"):
        return Sem(expr=f"{selector} in {m.get('YEAR'):04}")
    return Sem(select=selector)


def _weekday(m: Match) -> Sem:
    return Sem(select=f"weekday({m.get('WEEKDAY')})")


def _weekday_part(m: Match) -> Sem:
    return Sem("TIME", select=f"weekday({m.get('WEEKDAY')})", part=m.get("PART"))


def _fiscal(m: Match) -> Sem:
    return Sem(expr=f"{m.get('YEAR'):04}", shape="year")


RULES = (
    Rule("date in digits", "D", "DATE", _iso),
    Rule("date stamp", "D", "NUM MONTH|MONTH_CODE SHORT_YEAR|YEAR", _stamp),
    Rule("day month year", "D", "THE? NUM|ORD OF? THE? MONTH COMMA|OF? YEAR", _full),
    Rule("day month", "D", "THE? NUM|ORD OF? THE? MONTH", _month_day),
    Rule("day month", "D", "NUM|ORD MONTH_CODE", _month_day),
    Rule("month year", "D", "MONTH COMMA|OF? YEAR|YEAR_APOSTROPHE", _month_year),
    Rule("month", "D", "MONTH", _month),
    Rule("year said", "D", "THE? YEAR_WORD YEAR|NUM", _said_year),
    Rule("year and era", "D", "NUM ERA", _era),
    Rule("era and year", "D", "ERA NUM", _era),
    Rule("year", "Y", "YEAR|YEAR_APOSTROPHE", _bare_year),
    Rule("decade", "D", "THE? DECADE UNITS?", _decade),
    Rule("decade", "D", "THE DECADES", _decade),
    Rule("decade", "D", "DECADES_WORD YEAR_APOSTROPHE|YEAR|NUM", _decade),
    Rule("century", "D", "THE? ORD UNIT", _century),
    Rule("ordinal quarter", "D", "THE? FISCAL? ORD UNIT", _quarter),
    Rule("quarter sign", "D", "QUARTER_SIGN NUM", _quarter_sign),
    Rule("ordinal half", "D", "THE? ORD|ORDINAL_LAST HALF", _half),
    Rule("nth unit", "D", "THE? ORD|ORDINAL_LAST UNIT", _nth),
    Rule("nth weekday", "D", "THE? ORD|ORDINAL_LAST WEEKDAY", _nth_weekday),
    Rule("season", "D", "THE? SEASON|SEASON_WEAK OF? YEAR|YEAR_APOSTROPHE", _season),
    Rule("season", "D", "THE? SEASON", _season),
    Rule("season", "D", "THE? SEASON_WEAK", _season),
    Rule("holiday", "D", "HOLIDAY YEAR?", _holiday),
    Rule("weekday", "D", "WEEKDAY", _weekday),
    Rule("weekday and part", "D", "WEEKDAY PART", _weekday_part),
    Rule("fiscal year", "D", "FISCAL YEAR", _fiscal),
    Rule("fiscal year", "D", "THE FISCAL YEAR", lambda m: Trimmed(_fiscal(m), 1)),
)


def _directed_day(m: Match) -> Sem | None:
    """Last Oct. 23."""
    lean = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 2}.get(m.get("DIRECTION"))
    sem = _month_day(m)
    return replace(sem, lean=lean) if sem and lean else None


MONTH_FIRST = (
    Rule("direction and day", "D", "DIRECTION MONTH NUM|ORD", _directed_day),
    Rule("month day year", "D", "MONTH_CODE NUM|ORD COMMA? YEAR", _full),
    Rule("month day", "D", "MONTH_CODE NUM|ORD", _month_day),
    Rule("month day year", "D", "MONTH THE? NUM|ORD COMMA? YEAR", _full),
    Rule("month day", "D", "MONTH THE? NUM|ORD", _month_day),
)
"""Only where the month can come first (May 5): elsewhere "in mei 12 doden" would be 12 May."""

DAY_FIRST = (
    Rule(
        "day and month in digits",
        "D",
        "ON DAY_MONTH",
        lambda m: Trimmed(sem, 1) if (sem := _numeric_day_month(m)) else None,
    ),
)
"""Only where the day comes first, and after a preposition: "am 28.10"; 28.10 alone is a number."""
