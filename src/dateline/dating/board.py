"""The days of one article scored by its ties: which survive, which lost, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp

from dateline.dating.texts import Hint
from dateline.dating.ties import Tie
from dateline.when import Bound

MARGIN = 1.6
"""A day survives when it scores within this of the best: a rival five times less likely is kept. At 1.4 one of seven single days
of our own stories was wrong, at 1.6 none of six."""

A_MONTH = 31
"""Where many dated texts are like the article, a day survives unless the best day is as many times likelier as a month has
days, or as there are days to choose from where these are more: many unlikely days together are likely.
"""

SURE = 0.83
"""A day of a stated month as likely as this stands alone. Where no month is stated, one in eight such days was wrong."""

ENOUGH = 2.0
"""A best day with fewer points than this is no answer: all days survive, in the order of their points."""

_TOLD_ALREADY = 0.25
"""Where many like texts are asked, a tie rests on words that likeness has counted already."""

_REPEATED = 0.5
"""Further ties with the same article count half as much each time: it may be wrong about all of them at once."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A day, its points and what gave them: ties, weightiest first, and hints.

    `tied` are the points that ties gave, `graded` whether a hint that may rule days out was among them, `likely` how
    likely the day is among those there are.
    """

    day: int
    points: float
    ties: tuple[Tie, ...]
    tied: float = 0.0
    hints: tuple[Hint, ...] = ()
    graded: bool = False
    likely: float = 0.0

    def reasons(self) -> tuple[str, ...]:
        """What speaks for the day, in words."""
        said = [(tie.points, tie.words) for tie in self.ties]
        said += [(h.points[self.day], h.said(self.day)) for h in self.hints if h.points[self.day] > 0]
        return tuple(f"{points:+.2f} {words}" for points, words in said)

    def against(self) -> tuple[str, ...]:
        """The hints that speak against it."""
        said = [(h.points[self.day], h.said(self.day)) for h in self.hints if h.points[self.day] < 0]
        return tuple(f"{points:+.2f} {words}" for points, words in said)


def scored(days: Bound, ties: Iterable[Tie], hints: Sequence[Hint] = ()) -> list[Scored]:
    """Every day with its points, best first, then earliest. Days must be few enough to list."""
    by_day: dict[int, list[Tie]] = {day: [] for day in days.days()}
    graded = any(h.decisive for h in hints)
    for tie in sorted(ties, key=lambda t: (-t.points, t.key, t.event)):
        for day in tie.days.days():
            if day in by_day:
                by_day[day].append(tie)
    rated = [_hinted(_rate(day, found), hints, graded) for day, found in by_day.items()]
    return _likely(sorted(rated, key=lambda s: (-s.points, s.day)))


def weighed(ties: Iterable[Tie], hints: Sequence[Hint]) -> list[Tie]:
    """The ties with what they weigh beside the hints; what is only supposed is not asked where many like texts are."""
    if not any(h.decisive for h in hints):
        return list(ties)
    return [replace(t, points=round(t.points * _TOLD_ALREADY, 4)) for t in ties if not t.supposed]


def _likely(board: Sequence[Scored]) -> list[Scored]:
    weights = [exp(s.points - board[0].points) for s in board]
    total = sum(weights)
    return [replace(s, likely=round(w / total, 6)) for s, w in zip(board, weights, strict=True)]


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


def _hinted(item: Scored, hints: Sequence[Hint], graded: bool) -> Scored:
    if not hints:
        return item
    points = round(item.points + sum(h.points[item.day] for h in hints), 4)
    return replace(item, points=points, hints=tuple(hints), graded=graded)


def survivors(board: Sequence[Scored]) -> list[Scored]:
    """The days that are left: where many dated texts are like this one, all but the unlikely, or one that is sure; else
    those within the margin of the best where events tie it; else all.
    """
    if board and board[0].graded:
        if _sure(board):
            return [board[0]]
        least = board[0].likely / max(A_MONTH, len(board))
        return [s for s in board if s.likely >= least]
    if board and board[0].tied >= ENOUGH:
        return [s for s in board if s.points >= board[0].points - MARGIN]
    return list(board)


def _sure(board: Sequence[Scored]) -> bool:
    return len(board) <= A_MONTH and board[0].likely >= SURE


def losers(board: Sequence[Scored], most: int = 3) -> list[list[Scored]]:
    """The best days that did not survive, those side by side with one and the same evidence together, best first; where few
    texts are like this one, those for which an event speaks before those that only a habit suits."""
    kept = {s.day for s in survivors(board)}
    groups: list[list[Scored]] = []
    for item in sorted((s for s in board if s.day not in kept and s.points > 0), key=lambda s: s.day):
        last = groups[-1][-1] if groups else None
        if last and last.day == item.day - 1 and last.ties == item.ties:
            groups[-1].append(item)
        else:
            groups.append([item])
    return sorted(groups, key=lambda g: (not (g[0].graded or g[0].tied), -g[0].points, g[0].day))[:most]
