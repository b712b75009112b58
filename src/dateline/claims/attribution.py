"""On whose word: sources, cues and what they cover, within one sentence, with sources carried on from earlier ones.

Three shapes are read: a clause of saying with a complement or a quotation ("X said that ..."), one that trails what was said
("..., X reported"), and a prepositional phrase ("according to X, ..."). Source, cue and content as in PARC 3.0
(Pareti 2016). A parenthesis belongs to the paper. Unnamed hearsay is a source "".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.roles import phrase, subject
from dateline.claims.times import NO_TIME, Timing, of_clause
from dateline.claims.tokens import QUOTES, Token
from dateline.claims.verbs import VerbGroup
from dateline.lang.things import role
from dateline.model import Attribution, Mention, SourceKind, Span, Timex

_HEARER_WORDS = 6  # "..., she told reporters in Geneva"
_SOURCE_ENDS = ("determiners", "adverbs", "negators", "relatives")
_KIND_ORDER = ("agency", "anonymous", "witness", "expert", "paper", "official", "operator")


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution with the time of the saying and what the cue does to the content: report, weaken or deny."""

    attribution: Attribution
    said: Timing
    force: str


@dataclass(frozen=True, slots=True)
class Voices:
    """Per clause index the voices from the outermost in; `frames` are clauses that only say who says; `left_out` token
    positions that name the source and are no part of the content."""

    of: Mapping[int, tuple[Voice, ...]]
    frames: frozenset[int]
    left_out: frozenset[int]


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence as the finder sees it."""

    article: str
    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    groups: Mapping[int, VerbGroup]
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    grammar: Grammar

    @property
    def words(self) -> list[str]:
        """Lower-case words by position."""
        return [t.word for t in self.tokens]


# A clause, first and last+1 of the source in it, the range left out of the content, and the cue.
_Named = tuple[Clause, int, int, tuple[int, int], str]


def find(s: Setting, earlier: Sequence[Voice]) -> Voices:
    """The voices of one sentence; `earlier` are those of the sentences before it, oldest first."""
    found: dict[int, list[Voice]] = {}
    frames: set[int] = set()
    phrases = _prepositional(s) + _postpositional(s)
    _of_saying(s, earlier, phrases, found, frames)
    left_out = _of_phrases(s, earlier, phrases, found, frames)
    for clause in s.clauses:
        if clause.index in found or clause.index in frames:
            continue
        said = [*earlier, *dict.fromkeys(v for voices in found.values() for v in voices)]
        if _reported(s, clause):
            found.update({index: [_carried_on(s, clause, said)] for index in _family(s, clause.index)})
        elif said and (_quotes_on(s) or _keeps_silent(s, clause)):
            found.update({index: [said[-1]] for index in _family(s, clause.index)})
    return Voices({k: tuple(v) for k, v in found.items()}, frozenset(frames), frozenset(left_out))


def _of_saying(
    s: Setting, earlier: Sequence[Voice], phrases: Sequence[_Named], found: dict[int, list[Voice]], frames: set[int]
) -> None:
    """Add the voices of clauses of saying to `found` and those clauses to `frames`."""
    for clause in s.clauses:
        content_of = _content(s, clause)
        verbs = s.groups.get(clause.index)
        if not content_of or verbs is None:
            continue
        frames.add(clause.index)
        if verbs.passive:
            # "they had been told that ...": the subject hears it; who says so is not told.
            continue
        heard = [*earlier, *dict.fromkeys(v for voices in found.values() for v in voices)]
        who = subject(clause, s.tokens, verbs, s.grammar)
        if _dummy(s, who) and any(p[0] is clause for p in phrases):
            # "it was said by the ministry": the phrase names the source, not the dummy subject.
            continue
        voice = _voice(s, clause, who, s.tokens[verbs.head].text, s.grammar.reporting[verbs.lemma], heard)
        outer = content_of[0] < clause.index
        if voice is None:
            continue
        for index in content_of:
            found.setdefault(index, []).insert(0 if outer else len(found.get(index, [])), voice)


def _of_phrases(
    s: Setting, earlier: Sequence[Voice], phrases: Sequence[_Named], found: dict[int, list[Voice]], frames: set[int]
) -> set[int]:
    """The same for prepositional phrases; the positions that are no part of the content."""
    left_out: set[int] = set()
    for clause, first, last, content, cue in phrases:
        voice = _voice(s, clause, tuple(range(first, last)), cue, "report", earlier, inside=True)
        if voice is None:
            continue
        left_out.update(range(*content))
        within = clause.index in frames
        if all(s.tokens[k].mark or content[0] <= k < content[1] for k in clause.tokens):
            frames.add(clause.index)
            covered = [c.index for c in s.clauses if c.index < clause.index and c.opener is not Opener.PARENTHESIS]
        else:
            covered = _family(s, clause.index)
        for index in covered:
            # "X, citing Y, said": X tells the paper, Y told X.
            found.setdefault(index, []).insert(len(found.get(index, [])) if within else 0, voice)
    return left_out


def _reported(s: Setting, clause: Clause) -> bool:
    """Whether the form of its verb says that somebody else says this main clause ("Die Grenze sei offen.")."""
    words = [s.tokens[k].word for k in clause.tokens]
    spoken = any(s.grammar.attribution["first"].at(words, k) for k in range(len(words)))
    told = clause.finite >= 0 and s.tokens[clause.finite].word in s.grammar.reported
    return told and not spoken and clause.opener in (Opener.MAIN, Opener.COORDINATE)


def _quotes_on(s: Setting) -> bool:
    """A sentence that opens with a quotation mark and names no source goes on quoting the last one."""
    return bool(s.tokens) and s.tokens[0].text in QUOTES


def _keeps_silent(s: Setting, clause: Clause) -> bool:
    """ "It gave no reason": what a source named by a pronoun does not tell is told by that source."""
    verbs = s.groups.get(clause.index)
    if verbs is None or not any(
        verbs.lemma in s.grammar.status[t] for t in ("ignorance", "ignorance_saying") if t in s.grammar.status
    ):
        return False
    words = [s.tokens[k].word for k in clause.tokens]
    negated = any(True for _ in s.grammar.function["negators"].find(words))
    who = [s.tokens[k].word for k in subject(clause, s.tokens, verbs, s.grammar)]
    return negated and bool(who) and s.grammar.attribution["carried"].at(who, 0) == len(who)


def _carried_on(s: Setting, clause: Clause, earlier: Sequence[Voice]) -> Voice:
    """The last source named before, who goes on speaking; unnamed hearsay where there is none."""
    cue = s.tokens[clause.finite].text
    if not earlier:
        return Voice(Attribution("", SourceKind.ANONYMOUS, cue), NO_TIME, "weaken")
    return replace(earlier[-1], attribution=replace(earlier[-1].attribution, cue=cue))


def _dummy(s: Setting, who: Sequence[int]) -> bool:
    return bool(who) and all(s.grammar.function["subject_dummies"].at(s.words, k) for k in who)


def _family(s: Setting, index: int) -> list[int]:
    """A clause and all that hangs on it. Parentheses are the paper's own voice, and a subordinate clause with a source of
    its own ("..., while Russia claimed ...") is that source's."""
    family = [index]
    for clause in s.clauses:
        verbs = s.groups.get(clause.index)
        other = clause.opener is Opener.SUBORDINATE and verbs is not None and verbs.lemma in s.grammar.reporting
        if clause.parent in family and clause.index != index and clause.opener is not Opener.PARENTHESIS and not other:
            family.append(clause.index)
    return family


