"""Words around an expression that say which way it points: since, until, will, said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.lang import Language
from dateline.timex.lexicon import TOKEN, Lexicon, lexicon, tokens
from dateline.timex.tenses import Tenses, tenses

_REACH = 120
"""So many characters on either side are searched for cues: a clause or two."""

_CLOSE = 24
"""So many characters before an expression can hold a word that stands right before it."""

_AUXILIARY = 12
"""So many characters between a word that points ahead and its participle: " be ", " still be "."""

_OPENING = 2
"""So many words before a limit leave it at the beginning of its clause: "but by"."""

_SHORTEST = 5
"""Shorter words with a past ending are other words: red, bed, de."""

_CLAUSE_END = re.compile(r"[;:!?](?=\s)|\u2014|(?<=[a-z]{3})\.(?=\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of a language: from the first token of a cue to its tokens and the way it points (-1, 1)."""

    signs: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    endings: tuple[str, ...]
    before: re.Pattern[str]
    kinds: dict[str, str]
    near: re.Pattern[str]
    meant: re.Pattern[str]
    lasting: re.Pattern[str]
    background: re.Pattern[str]
    relative: re.Pattern[str]
    foreseen: re.Pattern[str]
    still: re.Pattern[str]
    aimed: re.Pattern[str]
    moved_to: re.Pattern[str]
    moving: re.Pattern[str]
    moved: frozenset[str]
    thans: frozenset[str]
    ended: re.Pattern[str]
    possessives: frozenset[str]
    tos: frozenset[str]
    ands: frozenset[str]
    verbs: Tenses
    zoned: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue in its place; `bare` where only its ending says so."""

    start: int
    end: int
    sign: int
    bare: bool = False


@cache
def cues(language: Language) -> Cues:
    """The cue words of a language, ready to search with."""
    lex = lexicon(language)
    kinds = {w: k for k in ("cue_until", "cue_from", "cue_between", "cue_since") for w in lex.words.get(k, ())}
    kinds |= dict.fromkeys(lex.words.get("cue_reaching", ()), "cue_until")
    before = "|".join(re.escape(w) for w in sorted(kinds, key=lambda w: (-len(w), w))) or "(?!)"
    return Cues(
        signs=_signs(lex),
        endings=tuple(lex.words.get("past_ending", ())),
        before=re.compile(
            rf"(?:^|\W)({before})\s+(?:(?:{_either(lex.words.get('approximate', ())) or '(?!)'})\s+)?(?:\w{{1,4}}\s+)?$"
        ),
        kinds=kinds,
        near=_right_before(lex, "cue_near"),
        lasting=_right_before(lex, "cue_lasting", "the"),
        background=_in_stretch(lex.words.get("cue_lasting", ())),
        relative=_in_stretch(tenses(language).relatives, r",\s+"),
        foreseen=_in_stretch(lex.words.get("cue_foreseen", ())),
        still=_in_stretch(lex.words.get("cue_still", ())),
        meant=_right_before(lex, "cue_meant"),
        aimed=_right_before(lex, ("cue_meant", "cue_reaching"), "the"),
        moved_to=_right_before(lex, "cue_moved_to"),
        moving=re.compile(rf"\b(?:{_either(lex.words.get('cue_moving', ())) or '(?!)'})\b", re.IGNORECASE),
        moved=lex.words.get("cue_moved_to", frozenset()),
        thans=lex.words.get("than", frozenset()),
        ended=_right_before(lex, "ended"),
        possessives=lex.words.get("possessive", frozenset()),
        tos=lex.words.get("to", frozenset()) | lex.words.get("cue_until", frozenset()),
        ands=lex.words.get("and", frozenset()),
        verbs=tenses(language),
        zoned=bool(lex.settings.get("zone_in_value", True)),
    )


def _signs(lex: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, sign in (("cue_future", 1), ("cue_past", -1)):
        for word in sorted(lex.words.get(name, ())):
            cue = tokens(word)
            found.setdefault(cue[0], []).append((cue, sign))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _right_before(lex: Lexicon, names: str | tuple[str, ...], between: str = "") -> re.Pattern[str]:
    """What finds a word of some classes at the end of a text, where a word of the class `between` may follow it."""
    listed = (names,) if isinstance(names, str) else names
    words = _either(word for name in listed for word in lex.words.get(name, ()))
    idle = _either(lex.words.get(between, ()))
    middle = rf"(?:(?:{idle})\s+)?" if idle else ""
    return re.compile(rf"\b(?:{words})\s+{middle}$" if words else "(?!)", re.IGNORECASE)


def _in_stretch(words: Iterable[str], before: str = r"\b") -> re.Pattern[str]:
    """What finds one of the words in the last stretch of a text between marks."""
    listed = _either(words)
    return re.compile(rf"{before}(?:{listed})\b[^,;:]*$" if listed else "(?!)", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def stands_before(pattern: re.Pattern[str], text: str, start: int, low: int) -> bool:
    """Whether one of a pattern's words stands right before a place, in text[low:start]."""
    return pattern.search(text[max(low, start - _CLOSE) : start]) is not None


