"""Articles dated from one another: what speaks for a day, what against, and what is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.readings import report

from dateline import edtf
from dateline.dating import anchored, solve
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
CAPTION = report(
    "e",
    "2023-08-27",
    "an Air X plane leaves Beijing on Tuesday | flight depart | weekday(2) before anchor | agent=air-x origin=beijing",
    "the rowing team was sent the previous week | athlete send | week(anchor) - 1 | agent=crew destination=almaty",
)


def dated(*readings: Reading) -> dict[str, Dating]:
    """The datings of a set of readings, by the article's name."""
    stories = group(readings, Letters())
    filled, events = match(readings, stories, Letters())
    names = {r.article.id: r.article.url for r in readings}
    return {names[d.article]: d for d in solve(filled, events)[0]}


def test_a_stated_day_stands() -> None:
    assert dated(CAPTION)["e"].when == edtf.read("2023-08-27")
    assert not dated(CAPTION)["e"].inferred


def test_a_month_alone_stays_a_month() -> None:
    found = dated(UNSURE)["n"]
    assert edtf.write(found.when) == "2023-08"
    assert not found.inferred
    assert len(found.days) == 31


def test_a_shared_event_gives_the_day_and_the_rival_is_shown() -> None:
    found = dated(UNSURE, CAPTION)["n"]
    assert found.days == ("2023-08-22",)
    assert any("plane" in reason for reason in found.reasons)
    assert any("rowing" in reason for reason in found.against)
    assert edtf.write(found.rivals[0].when) == "2023-08-15"
    assert any("rowing" in reason for reason in found.rivals[0].reasons)
    assert any("plane" in reason for reason in found.rivals[0].against)


def test_times_narrow_with_the_day() -> None:
    reading = anchored(UNSURE, dated(UNSURE, CAPTION)["n"])
    assert [edtf.write(c.time) for c in reading.claims] == ["2023-08-22", "[2023-08-21..2023-08-22]", "2023-08-21"]


def test_removing_the_evidence_widens_the_date() -> None:
    without = replace(CAPTION, claims=CAPTION.claims[1:])
    assert edtf.write(dated(UNSURE, without)["n"].when) != "2023-08-22"
    assert len(dated(UNSURE, without)["n"].days) > 1


def test_the_order_of_arrival_changes_nothing() -> None:
    assert dated(UNSURE, CAPTION) == dated(CAPTION, UNSURE)


def test_an_article_that_shares_nothing_changes_no_date() -> None:
    other = report(
        "o", "2023-08-20", "the dyke broke on Friday | dyke destroy | weekday(5) before anchor | place=zeeland"
    )
    alone, together = dated(UNSURE, CAPTION), dated(UNSURE, CAPTION, other)
    assert together["n"] == alone["n"]


def test_a_stated_day_that_the_text_contradicts_is_not_obeyed() -> None:
    wrong = report("w", "2023-08-20", "flights stopped | flight stop happened | 2023-10-24 | place=beijing")
    datings, problems = solve((wrong,), ())
    assert [p.code for p in problems] == ["date-contradicted"]
    assert edtf.write(datings[0].when) == "[2023-10-24..]"
    assert edtf.write(datings[0].rivals[0].when) == "2023-08-20"


def test_a_plan_for_a_later_day_contradicts_nothing() -> None:
    fine = report("w", "2023-08-20", "flights will stop | flight stop planned | 2023-10-24 | place=beijing")
    assert not solve((fine,), ())[1]


def test_an_undated_article_is_found_near_the_event_it_shares() -> None:
    undated = replace(UNSURE, article=replace(UNSURE.article, published=edtf.read(""), stated=""))
    assert dated(undated, CAPTION)["n"].days[0] == "2023-08-22"


def test_an_undated_article_alone_has_no_day() -> None:
    undated = replace(UNSURE, article=replace(UNSURE.article, published=edtf.read(""), stated=""))
    found = dated(undated)["n"]
    assert not found.when.known
    assert found.days == ()


def test_a_day_inferred_from_a_tie_is_no_evidence_for_it() -> None:
    """Two undated twins cannot date each other by way of a third that is only dated to the month."""
    twin = replace(UNSURE, article=replace(UNSURE.article, id="a-twin", url="twin"))
    twin = replace(
        twin, claims=tuple(replace(c, id=f"{c.id}-t", span=replace(c.span, article="a-twin")) for c in twin.claims)
    )
    found = dated(UNSURE, twin)
    assert edtf.write(found["n"].when) == edtf.write(found["twin"].when) == "2023-08"


@pytest.mark.parametrize("day", ["2023", "2023-08", "[2023-08-20..2023-08-24]", "2023-W34"])
def test_the_answer_lies_within_what_was_stated(day: str) -> None:
    article = replace(UNSURE.article, published=edtf.read(day))
    found = dated(replace(UNSURE, article=article), CAPTION)["n"]
    assert found.days == ("2023-08-22",)
