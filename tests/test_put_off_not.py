"""Moves that give no plan a new day, and days that bound what is planned."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(WEDNESDAY))).reading.claims


def told(code: str, text: str) -> tuple[Status, str]:
    (claim,) = claims(code, text)
    return claim.status, edtf.write(claim.time)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The troops pushed the rebels back to 1949 borders."),
        ("en", "Shares slipped to 12 June lows."),
        ("en", "Prices moved up to 3 June highs."),
        ("en", "The family moved to May Street on 3 May."),
        ("en", "The team moved forward to 2 June with a new plan."),
        ("nl", "De beurs schoof op naar 2008 niveaus."),
    ],
)
def test_a_figure_or_place_behind_to_is_no_new_day(code: str, text: str) -> None:
    assert Status.PLANNED not in [c.status for c in claims(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("en", "Last year the festival was moved from June to September.", "2025"),
        ("en", "In 2020 the Olympics were postponed to 2021.", "2020"),
        ("en", "The march was postponed from 1 May to 3 May.", ""),
        ("nl", "Vorig jaar is de top verschoven van juni naar september.", "2025"),
        ("nl", "De optocht is uitgesteld van 1 mei tot 3 mei.", ""),
        ("de", "Der Gipfel wurde im vorigen Jahr von Juni auf September verlegt.", "2025"),
        ("de", "Das Turnier wurde 2020 auf 2021 verschoben.", "2020"),
    ],
)
def test_a_move_whose_new_day_is_past_has_happened(code: str, text: str, time: str) -> None:
    assert told(code, text) == (Status.HAPPENED, time)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Voting was delayed until 9 p.m. because of the rain."),
        ("en", "The curfew was moved from 10 p.m. to 8 p.m. on Sunday."),
        ("nl", "De stemming werd uitgesteld tot 21.00 uur."),
        ("de", "Der Anpfiff wurde auf 21 Uhr verschoben."),
    ],
)
def test_another_hour_is_no_new_day(code: str, text: str) -> None:
    assert Status.PLANNED not in [c.status for c in claims(code, text)]


def test_the_day_that_is_ruled_out_is_not_the_new_one() -> None:
    text = "The vote was postponed, not until June as planned, but until July."
    assert told("en", text) == (Status.PLANNED, "2026-07")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das Konzert findet nicht in Kiel, sondern in Husum statt."),
        ("de", "Das Konzert findet nicht am Montag, sondern am Dienstag statt."),
        ("de", "Das Konzert findet nicht am 3., sondern am 10. Juni statt."),
        ("nl", "Het concert vindt niet in Ede maar in Zeist plaats."),
        ("en", "The fair will be held not in Hull but in York."),
    ],
)
def test_who_negates_a_day_or_place_for_another_calls_nothing_off(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert claim.polarity == "positive"
    assert claim.phase != "cancel"
    assert claim.status in (Status.PLANNED, Status.ONGOING)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das Konzert findet nicht statt."),
        ("nl", "Het concert gaat niet door in Ede."),
        ("en", "The fair will not take place in Hull."),
    ],
)
def test_what_does_not_take_place_is_off(code: str, text: str) -> None:
    assert claims(code, text)[0].status in (Status.CANCELLED, Status.DENIED)


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("en", "Moldova will expel two embassy staff by the end of the month.", "../[2026-05-21..2026-05-31]"),
        ("en", "The bridge must be repaired by the end of June.", "../[2026-06-21..2026-06-30]"),
        ("nl", "Het werk moet tegen eind juni klaar zijn.", "../[2026-06-21..2026-06-30]"),
        ("nl", "De gemeente zal het dak voor het einde van de maand herstellen.", "../[2026-05-21..2026-05-31]"),
        ("de", "Die Brücke soll bis Ende Juni repariert werden.", "../[2026-06-21..2026-06-30]"),
    ],
)
def test_what_is_planned_by_the_end_of_a_time_is_planned_up_to_then(code: str, text: str, time: str) -> None:
    assert told(code, text)[1] == time


def test_what_had_happened_by_the_end_of_a_time_keeps_it() -> None:
    assert told("en", "By the end of April, 40 homes had burnt down.")[1] == "[2026-04-21..2026-04-30]"


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("en", "The airport will not reopen before Saturday.", "2026-05-16"),
        ("en", "The airport will not be back until Monday.", "2026-05-18"),
        ("nl", "De luchthaven gaat niet voor zaterdag weer open.", "2026-05-16"),
        ("de", "Der Flughafen wird nicht vor Samstag wieder öffnen.", "2026-05-16"),
    ],
)
def test_what_comes_not_before_a_day_is_planned_for_that_day(code: str, text: str, time: str) -> None:
    assert told(code, text) == (Status.PLANNED, time)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The company delayed payment of wages until the end of April."),
        ("nl", "De productie werd vertraagd tot eind april."),
        ("de", "Die Zahlung wurde auf Ende April verschoben."),
    ],
)
def test_a_past_deferral_to_the_month_that_has_just_been_is_no_plan_a_year_on(code: str, text: str) -> None:
    article = Article("a-test", text, lang=code, published=edtf.read("2026-05-13"))
    (claim,) = analyse(article).reading.claims
    assert (claim.status, claim.time_expr) == (Status.HAPPENED, "")
