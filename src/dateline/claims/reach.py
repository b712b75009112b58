"""What a clause of saying covers: its complement, what follows its colon, what stands around it in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.clauses import Clause, Opener
from dateline.claims.roles import subject
from dateline.claims.tokens import QUOTES
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting

_HEARER_WORDS = 6  # "..., she told reporters in Geneva"


def hanging_on(s: Setting, index: int) -> list[int]:
    """A clause and all that hangs on it. Parentheses are the paper's own voice, and a subordinate clause with a source of
    its own ("..., while Russia claimed ...") is that source's."""
    family = {index: None}  # in order, and quick to ask
    for clause in s.clauses:
        verbs = s.groups.get(clause.index)
        other = clause.opener is Opener.SUBORDINATE and verbs is not None and verbs.lemma in s.grammar.reporting
        if clause.parent in family and clause.index != index and clause.opener is not Opener.PARENTHESIS and not other:
            family[clause.index] = None
    return list(family)


def covered_by(s: Setting, clause: Clause) -> list[int]:
    """Indices of the clauses that a clause of saying reports; empty where it is no clause of saying."""
    verbs = s.groups.get(clause.index)
    if verbs is None or verbs.lemma not in s.grammar.reporting or clause.opener is Opener.PARENTHESIS:
        return []
    if clause.opener is Opener.SUBORDINATE and clause.word in s.grammar.as_said:
        # "As the police said, ...": all that the clause hangs on, and what hangs on that.
        return [i for i in hanging_on(s, clause.parent) if i != clause.index]
    if clause.opener is Opener.INSERTED:
        return [i for i in hanging_on(s, clause.parent) if i != clause.index]
    children = [c for c in s.clauses if c.parent == clause.index and c.opener is Opener.COMPLEMENT]
    if children and _settled_on(s, verbs, children[0]):
        return []
    said = [i for child in children for i in hanging_on(s, child.index)]
    if children and not _apart(s, verbs, children[0]):
        return said
    quoted = _after_colon(s, clause, verbs)
    if quoted:
        return quoted
    return [] if clause.opener is Opener.RELATIVE else _around(s, clause, verbs) + said


def _settled_on(s: Setting, verbs: VerbGroup, child: Clause) -> bool:
    """Whether a verb of planning has its infinitive already, so that the clause behind it is no content of its own: "agreed on
    Monday to drop the plan that the council had made"."""
    planning = any(verbs.lemma in s.grammar.status[name] for name in ("planned", "planned_raised"))
    markers, between = s.grammar.function["infinitive_markers"], range(verbs.head + 1, child.tokens[0] - 1)
    return planning and any(
        markers.at(s.words, k) and any(f.kind in ("infinitive", "present") for f in s.tokens[k + 1].forms)
        for k in between
    )


def _apart(s: Setting, verbs: VerbGroup, child: Clause) -> bool:
    """Whether a comma parts a verb of saying from the complement: "..., X said, adding that ..."."""
    return any(s.tokens[k].text == "," for k in range(verbs.head, child.tokens[0]))


def _after_colon(s: Setting, clause: Clause, verbs: VerbGroup) -> list[int]:
    """'X said: "..."': everything behind the colon or the opening quotation mark."""
    marks = [k for k in clause.tokens if k > verbs.head and (s.tokens[k].text == ":" or s.tokens[k].text in QUOTES)]
    if not marks:
        return []
    return [c.index for c in s.clauses if c.index != clause.index and c.tokens[0] > marks[0] and c.finite >= 0]


