"""Times in words, and the order of the timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import brief
from dateline import edtf
from dateline.views.phrases import Sureness, described, in_words, phrase, stretch, sureness
from dateline.views.timeline import Mark, Order, entries, groups, order
from dateline.when import NEVER_SAID, Bound, When, bound, lasting, moment


@pytest.mark.parametrize(
    ("written", "kind", "words"),
    [
        ("2023-08-22", Sureness.DAY, "Tue 22 Aug 2023"),
        ("2023-08-22T09:17+09:00", Sureness.DAY, "Tue 22 Aug 2023, 09:17 +09:00"),
        ("2023-08", Sureness.ONE_OF, "some time in Aug 2023"),
        ("2023", Sureness.ONE_OF, "some time in 2023"),
        ("202X", Sureness.ONE_OF, "some time in 2020–2029"),
        ("[2023-08-15,2023-08-22]", Sureness.ONE_OF, "one of 15, 22 Aug 2023"),
        ("[2023-08-25,2023-09-01]", Sureness.ONE_OF, "one of 25 Aug 2023, 1 Sep 2023"),
        ("[2023-08-01..2023-08-02,2023-08-09]", Sureness.ONE_OF, "one day of 1–2 Aug 2023 or 9 Aug 2023"),
        ("[2023-08-21..2023-08-27]", Sureness.ONE_OF, "one day of 21–27 Aug 2023"),
        ("[2023-07-31..2023-08-30]", Sureness.ONE_OF, "one day of 31 Jul – 30 Aug 2023"),
        ("[2022-12-31..2023-01-02]", Sureness.ONE_OF, "one day of 31 Dec 2022 – 2 Jan 2023"),
        ("[..2019-12-31]", Sureness.ONE_OF, "on or before 31 Dec 2019"),
        ("[2019-12-31..]", Sureness.ONE_OF, "on or after 31 Dec 2019"),
        ("2023-07-31/2023-08-30", Sureness.LASTING, "from 31 Jul 2023 to 30 Aug 2023"),
        ("2020-01/..", Sureness.LASTING, "from some day in Jan 2020 onwards"),
        ("2020-01-05/", Sureness.LASTING, "from 5 Jan 2020, end not known"),
        ("../2020-01-05", Sureness.LASTING, "until 5 Jan 2020"),
        ("", Sureness.UNKNOWN, "time not known"),
    ],
)
def test_a_time_is_told_with_no_more_than_is_known(written: str, kind: Sureness, words: str) -> None:
    when = edtf.read(written)
    assert (sureness(when), phrase(when)) == (kind, words)


def test_one_day_of_a_month_and_a_whole_month_read_differently() -> None:
    assert phrase(edtf.read("[2023-08-01..2023-08-31]")) != phrase(edtf.read("2023-08-01/2023-08-31"))


def test_words_and_notation_stand_together_where_there_is_one() -> None:
    assert described(edtf.read("2023-08~")) == "around some time in Aug 2023 (2023-08~)"
    assert described(When()) == "time not known"


def test_many_separate_days_are_told_by_number_and_ends() -> None:
    fridays = moment(bound((d, d) for d in range(738_000, 738_000 + 70, 7)))
    assert phrase(fridays) == "one day of 10 days from 29 Jul 2021 to 30 Sep 2021"


days = st.integers(1, date.max.toordinal())
bounds = st.lists(st.tuples(days, st.integers(0, 400)), max_size=4).map(lambda r: bound((a, a + n) for a, n in r))


@given(bounds, bounds, st.booleans(), st.booleans())
def test_any_time_has_words(begin: Bound, end: Bound, lasts: bool, around: bool) -> None:
    when = lasting(begin, end, around) if lasts else moment(begin, approximate=around)
    assert phrase(when).strip()
    assert (phrase(when) == "time not known") == (sureness(when) is Sureness.UNKNOWN)


@given(st.integers(1, date.max.toordinal() - 1), st.integers(0, 3000))
def test_a_stretch_names_the_years_of_its_ends(first: int, length: int) -> None:
    last = min(first + length, date.max.toordinal() - 1)  # the very last day stands for "no end"
    words = stretch(first, last)
    assert str(date.fromordinal(last).year) in words


def test_events_stand_in_order_of_time_and_unknown_times_last() -> None:
    found = entries(brief())
    keys = [entry.event.time.sort_key for entry in found]
    assert keys == sorted(keys)
    assert [entry.sureness for entry in found][-1] is Sureness.UNKNOWN


def test_planned_and_cancelled_events_are_flagged() -> None:
    marks = {entry.event.id: entry.mark for entry in entries(brief())}
    assert marks["e-second00003"] is Mark.HOLLOW
    assert marks["e-scrap000002"] is Mark.CROSSED
    assert marks["e-ferry000001"] is Mark.SOLID
    assert marks["e-east0000011"] is Mark.DOTTED
    assert {e.event.id for e in entries(brief()) if e.planned} == {"e-second00003", "e-quay000005", "e-race0000014"}
    assert {e.event.id for e in entries(brief()) if e.cancelled} == {"e-scrap000002", "e-hostile0015"}


@pytest.mark.parametrize(
    ("above", "below", "wanted"),
    [
        ("2023-08-21", "2023-08-22", Order.AFTER),
        ("2023-08-22", "2023-08-22", Order.SAME),
        ("2023-08-22T08:00", "2023-08-22T09:00", Order.AFTER),
        ("[2023-08-20..2023-08-22]", "2023-08-22", Order.UNSURE),
        ("2020-01-05/2023-12-31", "2023-08-22", Order.AFTER),
        ("", "2023-08-22", Order.UNSURE),
        ("2023-08-22", "", Order.UNSURE),
    ],
)
def test_an_order_is_told_as_sure_only_where_it_is(above: str, below: str, wanted: Order) -> None:
    assert order(edtf.read(above), edtf.read(below)) is wanted


def test_the_first_line_has_nothing_above_it() -> None:
    assert order(None, edtf.read("2023")) is Order.FIRST


def test_entries_of_one_time_form_one_group_and_none_is_lost() -> None:
    lines = entries(brief())
    grouped = groups(lines)
    assert tuple(entry for group in grouped for entry in group.entries) == lines
    assert len({(g.words, g.sureness) for g in grouped}) == len(grouped)


def test_a_date_that_a_program_wrote_is_shown_as_a_time_and_any_other_in_its_words() -> None:
    stated = {
        "2024-05-03T10:12:00+02:00": "Fri 3 May 2024, 10:12 +02:00",
        "2024-05-03T10:12:00Z": "Fri 3 May 2024, 10:12 UTC",
        "2024-05-03 10:12:31": "Fri 3 May 2024, 10:12:31",
        "2024-05-03": "2024-05-03",
    }
    assert {words: in_words(words, edtf.read(words.replace(" ", "T"))) for words in stated} == stated
    assert in_words("3 mei 2024, 10:12 uur", edtf.read("2024-05-03T10:12")) == "3 mei 2024, 10:12 uur"
    assert in_words("", edtf.read("2024-05")) == "some time in May 2024"
    assert in_words("", NEVER_SAID) == ""
