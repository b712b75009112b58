"""Constructions made of expressions: ago and later, parts of a unit, dates with clock times, approximations."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.timex import weeks
from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.relative import stepped
from dateline.timex.sem import Sem
from dateline.timex.spans import reach

_ORDER = ("minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
_ADJACENT = 2
"""Characters between expressions that are one: a blank, or a comma and a blank."""

_COUNTED_AS = {
    "fortnight": ("week", 2),
    "weekend": ("week", 1),
    "half": ("month", 6),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def coarser(one: Sem, other: Sem) -> bool:
    """Whether the first is of a coarser unit than the second."""
    return _ORDER.index(one.shape) > _ORDER.index(other.shape)


def _about(m: Match) -> Sem | None:
    mod = m.get("APPROXIMATE") or m.get("APPROXIMATE_AFTER")
    sem: Sem = m.get("U") or m.get("D")
    if sem.mod or sem.vague or sem.select.startswith("nth "):
        return None
    if m.has("D") and (mod != "APPROX" or (sem.shape == "day" and not sem.select.startswith("date"))):
        return None  # "around Wednesday's ruling"
    if sem.shift and mod in ("MORE_THAN", "EQUAL_OR_LESS"):
        return None  # "over the next four years" is when, not how long
    expr = f"around ({sem.expr})" if m.has("D") and sem.expr else sem.expr
    return replace(sem, mod=mod, expr=expr, base=sem.base or sem.expr)


def _moved(sem: Sem, sign: int, anchor: str) -> Sem | None:
    """The time so many units before or after the anchor, as fine as the unit."""
    if sem.unit in ("second", "minute", "hour"):
        return Sem("TIME", anchor, shape="hour", mod=sem.mod, unit=sem.unit, count=sem.count)
    if sem.count is None:
        return _moved_somewhere(sem, sign, anchor)
    unit, count = _counted(sem.unit, sem.count)
    if count != int(count):
        return None
    inner = _inner(unit, anchor)
    plural = unit + ("s" if count > 1 else "")
    expr = base = stepped(inner, sign * int(count), "" if inner != anchor else plural)
    if sem.edge == "exact" and "{}" not in anchor:
        expr = stepped(anchor, sign * int(count), plural)  # "exactly two weeks ago" is that very day
    edge = "ago" if sign < 0 else "later"
    return Sem(expr=expr, base=base, shape=unit, mod=sem.mod, count=count, unit=unit, edge=edge)


def _exact(m: Match) -> Sem | None:
    """Exactly two weeks, genau drei Jahre: what lies so far off is one day."""
    sem: Sem = m.get("U")
    return None if sem.mod or sem.shift or sem.count is None else replace(sem, edge="exact")


def _moved_somewhere(sem: Sem, sign: int, anchor: str) -> Sem:
    """Some weeks ago: one moment between the least and the most that can be."""
    unit = _COUNTED_AS.get(sem.unit, (sem.unit, 1))[0]
    low, _, high = reach(None, sem.unit).split()[:3]
    inner = _inner(unit, anchor)
    ends = sorted((sign * int(low), sign * int(high)))
    first, last = (f"({stepped(inner, end, '' if inner != anchor else unit)})" for end in ends)
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Sem(expr=f"between {first} and {last}", value=vague, mod=sem.mod, shape=unit, unit=sem.unit)


def _counted(unit: str, count: float) -> tuple[str, float]:
    """A unit that a calendar has, and how many of it; halves of years and decades in months."""
    unit, times = _COUNTED_AS.get(unit, (unit, 1))
    count *= times
    return ("month", count * 12) if unit == "year" and count != int(count) else (unit, count)


def _inner(unit: str, anchor: str) -> str:
    return anchor if unit == "day" else f"{unit}({anchor})"


def _without_article(m: Match, made: Sem | None) -> Sem | Trimmed | None:
    """Het is [vijftig jaar geleden]: the article in front belongs to something else."""
    lead = m.items[0].cats["U"].lead if made and "U" in m.items[0].cats else 0
    return Trimmed(made, 0, lead) if lead else made


def _ago(m: Match) -> Sem | Trimmed | None:
    return _without_article(m, _moved(m.get("U") or m.get("BARE"), -1, "anchor"))


def _ahead(m: Match) -> Sem | Trimmed | None:
    length = m.item("U")
    if length is None or length.rule not in ("number and unit", "about", "two units") or length.cats["U"].shift:
        return None  # "in den vergangenen Jahren", "in den ersten drei Monaten"
    return _without_article(m, _moved(m.get("U"), 1, "anchor"))


def _later(m: Match) -> Sem | Trimmed | None:
    return _without_article(m, _moved(m.get("U"), 1, "ref"))


def _earlier(m: Match) -> Sem | Trimmed | None:
    return _without_article(m, _moved(m.get("U"), -1, "ref"))


def _from_date(m: Match) -> Sem | None:
    """Two days after 5 May; the day before Christmas."""
    sign = 1 if m.has("AFTER") else -1
    sem, date = m.get("U"), m.get("D")
    if date.vague or date.edge or date.weak or not (date.expr or date.select):
        return None
    moved = _moved(sem, sign, "{}" if date.select else f"({date.expr})")
    return replace(moved, select=date.select, lean=date.lean) if moved else None


def _day_beside(m: Match) -> Sem | None:
    """The day before Christmas, the day after 5 May."""
    step, date = m.all("D")
    if not step.expr.startswith("ref ") or date.shape != "day" or date.part or date.weak or date.vague:
        return None
    if date.expr.startswith("ref") or not (date.expr or date.select):
        return None
    inner = "({})" if date.select and not date.expr else f"({date.expr})"
    return Sem(expr=step.expr.replace("ref", inner, 1), select=date.select, lean=date.lean)


def _in_unit(m: Match) -> Sem | None:
    """A part in a whole: the third quarter of this year, April next year, the first week of May."""
    dates = m.all("D")
    if len(dates) < 2:
        return None
    inner, outer = (dates[1], dates[0]) if m.has("POSSESSIVE") else (dates[0], dates[1])
    return contained(inner, outer)


def contained(inner: Sem, outer: Sem) -> Sem | None:
    """The selected unit inside another time; None where that is no larger or the inner one is not open."""
    if not inner.select or "{}" in inner.expr or inner.lean or outer.vague or outer.value or not coarser(outer, inner):
        return None
    if outer.part or inner.mod or outer.compared:
        return None
    whole = outer.expr or ("{}" if outer.select else "")
    if not whole:
        return None
    expr = _nth(inner, whole) if inner.select.startswith("nth ") else f"{inner.select} in ({whole})"
    return Sem(
        inner.type,
        expr,
        select=outer.select,
        shape="week" if inner.select == "nth week" else inner.shape,
        part=inner.part,
        lean=outer.lean,
    )


def _nth(inner: Sem, whole: str) -> str:
    what, number = inner.select.removeprefix("nth "), int(inner.count or 0)
    if what == "weekday":
        if not number:
            return f"weekday({inner.unit}) on or before (last of ({whole}))"
        return stepped(f"weekday({inner.unit}) on or after (first of ({whole}))", number - 1, "weeks")
    end = f"(first of ({whole}))" if number else f"(last of ({whole}))"
    if what == "day":
        return stepped(end, max(0, number - 1), "days")
    return stepped(f"{what}{end}", max(0, number - 1))


def _year_and_part(m: Match) -> Sem | None:
    """The 1988 third quarter; 1982 summer."""
    return contained(m.get("D"), m.get("Y"))


def _part_and_year(m: Match) -> Sem | None:
    return contained(m.get("D"), m.get("Y"))


def _weekday_date(m: Match) -> Sem | None:
    """Friday, Oct. 23: the date decides. Friday next week: the weekday in that week. Am morgigen Mittwoch: tomorrow."""
    weekday, date = m.all("D")
    if weekday.expr.startswith("anchor") and date.select.startswith("weekday") and not m.has("COMMA"):
        return weekday if weekday.shape == "day" and not (weekday.part or date.part or date.lean) else None
    if not weekday.select.startswith("weekday") or weekday.expr:
        return None
    if date.shape == "week" and date.expr and not date.weak:
        return contained(replace(weekday, lean=0), date)
    is_day = date.select.startswith("date(") or (date.expr[:4].isdecimal() and len(date.expr) == 10)
    return replace(date, lean=weekday.lean or date.lean) if is_day else None


def _week_weekday(m: Match) -> Sem | None:
    """Volgende week vrijdag."""
    week, weekday = m.all("D")
    if not weekday.select.startswith("weekday") or week.shape != "week" or weekday.lean:
        return None
    return contained(weekday, week)


def _edge(m: Match) -> Sem | None:
    """Early 1990, the end of July."""
    sem: Sem = m.get("D") or m.get("Y") or m.get("BU")
    if sem.vague or sem.mod or sem.edge or sem.select.startswith("nth ") or not (sem.expr or sem.select):
        return None
    mod = m.get("EDGE") or m.get("EDGE_AFTER")
    if sem.shape == "day":
        # early Friday is still Friday
        return replace(sem, mod=mod, weak=False) if not sem.part else None
    word = {"START": "start", "MID": "middle", "END": "end"}[mod]
    inner = sem.expr or "{}"
    return replace(sem, expr=f"{word} of ({inner})", base=inner, mod=mod, weak=False)


def _part_of_unit(m: Match) -> Sem | None:
    """Earlier this week, later that year; of another unit than the article's own, all of it."""
    sem: Sem = m.get("D") or m.get("BU")
    which = m.get("WITHIN")
    if sem.vague or sem.mod or not sem.expr or sem.select:
        return None
    if sem.shape == "day":
        return replace(sem, edge=which, weak=False) if sem.expr in ("anchor", "ref") else None
    current = "(anchor)" in sem.expr and not any(s in sem.expr for s in "+-")
    return replace(sem, expr=f"{which} in ({sem.expr})" if current else sem.expr, base=sem.expr, weak=False, edge=which)


