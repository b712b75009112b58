"""What the terminal view is written with: text that nothing of an article can steer, and tables that fold."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.views.content import Quote
from dateline.views.visible import one_line


def plain(words: str, style: str = "") -> Text:
    """Words on one line."""
    return Text(one_line(words), style=style, overflow="fold")


def stack(parts: Iterable[Text]) -> Text:
    """One below the other."""
    return Text("\n").join(parts)


def table(*headings: tuple[str, int]) -> Table:
    """A table whose columns share the width by the given ratios, at 80 columns as at 200."""
    made = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), pad_edge=False, show_lines=True)
    for heading, ratio in headings:
        made.add_column(Text(heading), ratio=ratio, overflow="fold", header_style="bold")
    return made


def lines(*ratios: int) -> Table:
    """A table without headings for what is told in a line or two."""
    made = Table(box=None, expand=True, padding=(0, 1), pad_edge=False, show_header=False)
    for ratio in ratios:
        made.add_column(ratio=ratio, overflow="fold")
    return made


def quoted(line: Quote, ids: dict[str, str]) -> Text:
    """A quote with who says it, where, of which date."""
    text = _words(line)
    return text.append(f" — {one_line(line.byline)} [{ids[line.claim.id]}]", style="dim")


def _words(line: Quote) -> Text:
    against = f" {line.against}" if line.against else ""
    return Text(one_line(f"“{line.words}”{against}"), overflow="fold")


def cited(line: Quote, ids: dict[str, str]) -> Text:
    """A quote with no more than who says it."""
    text = _words(line)
    who = line.who if line.claim.attribution else line.outlet
    return text.append(f" — {one_line(who)} [{ids[line.claim.id]}]", style="dim")


def labelled(label: str, words: str, style: str = "") -> Text:
    """Words after a quiet label."""
    return Text(f"{label}: ", style="dim", overflow="fold").append(one_line(words), style=style or "not dim")
