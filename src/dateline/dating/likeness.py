"""How like texts are by the rare things they share: word runs, and figures beside the words they count.

Texts printed on one day use the same rare words: case counts, names, turns of phrase. Each text is a unit vector over its
rare runs, weighted by how few texts have them (inverse document frequency); likeness is the cosine. Runs that many
texts have are left out, so that a text costs the same in a large collection as in a small one, and one that shares
nothing changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import floor, log

import numpy as np
from numpy.typing import NDArray

from dateline.model import Reading

Floats = NDArray[np.float64]

_LEAD = 5000
"""Characters of a text that are compared: what is new stands first."""

_COMMON = 40
"""Runs that more texts have say nothing."""

_FIGURE, _COUNT = 2.0, 4.0
"""Figures change from day to day, words do not: runs with digits weigh more, most of all an exact count (1,349)."""

_EXACT = re.compile(r"(?:^|[: ])(?!(?:19|20)\d\d(?: |$))(?!\d+00(?: |$))\d{3,}")
"""A figure of three digits and more that is neither round nor a year."""

_STEP = 0.2
"""Figures are near when they differ by less than about a fifth: counts of one thing drift from day to day."""

_LEAST_FIGURE = 10
_SHORT = 3
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts by what they share. `starts[r]:starts[r + 1]` are the texts (`holders`, by place in `names`) that have run r."""

    names: tuple[str, ...]
    places: Mapping[str, int]
    own: Mapping[str, tuple[NDArray[np.int64], Floats]]
    starts: NDArray[np.int64]
    holders: NDArray[np.int64]
    weights: Floats

    def of(self, article: str) -> Floats:
        """The likeness of each text in `names` to this one, 0 to itself and to texts that share nothing with it."""
        found = np.zeros(len(self.names))
        runs, strengths = self.own.get(article, (np.zeros(0, np.int64), np.zeros(0)))
        if not len(runs):
            return found
        counts = self.starts[runs + 1] - self.starts[runs]
        offsets = np.repeat(self.starts[runs] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        at = np.arange(int(counts.sum())) + offsets
        found += np.bincount(self.holders[at], self.weights[at] * np.repeat(strengths, counts), len(self.names))
        found[self.places[article]] = 0.0
        rounded: Floats = np.round(found, 9)
        return rounded


def by_words(readings: Iterable[Reading]) -> Likeness:
    """Texts by their rare words and runs of two and three words; runs with figures weigh more."""
    return _likeness({r.article.id: _runs(r) for r in readings}, stressed=True)


def by_figures(readings: Iterable[Reading]) -> Likeness:
    """Texts by figures of about one size that stand in sentences with the same words."""
    return _likeness({r.article.id: _counted(r) for r in readings}, stressed=False)


def _likeness(runs: Mapping[str, Collection[str]], stressed: bool) -> Likeness:
    counts = Counter(run for found in runs.values() for run in found)
    numbers = {run: i for i, run in enumerate(sorted(r for r, n in counts.items() if 1 < n <= _COMMON))}
    names = tuple(sorted(runs))
    weight = np.array([log(2 * _COMMON / counts[r]) ** 2 * (_stress(r) if stressed else 1.0) for r in numbers])
    own, holders = {}, []
    for article in names:
        mine = np.array(sorted(numbers[r] for r in runs[article] if r in numbers), dtype=np.int64)
        raw = weight[mine] if len(mine) else np.zeros(0)
        own[article] = (mine, raw / np.sqrt((raw * raw).sum()) if len(mine) else raw)
        holders.append(mine)
    held = np.concatenate(holders) if holders else np.zeros(0, np.int64)
    who = np.repeat(np.arange(len(names)), [len(h) for h in holders]) if holders else np.zeros(0, np.int64)
    strengths = np.concatenate([own[a][1] for a in names]) if holders else np.zeros(0)
    order = np.argsort(held, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(held, minlength=len(numbers))))).astype(np.int64)
    return Likeness(names, {a: i for i, a in enumerate(names)}, own, starts, who[order], strengths[order])


def _runs(reading: Reading) -> set[str]:
    """Rare words and runs of two and three words, marked with the language."""
    words = _WORD.findall(reading.article.text[:_LEAD].casefold())
    single = {w for w in words if len(w) > _SHORT or (w[0].isdigit() and len(w) > 1)}
    runs = {" ".join(words[i : i + n]) for n in (2, 3) for i in range(len(words) - n + 1)}
    return {f"{reading.article.lang}:{run}" for run in single | runs}


def _stress(run: str) -> float:
    if not any(ch.isdigit() for ch in run):
        return 1.0
    return _COUNT if _EXACT.search(run.replace(",", "").replace(".", "")) else _FIGURE


def _counted(reading: Reading) -> set[str]:
    """Each figure with each longer word of its sentence, the figure as two overlapping steps of a scale of logarithms."""
    found: set[str] = set()
    for sentence in reading.sentences:
        if sentence.start > _LEAD:
            break
        words = _WORD.findall(reading.article.text[sentence.start : sentence.end].casefold())
        beside = {w for w in words if len(w) > _SHORT and w.isalpha()}
        for step in {s for w in words if (value := figure(w)) for s in _steps(value)}:
            found.update(f"{reading.article.lang}:{word} {step}" for word in beside)
    return found


def figure(word: str) -> int:
    """The value of a whole figure that may count something; 0 for small ones, years and anything else."""
    digits = word.replace(",", "").replace(".", "")
    if not digits.isdecimal() or len(digits) > 12 or any(len(part) != 3 for part in re.split("[.,]", word)[1:]):
        return 0
    value = int(digits)
    return 0 if value < _LEAST_FIGURE or 1900 <= value <= 2050 else value


def _steps(value: int) -> tuple[float, float]:
    scale = log(value) / _STEP
    return float(floor(scale)), floor(scale + 0.5) + 0.5
