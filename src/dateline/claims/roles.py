"""Who, whom, from where, to where: participants and places of a clause, from word order, prepositions and voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.model import Mention, Participant, Span

_VERB_LAST = (Opener.COMPLEMENT, Opener.SUBORDINATE, Opener.RELATIVE, Opener.QUESTION)
_IDLE = frozenset(("adverbs", "negators"))
_IDLE_FIRST = _IDLE | {"subordinators", "complementizers", "coordinators"}
"""Classes of words that belong to no noun phrase: within one, and before it."""

_UNNOUNED = frozenset(("determiners", "prepositions", "coordinators", "subordinators", "adverbs", "infinitive_markers"))
_BINDING = frozenset(("prepositions", "determiners", "coordinators"))
"""Classes of words behind which a determiner opens no new party."""

_CLOSED = frozenset(
    ("prepositions", "coordinators", "subordinators", "adverbs", "negators", "infinitive_markers", "pronouns")
)
_PLACES = ("origin", "destination", "via", "place")
_ORDER = ("permitter", "origin", "destination", "via", "place", "agent")


def phrase(positions: Sequence[int], tokens: Sequence[Token], text: str, article: str) -> Span | None:
    """The span from the first to the last of the positions, marks at the edges left out."""
    own = list(positions)
    while own and tokens[own[0]].mark:
        own = own[1:]
    while own and tokens[own[-1]].mark:
        own = own[:-1]
    if not own:
        return None
    start, end = tokens[own[0]].start, tokens[own[-1]].end
    return Span(article, start, end, text[start:end])


def subject(clause: Clause, tokens: Sequence[Token], verbs: VerbGroup, grammar: Grammar) -> tuple[int, ...]:
    """Positions of the subject with what hangs on it."""
    return arguments(clause, tokens, verbs, grammar)[0]


def arguments(
    clause: Clause, tokens: Sequence[Token], verbs: VerbGroup, grammar: Grammar
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Positions of subject and object: noun runs outside prepositional phrases, by their place beside the verb.

    The run before the finite verb is the subject; where the verb comes first or behind an adverbial, the first party
    behind it; where verbs come last, the first of the parties before them.
    """
    rest = [
        k
        for k in clause.tokens
        if k not in (verbs.finite, verbs.head) and not _particle(k, clause, tokens, verbs, grammar)
    ]
    before = [r for r in _noun_runs([k for k in rest if k < verbs.finite], tokens) if not _reduced(tokens[r[0]])]
    behind = verbs.finite if grammar.verb_final else max(verbs.finite, verbs.head)
    after = _noun_runs([k for k in rest if k > behind], tokens)
    if before and grammar.verb_final and clause.opener in _VERB_LAST:
        parties = [p for run in before for p in _parties(run, tokens, grammar)]
        return parties[0], parties[1] if len(parties) > 1 else ()
    if before and grammar.verb_final and _oblique(tokens[before[-1][0]]):
        # "Den Schaden bezifferte er auf ...": the article says that it is no subject.
        behind_verb = _noun_runs([k for k in rest if k > verbs.finite], tokens)
        parties = [p for run in behind_verb for p in _parties(run, tokens, grammar)]
        subjects = [p for p in parties if not _oblique(tokens[p[0]])]
        return (subjects[0] if subjects else ()), before[-1]
    if before:
        return before[-1], _parties(after[0], tokens, grammar)[0] if after else ()
    after = _noun_runs([k for k in rest if k > verbs.finite], tokens)
    parties = [p for run in after for p in _parties(run, tokens, grammar)]
    return (parties[0] if parties else ()), (parties[1] if len(parties) > 1 else ())


def _particle(k: int, clause: Clause, tokens: Sequence[Token], verbs: VerbGroup, grammar: Grammar) -> bool:
    """Whether a word is the separated first part of the clause's verb: it stands last, or before a mark ("wies ... zurück",
    "did not take place")."""
    t = tokens[k]
    ends = k == clause.tokens[-1] or tokens[k + 1].mark
    part = (verbs.lemma.startswith(t.word) or t.word in verbs.lemma.split()[1:]) and t.word not in grammar.function[
        "pronouns"
    ]
    return ends and part and k > verbs.finite and t.mention < 0 and not t.mark and not t.capital


