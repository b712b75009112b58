"""The facts of a clause that its status hangs on, gathered for the rules of `status`."""

from __future__ import annotations

from dataclasses import replace

from dateline.claims import asides, denying, directives, evidence, excluding, moving, rumours, status, verbs
from dateline.claims.clauses import Clause, Opener
from dateline.claims.evidence import Read
from dateline.claims.times import Timing
from dateline.claims.verbs import VerbGroup
from dateline.expr import evaluate
from dateline.model import Part, Status

BACK, AHEAD, NEAREST = "on or before anchor", "on or after anchor", "nearest anchor"
"""The days a bare weekday can be of."""

_TO_COME = frozenset({Status.PLANNED, Status.REQUIRED, Status.POSSIBLE})
CLOSING_QUOTES = '"”’»'


def verdict(r: Read, clause: Clause) -> status.Verdict | None:
    """What the rules make of a clause's status; None where it has no verb."""
    group = r.setting.groups.get(clause.index)
    if group is None:
        return None
    own = [r.setting.tokens[k].word for k in clause.tokens if k not in r.voices.left_out]
    # "has not", "is not for sale": behind an auxiliary without a verb of its own the negation follows.
    reach = 3 if group.head == group.finite and r.setting.tokens[group.head].auxiliary else 0
    timing = r.timings[clause.index]
    group = _due(r, group, timing)
    voices = r.voices.of.get(clause.index, ())
    published = r.article.published
    ahead = bool(timing.when.earliest and published.latest and timing.when.earliest > published.latest)
    behind = bool(timing.when.latest and published.earliest and timing.when.latest < published.earliest)
    summed = _summed(r, clause, group)
    asks = {directives.way(r.setting, clause, r.tables.lexicon), *(v.force for v in voices)} & {
        directives.FORCE,
        directives.AGAINST,
    }
    found = status.decide(
        status.Facts(
            words=own,
            before=[
                r.setting.tokens[k].word
                for k in clause.tokens
                if k < group.head + reach and not _describes(r, clause, group, k)
            ],
            after=[t.word for t in r.setting.tokens[group.head + 1 :]],
            verbs=group,
            grammar=r.tables.grammar,
            caption=r.sentence.part is Part.CAPTION,
            question=_asks(r, clause),
            condition=any(c.parent == clause.index and evidence.conditional(r, c) for c in r.clauses),
            weak=any(v.force == "weaken" for v in voices),
            denial=any(v.force == "deny" for v in voices) or rumours.disowned(r.setting, clause),
            not_excluded=any(v.force == "leave open" for v in voices),
            said=bool(voices),
            figured=any(v.force == "figure" for v in voices) or summed,
            ahead=ahead,
            asks=any(c.parent == clause.index and c.opener is Opener.QUESTION for c in r.clauses),
            leaves_open=any(
                c.parent == clause.index
                and c.opener is Opener.QUESTION
                and c.tokens[0] < clause.tokens[0]
                and c.word in r.tables.grammar.function["open_questions"]
                for c in r.clauses
            ),
            obliged=_obliged(r, clause, group),
            opened_by_since=clause.word in r.tables.grammar.status["lasting"],
            counted=any(k in clause.tokens for k, _ in r.quantities),
            dated=bool(timing.expr),
            open=timing.when.lasting and (timing.when.end.open or not timing.when.end.known),
            behind=behind,
            moved=bool(moving.new_day(r.setting, clause).expr),
            moved_then=moving.moved_then(r.setting, clause),
            put_off_by=moving.put_off_by(r.setting, clause),
            asked="not to" if directives.AGAINST in asks else "for it" if asks else "",
            corrected=moving.corrected(r.setting, clause),
        )
    )
    done = (summed and found.status is Status.HAPPENED) or (proven(r, clause) and found.rests_on == "tense")
    ruled_out = group.lemma in r.tables.grammar.excluding_things and found.rests_on == "saying"
    if ruled_out and found.status is Status.POSSIBLE:
        found = replace(found, polarity="positive")  # what is negated is that it is ruled out
    return replace(found, rests_on="settled") if done or ruled_out else found


def proven(r: Read, clause: Clause) -> bool:
    """ "was found to have caused dozens of deaths": whether a verb of finding out in the passive passes on what is so."""
    group, proofs = r.setting.groups.get(clause.index), r.tables.grammar.status.get("proving", ())
    return group is not None and any(verb in proofs for verb in group.raised)


