"""The brief as Markdown (CommonMark with GitHub's tables and footnotes). Every quote is a footnote with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.denial import status_in_words
from dateline.model import Article, Brief, Problem, Row
from dateline.views.content import (
    NOTHING,
    UNCONFIRMED,
    WORDS,
    WORKED_OUT,
    Conflict,
    Quote,
    boundary,
    confirmation,
    conflicts,
    course_of,
    denials,
    denied_as,
    independence,
    kinds,
    origins,
    outlook,
    quotes,
    shelf,
    solved,
    speakers,
    standing,
    status_of,
    times,
)
from dateline.views.lookup import Lookup, language, lookup, outlet
from dateline.views.phrases import described, in_words, iso_day
from dateline.views.timeline import Entry, Order, entries
from dateline.views.visible import one_line

# Backslash escapes are CommonMark's (https://spec.commonmark.org/0.31.2/#backslash-escapes). The colon and the dot
# stop bare addresses from becoming links; "&" stops entities; "$" stops formulas where a reader knows them; what
# stands first on a line could open a list or a heading.
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>|~#&!^$:@]|(?<=www)\.|^[-+=]")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    """Text of an article on one line, shown as it is: nothing in it is markup any more.

    >>> print(escaped("<b>*stars*</b>"), escaped("1. no list"))
    \\<b\\>\\*stars\\*\\</b\\> 1\\. no list
    """
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", one_line(text)))


@dataclass(frozen=True, slots=True)
class _Notes:
    """Footnotes in order of first use: claim id to quote. Filled while the page is written."""

    numbers: dict[str, int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def cite(self, quote: Quote) -> str:
        """The reference of a claim, its footnote written at first use."""
        span = quote.claim.span
        if quote.claim.id not in self.numbers:
            self.numbers[quote.claim.id] = len(self.numbers) + 1
            place = f"characters {span.start}–{span.end}, {quote.claim.id}"
            self.lines.append(
                f"[^{len(self.numbers)}]: “{escaped(quote.words)}” — {escaped(quote.byline)}; {escaped(place)}"
            )
        return f"[^{self.numbers[quote.claim.id]}]"


def render(brief: Brief) -> str:
    """The whole brief as one Markdown text that ends with a newline."""
    look, notes = lookup(brief), _Notes()
    parts = [
        f"# What stands as of {iso_day(brief.as_of) or 'no known day'}",
        boundary(brief),
        UNCONFIRMED,
        "## Board",
        _board(look, notes),
        "## Timeline",
        _timeline(look, notes),
        "## Disagreements",
        _conflicts(look, notes),
        "## Articles and their dates",
        *(_article(look, r.article) for r in shelf(look)),
        "## Problems",
        "\n".join(_problem(p) for p in brief.problems) or "None.",
        "\n".join(notes.lines),
    ]
    return "\n\n".join(p for p in parts if p) + "\n"


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(headings)
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _said(line: Quote, notes: _Notes) -> str:
    against = f" {escaped(line.against)}" if line.against else ""
    return f"“{escaped(line.words)}”{against} — {escaped(line.who if line.claim.attribution else line.outlet)}{notes.cite(line)}"


def _lines(parts: Iterable[str]) -> str:
    # A table cell holds one line; <br> is the one tag this page writes, and no text of an article can.
    return "<br>".join(parts)


def _board(look: Lookup, notes: _Notes) -> str:
    rows = [(f"**{escaped(r.label)}**", _stands(look, r, notes), _found(look, r)) for r in look.brief.board]
    if not rows:
        return "No row: nothing in these articles changes or keeps a state."
    return _table(("Subject", WORDS, WORKED_OUT), rows)


def _stands(look: Lookup, row: Row, notes: _Notes) -> str:
    lines = [_said(line, notes) for line in quotes(look, (row.state_claim,))] or [_no_claim(row)]
    lines += [f"{denied_as(line)}: {_said(line, notes)}" for line in denials(look, row)]
    for label, due in outlook(row):
        lines += [f"{label}: {_said(line, notes)}" for line in quotes(look, due.claims)]
    return _lines(lines)


def _no_claim(row: Row) -> str:
    return f"“{escaped(row.state)}”" if row.state else NOTHING


def _found(look: Lookup, row: Row) -> str:
    lines = ["Pinned"] * row.pinned + ["**Contested**"] * row.contested
    lines += [f"Status: {standing(look, row)}"] * bool(standing(look, row))
    lines += [f"{label}: {escaped(described(time))}" for label, time in times(look, row)]
    if row.according_to:
        lines.append(f"According to: {escaped('; '.join(speakers(look, row)))}")
    lines += [UNCONFIRMED] * bool(row.claims and not row.last_confirmed.known)
    lines += [f"{label}: {escaped(described(time))}" for label, time in confirmation(row)]
    lines += [f"Origins: {origins(row)}"] * bool(row.claims)
    lines += [f"{label}: {escaped(described(due.time))}" for label, due in outlook(row)]
    return _lines(lines)


def _timeline(look: Lookup, notes: _Notes) -> str:
    lines = entries(look.brief)
    if not lines:
        return "No event."
    rows = ((_when(e), _status(look, e), _evidence(look, e, notes)) for e in lines)
    return _table((f"{WORKED_OUT}: when", "status", WORDS), rows)


def _when(entry: Entry) -> str:
    words = f"*{entry.sureness}*: {escaped(described(entry.time))}"
    return _lines([words, f"({Order.UNSURE})"]) if entry.order is Order.UNSURE and entry.time.known else words


def _status(look: Lookup, entry: Entry) -> str:
    lines = [f"**{status_of(look, entry.event)}**", f"by {kinds(quotes(look, entry.event.claims))}"]
    course = course_of(look, entry.event)
    lines += [" → ".join(course)] * (len(course) > 1)
    return _lines(lines)


def _evidence(look: Lookup, entry: Entry, notes: _Notes) -> str:
    return _lines(_said(line, notes) for line in quotes(look, entry.event.claims))


def _conflicts(look: Lookup, notes: _Notes) -> str:
    found = conflicts(look)
    if not found:
        return "None found."
    rows = ((_said(c.left, notes), _said(c.right, notes), _dispute(c)) for c in found)
    return _table((f"{WORDS}: one side", f"{WORDS}: the other", WORKED_OUT), rows)


def _dispute(conflict: Conflict) -> str:
    relation = conflict.relation
    sides = (("One side", conflict.left.claim), ("The other", conflict.right.claim))
    return _lines(
        [
            f"**They disagree on {escaped(relation.on or 'what happened')}**",
            *(f"{label}: {status_in_words(c.status, [c])}, {escaped(described(c.time))}" for label, c in sides),
            *(f"Because {escaped(reason)}" for reason in relation.reasons),
            independence(relation),
        ]
    )


def _article(look: Lookup, article: Article) -> str:
    dating = solved(look, article)
    spoken = language(article.lang) or "language not known"
    lines = [
        f"### {escaped(outlet(article))}",
        "",
        *([f"- Title: {escaped(article.title)}"] * bool(article.title)),
        *([f"- File: {escaped(article.path)}"] * bool(article.path)),
        *([f"- Address: {escaped(article.url)}"] * bool(article.url)),
        f"- Language: {escaped(spoken)}{'' if article.readable else ', not read'}",
        f"- Stated date, in its words: {escaped(in_words(article.stated, article.published)) or 'none'}",
        f"- {WORKED_OUT}: published **{escaped(described(dating.when))}**",
        *(f"  - because {escaped(reason)}" for reason in dating.reasons),
        *(f"  - against: {escaped(reason)}" for reason in dating.against),
    ]
    for rival in dating.rivals:
        lines.append(f"  - rival: {escaped(described(rival.when))}")
        lines += [f"    - for it: {escaped(reason)}" for reason in rival.reasons]
        lines += [f"    - against it: {escaped(reason)}" for reason in rival.against]
    return "\n".join(lines)


def _problem(problem: Problem) -> str:
    where = f" — “{escaped(problem.span.quote)}”" if problem.span else ""
    return (
        f"- **{escaped(problem.code)}** ({escaped(problem.stage)}), {escaped(problem.subject)}: "
        f"{escaped(problem.message)}{where}"
    )
