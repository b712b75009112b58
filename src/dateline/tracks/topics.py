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

from dateline.bare import names_nothing
from dateline.lang.counted import counted
from dateline.model import Claim, Kind, Status
from dateline.rescheduled import anew
from dateline.tracks.themes import outright, themes, told_within

_FIRST, _SECOND, _LATER = 1.0, 0.5, 0.25
_COMMON = 0.2
_SPEAKING, _CHANGE, _BESIDE, _PEOPLE, _SCENE, _REGULATED = 1.5, 1.4, 0.9, 0.85, 0.7, 0.35
_OF_SCENES = frozenset({"open", "close"})
"""What becomes of a scene and of nothing that happens there: a port is shut by a strike."""


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
        value = (places[i] if i < len(places) else _LATER) - _set_back(topic, claim) + _COMMON * log2(common[name])
        out[name] = max(value, out.get(name, value))
    return out


def _set_back(topic: str, claim: Claim) -> float:
    known = themes()
    if topic in known.speaking:
        return _SPEAKING
    if known.changes(topic):
        return _CHANGE
    if topic in known.beside:
        return _BESIDE
    if topic in known.scene and claim.phase not in _OF_SCENES and not known.deed.isdisjoint(claim.concepts):
        return _SCENE
    if _is_rate_of(topic, claim):
        return _SCENE
    return _PEOPLE if topic in known.persons else _REGULATED if known.named(topic) in known.regulated else 0.0


def _is_rate_of(topic: str, claim: Claim) -> bool:
    """Whether a claim only says how many of these there are as a rule: "22,000 cars a day cross the bridge"."""
    mere = claim.status is Status.ONGOING and not claim.phase
    return mere and any(counted(q.of, claim.lang) == topic for q in claim.quantities)


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
        found = found or _what_changes(claim, near[claim.id], chosen)
        if found:
            moved.setdefault(claim.event or claim.id, found)
    out = {c.id: moved.get(c.event or c.id, chosen[c.id]) for c in claims}
    inside = {c.id: next((t for o in near[c.id] if (t := told_within(c, o))), "") for c in claims}
    return {c: inside[c] or theme for c, theme in out.items()}


def _what_changes(claim: Claim, near: Sequence[Claim], chosen: Mapping[str, str]) -> str:
    """What the article speaks of nearby, for a claim that names a change alone: "the closure", "the delay", "and will
    reopen on Friday", "the government ruled that out"; "" where it says itself what changes, or nothing near does."""
    known, theme = themes(), chosen[claim.id]
    if theme in known.scene_changes:
        scenes = [o for o in near if chosen[o.id] in known.scenes]
        return next((chosen[o.id] for o in (*(o for o in scenes if o.phase in known.switching), *scenes)), "")
    if theme in known.plan_changes:
        return next((t for o in near if (t := chosen[o.id]) and not known.changes(t) and _put_off(o)), "")
    before = [o for o in near if o.span < claim.span]
    beside = theme in known.beside | known.persons | known.speaking
    if beside and claim.phase in known.deciding and names_nothing(claim, but="agent"):
        return next((t for o in before[:1] if (t := chosen[o.id])), "")
    told = before if not theme and (names_nothing(claim) or _in_its_place(claim, before)) else []
    if claim.phase in known.switching:
        return next((t for o in told if (t := chosen[o.id]) in known.scenes), "") or _planned_before(
            claim, told, chosen
        )
    return _planned_before(claim, told, chosen)


def _in_its_place(claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a plan that names no thing of its own takes the place of what was called off right before it: "a new attempt
    is due on 9 June", "the doors now open on 9 June"."""
    return anew(claim) and bool(before) and (before[0].status is Status.CANCELLED or before[0].phase == "postpone")


def _planned_before(claim: Claim, told: Sequence[Claim], chosen: Mapping[str, str]) -> str:
    """The theme of the plan, or of what was put off or called off, that a plan goes on to speak of: "it will now take
    place in May"."""
    ahead = claim.status in (Status.PLANNED, Status.CANCELLED)
    return next((t for o in told[:1] if (t := chosen[o.id]) and ahead and _put_off(o)), "")


def _put_off(claim: Claim) -> bool:
    """Whether a claim tells of a plan, or of one that was put off or called off."""
    return claim.status in (Status.PLANNED, Status.CANCELLED) or claim.phase in ("postpone", "cancel")


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
