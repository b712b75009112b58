"""Write what makes the sentence vectors: a graph without weights, and how the packaged weights are rounded for it.

    python -m training.vectors src/dateline/reader

Weights have seven bits a column, activations eight bits a tensor (`dateline.reader.rounding`). The first and the last piece
of a text run out thirty times as far as the others behind the inner matrices; there each piece is divided by its own
greatest number first. Sums are normalised as instances: ONNX Runtime does this six times as fast as its own operator for
layers, with the same result.

The teacher is the same encoder in four bits, the arithmetic of the package's own engine (in floats where something was
taught besides: `training.matching`): whatever a rounded matrix gives too
much on average, over the pieces between the first and the last, is taken off its bias, one matrix after another.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks import corpus
from onnx import TensorProto

from dateline.reader import packaged, rounding, runtime
from dateline.reader.packaged import BLOCK, Floats, Packaged
from dateline.reader.pieces import Pieces
from dateline.reader.rounding import Arrays
from dateline.reader.runtime import Network
from dateline.reader.vectors import PREFIX
from training import passages
from training.graph import MICROSOFT, Graph, Matrix

SMOOTH = {"qkv": 0.7, "ao": 0.65, "fi": 0.65, "fo": 0.5}
"""How much of the activations' range moves to the weights, by kind of matrix: what came nearest over all layers."""

PIECEWISE = ("fi", "fo")
"""Matrices whose input is divided by each piece's greatest number."""

SENTENCES = 400

LONGEST = 40
"""Words; sentences are cut to all lengths up to that, because what stands in a headline has to be near as well."""

_END = re.compile(r"(?<=[.!?])\s")

IN = ".in"
"""Ends the name of a matrix's input, where that is looked at."""


def _vector(graph: Graph, name: str) -> str:
    return graph.promised(name, TensorProto.FLOAT, (graph.width,))


def seven_bits(graph: Graph, name: str, x: str) -> str:
    """A matrix as what `rounding.weights` gives for it."""
    inputs, outputs = graph.sizes(name)
    smooth = graph.node("Mul", [x, graph.promised(f"{name}.f", TensorProto.FLOAT, (inputs,))], f"{name}.x")
    levels = graph.promised(f"{name}.q", TensorProto.INT8, (inputs, outputs))
    weights = [levels, graph.promised(f"{name}.s", TensorProto.FLOAT, (outputs,))]
    weights.append(graph.constant(f"{name}.z", np.zeros(outputs, np.int8)))
    bias = graph.promised(f"{name}.b", TensorProto.FLOAT, (outputs,))
    if name.split(".")[1] not in PIECEWISE:
        return graph.node("DynamicQuantizeMatMul", [smooth, *weights, bias], name, MICROSOFT)
    sizes = graph.node("Abs", [smooth], f"{name}.abs")
    greatest = graph.node("ReduceMax", [sizes], f"{name}.max", axes=[-1], keepdims=1)
    even = graph.node("Div", [smooth, greatest], f"{name}.even")
    product = graph.node("DynamicQuantizeMatMul", [even, *weights], f"{name}.product", MICROSOFT)
    return graph.node("Add", [graph.node("Mul", [product, greatest], f"{name}.far"), bias], name)


