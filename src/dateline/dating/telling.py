"""A solved board told as a `Dating`: the days, the reasons for and against, and the rivals that lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline import edtf
from dateline.dating.board import Scored, losers, survivors
from dateline.dating.domain import MOST_DAYS, Domain
from dateline.dating.ties import Tie
from dateline.model import Dating, Problem, Rival
from dateline.when import Bound, Grain, bound, moment

_STAGE = "dating"


def singled_out(board: Sequence[Scored]) -> bool:
    """Whether fewer days survive than were scored."""
    return len(survivors(board)) < len(board)


def days_of(items: Sequence[Scored]) -> Bound:
    """The days of scored days."""
    return bound(((s.day, s.day) for s in items), Grain.DAY)


def told(d: Domain, board: Sequence[Scored] = (), found: Sequence[Tie] = ()) -> Dating:
    """The dating of an article from its scored days and its ties."""
    article, name = d.article, d.article.id
    if d.settled:
        return Dating(name, article.published, (_iso(d.stated.lo),), (_stated(d),))
    if not singled_out(board):
        return _unsolved(d, board)
    kept = survivors(board)
    when, best = moment(days_of(kept)), kept[0]
    against = (*_against(best.day, found), *best.against())
    rivals = (*_stated_rival(d), *(_rival(group, found) for group in losers(board)))
    return Dating(name, when, tuple(_iso(s.day) for s in kept), best.reasons(), against, rivals, inferred=True)


def _unsolved(d: Domain, board: Sequence[Scored]) -> Dating:
    """The date as wide as the article's own word leaves it."""
    reasons = [_stated(d)] if d.stated.ranges and not d.contradicted else ["no date is stated"]
    if d.newest and d.days.ranges and d.newest.day == d.days.lo:
        reasons.append(f"not before {_iso(d.newest.day)}, which “{d.newest.claim.span.quote}” reports as past")
    reasons.append("no event shared with a dated article says more")
    same = d.days == d.stated and not d.contradicted
    when = d.article.published if same else moment(d.days)
    days = tuple(_iso(s.day) for s in board) if board and len(board) == d.days.size else _listed(d.days)
    return Dating(d.article.id, when, days, tuple(reasons), (), _stated_rival(d), inferred=not same and when.known)


def _listed(days: Bound) -> tuple[str, ...]:
    return tuple(_iso(day) for day in days.days()) if days.ranges and days.size <= MOST_DAYS else ()


def _stated(d: Domain) -> str:
    published, stated = d.article.published, d.article.stated or edtf.write(d.article.published)
    if edtf.by_program(stated) and published.exact and published.earliest:
        stated = ", ".join(filter(None, (published.earliest.isoformat(), published.hours)))
    return f"stated as {stated}" + (f" in the {d.article.dated_by}" if d.article.dated_by else "")


def _against(day: int, found: Sequence[Tie]) -> tuple[str, ...]:
    """The events whose ties all speak for other days, weightiest first."""
    agreed = {t.event for t in found if t.plain and day in t.days}
    lost: dict[str, Tie] = {}
    for tie in sorted(found, key=lambda t: (-t.points, t.key)):
        if tie.plain and not tie.supposed and tie.event not in agreed:
            lost.setdefault(tie.event, tie)
    return tuple(f"{-t.points:+.2f} {t.words}, which would need {_span(t.days)}" for t in lost.values())


def _span(days: Bound) -> str:
    return edtf.write(moment(days)) if days.ranges else "a day outside the date as stated"


def _rival(group: Sequence[Scored], found: Sequence[Tie]) -> Rival:
    return Rival(moment(days_of(group)), group[0].reasons(), (*_against(group[0].day, found), *group[0].against()))


def _stated_rival(d: Domain) -> tuple[Rival, ...]:
    if not d.contradicted or not d.newest:
        return ()
    against = f"“{d.newest.claim.span.quote}” reports {_iso(d.newest.day)} as past"
    return (Rival(d.article.published, (_stated(d),), (against,)),)


def contradicted(d: Domain) -> Problem:
    """The problem of a stated date that the text rules out."""
    newest = d.newest
    quote = newest.claim.span if newest else None
    message = (
        f"{_stated(d)}, but the text reports {_iso(newest.day) if newest else 'a later day'} as past; "
        "the stated date is kept as a rival and not used"
    )
    return Problem("date-contradicted", _STAGE, d.article.id, message, quote)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
