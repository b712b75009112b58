"""What the reader is trained on: the project's own sentences, the held-out documents, the rule for demonyms."""

from __future__ import annotations

import pytest
from benchmarks.labelled import held_out, with_demonyms
from training import own


def labels(line: str, key: str) -> list[str | None]:
    found = own.row("xx", line)
    return [label for word, label in zip(found["words"], found[key], strict=True) if word.isalpha()]


def test_marks_become_labels() -> None:
    line = "The [flight]! to {LOC New York} will [take]> [& place]."
    assert labels(line, "evt") == ["O", "B", "O", "O", "O", "O", "B", "I"]
    assert labels(line, "ner") == ["O", "O", "O", "B-LOC", "I-LOC", "O", "O", "O"]
    assert labels(line, "pol") == [None, "NEG", None, None, None, None, "POS", "POS"]


def test_a_particle_shares_the_time_of_its_verb() -> None:
    assert labels("It [goes]> not [& on].", "time") == [None, "FUTURE", None, "FUTURE"]


def test_a_mark_within_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no whole word"):
        own.row("xx", "un[do]ne")


def test_every_sentence_of_the_project_has_an_event() -> None:
    rows = own.rows()
    assert len(rows) == 100
    assert all("B" in row["evt"] for row in rows)


def test_translations_are_held_out_together() -> None:
    rows = [{"doc": str(number), "lang": code} for number in range(10) for code in ("aa", "bb")]
    assert held_out(rows) == {"0", "5"}


def test_a_demonym_is_one_whether_its_source_says_place_or_nothing() -> None:
    forms = {("Russian",), ("North", "Korean")}
    words = ["Russian", "and", "North", "Korean", "ships", "in", "Russian", "Harbour"]
    row = {"words": words, "ner": ["B-LOC", "O", "O", "O", "O", "O", "B-LOC", "I-LOC"]}
    assert with_demonyms(row, forms) == ["B-DEM", "O", "B-DEM", "I-DEM", "O", "O", "B-LOC", "I-LOC"]
