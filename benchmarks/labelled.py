"""Labelled sentences: read, split into learnt and held out, and brought under one rule for demonyms.

Files and keys are those of the data folder's README. Three sources label demonyms in three ways (a place, MISC, nothing);
the rule here: a capitalised word or group of the project's own demonym tables is DEM, as long as it is no part of a
longer name.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from dateline.reader.demonyms import Form

Row = dict[str, Any]

_FREE = {"O", "B-LOC", "I-LOC", "B-MISC", "I-MISC"}
_LONGEST_FORM = 3


def read(file: Path) -> list[Row]:
    """The labelled sentences of one file, one a line."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_out(rows: Iterable[Row]) -> set[str]:
    """Every fifth document by sorted id; translations share an id and stay together."""
    return set(sorted({str(row["doc"]) for row in rows})[::5])


def with_demonyms(row: Row, forms: Collection[Form]) -> list[str]:
    """The row's name labels under the rule of this module's text: B-DEM, I-DEM."""
    labels, words = list(row["ner"]), row["words"]
    for size in range(_LONGEST_FORM, 0, -1):
        for start in range(len(words) - size + 1):
            end = start + size
            whole = end == len(words) or not labels[end].startswith("I-")
            free = _FREE.issuperset(labels[start:end]) and not labels[start].startswith("I-")
            if whole and free and tuple(words[start:end]) in forms:
                labels[start:end] = ["B-DEM"] + ["I-DEM"] * (size - 1)
    return labels
