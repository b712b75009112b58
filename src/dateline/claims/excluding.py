"""What somebody rules out without a clause for it: "The minister ruled out a strike", "Die Firma schloss Entlassungen aus".

Whoever rules a thing out denies that it will be, or that it was. Of people and bodies the same verbs tell that they are kept
out of something, and what cannot speak ("the injury ruled him out") denies nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.claims import attribution, denying, kinds
from dateline.claims.accounts import can_speak
from dateline.claims.clauses import Clause, Opener
from dateline.claims.lexicon import Lexicon
from dateline.claims.roles import arguments, core
from dateline.claims.times import NO_TIME
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting, Voice, Voices
from dateline.lang import shared
from dateline.model import Attribution, SourceKind


def added(s: Setting, voices: Voices, lexicon: Lexicon, earlier: Sequence[Voice]) -> Voices:
    """The voices of a sentence with those who rule out what a clause names; what is not ruled out is left open."""
    of = dict(voices.of)
    for clause in s.clauses:
        verbs = s.groups.get(clause.index)
        if verbs is None or verbs.lemma not in s.grammar.excluding_things or clause.index in voices.frames:
            continue
        if any(c.parent == clause.index and c.opener is Opener.COMPLEMENT for c in s.clauses):
            continue
        around = of.get(clause.index, ())
        heard = [*earlier, *dict.fromkeys(v for said in of.values() for v in said)]
        voice = _voice(s, clause, verbs, lexicon, around, heard)
        if voice is not None:
            # "Arson is ruled out, police said": who says so within a claim of somebody's stays that one's word.
            own = replace(around[-1] if around else voice, force=voice.force, sure=not _said_beside(s, clause))
            of[clause.index] = (*around[:-1], own)
    return replace(voices, of=of)


def _said_beside(s: Setting, clause: Clause) -> bool:
    """Whether another clause of the sentence is one of saying, whose word this may be too; not one that shares its subject
    ("ruled out a tax and announced an inquiry")."""
    others = (c for c in s.clauses if c.index != clause.index and c.index in s.groups and not c.elided)
    return any(s.groups[c.index].lemma in s.grammar.reporting for c in others)


def keeps_out(s: Setting, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause rules people out of something, which denies nothing: "wurde vom Wettbewerb ausgeschlossen"."""
    verbs = s.groups.get(clause.index)
    if verbs is None or verbs.lemma not in s.grammar.excluding_things:
        return False
    who, what = _parties(s, clause, verbs, lexicon)
    return _kept_out(s, clause, verbs, (*who, *what)) or (
        bool(what) and _people(s, core(what, s.words, s.grammar), lexicon)
    )


def _voice(
    s: Setting, clause: Clause, verbs: VerbGroup, lexicon: Lexicon, around: Sequence[Voice], heard: Sequence[Voice]
) -> Voice | None:
    """Who rules out what a clause names, "" where that is not told; None where it names no thing that can be ruled out. A
    pronoun within a claim of somebody's (`around`) stands for that one: "The union said it had ruled out a strike"."""
    who, what = _parties(s, clause, verbs, lexicon)
    told = bool(who) or not _undergone(verbs)
    if _kept_out(s, clause, verbs, (*who, *what)):
        return None
    cue, force = s.tokens[verbs.head].text, "leave open" if _left_open(s, clause, verbs) else "deny"
    if force == "leave open" and not (_speaks(s, who, lexicon) and _thing(s, what, lexicon)):
        # Whoever does not rule a thing out, and be it nobody, denies nothing.
        return Voice(Attribution("", SourceKind.ANONYMOUS, cue), NO_TIME, force)
    if _may_yet(s, verbs) and force == "deny":
        return None
    if not _thing(s, what, lexicon) or not (told or _open(s, what, lexicon)):
        return None
    if not told or (who and s.grammar.attribution["first"].at(s.words, who[0])):
        return Voice(Attribution("", SourceKind.ANONYMOUS, cue), NO_TIME, force)
    if around and s.grammar.function["pronouns"].at(s.words, who[0]) == len(who):
        return replace(around[-1], force=force)
    return attribution.voice_of(s, clause, who, cue, force, heard) if _speaks(s, who, lexicon) else None


def _may_yet(s: Setting, verbs: VerbGroup) -> bool:
    """Whether a thing is not ruled out yet: "could rule out", "will rule out"; who "kann ... ausschließen" does so."""
    guess = "possible" in verbs.jobs and not s.grammar.verb_final
    return guess or bool(verbs.jobs & {"maybe", "conditional", "future", "hearsay", "planned"})


def _left_open(s: Setting, clause: Clause, verbs: VerbGroup) -> bool:
    """Whether a thing is not ruled out: "sluit ... niet uit", "refused to rule out"."""
    refused = any(lemma in s.grammar.status["denied_raised"] for lemma in verbs.raised)
    return refused != denying.negated(s, clause.tokens)


