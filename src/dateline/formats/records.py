"""JSON and JSON Lines: one record an article. Lines are streamed, so that a file may be larger than the memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import IO, Any

from dateline.formats import fields
from dateline.formats.encoding import decode
from dateline.formats.raw import MOST_CHARACTERS, Item, too_long
from dateline.formats.trouble import trouble
from dateline.model import Problem

MOST_LINE_BYTES = 4 * MOST_CHARACTERS
MOST_DOCUMENT_BYTES = 64_000_000

_FIELDS_EXPECTED = '{"date": "2023-08-27", "text": "..."}'
_LISTS = ("articles", "items", "results", "data")
_LOOK_AHEAD = 100

_Row = tuple[int, bytes | None]


def read(stream: IO[bytes], path: str) -> Iterator[Item]:
    """All records of a seekable stream of JSON text: a record a line, one object, a list, or {"articles": [...]}."""
    if _by_line(stream):
        yield from _lines(stream, path)
        return
    stream.seek(0)
    data = stream.read(MOST_DOCUMENT_BYTES + 1)
    if len(data) > MOST_DOCUMENT_BYTES:
        message = f"found one JSON value of more than {MOST_DOCUMENT_BYTES:,} bytes; it was skipped"
        yield trouble("too-long", path, f"{message}: write one record a line (JSON Lines), which is read bit by bit")
        return
    text, problems = decode(data, path)
    yield from problems
    value = _parse(text)
    if isinstance(value, _Broken):
        yield trouble("bad-json", path, f"{value.why}; expected {_FIELDS_EXPECTED}, a list of these, or one a line")
        return
    yield from _document(value, path)


class _Broken:
    """What came of text that is no JSON."""

    def __init__(self, why: str) -> None:
        self.why = why


def _parse(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        return _Broken(f"found no JSON at line {error.lineno}, column {error.colno} ({error.msg})")
    except ValueError as error:  # a number of more digits than Python reads
        return _Broken(f"found no JSON that can be read ({error})")
    except RecursionError:
        return _Broken("found JSON nested too deep to read")


def _by_line(stream: IO[bytes]) -> bool:
    """Whether there is a record a line: a first line too long for one document or that is an object on its own, or,
    where the first is broken, an object on one of the lines after it."""
    stream.seek(0)
    rows = islice(_rows(stream), _LOOK_AHEAD)
    _, first = next(rows, (0, b""))
    if first is None:
        return True
    if not first.removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return False
    if not isinstance(_parse(first.decode("utf-8", "replace")), _Broken):
        return True
    others = (line for _, line in rows if line and line.startswith(b'{"'))
    return any(isinstance(_parse(line.decode("utf-8", "replace")), dict) for line in others)


def _rows(stream: IO[bytes]) -> Iterator[_Row]:
    """Lines that are not blank, with their numbers; None for a line too long, of which no more than a part is held."""
    number = 0
    while line := stream.readline(MOST_LINE_BYTES + 1):
        number += 1
        if len(line) > MOST_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 16)
            yield number, None
        elif stripped := line.strip():
            yield number, stripped


def _lines(stream: IO[bytes], path: str) -> Iterator[Item]:
    stream.seek(0)
    rows = _rows(stream)
    first = list(islice(rows, 2))
    alone = len(first) == 1
    for number, line in chain(first, rows):
        subject = path if alone else f"{path}:{number}"
        if line is None:
            yield too_long(subject)
            continue
        text, problems = decode(line, subject)
        yield from problems
        value = _parse(text)
        if isinstance(value, _Broken):
            yield trouble("bad-row", subject, f"row {number}: {value.why}; expected {_FIELDS_EXPECTED}: mend the row")
        elif alone:
            yield from _document(value, path)
        else:
            yield _record(value, subject, path)


def _document(value: Any, path: str) -> Iterator[Item]:
    if isinstance(value, dict) and not fields.raw(value, path, file=path, dated_by="").text:
        listed = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        value = value if listed is None else listed
    if not isinstance(value, list):
        yield _record(value, path, path)
    elif not value:
        yield trouble("empty-file", path, f"found an empty list; expected records such as {_FIELDS_EXPECTED}")
    else:
        for number, item in enumerate(value, 1):
            yield _record(item, path if len(value) == 1 else f"{path}:{number}", path)


def _record(value: Any, subject: str, file: str) -> Item | Problem:
    if not isinstance(value, dict):
        found = f"found a {type(value).__name__}"
        return trouble("bad-row", subject, f"{found} where a record should be; expected {_FIELDS_EXPECTED}")
    raw = fields.raw(value, subject, file=file, dated_by="record")
    if raw.text.strip():
        return raw
    names = ", ".join(repr(str(name)[:30]) for name in list(value)[:8]) or "no fields"
    return trouble(
        "no-text", subject, f"found {names}, and no text; expected {_FIELDS_EXPECTED}: name the field `text`"
    )
