"""On whose word: sources, cues and what they cover, within one sentence, with sources carried on from earlier ones.

Three shapes are read: a clause of saying with a complement or a quotation ("X said that ..."), one that trails what was said
("..., X reported"), and a prepositional phrase ("according to X, ..."). Source, cue and content as in PARC 3.0
(Pareti 2016). A parenthesis belongs to the paper. Unnamed hearsay is a source "".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims import denying, directives, kinds, pronouns, sources
from dateline.claims.clauses import Clause, Opener
from dateline.claims.reach import covered_by, hanging_on, meanwhile
from dateline.claims.roles import arguments, core, phrase, subject
from dateline.claims.times import NO_TIME, Timing, all_of_clause, lies_ahead
from dateline.claims.tokens import QUOTES
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Named, Setting, Voice, Voices
from dateline.model import Attribution, SourceKind, Span

_DEEPEST = 4
"""Who says that who says: no sentence that anybody means has more voices around one claim."""


def find(s: Setting, earlier: Sequence[Voice]) -> Voices:
    """The voices of one sentence; `earlier` are those of the sentences before it, oldest first."""
    found: dict[int, list[Voice]] = {}
    frames: set[int] = set()
    phrases = sources.prepositional(s) + sources.postpositional(s)
    _of_saying(s, earlier, phrases, found, frames)
    left_out = _of_phrases(s, earlier, phrases, found, frames)
    spoken = [v for v in earlier if not v.silent]
    near = [replace(v, silent=False) for v in earlier[-1:] if v.silent]
    for clause in s.clauses:
        if clause.parent in frames and meanwhile(s, clause):
            found.pop(clause.index, None)  # what somebody does while speaking is the paper's own
            continue
        if clause.index in found or clause.index in frames:
            continue
        here = dict.fromkeys(v for voices in found.values() for v in voices)
        said = [*spoken, *here]
        if reported(s, clause):
            voice = _carried_on(s, clause, [*spoken, *near, *here])
            found.update({index: [voice] for index in hanging_on(s, clause.index)})
        elif earlier and earlier[-1].silent and _quotes_on(s):
            # "Tom Reed has lived there for years. "You do what you can.""
            found.update({index: [replace(earlier[-1], silent=False)] for index in hanging_on(s, clause.index)})
        elif said and (_quotes_on(s) or _keeps_silent(s, clause)):
            found.update({index: [said[-1].later()] for index in hanging_on(s, clause.index)})
    return Voices({k: tuple(v) for k, v in found.items()}, frozenset(frames), frozenset(left_out))


def _of_saying(
    s: Setting, earlier: Sequence[Voice], phrases: Sequence[Named], found: dict[int, list[Voice]], frames: set[int]
) -> None:
    """Add the voices of clauses of saying to `found` and those clauses to `frames`."""
    heard = list(earlier)
    for clause in s.clauses:
        content_of = covered_by(s, clause)
        verbs = s.groups.get(clause.index)
        if verbs is None:
            continue
        if not content_of:
            _adding(s, clause, verbs, earlier, found)
            continue
        pointed = content_of[0] > clause.index and _points_back(s, clause, verbs)
        if not pointed:
            frames.add(clause.index)
        if verbs.passive:
            _rumoured(s, clause, verbs, content_of, found)
            continue
        who = shared_subject(s, clause) or _sayer(s, clause, verbs)
        if _dummy(s, who) and any(p[0] is clause for p in phrases):
            # "it was said by the ministry": the phrase names the source, not the dummy subject.
            continue
        force = _force(s, clause, verbs)
        if force == "leave open" and denying.by_nobody(s, who):
            continue  # "Nobody denies that ...": nobody's word
        voice = voice_of(s, clause, who, s.tokens[verbs.head].text, force, heard)
        outer = content_of[0] < clause.index
        if voice is None:
            continue
        voice = replace(voice, sure=voice.force == "deny" and kinds.party(s, who))
        if pointed:
            # "The firm denied this: ...": what it denies stands before, what it says instead behind.
            voice = replace(voice, force="report")
            found.setdefault(clause.index, []).append(replace(voice, sure=True))
        for index in content_of:
            known = found.get(index, [])
            if len(known) < _DEEPEST:
                own = _asked(s, verbs, index, denying.instead(s, clause, index, voice))
                found[index] = [own, *(v for v in known if not _pronoun(s, v))] if outer else [*known, own]
        heard.append(voice)


def _asked(s: Setting, verbs: VerbGroup, index: int, voice: Voice) -> Voice:
    """The voice as it asks for what it says, where its verb asks: "advised doctors to be on the alert"."""
    told = verbs.lemma in s.grammar.directing["object"]
    asks = voice.force == "report" and (told or verbs.lemma in s.grammar.directing["infinitive"])
    content = next(c for c in s.clauses if c.index == index)
    if not asks or not directives.asked(s, content, told=told):
        return voice
    negated = denying.negated(s, content.tokens) != (verbs.lemma in s.grammar.directing["against"])
    return replace(voice, force=directives.AGAINST if negated else directives.FORCE)


def _rumoured(
    s: Setting, clause: Clause, verbs: VerbGroup, content_of: Sequence[int], found: dict[int, list[Voice]]
) -> None:
    """ "They had been told that ...": the subject hears it; who says so is not told. "It is feared that ...": nobody's."""
    force = _force(s, clause, verbs)
    rumour = Voice(Attribution("", SourceKind.ANONYMOUS, s.tokens[verbs.head].text), NO_TIME, force)
    for index in content_of if force != "report" else ():
        found.setdefault(index, []).append(rumour)


