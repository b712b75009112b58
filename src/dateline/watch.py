"""What a user asks of the board in a `watch.toml`: rows named, pinned, merged and split.

A watch changes rows and nothing else: no claim, event, relation or date. It names tracks by selectors (see `Naming`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import DatelineError

FILE = "watch.toml"

Naming = str
"""A track's id or the beginning of one ("t-84c3"), a claim on it ("c-f211"), a row's label or its topic ("flight")."""


class BadWatch(DatelineError):
    """A watch file is wrong: a line for each mistake, with the file and the key, what was found, what was expected and
    what to do."""


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
    faults = _faults(data)
    if faults:
        raise BadWatch("\n".join(f"{file}: {fault}; correct it or take it out" for fault in faults))
    rows = {key: data.get(key, ()) for key in _KEYS}
    return Watch(
        file,
        tuple(_split(e) for e in rows["split"]),
        tuple(Merge(tuple(e["tracks"]), e.get("label", "")) for e in rows["merge"]),
        tuple(Name(e["track"], e["label"]) for e in rows["name"]),
        tuple(Pin(e["track"], e.get("label", "")) for e in rows["pin"]),
    )


def _faults(data: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong: where, what was found, what was expected."""
    found = []
    for table, entries in data.items():
        if table not in _KEYS:
            found.append(_fault(table, "a table that is not known", f"one of {', '.join(f'[[{k}]]' for k in _KEYS)}"))
        elif not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            found.append(_fault(table, repr(entries), f"[[{table}]] with two brackets, once for each"))
        else:
            found += [fault for number, e in enumerate(entries, 1) for fault in _of_entry(e, table, number)]
    return found


def _of_entry(entry: Mapping[str, Any], table: str, number: int) -> Iterator[str]:
    where, known = f"[[{table}]] {number}", _KEYS[table]
    for key in entry:
        if key not in known:
            yield _fault(f"{where}: {key}", "an unknown key", f"one of {', '.join(known)}")
    for key, wanted in known.items():
        if key not in entry:
            if wanted:
                yield _fault(f"{where}: {key}", "nothing", wanted)
        elif expected := _expected(key, entry[key], wanted):
            yield _fault(f"{where}: {key}", repr(entry[key]), expected)
    if table == "split" and not any(key in entry for key in _CHOICES):
        wanted = 'place = "Vladivostok", entity = "Air Koryo" or claims = ["c-f211cd"]'
        yield _fault(where, "nothing that says which claims", wanted)


_CHOICES = ("place", "entity", "claims")


def _expected(key: str, value: object, wanted: str) -> str:
    """What a key should hold; "" where it does."""
    if key in _CHOICES:
        return "" if _texts(value) else "a text or a list of texts"
    if key == "tracks":
        return "" if isinstance(value, list) and len(_texts(value)) > 1 else wanted
    return "" if isinstance(value, str) and value.strip() else wanted or "a text that is not empty"


def _split(entry: Mapping[str, Any]) -> Split:
    places, entities, claims = (_texts(entry[key]) if key in entry else () for key in _CHOICES)
    return Split(entry["track"], entry.get("label", ""), places, entities, claims)


def _texts(value: object) -> tuple[str, ...]:
    """A text, or texts in a list, none of them empty; nothing where it is something else."""
    items: Sequence[object] = value if isinstance(value, list) else [value]
    texts = tuple(item for item in items if isinstance(item, str) and item.strip())
    return texts if len(texts) == len(items) else ()


def _fault(where: str, found: str, expected: str) -> str:
    return f"{where}: found {found}, expected {expected}"
