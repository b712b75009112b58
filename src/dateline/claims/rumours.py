"""Reports that a sentence itself calls untrue: "Reports that a child had died are false", "Gerüchte seien frei erfunden"."""

from __future__ import annotations

from dateline.claims.clauses import Clause
from dateline.claims.voices import Setting

_OPENS = 3
"""Words of a clause among which the noun of the reports stands: "all these reports"."""


def untrue(s: Setting, clause: Clause) -> bool:
    """Whether a clause is about reports, says so at its begin, and calls them untrue at its end."""
    if clause.finite < 0 or "be" not in s.tokens[clause.finite].auxiliary:
        return False
    own = [k for k in clause.tokens if not s.tokens[k].mark]
    about = _noun(s, clause)
    if about < 0 or any(s.grammar.function["negators"].at(s.words, k) for k in own):
        return False
    return any(_closes(s, own, k, s.grammar.status["untrue"].at(s.words, k)) for k in own if k > about)


def _noun(s: Setting, clause: Clause) -> int:
    """The place of the noun for reports among the first words of a clause; -1 where none stands there."""
    own = [k for k in clause.tokens if not s.tokens[k].mark]
    return next((k for k in own[:_OPENS] if s.grammar.status["rumours"].at(s.words, k)), -1)


def _closes(s: Setting, own: list[int], k: int, width: int) -> bool:
    """Whether words that call something untrue stand at `k`, and nothing but verbs or whose word it is stands behind them."""
    behind = [n for n in own if n >= k + width]
    named = bool(behind) and s.grammar.attribution["before"].at(s.words, behind[0]) > 0
    return width > 0 and (named or all(s.tokens[n].auxiliary for n in behind))


def told(s: Setting, clause: Clause) -> bool:
    """Whether a clause is what reports tell that the clause around it calls untrue: it opens right behind their noun."""
    around = next((c for c in s.clauses if c.index == clause.parent), None)
    if around is None or clause.index not in s.groups or not untrue(s, around):
        return False
    before = clause.tokens[0] - 1
    return _noun(s, around) == (before - 1 if s.tokens[before].text == "," else before)


def disowned(s: Setting, clause: Clause) -> bool:
    """Whether a clause is what such reports tell, or itself says that they are untrue."""
    return untrue(s, clause) or told(s, clause)


def frame(s: Setting, clause: Clause) -> bool:
    """Whether a clause does no more than call untrue what another tells."""
    return any(c.parent == clause.index and told(s, c) for c in s.clauses)
