"""Findings of a reader made by hand: what it holds of stretches of a text, the rest left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dateline.model import Status
from dateline.ports import Finding, FoundEvent, FoundName, FoundRole, Judged, Tell
from dateline.reader.words import words

SURE, HARDLY = 0.96, 0.01


def _stretch(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def finding(
    text: str,
    claims: Mapping[str, Status],
    *,
    sources: Mapping[str, Sequence[str]] | None = None,
    hearsay: Sequence[str] = (),
    cues: Sequence[str] = (),
    roles: Sequence[tuple[str, str]] = (),
    names: Sequence[tuple[str, str]] = (),
    events: Sequence[str] = (),
    sure: float = SURE,
) -> Finding:
    """`claims`: words of a claim and its status; `sources`: words that name a source and the claims (words) it makes."""
    found = words(text)
    count, told = len(found), dict(sources or {})
    inside, begins = np.full(count, HARDLY, np.float32), np.full(count, HARDLY, np.float32)
    status = np.full((count, len(Status)), np.log(1 / len(Status)), np.float32)
    voice = np.tile(np.log(np.array([SURE, 0.02, 0.02], np.float32)), (count, 1))
    named = np.full((count, len(told)), -30.0, np.float32)

    def own(part: str) -> list[int]:
        start, end = _stretch(text, part)
        return [k for k, w in enumerate(found) if start <= w.start and w.end <= end]

    for part, value in claims.items():
        inside[own(part)] = SURE
        begins[own(part)[0]] = SURE
        status[own(part)] = np.log((1 - sure) / (len(Status) - 1))
        status[own(part), list(Status).index(value)] = np.log(sure)
    for column, parts in enumerate(told.values()):
        for part in parts:
            voice[own(part)] = np.log(np.array([0.02, SURE, 0.02], np.float32))
            named[own(part), column] = np.log(0.99)
    for part in hearsay:
        voice[own(part)] = np.log(np.array([0.02, 0.02, SURE], np.float32))
    judged = Judged(
        tuple((w.start, w.end) for w in found),
        inside,
        begins,
        status,
        voice,
        ((0, 0, named),),
        tuple(_stretch(text, part) for part in told),
        tuple(_stretch(text, part) for part in cues),
        tuple(FoundRole(role, *_stretch(text, part)) for role, part in roles),
    )
    return Finding(
        tuple(FoundName(*_stretch(text, part), kind, False) for part, kind in names),
        tuple(FoundEvent((_stretch(text, part),), False, False) for part in events),
        judged,
    )


class Told:
    """A reader that answers with one finding."""

    name = version = "told"

    def __init__(self, answer: Finding) -> None:
        self._answer = answer

    def read(self, text: str, sentences: Sequence[tuple[int, int]], tell: Tell | None = None) -> Finding:
        return self._answer
