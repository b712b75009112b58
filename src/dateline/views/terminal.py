"""The brief on a terminal: the board at a glance, or board, timeline, disagreements, articles and problems in full.

It reads without colours too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.denial import status_in_words
from dateline.model import Brief, Dating, RelationKind, Row
from dateline.views import glance, ink, lone
from dateline.views.content import (
    NOTHING,
    UNCONFIRMED,
    WORDS,
    WORKED_OUT,
    Conflict,
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
from dateline.views.lookup import Lookup, language, lookup, outlet, short
from dateline.views.phrases import Sureness, count, in_words, iso_day, phrase
from dateline.views.timeline import Entry, Mark, Order, entries
from dateline.views.visible import one_line

_GLYPHS = {Sureness.DAY: "●", Sureness.ONE_OF: "◌", Sureness.LASTING: "━", Sureness.UNKNOWN: "?"}
_COLOURS = {Mark.SOLID: "green", Mark.HOLLOW: "cyan", Mark.CROSSED: "red", Mark.DOTTED: "yellow"}
_SHOWN = 3
"""Reasons and rivals of a date told here; the others are counted."""
IN_FULL = "all is told by `dateline explain ID`, --markdown and --html"
LEGEND = "● a day   ◌ one of some days   ━ lasting   ? not known"

_LAST_STATES = 5
"""States of a row that a line of the board tells."""


def render(brief: Brief, console: Console, *, details: bool = True) -> None:
    """Print the brief: all of it, or without `details` a line a row, and what wants attention.

    Text of articles is printed as text: no markup and no escape sequence in it reaches the terminal.
    """
    look = lookup(brief)
    ids = short((*look.claims, *look.events, *look.rows))
    head = f"As of {iso_day(brief.as_of) or 'no known day'}: {count(len(brief.readings), 'article')}, "
    console.print(
        ink.plain(head + ", ".join((count(len(brief.events), "event"), count(len(brief.problems), "problem"))))
    )
    console.print(ink.plain(boundary(brief), "dim"))
    if not details:
        glance.render(look, ids, console)
        if brief.problems:
            _print(console, "Problems", glance.problems(look))
        console.print()
        console.print(glance.elsewhere(look))
        return
    for title, body in (
        ("What stands", _board(look, ids)),
        ("Timeline", _timeline(look, ids)),
        ("Disagreements", _conflicts(look, ids)),
        ("Articles and their dates", _articles(look)),
        ("Problems", glance.problems(look)),
    ):
        _print(console, title, body)


def _print(console: Console, title: str, body: RenderableType) -> None:
    console.print()
    console.print(ink.plain(title, "bold"))
    console.print(body)


def _board(look: Lookup, ids: dict[str, str]) -> RenderableType:
    if not look.brief.board:
        return ink.plain("No row: nothing in these articles changes or keeps a state.")
    table = ink.table(("Subject", 3), (WORDS, 7), (WORKED_OUT, 6))
    full, brief = lone.rows(look)
    for row in full:
        table.add_row(ink.plain(row.label, "bold"), _said(look, row, ids), _found(look, row))
    if not brief:
        return table
    short_ones = ink.lines(3, 9, 6)
    for row in brief:
        quote = next(iter(quotes(look, (row.state_claim,))), None)
        at = [phrase(time) for _, time in times(look, row) if time.known]
        said = ink.quoted(quote, ids) if quote else ink.plain(row.state)
        short_ones.add_row(ink.plain(row.label, "bold"), said, ink.plain(", ".join([standing(look, row), *at])))
    return Group(*([table] if full else []), _alone(len(brief), "row"), short_ones)


def _said(look: Lookup, row: Row, ids: dict[str, str]) -> Text:
    known = quotes(look, (row.state_claim,))
    lines = [ink.quoted(line, ids) for line in known] or [ink.plain(f"“{row.state}”" if row.state else NOTHING)]
    lines += [ink.labelled(denied_as(line), "").append_text(ink.quoted(line, ids)) for line in denials(look, row)]
    for label, due in outlook(row):
        lines += [ink.labelled(label, "").append_text(ink.quoted(line, ids)) for line in quotes(look, due.claims)]
    return ink.stack(lines)


def _found(look: Lookup, row: Row) -> Text:
    lines = [ink.labelled("Status", standing(look, row))] * bool(standing(look, row))
    lines += [ink.labelled(label, phrase(time)) for label, time in times(look, row)]
    if row.according_to:
        lines.append(ink.labelled("According to", "; ".join(speakers(look, row))))
    lines += [ink.plain("Pinned", "dim")] * row.pinned
    if row.contested:
        disputed = {claim for r in look.relations(RelationKind.CONTRADICTS) for claim in (r.left, r.right)}
        where = "" if disputed.isdisjoint(row.claims) else ": see Disagreements"
        lines.insert(0, ink.plain(f"Contested{where}", "bold red"))
    lines += [ink.plain(UNCONFIRMED, "dim")] * bool(row.claims and not row.last_confirmed.known)
    lines += [ink.labelled(label, phrase(time)) for label, time in confirmation(row)]
    lines += [ink.labelled("Origins", origins(row))] * bool(row.claims)
    lines += [ink.labelled(label, phrase(due.time), "cyan") for label, due in outlook(row)]
    if len(row.history) > 1:
        lines.append(ink.labelled("States over time", _states(look, row)))
    return ink.stack(lines)


def _states(look: Lookup, row: Row) -> str:
    """The last states of a row, and how many went before: all of them stand in the other views."""
    states = [s for s, _ in groupby(status_in_words(x.status, look.known(x.claims)) for x in row.history)]
    earlier = len(states) - _LAST_STATES
    return (f"({earlier} earlier) → " if earlier > 0 else "") + " → ".join(states[-_LAST_STATES:])


def _timeline(look: Lookup, ids: dict[str, str]) -> RenderableType:
    if not look.brief.events:
        return ink.plain("No event.")
    full, brief = lone.events(look)
    table = ink.table((f"{WORKED_OUT}: when", 5), ("status", 4), (WORDS, 9))
    for entry in entries(replace(look.brief, events=tuple(full))):
        said = ink.stack(ink.quoted(line, ids) for line in quotes(look, entry.event.claims))
        table.add_row(_when(entry), _status(look, entry), said)
    if not brief:
        table.caption = Text(LEGEND)
        table.caption_justify = "left"
        return table
    short_ones = ink.lines(5, 2, 15)
    for entry in entries(replace(look.brief, events=tuple(brief))):
        said = ink.stack(ink.cited(line, ids) for line in quotes(look, entry.event.claims))
        short_ones.add_row(_sign(entry), ink.plain(status_of(look, entry.event), _COLOURS[entry.mark]), said)
    return Group(*([table] if full else []), _alone(len(brief), "event"), short_ones, Text(LEGEND))


def _alone(found: int, noun: str) -> Text:
    words = f"{count(found, f'more {noun}')} of one claim each, which nothing else here repeats, follows or contradicts"
    return ink.plain(f"{words}; {IN_FULL}:", "dim")


def _sign(entry: Entry) -> Text:
    return Text(f"{_GLYPHS[entry.sureness]} ", style=_COLOURS[entry.mark], overflow="fold").append(
        entry.words, "not dim"
    )


def _when(entry: Entry) -> Text:
    text = _sign(entry)
    if entry.order is Order.UNSURE and entry.sureness is not Sureness.UNKNOWN:
        text.append(f"\n{Order.UNSURE.value}", style="dim")
    return text


def _status(look: Lookup, entry: Entry) -> Text:
    lines = [ink.plain(status_of(look, entry.event), _COLOURS[entry.mark])]
    lines += [ink.plain(f"by {kinds(quotes(look, entry.event.claims))}", "dim")]
    lines += [ink.plain(" → ".join(course), "dim") for course in [course_of(look, entry.event)] if len(course) > 1]
    return ink.stack([*lines, *[ink.plain(count(entry.event.origins, "origin"), "dim")] * (entry.event.origins > 1)])


def _conflicts(look: Lookup, ids: dict[str, str]) -> Table | Text:
    found = conflicts(look)
    if not found:
        return ink.plain("None found.")
    table = ink.table((f"{WORDS}: one side", 6), (f"{WORDS}: the other", 6), (WORKED_OUT, 5))
    for conflict in found:
        table.add_row(ink.quoted(conflict.left, ids), ink.quoted(conflict.right, ids), _dispute(conflict))
    return table


def _dispute(conflict: Conflict) -> Text:
    relation = conflict.relation
    times = (("one side", conflict.left.claim), ("the other", conflict.right.claim))
    lines = [ink.plain(f"They disagree on {relation.on or 'what happened'}", "bold red")]
    lines += [
        ink.labelled(label, f"{status_in_words(claim.status, [claim])}, {phrase(claim.time)}") for label, claim in times
    ]
    lines += [ink.plain(f"Because {reason}") for reason in relation.reasons]
    return ink.stack([*lines, ink.plain(independence(relation), "dim")])


def _articles(look: Lookup) -> Table:
    table = ink.table(("Article", 4), ("Stated date, in its words", 3), (f"{WORKED_OUT}: published", 8))
    for reading in shelf(look):
        article = reading.article
        spoken = language(article.lang) or "language not known"
        head = ink.plain(outlet(article), "bold").append_text(
            ink.stack([Text("\n"), ink.plain(article.title, "not bold")])
        )
        head.append(f"\n{one_line(spoken)}{'' if article.readable else ', not read'}", style="not bold dim")
        stated = in_words(article.stated, article.published)
        table.add_row(head, ink.plain(stated or "none"), _dating(solved(look, article)))
    return table


def _dating(dating: Dating) -> Text:
    lines = [ink.plain(phrase(dating.when), "bold" if dating.inferred else "")]
    lines += _few("because", dating.reasons)
    lines += [ink.labelled("against", reason) for reason in dating.against]
    for rival in dating.rivals[:_SHOWN]:
        lines.append(ink.labelled("rival", phrase(rival.when), "yellow"))
        lines += _few("  for it", rival.reasons)
        lines += _few("  against it", rival.against)
    return ink.stack(lines + _more(len(dating.rivals), "rival"))


def _few(label: str, reasons: Sequence[str]) -> list[Text]:
    """The weightiest reasons, and how many more there are."""
    return [*(ink.labelled(label, reason) for reason in reasons[:_SHOWN]), *_more(len(reasons), "reason")]


def _more(found: int, noun: str) -> list[Text]:
    """How many more there are than are told here."""
    return [ink.plain(f"and {count(found - _SHOWN, f'more {noun}')}; {IN_FULL}", "dim")] if found > _SHOWN else []
