"""Scores of words into what is claimed: in a claim or not, its status, on whose word, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

import numpy as np

from dateline.ports import FoundRole, Judged
from dateline.reader import decoding
from dateline.reader.decoding import Run
from dateline.reader.labels import CLAIMS, LINKS, OUTSIDE, PARTIES, PLACES, SAYING, STATUSES, VOICES
from dateline.reader.packaged import Floats
from dateline.reader.words import Word

_KEPT = ("claims", "status", "voice")

_FAVOUR = {"parties": 1.5, "places": 0.0}
"""What a role is favoured by over none, in logarithms: half of the phrases that a cautious reader leaves out are right
ones, and those it finds become whole (docs/decisions/0009)."""

Part = tuple[Sequence[Word], dict[str, Floats]]
"""The words of one sentence, and their scores by head."""


def judged(windows: Iterable[Sequence[Part]]) -> Judged:
    """The words of all windows of a text, in order, with what their scores say. A window is the sentences read together;
    most of its scores are let go before the next one is asked for.
    """
    sources: list[tuple[int, int]] = []
    cues: list[tuple[int, int]] = []
    roles: list[FoundRole] = []
    named: list[tuple[int, int, Floats]] = []
    parts: list[Part] = []
    count = 0
    for window in windows:
        who: list[tuple[int, int]] = []
        size = 0
        first = len(sources)
        for found, scores in window:
            saying = decoding.runs(decoding.spans(scores["saying"], SAYING))
            who += [(size + a, size + b) for kind, a, b in saying if kind == "source"]
            sources += [_offsets(found, a, b) for kind, a, b in saying if kind == "source"]
            cues += [_offsets(found, a, b) for kind, a, b in saying if kind == "cue"]
            for head, labels in (("parties", PARTIES), ("places", PLACES)):
                likely = scores[head].copy()
                likely[:, labels.index(OUTSIDE)] -= np.float32(_FAVOUR[head])
                roles += [_role(run, found) for run in decoding.runs(decoding.spans(likely, labels))]
            size += len(found)
        named.append((count, first, _named({h: _joined([s[h] for _, s in window]) for h in LINKS}, who)))
        parts += [(found, {head: scores[head] for head in _KEPT}) for found, scores in window]
        count += size
    place = np.exp(_logs(_all(parts, "claims", len(CLAIMS))))
    return Judged(
        tuple((w.start, w.end) for found, _ in parts for w in found),
        1 - place[:, CLAIMS.index(OUTSIDE)],
        place[:, CLAIMS.index("B")],
        _logs(_all(parts, "status", len(STATUSES))[:, 1:]),
        _logs(_all(parts, "voice", len(VOICES))),
        tuple(named),
        tuple(sources),
        tuple(cues),
        tuple(sorted(roles, key=lambda r: (r.start, -r.end, r.role))),
    )


def _all(parts: Sequence[Part], head: str, labels: int) -> Floats:
    """The scores of a head of all words: shape (words, labels)."""
    return _joined([scores[head] for _, scores in parts]) if parts else np.zeros((0, labels), np.float32)


def _named(scores: dict[str, Floats], who: Sequence[tuple[int, int]]) -> Floats:
    """How likely each source names who says each word, in logarithms: shape (words, sources)."""
    asks, answers = scores["asks"], scores["answers"]
    likely = _logs(np.asarray(asks @ answers.T / np.float32(sqrt(LINKS["asks"])), dtype=np.float32))
    columns = [np.logaddexp.reduce(likely[:, a:b], axis=1) for a, b in who]
    return np.stack(columns, axis=1) if columns else np.zeros((len(asks), 0), np.float32)


def _logs(scores: Floats) -> Floats:
    """Logarithms of the likelihoods of each row's labels (softmax)."""
    if not len(scores):
        return scores
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)


def _offsets(found: Sequence[Word], a: int, b: int) -> tuple[int, int]:
    return found[a].start, found[b - 1].end


def _role(run: Run, found: Sequence[Word]) -> FoundRole:
    return FoundRole(run[0], *_offsets(found, run[1], run[2]))


def _joined(parts: Sequence[Floats]) -> Floats:
    return np.concatenate(parts)
