"""Claims that give a plan another day: "put off until 15 October", "brought forward to 2 June"."""

from __future__ import annotations

from dateline import lang
from dateline.model import Claim, Status
from dateline.when import When


def rescheduled(claim: Claim) -> bool:
    """Whether a claim says that what was planned is now planned for its time, which is not the one it had."""
    known = claim.time.known and bool(claim.time_expr)
    return claim.status is Status.PLANNED and claim.phase == "postpone" and claim.polarity == "positive" and known


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
