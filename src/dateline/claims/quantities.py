"""Figures with bounds: "an estimated 100,000 workers", "thousands" (a floor), "85 percent", "a dozen"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from dateline.claims.grammar import Phrases, phrases
from dateline.claims.lexicon import compiled as lexicon
from dateline.claims.tokens import Token
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.model import Quantity, Span

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}  # ISO 4217 names, one sign a currency
_NOUN_REACH = 4
_HOURS = range(1, 13)
_COUNT = 2
"""The least number that can be a count without saying of what: "one" is too often a pronoun."""

_UNASKED = -2
"""Where what a figure counts was not looked for yet."""

_FINITE = ("present", "past")
_VERBAL = ("present", "past", "participle")
_STOPS = frozenset(
    ("prepositions", "coordinators", "relatives", "negators", "pronouns", "infinitive_markers", "adverbs")
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The compiled quantities.toml of a language."""

    thousands: str
    decimal: str
    percent: frozenset[str]
    partitive: frozenset[str]
    part_of: Phrases
    part_of_number: Phrases
    them: frozenset[str]
    between: frozenset[str]
    between_before: frozenset[str]
    between_and: str
    half_hours: frozenset[str]
    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    floors: Mapping[str, float]
    fixed: Mapping[str, float]
    fixed_phrases: Phrases
    floor_phrases: Phrases
    about: Phrases
    below: Phrases
    atleast: Phrases
    atmost: Phrases
    units: Mapping[str, str]
    reached: frozenset[str]
    particles: frozenset[str]


@cache
def compiled(language: Language) -> Figures:
    """The figures of a language. Raises `BadLanguageData` where a number is none."""
    table = language.table("quantities")

    def numbers(name: str) -> dict[str, float]:
        for key, value in table.get(name, {}).items():
            if not isinstance(value, int | float):
                raise BadLanguageData(
                    f"lang/{language.code}/quantities.toml: [{name}] {key} should be a number, found {value!r}"
                )
        return {k.lower(): float(v) for k, v in table.get(name, {}).items()}

    about, units, parts = table["about"], table.get("units", {}), table.get("parts", {})
    return Figures(
        thousands=table["thousands"],
        decimal=table["decimal"],
        percent=frozenset(table["percent"]),
        partitive=frozenset(table.get("partitive", ())),
        part_of=phrases(parts.get("whole", [])),
        part_of_number=phrases([*parts.get("whole", []), *parts.get("number", [])]),
        them=frozenset(parts.get("them", ())),
        between=frozenset(table.get("range", ())),
        between_before=frozenset(table.get("between", ())),
        between_and=table.get("between_and", ""),
        half_hours=frozenset(table.get("half_hours", ())),
        numbers=numbers("numbers"),
        multipliers=numbers("multipliers"),
        floors=numbers("floors"),
        fixed=numbers("fixed"),
        fixed_phrases=phrases(list(table.get("fixed", {}))),
        floor_phrases=phrases(list(table["floors"])),
        about=phrases(about["words"]),
        below=phrases(about["below"]),
        atleast=phrases(about["atleast"]),
        atmost=phrases(about["atmost"]),
        reached=frozenset(table.get("reached", ())),
        units={word: unit for unit, words in units.items() for word in words},
        particles=frozenset(particle for particle, _ in lexicon(language).separable),
    )


def find(
    article: str, text: str, tokens: Sequence[Token], lengths: Set[int], figures: Figures
) -> tuple[tuple[int, Quantity], ...]:
    """(position, quantity) of every figure outside dates and clock times, in order. `tokens` are those of one sentence,
    `lengths` the places of the article's time expressions that are durations."""
    words = [t.word for t in tokens]
    found: list[tuple[int, Quantity]] = []
    i = 0
    while i < len(tokens):
        taken = tokens[i].mention >= 0 or (tokens[i].timex >= 0 and tokens[i].timex not in lengths)
        number = None if taken else _number(tokens, words, i, figures)
        if number is None:
            i += 1
            continue
        value, end, floor = number
        upper = None if floor else _upper(tokens, words, i, end, figures)
        if upper is not None:
            end = upper[1]
        behind, part = _whole(tokens, words, end, value, figures)
        them = part and words[behind - 1] in figures.them
        alone = _acts(tokens, words, i, end, figures) or _reached(tokens, words, i, end, figures)
        named = -1 if alone or them else _counted(tokens, words, behind, figures) if part else _UNASKED
        quantity = _quantity(article, text, tokens, words, (i, end), named, value, floor, figures)
        if upper is not None and upper[0] > value:
            low = value if not _scaled(value, upper[0]) else value * _scaled(value, upper[0])
            quantity = replace(quantity, value=None, low=low, high=upper[0])
        bare = words[i] in figures.numbers or _numbered(tokens, i)
        if quantity.unit or quantity.of or not bare or alone or part:
            found.append((i, quantity))
        i = behind
    return tuple(found)


