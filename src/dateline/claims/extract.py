"""From the sentences of one article to its claims: cut, find voices, decide, time, and put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims import (
    accounts,
    asides,
    attribution,
    binding,
    content,
    cutting,
    deciding,
    directives,
    distances,
    evidence,
    excluding,
    former,
    grammar,
    hearing,
    lexicon,
    numerals,
    parts,
    persons,
    pointing,
    quantities,
    quotations,
    quote,
    rebuttals,
    recutting,
    roles,
    rumours,
    times,
    tokens,
    unmet,
    verbs,
    weighing,
)
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read, Tables
from dateline.claims.opinion import Opinion
from dateline.claims.times import NO_TIME, Timing
from dateline.claims.tokens import Token
from dateline.claims.voices import Heard, Setting, Voice
from dateline.ids import claim_id
from dateline.lang import Language
from dateline.model import (
    Article,
    Claim,
    Kind,
    Mention,
    Part,
    Problem,
    Sentence,
    Span,
    Status,
    Timex,
)
from dateline.overlap import Places
from dateline.ports import Finding, Tell
from dateline.when import NEVER_SAID

_LEAST_WORDS = 3
_POINTED = 3
"""Words of a subject that only points back: "that state visit"."""

_REMEMBERED_VOICES = 6
_TELL_EVERY = 100


def extract(
    article: Article,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    language: Language,
    finding: Finding | None = None,
    tell: Tell | None = None,
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims of an article in order of their place, and what could not be read.

    Headings, credits and notices state nothing. `timexes` and `mentions` are those of the whole article, `finding` is
    what a trained reader makes of it, if there is one. `tell` is told from time to time how many sentences are done.
    """
    opinion = Opinion(finding) if finding else None
    tables = Tables(grammar.compiled(language), lexicon.compiled(language), numerals.compiled(language))
    time_at, name_at = tokens.owners([t.span for t in timexes]), tokens.owners([m.span for m in mentions])
    lengths = frozenset(i for i, t in enumerate(timexes) if t.type == "DURATION")
    people = Places([(m.span.start, m.span.end) for m in mentions if m.demonym])
    told = [s for s in sentences if s.part not in (Part.HEADING, Part.CREDIT, Part.NOTICE)]
    settings: list[Setting | None] = []
    for sentence in told:
        words = tokens.tokenize(article.text, sentence, time_at, name_at, tables.grammar, tables.lexicon)
        settings.append(_setting(article, words[tokens.dateline(words) :], timexes, mentions, people, tables))
    quoted = quotations.opened(article.text, told)
    claims: list[Claim] = []
    told_before: list[Claim] = []
    heard = Heard()
    present = [s for s in settings if s]
    speaker: Voice | None = None
    for at, (sentence, setting) in enumerate(zip(told, settings, strict=True)):
        if tell and at % _TELL_EVERY == 0:
            tell(at, len(told))
        if setting is None:
            continue
        before = [*heard.voices[-_REMEMBERED_VOICES:], *heard.near]
        read = _read(article, sentence, setting, lengths, tables, before, opinion)
        if opinion:
            read = hearing.heard(read, opinion, present, heard)
        if not _names(read):
            outside = speaker if speaker and quoted[at][0] else pointing.behind(settings, quoted, at, before)
            read = _spoken(read, outside)
        said = [v for voices in read.voices.of.values() for v in voices]
        speaker = (said[-1] if said else None) if quoted[at][1] else None
        pointed = pointing.voice(setting, before)
        for voice in (v.later() for v in (*said, *(pointed[:1] if pointed else ()))):
            if voice not in heard.voices[-_REMEMBERED_VOICES:]:
                heard.add(voice)
        heard.near = (
            ()
            if _names(read) or pointed
            else persons.told_of(setting, tables.lexicon)
            or persons.speaking(setting)
            or (heard.near if quoted[at][0] else ())
        )
        denying = pointing.denial(setting, before)
        rebutted = rebuttals.rebuttal(setting, read.span, denying, told_before) if denying else None
        told_before = binding.begun(told_before, binding.beginning(read))
        claims.extend(told_before)
        told_before = [rebutted] if rebutted else _claims(read, language.code)
    claims.extend(told_before)
    problems = []
    if not claims and any(s.part is Part.SENTENCE for s in sentences):
        message = "no clause with a verb this language's tables know was found; the article adds nothing to the brief"
        problems.append(Problem("no-claims", "claims", article.id, message))
    return _numbered(claims), tuple(problems)


