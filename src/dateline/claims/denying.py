"""What a verb of denial leaves of what it is said of: denied, not denied, or said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.claims.clauses import Clause, Opener
from dateline.claims.voices import Setting, Voice

_BESIDE = {Opener.SUBORDINATE: "leave open", Opener.RELATIVE: "report"}
"""What a denial does to a clause within what is denied: "denied that it fired because rebels attacked"."""


def negated(s: Setting, positions: Iterable[int]) -> bool:
    """Whether one of these words negates; "not only" does not."""
    function = s.grammar.function
    return any(function["negators"].at(s.words, k) and not function["not_negators"].at(s.words, k) for k in positions)


def by_nobody(s: Setting, who: Sequence[int]) -> bool:
    """Whether these words for who denies something name nobody: "nobody", "no official"; none are left of some of them."""
    return not who or negated(s, range(max(0, who[0] - 1), who[-1] + 1))


def undenied(s: Setting) -> bool:
    """Whether a sentence says that something is not denied: "did not deny that ...", "nobody denies that ..."."""
    verbs = ((c, s.groups[c.index].lemma) for c in s.clauses if c.index in s.groups)
    return any(s.grammar.reporting.get(lemma) == "deny" and negated(s, c.tokens) for c, lemma in verbs)


def instead(s: Setting, clause: Clause, index: int, voice: Voice) -> Voice:
    """The voice in which the clause at `index` is told, of one who denies one thing and says another: "denied the report,
    saying that ...". Why and when a thing would have been is not denied with it."""
    if voice.force != "deny":
        return voice
    content = next(c for c in s.clauses if c.index == index)
    before = content.tokens[0] - 1
    if content.parent != clause.index and content.opener in _BESIDE:
        return replace(voice, force=_BESIDE[content.opener], sure=False)
    if before <= s.groups[clause.index].head:
        return voice
    said = [
        s.grammar.reporting[f.lemma]
        for f in s.tokens[before].forms
        if f.kind == "gerund" and f.lemma in s.grammar.reporting
    ]
    return replace(voice, force=said[0], sure=False) if said else voice