def four_bits(graph: Graph, name: str, x: str) -> str:
    """A matrix as `_four` gives it, in blocks, as the package's engine has it; its input is an output as well."""
    inputs, outputs = graph.sizes(name)
    blocks = inputs // BLOCK
    weights = graph.promised(f"{name}.q", TensorProto.UINT8, (outputs, blocks, BLOCK // 2))
    scales = graph.promised(f"{name}.s", TensorProto.FLOAT, (outputs * blocks,))
    bias = graph.promised(f"{name}.b", TensorProto.FLOAT, (outputs,))
    sizes = {"K": inputs, "N": outputs, "bits": 4, "block_size": BLOCK, "accuracy_level": 4}
    graph.node("Identity", [x], name + IN)
    return graph.node("MatMulNBits", [x, weights, scales, "", "", bias], name, MICROSOFT, **sizes)


def unrounded(graph: Graph, name: str, x: str) -> str:
    """A matrix as floats; its input is an output as well."""
    inputs, outputs = graph.sizes(name)
    weights = graph.promised(f"{name}.w", TensorProto.FLOAT, (inputs, outputs))
    bias = graph.promised(f"{name}.b", TensorProto.FLOAT, (outputs,))
    graph.node("Identity", [x], name + IN)
    return graph.node("Add", [graph.node("MatMul", [x, weights], f"{name}.product"), bias], name)


def encoder(model: Packaged, matrix: Matrix, outputs: Sequence[str] = ()) -> bytes:
    """The packaged encoder without its weights: "x" to "y", or to what stands at the names given."""
    graph = Graph(model.layers, model.heads, model.width, model.inner, model.epsilon)
    graph.node("Identity", [graph.encoder(matrix, _vector)], "y")
    return graph.model(
        {name: graph.sizes(name.removesuffix(IN))[name[-3:] != IN] for name in outputs} or {"y": model.width}
    )


def _four(model: Packaged) -> Arrays:
    """The packaged weights in blocks of four bits."""
    found = rounding.norms(model)
    for name in rounding.names(model):
        layer, kind = name.split(".")
        inputs = model.inner if kind == "fo" else model.width
        blocks = [model.blocks(f"{layer}.{part}.w") for part in rounding.JOINED[kind]]
        nibbles = np.concatenate([bytes_ for _, bytes_ in blocks])
        # Weights j and j + 16 share a byte in the package, 2j and 2j + 1 here.
        whole = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1)
        found[f"{name}.q"] = (whole[:, 0::2] | (whole[:, 1::2] << 4)).reshape(-1, inputs // BLOCK, BLOCK // 2)
        found[f"{name}.s"] = np.concatenate([scales for scales, _ in blocks]).astype(np.float32)
        found[f"{name}.b"] = rounding.bias(model, name)
    return found


def texts(model: Packaged) -> list[list[int]]:
    """Sentences of the corpus that may be trained on, evenly from all files, as pieces: from one word to forty."""
    passages_, _ = corpus.read(passages.files())
    found = [part for passage in passages_ for part in _END.split(passage.text)]
    some = [found[at * len(found) // SENTENCES] for at in range(SENTENCES)]
    some = [" ".join(text.split()[: at % LONGEST + 1]) for at, text in enumerate(some)]
    pieces = Pieces(model)
    return [[model.begin, *pieces.text(PREFIX + text), model.end] for text in some]


def _whole(model: Packaged, given: Arrays) -> Arrays:
    """The packaged weights with what they were taught, as floats."""
    found = rounding.norms(model)
    for name in rounding.names(model):
        found[f"{name}.w"] = np.ascontiguousarray(rounding.matrix(model, name, given).T)
        found[f"{name}.b"] = rounding.bias(model, name)
    return found


def _taught(model: Packaged, texts: list[list[int]], given: Arrays) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Of the teacher, by matrix: the greatest input a column, and the mean output."""
    names = list(rounding.names(model))
    wanted = [*names, *(name + IN for name in names)]
    teacher, weights = (unrounded, _whole(model, given)) if given else (four_bits, _four(model))
    network = Network(runtime.session(encoder(model, teacher, wanted), weights), model)
    ranges: dict[str, Floats] = {}
    for text in texts:
        found = network.run(text)
        for name in names:
            new = np.abs(found[name + IN]).max(axis=0)
            ranges[name] = np.maximum(ranges.get(name, new), new)
    return ranges, _means(network, names, texts)


def _means(network: Network, names: Sequence[str], texts: list[list[int]]) -> dict[str, Floats]:
    """Mean outputs over the pieces between the first and the last, which are unlike the others; each text weighs the same."""
    sums = dict.fromkeys(names, np.float64(0))
    for text in texts:
        found = network.run(text)
        for name in names:
            sums[name] = sums[name] + found[name][1:-1].mean(axis=0, dtype=np.float64)
    return {name: np.asarray(total / len(texts), dtype=np.float32) for name, total in sums.items()}


def _factor(model: Packaged, name: str, ranges: Floats, given: Arrays) -> Floats:
    share = SMOOTH[name.split(".")[1]]
    weights = np.abs(rounding.matrix(model, name, given)).max(axis=0)
    return np.asarray(np.maximum(ranges, 1e-3) ** share / np.maximum(weights, 1e-3) ** (1 - share), dtype=np.float16)


def calibrated(model: Packaged, texts: list[list[int]], added: Arrays) -> Arrays:
    """Factors and corrections beside what was taught, as `rounding.shipped` reads them."""
    ranges, means = _taught(model, texts, added)
    given: Arrays = added | {f"{name}.f": _factor(model, name, ranges[name], added) for name in ranges}
    given |= {f"{name}.c": np.zeros(len(means[name]), np.float16) for name in means}
    for name in rounding.names(model):
        session = runtime.session(encoder(model, seven_bits, [name]), rounding.weights(model, given))
        found = _means(Network(session, model), [name], texts)[name]
        given[f"{name}.c"] = (means[name] - found).astype(np.float16)
    return given


def main(out: str) -> None:
    """Write both files."""
    model = packaged.installed()
    Path(out, runtime.VECTORS_FILE).write_bytes(encoder(model, seven_bits))
    np.savez(Path(out, rounding.FILE), allow_pickle=False, **calibrated(model, texts(model), {}))


if __name__ == "__main__":
    main(sys.argv[1])
