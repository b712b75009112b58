"""Articles dated from one another: what speaks for a day, what against, and what is left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.datings import UNSURE, dated
from tests.readings import report

from dateline import edtf, expr
from dateline.dating import anchored, solve
from dateline.dating.board import Scored, losers
from dateline.dating.ties import Report, ties
from dateline.model import Event, Reading, Span, Status, Timex

CAPTION = report(
    "e",
    "2023-08-27",
    "an Air X plane leaves Beijing on Tuesday | flight depart | weekday(2) before anchor | agent=air-x origin=beijing",
    "the rowing team was sent the previous week | athlete send | week(anchor) - 1 | agent=crew destination=almaty",
)


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


def test_what_readers_comment_below_contradicts_nothing() -> None:
    lines = ("flights stopped | flight stop happened | anchor |", "trains stopped | train stop happened | 2023-10-24 |")
    fine = report("w", "2023-08-20", *lines)
    stamps = tuple(
        Timex(Span(fine.article.id, 16, 20, "..."), "TIME", "", anchor="none", when=edtf.read(f"2023-08-{day}T09:17Z"))
        for day in (21, 22)
    )
    assert solve((fine,), ())[1]
    assert not solve((replace(fine, timexes=stamps),), ())[1]


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


def test_a_full_date_counts_though_its_article_has_none() -> None:
    """An undated report of "22 August 2023" dates the one that says "this morning"."""
    line = "an Air X plane leaves Beijing | flight depart | 2023-08-22 | agent=air-x origin=beijing"
    assert dated(UNSURE, report("u", "", line))["n"].days == ("2023-08-22",)


def test_one_saying_of_one_source_gives_the_day() -> None:
    first = report(
        "a", "2023-08-27", "the office let citizens return | return allow | 2023-08-26 | source=office place=x"
    )
    second = report(
        "b", "2023-08", "citizens may return, the office ruled | return allow | 2023-08-26 | source=office place=x"
    )
    first, second = said(first, "weekday(7) on or before anchor"), said(second, "anchor - 1 day")
    assert dated(first, second)["b"].days == ("2023-08-28",)


def said(reading: Reading, expression: str) -> Reading:
    """The reading with a time of saying for all claims."""
    when = expr.evaluate(expression, reading.article.published)
    return replace(reading, claims=tuple(replace(c, said_expr=expression, said=when) for c in reading.claims))


def test_a_flight_called_off_says_nothing_of_the_day_another_was_flown() -> None:
    off = "flight AX1 was called off today | flight cancel cancelled | anchor | agent=ax1 destination=beijing"
    flown = "flight AX1 landed on Tuesday | flight arrive | 2023-08-22 | agent=ax1 destination=beijing"
    found = dated(report("a", "2023-08", off), report("b", "2023-08-23", flown))["a"]
    assert edtf.write(found.when) == "2023-08"


def test_reports_that_disagree_among_themselves_date_nothing_alone() -> None:
    days = ("2023-08-03", "2023-08-10", "2023-08-17", "2023-08-24")
    base = "troops entered the town | army arrive | {} | agent=army destination=town"
    others = [Report(report(d, d, base.format(d)).claims[0], edtf.read(d), inferred=False) for d in days]
    mine = report("m", "2023-08", base.format("anchor")).claims[0]
    event = Event("e-1", "t", edtf.read(""), Status.HAPPENED, (), (mine.id,), sureness=0.8)
    domain = edtf.read("2023-08").begin
    united = max(t.points for t in ties(event, [mine], others[:1], domain))
    divided = max(t.points for t in ties(event, [mine], others, domain))
    assert divided < united / 2


READINGS = st.lists(
    st.tuples(
        st.sampled_from(["", "2023-08", "2023-08-20", "2023-08-23", "2023-08-27"]),
        st.lists(st.sampled_from(["anchor", "anchor - 1 day", "weekday(2) before anchor"]), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None, max_examples=30)
@given(READINGS, st.randoms(use_true_random=False))
def test_dates_are_a_function_of_the_set(drawn: list[tuple[str, list[str]]], random: object) -> None:
    line = "plane {} leaves Beijing | flight depart | {} | agent=air{} origin=beijing"
    made = [
        report(f"r{i}", day, *(line.format(k, e, k) for k, e in enumerate(exprs)))
        for i, (day, exprs) in enumerate(drawn)
    ]
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = dated(*made)
    assert found == dated(*shuffled)
    for reading in made:
        stated, dating = reading.article.published, found[reading.article.url]
        assert not stated.known or set(dating.when.begin.days()) <= set(stated.begin.days())


def test_what_goes_on_since_today_and_was_done_on_a_day_elsewhere_began_on_that_day() -> None:
    felling = report(
        "n",
        "2026-02",
        "poplars have been felled in Deventer since this morning | park start ongoing | since anchor | place=place-deventer",
    )
    told = report(
        "e",
        "2026-02-24",
        "poplars were felled in Deventer on Friday | park start happened | weekday(5) on or before anchor"
        " | place=place-deventer",
    )
    claims = (felling.claims[0].id, told.claims[0].id)
    event = Event("e-1", "felling", edtf.read(""), Status.HAPPENED, (), claims)
    other = Report(told.claims[0], edtf.read("2026-02-24"), False)
    (tie, *_) = ties(event, felling.claims, [other], edtf.read("2026-02").begin)
    assert [date.fromordinal(d).isoformat() for d in tie.days.days()] == ["2026-02-20"]


def test_rivals_that_an_event_speaks_for_come_before_those_that_a_habit_suits() -> None:
    habit_alone = Scored(1, 1.2, (), 0.0)
    tied = Scored(3, 1.0, (), 1.7)
    best = Scored(5, 4.0, (), 3.0)
    assert [group[0].day for group in losers([best, habit_alone, tied])] == [3, 1]


@pytest.mark.parametrize(("phase", "days"), [("stop", ["2026-02-19"]), ("depart", [])])
def test_a_stop_that_one_paper_takes_for_a_calling_off_dates_as_a_stop_does(phase: str, days: list[str]) -> None:
    halted = report("n", "2026-02", f"flights over Ulm were stopped | flight {phase} cancelled | anchor - 1 day |")
    told = report("e", "2026-02-24", "flights over Ulm halted last Wednesday | flight stop happened | 2026-02-18 |")
    claims = (halted.claims[0].id, told.claims[0].id)
    event = Event("e-1", "flights", edtf.read(""), Status.HAPPENED, (), claims)
    other = Report(told.claims[0], edtf.read("2026-02-24"), False)
    found = [t for t in ties(event, halted.claims, [other], edtf.read("2026-02").begin) if t.plain]
    assert [date.fromordinal(d).isoformat() for t in found for d in t.days.days()] == days
