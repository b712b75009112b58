"""The day each article appeared on, from its own word and from the events it shares with others.

Articles are solved in rounds. In each, those still open are scored against those settled before it, so a day that was
inferred is never evidence for the tie it was inferred from; the rounds end when one settles nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dateline import edtf
from dateline.dating.board import Scored, losers, scored, survivors
from dateline.dating.domain import MOST_DAYS, WINDOW, Domain, absolute, domain
from dateline.dating.hints import Hint, nearest_texts, neighbours, weekday_words
from dateline.dating.ties import Report, Tie, reports, ties
from dateline.model import Claim, Dating, Event, Problem, Reading, Rival
from dateline.when import LAST, NEVER_SAID, Bound, Grain, When, bound, moment

_STAGE = "dating"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an article's day at the start of a round; `sources` are the articles it was inferred from."""

    day: When
    inferred: bool
    sources: frozenset[str] = frozenset()


def solve(
    readings: tuple[Reading, ...], events: tuple[Event, ...], as_of: str | None = None
) -> tuple[tuple[Dating, ...], tuple[Problem, ...]]:
    """One `Dating` an article, sorted by article, and problems for stated dates that the text contradicts.

    A stated day stands unless contradicted. Of a wider or missing date the days that shared events single out
    survive; where nothing singles any out, the date stays as wide as it was. `as_of` (an ISO day): articles stated
    to be of a later day are no evidence.
    """
    domains = {r.article.id: domain(r) for r in readings}
    claims = {c.id: c for r in readings for c in r.claims}
    shared = _shared(events, claims, {a for a, d in domains.items() if not d.settled})
    limit = date.fromisoformat(as_of).toordinal() if as_of else LAST
    known = {a: _Known(moment(d.stated), False) for a, d in domains.items() if _usable(d, limit)}
    boards = _rounds(domains, shared, known, _hinter(readings, domains, known))
    datings = [_dating(d, boards.get(a)) for a, d in sorted(domains.items())]
    problems = [_contradicted(d) for _, d in sorted(domains.items()) if d.contradicted]
    return tuple(datings), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Hinter:
    """What grades the days of the articles that are open: the days of dated texts like them, and their weekday words."""

    readings: Mapping[str, Reading]
    near: Mapping[str, Sequence[tuple[int, float]]]

    def hints(self, article: str, days: Bound) -> list[Hint]:
        found = (nearest_texts(self.near[article], days), weekday_words(self.readings[article], days))
        return [h for h in found if h]


def _hinter(readings: Sequence[Reading], domains: Mapping[str, Domain], known: Mapping[str, _Known]) -> _Hinter:
    waiting = {r.article.id: r for r in readings if not domains[r.article.id].settled}
    days = {a: d.stated.lo for a, d in domains.items() if d.settled and a in known}
    texts = neighbours(readings if waiting else (), days)
    return _Hinter(waiting, {a: texts.of(r) for a, r in waiting.items()})


Shared = Mapping[str, Sequence[tuple[Event, Sequence[Claim], Sequence[Claim]]]]
Board = tuple[list[Scored], list[Tie]]


def _usable(d: Domain, limit: int) -> bool:
    return bool(d.stated.ranges) and not d.contradicted and d.stated.lo <= limit


_MOST_OTHERS = 200
"""Claims of one event that an article is held against, so that an event thousands report stays cheap."""


def _shared(events: Sequence[Event], claims: Mapping[str, Claim], open_: Set[str]) -> Shared:
    """For each open article the events it shares with others: its own claims of each, and those of the others."""
    out: dict[str, list[tuple[Event, Sequence[Claim], Sequence[Claim]]]] = {}
    for event in events:
        members = reports(event, claims)
        for article in sorted({c.span.article for c in members} & open_):
            mine = [c for c in members if c.span.article == article]
            others = islice((c for c in members if c.span.article != article), _MOST_OTHERS)
            if found := list(others):
                out.setdefault(article, []).append((event, mine, found))
    return out


def _rounds(
    domains: Mapping[str, Domain], shared: Shared, known: dict[str, _Known], asked: _Hinter
) -> dict[str, Board]:
    open_ = sorted(a for a, d in domains.items() if not d.settled)
    boards: dict[str, Board] = {}
    while open_:
        fresh = {a: _board(domains[a], shared.get(a, ()), known, asked) for a in open_}
        boards.update(fresh)
        settled = {a: _inferred(board, known) for a, board in fresh.items() if _singled_out(board)}
        known.update(settled)
        open_ = [a for a in open_ if a not in settled] if settled else []
    return boards


def _singled_out(board: Board) -> bool:
    """Whether fewer days survive than were scored."""
    return len(survivors(board[0])) < len(board[0])


