"""Scores of words into labels that can stand beside each other, and labels into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dateline.reader.labels import EVENTS, NAMES, OUTSIDE
from dateline.reader.packaged import Floats

REACH = 12
"""How many words apart the parts of one event can stand: nine of ten separable verbs of the training news are nearer."""

Run = tuple[str, int, int]
"""A kind and a half-open range of words."""


def _forbidden(labels: Sequence[str]) -> Floats:
    """What is added for each label after each other: nothing, or much less where I follows no B or I of its kind."""
    wrong = [[b.startswith("I-") and a[1:] != b[1:] for b in labels] for a in labels]
    return np.where(np.array(wrong), np.float32(-1e4), np.float32(0))


@cache
def _steps(labels: tuple[str, ...]) -> tuple[Floats, Floats]:
    """What is added for the first label, and for each label after each other."""
    starts = np.array([-1e4 if label.startswith("I-") else 0 for label in labels], dtype=np.float32)
    return starts, _forbidden(labels)


def names(scores: Floats) -> list[str]:
    """The likeliest labels of words that make whole names: scores of shape (words, len(NAMES))."""
    return spans(scores, NAMES)


def spans(scores: Floats, labels: tuple[str, ...]) -> list[str]:
    """The likeliest BIO labels of words that make whole spans: scores of shape (words, len(labels)) (Viterbi)."""
    if not len(scores):
        return []
    starts, steps = _steps(labels)
    likeliest = scores.argmax(axis=1)
    if starts[likeliest[0]] == 0 and not steps[likeliest[:-1], likeliest[1:]].any():
        return [labels[label] for label in likeliest]  # whole spans already: no path can be likelier
    best = scores[0] + starts
    came: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        paths = best[:, None] + steps
        came.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    at = int(best.argmax())
    found = [at]
    for back in reversed(came):
        at = int(back[at])
        found.append(at)
    return [labels[label] for label in reversed(found)]


def events(scores: Floats) -> list[str]:
    """Event labels: the likeliest a word. An I far behind every B or I, which would belong to nothing, is no event."""
    found = [EVENTS[label] for label in scores.argmax(axis=1)]
    last = -REACH - 1
    for at, label in enumerate(found):
        if label == "I" and at - last > REACH:
            found[at] = OUTSIDE
        if found[at] != OUTSIDE:
            last = at
    return found


def runs(labels: Sequence[str]) -> list[Run]:
    """Kind and words of each run of B and I: `["B-PER", "I-PER", "O"]` is `[("PER", 0, 2)]`."""
    starts = [at for at, label in enumerate(labels) if label.startswith("B")]
    found = []
    for start, stop in pairwise([*starts, len(labels)]):
        end = start + 1
        while end < stop and labels[end].startswith("I"):
            end += 1
        found.append((labels[start][2:], start, end))
    return found


def parted(labels: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    """The ranges of words of each event: an I after a gap goes on with the event before it (`neemt ... toe`)."""
    found: list[list[tuple[int, int]]] = []
    for at, label in enumerate(labels):
        if label == "B":
            found.append([(at, at + 1)])
        elif label == "I" and found:
            start, end = found[-1][-1]
            if end == at:
                found[-1][-1] = (start, at + 1)
            else:
                found[-1].append((at, at + 1))
    return [tuple(ranges) for ranges in found]
