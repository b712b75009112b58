"""What an expression hangs on: its direction, the mention before it, or the article's day. Written once for all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dateline import edtf
from dateline.expr import evaluate, operand
from dateline.timex.sem import Sem
from dateline.when import NEVER_SAID

_PLAIN_DATE = re.compile(r"\d{4}(-[01]\d(-\d\d)?)?|\d{3}X|\d\dXX")
"""What a time can be folded into; seasons and quarters say more as they stand."""

_REF = re.compile(r"\bref\b")
_HAS_BEEN = re.compile(r"weekday\(\d\) (?:on or )?before anchor|anchor - \d+ days?")
"""Days that lie before the article's own by their words."""

_SHAPES: tuple[str, ...] = (
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)

_NEARBY = {
    -1: "on or before (anchor + 60 days)",
    0: "nearest anchor",
    1: "on or after (anchor - 30 days)",
    2: "nearest anchor",
}
"""A day and month without a year, by the tense around it: tense errs, and news is about what is near."""

NEAREST = 2
"""The tense of what something is meant for: "the sale for December" is of the December nearest to the article."""

_MEMORY = 12
"""So many mentions back a narrative's date can hang on."""

_YEARS = frozenset({"year", "decade", "century"})

_BACK, _ON = 10, 60
"""Days by which a date that goes on from another may lie before and after it."""

_LONGEST = 240
"""A chain of references that grows longer than this is not followed on: "two days later" a hundred times over."""

_DAY = 24
_HOURS = {"MO": 6, "AF": 12}
"""When the parts of a day begin that can follow upon a night."""

_DARK = {"EV": 17, "NI": 18}
"""Hours of the day before which nothing is of an evening or a night that has been told of."""

_NEAR_A_WEEKDAY = ("day", "weekend", "week")
"""What "the following Monday" can follow on: no Monday follows on a year."""

_FOCUS = 4
"""So many sentences on, a quarter that was named is still what figures are compared with."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A dated mention: its time, its unit, where it starts, in which sentence, whether it needs no anchor, whether it is only
    compared with, the part of its day or its clock time, and whether it stands in the background: "since it shut on Monday"."""

    expr: str
    shape: str
    start: int
    sentence: int
    absolute: bool
    compared: bool = False
    part: str = ""
    behind: bool = False


