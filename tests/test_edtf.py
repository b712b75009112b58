"""`edtf.py`: what is written is read back as the same days, and what is no date is refused with a reason."""

from __future__ import annotations

import doctest
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline import edtf
from dateline.edtf import read, write
from dateline.errors import BadDate
from dateline.when import FIRST, LAST, NEVER_SAID, OPEN, UNKNOWN, Bound, Grain, When, bound, granule, lasting, moment

DAYS = st.integers(FIRST, LAST)
GRAINS = st.sampled_from(Grain)
UNITS = st.builds(lambda day, grain: bound([granule(day, grain)], grain), DAYS, GRAINS)
RANGES = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
SETS = st.builds(bound, st.lists(RANGES, min_size=1, max_size=4), GRAINS)
BOUNDS = st.one_of(UNITS, SETS)
ZONES = st.sampled_from(["", "Z", "+09:00", "-03:30", "+00:00"])
CLOCKS = st.times().map(lambda t: t.strftime("%H:%M:%S"))


def days(when: When) -> tuple[object, ...]:
    """All a time says but its grain, which a set of mixed members does not keep."""
    return when.begin.ranges, when.end.ranges, when.lasting, when.approximate, when.clock, when.zone


def span(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def test_the_examples_in_the_module_hold() -> None:
    result = doctest.testmod(edtf)
    assert result.attempted >= 2
    assert result.failed == 0


@given(st.dates())
def test_a_day_is_written_as_iso_8601_and_read_back(d: date) -> None:
    assert write(read(d.isoformat())) == d.isoformat()
    assert span(read(d.isoformat())) == (d if d > date.min else None, d if d < date.max else None)
    assert read(d.isoformat()).exact


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_is_never_filled_in_with_a_day(year: int, month: int) -> None:
    text = f"{year:04}-{month:02}"
    assert write(read(text)) == text
    assert read(text).grain is Grain.MONTH
    assert read(text).begin.size in (28, 29, 30, 31)


@given(st.integers(1, 9999))
def test_a_year_survives_both_ways(year: int) -> None:
    assert write(read(f"{year:04}")) == f"{year:04}"
    assert read(f"{year:04}").begin.size in (365, 366)


@given(st.integers(0, 999))
def test_a_decade_survives_both_ways(decade: int) -> None:
    assert write(read(f"{decade:03}X")) == f"{decade:03}X"
    assert read(f"{decade:03}X").grain is Grain.DECADE


@given(st.integers(0, 99))
def test_a_century_survives_both_ways(century: int) -> None:
    assert write(read(f"{century:02}XX")) == f"{century:02}XX"
    assert read(f"{century:02}XX").grain is Grain.CENTURY


@given(st.integers(1, 9999), st.integers(21, 24))
@example(1, 24)
@example(9999, 24)
def test_a_season_survives_both_ways(year: int, season: int) -> None:
    text = f"{year:04}-{season}"
    assert write(read(text)) == text
    assert read(text).grain is Grain.SEASON


def test_winter_is_the_one_that_ends_in_its_year() -> None:
    assert span(read("2024-24")) == (date(2023, 12, 1), date(2024, 2, 29))
    assert span(read("2023-22")) == (date(2023, 6, 1), date(2023, 8, 31))


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_an_iso_week_is_read_and_written_as_its_seven_days(d: date) -> None:
    year, week, weekday = d.isocalendar()
    read_week = read(f"{year:04}-W{week:02}")
    assert read_week.begin.size == 7
    assert read_week.grain is Grain.WEEK
    assert d.toordinal() in read_week.begin
    first, last = date.fromordinal(read_week.begin.lo), date.fromordinal(read_week.begin.hi)
    assert write(read_week) == f"[{first.isoformat()}..{last.isoformat()}]"
    assert read(f"{year:04}-W{week:02}-{weekday}").begin == read(d.isoformat()).begin


@given(BOUNDS, st.booleans())
def test_a_moment_is_read_back_as_the_same_days(b: Bound, approximate: bool) -> None:
    when = moment(b, approximate=approximate)
    if b.known:
        assert days(read(write(when))) == days(when)
    else:
        assert write(when) == ""


@given(
    st.one_of(BOUNDS, st.just(OPEN), st.just(UNKNOWN)),
    st.one_of(BOUNDS, st.just(OPEN), st.just(UNKNOWN)),
    st.booleans(),
)
def test_what_lasts_is_read_back_with_both_ends(begin: Bound, end: Bound, approximate: bool) -> None:
    when = lasting(begin, end, approximate)
    if not when.known:
        assert write(when) == ""
    elif begin.ranges and end.ranges and begin.lo > end.hi:
        with pytest.raises(BadDate):
            read(write(when))
    else:
        assert days(read(write(when))) == days(when)


@given(st.dates(), CLOCKS, ZONES, st.booleans())
def test_a_time_of_day_survives_with_its_zone(d: date, clock: str, zone: str, approximate: bool) -> None:
    when = moment(bound([(d.toordinal(), d.toordinal())]), clock, zone, approximate)
    assert write(when) == f"{d.isoformat()}T{clock}{zone}{'~' * approximate}"
    assert read(write(when)) == when


@given(BOUNDS, BOUNDS)
def test_writing_what_was_read_changes_nothing_more(begin: Bound, end: Bound) -> None:
    for when in (moment(begin), lasting(begin, end)):
        if when.known and not (begin.lo > end.hi and when.lasting):
            assert write(read(write(when))) == write(when)


@pytest.mark.parametrize(
    "text",
    [
        "2023-08-27",
        "2023-08~",
        "2023-07-31/2023-08-30",
        "[2023-07-31..2023-08-30]",
        "[2023-07-31..2023-08-30]/2023-09",
        "2020-01/[2023-07..2023-08]",
        "[2023-07-01,2023-07-03]/[2023-08-01,2023-08-03]",
        "[2023-08-01,2023-08-03..2023-08-05]",
        "[..2019]",
        "[2019..]",
        "2020-01/..",
        "2020-01/",
        "../2020-01",
        "/2020-01",
        "2020-01~/2020-03~",
        "[2023-08-22~,2023-08-24~]",
        "2023-08-27T09:17:00+09:00",
        "",
    ],
)
def test_a_string_in_its_shortest_form_is_written_as_it_was_read(text: str) -> None:
    assert write(read(text)) == text


def test_what_lasts_and_what_is_unsure_are_different_times() -> None:
    stay, unsure = read("2023-07-31/2023-08-30"), read("[2023-07-31..2023-08-30]")
    assert span(stay) == span(unsure)
    assert stay.lasting
    assert not unsure.lasting
    assert stay.begin.size == 1
    assert unsure.begin.size == 31


def test_open_and_unknown_ends_are_kept_apart() -> None:
    assert read("2020-01/..").end == OPEN
    assert read("2020-01/").end == UNKNOWN
    assert read("../2020-01").begin == OPEN
    assert read("/2020-01").begin == UNKNOWN


def test_an_empty_string_says_nothing() -> None:
    assert read("") == read("  ") == NEVER_SAID
    assert write(NEVER_SAID) == ""


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "grain"),
    [
        ("2023-XX", date(2023, 1, 1), date(2023, 12, 31), Grain.MONTH),
        ("2023-08-XX", date(2023, 8, 1), date(2023, 8, 31), Grain.DAY),
        ("2023-XX-XX", date(2023, 1, 1), date(2023, 12, 31), Grain.DAY),
    ],
)
def test_unspecified_digits_are_one_of_the_units_they_leave_open(
    text: str, earliest: date, latest: date, grain: Grain
) -> None:
    assert span(read(text)) == (earliest, latest)
    assert read(text).grain is grain
    assert not read(text).lasting


