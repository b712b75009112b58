"""The days an article can have appeared on by its own word: its stated date, and what its text reports as past."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import expr
from dateline.model import Article, Claim, Kind, Reading, Status
from dateline.when import LAST, NEVER_SAID, Bound, When, bound

MOST_DAYS = 800
"""Wider domains are not enumerated."""

WINDOW = 60
"""An undated article is looked for so many days after the newest day its text or a tie names."""

_CLOCKS = 1
"""Days by which a stated day may be behind a day reported as past: time zones, and presses that run at midnight."""

STAMPS = 2
"""So many full dates with a clock time are stamps, mostly of comments; one may belong to the news."""

_SETTLED = frozenset({Status.HAPPENED})
"""What was called off or denied may still lie ahead: "the race of 16 June has been cancelled"."""


@dataclass(frozen=True, slots=True)
class Past:
    """The newest fully dated day an article reports as past, and the claim that does."""

    day: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Domain:
    """The days to choose from. `stated` is the stated date, `contradicted` that the text rules it out.

    `days` is unknown for an article of which nothing at all limits the day.
    """

    article: Article
    days: Bound
    stated: Bound
    newest: Past | None
    contradicted: bool = False

    @property
    def settled(self) -> bool:
        """Whether the stated date is one day that nothing contradicts."""
        return self.stated.size == 1 and not self.contradicted


def domain(reading: Reading) -> Domain:
    """What the article's header and text alone allow."""
    article, newest = reading.article, newest_past(reading)
    stated = article.published.begin if article.published.begin.known else Bound()
    latest = article.retrieved.begin.hi if article.retrieved.begin.known else LAST
    if stated.ranges and not (newest and newest.day > stated.hi + _CLOCKS):
        floor = newest.day if newest and stated.size > 1 else stated.lo
        days = bound([(max(lo, floor), hi) for lo, hi in stated.ranges], stated.grain)
        return Domain(article, days if days.ranges else stated, stated, newest)
    if not newest:
        return Domain(article, bound([(1, latest)]) if latest < LAST else Bound(), stated, newest)
    return Domain(article, bound([(newest.day, max(latest, newest.day))]), stated, newest, bool(stated.ranges))


def newest_past(reading: Reading) -> Past | None:
    """The newest day with a year of its own that a claim of the article reports as past; None where there is none.

    What stands behind the first of several stamps is by readers, and later than the article.
    """
    stamped = stamps(reading)
    end = stamped[0][0] if len(stamped) >= STAMPS else len(reading.article.text)
    found = [Past(day, c) for c in reading.claims if c.span.start < end and (day := _dated(c)) is not None]
    return max(found, key=lambda p: (p.day, p.claim.id), default=None)


def stamps(reading: Reading) -> list[tuple[int, int]]:
    """Where full dates with a clock time stand, and their days: of comments, or of updates."""
    exact = (t for t in reading.timexes if t.anchor == "none" and t.when.exact and t.when.clock)
    return sorted((t.span.start, t.when.begin.lo) for t in exact)


def _dated(claim: Claim) -> int | None:
    if claim.status not in _SETTLED or claim.kind is Kind.QUESTION:
        return None
    when = absolute(claim.time_expr)
    # A full date with a clock time is mostly a stamp, of a comment or an update made later; news gives the day.
    return when.begin.lo if when.exact and not when.clock else None


def absolute(expression: str) -> When:
    """The time of an expression that does not hang on the article's day; nothing known for any other."""
    return expr.evaluate(expression, NEVER_SAID)
