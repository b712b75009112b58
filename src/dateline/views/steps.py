"""The steps by which each kind of record came about, as lines of text: quotes first, then what was made of them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.denial import status_in_words
from dateline.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Event,
    Quantity,
    Reading,
    Relation,
    Row,
    Span,
    Step,
    Story,
    Timex,
)
from dateline.views.content import (
    NOTHING,
    SELF,
    UNNAMED,
    denials,
    denied_as,
    independence,
    name,
    origins,
    outlook,
    solved,
    speakers,
    standing,
    status_of,
    times,
)
from dateline.views.lookup import Lookup, language, outlet
from dateline.views.phrases import described, iso_day
from dateline.views.timeline import entries
from dateline.when import When

Lines = list[str]


def claim(look: Lookup, c: Claim) -> Lines:
    """A claim: its words, who says so, its status, its times, what it was joined with."""
    lines = [f"Claim {c.id}: a {c.kind} of {_called(look, c.span.article)}", "", "In the article's words"]
    lines.append(f"  “{c.span.quote}”, {_place(look, c.span)}")
    if c.sentence and c.sentence != c.span:
        lines.append(f"  in the sentence “{c.sentence.quote}”")
    lines += _voices(look, c)
    lines += ["", "What was made of them"]
    lines.append(
        f"  It is told as {status_in_words(c.status, [c])}" + _because(c.status_why) + f"; {c.polarity}, {c.certainty}."
    )
    lines.append(f"  Its head is {c.predicate!r}" + (f", on {', '.join(c.concepts)}" if c.concepts else "") + ".")
    lines += [f"  It tells of a change: {c.phase}."] * bool(c.phase)
    lines += _time(look, c.span.article, "It holds", c.time, c.time_expr, c.time_why)
    if c.former.known:
        lines += _time(look, c.span.article, "It was planned for", c.former, c.former_expr, "")
    if c.said.known or c.said_expr:
        lines += _time(look, c.span.article, "It was said", c.said, c.said_expr, "")
    lines += [f"  Place: {_entity_name(look, p)}." for p in c.places]
    lines += [f"  {p.role.capitalize()}: “{p.text}”{_named(look, p.entity)}." for p in c.participants]
    lines += [f"  Figure: “{q.span.quote}”, read as {_figure(q)}." for q in c.quantities]
    lines += _expressions(look, c)
    return [*lines, *_joined(look, c), *_troubles(look, c.id, c.span)]


def _voices(look: Lookup, c: Claim) -> Lines:
    if not c.attribution:
        return [f"  Nobody is cited: {SELF} says it."]
    lines = []
    for depth, a in enumerate(c.attribution):
        where = f", {_place(look, a.span)}" if a.span else ""
        verb = "who cites" if depth else "Cited is"
        lines.append(f"  {'  ' * depth}{verb} {_speaker(a)}{_named(look, a.entity)}{where}.")
    return lines


def _speaker(a: Attribution) -> str:
    cue = f", by the word “{a.cue}”" if a.cue else ""
    return f"{f'“{a.source}”' if a.source else UNNAMED} ({a.kind}, {a.mode}{cue})"


def _time(look: Lookup, article: str, verb: str, time: When, expr: str, why: str) -> Lines:
    lines = [f"  {verb}: {described(time)}" + _because(why) + "."]
    if expr:
        lines.append(f"    As a function of the article's day: {expr}.")
        reading = look.readings.get(article)
        if reading and "anchor" in expr:
            day = solved(look, reading.article)
            lines.append(f"    The article's day: {described(day.when)}; explain {article} tells why.")
    return lines


def _expressions(look: Lookup, c: Claim) -> Lines:
    """The time expressions of the claim's sentence."""
    around, reading = c.sentence or c.span, look.readings.get(c.span.article)
    inside = [t for t in reading.timexes if around.start <= t.span.start < around.end] if reading else []
    return [f"  {line.strip()}" for t in inside for line in _expression(t)[:1]]


