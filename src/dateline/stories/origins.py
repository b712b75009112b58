"""Where each claim comes from: a cited source, a wire credit, a text that several outlets carry, or the paper.

Near-duplicates are found by shared word shingles (Broder 1997), within a language; what is a translation of what is told
(`translations`).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline import lang, origin
from dateline.model import Claim, Part, Reading, Sentence

# The mark of an agency in a by-line: letters by themselves, all great or all small ("Jan de Boer / ANP", "Anna Weber, dpa").
_MARK = re.compile(r"(?:^|(?<=[,/|(–—-]))\s*((?:[A-ZÄÖÜ]{2,5}|[a-zäöü]{2,4}))(?=\s*(?:[,/|)–—-]|$))")

_SHINGLE = 5
_ALIKE = 0.5
"""The share of the shorter text's shingles that must stand in the longer one."""

_FEWEST = 12
"""Texts with fewer shingles are too short to be told apart."""

_MOST_COMMON = 200
"""A shingle that more texts share is boilerplate and no evidence."""

_EDGE = 2
"""A credit alone among the first or in the last paragraphs is a by-line."""


def origins(readings: tuple[Reading, ...], translated: Sequence[tuple[str, str]] = ()) -> tuple[Reading, ...]:
    """The readings with `claim.origin` filled in; see `dateline.origin` for what the words mean. `translated` are pairs of
    articles of which one is a translation of the other.
    """
    copies = _carried(readings, translated)
    abroad = {article for pair in translated for article in pair}
    return tuple(_filled(reading, copies, reading.article.id in abroad) for reading in readings)


def _filled(reading: Reading, copies: Mapping[str, str], abroad: bool) -> Reading:
    if not reading.claims:
        return reading
    article = reading.article
    whole = copies.get(article.id, "")
    agency = _agencies().get(article.source.casefold())
    paper = origin.named(origin.WIRE, agency) if agency else origin.named(origin.PAPER, article.source or article.id)
    lines = [line for line in _credits(reading) if not (whole and _most(line, reading))]
    claims = (replace(c, origin=_origin(c, lines, whole or paper, abroad)) for c in reading.claims)
    return replace(reading, claims=tuple(claims))


@cache
def _agencies() -> dict[str, str]:
    """News agencies by their names in small letters: one that is an article's source is its origin, as a credit makes it."""
    things = lang.shared("entities")["agency"]["things"]
    return {name.casefold(): key for key, thing in things.items() for name in thing["names"]}


