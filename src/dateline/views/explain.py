"""How one record of a brief came about: finds what an id means and tells it step by step (see `steps`)."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from functools import partial

from dateline.errors import DatelineError
from dateline.model import Brief, Relation, Timex
from dateline.views import steps
from dateline.views.lookup import Lookup, lookup
from dateline.views.visible import one_line

NEAR = 5
"""So many similar ids are named when one is not found."""

Tellers = dict[str, list[Callable[[], list[str]]]]


def render(brief: Brief, key: str) -> str:
    """Explain the record of that id: plain text, one step a line, with a newline at its end.

    `key` is the id of an article, claim, event, story, entity or board row, or as much of its beginning as no other
    id shares; "LEFT~RIGHT", two claim ids, for a relation; "ARTICLE:START" for a time expression.
    Raises `DatelineError` with similar ids where nothing or more than one thing is meant.
    """
    look = lookup(brief)
    tellers = _tellers(look)
    article, colon, start = key.rpartition(":")
    if "~" in key:
        lines = steps.relation(look, _relation(look, key))
    elif colon and start.isdecimal() and key not in tellers:
        lines = steps.timex(look, _timex(look, article, int(start)))
    else:
        lines = [line for tell in tellers[_match(tellers, key)] for line in tell()]
    return "\n".join(_harmless(line) for line in lines) + "\n"


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


def _match(ids: Iterable[str], key: str) -> str:
    """The one id that is `key` or begins with it."""
    known = sorted(ids)
    if key in known:
        return key
    meant = [i for i in known if key and i.startswith(key)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise DatelineError(f"{key!r} is the beginning of {len(meant)} ids: {_some(meant)}; give more of it")
    near = difflib.get_close_matches(key, known, n=NEAR, cutoff=0.4) or known[:NEAR]
    raise DatelineError(f"nothing in this brief has the id {key!r}; similar ids: {_some(near)}")


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


def _timex(look: Lookup, article: str, start: int) -> Timex:
    key = _match(look.readings, article)
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