def _joined(look: Lookup, c: Claim) -> Lines:
    lines: Lines = []
    if c.event in look.events:
        e = look.events[c.event]
        lines.append(f"  Event {e.id}, with {_others(len(e.claims) - 1)}" + _because("; ".join(e.reasons)) + ".")
    if c.track:
        row = look.rows.get(c.track)
        lines.append(f"  Track {c.track}" + (f", on the board as “{row.label}”" if row else ", not on the board") + ".")
    lines += [f"  Origin: {c.origin}."] * bool(c.origin)
    for r in look.brief.relations:
        if c.id in (r.left, r.right):
            other = r.right if r.left == c.id else r.left
            lines.append(f"  {_relation_head(r)}: {_cited(look, other)}" + _because("; ".join(r.reasons)) + ".")
    return ["", "What it was joined with", *lines] if lines else []


def _others(number: int) -> str:
    return "no other claim" if not number else f"{number} other claim{'s' * (number > 1)}"


def article(look: Lookup, reading: Reading) -> Lines:
    """An article: its date as stated, its day as solved, why, and what lost."""
    a = reading.article
    dating = solved(look, a)
    spoken = f"{language(a.lang)} ({a.lang}, {a.lang_score:.2f})" if a.lang else "not known"
    lines = [f"Article {a.id}: {_called(look, a.id)}", "", "In the article's words"]
    lines += [f"  Title: “{a.title}”"] * bool(a.title)
    lines += [f"  Date: “{a.stated}”, found in the {a.dated_by or 'text'}."] if a.stated else ["  It states no date."]
    lines += [
        "",
        "What was made of them",
        f"  Language: {spoken}{'' if a.readable else '; not read: no tables for it'}.",
    ]
    lines.append(f"  The stated date means: {described(a.published)}.")
    lines.append(f"  Published: {described(dating.when)}{', inferred' if dating.inferred else ''}.")
    lines += _pros(dating.reasons, dating.against, "  ")
    if len(dating.days) > 1:
        lines.append(f"  Days that survive, best first: {', '.join(dating.days)}.")
    for rival in dating.rivals:
        lines += [f"  A rival that lost: {described(rival.when)}.", *_pros(rival.reasons, rival.against, "    ")]
    lines += [f"  Read in it: {len(reading.claims)} claims, {len(reading.timexes)} time expressions."]
    if a.id in look.story_of:
        lines.append(f"  Story: {look.story_of[a.id]}.")
    if reading.timexes:
        lines += [
            "",
            "Its time expressions",
            *(f"  {a.id}:{t.span.start} {_expression(t)[0]}" for t in reading.timexes),
        ]
    return [*lines, *_troubles(look, a.id, None)]


def timex(look: Lookup, t: Timex) -> Lines:
    """A time expression: its words, rule and anchor, and what that gives now."""
    head = f"Time expression {t.span.article}:{t.span.start} of {_called(look, t.span.article)}"
    lines = [head, "", f"  {_expression(t)[0]}", *(f"    {line}" for line in _expression(t)[1:])]
    reading = look.readings.get(t.span.article)
    if reading and t.anchor != "none":
        lines.append(f"    The article's day: {described(solved(look, reading.article).when)}.")
    users = [c for c in (reading.claims if reading else ()) if c.span.start <= t.span.start < c.span.end]
    return [*lines, *(f"  Used by {_cited(look, c.id)}." for c in users), *_troubles(look, "", t.span)]


def _expression(t: Timex) -> Lines:
    value = f"{t.value}{f' ({t.mod})' if t.mod else ''}"
    lines = [f"“{t.span.quote}” is a {t.type} with the value {value}: {described(t.when)}."]
    lines += [f"Rule: {t.rule}."] * bool(t.rule)
    hangs = {"dct": "the day of the article", "none": "nothing, it is absolute"}.get(t.anchor, t.anchor)
    lines.append(f"It hangs on {hangs}" + (f"; as a function of the day: {t.expr}." if t.expr else "."))
    return [*lines, *["The words are vague, so the time has soft edges."] * t.vague]


