"""A claim on a track, and what a track is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.bare import names_nothing
from dateline.model import Claim, Event, Reading, Status, Story
from dateline.overlap import Places
from dateline.tracks.naming import World
from dateline.tracks.themes import themes
from dateline.when import NEVER_SAID, When

_BEARING = frozenset({Status.PLANNED, Status.CANCELLED, Status.REQUIRED, Status.ONGOING})
"""Statuses that make a condition even without a word of change."""


_SAID = frozenset({"confirm", "deny"})
"""Words of saying rather than changes: that a lawyer denies it is no state of the lawyer."""


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


def dates(reading: Reading) -> dict[str, tuple[When, ...]]:
    """By claim the days that stand in its words."""
    dated = [t for t in reading.timexes if t.type in ("DATE", "TIME") and t.when.known and not t.when.lasting]
    places = Places([(t.span.start, t.span.end) for t in dated])
    return {c.id: tuple(dated[n].when for n in places.inside(c.span.start, c.span.end)) for c in reading.claims}


def bare_plan(claim: Claim, printed: When) -> bool:
    """Whether a claim plans something for a time after its printing."""
    ahead = claim.status is Status.PLANNED and bool(claim.time_expr) and claim.time.known
    compared = claim.phase == "plan" and names_nothing(claim)  # "a day later than planned"
    if not ahead or compared or claim.time.earliest is None or printed.latest is None:
        return False
    return claim.time.earliest > printed.latest


def has_condition(entries: Sequence[Entry]) -> bool:
    """Whether any of them says how something stands or what becomes of it; that it is not so says neither."""
    return any(
        (e.claim.phase and e.claim.phase not in _SAID) or e.claim.status in _BEARING or _says_how_much(e.claim)
        for e in entries
    )


def _says_how_much(claim: Claim) -> bool:
    return bool(claim.quantities) and claim.status is Status.HAPPENED


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


_LABEL = 40
_USUAL, _TELLING = 3, 6
"""What one in so many claims names stands in the label; less is asked where the story has several rows on the topic
or nothing else is named half as often."""


def label(topic: str, entries: Sequence[Entry], names: Mapping[str, str], known: World, apart: bool = False) -> str:
    """The topic in words and the one thing that many of the claims name; for a plan without a topic its own words.

    Where the story has several rows on the topic (`apart`), the thing named most tells them from each other.
    """
    if topic.startswith(("e-", "c-")):
        quote = " ".join(entries[0].claim.span.quote.split())
        return quote if len(quote) <= _LABEL else quote[:_LABEL].rsplit(" ", 1)[0] + " …"
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update({p.entity for p in entry.claim.participants if p.entity} | set(entry.claim.places))
    alike = {e: sum(n for o, n in counts.items() if known.one_name(e, o)) for e in counts}
    places = {p for entry in entries for p in entry.claim.places}
    best = min(counts, key=lambda e: (-alike[e], -counts[e], e not in places, e), default="")
    words = _spoken(topic, entries).replace("-", " ")
    others = max((n for e, n in counts.items() if not known.one_name(e, best)), default=0)
    least = _TELLING if apart or alike.get(best, 0) >= 2 * others else _USUAL
    return f"{words}, {names[best]}" if best in names and least * alike[best] >= len(entries) else words


def _spoken(topic: str, entries: Sequence[Entry]) -> str:
    """The one of a family of topics that most of the claims speak of: the airport, where flights are hardly named."""
    family = [t for t, name in themes().family.items() if name == topic] + [topic]
    said = Counter(t for e in entries for t in set(e.claim.concepts) if t in family)
    return min(family, key=lambda t: (-said[t], t != topic, t))
