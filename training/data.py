"""Labelled sentences turned into pieces and label numbers."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.labelled import Row, with_demonyms

from dateline.reader import demonyms
from dateline.reader.labels import EVENTS, HEADS, NAMES, POLARITIES, TIMES
from dateline.reader.pieces import Pieces

IGNORED = -1
UNSURE = -2
"""Nothing, or a name of a kind that this source does not label."""

CLAIM_HEADS = ("claims", "status", "voice", "saying", "parties", "places")
"""What only the project's corpus of claims labels."""

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
    links: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Words of claims with the words that name their sources."""


def example(row: Row, source: str, pieces: Pieces, begin: int, end: int) -> Example:
    """A row as numbers."""
    sequence, firsts = [begin], []
    for word, blank in zip(row["words"], row["space"], strict=True):
        firsts.append(len(sequence))
        sequence.extend(pieces.word(word, blank or not firsts[:-1]) or (pieces.unknown,))
    labels: dict[str, tuple[int, ...]] = {}
    if "ner" in row:
        outside = UNSURE if source.startswith("uner") else 0
        names = with_demonyms(row, demonyms.of(row["lang"]))
        labels["names"] = tuple(
            IGNORED if n == "?" else outside if n == "O" else NAMES.index(n) for n in names
        )  # fmt: skip
    if "evt" in row:
        head = "events_ecb" if source.startswith("ecb") else "events"
        labels[head] = tuple(EVENTS.index(e) for e in row["evt"])
    for key, head, values in (("pol", "polarity", POLARITIES), ("time", "time", TIMES)):
        if key in row:
            # What is underspecified ("can fly") is neither denied nor ahead.
            labels[head] = tuple(IGNORED if v is None else int(v == values[1]) for v in row[key])
    for head in CLAIM_HEADS:
        if head in row:
            labels[head] = tuple(IGNORED if v is None else HEADS[head].index(v) for v in row[head])
    links = tuple((at, named) for at, named in enumerate(row.get("links", ())) if named)
    return Example(source, (*sequence, end), tuple(firsts), labels, links)
