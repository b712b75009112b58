"""Counts that grow from one article's day to the next."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import report

from dateline.encoders import Letters
from dateline.model import Dating, Reading, RelationKind
from dateline.stories import compare, group, match, origins
from dateline.stories.growth import growth
from dateline.stories.sketch import World, sketches


def told(*readings: Reading) -> list[tuple[str, str, str]]:
    """(words, words, on) of what follows upon what."""
    encoder = Letters()
    stories = group(readings, encoder)
    found = match(origins(readings), stories, encoder)
    filled, events = found.readings, found.events
    datings = tuple(Dating(r.article.id, r.article.published, (), ()) for r in readings)
    known = {c.id: c.span.quote for r in filled for c in r.claims}
    relations = compare(filled, events, datings, encoder, stories=stories)
    return [(known[r.left], known[r.right], r.on) for r in relations if r.kind is RelationKind.FOLLOWS]


FLOOD = "the river broke its banks at Simitli | flood start | 2025-03-09 | place=simitli |"
FOUR = "four people have drowned at Simitli | death die | | place=simitli | 4 people"
NINE = "nine people have drowned at Simitli | death die | | place=simitli | 9 people"
AWAY = "nine people have drowned at Kresna | death die | | place=kresna | 9 people"
BEFORE = "nine people drowned at Simitli | death die | 2019-06 | place=simitli | 9 people"


def test_a_later_and_higher_count_follows_upon_the_earlier_one() -> None:
    found = told(report("a", "2025-03-10", FLOOD, FOUR), report("b", "2025-03-12", FLOOD, NINE))
    assert (FOUR.split(" |")[0], NINE.split(" |")[0], "quantity") in found


def test_a_lower_count_or_one_of_the_same_day_follows_upon_nothing() -> None:
    assert not told(report("a", "2025-03-10", FLOOD, NINE), report("b", "2025-03-12", FLOOD, FOUR))
    assert not told(report("a", "2025-03-12", FLOOD, FOUR), report("b", "2025-03-12", FLOOD, NINE))


def test_the_dead_of_another_place_or_of_years_ago_are_no_later_count() -> None:
    assert not told(report("a", "2025-03-10", FLOOD, FOUR), report("b", "2025-03-12", FLOOD, AWAY))
    assert not told(report("a", "2025-03-10", FLOOD, FOUR), report("b", "2025-03-12", FLOOD, BEFORE))


def test_of_several_counts_of_one_claim_the_first_is_its_own() -> None:
    told_twice = report("b", "2025-03-12", FLOOD, NINE)
    claim = told_twice.claims[1]
    figure = claim.quantities[0]
    both = replace(claim, quantities=(figure, replace(figure, value=4.0, low=4.0, high=4.0)))
    found = told(report("a", "2025-03-10", FLOOD, FOUR), replace(told_twice, claims=(told_twice.claims[0], both)))
    assert (FOUR.split(" |")[0], NINE.split(" |")[0], "quantity") in found


def test_killed_animals_are_no_toll() -> None:
    few = "86,000 hens were killed | livestock die | | | 86000 livestock"
    many = "250,000 hens were killed | livestock die | | | 250000 livestock"
    assert not told(report("a", "2025-03-10", FLOOD, few), report("b", "2025-03-12", FLOOD, many))


def test_a_toll_that_only_says_what_it_has_come_to_is_that_of_the_only_ones_who_died() -> None:
    bare = "the toll has risen to nine | death rise | | | 9 people"
    later = report("b", "2025-03-12", FLOOD, bare)
    claim = later.claims[1]
    uncounted = replace(claim, quantities=(replace(claim.quantities[0], of=""),))
    after = replace(later, claims=(later.claims[0], uncounted))
    first = report("a", "2025-03-10", FLOOD, FOUR)
    assert (FOUR.split(" |")[0], bare.split(" |")[0], "quantity") in told(first, after)
    elsewhere = report(
        "c", "2025-03-10", FLOOD, "six people have drowned at Kresna | death die | | place=kresna | 6 people"
    )
    assert not told(first, elsewhere, after)


def grown(within: dict[str, frozenset[str]], *readings: Reading) -> list[tuple[str, str]]:
    """What grew, in a world in which places lie in others."""
    known = sketches(readings, World(within=within), {})
    found = growth(known, {}, {r.article.id: "story" for r in readings})
    return [(a.text, b.text) for a, b, _ in found]


def test_the_dead_of_two_towns_of_one_country_are_no_growing_count() -> None:
    within = {town: frozenset({"france"}) for town in ("lyon", "marseille")}
    bomb = report("a", "2025-03-10", "ten people were killed in Lyon | death die | | place=lyon | 10 people")
    crash = report("b", "2025-03-12", "fourteen died in Marseille | death die | | place=marseille | 14 people")
    country = report("c", "2025-03-12", "fourteen have died in France | death die | | place=france | 14 people")
    assert not grown(within, bomb, crash)
    assert grown(within, bomb, country)


def test_arrests_of_another_stated_day_are_others() -> None:
    first = report("a", "2025-03-10", "12 people were held | arrest | 2025-03-10 | place=riga | 12 arrest")
    second = report("b", "2025-03-12", "20 people were held | arrest | 2025-03-12 | place=riga | 20 arrest")
    again = report("b", "2025-03-12", "20 people have been held | arrest | | place=riga | 20 arrest")
    assert not grown({}, first, second)
    assert grown({}, first, again)


def test_a_count_that_rose_from_one_figure_to_another_is_the_latter() -> None:
    later = report("b", "2025-03-12", "the number killed rose from 12 to 15 | death rise | | place=simitli | 12 death")
    claim = later.claims[0]
    ranged = replace(claim, quantities=(replace(claim.quantities[0], value=None, low=12.0, high=15.0),))
    after = replace(later, claims=(ranged,))
    third = report("c", "2025-03-14", "15 people have died | death die | | place=simitli | 15 people")
    fourth = report("d", "2025-03-14", "17 people have died | death die | | place=simitli | 17 people")
    assert not grown({}, after, third)
    assert grown({}, after, fourth)
