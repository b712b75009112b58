"""What the stages need from outside, as Protocols. Nothing here imports an implementation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Sentence vectors. `name` and `version` are stored with what they made; `taught` is whether their cosines were fitted to
    say what tells of one thing."""

    name: str
    version: str
    taught: bool

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
class FoundRole:
    """Words with a part in what is claimed: agent, patient, permitter, origin, destination, via or place."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What a reader makes of each word of a text, for whoever asks about a stretch of it.

    `words` are half-open offsets into the text, in order. By word: `inside`, how likely it stands in a claim, and
    `begins`, how likely it is the first word of one (0 to 1); logarithms of likelihoods of the `status` (one a
    `model.Status`, in that order) and of the `voice` (the paper's, that of a source the text names, hearsay) of the claim
    around it. `sources`, `cues` and `roles` are half-open offsets. `named` says who: for words that were read together the
    number of the first, that of the first source among them, and a table of shape (words, sources) with the logarithm of
    how likely each source names who says each word.
    """

    words: tuple[tuple[int, int], ...]
    inside: NDArray[np.float32]
    begins: NDArray[np.float32]
    status: NDArray[np.float32]
    voice: NDArray[np.float32]
    named: tuple[tuple[int, int, NDArray[np.float32]], ...]
    sources: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int], ...]
    roles: tuple[FoundRole, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """What a reader found in one text: names and events in order of their starts, and its words judged."""

    names: tuple[FoundName, ...]
    events: tuple[FoundEvent, ...]
    judged: Judged


Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


class Reader(Protocol):
    """Names, events and claims of a text. `name` and `version` are stored with what they made."""

    name: str
    version: str

    def read(self, text: str, sentences: Sequence[tuple[int, int]], tell: Tell | None = None) -> Finding:
        """What a text says; `sentences` are the half-open offsets of its sentences, which are read in that order. `tell` is
        told from time to time how many of them are done.
        """
        ...
