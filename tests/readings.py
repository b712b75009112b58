"""Readings written in one line a claim, for the tests of what happens between articles.

    report("a", "2023-08-27", "plane leaves | flight depart happened | weekday(2) before anchor | agent=air-x")

Fields: the words; concepts, a phase and a status in any order (a word that is no status and no phase is a concept);
the time expression; roles and entities (`source=x` is who says it, `place=x` a place); figures as `52 passenger` or
`1000.. worker`. Fields may be left out from the right or be empty.
"""

from __future__ import annotations

from dateline import edtf, expr
from dateline.ids import article_id, claim_id
from dateline.model import (
    Article,
    Attribution,
    Claim,
    Kind,
    Mention,
    Part,
    Participant,
    Quantity,
    Reading,
    Sentence,
    SourceKind,
    Span,
    Status,
)

PHASES = frozenset(
    {
        *("open", "close", "ease", "tighten", "start", "stop", "resume", "allow", "ban", "lift", "plan", "cancel"),
        *("postpone", "rise", "fall", "continue", "arrive", "depart", "send", "return", "attend", "require", "impose"),
        *("die", "end", "agree"),
    }
)


def report(name: str, day: str, *lines: str, lang: str = "xx", title: str = "", source: str = "") -> Reading:
    """A reading of an article of that day ("" for none) with one claim a line; its id follows from name and text."""
    parts = [[f.strip() for f in line.split("|")] + [""] * 4 for line in lines]
    text = "\n\n".join(p[0] for p in parts)
    source = source or f"{name}.example"
    key = article_id(source, name, text)
    published = edtf.read(day)
    article = Article(
        key,
        text,
        source,
        name,
        title=title,
        lang=lang,
        stated=day,
        published=published,
        dated_by="header" if day else "",
    )
    claims, sentences, at = [], [], 0
    for paragraph, fields in enumerate(parts):
        span = Span(key, at, at + len(fields[0]), fields[0])
        sentences.append(Sentence(span.start, span.end, Part.SENTENCE, paragraph))
        claims.append(_claim(span, fields, article, lang))
        at = span.end + 2
    mentions = tuple(
        Mention(c.span, "MISC", entity=e)
        for c in claims
        for e in sorted({*c.places, *(p.entity for p in c.participants)})
    )
    return Reading(article, tuple(sentences), (), mentions, tuple(claims))


def _claim(span: Span, fields: list[str], article: Article, lang: str) -> Claim:
    words = fields[1].split()
    statuses = [w for w in words if w in set(Status)]
    phases = [w for w in words if w in PHASES]
    kinds = [w for w in words if w == "question"]
    concepts = tuple(w for w in words if w not in {*statuses, *phases, *kinds})
    roles = [tuple(r.split("=", 1)) for r in fields[3].split()]
    sources = [e for r, e in roles if r == "source"]
    parts = tuple(Participant(r, e, span, e) for r, e in roles if r not in ("source", "place"))
    places = tuple(sorted({e for r, e in roles if r in ("place", "origin", "destination")}))
    return Claim(
        id=claim_id(span.article, span.start, span.end, 0),
        span=span,
        lang=lang,
        kind=Kind.QUESTION if kinds else Kind.REPORT,
        predicate=phases[0] if phases else "be",
        status=Status(statuses[0]) if statuses else Status.HAPPENED,
        attribution=tuple(Attribution(s, SourceKind.OFFICIAL, "say", s) for s in sources),
        time=expr.evaluate(fields[2], article.published),
        time_expr=fields[2],
        concepts=concepts,
        phase=phases[0] if phases else "",
        places=places,
        participants=parts,
        quantities=_figures(fields[4], span),
    )


def _figures(field: str, span: Span) -> tuple[Quantity, ...]:
    if not field:
        return ()
    figure, of = field.split()
    if figure.endswith(".."):
        return (Quantity(span, None, float(figure[:-2]), None, "", of),)
    return (Quantity(span, float(figure), float(figure), float(figure), "", of),)
