"""The one loader of language data. A language is a folder beside this file; every file in it is a TOML table.

Adding a language is adding a folder: nothing here or elsewhere names one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import BadLanguageData

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Language:
    """A language's code and its tables by file name without ".toml". Stages compile from it what they need."""

    code: str
    tables: Mapping[str, Table]

    def table(self, name: str) -> Table:
        """The table of that name; empty where this language has no such file."""
        return self.tables.get(name, {})

    def __hash__(self) -> int:
        return hash(self.code)


@cache
def shared(name: str) -> Table:
    """A table that holds in every language: lang/<name>.toml. Raises `BadLanguageData` where it is no TOML."""
    file = resources.files(__package__) / f"{name}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadLanguageData(f"lang/{name}.toml: {error}") from error


@cache
def interface() -> str:
    """The language the program speaks in: things with names in several languages are called by its names."""
    return next(code for code in available() if load(code).table("language").get("interface"))


@cache
def available() -> tuple[str, ...]:
    """Codes of all languages that can be read, sorted."""
    root = resources.files(__package__)
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and (d / "language.toml").is_file()))


@cache
def load(code: str) -> Language:
    """The language of that code. Raises `BadLanguageData` where it is missing or a file is no TOML."""
    if code not in available():
        raise BadLanguageData(f"no language {code!r}: found {', '.join(available())}; add a folder lang/{code}")
    tables = {}
    for file in sorted((resources.files(__package__) / code).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                tables[file.name.removesuffix(".toml")] = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise BadLanguageData(f"lang/{code}/{file.name}: {error}") from error
    return Language(code, tables)