def _describes(r: Read, clause: Clause, group: VerbGroup, k: int) -> bool:
    """Whether a word at `k` negates no more than a participle that describes a noun: "a flu never seen before has killed". It
    stands behind the noun's first word and before the verb of the clause, and so does the participle."""
    tokens, function = r.setting.tokens, r.tables.grammar.function
    if r.tables.grammar.verb_final or not (clause.tokens[0] < k < group.finite - 1):
        return False
    described = any(f.kind == "participle" for f in tokens[k + 1].forms)
    return described and function["negators"].at(r.setting.words, k) > 0


def _due(r: Read, group: VerbGroup, timing: Timing) -> VerbGroup:
    """ "soll bis Freitag repariert sein": what by a day to come is to be done is a plan, and nobody's hearsay."""
    plan = {"hearsay", "planned"} <= r.setting.tokens[group.finite].auxiliary
    done = group.kind == "participle" and "be" in group.jobs and "perfect" not in group.jobs
    if not (plan and done and "hearsay" in group.jobs and timing.expr.startswith("until ") and _to_come(r, timing)):
        return group
    return replace(group, jobs=group.jobs - {"hearsay"} | {"planned"})


def _to_come(r: Read, timing: Timing) -> bool:
    """Whether a time ends after the article's day, or on it."""
    last, printed = timing.when.latest, r.article.published.latest
    return last is not None and printed is not None and last >= printed


def _summed(r: Read, clause: Clause, group: VerbGroup) -> bool:
    """ "That brings the toll to three": what points back, a verb of coming to a figure, a word for a count, and the figure."""
    table, words = r.tables.grammar.status, [r.setting.words[k] for k in clause.tokens]
    figure = any(k in clause.tokens and k > clause.finite for k, _ in r.quantities)
    beside = (k for k in (clause.finite - 1, clause.finite + 1) if k in clause.tokens)
    points = any(r.setting.words[k] in table["thereby"] for k in beside)
    named = bool(table["tolls"].find(words)) and group.lemma in table["amounting"]
    return figure and points and named and not group.jobs


def said_instead(r: Read, clause: Clause) -> bool:
    """ "denied that and said the road was open": whether a source that denies one thing in a sentence says this beside it, or
    does not deny it ("did not deny that ..."), or refuses it ("rejected it"), or keeps people out: a reader takes all these
    for denials."""
    group = r.setting.groups.get(clause.index)
    if (
        excluding.keeps_out(r.setting, clause, r.tables.lexicon)
        or denying.undenied(r.setting)
        or (group is not None and group.lemma in r.tables.grammar.turning_down)
    ):
        return True
    voices = r.voices.of.get(clause.index, ())
    verbs = {g.lemma for i, g in r.setting.groups.items() if i != clause.index}
    verbs |= {f.lemma for k, t in enumerate(r.setting.tokens) if k not in clause.tokens for f in t.forms}
    denies = any(r.tables.grammar.reporting.get(verb) == "deny" for verb in verbs)
    return denies and bool(voices) and voices[-1].force == "report"


def _asks(r: Read, clause: Clause) -> bool:
    """Whether a clause of a sentence that ends in a question mark is what is asked: its verb or a question word opens it."""
    if not r.span.quote.rstrip(CLOSING_QUOTES).endswith("?"):
        return False
    words = [k for k in clause.tokens if not r.setting.tokens[k].mark]
    while words and any(
        r.tables.grammar.function[c].at(r.setting.words, words[0]) for c in ("coordinators", "adverbs", "prepositions")
    ):
        words = words[1:]
    asked = bool(words) and r.tables.grammar.function["question_words"].at(r.setting.words, words[0]) > 0
    alone = sum(1 for c in r.clauses if c.finite >= 0) == 1
    return alone or asked or (bool(words) and words[0] == clause.finite)


def _obliged(r: Read, clause: Clause, group: VerbGroup) -> bool:
    """ "Die Firma hat die Kündigungen anzumelden": a form of "have" with nothing but a marked infinitive behind it."""
    tokens, grammar = r.setting.tokens, r.tables.grammar
    if not (grammar.verb_final and group.head == group.finite and "perfect" in tokens[group.head].auxiliary):
        return False
    behind = [k for k in clause.tokens if k > group.head]
    last = next((k for k in reversed(behind) if not tokens[k].mark), -1)
    clear = not any(tokens[k].text == "," or tokens[k].word in grammar.function["purpose"] for k in behind if k < last)
    return clear and last > 0 and verbs.marked_infinitive(last, tokens, grammar)


