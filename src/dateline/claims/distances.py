"""Clauses that only say how long ago another was: "It has been two weeks since ...", "Drei Tage ist es her, dass ..."."""

from __future__ import annotations

import re

from dateline.claims.clauses import Clause
from dateline.claims.evidence import Read
from dateline.claims.times import Timing
from dateline.claims.voices import Setting
from dateline.expr import evaluate
from dateline.model import Timex

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_AGO = re.compile(r"(?:[a-z]+\(anchor\)|anchor) - \d+(?: [a-z]+)?")
EXACT = "exactly"
"""The rule of a length that is one to the day."""


def told(s: Setting, clause: Clause) -> bool:
    """Whether a clause says no more than how long ago what follows right behind it was."""
    behind = clause.tokens[-1] + 1
    follows = any(c.tokens[0] in (behind, behind + 1) and c.finite >= 0 for c in s.clauses if c.index != clause.index)
    return follows and _bare(s, clause.tokens) is not None


def since(r: Read, clause: Clause) -> Timing | None:
    """The time of a clause before which another says how long ago it was, by that length; None where none does."""
    for other in r.clauses:
        gap = clause.tokens[0] - other.tokens[-1]
        if other.index != clause.index and gap in (1, 2) and told(r.setting, other):
            return _back(r, _bare(r.setting, other.tokens))
    lasting = r.tables.grammar.status["lasting"]
    place = next((k for k in clause.tokens[1:] if r.setting.words[k] in lasting), -1)
    before = tuple(k for k in clause.tokens if k < place)
    return _back(r, _bare(r.setting, before)) if before else None


def _bare(s: Setting, positions: tuple[int, ...]) -> Timex | None:
    """The one length among words that stand beside nothing but a form of "be" or "have", "it" and words for passing by."""
    found: set[int] = set()
    held = False
    for k in positions:
        t = s.tokens[k]
        if t.timex >= 0:
            if s.timexes[t.timex].expr != "anchor":  # "today it is two weeks since"
                found.add(t.timex)
        elif t.auxiliary:
            held = True
        elif not t.mark and t.word not in s.grammar.function["distances"]:
            return None
    if not held or len(found) != 1:
        return None
    one = s.timexes[found.pop()]
    return one if _LENGTH.fullmatch(one.value) or _AGO.fullmatch(one.expr) else None


def _back(r: Read, length: Timex | None) -> Timing | None:
    if length is None:
        return None
    expr = length.expr
    if not expr:
        m = _LENGTH.fullmatch(length.value)
        if m is None or length.mod:
            return None
        unit = _UNITS[m[2]]
        near = unit == "day" or length.rule == EXACT
        expr = f"anchor - {m[1]} {unit}s" if near else f"{unit}(anchor) - {m[1]}"
    return Timing(evaluate(expr, r.article.published), expr, f"the words {length.span.quote!r}")
