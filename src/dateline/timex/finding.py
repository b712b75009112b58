"""Finding: the expressions of a sentence, and which of them are none after all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Sentence
from dateline.timex.clock import in_part
from dateline.timex.context import follows, is_name, is_year, part_is_meant, season_is_meant, word_after
from dateline.timex.grammar import parse
from dateline.timex.lexicon import Lexicon
from dateline.timex.pattern import Item
from dateline.timex.reading import read
from dateline.timex.sem import Sem
from dateline.timex.spans import spell
from dateline.timex.weeks import HENCE, alone
from dateline.when import When

_SET_BESIDE = frozenset({"later", "earlier", "deictic"})
"""Constructions that set a time beside the last one by so much, unless a comparison goes on ("later than planned")."""

_REF = "ref"
"""What stands in an expression for the mention before it."""

_NAME_LIKE = frozenset({"month", "season", "weekday", "bare units", "vague word"})
_WORDS_ONLY = re.compile(r"[^\W\d_\s]*(?:\s+[^\W\d_]+)*\s*")
_LAST_WORD = re.compile(r"\s+(\w+)$")
_CONTINUES = re.compile(r"\s+\w")

_BETWEEN = 8
"""Characters between a clock time and the part of its day: " in the "."""

_MANY = 8
"""So many years long past make a text a narrative, unless a third as many times hang on its own day."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in its place: the sentence's number, the sense and the construction that made it."""

    start: int
    end: int
    sentence: int
    sem: Sem
    rule: str


def found_in(text: str, sentence: Sentence, number: int, lexicon: Lexicon) -> list[Found]:
    """The time expressions of one sentence, in order."""
    found: list[Found] = []
    for run in read(text, sentence.start, sentence.end, lexicon):
        items = parse(run, lexicon)
        for place, item in enumerate(items):
            sem = _sense(text, items, place, lexicon)
            if sem is None and _counts_another(text, item, lexicon):
                item, sem = _only_weekday(text, item)
            if sem and item.rule == HENCE and follows(text, item, lexicon, "during"):
                item, sem = _day_alone(text, item, sem)
            sem = _by_part_of_day(text, items, place, sem) if sem else None
            if sem and not _before_event(text, item, sentence.end, lexicon):
                found.append(_hung(Found(item.start, item.end, number, sem, item.rule), text, sentence.end, lexicon))
    return found


