"""Words that say more of a thing and nothing of the clause around them: "the curfew, in force since May, ends on Monday",
"die am 17. Mai verhängte Sperre". A time among them is that of the aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.claims.clauses import Clause
from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon, VerbForm
from dateline.claims.times import SINCE
from dateline.claims.tokens import Token
from dateline.claims.verbs import VerbGroup
from dateline.model import Timex

_REACH = 6
"""So many words can stand between a time and the participle that it belongs to: "am 17. Mai von der Regierung verhängte"."""

_BETWEEN = 4
"""So many words can stand between a comparison and its time: "compared with the same months of 2024"."""

_UNDOING = frozenset(("lift", "stop", "resume", "release", "cancel"))
"""Changes that befall what was there before them: "lifted a curfew imposed on Sunday"."""

_VERBAL = frozenset(("participle", "gerund"))


def plain(tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, of those before nouns none a verb: "die am 17. Mai verhängte Sperre" has no past tense."""
    ends = {piece[-1] for piece in _attributive(tokens, grammar, lexicon)}
    return tuple(replace(t, forms=()) if k in ends else t for k, t in enumerate(tokens))


def within(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    groups: Mapping[int, VerbGroup],
    timexes: Sequence[Timex],
    grammar: Grammar,
    lexicon: Lexicon,
) -> frozenset[int]:
    """Positions of the words of a sentence that stand in an insertion or before a noun's participle, of those with a time.

    The day for which a thing is meant is that of the thing itself: "die für morgen geplante Reise ist verschoben".
    """
    pieces: list[Sequence[int]] = [*_attributive(tokens, grammar, lexicon)]
    for clause in clauses:
        group = groups.get(clause.index)
        if group is not None and any(tokens[k].timex >= 0 for k in clause.tokens):
            verbs = {clause.finite, group.finite, group.head}
            pieces.extend(_inserted(clause, tokens, timexes, verbs))
            pieces.extend(_reduced(clause, tokens, grammar))
            if lexicon.phase_of_verb.get(group.lemma) in _UNDOING:
                pieces.extend(_of_object(clause, tokens, grammar))
    said = {
        k
        for piece in pieces
        if not _foreseen(piece, tokens, grammar, lexicon)
        or _dated_besides(piece, clauses, groups, tokens, timexes, grammar)
        for k in piece
    }
    return frozenset((*said, *_replaced(tokens, grammar)))


