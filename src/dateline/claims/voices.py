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
from dateline.overlap import Places
from dateline.when import NEVER_SAID, When


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution with the time of the saying and what the cue does to the content: report, weaken, deny, leave open, or
    name a figure. `sure` where words say outright that it is somebody's ("by its own account"); `silent` for a person who is
    only told of, and whom "he said" in the next sentence can mean; `group` is that of the pronoun it was named by, "" for
    none."""

    attribution: Attribution
    said: Timing
    force: str
    sure: bool = False
    silent: bool = False
    group: str = ""

    def later(self) -> Voice:
        """The same as it goes on speaking: what it did to one claim (deny it, name its figure) it does not do to the next."""
        force = "weaken" if self.force == "weaken" else "report"
        return Voice(self.attribution, self.said, force, silent=self.silent, group=self.group)

    def named(self, start: int, end: int) -> bool:
        """Whether words between two offsets name it, in part or whole."""
        span = self.attribution.span
        return span is not None and span.start < end and start < span.end


_BLOCK = 256
"""Code points of a text whose voices are looked through together."""


class Heard:
    """The voices of an article so far, looked up by the words that name them; `near`: a person that the sentence before the
    next one tells of, who says nothing there."""

    def __init__(self) -> None:
        self.voices: list[Voice] = []
        self.near: tuple[Voice, ...] = ()
        self._near: dict[int, list[int]] = {}

    def add(self, voice: Voice) -> None:
        """One more, after those before."""
        if span := voice.attribution.span:
            for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
                self._near.setdefault(block, []).append(len(self.voices))
        self.voices.append(voice)

    def last(self, start: int, end: int) -> Voice | None:
        """The last of those that are named by words between two offsets, in part or whole."""
        blocks = (reversed(self._near.get(b, ())) for b in range(start // _BLOCK, end // _BLOCK + 1))
        found = max((next((n for n in near if self.voices[n].named(start, end)), -1) for near in blocks), default=-1)
        return self.voices[found] if found >= 0 else None


@dataclass(frozen=True, slots=True)
class Voices:
    """Per clause index the voices from the outermost in; `frames` are clauses that only say who says; `left_out` token
    positions that name the source and are no part of the content."""

    of: Mapping[int, tuple[Voice, ...]]
    frames: frozenset[int]
    left_out: frozenset[int]


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence as the finder sees it. `people`: where the article's demonyms stand; `words`: its own in small
    letters, by position; `apart`: positions of words that say more of a thing, and nothing of the clause they stand in;
    `printed`: the article's day."""

    article: str
    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    groups: Mapping[int, VerbGroup]
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    people: Places
    grammar: Grammar
    words: list[str]
    apart: frozenset[int] = frozenset()
    printed: When = NEVER_SAID


# A clause, first and last+1 of the source in it, the range left out of the content, and the cue.
Named = tuple[Clause, int, int, tuple[int, int], str]