def _points_back(s: Setting, clause: Clause, verbs: VerbGroup) -> bool:
    """Whether a clause denies something else than what is said behind it: what stood before ("The firm denied this: ..."), or
    what it names itself ("Den Vorwurf wies die Firma zurück: ...")."""
    if s.grammar.reporting.get(verbs.lemma) != "deny" or any(
        c.parent == clause.index and c.opener is Opener.COMPLEMENT for c in s.clauses
    ):
        return False
    last = [k for k in clause.tokens if k > verbs.head and k + 1 < len(s.tokens) and _ends(s, verbs, k + 1)]
    points = any(s.grammar.attribution["pointers"].at(s.words, k) for k in last)
    return points or all(arguments(clause, s.tokens, verbs, s.grammar))


def _ends(s: Setting, verbs: VerbGroup, k: int) -> bool:
    """Whether nothing more of a clause stands from `k` on than the first part of its verb ("wies das zurück: ...")."""
    if s.tokens[k].mark or s.grammar.function["coordinators"].at(s.words, k):
        return True
    apart = k + 1 < len(s.tokens) and verbs.lemma.startswith(s.words[k]) and not s.tokens[k].forms
    return apart and s.tokens[k + 1].mark


def _pronoun(s: Setting, voice: Voice) -> bool:
    """Whether a voice is a pronoun in words that somebody behind them says, and so that one: "He expects a deal, X said"."""
    for clause in s.clauses:
        verbs = s.groups.get(clause.index)
        if verbs is not None and s.tokens[verbs.head].text == voice.attribution.cue:
            who = [s.words[k] for k in subject(clause, s.tokens, verbs, s.grammar)]
            return bool(who) and s.grammar.attribution["persons"].at(who, 0) == len(who)
    return False


def _sayer(s: Setting, clause: Clause, verbs: VerbGroup) -> tuple[int, ...]:
    """The subject of a clause of saying; where verbs come second, the party behind one that only it can be: "Gerüchte wies die
    Firma zurück"."""
    first, second = arguments(clause, s.tokens, verbs, s.grammar)
    turned = s.grammar.verb_final and bool(first) and bool(second) and first[0] < verbs.finite < second[0]
    return second if turned and not kinds.party(s, first) and kinds.party(s, second) else first


def shared_subject(s: Setting, clause: Clause) -> tuple[int, ...]:
    """The subject that a clause of saying has from the one before it ("closed the road and said ..."); none for others."""
    first = next((k for k in clause.tokens if not s.tokens[k].mark), -1)
    if not clause.elided or first < 1 or not s.grammar.function["coordinators"].at(s.words, first - 1):
        return ()
    for c in reversed([c for c in s.clauses if c.index < clause.index]):
        level = c.index == clause.parent or (c.parent == clause.parent and c.opener is clause.opener)
        if level and c.index in s.groups and not c.elided:
            return subject(c, s.tokens, s.groups[c.index], s.grammar)
    return ()


