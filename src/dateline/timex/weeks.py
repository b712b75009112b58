"""Whole weeks counted from a day: heute in einer Woche, morgen over twee weken, a week on Friday, Friday week."""

from __future__ import annotations

import re

from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.sem import Sem

HENCE = "length and a day"
"""The construction in which a length leads to a day behind it; "for a week on Friday" is none."""

_WEEK = 7

_ROUND_WEEKS = {8: 7, 15: 14}
"""So many days hence, counted with both ends, are whole weeks: "heute in acht Tagen"."""

_NEAR_DAY = re.compile(r"anchor(?: [+-] \d days?)?")


def _days(count: float | None, unit: str) -> int:
    """The days of a length of whole weeks; 0 for any other."""
    if count is None or count != int(count):
        return 0
    if unit == "week":
        return int(count) * _WEEK
    days = _ROUND_WEEKS.get(int(count), int(count)) if unit == "day" else 0
    return days if days % _WEEK == 0 else 0


def _counted(day: str, days: int) -> str:
    return f"({day}) {'+' if days > 0 else '-'} {abs(days)} days"


def _coming(weekday: int) -> str:
    return f"weekday({weekday}) on or after anchor"


def _from_day(m: Match) -> Sem | None:
    """Heute in einer Woche, morgen over twee weken, a week ago today; ahead, from the coming weekday too."""
    first, second = m.all("D")
    day, weeks = (second, first) if first.unit else (first, second)
    days = _days(weeks.count, weeks.unit) if weeks.edge in ("later", "ago") and not weeks.mod else 0
    if not days or "anchor" not in weeks.expr or "{}" in weeks.expr:
        return None
    if day.shape != "day" or day.part or day.value or day.vague or day.weak or day.lean:
        return None
    ahead = weeks.edge == "later"
    if day.select.startswith("weekday(") and not day.expr and ahead:
        return Sem(expr=_counted(f"{day.select} on or after anchor", days))
    if day.select or not _NEAR_DAY.fullmatch(day.expr):
        return None
    return Sem(expr=_counted(day.expr, days if ahead else -days))


def _hence(m: Match) -> Sem | None:
    """A week from today, two weeks tomorrow, a week on Friday."""
    days = _days(m.get("NUM") if m.has("NUM") else 1.0, m.get("UNIT") or m.get("UNITS"))
    if not days or (m.has("NUM") and not isinstance(m.get("NUM"), int)):
        return None
    if m.has("WEEKDAY"):
        return Sem(expr=_counted(_coming(m.get("WEEKDAY")), days), count=m.get("WEEKDAY"))
    step = int(m.get("HENCE"))
    return Sem(expr=_counted(f"anchor + {step} day" if step else "anchor", days))


def alone(sem: Sem) -> Sem:
    """The day by itself where the length before it is one: "was suspended for a week on Friday"."""
    return Sem(select=f"weekday({int(sem.count)})") if sem.count else Sem(expr=re.sub(r" \+ \d+ days$", "", sem.expr))


def _week_on(m: Match) -> Sem | Trimmed:
    """Friday week: a week after the coming Friday."""
    sem = Sem(expr=_counted(_coming(m.get("WEEKDAY")), _WEEK))
    return Trimmed(sem, 1) if m.has("ON") else sem


RULES = (
    Rule(HENCE, "D", "A|NUM UNIT|UNITS COUNT_FROM? HENCE", _hence),
    Rule(HENCE, "D", "A|NUM UNIT|UNITS COUNT_FROM WEEKDAY", _hence),
    Rule("day and a week", "D", "ON? WEEKDAY WEEK_ON", _week_on),
)

WHOLES = (Rule("weeks from a day", "D", "D D", _from_day),)
