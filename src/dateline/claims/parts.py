"""Who takes part, where a trained reader has an opinion: its noun phrases laid over those of the rules.

The rules know names and prepositions: a name keeps the entity and the spatial role they give it. The reader knows who does
and whom it happens to in clauses whose word order misleads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.claims.grammar import Grammar
from dateline.claims.opinion import Opinion, Stretch
from dateline.claims.roles import core, named, phrase
from dateline.claims.voices import Setting
from dateline.model import Participant
from dateline.ports import FoundRole

_MAIN = ("agent", "patient", "permitter")
_CLOSED = ("determiners", "prepositions", "coordinators", "subordinators", "relatives", "adverbs", "pronouns")


def weighed(
    by_rule: Sequence[Participant],
    opinion: Opinion,
    stretches: Sequence[Stretch],
    s: Setting,
    grammar: Grammar,
) -> tuple[Participant, ...]:
    """The participants of a claim that stands on these stretches of the text, in order of their place."""
    if not stretches:
        return tuple(by_rule)
    roles = [
        r
        for r in opinion.roles(stretches[0][0], stretches[-1][1])
        if _stands_in(r, stretches) and (r.role in _MAIN or not s.people.touch(r.start, r.end))
    ]
    read = [p for r in roles if (p := _participant(r, s, grammar)) is not None]
    main = _main([p for p in by_rule if p.role in _MAIN], [p for p in read if p.role in _MAIN])
    rest = _places([p for p in by_rule if p.role not in _MAIN], [p for p in read if p.role not in _MAIN])
    unique = {(p.span.start, p.span.end, p.role): p for p in (*main, *rest)}
    return tuple(unique[key] for key in sorted(unique))


def _main(by_rule: Sequence[Participant], read: Sequence[Participant]) -> list[Participant]:
    """Who does it and whom it happens to: what the reader takes for either, with the name the rules know; where it sees
    nobody, the names the rules see. Of the other phrases that only the rules see, nine of ten are none.
    """
    if not read:
        return [p for p in by_rule if p.entity]
    entities = [next((x.entity for x in _touching(p, by_rule) if x.entity), "") for p in read]
    return [replace(p, entity=p.entity or entity) for p, entity in zip(read, entities, strict=True)]


def _places(by_rule: Sequence[Participant], read: Sequence[Participant]) -> list[Participant]:
    """From where and to where: the rules' role where they have one, the reader's for a name of no role and other words."""
    found = []
    for p in by_rule:
        roles = [x.role for x in _touching(p, read)]
        found.append(replace(p, role=roles[0]) if roles and p.role == "other" else p)
    return found + [p for p in read if not _touching(p, by_rule)]


def _touching(item: Participant, others: Iterable[Participant]) -> list[Participant]:
    return [p for p in others if item.span.start < p.span.end and p.span.start < item.span.end]


def _stands_in(role: FoundRole, stretches: Sequence[Stretch]) -> bool:
    """Whether the first word of the phrase is one of the claim's own."""
    return any(start <= role.start < end for start, end in stretches)


def _participant(role: FoundRole, s: Setting, grammar: Grammar) -> Participant | None:
    """The phrase as a participant, with the last name in its core: a raid on a port is no port. Closed words at its end are
    cut off; None where nothing else is left.
    """
    own = [k for k, t in enumerate(s.tokens) if role.start <= t.start and t.end <= role.end]
    while own and _closed(own[-1], len(own), s, grammar):
        own.pop()
    span = phrase(own, s.tokens, s.text, s.article)
    if span is None:
        return None
    name = named(core(own, s.words, grammar), s.tokens, s.mentions)
    return Participant(role.role, span.quote, span, s.mentions[name].entity if name >= 0 else "")


def _closed(k: int, size: int, s: Setting, grammar: Grammar) -> bool:
    """Whether a word cannot end a phrase; a pronoun can be one by itself, an article cannot though a name has it."""
    token = s.tokens[k]
    if size == 1 and grammar.function["determiners"].at(s.words, k):
        return True
    if token.mention >= 0 or (size == 1 and grammar.function["pronouns"].at(s.words, k)):
        return False
    return token.mark or any(grammar.function[name].at(s.words, k) for name in _CLOSED)
