"""The board of a handful of texts in three languages, read as an analyst would: one matter, one row."""

from __future__ import annotations

import pytest

from dateline import encoders, pipeline
from dateline.edtf import read, write
from dateline.model import Article, Brief, Claim, Row

TEXTS = {
    "2024-09-12": (
        "In Dresden ist am Mittwoch ein Teil der Carolabrücke eingestürzt. Die Brücke ist seither gesperrt. "
        "Der Zugverkehr zwischen Dresden und Prag wurde eingestellt."
    ),
    "2024-09-14": (
        "Trains between Dresden and Prague resumed on Friday, the rail operator said. The bridge in Dresden remains "
        "closed. The city denied that the bridge will be demolished. Floods killed 5 people in Poland on Saturday, police "
        "said. In Romania floods killed four people on Friday."
    ),
    "2024-09-16": (
        "Bij overstromingen in Polen zijn zeker 7 mensen omgekomen, meldt de politie. In Roemenië vielen zes doden. "
        "De burgemeester van Dresden sprak tegen dat de brug wordt gesloopt."
    ),
    "2024-09-17": (
        "The death toll from the floods in Poland rose to 9, the government said on Tuesday. Officials in Warsaw denied "
        "that 30 people had died. The bridge in Dresden will reopen in December."
    ),
}


@pytest.fixture(scope="module")
def brief() -> Brief:
    articles = [
        Article(f"a-{day}", text, f"paper of {day}", stated=day, published=read(day), dated_by="header")
        for day, text in TEXTS.items()
    ]
    return pipeline.run(articles, encoders.load(False)[0])


def row(brief: Brief, label: str) -> Row:
    (found,) = (r for r in brief.board if r.label == label)
    return found


def quotes(brief: Brief, ids: tuple[str, ...]) -> list[str]:
    known: dict[str, Claim] = {c.id: c for r in brief.readings for c in r.claims}
    return [known[i].span.quote for i in ids]


def test_the_tolls_of_two_countries_are_two_rows_with_the_newest_figure_on_top(brief: Brief) -> None:
    assert "rose to 9" in row(brief, "death, Poland").state
    assert "zes doden" in row(brief, "death, Romania").state


def test_older_figures_are_history_and_give_the_newest_no_support(brief: Brief) -> None:
    poland = row(brief, "death, Poland")
    told = " | ".join(state.text for state in poland.history)
    assert all(words in told for words in ("killed 5", "zeker 7", "rose to 9"))
    assert poland.according_to == ("the government (official)",)
    assert poland.origins == 1
    assert not poland.last_confirmed.known


def test_a_denial_of_another_figure_stands_beside_the_toll_and_does_not_contest_it(brief: Brief) -> None:
    poland = row(brief, "death, Poland")
    assert not poland.contested
    assert quotes(brief, poland.denied) == ["30 people had died"]


def test_a_bridge_has_one_row_and_its_denied_demolition_does_not_head_it(brief: Brief) -> None:
    bridge = row(brief, "bridge, Dresden")
    assert bridge.state == "The bridge in Dresden remains closed"
    assert {"the bridge will be demolished", "de brug wordt gesloopt"} == set(quotes(brief, bridge.denied))
    assert bridge.next is not None
    assert write(bridge.next.time) == "2024-12"


def test_trains_that_stopped_and_resumed_have_one_row(brief: Brief) -> None:
    (trains,) = (r for r in brief.board if r.label.startswith("train"))
    assert trains.state == "Trains between Dresden and Prague resumed on Friday"
    assert len(trains.claims) == 2
