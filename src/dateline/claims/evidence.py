"""Which words a claim rests on: one stretch of the sentence, without what frames it and what other claims say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims import moving, tokens
from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon
from dateline.claims.numerals import Figures
from dateline.claims.opinion import Opinion
from dateline.claims.times import NO_TIME, Timing, all_of_clause
from dateline.claims.voices import Setting, Voices
from dateline.model import Article, Quantity, Sentence, Span

_TRAILING = ("coordinators", "complementizers", "relatives")
"""What opens another clause and cannot end one."""


_HARDLY_INSIDE = 0.2
"""How likely words stand in a claim, below which they end one."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language, compiled."""

    grammar: Grammar
    lexicon: Lexicon
    figures: Figures


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence with everything found in it, by clause index."""

    article: Article
    sentence: Sentence
    span: Span
    setting: Setting
    voices: Voices
    timings: Mapping[int, Timing]
    quantities: Sequence[tuple[int, Quantity]]
    tables: Tables
    claimed: frozenset[int]
    opinion: Opinion | None = None

    def stretches(self, positions: Iterable[int]) -> list[tuple[int, int]]:
        """Half-open offsets of the words at these positions; marks are none."""
        own = (self.setting.tokens[k] for k in positions)
        return [(t.start, t.end) for t in own if not t.mark]

    @property
    def clauses(self) -> Sequence[Clause]:
        """The clauses of the sentence."""
        return self.setting.clauses


def timed(s: Setting, clause: Clause) -> Timing:
    """The time of a clause by its own expressions."""
    return next(iter(times_of(s, clause)), NO_TIME)


def times_of(s: Setting, clause: Clause) -> list[Timing]:
    """The times that a clause's own expressions give it; a happening told in a past tense is punctual. What is put off or
    brought forward has its new day alone."""
    if (moved := moving.new_day(s, clause)).expr:
        return [moved]
    group = s.groups.get(clause.index)
    out = moving.ruled_out(s, clause)
    clause = replace(clause, tokens=tuple(k for k in clause.tokens if s.tokens[k].timex not in out)) if out else clause
    punctual = group is not None and group.past and "perfect" not in group.jobs
    return all_of_clause(clause, s.tokens, s.timexes, s.grammar, punctual=punctual, apart=s.apart)


def without_others(r: Read, positions: Sequence[int], own: Collection[int | None]) -> list[int]:
    """Positions of evidence without those of claims other than the clauses in `own`."""
    others = {k for c in r.clauses if c.index in r.claimed and c.index not in own for k in c.tokens}
    return [k for k in positions if k not in others]


def quoted(r: Read, positions: Sequence[int]) -> Span | None:
    """The words from the first to the last of these positions, None where no letter stands there."""
    if not positions:
        return None
    start, end = r.setting.tokens[positions[0]].start, r.setting.tokens[positions[-1]].end
    quote = r.article.text[start:end]
    return Span(r.article.id, start, end, quote) if any(c.isalpha() for c in quote) else None


def conditional(r: Read, clause: Clause) -> bool:
    """Whether a clause is a condition: no claim, but a part of the claim that hangs on it."""
    return clause.opener is Opener.SUBORDINATE and clause.word in r.tables.grammar.function["conditional"]


def aside(r: Read, clause: Clause) -> bool:
    """Whether a clause is an insertion without a verb: "-- including an estimated 100,000 workers --"."""
    return clause.opener is Opener.PARENTHESIS and clause.index not in r.setting.groups


def evidence(r: Read, clause: Clause, also: int | None) -> tuple[int, ...]:
    """Positions of the evidence: the clause and what hangs on it without being a claim, as one stretch, trimmed."""
    own = {k for k in clause.tokens if k not in r.voices.left_out}
    if also is not None:
        own |= set(next(c.tokens for c in r.clauses if c.index == also))
    if not own:
        return ()
    said = [k for k in own if not r.setting.tokens[k].mark]
    if not said:
        return ()
    first, last = min(said), max(said)
    others = {k for c in r.clauses if c.index in r.claimed - {clause.index, also} for k in c.tokens}
    for child in r.clauses:
        needed = conditional(r, child) or child.opener is Opener.QUESTION
        if child.parent == clause.index and needed and max(child.tokens) < first:
            first = next((k for k in child.tokens if others.isdisjoint(range(k, first))), first)
        loose = child.opener is Opener.RELATIVE and r.setting.tokens[child.tokens[0] - 1].text == ","
        hangs = child.parent == clause.index and child.index not in r.claimed and child.index not in r.voices.frames
        begin = child.tokens[0]
        apart = needed and begin == last + 2 and r.setting.tokens[last + 1].text == ","
        if hangs and not loose and (begin == last + 1 or apart) and not _outside(r, child):
            last = max((k for k in child.tokens if others.isdisjoint(range(last + 1, k))), default=last)
    tail = r.setting.tokens[last + 1].text if last + 1 < len(r.setting.tokens) else ""
    if (
        tail
        and tail in tokens.QUOTES | frozenset(")]}")
        and r.setting.tokens[last + 1].start == r.setting.tokens[last].end
        and any(r.setting.tokens[k].text in tokens.QUOTES or r.setting.tokens[k].opens for k in range(first, last + 1))
    ):
        last += 1
    return _trimmed(r, clause, _stated(r, clause, list(range(first, last + 1))))


def _outside(r: Read, clause: Clause) -> bool:
    """Whether a reader is sure that the words of a clause stand in no claim."""
    words = r.opinion.words(r.stretches(clause.tokens)) if r.opinion else []
    return r.opinion is not None and bool(words) and r.opinion.inside(words) < _HARDLY_INSIDE


def _stated(r: Read, clause: Clause, positions: list[int]) -> list[int]:
    """Without the circumstance at the end ("amid concerns ..."), and without the distance to an event told behind it
    ("almost a year" before "after declaring ...")."""
    toks = r.setting.tokens
    group = r.setting.groups.get(clause.index)
    done = max(group.head, group.finite) if group else 0
    for k in positions:
        if "circumstance" in toks[k].classes and k > done and not toks[k - 1].auxiliary:
            return positions[: positions.index(k)]
    follows = positions[-1] + 1
    if any(c.tokens[0] == follows and c.opener in (Opener.GERUND, Opener.SUBORDINATE) for c in r.clauses):
        cut = len(positions)
        while cut > 1 and distance(r, positions[cut - 1]):
            cut -= 1
        if cut < len(positions) and any(toks[k].timex >= 0 for k in positions[cut:]):
            return positions[:cut]
    return positions


def distance(r: Read, k: int) -> bool:
    """Whether a word is one of "almost a year" before "after ...": a duration, or an adverb or comma beside it."""
    t = r.setting.tokens[k]
    lasting = t.timex >= 0 and r.setting.timexes[t.timex].type == "DURATION"
    figure = r.tables.figures.about.at([t.word], 0) or r.tables.figures.atleast.at([t.word], 0)
    return lasting or t.text == "," or bool(figure)


def _adds(r: Read, k: int) -> bool:
    """Whether a word behind a comma only takes up what its source says further on ("..., adding that ...")."""
    told = any(f.kind == "gerund" and f.lemma in r.tables.grammar.reporting for f in r.setting.tokens[k].forms)
    follows = any(c.tokens[0] == k + 1 and c.opener is Opener.COMPLEMENT for c in r.clauses)
    return told and follows and k > 0 and r.setting.tokens[k - 1].text == ","


def _trimmed(r: Read, clause: Clause, positions: list[int]) -> tuple[int, ...]:
    toks = r.setting.tokens
    opening: tuple[str, ...] = ("coordinators",)
    if clause.opener is Opener.COMPLEMENT:
        opening = ("coordinators", "complementizers")
    elif clause.opener in (Opener.SUBORDINATE, Opener.GERUND) and not conditional(r, clause):
        opening = ("coordinators", "gerund_openers", "subordinators")
    quiet = tokens.QUOTES | frozenset(")]}")

    def last(k: int) -> bool:
        """Whether a word opens what follows; behind "denied that" and before "and" nothing does."""
        pointer = r.tables.grammar.attribution["pointers"].at(r.setting.words, k) and k + 1 < len(toks)
        ends = pointer and (toks[k + 1].mark or "coordinators" in toks[k + 1].classes)
        return not ends and idle(k, _TRAILING, quiet)

    def idle(k: int, classes: Sequence[str], kept: frozenset[str]) -> bool:
        linking = toks[k].timex < 0 and not toks[k].classes.isdisjoint(classes)
        return linking or toks[k].dash or (toks[k].mark and toks[k].text not in kept)

    if any(c.opener is Opener.QUESTION and c.tokens[0] == positions[0] for c in r.clauses if positions):
        opening = ()
    while positions and idle(positions[0], opening, tokens.QUOTES | frozenset("([{")):
        positions = positions[1:]
    while positions and (last(positions[-1]) or _adds(r, positions[-1])):
        positions = positions[:-1]
    return tuple(positions)
