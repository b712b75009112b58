"""Every known name of a language, ready for look-up: territories, cities, things and demonyms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from dateline import lang
from dateline.entities.cities import City, cities
from dateline.entities.tables import Rules, given, locale, rules
from dateline.entities.tokens import Token, key, tokens
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.lang.things import Thing, thing, things

# How strongly a name calls up one thing and not another of the same name; populations for cities, comparable
# figures for the rest. Multiplied, never added: see `homonyms`.
TERRITORY, STATE, NAMED = 5e7, 1e7, 1e10
CAPITAL, DECLARED, OTHER_NAME = 100.0, 10.0, 0.01
# A smaller place is one only where the text says so: after "in", or before its country's name.
SURE_FROM, SURE_AT_HOME_FROM = 100_000, 50_000
# A city's names in other languages and its older ones are sure where it is large and they are long.
SURE_OTHER_NAME_FROM = 150_000
# Where no table says which names are words as well, only the largest cities are sure.
SURE_UNTABLED_FROM = 1_000_000
# CLDR's territories that are no places, by code: the world, pseudo-locales, the unknown region, leftovers.
_NO_PLACE = frozenset({"001", "ZZ", "XA", "XB", "QO", "EZ"})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known thing. `shape` has a letter a word: "A" all capitals, "C" a capital, "x" either case.

    `sure` is False where the words alone do not suffice; `body` is True for what every country has one of;
    `division` is the first-order division of a city, or of a state itself.
    """

    entity: str
    kind: str
    shape: str
    country: str = ""
    demonym: bool = False
    sure: bool = True
    body: bool = False
    division: str = ""
    weight: float = NAMED

    def fits(self, words: tuple[Token, ...]) -> bool:
        """Whether the words are written as this form asks."""
        for mark, word in zip(self.shape, words, strict=True):
            if (mark == "C" and not word.text[0].isupper()) or (mark == "A" and not _acronym(word.text)):
                return False
        return True


def _acronym(text: str) -> bool:
    """All capitals; from four letters on British papers write only the first as one: "Nato", "Unesco"."""
    return text.isupper() or (len(text) > 3 and text[0].isupper() and text[1:].islower())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by folded key, and by first word the greatest number of words a key starting with it has."""

    language: Language
    rules: Rules
    forms: Mapping[str, tuple[Form, ...]]
    longest: Mapping[str, int]


def shape(name: str) -> str:
    """The shape of a name as it stands in a table.

    >>> shape("Bank of America"), shape("KCNA"), shape("U.S.")
    ('CxC', 'A', 'AA')
    """
    words = tokens(name)
    short = all(len(w.text) == 1 for w in words)
    return "".join(
        "A" if (w.acronym or short) and w.text.isupper() else "C" if w.text[0].isupper() else "x" for w in words
    )


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language. Raises `BadLanguageData` where a table names what does not exist."""
    table = rules(language)
    forms: dict[str, dict[tuple[str, str, bool], Form]] = {}

    def add(name: str, form: Form) -> None:
        folded = key(name)
        if folded and name not in table.never:
            known = forms.setdefault(folded, {})
            mark = (form.entity, form.shape, form.demonym)
            if mark not in known or known[mark].weight < form.weight:
                known[mark] = form

    for name, form in _territories(language):
        add(name, form)
    for name, form in _things(language):
        add(name, form)
    for name, form in _demonyms(language, table):
        add(name, form)
    for name, form in _cities(language, table):
        add(name, form)
    longest: dict[str, int] = {}
    for folded in forms:
        words = folded.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    frozen = {k: _ranked(tuple(v.values())) for k, v in forms.items()}
    return Lexicon(language, table, frozen, longest)


