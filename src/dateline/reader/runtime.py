"""Both networks in ONNX Runtime (MIT): packaged word vectors looked up here, everything above them in a graph.

One thread, one text at a time: a text's result depends on nothing else that is read, and is the same every time.
`Network` runs a graph on pieces; `sentence_network` is the packaged encoder (its weights are put into a graph that
ships without them), `reader_network` the trained one that ships whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module, resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadModel
from dateline.reader import rounding
from dateline.reader.packaged import Floats, Packaged

ENGINE = "onnxruntime"
VECTORS_FILE = "vectors.onnx"
READER_FILE = "reader.onnx"

NAME = "dateline-reader 4"
"""The shipped model and its version, as they are stored with what it made."""


class Network:
    """A graph, ready to run. `session` is an `onnxruntime.InferenceSession`."""

    def __init__(self, session: Any, model: Packaged) -> None:
        self._session = session
        self._model = model
        places = model.floats("emb.pos").reshape(-1, model.width)
        self._places = places + model.floats("emb.type")[: model.width]
        self._scale, self._shift = model.floats("emb.ln.w"), model.floats("emb.ln.b")
        self.outputs: list[str] = [output.name for output in session.get_outputs()]

    def run(self, pieces: Sequence[int]) -> dict[str, Floats]:
        """Every output, by name, for one sequence with its begin and end: each of shape (len(pieces), size)."""
        found = self._session.run(self.outputs, {"x": self._start(pieces)})
        return {name: values[0] for name, values in zip(self.outputs, found, strict=True)}

    def _start(self, pieces: Sequence[int]) -> Floats:
        """Word vector, place and type, normalised (the package's first layer): shape (1, len(pieces), width)."""
        x = self._model.words(np.asarray(pieces, dtype=np.int64)) + self._places[: len(pieces)]
        x = x - x.mean(axis=1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + np.float32(self._model.epsilon))
        return np.asarray(x * self._scale + self._shift, dtype=np.float32)[None]


def sentence_network(model: Packaged, file: str) -> Network:
    """The packaged encoder with what a file of `rounding` adds: output "y", one vector a piece."""
    return Network(session(_graph(VECTORS_FILE), rounding.weights(model, rounding.shipped(file))), model)


def reader_network(model: Packaged) -> Network:
    """The trained reader: one output a head of `labels.HEADS` and of `labels.LINKS`. Raises `BadModel` without its file."""
    return Network(session(_graph(READER_FILE), {}), model)


def session(graph: bytes, weights: Mapping[str, NDArray[Any]]) -> Any:
    """A graph in ONNX Runtime, with the weights that it is promised by name."""
    engine = import_module(ENGINE)
    options = engine.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    names = list(weights)
    values = [engine.OrtValue.ortvalue_from_numpy(weights[name]) for name in names]
    if names:
        options.add_external_initializers(names, values)
    return engine.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _graph(file: str) -> bytes:
    place = resources.files(__package__) / file
    if not place.is_file():
        raise BadModel(f"dateline/reader/{file} is missing: install the package anew")
    return place.read_bytes()
