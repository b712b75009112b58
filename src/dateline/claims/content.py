"""What a claim is about, free of language: its topics, the change of state, its places."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import moving, roles
from dateline.claims.clauses import Clause
from dateline.claims.evidence import Read
from dateline.claims.verbs import VerbGroup
from dateline.lang import shared

MOVED = "postpone"
"""The change of what is put off, and of what is brought forward, to a day that is named."""

_NEAR = 8
"""Words between a relative and the noun it stands for, at most."""


def concepts(r: Read, clause: Clause, positions: Sequence[int], group: VerbGroup | None) -> tuple[str, ...]:
    """Topics, the head topic first: those of the subject, then what the verb brings, then the rest in order; people last,
    unless the verb moves them."""
    lex = r.tables.lexicon
    words = ["" if _person(r, k) else r.setting.words[k] for k in positions]
    found = [(positions[i], topic) for topic, i, _ in lex.concepts_of(words)]
    who = frozenset(roles.subject(clause, r.setting.tokens, group, r.tables.grammar)) if group else frozenset()
    subject_first = [topic for k, topic in found if k in who]
    of_verb = list(lex.concepts_of_verb.get(group.lemma, ())) if group else []
    rest = [topic for k, topic in found if k not in who]
    antecedent = _antecedent(r, positions[0]) if positions else []
    topics = list(dict.fromkeys([*antecedent, *subject_first, *of_verb, *rest]))
    if _verb_phase(r, positions, group) in shared("topics")["moving"]:
        return tuple(topics)
    persons = shared("topics")["persons"]
    return tuple(sorted(topics, key=lambda topic: topic in persons))


def _person(r: Read, k: int) -> bool:
    """Whether a word is a part of somebody's name: Ilse Kamp is no camp."""
    number = r.setting.tokens[k].mention
    return number >= 0 and r.setting.mentions[number].kind == "PER"


def _antecedent(r: Read, first: int) -> list[str]:
    """The topic that a relative at the head of a claim stands for: "the championships in Astana, which last until ..."."""
    if not r.tables.grammar.function["relatives"].at(r.setting.words, first):
        return []
    before = r.tables.lexicon.concepts_of(r.setting.words[:first])
    return [topic for topic, i, _ in before if first - i <= _NEAR][-1:]


def phase(r: Read, clause: Clause, positions: Sequence[int], group: VerbGroup | None) -> str:
    """The change of state: that a thing gets another day, else what the verb says, else what an event noun of the clause
    says."""
    lex = r.tables.lexicon
    if moving.new_day(r.setting, clause).expr:
        return MOVED
    if phase := _verb_phase(r, positions, group):
        return phase
    raised = next((p for lemma in (group.raised if group else ()) if (p := lex.phase_of_verb.get(lemma))), "")
    nouns = (k for k in positions if group is None or k != group.head)
    return raised or next((p for k in nouns if (p := lex.noun_phase(r.setting.words[k]))), "")


def _verb_phase(r: Read, positions: Sequence[int], group: VerbGroup | None) -> str:
    words = {r.setting.words[k] for k in positions}
    return r.tables.lexicon.verb_phase(group.lemma, words, group.passive) if group else ""


def places(r: Read, positions: Sequence[int]) -> tuple[str, ...]:
    """The ids of the places named, in order."""
    found = []
    for k in positions:
        number = r.setting.tokens[k].mention
        if number >= 0 and r.setting.mentions[number].kind == "LOC" and r.setting.mentions[number].entity:
            found.append(r.setting.mentions[number].entity)
    return tuple(dict.fromkeys(found))
