"""What tells a thing from others of its kind: a colour, an order, a side right before its noun, a number right behind it.

"The blue line" is not the green one, nor "runway 2" runway 1. A noun counts by its topic, so that languages meet; one that no
table knows by its word, and so within a language only.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from dateline import lang
from dateline.lang.counted import sort_of
from dateline.model import Claim

Marks = frozenset[tuple[str, str, str]]
"""(kind of mark, noun, value)."""

_WORD = re.compile(r"\w[\w-]*")
_NUMBERED = re.compile(r"(?:\w+ )?[^\W\d]{3,} (?P<number>\d{1,2})\b(?![.,:]\d)")
_INSTANCE = "instance"
_ANY = "colour"
"""Marks of this kind tell apart whatever noun follows: nobody calls one thing red and blue."""


def marks(claim: Claim) -> Marks:
    """The marks a claim gives to what it names."""
    if claim.lang not in lang.available():
        return frozenset()
    known = _known(claim.lang)
    words = [m[0] for m in _WORD.finditer(claim.span.quote)]
    found = {("number", "", number) for number in _numbers(claim)}
    for word, after in pairwise(words):
        kind, value = known.get(word.casefold(), ("", ""))
        if kind and not after[0].isdigit():
            found.add((kind, "" if kind == _ANY else _noun(after, claim.lang), value))
    return frozenset(found)


def _numbers(claim: Claim) -> set[str]:
    """The numbers that name who or what takes part: "Runway 2 of the airport", not "about 12 people"."""
    counted = {q.span.start for q in claim.quantities}
    named = [(p.span.start, m) for p in claim.participants if (m := _NUMBERED.match(p.text))]
    return {m["number"] for start, m in named if counted.isdisjoint(range(start, start + m.start("number")))}


def told_apart(left: Marks, right: Marks) -> str:
    """In words how marks tell two things of one kind apart; "" where they do not."""
    for kind, noun in sorted({m[:2] for m in left} & {m[:2] for m in right}):
        a, b = ({value for k, n, value in found if (k, n) == (kind, noun)} for found in (left, right))
        if a.isdisjoint(b):
            return f"{noun} {min(a)} is not {noun} {min(b)}".strip()
    return ""


def another(given: Marks) -> frozenset[str]:
    """The topics of which a claim names one more thing: "a similar strike"."""
    return frozenset(noun for kind, noun, _ in given if kind == _INSTANCE)


def _noun(word: str, code: str) -> str:
    return sort_of(word, code) or f"{code}:{word.casefold()}"


@cache
def _known(code: str) -> dict[str, tuple[str, str]]:
    """Word to kind and value of a mark."""
    table = lang.load(code).table("quantities").get("marks", {})
    return {word: (kind, value) for kind, values in table.items() for value, words in values.items() for word in words}
