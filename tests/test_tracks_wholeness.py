"""What heads a row reads as a sentence wherever a claim that says as much does."""

from __future__ import annotations

import pytest
from tests.test_stories_courses import brief

from dateline.analysis import analyse
from dateline.model import Article
from dateline.tracks.wholeness import wholeness


@pytest.mark.parametrize(
    ("code", "text", "ranks"),
    [
        ("en", "The siege began on Monday and ended on Friday.", [2, 0]),
        ("en", "The mayor said that the bridge was closed on Monday.", [2]),
        ("nl", "Het beleg begon maandag en eindigde vrijdag.", [2, 0]),
        ("nl", "Het dorp ontplofte maandag, nadat er gas was vrijgekomen.", [2, 1]),
        ("de", "Die Belagerung begann am Montag und endete am Freitag.", [2, 0]),
        ("de", "Das Haus explodierte am Montag, nachdem Gas ausgetreten war.", [2, 1]),
    ],
)
def test_a_clause_that_leans_on_another_is_less_than_a_sentence(code: str, text: str, ranks: list[int]) -> None:
    assert [wholeness(c) for c in analyse(Article("a", text, lang=code)).reading.claims] == ranks


@pytest.mark.parametrize(
    ("leaning", "whole"),
    [
        ("De burgemeester zei dat de brug bij Gent maandag is gesloten.", "The bridge at Gent was closed on Monday."),
        (
            "Die Polizei teilte mit, dass die Brücke in Kiel am Montag gesperrt wurde.",
            "The bridge at Kiel was closed on Monday.",
        ),
    ],
)
def test_the_claim_that_reads_as_a_sentence_heads_the_row(leaning: str, whole: str) -> None:
    for texts in ((leaning, whole), (whole, leaning)):
        row = next(r for r in brief(*texts, days=("2024-09-03", "2024-09-03")).board)
        assert row.state == whole.rstrip(".")


def test_a_newer_state_is_never_traded_for_an_older_sentence() -> None:
    found = brief(
        "The bridge at Lund was closed on Monday.", "De burgemeester zei dat de brug bij Lund vrijdag is geopend."
    )
    assert "vrijdag is geopend" in found.board[0].state


def test_one_toll_told_in_many_words_is_one_row_that_is_contested_where_figures_of_a_day_differ() -> None:
    found = brief(
        "Four firefighters were hurt when a warehouse in Antwerp burned down on Monday.",
        "In Antwerpen is maandag een loods afgebrand. Drie brandweerlieden raakten gewond.",
        days=("2024-09-03", "2024-09-03"),
    )
    (row,) = (r for r in found.board if r.label.startswith("injured"))
    assert row.contested


def test_a_toll_that_grew_is_one_row_though_the_papers_name_no_place() -> None:
    found = brief(
        "The governor of Kano imposed a curfew on Monday after clashes that killed five people.",
        "In Kano geldt sinds maandag een avondklok. Zeven mensen kwamen om.",
        days=("2024-09-03", "2024-09-04"),
    )
    (row,) = (r for r in found.board if r.label.startswith("death"))
    assert row.state == "Zeven mensen kwamen om"


def test_two_plain_negatives_that_agree_contest_nothing() -> None:
    found = brief(
        "A warehouse in Antwerp burned down on Monday. Nobody was killed.",
        "In Antwerpen is maandag een loods afgebrand. Er vielen geen doden.",
        days=("2024-09-03", "2024-09-03"),
    )
    assert not any(row.contested or row.denied for row in found.board)


def test_who_is_freed_stands_on_the_row_of_who_was_arrested() -> None:
    found = brief(
        "De politie heeft maandag in Brugge zes verdachten aangehouden.",
        "Two of the six suspects held in Bruges were released on Friday.",
    )
    (row,) = found.board
    assert row.label.startswith("suspect")


def test_the_dead_of_one_year_do_not_contest_those_of_another() -> None:
    found = brief(
        "The influenza of 1918 killed 50 million people in Spain.",
        "The influenza of 1957 killed two million people in Spain.",
        days=("2024-09-03", "2024-09-03"),
    )
    assert not any(row.contested for row in found.board)