def _reached(tokens: Sequence[Token], words: Sequence[str], i: int, end: int, figures: Figures) -> bool:
    """Whether a number in words is what a count has come to: it ends its clause behind "rose to", but for a participle."""
    last = end + (end < len(tokens) and _verbal(tokens[end], ("participle",)))
    ends = last >= len(tokens) or tokens[last].mark
    return i > 1 and ends and words[i - 1] in figures.reached and (_worded(words[i], figures) or 0) >= _COUNT


def _whole(tokens: Sequence[Token], words: Sequence[str], at: int, value: float, figures: Figures) -> tuple[int, bool]:
    """The position behind the words that make the figure before `at` a part of a whole, and whether there are such words:
    of "three of the five suspects" and "drei der fünf Verdächtigen" three are counted. The whole may have no number."""
    if at >= len(words):
        return at, False
    if width := figures.part_of_number.at(words, at):
        number = _number(tokens, words, at + width, figures) if at + width < len(words) else None
        if number and tokens[at + width].timex < 0:
            return number[1], True
    if at + 1 < len(words) and words[at] in figures.partitive and words[at + 1] in figures.them:
        return at + 2, True
    width = figures.part_of.at(words, at) if value >= _COUNT else 0
    return (at + width, True) if width else (at, False)


def _acts(tokens: Sequence[Token], words: Sequence[str], i: int, end: int, figures: Figures) -> bool:
    """Whether a number in words stands alone as the subject: "five were hurt", "daarbij raakten vijf gewond"."""
    if (_worded(words[i], figures) or 0.0) < _COUNT or end >= len(tokens) or tokens[end].mark:
        return False
    first = _bounds(words, i, 0.0, False, figures)[0]
    before = tokens[first - 1] if first else None
    if before is None or before.mark or before.classes & {"coordinators", "complementizers"}:
        ends = end + 1 < len(words) and words[end + 1] in figures.particles
        return bool(tokens[end].auxiliary) or (_verbal(tokens[end], _FINITE) and (ends or _ends(tokens, end + 1)))
    acted = bool(before.auxiliary) or _verbal(before, _FINITE)
    return acted and _verbal(tokens[end], ("participle",)) and _ends(tokens, end + 1)


def _verbal(token: Token, kinds: Sequence[str]) -> bool:
    return any(f.kind in kinds for f in token.forms)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun goes on at a position: "five died there", but "five wounded soldiers"."""
    if at >= len(tokens) or tokens[at].mark or tokens[at].timex >= 0 or tokens[at].auxiliary:
        return True
    return bool(tokens[at].classes & {"determiners", "subordinators"}) or not _STOPS.isdisjoint(tokens[at].classes)


def _number(tokens: Sequence[Token], words: Sequence[str], i: int, figures: Figures) -> tuple[float, int, bool] | None:
    """Value, the position behind it, and whether it is only a floor."""
    if width := figures.fixed_phrases.at(words, i):
        return figures.fixed[" ".join(words[i : i + width])], i + width, False
    if width := figures.floor_phrases.at(words, i):
        return figures.floors[" ".join(words[i : i + width])], i + width, True
    word = words[i]
    if i and words[i - 1] in figures.half_hours and figures.numbers.get(word, 0.0) in _HOURS:
        return None
    value = _digits(word, figures) if _DIGITS.fullmatch(word) else _worded(word, figures)
    if value is None:
        value = figures.multipliers.get(word) if i + 1 < len(words) and len(word) > 3 else None
        return (value, i + 1, False) if value is not None else None
    if _no_quantity(tokens, i, figures.units.keys() | figures.percent | figures.multipliers.keys()):
        return None
    end = i + 1
    while (
        end < len(words)
        and words[end] in figures.multipliers
        and (len(words[end]) > 1 or tokens[end].start == tokens[end - 1].end)
    ):
        value *= figures.multipliers[words[end]]
        end += 1
    return value, end, False


def _upper(
    tokens: Sequence[Token], words: Sequence[str], start: int, at: int, figures: Figures
) -> tuple[float, int] | None:
    """The upper end of a range ("300,000 to 400,000") and the position behind it."""
    between = start > 0 and words[start - 1] in figures.between_before and words[at : at + 1] == [figures.between_and]
    joined = at + 1 < len(words) and (between or words[at] in figures.between)
    if not joined or (tokens[at + 1].timex >= 0 and tokens[start].timex != tokens[at + 1].timex):
        return None
    if not tokens[at + 1].text[0].isdigit():
        return None
    found = _number(tokens, words, at + 1, figures)
    return (found[0], found[1]) if found else None


def _numbered(tokens: Sequence[Token], i: int) -> bool:
    """A bare figure behind a name numbers it: "iPhone 4", "Gate 12"."""
    return i > 1 and (tokens[i - 1].mention >= 0 or tokens[i - 1].capital)


def _scaled(low: float, high: float) -> float:
    """The multiplier that a range names only once ("200 to 300 million"); 0 where the two ends stand as they are."""
    return next(
        (m for m in (1e12, 1e9, 1e6, 1e3) if low < 1000 and high >= 1000 and low * m < high <= low * m * 100), 0
    )


def _worded(word: str, figures: Figures) -> float | None:
    """The value of a number in words, hyphens or nothing between its parts: "forty-one", "tienduizend"."""
    if word in figures.numbers:
        return figures.numbers[word]
    for multiplier, times in figures.multipliers.items():
        if len(multiplier) > 1 and word.endswith(multiplier) and word.removesuffix(multiplier) in figures.numbers:
            return figures.numbers[word.removesuffix(multiplier)] * times
    parts = [figures.numbers.get(part) for part in word.split("-")]
    return sum(p for p in parts if p is not None) if len(parts) > 1 and None not in parts else None


def _no_quantity(tokens: Sequence[Token], i: int, units: Set[str]) -> bool:
    """Digits that touch letters or, by a mark, other figures are a code, a score or a clock: A320, COVID-19, 2-1, 09:17."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    touches_before = before is not None and before.end == tokens[i].start
    touches_after = after is not None and after.start == tokens[i].end
    if before is not None and touches_before and (before.text[-1].isalnum() or before.text in "-–:/#"):
        return True
    if after is not None and touches_after and after.text[0].isalpha() and after.word not in units:
        return True
    glued_after = after is not None and touches_after and after.text in "-–:/"
    return glued_after and i + 2 < len(tokens) and tokens[i + 2].text.isdigit()