def _force(s: Setting, clause: Clause, verbs: VerbGroup) -> str:
    """What a verb of saying does to its content; what is not ruled out or not denied stays possible."""
    force = s.grammar.reporting[verbs.lemma]
    return "leave open" if force == "deny" and denying.negated(s, clause.tokens) else force


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


def reported(s: Setting, clause: Clause) -> bool:
    """Whether the form of its verb says that somebody else says this main clause ("Die Grenze sei offen."). Such a verb that
    opens it is a wish or a concession ("Möge er ...", ", sei es auch ..."), and so are fixed words around it ("es sei denn")."""
    told = clause.finite >= 0 and s.tokens[clause.finite].word in s.grammar.reported
    if not told or clause.opener not in (Opener.MAIN, Opener.COORDINATE):
        return False
    if s.grammar.attribution["first"].find([s.tokens[k].word for k in clause.tokens]):
        return False
    opens = next((k for k in clause.tokens if not s.tokens[k].mark), -1) == clause.finite
    joined = clause.finite > 0 and s.grammar.function["coordinators"].at(s.words, clause.finite - 1)
    wishes = s.grammar.attribution["wishes"].find(s.words)
    return (not opens or bool(joined)) and not any(start <= clause.finite < end for start, end in wishes)


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
    negated = bool(s.grammar.function["negators"].find(words))
    who = [s.tokens[k].word for k in subject(clause, s.tokens, verbs, s.grammar)]
    return negated and bool(who) and s.grammar.attribution["carried"].at(who, 0) == len(who)


def _carried_on(s: Setting, clause: Clause, earlier: Sequence[Voice]) -> Voice:
    """The last source named before, who goes on speaking; unnamed hearsay where there is none."""
    cue = s.tokens[clause.finite].text
    if not earlier:
        return Voice(Attribution("", SourceKind.ANONYMOUS, cue), NO_TIME, "report")
    return replace(earlier[-1].later(), attribution=replace(earlier[-1].attribution, cue=cue))


def _dummy(s: Setting, who: Sequence[int]) -> bool:
    return bool(who) and all(s.grammar.function["subject_dummies"].at(s.words, k) for k in who)


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
    told_to = s.grammar.attribution["told_to"]
    hearer = next((n for n, k in enumerate(source) if n and k > clause.finite >= 0 and told_to.at(s.words, k)), None)
    source = tuple(source[:hearer]) if hearer or inside else sources.with_genitive(s, clause, tuple(source))
    relative = len(source) == 1 and s.grammar.function["relatives"].at(s.words, source[0])
    if relative:
        source = sources.referred(s, source[0])
    span = phrase(source, s.tokens, s.text, s.article)
    verbs = s.groups.get(clause.index)
    if span is None or (not inside and kinds.points_at_event(s, source, verbs)):
        return None
    said = NO_TIME if inside or verbs is None else _said(s, clause, verbs)
    words = [s.tokens[k].word for k in source]
    by_phrase = inside or cue.lower() in s.grammar.attribution["before"]
    if s.grammar.attribution["first"].at(words, 0) or (by_phrase and _norm(s, source)):
        return None
    if s.grammar.attribution["unnamed"].at(words, 0) == len(words):
        return Voice(Attribution(span.quote, SourceKind.ANONYMOUS, cue, "", span), said, force)
    carried = _antecedent(s, clause, words, earlier)
    if carried:
        attribution = replace(carried.attribution, cue=cue)
        called = pronouns.group(words, s.grammar, many=_several(s, clause)) or carried.group
        return Voice(attribution, said if said.expr else carried.said, force, group=called)
    number = _name(source, s)
    entity = s.mentions[number].entity if number >= 0 else ""
    said = said if said.expr else _same_occasion(s, source, number, earlier)
    return Voice(Attribution(span.quote, kinds.kind(source, entity, s), cue, entity, span), said, force)


def _said(s: Setting, clause: Clause, verbs: VerbGroup) -> Timing:
    """When a clause of saying says that it was; what is announced ("kündigte an, am Freitag zu streiken") is no such time."""
    found = all_of_clause(clause, s.tokens, s.timexes, s.grammar, punctual=True)
    spoken = verbs.past or "perfect" in verbs.jobs
    return next((t for t in found if not (spoken and lies_ahead(t))), NO_TIME)


