"""What somebody denies, and what only is not so: "the mayor denied that anyone was hurt", "no one was hurt".

Both have the status `denied`, since neither happened; a reader takes *denied* for what a voice denies.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Claim, Status

NEGATED = ", and negated"
"""How `Claim.status_why` ends where a negation alone makes it not so."""

NOT_DONE = "it was not done: "
"""How it begins where somebody refused or failed to do it."""

OUTRIGHT = "denied: "
"""How it begins where the claim's own words deny."""

REBUTS = "it denies what the sentence before says: "
"""How it begins, before the words that are denied, where a sentence says no more than that something is not so."""


def rebutted(claim: Claim) -> str:
    """The words of the sentence before that a claim denies without repeating them, in quotes; "" for all other claims."""
    return claim.status_why.removeprefix(REBUTS) if claim.status_why.startswith(REBUTS) else ""


def gainsaid(claim: Claim) -> bool:
    """Whether somebody denies what a claim tells; of what only is not so, nobody does."""
    if claim.status is not Status.DENIED:
        return False
    if claim.status_why.startswith(OUTRIGHT):
        return True
    plain = claim.status_why.endswith(NEGATED) or claim.status_why.startswith(NOT_DONE)
    return not plain and any(a.source for a in claim.attribution)


def status_in_words(status: Status, claims: Iterable[Claim]) -> str:
    """A status as the views name it, with the claims that tell it: "not so" where all that have it are plain negatives."""
    told = [c for c in claims if c.status is status]
    return "not so" if status is Status.DENIED and told and not any(map(gainsaid, told)) else status.value
