from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import edtf
from dateline.errors import BadDate
from dateline.expr import MOST_DAYS, bare, days_where, evaluate
from dateline.selector import easter
from dateline.when import NEVER_SAID, Bound, When, bound, lasting, moment

TABLE = [
    ("2023-08-27", "anchor", "2023-08-27"),
    ("2023-08", "anchor", "2023-08"),
    ("2023-08", "anchor - 1 day", "[2023-07-31..2023-08-30]"),
    ("2023-08", "month(anchor) - 1", "2023-07"),
    ("2023-08-22", "weekday(5) after anchor", "2023-08-25"),
    ("2023-08-25", "weekday(5) after anchor", "2023-09-01"),
    ("2023-08-25", "weekday(5) on or after anchor", "2023-08-25"),
    ("2023-08", "weekday(5) after anchor", "[2023-08-04,2023-08-11,2023-08-18,2023-08-25,2023-09-01]"),
    ("2023-08-27", "weekday(2) on or before anchor", "2023-08-22"),
    ("2023-08-27", "earlier in week(anchor)", "[2023-08-21..2023-08-27]"),
    ("2023-08-22", "earlier in week(anchor)", "[2023-08-21..2023-08-22]"),
    ("2023-08-22", "later in year(anchor)", "[2023-08-22..2023-12-31]"),
    ("2023-08-27", "week(anchor) - 1", "[2023-08-14..2023-08-20]"),
    ("2023-08-27", "weekend in (week(anchor) - 1)", "[2023-08-19..2023-08-20]"),
    ("2023-08-27", "month(7) on or before anchor", "2023-07"),
    ("2023-08-27", "month(4) in (year(anchor) + 1)", "2024-04"),
    ("2023-08-27", "end of 2019", "[2019-10..2019-12]"),
    ("2023-08-27", "start of 2020", "[2020-01..2020-03]"),
    ("2023-08-27", "middle of 2023-05", "[2023-05-11..2023-05-20]"),
    ("2023-08-22", "past 2..8 weeks", "[2023-06-27..2023-08-08]/2023-08-22"),
    ("2023-08-22", "past 3 years", "2020/2023-08-22"),
    ("2023-08-22", "next 2 months", "2023-08-22/2023-10"),
    ("2023-08-22", "since 2020-01", "2020-01/.."),
    ("2023-08-22", "until (weekday(5) after anchor)", "../2023-08-25"),
    ("2023-08-22", "from 2020-01-03 to 2020-01-07", "2020-01-03/2020-01-07"),
    ("2023-08-22", "between 2020-01-03 and 2020-01-07", "[2020-01-03..2020-01-07]"),
    ("2023-08-22", "date(6,15) nearest anchor", "2023-06-15"),
    ("2023-12-22", "date(1,5) nearest anchor", "2024-01-05"),
    ("2023-08-22", "date(2,29) on or before anchor", "2020-02-29"),
    ("2023-08-22", "date(2,29) in 2023", ""),
    ("2023-08-22", "day(5) on or before anchor", "2023-08-05"),
    ("2023-08-22", "quarter(3) in year(anchor)", "[2023-07-01..2023-09-30]"),
    ("2023-08-22", "(quarter(3) in 1989) - 1 year", "[1988-07-01..1988-09-30]"),
    ("2023-08-22", "half(2) in 2022", "[2022-07..2022-12]"),
    ("2023-08-22", "season(2) on or before anchor", "2023-22"),
    ("2023-08-22", "season(4) in 2022", "2023-24"),
    ("2023-08-22", "week(33) in 2023", "[2023-08-14..2023-08-20]"),
    ("2023-08-22", "decade(8) on or before anchor", "198X"),
    ("2023-08-22", "easter(39) in 2024", "2024-05-09"),
    ("2023-08-22", "advent(0) in 2023", "2023-12-24"),
    ("2023-08-22", "nth(4,4,11) in 2023", "2023-11-23"),
    ("2023-08-22", "nth(0,1,5) in 2023", "2023-05-29"),
    ("2023-08-22", "first of (month(anchor))", "2023-08-01"),
    ("2023-08-22", "last of (month(anchor) - 6)", "2023-02-28"),
    ("2023-08-22", "around 2023-05-05", "2023-05-05~"),
    ("2023-08-22", "2023-05-05 or 2023-05-09", "[2023-05-05,2023-05-09]"),
    ("2023-08-22", "(anchor - 1 day) at 14:48Z", "2023-08-21T14:48:00Z"),
    ("2024-03-31", "anchor - 1 month", "2024-02-29"),
    ("2024-02-29", "anchor - 1 year", "2023-02-28"),
]


@pytest.mark.parametrize(("anchor", "expr", "expected"), TABLE)
def test_an_expression_names_its_time(anchor: str, expr: str, expected: str) -> None:
    assert edtf.write(evaluate(expr, edtf.read(anchor))) == expected


@pytest.mark.parametrize(
    "expr",
    ["anchor -", "weekday(5)", "weekday after anchor", "soon", "month(1,2) in 2020", "past weeks", "anchor + + 1", "2023-13",
     "(anchor", "anchor) ", "from 2020", "between 2020 and", "anchor at noon", "anchor # 1", "start 2020"],
)  # fmt: skip
def test_what_is_no_expression_is_refused_with_a_reason(expr: str) -> None:
    with pytest.raises(BadDate) as caught:
        evaluate(expr, edtf.read("2023-08-22"))
    assert len(str(caught.value)) > len(expr) + 20


