"""Words around an expression that say which way it points: since, until, will, said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lang import Language
from dateline.timex.lexicon import Lexicon, lexicon

_REACH = 120
"""So many characters on either side are searched for cues: a clause or two."""

_AUXILIARY = 8
"""So many characters between a word that points ahead and its participle: " be ", " not be "."""

_CLAUSE_END = re.compile(r"[;:\u2014!?]|\.(?=\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled cue words of a language; each pattern is a plain choice of words between word boundaries."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    before: re.Pattern[str]
    kinds: dict[str, str]
    zoned: bool
    endings: tuple[str, ...]
    possessives: frozenset[str]
    ended: re.Pattern[str]
    near: re.Pattern[str]
    tos: frozenset[str]
    ands: frozenset[str]


@cache
def cues(language: Language) -> Cues:
    """The cue words of a language, ready to search with."""
    lex = lexicon(language)
    past = _choice(lex, "cue_past")
    endings = "|".join(re.escape(e) for e in sorted(lex.words.get("past_ending", ())))
    if endings:
        past = rf"{past}|\b(?-i:[^\W\d_A-Z]{{3,20}}(?:{endings}))\b"
    kinds = {w: k for k in ("cue_until", "cue_from", "cue_between", "cue_since") for w in lex.words.get(k, ())}
    before = "|".join(re.escape(w) for w in sorted(kinds, key=lambda w: (-len(w), w))) or "(?!)"
    right_before = re.compile(rf"(?:^|\W)({before})\s+(?:\w{{1,4}}\s+)?$")
    zoned = bool(lex.settings.get("zone_in_value", True))
    return Cues(
        re.compile(_choice(lex, "cue_future"), re.I),
        re.compile(past, re.I),
        right_before,
        kinds,
        zoned,
        tuple(lex.words.get("past_ending", ())),
        lex.words.get("possessive", frozenset()),
        re.compile(_choice(lex, "ended") + r"\s+$", re.I),
        re.compile(_choice(lex, "cue_near") + r"\s+$", re.I),
        lex.words.get("to", frozenset()) | lex.words.get("cue_until", frozenset()),
        lex.words.get("and", frozenset()),
    )


def _choice(lex: Lexicon, name: str) -> str:
    words = sorted(lex.words.get(name, ()), key=lambda w: (-len(w), w))
    bounded = "|".join(("\\b" if w[0].isalnum() else "") + re.escape(w) + "\\b" for w in words)
    return f"(?:{bounded})" if words else "(?!)"


def direction(text: str, start: int, end: int, low: int, high: int, found: Cues) -> int:
    """-1 or 1 where the clause of text[start:end] (within text[low:high]) points back or ahead, else 0.

    The nearest cue before the expression decides, then the nearest after it.
    """
    before = text[max(low, start - _REACH) : start]
    cut = [m.end() for m in _CLAUSE_END.finditer(before)]
    before = before[cut[-1] :] if cut else before
    if found.near.search(before):
        return 1
    sign = _nearest(before, found)
    if sign:
        return sign
    after = text[end : min(high, end + _REACH)]
    stop = _CLAUSE_END.search(after)
    after = after[: stop.start()] if stop else after
    ahead, behind = found.future.search(after), found.past.search(after)
    if not ahead and not behind:
        return 0
    if ahead and behind:
        return 1 if ahead.start() < behind.start() else -1
    return 1 if ahead else -1


def _nearest(before: str, found: Cues) -> int:
    """What the last cue says: the one that ends last, of two that end together the longer, of equal ones the future.

    A participle right after a word that points ahead points ahead too: "should be completed".
    """
    future, past = _last(found.future, before), _last(found.past, before)
    if not future and not past:
        return 0
    if not past or (future and (future[1], -future[0]) >= (past[1], -past[0])):
        return 1
    if (
        future
        and past[0] - future[1] <= _AUXILIARY
        and found.endings
        and before[past[0] : past[1]].endswith(found.endings)
    ):
        return 1
    return -1


def _last(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    place = None
    for m in pattern.finditer(text):
        place = m.span()
    return place


def link(text: str, start: int, low: int, found: Cues) -> str:
    """What stands right before an expression: "cue_since", "cue_until", "cue_from" or ""."""
    m = found.before.search(text[max(low, start - 24) : start].lower())
    return found.kinds[m[1]] if m else ""
