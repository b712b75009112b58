"""Times as functions of the day an article appeared: `evaluate("anchor - 1 day", anchor)`.

An expression is a short string in a language of its own::

    time     := lasting | sum ("or" sum)*
    lasting  := "since" sum | "until" sum | "from" sum "to" sum | ("past" | "next") COUNT UNIT
    sum      := atom (("+" | "-") NUMBER [UNIT] | "at" CLOCK)*
    atom     := "anchor" | EDTF | "(" time ")" | UNIT "(" time ")"         the unit a time lies in: month(anchor)
              | SELECTOR RELATION atom                                    weekday(5) after anchor, month(7) in 2023
              | ("start" | "middle" | "end") "of" atom                    its first, middle or last third or so
              | ("earlier" | "later") "in" atom                           that part of it before or after the article
              | ("first" | "last") "of" atom                              its first or last day
              | "between" atom "and" atom                                 one moment, somewhere from the one to the other
              | "around" atom                                             approximately
    COUNT    := NUMBER | NUMBER ".." NUMBER
    RELATION := "in" | "before" | "after" | "on or before" | "on or after" | "nearest"

Selectors are those of `dateline.selector`. A shift without a unit counts the operand's own: `month(anchor) - 1`.

For one day `anchor` an expression is a `When`; for a set of days it is the union of what it is for each of them, so
all times of an article hang together. More than `MOST_DAYS` days are not enumerated: every operation moves forward
when the anchor does, so the outermost days give outer bounds.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from dateline import edtf, operations
from dateline.errors import BadDate
from dateline.operations import Node
from dateline.selector import NAMES, Selector
from dateline.shift import GRAINS, MONTHS
from dateline.when import FIRST, NEVER_SAID, UNKNOWN, Bound, When, bound, moment, overlap, union

MOST_DAYS = 800
"""Anchors with more days than this are not enumerated."""

_TOKEN = re.compile(
    r"\s*(\d{5,}|\d{4}-W\d\d(?:-\d)?|\d{4}-\d\d(?:-\d\d)?|\d{4}|\d{3}X|\d\dXX|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?"
    r"|\d+|[a-z]+|\.\.|[()+,-])"
)
_CLOCK = re.compile(r"(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?")
_ON_THE_DAY = re.compile(r"\b(?:anchor|past|next|earlier|later)\b")
_RELATIONS = frozenset({"in", "before", "after", "nearest"})


def evaluate(expr: str, anchor: When) -> When:
    """The time `expr` names when the article appeared on one of the days of `anchor`.

    Where the anchor is not known, only an expression that does not use it has a time; "" has none.
    Raises `BadDate` where `expr` is no expression.

    >>> edtf.write(evaluate("anchor - 1 day", edtf.read("2023-08")))
    '[2023-07-31..2023-08-30]'
    >>> edtf.write(evaluate("weekday(5) after anchor", edtf.read("2023-08-22")))
    '2023-08-25'
    """
    if not expr:
        return NEVER_SAID
    if expr == "anchor":
        return moment(_days(anchor))
    return _evaluate(expr, _days(anchor))


def days_where(expr: str, target: When, anchor: When) -> Bound:
    """The days of `anchor` on which the expression's time can touch `target`; all of them where it has none.

    >>> edtf.write(moment(days_where("anchor - 1 day", edtf.read("2023-08-21"), edtf.read("2023-08"))))
    '2023-08-22'
    """
    days = _days(anchor)
    if not expr or not days.known or days.size > MOST_DAYS:
        return days
    node = compiled(expr)
    return bound(((day, day) for day in days.days() if overlap(node(day), target)), days.grain)


def operand(expr: str) -> str:
    """An expression as part of another: in brackets, unless it is one word or stands in brackets already.

    >>> operand("anchor"), operand("anchor - 1 day"), operand("month(anchor)")
    ('anchor', '(anchor - 1 day)', 'month(anchor)')
    """
    depth = 0
    for place, sign in enumerate(expr):
        depth += (sign == "(") - (sign == ")")
        if sign == " " and not depth:
            return f"({expr})"
        if expr[0] == "(" and not depth and place + 1 < len(expr):
            return f"({expr})"
    return expr


def bare(expr: str) -> str:
    """An expression without the brackets around all of it.

    >>> bare("(anchor - 1 day)"), bare("(anchor - 1 day) or (anchor)")
    ('anchor - 1 day', '(anchor - 1 day) or (anchor)')
    """
    depth = 0
    for place, sign in enumerate(expr):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return expr[1:-1] if place and place + 1 == len(expr) else expr
    return expr


def _days(anchor: When) -> Bound:
    if not anchor.lasting:
        return anchor.begin
    if not (anchor.begin.known and anchor.end.known):
        return UNKNOWN
    return bound([(anchor.begin.lo, anchor.end.hi)], anchor.grain)


@lru_cache(maxsize=65536)
def _evaluate(expr: str, days: Bound) -> When:
    node = compiled(expr)
    if not days.known:
        return NEVER_SAID if _ON_THE_DAY.search(expr) else node(FIRST)
    if days.lo == days.hi:
        return node(days.lo)
    if days.size <= MOST_DAYS:
        return _same_grain(union(node(day) for day in days.days()))
    first, last = node(days.lo), node(days.hi)
    return When(_hull(first.begin, last.begin), _hull(first.end, last.end), first.lasting, first.approximate)


def _same_grain(when: When) -> When:
    """A moment's two ends are one object, so that equal times are equal."""
    return when if when.lasting else replace(when, end=when.begin)


