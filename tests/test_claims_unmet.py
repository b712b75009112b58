"""Plans told as past, held against what came of them. By rules."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(WEDNESDAY))).reading.claims


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
