"""The packaged encoder's matrices in seven bits, made when they are asked for: they ship once, in the package, in four.

What is added to them ships beside the graph, made by `training/vectors.py` from sentences of this project, and once more,
by `training/matching.py`, for the encoder that was taught which sentences tell of one thing:

* `NAME.f`, a factor a column: activations are divided by it and weights multiplied, so that columns of activations
  that run far out do not take all of the range (Xiao et al. 2023, *SmoothQuant*).
* `NAME.c`, a number an output, added to the bias: by how much rounding moves it on average, with its sign turned.
* `NAME.up` and `NAME.down`, where something was taught: two narrow matrices by the package's names, whose product is added
  to the packaged one (Hu et al. 2021, *LoRA*).

Seven bits (and one level), because processors without VNNI add products in sixteen bits: 2 x 64 x 255 still fits, so that every
processor adds up the same whole numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadModel
from dateline.reader.packaged import Floats, Packaged

FILE = "vectors.npz"
MATCHING_FILE = "matching.npz"

LEVELS = 64

JOINED = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""Matrices of a layer that the graph has as one, by the package's names."""

Arrays = dict[str, NDArray[Any]]


def names(model: Packaged) -> Iterator[str]:
    """The joined matrices in the order they are run in."""
    return (f"l{number}.{kind}" for number in range(model.layers) for kind in JOINED)


def matrix(model: Packaged, name: str, given: Mapping[str, NDArray[Any]] = MappingProxyType({})) -> Floats:
    """A joined matrix as floats, with what it was taught: shape (outputs, inputs)."""
    layer, kind = name.split(".")
    inputs = model.inner if kind == "fo" else model.width
    parts = []
    for part in JOINED[kind]:
        found = model.matrix(f"{layer}.{part}.w", inputs)
        if f"{layer}.{part}.up" in given:
            up, down = (given[f"{layer}.{part}.{way}"].astype(np.float32) for way in ("up", "down"))
            found += up @ down
        parts.append(found)
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def bias(model: Packaged, name: str) -> Floats:
    """What is added to a joined matrix's product."""
    layer, kind = name.split(".")
    return np.concatenate([model.floats(f"{layer}.{part}.b") for part in JOINED[kind]])


def norms(model: Packaged) -> Arrays:
    """Scale and shift of every layer's two normalisations, by the graph's names."""
    found = (f"l{number}.{norm}.{part}" for number in range(model.layers) for norm in ("aln", "oln") for part in "wb")
    return {name: np.array(model.floats(name)) for name in found}


def shipped(file: str = FILE) -> Arrays:
    """What a file beside this one adds. Raises `BadModel` where it is missing, damaged or another."""
    place = resources.files(__package__) / file
    if not place.is_file():
        raise BadModel(f"dateline/reader/{file} is missing: install the package anew")
    try:
        with place.open("rb") as stream, np.load(stream, allow_pickle=False) as found:
            added = dict(found)
    except (OSError, ValueError, EOFError, TypeError, BadZipFile, zlib.error) as error:
        raise BadModel(f"dateline/reader/{file} is damaged ({error}): install the package anew") from error
    if (file == MATCHING_FILE) is not any(name.endswith(".up") for name in added):
        raise BadModel(f"dateline/reader/{file} holds other weights than its name says: install the package anew")
    return added


def weights(model: Packaged, given: Mapping[str, NDArray[Any]]) -> Arrays:
    """All that the graph of the sentence vectors is promised, by its names."""
    found = norms(model)
    for name in names(model):
        factor = given[f"{name}.f"].astype(np.float32)
        found[f"{name}.q"], found[f"{name}.s"] = _rounded(matrix(model, name, given), factor)
        found[f"{name}.f"] = 1 / factor
        found[f"{name}.b"] = bias(model, name) + given[f"{name}.c"].astype(np.float32)
    return found


def _rounded(values: Floats, factor: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Levels, shape (inputs, outputs), and what a level of each output is worth. Writes over `values`."""
    values *= factor
    scales = np.maximum(values.max(axis=1), -values.min(axis=1)) / np.float32(LEVELS)
    values /= scales[:, None]
    return np.ascontiguousarray(np.rint(values, out=values).astype(np.int8).T), scales
