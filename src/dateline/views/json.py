"""The brief as one JSON object, schema "dateline/1". Other programs rely on every name: schema/brief.schema.json."""

from __future__ import annotations

import math
import re
from typing import Any

from dateline import edtf
from dateline.model import (
    Article,
    Attribution,
    Brief,
    Claim,
    Dating,
    Due,
    Entity,
    Event,
    Link,
    Participant,
    Problem,
    Quantity,
    Relation,
    Rival,
    Row,
    Span,
    State,
    Step,
    Story,
    Timex,
)
from dateline.views.lookup import Lookup, lookup
from dateline.views.written import written
from dateline.when import When

SCHEMA = "dateline/1"

Object = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(brief: Brief) -> str:
    """One JSON object with a newline at its end; equal briefs give equal text. All offsets are code points."""
    text = written(content(brief))
    # A lone surrogate is no character and no UTF-8 file can hold it; JSON can say it by its number.
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def content(brief: Brief) -> Object:
    """The same as plain dicts, lists, strings and numbers."""
    look = lookup(brief)
    claims = sorted(look.claims.values(), key=lambda c: (c.span, c.id))
    return {
        "schema": SCHEMA,
        "as_of": brief.as_of or None,
        "articles": [_article(look, key) for key in sorted(look.readings)],
        "timexes": [_timex(t) for t in sorted((t for r in brief.readings for t in r.timexes), key=lambda t: t.span)],
        "entities": [_entity(e) for e in sorted(_used(brief), key=lambda e: e.id)],
        "links": [_link(x) for x in sorted(brief.links, key=lambda x: (x.left, x.right))],
        "claims": [_claim(c) for c in claims],
        "events": [_event(e) for e in sorted(brief.events, key=lambda e: (e.time.sort_key, e.id))],
        "relations": [_relation(r) for r in sorted(brief.relations, key=lambda r: (r.left, r.right, r.kind))],
        "stories": [_story(s) for s in sorted(brief.stories, key=lambda s: s.id)],
        "board": [_row(r, look) for r in brief.board],
        "problems": [_problem(p) for p in sorted(brief.problems, key=_problem_place)],
        "models": list(brief.models),
        "possibly_published": list(brief.possibly_published),
    }


def when(time: When) -> Object:
    """The EDTF string of a time and its outer days, null where unknown or open."""
    first, last = time.earliest, time.latest
    return {
        "edtf": edtf.write(time) or None,
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
    }


def _used(brief: Brief) -> list[Entity]:
    """Entities that some mention or claim of the brief names; a gazetteer's other entries are not printed."""
    ids = {m.entity for r in brief.readings for m in r.mentions}
    for claim in (c for r in brief.readings for c in r.claims):
        ids.update(claim.places)
        ids.update(p.entity for p in claim.participants)
        ids.update(a.entity for a in claim.attribution)
    return [e for e in brief.entities if e.id in ids]