def _content(s: Setting, clause: Clause) -> list[int]:
    """Indices of the clauses that a clause of saying reports; empty where it is no clause of saying."""
    verbs = s.groups.get(clause.index)
    if verbs is None or verbs.lemma not in s.grammar.reporting or clause.opener is Opener.PARENTHESIS:
        return []
    if clause.opener is Opener.SUBORDINATE and clause.word in s.grammar.as_said:
        # "As the police said, ...": all that the clause hangs on, and what hangs on that.
        return [i for i in _family(s, clause.parent) if i != clause.index]
    if clause.opener is Opener.INSERTED:
        return [i for i in _family(s, clause.parent) if i != clause.index]
    children = [c for c in s.clauses if c.parent == clause.index and c.opener is Opener.COMPLEMENT]
    said = [i for child in children for i in _family(s, child.index)]
    if children and not _apart(s, verbs, children[0]):
        return said
    quoted = _after_colon(s, clause, verbs)
    if quoted:
        return quoted
    return [] if clause.opener is Opener.RELATIVE else _around(s, clause, verbs) + said


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
    behind = [k for k in own if k > verbs.head]
    who = subject(clause, s.tokens, verbs, s.grammar)
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
        if (sibling and s.tokens[c.tokens[0] - 2].text == ",") or hangs:
            covered += [i for i in _family(s, c.index) if i not in covered]
    return covered


