"""What is denied, and what is only said beside a denial."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.denial import gainsaid
from dateline.model import Article, Claim
from dateline.reader import load


def claims(code: str, text: str, *, trained: bool) -> tuple[Claim, ...]:
    """The claims of a text, by the rules or by rules and reader."""
    article = Article("a-test", text, lang=code, published=edtf.read("2025-02-12"))
    return analyse(article, "", load(True)[0] if trained else None).reading.claims


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("nl", "De rederij ontkende dat en zei dat de boot veilig was.", "de boot veilig was"),
        ("nl", "De rederij ontkende dat, maar zei dat de boot oud is.", "de boot oud is"),
        ("nl", "De politie heeft dat ontkend en gezegd dat de weg open is.", "de weg open is"),
        ("nl", "De minister sprak dat tegen en zei dat de grens open was.", "de grens open was"),
        ("de", "Die Reederei wies das zurück und sagte, das Schiff sei sicher.", "das Schiff sei sicher"),
        ("de", "Der Minister bestritt dies und erklärte, die Grenze sei offen.", "die Grenze sei offen"),
        ("de", "Die Stadt hat das dementiert und mitgeteilt, dass die Straße offen ist.", "die Straße offen ist"),
        ("en", "The operator denied this and said the ferry was safe.", "the ferry was safe"),
        ("en", "He denied that and added that the road is open.", "the road is open"),
        ("en", "The operator denied the report, saying the ferry was safe.", "the ferry was safe"),
        ("en", "The army denied it, claiming rebels had shelled the town.", "rebels had shelled the town"),
        ("en", "The firm denied that the ship leaked and said it would sail on Monday.", "it would sail on Monday"),
    ],
)
def test_what_is_said_beside_a_denial_is_not_denied(code: str, text: str, told: str, trained: bool) -> None:
    (claim,) = [c for c in claims(code, text, trained=trained) if c.span.quote == told]
    assert claim.status != "denied", claim.status_why
    assert len(claim.attribution) == 1


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("nl", "De rederij ontkende dat de boot lek was en zei dat hij maandag vaart.", "de boot lek was"),
        (
            "de",
            "Die Reederei bestritt, dass das Schiff leck war, und sagte, es fahre am Montag.",
            "das Schiff leck war",
        ),
        ("en", "The firm denied that the ship leaked and said it would sail on Monday.", "the ship leaked"),
    ],
)
def test_what_is_denied_before_something_is_said_stays_denied(code: str, text: str, told: str) -> None:
    (claim,) = [c for c in claims(code, text, trained=False) if c.span.quote == told]
    assert claim.status == "denied"


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The parliament proposed a tax on Monday. The president rejected it."),
        ("en", "The company dismissed 200 workers on Monday. The court rejected that."),
        ("en", "Nurses voted for a strike on Monday. The union's leaders dismissed that."),
        ("nl", "De oppositie stelde maandag een belasting voor. De regering verwerpt dat."),
        ("nl", "Het bos staat sinds maandag in brand. De brandweer bestrijdt het."),
        ("de", "Die Opposition schlug am Montag Neuwahlen vor. Die Regierung wies das zurück."),
        ("de", "Das Gericht hat die Klage zurückgewiesen. Die Stadt wies das zurück."),
    ],
)
def test_who_turns_down_a_proposal_denies_nothing(code: str, text: str, trained: bool) -> None:
    assert not [c.span.quote for c in claims(code, text, trained=trained) if c.status == "denied"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The lawyer asked for bail on Monday. The judge denied it."),
        ("en", "The team applied for a permit in May. The city denied it."),
        ("nl", "De club verzocht maandag om een vergunning. De gemeente ontkent het."),
        ("de", "Der Verein beantragte am Montag Geld. Die Stadt bestritt es."),
    ],
)
def test_that_something_was_asked_for_is_not_denied_by_a_no(code: str, text: str) -> None:
    assert not [c for c in claims(code, text, trained=False) if c.status_why.startswith("it denies")]


@pytest.mark.parametrize(
    ("code", "text", "denied"),
    [
        ("en", "The union said the plant closed on Monday. The company rejected that.", "the plant closed on Monday"),
        ("nl", "Volgens de vakbond is de mijn maandag gesloten. De firma verwerpt dat.", "is de mijn maandag gesloten"),
        ("de", "Die Mine sei geschlossen, sagte die Stadt. Die Firma wies das zurück.", "Die Mine sei geschlossen"),
    ],
)
def test_who_rejects_what_somebody_says_denies_it(code: str, text: str, denied: str) -> None:
    told = claims(code, text, trained=False)[-1]
    assert (told.status, denied in told.status_why) == ("denied", True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Six people died on Monday. The mayor denied it."),
        ("nl", "Maandag kwamen zes mensen om. De burgemeester ontkent het."),
        ("de", "Am Montag starben sechs Menschen. Der Bürgermeister bestreitet das."),
    ],
)
def test_a_denial_counts_nothing_that_its_own_words_do_not_and_shows_what_it_denies(code: str, text: str) -> None:
    first, second = claims(code, text, trained=False)
    assert (first.status, second.status, second.quantities) == ("happened", "denied", ())
    assert second.sentence is not None
    assert second.sentence.quote == text
    assert first.span.quote in second.status_why


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The army of Lavia did not deny that it had shelled the port."),
        ("en", "The mayor didn't dispute that the bridge collapsed on Monday."),
        ("en", "No one denied that the bridge collapsed on Monday."),
        ("nl", "De burgemeester ontkent niet dat de brug maandag is ingestort."),
        ("nl", "Niemand ontkent dat de brug maandag is ingestort."),
        ("de", "Der Bürgermeister bestritt nicht, dass die Brücke am Montag eingestürzt ist."),
        ("de", "Niemand bestreitet, dass die Brücke am Montag eingestürzt ist."),
    ],
)
def test_what_is_not_denied_is_no_denial(code: str, text: str, trained: bool) -> None:
    (claim,) = claims(code, text, trained=trained)
    assert (claim.status == "denied", gainsaid(claim)) == (False, False)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The port was shelled on Monday. Nobody denies that."),
        ("nl", "De haven werd maandag gesloten. De exploitant ontkent dat niet."),
        ("de", "Der Hafen wurde am Montag geschlossen. Der Betreiber bestreitet das nicht."),
    ],
)
def test_a_sentence_that_does_not_deny_the_one_before_gainsays_nothing(code: str, text: str) -> None:
    assert not [c for c in claims(code, text, trained=False) if gainsaid(c)]


@pytest.mark.parametrize(
    ("code", "text", "denied", "beside"),
    [
        ("en", "The army denied that it fired because rebels attacked.", "it fired", "rebels attacked"),
        ("nl", "Het leger ontkende dat het schoot omdat rebellen aanvielen.", "het schoot", "rebellen aanvielen"),
        ("de", "Die Armee bestritt, dass sie schoss, weil Rebellen angriffen.", "sie schoss", "Rebellen angriffen"),
    ],
)
def test_the_reason_of_what_is_denied_is_not_denied_with_it(code: str, text: str, denied: str, beside: str) -> None:
    assert {c.span.quote: c.status == "denied" for c in claims(code, text, trained=False)} == {
        denied: True,
        beside: False,
    }


@pytest.mark.parametrize("trained", [False, True])
@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        (
            "en",
            "Interior Minister Pavel Donos rejected reports that a second drone had come down.",
            "Interior Minister Pavel Donos",
        ),
        ("en", "The minister dismissed media reports that a second drone had come down.", "The minister"),
        ("en", "Mayor Anna Weber denied claims that the water was unsafe.", "Mayor Anna Weber"),
        ("en", "Reports that a child had died are false, police said.", "police"),
        ("en", "Reports that a child had died were untrue, according to the police.", "the police"),
        ("nl", "De politie verwierp berichten dat er een drone was neergestort.", "De politie"),
        ("nl", "Berichten dat er een dode was gevallen, zijn volgens minister Pavel Donos onjuist.", "Pavel Donos"),
        ("nl", "Berichten over een aftreden zijn onjuist, zei de minister.", "de minister"),
        ("de", "Minister Pavel Donos wies Berichte zurück, wonach eine Drohne abgestürzt sei.", "Minister Pavel Donos"),
        ("de", "Berichte, dass ein Kind gestorben sei, sind nach Angaben der Polizei falsch.", "der Polizei"),
        ("de", "Gerüchte über einen Rücktritt seien frei erfunden, sagte der Minister.", "der Minister"),
    ],
)
def test_reports_that_are_rejected_or_called_untrue_are_denied(
    code: str, text: str, source: str, trained: bool
) -> None:
    (claim,) = claims(code, text, trained=trained)
    assert (claim.status, gainsaid(claim)) == ("denied", True)
    assert [a.source.endswith(source) for a in claim.attribution] == [True]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The paper published false reports of a resignation."),
        ("en", "The report on the fire was wrong to blame the crew."),
        ("en", "The army reports that the port was shelled."),
        ("en", "The company claims that the port was closed on Monday."),
        ("nl", "Het adres op de brief was onjuist."),
        ("nl", "De krant schreef onjuiste berichten over de brand."),
        ("de", "Die Adresse auf dem Brief war falsch."),
        ("de", "Die Zeitung druckte falsche Berichte über den Brand."),
    ],
)
def test_what_only_speaks_of_reports_or_of_something_false_denies_nothing(code: str, text: str) -> None:
    assert not [c for c in claims(code, text, trained=False) if c.status == "denied"]
