"""Things of one kind that a colour, an order, a side or a number tells apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from tests.readings import report

from dateline.model import Participant, Span
from dateline.stories import policy
from dateline.stories.differences import agree
from dateline.stories.marks import marks, told_apart
from dateline.stories.sketch import World, sketches

LINES = (("en", "The blue line is closed"), ("nl", "De groene lijn is gesloten"), ("de", "Die rote Linie ist gesperrt"))
BRIDGES = (
    ("en", "The first bridge was opened"),
    ("nl", "De tweede brug is geopend"),
    ("de", "Die dritte Brücke wurde geöffnet"),
)


def found(code: str, words: str) -> frozenset[tuple[str, str, str]]:
    return marks(report("a", "2025-03-10", words, lang=code).claims[0])


@pytest.mark.parametrize("given", [LINES, BRIDGES])
def test_a_colour_or_an_order_tells_two_things_apart_in_every_pair_of_languages(
    given: tuple[tuple[str, str], ...],
) -> None:
    for one, other in combinations(given, 2):
        assert told_apart(found(*one), found(*other))
    for one in given:
        assert not told_apart(found(*one), found(*one))


def named(code: str, words: str, text: str) -> frozenset[tuple[str, str, str]]:
    """The marks of a claim in which that text takes part."""
    claim = report("a", "2025-03-10", words, lang=code).claims[0]
    start = words.index(text)
    part = Participant("patient", text, Span(claim.span.article, start, start + len(text), text))
    return marks(replace(claim, participants=(part,)))


def test_a_number_behind_a_thing_tells_it_from_another_one() -> None:
    one = named("en", "Runway 2 of the airport is closed", "Runway 2 of the airport")
    assert told_apart(one, named("nl", "Baan 1 van de luchthaven is dicht", "Baan 1 van de luchthaven"))
    assert not told_apart(one, named("de", "Die Landebahn 2 bleibt zu", "Die Landebahn 2"))
    counted = report("a", "2025-03-10", "About 12 people left | | | | 12 people", lang="en").claims[0]
    figure = replace(counted.quantities[0], span=Span(counted.span.article, 0, 15, "About 12 people"))
    part = Participant("agent", "About 12 people", figure.span)
    assert not marks(replace(counted, quantities=(figure,), participants=(part,)))


def test_what_lands_in_one_place_and_what_leaves_for_another_are_two_flights() -> None:
    roster = report(
        "a", "2025-03-10", "a plane leaves for Mara | flight depart planned | | destination=mara", lang="en"
    )
    landing = report("b", "2025-03-12", "een toestel landde in Rovno | flight arrive | | place=rovno", lang="nl")
    claim = landing.claims[0]
    part = Participant("place", "Rovno", claim.span, "rovno")
    landing = replace(landing, claims=(replace(claim, participants=(part,)),))
    one, other = sketches([roster, landing], World(), {})
    assert policy.direction(one, other)[0] < 0
    assert not agree(one, other)


def test_an_order_of_one_thing_says_nothing_of_another() -> None:
    one, other = found("en", "The first bus left"), found("en", "The second crossing was opened")
    assert not told_apart(one, other)
    assert not told_apart(found("nl", "Het noordelijke dorp liep onder"), found("de", "Die südliche Brücke brach ein"))


def test_two_lines_of_two_colours_are_never_one_event_and_never_agree() -> None:
    blue = report("a", "2025-03-10", "The blue line is closed | railway close", lang="en")
    green = report("b", "2025-03-10", "De groene lijn is gesloten | railway close", lang="nl")
    one, other = sketches([blue, green], World(), {})
    assert policy.judge(one, other).total < 0
    assert not agree(one, other)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "A similar strike at Hamburg airport ended after two days"),
        ("nl", "Een soortgelijke staking in Hamburg eindigde na twee dagen"),
        ("de", "Ein ähnlicher Streik in Hamburg endete nach zwei Tagen"),
    ],
)
def test_a_similar_thing_is_another_one_unless_both_name_its_place(code: str, words: str) -> None:
    similar = report("a", "2025-03-10", f"{words} | strike stop | | place=hamburg", lang=code)
    plain = report("b", "2025-03-11", "the loaders joined the strike | strike start | | place=bonn", lang="xx")
    there = report("c", "2025-03-11", "the strike is over | strike stop | | place=hamburg", lang="xx")
    again = report("d", "2025-03-12", f"{words} | strike stop | | place=bonn", lang=code)
    one, other, same, both = (sketches([r], World(), {})[0] for r in (similar, plain, there, again))
    assert one.told_apart(other) == other.told_apart(one) == "one is another strike"
    assert not one.told_apart(same)
    assert not one.told_apart(both)
