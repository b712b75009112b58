"""Beginnings and ends: opposite changes of one thing follow upon one another and never say the same."""

from __future__ import annotations

import pytest
from tests.readings import report

from dateline import encoders, pipeline
from dateline.edtf import read
from dateline.model import Article, Brief, RelationKind
from dateline.stories.differences import agree
from dateline.stories.sketch import World, sketches


def brief(*texts: str, days: tuple[str, ...] = ("2024-09-03", "2024-09-07", "2024-09-08")) -> Brief:
    """The brief of these articles, one a day."""
    articles = [
        Article(f"a-{i}", text, f"paper {i}", stated=day, published=read(day), dated_by="header")
        for i, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    return pipeline.run(articles, encoders.load(False)[0])


def kinds(*texts: str) -> list[RelationKind]:
    """The kinds of the relations among these articles."""
    return [r.kind for r in brief(*texts).relations]


@pytest.mark.parametrize(
    ("begun", "ended"),
    [
        ("Dockers in Hull walked out on Monday.", "The strike in Hull ended on Friday."),
        ("Dockers in Hull walked out on Monday.", "The dockers in Hull went back to work on Friday."),
        ("Nurses in Lund walked off the job on Monday.", "The nurses in Lund returned to work on Friday."),
        ("A fire broke out in a mill in Lund on Monday.", "The fire in the mill in Lund was put out on Friday."),
        ("The mayor imposed a curfew in Lund on Monday.", "The curfew in Lund was lifted on Friday."),
        ("Talks on the dam opened in Lund on Monday.", "The talks on the dam in Lund ended on Friday."),
        ("Havenarbeiders in Gent legden maandag het werk neer.", "De staking in Gent is vrijdag beëindigd."),
        (
            "Havenarbeiders in Gent legden maandag het werk neer.",
            "De havenarbeiders in Gent gingen vrijdag weer aan het werk.",
        ),
        ("In een loods in Gent brak maandag brand uit.", "De brand in de loods in Gent is vrijdag geblust."),
        ("De burgemeester stelde maandag in Gent een avondklok in.", "De avondklok in Gent is vrijdag opgeheven."),
        (
            "Die Hafenarbeiter in Kiel haben am Montag die Arbeit niedergelegt.",
            "Die Hafenarbeiter in Kiel haben am Freitag die Arbeit wieder aufgenommen.",
        ),
        ("Die Hafenarbeiter in Kiel traten am Montag in den Ausstand.", "Der Streik in Kiel endete am Freitag."),
        ("In einer Halle in Kiel brach am Montag ein Brand aus.", "Der Brand in Kiel wurde am Freitag gelöscht."),
        ("Die Belagerung von Riga begann am Montag.", "Die Belagerung von Riga endete am Freitag."),
        ("Dockers in Gent walked out on Monday.", "De staking in Gent is vrijdag beëindigd."),
    ],
)
def test_the_end_of_a_thing_follows_upon_its_beginning(begun: str, ended: str) -> None:
    assert kinds(begun, ended) == [RelationKind.FOLLOWS]


@pytest.mark.parametrize(
    ("begun", "ended"),
    [
        ("Dockers in Hull walked out, the union said.", "The strike by dockers in Hull has ended."),
        ("De brand in de loods in Gent brak uit.", "De brand in de loods in Gent is geblust."),
        ("Der Streik in Kiel begann.", "Der Streik in Kiel ist beendet."),
    ],
)
def test_a_beginning_and_an_end_without_days_never_say_the_same(begun: str, ended: str) -> None:
    assert not {RelationKind.CORROBORATES, RelationKind.REFINES} & set(kinds(begun, ended))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The road at Lund was closed on Monday.", "The bridge at Narva was opened on Friday."),
        ("The strike in Hull began on Monday.", "The strike in Lund ended on Friday."),
        ("The ferry arrived in Lund on Monday.", "The ferry departed from Lund on Friday."),
    ],
)
def test_the_end_of_another_thing_follows_upon_nothing(first: str, second: str) -> None:
    assert RelationKind.FOLLOWS not in kinds(first, second)


