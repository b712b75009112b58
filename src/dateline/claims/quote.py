"""The words that a person is shown of a claim: its evidence, and what that cannot be read without.

Two things are added to what a claim rests on, and neither tells it apart from others: the clause beside it that says until
when, why, or where it has no time of its own, when ("hurt | when a bus hit a tree"); and the noun that a relative takes up
("the fair, | which began on Monday"). What is added may be a claim of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import evidence
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read
from dateline.claims.sources import noun_before

_JOINED = (Opener.SUBORDINATE, Opener.GERUND, Opener.MAIN)
"""What a clause behind a word such as "when" can be; what a reader has cut anew is a main clause."""

_NO_NOUN = ("adverbs", "pronouns", "prepositions", "determiners", "negators", "infinitive_markers")
"""Classes of words that are no noun behind an article."""

_SHORT_BEFORE, _SHORT_BEHIND = 7, 12
"""Words of a clause before or behind a claim that are always few enough to be added; a longer one may not outweigh the claim."""


def shown(r: Read, clause: Clause, positions: Sequence[int]) -> tuple[int, ...]:
    """Positions of the words to show for a claim whose evidence stands at `positions`."""
    if not positions:
        return ()
    first, last = positions[0], positions[-1]
    if first == clause.tokens[0] and _relative(r, clause, last):
        first = noun_before(r.setting, first)
    return tuple(range(_opening(r, clause, first), _ending(r, clause, last) + 1))


def _relative(r: Read, clause: Clause, last: int) -> bool:
    """Whether a clause is a relative, or a reader's piece that one opens: behind a comma, its verb last where verbs come last."""
    first = clause.tokens[0]
    opens = first > 1 and r.tables.grammar.function["relatives"].at(r.setting.words, first) > 0
    told = clause.opener is Opener.MAIN and opens and r.setting.tokens[first - 1].text == ","
    told = told and (not r.tables.grammar.verb_final or clause.finite == last)
    return (told or clause.opener is Opener.RELATIVE) and not _own_subject(r, clause)


def _own_subject(r: Read, clause: Clause) -> bool:
    """Whether the word that opens a clause is as well the article of its subject: a noun and the verb stand right behind it
    ("die Lehrer wachten"). It may be a relative all the same ("die Häuser zerstörten"), and is then shown without its noun.
    """
    first, tokens = clause.tokens[0], r.setting.tokens
    noun = tokens[first + 1] if clause.finite == first + 2 else None
    bare = noun is not None and not noun.mark and noun.timex < 0 and noun.classes.isdisjoint(_NO_NOUN)
    return bare and "determiners" in tokens[first].classes


def _ending(r: Read, clause: Clause, last: int) -> int:
    """The last word of the clause that stands behind a claim and says when or why; `last` where none does."""
    if any(v.force == "deny" for v in r.voices.of.get(clause.index, ())):
        return last  # why and when it would have been, nobody says
    words, at = r.setting.words, last + 1
    while at < len(words) and evidence.distance(r, at):
        at += 1
    width = _joint(r, clause, at, comma=_behind_comma(r, at))
    inner = next((c for c in r.clauses if width and c.index != clause.index and c.tokens[0] in (at, at + width)), None)
    if inner is None or inner.opener not in _JOINED or inner.index in r.voices.frames:
        return last
    behind = evidence.evidence(r, inner, None)
    most = max(_SHORT_BEHIND, len(r.stretches(clause.tokens)))
    return behind[-1] if behind and behind[-1] > last and len(r.stretches(range(at, behind[-1] + 1))) <= most else last


def _behind_comma(r: Read, k: int) -> bool:
    """Whether a comma stands before a word, or before adverbs before it: ", not even when ..."."""
    function = r.tables.grammar.function
    while k > 1 and any(function[n].at(r.setting.words, k - 1) for n in ("adverbs", "negators")):
        k -= 1
    return k > 0 and r.setting.tokens[k - 1].text == ","


def _opening(r: Read, clause: Clause, first: int) -> int:
    """The first word of the clause that stands before a claim and says when or why; `first` where none does."""
    if first < 2 or r.setting.tokens[first - 1].text != ",":
        return first
    for inner in r.clauses:
        at = inner.tokens[0]
        for start in (at, at - 1):
            width = _joint(r, clause, start, comma=False) if 0 <= start < at + 1 else 0
            if width and inner.opener in _JOINED and inner.index not in r.voices.frames and start + width >= at:
                own = evidence.evidence(r, inner, None)
                most = max(_SHORT_BEFORE, len(r.stretches(clause.tokens)))
                short = len(r.stretches(range(start, first))) <= most
                if inner.index != clause.index and own and own[-1] == first - 2 and short:
                    return start
    return first


def _joint(r: Read, clause: Clause, k: int, *, comma: bool) -> int:
    """How many words there say why or until when a clause holds, or when, where it does not say so itself; 0 for none. Behind
    a comma that grammar does not ask for, what happens when or after only goes on with the story."""
    function, words = r.tables.grammar.function, r.setting.words
    if k >= len(words) or r.setting.tokens[k].timex >= 0:
        return 0
    if width := function["says_why"].at(words, k):
        return width
    loose = comma and not r.tables.grammar.clause_comma
    return 0 if loose or evidence.timed(r.setting, clause).expr else function["says_when"].at(words, k)
