"""The index of cities and of the United States' states: `lang/cities.tsv` (GeoNames, CC BY 4.0; tools/cities.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.errors import BadLanguageData

_FILE = "lang/cities.tsv"


@dataclass(frozen=True, slots=True)
class City:
    """A city, or a state where `mark` is "S"; "C" marks a capital. `zone` is the time zone named after it, or ""."""

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