def test_two_reports_of_one_beginning_still_say_the_same() -> None:
    texts = ("Dockers in Hull walked out on Monday.", "The strike by dockers in Hull began on Monday.")
    assert kinds(*texts)[0] in (RelationKind.CORROBORATES, RelationKind.REFINES)


def test_who_goes_back_to_work_ends_the_strike_on_its_own_row() -> None:
    found = brief(
        "Havenarbeiders in Gent legden maandag het werk neer.",
        "De havenarbeiders in Gent gingen vrijdag weer aan het werk.",
    )
    (row,) = found.board
    assert "weer aan het werk" in row.state


def test_an_end_without_a_day_overtakes_the_beginning_on_its_row() -> None:
    found = brief("Die Hafenarbeiter in Kiel traten am Montag in den Ausstand.", "Der Streik in Kiel ist beendet.")
    (row,) = found.board
    assert row.state == "Der Streik in Kiel ist beendet"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A fire broke out in Morvan on Monday.", "The port of Morvan put out a statement about the fire on Friday."),
        (
            "Rebels laid siege to Morvan on Monday.",
            "The parliament of Nuria raised concerns about the siege of Morvan on Friday.",
        ),
        (
            "The teachers in Lund went on strike on Monday.",
            "The teachers' lawyer in Lund went back to work on Friday after her illness.",
        ),
        (
            "The teachers in Lund went on strike on Monday.",
            "He returned to work in Lund on a new treaty on Friday.",
        ),
        (
            "Die Lehrer in Kiel traten am Montag in den Streik.",
            "Der Pfarrer in Kiel ging am Freitag wieder an die Arbeit.",
        ),
        (
            "De leraren in Gent gingen maandag in staking.",
            "De bakker in Gent ging vrijdag weer aan het werk in de tuin.",
        ),
    ],
)
def test_a_word_of_the_end_that_hangs_on_another_ends_nothing(first: str, second: str) -> None:
    assert RelationKind.FOLLOWS not in kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Die Schule in Husum wurde am Montag geschlossen.",
            "Die Schule in Husum hat am Freitag ein neues Theater eröffnet.",
        ),
        ("De gemeente Gent sloot maandag het zwembad.", "De gemeente Gent opende vrijdag een nieuwe brug."),
        (
            "The police in Hull arrested the mayor on Monday.",
            "The police in Hull released a video of the mayor on Friday.",
        ),
        (
            "The parliament banned strikes in the port on Monday.",
            "The parliament allowed foreign ships in the port on Friday.",
        ),
    ],
)
def test_two_things_that_one_party_changes_are_no_course(first: str, second: str) -> None:
    assert RelationKind.FOLLOWS not in kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The city of Lund closed the bridge on Monday.", "The bridge in Lund was opened on Friday."),
        (
            "Der Flughafen von Kiel wurde am Montag geschlossen.",
            "Der Flughafen in Kiel wurde am Freitag wieder geöffnet.",
        ),
        ("Het vliegveld van Gent ging maandag dicht.", "Vrijdag ging het vliegveld van Gent weer open."),
    ],
)
def test_one_thing_that_two_parties_shut_and_open_is_a_course(first: str, second: str) -> None:
    assert RelationKind.FOLLOWS in kinds(first, second)


@pytest.mark.parametrize("ahead", ["possible", "planned"])
def test_what_was_called_off_never_agrees_with_what_is_ahead(ahead: str) -> None:
    readings = [
        report("a", "2024-09-03", f"hauliers threaten a blockade | blockade close {ahead} |", lang="en"),
        report("b", "2024-09-07", "the blockade was called off | blockade close cancelled |", lang="en"),
        report("c", "2024-09-08", "the blockade is off | blockade close cancelled |", lang="en"),
    ]
    one, other, third = (sketches([r], World(), {})[0] for r in readings)
    assert not agree(one, other)
    assert not agree(other, one)
    assert agree(other, third)
