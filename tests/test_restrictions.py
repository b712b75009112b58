"""The end of what is in force is its lifting and its begin its imposing, whatever verb tells it."""

from __future__ import annotations

import pytest

from dateline import edtf, lang
from dateline.analysis import analyse
from dateline.claims import lexicon
from dateline.model import Article, Claim

TOPICS = {topic for code in ("nl", "en", "de") for topic in lang.load(code).table("concepts")["concept"]}


def first(code: str, text: str) -> Claim:
    """The first claim of a sentence printed on a Wednesday."""
    return analyse(Article("a-test", text, lang=code, published=edtf.read("2024-05-15"))).reading.claims[0]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The night-time curfew will end on Friday."),
        ("en", "The port blockade was ended on Friday."),
        ("en", "Brussels suspended the sanctions on Friday."),
        ("en", "The ban on imports expired on Friday."),
        ("en", "The end of the siege came on Friday."),
        ("nl", "De avondklok in Lier eindigt vrijdag."),
        ("nl", "Het uitvoerverbod verliep vrijdag."),
        ("nl", "De burgemeester beëindigde vrijdag de noodtoestand."),
        ("nl", "Vrijdag kwam er een einde aan de blokkade."),
        ("nl", "De staking is ten einde."),
        ("de", "Die Ausgangssperre in Suhl endet am Freitag."),
        ("de", "Das Exportverbot lief am Freitag aus."),
        ("de", "Die Gewerkschaft beendete den Streik am Freitag."),
        ("de", "Am Freitag kam das Ende der Quarantäne."),
    ],
)
def test_a_restriction_that_ends_is_lifted(code: str, text: str) -> None:
    assert first(code, text).phase == "lift"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The lockdown begins on Friday."),
        ("en", "The sanctions resumed on Friday."),
        ("en", "A curfew was declared on Friday."),
        ("nl", "De lockdown begint vrijdag."),
        ("nl", "De quarantaine ging vrijdag in."),
        ("de", "Die Ausgangssperre beginnt am Freitag."),
        ("de", "Am Freitag wurde eine Ausgangssperre ausgerufen."),
    ],
)
def test_a_restriction_that_begins_is_imposed(code: str, text: str) -> None:
    assert first(code, text).phase == "impose"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The strike of the bakers began on Friday."),
        ("en", "The bakers walked off the job on Friday."),
        ("en", "The bakers downed tools on Friday."),
        ("en", "The union called a strike on Friday."),
        ("nl", "De staking van de bakkers begon vrijdag."),
        ("nl", "De bakkers gingen vrijdag in staking."),
        ("nl", "De bond riep vrijdag een staking uit."),
        ("de", "Der Streik der Bäcker begann am Freitag."),
        ("de", "Die Bäcker traten am Freitag in den Ausstand."),
        ("de", "Die Gewerkschaft rief am Freitag zum Warnstreik auf."),
    ],
)
def test_a_strike_begins_by_striking(code: str, text: str) -> None:
    assert first(code, text).phase == "strike"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The strike halted all trains on Friday."),
        ("en", "The blockade interrupted deliveries on Friday."),
        ("nl", "De staking legde vrijdag het treinverkeer stil."),
        ("nl", "De productie eindigde vrijdag."),
        ("de", "Der Streik legte am Freitag den Zugverkehr lahm."),
        ("de", "Die Produktion endete am Freitag."),
    ],
)
def test_what_a_restriction_stops_is_not_lifted(code: str, text: str) -> None:
    assert first(code, text).phase == "stop"


def test_restrictions_are_topics_of_the_tables() -> None:
    table = lang.shared("topics")
    assert set(table["restrictions"]) <= TOPICS
    assert set(table["begun"]) <= set(table["restrictions"])
    assert set(table["begun"].values()) <= set(lexicon.compiled(lang.load("en")).phases)
