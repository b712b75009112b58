"""What a new user's own texts brought to light: lost paragraphs, days gone by, figures that no two papers share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import edtf, encoders, pipeline
from dateline.analysis import analyse
from dateline.model import Article, Brief, Claim, RelationKind, Status
from dateline.views.content import BOUNDARY, boundary


def _claims(code: str, day: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a", text, lang=code, published=edtf.read(day))).reading.claims


def _brief(*texts: tuple[str, str, str]) -> Brief:
    articles = [Article(f"a-{n}", t, lang=code, published=edtf.read(day)) for n, (code, day, t) in enumerate(texts)]
    return pipeline.run(articles, encoders.load(False)[0])


@pytest.mark.parametrize("quotation", ["„Öl ist nicht ausgetreten.“", "»Öl ist nicht ausgetreten.«"])
def test_a_first_paragraph_that_ends_in_a_quotation_is_no_heading(quotation: str) -> None:
    text = f"Die Fähre lief am Sonntag auf Grund. {quotation}\n\nDie Strecke wurde am Montag gesperrt."
    assert len(_claims("de", "2024-06-03", text)) == 3


@pytest.mark.parametrize(
    ("code", "day", "text", "time"),
    [
        ("de", "2024-03-14", "Die Rückkehr der Bewohner wurde auf Samstag verschoben.", "2024-03-16"),
        ("en", "2024-03-14", "The return has been postponed to Saturday.", "2024-03-16"),
        ("de", "2024-03-14", "Die Rückkehr wurde am Montag verschoben.", "2024-03-11"),
        ("nl", "2024-03-13", "De bewoners mogen donderdag terug naar huis.", "2024-03-14"),
        ("de", "2024-03-13", "Die Bewohner dürfen am Donnerstag zurückkehren.", "2024-03-14"),
        ("en", "2024-03-13", "Residents can return home on Thursday.", "2024-03-14"),
        ("de", "2024-06-03", "Das Schiff werde am Dienstag freigeschleppt, teilte die Reederei mit.", "2024-06-04"),
        ("en", "2024-06-03", "Ferry services between Sassnitz and Trelleborg will restart on 17 June.", "2024-06-17"),
    ],
)
def test_the_day_of_what_is_still_to_come_lies_ahead(code: str, day: str, text: str, time: str) -> None:
    assert edtf.write(_claims(code, day, text)[0].time) == time


def test_what_was_put_off_was_due_on_its_old_day_and_is_due_on_its_new_one() -> None:
    found = _brief(
        ("en", "2024-03-12", "The Emmen marathon will be held on 14 March."),
        ("en", "2024-03-14", "The Emmen marathon has been postponed to 16 March."),
    )
    (row,) = found.board
    assert edtf.write(row.planned_for) == "2024-03-16"
    assert row.next
    assert edtf.write(row.next.time) == "2024-03-16"
    assert not row.overdue
    assert {(s.status, edtf.write(s.time)) for s in row.history} == {
        (Status.PLANNED, "2024-03-14"),
        (Status.PLANNED, "2024-03-16"),
    }


def test_two_papers_of_one_day_with_two_tolls_contradict_each_other_and_a_later_toll_is_news() -> None:
    three = ("nl", "2024-03-13", "Bij de brand in Emmen raakten dinsdag drie mensen gewond, meldt de politie.")
    seven = ("nl", "2024-03-13", "Bij de brand in Emmen raakten dinsdag zeven mensen gewond, meldt de brandweer.")
    assert [r.kind for r in _brief(three, seven).relations] == [RelationKind.CONTRADICTS]
    later = (seven[0], "2024-03-14", seven[2])
    assert RelationKind.CONTRADICTS not in {r.kind for r in _brief(three, later).relations}
    assert RelationKind.CORROBORATES not in {r.kind for r in _brief(three, later).relations}


def test_a_closing_mark_without_its_opening_one_is_no_part_of_a_quote() -> None:
    claims = _claims("de", "2024-06-03", "«Alle sind in Sicherheit», sagte Hafenkapitän Jens Lüders.")
    assert [c.span.quote for c in claims] == ["Alle sind in Sicherheit"]


def test_a_brief_says_where_articles_whose_dates_were_worked_out_may_be_later_than_its_day() -> None:
    told = _brief(("en", "2024-03-13", "The bridge in Emmen closed on Tuesday."))
    assert boundary(told) == BOUNDARY
    (dating,) = told.datings
    later = replace(dating, inferred=True, when=edtf.read("[2024-03-13,2024-03-20]"))
    assert "1 article" in boundary(replace(told, datings=(later,)))
