"""The one loader of language data. A language is a folder beside this file; every file in it is a TOML table.

Adding a language is adding a folder: nothing here or elsewhere names one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
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


class _Files(Mapping[str, Table]):
    """The tables of a folder, each read when it is first asked for: of most languages only a few ever are."""

    def __init__(self, code: str) -> None:
        self._code = code
        folder = resources.files(__package__) / code
        self._files = {f.name.removesuffix(".toml"): f for f in folder.iterdir() if f.name.endswith(".toml")}
        self._read: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._read:
            self._read[name] = _parsed(self._files[name].read_text(encoding="utf-8"), f"{self._code}/{name}.toml")
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files))

    def __len__(self) -> int:
        return len(self._files)


def _parsed(text: str, file: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLanguageData(f"lang/{file}: {error}") from error


@cache
def shared(name: str) -> Table:
    """A table that holds in every language: lang/<name>.toml. Raises `BadLanguageData` where it is no TOML."""
    return _parsed((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")


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
    """The language of that code. Raises `BadLanguageData` where it is missing, its tables where a file is no TOML."""
    if code not in available():
        raise BadLanguageData(f"no language {code!r}: found {', '.join(available())}; add a folder lang/{code}")
    return Language(code, _Files(code))