def ahead(r: Read, clause: Clause, timing: Timing, verdict: status.Verdict) -> Timing:
    """The time of a clause, the next such weekday instead of the last where the clause tells a plan, or leads to the new day
    of what was put off: "De productie wordt donderdag hervat", "auf Samstag verschoben"."""
    group = r.setting.groups.get(clause.index)
    if verdict.status in _TO_COME and verdict.polarity == "positive":
        timing = moving.limited(r.setting, clause, timing)
    if verdict.status is Status.CANCELLED and _had_been_planned(r, clause, timing):
        expr = timing.expr.removesuffix(AHEAD) + NEAREST
        return replace(timing, expr=expr, when=evaluate(expr, r.article.published))
    moved = moving.new_day(r.setting, clause).expr == timing.expr
    back = timing.expr.endswith(BACK) and (moved or timing.expr.startswith("weekday("))
    if group is None or not back:
        return timing
    unmet = {"conditional", "perfect"} <= group.jobs  # "hätte am Samstag stattfinden sollen": it was to be, and was not
    gone_by = unmet or group.past or group.jobs & {"past_perfect", "advised"} or _still_open(r, clause)
    if not moved and (verdict.status is not Status.PLANNED or gone_by):
        return timing
    expr = timing.expr.removesuffix(BACK) + AHEAD
    return replace(timing, expr=expr, when=evaluate(expr, r.article.published))


def called_off(r: Read, clause: Clause, timing: Timing, verdict: status.Verdict) -> Timing:
    """The nearest such weekday for what is called off, where another clause tells in the past for which day it was planned:
    "the meeting that was planned for Thursday did not take place"."""
    then = (c for c in r.clauses if c.index != clause.index and r.timings[c.index].expr == timing.expr)
    if verdict.status is not Status.CANCELLED or not _calls_off_plainly(r, clause, timing):
        return timing
    if not any(_foreseen_then(r, c) for c in then):
        return timing
    expr = timing.expr.removesuffix(AHEAD) + NEAREST
    return replace(timing, expr=expr, when=evaluate(expr, r.article.published))


def _foreseen_then(r: Read, clause: Clause) -> bool:
    """Whether a clause tells in the past what was to be: "stond gepland", "zou gespeeld worden"."""
    group, found = r.setting.groups.get(clause.index), verdict(r, clause)
    if group is None or found is None or found.status not in _TO_COME:
        return False
    return group.past or r.setting.words[group.finite] in r.tables.grammar.status["foreseen_then"]


def _had_been_planned(r: Read, clause: Clause, timing: Timing) -> bool:
    """Whether a clause calls off what was planned for a bare weekday: "the meeting planned for Thursday was cancelled" can be
    told before that Thursday and after it."""
    if not _calls_off_plainly(r, clause, timing):
        return False
    before = asides.former(r.setting.tokens, r.tables.grammar, r.tables.lexicon)
    own = [k for k in clause.tokens if r.setting.tokens[k].timex >= 0]
    return any(k in before or moving.beside_planning(r.setting, clause, k) for k in own)


def _calls_off_plainly(r: Read, clause: Clause, timing: Timing) -> bool:
    """Whether a past tense says of a bare weekday ahead that nothing came of it; of a perfect only that of what has not taken
    place: "has been cancelled" looks ahead."""
    group = r.setting.groups.get(clause.index)
    weekday = timing.expr.startswith("weekday(") and timing.expr.endswith(AHEAD)
    if group is None or not weekday:
        return False
    negated = group.lemma in r.tables.grammar.status["cancelled_negated"]
    return (negated and "perfect" in group.jobs) or (group.past and "perfect" not in group.jobs)


def _still_open(r: Read, clause: Clause) -> bool:
    """Whether the clause around a relative says that a thing still is as it was, for all that was to be by now: "das am Montag
    öffnen sollte, ist noch immer gesperrt"."""
    around = [r.setting.words[k] for c in r.clauses if c.index == clause.parent for k in c.tokens]
    return clause.opener is Opener.RELATIVE and bool(r.tables.grammar.status["ongoing_phrases"].find(around))
