"""Which claims are about one thing whose condition is followed: the track a claim belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dateline.model import Claim, Dating, Event, Reading, Status, Story
from dateline.tracks.topics import topics
from dateline.when import NEVER_SAID, When

_BEARING = frozenset({Status.PLANNED, Status.CANCELLED, Status.REQUIRED, Status.ONGOING})
"""Statuses that make a condition even without a word of change."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim on a track, the day its article is of, the time of its event, and all dates that stand in its words
    ("further flights followed on 24 and 26 August")."""

    claim: Claim
    said: When
    paper: str
    event_time: When = NEVER_SAID
    days: tuple[When, ...] = ()

    @property
    def holds(self) -> When:
        """When what it says holds: its own time; else its event's, or for what goes on the day it was printed."""
        if self.claim.time.known:
            return self.claim.time
        return self.said if self.claim.status is Status.ONGOING else self.event_time

    @property
    def order(self) -> tuple[tuple[int, int, str], tuple[int, int, str], str]:
        """By the time it holds, or was printed where that is unknown; then by the day it was printed, then by id."""
        return (self.holds if self.holds.known else self.said).sort_key, self.said.sort_key, self.claim.id


def threads(
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    events: Mapping[str, Event],
    story_of: Mapping[str, str],
) -> dict[tuple[str, str], list[Entry]]:
    """The entries of each track, by (story, topic), in the order they hold.

    A plan with a day but without a topic is a track of its own, named after its event, so that no plan is lost.
    """
    days = {d.article: d.when for d in datings}
    stories: dict[str, list[Reading]] = {}
    for reading in readings:
        stories.setdefault(story_of.get(reading.article.id, ""), []).append(reading)
    dates = {c.id: _dates(r, c) for r in readings for c in r.claims}
    found: dict[tuple[str, str], list[Entry]] = {}
    for story, members in stories.items():
        topic_of = topics([c for r in members for c in r.claims])
        for article, claim in ((r.article, c) for r in members for c in r.claims):
            said = days.get(article.id, article.published)
            key = topic_of[claim.id] or (claim.event or claim.id if _bare_plan(claim, said) else "")
            if key:
                time = events[claim.event].time if claim.event in events else NEVER_SAID
                paper = article.source or PurePath(article.path).name or article.id
                found.setdefault((story, key), []).append(Entry(claim, said, paper, time, dates[claim.id]))
    kept = {key: sorted(entries, key=lambda e: e.order) for key, entries in found.items() if _has_condition(entries)}
    return dict(sorted(kept.items()))


def _dates(reading: Reading, claim: Claim) -> tuple[When, ...]:
    inside = (t for t in reading.timexes if claim.span.start <= t.span.start and t.span.end <= claim.span.end)
    return tuple(t.when for t in inside if t.type in ("DATE", "TIME") and t.when.known and not t.when.lasting)


def _bare_plan(claim: Claim, printed: When) -> bool:
    """Whether a claim plans something for a time after its printing."""
    ahead = claim.status is Status.PLANNED and bool(claim.time_expr) and claim.time.known
    if not ahead or claim.time.earliest is None or printed.latest is None:
        return False
    return claim.time.earliest > printed.latest


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


def _has_condition(entries: Sequence[Entry]) -> bool:
    """Whether any of them says how something stands or what becomes of it; that it is not so says neither."""
    return any(e.claim.phase or e.claim.status in _BEARING or _says_how_much(e.claim) for e in entries)


def _says_how_much(claim: Claim) -> bool:
    return bool(claim.quantities) and claim.status is Status.HAPPENED


_LABEL = 40


def label(topic: str, entries: Sequence[Entry], names: Mapping[str, str]) -> str:
    """The topic in words and the one thing that most of the claims name; for a plan without a topic its own words."""
    counts: dict[str, int] = {}
    for entry in entries:
        for entity in {p.entity for p in entry.claim.participants if p.entity} | set(entry.claim.places):
            counts[entity] = counts.get(entity, 0) + 1
    best = min(counts, key=lambda e: (-counts[e], e), default="")
    if topic.startswith(("e-", "c-")):
        quote = " ".join(entries[0].claim.span.quote.split())
        return quote if len(quote) <= _LABEL else quote[:_LABEL].rsplit(" ", 1)[0] + " …"
    words = topic.replace("-", " ")
    return f"{words}, {names[best]}" if best in names and 2 * counts[best] >= len(entries) else words