def _unit_year_ago(m: Match) -> Sem | None:
    """The same month a year ago; the quarter a year ago."""
    unit, ago = m.all("D")
    if ago.unit != "year" or ago.edge != "ago" or unit.expr != f"{unit.shape}(ref)" or ago.count is None:
        return None
    years = f"{int(ago.count)} year{'s' if ago.count > 1 else ''}"
    return Sem(expr=f"{unit.expr} - {years}", shape=unit.shape, compared=True)


def _with_clock(m: Match) -> Sem | None:
    """10 p.m. Wednesday; Friday, 14:30."""
    time, date = m.get("T"), m.get("D")
    if any(b.start - a.end > _ADJACENT for a, b in pairwise(m.items)):
        return None  # a word that was left out stands between them
    if (
        m.has("COMMA")
        and "T" in m.items[0].cats
        and not date.select.startswith("date")
        and not date.expr[:4].isdecimal()
    ):
        return None
    if date.shape != "day" or date.part or date.value or date.weak or not (date.expr or date.select):
        return None
    made: Sem = replace(date, type="TIME", part=time.part, zone=time.zone, weak=False)
    return made


def _with_part(m: Match) -> Sem | None:
    """The morning of 29 April; yesterday morning."""
    date, part = m.get("D"), m.get("P")
    if date.shape != "day" or date.part or date.value or date.weak or not (date.expr or date.select):
        return None
    made: Sem = replace(date, type="TIME", part=part.part)
    return made


