"""Plans told as past, of which the clause behind them says that nothing came: "De trein zou maandag vertrekken, maar
vertrok niet", "sollte am Mittwoch sprechen, kam aber nicht".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims import deciding
from dateline.claims.clauses import Clause
from dateline.claims.evidence import Read
from dateline.claims.grammar import Grammar
from dateline.claims.times import Timing
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.expr import evaluate
from dateline.model import Status

_OPENING = 4
"""Words in which a clause says that it is the other side of the one before: "wurde aber aufgehalten"."""

_NOT_DONE = frozenset({Status.DENIED, Status.CANCELLED})


def planned(
    groups: Mapping[int, VerbGroup], clauses: Sequence[Clause], tokens: Sequence[Token], grammar: Grammar
) -> dict[int, VerbGroup]:
    """The verb groups, where what could be hearsay ("zou vertrekken") is a plan by its day and the clause held against it."""
    found = dict(groups)
    for clause in clauses:
        group = found.get(clause.index)
        if group is None or "hearsay" not in group.jobs or group.kind != "infinitive" or "perfect" in group.jobs:
            continue
        dated = any(tokens[k].timex >= 0 for k in clause.tokens)
        other = _other_side(clause, clauses, tokens, grammar)
        held = found.get(other.index) if other else None
        if dated and held is not None and (held.past or "perfect" in held.jobs):
            found[clause.index] = replace(group, jobs=group.jobs - {"hearsay"} | {"foreseen"})
    return found


def gone_by(r: Read, clause: Clause, timing: Timing) -> Timing:
    """The last such weekday instead of the next for a plan of which the clause behind it tells that it was not carried out,
    in the past tense, and for that clause. A plan that was called off may have been for a day still to come.
    """
    for plan in r.clauses:
        other = _other_side(plan, r.clauses, r.setting.tokens, r.tables.grammar)
        if other is None or clause.index not in (plan.index, other.index) or not timing.expr.startswith("weekday("):
            continue
        if timing.expr == r.timings[plan.index].expr and _came_to_nothing(r, plan, other):
            expr = timing.expr.replace(deciding.AHEAD, deciding.BACK)
            return replace(timing, expr=expr, when=evaluate(expr, r.article.published))
    return timing


def _came_to_nothing(r: Read, plan: Clause, other: Clause) -> bool:
    """Whether a clause tells in the past tense that what another foresaw then was not done."""
    group, held, status = r.setting.groups.get(plan.index), r.setting.groups.get(other.index), r.tables.grammar.status
    if group is None or held is None or not held.past or r.setting.words[group.finite] not in status["foreseen_then"]:
        return False
    if held.lemma in status["fallen_through"]:
        return True
    verdict = deciding.verdict(r, other)
    return held.lemma not in status["cancelled"] and verdict is not None and verdict.status in _NOT_DONE


def _other_side(clause: Clause, clauses: Sequence[Clause], tokens: Sequence[Token], grammar: Grammar) -> Clause | None:
    """The next clause with a verb behind one, where it is held against that: "but the trip did not take place"."""
    other = next((c for c in clauses if c.tokens[0] > clause.tokens[0] and c.finite >= 0), None)
    opening = (other.tokens[0] - 1, *other.tokens[:_OPENING]) if other else ()
    return other if any(tokens[k].word in grammar.function["contrast"] for k in opening) else None
