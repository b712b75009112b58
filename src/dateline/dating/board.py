"""The days of one article scored by its ties: which survive, which lost, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.dating.ties import Tie
from dateline.when import Bound

MARGIN = 1.4
"""A day survives when it scores within this of the best: a rival four times less likely is kept."""

ENOUGH = 2.0
"""A best day with fewer points than this is no answer: all days survive, in the order of their points."""

_REPEATED = 0.5
"""Further ties with the same article count half as much each time: it may be wrong about all of them at once."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A day, its points and the ties that gave them, weightiest first."""

    day: int
    points: float
    ties: tuple[Tie, ...]


def scored(days: Bound, ties: Iterable[Tie]) -> list[Scored]:
    """Every day with its points, best first, then earliest. Days must be few enough to list."""
    by_day: dict[int, list[Tie]] = {day: [] for day in days.days()}
    for tie in sorted(ties, key=lambda t: (-t.points, t.key, t.event)):
        for day in tie.days.days():
            if day in by_day:
                by_day[day].append(tie)
    rated = [_rate(day, found) for day, found in by_day.items()]
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
    return Scored(day, round(total, 4), tuple(used))


def survivors(board: Sequence[Scored]) -> list[Scored]:
    """The days within the margin of the best; all of them where the best has too little to go on."""
    if not board or board[0].points < ENOUGH:
        return list(board)
    return [s for s in board if s.points >= board[0].points - MARGIN]


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