def _week_of(m: Match) -> Sem | None:
    """The week of March 6."""
    dates = m.all("D")
    week: Sem = m.get("BU") or dates[0]
    day: Sem = dates[-1]
    if week.shape != "week" or not week.weak or day.shape != "day" or day.part or day.weak:
        return None
    expr = "week({})" if day.select and not day.expr else f"week({day.expr})"
    return Sem(expr=expr, select=day.select, shape="week", lean=day.lean)


def _night_across(m: Match) -> Sem | None:
    """The night from Thursday to Friday: one moment of the two days, named after the first."""
    night, first, second = m.get("P"), *m.all("D")
    if night.part != "NI" or any(d.shape != "day" or d.part or d.weak or d.vague for d in (first, second)):
        return None
    inner = first.expr or ("{}" if first.select else "")
    if not inner:
        return None
    if first.select and not first.expr and second.expr and not second.select:
        # "from Tuesday to Wednesday last week": the second says which
        first, inner = replace(first, select=""), f"({second.expr}) - 1 day"
    made: Sem = replace(first, type="TIME", expr=f"between ({inner}) and (({inner}) + 1 day)", base=inner, part="NI")
    return made


def _night_of_dates(m: Match) -> Sem | None:
    """The night from 3 to 4 May."""
    night, first, second = m.get("P"), m.get("NUM") if m.has("NUM") else m.get("ORD"), m.get("D")
    if night.part != "NI" or not second.select.startswith("date(") or second.expr or second.lean:
        return None
    if not isinstance(first, int) or first not in (int(second.select[5:-1].split(",")[1]) - 1, 30, 31):
        return None
    made: Sem = replace(second, type="TIME", expr="between (({}) - 1 day) and ({})", base="({}) - 1 day", part="NI")
    return made


