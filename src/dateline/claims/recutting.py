"""Claims as a trained reader cuts them, laid over the clauses of the rules: what both see stays as the rules have it, what
only the reader sees is cut anew.

Rules and reader miss different claims: on development passages unseen by both, nine in ten were found by the rules, eight
in ten by the reader, and all but three in a hundred by one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.claims import weighing
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read, conditional, evidence, timed
from dateline.claims.opinion import Opinion

_OPENING = 4
"""Words in which a clause can begin its claim, behind "and" or "that"."""

_JOINTS = ("coordinators", "complementizers", "relatives", "subordinators", "question_words")
"""Classes of words that join clauses."""

_LEAST = 2
"""A piece of fewer words is no claim of its own."""

_LEAST_FRAME = 3
"""A clause of saying with fewer words tells nothing besides: "it denied", before "that crews had been asked"."""


def recut(r: Read, opinion: Opinion, by_rule: frozenset[int], never: frozenset[int]) -> Read:
    """The sentence with its claims as both cut them. `by_rule`: the clauses that the rules take for claims; `never`: those
    that only point at another ("The move comes after ...").
    """
    ruled = replace(r, claimed=by_rule)
    whole = {c.index: evidence(ruled, c, None) for c in r.clauses if c.index in by_rule}
    inner = frozenset(k for c in r.clauses if c.index in by_rule for k in set(whole[c.index]) - set(c.tokens))
    kept, pieces = set(), _pieces(r, opinion)
    for c in r.clauses:
        taken_for = "claim" if c.index in by_rule else "frame" if c.index in r.voices.frames else "clause"
        if taken_for == "frame" and len(_words(r, c.tokens)) < _LEAST_FRAME:
            continue
        if taken_for == "claim" and _within_another(r, c, by_rule):
            taken_for = "clause"
        if taken_for == "claim" and any(v.sure for v in r.voices.of.get(c.index, ())):
            kept.add(c.index)
            continue
        hangs = taken_for != "claim" and inner.issuperset(_words(r, c.tokens))
        if c.index not in never and not hangs and _stands(r, c, whole.get(c.index, c.tokens), pieces, taken_for):
            kept.add(c.index)
    r = _continued(r, {c: whole[c] for c in by_rule - kept}, frozenset(kept), pieces)
    if len(by_rule) == 1 and not pieces:
        kept |= by_rule  # a sentence in which the reader sees nothing at all
    own = {c.index: frozenset(_words(r, c.tokens)) for c in r.clauses if c.index in kept}
    taken = frozenset(kept) | never | r.voices.frames
    r = replace(r, claimed=frozenset(kept))
    fresh = [
        piece
        for piece in (_without_object(r, p) for p in pieces)
        if len(piece) >= _LEAST
        and not any(_same(piece, tokens) for tokens in own.values())
        and _adds(r, piece, pieces, taken)
    ]
    return _with(r, own, fresh)


def _without_object(r: Read, piece: frozenset[int]) -> frozenset[int]:
    """The piece of a relative without what stands behind the verb of the clause around it: "the governor, who came on Sunday,
    promised aid" tells of no coming of aid, though a reader may take the promising for a saying.
    """
    relative = any(c.opener is Opener.RELATIVE and c.finite in piece for c in r.clauses)
    around = (c for c in r.clauses if relative and c.index in r.claimed and c.finite >= 0 and c.finite not in piece)
    return piece - {k for c in around for k in c.tokens if k > c.finite}


def _within_another(r: Read, clause: Clause, by_rule: frozenset[int]) -> bool:
    """Whether the words of another claim stand before and behind a clause: "the opening, which was planned for Friday, is
    off". The reader must see a claim begin there, or it only says which.
    """
    others = (c for c in r.clauses if c.index in by_rule and c.index != clause.index and clause.finite >= 0)
    spans = (_words(r, c.tokens) for c in others)
    return any(own and own[0] < clause.tokens[0] and clause.tokens[-1] < own[-1] for own in spans)


def _continued(
    r: Read, dropped: Mapping[int, Sequence[int]], kept: frozenset[int], pieces: Sequence[frozenset[int]]
) -> Read:
    """The clauses of the rules that only go on with a claim of the reader's, joined to the clause in which it begins: "The
    closure, which was to begin on Monday, | has been called off". Where it had no time, theirs is its own, but for that of a
    clause that says since when: "the first team to leave | since the border was shut in January".
    """
    if not dropped:
        return r
    clauses, timings = {c.index: c for c in r.clauses}, dict(r.timings)
    for index, whole in dropped.items():
        own = clauses[index]
        piece = next((p for p in pieces if own.finite in p and min(p) not in whole), None)
        head = next((c for c in clauses.values() if piece and c.index in kept and min(piece) in c.tokens), None)
        if head is not None and head.tokens[-1] < own.tokens[0]:
            joined = clauses[head.index] = replace(head, tokens=(*head.tokens, *own.tokens))
            if not timings[head.index].expr and own.word not in r.tables.grammar.status["lasting"]:
                timings[head.index] = timed(r.setting, joined)
            del clauses[index]
    return replace(r, setting=replace(r.setting, clauses=tuple(clauses.values())), timings=timings)


def _stands(r: Read, clause: Clause, whole: Sequence[int], pieces: Sequence[frozenset[int]], taken_for: str) -> bool:
    """Whether a clause makes a claim; a counted aside without a verb is the rules' own affair."""
    opinion, by_rule = r.opinion, taken_for == "claim"
    own = _words(r, whole)
    if opinion is None:
        return by_rule
    words = opinion.words(r.stretches(own))
    if not words or (by_rule and clause.finite < 0):
        return by_rule
    if not by_rule and (len(words) < _LEAST or not (clause.index in r.setting.groups or _eventful(r, whole))):
        return False
    begins, inside = opinion.begins(words[:_OPENING]), opinion.inside(words)
    goes_on = any(clause.finite in p and min(p) not in whole for p in pieces)
    if by_rule and (_opens(r, own[0], opinion) or (weighing.surely_within(inside) and not goes_on)):
        begins = 1.0
    return weighing.asserts(taken_for, begins, inside)


