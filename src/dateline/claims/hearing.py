"""Who says a claim, where a trained reader has an opinion: the rules' voices and the reader's, weighed clause by clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dateline.claims import attribution, deciding, evidence, verbs, weighing
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read
from dateline.claims.opinion import Opinion, Stretch
from dateline.claims.reach import backshifted, meanwhile
from dateline.claims.tokens import QUOTES
from dateline.claims.voices import Heard, Setting, Voice
from dateline.model import Attribution, SourceKind


def heard(r: Read, opinion: Opinion, settings: Sequence[Setting], earlier: Heard) -> Read:
    """The sentence with the voices of its claims as rules and reader together hear them.

    `settings` are the sentences of the article, `earlier` the voices of those before this one.
    """
    of = dict(r.voices.of)
    for clause in r.clauses:
        if clause.index in r.claimed:
            of[clause.index] = _voices(r, clause, opinion, settings, earlier)
    return replace(r, voices=replace(r.voices, of={k: v for k, v in of.items() if v}))


def _voices(
    r: Read, clause: Clause, opinion: Opinion, settings: Sequence[Setting], earlier: Heard
) -> tuple[Voice, ...]:
    by_rule = r.voices.of.get(clause.index, ())
    if not by_rule and evidence.aside(r, clause):
        return ()  # what a paper puts into somebody's words is its own
    if not by_rule and meanwhile(r.setting, clause) and clause.parent in r.voices.frames:
        return ()  # and so is what somebody does while speaking
    words = opinion.words(r.stretches(clause.tokens))
    paper, source, _ = opinion.voice(words)
    at, sure = opinion.source(words)
    named = any(v.attribution.source for v in by_rule)
    if any(v.sure for v in by_rule):
        return by_rule
    if r.setting.tokens[0].text in QUOTES or (named and attribution.reported(r.setting, clause)):
        paper = 0.0  # a quotation that goes on is nobody else's, and the mood of reported speech is not the paper's
    if named and clause.opener is Opener.RELATIVE and backshifted(r.setting, clause):
        paper = 0.0  # nor is its tense: "said there were more, which would bring the total to 90"
    if at is not None and _framed(r, clause, by_rule) and _speaks_elsewhere(r, clause, at):
        return by_rule  # "X said that ... and Y said that ...": each its own
    if at is not None and any(v.named(*at) for v in by_rule):
        return () if weighing.own_voice(named, paper) else tuple(_bounded(r, v, at, earlier) for v in by_rule)
    if at is not None and weighing.cites(named, source, sure, afar=not r.span.start <= at[0] < r.span.end):
        found = _found(r, at, opinion, settings, earlier)
        if found is not None:
            # Whoever it is, the verb of saying in this sentence does to it what the rules read.
            return (replace(found, force=by_rule[0].force) if by_rule else found,)
    return () if weighing.own_voice(named, paper) else by_rule


def _framed(r: Read, clause: Clause, by_rule: Sequence[Voice]) -> bool:
    """Whether the clause right around this one is one of saying, and names who is heard in it."""
    span = by_rule[-1].attribution.span if by_rule else None
    around = next((c for c in r.clauses if c.index == clause.parent), None)
    if span is None or around is None or around.index not in r.voices.frames:
        return False
    return any(span.start <= r.setting.tokens[k].start < span.end for k in around.tokens)


def _speaks_elsewhere(r: Read, clause: Clause, at: Stretch) -> bool:
    """Whether those words name who is heard in another clause of the sentence, and nobody who is heard in this one."""
    others = (v for index, said in r.voices.of.items() if index != clause.index for v in said)
    return any(v.named(*at) for v in others) and not any(v.named(*at) for v in r.voices.of.get(clause.index, ()))


def _bounded(r: Read, voice: Voice, at: Stretch, earlier: Heard) -> Voice:
    """The rules' voice with the reader's bounds of the words that name it, where it stands in this sentence: the rules go on
    too far more often than they start too early."""
    span = voice.attribution.span
    if span is None or not voice.named(*at) or not r.span.start <= at[0] <= span.start:
        return voice
    found = attribution.voice_at(r.setting, at, voice.attribution.cue, earlier.voices, inside=True)
    return replace(voice, attribution=found.attribution) if found else voice


def _found(r: Read, at: Stretch, opinion: Opinion, settings: Sequence[Setting], earlier: Heard) -> Voice | None:
    """The voice that those words name: one that was heard before, else a new one. What it does to another claim (deny,
    weaken) it does not do to this one.
    """
    here = [v for said in r.voices.of.values() for v in said if v.named(*at)]
    known = here[-1] if here else earlier.last(*at)
    if known:
        told = opinion.cue(at, r.span.start, r.span.end)
        words = r.article.text[slice(*told)] if told else known.attribution.cue
        return replace(known, force="report", attribution=replace(known.attribution, cue=words))
    place = bisect_right(settings, at[0], key=lambda s: s.tokens[0].start) - 1
    setting = settings[place] if place >= 0 else None
    if setting is None or setting.tokens[-1].end <= at[0]:
        return None
    cue = opinion.cue(at, setting.tokens[0].start, setting.tokens[-1].end)
    asides = (k for c in setting.clauses if c.opener is Opener.PARENTHESIS for k in c.tokens)
    if not cue and any(at[0] <= setting.tokens[k].start < at[1] for k in asides):
        return None  # a name, and no word that says it speaks: "two drugs -- made by Gilead -- have been shown to work"
    heard_so_far = [*earlier.voices, *earlier.near, *dict.fromkeys(v for said in r.voices.of.values() for v in said)]
    return attribution.voice_at(setting, at, setting.text[slice(*cue)] if cue else "", heard_so_far)


def unnamed(r: Read, clause: Clause) -> tuple[Attribution, ...]:
    """Unnamed hearsay ("reportedly"): a source that is "", with the word that says so."""
    group = r.setting.groups.get(clause.index)
    if group and "hearsay" in group.jobs:
        return (Attribution("", SourceKind.ANONYMOUS, r.setting.tokens[group.finite].text),)
    if group and (cue := verbs.passed_on_by(group, r.tables.grammar)):
        return (Attribution("", SourceKind.ANONYMOUS, cue),)
    table = r.tables.grammar.status["hearsay"]
    for k in clause.tokens:
        width = table.at(r.setting.words, k)
        if width:
            cue = " ".join(r.setting.words[k : k + width])
            return (Attribution("", SourceKind.ANONYMOUS, cue),)
    return ()


def hearsay(r: Read, clause: Clause, positions: Sequence[int]) -> tuple[Attribution, ...]:
    """Unnamed hearsay where the reader takes a claim for it, with the words that say so."""
    opinion = r.opinion
    if opinion is None or deciding.proven(r, clause):
        return ()
    stretches = r.stretches(positions)
    _, _, rumour = opinion.voice(opinion.words(stretches))
    cue = opinion.cue(stretches[0], stretches[0][0], stretches[-1][1]) if stretches else None
    if not weighing.rumoured(rumour) or cue is None:
        return ()
    return (Attribution("", SourceKind.ANONYMOUS, r.article.text[slice(*cue)]),)