def former(tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> frozenset[int]:
    """Positions of the words before a noun that say for when it was planned: "die für den 19. Oktober geplante Gala"."""
    pieces = _attributive(tokens, grammar, lexicon)
    return frozenset(k for piece in pieces if _foreseen(piece, tokens, grammar, lexicon) for k in piece)


def _dated_besides(
    piece: Sequence[int],
    clauses: Sequence[Clause],
    groups: Mapping[int, VerbGroup],
    tokens: Sequence[Token],
    timexes: Sequence[Timex],
    grammar: Grammar,
) -> bool:
    """Whether the clause around a piece names another day, which is then its own: "the fair planned for May will be in June".
    What is called off is so for the day it was planned for."""
    around = next((c for c in clauses if piece[0] in c.tokens), None)
    group = groups.get(around.index) if around else None
    if around is None or group is None or group.lemma in grammar.status["cancelled"]:
        return False
    own = {tokens[k].timex for k in piece}
    return any(tokens[k].timex not in own | {-1} and timexes[tokens[k].timex].type == "DATE" for k in around.tokens)


def _replaced(tokens: Sequence[Token], grammar: Grammar) -> Iterator[int]:
    """The words of a time that another takes the place of or is held against: "statt am Montag", "compared with 2024"."""
    words = [t.word for t in tokens]
    for name, reach in (("instead", 0), ("compared", _BETWEEN)):
        for _, end in grammar.function[name].find(words):
            start = next((k for k in range(end, len(tokens)) if not _leads(tokens[k], grammar)), end)
            near = range(start, min(len(tokens), start + reach + 1))
            own = next((k for k in near if tokens[k].mark or tokens[k].timex >= 0), len(tokens))
            time = tokens[own].timex if own < len(tokens) else -1
            yield from (k for k in range(end, len(tokens)) if time >= 0 and tokens[k].timex == time)


def _foreseen(piece: Sequence[int], tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether words say for when a thing is planned: "planned for Monday", "vrijdag geplande"."""
    meant = any(tokens[k].word in grammar.status["meant_for"] for k in piece)
    forms = (f for k in piece for f in (*tokens[k].forms, *_uninflected(tokens[k].word, grammar, lexicon)))
    return meant or any(f.lemma in grammar.status["planned"] for f in forms)


def _inserted(
    clause: Clause, tokens: Sequence[Token], timexes: Sequence[Timex], verbs: set[int]
) -> Iterator[Sequence[int]]:
    """Stretches between two commas or in brackets that hold a time, no verb of the clause, and more than a time: a
    participle at one end, or what has been so since."""
    own = list(clause.tokens)
    marks = [n for n, k in enumerate(own) if tokens[k].text == "," or tokens[k].opens or tokens[k].closes]
    for left, right in pairwise(marks):
        piece = own[left + 1 : right]
        timed = [k for k in piece if tokens[k].timex >= 0]
        if not left or not timed or len(timed) == len(piece) or not verbs.isdisjoint(piece):
            continue
        bracketed = tokens[own[left]].opens and tokens[own[right]].closes
        ends = any(f.kind in _VERBAL for k in (piece[0], piece[-1]) for f in tokens[k].forms if tokens[k].timex < 0)
        lasting = any(timexes[tokens[k].timex].expr.startswith(SINCE) for k in timed)
        if bracketed or ends or (lasting and tokens[piece[0]].timex < 0 and _holds(piece, tokens)):
            yield piece


def _reduced(clause: Clause, tokens: Sequence[Token], grammar: Grammar) -> Iterator[Sequence[int]]:
    """A participle behind its noun with a time, before the verb of the clause: "The man injured on Saturday | died"."""
    own = [k for k in clause.tokens if k < clause.finite] if not grammar.verb_final else []
    for k in own[1:]:
        if _told_of(tokens, k):
            piece = [j for j in own if j >= k]
            if not any(tokens[j].mark for j in piece):
                yield piece
            return


def _of_object(clause: Clause, tokens: Sequence[Token], grammar: Grammar) -> Iterator[Sequence[int]]:
    """A participle behind the object of the clause with the time that follows on it: "lifted a curfew | imposed on Sunday"."""
    own = [k for k in clause.tokens if k > clause.finite + 1] if not grammar.verb_final else []
    for k in own:
        time = next((j for j in range(k + 1, len(tokens)) if not _leads(tokens[j], grammar)), k)
        if _told_of(tokens, k) and tokens[time].timex >= 0:
            yield [j for j in own if k <= j and (j <= time or tokens[j].timex == tokens[time].timex)]


def _told_of(tokens: Sequence[Token], k: int) -> bool:
    """Whether a participle that more follows on stands behind a noun there."""
    t, after = tokens[k], tokens[k + 1] if k + 1 < len(tokens) else None
    if t.timex >= 0 or t.mention >= 0 or t.auxiliary or not _carries(tokens[k - 1]) or after is None:
        return False
    leads = after.timex >= 0 or bool(after.classes & {"prepositions", "before_times"})
    return leads and any(f.kind == "participle" for f in t.forms)


def _carries(t: Token) -> bool:
    """Whether a word can be the noun that a participle stands behind."""
    leads = t.classes & {"prepositions", "determiners", "coordinators"} and "counts" not in t.classes
    return not (t.mark or t.auxiliary or t.timex >= 0 or leads)


def _holds(piece: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Whether more than one word stands in front of the time: "in force since May", and not "since May"."""
    return next(n for n, k in enumerate(piece) if tokens[k].timex >= 0) > 1


def _attributive(tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> Iterator[range]:
    """Stretches from behind an article over a time to a participle before its noun: "die am 17. Mai verhängte Sperre"."""
    inflected = bool(grammar.function["attributive_endings"].by_first)
    for k in range(len(tokens) - 2 if inflected else 0):
        if tokens[k].timex >= 0 or tokens[k].word not in grammar.function["articles"]:
            continue
        start = next((j for j in range(k + 1, len(tokens)) if not _leads(tokens[j], grammar)), k)
        if tokens[start].timex < 0:
            continue
        behind = next((j for j in range(start, len(tokens)) if tokens[j].timex < 0), len(tokens))
        for j in range(behind, min(len(tokens) - 1, behind + _REACH)):
            if tokens[j].mark or tokens[j].auxiliary:
                break
            if any(_uninflected(tokens[j].word, grammar, lexicon)) and _names(tokens[j + 1], grammar):
                yield range(k + 1, j + 1)
                break


def _leads(t: Token, grammar: Grammar) -> bool:
    """Whether a word leads to a time: a preposition or an article."""
    return t.timex < 0 and (t.word in grammar.function["prepositions"] or t.word in grammar.function["articles"])


def _names(t: Token, grammar: Grammar) -> bool:
    """Whether a word can be a noun or stand before one: no mark, no auxiliary, and none that joins or leads."""
    joining = ("prepositions", "articles", "coordinators", "complementizers", "subordinators", "pronouns")
    return not (t.mark or t.auxiliary or t.timex >= 0 or any(t.word in grammar.function[n] for n in joining))


def _uninflected(word: str, grammar: Grammar, lexicon: Lexicon) -> Iterator[VerbForm]:
    """What a word is as a verb without its ending: "verhängte", "geltende", "ingestelde" are participles."""
    for ending in grammar.function["attributive_endings"].by_first:
        if word.endswith(ending):
            yield from (f for f in lexicon.readings(word[: -len(ending)]) if f.kind in _VERBAL)
