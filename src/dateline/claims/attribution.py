"""On whose word: sources, cues and what they cover, within one sentence, with sources carried on from earlier ones.

Three shapes are read: a clause of saying with a complement or a quotation ("X said that ..."), one that trails what was said
("..., X reported"), and a prepositional phrase ("according to X, ..."). Source, cue and content as in PARC 3.0
(Pareti 2016). A parenthesis belongs to the paper. Unnamed hearsay is a source "".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.reach import covered_by, hanging_on
from dateline.claims.roles import core, phrase, subject
from dateline.claims.times import NO_TIME, of_clause
from dateline.claims.tokens import QUOTES
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Named, Setting, Voice, Voices
from dateline.lang.things import role
from dateline.model import Attribution, SourceKind, Span

_SOURCE_ENDS = ("determiners", "adverbs", "negators", "relatives")
_PHRASE_ENDS = ("prepositions", "coordinators", "adverbs", "pronouns", "subordinators", "complementizers")
_LEAST_ENDING = 5
_KIND_ORDER = ("agency", "anonymous", "witness", "expert", "paper", "official", "operator")


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
            found.update({index: [_carried_on(s, clause, said)] for index in hanging_on(s, clause.index)})
        elif said and (_quotes_on(s) or _keeps_silent(s, clause)):
            found.update({index: [said[-1]] for index in hanging_on(s, clause.index)})
    return Voices({k: tuple(v) for k, v in found.items()}, frozenset(frames), frozenset(left_out))


def _of_saying(
    s: Setting, earlier: Sequence[Voice], phrases: Sequence[Named], found: dict[int, list[Voice]], frames: set[int]
) -> None:
    """Add the voices of clauses of saying to `found` and those clauses to `frames`."""
    for clause in s.clauses:
        content_of = covered_by(s, clause)
        verbs = s.groups.get(clause.index)
        if verbs is None:
            continue
        if not content_of:
            _adding(s, clause, verbs, earlier, found)
            continue
        frames.add(clause.index)
        if verbs.passive:
            # "they had been told that ...": the subject hears it; who says so is not told. "It is feared that ...": nobody's.
            force = _force(s, clause, verbs)
            rumour = Voice(Attribution("", SourceKind.ANONYMOUS, s.tokens[verbs.head].text), NO_TIME, force)
            for index in content_of if force != "report" else ():
                found.setdefault(index, []).append(rumour)
            continue
        heard = [*earlier, *dict.fromkeys(v for voices in found.values() for v in voices)]
        who = subject(clause, s.tokens, verbs, s.grammar)
        if _dummy(s, who) and any(p[0] is clause for p in phrases):
            # "it was said by the ministry": the phrase names the source, not the dummy subject.
            continue
        voice = voice_of(s, clause, who, s.tokens[verbs.head].text, _force(s, clause, verbs), heard)
        outer = content_of[0] < clause.index
        if voice is None:
            continue
        for index in content_of:
            found.setdefault(index, []).insert(0 if outer else len(found.get(index, [])), voice)


def _force(s: Setting, clause: Clause, verbs: VerbGroup) -> str:
    """What a verb of saying does to its content; what is not ruled out stays possible."""
    negators = s.grammar.function["negators"]
    if verbs.lemma in s.grammar.excluding and any(negators.at(s.words, k) for k in clause.tokens):
        return "leave open"
    return s.grammar.reporting[verbs.lemma]


def _adding(
    s: Setting, clause: Clause, verbs: VerbGroup, earlier: Sequence[Voice], found: dict[int, list[Voice]]
) -> None:
    """ "..., claiming that ...": the subject of a clause says what hangs on a gerund of saying at its end."""
    for child in s.clauses:
        before = child.tokens[0] - 1
        gerunds = [f.lemma for f in s.tokens[before].forms if f.kind == "gerund"] if before >= 0 else []
        lemma = next((lemma for lemma in gerunds if lemma in s.grammar.reporting), "")
        if child.parent == clause.index and child.opener is Opener.COMPLEMENT and lemma:
            who = subject(clause, s.tokens, verbs, s.grammar)
            voice = voice_of(s, clause, who, s.tokens[before].text, s.grammar.reporting[lemma], earlier)
            for index in hanging_on(s, child.index) if voice else ():
                # What somebody else says already is the word of whoever said it first: "X said it had ..., adding that ..."
                found.setdefault(index, [voice] if voice else [])


def _of_phrases(
    s: Setting, earlier: Sequence[Voice], phrases: Sequence[Named], found: dict[int, list[Voice]], frames: set[int]
) -> set[int]:
    """The same for prepositional phrases; the positions that are no part of the content."""
    left_out: set[int] = set()
    for clause, first, last, content, cue in phrases:
        voice = voice_of(s, clause, tuple(range(first, last)), cue, "report", earlier, inside=True)
        if voice is None:
            continue
        left_out.update(range(*content))
        within = clause.index in frames
        if all(s.tokens[k].mark or content[0] <= k < content[1] for k in clause.tokens):
            frames.add(clause.index)
            covered = [c.index for c in s.clauses if c.index < clause.index and c.opener is not Opener.PARENTHESIS]
        else:
            covered = hanging_on(s, clause.index)
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
        return Voice(Attribution("", SourceKind.ANONYMOUS, cue), NO_TIME, "report")
    return replace(earlier[-1], attribution=replace(earlier[-1].attribution, cue=cue))


def _dummy(s: Setting, who: Sequence[int]) -> bool:
    return bool(who) and all(s.grammar.function["subject_dummies"].at(s.words, k) for k in who)


def _prepositional(s: Setting) -> list[Named]:
    """Each "according to X" of the sentence."""
    words = s.words
    result: list[Named] = []
    for clause in s.clauses:
        own = frozenset(clause.tokens)
        for start, end in s.grammar.attribution["before"].find(words):
            if (
                start not in own
                or end >= len(words)
                or (start and s.tokens[start - 1].mention >= 0 and _glued(s, start))
            ):
                continue
            last = end + len(source_from(s, clause, end))
            if last > end:
                close = last
                while close < len(words) and s.tokens[close].text != "," and close not in own:
                    close += 1
                result.append((clause, end, last, (start, max(last, close)), " ".join(words[start:end])))
    return result


def source_from(s: Setting, clause: Clause, first: int) -> tuple[int, ...]:
    """The positions of a source that begins at `first` in a clause, none where something else stands there."""
    own, last = frozenset(clause.tokens), first
    while last in own and not _source_stop(s, clause, last, last - first):
        last += 1
    return _with_genitive(s, clause, tuple(range(first, last)))


def _with_genitive(s: Setting, clause: Clause, source: tuple[int, ...]) -> tuple[int, ...]:
    """A source with the genitive behind it whose article can be another case too ("ein Sprecher der Polizei"), unless that
    names who hears it."""
    own, table = frozenset(clause.tokens), s.grammar.attribution
    while source and source[-1] + 1 in own:
        article = source[-1] + 1
        last = article + table["genitive_articles"].at(s.words, article)
        if last == article or table["told_to"].at(s.words, article) or s.tokens[article - 1].mark:
            break
        while last in own and not _source_stop(s, clause, last, last - article):
            last += 1
        source = (*source, *range(article, last))
    return source


def _postpositional(s: Setting) -> list[Named]:
    """The same of cues that follow their source ("der Polizei zufolge"), where the language has them."""
    table, words = s.grammar.attribution.get("behind"), s.words
    result: list[Named] = []
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
    genitive = "genitives" in function and t.word in function["genitives"]
    if genitive or (taken == 1 and function["determiners"].at(s.words, k - 1)):
        return False
    return t.text[0].isdigit() or any(function[c].at(s.words, k) for c in _SOURCE_ENDS)


def voice_of(
    s: Setting,
    clause: Clause,
    source: Sequence[int],
    cue: str,
    force: str,
    earlier: Sequence[Voice],
    *,
    inside: bool = False,
) -> Voice | None:
    """The voice of a source that stands at these positions, None for the paper itself; `inside` where what it says stands in
    the same clause."""
    hearer = next((n for n, k in enumerate(source) if n and s.grammar.attribution["told_to"].at(s.words, k)), None)
    source = tuple(source[:hearer]) if hearer or inside else _with_genitive(s, clause, tuple(source))
    if len(source) == 1 and s.grammar.function["relatives"].at(s.words, source[0]):
        source = _referred(s, source[0])
    span = phrase(source, s.tokens, s.text, s.article)
    if span is None:
        return None
    verbs = s.groups.get(clause.index)
    said = NO_TIME if inside or verbs is None else of_clause(clause, s.tokens, s.timexes, s.grammar, punctual=True)
    words = [s.tokens[k].word for k in source]
    by_phrase = inside or cue.lower() in s.grammar.attribution["before"]
    if s.grammar.attribution["first"].at(words, 0) or (by_phrase and _norm(s, source)):
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


def _referred(s: Setting, relative: int) -> tuple[int, ...]:
    """The noun phrase that a relative stands for ("the agency, which says ..."): right before it, from its article or name on."""
    function, last = s.grammar.function, relative - 1
    while last >= 0 and s.tokens[last].mark:
        last -= 1
    first = last
    while first > 0:
        before = s.tokens[first - 1]
        if function["determiners"].at(s.words, first) and before.word not in s.grammar.attribution["of"]:
            break
        within = before.mention >= 0 and before.mention == s.tokens[first].mention
        if (
            s.grammar.attribution["person_relatives"].at(s.words, relative)
            and before.word in s.grammar.attribution["of"]
        ):
            first = max(first - 2, 0)
            continue
        closed = before.mark or before.auxiliary or before.timex >= 0
        if not within and (closed or any(function[n].at(s.words, first - 1) for n in _PHRASE_ENDS)):
            break
        first -= 1
    return tuple(range(first, last + 1)) if first >= 0 else ()


def _norm(s: Setting, source: Sequence[int]) -> bool:
    """ "according to the timetable": what things go by, and nobody's word."""
    heads = [k for k in core(source, s.words, s.grammar) if not s.grammar.function["adverbs"].at(s.words, k)]
    return (
        any(s.words[heads[-1]].endswith(norm) for norm in s.grammar.attribution["norms"].by_first) if heads else False
    )