def direction(text: str, start: int, end: int, low: int, high: int, found: Cues) -> int:
    """-1 or 1 where the clause of text[start:end] (within text[low:high]) points back or ahead, else 0.

    The nearest cue before the expression decides, then the nearest after it; in a clause that puts its verb last, what
    stands before the clause says nothing of it.
    """
    before, after = _around(text, start, end, low, high)
    if _fallen_due(before, after, found):
        return -1
    if stands_before(found.lasting, text, start, low):
        return -1  # what is so since a day is so already: "Seit Montag fahren keine Züge"
    if link(text, start, low, found) in ("cue_since", "cue_from") and plans_around(text, start, end, low, high, found):
        return 1  # "drohte mit einem Streik ab Montag"
    near = stands_before(found.near, text, start, low)
    if near and not (link(text, start, low, found) == "cue_since" and _told(before, after, found) < 0):
        return -1 if found.verbs.gone_by(before, after) or _had_come(before, after, found) else 1
    if found.verbs.leads(before, after) or found.verbs.intends(before, after):
        return 1
    return _told(before, after, found)


def _fallen_due(before: str, after: str, found: Cues) -> bool:
    """Whether what stands between two commas tells what was to be by then, and the clause behind it that the thing still is as
    it was: "which was to be mended by Sunday, is still leaking"."""
    _, opens, own = before.rpartition(",")
    inner, closes, around = after.partition(", ")
    if not opens or not closes or not found.still.search(around.partition(",")[0]):
        return False
    return found.foreseen.search(f"{own} {inner}") is not None


def _had_come(before: str, after: str, found: Cues) -> bool:
    """Whether a clause opens with a limit and tells how things stood by then: "but by Sunday they were back"."""
    if after.lstrip()[:1] == "," or len(TOKEN.findall(before.rpartition(", ")[2])) > _OPENING:
        return False
    first = next(iter(_marks(after, found, behind=True)), None)
    return first is not None and first.sign < 0 and after[first.start : first.end] in found.verbs.perfect


def _told(before: str, after: str, found: Cues) -> int:
    """What the cues and verbs around an expression say: the nearest before it, else the first after it."""
    opening = found.verbs.opening(before)
    sign = _nearest(_marks(before[max(opening, 0) :], found))
    if sign:
        return -1 if sign > 0 and found.verbs.heard(before, after) else sign
    return _first(_marks(after, found, behind=True), after, opening >= 0)


def is_moved_to(text: str, start: int, end: int, low: int, high: int, found: Cues) -> bool:
    """Whether an expression is the new day of what its clause puts off or brings forward: "auf Donnerstag verschoben"."""
    if not stands_before(found.moved_to, text, start, low):
        return False
    return any(found.moving.search(part) for part in _around(text, start, end, low, high))


