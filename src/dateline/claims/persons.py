"""Whom a pronoun in the next sentence can mean: the one person that a sentence tells of ("Maes was first. ..., he said.")."""

from __future__ import annotations

from dataclasses import replace

from dateline.claims import attribution, kinds
from dateline.claims.clauses import Clause, Opener
from dateline.claims.lexicon import Lexicon
from dateline.claims.roles import arguments, core, subject
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting, Voice
from dateline.model import SourceKind

_DEATH = "die"


def told_of(s: Setting, lexicon: Lexicon) -> tuple[Voice, ...]:
    """The person whom a sentence names alone, as one who could be speaking; none where it names several, where somebody else
    who can speak is the subject, or where the person is dead."""
    named = {s.tokens[k].mention for k in range(len(s.tokens)) if s.tokens[k].mention >= 0}
    people = [n for n in named if s.mentions[n].kind == "PER"]
    texts = {s.mentions[n].span.quote for n in people}
    if not people or any(not max(texts, key=len).endswith(t) for t in texts):
        return ()
    place = [k for k, t in enumerate(s.tokens) if t.mention == min(people)]
    clause = next((c for c in s.clauses if place[0] in c.tokens), None)
    verbs = s.groups.get(clause.index) if clause else None
    if clause is None or verbs is None or _owns(s, place[-1]) or _dead(s, clause, verbs, place[0], lexicon):
        return ()
    who = core(subject(clause, s.tokens, verbs, s.grammar), s.words, s.grammar)
    whole = subject(clause, s.tokens, verbs, s.grammar)
    if place[0] in whole:
        source = whole if place[-1] in whole else tuple(place)
    elif who and kinds.kind(who, "", s) is not SourceKind.NAMED:
        return ()
    else:
        source = tuple(place)
    voice = attribution.voice_of(s, clause, source, "", "report", ())
    return (replace(voice, silent=True),) if voice else ()


def speaking(s: Setting) -> tuple[Voice, ...]:
    """Who does the saying in a sentence that does not tell what was said: "The mayor announced an inquiry." """
    clause = s.clauses[0] if s.clauses else None
    verbs = s.groups.get(clause.index) if clause else None
    if clause is None or verbs is None or clause.opener is not Opener.MAIN or verbs.lemma not in s.grammar.reporting:
        return ()
    who = subject(clause, s.tokens, verbs, s.grammar) if not verbs.passive else ()
    heads = core(who, s.words, s.grammar)
    known = any(s.tokens[k].mention >= 0 for k in heads) or (heads and kinds.kind(heads, "", s) is not SourceKind.NAMED)
    voice = attribution.voice_of(s, clause, who, "", "report", ()) if known else None
    return (replace(voice, silent=True),) if voice else ()


def _dead(s: Setting, clause: Clause, verbs: VerbGroup, first: int, lexicon: Lexicon) -> bool:
    """Whether a clause tells of the death of the person named there: all but who kills somebody else."""
    words = {s.words[k] for k in clause.tokens}
    ends = lexicon.verb_phase(verbs.lemma, words, verbs.passive) == _DEATH
    if not ends and words.isdisjoint(s.grammar.status["dead"].by_first):
        return False
    subject_of, object_of = arguments(clause, s.tokens, verbs, s.grammar)
    return verbs.passive or first not in subject_of or not object_of


def _owns(s: Setting, last: int) -> bool:
    """Whether a name only says whose something is: "Smith's dog"."""
    return s.tokens[last].text.lower() != s.tokens[last].word.lower()
