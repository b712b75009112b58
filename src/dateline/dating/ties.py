"""What one article's words say of another's day: both report one event, and their times must name the same day.

A tie's points are the log of how much likelier it is on a day it allows than on one it does not, given how sure the
match is (p), how many days there are to choose from (n) and how many the tie allows (s): log(1 + p/(1-p) * n/s). So a
tie that leaves one day of a month weighs more than one that leaves a week, and an unsure match little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from math import log

from dateline import edtf, expr
from dateline.model import Claim, Event, Kind, Status
from dateline.when import FIRST, LAST, Bound, When, bound, lasting, moment, on, overlap

_MOST_PARTNERS = 8
"""Reports of one event that are asked; more would say the same again."""

_SURE_OF_DAY, _SURE_OF_WIDER = 0.95, 0.65
"""How often the words for a day, and for a week or month, are meant as they say: papers repeat "last week" for days."""

_SURE_OF_INFERRED = 0.8
_SURE_OF_ORDER = 0.8
_OTHER_STATUS = 0.5
_EARLIER_WEEK = 0.05
"""How often a bare weekday names one a week before: of a picture from the files, of a story held back."""

_SINCE, _SURE_OF_BEGIN = "since ", 0.5
"""How often what one paper tells of a day began on the day since which it goes on in another; guessed."""

_EVEN = 0.5
"""An event less sure than this is only supposed: two claims that may be of one thing."""

_APART = {Status.CANCELLED, Status.HAPPENED}
"""What was called off for one day and done on another is one history, but says nothing of the day."""

_WEEK = 7
_MOST_SCORED = 365


@dataclass(frozen=True, slots=True)
class Report:
    """A claim of one event, with the days its article can be of and whether those were inferred."""

    claim: Claim
    day: When
    inferred: bool

    @property
    def article(self) -> str:
        """The article's id."""
        return self.claim.span.article


@dataclass(frozen=True, slots=True)
class Tie:
    """The days an article can be of if it and `partner` speak of one thing, and what that weighs.

    `plain` is False for a second reading of the words that is possible but far-fetched; `supposed` says that little but the
    tie makes it one thing.
    """

    event: str
    partner: str
    days: Bound
    points: float
    words: str
    key: tuple[str, ...]
    plain: bool = True
    supposed: bool = False


