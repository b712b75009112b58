"""Sources that are a party of their own claim, and persons whom a pronoun in the next sentence means."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article, Claim, Status


def _claims(code: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a", text, lang=code)).reading.claims


def _sources(claim: Claim) -> list[str]:
    return [a.source for a in claim.attribution]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "De brandweer becijfert de schade op twee miljoen euro.", "De brandweer"),
        ("nl", "De politie houdt het op 41 gewonden.", "De politie"),
        ("nl", "Het ministerie meldt inmiddels 74 gevallen.", "Het ministerie"),
        ("nl", "De gemeente sprak van een misverstand.", "De gemeente"),
        ("en", "The ministry has put the losses at 38 cows.", "The ministry"),
        ("en", "The hospital reported 12 patients.", "The hospital"),
        ("en", "The mayor spoke of a misunderstanding.", "The mayor"),
        ("de", "Die Hafenverwaltung beziffert den Schaden auf zwölf Millionen Euro.", "Die Hafenverwaltung"),
        ("de", "Die Polizei nennt unverändert 38.", "Die Polizei"),
        ("de", "Das Ministerium kommt auf 131 Fälle.", "Das Ministerium"),
    ],
)
def test_whoever_names_a_figure_is_the_source_of_it(code: str, text: str, source: str) -> None:
    (claim,) = _claims(code, text)
    assert _sources(claim) == [source]
    assert claim.status is Status.HAPPENED


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Het dorp telt 400 inwoners."),
        ("nl", "Dat brengt het totaal op 38."),
        ("en", "That puts the total at 38."),
        ("en", "The storm put the bill at 40 million pounds."),
        ("de", "Die Stadt zählt 40.000 Einwohner."),
        ("de", "Der Sturm bringt die Rechnung auf 40 Millionen Euro."),
    ],
)
def test_a_figure_that_nobody_names_has_no_source(code: str, text: str) -> None:
    (claim,) = _claims(code, text)
    assert _sources(claim) == []


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "De rederij heeft naar eigen zeggen veertig mensen ontslagen.", "De rederij"),
        ("en", "By its own account the brewery employs 240 people.", "the brewery"),
        ("de", "Der Streik hat den Konzern nach eigenen Angaben drei Millionen Euro gekostet.", "den Konzern"),
        ("de", "Das Ministerium will nach eigenen Angaben im Sommer einen Plan vorstellen.", "Das Ministerium"),
        ("de", "Eigenen Angaben zufolge hat die Reederei zwei Linien geschlossen.", "die Reederei"),
    ],
)
def test_by_its_own_account_is_on_the_word_of_a_party(code: str, text: str, source: str) -> None:
    (claim,) = _claims(code, text)
    assert _sources(claim) == [source]


def test_a_party_shared_with_the_clause_before_is_the_source_too() -> None:
    claims = _claims("de", "Die Reederei eröffnete die Linie und beschäftigt dort nach eigenen Angaben 240 Menschen.")
    assert [_sources(c) for c in claims] == [[], ["Die Reederei"]]


def test_an_article_of_the_object_tells_that_a_pronoun_behind_the_verb_is_the_subject() -> None:
    text = "Die Preise steigen, warnte der Direktor. Den Schaden bezifferte er auf zwei Millionen Euro."
    assert [_sources(c) for c in _claims("de", text)] == [["der Direktor"], ["der Direktor"]]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", 'Burgemeester Anna Jansen opende de brug. "Dit is een mooie dag", zei ze.', "Anna Jansen"),
        ("en", 'Mayor Anna Reed opened the bridge. "This is a good day," she said.', "Mayor Anna Reed"),
        ("en", 'Among the first was Peter Reed. "This is a good day," he said.', "Peter Reed"),
        ("de", "Bürgermeisterin Anna Weiß eröffnete die Brücke. „Das ist ein guter Tag“, sagte sie.", "Anna Weiß"),
    ],
)
def test_he_said_means_the_one_person_the_sentence_before_tells_of(code: str, text: str, source: str) -> None:
    (found,) = _sources(_claims(code, text)[-1])
    assert found.endswith(source)


def test_whoever_spoke_last_goes_on_speaking_where_the_sentence_before_has_a_source() -> None:
    text = 'Anna Reed left. The bridge was closed, engineer Tom Hill said. "It had rusted," he said.'
    assert _sources(_claims("en", text)[-1]) == ["engineer Tom Hill"]


def test_a_quotation_without_a_source_is_of_the_one_person_told_of_before() -> None:
    text = 'The bridge was closed, the council said. Peter Reed has lived there since 1990. "It was a good bridge."'
    assert _sources(_claims("en", text)[-1]) == ["Peter Reed"]


def test_a_plural_pronoun_means_no_single_person() -> None:
    text = "Anna Jansen opende de brug. De brug is mooi, zeiden ze."
    assert _sources(_claims("nl", text)[-1]) == ["ze"]
