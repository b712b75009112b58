"""What speaks for a day besides events: like texts, weekdays, counts, named dates, and how much tells on the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.datings import UNSURE, dated
from tests.readings import report

from dateline import edtf
from dateline.dating import solve
from dateline.dating.board import Scored, survivors
from dateline.dating.hints import texts
from dateline.dating.ladders import counts, ladders, on_ladders
from dateline.dating.named import Dates, dates, named_dates
from dateline.dating.texts import Neighbour, like_texts
from dateline.dating.weekdays import Habit, end_of_week, habit, weekday_words
from dateline.model import Reading, Span, Timex

MANY = 28
TOWNS = [" ".join(f"cases in town{k}" for k in range(n, n + 7)) for n in range(1, MANY + 1)]
LIKE = [
    report(f"d{n}-{k}", f"2023-08-{n:02}", f"{words} | x |", lang="xx", source=f"paper{k}")
    for n, words in enumerate(TOWNS, start=1)
    for k in (1, 2)
]
COPY = report("m", "2023-08", f"{TOWNS[11]} | y |", lang="xx", source="paper3")


def best(hint_points: dict[int, float]) -> int:
    return max(hint_points, key=lambda d: hint_points[d])


def days(readings: list[Reading]) -> dict[str, int]:
    return {r.article.id: r.article.published.begin.lo for r in readings if r.article.published.exact}


def test_likeness_to_dated_texts_orders_the_days() -> None:
    month = edtf.read("2023-08").begin
    asked = texts([*LIKE, COPY], days(LIKE))
    assert asked.near(COPY.article.id)[0] == edtf.read("2023-08-12").begin.lo
    total: dict[int, float] = {}
    for hint in asked.hints(COPY.article.id, month, {}):
        total = {d: total.get(d, 0.0) + hint.points[d] for d in month.days()}
    assert best(total) == edtf.read("2023-08-12").begin.lo


def test_many_like_texts_rule_days_out_and_say_so() -> None:
    found = dated(*LIKE, COPY)["m"]
    assert found.days[0] == "2023-08-12"
    assert len(found.days) < 31
    assert any("other outlets with the same rare words" in reason for reason in found.reasons)


def test_a_text_that_shares_nothing_changes_no_date_that_likeness_gave() -> None:
    other = report("o", "2023-08-03", "een dijk brak bij hoogwater | x |", lang="yy", source="paper3")
    assert dated(*LIKE, COPY, other)["m"] == dated(*LIKE, COPY)["m"]


def test_likeness_does_not_depend_on_the_order_of_the_articles() -> None:
    assert dated(COPY, *reversed(LIKE)) == dated(*LIKE, COPY)


def test_texts_of_a_later_day_are_no_evidence() -> None:
    later = [r for r in LIKE if r.article.published.begin.lo > edtf.read("2023-08-20").begin.lo]
    early = [r for r in LIKE if r not in later]
    with_later, _ = solve((*LIKE, COPY), (), "2023-08-20")
    without, _ = solve((*early, COPY), (), "2023-08-20")
    assert {d.article: d for d in with_later}[COPY.article.id] == {d.article: d for d in without}[COPY.article.id]


def test_few_texts_say_nothing() -> None:
    assert not like_texts([Neighbour(0.5, False, {1: 1.0})], [1, 2, 3])


def test_an_open_text_takes_part_with_what_is_believed_of_its_day() -> None:
    near = [Neighbour(0.2, False, {d: 1.0}) for d in (1, 3, 5, 7)]
    open_text = Neighbour(0.9, False, {6: 0.7, 7: 0.3})
    others = like_texts([*near, open_text], range(1, 8))[0]
    assert best(dict(others.points)) == 6


def test_another_outlet_with_the_same_words_says_more_than_the_own_outlet() -> None:
    near = [Neighbour(0.2, False, {1: 1.0}), *(Neighbour(0.2, True, {d: 1.0}) for d in (3, 5, 7))]
    others, own = like_texts(near, range(1, 8))[:2]
    assert others.points[1] > own.points[3] > 0


def test_weekday_words_never_rule_a_day_out() -> None:
    month = edtf.read("2023-08").begin
    span = Span("a", 0, 7, "Tuesday")
    timex = Timex(span, "DATE", "", expr="weekday(2) on or before anchor")
    reading = replace(UNSURE, timexes=(timex,))
    hint = weekday_words(habit(reading), (), list(month.days()))[0]
    assert not hint.decisive
    assert max(hint.points.values()) == hint.points[edtf.read("2023-08-22").begin.lo]
    assert len(solve((reading,), ())[0][0].days) == 31


def test_the_habits_of_an_outlet_are_counted() -> None:
    """An outlet whose "Tuesday" is always two days back."""
    month = list(edtf.read("2023-08").begin.days())
    thursday, tuesday = edtf.read("2023-08-24").begin.lo, edtf.read("2023-08-22").begin.lo
    own = Habit((0, True), 2, frozenset({2}))
    outlet = [(own, thursday)] * 12
    assert weekday_words(own, (), month)[0].points[tuesday] > weekday_words(own, (), month)[0].points[thursday]
    assert weekday_words(own, outlet, month)[0].points[tuesday] < weekday_words(own, outlet, month)[0].points[thursday]


def test_the_day_on_which_somebody_spoke_is_mostly_the_articles_own() -> None:
    month = range(737760, 737790)
    told, quoted = (Habit((0, False), 2, frozenset({2}), frozenset(found)) for found in ((), (2,)))
    tuesday, friday = (next(d for d in month if date.fromordinal(d).isoweekday() == n) for n in (2, 5))
    assert len(weekday_words(told, (), month)) == 1
    hint = weekday_words(quoted, (), month)[1]
    assert hint.points[tuesday] > 0 > hint.points[friday]
    assert hint.said(tuesday + 1) == "what it reports as said on a weekday would have been said 1 days before"


def counting(values: list[int], noun: str) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """What articles of successive days count, and the days."""
    found = {str(k): counts(report(str(k), "", f"{value:,} {noun} | |")) for k, value in enumerate(values)}
    return found, {name: 737760 + int(name) for name in found}


def test_a_count_lies_between_those_of_the_days_around_it() -> None:
    counted, known = counting([1200, 1490, 1893, 2099, 2371, 3440, 4694, 5251, 6497, 7520, 8829, 9830], "cases")
    climbed = ladders(counted, known)
    own = counts(report("n", "", "3,389 cases | |"))
    hint = on_ladders(own, climbed, range(737750, 737780))[0]
    assert best(dict(hint.points)) == 737765


def test_counts_that_do_not_grow_say_nothing() -> None:
    counted, known = counting([900, 30, 4000, 75, 812, 40, 3300, 60, 999, 20, 5000, 70], "people")
    assert ladders(counted, known) == {}
    assert on_ladders(counted["0"], {}, range(737760, 737790)) == []


def test_a_day_falls_when_the_best_is_likelier_than_a_month_has_days() -> None:
    shares = {1: 0.62, 2: 0.021, 3: 0.019}
    board = [Scored(day, 1.0, (), graded=True, likely=likely) for day, likely in shares.items()]
    assert [s.day for s in survivors(board)] == [1, 2]


def test_a_sure_day_of_a_month_stands_alone_but_none_of_a_longer_time() -> None:
    def board(size: int) -> list[Scored]:
        rest = [Scored(day, 0.0, (), graded=True, likely=0.05) for day in range(2, size + 1)]
        return [Scored(1, 1.0, (), graded=True, likely=0.84), *rest]

    assert [s.day for s in survivors(board(31))] == [1]
    assert len(survivors(board(32))) == 32


def test_an_outlet_that_never_prints_on_sundays() -> None:
    month = list(edtf.read("2023-08").begin.days())
    assert not end_of_week((), month)
    hint = end_of_week([edtf.read("2023-08-22").begin.lo] * 10, month)[0]
    assert hint.points[edtf.read("2023-08-20").begin.lo] < hint.points[edtf.read("2023-08-21").begin.lo]


def test_the_newest_date_a_text_names_is_mostly_its_own() -> None:
    month = list(edtf.read("2023-08").begin.days())
    named = Timex(Span("a", 10, 18, "August 9"), "DATE", "", expr="date(8,9) on or before (anchor + 60 days)")
    until = Timex(Span("a", 30, 39, "August 20"), "DATE", "", expr="until (date(8,20) on or after anchor)")
    found = dates(replace(UNSURE, timexes=(named, until)), [2023])
    assert [len(part) for part in (found.lead, found.rest, found.stamps)] == [1, 0, 0]
    assert best(dict(named_dates(found, month)[0].points)) == edtf.read("2023-08-09").begin.lo


def test_the_first_of_many_stamps_is_mostly_the_day() -> None:
    month = list(edtf.read("2023-08").begin.days())
    stamps = tuple(edtf.read(f"2023-08-{n}").begin.lo for n in (14, 15, 19))
    assert best(dict(named_dates(Dates((), (), stamps), month)[0].points)) == stamps[0]
    assert not named_dates(Dates((), (), stamps[:1]), month)
