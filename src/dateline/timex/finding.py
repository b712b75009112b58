"""Finding: the expressions of a sentence, and which of them are none after all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Sentence
from dateline.timex.grammar import parse
from dateline.timex.lexicon import Lexicon
from dateline.timex.pattern import Item
from dateline.timex.reading import read
from dateline.timex.sem import Sem
from dateline.timex.spans import length
from dateline.when import When

_WORD_BEFORE = re.compile(r"([\w$\u20ac\u00a3']+)\W{0,2}$")
_LAST_WORD = re.compile(r"\s+(\w+)$")
_CONTINUES = re.compile(r"\s+\w")
_WORD_AFTER = re.compile(r"\W{0,1}(\w+)")


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
            if sem and not _before_event(text, item, sentence.end, lexicon):
                found.append(_hung(Found(item.start, item.end, number, sem, item.rule), text, sentence.end, lexicon))
    return found


def _before_event(text: str, item: Item, limit: int, lexicon: Lexicon) -> bool:
    """Whether a phrase for the day before or after goes on: "the day before he left" is no day that is known."""
    if item.rule != "deictic":
        return False
    last = _LAST_WORD.search(text[item.start : item.end])
    ends_so = last is not None and last[1].lower() in lexicon.words.get("before", frozenset()) | lexicon.words.get("after", frozenset())
    return ends_so and _CONTINUES.match(text, item.end, limit) is not None


def _hung(one: Found, text: str, limit: int, lexicon: Lexicon) -> Found:
    """A length that hangs on an event: "two days before he left", "a year after the war".

    "Two days before" by itself counts from the last mention, and so does "before" only where a clause ends there.
    """
    if one.rule == "earlier":
        last = _LAST_WORD.search(text[one.start : one.end])
        if last and last[1].lower() in lexicon.words.get("before", frozenset()) and _CONTINUES.match(text, one.end, limit):
            value = length(one.sem.count, one.sem.unit)
            sem = Sem("DURATION", value=value, mod=one.sem.mod, count=one.sem.count, unit=one.sem.unit, event=True)
            return replace(one, end=one.start + last.start(), sem=sem, rule="number and unit")
    if one.sem.type == "DURATION" and not one.sem.shift:
        following = _WORD_AFTER.match(text, one.end, limit)
        if following and following[1].lower() in lexicon.words.get("after", frozenset()) | lexicon.words.get("before", frozenset()):
            return replace(one, sem=replace(one.sem, event=True))
    return one


def _sense(text: str, items: list[Item], place: int, lexicon: Lexicon) -> Sem | None:
    item = items[place]
    sem: Sem | None = next((item.cats[c] for c in ("D", "U", "T", "S", "V", "VN", "Y", "BARE") if c in item.cats), None)
    if sem is None:
        return None
    if sem.weak:
        return _strong(text, item, sem, lexicon)
    if "Y" in item.cats and not _is_year(text, item, lexicon):
        return None
    if "BARE" in item.cats and not _after(text, item, lexicon, "bare_before"):
        return None
    if "U" in item.cats:
        return _rate(items, place, sem)
    return sem


def _strong(text: str, item: Item, sem: Sem, lexicon: Lexicon) -> Sem | None:
    """The year, where its company says which or how long: for the year; the year ended June 30."""
    if item.rule == "the unit" and sem.shape == "day" and _after(text, item, lexicon, "whole_day"):
        return replace(sem, expr="ref", weak=False)
    if item.rule != "the unit" or sem.shape != "year":
        return None
    after = _WORD_AFTER.match(text[item.end : item.end + 24])
    if after and after[1].lower() in lexicon.words.get("ended", frozenset()):
        return Sem("DURATION", value="P1Y", count=1, unit="year", shape="year")
    return replace(sem, weak=False) if _after(text, item, lexicon, "whole") else None


def _rate(items: list[Item], place: int, sem: Sem) -> Sem | None:
    """Four flights a week: a rate, not a time."""
    item = items[place]
    before = items[place - 1].cats if place else {}
    if item.rule == "number and unit" and sem.count == 1 and ("RATE" in before or "NUM" in before or "OTHER" in before):
        return None
    return sem


def _after(text: str, item: Item, lexicon: Lexicon, name: str) -> bool:
    """Whether the word before an item is one of a class."""
    before = _WORD_BEFORE.search(text[max(0, item.start - 24) : item.start])
    return before is not None and before[1].lower() in lexicon.words.get(name, frozenset())


def _is_year(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a number of four digits is a year by the words on either side of it."""
    after = _WORD_AFTER.match(text[item.end : item.end + 24])
    if after and after[1].lower() in lexicon.words.get("cue_count", frozenset()):
        return False
    if _after(text, item, lexicon, "cue_year"):
        return True
    year = item.cats["Y"].expr
    if not "1700" <= year <= "2100":
        return False
    if not after:
        return True
    if lexicon.settings.get("nouns_capitalised"):
        return not after[1][0].isupper() or text[item.end : item.end + 1] != " "
    if not after[1].islower():
        return True
    endings = tuple(lexicon.words.get("plural_ending", ()))
    return bool(endings) and "1900" <= year <= "2050" and not after[1].endswith(endings)


def is_narrative(found: list[Found], published: When) -> bool:
    """Whether dates hang on one another: years long before the article outnumber what hangs on its day."""
    today = date.fromordinal(published.begin.lo).year if published.begin.known else 0
    years = sum(1 for f in found if f.sem.expr[:4].isdigit() and (not today or int(f.sem.expr[:4]) < today - 1))
    deictic = sum(1 for f in found if _on_its_day(f.sem))
    return years >= _MANY and years >= 3 * deictic


def _on_its_day(sem: Sem) -> bool:
    """Whether only the article's own day can say when; "the end of the year" may be of any year."""
    return ("anchor" in sem.expr and "year(anchor)" not in sem.expr) or sem.select.startswith("weekday")
