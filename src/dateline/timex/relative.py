"""Constructions that hang on the article's day or the last mention: last week, the following year, tonight."""

from __future__ import annotations

from dataclasses import replace

from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.sem import Sem

_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "past_this": 0,
    "this": 0,
    "current": 0,
    "that": 0,
    "latest": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "after_next": 2,
    "before_last": -2,
}
_ON_MENTION = frozenset({"previous", "following", "that"})
_LEANS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "past_this": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 2,
    "current": 2,
}
_NAMED = ("WEEKDAY", "MONTH", "SEASON", "SEASON_WEAK", "HOLIDAY")


def stepped(inner: str, step: int, unit: str = "") -> str:
    """An expression moved by so many steps: itself for none."""
    if not step:
        return inner
    return f"{inner} {'+' if step > 0 else '-'} {abs(step)}{f' {unit}' if unit else ''}"


def _unit(m: Match) -> Sem | None:
    direction, unit = m.get("DIRECTION"), m.get("UNIT")
    anchor = "ref" if direction in _ON_MENTION else "anchor"
    step = _STEPS[direction]
    if unit in ("second", "minute", "hour", "fortnight", "season", "half"):
        return None
    if unit == "day":
        # "this day", "the last day" name no day of the calendar by themselves
        return Sem(expr=stepped("ref", step, "day")) if direction in _ON_MENTION else None
    if unit == "weekend" and direction == "this":
        return Sem(select="weekend", shape="weekend", lean=2)
    if unit == "weekend":
        week = stepped(f"week({anchor})", step)
        return Sem(expr=f"weekend in ({week})", shape="weekend")
    return Sem(expr=stepped(f"{unit}({anchor})", step), shape=unit, edge="later" if direction == "following" else "")


def _edge_unit(m: Match) -> Sem:
    """Jahresbeginn: a word for the edge of a unit."""
    mod, unit = m.get("EDGE_UNIT").split()
    word = {"START": "start", "MID": "middle", "END": "end"}[mod]
    return Sem(expr=f"{word} of ({unit}(anchor))", base=f"{unit}(anchor)", shape=unit, mod=mod)


def _unit_beside(m: Match) -> Sem | None:
    """The week before, the year after."""
    unit = m.get("UNIT")
    if unit not in ("week", "month", "quarter", "year", "decade"):
        return None
    step = -1 if m.has("EARLIER") or m.has("BEFORE") else 1
    return Sem(expr=stepped(f"{unit}(ref)", step), shape=unit, edge="later")


def _definite_period(m: Match) -> Sem | None:
    """The latest period: reports speak of quarters so."""
    return Sem(expr="quarter(ref)", shape="quarter") if m.get("DIRECTION") in ("latest", "this", "current") else None


def _period_of_year(m: Match) -> Sem | None:
    if m.has("UNIT") and m.get("UNIT") != "quarter":
        return None
    return Sem(expr=f"{m.get('YEAR'):04}", shape="year", edge="period")


def _definite_unit(m: Match) -> Sem | None:
    """The year, the weekend: which one depends on what it is part of or on the mention before."""
    unit = m.get("UNIT")
    match unit:
        case "weekend":
            return Sem(select="weekend", shape="weekend")
        case "quarter":
            return Sem(expr="quarter(ref)", shape="quarter")
        case "day":
            return Sem(expr="anchor", shape="day", weak=True)
        case "week" | "month" | "year" | "decade" | "century":
            return Sem(expr=f"{unit}(anchor)", shape=unit, weak=True)
        case _:
            return None


def _fiscal_year(m: Match) -> Sem | None:
    """The current fiscal year; "the fiscal year" counts where its company says which."""
    if m.get("FISCAL") != "year":
        return None
    if not m.has("DIRECTION"):
        return Sem(expr="year(anchor)", shape="year", weak=True)
    return Sem(expr=stepped("year(anchor)", _STEPS[m.get("DIRECTION")]), shape="year")


def _bare_unit(m: Match) -> Sem | None:
    """A unit without any determiner: the article often lacks after "end of"."""
    unit = m.get("UNIT")
    if unit not in ("week", "month", "year"):
        return None
    return Sem(expr=f"{unit}(anchor)", shape=unit, weak=True)


def _bare_weekend(m: Match) -> Sem | None:
    return Sem(select="weekend", shape="weekend") if m.get("UNIT") == "weekend" else None


def _named(m: Match) -> Sem | None:
    direction = m.get("DIRECTION")
    lean = _LEANS.get(direction)
    name = next(n for n in _NAMED if m.has(n))
    value = m.get(name)
    shape = {"WEEKDAY": "day", "MONTH": "month", "HOLIDAY": "day"}.get(name, "season")
    select = value if name == "HOLIDAY" else f"{'season' if shape == 'season' else name.lower()}({value})"
    if direction == "that":
        return Sem(select=select, shape=shape, lean=0)
    if lean is None:
        return None
    part = m.get("PART") or ""
    kind = "TIME" if part else "DATE"
    if direction in _ON_MENTION:
        return Sem(kind, f"{select} {'after' if lean > 0 else 'before'} ref", shape=shape, part=part, edge="that")
    return Sem(kind, select=select, shape=shape, lean=lean, part=part)


def _named_beside(m: Match) -> Sem | Trimmed:
    """The Monday after that, am Freitag davor: counted from the mention before, of no day where there is none."""
    name = "weekday" if m.has("WEEKDAY") else "month"
    relation = "after" if m.has("BESIDE_AFTER") or m.has("AFTER") else "before"
    shape = "day" if name == "weekday" else "month"
    sem = Sem(expr=f"{name}({m.get(name.upper())}) {relation} ref", shape=shape, edge="later")
    return Trimmed(sem, 1) if m.has("ON") else sem


