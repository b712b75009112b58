"""How this stage says that something could not be read."""

from __future__ import annotations

from dateline.model import Problem

STAGE = "read"


def trouble(code: str, subject: str, message: str) -> Problem:
    """A problem of the reading stage about `subject`, a path with or without its row."""
    return Problem(code, STAGE, subject, message)


def reason(error: OSError) -> str:
    """What the operating system says went wrong, without the path it repeats."""
    return error.strerror or type(error).__name__