def _counts_another(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether the number before a weekday counts something else that went before: of two tests "the second was stopped on
    Monday" is "dat de tweede maandag werd gestaakt" in Dutch. The second Monday of something is none.
    """
    sem: Sem | None = item.cats.get("D")
    after = word_after(text, item.end)
    numbered = sem is not None and sem.weak and sem.select == "nth weekday" and bool(sem.count)
    return numbered and not (lexicon.has("of", after) or _beside(after, lexicon) or after[:1].isupper())


def _only_weekday(text: str, item: Item) -> tuple[Item, Sem]:
    """The weekday of a numbered weekday by itself."""
    word = text[item.start : item.end].split()[-1]
    sem = Sem(select=f"weekday({item.cats['D'].unit})")
    return Item(item.end - len(word), item.end, {"D": sem}, False, "weekday"), sem


def _day_alone(text: str, item: Item, sem: Sem) -> tuple[Item, Sem]:
    """The day of a length and a day by itself, where the length is one: "was suspended for a week on Friday"."""
    word = text[item.start : item.end].split()[-1]
    day = alone(sem)
    return Item(item.end - len(word), item.end, {"D": day}, False, "weekday"), day


def _by_part_of_day(text: str, items: list[Item], place: int, sem: Sem) -> Sem:
    """A clock time of twelve hours as the part of the day behind it has it: "acht uur 's avonds", "8 Uhr abends"."""
    if not sem.part[:1].isdecimal() or place + 1 >= len(items) or "P" not in items[place + 1].cats:
        return sem
    between = text[items[place].end : items[place + 1].start]
    if len(between) > _BETWEEN or not _WORDS_ONLY.fullmatch(between):
        return sem
    return replace(sem, part=in_part(sem.part, items[place + 1].cats["P"].part))


def _before_event(text: str, item: Item, limit: int, lexicon: Lexicon) -> bool:
    """Whether a phrase for the day before or after goes on: "the day before he left" is no day that is known."""
    if item.rule not in ("deictic", "unit before or after", "name beside a mention"):
        return False
    return _beside(_last_word(text, item.start, item.end), lexicon) and bool(_CONTINUES.match(text, item.end, limit))


def _last_word(text: str, start: int, end: int) -> str:
    found = _LAST_WORD.search(text[start:end])
    return found[1] if found else ""


def _beside(word: str, lexicon: Lexicon) -> bool:
    """Whether a word sets one time beside another: before, after."""
    return lexicon.has("before", word) or lexicon.has("after", word)


def _hung(one: Found, text: str, limit: int, lexicon: Lexicon) -> Found:
    """A length that hangs on an event: "two days before he left", "a year after the war".

    "Two days later than planned" is a difference, and no day.
    "Two days before" by itself counts from the last mention, and so does "before" only where a clause ends there.
    """
    beside = one.rule in _SET_BESIDE and _REF in one.sem.expr
    if beside and lexicon.has("than", word_after(text, one.end)):
        count, unit = (one.sem.count, one.sem.unit) if one.sem.unit else (1.0, "day")
        sem = replace(spell(count, unit), mod=one.sem.mod, event=True)
        end = one.end - len(_last_word(text, one.start, one.end))
        return replace(one, end=one.start + len(text[one.start : end].rstrip()), sem=sem, rule="number and unit")
    last = _last_word(text, one.start, one.end) if one.rule == "earlier" else ""
    if lexicon.has("before", last) and _CONTINUES.match(text, one.end, limit):
        sem = replace(spell(one.sem.count, one.sem.unit), mod=one.sem.mod, event=True)
        end = one.start + len(text[one.start : one.end - len(last)].rstrip())
        return replace(one, end=end, sem=sem, rule="number and unit")
    if one.sem.type == "DURATION" and not one.sem.shift and _beside(word_after(text, one.end), lexicon):
        return replace(one, sem=replace(one.sem, event=True))
    return one


def _sense(text: str, items: list[Item], place: int, lexicon: Lexicon) -> Sem | None:
    item = items[place]
    sem: Sem | None = next((item.cats[c] for c in ("D", "U", "T", "S", "V", "VN", "Y", "BARE") if c in item.cats), None)
    if sem is None and "P" in item.cats and part_is_meant(text, item, lexicon):
        part: Sem = item.cats["P"]
        return replace(part, weak=False)
    if sem is None:
        return None
    if sem.weak:
        return _strong(text, item, sem, lexicon)
    if "Y" in item.cats and not is_year(text, item, lexicon):
        return None
    if item.rule == "shared with the last" and lexicon.has("cue_count", word_after(text, item.end)):
        return None  # "on May 5 and 6 people were hurt"
    if item.rule in _NAME_LIKE and is_name(text, item, lexicon):
        return None
    if item.rule == "quarter sign" and text[item.end : item.end + 1].isalnum():
        return None  # "H1" of "H1N1"
    if "BARE" in item.cats and not follows(text, item, lexicon, "bare_before"):
        return None
    if "U" in item.cats:
        return _rate(items, place, sem)
    return sem


def _strong(text: str, item: Item, sem: Sem, lexicon: Lexicon) -> Sem | None:
    """The year, where its company says which or how long: for the year; the year ended June 30."""
    if item.rule == "the unit" and sem.shape == "day" and follows(text, item, lexicon, "whole_day"):
        return replace(sem, expr="ref", weak=False)
    if item.rule == "season" and season_is_meant(text, item, lexicon):
        return replace(sem, weak=False)
    if item.rule != "the unit" or sem.shape != "year":
        return None
    if lexicon.has("ended", word_after(text, item.end)):
        return spell(1, "year")
    return replace(sem, weak=False) if follows(text, item, lexicon, "whole") else None


def _rate(items: list[Item], place: int, sem: Sem) -> Sem | None:
    """Four flights a week: a rate, not a time."""
    item = items[place]
    before = items[place - 1].cats if place else {}
    if item.rule == "number and unit" and sem.count == 1 and ("RATE" in before or "NUM" in before or "OTHER" in before):
        return Sem("SET", value=f"P1{sem.unit[0].upper()}") if sem.unit == "year" else None
    return sem


def is_narrative(found: list[Found], published: When) -> bool:
    """Whether dates hang on one another: years long before the article outnumber what hangs on its day."""
    today = date.fromordinal(published.begin.lo).year if published.begin.known else 0
    years = sum(1 for f in found if f.sem.expr[:4].isdecimal() and (not today or int(f.sem.expr[:4]) < today - 1))
    deictic = sum(1 for f in found if _on_its_day(f.sem))
    return years >= _MANY and years >= 3 * deictic


def _on_its_day(sem: Sem) -> bool:
    """Whether only the article's own day can say when; "the end of the year" may be of any year."""
    return ("anchor" in sem.expr and "year(anchor)" not in sem.expr) or sem.select.startswith("weekday")