def _parties(s: Setting, clause: Clause, verbs: VerbGroup, lexicon: Lexicon) -> tuple[Sequence[int], Sequence[int]]:
    """Who rules out, and what."""
    rest = tuple(k for k in clause.tokens if not (k > verbs.head and _particle(s, verbs, k)))
    first, second = arguments(replace(clause, tokens=rest), s.tokens, verbs, s.grammar)
    if _undergone(verbs):
        return _agent(s, clause, verbs, lexicon), first
    named = [k for k in clause.tokens if k > verbs.head and any(f.kind == "gerund" for f in s.tokens[k].forms)]
    second = second or tuple(named[:1])  # "ruled out sending troops"
    if clause.elided and (who := attribution.shared_subject(s, clause)):
        return who, second or first
    turned = s.grammar.verb_final and bool(first) and bool(second)
    if turned and _speaks(s, second, lexicon) and not _speaks(s, first, lexicon):
        return second, first  # "Entlassungen schloss die Firma aus"
    return first, second


def _agent(s: Setting, clause: Clause, verbs: VerbGroup, lexicon: Lexicon) -> Sequence[int]:
    """Who a passive says does it: the party behind "by" that can speak."""
    for k in reversed(clause.tokens):
        if s.grammar.arguments["agent"].at(s.words, k):
            behind = [n for n in clause.tokens if n > k]
            who = list(takewhile(lambda n: n not in (verbs.head, verbs.finite) and _within(s, n), behind))
            if _speaks(s, who, lexicon):
                return who
    return ()


def _within(s: Setting, k: int) -> bool:
    """Whether a word can stand in a noun phrase without a preposition."""
    t = s.tokens[k]
    return not (t.mark or t.timex >= 0 or t.classes & {"prepositions", "coordinators", "adverbs"})


def _undergone(verbs: VerbGroup) -> bool:
    """Whether the subject is what is ruled out: also in "ist ausgeschlossen"."""
    return verbs.passive or (verbs.kind == "participle" and "be" in verbs.jobs)


def _kept_out(s: Setting, clause: Clause, verbs: VerbGroup, parties: Sequence[int]) -> bool:
    """Whether words beside the parties say what somebody is kept out of: right behind the verb ("ruled himself out of",
    "sloot hem uit van"), of a passive anywhere ("vom Wettbewerb ausgeschlossen", "ruled out for the final")."""
    origin, meant = s.grammar.arguments["origin"], s.grammar.status["meant_for"]
    parts = {verbs.head, *(k for k in clause.tokens if k > verbs.finite and _particle(s, verbs, k))}
    behind = any(origin.at(s.words, k) > 1 or (k + 1 in clause.tokens and origin.at(s.words, k + 1)) for k in parts)
    rest = [k for k in clause.tokens if k not in (*parts, *parties) and k + 1 not in parties]
    return behind or (_undergone(verbs) and any(t.at(s.words, k) for t in (origin, meant) for k in rest))


def _particle(s: Setting, verbs: VerbGroup, k: int) -> bool:
    """Whether a word is the part of its verb that stands apart: "out", "aus"."""
    return verbs.lemma.startswith(s.words[k]) or s.words[k] in verbs.lemma.split()


def _speaks(s: Setting, who: Sequence[int], lexicon: Lexicon) -> bool:
    if not who or denying.by_nobody(s, who):
        return False
    facts = shared("topics")
    return can_speak(s, who) or bool(_topics(s, who, lexicon) & {*facts["bodies"], *facts["persons"]})


def _topics(s: Setting, what: Sequence[int], lexicon: Lexicon) -> set[str]:
    own = core(what, s.words, s.grammar)
    return {topic for topic, _, _ in lexicon.concepts_of([s.words[k] for k in own])}


def _thing(s: Setting, what: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether words name what can be ruled out: nobody and no body; behind a definite article only a change ("das Mitglied", "the
    evidence" are kept out); a lone word of no topic with a capital may be a name, where nouns have none."""
    own = core(what, s.words, s.grammar) if what else ()
    if not own or _people(s, own, lexicon):
        return False
    alone = len(own) == 1 and own[0] > 0 and s.tokens[own[0]].capital and not s.grammar.nouns_capitalised
    return _open(s, own, lexicon) and not (alone and not _topics(s, own, lexicon))


def _people(s: Setting, own: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether words name somebody, or a body."""
    if s.grammar.function["pronouns"].at(s.words, own[0]) == len(own):
        return True
    if any(lexicon.noun_phase(s.words[k]) or any(f.kind == "gerund" for f in s.tokens[k].forms) for k in own):
        return False
    if any(s.tokens[k].mention >= 0 for k in own) or kinds.kind(own, "", s) is not SourceKind.NAMED:
        return True
    facts = shared("topics")
    return bool(_topics(s, own, lexicon) & {*facts["persons"], *facts["bodies"], *facts["players"]})


def _open(s: Setting, what: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether words name some thing, or a change: no definite article stands before it."""
    change = any(lexicon.noun_phase(s.words[k]) for k in what)
    return change or not s.grammar.function["definite"].at(s.words, what[0])
