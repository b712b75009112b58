"""`text/language.py`: languages are recognised as themselves, and guesses are not made."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lang import available
from dateline.text.language import SURE, detect


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De haven is sinds gisteren gesloten omdat het personeel het werk heeft neergelegd."),
        ("en", "The port has been closed since yesterday because the workers have gone on strike."),
        ("de", "Der Hafen ist seit gestern geschlossen, weil die Arbeiter die Arbeit niedergelegt haben."),
        ("da", "Havnen har været lukket siden i går, fordi arbejderne har nedlagt arbejdet."),
        ("ar", "أغلق الميناء منذ أمس لأن العمال أضربوا عن العمل في المدينة."),
        ("ja", "港は昨日から閉鎖されている。労働者がストライキを始めたためだ。"),
    ],
)
def test_a_language_is_recognised_as_itself_whether_it_can_be_read_or_not(code: str, text: str) -> None:
    found, score = detect(text, available())
    assert (found, score > 0.8) == (code, True)


@pytest.mark.parametrize("text", ["", " \n", "Oslo", "12345", "Kim", "Breaking news"])
def test_very_short_text_is_of_no_language(text: str) -> None:
    found, score = detect(text, available())
    assert (found, score < SURE) == ("", True)


def test_a_readable_language_wins_a_tie_with_a_close_relative_and_nothing_more() -> None:
    # Between these two languages of one continuum a short text is a toss-up.
    text = "Predsjednik je rekao da će granica biti otvorena."
    assert detect(text, ["hr"])[0] in ("hr", "bs", "")
    afrikaans = "Die president het gesê dat die grens volgende week oopgemaak sal word, berig die koerant."
    assert detect(afrikaans, available())[0] == "af"


def test_a_long_text_is_judged_by_stretches_of_it() -> None:
    text = "The port has been closed since yesterday because of the strike. " * 200_000
    assert detect(text, available())[0] == "en"


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_gives_a_probability_and_the_same_one_twice(text: str) -> None:
    first = detect(text, available())
    assert first == detect(text, available())
    assert 0 <= first[1] <= 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The airport reopened at 8 a.m., operator Avia Moldova said."),
        ("en", "A plane came down near Ialoveni."),
        ("nl", "De brug is dicht."),
        ("de", "Die Brücke ist zu."),
        ("", "Manchester United Real Madrid FC Barcelona"),
        ("", "Bron er lukket siden i går."),
    ],
)
def test_one_short_sentence_is_of_the_language_that_leads_clearly(code: str, text: str) -> None:
    assert detect(text, available())[0] == code