def _night_into(m: Match) -> Sem | None:
    """Die Nacht zum Freitag: the night that ends on that day."""
    night, day = m.get("P"), m.get("D")
    inner = day.expr or ("{}" if day.select else "")
    if night.part != "NI" or day.shape != "day" or day.part or day.weak or day.vague or not inner:
        return None
    before = f"({inner}) - 1 day"
    made: Sem = replace(day, type="TIME", expr=f"between ({before}) and ({inner})", base=before, part="NI")
    return made


DURATIONS = (
    Rule("about", "U", "APPROXIMATE U", _about),
    Rule("about", "U", "U APPROXIMATE_AFTER", _about),
    Rule("exactly", "U", "EXACT U", _exact),
)

RELATIONS = (
    Rule("ago", "D", "U|BARE APPROXIMATE_AFTER? AGO", _ago),
    Rule("ago", "D", "AGO_BEFORE U", _ago),
    Rule("ahead", "D", "AHEAD U", _ahead),
    Rule("from now", "D", "U FROM_NOW", _ahead),
    Rule("after a date", "D", "U AFTER|BEFORE D", _from_date),
    Rule("later", "D", "U LATER", _later),
    Rule("earlier", "D", "U EARLIER", _earlier),
)


WHOLES = (
    Rule("day beside a date", "D", "D D", _day_beside),
    Rule("unit a year ago", "D", "D D", _unit_year_ago),
    Rule("week of a day", "D", "D|BU OF D", _week_of),
    *weeks.WHOLES,
    Rule("weekday and date", "D", "D COMMA? THE? D", _weekday_date),
    Rule("week and weekday", "D", "D ON? D", _week_weekday),
    Rule("part of a whole", "D", "D COMMA? OF? D", _in_unit),
    Rule("whole's part", "D", "D POSSESSIVE D", _in_unit),
    Rule("year and part", "D", "THE? Y D", _year_and_part),
    Rule("part and year", "D", "D OF? THE? Y", _part_and_year),
)

EDGES = (
    Rule("part of a unit", "D", "WITHIN D|BU", _part_of_unit),
    Rule("edge", "D", "EDGE OF? D|Y|BU", _edge),
    Rule("edge", "D", "D|Y|BU EDGE_AFTER", _edge),
)

CLOCKS = (
    Rule("night across midnight", "D", "P OF? D ON|TO D", _night_across),
    Rule("night across midnight", "D", "P OF|ON? THE? NUM|ORD ON|TO|INTO_DAY THE? D", _night_of_dates),
    Rule("clock and date", "D", "T COMMA? ON? D", _with_clock),
    Rule("date and clock", "D", "D COMMA? T", _with_clock),
    Rule("night into a day", "D", "P INTO_DAY THE? D", _night_into),
    Rule("part and date", "D", "P OF? D", _with_part),
    Rule("date and part", "D", "D P", _with_part),
)

ABOUTS = (Rule("about", "D", "APPROXIMATE D", _about),)
