"""What the lines at the head of a text say of it: who wrote it and when it came out ("By Jane Moyo, 3 May 2024, 09:15 CAT").

The lines stay in the text. Here only the day and the author are read off them, for an article that states none otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline import lang
from dateline.errors import BadDate
from dateline.formats import dates
from dateline.when import Grain, When

_HEAD = 1_500
_LINES = 6
"""By-lines stand among so many lines at the head of a text."""

_WIDEST = 140
_MOST_WORDS = 16
_NAMES = (2, 5)
"""A person's name has at least and at most so many words."""

# What parts the things that one line says: "By Jane Moyo | 3 May 2024 | Updated 4 May 2024".
_PARTING = re.compile(r"\s*[|·•;]\s*|\s+[-–—/]\s+")
# The place that a report is sent from: "HULL, England, ", "Den Haag, ".
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3},\s*){0,2}")
# The place and day of a wire's report, before its text: "HULL, England, May 3, 2024 (Fenwire) - ".
_WIRE = re.compile(r"(?P<place>[^a-zß\d]{2,40}, (?:[^,\d]{2,30}, )?)(?P<day>[^()]{6,60}?)(?: \([^()]{2,40}\))? ?[-–—] ")
_SENTENCE = re.compile(r"[!?…]['\"”’»“)\]]*$")


@dataclass(frozen=True, slots=True)
class Byline:
    """The author, the date of publication (else of the last change), the outlet the author writes for and the line above the
    by-line, verbatim; "" where the lines do not say."""

    author: str = ""
    stated: str = ""
    outlet: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that open a by-line and a line about the page's own day, in every language."""

    byline: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    weak: re.Pattern[str]
    outlet: re.Pattern[str]
    small: frozenset[str]
    joining: frozenset[str]


def find(text: str) -> Byline:
    """What the by-lines at the head of a text say.

    >>> find("Bridge shut\\nBy Jane Moyo, Harare, 3 May 2024, 09:15 CAT\\n\\nThe bridge is shut.")
    Byline(author='Jane Moyo', stated='3 May 2024, 09:15 CAT', outlet='', title='Bridge shut')
    """
    authors: list[str] = []
    published: list[str] = []
    updated: list[str] = []
    outlet, title, first = "", "", ""
    above = ""
    for line in _lines(text):
        parts = list(_parted(line))
        said = [found for part in parts if (found := _opened(part))]
        if not above:
            first = "" if said or _WIRE.match(line) or _is_day(line) else line
        elif said and above == "title":
            title = first
        outlet = outlet or next((o for kind, rest in said if kind == "byline" and (o := _outlet(rest))), "")
        for kind, rest in said:
            day = _day_of_author(line, rest) if kind == "byline" else _leading(rest)
            (updated if kind == "updated" else published).append(day)
            if kind == "byline":
                # What names a day that is not the page's own is a title and names nobody.
                authors.append(_author(rest) if day or not _ending(rest) else "")
        # "By Jane Moyo | 3 May 2024": a day beside them on one line is the page's too.
        published += [part for part in parts if said and not _opened(part) and _is_day(part)]
        published.append(_below(line, above))
        above = "byline" if any(kind == "byline" for kind, _ in said) else "title" if not above else "text"
    stated = next((day for day in (*published, *updated) if day), "") or _of_wire(text)
    return Byline(next((a for a in authors if a), ""), stated, outlet, title)


def is_label(name: str) -> bool:
    """Whether what stands among the authors is no name but a word about the day: "Updated"."""
    words = _words()
    return any(pattern.fullmatch(name.strip()) for pattern in (words.updated, words.published))


def _outlet(rest: str) -> str:
    """The part of a by-line behind its names that is called an agency or a paper: "Laura Pintea, Eastgate News Agency"."""
    parts = [part.strip() for part in re.split(r"[,(|)]", rest)[1:]]
    return next((part for part in parts if _words().outlet.search(part)), "")


def _parted(line: str) -> Iterator[str]:
    """What a line says one after another; a day and the clock time in the part behind it are one thing."""
    ends = [m.span() for m in _PARTING.finditer(line)] + [(len(line), len(line))]
    begin = 0
    for (end, after), (further, _) in zip(ends, [*ends[1:], ends[-1]], strict=True):
        if begin > end:
            continue
        part = line[begin:end].strip()
        if _is_day(part) and further > end and _is_day(whole := line[begin:further].strip()):
            part, after = whole, further + 1
        yield part
        begin = after


def _day_of_author(line: str, rest: str) -> str:
    """The day behind the names of a by-line. A title may look like one ("By Sea and Land, 6 June 1944"): a day without a
    clock time is the page's only behind the name of a person, or behind none.
    """
    day = _ending(rest)
    named = rest[: len(rest) - len(day)].strip(" ,")
    sure = not named or (_author(rest) and not _words().weak.match(line))
    return day if sure or (day and _is_timed(day)) else ""


def _below(line: str, above: str) -> str:
    """The day of a line that is nothing but a place and a day: below a by-line, or with a clock time below the title."""
    place = _PLACE.match(line)
    day = line[place.end() :] if place and line[:1].isupper() and _is_day(line[place.end() :]) else line
    if not _is_day(day):
        return ""
    return day if above == "byline" or (above == "title" and _is_timed(day)) else ""


