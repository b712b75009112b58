"""`when.py`: sets of days stay sorted and disjoint, and no operation makes a time narrower or wider than it may."""

from __future__ import annotations

import doctest
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline import when
from dateline.when import (
    FIRST,
    LAST,
    NEVER_SAID,
    OPEN,
    UNKNOWN,
    Bound,
    Grain,
    Range,
    When,
    both,
    bound,
    either,
    granule,
    lasting,
    moment,
    month,
    on,
    overlap,
    union,
    years,
)

# A month of days is enough for sets to touch, to overlap and to miss each other.
SMALL = st.integers(738_000, 738_030)
DAYS = st.integers(FIRST, LAST)
GRAINS = st.sampled_from(Grain)


def ranges(days: st.SearchStrategy[int] = SMALL) -> st.SearchStrategy[list[Range]]:
    return st.lists(st.tuples(days, days).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=4)


def bounds(days: st.SearchStrategy[int] = SMALL) -> st.SearchStrategy[Bound]:
    return st.builds(bound, ranges(days), GRAINS)


def times() -> st.SearchStrategy[When]:
    ends = st.one_of(bounds(), st.sampled_from([UNKNOWN, OPEN]))
    return st.one_of(st.builds(moment, ends), st.builds(lasting, ends, ends))


def days_of(b: Bound) -> set[int]:
    return set(b.days())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_the_examples_in_the_module_hold() -> None:
    result = doctest.testmod(when)
    assert result.attempted >= 2
    assert result.failed == 0


@given(ranges())
def test_a_bound_holds_exactly_the_days_of_its_ranges(given_ranges: list[Range]) -> None:
    b = bound(given_ranges)
    assert days_of(b) == {d for lo, hi in given_ranges for d in range(lo, hi + 1)}
    assert b.size == len(days_of(b))
    assert (b.lo, b.hi) == (min(days_of(b)), max(days_of(b)))


@given(ranges())
def test_ranges_of_a_bound_are_sorted_and_never_touch(given_ranges: list[Range]) -> None:
    merged = bound(given_ranges).ranges
    assert all(left[1] + 1 < right[0] for left, right in pairwise(merged))
    assert bound(reversed(given_ranges)).ranges == merged


def test_a_bound_is_clipped_to_the_calendar_and_a_reversed_range_is_empty() -> None:
    assert bound([(FIRST - 10, 5), (LAST, LAST + 10)]).ranges == ((FIRST, 5), (LAST, LAST))
    assert bound([(9, 3)]) == UNKNOWN


def test_unknown_and_open_are_neither_known_nor_the_same() -> None:
    assert (UNKNOWN.known, UNKNOWN.open, UNKNOWN.size) == (False, False, 0)
    assert (OPEN.known, OPEN.open) == (False, True)
    with pytest.raises(IndexError):
        _ = UNKNOWN.lo
    with pytest.raises(IndexError):
        _ = UNKNOWN.hi


@given(st.lists(bounds(), min_size=1, max_size=4))
def test_either_holds_every_day_of_each_and_no_other(items: list[Bound]) -> None:
    joined = either(items)
    assert days_of(joined) == set().union(*map(days_of, items))
    assert joined.grain == max(b.grain for b in items)


@given(st.lists(bounds(), max_size=3))
def test_either_with_an_unknown_is_unknown(items: list[Bound]) -> None:
    assert either([*items, UNKNOWN]) == UNKNOWN
    assert either([]) == UNKNOWN


@given(bounds(), bounds())
def test_both_is_never_wider_than_either_side(left: Bound, right: Bound) -> None:
    met = both(left, right)
    assert days_of(met) == days_of(left) & days_of(right)
    assert met.grain == min(left.grain, right.grain)
    assert both(right, left) == met


@given(bounds())
def test_both_with_an_unknown_restricts_nothing(b: Bound) -> None:
    assert both(b, UNKNOWN) == b
    assert both(UNKNOWN, b) == b