def _opens(r: Read, first: int, opinion: Opinion) -> bool:
    """Whether no word of a claim stands before this one in its sentence, so that a claim here must begin here."""
    before = opinion.words(r.stretches(range(first)))
    return not any(weighing.within(opinion.inside([word])) for word in before if not opinion.says([word]))


def _words(r: Read, positions: Sequence[int]) -> list[int]:
    return [k for k in positions if not r.setting.tokens[k].mark and k not in r.voices.left_out]


def _pieces(r: Read, opinion: Opinion) -> list[frozenset[int]]:
    """The reader's claims as positions of tokens: from one first word of a claim to the next, where it is sure."""
    tokens = [k for k in range(len(r.setting.tokens)) if not r.setting.tokens[k].mark]
    found: list[list[int]] = []
    before: list[int] = []
    for k in tokens:
        words = opinion.words([(r.setting.tokens[k].start, r.setting.tokens[k].end)])
        if not words or opinion.says(words) or not weighing.within(opinion.inside(words)):
            continue
        # A word of the reader's can be several tokens here: only the first of them opens.
        if words != before and weighing.opens(opinion.begins(words)):
            found.append([])
        before = words
        if found:
            found[-1].append(k)
    return [frozenset(_filled(r, opinion, piece)) for piece in found]


def _filled(r: Read, opinion: Opinion, piece: Sequence[int]) -> Iterator[int]:
    """The words of a piece and those between them: what is doubtful inside a claim belongs to it, a source does not."""
    for k in range(piece[0], piece[-1] + 1):
        token = r.setting.tokens[k]
        if k in piece or not (token.mark or opinion.says(opinion.words([(token.start, token.end)]))):
            yield k


