"""What a person may call a record of a brief: every label, number, file, title and day that a view prints for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from dateline import edtf
from dateline.model import Article
from dateline.views.lookup import Lookup
from dateline.views.phrases import day, phrase
from dateline.views.reader import anchors
from dateline.views.visible import one_line
from dateline.when import When

_CUT = "…"
_NUMBER = re.compile(r"(?:row |#)?\d+")
_SHORTEST = 3
"""A beginning of a name of fewer letters names nothing."""

ROW, ARTICLE, STORY, EVENT, ENTITY, DAY, PROBLEM = "row", "article", "story", "event", "entity", "day", "problem"
_SORTS = (ROW, ARTICLE, STORY, EVENT, ENTITY, DAY, PROBLEM)
"""Where records of two sorts have one name, the earlier sort is meant: a row and its story are often called alike."""


@dataclass(frozen=True, slots=True)
class Names:
    """By sort and name in small letters, the ids of the records called so; of a problem, the subject it is about."""

    by_sort: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def meant(self, key: str) -> tuple[str, tuple[str, ...]]:
        """(sort, ids) of the records of that name, or of names that begin with it; ("", ()) where there are none."""
        wanted = plain(key)
        for sort in _SORTS:
            if ids := self.by_sort[sort].get(wanted):
                return sort, ids
        begun = wanted.removesuffix(_CUT).rstrip()
        for sort in _SORTS if len(begun) >= _SHORTEST else ():
            found = {i for name, ids in self.by_sort[sort].items() if name.startswith(begun) for i in ids}
            if found:
                return sort, tuple(sorted(found))
        return "", ()

    def rows(self) -> list[str]:
        """The labels of the board."""
        return [name for name in self.by_sort[ROW] if not _NUMBER.fullmatch(name)]

    def all(self) -> Iterator[str]:
        """Every name, for those that are near to one that was mistyped."""
        for sort in _SORTS:
            yield from self.by_sort[sort]


def plain(name: str) -> str:
    """A name as it is compared: one line, small letters, without the brackets and quotation marks a view puts round it."""
    return one_line(name).casefold().strip("[]“”\"'` ")


def names(look: Lookup) -> Names:
    """The names of everything in a brief."""
    brief = look.brief
    sections = anchors(brief)
    rows = [
        (name, row.track) for n, row in enumerate(brief.board, 1) for name in (row.label, str(n), f"#{n}", f"row {n}")
    ]
    articles = [
        (name, r.article.id) for r in brief.readings for name in (*_called(r.article), sections.get(r.article.id, ""))
    ]
    dated = [(r.article.id, look.dated(r.article)) for r in brief.readings] + [(e.id, e.time) for e in brief.events]
    found = {
        ROW: rows,
        ARTICLE: articles,
        STORY: [(s.title, s.id) for s in brief.stories],
        EVENT: [(e.title, e.id) for e in brief.events],
        ENTITY: [(name, e.id) for e in brief.entities for _, name in e.names],
        DAY: [(name, key) for key, when in dated for name in _days(when)],
        PROBLEM: [(n, p.subject) for p in brief.problems if p.subject not in look.readings for n in _files(p.subject)],
    }
    return Names({sort: _index(pairs) for sort, pairs in found.items()})


def _called(article: Article) -> Iterator[str]:
    yield from (article.title, article.source, article.url)
    yield from _files(article.path)


def _files(path: str) -> Iterator[str]:
    """A path, and its file's name with and without what says its format."""
    yield from (path, PurePath(path).name, PurePath(path).stem)


def _days(when: When) -> Iterator[str]:
    if when.known:
        yield from (phrase(when), edtf.write(when))
    if when.exact:
        yield from (day(when.begin.lo), day(when.begin.lo, weekday=True))
        yield when.earliest.isoformat() if when.earliest else ""


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, key in pairs:
        if wanted := plain(name):
            found.setdefault(wanted, {})[key] = None
    return {name: tuple(keys) for name, keys in found.items()}
