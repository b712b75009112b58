"""Which claims are about one thing whose condition is followed: the track a claim belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Dating, Event, Kind, Reading, Status, Story
from dateline.when import NEVER_SAID, When

_WEAK = frozenset({
    *("government", "president", "minister", "ministry", "parliament", "spokesperson", "company", "police", "court"),
    *("report", "country", "people", "citizen", "law", "talks", "meeting", "student", "passenger"),
    *("airline", "pandemic"),
})  # fmt: skip
"""Topics that mostly stand beside the thing a claim is about: taken only where there is no other."""

_BEARING = frozenset({Status.PLANNED, Status.CANCELLED, Status.REQUIRED, Status.ONGOING})
"""Statuses that make a condition even without a word of change."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim on a track, with the day its article is of."""

    claim: Claim
    said: When
    paper: str

    @property
    def holds(self) -> When:
        """When what it says holds: its own time, else the day it was printed for what it says is so or has happened."""
        if self.claim.time.known:
            return self.claim.time
        return NEVER_SAID if self.claim.status is Status.PLANNED else self.said

    @property
    def order(self) -> tuple[tuple[int, int, str], tuple[int, int, str], str]:
        """By the time it holds, then by the day it was printed, then by id."""
        return self.holds.sort_key, self.said.sort_key, self.claim.id


def threads(
    readings: Sequence[Reading], datings: Sequence[Dating], story_of: Mapping[str, str]
) -> dict[tuple[str, str], list[Entry]]:
    """The entries of each track that has a condition to follow, by (story, topic), in the order they hold."""
    days = {d.article: d.when for d in datings}
    found: dict[tuple[str, str], list[Entry]] = {}
    for reading in readings:
        article = reading.article
        paper = article.source or article.path or article.id
        for claim in reading.claims:
            topic = topic_of(claim)
            if topic:
                entry = Entry(claim, days.get(article.id, article.published), paper)
                found.setdefault((story_of.get(article.id, ""), topic), []).append(entry)
    kept = {key: sorted(entries, key=lambda e: e.order) for key, entries in found.items() if _has_condition(entries)}
    return dict(sorted(kept.items()))


def homes(readings: Sequence[Reading], events: Sequence[Event], stories: Sequence[Story]) -> dict[str, str]:
    """The story of each article; where no stories are given, the least article that it hangs together with by events."""
    if stories:
        return {article: story.id for story in stories for article in story.articles}
    article_of = {c.id: r.article.id for r in readings for c in r.claims}
    home = {r.article.id: r.article.id for r in readings}

    def root(article: str) -> str:
        while home[article] != article:
            article = home[article]
        return article

    for event in events:
        first, *others = (article_of[c] for c in event.claims)
        for other in others:
            low, high = sorted((root(first), root(other)))
            home[high] = low
    return {article: root(article) for article in home}


def topic_of(claim: Claim) -> str:
    """The topic whose condition a claim speaks of; "" where it speaks of none."""
    if claim.kind in (Kind.QUESTION, Kind.STATED_UNKNOWN):
        return ""
    strong = [c for c in claim.concepts if c not in _WEAK]
    return (strong or list(claim.concepts) or [""])[0]


def _has_condition(entries: Sequence[Entry]) -> bool:
    return any(e.claim.phase or e.claim.status in _BEARING for e in entries)


def label(topic: str, entries: Sequence[Entry], names: Mapping[str, str]) -> str:
    """The topic in words and the one thing that most of the claims name, where there is one."""
    counts: dict[str, int] = {}
    for entry in entries:
        for entity in {p.entity for p in entry.claim.participants if p.entity} | set(entry.claim.places):
            counts[entity] = counts.get(entity, 0) + 1
    best = min(counts, key=lambda e: (-counts[e], e), default="")
    words = topic.replace("-", " ")
    return f"{words}, {names[best]}" if best in names and 2 * counts[best] >= len(entries) else words