def _number(value: float | None) -> float | int | None:
    """JSON has no infinity; whole numbers are written whole."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else value


def _place(span: Span | None) -> Object:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _article(look: Lookup, key: str) -> Object:
    a: Article = look.readings[key].article
    return {
        "id": a.id,
        "path": a.path,
        "source": a.source,
        "url": a.url,
        "title": a.title,
        "author": a.author,
        "lang": a.lang,
        "lang_score": a.lang_score,
        "readable": a.readable,
        "offset": a.offset,
        "length": len(a.text),
        "stated": a.stated,
        "dated_by": a.dated_by,
        "published": when(a.published),
        "retrieved": when(a.retrieved),
        "work": a.work,
        "story": look.story_of.get(a.id),
        "dating": _dating(look.datings.get(a.id) or Dating(a.id, a.published, (), ())),
    }


def _dating(d: Dating) -> Object:
    return {
        **when(d.when),
        "days": list(d.days),
        "inferred": d.inferred,
        "reasons": list(d.reasons),
        "against": list(d.against),
        "rivals": [_rival(r) for r in d.rivals],
    }


def _rival(r: Rival) -> Object:
    return {**when(r.when), "reasons": list(r.reasons), "against": list(r.against)}


def _timex(t: Timex) -> Object:
    return {
        "article": t.span.article,
        **_place(t.span),
        "text": t.span.quote,
        "type": t.type,
        "value": t.value,
        "mod": t.mod,
        **when(t.when),
        "anchor": t.anchor,
        "expr": t.expr,
        "rule": t.rule,
        "vague": t.vague,
        "shift": t.shift,
    }


def _entity(e: Entity) -> Object:
    names: dict[str, str] = {}
    for lang, name in sorted(e.names, key=lambda n: n[0]):
        names.setdefault(lang, name)
    return {
        "id": e.id,
        "kind": e.kind,
        "names": names,
        "identifiers": dict(sorted(e.identifiers)),
        "within": list(e.within),
    }


def _link(x: Link) -> Object:
    return {
        "left": {"article": x.left.article, **_place(x.left), "text": x.left.quote},
        "right": {"article": x.right.article, **_place(x.right), "text": x.right.quote},
        "judgement": x.judgement.value,
        "reasons": list(x.reasons),
    }


def _claim(c: Claim) -> Object:
    return {
        "id": c.id,
        "article": c.span.article,
        **_place(c.span),
        "quote": c.span.quote,
        "sentence": _place(c.sentence),
        "lang": c.lang,
        "kind": c.kind.value,
        "predicate": c.predicate,
        "concepts": list(c.concepts),
        "phase": c.phase,
        "status": c.status.value,
        "status_why": c.status_why,
        "polarity": c.polarity,
        "certainty": c.certainty,
        "attribution": [_attribution(a) for a in c.attribution],
        "said": when(c.said),
        "said_expr": c.said_expr,
        "time": when(c.time),
        "time_expr": c.time_expr,
        "time_why": c.time_why,
        "former": when(c.former),
        "former_expr": c.former_expr,
        "origin": c.origin,
        "places": list(c.places),
        "participants": [_participant(p) for p in c.participants],
        "quantities": [_quantity(q) for q in c.quantities],
        "event": c.event or None,
        "track": c.track or None,
    }


def _attribution(a: Attribution) -> Object:
    return {
        "source": a.source,
        "kind": a.kind.value,
        "cue": a.cue,
        "mode": a.mode,
        "entity": a.entity or None,
        **_place(a.span),
    }


def _participant(p: Participant) -> Object:
    return {"role": p.role, "text": p.text, "entity": p.entity or None, **_place(p.span)}


def _quantity(q: Quantity) -> Object:
    numbers = {"value": _number(q.value), "low": _number(q.low), "high": _number(q.high)}
    return {**numbers, "unit": q.unit, "of": q.of, "text": q.span.quote, **_place(q.span)}


def _event(e: Event) -> Object:
    return {
        "id": e.id,
        "title": e.title,
        "time": when(e.time),
        "status": e.status.value,
        "history": [_step(s) for s in e.history],
        "claims": list(e.claims),
        "origins": e.origins,
        "sureness": e.sureness,
        "reasons": list(e.reasons),
    }


def _step(s: Step) -> Object:
    return {"status": s.status.value, "time": when(s.time), "claims": list(s.claims)}


def _relation(r: Relation) -> Object:
    return {
        "kind": r.kind.value,
        "left": r.left,
        "right": r.right,
        "on": r.on,
        "independent": r.independent.value,
        "score": _number(r.score),
        "reasons": list(r.reasons),
    }


def _story(s: Story) -> Object:
    return {
        "id": s.id,
        "title": s.title,
        "articles": list(s.articles),
        "languages": list(s.languages),
        "reasons": list(s.reasons),
    }


def _due(d: Due) -> Object:
    return {"time": when(d.time), "claims": list(d.claims)}


def _state(s: State) -> Object:
    return {
        "text": s.text,
        "status": s.status.value,
        "phase": s.phase,
        "time": when(s.time),
        "claims": list(s.claims),
    }


def _row(r: Row, look: Lookup) -> Object:
    shown = look.claims.get(r.state_claim)
    return {
        "track": r.track,
        "label": r.label,
        "state": r.state,
        "state_claim": r.state_claim or None,
        "status": shown.status.value if shown else None,
        "planned_for": when(r.planned_for),
        "since": when(r.since),
        "last_confirmed": when(r.last_confirmed),
        "last_repeated": when(r.last_repeated),
        "according_to": list(r.according_to),
        "origins": r.origins,
        "origins_dependent": r.origins_dependent,
        "origins_unknown": r.origins_unknown,
        "contested": r.contested,
        "denied": list(r.denied),
        "pinned": r.pinned,
        "next": _due(r.next) if r.next else None,
        "overdue": [_due(d) for d in r.overdue],
        "history": [_state(s) for s in r.history],
        "claims": list(r.claims),
        "reasons": list(r.reasons),
    }


def _problem_place(p: Problem) -> tuple[str, str, str, str, Span]:
    return p.subject, p.stage, p.code, p.message, p.span or Span("", 0, 0, "")


def _problem(p: Problem) -> Object:
    span = {"article": p.span.article, **_place(p.span), "quote": p.span.quote} if p.span else None
    return {"code": p.code, "stage": p.stage, "subject": p.subject, "message": p.message, "span": span}