def _inferred(board: Board, known: Mapping[str, _Known]) -> _Known:
    partners = {tie.partner for tie in board[1] if tie.partner in known}
    return _Known(
        moment(_days(survivors(board[0]))), True, frozenset(partners.union(*(known[p].sources for p in partners)))
    )


def _board(
    d: Domain,
    shared: Sequence[tuple[Event, Sequence[Claim], Sequence[Claim]]],
    known: Mapping[str, _Known],
    hinter: _Hinter,
) -> Board:
    """The days of an article, scored, and all its ties."""
    asked, name = [], d.article.id
    for event, mine, others in shared:
        told = [Report(c, k.day, k.inferred) for c in others if (k := _partner(c, known)) and name not in k.sources]
        asked.append((event, mine, told))
    days = _window(d, [r for _, _, told in asked for r in told], [day for day, _ in hinter.near[name]])
    if not days.ranges or days.size > MOST_DAYS:
        return [], []
    found = [tie for event, mine, told in asked for tie in ties(event, mine, told, days)]
    return scored(days, found, hinter.hints(name, days)), found


def _partner(claim: Claim, known: Mapping[str, _Known]) -> _Known | None:
    """What is known of the day of a claim's article; a claim with a day of its own needs none."""
    if claim.span.article in known:
        return known[claim.span.article]
    return _Known(NEVER_SAID, False) if absolute(claim.time_expr).begin.known else None


def _window(d: Domain, told: Sequence[Report], near: Sequence[int]) -> Bound:
    """The domain; where it lies open, the part of it around the days of those who report the same events."""
    if d.days.ranges and d.days.size <= MOST_DAYS:
        return d.days
    around = [b for r in told if (b := (r.day if r.day.known else absolute(r.claim.time_expr)).begin).size <= MOST_DAYS]
    around += [bound([(day, day)]) for day in near]
    if not around:
        return Bound()
    first, last = min(b.lo for b in around) - WINDOW, max(b.hi for b in around) + WINDOW
    floor, top = (d.days.lo, d.days.hi) if d.days.ranges else (first, last)
    return bound([(max(first, floor), min(last, top))])


def _days(items: Sequence[Scored]) -> Bound:
    return bound(((s.day, s.day) for s in items), Grain.DAY)


def _dating(d: Domain, solved: Board | None) -> Dating:
    article, name = d.article, d.article.id
    if d.settled:
        return Dating(name, article.published, (_iso(d.stated.lo),), (_stated(d),))
    board, found = solved or ([], [])
    if not _singled_out((board, found)):
        return _unsolved(d, board)
    kept = survivors(board)
    when, best = moment(_days(kept)), kept[0]
    reasons = _reasons(best)
    against = _against(best.day, found)
    rivals = (*_stated_rival(d), *(_rival(group, found) for group in losers(board)))
    return Dating(name, when, tuple(_iso(s.day) for s in kept), reasons, against, rivals, inferred=True)


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
    return f"stated as {d.article.stated or edtf.write(d.article.published)}" + (
        f" in the {d.article.dated_by}" if d.article.dated_by else ""
    )


def _against(day: int, found: Sequence[Tie]) -> tuple[str, ...]:
    """The events whose ties all speak for other days, weightiest first."""
    agreed = {t.event for t in found if t.plain and day in t.days}
    lost: dict[str, Tie] = {}
    for tie in sorted(found, key=lambda t: (-t.points, t.key)):
        if tie.plain and tie.event not in agreed:
            lost.setdefault(tie.event, tie)
    return tuple(f"{-t.points:+.2f} {t.words}, which would need {_span(t.days)}" for t in lost.values())


def _span(days: Bound) -> str:
    return edtf.write(moment(days)) if days.ranges else "a day outside the date as stated"


def _rival(group: Sequence[Scored], found: Sequence[Tie]) -> Rival:
    reasons = _reasons(group[0])
    return Rival(moment(_days(group)), reasons, _against(group[0].day, found))


def _reasons(item: Scored) -> tuple[str, ...]:
    said = [(t.points, t.words) for t in item.ties] + list(item.hints)
    return tuple(f"{points:+.2f} {words}" for points, words in said)


def _stated_rival(d: Domain) -> tuple[Rival, ...]:
    if not d.contradicted or not d.newest:
        return ()
    against = f"“{d.newest.claim.span.quote}” reports {_iso(d.newest.day)} as past"
    return (Rival(d.article.published, (_stated(d),), (against,)),)


def _contradicted(d: Domain) -> Problem:
    newest = d.newest
    quote = newest.claim.span if newest else None
    message = (
        f"{_stated(d)}, but the text reports {_iso(newest.day) if newest else 'a later day'} as past; "
        "the stated date is kept as a rival and not used"
    )
    return Problem("date-contradicted", _STAGE, d.article.id, message, quote)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
