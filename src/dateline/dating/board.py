"""The days of one article scored by its ties: which survive, which lost, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp

from dateline.dating.hints import Hint
from dateline.dating.ties import Tie
from dateline.when import Bound

MARGIN = 1.4
"""A day survives when it scores within this of the best: a rival four times less likely is kept."""

NEARLY_ALL = 0.95
"""The share of the likelihood that the surviving days hold where no event ties the article to a day."""

ENOUGH = 2.0
"""A best day with fewer points than this is no answer: all days survive, in the order of their points."""

_REPEATED = 0.5
"""Further ties with the same article count half as much each time: it may be wrong about all of them at once."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A day, its points and what gave them: ties, weightiest first, and hints.

    `tied` are the points that ties gave, `graded` whether a hint that may rule days out was among them.
    """

    day: int
    points: float
    ties: tuple[Tie, ...]
    tied: float = 0.0
    hints: tuple[tuple[float, str], ...] = ()
    graded: bool = False


def scored(days: Bound, ties: Iterable[Tie], hints: Sequence[Hint] = ()) -> list[Scored]:
    """Every day with its points, best first, then earliest. Days must be few enough to list."""
    by_day: dict[int, list[Tie]] = {day: [] for day in days.days()}
    for tie in sorted(ties, key=lambda t: (-t.points, t.key, t.event)):
        for day in tie.days.days():
            if day in by_day:
                by_day[day].append(tie)
    rated = [_hinted(_rate(day, found), hints) for day, found in by_day.items()]
    return sorted(rated, key=lambda s: (-s.points, s.day))


def _rate(day: int, ties: Sequence[Tie]) -> Scored:
    """One tie an event and an expression counts, the weightiest; further ones with the same article less and less."""
    used: list[Tie] = []
    seen: set[object] = set()
    again: dict[str, float] = {}
    total = 0.0
    for tie in ties:
        if tie.event in seen or tie.key in seen:
            continue
        seen.update((tie.event, tie.key))
        used.append(tie)
        total += tie.points * again.get(tie.partner, 1.0)
        again[tie.partner] = again.get(tie.partner, 1.0) * _REPEATED
    return Scored(day, round(total, 4), tuple(used), round(total, 4))


def _hinted(item: Scored, hints: Sequence[Hint]) -> Scored:
    if not hints:
        return item
    said = tuple((h.points[item.day], h.words) for h in hints)
    points = round(item.points + sum(p for p, _ in said), 4)
    return replace(item, points=points, hints=said, graded=any(h.decisive for h in hints))


def survivors(board: Sequence[Scored]) -> list[Scored]:
    """The days that are left: where many dated texts are like this one, the best that hold nearly all likelihood;
    else those within the margin of the best where events tie it; else all.
    """
    if board and board[0].graded:
        return _likeliest(board)
    if board and board[0].tied >= ENOUGH:
        return [s for s in board if s.points >= board[0].points - MARGIN]
    return list(board)


def _likeliest(board: Sequence[Scored]) -> list[Scored]:
    weights = [exp(s.points - board[0].points) for s in board]
    total, held = sum(weights), 0.0
    for count, share in enumerate(weights, start=1):
        held += share
        if held >= NEARLY_ALL * total:
            return list(board[:count])
    return list(board)


def losers(board: Sequence[Scored], most: int = 3) -> list[list[Scored]]:
    """The best days that did not survive, those side by side with one and the same evidence together, best first."""
    kept = {s.day for s in survivors(board)}
    groups: list[list[Scored]] = []
    for item in sorted((s for s in board if s.day not in kept and s.points > 0), key=lambda s: s.day):
        last = groups[-1][-1] if groups else None
        if last and last.day == item.day - 1 and last.ties == item.ties:
            groups[-1].append(item)
        else:
            groups.append([item])
    return sorted(groups, key=lambda g: (-g[0].points, g[0].day))[:most]