def relation(look: Lookup, r: Relation) -> Lines:
    """A relation: both sides, what it is about, the reasons and their sum, independence."""
    lines = [f"Relation {r.left}~{r.right}: {_relation_head(r)}"]
    for key, title in zip((r.left, r.right), _sides(look, r), strict=True):
        lines += ["", title]
        lines += [
            f"  {_cited(look, key)}",
            *(f"  {status_in_words(c.status, [c])}, {described(c.time)}" for c in look.known((key,))),
        ]
    lines += ["", f"The reasons, which add up to {r.score:g}", *(f"  {reason}" for reason in r.reasons)]
    return [*lines, f"  {independence(r).capitalize()}.", *_troubles(look, f"{r.left}~{r.right}", None)]


def _sides(look: Lookup, r: Relation) -> tuple[str, str]:
    """What the two sides are called: older and newer only where the days of their articles lie apart."""
    left, right = (look.dated(a).begin for c in look.known((r.left, r.right)) if (a := look.article(c.span.article)))
    if left.known and right.known and left.hi < right.lo:
        return "The older side", "The newer side"
    if left.known and right.known and right.hi < left.lo:
        return "The newer side", "The older side"
    return "One side", "The other side"


def event(look: Lookup, e: Event) -> Lines:
    """An event: its claims, why they belong together, its history."""
    lines = [f"Event {e.id}: “{e.title}”", "", f"  {status_of(look, e).capitalize()}: {described(e.time)}."]
    lines += [f"  {entry.order.value.capitalize()} against the line above it." for entry in entries(look.brief)
              if entry.event.id == e.id and entry.order.value.endswith("sure")]  # fmt: skip
    lines.append(f"  {e.origins} independent {'origin' if e.origins == 1 else 'origins'}.")
    lines += ["", "Its claims", *(f"  {_cited(look, key)}" for key in e.claims)]
    if e.reasons:
        lines += ["", f"Why they belong together, sure to {e.sureness:.0%}", *(f"  {reason}" for reason in e.reasons)]
    lines += ["", "Its history", *(f"  {_step(look, step)}" for step in e.history)]
    return [*lines, *_troubles(look, e.id, None)]


def _step(look: Lookup, step: Step) -> str:
    return (
        f"{status_in_words(step.status, look.known(step.claims))}: {described(step.time)}, by {', '.join(step.claims)}"
    )


def row(look: Lookup, r: Row) -> Lines:
    """A row of the board: how it stands, by which words, since when, and what came before."""
    words = _cited(look, r.state_claim) if r.state_claim in look.claims else f"“{r.state}”"
    lines = [f"Board row {r.track}: {r.label}, as of {iso_day(look.brief.as_of)}", ""]
    if not r.claims:
        return [*lines, f"  {NOTHING}.", *(f"  {reason}." for reason in r.reasons), *_troubles(look, r.track, None)]
    lines += [f"  It stands as {words}.", *[f"  Status: {standing(look, r)}."] * bool(standing(look, r))]
    lines += [f"  {label}: {described(at)}." for label, at in times(look, r)]
    lines += [f"  {denied_as(line)}: {_cited(look, line.claim.id)}." for line in denials(look, r)]
    lines.append(f"  Last confirmed by another origin: {described(r.last_confirmed)}.")
    lines.append(f"  Last repeated: {described(r.last_repeated)}.")
    lines += [f"  According to: {'; '.join(speakers(look, r))}."] * bool(r.according_to)
    lines.append(f"  Origins: {origins(r)}.")
    lines += ["  Contested: see the contradictions among its claims."] * r.contested
    lines += [f"  {label}: {described(d.time)}, by {', '.join(d.claims)}." for label, d in outlook(r)]
    if r.reasons:
        lines += ["", "Why these claims are one track", *(f"  {reason}" for reason in r.reasons)]
    if r.history:
        states = (
            f"  {word}{f', {s.phase}' if s.phase else ''}: “{s.text}”, {described(s.time)}"
            for s in r.history
            for word in [status_in_words(s.status, look.known(s.claims))]
        )
        lines += ["", "Its states", *states]
    return [*lines, "", "Its claims", *(f"  {_cited(look, key)}" for key in r.claims), *_troubles(look, r.track, None)]