def _setting(
    article: Article,
    words: tuple[Token, ...],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    people: Places,
    tables: Tables,
) -> Setting | None:
    words = asides.plain(words, tables.grammar, tables.lexicon)
    clauses = cutting.cut(words, tables.grammar, tables.lexicon)
    if not clauses:
        return None
    groups = verbs.groups(clauses, words, tables.grammar, tables.lexicon)
    groups = unmet.planned(groups, clauses, words, tables.grammar)
    plain = [t.word for t in words]
    apart = asides.within(words, clauses, groups, timexes, tables.grammar, tables.lexicon)
    said, grammar_ = (article.id, article.text), tables.grammar
    setting = Setting(
        *said, words, clauses, groups, timexes, mentions, people, grammar_, plain, apart, article.published
    )
    return replace(setting, groups=directives.plain(setting, tables.lexicon))


def _read(
    article: Article,
    sentence: Sentence,
    setting: Setting,
    lengths: frozenset[int],
    tables: Tables,
    earlier: Sequence[Voice],
    opinion: Opinion | None,
) -> Read:
    clauses = setting.clauses
    voices = attribution.find(setting, earlier)
    pointed = pointing.voice(setting, earlier)
    only_points = frozenset([pointed[1]] if pointed else [])
    voices = accounts.added(
        setting, replace(voices, frames=voices.frames | only_points), tables.figures, tables.lexicon, earlier
    )
    voices = excluding.added(setting, voices, tables.lexicon, earlier)
    timings: dict[int, Timing] = {}
    for c in clauses:
        timings[c.index] = evidence.timed(setting, c)
    relative = times.relatives(clauses, setting.words, setting.grammar)
    for c in clauses:
        if not timings[c.index].expr:
            timings[c.index] = times.inherited(c, clauses, timings, setting.groups, relative)
    span = Span(article.id, sentence.start, sentence.end, article.text[sentence.start : sentence.end])
    figures = quantities.find(article.id, article.text, setting.tokens, lengths, tables.figures)
    read = Read(article, sentence, span, setting, voices, timings, figures, tables, frozenset(), opinion)
    by_rule = frozenset(c.index for c in clauses if _asserts(read, c))
    if opinion is None:
        return replace(read, claimed=by_rule)
    return recutting.recut(read, opinion, by_rule, only_points | frozenset(c.index for c in clauses if _frame(read, c)))


def _names(r: Read) -> bool:
    """Whether a sentence itself names whose word its claims are. A source carried on from before gives way to one behind."""
    voices = [v.attribution for c in r.claimed for v in r.voices.of.get(c, ())]
    return any(a.source and (a.span is None or r.span.start <= a.span.start < r.span.end) for a in voices)


def _spoken(r: Read, voice: Voice | None) -> Read:
    """The sentence with every claim on the word of somebody who is named outside it. A question is nobody's claim."""
    if voice is None or r.span.quote.rstrip(deciding.CLOSING_QUOTES).endswith("?"):
        return r
    return replace(r, voices=replace(r.voices, of={**r.voices.of, **dict.fromkeys(r.claimed, (voice,))}))


def _asserts(r: Read, clause: Clause) -> bool:
    """Whether a clause states something of its own, rather than framing, restricting or supposing."""
    if clause.index in r.voices.frames or _frame(r, clause):
        return False
    group = r.setting.groups.get(clause.index)
    counted = any(k in clause.tokens and q.of for k, q in r.quantities)
    if group is None:
        return clause.opener is Opener.PARENTHESIS and counted
    words = [k for k in clause.tokens if not r.setting.tokens[k].mark]
    figure = any(k in clause.tokens for k, _ in r.quantities)  # "Forty died"
    if len(words) < _LEAST_WORDS - figure and not clause.elided:
        return False
    if rumours.told(r.setting, clause):
        return True
    dated = bool(r.timings[clause.index].expr)
    function = r.tables.grammar.function
    match clause.opener:
        case Opener.QUESTION:
            return False
        case Opener.RELATIVE:
            before = clause.tokens[0] - 1
            return before >= 0 and r.setting.tokens[before].text == "," and (dated or counted)
        case Opener.GERUND:
            return clause.word in function["factive"] and (
                dated or bool(r.tables.lexicon.phase_of_verb.get(group.lemma))
            )
        case Opener.SUBORDINATE:
            if clause.word in function["attached"] and clause.tokens[0] > 1:
                return clause.word in function["meanwhile"] and _of_time(r, clause)
            return clause.word not in function["conditional"]
    return True


