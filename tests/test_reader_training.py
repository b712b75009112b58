"""What the reader is trained on: the project's own sentences, the held-out documents, the rule for demonyms."""

from __future__ import annotations

import random

import pytest
from benchmarks import corpus
from benchmarks.labelled import held_out, with_demonyms
from training import own, passages
from training.joining import joined
from training.renaming import renamed


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


def test_every_sentence_of_the_project_is_read_and_says_something() -> None:
    rows = own.rows()
    texts = [" ".join(row["words"]) for row in rows]
    assert len(set(texts)) == len(texts) > 1500
    assert {row["lang"] for row in rows} == {"de", "en", "es", "fr", "it", "nl"}
    silent = [t for t, row in zip(texts, rows, strict=True) if "B" not in row["evt"] and set(row["ner"]) == {"O"}]
    assert len(silent) < len(rows) / 100


MARKED = (
    "en-0001 agency | {planned@1 <agent The ferry> sails for <destination Harwich> on Friday}, [C1 said] [S1:operator the "
    "owner]. {denied <agent Nobody> came}."
)


def test_a_passage_gives_each_word_the_labels_of_the_claim_around_it() -> None:
    passage = corpus.parse(MARKED)
    assert isinstance(passage, corpus.Passage)
    row = passages.row(passage)
    by_word = {word: at for at, word in enumerate(row["words"])}
    assert [row["status"][by_word[w]] for w in ("ferry", "said", "Nobody")] == ["planned", None, "denied"]
    assert [row["voice"][by_word[w]] for w in ("ferry", "Nobody")] == ["source", "paper"]
    assert [row["saying"][by_word[w]] for w in ("said", "the", "owner", "ferry")] == [
        "B-cue",
        "B-source",
        "I-source",
        "O",
    ]
    assert row["parties"][by_word["ferry"]] == "I-agent"
    assert row["places"][by_word["Harwich"]] == "B-destination"
    assert row["claims"][by_word["The"]] == "B"
    assert row["links"][by_word["ferry"]] == (by_word["the"], by_word["owner"])
    assert row["links"][by_word["Nobody"]] is None


def test_sentences_of_one_document_are_joined_in_their_order() -> None:
    rows = [
        {
            "lang": "aa",
            "doc": str(n // 4),
            "words": [f"w{n}"],
            "space": [False],
            "ner": ["O"],
            **({"evt": ["B"]} if n else {}),
        }
        for n in range(6)
    ]
    made = joined(rows, 3)
    assert [row["words"] for row in made] == [["w0", "w1", "w2"], ["w3"], ["w4", "w5"]]
    assert made[0]["space"] == [True, True, True]
    assert "evt" not in made[0]
    assert made[2]["evt"] == ["B", "B"]


def test_translations_are_held_out_together() -> None:
    rows = [{"doc": str(number), "lang": code} for number in range(10) for code in ("aa", "bb")]
    assert held_out(rows) == {"0", "5"}


def test_a_demonym_is_one_whether_its_source_says_place_or_nothing() -> None:
    forms = {("Russian",), ("North", "Korean")}
    words = ["Russian", "and", "North", "Korean", "ships", "in", "Russian", "Harbour"]
    row = {"words": words, "ner": ["B-LOC", "O", "O", "O", "O", "O", "B-LOC", "I-LOC"]}
    assert with_demonyms(row, forms) == ["B-DEM", "O", "B-DEM", "I-DEM", "O", "O", "B-LOC", "I-LOC"]


def test_exchanged_names_are_of_the_same_kind_and_keep_every_other_label() -> None:
    rows = [
        own.row("en", "The [flight]! to {LOC New York} by {PER Jan Kool} will [leave]>."),
        own.row("en", "{LOC Hull} [slept]."),
    ]
    exchanged = {"en": {"LOC": {"New York", "Hull"}, "PER": {"Jan Kool"}}}
    seen = set()
    for seed in range(12):
        for before, after in zip(rows, renamed(rows, rows, random.Random(seed)), strict=True):
            words = list(zip(after["words"], after["ner"], strict=True))
            places = " ".join(word for word, label in words if label.endswith("LOC"))
            assert places in exchanged["en"]["LOC"]
            assert " ".join(word for word, label in words if label.endswith("PER")) in {"", *exchanged["en"]["PER"]}
            assert [x for x in after["evt"] if x != "O"] == [x for x in before["evt"] if x != "O"]
            assert len({len(after[key]) for key in ("words", "space", "ner", "evt", "pol", "time")}) == 1
            seen.add(places)
    assert seen == {"New York", "Hull"}


def test_sentences_without_names_and_names_that_are_no_ones_stay_out_of_the_exchange() -> None:
    rows = [own.row("en", "It [slept]."), own.row("nl", "{LOC Gent} [sliep].")]
    (only,) = renamed(rows, rows, random.Random(1))
    assert only["words"][0] == "Gent"