@pytest.mark.parametrize(
    ("text", "clock", "zone"),
    [
        ("2023-08-27T09:17", "09:17", ""),
        ("2023-08-27 09:17:30", "09:17:30", ""),
        ("2023-08-27T09:17:30.125Z", "09:17:30", "Z"),
        ("2023-08-27T09:17+0900", "09:17", "+09:00"),
        ("2023-08-27T09:17+09", "09:17", "+09:00"),
        ("2023-08-27T09:17 -03:30", "09:17", "-03:30"),
    ],
)
def test_a_time_of_day_is_read_in_the_forms_feeds_write(text: str, clock: str, zone: str) -> None:
    assert (read(text).clock, read(text).zone) == (clock, zone)
    assert read(text).begin == read("2023-08-27").begin


def test_a_time_of_day_in_an_interval_is_read_as_its_day() -> None:
    assert read("2023-08-27T09:17/2023-08-28T10:00Z") == read("2023-08-27/2023-08-28")


@pytest.mark.parametrize(
    "text", ["2023~/2024", "2023/2024~", "2023%/2024", "[2023~]", "[2022,2023~]", "2023%", "2023~"]
)
def test_a_doubt_about_any_date_makes_the_time_approximate(text: str) -> None:
    assert read(text).approximate


def test_an_uncertain_date_is_read_as_its_days() -> None:
    assert read("2023-08?") == read("2023-08")


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2023-13",
        "2023-00",
        "2023-02-30",
        "2023-08-00",
        "0000",
        "0000-01-01",
        "23-08-27",
        "2023-8-7",
        "20230827",
        "27-08-2023",
        "2023-W54",
        "2023-W00",
        "2023-W34-8",
        "2023-20",
        "2023-25",
        "2023-24-XX",
        "2023-13-XX",
        "2023-XX-05",
        "2023-XX-XX-XX",
        "XXXX",
        "2023-08-27T24:00",
        "2023-08-27T09:60",
        "2023-08-27T09:17:60",
        "2023-08-27T09:17+99:00",
        "2023-08-27T",
        "2023-08Tnonsense",
        "2023-08Tnonsense/2024",
        "/",
        "..",
        "../..",
        "../",
        "/..",
        "./2023",
        ".../2023",
        "2023/2024/2025",
        "2024/2023",
        "[2023-08-30..2023-07-31]",
        "[]",
        "[..]",
        "[2023,]",
        "[2023,,2024]",
        "[2020..2021..2022]",
        "[2023",
        "2023]",
        "[2023}",
        "{2022,2023}",
        "~",
        "?",
        "2023~~",
        "２０２３-08",
        "2023-08-2\n7",
    ],
)
def test_what_is_no_date_is_refused_with_what_was_found_and_what_was_expected(text: str) -> None:
    with pytest.raises(BadDate, match="expected") as caught:
        read(text)
    assert repr(text) in str(caught.value)


@given(st.one_of(st.text(max_size=30), st.text(alphabet="0123456789-XTWZ/.[]{},~?%: +", max_size=24)))
@example("[2023-08-01..2023-08-02]/[2023-08-03..2023-08-04]")
def test_any_string_is_a_time_or_a_bad_date_and_nothing_else(text: str) -> None:
    try:
        when = read(text)
    except BadDate:
        return
    assert days(read(write(when)))[:4] == days(when)[:4]
