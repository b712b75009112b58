"""docs/glossary.md names every record, each word once, in order."""

from __future__ import annotations

import re
from pathlib import Path

from dateline import model, when

GLOSSARY = Path(__file__).parent.parent / "docs" / "glossary.md"
ENTRY = re.compile(r"^- \*\*(?P<word>[^*]+)\*\*: \S", re.MULTILINE)


def words() -> list[str]:
    return [m["word"].replace("`", "") for m in ENTRY.finditer(GLOSSARY.read_text(encoding="utf-8"))]


def public_classes(module: object) -> set[str]:
    name = getattr(module, "__name__", "")
    return {key for key, value in vars(module).items() if isinstance(value, type) and value.__module__ == name}


def test_every_record_of_the_model_and_of_time_is_in_the_glossary() -> None:
    records = {name for module in (model, when) for name in public_classes(module) if not name.startswith("_")}
    assert {"Article", "When"} <= records
    assert records <= set(words())


def test_words_stand_in_alphabetical_order_and_have_one_meaning() -> None:
    folded = [word.casefold() for word in words()]
    assert len(folded) > 50
    assert folded == sorted(set(folded))


def test_every_entry_is_read_as_one() -> None:
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("- ") for line in lines) == len(words())