def _adds(r: Read, piece: frozenset[int], pieces: Sequence[frozenset[int]], taken: frozenset[int]) -> bool:
    """Whether a piece has a verb of its own that no other claim has, or an event of the reader's outside all of them; or
    is the second event of a clause that the rules did not cut.
    """
    if any(c.finite in piece for c in r.clauses if c.index in r.claimed):
        return False
    if any(c.finite in piece and conditional(r, c) for c in r.clauses):
        return False
    if any(c.finite in piece and c.index not in taken for c in r.clauses):
        return True
    free = piece - {k for c in r.clauses if c.index in taken for k in c.tokens}
    if _eventful(r, free):
        return True
    around = next((c for c in r.clauses if c.index in r.claimed and piece < set(c.tokens)), None)
    if around is None or not (_eventful(r, piece) and _bounded(r, min(piece))):
        return False
    return any(around.finite in p and _eventful(r, p) for p in pieces if p != piece)


def _bounded(r: Read, first: int) -> bool:
    """Whether a mark or a word that joins clauses stands right before a word, or is that word."""
    function = r.tables.grammar.function
    joined = any(function[n].at(r.setting.words, k) for n in _JOINTS for k in (first - 1, first) if k >= 0)
    return first > 0 and (joined or r.setting.tokens[first - 1].mark)


def _eventful(r: Read, positions: Iterable[int]) -> bool:
    """Whether the reader sees an event in the words at these positions."""
    return r.opinion is not None and any(r.opinion.events(*at) for at in r.stretches(sorted(positions)))


def _same(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether two pieces are one claim: two thirds of each lie in the other."""
    return 3 * len(left & right) >= 2 * max(len(left), len(right))


def _with(r: Read, own: dict[int, frozenset[int]], fresh: Sequence[frozenset[int]]) -> Read:
    """The reader's own pieces as clauses, each taken out of the clauses that held it."""
    clauses = {c.index: c for c in r.clauses}
    groups, of, claimed = dict(r.setting.groups), dict(r.voices.of), set(r.claimed)
    for piece in fresh:
        base = max(clauses.values(), key=lambda c: (c.finite in piece, len(piece & set(c.tokens)), -c.index))
        claimed -= {index for index in own if len(own[index] - piece) < _LEAST}
        made = _made(max(clauses) + 1, piece, base)
        clauses = {c.index: c for c in _shrunk(r, clauses.values(), piece)} | {made.index: made}
        claimed.add(made.index)
        if made.finite >= 0 and base.index in groups:
            groups[made.index] = groups[base.index]
        of[made.index] = r.voices.of.get(base.index, ())
    setting = replace(r.setting, clauses=tuple(clauses.values()), groups=groups)
    before = {c.index: c for c in r.clauses}
    fresh_times = {i: timed(setting, c) for i, c in clauses.items() if c != before.get(i)}
    return replace(
        r,
        setting=setting,
        timings={**r.timings, **fresh_times},
        voices=replace(r.voices, of=of),
        claimed=frozenset(claimed) & frozenset(clauses),
    )


def _made(index: int, piece: frozenset[int], base: Clause) -> Clause:
    finite = base.finite if base.finite in piece else -1
    return Clause(index, base.parent, Opener.MAIN, "", tuple(sorted(piece)), finite)


def _shrunk(r: Read, clauses: Iterable[Clause], piece: frozenset[int]) -> Iterator[Clause]:
    """The clauses without the words of a piece; those of which no word is left are gone."""
    for clause in clauses:
        rest = tuple(k for k in clause.tokens if k not in piece)
        if len(rest) == len(clause.tokens):
            yield clause
        elif any(not (r.setting.tokens[k].mark or _joint(r, k)) for k in rest):
            yield replace(clause, tokens=rest)


def _joint(r: Read, k: int) -> bool:
    return any(r.tables.grammar.function[name].at(r.setting.words, k) for name in _JOINTS)