def _carried(readings: Sequence[Reading], translated: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The origin of each article that others carry too: the wire that one of them credits for it, else the text."""
    copies = _copies(readings, translated)
    wires: dict[str, list[str]] = {}
    for reading in readings:
        home = copies.get(reading.article.id, "")
        if home:
            wires.setdefault(home, []).extend(line.origin for line in _credits(reading) if _most(line, reading))
    return {article: min(wires[home], default=home) for article, home in copies.items()}


def _most(line: Credit, reading: Reading) -> bool:
    """Whether a credit covers the article or most of it."""
    return 2 * (line.end - line.start) > len(reading.article.text)


def _origin(claim: Claim, lines: Sequence[Credit], fallback: str, abroad: bool) -> str:
    """`abroad`: the article is also told in another language, where a source that no table knows is called otherwise."""
    for informant in claim.attribution:
        if informant.entity or (informant.source and not abroad):
            return origin.named(origin.CITED, informant.entity or informant.source.casefold())
    covering = [c for c in lines if c.start <= claim.span.start < c.end]
    if covering:
        return min(covering, key=lambda c: (c.end - c.start, c.start)).origin
    return fallback


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit and the stretch of text it stands on."""

    start: int
    end: int
    origin: str


def _credits(reading: Reading) -> list[Credit]:
    lines = [s for s in reading.sentences if s.part is Part.CREDIT]
    credited = ((line, _credited(reading, line)) for line in lines)
    return [Credit(*_covered(reading, line), wire) for line, wire in credited if wire]


def _covered(reading: Reading, line: Sentence) -> tuple[int, int]:
    """The caption or paragraph a credit stands in; all that follows where the text starts with it; the whole article
    for a by-line, a paragraph of its own.
    """
    if not any(s.part is Part.SENTENCE and s.start < line.start for s in reading.sentences) and any(
        s.part is Part.SENTENCE and s.paragraph == line.paragraph for s in reading.sentences
    ):
        return line.start, len(reading.article.text)
    beside = [s for s in reading.sentences if s.paragraph == line.paragraph and s != line]
    if beside:
        return min(s.start for s in [*beside, line]), max(s.end for s in [*beside, line])
    last = max(s.paragraph for s in reading.sentences)
    if line.paragraph < _EDGE or line.paragraph > last - _EDGE:
        return 0, len(reading.article.text)
    before = [s for s in reading.sentences if s.paragraph == line.paragraph - 1]
    return (min(s.start for s in before), line.end) if before else (line.start, line.end)


def _credited(reading: Reading, line: Sentence) -> str:
    """The wire a credit names: the things linked in it, else its letters; "" for a by-line that names none, only who wrote."""
    said = reading.article.text[line.start : line.end]
    linked = [m for m in reading.mentions if m.entity and line.start <= m.span.start and m.span.end <= line.end]
    if m := _byline(reading.article.lang).match(said):
        # A name that no table knows may be the author's where it stands first.
        second = line.start + m.end() + len(re.split(r"[,/|(]", said[m.end() :], maxsplit=1)[0])
        houses = {m.entity for m in linked if m.kind == "ORG" and (origin.tabled(m.entity) or m.span.start > second)}
        words = " ".join(_MARK.findall(_without_times(said[m.end() :], reading.article.lang).strip())).casefold()
        return origin.named(origin.WIRE, "+".join(sorted(houses)) or words) if houses or words else ""
    # The place a wire wrote from is no part of its name.
    inside = {m.entity for m in linked if m.kind != "LOC"} or {m.entity for m in linked}
    words = " ".join(re.findall(r"\w+", _without_times(said, reading.article.lang).casefold()))
    return origin.named(origin.WIRE, "+".join(sorted(inside)) or words) if inside or words else ""


def _without_times(said: str, code: str) -> str:
    """A credit without the dates and clock times in it: they are no part of a name."""
    return _times(code).sub(" ", said)


@cache
def _times(code: str) -> re.Pattern[str]:
    zones = _words(code, "times", "zone")
    zone = "|".join(map(re.escape, sorted(zones, key=lambda w: (-len(w), w)))) or r"(?!)"
    hours = "|".join(map(re.escape, _words(code, "times", "oclock"))) or r"(?!)"
    clock = rf"\d{{1,2}}[:.]\d\d(?![\d.])(?:\s*(?:{hours})(?!\w))?(?:\s*\(?(?:{zone})(?!\w)\)?)?"
    return re.compile(rf"(?<![\w.])(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{clock})(?!\w)", re.I)


@cache
def _byline(code: str) -> re.Pattern[str]:
    """What a by-line begins with; never a match where a language has no words for it."""
    table = lang.load(code).table("sentences") if code in lang.available() else {}
    listed = "|".join(re.escape(w) for w in sorted(table.get("byline_words", ()), key=len, reverse=True))
    return re.compile(rf"(?:{listed})\s+" if listed else r"(?!)", re.I)


def _words(code: str, table: str, name: str) -> tuple[str, ...]:
    found = lang.load(code).table(table).get(name, {}) if code in lang.available() else {}
    return tuple(word for listed in found.values() for word in listed)


def _copies(readings: Sequence[Reading], translated: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Article id to the origin shared by all articles whose text is much the same, in whatever language."""
    shingles = {r.article.id: _shingles(r.article.text) for r in readings}
    langs = {r.article.id: r.article.lang for r in readings}
    holders: dict[int, list[str]] = {}
    for article in sorted(shingles):
        for shingle in shingles[article]:
            holders.setdefault(shingle, []).append(article)
    common: Counter[tuple[str, str]] = Counter()
    for found in holders.values():
        if 1 < len(found) <= _MOST_COMMON:
            common.update((a, b) for i, a in enumerate(found) for b in found[i + 1 :] if langs[a] == langs[b])
    alike = [(a, b) for (a, b), n in common.items() if _much(n, len(shingles[a]), len(shingles[b]))]
    return {a: origin.named(origin.TEXT, first) for a, first in _first_of_each([*alike, *translated]).items()}


def _much(common: int, left: int, right: int) -> bool:
    return min(left, right) >= _FEWEST and common >= _ALIKE * min(left, right)


def _first_of_each(alike: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Every article of a pair to the least id that it hangs together with."""
    home: dict[str, str] = {}

    def root(article: str) -> str:
        while home.setdefault(article, article) != article:
            article = home[article]
        return article

    for a, b in sorted(alike):
        low, high = sorted((root(a), root(b)))
        home[high] = low
    return {article: root(article) for article in sorted(home)}


def _shingles(text: str) -> frozenset[int]:
    return frozenset(_hashes(re.findall(r"\w+", text.casefold())))


def _hashes(words: Sequence[str]) -> Iterator[int]:
    for start in range(len(words) - _SHINGLE + 1):
        yield zlib.crc32(" ".join(words[start : start + _SHINGLE]).encode("utf-8", "surrogatepass"))
