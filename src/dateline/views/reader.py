"""The full text of every article, cut at the ends of all evidence, so that any quote can be marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Article, Brief, Part, Reading, Span
from dateline.views.content import shelf, solved, stated
from dateline.views.lookup import Lookup, language, outlet
from dateline.views.markup import Attribute, Markup, join, tag
from dateline.views.phrases import phrase
from dateline.views.visible import one_line


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article that no evidence begins or ends in. `cited` where some claim covers it."""

    start: int
    text: str
    part: Part
    cited: bool


def pieces(reading: Reading, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The article's text in order, complete, cut at the ends of these spans and of headings, captions and credits.

    Joined again, the pieces are the text; the pieces from `span.start` up to `span.end` are its quote.
    """
    body, here = reading.article.text, [s for s in spans if s.article == reading.article.id]
    parts = [s for s in reading.sentences if s.part is not Part.SENTENCE]
    cuts = {0, len(body), *(x for s in here for x in (s.start, s.end)), *(x for s in parts for x in (s.start, s.end))}
    places = sorted(x for x in cuts if 0 <= x <= len(body))
    kinds = {x: s.part for s in parts for x in places if s.start <= x < s.end}
    depth = _depths(here)
    made, open_claims = [], 0
    for start, end in pairwise(places):
        open_claims += depth.get(start, 0)
        made.append(Piece(start, body[start:end], kinds.get(start, Part.SENTENCE), open_claims > 0))
    return tuple(made)


def _depths(spans: Iterable[Span]) -> dict[int, int]:
    """By place, how many spans begin there less how many end."""
    depth: dict[int, int] = {}
    for s in spans:
        depth[s.start] = depth.get(s.start, 0) + 1
        depth[s.end] = depth.get(s.end, 0) - 1
    return depth


def evidence(brief: Brief) -> dict[str, tuple[Span, ...]]:
    """By article, every span that a line of the page can open."""
    found: dict[str, set[Span]] = {}
    for reading in brief.readings:
        found.setdefault(reading.article.id, set()).update(c.span for c in reading.claims)
    for problem in brief.problems:
        if problem.span:
            found.setdefault(problem.span.article, set()).add(problem.span)
    return {key: tuple(sorted(spans)) for key, spans in found.items()}


def anchors(brief: Brief) -> dict[str, str]:
    """By article, the short name its section has on the page."""
    return {reading.article.id: f"a{i}" for i, reading in enumerate(brief.readings, 1)}


def link(anchor: str, span: Span, lang: str, words: str = "") -> Markup:
    """The quote (or other words for it) as a link that opens it; without scripts it leads to the place all the same."""
    shown = words or tag("span", "“", one_line(span.quote), "”", lang=lang, dir="auto")
    place: dict[str, Attribute] = {"data_a": anchor, "data_s": span.start, "data_e": span.end}
    label = f"{words}: {one_line(span.quote)}" if words else None
    return tag("a", shown, class_="q", href=f"#{anchor}-{span.start}", aria_label=label, **place)


def articles(look: Lookup) -> Markup:
    """One section an article, by their day."""
    spans, names = evidence(look.brief), anchors(look.brief)
    return join(_article(look, r, spans.get(r.article.id, ()), names[r.article.id]) for r in shelf(look))


def index(look: Lookup) -> Markup:
    """Every article by name, to be opened."""
    names = anchors(look.brief)
    return tag("ul", *(_entry(look, r.article, names[r.article.id]) for r in shelf(look)), class_="index")


def _entry(look: Lookup, article: Article, anchor: str) -> Markup:
    name = tag("a", tag("bdi", outlet(article)), href=f"#{anchor}", data_a=anchor)
    return tag("li", name, tag("span", meta(look, article)))


def _article(look: Lookup, reading: Reading, spans: tuple[Span, ...], anchor: str) -> Markup:
    article = reading.article
    body = tag(
        "div", *(_piece(p, anchor) for p in pieces(reading, spans)), class_="text", lang=article.lang, dir="auto"
    )
    head = tag("h3", outlet(article), id=f"{anchor}-head", dir="auto")
    title = tag("p", article.title, class_="title", lang=article.lang, dir="auto") if article.title else None
    return tag("article", head, title, tag("p", meta(look, article), class_="meta"), body, id=anchor)


def meta(look: Lookup, article: Article) -> Markup:
    """What is known of an article in one line: language, stated date, solved date."""
    dating = solved(look, article)
    spoken = language(article.lang) or "Language not known"
    day = f"published {phrase(dating.when)}, worked out" if dating.inferred else None
    return join((p for p in (spoken, stated(article), day) if p), " · ")


def _piece(piece: Piece, anchor: str) -> Markup:
    names = [piece.part.value] * (piece.part is not Part.SENTENCE) + ["cited"] * piece.cited
    kind = " ".join(names) or None
    return tag("span", piece.text, id=f"{anchor}-{piece.start}", class_=kind, data_o=piece.start)