def _hull(first: Bound, last: Bound) -> Bound:
    if not first.ranges or not last.ranges:
        return UNKNOWN
    return bound([(first.lo, last.hi)], max(first.grain, last.grain))


@lru_cache(maxsize=16384)
def compiled(expr: str) -> Node:
    """The function from an article's day to the time `expr` names. Raises `BadDate` where it is no expression."""
    return _Parser(expr).whole()


class _Parser:
    """Recursive descent over the grammar in the module's text. Makes closures, evaluates nothing."""

    def __init__(self, expr: str) -> None:
        self.expr = expr
        self.tokens = _TOKEN.findall(expr)
        if "".join(self.tokens) != "".join(expr.split()):
            raise self.bad("a character that no expression has")
        self.at = 0

    def bad(self, why: str) -> BadDate:
        return BadDate(f"{self.expr!r} is no time expression: {why}; the grammar is in dateline.expr")

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def take(self, *expected: str) -> str:
        token = self.peek()
        if not token or (expected and token not in expected):
            raise self.bad(f"found {token or 'the end'!r}, expected {' or '.join(expected) or 'more'}")
        self.at += 1
        return token

    def number(self) -> int:
        token = self.take()
        if not token.isdigit():
            raise self.bad(f"found {token!r}, expected a number")
        return int(token)

    def whole(self) -> Node:
        node = self.time()
        if self.peek():
            raise self.bad(f"{self.peek()!r} is left over")
        return node

    def time(self) -> Node:
        token = self.peek()
        if token in ("past", "next"):
            return self.stretch()
        if token == "since":
            self.take()
            return operations.since(self.sum())
        if token == "until":
            self.take()
            return operations.until(self.sum())
        if token == "from":
            self.take()
            begin = self.sum()
            self.take("to")
            return operations.between(begin, self.sum())
        return self.either()

    def stretch(self) -> Node:
        back = self.take() == "past"
        least = most = self.number()
        if self.peek() == "..":
            self.take()
            most = self.number()
        unit = self.unit()
        if not unit:
            raise self.bad(f"found {self.peek()!r}, expected a unit")
        return operations.stretch(-1 if back else 1, least, most, unit)

    def either(self) -> Node:
        nodes = [self.sum()]
        while self.peek() == "or":
            self.take()
            nodes.append(self.sum())
        return nodes[0] if len(nodes) == 1 else operations.either(tuple(nodes))

    def sum(self) -> Node:
        node = self.atom()
        while self.peek() in ("+", "-", "at"):
            sign = self.take()
            if sign == "at":
                node = operations.at(node, self.clock())
            else:
                count = self.number() * (1 if sign == "+" else -1)
                node = operations.shift(node, count, self.unit())
        return node

    def unit(self) -> str:
        unit = self.peek().removesuffix("s")
        unit = "century" if self.peek() == "centuries" else unit
        if unit in GRAINS or unit in MONTHS:
            self.take()
            return unit
        return ""

    def clock(self) -> tuple[str, str]:
        found = _CLOCK.fullmatch(self.take())
        if not found:
            raise self.bad("expected a clock time, as 09:30 or 09:30Z")
        return found[1], found[2] or ""

    def atom(self) -> Node:
        token = self.take()
        if token == "(":
            node = self.time()
            self.take(")")
            return node
        if token == "anchor":
            return operations.anchor
        if token[0].isdigit():
            return operations.constant(edtf.read(token))
        if token in ("start", "middle", "end", "first", "last"):
            self.take("of")
            return operations.piece(self.atom(), token)
        if token in ("earlier", "later"):
            self.take("in")
            return operations.clipped(self.atom(), token)
        if token == "between":
            first = self.atom()
            self.take("and")
            return operations.somewhere(first, self.atom())
        if token == "around":
            return operations.around(self.atom())
        return self.selected(token) if self.names_selector(token) else self.lying(token)

    def names_selector(self, token: str) -> bool:
        """`month(7)` selects; `month(anchor)` and `year(2023)` are the unit a time lies in."""
        number = self.peek(1).lstrip("-") or self.peek(2)
        return token in NAMES and (self.peek() != "(" or self.peek(1) == "-" or (number.isdigit() and len(number) < 4))

    def lying(self, token: str) -> Node:
        if self.peek() != "(" or token not in {*GRAINS, *MONTHS}:
            raise self.bad(f"{token!r} is unknown here")
        return operations.unit(self.atom(), token)

    def selected(self, name: str) -> Node:
        numbers: list[int] = []
        if self.peek() == "(":
            self.take()
            while True:
                sign = -1 if self.peek() == "-" and self.take() else 1
                numbers.append(sign * self.number())
                if self.take(",", ")") == ")":
                    break
        if len(numbers) != NAMES[name].arity:
            raise self.bad(f"{name} takes {NAMES[name].arity} numbers, found {len(numbers)}")
        selector = Selector(name, tuple(numbers))
        if self.peek() == "on":
            self.take()
            self.take("or")
            return operations.select(selector, "on or " + self.take("before", "after"), self.atom())
        return operations.select(selector, self.take(*sorted(_RELATIONS)), self.atom())