def _of_time(r: Read, clause: Clause) -> bool:
    """Whether a clause says more of the time right before its comma: "on 10 May, when the miners walked out"."""
    comma = clause.tokens[0] - 1
    time = r.setting.tokens[comma - 1].timex if comma > 0 and r.setting.tokens[comma].text == "," else -1
    group = r.setting.groups.get(clause.index)
    return time >= 0 and r.setting.timexes[time].type == "DATE" and group is not None and group.past


def _frame(r: Read, clause: Clause) -> bool:
    """ "The move comes after ...", "it emerged that ...": a clause that only points at the one behind it."""
    group = r.setting.groups.get(clause.index)
    if distances.told(r.setting, clause) or rumours.frame(r.setting, clause):
        return True
    if group is not None and group.lemma in r.tables.grammar.status["showing"]:
        return any(c.parent == clause.index and c.opener is Opener.COMPLEMENT for c in r.clauses)
    if group is None or group.lemma not in r.tables.grammar.frames:
        return False
    points = any(c.parent == clause.index and c.opener in (Opener.SUBORDINATE, Opener.GERUND) for c in r.clauses)
    who = roles.subject(clause, r.setting.tokens, group, r.tables.grammar)
    pointing = r.tables.grammar.status["frame_subjects"]
    return points and any(r.setting.tokens[k].word in pointing for k in who)


def _claims(r: Read, lang: str) -> list[Claim]:
    merged = _merged(r)
    made = []
    for clause in r.clauses:
        if clause.index not in r.claimed or clause.index in merged.values():
            continue
        built = _build(r, clause, merged.get(clause.index), lang)
        if built is not None:
            made.append(built)
    return made


def _merged(r: Read) -> dict[int, int]:
    """Clause -> the clause behind it that calls off what it plans: one claim, planned then cancelled."""
    pairs = {}
    for clause in r.clauses:
        if clause.index not in r.claimed or clause.opener not in (Opener.COORDINATE, Opener.COMPLEMENT):
            continue
        before = [
            c for c in r.clauses if c.index < clause.index and c.index in r.claimed and c.parent in (clause.parent, -1)
        ]
        group = r.setting.groups.get(clause.index)
        if not before or group is None or not (clause.elided or _pronoun_subject(r, clause)):
            continue
        first = deciding.verdict(r, before[-1])
        second = deciding.verdict(r, clause)
        foreseen = first is not None and first.status in (Status.PLANNED, Status.POSSIBLE)
        if foreseen and second is not None and (second.status is Status.CANCELLED or _put_back(r, group)):
            pairs[before[-1].index] = clause.index
    return pairs


def _put_back(r: Read, group: verbs.VerbGroup) -> bool:
    """Whether a verb says that something waits, which calls it off for the day it was planned for: "was held up"."""
    return group.lemma in r.tables.grammar.status["put_back"] and (group.past or "perfect" in group.jobs)


def _pronoun_subject(r: Read, clause: Clause) -> bool:
    """Whether a subject only takes up what was told before: a pronoun, or a noun that is pointed at ("that visit")."""
    own = [k for k in clause.tokens if k < clause.finite and not r.setting.tokens[k].mark]
    function = r.tables.grammar.function
    while own and any(function[n].at(r.setting.words, own[0]) for n in ("coordinators", "adverbs")):
        own = own[1:]
    if 1 < len(own) <= _POINTED and function["demonstratives"].at(r.setting.words, own[0]):
        return all(r.setting.tokens[k].mention < 0 for k in own)
    return all(any(function[n].at(r.setting.words, k) for n in ("pronouns", "coordinators", "adverbs")) for k in own)


