"""Rules and a trained reader weighed against each other: who wins when.

The rules know what the reader cannot: the day of the article, the tables, the sentence before. The reader knows what no
table lists. Each policy below is one comparison; docs/decisions/0009 has what was measured. Likelihoods lie in 0 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.claims.status import Verdict
from dateline.model import Kind, Status

_BEGINS = {"claim": 0.05, "clause": 0.6, "frame": 0.9}
_INSIDE = {"claim": 0.4, "clause": 0.6, "frame": 0.9}
"""How likely a clause must begin a claim, and its words lie in one, by what the rules take it for: a claim, a clause that
states nothing, a frame that only says who says.
"""

_WITHIN, _OPENS, _SURELY_WITHIN = 0.5, 0.5, 0.97
"""How likely a word must lie in a claim, and open one, to be cut out where the rules see none."""

_WORTH = {
    "new day": 30.0,
    "settled": 12.0,
    "saying": 9.0,
    "day": 5.0,
    "word": 5.0,
    "tense": 2.5,
    "progressive": 2.5,
    "passive": 7.0,
    "figure": 2.5,
    "hint": 1.0,
}
"""What a rule's verdict is worth by what it rests on, in logarithms of likelihoods."""

_NEEDS_A_WORD = {
    Status.HAPPENED: (Status.PLANNED, Status.REQUIRED, Status.POSSIBLE, Status.CANCELLED),
    Status.ONGOING: (Status.REQUIRED, Status.DENIED, Status.CANCELLED, Status.POSSIBLE),
}
_TOLD_PLAINLY = 5.0
"""What a plain tense is worth against statuses that take a word of their own; in articles read by hand the reader gave most
of these without one."""

_RULED_OUT = {"progressive": (Status.CANCELLED,)}
"""What a tense cannot be: what is under way is not called off. A perfect may still tell a plan ("has called a march")."""

_CITES, _CITES_INSTEAD, _CITES_AFAR = 0.4, 0.6, 0.92
"""How likely a source that only the reader sees must be: where the rules see none, another, and from another sentence."""

_PAPER, _RUMOURED = 0.75, 0.5
"""How likely words must be the paper's own against a source of the rules, and how likely hearsay."""


_NEGATABLE = (Status.PLANNED, Status.REQUIRED, Status.POSSIBLE)
"""Statuses beside which a negation keeps a meaning of its own: a plan not to, a prohibition, perhaps not."""


def asserts(by_rule: str, begins: float, inside: float) -> bool:
    """Whether a clause states something of its own: `begins` and `inside` are what the reader holds of it, `by_rule` what
    the rules do: "claim", "clause" or "frame".
    """
    return inside >= _INSIDE[by_rule] and begins >= _BEGINS[by_rule]


def within(inside: float) -> bool:
    """Whether a word stands in a claim at all."""
    return inside >= _WITHIN


def surely_within(inside: float) -> bool:
    """Whether words stand in a claim so surely that one which the rules see there is kept wherever it begins."""
    return inside >= _SURELY_WITHIN


def opens(begins: float) -> bool:
    """Whether a word is the first of a claim, as far as the reader is sure of it against the rules."""
    return begins >= _OPENS


def verdict(rule: Verdict | None, likely: Mapping[Status, float], *, beside_denial: bool = False) -> Verdict | None:
    """The rule's verdict, or the reader's where that is the likelier by more than the rule is worth. `likely` has the
    logarithm of each status's likelihood; nothing where the reader saw no word. `beside_denial` where its source denies
    something else in the sentence, which a reader takes for a denial of this: only the rules' own word is taken then.
    """
    open_to = [s for s in likely if not (beside_denial and s is Status.DENIED and rule and rule.status is not s)]
    if not open_to:
        return rule
    best = max(open_to, key=lambda s: likely[s] - (_against(rule, s) if rule else 0.0))
    if rule is not None and best is rule.status:
        return rule
    why = "the reader's model takes it so" + (f"; by rule: {rule.status}, {rule.why}" if rule else "")
    certainty = "possible" if best is Status.POSSIBLE else "certain"
    return Verdict(best, _polarity(best, rule), certainty, _kind(best, rule), why)


def _against(rule: Verdict, status: Status) -> float:
    """What a rule's verdict weighs against another status."""
    if status is rule.status:
        return 0.0
    if rule.rests_on == "figure" and status in (Status.ONGOING, Status.DENIED, Status.CANCELLED):
        return _WORTH[
            "saying"
        ]  # that somebody names it goes on, and what else was said is denied; what is counted has been
    if status in _RULED_OUT.get(rule.rests_on, ()):
        return _WORTH["saying"]
    told = rule.rests_on in ("tense", *_RULED_OUT) and status in _NEEDS_A_WORD.get(rule.status, ())
    return _TOLD_PLAINLY if told else _WORTH[rule.rests_on]


def _polarity(best: Status, rule: Verdict | None) -> str:
    """Negative where it is denied, and where the rule found a negation in what lies ahead or is only possible."""
    kept = rule is not None and rule.polarity == "negative" and best in _NEGATABLE
    return "negative" if best is Status.DENIED or kept else "positive"


def _kind(best: Status, rule: Verdict | None) -> Kind:
    if best is not Status.UNKNOWN:
        return Kind.REPORT
    return Kind.QUESTION if rule is not None and rule.kind is Kind.QUESTION else Kind.STATED_UNKNOWN


def cites(by_rule: bool, source: float, sure: float, *, afar: bool) -> bool:
    """Whether a source that only the reader sees is given: how likely one is cited at all, and that it is this one.

    `afar` where it stands in another sentence: whoever was cited once is seldom still speaking.
    """
    least = _CITES_AFAR if afar else _CITES_INSTEAD if by_rule else _CITES
    return source * sure >= least


def own_voice(by_rule: bool, paper: float) -> bool:
    """Whether what the rules attribute is the paper's own after all."""
    return by_rule and paper >= _PAPER


def rumoured(hearsay: float) -> bool:
    """Whether a claim without a source is unnamed hearsay."""
    return hearsay >= _RUMOURED
