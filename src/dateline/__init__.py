"""Dateline: dated articles in, one sourced brief out.

>>> import dateline
>>> articles, problems = dateline.read(["samples"])
>>> brief = dateline.run(articles, dateline.encoder(use_model=False)[0])
>>> [row.label for row in dateline.board(brief)] == [row.label for row in brief.board]
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.encoders import load as encoder
    from dateline.formats import read
    from dateline.model import Brief, Event, Row
    from dateline.pipeline import run

__all__ = ["__version__", "board", "encoder", "read", "run", "timeline"]

# Loaded when first asked for: who wants one stage, as the tagger, does not wait for the others.
_LATER = {
    "encoder": ("dateline.encoders", "load"),
    "read": ("dateline.formats", "read"),
    "run": ("dateline.pipeline", "run"),
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LATER[name]
    return getattr(import_module(module), attribute)


def board(brief: Brief) -> tuple[Row, ...]:
    """What stands now: one row a track."""
    return brief.board


def timeline(brief: Brief) -> tuple[Event, ...]:
    """The events, sorted by the earliest day they can have been on."""
    return brief.events
