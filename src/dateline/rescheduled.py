"""Claims that give a plan another day: "put off until 15 October", "brought forward to 2 June"; and what it is that they plan."""

from __future__ import annotations

from functools import cache

from dateline import lang
from dateline.model import Claim, Status
from dateline.when import When


def rescheduled(claim: Claim) -> bool:
    """Whether a claim says that what was planned is now planned for its time, which is not the one it had."""
    known = claim.time.known and bool(claim.time_expr)
    moved = claim.phase == "postpone" or claim.former.known
    return claim.status is Status.PLANNED and moved and claim.polarity == "positive" and known


def begins_apart(one: When, other: When) -> bool:
    """Whether two times that are known begin on days that cannot be the same: "from April on" and "in September"."""
    a, b = one.begin, other.begin
    return a.known and b.known and (a.hi < b.lo or b.hi < a.lo)


def anew(claim: Claim) -> bool:
    """Whether a plan is told as one that takes the place of another: "will now take place on 9 June"."""
    if claim.status is not Status.PLANNED or claim.lang not in lang.available():
        return False
    words = lang.load(claim.lang).table("clauses").get("status", {}).get("anew", ())
    return not set(claim.span.quote.casefold().split()).isdisjoint(words)


def deeds(claim: Claim) -> frozenset[str]:
    """The changes that a claim plans: its own, or where it tells no more than the planning those of the nouns in its words:
    "the opening has been put off until 20 May"."""
    if claim.phase not in _PLANNING:
        return frozenset({claim.phase} - {""})
    nouns = _nouns(claim.lang) if claim.lang in lang.available() else {}
    return frozenset(nouns[w] for w in claim.span.quote.casefold().split() if w in nouns) - _PLANNING


_PLANNING = frozenset({"plan", "postpone", "cancel"})


@cache
def _nouns(code: str) -> dict[str, str]:
    """The nouns of changes of one language, each with its change."""
    phases = lang.load(code).table("phases").get("phase", {})
    return {noun.casefold(): name for name, table in phases.items() for noun in table.get("nouns", ())}
