"""What is known of an entity from its id: names in every readable language, identifiers, what it lies in."""

from __future__ import annotations

from functools import cache

from dateline import lang
from dateline.entities.cities import City, cities
from dateline.entities.lexicon import territory_names
from dateline.entities.regions import Region, by_entity
from dateline.entities.tables import locale, rules
from dateline.entities.towns import local_name
from dateline.lang import Language
from dateline.lang.things import Thing, thing
from dateline.model import Entity

Names = tuple[tuple[str, str], ...]


@cache
def known(entity: str) -> Entity | None:
    """The entity of a table id; None for a name no table knows. The first name of each language is the one to show.

    >>> dict(reversed(known("place-gn2643743").names))[lang.available()[-1]]
    'Londen'
    """
    if item := thing(entity):
        return _of_thing(item)
    city = cities().get(entity.removeprefix("place-gn"))
    if city is not None and entity.startswith("place-gn"):
        names = tuple((c, n) for c in lang.available() for n in _city_names(city, lang.load(c)))
        return Entity(entity, "LOC", names, (("geonames", city.id),), (f"place-{city.country}",))
    if region := by_entity().get(entity):
        within = (f"place-{region.country}",)
        return Entity(entity, "LOC", _region_names(region), (("iso3166-2", region.code),), within)
    code = entity.removeprefix("place-")
    names = tuple((c, n) for c in lang.available() for n in territory_names(lang.load(c)).get(code, ()))
    if not names or not entity.startswith("place-"):
        return None
    return Entity(entity, "LOC", names, (("iso3166" if code.isalpha() else "m49", code),))


def _region_names(region: Region) -> Names:
    return tuple((code, name) for code in lang.available() for name in region.names.get(code, ()))


def _city_names(city: City, language: Language) -> tuple[str, ...]:
    own = rules(language).names["cities"].get(city.id, ()) or local_name(city, locale(language))
    return own or (city.name,)


def _of_thing(item: Thing) -> Entity:
    names: list[tuple[str, str]] = []
    region = by_entity().get(item.id)
    for code in lang.available():
        language = lang.load(code)
        own = rules(language).names["things"].get(item.id, ())
        own += region.names.get(code, ()) if region else ()
        own += territory_names(language).get(item.territory, ())
        names += [(code, n) for n in dict.fromkeys(own + item.names + _body(item, language))]
    within = (item.within,) if item.within else ()
    identifiers = (("iso3166", item.territory),) if item.territory else ()
    return Entity(item.id, item.kind, tuple(names), identifiers, within)


def _body(item: Thing, language: Language) -> tuple[str, ...]:
    """The name of a national body: the body of the country."""
    _, country, body = [*item.id.split("-", 2), "", ""][:3]
    own = rules(language).names["things"].get(body, ())
    territory = territory_names(language).get(country, ())
    if not own or not territory:
        return ()
    return (rules(language).body_name.format(body=own[0], territory=territory[0]),)
