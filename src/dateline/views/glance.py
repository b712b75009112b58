"""The brief at a glance: a line for each row of the board, each disagreement and each date that was worked out."""

from __future__ import annotations

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
_WIDE = 110
"""On a terminal no wider than this the words of a row have a line of their own: on one they would cut how it stands."""

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
    """The rows that more than one claim stands for or that want attention; how many others there are. How a row stands has
    the room it needs before its words have theirs, up to a share of the line."""
    if not look.brief.board:
        return ink.plain("No row: nothing in these articles changes or keeps a state.")
    full, brief = lone.rows(look)
    stands = [_stands(look, row) for row in full]
    table = Table(box=None, expand=True, padding=(0, 1), pad_edge=False, show_header=False)
    table.add_column(width=min(int(_LABEL * width), max((len(row.label) for row in full), default=0)), no_wrap=True)
    wide = width >= _WIDE
    table.add_column(ratio=1, no_wrap=True)
    if wide:
        table.add_column(width=min(int(_STANDS * width), max(map(len, stands), default=0)), no_wrap=True)
    table.add_column(width=_ID, no_wrap=True)
    for row, how in zip(full, stands, strict=True):
        words = ink.plain(f"“{one_line(row.state)}”" if row.state else NOTHING)
        label, key = ink.plain(row.label, "bold"), ink.plain(f"[{ids.get(row.track, row.track)}]", "dim")
        if wide:
            table.add_row(*map(_cut, (label, words, how)), key)
        else:
            table.add_row(*map(_cut, (label, how)), key)
            table.add_row(Text(), _cut(words), Text())
    if not brief:
        return table
    others = f"and {count(len(brief), 'more row')} of one claim each, which nothing else repeats: --details"
    return Group(*([table] if full else []), ink.plain(others, "dim"))


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