def story(look: Lookup, s: Story) -> Lines:
    """A story: its articles and why they belong together."""
    lines = [f"Story {s.id}: “{s.title}”", "", f"  Languages: {', '.join(language(x) for x in s.languages)}."]
    lines += ["", "Its articles", *(f"  {key}: {_called(look, key)}" for key in s.articles)]
    if s.reasons:
        lines += ["", "Why they belong together", *(f"  {reason}" for reason in s.reasons)]
    return [*lines, *_troubles(look, s.id, None)]


def entity(look: Lookup, e: Entity) -> Lines:
    """An entity: its names, where it is named, and the judgements that joined the mentions."""
    lines = [f"Entity {e.id}: {name(e)} ({e.kind})", ""]
    lines += [f"  {language(lang)}: {written}" for lang, written in e.names]
    lines += [f"  {scheme}: {value}" for scheme, value in e.identifiers]
    lines += [f"  Within: {_entity_name(look, key)}." for key in e.within]
    mentions = [m for r in look.brief.readings for m in r.mentions if m.entity == e.id]
    spans = {m.span for m in mentions}
    told = (f"  “{m.span.quote}”, {_place(look, m.span)}" + _because("; ".join(m.reasons)) for m in mentions)
    lines += ["", "Where it is named", *told] if mentions else []
    links = [x for x in look.brief.links if x.left in spans or x.right in spans]
    if links:
        lines += ["", "Judgements"]
    for x in links:
        lines.append(f"  “{x.left.quote}” and “{x.right.quote}”: {x.judgement}" + _because("; ".join(x.reasons)))
    return [*lines, *_troubles(look, e.id, None)]


def _called(look: Lookup, key: str) -> str:
    found: Article | None = look.article(key)
    return outlet(found) if found else key


def _place(look: Lookup, span: Span) -> str:
    return f"characters {span.start}–{span.end} of {_called(look, span.article)}"


def _cited(look: Lookup, key: str) -> str:
    found = look.claims.get(key)
    return f"{key} “{found.span.quote}” ({_called(look, found.span.article)})" if found else key


def _entity_name(look: Lookup, key: str) -> str:
    return f"{name(look.entities[key])} ({key})" if key in look.entities else key


def _named(look: Lookup, key: str) -> str:
    return f", taken as {_entity_name(look, key)}" if key else ""


def _because(why: str) -> str:
    return f" — {why}" if why else ""


def _relation_head(r: Relation) -> str:
    return f"{r.kind}{f' on {r.on}' if r.on else ''}, {independence(r)}"


def _figure(q: Quantity) -> str:
    unit = f" {q.unit}" if q.unit else ""
    of = f" of “{q.of}”" if q.of else ""
    if q.value is not None:
        return f"{q.value:g}{unit}{of}"
    low, high = (f"{x:g}" if x is not None else "any" for x in (q.low, q.high))
    return f"from {low} to {high}{unit}{of}"


def _pros(reasons: Iterable[str], against: Iterable[str], indent: str) -> Lines:
    return [*(f"{indent}For it: {r}." for r in reasons), *(f"{indent}Against it: {r}." for r in against)]


def _troubles(look: Lookup, key: str, span: Span | None) -> Lines:
    """Problems about this record, or about words inside its span."""
    about = [
        p for p in look.brief.problems
        if (key and p.subject == key)
        or (span and p.span and p.span.article == span.article and span.start <= p.span.start < span.end)
    ]  # fmt: skip
    told = (f"  {p.code} ({p.stage}): {p.message}{f' “{p.span.quote}”' if p.span else ''}" for p in about)
    return ["", "Problems", *told] if about else []
