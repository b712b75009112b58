"""What a language's names.toml says, checked and ready for use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError

from dateline.entities.tokens import key
from dateline.errors import BadLanguageData
from dateline.lang import Language

_TEXT_LISTS = ("territories", "demonyms", "cities", "things")
_WORDS = (
    "openers",
    "never",
    "ambiguous",
    "portfolios",
    "lone",
    "dotted",
    "joins",
    "conjunctions",
    "person_joins",
    "locative",
    "inside",
    "areas",
)
# The cue tables and the kind of name each stands for.
CUE_KINDS = {
    "official": "ORG", "operator": "ORG", "paper": "ORG", "agency": "ORG", "expert": "ORG", "organisation": "ORG",
    "place": "LOC", "thing": "MISC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refer:
    """Words that refer to what was named before: to the thing of that `sort`, or to one `entity`.

    `gap` words may stand between the first and the last.
    """

    words: tuple[tuple[str, ...], ...]
    capital: tuple[bool, ...]
    sort: str
    entity: str
    gap: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables of one language; words are folded keys."""

    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    openers: frozenset[str]
    never: frozenset[str]
    ambiguous: frozenset[str]
    joins: frozenset[str]
    conjunctions: frozenset[str]
    person_joins: frozenset[str]
    locative: frozenset[str]
    inside: frozenset[str]
    areas: frozenset[str]
    cues: Mapping[str, str]
    titles: frozenset[str]
    title_words: frozenset[str]
    portfolios: frozenset[str]
    lone: frozenset[str]
    dotted: frozenset[str]
    cue_after: bool
    nouns_capitalised: bool
    refers: tuple[Refer, ...]
    genitive: tuple[str, ...]
    home: frozenset[str]
    body_name: str
    spelling: Mapping[str, str]
    spelling_between_vowels: Mapping[str, str]
    spells_like: tuple[str, ...]


@cache
def rules(language: Language) -> Rules:
    """The name rules of a language; empty where it has no names.toml. Raises `BadLanguageData`."""
    table = language.table("names")
    file = f"lang/{language.code}/names.toml"
    names = {
        section: {entry: _texts(file, f"[{section}] {entry}", value) for entry, value in table.get(section, {}).items()}
        for section in _TEXT_LISTS
    }
    words = {w: _texts(file, f"[words] {w}", table.get("words", {}).get(w, [])) for w in _WORDS}
    folded = {w: frozenset(key(t) or t for t in texts) for w, texts in words.items()}
    # "Jan" is a month and a given name: no name alone, but it may start one.
    names_too = frozenset(w for w in _calendar(language) | set(words["never"]) if key(w) in given()[0])
    titles = frozenset(map(key, _texts(file, "[titles] person", table.get("titles", {}).get("person", []))))
    return Rules(
        names=names,
        openers=folded["openers"],
        never=(frozenset(words["never"]) | _calendar(language)) - names_too,
        ambiguous=folded["ambiguous"] | _people("also_places"),
        joins=folded["joins"],
        conjunctions=folded["conjunctions"],
        person_joins=folded["person_joins"],
        locative=folded["locative"],
        inside=folded["inside"],
        areas=folded["areas"],
        cues=_cues(file, table.get("cues", {})),
        titles=titles,
        title_words=frozenset(word for title in titles for word in title.split()),
        portfolios=folded["portfolios"],
        lone=folded["lone"] | frozenset(map(key, names_too)),
        dotted=folded["dotted"],
        cue_after=bool(table.get("cue_after", False)),
        nouns_capitalised=bool(table.get("nouns_capitalised", False)),
        refers=tuple(_refer(file, entry) for entry in table.get("refer", [])),
        genitive=_texts(file, "genitive", table.get("genitive", [])),
        home=frozenset(_texts(file, "home", table.get("home", []))),
        body_name=str(table.get("body_name", "{body}, {territory}")),
        spelling=_sounds(file, "spelling", table),
        spelling_between_vowels=_sounds(file, "spelling_between_vowels", table),
        spells_like=_texts(file, "spells_like", table.get("spells_like", [])),
    )


def _texts(file: str, entry: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise BadLanguageData(f"{file}, {entry}: found {value!r}, expected a list of words")
    return tuple(value)


def _cues(file: str, table: Mapping[str, Any]) -> dict[str, str]:
    if unknown := set(table) - set(CUE_KINDS):
        raise BadLanguageData(f"{file}, [cues] {sorted(unknown)[0]}: expected one of {', '.join(CUE_KINDS)}")
    found: dict[str, str] = {}
    for name in CUE_KINDS:
        for word in _texts(file, f"[cues] {name}", table.get(name, [])):
            found.setdefault(key(word), name)
    return found


def _sounds(file: str, name: str, table: Mapping[str, Any]) -> dict[str, str]:
    found = dict(table.get(name, {}))
    for letters, sound in found.items():
        if not isinstance(sound, str) or not sound:
            raise BadLanguageData(f"{file}, [{name}] {letters}: found {sound!r}, expected the letters of a sound")
    return found


def _refer(file: str, entry: Mapping[str, Any]) -> Refer:
    words = _texts(file, "[[refer]] words", entry.get("words", []))
    if not words or bool(entry.get("sort")) == bool(entry.get("entity")):
        raise BadLanguageData(f"{file}, [[refer]] {words}: expected words, and either sort or entity")
    split = tuple(tuple(key(w) for w in text.split()) for text in words)
    capital = tuple(text.split()[-1][0].isupper() for text in words)
    return Refer(split, capital, str(entry.get("sort", "")), str(entry.get("entity", "")), int(entry.get("gap", 0)))


def locale(language: Language) -> Locale | None:
    """CLDR's data of a language; None where it has none."""
    try:
        return Locale.parse(language.code)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _calendar(language: Language) -> frozenset[str]:
    """Weekdays and months, as CLDR writes them and with a capital."""
    cldr = locale(language)
    if cldr is None:
        return frozenset()
    found = [
        name
        for kinds in (cldr.days, cldr.months)
        for widths in kinds.values()
        for width in ("wide", "abbreviated")
        for name in dict(widths.get(width, {})).values()
    ]
    return frozenset(w for name in found for w in (name, name.capitalize(), name.rstrip(".")) if len(w) > 2)


@cache
def given() -> tuple[frozenset[str], frozenset[str]]:
    """Folded given names, and family names that stand first. Raises `BadLanguageData`."""
    return _people("names"), _people("family_first")


@cache
def _people(section: str) -> frozenset[str]:
    file = "lang/given.toml"
    try:
        data = tomllib.loads((resources.files("dateline.lang") / "given.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadLanguageData(f"{file}: {error}") from error
    return frozenset(map(key, _texts(file, section, data.get(section))))
