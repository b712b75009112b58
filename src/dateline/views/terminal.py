"""The brief on a terminal: board, timeline, disagreements, articles, problems. It reads without colours too."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline import edtf
from dateline.model import Brief, Dating, Row
from dateline.views.content import (
    BOUNDARY,
    DENIED,
    NOTHING,
    UNCONFIRMED,
    WORDS,
    WORKED_OUT,
    Conflict,
    Quote,
    confirmation,
    conflicts,
    denials,
    independence,
    kinds,
    origins,
    outlook,
    quotes,
    shelf,
    solved,
    speakers,
    standing,
    times,
)
from dateline.views.lookup import Lookup, language, lookup, outlet, short
from dateline.views.phrases import Sureness, count, iso_day, phrase
from dateline.views.timeline import Entry, Mark, Order, entries
from dateline.views.visible import one_line

_GLYPHS = {Sureness.DAY: "●", Sureness.ONE_OF: "◌", Sureness.LASTING: "━", Sureness.UNKNOWN: "?"}
_COLOURS = {Mark.SOLID: "green", Mark.HOLLOW: "cyan", Mark.CROSSED: "red", Mark.DOTTED: "yellow"}
LEGEND = "● a day   ◌ one of some days   ━ lasting   ? not known"


def render(brief: Brief, console: Console) -> None:
    """Print the brief.

    Text of articles is printed as text: no markup and no escape sequence in it reaches the terminal.
    """
    look = lookup(brief)
    ids = short((*look.claims, *look.events, *look.rows))
    head = f"As of {iso_day(brief.as_of) or 'no known day'}: {count(len(brief.readings), 'article')}, "
    console.print(_text(head + ", ".join((count(len(brief.events), "event"), count(len(brief.problems), "problem")))))
    console.print(_text(BOUNDARY, "dim"))
    for title, body in (
        ("What stands", _board(look, ids)),
        ("Timeline", _timeline(look, ids)),
        ("Disagreements", _conflicts(look, ids)),
        ("Articles and their dates", _articles(look)),
        ("Problems", _problems(look)),
    ):
        console.print()
        console.print(_text(title, "bold"))
        console.print(body)


def _text(words: str, style: str = "") -> Text:
    return Text(one_line(words), style=style, overflow="fold")


def _stack(parts: Iterable[Text]) -> Text:
    return Text("\n").join(parts)


def _table(*headings: tuple[str, int]) -> Table:
    """A table whose columns share the width by the given ratios, at 80 columns as at 200."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), pad_edge=False, show_lines=True)
    for heading, ratio in headings:
        table.add_column(Text(heading), ratio=ratio, overflow="fold", header_style="bold")
    return table


def _quote(line: Quote, ids: dict[str, str]) -> Text:
    text = Text(f"“{one_line(line.words)}”", overflow="fold")
    return text.append(f" — {one_line(line.byline)} [{ids[line.claim.id]}]", style="dim")


def _labelled(label: str, words: str, style: str = "") -> Text:
    return Text(f"{label}: ", style="dim", overflow="fold").append(one_line(words), style=style or "not dim")


def _board(look: Lookup, ids: dict[str, str]) -> Table | Text:
    if not look.brief.board:
        return _text("No row: nothing in these articles changes or keeps a state.")
    table = _table(("Subject", 3), (WORDS, 7), (WORKED_OUT, 6))
    for row in look.brief.board:
        table.add_row(_text(row.label, "bold"), _said(look, row, ids), _found(look, row))
    return table


def _said(look: Lookup, row: Row, ids: dict[str, str]) -> Text:
    known = quotes(look, (row.state_claim,))
    lines = [_quote(line, ids) for line in known] or [_text(f"“{row.state}”" if row.state else NOTHING)]
    lines += [_labelled(DENIED, "").append_text(_quote(line, ids)) for line in denials(look, row)]
    for label, due in outlook(row):
        lines += [_labelled(label, "").append_text(_quote(line, ids)) for line in quotes(look, due.claims)]
    return _stack(lines)


