"""A sentence that only says who said the one before, and quotations over several sentences."""

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
        ("de", "Die Brücke bleibt gesperrt. Das teilte die Provinz am Freitag mit.", "die Provinz"),
        ("de", "Es gab drei Tote. So steht es in einem Bericht der Polizei.", "einem Bericht der Polizei"),
        ("de", "Drei Menschen starben. Das sagte ein Sprecher der Wehr der Zeitung.", "ein Sprecher der Wehr"),
        ("de", "Der Hafen wurde geschlossen. Dies wurde von der Küstenwache bestätigt.", "der Küstenwache"),
        ("de", "Die Grenze wird geöffnet. Die Regierung teilte dies am Sonntag mit.", "Die Regierung"),
        ("de", "Der Zug ist ausgefallen. So die Bahn.", "die Bahn"),
        ("nl", "De brug blijft dicht. Dat heeft de provincie vrijdag besloten.", "de provincie"),
        (
            "nl",
            "De brug ging maandag open. Dat blijkt uit een rapport van het ministerie.",
            "een rapport van het ministerie",
        ),
        ("nl", "Er vielen drie doden. Dat zei een woordvoerder tegen persbureau ANP.", "een woordvoerder"),
        ("nl", "De trein reed niet. Aldus de spoorwegen.", "de spoorwegen"),
        ("nl", "De dijk is gebroken. Dat heeft de gemeente laten weten.", "de gemeente"),
        ("en", "The bridge stays closed. That is according to the province.", "the province"),
        ("en", "The bridge opened. This was announced by the ministry on Friday.", "the ministry"),
        ("en", "Three people were injured. So said a spokesman for the brigade.", "a spokesman for the brigade"),
        ("en", "The harbour was closed. The coastguard announced this on Monday.", "The coastguard"),
        ("en", "The border will reopen. That is what the government said.", "the government"),
    ],
)
def test_a_sentence_that_points_back_gives_its_source_and_is_no_claim(code: str, text: str, source: str) -> None:
    (claim,) = _claims(code, text)
    assert text.startswith(claim.span.quote)
    assert _sources(claim) == [source]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das Spiel fällt aus. Das ist das Ergebnis einer Untersuchung."),
        ("de", "Der Damm hielt. Das bestritt die Opposition."),
        ("nl", "De brug gaat morgen open. Dat is een tegenvaller voor de winkeliers."),
        ("nl", "De dijk hield stand. Dat ontkent de oppositie."),
        ("en", "The train will run on Monday. That pleased the railway."),
        ("en", "The dam held. This was denied by the opposition."),
    ],
)
def test_a_sentence_that_judges_or_denies_the_one_before_stays_a_claim(code: str, text: str) -> None:
    first, second = _claims(code, text)
    assert _sources(first) == []
    assert second.span.quote in text.split(". ", 1)[1]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "The mine was shut on Monday, the town said. The operator disputes that.", "The operator"),
        ("en", "The mine was shut on Monday. This was denied by the operator.", "the operator"),
        ("en", "The mine was shut on Monday. The operator denied it on Tuesday.", "The operator"),
        ("nl", "Volgens de gemeente is de mijn maandag gesloten. De exploitant spreekt dat tegen.", "De exploitant"),
        ("nl", "De mijn is maandag gesloten. Dat ontkent de exploitant.", "de exploitant"),
        ("nl", "De mijn is maandag gesloten. De exploitant betwist dat.", "De exploitant"),
        (
            "de",
            "Die Mine wurde am Montag geschlossen, sagte die Stadt. Der Betreiber widerspricht dem.",
            "Der Betreiber",
        ),
        ("de", "Die Mine wurde am Montag geschlossen. Dem hat der Betreiber widersprochen.", "der Betreiber"),
        ("de", "Die Mine wurde am Montag geschlossen. Das bestreitet der Betreiber.", "der Betreiber"),
    ],
)
def test_a_sentence_that_only_denies_the_one_before_denies_its_claim(code: str, text: str, source: str) -> None:
    first, second = _claims(code, text)
    assert (second.status, second.polarity, _sources(second)) == (Status.DENIED, "negative", [source])
    same = ("predicate", "phase", "concepts", "time", "participants")
    assert [getattr(second, name) for name in same] == [getattr(first, name) for name in same]
    assert second.span.quote in text.split(". ", 1)[1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mine was shut on Monday. The union denied that it had called a strike."),
        ("nl", "De mijn is maandag gesloten. De vakbond ontkende dat er een staking was."),
        ("de", "Die Mine wurde am Montag geschlossen. Die Gewerkschaft bestritt, dass es einen Streik gab."),
    ],
)
def test_a_denial_that_says_what_it_denies_denies_that_alone(code: str, text: str) -> None:
    first, second = _claims(code, text)
    assert (first.phase, second.phase == first.phase) == ("close", False)
    assert second.status is Status.DENIED