def _oblique(first: Token) -> bool:
    """Whether a noun phrase opens with a form that no subject has ("den", "einen", "ihm")."""
    return "oblique" in first.classes


def _parties(run: tuple[int, ...], tokens: Sequence[Token], grammar: Grammar) -> list[tuple[int, ...]]:
    """A run cut where a new party starts: behind a pronoun, and at a determiner outside a phrase of its own."""
    genitives = grammar.function.get("genitives")
    found: list[list[int]] = [[run[0]]]
    for before, k in pairwise(run):
        bound = not _BINDING.isdisjoint(tokens[before].classes)
        genitive = genitives is not None and tokens[k].word in genitives
        fresh = "determiners" in tokens[k].classes and not (bound or genitive)
        first = tokens[found[-1][0]].classes
        if fresh or (len(found[-1]) == 1 and "pronouns" in first and "determiners" not in first):
            found.append([])
        found[-1].append(k)
    return [tuple(p) for p in found]


def core(run: Sequence[int], words: Sequence[str], grammar: Grammar) -> Sequence[int]:
    """A noun run up to its first inner preposition or relative: the party itself."""
    for place, k in enumerate(run):
        if place and any(grammar.function[c].at(words, k) for c in ("prepositions", "relatives", "infinitive_markers")):
            return run[:place]
    return run


