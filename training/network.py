"""The network in PyTorch: the lower layers of the packaged encoder, free to learn, and one linear head a question.

The word vectors stay as they are packaged: the forward pass starts from vectors that are looked up outside.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.reader.packaged import Packaged

LAYERS = 8
"""How many of the packaged encoder's layers the reader keeps, the lowest: what is above them serves whole sentences, and
reads words no better (docs/decisions/0006)."""

MATRICES = {"q": "width", "k": "width", "v": "width", "ao": "width", "fi": "inner", "fo": "width"}
"""Matrices of a layer by the package's names, and how many values each puts out."""


class Layer(nn.Module):
    """One transformer layer with the norms behind it (BERT, Devlin et al. 2019)."""

    def __init__(self, model: Packaged, number: int) -> None:
        super().__init__()
        self.heads = model.heads
        for name in MATRICES:
            inputs = model.inner if name == "fo" else model.width
            weight = model.matrix(f"l{number}.{name}.w", inputs)
            linear = nn.Linear(inputs, weight.shape[0])
            linear.weight.data = torch.from_numpy(weight.copy())
            linear.bias.data = torch.from_numpy(model.floats(f"l{number}.{name}.b").copy())
            self.add_module(name, linear)
        for name in ("aln", "oln"):
            norm = nn.LayerNorm(model.width, eps=model.epsilon)
            norm.weight.data = torch.from_numpy(model.floats(f"l{number}.{name}.w").copy())
            norm.bias.data = torch.from_numpy(model.floats(f"l{number}.{name}.b").copy())
            self.add_module(name, norm)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """x: (sentences, pieces, width); mask: (sentences, 1, 1, pieces), True where a piece stands."""
        count, length, width = x.shape

        def parted(name: str) -> Tensor:
            return self.get_submodule(name)(x).view(count, length, self.heads, -1).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(parted("q"), parted("k"), parted("v"), attn_mask=mask)
        seen = self.get_submodule("ao")(seen.transpose(1, 2).reshape(count, length, width))
        x = self.get_submodule("aln")(x + functional.dropout(seen, drop, self.training))
        inner = self.get_submodule("fo")(functional.gelu(self.get_submodule("fi")(x)))
        return self.get_submodule("oln")(x + functional.dropout(inner, drop, self.training))


class Network(nn.Module):
    """Vectors in, one score a label and head out. `heads`: labels by head."""

    def __init__(self, model: Packaged, heads: dict[str, int], drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.layers = nn.ModuleList(Layer(model, number) for number in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(model.width, labels) for name, labels in heads.items()})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=1 / math.sqrt(model.width))
            nn.init.zeros_(head.bias)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The last layer's vectors: (sentences, pieces, width)."""
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        return x

    def links(self, asking: Tensor, answering: Tensor) -> Tensor:
        """How likely each word names the source of each asking word: (asking, words), from last vectors of both."""
        asks, answers = self.heads["asks"](asking), self.heads["answers"](answering)
        return torch.as_tensor(asks @ answers.T / math.sqrt(asks.shape[-1]))