def _found(look: Lookup, row: Row) -> Text:
    lines = [_labelled("Status", standing(look, row))] * bool(standing(look, row))
    lines += [_labelled(label, phrase(time)) for label, time in times(look, row)]
    if row.according_to:
        lines.append(_labelled("According to", "; ".join(speakers(look, row))))
    lines += [_text("Pinned", "dim")] * row.pinned
    if row.contested:
        lines.insert(0, _text("Contested: see Disagreements", "bold red"))
    lines += [_text(UNCONFIRMED, "dim")] * bool(row.claims and not row.last_confirmed.known)
    lines += [_labelled(label, phrase(time)) for label, time in confirmation(row)]
    lines += [_labelled("Origins", origins(row))] * bool(row.claims)
    lines += [_labelled(label, phrase(due.time), "cyan") for label, due in outlook(row)]
    if len(row.history) > 1:
        lines.append(_labelled("States over time", " → ".join(state.status for state in row.history)))
    return _stack(lines)


def _timeline(look: Lookup, ids: dict[str, str]) -> Table | Text:
    lines = entries(look.brief)
    if not lines:
        return _text("No event.")
    table = _table((f"{WORKED_OUT}: when", 5), ("status", 4), (WORDS, 9))
    for entry in lines:
        said = _stack(_quote(line, ids) for line in quotes(look, entry.event.claims))
        table.add_row(_when(entry), _status(look, entry), said)
    table.caption = Text(LEGEND)
    table.caption_justify = "left"
    return table


def _when(entry: Entry) -> Text:
    text = Text(f"{_GLYPHS[entry.sureness]} ", style=_COLOURS[entry.mark], overflow="fold").append(
        entry.words, "not dim"
    )
    if entry.order is Order.UNSURE and entry.sureness is not Sureness.UNKNOWN:
        text.append(f"\n{Order.UNSURE.value}", style="dim")
    return text


def _status(look: Lookup, entry: Entry) -> Text:
    lines = [_text(entry.event.status.value, _COLOURS[entry.mark])]
    lines += [_text(f"by {kinds(quotes(look, entry.event.claims))}", "dim")]
    lines += [_text(" → ".join(entry.course), "dim")] * (len(entry.course) > 1)
    return _stack([*lines, *[_text(count(entry.event.origins, "origin"), "dim")] * (entry.event.origins > 1)])


def _conflicts(look: Lookup, ids: dict[str, str]) -> Table | Text:
    found = conflicts(look)
    if not found:
        return _text("None found.")
    table = _table((f"{WORDS}: one side", 6), (f"{WORDS}: the other", 6), (WORKED_OUT, 5))
    for conflict in found:
        table.add_row(_quote(conflict.left, ids), _quote(conflict.right, ids), _dispute(conflict))
    return table


def _dispute(conflict: Conflict) -> Text:
    relation = conflict.relation
    times = (("one side", conflict.left.claim), ("the other", conflict.right.claim))
    lines = [_text(f"They disagree on {relation.on or 'what happened'}", "bold red")]
    lines += [_labelled(label, f"{claim.status}, {phrase(claim.time)}") for label, claim in times]
    lines += [_text(f"Because {reason}") for reason in relation.reasons]
    return _stack([*lines, _text(independence(relation), "dim")])


def _articles(look: Lookup) -> Table:
    table = _table(("Article", 4), ("Stated date, in its words", 3), (f"{WORKED_OUT}: published", 8))
    for reading in shelf(look):
        article = reading.article
        spoken = language(article.lang) or "language not known"
        head = _text(outlet(article), "bold").append_text(_stack([Text("\n"), _text(article.title, "not bold")]))
        head.append(f"\n{one_line(spoken)}{'' if article.readable else ', not read'}", style="not bold dim")
        stated = article.stated or edtf.write(article.published)
        table.add_row(head, _text(stated or "none"), _dating(solved(look, article)))
    return table


def _dating(dating: Dating) -> Text:
    lines = [_text(phrase(dating.when), "bold" if dating.inferred else "")]
    lines += [_labelled("because", reason) for reason in dating.reasons]
    lines += [_labelled("against", reason) for reason in dating.against]
    for rival in dating.rivals:
        lines.append(_labelled("rival", phrase(rival.when), "yellow"))
        lines += [_labelled("  for it", reason) for reason in rival.reasons]
        lines += [_labelled("  against it", reason) for reason in rival.against]
    return _stack(lines)


def _problems(look: Lookup) -> Table | Text:
    if not look.brief.problems:
        return _text("None.")
    table = _table(("Problem", 3), ("About", 4), ("What could not be read or decided", 9))
    for problem in look.brief.problems:
        message = _text(problem.message)
        if problem.span:
            message.append(f" “{one_line(problem.span.quote)}”", style="dim")
        about = look.article(problem.subject)
        table.add_row(
            _text(f"{problem.code} ({problem.stage})"), _text(outlet(about) if about else problem.subject), message
        )
    return table
