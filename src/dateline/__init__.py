"""Dateline: dated articles in, one sourced brief out.

>>> import dateline
>>> articles, problems = dateline.read(["samples"])
>>> brief = dateline.run(articles, dateline.encoder(use_model=False)[0])
>>> [row.label for row in dateline.board(brief)] == [row.label for row in brief.board]
True
"""

from dateline.encoders import load as encoder
from dateline.formats import read
from dateline.model import Brief, Event, Row
from dateline.pipeline import run
from dateline.version import __version__

__all__ = ["__version__", "board", "encoder", "read", "run", "timeline"]


def board(brief: Brief) -> tuple[Row, ...]:
    """What stands now: one row a track."""
    return brief.board


def timeline(brief: Brief) -> tuple[Event, ...]:
    """The events, sorted by the earliest day they can have been on."""
    return brief.events
