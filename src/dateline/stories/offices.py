"""The offices of those who do what a claim tells: a king is no minister, though neither is named."""

from __future__ import annotations

import re
from functools import cache

from dateline import lang
from dateline.lang.counted import sort_of
from dateline.stories.sketch import Sketch

_MUTUAL = frozenset({"meet", "agree", "sign"})
"""Changes that each of two parties can be said to do."""


def told_apart(left: Sketch, right: Sketch) -> str:
    """In words that holders of two offices do one and the same, where each claim names an office; else ""."""
    if left.claim.phase != right.claim.phase or left.claim.phase in _MUTUAL:
        return ""
    one, other = _offices(left), _offices(right)
    return f"the {min(one)} does the one, the {min(other)} the other" if one and other and not one & other else ""


def _offices(sketch: Sketch) -> frozenset[str]:
    claim = sketch.claim
    texts = (p.text for p in claim.participants if p.role == "agent")
    return frozenset(office for text in texts for office in _named(text, claim.lang))


@cache
def _named(text: str, code: str) -> frozenset[str]:
    """The offices that stand in a noun phrase, by two of its words or by one: no "minister" in "prime minister"."""
    words = re.findall(r"\w[\w-]*", text)
    table, found, k = frozenset(lang.shared("themes")["offices"]), set(), 0
    while k < len(words):
        sort = sort_of(" ".join(words[k : k + 2]), code) if k + 1 < len(words) else ""
        width = 2 if sort in table and sort != sort_of(words[k + 1], code) else 1
        found.add(sort if width > 1 else sort_of(words[k], code))
        k += width
    return frozenset(found & table)