@given(bounds(), bounds(), bounds())
def test_narrowing_an_anchor_never_widens_what_hangs_on_it(anchor: Bound, narrower: Bound, other: Bound) -> None:
    narrowed = both(anchor, narrower)
    if narrowed.ranges:
        assert days_of(both(narrowed, other)) <= days_of(both(anchor, other))
        assert days_of(either([narrowed, other])) <= days_of(either([anchor, other]))


def test_two_bounds_that_contradict_each_other_meet_in_no_range() -> None:
    assert both(bound([(1, 3)]), bound([(5, 6)])).ranges == ()


@given(DAYS, GRAINS)
@example(LAST, Grain.WEEK)
@example(LAST, Grain.SEASON)
@example(FIRST, Grain.SEASON)
@example(FIRST, Grain.CENTURY)
def test_a_day_lies_in_its_calendar_unit_and_every_day_of_that_unit_agrees(number: int, grain: Grain) -> None:
    first, last = granule(number, grain)
    assert FIRST <= first <= number <= last <= LAST
    assert granule(first, grain) == granule(last, grain) == (first, last)


@given(st.integers(-(10**7), 10**7), GRAINS)
def test_a_unit_never_leaves_the_calendar(number: int, grain: Grain) -> None:
    first, last = granule(number, grain)
    assert FIRST <= first <= last <= LAST


@given(DAYS)
def test_a_week_starts_on_monday_and_ends_on_sunday(number: int) -> None:
    first, last = granule(number, Grain.WEEK)
    assert date.fromordinal(first).isoweekday() == 1
    assert date.fromordinal(last).isoweekday() == 7 or last == LAST


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("2023-08-22", Grain.DAY, "2023-08-22", "2023-08-22"),
        ("2023-08-22", Grain.MINUTE, "2023-08-22", "2023-08-22"),
        ("2023-08-27", Grain.WEEK, "2023-08-21", "2023-08-27"),
        ("2024-02-10", Grain.MONTH, "2024-02-01", "2024-02-29"),
        ("2023-08-22", Grain.QUARTER, "2023-07-01", "2023-09-30"),
        ("2023-12-01", Grain.SEASON, "2023-12-01", "2024-02-29"),
        ("2024-01-15", Grain.SEASON, "2023-12-01", "2024-02-29"),
        ("2023-06-01", Grain.SEASON, "2023-06-01", "2023-08-31"),
        ("2023-08-22", Grain.YEAR, "2023-01-01", "2023-12-31"),
        ("2023-08-22", Grain.DECADE, "2020-01-01", "2029-12-31"),
        ("1999-08-22", Grain.CENTURY, "1900-01-01", "1999-12-31"),
    ],
)
def test_calendar_units(text: str, grain: Grain, first: str, last: str) -> None:
    assert granule(day(text), grain) == (day(first), day(last))


@given(st.integers(1, 9999), st.integers(-30, 30))
def test_month_numbers_run_on_into_other_years(year: int, number: int) -> None:
    shifted = year + (number - 1) // 12
    if 1 <= shifted <= 9999:
        assert month(year, number) == month(shifted, (number - 1) % 12 + 1)
    else:
        assert month(year, number) in [(FIRST, FIRST), (LAST, LAST)]


def test_years_are_clipped_to_the_calendar() -> None:
    assert years(-5, 1) == (FIRST, day("0001-12-31"))
    assert years(9999, 12000) == (day("9999-01-01"), LAST)


@given(st.dates())
def test_a_single_day_is_exact_and_its_own_first_and_last_day(d: date) -> None:
    one = on(d)
    assert one.exact
    assert not one.lasting
    assert one.begin == one.end
    assert list(one.begin.days()) == [d.toordinal()]


