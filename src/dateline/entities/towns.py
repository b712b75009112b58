"""Cities as a language names them: which of the index's names and of its own are sure, and how well known each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel import Locale

from dateline.entities.cities import CAPITAL_MARK, City, cities
from dateline.entities.form import Form
from dateline.entities.tables import Rules, given, locale
from dateline.errors import BadLanguageData
from dateline.lang import Language

STATE = 1e7
CAPITAL, DECLARED, OTHER_NAME, AT_HOME = 100.0, 10.0, 0.01, 3.0
# A smaller place is one only where the text says so: after "in", or before its country's name.
SURE_FROM, SURE_AT_HOME_FROM = 100_000, 50_000
# A city's names in other languages and its older ones are sure where it is large and they are long.
SURE_OTHER_NAME_FROM = 150_000
# Where no table says which names are words as well, only the largest cities are sure.
SURE_UNTABLED_FROM = 1_000_000


class Towns:
    """The cities of the index in one language. Raises `BadLanguageData` where its table names one that is not there."""

    def __init__(self, language: Language, table: Rules) -> None:
        self._table, self._cldr = table, locale(language)
        self._declared = table.names["cities"]
        self._tabled = bool(language.table("names"))
        if missing := set(self._declared) - set(cities()):
            file = f"lang/{language.code}/names.toml"
            raise BadLanguageData(f"{file}, [cities] {min(missing)}: expected an id of cities.tsv")

    def own_names(self) -> Iterator[tuple[City, str]]:
        """What the language's table and CLDR call cities."""
        for city in cities().values():
            if city.zone or city.id in self._declared:
                yield from ((city, name) for name in self._own(city))

    def forms(self, folded: str, found: Iterable[tuple[City, str]]) -> Iterator[Form]:
        """The forms of cities whose names have that key."""
        person = folded in given()[0]
        for city, name in found:
            if name in self._table.never or (person and city.mark != CAPITAL_MARK):
                continue
            own = self._own(city)
            weight = _weight(city, name, own) * (AT_HOME if city.country in self._table.home else 1.0)
            sure = not person and folded not in self._table.ambiguous and self._sure(city, name, folded, own)
            yield Form(
                city.entity, "LOC", _cased(folded), city.country, sure=sure, weight=weight, division=city.division
            )

    def _own(self, city: City) -> tuple[str, ...]:
        return self._declared.get(city.id, ()) or local_name(city, self._cldr)

    def _sure(self, city: City, name: str, folded: str, own: tuple[str, ...]) -> bool:
        """Whether the name alone is enough."""
        if name in self._declared.get(city.id, ()):
            return True
        if name in own or name == city.name:
            return self._well_known(city, folded)
        return self._tabled and city.population >= SURE_OTHER_NAME_FROM and len(folded) > 5

    def _well_known(self, city: City, folded: str) -> bool:
        """Whether a city's usual name is enough by itself. Two or three letters are oftener an acronym or a word."""
        least = SURE_FROM if self._tabled else SURE_UNTABLED_FROM
        if city.country in self._table.home:
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
