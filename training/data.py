"""Labelled sentences read, brought under one rule for demonyms, and turned into pieces and label numbers.

Files and keys are those of the data folder's README. One rule for demonyms, which the sources label in three ways: a
capitalised word of the project's own demonym tables is DEM, whether its source calls it a place (MEANTIME) or nothing
(Universal NER), as long as it is a name by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import lang
from dateline.reader.labels import DEMONYM, EVENTS, NAMES, POLARITIES, TIMES
from dateline.reader.pieces import Pieces

Row = dict[str, Any]

IGNORED = -1
UNSURE = -2
"""Nothing, or a name of a kind that this source does not label."""

TRAIN = ("meantime-dev", "ecb-dev", "uner-da-train", "uner-en-train", "uner-hr-train", "uner-pt-train",
         "uner-sv-train", "uner-zh-train")  # fmt: skip
"""Only what its README marks "train and measure"."""


@dataclass(frozen=True)
class Example:
    """One sentence: its pieces with begin and end, where each word's first piece stands, and labels by head."""

    source: str
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    labels: dict[str, tuple[int, ...]]


def held_out(rows: Iterable[Row]) -> set[str]:
    """Every fifth document by sorted id; translations share an id and stay together."""
    return set(sorted({str(row["doc"]) for row in rows})[::5])


def rows(folder: Path, source: str) -> list[Row]:
    """The labelled sentences of one file."""
    with (folder / f"{source}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def demonyms() -> dict[str, set[tuple[str, ...]]]:
    """Capitalised demonyms by language, each as its words, from the project's tables."""
    found = {}
    for code in lang.available():
        table = lang.load(code).table("names").get("demonyms", {})
        forms = {form for entry in table.values() for form in entry}
        found[code] = {tuple(form.split(" ")) for form in forms if form[:1].isupper()}
    return found


def with_demonyms(row: Row, known: dict[str, set[tuple[str, ...]]]) -> list[str]:
    """The row's name labels under the rule of this module's text."""
    labels, words = list(row["ner"]), row["words"]
    forms = known.get(row["lang"], set())
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            end = start + size
            whole = end == len(words) or not labels[end].startswith("I-")
            free = all(label in ("O", "B-LOC", "I-LOC", "B-MISC", "I-MISC") for label in labels[start:end])
            starts = not labels[start].startswith("I-")
            if whole and free and starts and tuple(words[start:end]) in forms:
                labels[start:end] = [f"B-{DEMONYM}"] + [f"I-{DEMONYM}"] * (size - 1)
    return labels


def example(row: Row, source: str, pieces: Pieces, begin: int, end: int, known: dict[str, set[tuple[str, ...]]]) -> Example:
    """A row as numbers."""
    sequence, firsts = [begin], []
    for word, blank in zip(row["words"], row["space"], strict=True):
        firsts.append(len(sequence))
        sequence.extend(pieces.word(word, blank or not firsts[:-1]) or (pieces.unknown,))
    labels: dict[str, tuple[int, ...]] = {}
    if "ner" in row:
        outside = UNSURE if source.startswith("uner") else 0
        names = with_demonyms(row, known)
        labels["names"] = tuple(
            IGNORED if n == "?" else outside if n == "O" else NAMES.index(n) for n in names
        )  # fmt: skip
    if "evt" in row:
        head = "events_ecb" if source.startswith("ecb") else "events"
        labels[head] = tuple(EVENTS.index(e) for e in row["evt"])
    for key, head, values in (("pol", "polarity", POLARITIES), ("time", "time", TIMES)):
        if key in row:
            labels[head] = tuple(values.index(v) if v in values else IGNORED for v in row[key])
    return Example(source, (*sequence, end), tuple(firsts), labels)
