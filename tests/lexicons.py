"""The word tables of the languages, for the tests of what is in them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from dateline import lang
from dateline.claims import lexicon
from dateline.claims.lexicon import Lexicon
from dateline.lang import Language

ROOT = Path(lang.__file__).parent
CODES = sorted(file.parent.name for file in ROOT.glob("*/verbs.toml"))


@cache
def tables(code: str) -> Language:
    """The language's folder, read whether or not its other tables are there yet."""
    return Language(code, {file.stem: tomllib.loads(file.read_text("utf-8")) for file in ROOT.glob(f"{code}/*.toml")})


def of(code: str) -> Lexicon:
    return lexicon.compiled(tables(code))


def readings(code: str, form: str) -> set[tuple[str, str]]:
    return {(reading.lemma, reading.kind) for reading in of(code).verb_forms.get(form, ())}


def found(code: str, text: str) -> list[tuple[str, int, int]]:
    return [tuple(topic) for topic in of(code).concepts_of(text.lower().split())]


def toy(**files: Any) -> Language:
    verbs = {"verb": {"go": "go goes | went | gone | going"}}
    return Language(f"toy{sorted(files.items())}", {"verbs": verbs, **files})
