"""Which claims are worth comparing: in a small story all that share a topic or a name; in a large one the nearest.

Near is measured by a hashed vector of what claims share across languages (names, topics, times, figures), and within a
language of their words too. Each claim meets its nearest of its own language and its nearest of others, so that many
reports in one language do not crowd out the one in another. Only claims of one story meet, so what an unrelated
article says can neither add nor displace a pair.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.stories.sketch import Sketch

_SMALL = 180
"""Stories with at most so many claims are compared in full."""

_NEAREST = 7
_WIDTH = 256
_CHUNK = 500
_LEAST = 0.3

Pair = tuple[int, int]


def pairs(sketches: Sequence[Sketch], story_of: Mapping[str, str]) -> list[Pair]:
    """Positions (i < j) of the claims to compare, sorted."""
    stories: dict[str, list[int]] = {}
    for i, sketch in enumerate(sketches):
        stories.setdefault(story_of.get(sketch.article, sketch.article), []).append(i)
    found: set[Pair] = set()
    for members in stories.values():
        chosen = combinations(members, 2) if len(members) <= _SMALL else _nearest(members, sketches)
        found.update((i, j) for i, j in chosen if _share(sketches[i], sketches[j]))
    return sorted(found)


def _share(left: Sketch, right: Sketch) -> bool:
    return not left.concepts.isdisjoint(right.concepts) or not left.entities.isdisjoint(right.entities)


def _nearest(members: Sequence[int], sketches: Sequence[Sketch]) -> Iterator[Pair]:
    shared = np.stack([_hashed(_marks(sketches[i])) for i in members])
    worded = np.stack([_hashed(_marks(sketches[i]) + _words(sketches[i])) for i in members])
    langs = np.array([zlib.crc32(sketches[i].claim.lang.encode()) for i in members])
    mixed = bool((langs != langs[0]).any())
    for start in range(0, len(members), _CHUNK):
        block = slice(start, start + _CHUNK)
        near = worded[block] @ worded.T
        if not mixed:
            yield from _top(near, start, members)
            continue
        same = langs[block, None] == langs[None, :]
        yield from _top(np.where(same, near, -1.0), start, members)
        yield from _top(np.where(same, -1.0, shared[block] @ shared.T), start, members)


def _top(near: NDArray[np.float32], start: int, members: Sequence[int]) -> Iterator[Pair]:
    """Each row's nearest. The rows stand in the claims' total order, so which of two equal ones is taken is settled."""
    for offset, row in enumerate(near):
        i = start + offset
        row[i] = -1.0
        able = np.flatnonzero(row >= _LEAST)
        if able.size > _NEAREST:
            able = able[np.argpartition(row[able], able.size - _NEAREST)[-_NEAREST:]]
        yield from ((min(members[i], members[j]), max(members[i], members[j])) for j in able.tolist())


Mark = tuple[str, float]


def _marks(sketch: Sketch) -> list[Mark]:
    """What can be shared across languages."""
    claim = sketch.claim
    marks = [(f"e:{e}", 0.5 + 1.5 * sketch.world.specific(e)) for e in sketch.entities]
    marks += [(f"c:{c}", 1.5) for c in sketch.concepts]
    marks += [(f"p:{claim.phase}", 1.0)] if claim.phase else []
    marks += [(f"q:{q.value or q.low}", 1.0) for q in claim.quantities]
    return marks + ([(f"t:{claim.time.begin.lo}", 1.5)] if claim.time.exact else [])


def _words(sketch: Sketch) -> list[Mark]:
    return [(f"w:{word}", 0.7) for word in sketch.text.casefold().split() if len(word) > 3]


def _hashed(marks: Sequence[Mark]) -> NDArray[np.float32]:
    out = np.zeros(_WIDTH, dtype=np.float32)
    for mark, weight in sorted(marks):
        code = zlib.crc32(mark.encode("utf-8", "surrogatepass"))
        # The sign keeps two things that fall into one bin from looking alike (Weinberger et al. 2009).
        out[code % _WIDTH] += weight if code & 65536 else -weight
    norm = float(np.linalg.norm(out))
    return out / np.float32(norm) if norm else out
