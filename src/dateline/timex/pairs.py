"""Expressions that share a part with the next one: 5 and 6 May, April to June 1968, 264 to 241 BC."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.timex.pattern import Item
from dateline.timex.sem import Sem
from dateline.timex.spans import length

_JOINTS = frozenset({"AND", "TO", "COMMA"})
_LISTS = frozenset({"AND", "COMMA"})
_DATE_DAY = re.compile(r"date\(\d+,(\d+)\)")
_DATE = re.compile(r"date\((\d+),\d+\)")
_DAY_IN = re.compile(r"day\(\d+\) in (.+)")
_ISO_DAY = re.compile(r"(\d{4}-\d\d)-\d\d")


def shared(items: list[Item]) -> list[Item]:
    """The items with every number or date without its own month or year given that of the date it is joined to."""
    made = list(items)
    _behind(made)
    _months_on(made)
    for place in range(len(made) - 3, -1, -1):
        left, joint, right = made[place : place + 3]
        if "TO" in joint.cats and "T" in right.cats:
            clock = _clock_given(left, right.cats["T"])
            if clock:
                made[place] = Item(left.start, left.end, {"T": clock}, left.glued, "shared with the next")
            continue
        if "AND" in joint.cats and "U" in right.cats:
            spell = _length_given(left, right.cats["U"])
            if spell:
                made[place] = Item(left.start, left.end, {"U": spell}, left.glued, "shared with the next")
            continue
        if _JOINTS.isdisjoint(joint.cats) or "D" not in right.cats:
            continue
        sem = _given(left, right.cats["D"])
        if sem:
            made[place] = Item(left.start, left.end, {"D": sem}, left.glued, "shared with the next")
    return made


def _behind(made: list[Item]) -> None:
    """In place, what takes a part from the expression before it: every Tuesday and [Friday], 5 May to [7]."""
    for place in range(len(made) - 2):
        left, joint, right = made[place : place + 3]
        if not _LISTS.isdisjoint(joint.cats) and "S" in left.cats and "D" in right.cats:
            each = _each_given(left.cats["S"], right.cats["D"])
            if each:
                made[place + 2] = Item(right.start, right.end, {"S": each}, right.glued, "shared with the last")
        if "TO" in joint.cats and "D" in left.cats and "NUM" in right.cats:
            sem = _given(right, left.cats["D"])
            if sem:
                made[place + 2] = Item(right.start, right.end, {"D": sem}, right.glued, "shared with the last")


def _months_on(made: list[Item]) -> None:
    """In place, the numbers that end a list of days whose month stands first: 6 and 9 in "May 5, 6 and 9".

    Only up to a number behind an "and" with which the stretch ends: "on May 5, 6 people" counts people.
    """
    for place, first in enumerate(made):
        last = place
        while last + 2 < len(made) and not _LISTS.isdisjoint(made[last + 1].cats) and _next_day(made[last + 2]):
            last += 2
        if last == place or last + 1 < len(made) or "AND" not in made[last - 1].cats or "D" not in first.cats:
            continue
        days = [made[n].cats["NUM"] for n in range(place + 2, last + 1, 2)]
        sems = [_day_given(day, first.cats["D"]) for day in days]
        if sorted(days) == days and _day_of(first.cats["D"]) < days[0] and all(sems):
            for n, sem in zip(range(place + 2, last + 1, 2), sems, strict=True):
                made[n] = Item(made[n].start, made[n].end, {"D": sem}, made[n].glued, "shared with the last")


def _next_day(item: Item) -> bool:
    """Whether an item can be the number of a day."""
    number = item.cats.get("NUM")
    return bool(item.cats.get("DIGITS")) and isinstance(number, int) and 1 <= number <= 31 and "D" not in item.cats


def _day_of(sem: Sem) -> int:
    """The day of the month of a date without a year; 31 for anything else."""
    found = _DATE_DAY.fullmatch(sem.select)
    return int(found[1]) if found else 31


def _each_given(left: Sem, right: Sem) -> Sem | None:
    """Friday in "every Tuesday and Friday"."""
    if not left.value.startswith("XXXX-WXX-") or not right.select.startswith("weekday(") or right.expr or right.lean:
        return None
    return Sem("SET", value=f"XXXX-WXX-{right.select[8]}{f'T{right.part}' if right.part else ''}")


def _given(left: Item, right: Sem) -> Sem | None:
    if "D" in left.cats:
        return _year_given(left.cats["D"], right)
    number = left.cats.get("NUM")
    if not left.cats.get("DIGITS") or not isinstance(number, int):
        return None
    if right.value.startswith("BC") and not right.expr:
        return replace(right, value=f"BC{number:04}") if 0 < number < 3000 else None
    return _day_given(number, right)


def _length_given(left: Item, right: Sem) -> Sem | None:
    """60 in "between 60 and 90 days"."""
    number = left.cats.get("NUM")
    if not isinstance(number, int) or right.count is None or right.shift or not 0 < number < right.count:
        return None
    return replace(right, value=length(number, right.unit), count=float(number), mod="")


def _clock_given(left: Item, right: Sem) -> Sem | None:
    """14 in "14-18 Uhr"."""
    clock = left.cats.get("CLOCK_DOTTED") or left.cats.get("CLOCK")
    number = left.cats.get("NUM")
    if not clock and left.cats.get("DIGITS") and isinstance(number, int) and number <= 24:
        clock = f"{number:02}:00"
    return replace(right, part=clock) if clock else None


def _day_given(number: int, right: Sem) -> Sem | None:
    if not 1 <= number <= 31 or right.part:
        return None
    if found := _DAY_IN.fullmatch(right.expr):
        return replace(right, expr=f"day({number}) in {found[1]}")
    if _DATE.fullmatch(right.select) and not right.expr:
        return Sem(expr=f"day({number}) in (month({{}}))", select=right.select, lean=right.lean)
    if found := _ISO_DAY.fullmatch(right.expr):
        return Sem(expr=f"day({number}) in {found[1]}")
    return None


def _year_given(left: Sem, right: Sem) -> Sem | None:
    """April in "April and June 1955": the last one before what follows, so that ranges may cross a year."""
    if left.lean or left.weak or not left.select.startswith(("date(", "month(", "season(", "quarter(")):
        return None
    if not right.expr[:4].isdecimal() and " in 1" not in right.expr and " in 2" not in right.expr:
        return None
    if right.shape in ("year", "decade", "century") or "{}" in right.expr:
        return None
    place = f"{left.select} on or before ({right.base or right.expr})"
    return replace(left, select="", expr=left.expr.replace("{}", place) or place, base=left.base.replace("{}", place))