def _of_wire(text: str) -> str:
    """The day, with its year, of the place and day that a wire's report begins with."""
    heads = (_WIRE.match(line.strip(" \t\ufeff")) for line in text[:_HEAD].splitlines()[: 2 * _LINES])
    return next((m["day"] for m in heads if m and _is_day(m["day"])), "")


def _lines(text: str) -> Iterator[str]:
    """The lines at the head that can be by-lines: few words, not ended as a sentence is."""
    head = [line.strip(" \t\ufeff") for line in text[:_HEAD].splitlines()]
    for line in [line for line in head if line][:_LINES]:
        if len(line) <= _WIDEST and len(line.split()) <= 2 * _MOST_WORDS and not _SENTENCE.search(line):
            yield line


def _opened(part: str) -> tuple[str, str] | None:
    """("byline", "published" or "updated", what stands behind its words), or None where a part opens with none of them."""
    words = _words()
    for kind, pattern in (("updated", words.updated), ("published", words.published)):
        if (m := pattern.match(part)) and (_leading(part[m.end() :]) or not part[m.end() :].strip()):
            return kind, part[m.end() :].strip()
    if (m := words.byline.match(part)) and _named(part[m.end() :]):
        return "byline", part[m.end() :].strip()
    return None


def _named(rest: str) -> bool:
    """Whether a by-line's rest begins with names and is no sentence: "By Friday the bridge had ..." is one."""
    if rest.rstrip()[-1:] in (".", ":"):
        return False
    before = rest[: len(rest) - len(_ending(rest))]
    found = [w.strip(",()&") for w in before.split()]
    small = _words().small
    return bool(found) and all(not w or w in small or _fits(w, before) for w in found)


def _fits(word: str, line: str) -> bool:
    """Whether a word can stand in a by-line: a name, a clock time, or the mark of an agency or desk in small letters, short
    and behind a comma ("Anna Weber, dpa").
    """
    if word[0].isupper() or word[0].isdigit():
        return True
    return 2 <= len(word) <= 4 and word.isalpha() and bool(re.search(rf"[,(]\s*{re.escape(word)}\b", line))


def _author(rest: str) -> str:
    """The names before the first comma, where they are those of persons: of each a given and a family name at least."""
    before = rest[: len(rest) - len(_ending(rest))]
    name = re.split(r"[,(|]", before, maxsplit=1)[0].strip()
    if re.search(r"\d", name) or _words().byline.match(name) or len(name.split()) > 2 * _NAMES[1]:
        return ""
    return name if all(len([w for w in p if w[:1].isupper()]) >= _NAMES[0] for p in _persons(name)) else ""


def _persons(name: str) -> list[list[str]]:
    """The words of each of the persons that a name joins: "Jane Moyo and Tom Lee"."""
    found: list[list[str]] = [[]]
    for word in name.split():
        if word in _words().joining:
            found.append([])
        else:
            found[-1].append(word)
    return found


def _leading(rest: str) -> str:
    """The longest date a line begins with, where nothing but a by-line or another part stands behind it."""
    words = list(re.finditer(r"\S+", rest))[:_MOST_WORDS]
    for word in reversed(words):
        said = rest[words[0].start() : word.end()].rstrip(",")
        behind = rest[word.end() :].strip(" ,")
        if _is_day(said) and (not behind or behind[0] in "(|" or _words().byline.match(behind)):
            return said
    return ""


def _ending(rest: str) -> str:
    """The longest date a line ends with."""
    for word in list(re.finditer(r"\S+", rest))[:_MOST_WORDS]:
        if _is_day(rest[word.start() :].strip()):
            return rest[word.start() :]
    return ""


def _is_day(said: str) -> bool:
    """Whether the words are a date of a day or finer, with its year."""
    return (when := _date(said)) is not None and when.grain <= Grain.DAY


def _is_timed(said: str) -> bool:
    """Whether the words are a day and a clock time."""
    return _is_day(said) and bool((when := _date(said)) and when.clock)


def _date(said: str) -> When | None:
    """The date that the words are, or None."""
    if not re.search(r"\d", said) or said.isdigit():
        return None
    try:
        return dates.parse(said)
    except BadDate:
        return None


@cache
def _words() -> _Words:
    tables = [lang.load(code).table("sentences") for code in lang.available()]

    def listed(name: str) -> list[str]:
        return sorted({w for table in tables for w in table.get(name, ())}, key=lambda w: (-len(w), w))

    def opening(name: str) -> re.Pattern[str]:
        options = "|".join(re.escape(w.removesuffix(":")) for w in listed(name))
        return re.compile(rf"(?:{options})(?!\w)\s*:?\s*", re.I) if options else re.compile(r"(?!)")

    small = frozenset(w.casefold() for w in listed("credit_small_words"))
    clauses = (lang.load(code).table("clauses") for code in lang.available())
    joining = frozenset(("&", *(w for table in clauses for w in table.get("function", {}).get("coordinators", ()))))
    return _Words(
        opening("byline_words"),
        opening("published_words"),
        opening("updated_words"),
        opening("weak_byline_words"),
        re.compile(rf"(?:{'|'.join(map(re.escape, listed('outlet_words')))})$", re.I),
        small,
        joining,
    )
