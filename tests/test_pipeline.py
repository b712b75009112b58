"""The whole chain: as-of, dating between articles, and what must hold of every brief."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline import edtf
from dateline.model import Article, Brief, Problem
from dateline.pipeline import default_as_of

_SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
_NO_MODEL = dateline.encoder(use_model=False)[0]


def brief_of(*texts: tuple[str, str], as_of: str = "") -> Brief:
    """A brief of (stated date, text) pairs without sentence vectors."""
    articles = [
        Article(f"a-{n}", text, path=f"{n}.txt", stated=day, published=edtf.read(day))
        for n, (day, text) in enumerate(texts)
    ]
    return dateline.run(articles, _NO_MODEL, as_of=as_of)


def test_the_default_as_of_is_the_newest_stated_day() -> None:
    days = ["2023-08", "2023-08-27", "2023-08-02"]
    assert default_as_of([Article(d, "x", published=edtf.read(d)) for d in days]) == "2023-08-27"
    assert default_as_of([Article("a", "x", published=edtf.read("2023-08"))]) == "2023-08-31"
    later = [Article(d, "x", published=edtf.read(d)) for d in ("2024-05-14", "2024-06")]
    assert default_as_of(later) == "2024-06-30"
    assert default_as_of([Article("a", "x")]) == ""


def test_a_month_only_article_alone_gets_no_sharper() -> None:
    brief = brief_of(("2023-08", "Gisteren is in Oostende een veerboot gezonken. De kustwacht redde twaalf mensen."))
    assert edtf.write(brief.datings[0].when) == "2023-08"
    (times,) = {edtf.write(t.when) for t in brief.readings[0].timexes}
    assert times == "[2023-07-31..2023-08-30]"


def test_what_came_later_never_shows_as_of_an_earlier_day() -> None:
    early = ("2023-08-21", "A ferry sank off Ostend on Monday. The coast guard searched for survivors.")
    late = ("2023-08-25", "The ferry that sank off Ostend on Monday was raised on Friday.")
    alone, both = brief_of(early, as_of="2023-08-22"), brief_of(early, late, as_of="2023-08-22")
    assert alone.events == both.events
    assert alone.board == both.board
    assert [p.code for p in both.problems if p not in alone.problems] == ["after-as-of"]


def test_an_article_that_may_have_been_out_is_listed_as_possibly_published() -> None:
    brief = brief_of(
        ("2023-08-21", "A ferry sank off Ostend on Monday."), ("2023-08", "Een trein ontspoorde."), as_of="2023-08-22"
    )
    assert brief.possibly_published == ("a-1",)
    assert "possibly-published" in {p.code for p in brief.problems}


def test_what_an_as_of_leaves_out_is_said_once_with_its_reason() -> None:
    texts = {
        "day.txt": "A ferry sank off Ostend on Monday.",
        "later.txt": "Een trein ontspoorde woensdag bij Rietmeer.",
        "month.txt": "Ein Zug entgleiste bei Moorstadt.",
        "undated.txt": "Een brug is gesloten.",
    }
    days = {"day.txt": "2023-08-21", "later.txt": "2023-08-23", "month.txt": "2023-08"}
    articles = [
        Article(name, text, path=name, stated=days.get(name, ""), published=edtf.read(days.get(name, "")))
        for name, text in texts.items()
    ]
    undated = Problem("no-date", "read", "undated.txt", "found no date")
    told = dateline.run(articles, _NO_MODEL, as_of="2023-08-22", problems=[undated]).problems
    assert {(p.subject, p.code) for p in told} == {
        ("later.txt", "after-as-of"),
        ("month.txt", "possibly-published"),
        ("undated.txt", "possibly-published"),
    }
    assert ["it states no more than 2023-08" in p.message for p in told if p.subject == "month.txt"] == [True]
    assert ["it states no day" in p.message for p in told if p.subject == "undated.txt"] == [True]
    assert undated in dateline.run(articles, _NO_MODEL, problems=[undated]).problems


def test_as_of_the_newest_day_all_that_was_published_by_its_end_is_read() -> None:
    texts = [
        ("2023-08-21", "A ferry sank off Ostend on Monday."),
        ("2023-08-22T23:40:00-05:00", "De veerboot ligt dinsdag nog op de bodem."),
        ("2023-08-22", "Die Fähre soll am Freitag gehoben werden."),
    ]
    every, newest = brief_of(*texts), brief_of(*texts, as_of="2023-08-22")
    assert (every.as_of, len(newest.readings)) == ("2023-08-22", 3)
    assert (newest.board, newest.problems) == (every.board, every.problems)


def test_a_forced_language_is_obeyed() -> None:
    article = Article("a-1", "Gisteren is een veerboot gezonken.", published=edtf.read("2023-08-22"))
    brief = dateline.run([article], _NO_MODEL, forced_language="en")
    assert brief.readings[0].article.lang == "en"


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the seed articles are not beside this checkout")
def test_two_real_articles_date_each_other() -> None:
    articles, problems = dateline.read([str(_SEEDS)])
    assert not problems
    brief = dateline.run(articles, _NO_MODEL)
    month_only = next(r.article.id for r in brief.readings if r.article.stated == "2023-08")
    dating = next(d for d in brief.datings if d.article == month_only)
    assert edtf.write(dating.when) == "2023-08-22"
    assert "2023-08-15" in {edtf.write(r.when) for r in dating.rivals}
    assert dating.against
    texts = {r.article.id: r.article.text for r in brief.readings}
    for reading in brief.readings:
        for claim in reading.claims:
            assert texts[claim.span.article][claim.span.start : claim.span.end] == claim.span.quote


def test_a_wrong_early_date_lets_nothing_leak_from_later() -> None:
    wrong = ("2023-08-11", "On 26 August 2023 the ferry was raised off Ostend. It was towed to the port of Ostend.")
    brief = brief_of(wrong, ("2023-08-15", "The ferry sank off Ostend on Monday."), as_of="2023-08-16")
    assert [r.article.id for r in brief.readings] == ["a-1"]
