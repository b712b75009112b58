"""What the times of two claims say for or against one event."""

from __future__ import annotations

import pytest
from tests.readings import report

from dateline.scoring import NEVER
from dateline.stories.occasions import times
from dateline.stories.sketch import sketches, world


@pytest.mark.parametrize(
    ("old", "other", "points"),
    [
        ("year(anchor) - 1", "", -0.8),
        ("anchor - 3 day", "", 0.0),
        ("since (year(anchor) - 1)", "", 0.0),
        ("anchor - 200 day", "weekday(1) on or before anchor", NEVER),
    ],
)
def test_what_was_long_over_when_it_was_printed_is_seldom_the_news_of_another_article(
    old: str, other: str, points: float
) -> None:
    readings = (
        report("a", "2024-05-15", f"smog made 900 people ill | illness happened | {old} |"),
        report("b", "2024-05-16", f"hospitals admitted 900 people | illness happened | {other} |", lang="yy"),
    )
    left, right = sorted(sketches(readings, world(readings), {}), key=lambda s: s.article)
    assert times(left, right)[0] == times(right, left)[0] == points
