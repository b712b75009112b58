"""The brief at a glance: a line for each row of the board, each disagreement and each date that was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.denial import gainsaid, status_in_words
from dateline.model import Row, Status
from dateline.views import ink, lone
from dateline.views.content import NOTHING, conflicts, shelf, solved, standing, times
from dateline.views.lookup import SHORTEST, Lookup, outlet
from dateline.views.phrases import count, in_words, phrase
from dateline.views.visible import one_line

MARK = "…"
_WORDED = frozenset({Status.DENIED, Status.UNKNOWN})
"""Statuses told in words that nobody takes for a state."""

_ID = SHORTEST + 3
_LABEL, _STANDS = 0.2, 0.4
"""Of a line, the name of a row and what says how it stands can take so much; its words have the rest."""
_WIDE = 160
"""On a terminal no wider than this the words of a row have a line of their own: on one they would cut how it stands."""

_MOST_ROWS = 40
"""Rows that fit a glance."""

CUT = f"{MARK} marks words that were cut to fit the line."


def render(look: Lookup, ids: dict[str, str], console: Console) -> None:
    """Print it."""
    for title, body in (
        ("What stands", _board(look, ids, console.width)),
        ("Disagreements", _disputes(look, ids)),
        ("Dates worked out", _dates(look)),
    ):
        if body is not None:
            console.print()
            console.print(ink.plain(title, "bold"))
            console.print(body)


def elsewhere(look: Lookup) -> Text:
    """What is not told here and where it is."""
    told = (count(len(look.brief.events), "event"), count(len(look.brief.readings), "article"))
    words = f"rows in full, the timeline ({told[0]}), {told[1]} with their dates and all reasons: --details"
    return ink.plain(f"{CUT} Not told here: {words}, or `dateline explain ID`.", "dim")


def _line(*ratios: int) -> Table:
    """A table of single lines: what does not fit is cut, and the cut is marked."""
    made = Table(box=None, expand=True, padding=(0, 1), pad_edge=False, show_header=False)
    for ratio in ratios:
        made.add_column(ratio=ratio, no_wrap=True, overflow="ellipsis")
    return made


def _board(look: Lookup, ids: dict[str, str], width: int) -> RenderableType:
    """The rows that more than one claim stands for or that want attention, the first so many of them; how many others there
    are."""
    if not look.brief.board:
        return ink.plain("No row: nothing in these articles changes or keeps a state.")
    full, brief = lone.rows(look)
    shown = _foremost(full)
    lines = [(row, _stands(look, row), f"[{ids.get(row.track, row.track)}]") for row in shown]
    body = _one_line(lines, width) if width >= _WIDE else _two_lines(lines, width)
    others = []
    if len(full) > len(shown):
        others.append(f"{count(len(full) - len(shown), 'more row')} of two claims or more")
    if brief:
        others.append(f"{count(len(brief), 'more row')} of one claim each, which nothing else repeats")
    told = [ink.plain(f"and {', and '.join(others)}: --details", "dim")] if others else []
    return Group(*([body] if shown else []), *told)


def _foremost(rows: Sequence[Row]) -> list[Row]:
    """Of many rows those that are contested or overdue and those that come first, as many as fit a glance, in their order."""
    if len(rows) <= _MOST_ROWS:
        return list(rows)
    urgent = [row for row in rows if row.contested or row.overdue][:_MOST_ROWS]
    chosen = {row.track for row in urgent}
    chosen |= {row.track for row in [r for r in rows if r.track not in chosen][: _MOST_ROWS - len(chosen)]}
    return [row for row in rows if row.track in chosen]


def _one_line(lines: Sequence[tuple[Row, Text, str]], width: int) -> Table:
    """A line a row. How a row stands has the room it needs before its words have theirs, up to a share of the line."""
    table = Table(box=None, expand=True, padding=(0, 1), pad_edge=False, show_header=False)
    table.add_column(
        width=min(int(_LABEL * width), max((len(row.label) for row, _, _ in lines), default=0)), no_wrap=True
    )
    table.add_column(ratio=1, no_wrap=True)
    table.add_column(width=min(int(_STANDS * width), max((len(how) for _, how, _ in lines), default=0)), no_wrap=True)
    table.add_column(width=_ID, no_wrap=True)
    for row, how, key in lines:
        table.add_row(*map(_cut, (ink.plain(row.label, "bold"), _words(row), how)), ink.plain(key, "dim"))
    return table


def _two_lines(lines: Sequence[tuple[Row, Text, str]], width: int) -> Table:
    """Two lines a row: its name and how it stands, then its words, which have the whole line."""
    table = Table(box=None, expand=True, padding=0, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    room = width - _ID - 1
    for row, how, key in lines:
        label = ink.plain(row.label, "bold")
        label.truncate(max(width // 3, room - len(how) - 2), overflow="ellipsis")
        first = label.append("  ", "not bold").append_text(how)
        first.truncate(room, overflow="ellipsis", pad=True)
        table.add_row(first.append(" ").append_text(ink.plain(key, "dim")))
        table.add_row(_cut(Text("  ").append_text(_words(row))))
    return table


def _words(row: Row) -> Text:
    return ink.plain(f"“{one_line(row.state)}”" if row.state else NOTHING)


def _cut(text: Text) -> Text:
    """A text that is cut where the line ends, and the cut marked."""
    text.overflow, text.no_wrap = "ellipsis", True
    return text


def _stands(look: Lookup, row: Row) -> Text:
    """How it stands and what it was before, what wants attention, and since when; what decides comes first, since a narrow
    terminal cuts the end."""
    claim = look.claims.get(row.state_claim)
    now = claim.status if claim else Status.DENIED
    earlier = [s for s in row.history if s.status is not now][-1:]
    before = [status_in_words(s.status, look.known(s.claims)) for s in earlier]
    status = standing(look, row) if now in _WORDED else " → ".join([*before, now])
    known = [(label, at) for label, at in times(look, row) if at.known]
    since = [f"{label.lower()} {phrase(at)}" for label, at in known if not row.next or at != row.next.time]
    contested = ink.plain("contested" if row.contested else "", "bold red")
    overdue = ink.plain(", ".join(f"fell due {phrase(d.time)} without report" for d in row.overdue[:1]), "bold red")
    notes = [f"due {phrase(row.next.time)}"] if row.next else []
    notes += [_against(look, row)] * bool(row.denied) + ["pinned"] * row.pinned
    line = contested.append(f"{', ' if row.contested else ''}{status}", "not bold default")
    if overdue.plain:
        line.append(", ", "not bold default").append_text(overdue)
    return line.append("".join(f", {told}" for told in filter(None, (*notes, *since))), "not bold default")


def _against(look: Lookup, row: Row) -> str:
    """What newer claims are against a row: who denies it, who denies something of it, or what of it is not so."""
    if not any(gainsaid(c) for c in look.known(row.denied)):
        return "something of it not so"
    return "denied by some" if row.contested else "something of it denied"


def _disputes(look: Lookup, ids: dict[str, str]) -> Table | Text:
    found = conflicts(look)
    if not found:
        return ink.plain("None found.")
    table = _line(3, 8, 8)
    for conflict in found:
        sides = (ink.cited(side, ids) for side in (conflict.left, conflict.right))
        table.add_row(*map(_cut, (ink.plain(f"on {conflict.relation.on or 'what happened'}", "bold red"), *sides)))
    return table


def _dates(look: Lookup) -> Table | None:
    worked_out = [(r.article, d) for r in shelf(look) if (d := solved(look, r.article)).inferred]
    if not worked_out:
        return None
    table = _line(5, 5, 10)
    for article, dating in worked_out:
        stated = in_words(article.stated, article.published) or "undated"
        rivals = f"; {count(len(dating.rivals), 'rival')}" if dating.rivals else ""
        table.add_row(*map(_cut, map(ink.plain, (outlet(article), stated, phrase(dating.when) + rivals))))
    return table


def problems(look: Lookup) -> Table | Text:
    """What could not be read or decided."""
    if not look.brief.problems:
        return ink.plain("None.")
    table = ink.table(("Problem", 3), ("About", 4), ("What could not be read or decided", 9))
    # A code is one word to a terminal, which would break it anywhere; a column with a ratio heeds no least width.
    table.columns[0].ratio, table.columns[0].width = None, max(len(problem.code) for problem in look.brief.problems)
    for problem in look.brief.problems:
        message = ink.plain(problem.message)
        if problem.span:
            message.append(f" “{one_line(problem.span.quote)}”", style="dim")
        about = look.article(problem.subject)
        table.add_row(
            ink.plain(f"{problem.code} ({problem.stage})"),
            ink.plain(outlet(about) if about else problem.subject),
            message,
        )
    return table