def _around(s: Setting, clause: Clause, verbs: VerbGroup) -> list[int]:
    """ "..., X said, and ...": what stands before a short clause without an object, behind a comma or a quotation mark, and
    what is joined on behind it. A semicolon or a contrast before it ends what it covers."""
    if clause.tokens[0] == 0 or clause.index == 0 or verbs.passive:
        return []
    edge = clause.tokens[0] - 1
    marks = [k for k in (edge, clause.tokens[0]) if _aside(s, k)]
    own = [k for k in clause.tokens if not s.tokens[k].mark and not s.grammar.function["coordinators"].at(s.words, k)]
    if not marks or not own or not _ends(s, clause, own[-1]):
        return []
    stop = next((k for k in clause.tokens if k > verbs.head and s.tokens[k].mark), len(s.tokens))
    behind = [k for k in own if verbs.head < k < stop]
    who = subject(clause, s.tokens, verbs, s.grammar)
    if len(who) > 1 and s.grammar.function["pronouns"].at(s.words, who[-1]) and who[-1] < verbs.head:
        return []  # "up from the 62 it reported in May": a pronoun behind a noun opens what is said of that
    inverted = bool(who) and who[0] > verbs.head
    rest = _object([k for k in behind if not (inverted and k in who)], s)
    quoted = any(s.tokens[k].text in QUOTES for k in marks) and len(rest) <= _HEARER_WORDS
    hearer = verbs.lemma in s.grammar.hearers and len(rest) <= _HEARER_WORDS
    if not inverted and not quoted and not hearer and rest:
        return []
    return _reach(s, clause)


def _reach(s: Setting, clause: Clause) -> list[int]:
    """The clauses that a clause of saying at `clause` covers on both sides of it."""
    covered: list[int] = []
    for c in reversed([c for c in s.clauses if c.index < clause.index and c.opener is not Opener.PARENTHESIS]):
        covered.insert(0, c.index)
        before = [k for k in (c.tokens[0] - 2, c.tokens[0] - 1, c.tokens[0]) if k >= 0]
        contrast = any(s.grammar.function["contrast"].at(s.words, k) or s.tokens[k].text == ";" for k in before)
        if contrast and c.opener is Opener.COORDINATE:
            break
    for c in s.clauses:
        joined = c.tokens[0] > 0 and s.grammar.function["coordinators"].at(s.words, c.tokens[0] - 1)
        sibling = c.index > clause.index and c.opener is Opener.COORDINATE and joined and not _speaks(s, c)
        hangs = c.parent == clause.index and c.opener in (Opener.SUBORDINATE, Opener.GERUND)
        told = not (joined and s.grammar.function["contrast"].at(s.words, c.tokens[0] - 1)) or backshifted(s, c)
        if (sibling and told and s.tokens[c.tokens[0] - 2].text == ",") or hangs:
            covered += [i for i in hanging_on(s, c.index) if i not in covered]
    return covered


def meanwhile(s: Setting, clause: Clause) -> bool:
    """ "..., X said as she opened the bridge": what somebody did while speaking is not what was said."""
    verbs = s.groups.get(clause.index)
    past = verbs is not None and verbs.past and not backshifted(s, clause)
    return past and clause.word in s.grammar.function["meanwhile"]


def backshifted(s: Setting, clause: Clause) -> bool:
    """Behind "but" only the tense of reported speech shows that the source goes on speaking ("but it had been dropped")."""
    verbs = s.groups.get(clause.index)
    return verbs is not None and bool(verbs.jobs & {"past_perfect", "conditional", "hearsay"})


def _speaks(s: Setting, clause: Clause) -> bool:
    verbs = s.groups.get(clause.index)
    return verbs is not None and verbs.lemma in s.grammar.reporting


def _aside(s: Setting, k: int) -> bool:
    return s.tokens[k].text == "," or s.tokens[k].text in QUOTES


def _ends(s: Setting, clause: Clause, last: int) -> bool:
    """Whether a mark or the end of the sentence stands behind a clause and what hangs on it."""
    hanging = frozenset(hanging_on(s, clause.index))
    family = [c for c in s.clauses if c.index in hanging]
    last = max([last, *(k for c in family if c is not clause for k in c.tokens if not s.tokens[k].mark)])
    return last + 1 >= len(s.tokens) or s.tokens[last + 1].mark


def _object(positions: Sequence[int], s: Setting) -> list[int]:
    """What stands right behind a verb and is its object: nothing where a time, an adverb or a preposition comes first."""
    function, words = s.grammar.function, s.words
    rest = list(positions)
    while rest and (s.tokens[rest[0]].timex >= 0 or function["adverbs"].at(words, rest[0])):
        rest = rest[1:]
    phrase_first = rest and (function["prepositions"].at(words, rest[0]) or function["relatives"].at(words, rest[0]))
    return [] if phrase_first else rest
