"""Which of its topics a claim is followed under: its theme.

A claim has one theme. The topic that stands first in it mostly is the thing spoken of; people and offices mostly stand
beside it; a topic that many claims of the story share makes a longer thread; and all claims of an event go together.
A toll is followed as a toll, people who come home as a return, and what only stands beside a thing with that thing
where the article speaks of it (`themes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from dateline.model import Claim, Kind
from dateline.tracks.themes import outright, themes, told_within

_FIRST, _SECOND, _LATER = 1.0, 0.5, 0.25
_COMMON = 0.2
_SPEAKING, _BESIDE, _PEOPLE, _REGULATED = 1.5, 0.9, 0.85, 0.35


def topics(claims: Sequence[Claim]) -> dict[str, str]:
    """The theme of each claim of one story, "" for those that have none."""
    followed = [c for c in claims if c.kind not in (Kind.QUESTION, Kind.STATED_UNKNOWN)]
    common = Counter(topic for c in followed for topic in {themes().named(t) for t in c.concepts})
    weights = {c.id: _weights(c, common) for c in followed}
    events: dict[str, list[Claim]] = {}
    for claim in followed:
        events.setdefault(claim.event or claim.id, []).append(claim)
    chosen = {}
    for members in events.values():
        theme = _settled(members) or _best([weights[m.id] for m in members])
        chosen.update({c.id: theme for c in members})
    return _with_what_is_near(followed, chosen) | {c.id: "" for c in claims if c.id not in chosen}


def _settled(members: Sequence[Claim]) -> str:
    """The theme that most claims of an event have outright; "" where most have none."""
    found = Counter(outright(m) for m in members)
    return min(found, key=lambda t: (-found[t], t))


def _weights(claim: Claim, common: Mapping[str, int]) -> dict[str, float]:
    known, places = themes(), (_FIRST, _SECOND)
    out: dict[str, float] = {}
    for i, topic in reversed(list(enumerate(claim.concepts))):
        name = known.named(topic)
        value = (places[i] if i < len(places) else _LATER) - _set_back(topic) + _COMMON * log2(common[name])
        out[name] = max(value, out.get(name, value))
    return out


def _set_back(topic: str) -> float:
    known = themes()
    if topic in known.speaking:
        return _SPEAKING
    if topic in known.beside:
        return _BESIDE
    return _PEOPLE if topic in known.people else _REGULATED if known.named(topic) in known.regulated else 0.0


def _best(weights: Iterable[Mapping[str, float]]) -> str:
    """The topic with the most weight among those that at least half of the claims have."""
    items = list(weights)
    total: Counter[str] = Counter()
    held = Counter(topic for w in items for topic in w)
    for w in items:
        total.update(w)
    able = [t for t in total if 2 * held[t] >= len(items)] or list(total)
    return min(able, key=lambda t: (-round(total[t], 6), t), default="")


_NEAR = 3
"""Claims of an article between which one topic is taken to be spoken of along with another."""


def _with_what_is_near(claims: Sequence[Claim], chosen: Mapping[str, str]) -> dict[str, str]:
    """The themes, with those that only stand beside a thing replaced by the thing the article speaks of nearby."""
    near = _neighbours(claims)
    moved: dict[str, str] = {}
    for claim in claims:
        wanted = themes().beside_of.get(chosen[claim.id], frozenset())
        own = sorted(wanted.intersection(themes().named(t) for t in claim.concepts))
        found = next(iter(own), "") or next((chosen[o.id] for o in near[claim.id] if chosen[o.id] in wanted), "")
        if found:
            moved.setdefault(claim.event or claim.id, found)
    out = {c.id: moved.get(c.event or c.id, chosen[c.id]) for c in claims}
    inside = {c.id: next((t for o in near[c.id] if (t := told_within(c, o))), "") for c in claims}
    return {c: inside[c] or theme for c, theme in out.items()}


def _neighbours(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The claims near each claim in its article: those before it, the nearest first, then those after it."""
    articles: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.span, c.id)):
        articles.setdefault(claim.span.article, []).append(claim)
    return {
        claim.id: members[max(0, i - _NEAR) : i][::-1] + members[i + 1 : i + 1 + _NEAR]
        for members in articles.values()
        for i, claim in enumerate(members)
    }