def _same_occasion(s: Setting, source: Sequence[int], number: int, earlier: Sequence[Voice]) -> Timing:
    """When a person spoke who is cited again without a time: a paper that has told when does not tell it twice."""
    if number >= 0 and s.mentions[number].kind != "PER":
        return NO_TIME
    entity = s.mentions[number].entity if number >= 0 else ""
    name = s.mentions[number].span.quote.split()[-1] if number >= 0 else s.tokens[source[-1]].text
    for voice in reversed(earlier):
        known = voice.attribution
        named = name[:1].isupper() and known.source.split()[-1:] == [name]
        if voice.said.expr and (known.entity == entity if known.entity and entity else named):
            return voice.said
    return NO_TIME


def _norm(s: Setting, source: Sequence[int]) -> bool:
    """ "according to the timetable": what things go by, and nobody's word."""
    heads = [k for k in core(source, s.words, s.grammar) if not s.grammar.function["adverbs"].at(s.words, k)]
    return (
        any(s.words[heads[-1]].endswith(norm) for norm in s.grammar.attribution["norms"].by_first) if heads else False
    )


def voice_at(
    s: Setting, at: tuple[int, int], cue: str, earlier: Sequence[Voice], *, inside: bool = False
) -> Voice | None:
    """The voice that the words at these offsets name; `inside` where the claim's own clause names it. None for the paper
    itself ("I"), and where no word lies there."""
    own = sources.rounded(s, [k for k, t in enumerate(s.tokens) if at[0] <= t.start and t.end <= at[1]])
    if all(s.grammar.function["determiners"].at(s.words, k) for k in own):
        return None  # "a" alone names nobody
    clause = next((c for c in s.clauses if own and own[0] in c.tokens), None)
    if clause is not None and _hears(s, clause, own):
        return None
    return voice_of(s, clause, own, cue, "report", earlier, inside=inside) if clause else None


def _hears(s: Setting, clause: Clause, own: Sequence[int]) -> bool:
    """ "Staff were told that ...": the subject of a verb of telling in the passive hears what is told."""
    verbs = s.groups.get(clause.index)
    if verbs is None or not verbs.passive or verbs.lemma not in s.grammar.hearers:
        return False
    return not set(own).isdisjoint(subject(clause, s.tokens, verbs, s.grammar))


def _antecedent(s: Setting, clause: Clause, words: Sequence[str], earlier: Sequence[Voice]) -> Voice | None:
    """The source a pronoun or "the report" stands for: the last one, with the same head noun where there is one."""
    if s.grammar.attribution["carried"].at(words, 0) != len(words):
        return None
    noun = words[-1] if len(words) > 1 else ""
    person = s.grammar.attribution["persons"].at(words, 0) > 0
    many = _several(s, clause)
    own = pronouns.group(words, s.grammar, many=many)
    other = False
    for voice in reversed(earlier):
        if voice.silent and (not person or many):
            continue
        # Behind somebody of another group a pronoun means only one who is known to be of its own.
        called = pronouns.group_of(voice, earlier, s.grammar) if own else ""
        if called != own and (called or other):
            other = True
            continue
        known = voice.attribution.source.lower().split()
        body = voice.attribution.kind is SourceKind.AGENCY or voice.attribution.entity.startswith(("org-", "place-"))
        if person and body:
            continue
        if known and (not noun or noun in known):
            return voice
    return None


def _several(s: Setting, clause: Clause) -> bool:
    """Whether a pronoun before or behind the verb of a clause means several: "ze zeiden", "sie sagten"."""
    plural = s.grammar.attribution["plural_verbs"].by_first
    return clause.finite >= 0 and any(s.words[clause.finite].endswith(ending) for ending in plural)


def _name(source: Sequence[int], s: Setting) -> int:
    """The name in a source that speaks: the last person, else the last organisation; -1 where there is none."""
    numbers = [s.tokens[k].mention for k in source if s.tokens[k].mention >= 0]
    for kind in ("PER", "ORG"):
        named = [n for n in numbers if s.mentions[n].kind == kind]
        if named:
            return named[-1]
    return -1


def mode(span: Span, text: str) -> str:
    """Direct where the content stands in quotation marks as a whole, mixed where a part does, else indirect."""
    inner = span.quote
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(c in QUOTES for c in around[:1]) and any(c in QUOTES for c in around[1:]):
        return "direct"
    return "mixed" if any(c in '"“”„«»' for c in inner) else "indirect"
