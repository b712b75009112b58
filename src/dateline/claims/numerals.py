"""Numbers as a language writes them, in digits and in words, and the table of its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.claims.grammar import Phrases, phrases
from dateline.claims.lexicon import compiled as lexicon
from dateline.errors import BadLanguageData
from dateline.lang import Language

_TEN = 10
_WORDS = 65_536
"""Words whose value is kept: most are asked for again and again, and have none."""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """The compiled quantities.toml of a language."""

    thousands: str
    decimal: str
    percent: frozenset[str]
    partitive: frozenset[str]
    part_of: Phrases
    part_of_number: Phrases
    them: frozenset[str]
    shares: Phrases
    ratios: Phrases
    clock_before: frozenset[str]
    joints: tuple[str, ...]
    stems: Mapping[str, float]
    nouns_capitalised: bool
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
    attributes: frozenset[str]
    attribute_endings: tuple[str, ...]
    age_before: Phrases
    age_behind: tuple[str, ...]
    age_reach: int
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
    ages = table.get("ages", {})
    behind = tuple(words.casefold() for words in ages.get("behind", ()))
    return Figures(
        thousands=table["thousands"],
        decimal=table["decimal"],
        percent=frozenset(table["percent"]),
        partitive=frozenset(table.get("partitive", ())),
        part_of=phrases(parts.get("whole", [])),
        part_of_number=phrases([*parts.get("whole", []), *parts.get("number", [])]),
        them=frozenset(parts.get("them", ())),
        shares=phrases(parts.get("shares", [])),
        ratios=phrases(parts.get("ratios", [])),
        clock_before=frozenset(table.get("clock_before", ())),
        joints=tuple(table.get("joints", ())),
        stems=numbers("stems"),
        nouns_capitalised=bool(language.table("names").get("nouns_capitalised", False)),
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
        attributes=frozenset(table.get("attributes", ())),
        attribute_endings=tuple(table.get("attribute_endings", ())),
        age_before=phrases(ages.get("before", [])),
        age_behind=behind,
        age_reach=max(map(len, behind), default=0),
        units={word: unit for unit, words in units.items() for word in words},
        particles=frozenset(particle for particle, _ in lexicon(language).separable),
    )


@lru_cache(_WORDS)
def worded(word: str, figures: Figures) -> float | None:
    """The value of a number in words, hyphens or nothing between its parts: "forty-one", "tienduizend"."""
    if word in figures.numbers:
        return figures.numbers[word]
    for multiplier, times in figures.multipliers.items():
        if len(multiplier) > 1 and word.endswith(multiplier) and word.removesuffix(multiplier) in figures.numbers:
            return figures.numbers[word.removesuffix(multiplier)] * times
    parts = [figures.numbers.get(part) for part in word.split("-")]
    if len(parts) > 1 and None not in parts:
        return sum(p for p in parts if p is not None)
    return _composed(word, figures)


def _composed(word: str, figures: Figures) -> float | None:
    """The value of a number written as one word: "tweehonderdtien", "vierunddreißig", "eenenveertig"."""
    if word in figures.numbers:
        return figures.numbers[word]
    for multiplier in (m for m in (1000.0, 100.0) if figures.joints):
        for name in (n for n, times in figures.multipliers.items() if times == multiplier and len(n) > 1):
            left, found, right = word.partition(name)
            if not found:
                continue
            right = next((right.removeprefix(j) for j in figures.joints if right.startswith(j)), right)
            times = _composed(left, figures) if left else 1.0
            rest = _composed(right, figures) if right else 0.0
            return times * multiplier + rest if times is not None and rest is not None else None
    for joint in figures.joints:
        for unit, tens in ((word[: m.start()], word[m.end() :]) for m in re.finditer(joint, word)):
            low, high = figures.stems.get(unit, figures.numbers.get(unit, 0.0)), figures.numbers.get(tens, 0.0)
            if 0 < low < _TEN and high >= 2 * _TEN and high % _TEN == 0:
                return low + high
    return None


def digits(word: str, figures: Figures) -> float | None:
    """The value of digits with group and decimal marks as the language writes them; None for 1.2.3."""
    plain = (
        word.replace(figures.thousands, "")
        if re.fullmatch(rf"\d{{1,3}}(?:\{figures.thousands}\d{{3}})+(?:\{figures.decimal}\d+)?", word)
        else word
    )
    plain = plain.replace(figures.decimal, ".")
    return float(plain) if plain.count(".") <= 1 and "," not in plain and len(plain) < 20 else None
