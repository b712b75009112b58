"""What somebody in charge asks of others: "urged residents not to panic", "advise against travel", "raden mensen aan ... te
mijden". Nothing of it has happened by being asked: it is required, on the word of whoever asks, and where they warn off it
is required that it is not done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims import kinds
from dateline.claims.clauses import Clause
from dateline.claims.lexicon import Lexicon
from dateline.claims.roles import arguments, core, subject
from dateline.claims.verbs import VerbGroup, asked_by, marked_infinitive, opens_purpose
from dateline.claims.voices import Setting
from dateline.lang import shared
from dateline.model import SourceKind

_ACTIVE = frozenset({"perfect", "either", "be", "nonfinite"})
_IN_CHARGE = (SourceKind.OFFICIAL, SourceKind.EXPERT, SourceKind.AGENCY)

FORCE, AGAINST = "direct", "direct against"
"""What a voice does that asks for what it names, and one that asks to leave it."""


def way(s: Setting, clause: Clause, lexicon: Lexicon) -> str:
    """`FORCE` or `AGAINST` where a clause tells that its subject asks others for something, "" for others."""
    verbs = s.groups.get(clause.index)
    if (
        verbs is None
        or verbs.jobs - _ACTIVE
        or verbs.passive
        or asked_by(verbs, s.grammar)
        or "undergone" in verbs.jobs
    ):
        return ""
    table = s.grammar.directing
    asks, keys = asking(s, clause, verbs)
    if asks < 0 or not _asks_of_somebody(s, clause, verbs, asks, lexicon):
        return ""
    if not (_infinitive(s, clause, verbs, asks) or _deed(s, clause, verbs, asks, keys, lexicon)):
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
    # "waarschuwt ervoor niet te ..." warns off as well.
    return AGAINST if negators or keys & table["against"] else FORCE


def plain(s: Setting, lexicon: Lexicon) -> Mapping[int, VerbGroup]:
    """The verb groups of a sentence, where nobody is asked for anything with the verb itself instead of the infinitive behind
    it: "The firm ordered 20 planes to replace its fleet" tells of an order of planes."""
    found = dict(s.groups)
    for clause in s.clauses:
        verbs = s.groups.get(clause.index)
        if verbs is None or not verbs.raised or verbs.jobs - _ACTIVE - {"past_perfect"} or verbs.passive:
            continue
        at, _ = asking(s, clause, verbs)
        if at >= 0 and not _asks_of_somebody(s, clause, verbs, at, lexicon):
            order = ("past", "present") if at == verbs.finite else ("participle",)
            kind = next((k for k in order if any(f.kind == k for f in s.tokens[at].forms)), order[0])
            found[clause.index] = replace(verbs, head=at, lemma=verbs.raised[0], raised=(), kind=kind)
    return found


def somebody(s: Setting, who: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether words name people or a body: by a name, a pronoun, a noun for who speaks, or one that its topic knows."""
    own = core(who, s.words, s.grammar) if who else ()
    facts = shared("topics")
    topics = {topic for topic, _, _ in lexicon.concepts_of([s.words[k] for k in own])}
    return bool(own) and (kinds.party(s, own) or not topics.isdisjoint((*facts["persons"], *facts["bodies"])))


def _asks_of_somebody(s: Setting, clause: Clause, verbs: VerbGroup, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that things do as well, or that is done with things, is done by somebody with somebody: "ordered two
    beers", "the rain encouraged farmers"."""
    lemma = verbs.raised[0] if verbs.raised else verbs.lemma
    if lemma not in s.grammar.directing["moves"]:
        return True
    who, whom = arguments(clause, s.tokens, replace(verbs, head=at), s.grammar)
    return (clause.elided or somebody(s, who, lexicon)) and somebody(s, whom, lexicon)


def _deed(s: Setting, clause: Clause, verbs: VerbGroup, at: int, keys: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what is asked by an object alone can be done: a noun of something that happens, or a verb. Of other things only
    who is in charge or knows recommends them to others ("Critics recommended a film"), and nobody by a definite article, a
    name or a pronoun. Against anything one can advise."""
    table = s.grammar.directing
    if any(" " in key or key in table["against"] for key in keys & table["object"]):
        return True
    who, whom = arguments(clause, s.tokens, replace(verbs, head=at), s.grammar)
    named = [k for k in clause.tokens if k > at and any(f.kind == "gerund" for f in s.tokens[k].forms)]
    own = core(whom, s.words, s.grammar) if whom else named[:1]
    if not own or any(lexicon.noun_phase(s.words[k]) for k in own) or set(named) & {*own, at + 1}:
        return bool(own)
    if any(_does(s, k) and somebody(s, [n for n in own if n < k], lexicon) for k in own[1:]):
        return True  # "recommend people avoid crowded places"
    known = s.grammar.function["definite"].at(s.words, own[0]) or somebody(s, own, lexicon)
    noun = len(own) > 1 or lexicon.concepts_of([s.words[own[0]]])  # a lone word of no topic may be a name
    charged = bool(who) and kinds.kind(core(who, s.words, s.grammar), "", s) in _IN_CHARGE
    return bool(noun) and charged and not known


def _does(s: Setting, k: int) -> bool:
    """Whether a word can be the plain verb of a party right before it."""
    plain = any(f.kind == "present" for f in s.tokens[k].forms) and s.tokens[k].mention < 0
    return plain and s.tokens[k - 1].classes.isdisjoint({"determiners", "prepositions"})


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
    whom = core(arguments(clause, s.tokens, replace(verbs, head=at), s.grammar)[1], s.words, s.grammar)
    behind = whom[-1] + 1 if whom else at  # "advises pregnant women against eating"
    near = [k for k in clause.tokens if at - 1 <= k <= at + 2 or (k == behind and k > at)]
    keys = frozenset((lemma, *(f"{lemma} {s.words[k]}" for k in near)))
    table = s.grammar.directing
    infinitive = _infinitive(s, clause, verbs, at)
    if verbs.raised and not any(at < k < verbs.head and not _empty(s, k) for k in clause.tokens):
        return -1, keys  # "asked not to be named": nobody else is asked
    listed = bool(keys & table["object"]) or (infinitive and bool(keys & table["infinitive"]))
    return (at if listed else -1), keys


def _infinitive(s: Setting, clause: Clause, verbs: VerbGroup, at: int) -> bool:
    """Whether an infinitive says what is asked; one that says what for does not ("hielt an, um ... aufzunehmen")."""
    if verbs.raised:
        return True
    aims = (k for k in clause.tokens if s.grammar.clause_comma and k > at and opens_purpose(k, s.tokens, s.grammar))
    end = next(aims, len(s.tokens))
    return any(
        marked_infinitive(k, s.tokens, s.grammar) or (s.tokens[k].auxiliary and _marks(s, k))
        for k in clause.tokens
        if verbs.finite < k < end and k != at
    )


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
