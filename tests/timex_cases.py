"""Reading the cases of tests/cases: what the tagger finds, and where it must find nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline import edtf, lang
from dateline.model import Article, Sentence, Timex
from dateline.text.sentences import split
from dateline.timex import tag

CASES = Path(__file__).parent / "cases"
CODES = tuple(sorted(p.parent.name for p in CASES.glob("*/times.toml")))


@dataclass(frozen=True)
class Case:
    """One text with the quote, value, mod and EDTF of every expression in it; `fails` says why one that fails does."""

    code: str
    text: str
    published: str
    times: tuple[tuple[str, ...], ...]
    fails: str = ""

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"


def article(text: str, published: str = "") -> Article:
    """A bare article."""
    return Article("a", text, published=edtf.read(published))


def sentences(code: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return split(text, lang.load(code))


def tagged(code: str, text: str, published: str = "2023-08-22") -> tuple[Timex, ...]:
    """The expressions of a text."""
    return tag(article(text, published), sentences(code, text), lang.load(code))[0]


@cache
def cases(code: str) -> tuple[Case, ...]:
    """All cases of a language."""
    rows = tomllib.loads((CASES / code / "times.toml").read_text(encoding="utf-8"))["case"]
    return tuple(
        Case(code, r["text"], r["published"], tuple(tuple(t) for t in r["times"]), r.get("fails", "")) for r in rows
    )


@cache
def no_times(code: str) -> tuple[str, ...]:
    """Sentences of a language in which nothing is a time."""
    return tuple(tomllib.loads((CASES / code / "no_times.toml").read_text(encoding="utf-8"))["sentences"])
