"""Teach the packaged encoder which clauses, and which articles, of different papers tell of one thing.

    python -m training.matching src/dateline/reader --threads 1

Trained on are the situations of `corpus/matching/train`: three or four papers each, their clauses numbered by what they tell
of. Beside every packaged matrix two narrow ones learn (rank 16; Hu et al. 2021, *LoRA*); all else stays. Two losses, both of
the kind that asks for the right one among the given (InfoNCE, van den Oord et al. 2018), with "none of them" as one more
answer, as likely as a cosine that is learnt along:

* a clause finds those with its number among the clauses of each other article of its situation;
* an article, by its title and first letters, finds the others of its situation among those of nine; of three it is alone.

Same seed, thread count and processor kind, same weights. About ten minutes on one thread.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from benchmarks.matching import Report, Situation, folder, situations
from torch import Tensor, nn
from torch.nn import functional

from dateline import encoders
from dateline.reader import packaged, rounding
from dateline.reader.packaged import Packaged
from dateline.reader.pieces import Pieces
from dateline.reader.vectors import PREFIX
from training import vectors
from training.network import MATRICES, Layer
from training.train import Inputs

RANK = 16
RATE, NONE_RATE = 5e-4, 1e-3
TEMPERATURE = 0.05
"""What cosines are divided by."""

ROUNDS = 3.0
TOGETHER, BESIDE, LONE = 3, 3, 3
"""Situations of one step: those with their clauses, those whose articles only are asked, those of which one article is."""

LETTERS = (200, 350, 500, 700)
"""How much of an article is seen."""

TITLED = 0.6
DROP = 0.1
AT_ONCE = 16


class Taught(nn.Module):
    """A matrix that stays, with two narrow ones beside it that learn; the product of these starts at nothing."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) * 0.02)
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        """The sum of both."""
        return torch.as_tensor(self.linear(x) + (x @ self.down.T) @ self.up.T)


class Encoder(nn.Module):
    """The whole packaged encoder with what it learns, and the cosines of "none of them"."""

    def __init__(self, model: Packaged, mean: Tensor) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(model, number) for number in range(model.layers)).requires_grad_(False)
        for layer in self.layers:
            for name in MATRICES:
                setattr(layer, name, Taught(layer.get_submodule(name)))  # type: ignore[arg-type]
        self.none = nn.Parameter(torch.tensor([0.3, 0.4]))
        self.register_buffer("mean", mean)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors with the mean taken off, as `dateline.encoders` makes them: shape (texts, width)."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                x = layer(x, mask, DROP)
        weights = mask[:, 0, 0, :, None].float()
        found = (x.float() * weights).sum(1) / weights.sum(1)
        return functional.normalize(functional.normalize(found, dim=1) - self.mean, dim=1)

    def learnt(self) -> rounding.Arrays:
        """The narrow matrices by the package's names."""
        found = {}
        for number, layer in enumerate(self.layers):
            for name in MATRICES:
                taught = layer.get_submodule(name)
                for way in ("up", "down"):
                    values = taught.get_parameter(way).detach().numpy()
                    found[f"l{number}.{name}.{way}"] = values.astype(np.float16)
        return found


