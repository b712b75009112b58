"""The day each article appeared on: from its own word, from the events it shares with others, and from texts like it.

Articles are solved in rounds. In each, those still open are scored against those settled before it, so a day that was
inferred is never evidence for the tie it was inferred from; the rounds end when one settles nothing more. Up to there
only dated texts are asked what is like them. In one last pass the open texts take part as well, each with what the
rounds believe of its day (one step of mean-field inference): as that belief came from dated texts and not from the one
that asks, nothing is heard back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dateline.dating.board import Scored, scored, survivors, weighed
from dateline.dating.domain import MOST_DAYS, WINDOW, Domain, absolute, domain
from dateline.dating.hints import Texts, texts
from dateline.dating.telling import contradicted, days_of, singled_out, told
from dateline.dating.texts import Belief
from dateline.dating.ties import Report, Tie, reports, ties
from dateline.model import Claim, Dating, Event, Problem, Reading
from dateline.when import LAST, NEVER_SAID, Bound, When, bound, moment


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

    A stated day stands unless contradicted. Of a wider or missing date the days that shared events or many like texts
    single out survive; where nothing singles any out, the date stays as wide as it was. `as_of` (an ISO day): articles
    stated to be of a later day are no evidence.
    """
    domains = {r.article.id: domain(r) for r in readings}
    claims = {c.id: c for r in readings for c in r.claims}
    shared = _shared(events, claims, {a for a, d in domains.items() if not d.settled})
    limit = date.fromisoformat(as_of).toordinal() if as_of else LAST
    known = {a: _Known(moment(d.stated), False) for a, d in domains.items() if _usable(d, limit)}
    asked = _texts(readings, domains, known, limit)
    boards = _rounds(domains, shared, known, asked)
    boards.update(_again(domains, shared, known, asked, boards))
    datings = [told(d, *boards.get(a, ((), ()))) for a, d in sorted(domains.items())]
    return tuple(datings), tuple(contradicted(d) for _, d in sorted(domains.items()) if d.contradicted)


def _texts(
    readings: Sequence[Reading], domains: Mapping[str, Domain], known: Mapping[str, _Known], limit: int
) -> Texts:
    """The texts that can be out by the limit; none at all where no day is asked for."""
    days = {a: d.stated.lo for a, d in domains.items() if d.settled and a in known}
    part = {a for a, d in domains.items() if a in days or not (d.settled or (d.days.ranges and d.days.lo > limit))}
    return texts([r for r in readings if r.article.id in part] if len(part) > len(days) else [], days)


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


def _rounds(domains: Mapping[str, Domain], shared: Shared, known: dict[str, _Known], asked: Texts) -> dict[str, Board]:
    open_ = sorted(a for a, d in domains.items() if not d.settled)
    boards: dict[str, Board] = {}
    while open_:
        fresh = {a: _board(domains[a], shared.get(a, ()), known, asked, {}) for a in open_}
        boards.update(fresh)
        settled = {a: _inferred(board, known) for a, board in fresh.items() if singled_out(board[0])}
        known.update(settled)
        open_ = [a for a in open_ if a not in settled] if settled else []
    return boards


def _inferred(board: Board, known: Mapping[str, _Known]) -> _Known:
    partners = {tie.partner for tie in board[1] if tie.partner in known}
    return _Known(
        moment(days_of(survivors(board[0]))), True, frozenset(partners.union(*(known[p].sources for p in partners)))
    )


def _again(
    domains: Mapping[str, Domain],
    shared: Shared,
    known: Mapping[str, _Known],
    asked: Texts,
    boards: Mapping[str, Board],
) -> dict[str, Board]:
    """The boards of the articles that many dated texts are like, with the open texts among those that are asked."""
    graded = [a for a, (board, _) in sorted(boards.items()) if board and board[0].graded]
    beliefs = {a: _belief(boards[a][0]) for a in graded}
    out = {}
    for article in graded:
        others = {a: b for a, b in beliefs.items() if a in known and a != article and article not in known[a].sources}
        out[article] = _board(domains[article], shared.get(article, ()), known, asked, others)
    return out


def _belief(board: Sequence[Scored]) -> Belief:
    kept = survivors(board)
    whole = sum(s.likely for s in kept)
    return {s.day: s.likely / whole for s in kept}


def _board(
    d: Domain,
    shared: Sequence[tuple[Event, Sequence[Claim], Sequence[Claim]]],
    known: Mapping[str, _Known],
    asked: Texts,
    beliefs: Mapping[str, Belief],
) -> Board:
    """The days of an article, scored, and all its ties."""
    heard, name = [], d.article.id
    for event, mine, others in shared:
        said = [Report(c, k.day, k.inferred) for c in others if (k := _partner(c, known)) and name not in k.sources]
        heard.append((event, mine, said))
    days = _window(d, [r for _, _, said in heard for r in said], asked)
    if not days.ranges or days.size > MOST_DAYS:
        return [], []
    hints = asked.hints(name, days, beliefs)
    found = weighed((tie for event, mine, said in heard for tie in ties(event, mine, said, days)), hints)
    return scored(days, found, hints), found


def _partner(claim: Claim, known: Mapping[str, _Known]) -> _Known | None:
    """What is known of the day of a claim's article; a claim with a day of its own needs none."""
    if claim.span.article in known:
        return known[claim.span.article]
    return _Known(NEVER_SAID, False) if absolute(claim.time_expr).begin.known else None


def _window(d: Domain, said: Sequence[Report], asked: Texts) -> Bound:
    """The domain; where it lies open, what is near the days of like texts, the most alike first, and of reports of the
    same events.
    """
    if d.days.ranges and d.days.size <= MOST_DAYS:
        return d.days
    around = {b for r in said if (b := (r.day if r.day.known else absolute(r.claim.time_expr)).begin).size <= MOST_DAYS}
    centres = [(b.lo, b.hi) for b in sorted(around, key=lambda b: (b.size, b))]
    centres += [(day, day) for day in asked.near(d.article.id)]
    floor, top = (d.days.lo, d.days.hi) if d.days.ranges else (1, LAST)
    found = Bound()
    for lo, hi in centres:
        wider = bound([*found.ranges, (max(lo - WINDOW, floor), min(hi + WINDOW, top))])
        if wider.size <= MOST_DAYS:
            found = wider
    return found
