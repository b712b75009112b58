"""The day a plan had before it got another: "on 9 June instead of 3 June", "due on Saturday, has been put off until Monday"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.claims import asides, deciding, moving
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read
from dateline.claims.times import NO_TIME, Timing
from dateline.expr import evaluate
from dateline.model import Status, Timex
from dateline.rescheduled import begins_apart
from dateline.when import moment, on

_FORESEEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.REQUIRED, Status.CANCELLED})
_ANY_DAY = date(2000, 1, 12)
"""A Wednesday in the middle of a month, for articles without a date: times that hang on one day move together."""

_WIDEST = 31
"""Days of a time that still singles out a plan."""


def day(r: Read, clause: Clause, timing: Timing) -> Timing:
    """The time that a plan had before, by the words of its sentence; `NO_TIME` where it has no new one or none is named."""
    if not timing.when.known or timing.when.lasting:
        return NO_TIME
    printed = r.setting.printed
    first = printed if printed.exact else on(printed.earliest or _ANY_DAY)
    new = evaluate(timing.expr, first)
    for t, why in _named(r, clause):
        old = evaluate(t.expr, first)
        if old.begin.size <= _WIDEST and begins_apart(old, new):
            return Timing(moment(t.when.begin), t.expr, why)
    return NO_TIME


def _named(r: Read, clause: Clause) -> Iterator[tuple[Timex, str]]:
    """The time expressions that tell of the old day, the plainest first, and how they do."""
    s = r.setting
    for index in sorted(moving.ruled_out(s, clause)):
        yield from _usable(s.timexes[index], "named as the day it is not")
    moved = moving.new_day(s, clause)
    if not moved.expr and not _anew(r, clause):
        return
    own = [k for k in clause.tokens if s.tokens[k].timex >= 0]
    for k in own:
        if moved.expr and moving.is_old_day(s, k):
            yield from _usable(s.timexes[s.tokens[k].timex], "from which it is moved")
    before = asides.former(s.tokens, r.tables.grammar, r.tables.lexicon)
    for k in own:
        if k in before or moving.beside_planning(s, clause, k):
            yield from _usable(s.timexes[s.tokens[k].timex], "for which it was planned")
    for other in r.clauses:
        tells = other.parent == clause.index and other.opener is Opener.RELATIVE
        shares = clause.elided and other.index < clause.index and other.parent in (clause.parent, -1)
        if (tells or shares) and _foreseen(r, other):
            for k in other.tokens:
                if s.tokens[k].timex >= 0:
                    yield from _usable(s.timexes[s.tokens[k].timex], "for which it was planned")


def _usable(t: Timex, why: str) -> Iterator[tuple[Timex, str]]:
    if t.type in ("DATE", "TIME") and t.expr and t.when.begin.known and not t.vague and not t.when.lasting:
        yield t, f"the words {t.span.quote!r}, {why}"


def _anew(r: Read, clause: Clause) -> bool:
    """Whether a word says that the plan takes the place of another: "will now be held"."""
    return any(r.setting.words[k] in r.tables.grammar.status["anew"] for k in clause.tokens)


def _foreseen(r: Read, clause: Clause) -> bool:
    """Whether a relative clause tells of a plan."""
    verdict = deciding.verdict(r, clause)
    return verdict is not None and verdict.status in _FORESEEN
