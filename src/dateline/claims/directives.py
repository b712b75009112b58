"""What somebody in charge asks of others: "urged residents not to panic", "advise against travel", "raden mensen aan ... te
mijden". Nothing of it has happened by being asked: it is required, on the word of whoever asks, and where they warn off it
is required that it is not done.
"""

from __future__ import annotations

from dateline.claims import kinds
from dateline.claims.clauses import Clause
from dateline.claims.roles import core, subject
from dateline.claims.verbs import VerbGroup, marked_infinitive
from dateline.claims.voices import Setting
from dateline.model import SourceKind

FORCE, AGAINST = "direct", "direct against"
"""What a voice does that asks for what it names, and one that asks to leave it."""


def way(s: Setting, clause: Clause) -> str:
    """`FORCE` or `AGAINST` where a clause tells that its subject asks others for something, "" for others."""
    verbs = s.groups.get(clause.index)
    if (
        verbs is None
        or verbs.jobs - {"perfect", "either", "be", "nonfinite"}
        or verbs.passive
        or "undergone" in verbs.jobs
    ):
        return ""
    table = s.grammar.directing
    asks, keys = asking(s, clause, verbs)
    if asks < 0:
        return ""
    if not keys.isdisjoint(table["calls"]) and not _in_office(s, clause, verbs):
        return ""
    function = s.grammar.function
    negators = [
        start
        for start, _ in function["negators"].find(s.words)
        if start in clause.tokens and not (start and function["prepositions"].at(s.words, start - 1))
    ]
    end = _frame_end(s, clause, asks, verbs)
    if any(k < end for k in negators):
        return ""  # "did not advise against it"
    off = any(key in table["against"] for key in keys)
    return AGAINST if off != bool(negators) else FORCE


def asked(s: Setting, clause: Clause, *, told: bool) -> bool:
    """Whether a clause is what a verb of asking before it asks for: a marked infinitive and, where that verb has no other use
    (`told`), any plain present ("recommended that everyone stay at home")."""
    verbs = s.groups.get(clause.index)
    if verbs is None or verbs.past or verbs.jobs - {"be", "either", "nonfinite", "gerund"}:
        return False
    return told or marked_infinitive(verbs.finite, s.tokens, s.grammar) or _marks(s, verbs.finite)


def _in_office(s: Setting, clause: Clause, verbs: VerbGroup) -> bool:
    """Whether the subject is known to hold an office, or is a country or a body by its name."""
    who = core(subject(clause, s.tokens, verbs, s.grammar), s.words, s.grammar)
    names = [s.mentions[s.tokens[k].mention].kind for k in who if s.tokens[k].mention >= 0]
    known = bool(who) and kinds.kind(who, "", s) is SourceKind.OFFICIAL
    return known or (bool(names) and "PER" not in names)


def asking(s: Setting, clause: Clause, verbs: VerbGroup) -> tuple[int, frozenset[str]]:
    """The position of the verb that asks, by itself or with an infinitive behind it, and the keys it is listed by: its
    infinitive, with the preposition behind it too. -1 where none asks."""
    lemma, at = verbs.lemma, verbs.head
    if verbs.raised:
        lemma = verbs.raised[0]
        at = next((k for k in clause.tokens if any(f.lemma == lemma for f in s.tokens[k].forms)), verbs.finite)
    near = [k for k in clause.tokens if at < k <= at + 2]
    keys = frozenset((lemma, *(f"{lemma} {s.words[k]}" for k in near)))
    table = s.grammar.directing
    infinitive = bool(verbs.raised) or any(
        marked_infinitive(k, s.tokens, s.grammar) or (s.tokens[k].auxiliary and _marks(s, k))
        for k in clause.tokens
        if k > verbs.finite and k != at
    )
    if verbs.raised and not any(at < k < verbs.head and not _empty(s, k) for k in clause.tokens):
        return -1, keys  # "asked not to be named": nobody else is asked
    listed = bool(keys & table["object"]) or (infinitive and bool(keys & table["infinitive"]))
    return (at if listed else -1), keys


def _frame_end(s: Setting, clause: Clause, asks: int, verbs: VerbGroup) -> int:
    """Where the words of asking end: at the verb, or its particle ("riefen ... auf")."""
    lemma = verbs.raised[0] if verbs.raised else verbs.lemma
    apart = [k for k in clause.tokens if k > asks and 1 < len(s.words[k]) < len(lemma) and lemma.startswith(s.words[k])]
    return max((asks, verbs.finite, *apart))


def _empty(s: Setting, k: int) -> bool:
    """Whether a word is a mark, a negator or what marks an infinitive."""
    classes = s.tokens[k].classes
    return s.tokens[k].mark or "negators" in classes or "infinitive_markers" in classes


def _marks(s: Setting, k: int) -> bool:
    return k > 0 and bool(s.grammar.function["infinitive_markers"].at(s.words, k - 1))
