"""Every known name of a language, ready for look-up: territories, cities, things and demonyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline import lang
from dateline.entities.cities import Names, by_key, keyed, longest, most_words
from dateline.entities.form import Form
from dateline.entities.regions import by_entity, regions
from dateline.entities.tables import Rules, given, locale, rules
from dateline.entities.tokens import key, tokens
from dateline.entities.towns import Towns
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.lang.things import Thing, thing, things

TERRITORY, REGION = 5e7, 1e7
# Shorter names of regions are oftener words or other names.
SURE_LETTERS = 5
# CLDR's territories that are no places, by code: the world, pseudo-locales, the unknown region, leftovers.
_NO_PLACE = frozenset({"001", "ZZ", "XA", "XB", "QO", "EZ"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by folded key, and by first word the greatest number of words a key starting with it has."""

    language: Language
    rules: Rules
    forms: Forms
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


class Forms:
    """The forms of a language by folded key. Those of cities, of which few are ever met, are made when asked for."""

    def __init__(self, listed: Mapping[str, Sequence[Form]], own: Names, towns: Towns) -> None:
        self._listed = listed
        self._own = own
        self._towns = towns
        self._known: dict[str, tuple[Form, ...]] = {}

    def of(self, folded: str) -> tuple[Form, ...]:
        """The known things of that name, best known first; none for most words."""
        if folded not in self._known:
            if folded not in self._listed and folded not in self._own and folded not in by_key():
                return ()
            self._known[folded] = self._made(folded)
        return self._known[folded]

    def __iter__(self) -> Iterator[str]:
        """Every key that may have forms."""
        return iter({*self._listed, *self._own, *by_key()})

    def _made(self, folded: str) -> tuple[Form, ...]:
        found: dict[tuple[str, str, bool], Form] = {}
        towns = (*by_key().get(folded, ()), *self._own.get(folded, ()))
        for form in (*self._listed.get(folded, ()), *self._towns.forms(folded, towns)):
            mark = (form.entity, form.shape, form.demonym)
            if mark not in found or found[mark].weight < form.weight:
                found[mark] = form
        return _ranked(tuple(found.values()))


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language. Raises `BadLanguageData` where a table names what does not exist."""
    table = rules(language)
    listed: dict[str, list[Form]] = {}
    for name, form in (*_territories(language), *_things(language), *_demonyms(language, table)):
        if name not in table.never and (folded := key(name)):
            listed.setdefault(folded, []).append(form)
    for name, form in _regions(language, table):
        if name not in table.never and (folded := key(name)) not in given()[0] and folded not in listed:
            listed[folded] = [form]
    towns = Towns(language, table)
    own = keyed(towns.own_names())
    longest_of = dict(longest())
    for first, words in most_words((*listed, *own)).items():
        longest_of[first] = max(words, longest_of.get(first, 0))
    return Lexicon(language, table, Forms(listed, own, towns), longest_of)


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


def _regions(language: Language, table: Rules) -> Iterable[tuple[str, Form]]:
    for region in regions().values():
        for name in region.names.get(language.code, ()):
            sure = len(folded := key(name)) >= SURE_LETTERS and folded not in table.ambiguous
            yield name, Form(region.entity, "LOC", shape(name), region.country, sure=sure, weight=REGION)


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
        if entry not in cldr and entry.removeprefix("place-") not in cldr and entry not in by_entity():
            _known(entry, f"lang/{language.code}/names.toml, [demonyms]")
        entity = entry if entry.startswith("place-") else territory_entity(entry)
        country = entry if len(entry) == 2 else ""
        for name in names:
            sure = key(name) not in table.ambiguous
            yield name, Form(entity, "MISC", shape(name), country, demonym=True, sure=sure, weight=TERRITORY)