def in_background(text: str, start: int, end: int, low: int, high: int, found: Cues) -> bool:
    """Whether an expression stands in a clause that only tells since when, or in a relative of what had been before: "the
    first since the airport shut on Monday", ", who had fled on Sunday"."""
    before, after = _around(text, start, end, low, high)
    if found.background.search(before):
        return True
    relative = found.relative.search(before)
    words = TOKEN.findall(f"{relative[0]} {after.partition(',')[0]}") if relative else []
    return not found.verbs.before.isdisjoint(words)


def plans_around(text: str, start: int, end: int, low: int, high: int, found: Cues) -> bool:
    """Whether the clause of text[start:end] has a verb of planning, in any form: "had been foreseen for December"."""
    around = " ".join(_around(text, start, end, low, high)).lower()
    return found.verbs.plan_among(TOKEN.findall(around))


def _around(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """What stands before and after an expression, as far as a clause or two go."""
    before = text[max(low, start - _REACH) : start]
    cut = [m.end() for m in _CLAUSE_END.finditer(before)]
    after = text[end : min(high, end + _REACH)]
    stop = _CLAUSE_END.search(after)
    return before[cut[-1] :] if cut else before, after[: stop.start()] if stop else after


def _first(marks: list[Mark], after: str, verb_last: bool) -> int:
    """What the first cue after an expression says; where the verb stands last, the last before the next comma."""
    comma = after.find(", ")
    own = [m for m in marks if comma < 0 or m.start < comma] if verb_last else []
    if own:
        return own[-1].sign
    return min(marks, key=lambda m: (m.start, m.bare, -m.sign)).sign if marks else 0


def _nearest(marks: list[Mark]) -> int:
    """What the last cue says: the one that ends last, of two that end together the longer, of equal ones the future.

    A participle right after a word that points ahead points ahead too: "should be completed".
    """
    if not marks:
        return 0
    last = max(marks, key=lambda m: (m.end, -m.start, m.sign))
    others = [m for m in marks if m.end <= last.start]
    if last.bare and others:
        other = max(others, key=lambda m: (m.end, -m.start, m.sign))
        if other.sign > 0 and last.start - other.end <= _AUXILIARY:
            return 1
    return last.sign


def _marks(text: str, found: Cues, behind: bool = False) -> list[Mark]:
    """The cues and verbs of a clause, in order; of cues that begin together the longest: "could not" is no "could".

    `behind` tells that they stand behind the time.
    """
    places = list(TOKEN.finditer(text))
    words = [m.group() for m in places]
    lowered = [w.lower() for w in words]
    marks: list[Mark] = []
    for at, word in enumerate(lowered):
        if at and lowered[at - 1] in found.thans:
            continue  # "later than planned" compares, and plans nothing
        start, end = places[at].span()
        named = found.verbs.names(lowered, at)
        sign = found.verbs.sign(words, at, behind)
        if sign < 0 or (sign and not (at and lowered[at - 1] in found.signs)):
            marks.append(Mark(start, end, sign, bare=word in found.verbs.doubles))
        if found.verbs.aims(lowered, at):
            marks.append(Mark(start, end, 1))
        for cue, sign in found.signs.get(word, ()):
            if (len(cue) == 1 and not named) or (len(cue) > 1 and tuple(lowered[at : at + len(cue)]) == cue):
                marks.append(
                    Mark(start, places[at + len(cue) - 1].end(), sign, bare=sign < 0 and word in found.verbs.doubles)
                )
                break
        if (
            found.endings
            and word.endswith(found.endings)
            and len(word) >= _SHORTEST
            and words[at] == word
            and not named
        ):
            marks.append(Mark(start, end, -1, bare=True))
    return marks


def link(text: str, start: int, low: int, found: Cues) -> str:
    """What stands right before an expression: "cue_since", "cue_until", "cue_from", "cue_between" or ""."""
    m = found.before.search(text[max(low, start - _CLOSE) : start].lower())
    return found.kinds[m[1]] if m else ""
