"""Which claims are about one thing whose condition is followed: the tracks of a collection.

A track is a story, a theme and a matter: what is spoken of (`topics`), and which of several such things (`matters`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from dateline.model import Claim, Dating, Event, Reading, Relation, RelationKind, Status
from dateline.tracks.matters import matters, named
from dateline.tracks.naming import World
from dateline.tracks.outcomes import Told, told
from dateline.tracks.themes import themes
from dateline.tracks.thread import Entry, bare_plan, dates
from dateline.tracks.topics import topics
from dateline.when import NEVER_SAID, When

_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
_NEAR = 3
"""So many claims back an article is taken to speak of the same place still."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The entries of a track in the order they hold. `apart` where the story has another track on the same theme;
    `story` holds what its story tells of outcomes. The rest is what a user's watch asked for: another label, the reasons, and
    whether it is shown come what may."""

    topic: str
    entries: tuple[Entry, ...]
    apart: bool = False
    label: str = ""
    pinned: bool = False
    kept: bool = False
    reasons: tuple[str, ...] = ()
    story: Told = field(default_factory=Told)


def gather(
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    events: Mapping[str, Event],
    relations: Sequence[Relation],
    story_of: Mapping[str, str],
    known: World,
) -> list[Thread]:
    """All tracks, also those that do not say how anything stands, sorted by story and theme.

    A plan with a day but without a topic is a track of its own, named after its event, so that no plan is lost.
    """
    days = {d.article: d.when for d in datings}
    disputes = [(r.left, r.right) for r in relations if r.kind is RelationKind.CONTRADICTS]
    known_claims = {c.id: c for r in readings for c in r.claims}
    steps = [(r.left, r.right) for r in relations if ends(r, known_claims)]
    grown = [(r.left, r.right) for r in relations if r.kind is RelationKind.FOLLOWS and r.on == "quantity"]
    stories: dict[str, list[Reading]] = {}
    for reading in readings:
        stories.setdefault(story_of.get(reading.article.id, ""), []).append(reading)
    found: list[Thread] = []
    for _, members in sorted(stories.items()):
        entries = [e for r in members for e in _entries(r, days.get(r.article.id, r.article.published), events)]
        found += _of_story(entries, disputes, steps, grown, known)
    return found


def ends(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    """Whether a relation joins the beginning of a thing with its end, and no plan with what came of it."""
    sides = {claims[c].status for c in (relation.left, relation.right) if c in claims}
    return relation.kind is RelationKind.FOLLOWS and relation.on == "status" and bool(sides) and sides <= _TOLD


def _entries(reading: Reading, said: When, events: Mapping[str, Event]) -> Iterator[Entry]:
    article = reading.article
    paper = article.source or PurePath(article.path).name or article.id
    stated = dates(reading)
    for claim in reading.claims:
        time = events[claim.event].time if claim.event in events else NEVER_SAID
        yield Entry(claim, said, paper, time, stated[claim.id])


def _of_story(
    entries: Sequence[Entry],
    disputes: Sequence[tuple[str, str]],
    steps: Sequence[tuple[str, str]],
    grown: Sequence[tuple[str, str]],
    known: World,
) -> list[Thread]:
    claims = {e.claim.id: e.claim for e in entries}
    inside = [(a, b) for a, b in disputes if a in claims and b in claims]
    theme_of = _agreed(topics(list(claims.values())), inside, claims)
    theme_of |= _ended(theme_of, [(a, b) for a, b in steps if a in claims and b in claims], claims)
    bound = _bound([*inside, *((a, b) for a, b in grown if a in claims and b in claims)], claims)
    before = _before(list(claims.values()))
    by_theme: dict[str, list[Entry]] = {}
    for entry in entries:
        claim = entry.claim
        theme = theme_of[claim.id] or (claim.event or claim.id if bare_plan(claim, entry.said) else "")
        if theme:
            by_theme.setdefault(theme, []).append(entry)
    found = [
        Thread(theme, tuple(part))
        for theme, members in sorted(by_theme.items())
        for part in matters(theme, members, known, before, bound)
    ]
    joined = _without_loose(found, claims, known)
    count, around = Counter(t.topic for t in joined), told(entries)
    return [Thread(t.topic, t.entries, count[t.topic] > 1, story=around) for t in joined]


def _agreed(
    theme_of: Mapping[str, str], disputes: Sequence[tuple[str, str]], claims: Mapping[str, Claim]
) -> dict[str, str]:
    """The themes, with those of two sides of a dispute made one: that of which the story says more."""
    out = dict(theme_of)
    size = Counter(theme_of.values())
    told: dict[str, list[str]] = {}
    for c, claim in claims.items():
        told.setdefault(claim.event or c, []).append(c)
    for left, right in sorted(disputes):
        sides = {out[left], out[right]}
        if len(sides) > 1:
            best = min(sides, key=lambda t: (t == "", -size[t], t))
            events = {claims[c].event or c for c in (left, right)}
            out.update({c: best for event in events for c in told[event]})
    return out


def _ended(
    theme_of: Mapping[str, str], steps: Sequence[tuple[str, str]], claims: Mapping[str, Claim]
) -> dict[str, str]:
    """The themes of the claims that tell the end of what another tells the beginning of: that of the beginning, unless it
    is of what mostly stands beside. Who goes back to work ends a strike without a word of it."""
    begun = {}
    for a, b in sorted(steps):
        first, last = theme_of[a], theme_of[b]
        if first and not (first in themes().beside and last):
            begun[claims[b].event or b] = first
        elif last:
            begun[claims[a].event or a] = last
    return {c: begun[claim.event or c] for c, claim in claims.items() if (claim.event or c) in begun}


def _bound(disputes: Sequence[tuple[str, str]], claims: Mapping[str, Claim]) -> dict[str, str]:
    """A common key for all claims of events that contradict each other, or of which one brings the other's count up to date."""
    home: dict[str, str] = {}

    def root(event: str) -> str:
        while home.get(event, event) != event:
            event = home[event]
        return event

    for left, right in disputes:
        low, high = sorted(root(claims[c].event or c) for c in (left, right))
        home[high] = low
    return {c: root(claim.event or c) for c, claim in claims.items()}


