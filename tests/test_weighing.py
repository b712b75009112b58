"""Where the tense that the rules read stands against a reader that gives another status without a word for it."""

from __future__ import annotations

import math

import pytest

from dateline.claims.status import Verdict
from dateline.claims.weighing import verdict
from dateline.model import Kind, Status


def _told(status: Status, rests_on: str, other: Status, sure: float) -> Status:
    """The status of a clause whose reader gives `other` with that likelihood, and that of the rules with the rest."""
    rule = Verdict(status, "positive", "certain", Kind.REPORT, "a tense", rests_on)
    found = verdict(rule, {status: math.log(1 - sure), other: math.log(sure)})
    assert found is not None
    return found.status


@pytest.mark.parametrize("other", [Status.POSSIBLE, Status.CANCELLED, Status.REQUIRED])
def test_a_present_tense_is_not_taken_for_what_needs_a_word_of_its_own(other: Status) -> None:
    assert _told(Status.ONGOING, "tense", other, 0.98) is Status.ONGOING
    assert _told(Status.ONGOING, "tense", Status.HAPPENED, 0.98) is Status.HAPPENED


def test_what_is_under_way_is_not_called_off_and_what_was_done_may_be_a_plan() -> None:
    assert _told(Status.ONGOING, "progressive", Status.CANCELLED, 0.999) is Status.ONGOING
    assert _told(Status.HAPPENED, "tense", Status.PLANNED, 0.999) is Status.PLANNED
