"""What a file is, by what is in it. Names and extensions are not asked."""

from __future__ import annotations

import re
from enum import Enum, auto

from dateline.formats.encoding import mark
from dateline.formats.mail import is_mail

HEAD = 1 << 16
"""How many bytes are looked at."""

# The first bytes of files that are often put beside articles and hold no zero byte early on.
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
_CALLED = (
    (b"%PDF-", "a binary file (PDF)"),
    (b"PK\x03\x04", "a binary file (a zip archive, or a document of an office program)"),
    (b"\x1f\x8b", "a binary file (compressed by gzip)"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"\xd0\xcf\x11\xe0", "a binary file (a document of an old office program)"),
)
_LEAD = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
_HTML = re.compile(_LEAD + r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)\b", re.I | re.S)
_XML = re.compile(r"\s*(?:<\?xml\b|<(?:rss|feed|rdf:RDF|newsMessage|nitf|TimeML)\b)", re.I)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))')


class Kind(Enum):
    """The kinds of file told apart."""

    EMPTY = auto()
    BINARY = auto()
    JSON = auto()
    HTML = auto()
    XML = auto()
    MAIL = auto()
    TEXT = auto()


def kind(head: bytes, whole: bool) -> Kind:
    """What a file that begins with `head` is; `whole` says that `head` is all there is."""
    encoding = mark(head)
    if not encoding and (b"\0" in head or head.startswith(_SIGNATURES)):
        return Kind.BINARY
    text = head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
    if whole and not text.strip():
        return Kind.EMPTY
    if _JSON.match(text):
        return Kind.JSON
    if _HTML.match(text):
        return Kind.HTML
    if _XML.match(text):
        return Kind.XML
    return Kind.MAIL if is_mail(text) else Kind.TEXT


def called(head: bytes) -> str:
    """What a binary file is called by people, by its first bytes; "a binary file" where they tell nothing."""
    return next((name for signature, name in _CALLED if head.startswith(signature)), "a binary file")