def _speaks(s: Setting, clause: Clause) -> bool:
    verbs = s.groups.get(clause.index)
    return verbs is not None and verbs.lemma in s.grammar.reporting


def _aside(s: Setting, k: int) -> bool:
    return s.tokens[k].text == "," or s.tokens[k].text in QUOTES


def _ends(s: Setting, clause: Clause, last: int) -> bool:
    """Whether a mark or the end of the sentence stands behind a clause and what hangs on it."""
    family = [c for c in s.clauses if c.index in _family(s, clause.index)]
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


def _prepositional(s: Setting) -> list[_Named]:
    """Each "according to X" of the sentence."""
    words = s.words
    result: list[_Named] = []
    for clause in s.clauses:
        own = frozenset(clause.tokens)
        for start, end in s.grammar.attribution["before"].find(words):
            if (
                start not in own
                or end >= len(words)
                or (start and s.tokens[start - 1].mention >= 0 and _glued(s, start))
            ):
                continue
            last = end
            while last < len(words) and last in own and not _source_stop(s, clause, last, last - end):
                last += 1
            if last > end:
                close = last
                while close < len(words) and s.tokens[close].text != "," and close not in own:
                    close += 1
                result.append((clause, end, last, (start, max(last, close)), " ".join(words[start:end])))
    return result


def _postpositional(s: Setting) -> list[_Named]:
    """The same of cues that follow their source ("der Polizei zufolge"), where the language has them."""
    table, words = s.grammar.attribution.get("behind"), s.words
    result: list[_Named] = []
    for start, end in table.find(words) if table else ():
        clause = next(c for c in s.clauses if start in c.tokens)
        first = start
        while first - 1 in clause.tokens and not _edge(s, clause, first - 1):
            first -= 1
        inner = [k for k in range(first, start) if s.grammar.function["determiners"].at(words, k)]
        if inner and any(s.grammar.function["prepositions"].at(words, k) for k in range(first, start)):
            first = inner[-1]
        if first < start:
            result.append((clause, first, start, (first, end), words[start]))
    return result


def _edge(s: Setting, clause: Clause, k: int) -> bool:
    t = s.tokens[k]
    return t.mark or t.timex >= 0 or k == clause.finite or s.grammar.function["adverbs"].at(s.words, k) > 0


def _glued(s: Setting, start: int) -> bool:
    """A cue that is part of a longer name."""
    return s.tokens[start].mention >= 0


