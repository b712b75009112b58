"""What somebody rules out is denied by them; who is kept out of something denies nothing."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim
from dateline.reader import load


def claim(code: str, text: str, *, trained: bool) -> Claim:
    """The one claim of a sentence, by the rules or by rules and reader."""
    article = Article("a-test", text, lang=code, published=edtf.read("2025-02-12"))
    (only,) = analyse(article, "", load(True)[0] if trained else None).reading.claims
    return only


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "De gemeente sluit sloop uit.", "De gemeente"),
        ("nl", "De premier sluit een verhoging van de belasting uit.", "De premier"),
        ("nl", "Een staking werd door de vakbond uitgesloten.", "de vakbond"),
        ("de", "Die Firma schloss Entlassungen aus.", "Die Firma"),
        ("de", "Ein Verbrechen schließt die Polizei aus.", "die Polizei"),
        ("de", "Die Ministerin hat eine Steuererhöhung ausgeschlossen.", "Die Ministerin"),
        ("de", "Ein Anschlag wird von der Polizei ausgeschlossen.", "der Polizei"),
        ("en", "The minister ruled out a strike on Monday.", "The minister"),
        ("en", "The government has ruled out sending troops.", "The government"),
        ("en", "Foul play was ruled out by police on Tuesday.", "police"),
        ("en", "Arson has been ruled out.", ""),
        ("de", "Ein Einsatz von Soldaten wurde vom Kanzler ausgeschlossen.", "Kanzler"),
        ("de", "Die Polizei schließt Fremdverschulden aus.", "Die Polizei"),
        ("nl", "Artsen sluiten een operatie uit.", "Artsen"),
        ("nl", "De vakbond zei dat hij een staking had uitgesloten.", "De vakbond"),
        ("en", "The union said it had ruled out strike action.", "The union"),
        ("en", "Doctors ruled out surgery.", "Doctors"),
    ],
)
def test_what_is_ruled_out_is_denied_by_whoever_rules_it_out(code: str, text: str, source: str, trained: bool) -> None:
    found = claim(code, text, trained=trained)
    assert (found.status, [a.source for a in found.attribution]) == ("denied", [source]), found.status_why


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De politie sluit brandstichting niet uit."),
        ("nl", "De minister wil nieuwe bezuinigingen niet uitsluiten."),
        ("de", "Die Bürgermeisterin schließt einen Abriss des Stadions nicht aus."),
        ("en", "The company has not ruled out layoffs."),
        ("en", "The chancellor refused to rule out tax rises."),
        ("nl", "Niemand sluit een staking uit."),
        ("nl", "De politie sluit niets uit."),
        ("de", "Keine Seite schloss einen Streik aus."),
        ("de", "Der Minister schließt nichts aus."),
        ("en", "Ministers have not yet ruled out a ban."),
        ("en", "Nobody ruled out a strike."),
        ("en", "Neither side ruled out a strike."),
    ],
)
def test_what_is_not_ruled_out_is_possible(code: str, text: str, trained: bool) -> None:
    found = claim(code, text, trained=trained)
    assert (found.status, found.polarity) == ("possible", "positive"), found.status_why
    assert found.attribution


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De schaatser werd uitgesloten van de wedstrijd."),
        ("nl", "De bond sloot de club uit van deelname."),
        ("de", "Der Läufer wurde vom Wettbewerb ausgeschlossen."),
        ("de", "Der Verein wurde vom Verband ausgeschlossen."),
        ("de", "Die Partei schloss das Mitglied aus."),
        ("en", "The striker was ruled out for the final."),
        ("en", "A knee injury ruled out the striker for six months."),
        ("en", "The prime minister ruled himself out of the contest on Friday."),
        ("en", "The goal was ruled out for offside."),
        ("en", "The court ruled out the evidence."),
    ],
)
def test_who_is_kept_out_of_something_is_not_denied(code: str, text: str, trained: bool) -> None:
    found = claim(code, text, trained=trained)
    assert found.status == "happened", found.status_why


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "The mayor could rule out a tax.", "possible"),
        ("en", "The bank will rule out a takeover.", "planned"),
        ("de", "Die Partei wird Müller ausschließen.", "planned"),
        ("nl", "De bond sluit Jansen uit.", "ongoing"),
    ],
)
def test_what_may_yet_be_ruled_out_and_who_is_named_is_not_denied(code: str, text: str, status: str) -> None:
    assert claim(code, text, trained=False).status == status


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "The mayor ruled out a new tax and announced an inquiry.", "The mayor"),
        ("nl", "De burgemeester sloot een nieuwe belasting uit en kondigde een onderzoek aan.", "De burgemeester"),
        ("de", "Die Ministerin schloss Neuwahlen aus und kündigte eine Untersuchung an.", "Die Ministerin"),
    ],
)
def test_what_is_ruled_out_beside_an_announcement_is_denied(code: str, text: str, source: str, trained: bool) -> None:
    article = Article("a-test", text, lang=code, published=edtf.read("2025-02-12"))
    first, _ = analyse(article, "", load(True)[0] if trained else None).reading.claims
    assert (first.status, [a.source for a in first.attribution]) == ("denied", [source]), first.status_why
