"""What became of a plan, read from the claims printed after it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.readings import report

from dateline import edtf
from dateline.stories.sketch import World
from dateline.tracks.outcomes import Near, came_about
from dateline.tracks.thread import Entry


def entry(day: str, line: str, time: str) -> Entry:
    reading = report("a", day, line)
    return Entry(replace(reading.claims[0], time=edtf.read(time)), reading.article.published, "a")


@pytest.mark.parametrize(
    ("time", "begun"), [("2024-05-12/", True), ("2024-05-12/..", True), ("2024-05-12/2024-05-13", False)]
)
def test_a_strike_that_lasts_to_an_unknown_day_has_begun(time: str, begun: bool) -> None:
    plan = entry("2024-05-01", "the strike begins | strike start planned | |", "2024-05-10")
    later = entry("2024-05-14", "the strike goes on | strike continue ongoing | |", time)
    near = Near((), (later,), (later,))
    assert came_about(plan, near, World(), {plan.claim.id, later.claim.id}) is begun
