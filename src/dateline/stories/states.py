"""The state a claim says a thing is in, where no verb of change tells it: "is open again", "ligt in het ziekenhuis", "ist zu"."""

from __future__ import annotations

import re
from functools import cache

from dateline import lang
from dateline.model import Claim

_LASTS = "continue"


def state(claim: Claim) -> str:
    """The change that has put the thing into the state a claim tells of: the claim's own change, else what its words say of
    it; "" where neither does."""
    if claim.phase not in ("", _LASTS) or claim.polarity != "positive" or claim.lang not in lang.available():
        return claim.phase
    verbs, words = _words(claim.lang)
    if claim.predicate not in verbs:
        return claim.phase
    text = " ".join(claim.span.quote.casefold().rstrip(".!").split())
    return next((name for name, known in words if known.search(text)), claim.phase)


@cache
def _words(code: str) -> tuple[frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """The verbs that say so in a language, and for each state what its words look like: they end the claim, or stand before a
    time or a purpose."""
    table = lang.load(code).table("phases").get("states", {})
    behind = "|".join(map(re.escape, table.get("behind", ())))
    found = []
    for name, words in sorted(table.get("words", {}).items()):
        listed = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
        found.append((name, re.compile(rf"\b(?:{listed})(?=$|[,;]| (?:{behind})\b)")))
    return frozenset(table.get("verbs", ())), tuple(found)