def test_the_first_and_last_day_of_a_time() -> None:
    august = moment(bound([month(2023, 8)], Grain.MONTH))
    assert (august.earliest, august.latest) == (date(2023, 8, 1), date(2023, 8, 31))
    assert not august.exact
    since = lasting(bound([month(2020, 1)], Grain.MONTH), OPEN)
    assert (since.earliest, since.latest) == (date(2020, 1, 1), None)
    assert since.known
    until = lasting(UNKNOWN, bound([month(2020, 1)], Grain.MONTH))
    assert (until.earliest, until.latest) == (None, date(2020, 1, 31))
    assert until.known


def test_what_was_never_said_is_not_known_and_has_no_days() -> None:
    assert not NEVER_SAID.known
    assert not NEVER_SAID.exact
    assert (NEVER_SAID.earliest, NEVER_SAID.latest) == (None, None)


def test_a_time_that_lasts_one_day_is_not_a_moment() -> None:
    b = on(date(2023, 8, 22)).begin
    assert moment(b).exact
    assert not lasting(b, b).exact
    assert moment(b) != lasting(b, b)


def test_times_sort_by_first_day_then_last_day_then_clock_and_unknown_ones_last() -> None:
    d = date(2023, 8, 22)
    b = on(d).begin
    later = on(d + timedelta(days=1))
    wide = moment(either([b, later.begin]))
    wanted = [moment(b), moment(b, "09:00"), moment(b, "10:00"), wide, later, NEVER_SAID]
    mixed = [wanted[i] for i in (3, 5, 0, 4, 2, 1)]
    assert sorted(mixed, key=lambda w: w.sort_key) == wanted


@given(st.lists(times(), min_size=1, max_size=4))
def test_a_union_holds_the_days_of_each_time(items: list[When]) -> None:
    joined = union(items)
    for side in ("begin", "end"):
        parts: list[Bound] = [getattr(w, side) for w in items]
        result: Bound = getattr(joined, side)
        if any(not b.ranges for b in parts):
            assert result == UNKNOWN
        else:
            assert all(b.lo in result and b.hi in result for b in parts)
    assert joined.lasting == any(w.lasting for w in items)


def test_a_union_keeps_the_clock_only_where_all_agree() -> None:
    b = on(date(2023, 8, 22)).begin
    assert union([moment(b, "09:00", "Z"), moment(b, "09:00", "Z")]).clock == "09:00"
    mixed = union([moment(b, "09:00", "Z"), moment(b, "10:00", "Z")])
    assert (mixed.clock, mixed.zone) == ("", "")
    assert union([]) == NEVER_SAID


@given(times(), times())
def test_overlap_is_the_same_from_both_sides(left: When, right: When) -> None:
    assert overlap(left, right) == overlap(right, left)


@given(times())
def test_a_time_overlaps_itself_and_the_unknown(w: When) -> None:
    possible = not (w.lasting and w.begin.ranges and w.end.ranges and w.begin.lo > w.end.hi)
    assert overlap(w, w) or not possible
    assert overlap(w, NEVER_SAID)


@given(bounds(), bounds())
def test_moments_overlap_where_they_share_a_day(left: Bound, right: Bound) -> None:
    assert overlap(moment(left), moment(right)) == bool(days_of(left) & days_of(right))


def test_a_moment_overlaps_what_lasts_over_it_and_nothing_before_or_after() -> None:
    def one(text: str) -> Bound:
        return on(date.fromisoformat(text)).begin

    stay = lasting(one("2023-08-22"), one("2023-08-25"))
    assert overlap(stay, moment(one("2023-08-23")))
    assert not overlap(stay, moment(one("2023-08-21")))
    assert not overlap(stay, moment(one("2023-08-26")))
    assert overlap(lasting(one("2023-08-22"), OPEN), moment(one("2024-01-01")))
    assert overlap(lasting(one("2023-08-22"), UNKNOWN), moment(one("2024-01-01")))


def test_a_time_whose_end_is_unknown_or_open_can_touch_the_last_day_of_the_calendar() -> None:
    day = when.bound([(738000, 738002)])
    assert when.lasting(day, when.UNKNOWN).last == when.lasting(day, when.OPEN).last == when.LAST
    assert when.moment(day).last == 738002
