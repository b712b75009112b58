"""Claims that do not name what they speak of: "it will reopen on Friday", "a day later than planned"."""

from __future__ import annotations

from functools import cache

from dateline import lang
from dateline.model import Claim


def names_nothing(claim: Claim, but: str = "") -> bool:
    """Whether all that takes part in a claim, `but` for those in one role, is a pronoun or another word of the grammar."""
    closed = _closed(claim.lang)
    named = (p.text.casefold() for p in claim.participants if p.role != but)
    return not claim.places and all(closed.issuperset(text.split()) for text in named)


@cache
def _closed(code: str) -> frozenset[str]:
    """The words of the closed classes: pronouns, prepositions and the like."""
    if code not in lang.available():
        return frozenset()
    function, facts = lang.load(code).table("clauses").get("function", {}), lang.load(code).table("language")
    return frozenset((*(word for name in _CLASSES for word in function.get(name, ())), *facts.get("empty", ())))


_CLASSES = ("pronouns", "prepositions", "coordinators", "subordinators", "complementizers", "relatives", "negators")
