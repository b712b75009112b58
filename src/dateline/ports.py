"""What the stages need from outside, as Protocols. Nothing here imports an implementation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Sentence vectors. `name` and `version` are stored with what they made."""

    name: str
    version: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text: shape (len(texts), width)."""
        ...


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name a reader found: half-open offsets into its text, a kind (PER, ORG, LOC, MISC), whether it is a demonym."""

    start: int
    end: int
    kind: str
    demonym: bool


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """Words for something that happens: their offsets (several spans where a verb stands in parts), said to be so or
    denied, and whether it lies ahead."""

    spans: tuple[tuple[int, int], ...]
    negated: bool
    future: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader found in one text, in order of their starts."""

    names: tuple[FoundName, ...]
    events: tuple[FoundEvent, ...]


class Reader(Protocol):
    """Names and events of sentences. `name` and `version` are stored with what they made."""

    name: str
    version: str

    def read(self, texts: Sequence[str]) -> list[Finding]:
        """One finding a text."""
        ...
