"""Scores of words into what is claimed: in a claim or not, its status, on whose word, and who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from dateline.ports import FoundRole, Judged
from dateline.reader import decoding
from dateline.reader.decoding import Run
from dateline.reader.labels import CLAIMS, LINKS, OUTSIDE, PARTIES, PLACES, SAYING
from dateline.reader.packaged import Floats
from dateline.reader.words import Word


def judged(windows: Sequence[tuple[Sequence[Word], dict[str, Floats]]]) -> Judged:
    """The words of all windows of a text, in order, with what their scores say."""
    sources: list[tuple[int, int]] = []
    cues: list[tuple[int, int]] = []
    roles: list[FoundRole] = []
    inside, begins, status, voice = [], [], [], []
    named: list[tuple[int, int, Floats]] = []
    count = 0
    for found, scores in windows:
        place = np.exp(_logs(scores["claims"]))
        inside.append(1 - place[:, CLAIMS.index(OUTSIDE)])
        begins.append(place[:, CLAIMS.index("B")])
        status.append(_logs(scores["status"][:, 1:]))
        voice.append(_logs(scores["voice"]))
        saying = decoding.runs(decoding.spans(scores["saying"], SAYING))
        who = [(a, b) for kind, a, b in saying if kind == "source"]
        named.append((count, len(sources), _named(scores, who)))
        count += len(found)
        sources += [_offsets(found, a, b) for a, b in who]
        cues += [_offsets(found, a, b) for kind, a, b in saying if kind == "cue"]
        for head, labels in (("parties", PARTIES), ("places", PLACES)):
            roles += [_role(run, found) for run in decoding.runs(decoding.spans(scores[head], labels))]
    return Judged(
        tuple((w.start, w.end) for found, _ in windows for w in found),
        _joined(inside, 0),
        _joined(begins, 0),
        _joined(status, 1),
        _joined(voice, 1),
        tuple(named),
        tuple(sources),
        tuple(cues),
        tuple(sorted(roles, key=lambda r: (r.start, -r.end, r.role))),
    )


def _named(scores: dict[str, Floats], who: Sequence[tuple[int, int]]) -> Floats:
    """How likely each source names who says each word, in logarithms: shape (words, sources)."""
    asks, answers = scores["asks"], scores["answers"]
    likely = _logs(np.asarray(asks @ answers.T / np.float32(sqrt(LINKS["asks"])), dtype=np.float32))
    columns = [np.logaddexp.reduce(likely[:, a:b], axis=1) for a, b in who]
    return np.stack(columns, axis=1) if columns else np.zeros((len(asks), 0), np.float32)


def _logs(scores: Floats) -> Floats:
    """Logarithms of the likelihoods of each row's labels (softmax)."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)


def _offsets(found: Sequence[Word], a: int, b: int) -> tuple[int, int]:
    return found[a].start, found[b - 1].end


def _role(run: Run, found: Sequence[Word]) -> FoundRole:
    return FoundRole(run[0], *_offsets(found, run[1], run[2]))


def _joined(parts: Sequence[Floats], axes: int) -> Floats:
    return np.concatenate(parts) if parts else np.zeros((0,) * (axes + 1), np.float32)
