"""CSV and other tables of text: a first line of names, then a record a row, as spreadsheets and archives write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.formats import fields
from dateline.formats.raw import MOST_CHARACTERS, Item
from dateline.formats.trouble import trouble

_MARKS = (",", ";", "\t")
_KNOWN = frozenset(
    (*fields.TEXT, *fields.DATE, *fields.TITLE, *fields.SOURCE, *fields.URL, *fields.AUTHOR, *fields.LANGUAGE)
)
_LONGEST = 500


def mark(text: str) -> str:
    """What parts the columns of a table whose first line names at least two things an article has; "" for other text.

    >>> mark("date,title,text\\n2024-05-03,Shut,It is shut."), mark("Date, title and text were missing.\\nIt rains.")
    (',', '')
    """
    line = text.lstrip("\ufeff").splitlines()[0][:_LONGEST] if text.strip("\ufeff \t\r\n") else ""
    for found in _MARKS:
        names = _names(line, found)
        if len(names) > 1 and all(names) and sum(name in _KNOWN for name in names) > 1 and not line.endswith("."):
            return found
    return ""


def read(text: str, path: str, parting: str) -> Iterator[Item]:
    """A record a row. Offsets count from the start of the row's text."""
    csv.field_size_limit(MOST_CHARACTERS)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=parting)
    names = [name.strip().lower() for name in next(rows)]
    if not set(names) & set(fields.TEXT):
        found = ", ".join(repr(name[:30]) for name in names[:8])
        yield trouble("no-text", path, f"found a table with columns {found}, and none of text: name the column `text`")
        return
    number = 1
    try:
        for row in rows:
            number = rows.line_num
            if any(cell.strip() for cell in row):
                yield _record(dict(zip(names, row, strict=False)), f"{path}:{number}", path)
    except csv.Error as error:
        yield trouble(
            "bad-row", f"{path}:{number + 1}", f"found no row of a table ({error}); mend the row or its quotes"
        )


def _record(values: dict[str, str], subject: str, path: str) -> Item:
    raw = fields.raw(values, subject, file=path, dated_by="record")
    if raw.text.strip():
        return raw
    return trouble(
        "no-text", subject, "found a row without text; expected text in its column: add it or leave the row out"
    )


def _names(line: str, parting: str) -> list[str]:
    return [name.strip().strip('"').lower() for name in line.split(parting)]
