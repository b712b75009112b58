"""Links: times that last because of the words before and between them: since 2020, from 3 to 7 May."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.expr import operand
from dateline.model import Sentence
from dateline.timex.cues import Cues, is_moved_to, link
from dateline.timex.finding import Found

_CLAUSE = 60
"""Characters before a stretch in which a verb can say that it is none."""


def paired(text: str, found: Sequence[Found], sentences: Sequence[Sentence], words: Cues) -> list[Found]:
    """The expressions, where the end of a stretch is the first of its name after the beginning: from Monday to Friday."""
    made = list(found)
    for place, one in enumerate(found[:-1]):
        other = found[place + 1]
        before = link(text, one.start, sentences[one.sentence].start, words)
        name = other.sem.select.partition("(")[0]
        if (
            name in ("weekday", "month")
            and one.sem.select.startswith(name)
            and _joined(text, one, other, before, words)
        ):
            sem = (
                replace(other.sem, select="", expr=f"{other.sem.select} on or after ref")
                if not other.sem.expr
                else other.sem
            )
            made[place + 1] = replace(other, sem=sem)
    return made


def linked(
    text: str, found: Sequence[Found], exprs: Sequence[str], sentences: Sequence[Sentence], words: Cues
) -> list[str]:
    """The expressions' times with what stands before and between them; two that make one stretch get the same."""
    made: list[str] = []
    for place, one in enumerate(found):
        if not exprs[place] or one.sem.type in ("DURATION", "SET") or one.sem.vague or one.sem.part[:1].isdecimal():
            made.append(exprs[place])
            continue
        before = link(text, one.start, sentences[one.sentence].start, words)
        stretch = _stretch(text, found, exprs, place, before, words)
        if stretch:
            made.append(stretch)
        elif place and made[-1].startswith(("from ", "between ")) and made[-1].endswith(f" {operand(exprs[place])}"):
            made.append(made[-1])
        elif before == "cue_until" and is_moved_to(text, one.start, one.end, *_bounds(sentences[one.sentence]), words):
            made.append(exprs[place])  # "put off until Thursday": the new day, and no end of anything
        elif before in ("cue_since", "cue_until"):
            made.append(f"{before.removeprefix('cue_')} {operand(exprs[place])}")
        else:
            made.append(exprs[place])
    return made


def _bounds(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _stretch(text: str, found: Sequence[Found], exprs: Sequence[str], place: int, before: str, words: Cues) -> str:
    """The stretch from an expression to the next one, where the words say so."""
    if place + 1 >= len(found):
        return ""
    one, other = found[place], found[place + 1]
    if other.sentence != one.sentence or not exprs[place + 1] or one.sem.type != other.sem.type or other.sem.vague:
        return ""
    if not _joined(text, one, other, before, words):
        return ""
    if before == "cue_between":
        return f"between {operand(exprs[place])} and {operand(exprs[place + 1])}"
    return f"from {operand(exprs[place])} to {operand(exprs[place + 1])}"


def _joined(text: str, one: Found, other: Found, before: str, words: Cues) -> bool:
    """Whether the words before and between two expressions make one stretch of them."""
    middle = text[one.end : other.start].strip().lower()
    around = text[max(0, one.start - _CLAUSE) : one.start]
    if middle in words.moved and words.moving.search(around):
        return False  # "moved from Tuesday to Thursday"
    if before == "cue_between":
        return middle in words.ands
    return before in ("cue_from", "cue_since") and middle in words.tos
