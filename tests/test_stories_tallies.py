"""Figures of several sources for one count: what excludes each other is a disagreement, and little else is."""

from __future__ import annotations

import pytest

from dateline import encoders, pipeline
from dateline.edtf import read
from dateline.model import Article, RelationKind

BRIDGE = (
    "The bridge at Venlo is shut, the province said. According to the province, about {} vehicles a day use the bridge."
)
BRUG = (
    "De brug bij Venlo is dicht, meldt de provincie. Volgens de ondernemers rijden er dagelijks {} auto's over de brug."
)
AIRPORT = (
    "The airport of Norvik is shut, the authority said on Wednesday. Some 4,200 passengers are affected, according to the "
    "authority. {}"
)
OTHERS = "The airline, however, said that {} have booked flights."


def disputed(*texts: str, days: tuple[str, ...] = ("2024-05-14", "2024-05-16")) -> list[str]:
    """What the texts disagree on in their figures."""
    articles = [
        Article(f"a-{i}", text, f"paper {i}", stated=day, published=read(day), dated_by="header")
        for i, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    found = pipeline.run(articles, encoders.load(False)[0])
    contradictions = (r for r in found.relations if r.kind is RelationKind.CONTRADICTS and r.on == "quantity")
    return [next(w for w in r.reasons if "cannot" in w) for r in contradictions]


def test_two_counts_of_the_cars_on_one_bridge_are_a_disagreement_across_languages() -> None:
    (words,) = disputed(BRIDGE.format("18,000"), BRUG.format("22.000"))
    assert "18,000" in words
    assert "22.000" in words


@pytest.mark.parametrize(
    ("left", "right"), [("18,000", "18.000"), ("20,000", "21.000"), ("18,000", "250.000"), ("18,000", "17.960")]
)
def test_figures_that_agree_or_are_of_another_size_are_none(left: str, right: str) -> None:
    assert disputed(BRIDGE.format(left), BRUG.format(right)) == []


def test_a_figure_that_one_article_holds_against_another_is_a_disagreement() -> None:
    assert len(disputed(AIRPORT.format(OTHERS.format("6,500 passengers")))) == 1


@pytest.mark.parametrize(
    "other",
    [
        OTHERS.format("4,300 passengers"),
        OTHERS.format("6,500 workers"),
        "The airline said that 6,500 passengers have booked flights to Hull.",
        "The airline, however, said that 6,500 passengers were affected in 2019.",
        "The authority, however, said that 6,500 passengers were affected.",
    ],
)
def test_what_agrees_counts_others_or_is_not_held_against_it_is_none(other: str) -> None:
    assert disputed(AIRPORT.format(other)) == []


def test_who_speaks_of_another_number_disagrees() -> None:
    text = (
        "De luchthaven van Norvik is dicht. Volgens de autoriteit zijn 5.000 reizigers getroffen. Vakbond FNV spreekt van "
        "6.500 reizigers."
    )
    assert len(disputed(text)) == 1


def test_a_count_told_anew_on_another_day_is_no_disagreement() -> None:
    texts = ("In Norvik 4,200 passengers are stranded, the airport said.", "In Norvik 5,000 passengers are stranded.")
    assert disputed(*texts, days=("2025-03-05", "2025-03-06")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The director said 5,100 people in Norvik were affected. An association of travel agents put the figure at 7,000.",
        "The official death toll rose to 42 on Tuesday. The aid group Havaid spoke of 71 dead on Monday.",
        "In Norvik zijn ongeveer 1900 reizigers gestrand, zei de luchthaven. De bond van reisbureaus houdt het op meer dan 3000.",
        "Bij de storm kwamen 12 mensen om, zei de burgemeester. Het Rode Kruis telde 19 doden.",
        "Die Zahl der Toten stieg auf 47. Das Rote Kreuz geht weiterhin von mehr als 70 aus.",
    ],
)
def test_the_figure_another_source_sets_against_one_in_the_next_sentence_is_a_disagreement(text: str) -> None:
    assert len(disputed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Betroffen sind nach Angaben des Flughafens rund 4200 Reisende. Am Vortag hatte er noch von 1900 gesprochen.",
        "The minister said 31 had died. He put the number of the injured at 58.",
        "The minister said 31 people had died. The union put its members at 58.",
        "The toll rose to 42 on Wednesday. The Red Cross had counted 31 dead on Monday.",
        "Volgens de politie raakten 40 mensen gewond. De netbeheerder telde 80 huizen zonder stroom.",
    ],
)
def test_an_older_count_a_count_of_others_and_one_by_the_same_voice_are_none(text: str) -> None:
    assert disputed(text) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("More than 1,150 people in Lund have fallen ill.", "More than 2,300 people in Lund have fallen ill."),
        ("Ruim 300 huizen in Gent zitten zonder stroom.", "Meer dan 700 huizen in Gent zitten zonder stroom."),
        ("In Gent zijn meer dan 300 huizen beschadigd.", "In Gent zijn meer dan 700 huizen beschadigd."),
        ("In Kiel sind mehr als 300 Häuser beschädigt.", "In Kiel sind mehr als 700 Häuser beschädigt."),
    ],
)
def test_two_floors_that_differ_agree_on_nothing(left: str, right: str) -> None:
    texts = (Article(f"a-{i}", t, f"paper {i}", published=read("2024-05-14")) for i, t in enumerate((left, right)))
    found = pipeline.run(list(texts), encoders.load(False)[0]).relations
    assert not {RelationKind.CORROBORATES, RelationKind.REFINES} & {r.kind for r in found}


TRADE = "Trade between Nuria and Lavia fell by {} percent from May to July, the Nurian statistics office said."
HANDEL = "De handel tussen Nuria en Lavia daalde tussen mei en juli met {} procent, meldt het ministerie van Lavia."


def test_two_figures_for_one_stretch_are_a_disagreement() -> None:
    (words,) = disputed(TRADE.format("38"), HANDEL.format("45"), days=("2024-09-14", "2024-09-16"))
    assert "38 percent" in words


@pytest.mark.parametrize(
    "other", [HANDEL.format("38"), HANDEL.format("45").replace("tussen mei en juli", "tussen maart en mei")]
)
def test_the_same_figure_or_another_stretch_is_none(other: str) -> None:
    assert disputed(TRADE.format("38"), other, days=("2024-09-14", "2024-09-16")) == []


def test_tonnes_of_what_two_languages_call_by_words_of_their_own_are_one_cargo() -> None:
    left = "The freighter Alma left the port of Hamburg on Tuesday with 22,000 tonnes of concentrate."
    right = "Der Frachter „Alma“ verließ am Dienstag den Hafen von Hamburg mit {} Tonnen Kupferkonzentrat."
    days = ("2024-05-16", "2024-05-16")
    assert len(disputed(left, right.format("18.000"), days=days)) == 1
    assert disputed(left, right.format("22.000"), days=days) == []