def _source_stop(s: Setting, clause: Clause, k: int, taken: int) -> bool:
    """Whether the source ends before `k`, `taken` words on: at a mark, a time, the verb, or where a new phrase starts."""
    t, function = s.tokens[k], s.grammar.function
    if t.timex >= 0 or k == clause.finite or t.text in ",;:()" or t.dash or t.text in ".!?":
        return True
    if taken < 1 or t.mention >= 0 or function["prepositions"].at(s.words, k - 1):
        return False
    if taken == 1 and function["determiners"].at(s.words, k - 1):
        return False
    return t.text[0].isdigit() or any(function[c].at(s.words, k) for c in _SOURCE_ENDS)


def _voice(
    s: Setting,
    clause: Clause,
    source: Sequence[int],
    cue: str,
    force: str,
    earlier: Sequence[Voice],
    *,
    inside: bool = False,
) -> Voice | None:
    span = phrase(source, s.tokens, s.text, s.article)
    if span is None:
        return None
    verbs = s.groups.get(clause.index)
    said = NO_TIME if inside or verbs is None else of_clause(clause, s.tokens, s.timexes, punctual=True)
    words = [s.tokens[k].word for k in source]
    if s.grammar.attribution["first"].at(words, 0):
        return None
    if s.grammar.attribution["unnamed"].at(words, 0) == len(words):
        return Voice(Attribution(span.quote, SourceKind.ANONYMOUS, cue, "", span), said, force)
    carried = _antecedent(s, words, earlier)
    if carried:
        attribution = replace(carried.attribution, cue=cue)
        return Voice(attribution, said if said.expr else carried.said, force)
    number = _name(source, s)
    entity = s.mentions[number].entity if number >= 0 else ""
    kind = _known_kind(entity) or (SourceKind.OFFICIAL if _state(source, s) else kind_of(words, s.grammar))
    return Voice(Attribution(span.quote, kind, cue, entity, span), said, force)


def _antecedent(s: Setting, words: Sequence[str], earlier: Sequence[Voice]) -> Voice | None:
    """The source a pronoun or "the report" stands for: the last one, with the same head noun where there is one."""
    if s.grammar.attribution["carried"].at(words, 0) != len(words):
        return None
    noun = words[-1] if len(words) > 1 else ""
    for voice in reversed(earlier):
        known = voice.attribution.source.lower().split()
        if known and (not noun or noun in known):
            return voice
    return None


def _name(source: Sequence[int], s: Setting) -> int:
    """The name in a source that speaks: the last person, else the last organisation; -1 where there is none."""
    numbers = [s.tokens[k].mention for k in source if s.tokens[k].mention >= 0]
    for kind in ("PER", "ORG"):
        named = [n for n in numbers if s.mentions[n].kind == kind]
        if named:
            return named[-1]
    return -1


def _known_kind(entity: str) -> SourceKind | None:
    """The kind of a source that the table of things knows to speak."""
    part = role(entity)
    return SourceKind(part) if part else None


def _state(source: Sequence[int], s: Setting) -> bool:
    """A country or capital that speaks is its government."""
    names = [s.tokens[k] for k in source if s.tokens[k].mention >= 0]
    only = all(s.tokens[k].mention >= 0 or s.grammar.function["determiners"].at(s.words, k) for k in source)
    return bool(names) and only and all(s.mentions[t.mention].kind == "LOC" for t in names)


def kind_of(words: Sequence[str], grammar: Grammar) -> SourceKind:
    """What kind of source these words name, by the tables of attribution.toml; NAMED where no table tells."""
    for kind in _KIND_ORDER:
        if kind in grammar.kinds and any(True for _ in grammar.kinds[kind].find(words)):
            return SourceKind(kind)
    return SourceKind.NAMED


def mode(span: Span, text: str) -> str:
    """Direct where the content stands in quotation marks as a whole, mixed where a part does, else indirect."""
    inner = span.quote
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(c in QUOTES for c in around[:1]) and any(c in QUOTES for c in around[1:]):
        return "direct"
    return "mixed" if any(c in '"“”„«»' for c in inner) else "indirect"
