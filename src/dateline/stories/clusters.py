"""Greedy clustering of a sparse graph of scores, in which one ruled-out pair keeps two clusters apart.

Pairs are taken from the surest down (ties by position), so the result is a function of the set of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

_MOST_MEMBERS_ASKED = 6
"""How many members of each side are compared before two clusters join: keeps a cluster of thousands cheap."""


def join(
    count: int,
    links: Iterable[tuple[float, int, int]],
    between: Callable[[int, int], float],
    least_mean: float,
    least_pair: float,
) -> list[list[int]]:
    """Clusters of 0..count-1, each sorted, sorted by first member.

    `links` are (score, i, j) over the threshold. Two clusters join when no pair asked across them scores below
    `least_pair` and their mean is at least `least_mean`; `between` gives the score of any pair.
    """
    home = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    for _, i, j in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        a, b = home[i], home[j]
        if a == b or not _allowed(
            _witnesses(members[a], i), _witnesses(members[b], j), between, least_mean, least_pair
        ):
            continue
        kept, gone = min(a, b), max(a, b)
        members[kept] = sorted(members[kept] + members.pop(gone))
        for member in members[kept]:
            home[member] = kept
    return [members[k] for k in sorted(members)]


def _witnesses(cluster: list[int], linked: int) -> list[int]:
    """The linked member and the first others of its cluster."""
    return [linked, *[m for m in cluster if m != linked][: _MOST_MEMBERS_ASKED - 1]]


def _allowed(
    left: list[int], right: list[int], between: Callable[[int, int], float], least_mean: float, least_pair: float
) -> bool:
    total = 0.0
    for a in left:
        for b in right:
            score = between(min(a, b), max(a, b))
            if score < least_pair:
                return False
            total += score
    return total >= least_mean * len(left) * len(right)
