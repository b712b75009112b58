"""The German mood of reported speech: who says what a sentence does not say itself that somebody says."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim
from dateline.reader import load


def claims(text: str, *, trained: bool = False) -> tuple[Claim, ...]:
    """The claims of a German text, by the rules or by rules and reader."""
    article = Article("a-test", text, lang="de", published=edtf.read("2025-02-12"))
    return analyse(article, "", load(True)[0] if trained else None).reading.claims


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    "reported",
    [
        "Die Suche sei unterbrochen worden.",
        "Die Leitung habe ein Leck.",
        "Am Dienstag werde weiter gesucht.",
        "Das Wasser könne noch steigen.",
        "Der Strom falle immer wieder aus.",
        "Es gebe keinen Grund zur Sorge.",
    ],
)
@pytest.mark.parametrize(
    "before",
    [
        "Die Polizei teilte mit, dass ein Boot gesunken ist.",
        "Nach Angaben der Polizei ist ein Boot gesunken.",
        "Die Polizei kündigte eine Untersuchung an.",
    ],
)
def test_reported_mood_carries_on_the_source_of_the_sentence_before(before: str, reported: str, trained: bool) -> None:
    last = claims(f"{before} {reported}", trained=trained)[-1]
    assert [a.source.rsplit()[-1] for a in last.attribution] == ["Polizei"]


@pytest.mark.parametrize(
    "wish",
    [
        "Die Züge fahren, es sei denn, der Fluss steigt.",
        "Gott sei Dank blieb die Brücke offen.",
        "Wie dem auch sei, die Brücke bleibt gesperrt.",
        "Es lebe die Republik.",
        "Möge er in Frieden ruhen.",
    ],
)
def test_a_wish_or_a_fixed_phrase_in_that_mood_is_nobodys_report(wish: str) -> None:
    found = claims(f"Laut Polizei ist ein Boot gesunken. {wish}")[1:]
    assert not [c for c in found if c.attribution]


def test_an_exception_belongs_to_the_statement_that_it_limits() -> None:
    (claim,) = claims("Die Züge fahren, es sei denn, der Fluss steigt.")
    assert claim.span.quote == "Die Züge fahren, es sei denn, der Fluss steigt"
