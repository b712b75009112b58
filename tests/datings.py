"""Articles and the days they are found to be of, for the tests of dating."""

from __future__ import annotations

from tests.readings import report

from dateline.dating import solve
from dateline.encoders import Letters
from dateline.model import Dating, Reading
from dateline.stories import group, match

UNSURE = report(
    "n",
    "2023-08",
    "this morning the Air X plane went back | flight depart happened | anchor | agent=air-x origin=beijing",
    "the rowing team left earlier this week | athlete depart | earlier in week(anchor) | agent=crew destination=almaty",
    "the marathon was announced | marathon plan | anchor - 1 day |",
)


def dated(*readings: Reading) -> dict[str, Dating]:
    """The datings of a set of readings, by the article's name."""
    stories = group(readings, Letters())
    found = match(readings, stories, Letters())
    names = {r.article.id: r.article.url for r in readings}
    return {names[d.article]: d for d in solve(found.readings, (*found.events, *found.supposed))[0]}