class Teacher:
    """Makes texts into vectors and vectors into losses."""

    def __init__(self, model: Packaged, encoder: Encoder, seed: int) -> None:
        self.encoder = encoder
        self._model, self._pieces, self._inputs = model, Pieces(model), Inputs(model)
        self._chance = random.Random(seed)

    def clauses(self, situation: Situation) -> Tensor:
        """How far the clauses of a situation are from finding those with their number."""
        marks = [(at, mark) for at, report in enumerate(situation.reports) for mark in report.marks]
        found = self._encoded([situation.reports[at].text[mark.start : mark.end] for at, mark in marks])
        near = found @ found.T / TEMPERATURE
        article = torch.tensor([at for at, _ in marks])
        number = torch.tensor([mark.number for _, mark in marks])
        none = self.encoder.none[0] / TEMPERATURE
        losses = []
        for at in range(len(situation.reports)):
            there, others = (article == at).nonzero()[:, 0], (article != at).nonzero()[:, 0]
            same = number[others][:, None] == number[there][None]
            losses.append(_asked(near[others][:, there], same, none))
        return torch.cat(losses).mean()

    def articles(self, whole: Sequence[Situation], lone: Sequence[Situation]) -> Tensor:
        """How far articles are from finding the others of their situation; of those in `lone` one article is there."""
        shown = [(at, report) for at, situation in enumerate(whole) for report in situation.reports]
        shown += [(len(whole) + at, self._chance.choice(s.reports)) for at, s in enumerate(lone)]
        found = self._encoded([self._seen(report) for _, report in shown])
        own = torch.eye(len(shown), dtype=torch.bool)
        home = torch.tensor([at for at, _ in shown])
        same = (home[:, None] == home[None]) & ~own
        near = (found @ found.T / TEMPERATURE).masked_fill(own, -1e9)
        return _asked(near, same, self.encoder.none[1] / TEMPERATURE).mean()

    def steps(self, given: Sequence[Situation]) -> Iterator[list[Situation]]:
        """The situations of each step, those with their clauses first."""
        waiting: list[Situation] = []
        for _ in range(int(ROUNDS * len(given) / TOGETHER)):
            if len(waiting) < TOGETHER:
                waiting += self._chance.sample(list(given), len(given))
            own, waiting = waiting[:TOGETHER], waiting[TOGETHER:]
            others = [s for s in self._chance.sample(list(given), TOGETHER + BESIDE + LONE) if s not in own]
            yield [*own, *others[: BESIDE + LONE]]

    def _seen(self, report: Report) -> str:
        title = f"{report.title}. " if self._chance.random() < TITLED else ""
        return title + report.text[: self._chance.choice(LETTERS)]

    def _encoded(self, texts: Sequence[str]) -> Tensor:
        model = self._model
        split = [[model.begin, *self._pieces.text(PREFIX + text), model.end] for text in texts]
        order = sorted(range(len(split)), key=lambda at: (-len(split[at]), at))
        found: list[Tensor] = [torch.empty(0)] * len(split)
        for start in range(0, len(order), AT_ONCE):
            part = order[start : start + AT_ONCE]
            rows = self.encoder(*self._inputs([split[at] for at in part]))
            for row, at in enumerate(part):
                found[at] = rows[row]
        return torch.stack(found)


def _asked(near: Tensor, same: Tensor, none: Tensor) -> Tensor:
    """Of each row how unlikely a right column is, or none of them where none is right: shape (rows,)."""
    near = torch.cat([near, none.expand(len(near), 1)], 1)
    same = torch.cat([same, ~same.any(1, keepdim=True)], 1)
    return near.logsumexp(1) - near.masked_fill(~same, -1e9).logsumexp(1)


def learn(teacher: Teacher, given: Sequence[Situation]) -> None:
    """All steps, the rate rising over the first tenth and then falling to nothing."""
    narrow = [p for name, p in teacher.encoder.named_parameters() if p.requires_grad and name != "none"]
    rates = [{"params": narrow, "lr": RATE}, {"params": [teacher.encoder.none], "lr": NONE_RATE}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    work = list(teacher.steps(given))
    warm = max(1, len(work) // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.05, 1 - step / len(work)))
    )
    teacher.encoder.train()
    start, told = time.perf_counter(), [0.0, 0.0]
    for step, shown in enumerate(work, 1):
        optimiser.zero_grad()
        for situation in shown[:TOGETHER]:
            value = teacher.clauses(situation) / TOGETHER
            value.backward()  # type: ignore[no-untyped-call]
            told[0] += float(value.detach())
        value = teacher.articles(shown[: TOGETHER + BESIDE], shown[TOGETHER + BESIDE :])
        value.backward()  # type: ignore[no-untyped-call]
        told[1] += float(value.detach())
        torch.nn.utils.clip_grad_norm_(narrow, 1.0)
        optimiser.step()
        schedule.step()
        if step % 10 == 0:
            seconds = time.perf_counter() - start
            print(
                f"{step}/{len(work)} clauses {told[0] / 10:.3f} articles {told[1] / 10:.3f}  {seconds:.0f} s",
                flush=True,
            )
            told = [0.0, 0.0]


def main() -> None:
    """Train, round and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(options.seed)
    model = packaged.installed()
    mean = torch.from_numpy(encoders.frozen_mean())
    encoder = Encoder(model, mean)
    learn(Teacher(model, encoder, options.seed), situations(folder("train")))
    found = vectors.calibrated(model, vectors.texts(model), encoder.learnt())
    with (options.out / rounding.MATCHING_FILE).open("wb") as file:
        np.savez(file, allow_pickle=False, **found)


if __name__ == "__main__":
    main()
