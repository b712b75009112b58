"""The nouns of attribution: a voice, the voices of a sentence, and the sentence they are looked for in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.clauses import Clause
from dateline.claims.grammar import Grammar
from dateline.claims.times import Timing
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.model import Attribution, Mention, Timex


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution with the time of the saying and what the cue does to the content: report, weaken or deny."""

    attribution: Attribution
    said: Timing
    force: str


@dataclass(frozen=True, slots=True)
class Voices:
    """Per clause index the voices from the outermost in; `frames` are clauses that only say who says; `left_out` token
    positions that name the source and are no part of the content."""

    of: Mapping[int, tuple[Voice, ...]]
    frames: frozenset[int]
    left_out: frozenset[int]


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence as the finder sees it."""

    article: str
    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    groups: Mapping[int, VerbGroup]
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    grammar: Grammar

    @property
    def words(self) -> list[str]:
        """Lower-case words by position."""
        return [t.word for t in self.tokens]


# A clause, first and last+1 of the source in it, the range left out of the content, and the cue.
Named = tuple[Clause, int, int, tuple[int, int], str]
