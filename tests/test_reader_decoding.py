"""Words of a text, labels that can stand beside each other, and spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader import decoding
from dateline.reader.demonyms import marked
from dateline.reader.labels import EVENTS, NAMES
from dateline.reader.words import words


def scores(labels: tuple[str, ...], wanted: list[str]) -> np.ndarray:
    """High scores for the wanted labels."""
    table = np.zeros((len(wanted), len(labels)), dtype=np.float32)
    for row, label in enumerate(wanted):
        table[row, labels.index(label)] = 5
    return table


@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
def test_no_name_begins_in_its_middle(length: int, seed: int) -> None:
    table = np.random.default_rng(seed).normal(size=(length, len(NAMES))).astype(np.float32) * 5
    found = decoding.names(table)
    assert len(found) == length
    for before, label in zip(["O", *found], found, strict=False):
        assert not label.startswith("I-") or before[1:] == label[1:]


def test_a_name_that_the_scores_cut_is_mended_by_the_likelier_whole() -> None:
    table = scores(NAMES, ["B-LOC", "I-ORG", "O"])
    table[1, NAMES.index("I-LOC")] = 4
    assert decoding.names(table) == ["B-LOC", "I-LOC", "O"]


def test_the_parts_of_a_separable_verb_are_one_event() -> None:
    labels = decoding.events(scores(EVENTS, ["O", "B", "O", "O", "I", "O", "B", "I"]))
    assert decoding.parted(labels) == [((1, 2), (4, 5)), ((6, 8),)]


def test_a_part_without_an_event_near_it_is_none() -> None:
    assert decoding.events(scores(EVENTS, ["I", "O"])) == ["O", "O"]
    far = ["B", *["O"] * (decoding.REACH + 1), "I"]
    assert decoding.events(scores(EVENTS, far))[-1] == "O"


def test_runs_end_where_the_next_begins() -> None:
    assert decoding.runs(["B-PER", "I-PER", "B-PER", "O", "B-DEM"]) == [("PER", 0, 2), ("PER", 2, 3), ("DEM", 4, 5)]


@given(st.text(max_size=80))
def test_words_hold_every_sign_that_is_no_blank(text: str) -> None:
    found = words(text)
    assert "".join(text[w.start : w.end] for w in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. troops", ["U.S.", "troops"]),
        ("Noord-Koreaanse schepen", ["Noord-Koreaanse", "schepen"]),
        ("Pyongyang's", ["Pyongyang", "'s"]),
        ("(1,500 km)", ["(", "1,500", "km", ")"]),
        ("08.30 uur.", ["08.30", "uur", "."]),
    ],
)
def test_words_are_cut_as_in_the_labelled_sentences(text: str, expected: list[str]) -> None:
    assert [text[w.start : w.end] for w in words(text)] == expected


def test_a_demonym_of_the_tables_is_one_whatever_the_network_calls_it() -> None:
    said = ["North", "Korean", "ships", "off", "Angola"]
    assert marked(said, ["B-LOC", "I-LOC", "O", "O", "B-LOC"]) == ["B-DEM", "I-DEM", "O", "O", "B-LOC"]
    assert marked(["Korean", "Air"], ["B-ORG", "I-ORG"]) == ["B-ORG", "I-ORG"]
