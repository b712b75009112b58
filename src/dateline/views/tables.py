"""The parts that the page's sections are built of: headings, tables, times, quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline import edtf
from dateline.model import Brief
from dateline.views.content import Quote
from dateline.views.lookup import Lookup, lookup
from dateline.views.markup import Attribute, Child, Markup, join, tag
from dateline.views.phrases import Sureness, phrase, sureness
from dateline.views.reader import anchors, link
from dateline.when import When

_SIGNS = {Sureness.DAY: "●", Sureness.ONE_OF: "◌", Sureness.LASTING: "━", Sureness.UNKNOWN: "?"}

Headings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A brief, indexed, and the short names of its articles on the page."""

    look: Lookup
    anchors: dict[str, str]


def sheet(brief: Brief) -> Sheet:
    """The sheet of a brief."""
    return Sheet(lookup(brief), anchors(brief))


def section(name: str, title: str, *body: Child) -> Markup:
    """A section under a heading, reached by "#name"."""
    return tag("section", tag("h2", title, id=f"{name}-head"), *body, id=name, aria_labelledby=f"{name}-head")


def table(caption: str, headings: Headings, rows: Iterable[Child], name: str) -> Markup:
    """A table. A heading is (group, column): the group says whose words stand there, "" for neither.

    On a narrow page the style sheet stacks the cells, which takes a table's roles away in some browsers: hence the
    roles spelled out here and below.
    """
    heads = (
        tag("th", tag("span", group, class_="whose") if group else None, column, scope="col", role="columnheader")
        for group, column in headings
    )
    head = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    body = tag("tbody", *rows, role="rowgroup")
    return tag("table", tag("caption", caption), head, body, class_=name, role="table")


def row(name: Child, *cells: Child, **attributes: Attribute) -> Markup:
    """A row: the cell that names it, then the others."""
    return tag("tr", tag("th", name, scope="row", role="rowheader"), *cells, role="row", **attributes)


def cell(label: str, *body: Child, words: bool = False) -> Markup:
    """A cell. `words` marks the words of sources.

    `label` stands before it where cells are stacked; "" where the cell says itself what it holds.
    """
    return tag("td", *body, role="cell", data_label=label or None, class_="words" if words else "found")


def lines(items: Iterable[Child], name: str = "plain") -> Markup | None:
    """A list; None where it would be empty."""
    made = [tag("li", item) for item in items]
    return tag("ul", *made, class_=name) if made else None


def fact(label: str, *body: Child) -> Markup:
    """A labelled line of what was worked out."""
    return tag("p", tag("span", label, class_="label"), " ", *body, class_="fact")


def folded(title: str, *body: Child) -> Markup:
    """What is shown on demand."""
    return tag("details", tag("summary", title), *body)


def time(when: When) -> Markup:
    """A time in words, a sign for its kind before it, its EDTF string behind it unless it is simply a day."""
    sure = sureness(when)
    sign = tag("span", _SIGNS[sure], class_="sign", aria_hidden="true")
    written = edtf.write(when)
    code = join((" ", tag("code", written, class_="edtf"))) if written and sure is not Sureness.DAY else None
    return tag("span", sign, tag("span", phrase(when)), code, class_=f"time {sure.name.lower()}")


def said(page: Sheet, line: Quote) -> Markup:
    """A quote that opens its article, and under it who says so, where."""
    opened = link(page.anchors[line.article.id], line.claim.span, line.claim.lang)
    who = join((tag("span", line.who, lang=line.claim.lang, dir="auto"), ", in ")) if line.claim.attribution else None
    place = (tag("bdi", line.outlet), ", ", tag("bdi", line.dated, class_="dated"))
    byline = tag("span", who, *place, class_="byline")
    against = tag("span", line.against, dir="auto", class_="byline") if line.against else None
    return tag("div", opened, against, byline, class_="said")