def _digits(word: str, figures: Figures) -> float | None:
    """The value of digits with group and decimal marks as the language writes them; None for 1.2.3."""
    plain = (
        word.replace(figures.thousands, "")
        if re.fullmatch(rf"\d{{1,3}}(?:\{figures.thousands}\d{{3}})+(?:\{figures.decimal}\d+)?", word)
        else word
    )
    plain = plain.replace(figures.decimal, ".")
    return float(plain) if plain.count(".") <= 1 and "," not in plain and len(plain) < 20 else None


def _quantity(
    article: str,
    text: str,
    tokens: Sequence[Token],
    words: Sequence[str],
    at: tuple[int, int],
    named: int,
    value: float,
    floor: bool,
    figures: Figures,
) -> Quantity:
    start, end = at
    first, low, high = _bounds(words, start, value, floor, figures)
    sign = tokens[start - 1].text if start and tokens[start - 1].text in _SIGNS else ""
    unit, after = _SIGNS.get(sign, ""), end
    if after < len(words) and words[after] in figures.percent:
        unit, after = "percent", after + 1
    elif after < len(words) and words[after] in figures.units:
        unit, after = figures.units[words[after]], after + 1
    many = not unit and after + 1 < len(words) and words[after] in figures.partitive
    noun = _counted(tokens, words, after + many, figures) if named == _UNASKED else named
    last = noun if noun >= 0 else after - 1
    first = min(first, start - 1) if sign else first
    span = Span(article, tokens[first].start, tokens[last].end, text[tokens[first].start : tokens[last].end])
    return Quantity(span, None if floor else value, low, high, unit, words[noun] if noun >= 0 else "")


def _bounds(
    words: Sequence[str], start: int, value: float, floor: bool, figures: Figures
) -> tuple[int, float | None, float | None]:
    """Where the figure starts with the words before it, and its bounds. An estimate is taken as ten per cent either way."""
    for back in (4, 3, 2, 1):
        k = start - back
        if k < 0:
            continue
        for table, low, high in (
            (figures.atleast, value, None),
            (figures.atmost, None, value),
            (figures.below, value * 0.9, value),
            (figures.about, value * 0.9, value * 1.1),
        ):
            if table.at(words, k) == back:
                return k, low, high
    return (start, value, None) if floor else (start, value, value)


def _counted(tokens: Sequence[Token], words: Sequence[str], after: int, figures: Figures) -> int:
    """The noun that is counted: the last word of the run behind the figure, before a verb, a preposition or a mark; -1: none."""
    noun = -1
    for k in range(after, min(len(tokens), after + _NOUN_REACH)):
        t = tokens[k]
        if t.timex >= 0:
            break
        article = ("articles" if k == after else "determiners") in t.classes
        stop = article or not _STOPS.isdisjoint(t.classes)
        if t.mark or stop or t.auxiliary:
            break
        if noun >= 0 and (words[k] in figures.particles or any(f.kind in _VERBAL for f in t.forms)):
            break
        noun = k
    return noun
