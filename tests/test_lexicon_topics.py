"""Topics: the things news is about, by words in each language."""

from __future__ import annotations

import pytest
from tests.lexicons import found, of, readings

from dateline.claims import topics
from dateline.claims.topics import Topic


def test_topics_come_in_order_of_position_with_their_ranges() -> None:
    assert found("en", "Flights to the border resume") == [("flight", 0, 1), ("border", 3, 4)]


def test_the_longest_surface_wins_and_its_words_bring_nothing_else() -> None:
    assert found("en", "the interest rate at the central bank") == [("interest-rate", 1, 3), ("central-bank", 5, 7)]


def test_the_same_news_in_two_languages_has_the_same_topics() -> None:
    english = {topic for topic, _, _ in found("en", "stranded citizens in quarantine after freight train talks")}
    dutch = {topic for topic, _, _ in found("nl", "gestrande burgers in quarantaine na overleg over goederentrein")}
    assert {"return", "citizen", "quarantine", "freight", "meeting"} <= english & dutch


@pytest.mark.parametrize(
    ("code", "word", "concepts"),
    [
        ("nl", "weekendvlucht", {"flight"}),
        ("nl", "grensbeleid", {"border", "policy"}),
        ("nl", "sanctiepakket", {"sanction"}),
        ("nl", "taekwondo-atleten", {"athlete"}),
        ("nl", "studentenvisums", {"student", "visa"}),
        ("nl", "vredesakkoorden", {"peace", "agreement"}),
        ("nl", "renteverlagingen", {"interest-rate"}),
        ("nl", "kernwapentest", {"nuclear-weapon"}),
        ("de", "grenzverkehr", {"border", "traffic"}),
        ("de", "friedensverhandlungen", {"peace", "negotiation"}),
        ("de", "maasbrücke", {"bridge"}),
        ("de", "brückensperrung", {"bridge", "closure"}),
        ("de", "flughafenbetrieb", {"airport"}),
        ("de", "staudammbruch", {"dam"}),
        ("nl", "luchthavensluiting", {"airport", "closure"}),
        ("nl", "damdoorbraak", {"dam"}),
    ],
)
def test_an_unknown_compound_has_the_topics_of_its_elements(code: str, word: str, concepts: set[str]) -> None:
    assert {topic for topic, _, _ in found(code, word)} == concepts


@pytest.mark.parametrize(
    "word", ["terrein", "verkeerd", "weigerde", "folie", "stroomt", "bankroet", "termijn", "redacteur", "integratie"]
)
def test_a_word_that_only_looks_like_a_compound_has_no_topic(word: str) -> None:
    assert found("nl", word) == []


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("nl", "rotterdam"),
        ("nl", "aansluiting"),
        ("nl", "stekkeraansluiting"),
        ("nl", "kortsluiting"),
        ("de", "aussperrung"),
        ("de", "kurfürstendamm"),
        ("de", "eigenschaft"),
        ("de", "umbruch"),
    ],
)
def test_an_end_that_only_sounds_like_a_topic_brings_none(code: str, word: str) -> None:
    assert found(code, word) == []


def test_a_team_of_men_is_no_shaft_and_no_strike() -> None:
    assert {topic for topic, _, _ in found("de", "mannschaft")} == {"team"}


def test_a_verb_brings_its_topic_and_so_does_a_verb_with_its_particle_behind_it() -> None:
    assert found("nl", "de groep vloog gisteren") == [("flight", 2, 3)]
    assert found("en", "the group takes off today") == [("flight", 2, 4)]
    assert of("nl").concepts_of_verb["terugkeren"] == ("return",)


def test_a_form_that_two_verbs_share_brings_the_topic_of_neither() -> None:
    assert {lemma for lemma, _ in readings("nl", "voeren")} == {"varen", "voeren"}
    assert found("nl", "zij voeren") == []


def test_a_form_that_is_oftener_another_word_brings_no_topic_as_a_verb() -> None:
    assert found("nl", "het land") == []


def test_topics_are_plain_records() -> None:
    found_ = topics.compile_topics({"concept": {"car": ["car"]}}, topics.VerbTopics({}, frozenset()), "toy").find(
        ["car"]
    )
    assert found_ == (Topic("car", 0, 1),)
