"""Which claims are worth comparing: those that share their topic, or two names or topics; never all with all.

Blocks are formed by what claims share, so what an unrelated article says cannot add or displace a pair. A large
block (many reports of one thing) is thinned: each claim meets its nearest by hashed words, which keeps rewrites of
one report together and the cost linear.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from dateline.stories.sketch import Sketch

_LARGE = 60
"""Blocks with more claims than this are thinned."""

_NEAREST = 10
_WIDTH = 256
_CHUNK = 2000

Pair = tuple[int, int]


def pairs(sketches: Sequence[Sketch], story_of: Mapping[str, str]) -> list[Pair]:
    """Positions (i < j) of the claims to compare, sorted; only claims of one story meet."""
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for i, sketch in enumerate(sketches):
        for key in _keys(sketch):
            blocks.setdefault((story_of.get(sketch.article, sketch.article), *key), []).append(i)
    found: set[Pair] = set()
    for block in blocks.values():
        found.update(combinations(block, 2) if len(block) <= _LARGE else _thinned(block, sketches))
    return sorted(found)


def _keys(sketch: Sketch) -> Iterator[tuple[str, str]]:
    if sketch.head:
        yield sketch.head, ""
    concepts = sorted(sketch.concepts)
    named = sorted(sketch.entities, key=lambda e: (-sketch.world.specific(e), e))[:4]
    for concept in concepts[:6]:
        for entity in named:
            yield concept, entity
    yield from combinations(concepts[:6], 2)
    yield from combinations(sorted(named), 2)


def _thinned(block: Sequence[int], sketches: Sequence[Sketch]) -> Iterator[Pair]:
    vectors = np.stack([_hashed(sketches[i]) for i in block])
    for start in range(0, len(block), _CHUNK):
        near = vectors[start : start + _CHUNK] @ vectors.T
        # Rounding first makes equal texts tie exactly; the stable sort then breaks ties by the claims' order.
        order = np.argsort(-np.round(near, 4), axis=1, kind="stable")[:, : _NEAREST + 1]
        for offset, row in enumerate(order):
            i = block[start + offset]
            yield from ((min(i, block[j]), max(i, block[j])) for j in row if block[j] != i)


def _hashed(sketch: Sketch) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """A unit vector of what the claim shares with others: names and topics in any language, then its words."""
    out = np.zeros(_WIDTH, dtype=np.float32)
    marks = [(f"e:{e}", 2.0) for e in sketch.entities] + [(f"c:{c}", 2.0) for c in sketch.concepts]
    marks += [(f"q:{q.value or q.low}", 2.0) for q in sketch.claim.quantities]
    marks += [(f"t:{sketch.claim.time.begin.ranges}", 3.0)] if sketch.claim.time.begin.size == 1 else []
    marks += [(word, 1.0) for word in sketch.text.casefold().split() if len(word) > 3]
    for mark, weight in marks:
        out[zlib.crc32(mark.encode("utf-8", "surrogatepass")) % _WIDTH] += weight
    norm = float(np.linalg.norm(out))
    return out / norm if norm else out
