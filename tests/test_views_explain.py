"""Explanations: each kind of record, by its id or the beginning of it; what is not there is answered with near ids."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import BAD, NL, brief, brief_of
from dateline.edtf import read
from dateline.errors import DatelineError
from dateline.views import explain


def told(key: str) -> str:
    return explain.render(brief(), key)


def test_a_claim_is_told_from_its_words_to_its_links() -> None:
    text = told("c-arrived00001")
    steps = ("“Vanochtend is de eerste", "characters 0–71 of Eilandbode", "It is told as happened", "It holds: Tue 14 May",
             "As a function of the article's day: anchor", "Event e-ferry000001", "corroborates on status")  # fmt: skip
    places = [text.index(step) for step in steps]
    assert places == sorted(places)


def test_a_cited_source_is_told_with_the_word_and_place_that_show_it() -> None:
    text = told("c-quay00000005")
    assert "Cited is “het havenkantoor” (official, indirect, by the word “Volgens”)" in text
    assert "characters 224–240 of Eilandbode" in text


def test_unnamed_hearsay_is_told_as_such() -> None:
    assert "Cited is an unnamed source (anonymous" in told("c-east00000011")


def test_an_article_is_told_with_stated_date_reasons_and_rival() -> None:
    text = told(NL)
    steps = ("“mei 2024”", "The stated date means: some time in May 2024", "Published: Tue 14 May 2024 (2024-05-14), inferred",
             "For it: “Vanochtend”", "Against it: the choir", "A rival that lost: Tue 7 May 2024", "12 days old")  # fmt: skip
    places = [text.index(step) for step in steps]
    assert places == sorted(places)


def test_an_article_lists_its_problems() -> None:
    text = told(BAD)
    assert "It states no date." in text
    assert "no-date (formats)" in text
    assert "date-open (dating): nothing narrows the day" in text


def test_a_time_expression_is_named_by_article_and_place() -> None:
    text = told(f"{NL}:88")
    assert "“gisteren” is a DATE with the value 2024-05-13" in text
    assert "Rule: yesterday." in text
    assert "anchor - 1 day" in text
    assert "Used by c-scrapped0002" in text


@pytest.mark.parametrize(
    "key", ["c-choirnl00007~c-choiren00012", "c-choiren00012~c-choirnl00007", "c-choirnl~c-choiren"]
)
def test_a_relation_is_named_by_its_two_claims_in_either_order(key: str) -> None:
    text = told(key)
    assert "contradicts on time" in text
    assert "which add up to 1.5" in text
    assert "Not known whether the origins are independent." in text


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("e-ferry000001", "Why they belong together"),
        ("t-ferry000001", "Fell due, no outcome reported here: Fri 17 May 2024"),
        ("s-harbour0001", "Languages: English, Dutch."),
        ("geo-1", "“Norderoog” and “Norderoog”: same"),
        ("e-office", "Dutch: het havenkantoor"),
    ],
)
def test_events_rows_stories_and_entities_are_told(key: str, words: str) -> None:
    assert words in told(key)


def test_a_beginning_that_only_one_id_has_is_enough() -> None:
    assert told("c-arr") == told("c-arrived00001")


def test_a_beginning_of_several_ids_is_refused_with_them() -> None:
    with pytest.raises(DatelineError, match=r"beginning of 2 ids: c-choiren00012, c-choirnl00007"):
        told("c-choir")


def test_an_unknown_id_is_refused_with_near_ones() -> None:
    with pytest.raises(DatelineError, match=r"similar ids: .*c-arrived00001"):
        told("c-arived00001")


@pytest.mark.parametrize("key", ["", "~", "c-arrived00001~", f"{NL}:5", "nothing:5", f"c-arrived00001~{NL}"])
def test_a_key_that_means_nothing_is_refused(key: str) -> None:
    with pytest.raises(DatelineError):
        told(key)


def test_two_claims_without_a_relation_are_refused_with_those_that_have_one() -> None:
    with pytest.raises(DatelineError, match="c-arrived00001~c-tiesup000008"):
        told("c-arrived00001~c-fee000000013")


def test_every_id_of_a_brief_can_be_explained_harmlessly() -> None:
    whole = brief()
    keys = [r.article.id for r in whole.readings] + [c.id for r in whole.readings for c in r.claims]
    keys += [x.id for x in (*whole.events, *whole.stories, *whole.entities)] + [r.track for r in whole.board]
    for key in keys:
        text = explain.render(whole, key)
        assert text.endswith("\n")
        assert "\x1b" not in text
        assert "\u202e" not in text


@given(
    st.text(min_size=1, max_size=40),
    st.sampled_from(["c-any", "a-any", "e-any", "t-any", "s-any", "x", "c-any~c-any", "a-any:0"]),
)
def test_no_text_whatever_adds_a_line_to_an_explanation(text: str, key: str) -> None:
    lines = explain.render(brief_of(text), key).splitlines()
    assert len(lines) == len(explain.render(brief_of("plain"), key).splitlines())


def test_a_relation_calls_a_side_older_only_where_the_days_of_its_articles_lie_apart() -> None:
    base = brief()
    of = {c.id: c.span.article for r in base.readings for c in r.claims}
    relation = next(r for r in base.relations if of[r.left] != of[r.right])

    def told(left: str, right: str) -> str:
        said = {of[relation.left]: left, of[relation.right]: right}
        readings = tuple(
            dataclasses.replace(r, article=dataclasses.replace(r.article, published=read(said[r.article.id])))
            if r.article.id in said
            else r
            for r in base.readings
        )
        bare = dataclasses.replace(base, readings=readings, datings=())
        return explain.render(bare, f"{relation.left}~{relation.right}")

    assert told("2024-05-12", "2024-05-13").index("The older side") < told("2024-05-12", "2024-05-13").index(
        "The newer"
    )
    assert told("2024-05-13", "2024-05-12").index("The newer side") < told("2024-05-13", "2024-05-12").index(
        "The older"
    )
    for left, right in (("2024-05", "2024-05-13"), ("2024-05-12", "2024-05-12"), ("", "2024-05-13")):
        assert "older" not in told(left, right)
        assert "The other side" in told(left, right)


@pytest.mark.parametrize("key", ["", " ", "[", "[]"])
def test_what_is_no_name_at_all_is_said_as_it_was_given(key: str) -> None:
    with pytest.raises(DatelineError, match=f"{re.escape(repr(key))} is no id and no name"):
        explain.render(brief(), key)