def reports(event: Event, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims of an event that can carry a tie."""
    found = (claims[c] for c in event.claims if c in claims)
    return [c for c in found if c.kind not in (Kind.QUESTION, Kind.STATED_UNKNOWN) and c.polarity == "positive"]


def ties(event: Event, mine: Sequence[Claim], others: Sequence[Report], domain: Bound) -> Iterator[Tie]:
    """All ties that one event gives an article whose claims of it are `mine` and whose day lies in `domain`."""
    asked = sorted(others, key=lambda r: (r.day.begin.size, r.inferred, r.claim.id))[:_MOST_PARTNERS]
    united = _agreement(asked)
    supposed = event.sureness < _EVEN
    event = replace(event, sureness=round(event.sureness * united, 3))
    for claim in mine:
        for other in asked:
            found = _between(event, claim, other, domain)
            yield from (_doubtful(t) for t in found) if supposed else found


def _doubtful(tie: Tie) -> Tie:
    return replace(tie, supposed=True, words=f"{tie.words} (little but this makes them one event)")


def _between(event: Event, claim: Claim, other: Report, domain: Bound) -> Iterator[Tie]:
    """The ties of two claims: by what they were told, and by what they tell of."""
    yield from _same_saying(event, claim, other, domain)
    if _apart(claim, other.claim):
        return
    target = expr.evaluate(other.claim.time_expr, other.day)
    if not target.begin.known or target.lasting:
        return
    begun = expr.bare(claim.time_expr.removeprefix(_SINCE))
    if begun and _relative(begun, domain):
        yield from _same_time(event, replace(claim, time_expr=begun), other, target, domain, _goes_on(claim))
    else:
        yield from _already_past(event, claim, other, target, domain)


def _apart(mine: Claim, other: Claim) -> bool:
    """Whether one tells of a calling-off and the other of a deed; not where both tell of one change ("stopped", "halted")."""
    return {mine.status, other.status} == _APART and not (mine.phase and mine.phase == other.phase)


def _agreement(others: Sequence[Report]) -> float:
    """The share of pairs of the other reports whose times can meet; 1 for fewer than three that give a time.

    Where the others are at odds about when it was, they hardly speak of one thing.
    """
    times = [t for r in others if (t := expr.evaluate(r.claim.time_expr, r.day)).begin.known and not t.lasting]
    pairs = list(combinations(times, 2))
    return sum(overlap(a, b) for a, b in pairs) / len(pairs) if len(times) > 2 else 1.0


def _goes_on(claim: Claim) -> bool:
    """Whether a claim tells what has been so since a time: what another tells of a day mostly began on it."""
    return claim.time_expr.startswith(_SINCE)


def _same_time(
    event: Event, mine: Claim, other: Report, target: When, domain: Bound, lasts: bool = False
) -> Iterator[Tie]:
    expression = mine.time_expr
    sure = _sureness(event, mine, other, target, domain) * (_SURE_OF_BEGIN if lasts else 1.0)
    quoted = f"“{_short(mine)}” and “{_short(other.claim)}” ({edtf.write(target)})"
    for back, share, words in ((0, 1.0, "are one event"), (_WEEK, _EARLIER_WEEK, "would be one event a week before")):
        if back and not (target.exact and "weekday(" in other.claim.time_expr + expression):
            continue
        days = expr.days_where(expression, _earlier(target, back), moment(domain))
        if days.size < domain.size:
            key = (other.article, expression, edtf.write(target), str(back))
            yield Tie(
                event.id, other.article, days, points(sure * share, domain, days), f"{quoted} {words}", key, not back
            )


def _same_saying(event: Event, mine: Claim, other: Report, domain: Bound) -> Iterator[Tie]:
    """Both cite one source on one event, and say when it spoke: it spoke once."""
    voices = {a.entity or a.source.casefold() for a in mine.attribution if a.entity or a.source}
    same = voices & {a.entity or a.source.casefold() for a in other.claim.attribution}
    if not same or not mine.said_expr or not _relative(mine.said_expr, domain):
        return
    target = expr.evaluate(other.claim.said_expr, other.day)
    if not target.begin.known or target.lasting:
        return
    days = expr.days_where(mine.said_expr, target, moment(domain))
    if days.size < domain.size:
        sure = event.sureness * _sure_of_words(mine.said_expr, target, domain)
        sure *= _SURE_OF_INFERRED if other.inferred else 1.0
        words = f"“{_short(mine)}” and “{_short(other.claim)}” are one saying of {min(same)} ({edtf.write(target)})"
        key = (other.article, mine.said_expr, edtf.write(target), "said")
        yield Tie(event.id, other.article, days, points(sure, domain, days), words, key)


def _already_past(event: Event, mine: Claim, other: Report, target: When, domain: Bound) -> Iterator[Tie]:
    """What another paper dates, this one reports as past: so it is of that day or later."""
    if mine.status is not Status.HAPPENED or other.claim.status is not Status.HAPPENED or target.begin.lo == FIRST:
        return
    days = _within(domain, target.begin.lo, LAST)
    if not days.ranges or days.size == domain.size:
        return
    words = f"“{_short(mine)}” is reported as past, and “{_short(other.claim)}” says {edtf.write(target)}"
    sure = event.sureness * _SURE_OF_ORDER * (_SURE_OF_INFERRED if other.inferred else 1.0)
    yield Tie(event.id, other.article, days, points(sure, domain, days), words, (other.article, "past", event.id))


def _within(domain: Bound, first: int, last: int) -> Bound:
    return bound(((max(lo, first), min(hi, last)) for lo, hi in domain.ranges), domain.grain)


def _relative(expression: str, domain: Bound) -> bool:
    """Whether the expression names other days on other days of the domain; else it says nothing of the day."""
    first, last = (expr.evaluate(expression, on(date.fromordinal(d))) for d in (domain.lo, domain.hi))
    return first != last and not first.lasting


def _sureness(event: Event, mine: Claim, other: Report, target: When, domain: Bound) -> float:
    sure = event.sureness * _sure_of_words(mine.time_expr, target, domain)
    sure *= _SURE_OF_INFERRED if other.inferred else 1.0
    return sure * (1.0 if mine.status == other.claim.status else _OTHER_STATUS)


def _sure_of_words(expression: str, target: When, domain: Bound) -> float:
    """How often the words for both times are meant as they say."""
    own = expr.evaluate(expression, on(date.fromordinal(domain.lo)))
    sure = 1.0
    for when in (own, target):
        sure *= _SURE_OF_DAY if when.begin.size <= 2 else _SURE_OF_WIDER
    return sure


def points(sure: float, domain: Bound, days: Bound) -> float:
    """What a tie gives each day it allows; 0 where it allows none."""
    if not days.ranges:
        return 0.0
    return round(log(1 + sure / (1 - min(sure, 0.95)) * min(domain.size, _MOST_SCORED) / days.size), 4)


def _earlier(when: When, days: int) -> When:
    if not days:
        return when
    moved = bound(((lo - days, hi - days) for lo, hi in when.begin.ranges), when.begin.grain)
    return lasting(moved, moved) if when.lasting else moment(moved)


def _short(claim: Claim) -> str:
    quote = " ".join(claim.span.quote.split())
    return quote if len(quote) <= 60 else quote[:57].rsplit(" ", 1)[0] + " …"
