"""Sentences in which every name is another one of its kind: what stands around a name tells, not the name alone.

Mention replacement, after Dai and Adel (2020), *An Analysis of Simple Data Augmentation for Named Entity Recognition*.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from benchmarks.labelled import Row

_KEYS = ("ner", "evt", "pol", "time", "cert")
_KEPT = 0.3
"""How often a name stays."""


def renamed(rows: Sequence[Row], names: Iterable[Row], draw: random.Random) -> list[Row]:
    """The rows that have names, most of them exchanged for another of their kind and language; `names` are the rows these come
    from."""
    pool: dict[tuple[str, str], list[tuple[list[str], list[bool]]]] = {}
    for row in names:
        for start, end, kind in _spans(row["ner"]):
            pool.setdefault((row["lang"], kind), []).append((row["words"][start:end], row["space"][start:end]))
    return [_renamed(row, pool, draw) for row in rows if any(label != "O" for label in row["ner"])]


def _renamed(row: Row, pool: dict[tuple[str, str], list[tuple[list[str], list[bool]]]], draw: random.Random) -> Row:
    made: Row = {**row, "words": [], "space": [], **{key: [] for key in _KEYS if key in row}}
    spans = {start: (end, kind) for start, end, kind in _spans(row["ner"])}
    at = 0
    while at < len(row["words"]):
        end, kind = spans.get(at, (at + 1, ""))
        found = pool.get((row["lang"], kind), ())
        free = all(label == "O" for label in row.get("evt", ["O"] * len(row["words"]))[at:end])
        if found and free and draw.random() > _KEPT:
            words, space = draw.choice(found)
            made["words"] += words
            made["space"] += [row["space"][at], *space[1:]]
            made["ner"] += [f"B-{kind}"] + [f"I-{kind}"] * (len(words) - 1)
            for key in _KEYS[1:]:
                if key in row:
                    made[key] += [row[key][at]] * len(words)
        else:
            made["words"] += row["words"][at:end]
            made["space"] += row["space"][at:end]
            for key in _KEYS:
                if key in row:
                    made[key] += row[key][at:end]
        at = end
    return made


def _spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where names begin and end, and their kinds; names that are not judged are left out."""
    found = []
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            end = at + 1
            while end < len(labels) and labels[end] == f"I-{label[2:]}":
                end += 1
            found.append((at, end, label[2:]))
    return found
