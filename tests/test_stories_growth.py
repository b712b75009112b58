"""Counts that grow from one article's day to the next."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import report

from dateline.encoders import Letters
from dateline.lang.counted import AGE
from dateline.model import Dating, Reading, RelationKind
from dateline.stories import compare, group, match, origins
from dateline.stories.growth import growth, outdated, rivals
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


WORLD = World(weight=dict.fromkeys(("minister", "charity", "hospital", "clinic"), 1.0))
PEOPLE = {"en": "people", "nl": "mensen", "de": "menschen"}


def chain(*readings: Reading) -> list[tuple[float, float]]:
    """Which figure follows upon which."""
    known = sorted(sketches(readings, WORLD, {}), key=lambda s: s.order)
    stories = {r.article.id: "story" for r in readings}
    against = [(a, b) for a, b, _ in rivals(known, {}, stories)]
    found = growth(known, {}, stories, against)
    return sorted((a.claim.quantities[0].value or 0.0, b.claim.quantities[0].value or 0.0) for a, b, _ in found)


def toll(name: str, day: str, words: str, figure: int, rest: str = "die", time: str = "", code: str = "en") -> Reading:
    return report(name, day, f"{words} | death {rest} | {time} | | {figure} {PEOPLE[code]}", lang=code)


def test_each_newer_toll_follows_upon_the_newest_before_it_in_every_pair_of_languages() -> None:
    told = [
        toll("a", "2025-03-10", "17 mensen zijn verdronken", 17, code="nl"),
        toll("b", "2025-03-12", "23 Menschen sind ertrunken", 23, code="de"),
        toll("c", "2025-03-13", "31 people have drowned", 31),
        toll("d", "2025-03-15", "42 mensen zijn verdronken", 42, code="nl"),
    ]
    assert chain(*told) == [(17.0, 23.0), (23.0, 31.0), (31.0, 42.0)]


def test_a_lower_toll_follows_only_where_the_words_put_it_right() -> None:
    first = toll("a", "2025-03-10", "31 people have drowned", 31)
    for code, verb in (("en", "revise"), ("nl", "bijstellen"), ("de", "korrigieren")):
        later = toll("b", "2025-03-12", "the toll was put right to 28", 28, "change", code=code)
        claim = replace(later.claims[0], predicate=verb)
        assert chain(first, replace(later, claims=(claim,))) == [(31.0, 28.0)]
    assert not chain(first, toll("b", "2025-03-12", "28 people have drowned", 28))


def test_the_dead_of_another_group_are_no_later_count() -> None:
    soldiers = report("a", "2025-03-10", "12 soldiers died | death die | | | 12 soldiers", lang="en")
    nurses = report("b", "2025-03-12", "15 nurses died | death die | | | 15 nurses", lang="en")
    assert not chain(soldiers, nurses)
    hurt = report("b", "2025-03-12", "15 people were hurt | injured | | | 15 people", lang="en")
    assert not chain(soldiers, hurt)


def against(reading: Reading, verb: str) -> Reading:
    """The same reading where the last claim only says that its source counts so many."""
    return replace(reading, claims=(*reading.claims[:-1], replace(reading.claims[-1], predicate=verb)))


def test_who_counts_otherwise_on_the_same_day_disagrees_and_keeps_a_series() -> None:
    official = "31 people have drowned | death die | | source=minister | 31 people"
    other = "the charity counted 58 dead | death | | source=charity | 58 people"
    readings = [
        against(report("a", "2025-03-10", official, other, lang="en"), "count"),
        toll("b", "2025-03-12", "42 people have drowned", 42),
        against(report("c", "2025-03-14", other.replace("58", "71"), lang="en"), "speak"),
    ]
    known = sorted(sketches(readings, WORLD, {}), key=lambda s: s.order)
    stories = {r.article.id: "story" for r in readings}
    assert [(a.text, b.text) for a, b, _ in rivals(known, {}, stories)] == [
        (official.split(" |")[0], other.split(" |")[0])
    ]
    assert chain(*readings) == [(31.0, 42.0), (58.0, 71.0)]


def test_two_hospitals_count_their_own_dead() -> None:
    one = "12 people died | death die | | source=minister | 12 people"
    two = "the Nasser Hospital counted 20 dead | death | | source=charity | 20 people"
    told = against(report("a", "2025-03-10", one, two, lang="en"), "count")
    last = told.claims[-1]
    named = replace(last, attribution=(replace(last.attribution[0], source="the Nasser Hospital"),))
    assert list(rivals(sketches([told], WORLD, {}), {}, {}))
    assert not list(rivals(sketches([replace(told, claims=(told.claims[0], named))], WORLD, {}), {}, {}))


def test_an_earlier_day_s_count_may_stand_in_the_article_of_the_later_one() -> None:
    now = "23 people have drowned | death die | | | 23 people"
    before = "on Monday the agency had reported 17 dead | death die | 2025-03-10 | | 17 people"
    found = report("a", "2025-03-12", now, before, lang="en")
    assert chain(against(found, "report")) == [(17.0, 23.0)]


def test_at_least_so_many_and_a_later_day_s_count_are_no_agreement() -> None:
    first = report("a", "2025-03-10", "at least 12 have drowned | death die | | | 12.. people", lang="en")
    later = toll("b", "2025-03-12", "27 people have drowned", 27)
    left, right = sorted(sketches([first, later], World(), {}), key=lambda s: s.order)
    assert outdated(left, right, {})
    assert not outdated(left, right, {r.article.id: later.article.published for r in (first, later)})


def test_an_age_is_no_toll() -> None:
    aged = report("b", "2025-03-12", "a 24-year-old man was killed | death die | | | 24 people", lang="en")
    claim = aged.claims[0]
    figure = replace(claim.quantities[0], of="", unit=AGE)
    later = replace(aged, claims=(replace(claim, quantities=(figure,)),))
    assert not chain(toll("a", "2025-03-10", "nine people have drowned", 9), later)