def _before(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """For each claim what the nearest of the claims before it in its article names, or the next of its own sentence
    ("four were hurt when a mill in Lund burned down"); nothing where it names something."""
    out: dict[str, frozenset[str]] = {}
    articles: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.span, c.id)):
        articles.setdefault(claim.span.article, []).append(claim)
    for members in articles.values():
        for i, claim in enumerate(members):
            behind = [m for m in members[i + 1 : i + 1 + _NEAR] if m.sentence and m.sentence == claim.sentence]
            near = (named(m) for m in (*members[max(0, i - _NEAR) : i][::-1], *behind))
            out[claim.id] = frozenset() if named(claim) else next((names for names in near if names), frozenset())
    return out


def _without_loose(found: Sequence[Thread], claims: Mapping[str, Claim], known: World) -> list[Thread]:
    """The threads, with each that is one lone claim joined to the one its neighbours in the article belong to, where
    they speak of its theme as well: "a pack costs more" to "the tax on tobacco rises"."""
    home = {e.claim.id: i for i, t in enumerate(found) for e in t.entries}
    order = sorted(claims.values(), key=lambda c: (c.span, c.id))
    moved: dict[int, int] = {}

    def root(place: int) -> int:
        while place in moved:
            place = moved[place]
        return place

    for place, claim in enumerate(order):
        here = home.get(claim.id, -1)
        if here < 0 or len(found[here].entries) > 1:
            continue
        near = order[max(0, place - 1) : place] + order[place + 1 : place + 2]
        spoken = (home[o.id] for o in near if o.id in home and _speaks(o, claim, found[here].topic, known))
        there = next((t for t in spoken if root(t) != here), here)
        if there != here:
            moved[here] = there
    parts: dict[int, list[Entry]] = {}
    for i, thread in enumerate(found):
        parts.setdefault(root(i), []).extend(thread.entries)
    return [Thread(found[i].topic, tuple(sorted(parts[i], key=lambda e: e.order))) for i in sorted(parts)]


def _speaks(other: Claim, lone: Claim, theme: str, known: World) -> bool:
    """Whether the neighbour of a lone claim speaks of its theme too, and of no place that lies apart; of a plan without
    a theme, whether it names the same."""
    if not lone.concepts:
        return other.span.article == lone.span.article and not named(other).isdisjoint(named(lone))
    if other.span.article != lone.span.article or theme not in {themes().named(t) for t in other.concepts}:
        return False
    mine, others = named(lone), named(other)
    return not mine or not others or any(known.fits(a, b) for a in mine for b in others)
