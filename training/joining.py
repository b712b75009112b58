"""Several sentences or passages as one row: the program reads some 160 pieces together.

Without this a network that only ever saw short passages reads the same words worse in a long window.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby

from benchmarks.labelled import Row


def joined(rows: Sequence[Row], size: int) -> list[Row]:
    """Sentences that follow each other in a document, so many at a time, as one row: as the program reads them."""
    found = []
    for _, group in groupby(rows, lambda row: (row["lang"], row["doc"])):
        own = list(group)
        found += [_one(own[at : at + size]) for at in range(0, len(own), size)]
    return found


def mixed(rows: Sequence[Row], size: int, draw: random.Random) -> list[Row]:
    """Rows of one language that have nothing to do with each other, so many at a time, as one row."""
    found = []
    by_language = sorted(rows, key=lambda row: str(row["lang"]))
    for _, group in groupby(by_language, lambda row: row["lang"]):
        own = list(group)
        draw.shuffle(own)
        found += [_one(own[at : at + size]) for at in range(0, len(own), size)]
    return found


def _one(rows: Sequence[Row]) -> Row:
    """Several rows as one; what not all of them label is left out."""
    keys = [k for k in rows[0] if isinstance(rows[0][k], list) and all(k in row for row in rows)]
    made = {k: [label for row in rows for label in row[k]] for k in keys}
    if "links" in made:
        made["links"] = _moved(rows)
    spaces = [blank or not at for row in rows for at, blank in enumerate(row["space"])]
    return {**{k: v for k, v in rows[0].items() if not isinstance(v, list)}, **made, "space": spaces}


def _moved(rows: Sequence[Row]) -> list[tuple[int, ...] | None]:
    """The links of all rows, counted from the first word of the first."""
    links: list[tuple[int, ...] | None] = []
    for row in rows:
        start = len(links)
        links += [tuple(at + start for at in named) if named else None for named in row["links"]]
    return links