def _ranked(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Best known first; a city that bears its territory's name is the territory (Singapore, Luxembourg)."""
    if len(forms) == 1:
        return forms
    own = {f.country for f in forms if f.entity == f"place-{f.country}" and not f.demonym}
    kept = (f for f in forms if f.country not in own or not f.entity.startswith("place-gn"))
    return tuple(sorted(kept, key=lambda f: (-f.weight, f.entity)))


@cache
def territory_names(language: Language) -> dict[str, tuple[str, ...]]:
    """Names of territories by code, display name first: the language's own table before CLDR's. Not to be changed."""
    cldr = locale(language)
    found: dict[str, tuple[str, ...]] = {
        code: (str(name),) for code, name in (dict(cldr.territories) if cldr else {}).items()
    }
    for code, names in rules(language).names["territories"].items():
        found[code] = tuple(dict.fromkeys(names + found.get(code, ())))
    return {c: n for c, n in found.items() if c not in _NO_PLACE and n[0][:1].isupper()}


def territory_entity(code: str) -> str:
    """The entity a CLDR territory code stands for.

    >>> territory_entity("KP"), territory_entity("UN")
    ('place-KP', 'org-un')
    """
    return _bearers().get(code, f"place-{code}")


@cache
def _bearers() -> dict[str, str]:
    return {t.territory: t.id for t in things().values() if t.territory}


def _territories(language: Language) -> Iterable[tuple[str, Form]]:
    for code, names in territory_names(language).items():
        entity = territory_entity(code)
        country = code if len(code) == 2 and code.isalpha() else ""
        for name in names:
            kind = "LOC" if entity.startswith("place-") else "ORG"
            yield name, Form(entity, kind, shape(name), country, weight=TERRITORY)


def _things(language: Language) -> Iterable[tuple[str, Form]]:
    for item in things().values():
        for name in item.names:
            yield name, _thing_form(item, name)
    others = [lang.load(code) for code in lang.available() if code != language.code]
    for source in (language, *others):
        code, own = source.code, source is language
        for entity, names in rules(source).names["things"].items():
            item = _known(entity, f"lang/{code}/names.toml, [things]")
            for name in names:
                # One word of another language may be any word of this one; a long name or an acronym may not.
                if own or (" " in name and not item.national) or ("x" not in shape(name) and "C" not in shape(name)):
                    yield name, _thing_form(item, name)


def _known(entity: str, where: str) -> Thing:
    found = thing(entity)
    if found is None:
        raise BadLanguageData(f"{where} {entity}: expected an id of lang/entities.toml or org-<country>-<body>")
    return found


def _thing_form(item: Thing, name: str) -> Form:
    country = item.within.removeprefix("place-") if len(item.within) == len("place-XX") else ""
    return Form(item.id, item.kind, shape(name), country, body=item.national)


def _demonyms(language: Language, table: Rules) -> Iterable[tuple[str, Form]]:
    cldr = territory_names(language)
    for entry, names in table.names["demonyms"].items():
        if entry not in cldr and entry.removeprefix("place-") not in cldr:
            _known(entry, f"lang/{language.code}/names.toml, [demonyms]")
        entity = entry if entry.startswith("place-") else territory_entity(entry)
        country = entry if len(entry) == 2 else ""
        for name in names:
            sure = key(name) not in table.ambiguous
            yield name, Form(entity, "MISC", shape(name), country, demonym=True, sure=sure, weight=TERRITORY)


def _cities(language: Language, table: Rules) -> Iterable[tuple[str, Form]]:
    declared, cldr = table.names["cities"], locale(language)
    usual_least = SURE_FROM if language.table("names") else SURE_UNTABLED_FROM
    if missing := set(declared) - set(cities()):
        raise BadLanguageData(f"lang/{language.code}/names.toml, [cities] {min(missing)}: expected an id of cities.tsv")
    first_names, _ = given()
    for city in cities().values():
        own = declared.get(city.id, ()) or local_name(city, cldr)
        for name in (city.name, *own, *city.others):
            weight = _weight(city, name, own)
            folded = key(name)
            if folded in first_names or len(folded) < 3:
                continue
            sure = folded not in table.ambiguous and (
                _well_known(city, folded, usual_least, table)
                if name in own or name == city.name
                else city.population >= SURE_OTHER_NAME_FROM and len(folded) > 5 and usual_least == SURE_FROM
            )
            sure = sure or (name in declared.get(city.id, ()) and folded not in table.ambiguous)
            if city.country in table.home:
                weight *= 3
            yield (
                name,
                Form(
                    city.entity, "LOC", _cased(folded), city.country, sure=sure, weight=weight, division=city.division
                ),
            )


def _well_known(city: City, folded: str, least: int, table: Rules) -> bool:
    """Whether a city's usual name is enough by itself. Two or three letters are oftener an acronym or a word."""
    if city.country in table.home:
        least = min(least, SURE_AT_HOME_FROM)
    return city.mark != "" or (city.population >= least and len(folded) > 3)


def local_name(city: City, cldr: Locale | None) -> tuple[str, ...]:
    """CLDR's name of the city that a time zone is named after."""
    if not city.zone or cldr is None:
        return ()
    name = str(cldr.time_zones.get(city.zone, {}).get("city", ""))
    return (name,) if name else ()


def _weight(city: City, name: str, own: tuple[str, ...]) -> float:
    if city.mark == "S":
        return STATE
    weight = float(max(city.population, 1000)) * (CAPITAL if city.mark == "C" else 1.0)
    if name in own:
        return weight * DECLARED
    return weight if name == city.name else weight * OTHER_NAME


def _cased(folded: str) -> str:
    """Cities are written with capitals, but small words inside need none ("Frankfurt am Main")."""
    words = folded.split(" ")
    if len(words) == 1:
        return "C"
    return "".join("C" if n in (0, len(words) - 1) else "x" for n in range(len(words)))