def voice_at(s: Setting, at: tuple[int, int], cue: str, earlier: Sequence[Voice], *, inside: bool) -> Voice | None:
    """The voice that the words at these offsets name; `inside` where the claim's own clause names it. None for the paper
    itself ("I"), and where no word lies there."""
    own = [k for k, t in enumerate(s.tokens) if at[0] <= t.start and t.end <= at[1]]
    clause = next((c for c in s.clauses if own and own[0] in c.tokens), None)
    return voice_of(s, clause, own, cue, "report", earlier, inside=inside) if clause else None


def _antecedent(s: Setting, words: Sequence[str], earlier: Sequence[Voice]) -> Voice | None:
    """The source a pronoun or "the report" stands for: the last one, with the same head noun where there is one."""
    if s.grammar.attribution["carried"].at(words, 0) != len(words):
        return None
    noun = words[-1] if len(words) > 1 else ""
    person = s.grammar.attribution["persons"].at(words, 0) > 0
    for voice in reversed(earlier):
        known = voice.attribution.source.lower().split()
        body = voice.attribution.kind is SourceKind.AGENCY or voice.attribution.entity.startswith(("org-", "place-"))
        if person and body:
            continue
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
    """What kind of source these words name, by the tables of attribution.toml; NAMED where no table tells.

    A listed word decides before one that only ends like it ("persbureau" in "staatspersbureau").
    """
    for kind in _KIND_ORDER:
        if kind in grammar.kinds and any(True for _ in grammar.kinds[kind].find(words)):
            return SourceKind(kind)
    for kind in _KIND_ORDER:
        endings = [w for w in grammar.kinds[kind].by_first if len(w) >= _LEAST_ENDING] if kind in grammar.kinds else []
        if any(word.endswith(ending) for word in words for ending in endings):
            return SourceKind(kind)
    return SourceKind.NAMED


def mode(span: Span, text: str) -> str:
    """Direct where the content stands in quotation marks as a whole, mixed where a part does, else indirect."""
    inner = span.quote
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(c in QUOTES for c in around[:1]) and any(c in QUOTES for c in around[1:]):
        return "direct"
    return "mixed" if any(c in '"“”„«»' for c in inner) else "indirect"
