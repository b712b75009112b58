"""What a user asks of the board in a `watch.toml`: rows named, pinned, merged and split.

A watch changes rows and nothing else: no claim, event, relation or date. It names tracks by selectors (see `Naming`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import DatelineError

FILE = "watch.toml"

Naming = str
"""A track's id or the beginning of one ("t-84c3"), a claim on it ("c-f211"), a row's label or its topic ("flight")."""


class BadWatch(DatelineError):
    """A watch file is wrong: names the file and the key, what was found, what was expected and what to do."""


@dataclass(frozen=True, slots=True)
class Name:
    """Another label for a row."""

    track: Naming
    label: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A row that comes first, and is shown where nothing is known too."""

    track: Naming
    label: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Several tracks as one row."""

    tracks: tuple[Naming, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a track as a row of its own: the claims that name a place or entity, or those listed."""

    track: Naming
    label: str = ""
    places: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """Everything one watch file asks for; splits are done first, then merges, names and pins."""

    file: str = ""
    splits: tuple[Split, ...] = ()
    merges: tuple[Merge, ...] = ()
    names: tuple[Name, ...] = ()
    pins: tuple[Pin, ...] = ()


NO_WATCH = Watch()

_ONE = 'a text such as "t-84c34f" or "flight, Beijing"'
_MANY = 'a list of two or more texts such as ["t-84c34f", "border"]'
_KEYS: Mapping[str, Mapping[str, str]] = {
    "name": {"track": _ONE, "label": "a text"},
    "pin": {"track": _ONE, "label": ""},
    "merge": {"tracks": _MANY, "label": ""},
    "split": {"track": _ONE, "label": "", "place": "", "entity": "", "claims": ""},
}
"""The tables of a watch file and their keys; a key with words has to be there, and the words say what it holds."""


def read(text: str, file: str = FILE) -> Watch:
    """The watch that a file's text asks for. Raises `BadWatch` where the text is no TOML or asks for something else.

    >>> read('[[name]]\\ntrack = "flight"\\nlabel = "Flights"').names
    (Name(track='flight', label='Flights'),)
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadWatch(f"{file}: found no TOML: {error}; see `dateline watch PATH` for a file to start from") from error
    for key, entries in data.items():
        _expect(key in _KEYS, file, key, "a table that is not known", f"one of {', '.join(f'[[{k}]]' for k in _KEYS)}")
        _expect(
            isinstance(entries, list) and all(isinstance(e, dict) for e in entries),
            file, key, repr(entries), f"[[{key}]] with two brackets, once for each",
        )  # fmt: skip
    rows = {key: [_checked(e, key, i, file) for i, e in enumerate(data.get(key, ()), 1)] for key in _KEYS}
    return Watch(
        file,
        tuple(_split(e, i, file) for i, e in enumerate(rows["split"], 1)),
        tuple(Merge(tuple(e["tracks"]), e.get("label", "")) for e in rows["merge"]),
        tuple(Name(e["track"], e["label"]) for e in rows["name"]),
        tuple(Pin(e["track"], e.get("label", "")) for e in rows["pin"]),
    )


def _checked(entry: Mapping[str, Any], table: str, number: int, file: str) -> Mapping[str, Any]:
    where = f"[[{table}]] {number}"
    for key in entry:
        _expect(key in _KEYS[table], file, f"{where}: {key}", "an unknown key", f"one of {', '.join(_KEYS[table])}")
    for key, wanted in _KEYS[table].items():
        _expect(key in entry or not wanted, file, f"{where}: {key}", "nothing", wanted)
        if key not in entry:
            continue
        value = entry[key]
        if key in ("place", "entity", "claims"):
            _expect(bool(_texts(value)), file, f"{where}: {key}", repr(value), "a text or a list of texts")
        elif key == "tracks":
            _expect(isinstance(value, list) and len(_texts(value)) > 1, file, f"{where}: {key}", repr(value), wanted)
        else:
            filled = isinstance(value, str) and bool(value.strip())
            _expect(filled, file, f"{where}: {key}", repr(value), wanted or "a text that is not empty")
    return entry


def _split(entry: Mapping[str, Any], number: int, file: str) -> Split:
    places, entities, claims = (_texts(entry[key]) if key in entry else () for key in ("place", "entity", "claims"))
    wanted = 'place = "Vladivostok", entity = "Air Koryo" or claims = ["c-f211cd"]'
    _expect(bool(places or entities or claims), file, f"[[split]] {number}", "nothing that says which claims", wanted)
    return Split(entry["track"], entry.get("label", ""), places, entities, claims)


def _texts(value: object) -> tuple[str, ...]:
    """A text, or texts in a list, none of them empty; nothing where it is something else."""
    items: Sequence[object] = value if isinstance(value, list) else [value]
    texts = tuple(item for item in items if isinstance(item, str) and item.strip())
    return texts if len(texts) == len(items) else ()


def _expect(right: bool, file: str, key: str, found: str, expected: str) -> None:
    if not right:
        raise BadWatch(f"{file}: {key}: found {found}, expected {expected}; correct it or take it out")
