"""What the stages need from outside, as Protocols. Nothing here imports an implementation."""

from __future__ import annotations

from collections.abc import Sequence
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
