"""Plans told as past, held against what came of them. By rules."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str, published: str = WEDNESDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De minister zou vrijdag Beiroet bezoeken, maar de reis ging niet door."),
        ("nl", "De trein zou vrijdag vertrekken maar vertrok niet."),
        ("nl", "De bus zou vrijdag rijden, maar viel uit."),
        ("de", "Der Minister sollte am Freitag Beirut besuchen, aber die Reise fand nicht statt."),
        ("de", "Der Zug sollte am Freitag fahren, kam aber nicht."),
        ("en", "The minister was due to visit Beirut on Friday, but the trip did not take place."),
        ("en", "The ship was to sail on Friday but never left port."),
    ],
)
def test_the_day_of_a_plan_that_came_to_nothing_lies_behind(code: str, text: str) -> None:
    plan = claims(code, text)[0]
    assert (plan.status, edtf.write(plan.time), plan.attribution) == (Status.PLANNED, "2026-05-08", ())
    assert {edtf.write(c.time) for c in claims(code, text)[1:] if c.time.known} <= {"2026-05-08"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De minister zou vrijdag naar Gent reizen, maar dat gaat niet door."),
        ("nl", "De winkel zou vrijdag opengaan, maar de gemeente heeft dat verboden."),
        ("de", "Der Minister sollte am Freitag Beirut besuchen."),
    ],
)
def test_the_day_of_a_plan_that_was_dropped_can_lie_ahead(code: str, text: str) -> None:
    assert edtf.write(claims(code, text)[0].time) == "2026-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "De man zou vrijdag zijn gevlucht, maar dat werd ontkend.",
        "Het bedrijf zou geld witwassen, maar de rechter sprak het vrij.",
    ],
)
def test_what_is_said_to_be_stays_hearsay_before_but(text: str) -> None:
    assert claims("nl", text)[0].status is Status.POSSIBLE


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A meeting planned for Thursday evening was cancelled."),
        ("en", "Talks scheduled for Thursday collapsed and were called off."),
        ("de", "Das für Donnerstag geplante Treffen wurde abgesagt."),
        ("de", "Das für Donnerstag angesetzte Konzert fiel aus."),
        ("nl", "De voor donderdag geplande bijeenkomst ging niet door."),
        ("nl", "Het voor donderdag aangekondigde overleg werd geschrapt."),
        ("en", "A meeting that was planned for Thursday did not take place."),
        ("en", "The talks planned for Thursday never took place."),
        ("de", "Das Treffen, das für Donnerstag geplant war, fand nicht statt."),
        ("de", "Das für Donnerstag geplante Konzert hat nicht stattgefunden."),
        ("nl", "Het concert dat voor donderdag gepland stond, vond niet plaats."),
        ("nl", "De wedstrijd die donderdag gespeeld zou worden, ging niet door."),
        ("nl", "Het voor donderdag geplande concert heeft niet plaatsgevonden."),
    ],
)
def test_what_was_called_off_for_a_weekday_was_for_the_nearest_one(code: str, text: str) -> None:
    for published in ("2026-05-12", "2026-05-15"):
        claim = [c for c in claims(code, text, published) if c.status is not Status.PLANNED][-1]
        assert (claim.status, edtf.write(claim.time).split("T")[0]) == (Status.CANCELLED, "2026-05-14")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The meeting planned for Monday has been cancelled."),
        ("de", "Das für Montag geplante Treffen ist abgesagt."),
        ("nl", "De voor maandag geplande bijeenkomst is afgelast."),
    ],
)
def test_what_has_been_called_off_for_a_weekday_lies_ahead(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert (claim.status, edtf.write(claim.time)) == (Status.CANCELLED, "2026-05-18")


@pytest.mark.parametrize("by", ["bis Freitag", "bis Ende Mai"])
def test_what_is_to_be_done_by_a_day_to_come_is_a_plan_and_no_hearsay(by: str) -> None:
    (claim,) = claims("de", f"Die Brücke soll {by} repariert sein.")
    assert (claim.status, claim.attribution) == (Status.PLANNED, ())
    (claim,) = claims("de", "Der Mann soll am Freitag gesehen worden sein.")
    assert claim.status is Status.POSSIBLE
