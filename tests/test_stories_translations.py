"""One text in two languages is one origin; sources that only words tell apart are not counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.readings import report

from dateline import origin
from dateline.entities.homonyms import unknown_id
from dateline.model import Attribution, Event, Independence, Reading, RelationKind, SourceKind, Status, Story
from dateline.stories import compare, origins, translations

_LINES = ("[1]", "[2]", "[3]", "[4]", "[5]", "[6]")


class Numbered:
    """An encoder in which texts with one number are one sentence, whatever their language."""

    name = version = "numbered"
    taught = True

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        out = np.zeros((len(texts), 40), dtype=np.float32)
        for row, text in enumerate(texts):
            out[row, int(text.split("[")[1].split("]")[0])] = 1.0
        return out


def article(name: str, code: str, *marks: str, who: str = "") -> Reading:
    lines = [f"{code} words {mark} | | | {f'source={who}' if who else ''}" for mark in marks]
    return report(name, "2024-05-01", *lines, lang=code)


def translated(*readings: Reading) -> set[frozenset[str]]:
    story = Story("s", "story", tuple(r.article.id for r in readings), ())
    names = {r.article.id: r.article.source for r in readings}
    return {frozenset(names[a] for a in pair) for pair in translations(readings, (story,), Numbered())}


def test_an_article_that_says_the_same_things_in_the_same_order_is_a_translation() -> None:
    short = ("[1]", "[2]", "[4]", "[5]")
    assert translated(article("a", "en", *_LINES), article("b", "nl", *short)) == {
        frozenset({"a.example", "b.example"})
    }


def test_two_reports_that_share_a_few_sentences_or_another_order_are_none() -> None:
    left = article("a", "en", *_LINES)
    assert not translated(left, article("b", "nl", "[1]", "[2]", "[11]", "[12]", "[13]", "[14]"))
    assert not translated(left, article("b", "nl", *_LINES[::-1]))


def test_what_two_languages_print_of_one_text_has_one_origin() -> None:
    left, right = article("a", "en", *_LINES), article("b", "nl", *_LINES)
    first, second = origins((left, right), [(left.article.id, right.article.id)])
    assert {c.origin for r in (first, second) for c in r.claims} == {first.claims[0].origin}
    assert origin.independence(first.claims[0], second.claims[0])[0] is Independence.NO


def worded(name: str, code: str, source: str, *, known: bool = False) -> Reading:
    """A claim by a source in words; `known`: that is a name, which no table knows."""
    reading = article(name, code, "[1]")
    said = Attribution(source, SourceKind.EXPERT, "say", unknown_id(source.casefold()) if known else "")
    return replace(reading, claims=tuple(replace(c, attribution=(said,)) for c in reading.claims))


def test_sources_that_two_languages_name_by_common_words_may_be_one() -> None:
    left, right = origins((worded("a", "en", "researchers"), worded("b", "nl", "onderzoekers")))
    claims = (*left.claims, *right.claims)
    assert origin.independence(*claims)[0] is Independence.UNKNOWN
    assert origin.count(claims) == origin.Tally(1, 0, 1)


def test_two_sources_of_one_language_are_two() -> None:
    left, right = origins((worded("a", "en", "researchers"), worded("b", "en", "the mayor")))
    claims = (*left.claims, *right.claims)
    assert origin.independence(*claims)[0] is Independence.YES
    assert origin.count(claims).independent == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("en", "the Norwegian Food Safety Authority"), ("nl", "de Noorse Voedselautoriteit")),
        (("de", "die Hafenbehörde von Brandau"), ("en", "the Brandau port authority")),
    ],
)
def test_an_office_that_no_table_knows_may_be_one_under_two_names(
    left: tuple[str, str], right: tuple[str, str]
) -> None:
    one, other = origins((worded("a", *left, known=True), worded("b", *right, known=True)))
    claims = (*one.claims, *other.claims)
    assert origin.independence(*claims)[0] is Independence.UNKNOWN
    assert origin.count(claims) == origin.Tally(1, 0, 1)


def test_one_person_in_two_languages_is_one_source() -> None:
    one, other = origins((worded("a", "en", "Ada Brouwer", known=True), worded("b", "nl", "Ada Brouwer", known=True)))
    claims = (*one.claims, *other.claims)
    assert origin.independence(*claims)[0] is Independence.NO
    assert origin.count(claims).independent == 1


PLANNED = "{0} tax [1] | tax plan planned | 2024-05-02 | |"
DONE = "{0} tax [1] | tax levy happened | 2024-05-02 | {1} |"


@pytest.mark.parametrize(("code", "other"), [("en", "de"), ("nl", "en"), ("de", "nl")])
def test_a_sentence_and_its_translation_are_no_plan_and_outcome(code: str, other: str) -> None:
    rest = [f"words {mark} | | | |" for mark in _LINES[1:]]
    left = report("a", "2024-05-01", DONE.format(code, "source=org-EE"), *rest, lang=code)
    right = report("b", "2024-05-01", PLANNED.format(other), *rest, lang=other)
    story = Story("s", "tax", (left.article.id, right.article.id), ())
    pairs = translations((left, right), (story,), Numbered())
    readings = origins((left, right), pairs)
    first, second = (r.claims[0] for r in readings)
    event = Event("e", "tax", first.time, Status.HAPPENED, (), (first.id, second.id))
    told, alone = (
        compare(readings, (event,), (), Numbered(), stories=(story,), translated=found) for found in (pairs, ())
    )
    assert {r.kind for r in alone} == {RelationKind.FOLLOWS}
    assert RelationKind.FOLLOWS not in {r.kind for r in told}
    assert {r.independent for r in told} == {Independence.NO}
