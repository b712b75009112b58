"""The records of a brief by id, and the short names under which the views print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from babel import Locale, UnknownLocaleError

from dateline.model import Article, Brief, Claim, Dating, Entity, Event, Reading, Relation, RelationKind, Row, Story
from dateline.when import When

SHORTEST = 8
"""Ids are cut no shorter than this when printed, so that they stay the same when a collection grows a little."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """One brief, indexed. Unknown ids are simply absent: a view prints what has evidence and nothing else."""

    brief: Brief
    readings: dict[str, Reading] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    datings: dict[str, Dating] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    story_of: dict[str, str] = field(default_factory=dict)

    def article(self, key: str) -> Article | None:
        """The article of that id."""
        reading = self.readings.get(key)
        return reading.article if reading else None

    def known(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids that the brief holds, in the given order."""
        return tuple(self.claims[i] for i in ids if i in self.claims)

    def dated(self, article: Article) -> When:
        """The day of an article: solved where it was solved, else as stated."""
        dating = self.datings.get(article.id)
        return dating.when if dating else article.published

    def relations(self, *kinds: RelationKind) -> tuple[Relation, ...]:
        """The relations of these kinds of which both claims are here."""
        return tuple(
            r for r in self.brief.relations if r.kind in kinds and r.left in self.claims and r.right in self.claims
        )


def lookup(brief: Brief) -> Lookup:
    """Index a brief."""
    return Lookup(
        brief,
        {r.article.id: r for r in brief.readings},
        {c.id: c for r in brief.readings for c in r.claims},
        {e.id: e for e in brief.events},
        {e.id: e for e in brief.entities},
        {d.article: d for d in brief.datings},
        {s.id: s for s in brief.stories},
        {r.track: r for r in brief.board},
        {a: s.id for s in brief.stories for a in s.articles},
    )


def short(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id, of at least `SHORTEST` characters, that no other id shares.

    >>> short(["c-1234567890", "c-1234569999"])
    {'c-1234567890': 'c-1234567', 'c-1234569999': 'c-1234569'}
    """
    ordered = sorted(set(ids))
    cut = {}
    for i, key in enumerate(ordered):
        near = ordered[max(0, i - 1) : i] + ordered[i + 1 : i + 2]
        length = max([SHORTEST, *(_shared(key, other) + 1 for other in near)])
        cut[key] = key[:length]
    return cut


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def outlet(article: Article) -> str:
    """What to call an article: its source, else its file's name, else its title, else its id."""
    return article.source or PurePath(article.path).name or article.title or article.id


def language(code: str) -> str:
    """The English name of a language; the code itself where it has none."""
    try:
        return Locale.parse(code, sep="-").english_name or code
    except (UnknownLocaleError, ValueError, TypeError):
        return code
