"""What a construction makes of its words, before the article's day and the other mentions are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sem:
    """The sense of a time expression.

    `expr` is its time (see `dateline.expr`), where `ref` may stand for the last mention before it. `base` is the time
    its TIMEX3 value names where that is not all of `expr` ("the end of 2019" has the value 2019); empty: the same.
    `select` is a selector still without a period ("Friday", "15 June"): anchoring adds the relation.
    `shape` says how the value is written: a unit's name, "weekend" or "half". `value` is a value that is fixed.
    `part` is a part of the day (MO, AF, EV, NI, DT) or a clock time, `lean` an explicit direction (-1, 1; 0: none said;
    2: the one of its own unit, "this Friday").
    `lead` is the length of an article in front that a longer expression leaves out.
    `edge` is "that" where the words point at the time told before ("that evening"), "later" where they have no time
    without one ("the day after"), else the part or step that was taken.
    `weak` mentions count only as a part of another ("the year" in "the end of the year").
    """

    type: str = "DATE"
    expr: str = ""
    base: str = ""
    select: str = ""
    shape: str = "day"
    value: str = ""
    mod: str = ""
    part: str = ""
    zone: str = ""
    lean: int = 0
    count: float | None = None
    least: int = 0
    unit: str = ""
    vague: bool = False
    shift: str = ""
    weak: bool = False
    edge: str = ""
    event: bool = False
    compared: bool = False
    lead: int = 0
