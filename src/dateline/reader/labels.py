"""The labels of the reader's heads, in the order of the network's outputs. A new head is a new entry here and in training."""

from __future__ import annotations

OUTSIDE = "O"
DEMONYM = "DEM"
KINDS = ("PER", "ORG", "LOC", "MISC", DEMONYM)

NAMES = (OUTSIDE, *(f"{place}-{kind}" for kind in KINDS for place in ("B", "I")))
EVENTS = (OUTSIDE, "B", "I")
POLARITIES = ("POS", "NEG")
TIMES = ("NON_FUTURE", "FUTURE")

HEADS = {"names": NAMES, "events": EVENTS, "polarity": POLARITIES, "time": TIMES}
