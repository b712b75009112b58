"""Who, whom, from where, to where: participants and places of a clause, from word order, prepositions and voice."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.clauses import Clause
from dateline.claims.grammar import Grammar
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.model import Mention, Participant, Span

_OPENERS = ("subordinators", "complementizers", "coordinators")
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
    """Positions of the subject: the last noun run before the finite verb, or, where the verb comes first or second behind an
    adverbial, the first noun run behind it."""
    before = [k for k in clause.tokens if k < verbs.finite]
    runs = [r for r in _noun_runs(before, tokens, grammar) if not _reduced(tokens[r[0]])]
    if runs:
        return runs[-1]
    after = [k for k in clause.tokens if k > verbs.finite and k != verbs.head]
    runs = _noun_runs(after, tokens, grammar)
    return tuple(_party(runs[0], [t.word for t in tokens], grammar)) if runs else ()


def _party(run: Sequence[int], words: Sequence[str], grammar: Grammar) -> Sequence[int]:
    """The first party of a run behind a verb: a pronoun alone, else up to the next determiner outside a phrase of its own."""
    if grammar.function["pronouns"].at(words, run[0]) and not grammar.function["determiners"].at(words, run[0]):
        return run[:1]
    for place, k in enumerate(run):
        opened = place and grammar.function["prepositions"].at(words, run[place - 1])
        if place and not opened and grammar.function["determiners"].at(words, k):
            return run[:place]
    return run


def _core(run: Sequence[int], words: Sequence[str], grammar: Grammar) -> Sequence[int]:
    """A noun run up to its first inner preposition, or to a second determiner: the party itself."""
    for place, k in enumerate(run):
        inner = grammar.function["prepositions"].at(words, k) or grammar.function["determiners"].at(words, k)
        if place and inner:
            return run[:place]
    return run


def _noun_runs(positions: Sequence[int], tokens: Sequence[Token], grammar: Grammar) -> list[tuple[int, ...]]:
    """Runs of words that can be a subject: no time, cut at marks, not opened by a preposition (an inner "of" stays in)."""
    words = [t.word for t in tokens]
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
        idle = ("adverbs", "negators") if runs[-1] else ("adverbs", "negators", *_OPENERS)
        if any(grammar.function[c].at(words, k) for c in idle):
            continue
        if grammar.function["prepositions"].at(words, k) and not runs[-1]:
            open_phrase = True
        if not open_phrase and not t.auxiliary:
            runs[-1].append(k)
    for run in runs:
        while run and not _nominal(tokens[run[-1]], words, run[-1], grammar):
            run.pop()
    return [tuple(r) for r in runs if r]


def _reduced(t: Token) -> bool:
    """A run that starts with a participle goes on from the noun before it ("the report on Wednesday submitted to ...")."""
    return t.mention < 0 and any(f.kind in ("participle", "gerund") for f in t.forms)


def _nominal(t: Token, words: Sequence[str], k: int, grammar: Grammar) -> bool:
    closed = ("determiners", "prepositions", "coordinators", "subordinators", "adverbs", "infinitive_markers")
    return t.mention >= 0 or (not t.mark and not any(grammar.function[c].at(words, k) for c in closed))


def participants(
    clause: Clause,
    positions: Sequence[int],
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    verbs: VerbGroup | None,
    grammar: Grammar,
) -> tuple[Participant, ...]:
    """Every name of the evidence with its role. Names outside the clause proper and demonyms get "other".

    `positions` are all tokens of the evidence; the clause's own ones decide agent and patient.
    """
    words = [t.word for t in tokens]
    own = frozenset(clause.tokens)
    who = frozenset(_core(subject(clause, tokens, verbs, grammar), words, grammar)) if verbs else frozenset()
    found: list[Participant] = []
    seen: set[int] = set()
    for k in positions:
        number = tokens[k].mention
        if number < 0 or number in seen:
            continue
        seen.add(number)
        m = mentions[number]
        role = "other" if m.demonym else _role(k, words, tokens, grammar, m)
        if role in ("", "agent") and k in own and verbs and not m.demonym:
            passive_agent = role == "agent" and verbs.passive
            role = "agent" if passive_agent else _core_role(k, who, verbs, m)
        found.append(Participant(role or "other", m.span.quote, m.span, m.entity))
    return tuple(found)


def _core_role(k: int, who: frozenset[int], verbs: VerbGroup, m: Mention) -> str:
    if k in who:
        return "patient" if verbs.passive else "agent"
    if k > verbs.finite and m.kind != "LOC":
        return "patient"
    return "other"


def _role(k: int, words: Sequence[str], tokens: Sequence[Token], grammar: Grammar, m: Mention) -> str:
    """The role the preposition before a name gives it; for places only spatial roles, for others agent and permitter."""
    joined = k >= 2 and tokens[k - 1].text in "-–" and tokens[k - 2].mention >= 0
    if joined and m.kind == "LOC":
        return "destination"
    if k + 2 < len(tokens) and tokens[k + 1].text in ("-", "–") and tokens[k + 2].mention >= 0 and m.kind == "LOC":
        return "origin"
    start = _phrase_start(k, words, tokens, grammar)
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


def _phrase_start(k: int, words: Sequence[str], tokens: Sequence[Token], grammar: Grammar) -> int:
    """Walk left over determiners, adjectives, coordinated names and demonyms to the preposition of the phrase."""
    at = k
    for _ in range(8):
        before = at - 1
        if before < 0:
            return at
        t = tokens[before]
        name = t.mention >= 0
        joined = grammar.function["coordinators"].at(words, before) and before > 0 and tokens[before - 1].mention >= 0
        listed = t.text == "," and before > 0 and tokens[before - 1].mention >= 0
        adjective = not t.mark and not t.auxiliary and not t.forms and not _closed(before, words, grammar)
        if name or joined or listed or adjective or grammar.function["determiners"].at(words, before):
            at = before
        else:
            return at
    return at


def _closed(k: int, words: Sequence[str], grammar: Grammar) -> bool:
    closed = ("prepositions", "coordinators", "subordinators", "adverbs", "negators", "infinitive_markers", "pronouns")
    return any(grammar.function[c].at(words, k) for c in closed)
