"""Encoders: unit vectors, each text once, and a clear word where the model cannot be had."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import encoders
from dateline.encoders import Letters, Remembering, load


@given(st.lists(st.text(), max_size=5))
def test_letters_give_unit_vectors_or_nothing(texts: list[str]) -> None:
    vectors = Letters().encode(texts)
    assert vectors.shape == (len(texts), Letters.width)
    assert all(abs(n - 1) < 1e-5 or n == 0 for n in np.linalg.norm(vectors, axis=1))


def test_letters_find_like_words_nearer_than_others() -> None:
    near, like, far = Letters().encode(["the flight was cancelled", "flights were cancelled", "snow in the hills"])
    assert near @ like > 0.4 > near @ far


class Counting(Letters):
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> encoders.Vectors:
        self.asked.extend(texts)
        return super().encode(texts)


def test_each_text_is_encoded_once() -> None:
    inner = Counting()
    encoder = Remembering(inner)
    first = encoder.encode(["a b c", "d e f", "a b c"])
    assert np.array_equal(first, encoder.encode(["a b c", "d e f", "a b c"]))
    assert inner.asked == ["a b c", "d e f"]


def test_without_a_model_asked_for_there_is_no_problem() -> None:
    encoder, problems = load(use_model=False)
    assert encoder.name == "letters"
    assert problems == []


@pytest.mark.parametrize("obstacle", ["package", "processor"])
def test_an_obstacle_is_said_and_the_letters_stand_in(obstacle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if obstacle == "package":
        monkeypatch.setattr(encoders.util, "find_spec", lambda name: None)
    monkeypatch.setattr(encoders, "_has_avx2", lambda: False)
    encoder, problems = load(use_model=True)
    assert encoder.name == "letters"
    assert [p.code for p in problems] == ["no-model"]


def test_the_model_says_the_same_alone_and_in_company() -> None:
    encoder, problems = load(use_model=True)
    if problems:
        pytest.skip(problems[0].message)
    texts = [
        "Het vliegtuig landde in Peking.",
        "The plane landed in Beijing.",
        "A bakery opened in Ghent.",
        "x\0y\ud800",
    ]
    together = encoder.encode(texts)
    alone = load(use_model=True)[0].encode(texts[:1])
    assert np.array_equal(together[0], alone[0])
    assert together[0] @ together[1] > 0.4 > together[0] @ together[2]