@dataclass(slots=True)
class Context:
    """What has been read of the article so far; `narrative` where dates hang on one another, not on the article; `fresh`
    where the sentence opens a paragraph behind one of several sentences."""

    narrative: bool = False
    mentions: list[Mention] = field(default_factory=list)
    sentence: int = 0
    fresh: bool = False
    tense: int = 0
    ended: bool = False
    shared: int = 0

    def last_dated(self, finer: bool = False) -> Mention | None:
        """What a date without its year hangs on in a narrative: the last absolute mention, or the last finer than a
        year."""
        absolute = [m for m in self.mentions[-_MEMORY:] if m.absolute]
        return next((m for m in reversed(absolute) if not finer or m.shape not in _YEARS), None)

    def last(self, shapes: tuple[str, ...] = _SHAPES, told: bool = False) -> Mention | None:
        """The last mention of one of these units. What was only compared with ("a year ago") is not spoken of; where what is
        `told` goes on, no sentence goes on from the background of another.
        """
        spoken = (m for m in reversed(self.mentions) if m.shape in shapes and not m.compared)
        return next((m for m in spoken if not (told and m.behind and m.sentence != self.sentence)), None)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A sense with its time and what it hangs on: "dct", "none", "event" or "timex:START"."""

    sem: Sem
    expr: str
    base: str
    anchor: str


def anchored(sem: Sem, context: Context) -> Anchored:
    """The sense with its selectors placed and its references filled in."""
    if sem.value and not sem.expr and not sem.select:
        return Anchored(sem, "", "", "event" if sem.event else ("dct" if sem.vague else "none"))
    special = _of_quarters(sem, context)
    if special:
        return special
    expr, base, anchor = sem.expr, sem.base, ""
    if sem.select:
        placed, anchor = _placed(sem, context)
        expr = expr.replace("{}", placed) if expr else placed
        base = base.replace("{}", placed)
    if _REF.search(expr):
        expr, base, anchor = _referred(sem, expr, base, context)
    if context.narrative and "(anchor)" in expr and not sem.part:
        last = context.last_dated()
        if last:
            expr, base = (e.replace("(anchor)", f"({last.expr})") for e in (expr, base))
            anchor = f"timex:{last.start}"
    expr, base = _folded(_tidy(expr)), _folded(_tidy(base or expr))
    if "anchor" in expr or expr.startswith(("past", "next")):
        anchor = anchor or "dct"
    return Anchored(sem, expr, base, anchor or "none")


def _folded(expr: str) -> str:
    """A time that needs no anchor as the date it is: "month(4) in (year(1776-03-02))" is 1776-04."""
    if not expr or "anchor" in expr or expr.startswith(("past", "next")) or (expr[-1:].isdecimal() and " " not in expr):
        return expr
    written = edtf.write(evaluate(expr, NEVER_SAID))
    return written if _PLAIN_DATE.fullmatch(written) else expr


def _of_quarters(sem: Sem, context: Context) -> Anchored | None:
    """What reports mean by "a year ago" and "the 1988 period" while they speak of a quarter: that quarter, then."""
    if sem.edge == "period":
        expr = _same_quarter(sem.expr, context)
        quarterly = replace(sem, shape="quarter", compared=True)
        return Anchored(quarterly, expr, expr, "none") if expr else Anchored(sem, sem.expr, sem.expr, "none")
    if sem.unit != "year" or sem.count != 1 or sem.edge != "ago":
        return None
    last = context.last(("quarter",))
    if not last or context.sentence - last.sentence > _FOCUS:
        return None
    expr = f"{operand(last.expr)} - 1 year"
    return Anchored(replace(sem, shape="quarter", compared=True), expr, expr, f"timex:{last.start}")


def _same_quarter(year: str, context: Context) -> str:
    """In another year, the quarter that was last spoken of: "the 1988 period"."""
    last = context.last(("quarter",))
    number = re.search(r"quarter\((\d)\)", last.expr) if last else None
    return f"quarter({number[1]}) in {year}" if number else ""


def _tidy(expr: str) -> str:
    """Without the brackets around a single word, (anchor), (2019), and those around others: month((anchor - 1 day))."""
    expr = re.sub(r"(?<![a-z])\(([\dX-]+|anchor)\)", r"\1", expr)
    return re.sub(r"\(\(([^()]*)\)\)", r"(\1)", expr)


def _placed(sem: Sem, context: Context) -> tuple[str, str]:
    """A bare selector with the relation that direction, tense and the mentions before give it, and its anchor."""
    name = sem.select.partition("(")[0]
    last = context.last_dated() if context.narrative and name != "weekend" else None
    if last:
        return _narrated(sem, name, last, context.last_dated(finer=True)), f"timex:{last.start}"
    weekly = name in ("weekday", "weekend")
    if sem.lean == 2 and not (weekly and context.tense):
        return f"{sem.select} in {'week' if weekly else 'year'}(anchor)", "dct"
    if sem.lean in (-1, 1):
        return f"{sem.select} {'after' if sem.lean > 0 else 'before'} anchor", "dct"
    if name == "date" and not context.ended:
        return f"{sem.select} {_NEARBY[context.tense]}", "dct"
    if context.tense == NEAREST or (name == "quarter" and context.tense > 0):
        return f"{sem.select} nearest anchor", "dct"
    return f"{sem.select} {'on or after' if context.tense > 0 else 'on or before'} anchor", "dct"


def _narrated(sem: Sem, name: str, last: Mention, finer: Mention | None) -> str:
    """A bare selector in a narrative: in the year of the last mention."""
    if name in ("weekday", "weekend", "decade"):
        if last.shape != "day":
            return f"{sem.select} on or before anchor"
        relation = "before" if sem.lean == -1 else "after" if sem.lean == 1 else "on or before"
        return f"{sem.select} {relation} {operand(last.expr)}"
    if sem.lean in (-1, 1):
        return f"{sem.select} {'after' if sem.lean > 0 else 'before'} {operand(last.expr)}"
    year = _year_of(last)
    if last.shape in _YEARS and finer and _goes_on(sem.select, finer):
        year = _year_of(finer)
    return f"{sem.select} in {year:04}" if year else f"{sem.select} on or before anchor"


def _year_of(mention: Mention) -> int:
    then = evaluate(mention.expr, NEVER_SAID).begin
    return date.fromordinal(then.lo).year if then.known else 0


def _goes_on(select: str, mention: Mention) -> bool:
    """Whether a bare date follows right on a mention of the same year: 11 March on 10 March 1975.

    Then a year named in between was named in passing ("as papers released in 2005 show").
    """
    then = evaluate(f"{select} in (year(first of ({mention.expr})))", NEVER_SAID).begin
    before = evaluate(mention.expr, NEVER_SAID).begin
    return then.known and before.known and before.lo - _BACK <= then.lo <= before.hi + _ON


def _goes_by(last: Mention, context: Context) -> bool:
    """Whether a clock time is of the day named last: in its own sentence, or in the next where that day has been and no new
    paragraph begins.

    Of what is still to come, lists of dates are printed, in which each line stands for itself.
    """
    if last.sentence == context.sentence:
        return True
    near = context.sentence - last.sentence == 1 and not context.fresh
    return near and _HAS_BEEN.fullmatch(last.expr) is not None


def _past_midnight(sem: Sem, last: Mention, sentence: int) -> bool:
    """Whether a time of the day in a new sentence is of the day after the evening or night told of before it: "collapsed on
    Monday night. Two were out by noon"."""
    hour = int(sem.part[:2]) if sem.part[:1].isdecimal() else _HOURS.get(sem.part, _DAY)
    return sem.type == "TIME" and last.sentence < sentence and hour < _DARK.get(last.part, 0)


def _referred(sem: Sem, expr: str, base: str, context: Context) -> tuple[str, str, str]:
    wanted = _SHAPES
    if sem.shape == "quarter":
        wanted = _SHAPES[_SHAPES.index("quarter") : _SHAPES.index("quarter") + 1]
    elif sem.shape in ("day", "hour", "minute") and context.last(("day",)):
        wanted = ("day",)
    pointed = sem.edge == "that"  # "that evening": of the day told last, wherever that stands
    loose = sem.type == "TIME" and sem.part and not pointed and not context.narrative
    last = context.last(_NEAR_A_WEEKDAY if expr.startswith("weekday(") else wanted, told=bool(loose))
    if loose and last and not _goes_by(last, context):
        last = None
    if last is None and sem.edge == "later":
        return "", "", "event"
    if last is None:
        target = "(quarter(anchor) - 1)" if sem.shape == "quarter" else "anchor"
        return _REF.sub(target, expr), _REF.sub(target, base), "dct"
    if len(last.expr) > _LONGEST:
        return "", "", "event"
    if expr == f"{last.shape}(ref)":
        return last.expr, last.expr, f"timex:{last.start}"
    target = operand(last.expr)
    if _past_midnight(sem, last, context.sentence):
        target = f"({target} + 1 day)"
    return _REF.sub(target, expr), _REF.sub(target, base), f"timex:{last.start}"
