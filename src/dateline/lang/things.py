"""The project's own table of organisations, regions and other things (`entities.toml`), and who of them speaks how."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import BadLanguageData

_FILE = "lang/entities.toml"
_KINDS = ("PER", "ORG", "LOC", "MISC")
_ROLES = ("agency", "official", "operator", "paper", "expert", "")
# The id of a national body: org-<country>-<body>.
_NATIONAL = re.compile(r"org-([A-Z]{2})-([a-z-]+)")


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry: `role` is how it speaks ("agency", ...; "" for not at all), `sort` the noun later sentences use for it,
    `within` an entity id or "", `territory` the CLDR territory whose names it has as well, `national` True for what
    every country has one of.
    """

    id: str
    kind: str
    role: str
    sort: str
    names: tuple[str, ...] = ()
    within: str = ""
    territory: str = ""
    national: bool = False


@cache
def things() -> Mapping[str, Thing]:
    """Every entry by id. Raises `BadLanguageData` naming file, entry and expectation."""
    try:
        data = tomllib.loads((resources.files(__package__) / "entities.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadLanguageData(f"{_FILE}: {error}") from error
    return checked(data)


def checked(data: Mapping[str, Any]) -> dict[str, Thing]:
    """The entries of a table of things. Raises `BadLanguageData` where a section or entry is wrong."""
    found: dict[str, Thing] = {}
    for title, section in data.items():
        _expect(section.get("kind") in _KINDS, title, f"kind one of {', '.join(_KINDS)}")
        _expect(section.get("role") in _ROLES, title, f"role one of {_ROLES}")
        _expect(isinstance(section.get("sort"), str), title, "sort, a word")
        for key, entry in section.get("things", {}).items():
            where = f"[{title}.things] {key}"
            _expect(key not in found, where, "an id once")
            _expect(
                isinstance(entry, dict) and not set(entry) - {"in", "names", "territory"}, where, "in, names, territory"
            )
            names = entry.get("names")
            _expect(
                isinstance(names, list) and all(isinstance(n, str) and n for n in names),
                where,
                "names, a list of words",
            )
            national = not key.startswith(("org-", "place-", "thing-"))
            found[key] = Thing(
                key, section["kind"], section["role"], section["sort"], tuple(names),
                entry.get("in", ""), entry.get("territory", ""), national,
            )  # fmt: skip
    return found


def _expect(right: bool, entry: str, expectation: str) -> None:
    if not right:
        raise BadLanguageData(f"{_FILE}, {entry}: expected {expectation}")


def thing(entity: str) -> Thing | None:
    """The entry of an entity id, national bodies included; None for anything else.

    >>> thing("org-kcna").role, thing("org-CN-foreign-ministry").within
    ('agency', 'place-CN')
    """
    if entity in things():
        return things()[entity]
    match = _NATIONAL.fullmatch(entity)
    body = things().get(match[2]) if match else None
    if not match or not body or not body.national:
        return None
    return Thing(entity, body.kind, body.role, body.sort, (), f"place-{match[1]}")


def role(entity: str) -> str:
    """How an entity speaks where it is a source: agency, official, operator, paper, expert; "" where unknown.

    >>> role("org-air-koryo"), role("place-KP")
    ('operator', '')
    """
    found = thing(entity)
    return found.role if found else ""
