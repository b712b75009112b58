"""The labels of the reader's heads, in the order of the network's outputs. A new head is a new entry here and in training."""

from __future__ import annotations

from dateline.model import Status

OUTSIDE = "O"
DEMONYM = "DEM"
KINDS = ("PER", "ORG", "LOC", "MISC", DEMONYM)


def _bio(*kinds: str) -> tuple[str, ...]:
    """Labels of words that stand in spans of these kinds, or in none."""
    return (OUTSIDE, *(f"{place}-{kind}" for kind in kinds for place in ("B", "I")))


NAMES = _bio(*KINDS)
EVENTS = (OUTSIDE, "B", "I")
POLARITIES = ("POS", "NEG")
TIMES = ("NON_FUTURE", "FUTURE")

CLAIMS = (OUTSIDE, "B", "I")
"""Whether a word stands in a claim; B is the first word of one."""

STATUSES = (OUTSIDE, *(str(status) for status in Status))
"""The status of the innermost claim around a word."""

PAPER, SOURCE, HEARSAY = "paper", "source", "hearsay"
VOICES = (PAPER, SOURCE, HEARSAY)
"""On whose word the innermost claim stands: the paper's own, that of somebody the text names, of nobody named."""

SAYING = _bio("source", "cue")
"""Words that name who speaks, and words of saying."""

PARTIES = _bio("agent", "patient", "permitter")
PLACES = _bio("origin", "destination", "via", "place")
"""Roles in the innermost claim; a place can stand inside a party."""

HEADS = {
    "names": NAMES,
    "events": EVENTS,
    "polarity": POLARITIES,
    "time": TIMES,
    "claims": CLAIMS,
    "status": STATUSES,
    "voice": VOICES,
    "saying": SAYING,
    "parties": PARTIES,
    "places": PLACES,
}

LINKS = {"asks": 64, "answers": 64}
"""Two vectors a word: what a word of a claim asks for, and what a word answers that names who says it. The greater their
product, the likelier the word names the claim's source (cf. the biaffine scores of Dozat and Manning 2017)."""