def _noun_runs(positions: Sequence[int], tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """Runs of words that can be a subject: no time, cut at marks, not opened by a preposition (an inner "of" stays in)."""
    runs: list[list[int]] = [[]]
    open_phrase = False
    previous = -2
    for k in positions:
        t = tokens[k]
        cut = t.mark or t.timex >= 0 or k != previous + 1
        previous = k
        if cut:
            runs.append([])
            open_phrase = False
            if t.mark or t.timex >= 0:
                continue
        if not (_IDLE if runs[-1] else _IDLE_FIRST).isdisjoint(t.classes):
            continue
        if "prepositions" in t.classes and not runs[-1]:
            open_phrase = True
        if not open_phrase and not t.auxiliary:
            runs[-1].append(k)
    for run in runs:
        while run and not _nominal(tokens[run[-1]]):
            run.pop()
    return [tuple(r) for r in runs if r]


def _reduced(t: Token) -> bool:
    """A run that starts with a participle goes on from the noun before it ("the report on Wednesday submitted to ...")."""
    return t.mention < 0 and any(f.kind in ("participle", "gerund") for f in t.forms)


def _nominal(t: Token) -> bool:
    return t.mention >= 0 or (not t.mark and _UNNOUNED.isdisjoint(t.classes))


def hangs(k: int, tokens: Sequence[Token], verbs: VerbGroup, *, compounds: bool) -> bool:
    """Whether a noun only tells more of another: behind it and a preposition ("concerns about the siege"), or, where a
    language writes compounds apart, right before it ("the job offer", "the siege's end")."""
    parts = verbs.lemma.split()

    def noun(i: int) -> bool:
        t = tokens[i]
        verb = i in (verbs.finite, verbs.head) or t.word in parts
        return _nominal(t) and t.timex < 0 and not t.auxiliary and not verb

    before = not compounds and k + 1 < len(tokens) and noun(k + 1) and not tokens[k + 1].forms
    if before or tokens[k].text.lower() != tokens[k].word.lower():
        return True
    start = k
    while start and (noun(start - 1) or _determines(tokens[start - 1])):
        start -= 1
    return start >= 2 and "prepositions" in tokens[start - 1].classes and noun(start - 2)


def _determines(t: Token) -> bool:
    return "determiners" in t.classes and "prepositions" not in t.classes


def participants(
    clause: Clause,
    positions: Sequence[int],
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    verbs: VerbGroup | None,
    grammar: Grammar,
    text: str,
    article: str,
) -> tuple[Participant, ...]:
    """Who and whom, as noun phrases, and every other name of the evidence with its role; demonyms get "other".

    `positions` are all tokens of the evidence; the clause's own ones decide agent and patient.
    """
    words = [t.word for t in tokens]
    parties = _main_parties(clause, frozenset(positions), tokens, verbs, grammar) if verbs else []
    found: list[Participant] = []
    seen: set[int] = set()
    for role, run in parties:
        span = phrase(run, tokens, text, article)
        if span is not None:
            name = named(run, tokens, mentions)
            seen |= {name} if name >= 0 else set()
            found.append(Participant(role, span.quote, span, mentions[name].entity if name >= 0 else ""))
    for k in positions:
        number = tokens[k].mention
        if number < 0 or number in seen:
            continue
        seen.add(number)
        m = mentions[number]
        role = "other" if m.demonym else _role(k, words, tokens, grammar, m)
        if role == "agent" and not (verbs and verbs.passive and k in clause.tokens):
            role = ""
        found.append(Participant(role or "other", m.span.quote, m.span, m.entity))
    return tuple(sorted(found, key=lambda p: (p.span.start, p.span.end, p.role)))


def _main_parties(
    clause: Clause, positions: frozenset[int], tokens: Sequence[Token], verbs: VerbGroup, grammar: Grammar
) -> list[tuple[str, Sequence[int]]]:
    """(role, positions) of subject and object inside the evidence; the subject of a passive is who it happens to."""
    if verbs.lemma == grammar.lemmas.get("be") and not verbs.passive:
        return []  # a copula: nobody does anything, and nothing happens to anybody
    words = [t.word for t in tokens]
    first, second = arguments(clause, tokens, verbs, grammar)
    found = []
    for role, run in (("patient" if verbs.passive else "agent", first), ("patient", () if verbs.passive else second)):
        party = core(run, words, grammar) if run else ()
        empty = len(party) == 1 and any(grammar.function[n].at(words, party[0]) for n in ("expletives", "adverbs"))
        if party and not empty and set(party) <= positions:
            found.append((role, party))
    return found


def named(run: Sequence[int], tokens: Sequence[Token], mentions: Sequence[Mention]) -> int:
    """The name a noun phrase ends in, or its last one that is no demonym; -1 where it names nobody."""
    numbers = [tokens[k].mention for k in run if tokens[k].mention >= 0 and not mentions[tokens[k].mention].demonym]
    return numbers[-1] if numbers else -1


def _role(k: int, words: Sequence[str], tokens: Sequence[Token], grammar: Grammar, m: Mention) -> str:
    """The role the preposition before a name gives it; for places only spatial roles, for others agent and permitter."""
    joined = k >= 2 and tokens[k - 1].text in "-–" and tokens[k - 2].mention >= 0
    if joined and m.kind == "LOC":
        return "destination"
    if k + 2 < len(tokens) and tokens[k + 1].text in ("-", "–") and tokens[k + 2].mention >= 0 and m.kind == "LOC":
        return "origin"
    start = _phrase_start(k, tokens)
    for name in _ORDER:
        table = grammar.arguments.get(name)
        if table is None or start < 1:
            continue
        for back in (4, 3, 2, 1):
            if start - back >= 0 and table.at(words, start - back) == back:
                if name in _PLACES and m.kind != "LOC":
                    return ""
                return name
    return ""


def _phrase_start(k: int, tokens: Sequence[Token]) -> int:
    """Walk left over determiners, adjectives, coordinated names and demonyms to the preposition of the phrase."""
    at = k
    for _ in range(8):
        before = at - 1
        if before < 0:
            return at
        t = tokens[before]
        name = t.mention >= 0
        joined = "coordinators" in t.classes and before > 0 and tokens[before - 1].mention >= 0
        listed = t.text == "," and before > 0 and tokens[before - 1].mention >= 0
        adjective = not t.mark and not t.auxiliary and not t.forms and _CLOSED.isdisjoint(t.classes)
        if name or joined or listed or adjective or "determiners" in t.classes:
            at = before
        else:
            return at
    return at
