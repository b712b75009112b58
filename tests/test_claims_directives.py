"""What somebody asks of others is required and on their word."""

from __future__ import annotations

import pytest

from dateline import reader
from dateline.analysis import analyse
from dateline.model import Article


def _read(code: str, text: str) -> list[tuple[str, str, str, list[str]]]:
    claims = analyse(Article("a", text, lang=code)).reading.claims
    return [(c.span.quote, c.status.value, c.polarity, [a.source for a in c.attribution]) for c in claims]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "Authorities recommend people avoid crowded places.", "Authorities"),
        ("en", "The mayor called on residents to stay at home.", "The mayor"),
        ("en", "Canada's government has advised doctors to be on the alert.", "Canada's government"),
        ("en", "Police are urging drivers to avoid the bridge.", "Police"),
        ("nl", "De autoriteiten raden mensen aan drukke plaatsen te mijden.", "De autoriteiten"),
        ("nl", "De burgemeester riep bewoners op om binnen te blijven.", "De burgemeester"),
        ("nl", "De regering heeft artsen geadviseerd alert te zijn.", "De regering"),
        ("de", "Die Behörden empfehlen den Menschen, volle Plätze zu meiden.", "Die Behörden"),
        ("de", "Die Stadt empfiehlt den Bewohnern, das Wasser abzukochen.", "Die Stadt"),
        ("de", "Die Regierung hat den Ärzten geraten, wachsam zu sein.", "Die Regierung"),
    ],
)
def test_what_somebody_asks_of_others_is_required_on_their_word(code: str, text: str, source: str) -> None:
    assert [r[1:] for r in _read(code, text)] == [("required", "positive", [source])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ministry has advised against travel to the coast."),
        ("en", "The ministry has urged residents not to panic."),
        ("nl", "Het ministerie raadt reizen naar de kust af."),
        ("nl", "Het ministerie ontraadt reizen naar de kust."),
        ("de", "Das Ministerium hat von nicht notwendigen Reisen abgeraten."),
        ("de", "Das Ministerium rief die Bewohner auf, nicht in Panik zu geraten."),
    ],
)
def test_what_somebody_asks_others_to_leave_is_required_and_negative(code: str, text: str) -> None:
    ((_, status, polarity, sources),) = _read(code, text)
    assert (status, polarity, len(sources)) == ("required", "negative", 1)


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "The ministry has not advised against travel to the coast.", "denied"),
        ("en", "The minister advised that the road was closed.", "happened"),
        ("en", "He has advised on the epidemic.", "happened"),
        ("nl", "De gemeente heeft niemand opgeroepen om te vertrekken.", "denied"),
        ("nl", "De man vroeg om hulp.", "happened"),
        ("de", "Die Firma ist in Schwierigkeiten geraten.", "happened"),
    ],
)
def test_verbs_of_asking_that_ask_for_nothing_are_read_as_others(code: str, text: str, status: str) -> None:
    assert [r[1] for r in _read(code, text)] == [status]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "China has now confirmed its first case.", "China"),
        ("en", "The ministry announced a further 17 cases.", "The ministry"),
        ("nl", "China heeft nu zijn eerste geval bevestigd.", "China"),
        ("de", "China hat nun seinen ersten Fall bestätigt.", "China"),
    ],
)
def test_whoever_confirms_a_figure_or_a_first_case_is_its_source(code: str, text: str, source: str) -> None:
    assert [r[3] for r in _read(code, text)] == [[source]]


def test_what_is_asked_in_a_sentence_whose_clauses_were_joined_is_read() -> None:
    trained = reader.load(True)[0]
    if trained is None:
        pytest.skip("the reader cannot be loaded here")
    text = "As the UN warned the outbreak might become a pandemic, Dr Fukuda told people to stay at home."
    claims = analyse(Article("a", text, lang="en"), trained=trained).reading.claims
    assert [c.status.value for c in claims] == ["possible", "required"]
