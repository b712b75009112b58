"""How much of a sentence is shown of a claim: enough to read it alone."""

from __future__ import annotations

import time

import pytest

from dateline import edtf, reader
from dateline.analysis import analyse
from dateline.model import Article


def quotes(code: str, text: str) -> list[str]:
    """The quotes of the claims of a text, by the rules alone."""
    article = Article("a-test", text, lang=code, published=edtf.read("2025-02-12"))
    return [c.span.quote for c in analyse(article).reading.claims]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The road stayed closed until engineers had checked the slope."),
        ("en", "Nine people were hurt when a tram hit a van."),
        ("en", "The tunnel was shut after a lorry had caught fire."),
        ("en", "The tunnel was shut after being hit by a lorry."),
        ("en", "The ferry turned back because the wind rose."),
        ("en", "After a lorry had caught fire, nine people were hurt."),
        ("en", "The border opened two days after the strike had ended."),
        ("nl", "De weg bleef dicht totdat de helling was nagekeken."),
        ("nl", "De weg blijft dicht tot het water zakt."),
        ("nl", "Negen mensen raakten gewond toen een tram een busje raakte."),
        ("nl", "De tunnel werd gesloten nadat een vrachtwagen in brand was gevlogen."),
        ("nl", "De veerboot keerde om omdat de wind toenam."),
        ("nl", "Toen de dam brak, vluchtten honderd mensen naar de heuvels."),
        ("de", "Die Straße blieb gesperrt, bis Ingenieure den Hang geprüft hatten."),
        ("de", "Neun Menschen wurden verletzt, als eine Tram einen Bus rammte."),
        ("de", "Der Tunnel wurde gesperrt, nachdem ein Lastwagen Feuer gefangen hatte."),
        ("de", "Die Fähre kehrte um, weil der Wind zunahm."),
        ("de", "Die Brücke wird gesperrt, wenn der Fluss steigt."),
        ("de", "Weil der Wind zunahm, kehrte die Fähre um."),
    ],
)
def test_a_claim_is_shown_with_the_clause_that_says_when_or_why(code: str, text: str) -> None:
    assert text.rstrip(".") in quotes(code, text)


@pytest.mark.parametrize(
    ("code", "text", "inner"),
    [
        ("en", "The ferry turned back because the wind rose.", "the wind rose"),
        ("nl", "De veerboot keerde om omdat de wind toenam.", "de wind toenam"),
        ("de", "Die Fähre kehrte um, weil der Wind zunahm.", "der Wind zunahm"),
    ],
)
def test_what_happens_in_that_clause_stays_a_claim_of_its_own(code: str, text: str, inner: str) -> None:
    assert inner in quotes(code, text)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The town closed the road on Monday after a crack was found.", "The town closed the road on Monday"),
        ("nl", "De stad sloot de weg maandag nadat een scheur was gevonden.", "De stad sloot de weg maandag"),
        (
            "de",
            "Die Stadt sperrte am Montag die Straße, nachdem ein Riss entdeckt wurde.",
            "Die Stadt sperrte am Montag die Straße",
        ),
    ],
)
def test_a_claim_that_says_itself_when_it_was_is_shown_without_what_came_before_it(
    code: str, text: str, told: str
) -> None:
    assert told in quotes(code, text)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "Visitors praised the fair, which began on Monday.", "the fair, which began on Monday"),
        ("en", "The state means to combat locusts, which spread in May.", "locusts, which spread in May"),
        ("nl", "Bezoekers prezen de beurs, die maandag begon.", "de beurs, die maandag begon"),
        ("de", "Besucher lobten die Messe, die am Montag begann.", "die Messe, die am Montag begann"),
    ],
)
def test_what_a_relative_tells_is_shown_with_what_it_tells_of(code: str, text: str, told: str) -> None:
    assert told in quotes(code, text)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Die Kinder schliefen im Bus, die Lehrer wachten.", "die Lehrer wachten"),
        ("de", "Der Sturm zog nach Husum, das Dorf schlief.", "das Dorf schlief"),
        ("nl", "De burgemeester verliet de zaal, die man juichte.", "die man juichte"),
        ("en", "The mayor left the hall, that man cheered.", "that man cheered"),
        ("en", "He left Hull, which was hit on Monday.", "Hull, which was hit on Monday"),
        ("en", "She reached Leeds, which was flooded on Friday.", "Leeds, which was flooded on Friday"),
    ],
)
def test_a_clause_beside_another_is_shown_without_its_noun_and_a_relative_without_its_verb(
    code: str, text: str, told: str
) -> None:
    trained = reader.load(True)[0]
    if trained is None:
        pytest.skip("the reader is not installed")
    article = Article("a-test", text, lang=code, published=edtf.read("2025-02-12"))
    assert told in [c.span.quote for c in analyse(article, trained=trained).reading.claims]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Hij zegt dat " * 400 + "het regent."),
        ("de", "Er sagt, dass " * 400 + "es regnet."),
        ("en", "He says that " * 400 + "it rains."),
        ("de", "Müller sagt, " * 400 + "es regnet."),
        ("en", "It is " + "not on 3 June but on 10 June " * 300 + "."),
        ("de", "Es ist " + "nicht am 3. Juni, sondern am 10. Juni " * 300 + "."),
    ],
)
def test_a_sentence_that_says_one_thing_over_and_over_is_read_in_seconds(code: str, text: str) -> None:
    begun = time.process_time()
    quotes(code, text)
    assert time.process_time() - begun < 8
