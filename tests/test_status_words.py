"""Words that settle what has happened: limits, what is held on to, what was due, comparisons."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article, Claim, Status


def _claims(code: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a", text, lang=code)).reading.claims


def _one(code: str, text: str) -> Status:
    (claim,) = _claims(code, text)
    return claim.status


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("nl", "Voorlopig mogen er maar 300 passagiers mee.", Status.REQUIRED),
        ("en", "The ship may carry no more than 300 passengers.", Status.REQUIRED),
        ("en", "The bridge may cost no more than 3 million pounds.", Status.POSSIBLE),
        ("de", "Derzeit dürfen höchstens 300 Menschen mitfahren.", Status.REQUIRED),
    ],
)
def test_a_permission_with_a_limit_is_a_rule_and_a_guess_is_none(code: str, text: str, status: Status) -> None:
    assert _one(code, text) is status


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("nl", "De club houdt vast aan de oude kleuren.", Status.ONGOING),
        ("nl", "De minister houdt vast aan haar plan.", Status.PLANNED),
        ("nl", "De club houdt niet langer vast aan de datum.", Status.CANCELLED),
        ("en", "The company is sticking to its timetable.", Status.ONGOING),
        ("de", "Die Reederei hält an ihrer Verbindung fest.", Status.ONGOING),
    ],
)
def test_what_is_held_on_to_goes_on(code: str, text: str, status: Status) -> None:
    assert _one(code, text) is status


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Het schip had maandag moeten vertrekken, maar die afvaart werd afgelast."),
        ("en", "The service should have restarted on Monday but was held up by inspectors."),
        ("en", "The ship was due to sail on Monday, but that trip was cancelled."),
        ("de", "Die Fähre sollte am Montag auslaufen, aber diese Fahrt wurde abgesagt."),
    ],
)
def test_a_plan_and_its_end_are_one_claim_where_the_second_takes_up_the_first(code: str, text: str) -> None:
    (claim,) = _claims(code, text)
    assert claim.status is Status.CANCELLED
    assert claim.span.quote == text.rstrip(".")


def test_what_should_have_been_was_due_and_what_must_have_been_is_inferred() -> None:
    assert _one("en", "The ship should have left on Monday.") is Status.PLANNED
    assert _one("en", "The thieves must have left on Monday.") is Status.POSSIBLE


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De brug is een dag later geopend dan gepland."),
        ("en", "The bridge was opened a day later than planned."),
        ("de", "Die Stadt hat die Brücke eröffnet, einen Tag später als angekündigt."),
    ],
)
def test_a_participle_that_only_compares_is_no_plan(code: str, text: str) -> None:
    assert _one(code, text) is Status.HAPPENED


def test_going_without_another_verb_is_no_future() -> None:
    assert _one("nl", "Het gaat om een nieuwe variant.") is Status.ONGOING
    assert _one("nl", "Zij gaan de brug slopen.") is Status.PLANNED
    assert _one("de", "Das Wasser wird warm.") is Status.ONGOING


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("nl", "Sinds maandag zijn 400 dieren geruimd.", Status.HAPPENED),
        ("en", "About 400 animals have been culled since Monday.", Status.HAPPENED),
        ("en", "The country has banned imports since Monday.", Status.ONGOING),
    ],
)
def test_what_is_counted_up_since_a_day_has_happened(code: str, text: str, status: Status) -> None:
    assert _one(code, text) is status


def test_a_participle_before_its_auxiliary_is_what_happens() -> None:
    assert _one("de", "Abgesagt wurde das Konzert in Bonn.") is Status.CANCELLED
    assert _one("de", "Geplant ist ein Neubau am Hafen.") is Status.PLANNED
    assert _one("nl", "Afgelast is ook het concert in Gent.") is Status.CANCELLED


def test_a_result_that_is_not_there_is_not_known() -> None:
    assert _one("de", "Ein Ergebnis lag bis zum Abend nicht vor.") is Status.UNKNOWN
    assert _one("en", "The results were not yet available.") is Status.UNKNOWN


def test_who_contradict_one_another_deny_nothing() -> None:
    assert _one("nl", "Over de schade spreken de landen elkaar tegen.") is Status.ONGOING


def test_what_is_being_considered_is_possible() -> None:
    assert _one("en", "The government is considering a grant of 3 million pounds.") is Status.POSSIBLE
