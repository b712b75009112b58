"""The nouns of this stage: a clause, and what it is to the clause around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Opener(StrEnum):
    """What a clause is to the one around it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    COMPLEMENT = "complement"
    GERUND = "gerund"
    PARENTHESIS = "parenthesis"
    QUESTION = "indirect question"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its own tokens (children left out) by position, its finite verb (-1: none) and what opened it.

    `elided` is True where it shares the subject of the clause before it ("closed schools and cancelled flights").
    """

    index: int
    parent: int
    opener: Opener
    word: str
    tokens: tuple[int, ...]
    finite: int
    elided: bool = False
