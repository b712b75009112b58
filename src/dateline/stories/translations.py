"""Which articles of a story are translations of one another: one origin, however many languages it is printed in.

A translation says the same things in the same order. Of two independent reports on one event one claim in six or fewer
stands out so as the like of one of the other; of a translation most do, and they stand in the order of the original.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dateline.model import Reading, Story
from dateline.ports import Encoder
from dateline.stories.likeness import standing_out
from dateline.stories.sketch import World, sketches

_COSINE, _MARGIN = 0.5, 0.2
"""From which on a pair of claims is taken to say the same."""

_SHARE = 0.5
"""The share of the shorter article's claims that must be said in the other, in their order."""

_FEWEST = 4


def translations(readings: tuple[Reading, ...], stories: tuple[Story, ...], encoder: Encoder) -> list[tuple[str, str]]:
    """The pairs of articles in two languages of which one is a translation of the other, or both of a third; sorted."""
    known = sketches(readings, World(), {})
    story_of = {article: story.id for story in stories for article in story.articles}
    size = Counter(s.article for s in known)
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for (i, j), alike in standing_out(known, story_of, encoder).items():
        if alike.cosine >= _COSINE and alike.margin >= _MARGIN:
            one, other = sorted((s.article, s.claim.span.start) for s in (known[i], known[j]))
            places.setdefault((one[0], other[0]), []).append((one[1], other[1]))
    found = []
    for (left, right), pairs in places.items():
        count = _in_order([there for _, there in sorted(pairs)])
        if count >= max(_FEWEST, _SHARE * min(size[left], size[right])):
            found.append((left, right))
    return sorted(found)


def _in_order(places: Sequence[int]) -> int:
    """The length of the longest rising run of places, with gaps.

    >>> _in_order([10, 40, 20, 30])
    3
    """
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
