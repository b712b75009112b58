"""Articles from plain text, front matter, JSON, JSON Lines, CSV, e-mail and saved web pages.

The only stage that touches files.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, BinaryIO

from dateline.formats import fields, header, mail, records, sheet
from dateline.formats.atomic import write_text
from dateline.formats.encoding import charset, decode, mark
from dateline.formats.find import STDIN, find
from dateline.formats.raw import MOST_CHARACTERS, Item, Raw, article, too_long
from dateline.formats.sniff import HEAD, Kind, called, kind
from dateline.formats.trouble import reason, trouble
from dateline.formats.watching import watch
from dateline.model import Article, Problem

__all__ = ["read", "watch", "write_text"]

_MOST_BYTES = 4 * MOST_CHARACTERS
_IN_MEMORY = 1 << 24
_READ = "plain text, JSON, JSON Lines, CSV, an e-mail or a web page"


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> tuple[list[Article], list[Problem]]:
    """All articles in the files, folders and patterns given (`-` is the standard input), and what went wrong.

    What a file is, is told from its content. Articles come in the order given, within folders sorted by name; an
    article met again is kept once. Nothing that is in a file raises. Raises TypeError for a bare string.
    """
    if isinstance(paths, str):
        raise TypeError(f"found the string {paths!r}, expected a list of paths: write [{paths!r}]")
    return _collect(item for found in find(paths) for item in _open(found, stdin))


def _open(found: str | Problem, stdin: BinaryIO | None) -> Iterator[Item]:
    if isinstance(found, Problem):
        yield found
        return
    try:
        if found == STDIN:
            # Formats look at the beginning more than once, which a pipe does not allow.
            with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
                shutil.copyfileobj(stdin or sys.stdin.buffer, spool)
                yield from _read(spool, found)
        else:
            with Path(found).open("rb") as stream:
                yield from _read(stream, found)
    except OSError as error:
        yield trouble("unreadable-file", found, f"could not be read: {reason(error)}; check its name and permissions")


def _read(stream: IO[bytes], path: str) -> Iterator[Item]:
    stream.seek(0)
    head = stream.read(HEAD)
    what = kind(head, len(head) < HEAD)
    if what is Kind.EMPTY:
        yield trouble("empty-file", path, "found an empty file; expected an article: add its text or remove the file")
    elif what is Kind.BINARY:
        yield _binary(path, called(head))
    elif what is Kind.XML:
        feed = b"<rss" in head or b"<feed" in head or b"<rdf:RDF" in head
        message = (
            f"found {'a feed (RSS or Atom)' if feed else 'XML'}; expected {_READ}: save its articles as one of these"
        )
        yield trouble("unknown-format", path, message)
    elif what is Kind.JSON and not mark(head):
        yield from records.read(stream, path)
    else:
        yield from _whole(stream, path, head, what)


def _whole(stream: IO[bytes], path: str, head: bytes, what: Kind) -> Iterator[Item]:
    stream.seek(0)
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        yield too_long(path)
        return
    if what is Kind.MAIL:
        yield from mail.read(data, path)
        return
    text, problems = decode(data, path, charset(head) if what is Kind.HTML else "")
    yield from problems
    if what is Kind.JSON:
        yield from records.read(io.BytesIO(text.encode("utf-8", "replace")), path)
    elif what is Kind.HTML:
        from dateline.formats import page  # here, for trafilatura takes a second to load and most runs read no page

        yield from page.read(text, path)
    elif "\0" in text:
        yield _binary(path, "a binary file")
    elif parting := sheet.mark(text):
        yield from sheet.read(text, path, parting)
    else:
        yield from _plain(text, path)


def _plain(text: str, path: str) -> Iterator[Item]:
    found = header.split(text)
    if found.unclosed:
        message = "found `---` above names and values, and no `---` line below them; all was read as text: close it"
        yield trouble("bad-header", path, message)
    body = text[found.offset :]
    if not body:
        yield Raw(text="", path=path, offset=found.offset)
        return
    yield fields.raw(found.stated, path, file=path, dated_by=found.dated_by, text=body, offset=found.offset)


def _binary(path: str, what: str) -> Problem:
    return trouble("binary-file", path, f"found {what}; expected {_READ}: save its text, or leave it out")


def _collect(items: Iterable[Item]) -> tuple[list[Article], list[Problem]]:
    """Articles made of what was found, each kept once, and every problem in the order met."""
    articles: dict[str, Article] = {}
    records_met: dict[tuple[str, str], Article] = {}
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
            continue
        made, said = article(item)
        problems += said
        if made is None:
            continue
        if (known := articles.get(made.id)) is not None:
            problems.append(
                trouble("duplicate", made.path, f"found the same article as in {known.path}; it is kept once")
            )
            continue
        articles[made.id] = made
        if item.record:
            # Ids such as "1" recur from file to file; they say something within one source or one file only.
            first = records_met.setdefault((made.source or item.file, item.record), made)
            if first is not made:
                problems.append(_same_record(item.record, made, first))
    return list(articles.values()), problems


def _same_record(record: str, made: Article, first: Article) -> Problem:
    message = f"found id {record[:60]!r} again, with other text than in {first.path}; both are kept, as two versions"
    return trouble("duplicate-id", made.path, f"{message}: give each article an id of its own if they are none")