def _build(r: Read, clause: Clause, also: int | None, lang: str) -> Claim | None:
    positions = evidence.evidence(r, clause, also)
    told, span = evidence.quoted(r, positions), evidence.quoted(r, quote.shown(r, clause, positions))
    if told is None or span is None:
        return None
    group = r.setting.groups.get(clause.index)
    verdict = deciding.verdict(r, clause if also is None else next(c for c in r.clauses if c.index == also))
    if also is not None and verdict is not None and verdict.status is not Status.CANCELLED:
        verdict = replace(verdict, status=Status.CANCELLED, why="planned, and then put back", rests_on="saying")
    own = r.stretches(evidence.without_others(r, positions, (clause.index, also)))
    if r.opinion and not evidence.aside(r, clause):
        last = own if also is None else r.stretches(next(c.tokens for c in r.clauses if c.index == also))
        likely = r.opinion.status(r.opinion.words(last))
        verdict = weighing.verdict(verdict, likely, beside_denial=deciding.said_instead(r, clause))
    timing = r.timings[clause.index]
    if also is not None and not timing.expr:
        timing = r.timings[also]
    if verdict is not None:
        timing = binding.own(r, clause, timing, verdict.status)
        timing = unmet.gone_by(r, clause, deciding.ahead(r, clause, timing, verdict))
        if not timing.expr:
            timing = binding.borrowed(r, clause, verdict.status)
        timing = deciding.called_off(r, clause, timing, verdict)
    planned = verdict is not None and verdict.status is Status.PLANNED
    old = former.day(r, clause, timing) if planned else NO_TIME
    voices = r.voices.of.get(clause.index, ())
    said = next((v.said for v in voices if v.said.expr), NO_TIME)
    spoken = tuple(replace(v.attribution, mode=attribution.mode(told, r.article.text)) for v in voices)
    hearsay = hearing.unnamed(r, clause) if not spoken and verdict and verdict.status is Status.POSSIBLE else ()
    if r.opinion and not spoken and not hearsay:
        hearsay = hearing.hearsay(r, clause, positions)
    who = roles.participants(
        clause, positions, r.setting.tokens, r.setting.mentions, group, r.tables.grammar, r.article.text, r.article.id
    )
    if r.opinion:
        who = parts.weighed(who, r.opinion, own, r.setting, r.tables.grammar)
    background = clause.opener in (Opener.RELATIVE, Opener.PARENTHESIS) and not rumours.told(r.setting, clause)
    kind = verdict.kind if verdict else Kind.BACKGROUND
    return Claim(
        id="",
        span=span,
        lang=lang,
        kind=Kind.BACKGROUND if background and kind is Kind.REPORT else kind,
        predicate=group.lemma if group else _event(r, told),
        status=verdict.status if verdict else Status.ONGOING,
        polarity=verdict.polarity if verdict else "positive",
        certainty=verdict.certainty if verdict else "certain",
        attribution=spoken + hearsay,
        said=said.when if said.expr else NEVER_SAID,
        said_expr=said.expr,
        time=timing.when,
        time_expr=timing.expr,
        time_why=timing.why,
        former=old.when,
        former_expr=old.expr,
        concepts=content.concepts(r, clause, positions, group),
        phase=content.phase(r, clause, positions, group),
        places=content.places(r, positions),
        participants=who,
        quantities=tuple(q for k, q in r.quantities if told.start <= q.span.start and q.span.end <= told.end),
        sentence=r.span,
        status_why=verdict.why if verdict else "an aside without a verb, told as known",
    )


def _event(r: Read, span: Span) -> str:
    """The first event a reader sees in words without a verb of the tables, in small letters; "" where it sees none."""
    events = r.opinion.events(span.start, span.end) if r.opinion else []
    return r.article.text[slice(*events[0].spans[0])].lower() if events else ""


def _numbered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give ids: the ordinal counts claims of one span, by their order."""
    seen: dict[tuple[int, int], int] = {}
    numbered = []
    for c in sorted(claims, key=lambda c: (c.span.start, -c.span.end)):
        at = (c.span.start, c.span.end)
        ordinal = seen.get(at, 0)
        seen[at] = ordinal + 1
        numbered.append(replace(c, id=claim_id(c.span.article, *at, ordinal)))
    return tuple(numbered)
