"""Which of those who spoke a pronoun can stand for: somebody who was "he" is not "she" in the next sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.claims.grammar import Grammar
from dateline.claims.voices import Voice
from dateline.lang import shared

GROUPS = ("he", "she")
MANY = "many"


def group(words: Sequence[str], grammar: Grammar, *, many: bool = False) -> str:
    """The group of a pronoun that stands alone, `MANY` where its verb is a plural; "" for other words."""
    if not words or grammar.attribution["persons"].at(words, 0) != len(words):
        return ""
    listed = (name for name in GROUPS if name in grammar.attribution)
    return MANY if many else next((name for name in listed if grammar.attribution[name].at(words, 0)), "")


def group_of(voice: Voice, earlier: Sequence[Voice], grammar: Grammar) -> str:
    """The group of a voice: by the pronoun that is its source or stood for it before, else, for one who has not spoken, by its
    given name; "" where nothing says."""
    own = voice.attribution
    called = [v.group for v in (voice, *earlier) if v.group and v.attribution.source == own.source]
    named = _by_name(own.source.split(), grammar) if voice.silent else ""
    return next(iter(called), "") or group(own.source.lower().split(), grammar) or named


def _by_name(words: Sequence[str], grammar: Grammar) -> str:
    """The group of the first given name, where no preposition stands before it ("a spokesman for Anna Weber")."""
    for word in words:
        if word.lower() in grammar.attribution["within"]:
            return ""
        if word in _given():
            return _given()[word]
    return ""


@cache
def _given() -> Mapping[str, str]:
    return {name: group for group, names in shared("sexes").items() for name in names}
