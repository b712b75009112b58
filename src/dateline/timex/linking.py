"""Links: times that last because of the words before and between them: since 2020, from 3 to 7 May."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Sentence
from dateline.timex.cues import Cues, link
from dateline.timex.finding import Found


def linked(
    text: str, found: Sequence[Found], exprs: Sequence[str], sentences: Sequence[Sentence], words: Cues
) -> list[str]:
    """The expressions' times with what stands before and between them; two that make one stretch get the same."""
    made: list[str] = []
    for place, one in enumerate(found):
        if not exprs[place] or one.sem.type in ("DURATION", "SET") or one.sem.vague or one.sem.part[:1].isdigit():
            made.append(exprs[place])
            continue
        before = link(text, one.start, sentences[one.sentence].start, words)
        stretch = _stretch(text, found, exprs, place, before, words)
        if stretch:
            made.append(stretch)
        elif place and made[-1].startswith(("from ", "between ")) and made[-1].endswith(f"({exprs[place]})"):
            made.append(made[-1])
        elif before in ("cue_since", "cue_until"):
            made.append(f"{before.removeprefix('cue_')} ({exprs[place]})")
        else:
            made.append(exprs[place])
    return made


def _stretch(text: str, found: Sequence[Found], exprs: Sequence[str], place: int, before: str, words: Cues) -> str:
    """The stretch from an expression to the next one, where the words say so."""
    if place + 1 >= len(found) or before not in ("cue_from", "cue_between", "cue_since"):
        return ""
    one, other = found[place], found[place + 1]
    if other.sentence != one.sentence or not exprs[place + 1] or one.sem.type != other.sem.type or other.sem.vague:
        return ""
    middle = text[one.end : other.start].strip().lower()
    if before == "cue_between":
        return f"between ({exprs[place]}) and ({exprs[place + 1]})" if middle in words.ands else ""
    return f"from ({exprs[place]}) to ({exprs[place + 1]})" if middle in words.tos else ""
