"""How one record of a brief came about: finds what an id means and tells it step by step (see `steps`)."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath

from dateline.errors import DatelineError
from dateline.model import Brief, Relation, Timex
from dateline.views import steps
from dateline.views.lookup import Lookup, lookup
from dateline.views.names import DAY, Names, names, plain
from dateline.views.visible import one_line

NEAR = 5
"""So many similar ids are named when one is not found."""

Tellers = dict[str, list[Callable[[], list[str]]]]


KINDS = (
    "a row of the board by its label, number or id; an article by its file, title, outlet or id; a story, event or entity by "
    "its title or id; a claim by its id; a relation by LEFT~RIGHT; a time expression by ARTICLE:START; a day"
)
"""What can be explained, and what it goes by."""


class _Several(DatelineError):
    """A name that several records have; `ids` are theirs."""

    def __init__(self, message: str, ids: tuple[str, ...]) -> None:
        super().__init__(message)
        self.ids = ids


def render(brief: Brief, key: str) -> str:
    """Explain the record of that id or name: plain text, one step a line, with a newline at its end.

    `key` is the id of an article, claim, event, story, entity or board row, or as much of its beginning as no other
    id shares; a name or day that the views print for one (`names`); "LEFT~RIGHT", two claim ids, for a relation;
    "ARTICLE:START" for a time expression. Raises `DatelineError` with similar ids and names where nothing is meant, with
    all that are meant where it is more than one thing.
    """
    look = lookup(brief)
    tellers, called = _tellers(look), names(look)
    bare = key.strip().strip("[]")
    if not bare:
        raise DatelineError(f"{key!r} is no id and no name\nWhat can be explained: {KINDS}")
    if bare in tellers:
        return _told(line for tell in tellers[bare] for line in tell())
    article, colon, start = bare.rpartition(":")
    sort, _ = called.meant(key)
    if "~" in bare and not sort:
        return _told(steps.relation(look, _relation(look, bare)))
    if colon and start.isdecimal() and not sort:
        return _told(steps.timex(look, _timex(look, called, article, int(start))))
    try:
        found = _match(tellers, bare, called)
    except _Several as several:
        raise DatelineError(
            f"{several}: {_some([_labelled(look, i) for i in several.ids])}; give the id of one"
        ) from None
    if found not in tellers:
        return _told(_unmade(brief, found))
    return _told(line for tell in tellers[found] for line in tell())


def _told(lines: Iterable[str]) -> str:
    return "\n".join(_harmless(line) for line in lines) + "\n"


def _unmade(brief: Brief, subject: str) -> list[str]:
    """Why no article of the brief comes from a file."""
    said = [f"  {p.message} [{p.code}]" for p in brief.problems if p.subject == subject]
    return [f"{subject} is not among the articles of this brief", "", "Why", *said]


def _tellers(look: Lookup) -> Tellers:
    """Every id with what tells of it. One id may name two things, and then both are told."""
    found: Tellers = {}
    for key, reading in look.readings.items():
        found.setdefault(key, []).append(partial(steps.article, look, reading))
    for claim in look.claims.values():
        found.setdefault(claim.id, []).append(partial(steps.claim, look, claim))
    for event in look.events.values():
        found.setdefault(event.id, []).append(partial(steps.event, look, event))
    for row in look.rows.values():
        found.setdefault(row.track, []).append(partial(steps.row, look, row))
    for story in look.stories.values():
        found.setdefault(story.id, []).append(partial(steps.story, look, story))
    for entity in look.entities.values():
        found.setdefault(entity.id, []).append(partial(steps.entity, look, entity))
    return found


def _match(ids: Iterable[str], key: str, called: Names | None = None) -> str:
    """The one id that is `key` or begins with it, else the one record that is called so."""
    known = sorted(ids)
    if key in known:
        return key
    begun = [i for i in known if key and i.startswith(key)]
    if len(begun) == 1:
        return begun[0]
    sort, meant = called.meant(key) if called else ("", ())
    if len(meant) == 1:
        return meant[0]
    if begun:
        raise DatelineError(f"{key!r} is the beginning of {len(begun)} ids: {_some(begun)}; give more of it")
    if meant:
        what = "things dated so" if sort == DAY else f"{sort}s called so"
        raise _Several(f"{key!r} may be one of {len(meant)} {what}", meant)
    raise DatelineError(_nothing(known, key, called))


def _nothing(known: list[str], key: str, called: Names | None) -> str:
    """That nothing is called so; what is nearly called so, and what can be explained."""
    near = difflib.get_close_matches(key, known, n=NEAR, cutoff=0.4)
    if called is None:
        return f"nothing in this brief has the id {key!r}; similar ids: {_some(near or known[:NEAR])}"
    like = difflib.get_close_matches(plain(key), list(called.all()), n=NEAR, cutoff=0.6)
    said = f"nothing in this brief has the id or name {key!r}"
    said += f"; similar ids: {_some(near)}" if near else ""
    said += f"; similar names: {', '.join(map(repr, dict.fromkeys(like)))}" if like else ""
    if not near and not like:
        said += f"; the rows of its board: {_some([repr(name) for name in called.rows()])}"
    return f"{said}\nWhat can be explained: {KINDS}"


def _labelled(look: Lookup, key: str) -> str:
    """An id with what is said of it, to choose among several."""
    if key in look.rows:
        return f"{key} ({look.rows[key].label})"
    if key in look.events:
        return f"{key} ({look.events[key].title})"
    article = look.article(key)
    return f"{key} ({PurePath(article.path).name or article.title})" if article else key


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:NEAR]) + (", ..." if len(ids) > NEAR else "") if ids else "none, the brief is empty"


def _relation(look: Lookup, key: str) -> Relation:
    left, right = (_match(look.claims, part) for part in key.split("~", 1))
    for relation in look.brief.relations:
        if {relation.left, relation.right} == {left, right}:
            return relation
    pairs = [f"{r.left}~{r.right}" for r in look.brief.relations]
    mine = [p for p in pairs if left in p or right in p] or pairs
    raise DatelineError(f"no relation joins {left} and {right}; those that exist: {_some(mine)}")


def _timex(look: Lookup, called: Names, article: str, start: int) -> Timex:
    key = _match(look.readings, article, called)
    if key not in look.readings:
        raise DatelineError(f"{article!r} is no article; expected ARTICLE:START for a time expression")
    found = look.readings[key].timexes
    for timex in found:
        if timex.span.start == start:
            return timex
    near = sorted(found, key=lambda t: (abs(t.span.start - start), t.span))
    names = [f"{key}:{t.span.start}" for t in near]
    raise DatelineError(f"no time expression starts at {start} of {key}; the nearest: {_some(names)}")


def _harmless(line: str) -> str:
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + one_line(bare)
