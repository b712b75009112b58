"""Words in capitals amid small letters are names, whatever else they look like."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article


def _quotes(code: str, text: str) -> list[str]:
    return [c.span.quote for c in analyse(Article("a", text, lang=code)).reading.claims]


@pytest.mark.parametrize(
    ("code", "text", "quotes"),
    [
        ("en", "Makers gave doses to the WHO.", ["Makers gave doses to the WHO"]),
        ("en", "The company gave doses to the WHO and shut.", ["The company gave doses to the WHO", "shut"]),
        ("en", "IS claimed the attack.", ["IS claimed the attack"]),
        ("en", "It WAS closed on Monday.", ["It WAS closed on Monday"]),
        ("en", "Officials said that IS had lost the town.", ["IS had lost the town"]),
        ("nl", "De leider van IS is gedood.", ["De leider van IS is gedood"]),
        ("en", "SCHOOLS ARE CLOSED IN MEXICO CITY", ["SCHOOLS ARE CLOSED IN MEXICO CITY"]),
        ("nl", "De man heeft ALS en werd woensdag opgenomen.", ["De man heeft ALS", "werd woensdag opgenomen"]),
        ("nl", "De firma sloot de afdeling IT en verhuisde.", ["De firma sloot de afdeling IT", "verhuisde"]),
        ("de", "Der IS hat den Anschlag beansprucht.", ["Der IS hat den Anschlag beansprucht"]),
        ("de", "Der Mann leidet an ALS und wurde aufgenommen.", ["Der Mann leidet an ALS", "wurde aufgenommen"]),
    ],
)  # fmt: skip
def test_a_word_in_capitals_amid_others_is_no_relative_and_no_verb(code: str, text: str, quotes: list[str]) -> None:
    assert _quotes(code, text) == quotes


@pytest.mark.parametrize(
    ("code", "text", "quotes"),
    [
        ("de", "Das WAR ein Fehler, sagte Müller.", ["Das WAR ein Fehler"]),
        ("de", "Müller sagte, die Brücke IST gesperrt.", ["die Brücke IST gesperrt"]),
        ("en", "The US told the UN that it IS leaving.", ["it IS leaving"]),
        ("en", "Smith said the road IS closed.", ["the road IS closed"]),
        ("en", "That IS a mistake, Smith said.", ["That IS a mistake"]),
        ("nl", "Dat IS een fout, zei Jansen.", ["Dat IS een fout"]),
    ],
)  # fmt: skip
def test_a_stressed_auxiliary_is_a_verb(code: str, text: str, quotes: list[str]) -> None:
    assert _quotes(code, text) == quotes
