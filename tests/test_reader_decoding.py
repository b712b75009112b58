"""Words of a text, labels that can stand beside each other, and spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader import decoding
from dateline.reader.closed import mended
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


@pytest.mark.parametrize("code", ["B-DEM", "B-LOC", "B-MISC"])
def test_a_demonym_of_several_words_that_the_network_cut_is_one(code: str) -> None:
    assert marked(["South", "Korean", "guards"], [code, "B-DEM", "O"]) == ["B-DEM", "I-DEM", "O"]
    assert marked(["New", "Zealanders", "voted"], ["O", "B-ORG", "O"]) == ["O", "B-ORG", "O"]
    assert marked(["New", "Zealanders", "voted"], ["O", "B-DEM", "O"]) == ["B-DEM", "I-DEM", "O"]


def test_two_demonyms_side_by_side_that_are_none_together_stay_two() -> None:
    assert marked(["Russian", "Chinese", "talks"], ["B-DEM", "B-DEM", "O"]) == ["B-DEM", "B-DEM", "O"]
    assert marked(["Bank", "of", "North", "Korean"], ["B-ORG", "I-ORG", "I-ORG", "B-DEM"])[2] == "I-ORG"


@pytest.mark.parametrize("word", ["Chinese", "Belgische", "Ukrainer"])
def test_a_demonym_that_the_network_calls_an_organisation_is_one(word: str) -> None:
    assert marked([word, "x"], ["B-ORG", "O"]) == ["B-DEM", "O"]
    assert marked([word, "Bank"], ["B-ORG", "I-ORG"]) == ["B-ORG", "I-ORG"]


@pytest.mark.parametrize("country", ["Zweden", "Polen", "Filipijnen"])
def test_a_country_that_is_called_as_its_people_stays_a_place(country: str) -> None:
    assert marked(["in", country], ["O", "B-LOC"]) == ["O", "B-LOC"]
    assert marked(["twee", country], ["O", "B-DEM"]) == ["O", "B-DEM"]


EVENTS_OF = [
    # what only ties or helps
    ("carried nothing and neither did the other", {"carried": "B", "did": "B"}, ["carried"]),
    ("few have done so", {"done": "B"}, []),
    ("it landed , according to staff", {"landed": "B", "according": "B", "to": "I"}, ["landed"]),
    ("among the first to be let in", {"among": "B", "let": "B", "in": "I"}, ["let in"]),
    ("recovery has been slow", {"recovery": "B", "been": "B", "slow": "B"}, ["recovery", "slow"]),
    ("we willen de brug openen", {"willen": "B", "openen": "B"}, ["openen"]),
    ("de kat wilde niet van de ladder af", {"af": "B"}, []),
    ("dat is vernieuwd , aldus de bakker", {"vernieuwd": "B", "aldus": "B"}, ["vernieuwd"]),
    ("das Boot soll laut Polizei sinken", {"soll": "B", "laut": "B", "sinken": "B"}, ["sinken"]),
    ("er hat es getan", {"getan": "B"}, []),
    # an auxiliary beside its participle, and one that is the verb of its clause
    ("daarom is de rit bedoeld", {"is": "B", "rit": "B", "bedoeld": "B"}, ["rit", "bedoeld"]),
    ("wat er gebeurd is", {"gebeurd": "B", "is": "B"}, ["gebeurd"]),
    ("the bridge has quietly closed", {"has": "B", "closed": "B"}, ["closed"]),
    ("die Brücke wurde gestern gesperrt", {"wurde": "B", "gesperrt": "B"}, ["gesperrt"]),
    ("safety is our aim , as planned", {"is": "B", "planned": "B"}, ["is", "planned"]),
    # what is joined with something, and what a language knows as a verb or a topic
    ("the strike is over", {"strike": "B", "is": "B", "over": "I"}, ["strike", "is over"]),
    ("the strike is over", {"strike": "B", "over": "B"}, ["strike", "is over"]),
    ("hij zegt dat de stroom vandaag uit is", {"zegt": "B", "uit": "B"}, ["zegt"]),
    ("der Minister ist zurück , sagte sie", {"zurück": "B", "sagte": "B"}, ["ist zurück", "sagte"]),
    ("most were in Japan", {"were": "B", "in": "B"}, ["were"]),
    ("what is done", {"done": "B"}, []),
    ("the gate is shut", {"is": "B", "shut": "I"}, ["is shut"]),
    ("the war met protest", {"war": "B", "met": "B"}, ["war", "met"]),
    ("guests like it", {"like": "B"}, ["like"]),
    # particles and their verbs
    ("het toestel is terug gegaan", {"terug": "B", "gegaan": "B"}, ["terug gegaan"]),
    ("de prijzen nemen weer toe", {"nemen": "B", "toe": "B"}, ["nemen toe"]),
    ("er waren tieners mee vervoerd", {"mee": "B", "vervoerd": "B"}, ["vervoerd"]),
    ("der Zug kommt heute an", {"kommt": "B", "an": "B"}, ["kommt an"]),
    ("sie haben den Plan auf gegeben", {"auf": "B", "gegeben": "B"}, ["auf gegeben"]),
]


@pytest.mark.parametrize(
    ("text", "labelled", "expected"), EVENTS_OF, ids=[f"{text}: {sorted(labels)}" for text, labels, _ in EVENTS_OF]
)
def test_a_word_that_helps_or_ties_is_no_event_alone(text: str, labelled: dict[str, str], expected: list[str]) -> None:
    said = text.split()
    found = decoding.parted(mended(said, [labelled.get(word, "O") for word in said]))
    assert [" ".join(word for a, b in event for word in said[a:b]) for event in found] == expected
