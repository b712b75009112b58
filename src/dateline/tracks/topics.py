"""Which of its topics a claim is followed under.

A claim has one track. The topic that stands first in it mostly is the thing spoken of; people and offices mostly stand
beside it; a topic that many claims of the story share makes a longer thread; and all claims of an event go together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from dateline.model import Claim, Kind

_FIRST, _SECOND, _LATER = 1.0, 0.5, 0.25
_COMMON = 0.2

_BESIDE = frozenset({
    *("government", "president", "minister", "ministry", "parliament", "spokesperson", "company", "police", "court"),
    *("report", "country", "people", "law", "talks", "meeting", "policy", "health", "pandemic", "airline", "airport"),
    *("security-council", "union", "party", "military", "media", "official"),
})  # fmt: skip
"""Topics that mostly stand beside the thing a claim is about."""

_PEOPLE = frozenset({
    *("worker", "student", "diplomat", "tourist", "citizen", "passenger", "migrant", "refugee", "prisoner", "soldier"),
})  # fmt: skip
"""Those it happens to, rather than what happens."""

_SET_BACK = {**dict.fromkeys(_BESIDE, 0.9), **dict.fromkeys(_PEOPLE, 0.85)}


def topics(claims: Sequence[Claim]) -> dict[str, str]:
    """The topic of each claim of one story, "" for those that have none."""
    followed = [c for c in claims if c.kind not in (Kind.QUESTION, Kind.STATED_UNKNOWN)]
    common = Counter(topic for c in followed for topic in set(c.concepts))
    weights = {c.id: _weights(c, common) for c in followed}
    events: dict[str, list[Claim]] = {}
    for claim in followed:
        events.setdefault(claim.event or claim.id, []).append(claim)
    chosen = {c.id: _best([weights[m.id] for m in members]) for members in events.values() for c in members}
    return {c.id: chosen.get(c.id, "") for c in claims}


def _weights(claim: Claim, common: Mapping[str, int]) -> dict[str, float]:
    places = (_FIRST, _SECOND)
    return {
        topic: (places[i] if i < len(places) else _LATER) - _SET_BACK.get(topic, 0.0) + _COMMON * log2(common[topic])
        for i, topic in reversed(list(enumerate(claim.concepts)))
    }


def _best(weights: Iterable[Mapping[str, float]]) -> str:
    """The topic with the most weight among those that at least half of the claims have."""
    items = list(weights)
    total: Counter[str] = Counter()
    held = Counter(topic for w in items for topic in w)
    for w in items:
        total.update(w)
    able = [t for t in total if 2 * held[t] >= len(items)] or list(total)
    return min(able, key=lambda t: (-round(total[t], 6), t), default="")
