"""One matter, one row: closures, plans and what came of them, told in three languages of things no table knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import encoders, pipeline
from dateline.edtf import read, write
from dateline.model import Article, Brief, Claim, Row, Story
from dateline.tracks import follow

AIRPORT = {
    "2025-03-05": (
        "Norvik Airport will be closed from 10 March to 21 March 2025, the airport authority said on Wednesday. The "
        "authority expects the first flight to leave on 22 March. A protest planned for Friday has been cancelled."
    ),
    "": "Der Flughafen Norvik bleibt geöffnet. Die für den 10. März geplante Schließung wurde abgesagt.",
    "2025-03-12": "De luchthaven van Norvik blijft open. De reparatie wordt uitgesteld tot september 2025.",
    "2025-09-16": "The airport in Norvik closed on Tuesday and will reopen on 27 September.",
}
BRIDGE = {
    "2024-05-14": (
        "The bridge at Venlo will stay shut until Thursday, the province said on Tuesday. About 18,000 vehicles a day use "
        "the bridge."
    ),
    "2024-05-16": "De brug bij Venlo blijft tot zondag dicht. Een woordvoerder zei dat de heropening niet doorgaat.",
    "2024-06": "Die Maasbrücke in Venlo ist seit Montag wieder für den Verkehr freigegeben.",
}
ELECTION = {
    "2024-10-02": "The parliamentary election in Mordania will be held on 20 October, the commission said on Wednesday.",
    "2024-10-10": "Die Parlamentswahl in Mordania ist verschoben worden. Sie soll nun am 17. November stattfinden.",
    "2024-12-01": "The president of Mordania spoke to parliament on Sunday.",
}


def brief(texts: dict[str, str]) -> Brief:
    """The board of these texts, taken as one story."""
    articles = [
        Article(f"a-{day}", text, f"paper {day}", stated=day, published=read(day), dated_by="header" if day else "")
        for day, text in texts.items()
    ]
    found = pipeline.run(articles, encoders.load(False)[0])
    told = Story("s", "one story", tuple(a.id for a in articles), ())
    readings, board, _ = follow(
        found.readings, found.events, found.relations, found.datings, found.as_of, found.entities, (told,)
    )
    return replace(found, readings=readings, board=board)


@pytest.fixture(scope="module")
def airport() -> Brief:
    return brief(AIRPORT)


def holding(found: Brief, words: str) -> Row:
    """The one row that follows the claim with these words."""
    claims: dict[str, Claim] = {c.id: c for r in found.readings for c in r.claims}
    (row,) = (r for r in found.board if any(words in claims[c].span.quote for c in r.claims))
    return row


def test_what_is_said_of_one_airport_in_three_languages_is_one_row(airport: Brief) -> None:
    row = holding(airport, "Norvik Airport will be closed")
    for words in ("Der Flughafen Norvik bleibt", "De luchthaven van Norvik", "The airport in Norvik closed"):
        assert holding(airport, words) == row
    assert row.label.startswith("airport")


@pytest.mark.parametrize("words", ["geplante Schließung wurde abgesagt", "De reparatie wordt uitgesteld"])
def test_a_noun_of_change_is_followed_with_what_changes(airport: Brief, words: str) -> None:
    assert holding(airport, words) == holding(airport, "Norvik Airport will be closed")


def test_a_clause_that_names_nothing_goes_on_about_what_its_sentence_began_with(airport: Brief) -> None:
    row = holding(airport, "will reopen on 27 September")
    assert row == holding(airport, "The airport in Norvik closed")
    assert row.next is not None
    assert write(row.next.time) == "2025-09-27"


def test_a_closure_that_was_called_off_in_another_language_is_not_overdue(airport: Brief) -> None:
    assert not any(row.overdue for row in airport.board)


def test_a_protest_nearby_keeps_its_own_row(airport: Brief) -> None:
    assert holding(airport, "A protest planned") != holding(airport, "Norvik Airport will be closed")


def test_a_closure_nobody_called_off_is_overdue() -> None:
    texts = {"2025-03-05": AIRPORT["2025-03-05"], "2025-04-20": "The airport of Norvik has a new director."}
    row = holding(brief(texts), "Norvik Airport will be closed")
    assert "2025-03-10/2025-03-21" in {write(due.time) for due in row.overdue}


def test_flights_that_were_cancelled_do_not_call_off_a_closure() -> None:
    texts = {
        "2025-03-05": "Norvik Airport will be closed from 10 March to 21 March 2025, the airport authority said.",
        "2025-04-20": "Polar Wings cancelled 38 flights to Norvik on Sunday.",
    }
    row = holding(brief(texts), "Norvik Airport will be closed")
    assert [write(due.time) for due in row.overdue] == ["2025-03-10/2025-03-21"]


def test_the_newest_state_heads_the_row_and_not_how_many_use_it() -> None:
    found = brief(BRIDGE)
    row = holding(found, "18,000 vehicles")
    assert row.state.startswith("Die Maasbrücke")
    assert found.as_of == "2024-06-30"
    assert not row.overdue


def test_a_figure_heads_no_row_that_has_a_state() -> None:
    texts = {"2024-05-14": BRIDGE["2024-05-14"]}
    assert holding(brief(texts), "18,000 vehicles").state.startswith("The bridge at Venlo will stay shut")


def test_a_plan_that_was_put_off_is_due_on_its_new_day_and_overdue_on_none() -> None:
    found = brief(ELECTION)
    row = holding(found, "will be held on 20 October")
    assert row == holding(found, "Sie soll nun am 17. November")
    assert "2024-10-20" not in {write(due.time) for due in row.overdue}


def test_a_strike_at_a_port_is_followed_as_a_strike_in_every_language() -> None:
    found = brief(
        {
            "2025-02-03": "The port strike at Vlissingen began on Monday.",
            "2025-02-06": "Der Hafenstreik in Vlissingen geht weiter.",
            "2025-02-07": "De havenstaking in Vlissingen is donderdag beëindigd.",
        }
    )
    assert len(found.board) == 1
    assert found.board[0].label == "strike, Vlissingen"


def test_what_was_decided_is_followed_with_what_it_is_about() -> None:
    texts = {
        "2024-10-02": "The election in Mordania will be held on 20 October. The government ruled that out on Monday."
    }
    assert holding(brief(texts), "ruled that out") == holding(brief(texts), "will be held on 20 October")


def test_later_than_planned_is_no_plan() -> None:
    found = brief({"2025-02-11": "The ferry to Hull resumed on Monday, two days later than planned."})
    assert not any(row.next or row.overdue for row in found.board)
    assert not any(row.label.startswith("two days") for row in found.board)


def test_what_lasts_until_a_day_has_begun_and_ends_by_itself() -> None:
    texts = {
        "2023-08-18": "The championship in Astana begins on Saturday.",
        "2023-08-28": "The championship in Astana will last until 30 August.",
        "2023-09-26": "The airport of Astana was closed on Monday.",
    }
    assert not any(row.overdue for row in brief(texts).board)


def test_a_road_that_stays_closed_did_not_open_on_its_day() -> None:
    texts = {
        "2025-06-04": "Die Straße nach Oberwald ist gesperrt. Sie soll am Freitag wieder geöffnet werden.",
        "2025-06-11": "The road to Oberwald stays closed until the end of the month.",
    }
    row = holding(brief(texts), "Sie soll am Freitag")
    assert row == holding(brief(texts), "stays closed")
    assert row.state.endswith("until the end of the month")
    assert not row.overdue


def test_how_many_die_every_year_heads_no_toll() -> None:
    texts = {
        "2009-04-25": "In Mexico the flu killed 61 people on Friday, officials said.",
        "2009-04-26": "In Mexico 36,000 people die of flu every year.",
    }
    assert "61" in holding(brief(texts), "36,000").state