def test_without_an_anchor_only_absolute_expressions_have_a_time() -> None:
    assert evaluate("anchor - 1 day", NEVER_SAID) == NEVER_SAID
    for expr in ("past 3 weeks", "around (next 2 days)", "earlier in 2023", "(until (later in 2023))"):
        assert evaluate(expr, NEVER_SAID) == NEVER_SAID
    assert edtf.write(evaluate("end of 2019", NEVER_SAID)) == "[2019-10..2019-12]"
    assert evaluate("", edtf.read("2023-08-22")) == NEVER_SAID


def test_the_days_on_which_an_expression_meets_a_time_are_found() -> None:
    month = edtf.read("2023-08")
    assert edtf.write(moment(days_where("anchor - 1 day", edtf.read("2023-08-21"), month))) == "2023-08-22"
    fridays = days_where("weekday(5) after anchor", edtf.read("2023-08-25"), month)
    assert edtf.write(moment(fridays)) == "[2023-08-18..2023-08-24]"
    assert days_where("", edtf.read("2023-08-21"), month) == month.begin
    assert days_where("anchor", edtf.read("2023-09-09"), month).ranges == ()


def test_a_lasting_anchor_is_every_day_of_it() -> None:
    assert edtf.write(evaluate("anchor - 1 day", edtf.read("2023-08-05/2023-08-07"))) == "[2023-08-04..2023-08-06]"


def test_an_anchor_of_many_years_gives_outer_bounds() -> None:
    wide = moment(bound([(date(2000, 1, 1).toordinal(), date(2009, 12, 31).toordinal())]))
    assert wide.begin.size > MOST_DAYS
    when = evaluate("weekday(5) after anchor", wide)
    assert (when.earliest, when.latest) == (date(2000, 1, 7), date(2010, 1, 1))


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2038, "04-25"), (2285, "03-22")]
)
def test_easter_falls_where_the_tables_say(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


_units = st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])
_selectors = st.sampled_from(
    ["weekday(3)", "weekend", "month(7)", "date(2,29)", "date(5,4)", "day(31)", "quarter(2)", "half(1)", "season(4)",
     "week(53)", "easter(-2)", "nth(5,1,3)", "decade(9)"]
)  # fmt: skip
_relations = st.sampled_from(["before", "on or before", "after", "on or after", "nearest", "in"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} - {} {})".format, inner, st.integers(0, 40), _units),
        st.builds("({} + {} {})".format, inner, st.integers(0, 40), _units),
        st.builds("{}({})".format, _units.filter(lambda u: u != "day"), inner),
        st.builds("({} {} {})".format, _selectors, _relations, inner),
        st.builds("({} of {})".format, st.sampled_from(["start", "middle", "end", "first", "last"]), inner),
        st.builds("(earlier in {})".format, inner),
        st.builds("(since {})".format, inner),
        st.builds("(between {} and {})".format, inner, inner),
    )


EXPRESSIONS = st.recursive(st.sampled_from(["anchor", "2023-07", "2019", "2020-02-29", "198X"]), _grown, max_leaves=4)
DAYS = st.integers(date(1990, 1, 1).toordinal(), date(2040, 12, 31).toordinal())


def _inside(small: Bound, large: Bound) -> bool:
    return not small.ranges or all(any(a <= lo and hi <= b for a, b in large.ranges) for lo, hi in small.ranges)


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS, DAYS, st.integers(0, 70), st.integers(0, 70), st.integers(0, 70))
def test_narrowing_the_anchor_never_widens_a_time(expr: str, day: int, length: int, skip: int, keep: int) -> None:
    wide = moment(bound([(day, day + length)]))
    low = min(day + skip, day + length)
    narrow = moment(bound([(low, min(low + keep, day + length))]))
    large, small = evaluate(expr, wide), evaluate(expr, narrow)
    if large.begin.ranges:
        assert _inside(small.begin, large.begin)
    if large.end.ranges:
        assert _inside(small.end, large.end)


@settings(max_examples=100, deadline=None)
@given(EXPRESSIONS, DAYS)
def test_a_time_never_ends_before_it_begins(expr: str, day: int) -> None:
    when = evaluate(expr, moment(bound([(day, day)])))
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@settings(max_examples=60, deadline=None)
@given(EXPRESSIONS, DAYS, st.integers(801, 1500))
def test_outer_bounds_hold_the_time_of_every_day(expr: str, day: int, length: int) -> None:
    when = evaluate(expr, lasting(bound([(day, day)]), bound([(day + length, day + length)])))
    for probe in range(day, day + length + 1, 97):
        single = evaluate(expr, moment(bound([(probe, probe)])))
        if when.begin.ranges and single.begin.ranges:
            assert when.begin.lo <= single.begin.lo
            assert single.begin.hi <= when.begin.hi


def test_equal_expressions_and_anchors_give_equal_times() -> None:
    anchor = edtf.read("2023-08")
    first: When = evaluate("weekday(1) before anchor", anchor)
    assert first == evaluate("weekday(1) before anchor", anchor)
    assert first.begin == first.end


def test_brackets_that_close_before_the_end_are_not_taken_off() -> None:
    twice = "(between (month(5) on or before anchor) and anchor) or (between (month(5) on or before anchor) and anchor)"
    assert bare(twice) == twice
    assert bare("((anchor - 1 day) or (anchor))") == "(anchor - 1 day) or (anchor)"
