"""What a claim is about, free of language: its topics, the change of state, its places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.claims import moving, roles
from dateline.claims.clauses import Clause
from dateline.claims.evidence import Read
from dateline.claims.verbs import VerbGroup
from dateline.lang import shared

MOVED = "postpone"
"""The change of what is put off, and of what is brought forward, to a day that is named."""

_NEAR = 8
"""Words between a relative and the noun it stands for, at most."""

_OF = 5
"""Words between the noun of an end and what ends, at most: "the end of the week-long blockade", "de blokkade is ten einde"."""

_ENDING = "stop"
_LIFTED = "lift"
_BEGINNING = frozenset({"start", "resume"})
_IMPOSED = "impose"


def concepts(r: Read, clause: Clause, positions: Sequence[int], group: VerbGroup | None) -> tuple[str, ...]:
    """Topics, the head topic first: those of the subject, then what the verb brings, then the rest in order; people last,
    unless the verb moves them."""
    lex = r.tables.lexicon
    words = ["" if _person(r, k) else r.setting.words[k] for k in positions]
    others = _means_otherwise(r, positions, group)
    head = positions.index(group.head) if others and group and group.head in positions else -1
    found = [(positions[i], topic) for topic, i, end in lex.concepts_of(words) if (i, end) != (head, head + 1)]
    who = frozenset(roles.subject(clause, r.setting.tokens, group, r.tables.grammar)) if group else frozenset()
    subject_first = [topic for k, topic in found if k in who]
    of_verb = list(lex.concepts_of_verb.get(group.lemma, ())) if group and not others else []
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
    says.

    What is in force ends by being lifted and begins by being imposed, whatever the verb: "the curfew ends" tells the same
    as "the curfew is lifted".
    """
    lex = r.tables.lexicon
    if moving.new_day(r.setting, clause).expr or moving.put_off_by(r.setting, clause):
        return MOVED
    if phase := _verb_phase(r, _said(r, clause, positions), group):
        return _of_what(phase, _undergone(r, clause, group)) if group else phase
    raised = next((p for lemma in (group.raised if group else ()) if (p := lex.phase_of_verb.get(lemma))), "")
    nouns = (k for k in positions if group is None or k != group.head)
    named = [(p, k) for k in nouns if (p := lex.noun_phase(r.setting.words[k]))]
    if raised or not named:
        return raised
    told = [(p, _of_what(p, _topics(r, [n for n in positions if abs(n - k) <= _OF]))) for p, k in named]
    return next((turned for p, turned in told if turned != p), told[0][0])


def _said(r: Read, clause: Clause, positions: Sequence[int]) -> Sequence[int]:
    """The words that say what changes: without the "not" of a clause that negates no more than a day or place."""
    if not moving.corrected(r.setting, clause):
        return positions
    negators = r.tables.grammar.function["negators"]
    return [k for k in positions if not negators.at(r.setting.words, k)]


def _of_what(phase: str, topics: Collection[str]) -> str:
    """The phase of a change, where these topics are what changes: a restriction has phases of its own."""
    table = shared("topics")
    restriction = next((t for t in topics if t in table["restrictions"]), "")
    if not restriction:
        return phase
    if phase == _ENDING:
        return _LIFTED
    begun: str = table["begun"].get(restriction, "")
    if phase in _BEGINNING or (begun and phase == _IMPOSED):
        return begun or _IMPOSED
    return phase


def _undergone(r: Read, clause: Clause, group: VerbGroup) -> list[str]:
    """Topics of what a verb happens to: its object, or its subject where it has none or is passive."""
    grammar, tokens = r.tables.grammar, r.setting.tokens
    first, second = roles.arguments(clause, tokens, group, grammar)
    run = first if group.passive or not second else second
    return _topics(r, roles.core(run, r.setting.words, grammar)) if run else []


def _topics(r: Read, positions: Sequence[int]) -> list[str]:
    return [topic for topic, _, _ in r.tables.lexicon.concepts_of([r.setting.words[k] for k in positions])]


def _verb_phase(r: Read, positions: Sequence[int], group: VerbGroup | None) -> str:
    if group is None:
        return ""
    return r.tables.lexicon.verb_phase(group.lemma, _words(r, positions), group.passive, _hanging(r, positions, group))


def _means_otherwise(r: Read, positions: Sequence[int], group: VerbGroup | None) -> bool:
    """Whether the words beside a verb give it another sense, in which it brings no topic: "die Waffenruhe verletzen"
    injures nobody."""
    if group is None:
        return False
    return r.tables.lexicon.means_otherwise(
        group.lemma, _words(r, positions), group.passive, _hanging(r, positions, group)
    )


def _words(r: Read, positions: Sequence[int]) -> set[str]:
    return {r.setting.words[k] for k in positions}


def _hanging(r: Read, positions: Sequence[int], group: VerbGroup) -> set[str]:
    """The words that hang on another noun and nowhere stand by themselves."""
    tokens, compounds = r.setting.tokens, r.tables.lexicon.compounds
    free = {r.setting.words[k] for k in positions if not roles.hangs(k, tokens, group, compounds=compounds)}
    return _words(r, positions) - free


def places(r: Read, positions: Sequence[int]) -> tuple[str, ...]:
    """The ids of the places named, in order."""
    found = []
    for k in positions:
        number = r.setting.tokens[k].mention
        if number >= 0 and r.setting.mentions[number].kind == "LOC" and r.setting.mentions[number].entity:
            found.append(r.setting.mentions[number].entity)
    return tuple(dict.fromkeys(found))
