"""The regions right below a country: `lang/regions.tsv` (Unicode CLDR, Unicode License V3; tools/regions.py)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from dateline import lang
from dateline.entities.tables import rules
from dateline.entities.tokens import key
from dateline.errors import BadLanguageData
from dateline.lang.things import things

_FILE = "lang/regions.tsv"


class Region(NamedTuple):
    """A region by its code of ISO 3166-2, and its names by language. `entity` is place- and the code, or the id under which
    lang/entities.toml has it.
    """

    code: str
    entity: str
    names: Mapping[str, tuple[str, ...]]

    @property
    def country(self) -> str:
        """The ISO code of its country."""
        return self.code.partition("-")[0]


@cache
def regions() -> Mapping[str, Region]:
    """Every region by its code. Raises `BadLanguageData` naming the line."""
    text = (resources.files("dateline.lang") / "regions.tsv").read_text(encoding="utf-8")
    rows = [(n, row.split("\t")) for n, row in enumerate(text.splitlines(), 1) if row and row[0] != "#"]
    (_, (_, *codes)), *entries = rows
    tabled = _tabled()
    found = {}
    for number, (code, *columns) in entries:
        if len(columns) != len(codes) or "-" not in code:
            raise BadLanguageData(
                f"{_FILE}, line {number}: expected a code and {len(codes)} columns; run tools/regions.py"
            )
        names = {c: tuple(column.split("|")) for c, column in zip(codes, columns, strict=True) if column}
        same = {tabled[place] for these in names.values() for n in these if (place := (code[:2], key(n))) in tabled}
        found[code] = Region(code, min(same) if same else f"place-{code}", names)
    return found


@cache
def by_entity() -> Mapping[str, Region]:
    """The regions by entity id."""
    return {region.entity: region for region in regions().values()}


def _tabled() -> dict[tuple[str, str], str]:
    """By country and folded name the places of lang/entities.toml."""
    found = {}
    for item in things().values():
        if item.kind == "LOC" and item.within.startswith("place-"):
            own = [n for code in lang.available() for n in rules(lang.load(code)).names["things"].get(item.id, ())]
            found.update({(item.within.removeprefix("place-"), key(n)): item.id for n in (*item.names, *own)})
    return found
