"""A sentence that only says who said the one before: "Das teilte die Provinz mit.", "This was announced by the ministry."

Dutch and German papers name most of their sources so. The sentence states nothing of its own; what it points at is the
sentence before it, and the words of a quotation are whoever's the sentence in which it ends says they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import attribution
from dateline.claims.clauses import Clause, Opener
from dateline.claims.reach import covered_by
from dateline.claims.roles import subject
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting, Voice

_LONGEST = 6
"""Sentences of one quotation that are looked through for who speaks."""


def voice(s: Setting, earlier: Sequence[Voice]) -> tuple[Voice, int] | None:
    """Who said what a sentence points back at, and the index of the clause that says so; None for any other sentence."""
    clause = s.clauses[0] if s.clauses else None
    if clause is None or clause.opener is not Opener.MAIN:
        return None
    source, cue, force = _named(s, clause)
    found = attribution.voice_of(s, clause, source, cue, force, earlier) if source else None
    return (found, clause.index) if found else None


def behind(
    settings: Sequence[Setting | None], quoted: Sequence[tuple[bool, bool]], at: int, earlier: Sequence[Voice]
) -> Voice | None:
    """Who is named, behind a sentence, as the one whose word it is: by a sentence that points back at it, or where the
    quotation ends that is still open at its end. `quoted` as in `quotations.opened`, one a sentence like `settings`."""
    last = at
    while last + 1 < len(settings) and last - at < _LONGEST and quoted[last][1]:
        last += 1
    ending = settings[last]
    if last > at and ending is not None:
        spoken = attribution.find(ending, earlier).of
        first = next((spoken[c.index] for c in ending.clauses if c.index in spoken), ())
        if first:
            return first[-1]
    following = settings[last + 1] if last + 1 < len(settings) else None
    found = voice(following, earlier) if following else None
    return found[0] if found else None


def _named(s: Setting, clause: Clause) -> tuple[tuple[int, ...], str, str]:
    """The positions that name the source, the words of saying and their force; no positions in other sentences."""
    table, own = s.grammar.attribution, [k for k in clause.tokens if not s.tokens[k].mark]
    while own and s.grammar.function["coordinators"].at(s.words, own[0]):
        own = own[1:]
    width = table["so_said"].at(s.words, own[0]) if own else 0
    if width and clause.finite < own[0] + width:
        source = _named_from(s, clause, own[0] + width)
        return source, " ".join(s.words[own[0] : own[0] + width]), "report"
    pointer = next((k for k in own if table["pointers"].at(s.words, k)), None)
    verbs = s.groups.get(clause.index)
    if pointer is None or verbs is None or covered_by(s, clause):
        return (), "", ""
    for name in ("shown_by", "before"):
        for start, end in table[name].find(s.words):
            if start in own and pointer < end and _idle(s, [k for k in own if k < start], pointer, verbs):
                cue = " ".join(s.words[start:end])
                return _named_from(s, clause, end), cue, "report"
    return _told(s, clause, own, pointer, verbs)


def _named_from(s: Setting, clause: Clause, first: int) -> tuple[int, ...]:
    """The positions of a source that begins at `first`, without the verb behind it, its particle, or a preposition left over."""
    source = attribution.source_from(s, clause, first)
    verbs = s.groups.get(clause.index)
    if verbs is not None and verbs.head > first:
        source = tuple(k for k in source if k < verbs.head)
    prepositions = s.grammar.function["prepositions"]
    while source and (prepositions.at(s.words, source[-1]) or _of_verb(s, verbs, source[-1])):
        source = source[:-1]
    return source


def _of_verb(s: Setting, verbs: VerbGroup | None, k: int) -> bool:
    """Whether a word belongs to a verb group: an auxiliary, or the particle of a separable verb."""
    return verbs is not None and (bool(s.tokens[k].auxiliary) or verbs.lemma.startswith(s.words[k]))


def _told(
    s: Setting, clause: Clause, own: Sequence[int], pointer: int, verbs: VerbGroup
) -> tuple[tuple[int, ...], str, str]:
    """The same by a verb of saying whose object, or subject in the passive, is the word that points."""
    force = s.grammar.reporting.get(verbs.lemma, "deny")
    if force == "deny" or any(s.grammar.function["negators"].at(s.words, k) for k in own):
        return (), "", ""
    first = next((k for k in own if s.grammar.arguments["agent"].at(s.words, k)), own[-1]) + 1
    if not verbs.passive:
        first = next(iter(subject(clause, s.tokens, verbs, s.grammar)), own[-1] + 1)
    source = _named_from(s, clause, first)
    if not source or pointer in source or not _idle(s, [k for k in own if k not in source], pointer, verbs):
        return (), "", ""
    return source, s.tokens[verbs.head].text, force


def _idle(s: Setting, positions: Sequence[int], pointer: int, verbs: VerbGroup) -> bool:
    """Whether words say nothing of their own: the pointing word, verbs, fillers, times; and whatever a preposition opens."""
    function = s.grammar.function
    for k in positions:
        if k > pointer and (function["prepositions"].at(s.words, k) or s.grammar.attribution["told_to"].at(s.words, k)):
            return True
        empty = any(function[n].at(s.words, k) for n in ("adverbs", "expletives", "subject_dummies"))
        verbal = k in (verbs.finite, verbs.head) or _of_verb(s, verbs, k)
        if not (k == pointer or s.tokens[k].timex >= 0 or empty or verbal):
            return False
    return True
