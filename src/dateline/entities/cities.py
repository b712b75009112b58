"""The index of cities and of the United States' states: `lang/cities.tsv` (GeoNames, CC BY 4.0; tools/cities.py)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from dateline.entities.tokens import key
from dateline.errors import BadLanguageData

_FILE = "lang/cities.tsv"


CAPITAL_MARK = "C"
"""The mark of a country's capital."""

_SHORTEST = 3
"""Shorter keys are oftener an acronym or a word than a city."""


class City(NamedTuple):
    """A city, or a state where `mark` is "S"; "C" marks a capital. `zone` is the time zone named after it, or "". A tuple,
    because there are 30,000 of them to be made at each start.
    """

    id: str
    name: str
    country: str
    division: str
    population: int
    zone: str
    mark: str
    others: tuple[str, ...]

    @property
    def entity(self) -> str:
        """Its entity id: place-gn and the GeoNames id."""
        return f"place-gn{self.id}"


@cache
def cities() -> Mapping[str, City]:
    """Every place of the index by GeoNames id, largest first. Raises `BadLanguageData` naming the line."""
    found = {}
    text = (resources.files("dateline.lang") / "cities.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        fields = line.split("\t")
        if len(fields) != 8 or not fields[4].isdigit():
            raise BadLanguageData(f"{_FILE}, line {number}: expected 8 fields, the fifth a number; run tools/cities.py")
        others = tuple(fields[7].split("|")) if fields[7] else ()
        found[fields[0]] = City(
            fields[0], fields[1], fields[2], fields[3], int(fields[4]), fields[5], fields[6], others
        )
    return found


Names = Mapping[str, Sequence[tuple[City, str]]]
"""By folded key the cities of that name, with the name as it stands."""


@cache
def by_key() -> Names:
    """The names of the index, which hold in every language."""
    return keyed((city, name) for city in cities().values() for name in (city.name, *city.others))


def keyed(names: Iterable[tuple[City, str]]) -> Names:
    """Names of cities by folded key, without those too short to be one."""
    found: dict[str, list[tuple[City, str]]] = {}
    for city, name in names:
        folded = key(name)
        if len(folded) >= _SHORTEST:
            found.setdefault(folded, []).append((city, name))
    return found


@cache
def longest() -> Mapping[str, int]:
    """By first word the greatest number of words a key of the index has."""
    return most_words(by_key())


def most_words(keys: Iterable[str]) -> dict[str, int]:
    """By first word the greatest number of words one of the keys has.

    >>> most_words(["new york", "new", "york"])
    {'new': 2, 'york': 1}
    """
    found: dict[str, int] = {}
    for folded in keys:
        first, words = folded.partition(" ")[0], folded.count(" ") + 1
        if found.get(first, 0) < words:
            found[first] = words
    return found
