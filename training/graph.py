"""The encoder as an ONNX graph, and the reader's: in eight bits, with the heads. That of the vectors is in `vectors`.

Weights are in eight bits a column, activations in eight bits a tensor (dynamic). Columns of activations that run far
out would take all of that range; each is divided by a factor that its row of weights is multiplied with (SmoothQuant,
Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from dateline.reader.packaged import Floats
from dateline.reader.rounding import JOINED

MICROSOFT = "com.microsoft"
SMOOTH = 0.75
"""How much of the activations' range moves to the weights: 0.7 to 0.8 came nearest to the unquantised vectors."""

WEIGHT_LEVELS = 63
"""Seven bits: on processors without VNNI the products of two eight-bit numbers are summed in sixteen bits, and saturate."""


class Graph:
    """Nodes and initialisers as they are added. `shape`: layers, heads, width, inner, epsilon."""

    def __init__(self, layers: int, heads: int, width: int, inner: int, epsilon: float) -> None:
        self.layers, self.heads, self.width, self.inner, self.epsilon = layers, heads, width, inner, epsilon
        self.nodes: list[onnx.NodeProto] = []
        self.initial: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """An initialiser with its values."""
        self.initial.append(onnx.numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def promised(self, name: str, kind: int, shape: tuple[int, ...]) -> str:
        """An initialiser whose values are given when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="given-at-load")
        self.initial.append(tensor)
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """One operation with one output."""
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def encoder(self, matrix: Matrix, vector: Vector) -> str:
        """All layers on "x", (1, pieces, width); the name of the last output."""
        x = "x"
        for number in range(self.layers):
            at = f"l{number}."
            joined = matrix(self, at + "qkv", x)
            parts = [at + part for part in "qkv"]
            sizes = self.constant(at + "sizes", np.array([self.width] * 3))
            self.nodes.append(helper.make_node("Split", [joined, sizes], parts, axis=2))
            seen = self.node("MultiHeadAttention", parts, at + "seen", MICROSOFT, num_heads=self.heads)
            x = self.added(x, matrix(self, at + "ao", seen), at + "aln", vector)
            inner = self.node("Gelu", [matrix(self, at + "fi", x)], at + "inner", MICROSOFT)
            x = self.added(x, matrix(self, at + "fo", inner), at + "oln", vector)
        return x

    def added(self, x: str, y: str, name: str, vector: Vector) -> str:
        """The sum of both, normalised: each piece is an instance with one channel."""
        flat = self.constant(f"{name}.flat", np.array([-1, 1, self.width]))
        back = self.constant(f"{name}.back", np.array([1, -1, self.width]))
        one, zero = (
            self.constant(f"{name}.1", np.ones(1, np.float32)),
            self.constant(f"{name}.0", np.zeros(1, np.float32)),
        )
        instances = self.node("Reshape", [self.node("Add", [x, y], f"{name}.sum"), flat], f"{name}.apart")
        even = self.node("InstanceNormalization", [instances, one, zero], f"{name}.even", epsilon=self.epsilon)
        whole = self.node("Reshape", [even, back], f"{name}.whole")
        scaled = self.node("Mul", [whole, vector(self, f"{name}.w")], f"{name}.scaled")
        return self.node("Add", [scaled, vector(self, f"{name}.b")], name)

    def sizes(self, name: str) -> tuple[int, int]:
        """Inputs and outputs of a joined matrix."""
        kind = name.split(".")[-1]
        inputs = self.inner if kind == "fo" else self.width
        return inputs, {"qkv": 3 * self.width, "fi": self.inner}.get(kind, self.width)

    def model(self, outputs: Mapping[str, int]) -> bytes:
        """The graph in ONNX's own bytes; outputs by name with their last size."""
        graph = helper.make_graph(
            self.nodes,
            "reader",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "pieces", self.width])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, None, size]) for name, size in outputs.items()],
            self.initial,
        )
        versions = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return bytes(helper.make_model(graph, opset_imports=versions, ir_version=9).SerializeToString())


Matrix = Callable[[Graph, str, str], str]
"""Adds the product of a matrix (by name) and an input to a graph; the name of the output."""

Vector = Callable[[Graph, str], str]
"""Adds a vector by name to a graph; its name."""


def eight_bits(graph: Graph, weights: Mapping[str, Floats], ranges: Mapping[str, Floats], heads: list[str]) -> bytes:
    """The tuned encoder and its heads: "x" to one output a head.

    `weights` by the training network's names, `ranges` the greatest activation a column of each joined matrix's input.
    """

    def matrix(graph: Graph, name: str, x: str) -> str:
        layer, kind = name[1:].split(".")
        parts = [f"layers.{layer}.{part}" for part in JOINED[kind]]
        weight = np.concatenate([weights[f"{part}.weight"] for part in parts])
        factor = np.maximum(ranges[name], 1e-4) ** SMOOTH / np.maximum(np.abs(weight).max(0), 1e-4) ** (1 - SMOOTH)
        smooth = graph.node("Mul", [x, graph.constant(f"{name}.f", (1 / factor).astype(np.float32))], f"{name}.x")
        scales = np.abs(weight * factor).max(1) / WEIGHT_LEVELS
        levels = np.rint(weight * factor / scales[:, None]).astype(np.int8).T
        inputs = [
            smooth,
            graph.constant(f"{name}.q", levels),
            graph.constant(f"{name}.s", scales.astype(np.float32)),
            graph.constant(f"{name}.z", np.zeros(len(scales), np.int8)),
            graph.constant(f"{name}.b", np.concatenate([weights[f"{part}.bias"] for part in parts])),
        ]
        return graph.node("DynamicQuantizeMatMul", inputs, name, MICROSOFT)

    def vector(graph: Graph, name: str) -> str:
        layer, norm, part = name[1:].split(".")
        full = {"w": "weight", "b": "bias"}[part]
        return graph.constant(name, weights[f"layers.{layer}.{norm}.{full}"])

    last = graph.encoder(matrix, vector)
    for head in heads:
        weight = graph.constant(f"{head}.w", weights[f"heads.{head}.weight"].T)
        product = graph.node("MatMul", [last, weight], f"{head}.product")
        graph.node("Add", [product, graph.constant(f"{head}.b", weights[f"heads.{head}.bias"])], head)
    return graph.model({head: len(weights[f"heads.{head}.bias"]) for head in heads})
