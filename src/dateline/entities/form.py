"""One way to write a known thing."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.entities.tokens import Token

# How strongly a name calls up one thing and not another of the same name; populations for cities, comparable
# figures for the rest. Multiplied, never added: see `homonyms`.
NAMED = 1e10


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known thing. `shape` has a letter a word: "A" all capitals, "C" a capital, "x" either case.

    `sure` is False where the words alone do not suffice; `body` is True for what every country has one of;
    `division` is the first-order division of a city, or of a state itself.
    """

    entity: str
    kind: str
    shape: str
    country: str = ""
    demonym: bool = False
    sure: bool = True
    body: bool = False
    division: str = ""
    weight: float = NAMED

    @property
    def by_chance(self) -> bool:
        """Whether it is a place whose name is oftener something else."""
        return not self.sure and self.kind == "LOC" and not self.demonym

    def fits(self, words: tuple[Token, ...]) -> bool:
        """Whether the words are written as this form asks."""
        for mark, word in zip(self.shape, words, strict=True):
            if (mark == "C" and not word.text[0].isupper()) or (mark == "A" and not _acronym(word.text)):
                return False
        return True


def _acronym(text: str) -> bool:
    """All capitals; from four letters on British papers write only the first as one: "Nato", "Unesco"."""
    return text.isupper() or (len(text) > 3 and text[0].isupper() and text[1:].islower())