def test_what_a_source_of_its_own_says_is_not_given_to_the_one_behind() -> None:
    (claim,) = _claims("nl", "De politie zegt dat er drie doden zijn. Dat bevestigde de burgemeester.")
    assert _sources(claim) == ["De politie"]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", '"The dam has broken. We saved 200 people," said the mayor.', "the mayor"),
        ("nl", "‘De dijk is gebroken. We hebben 200 mensen gered’, zei de burgemeester.", "de burgemeester"),
        (
            "de",
            "„Der Damm ist gebrochen. Wir haben 200 Menschen gerettet“, sagte der Bürgermeister.",
            "der Bürgermeister",
        ),
        ("en", 'The mayor said: "The dam has broken. The school stands under water."', "The mayor"),
    ],
)
def test_every_sentence_of_a_quotation_is_the_speakers(code: str, text: str, source: str) -> None:
    first, second = _claims(code, text)
    assert (_sources(first), _sources(second)) == ([source], [source])


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    first, second = _claims("en", 'The mayor said: "The dam has broken.\n\nThe harbour was closed on Monday.')
    assert (_sources(first), _sources(second)) == (["The mayor"], [])


def test_an_apostrophe_opens_no_quotation() -> None:
    first, second = _claims("nl", "De winkels gingen ’s avonds dicht, zei de gemeente. De brug werd gesloten.")
    assert (_sources(first), _sources(second)) == (["de gemeente"], [])


def test_a_relative_that_speaks_is_named_by_what_it_stands_for() -> None:
    agency = "This is at odds with the World Organization for Animal Health, which says bans are not required."
    mayor = "Residents met the mayor of the small town, who said on Friday the dam would be repaired."
    assert _sources(_claims("en", agency)[-1]) == ["the World Organization for Animal Health"]
    assert _sources(_claims("en", mayor)[-1]) == ["the mayor of the small town"]


def test_a_day_behind_the_verb_of_saying_is_when_it_was_said() -> None:
    first, second = _claims("en", "The ministry said on Monday it had closed the port, adding it would reopen in May.")
    assert (first.span.quote, first.said_expr != "", first.time_expr) == ("it had closed the port", True, "")
    assert (second.span.quote, _sources(second)) == ("it would reopen in May", ["The ministry"])


def test_what_things_go_by_is_no_source() -> None:
    for code, text in (
        ("nl", "De directie moet volgens de wet eerst met de bonden overleggen."),
        ("en", "According to a decree, banks may not sell more than 5,000 dollars."),
        ("de", "Laut der neuen Netzverordnung muss der Betreiber 45 Werke nachrüsten."),
    ):
        assert [_sources(c) for c in _claims(code, text)] == [[]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The bridge closed. Will the ministry confirm this?"),
        ("en", "The bridge closed. The ministry may confirm this."),
        ("en", "The bridge will close. The council will decide this on Monday."),
        ("de", "Die Brücke ist zu. Die Polizei könnte das am Montag bestätigen."),
        ("nl", "De brug is dicht. Dat moet de gemeenteraad maandag besluiten."),
        ("en", "The bridge closed. That is what killed three people on Monday."),
        ("de", "Die Brücke ist zu. Das steht im Zusammenhang mit dem Unwetter."),
        ("nl", "De brug is dicht. Zo liet de stad drie huizen ontruimen."),
    ],
)
def test_what_may_be_said_or_is_no_saying_names_no_source(code: str, text: str) -> None:
    first = _claims(code, text)[0]
    assert text.startswith(first.span.quote)
    assert _sources(first) == []


@pytest.mark.parametrize(
    "text",
    [
        "In ‘s-Hertogenbosch is een brug ingestort. Twee mensen raakten gewond. De politie meldde dat de weg dicht is.",
        'De buis is 12" breed. Hij brak op maandag. De burgemeester zei dat de weg dicht is.',
    ],
)
def test_a_clitic_or_inches_open_no_quotation(text: str) -> None:
    *others, last = _claims("nl", text)
    assert all(_sources(c) == [] for c in others)
    assert len(_sources(last)) == 1


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n \n"])
def test_nothing_points_back_beyond_a_paragraph(end: str) -> None:
    (first,) = _claims("en", f"The bridge closed.{end}This was announced by the ministry.")
    assert _sources(first) == []


def test_an_open_quotation_takes_no_speaker_from_the_next_paragraph() -> None:
    first, second, third = _claims("en", "“The dam broke. We saved 200 people.\n\nThe mayor said the tunnel was safe.")
    assert [_sources(c) for c in (first, second, third)] == [[], [], ["The mayor"]]


def test_by_friday_is_no_day_of_saying() -> None:
    (claim,) = _claims("en", "The mayor said by Friday the bridge would be open.")
    assert (claim.said_expr, claim.time_expr != "") == ("", True)


def test_whoever_belongs_to_a_paper_is_named_with_it() -> None:
    (claim,) = _claims("de", "Der Chefredakteur der Zeitung sagte, dass die Brücke offen ist.")
    assert [(a.source, a.kind) for a in claim.attribution] == [("Der Chefredakteur der Zeitung", "paper")]


def test_a_quotation_belongs_to_whoever_is_named_at_its_end_and_not_to_the_last_source() -> None:
    text = (
        "Health officials said on Monday that four people had died.\n\n"
        '"We are running out of fluids. The second ward is full," said Grace Odhiambo, the head nurse.'
    )
    assert [c.attribution[0].source.split(",")[0] for c in _claims("en", text)] == [
        "Health officials",
        "Grace Odhiambo",
        "Grace Odhiambo",
    ]


def test_what_only_says_that_it_has_come_out_is_no_claim() -> None:
    (claim,) = _claims("nl", "Uit onderzoek blijkt dat twee putten besmet zijn.")
    assert claim.span.quote == "twee putten besmet zijn"