def deictic(value: str) -> Sem:
    """The sense of a [deictic] value: `day -1 EV`, `year 0`, `ref 1`."""
    unit, step, *part = value.split()
    if unit == "ref":
        expr = stepped("ref", int(step), "day")
        return Sem(expr=expr, part=part[0] if part else "", edge="later" if int(step) else "")
    if unit == "day":
        expr = stepped("anchor", int(step), "day" + ("s" if abs(int(step)) > 1 else ""))
        return Sem("TIME" if part else "DATE", expr, part=part[0] if part else "")
    return Sem(expr=stepped(f"{unit}(anchor)", int(step)), shape=unit)


def _deictic(m: Match) -> Sem | None:
    sem = deictic(m.get("DEICTIC"))
    if not m.has("PART"):
        return sem
    return replace(sem, type="TIME", part=m.get("PART")) if sem.shape == "day" and not sem.part else None


def _deictic_part(m: Match) -> Sem:
    return replace(deictic(f"day {m.get('DEICTIC_PART')}"), type="TIME", part=m.get("PART"))


def _directed_part(m: Match) -> Sem | None:
    """This morning, last night, the next evening."""
    direction, part = m.get("DIRECTION"), m.get("PART")
    if direction == "last" or direction == "past":
        return Sem("TIME", "anchor - 1 day", part=part)
    if direction in ("this", "coming", "current"):
        return Sem("TIME", "anchor", part=part)
    if direction in _ON_MENTION or direction == "next":
        return Sem("TIME", stepped("ref", _STEPS[direction], "day"), part=part, edge="that")
    return None


def _definite_part(m: Match) -> Sem:
    return Sem("TIME", "ref", part=m.get("PART"), weak=True)


def _vague(m: Match) -> Sem:
    return Sem(value=m.get("VAGUE"), vague=True)


def _vague_narrative(m: Match) -> Sem:
    return Sem(value=m.get("VAGUE_NARRATIVE"), vague=True)


def _shortly_after(_: Match) -> Sem:
    return Sem(expr="ref", vague=True)


def _year_ago(m: Match) -> Sem | Trimmed | None:
    """Year-ago, year-earlier: the same time a year before."""
    if m.get("UNIT") != "year" or not m.items[-1].glued:
        return None
    sem = Sem(expr="year(ref) - 1", shape="year", unit="year", count=1, edge="ago", compared=True)
    return Trimmed(sem, 1) if m.has("A") or m.has("THE") else sem


def _year_ago_quarter(m: Match) -> Sem | None:
    """The year-ago quarter, the year-earlier third quarter, the same period a year ago."""
    units = m.all("UNIT")
    if units[0] != "year" or units[1:] not in ([], ["quarter"]):
        return None
    if m.has("ORD"):
        return Sem(expr=f"quarter({m.get('ORD')}) in (year(anchor) - 1)", shape="quarter") if m.get("ORD") < 5 else None
    return Sem(expr="quarter(ref) - 1 year", shape="quarter", compared=True)


def _named_rule(pattern: str) -> Rule:
    return Rule("direction and name", "D", pattern, _named)


RULES: tuple[Rule, ...] = (
    Rule("direction and unit", "D", "THE? DIRECTION FILLER|FISCAL? UNIT", _unit),
    _named_rule("THE? DIRECTION WEEKDAY|MONTH|SEASON|SEASON_WEAK|HOLIDAY"),
    _named_rule("THE? DIRECTION WEEKDAY PART"),
    Rule("name beside a mention", "D", "THE|ON WEEKDAY|MONTH BESIDE_AFTER|BESIDE_BEFORE", _named_beside),
    Rule("name beside a mention", "D", "THE WEEKDAY|MONTH AFTER|BEFORE", _named_beside),
    Rule("deictic", "D", "DEICTIC PART?", _deictic),
    Rule("deictic and part", "D", "DEICTIC_PART PART", _deictic_part),
    Rule("direction and part", "D", "THE? DIRECTION PART", _directed_part),
    Rule("part of a day", "P", "THE? PART", _definite_part),
    Rule("part of a day", "P", "ON PART", lambda m: Trimmed(_definite_part(m), 1)),
    Rule("vague word", "V", "VAGUE", _vague),
    Rule("vague word of narratives", "VN", "VAGUE_NARRATIVE", _vague_narrative),
    Rule("shortly after", "D", "SHORTLY_AFTER", _shortly_after),
    Rule("the unit", "D", "THE UNIT", _definite_unit),
    Rule("the unit", "D", "THE FISCAL|FILLER UNIT", _definite_unit),
    Rule("direction and unit", "D", "THE? DIRECTION FISCAL", _fiscal_year),
    Rule("the unit", "D", "THE FISCAL", _fiscal_year),
    Rule("year ago", "D", "A|THE? UNIT AGO|EARLIER", _year_ago),
    Rule("year-ago quarter", "D", "THE? FILLER? UNIT AGO|EARLIER ORD? UNIT|PERIOD", _year_ago_quarter),
    Rule("word for an edge", "D", "THE? EDGE_UNIT", _edge_unit),
    Rule("unit before or after", "D", "THE UNIT EARLIER|LATER|AFTER|BEFORE", _unit_beside),
    Rule("the period", "D", "THE? DIRECTION PERIOD", _definite_period),
    Rule("period of a year", "D", "THE YEAR PERIOD|UNIT", _period_of_year),
    Rule("bare weekend", "D", "UNIT", _bare_weekend),
    Rule("bare unit", "BU", "UNIT", _bare_unit),
)
