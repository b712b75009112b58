"""A watch file to start from: the rows of a brief with their ids, ready to be named, pinned, merged and split."""

from __future__ import annotations

import json

from dateline.model import Brief, Row
from dateline.views.content import standing
from dateline.views.lookup import Lookup, lookup
from dateline.views.phrases import count, iso_day
from dateline.views.visible import one_line

_HEAD = """\
# What the board shows. Give this file with --watch, or save it as watch.toml beside the articles.
# It changes rows and nothing else. A track is named by its id or the beginning of it, by a claim on it ("c-..."),
# by its row's label, or by its topic. As it stands this file changes nothing: give a row the label you want.
#
# [[pin]]                         # comes first, and is shown where nothing is reported too
# track = {first}
#
# [[merge]]                       # several tracks as one row
# tracks = [{first}, {second}]
# label = "..."
#
# [[split]]                       # part of a track as a row of its own
# track = {first}
# place = "..."                   # or: entity = "...", or: claims = ["c-..."]
# label = "..."
"""


def render(brief: Brief) -> str:
    """The watch file, with one [[name]] a row of the board."""
    look = lookup(brief)
    ids = [_text(row.track) for row in brief.board if row.claims] + ['"t-..."'] * 2
    rows = [_named(look, row) for row in brief.board if row.claims]
    found = f"# {count(len(rows), 'track')} as of {iso_day(brief.as_of) or 'no known day'}:\n"
    return "\n".join([_HEAD.format(first=ids[0], second=ids[1]), found, *rows])


def _named(look: Lookup, row: Row) -> str:
    words = f"# {count(len(row.claims), 'claim')}, {standing(look, row)}: “{one_line(row.state)}”"
    return f"{words}\n[[name]]\ntrack = {_text(row.track)}\nlabel = {_text(row.label)}\n"


def _text(words: str) -> str:
    """A TOML text: JSON's notation, in which TOML lacks nothing but DEL, which `one_line` has named."""
    return json.dumps(one_line(words), ensure_ascii=False)
