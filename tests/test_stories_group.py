"""Articles that become one story, with an encoder that was taught which articles tell of one thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tests.readings import report

from dateline import lang
from dateline.entities import headline
from dateline.model import Entity, Reading
from dateline.stories.group import ABROAD, HOME, ONE_STORY, group


class Topical:
    """An encoder that puts a text on the axis of the digit its title starts with."""

    name = version = "topical"
    taught = True

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        out = np.zeros((len(texts), 10), dtype=np.float32)
        for row, text in enumerate(texts):
            out[row, int(text[0])] = 1.0
        return out


DUTCH = report("a", "2024-05-01", "een kraan viel om | crane fall | | place=delft", lang="nl", title="1 kraan")
GERMAN = report("b", "2024-05-20", "der Ausleger stürzte | crane | | place=hafen", lang="de", title="1 Kran")
OTHER = report("c", "2024-05-20", "die Ernte beginnt | harvest start | | place=feld", lang="de", title="2 Ernte")
QUAKE = report("d", "2024-05-02", "the ground shook | quake | | place=izmit", lang="en", title="3 quake")
ANOTHER = report("e", "2024-05-02", "the ground shook | quake | | place=quito", lang="en", title="3 quake")
NEARBY = report("f", "2024-05-02", "the ground shook | quake | | place=gebze", lang="en", title="3 quake")
PLACES = tuple(
    Entity(name, "LOC", (("en", name),), (), within)
    for name, within in (("izmit", ("tr",)), ("gebze", ("tr",)), ("quito", ("ec",)))
)


def together(*readings: Reading) -> list[list[str]]:
    names = {r.article.id: r.article.source.removesuffix(".example") for r in readings}
    return sorted(sorted(names[a] for a in story.articles) for story in group(readings, Topical(), PLACES))


def test_articles_in_two_languages_that_tell_of_the_like_are_one_story_though_they_name_nothing_in_common() -> None:
    assert together(DUTCH, GERMAN, OTHER) == [["a", "b"], ["c"]]


def test_an_article_that_names_nothing_joins_none_in_another_language_by_likeness_alone() -> None:
    nameless = report("g", "2024-05-20", "die Brücke ist zu | crane | |", lang="de", title="1 Brücke")
    assert together(DUTCH, nameless) == [["a"], ["g"]]


def test_the_same_kind_of_thing_in_two_countries_is_two_stories_in_two_languages_too() -> None:
    abroad = report("h", "2024-05-02", "die Erde bebte | quake | | place=quito", lang="de", title="3 Beben")
    at_home = report("i", "2024-05-02", "die Erde bebte | quake | | place=gebze", lang="de", title="3 Beben")
    assert together(QUAKE, abroad) == [["d"], ["h"]]
    assert together(QUAKE, at_home) == [["d", "i"]]


def test_neighbours_of_its_own_language_crowd_out_no_article_of_another() -> None:
    crowd = [
        report(f"n{n}", "2024-05-01", "een kraan viel om | crane fall | | place=delft", lang="nl", title="1 kraan")
        for n in range(40)
    ]
    assert any("b" in names and len(names) > 1 for names in together(*crowd, GERMAN))


def test_a_place_that_only_the_title_names_tells_where_an_article_is() -> None:
    """Titles are no part of the text, so nothing but the story rests on what they name."""
    tables = lang.load("en")
    assert headline("Jordan jails teachers", tables) == ("place-JO",)
    assert headline("", tables) == ()


def test_two_quakes_told_in_the_same_words_of_one_language_are_two_stories() -> None:
    assert together(QUAKE, ANOTHER) == [["d"], ["e"]]


def test_towns_of_one_country_do_not_tell_apart_what_is_told_in_the_same_words() -> None:
    assert together(QUAKE, NEARBY, ANOTHER) == [["d", "f"], ["e"]]


def test_an_article_in_another_language_that_shares_nothing_changes_no_story() -> None:
    alone = together(QUAKE, ANOTHER)
    assert together(QUAKE, ANOTHER, OTHER) == sorted([*alone, ["c"]])


def test_a_cosine_says_more_between_languages_than_within_one() -> None:
    assert ABROAD.reason(0.6).points > ONE_STORY > HOME.reason(0.6).points
    assert HOME.reason(0.1).points < ABROAD.reason(0.1).points < 0
    assert not HOME.open(ONE_STORY + 1.5)
    assert HOME.open(ONE_STORY - 0.1)
