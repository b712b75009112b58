"""From bytes to text: never silently, and one code point for one code point of the file."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from dateline.formats.trouble import trouble
from dateline.model import Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings that web pages and news archives come in (https://encoding.spec.whatwg.org/), the likeliest first.
# Others that charset-normalizer knows, such as those of old Macintoshes, are mistaken for these too often.
_ALPHABETS = ("cp1252", "cp1250", "cp1254", "cp1257")
_SCRIPTS = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "cp874")
_SAMPLE = 50_000
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PAGE_HEAD = 4_000


def mark(data: bytes) -> str:
    """The encoding that a UTF-16 or UTF-32 byte order mark announces, or ""."""
    return next((name for bom, name in _MARKS if data.startswith(bom)), "")


def charset(page: bytes) -> str:
    """The encoding a web page names in its head, or ""."""
    m = _CHARSET.search(page[:_PAGE_HEAD])
    return m[1].decode("ascii", "ignore") if m else ""


def decode(data: bytes, subject: str, declared: str = "") -> tuple[str, list[Problem]]:
    """The text of a file, and a problem where it is not plainly UTF-8.

    A byte order mark stays in the text as U+FEFF, so that offsets count what the file holds. `declared` is an
    encoding that the file names itself (an HTML page does); it is taken at its word where it can decode the file.
    """
    if announced := mark(data):
        return _take(data, announced, subject)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first = error
    if declared and (text := _as(data, declared)) is not None:
        return text, []
    name = "utf-8" if _mostly_utf8(data) else _guess(data)
    text = data.decode(name, "replace")
    lost = text.count("\ufffd")
    kept = f"; {lost} characters are lost and stand as U+FFFD" if lost else ""
    message = f"found byte 0x{data[first.start]:02X} at {first.start}, which is not UTF-8; read as {name}{kept}"
    return text, [trouble("encoding", subject, f"{message}: save the file as UTF-8 to be sure")]


def _take(data: bytes, name: str, subject: str) -> tuple[str, list[Problem]]:
    text = data.decode(name, "replace")
    message = f"found a byte order mark of {name}, expected UTF-8; it was read as {name}: save the file as UTF-8"
    return text, [trouble("encoding", subject, message)]


def _as(data: bytes, name: str) -> str | None:
    try:
        return data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError):
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the file is UTF-8 with a few broken bytes: at least ten good sequences for each bad one."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - bad >= 10 * bad


def _guess(data: bytes) -> str:
    """The encoding by charset-normalizer, from those in use.

    Latin letters with an accent here and there are one byte among ASCII; there the encodings of other scripts are not
    asked, which on short texts see Chinese in one accent. Among the alphabets the one that makes letters of more bytes
    wins, then the one whose letters come nearer to a language's, then the less noisy, then the commoner.
    """
    sample = data[:_SAMPLE]
    high = re.findall(rb"[\x80-\xff]+", sample)
    western = sum(map(len, high)) * 5 < len(sample) and sum(len(run) > 2 for run in high) * 5 < len(high)
    known = _ALPHABETS if western else _ALPHABETS + _SCRIPTS
    matches = list(from_bytes(sample, cp_isolation=list(known)))
    if not matches:
        return known[0]

    def rank(match: CharsetMatch) -> tuple[int, float, float, int]:
        letters = sum(c > "\x7f" and c.isalpha() for c in str(match))
        order = min(known.index(name) for name in match.could_be_from_charset if name in known)
        noise = (-match.coherence, match.chaos) if western else (match.chaos, -match.coherence)
        return (-letters if western else 0, *noise, order)

    best = min(matches, key=rank).could_be_from_charset
    return next(name for name in known if name in best)
