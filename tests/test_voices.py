"""Whom pronouns, denials and "by its own account" stand for: a wrong name is worse than none. By the rules alone."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article, Claim, Status


def claims(code: str, text: str) -> tuple[Claim, ...]:
    return analyse(Article("a", text, lang=code)).reading.claims


def sources(claim: Claim) -> list[str]:
    return [a.source for a in claim.attribution]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "Anna Berg resigned on Monday. He said the board had known for weeks.", "He"),
        ("en", "Tom Hale opened the mill. She said the mill was old.", "She"),
        ("de", "Maria Lopez wohnt neben dem Werk. Das Werk sei laut, sagte er.", "er"),
        ("de", "Er sagte, die Brücke sei offen. Sie sagte, das sei falsch.", "Sie"),
        ("nl", "Maria Lopez woont naast de fabriek. Hij zei dat de fabriek dicht gaat.", "Hij"),
        ("nl", "Pieter Zwaan woont naast de sluis. Zij zei dat de sluis lekt.", "Zij"),
    ],
)
def test_a_pronoun_of_the_other_sex_stands_for_nobody_named(code: str, text: str, source: str) -> None:
    assert sources(claims(code, text)[-1]) == [source]


def test_somebody_who_was_he_is_not_she_in_the_next_sentence() -> None:
    text = "Tove Kral lives near the plant. He said the plant was loud. She said the plant had closed."
    assert [sources(c) for c in claims("en", text)] == [[], ["Tove Kral"], ["She"]]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "Peter Olsen was shot dead on Monday. He said the bridge was safe.", "He"),
        ("nl", "Peter Olsen werd maandag doodgeschoten. Hij zei dat de brug open was.", "Hij"),
        ("de", "Peter Olsen kam am Montag ums Leben. Er sagte, die Brücke sei offen.", "Er"),
    ],
)
def test_he_said_is_not_of_somebody_whose_death_was_just_told(code: str, text: str, source: str) -> None:
    assert sources(claims(code, text)[-1]) == [source]


def test_who_kills_somebody_else_can_speak() -> None:
    text = "Peter Olsen killed a guard on Monday. He said the guard had fired first."
    assert sources(claims("en", text)[-1]) == ["Peter Olsen"]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("de", "Nach eigenen Angaben beschäftigt die Firma 240 Menschen.", "die Firma"),
        ("de", "Nach eigenen Angaben verlor das Unternehmen zwölf Millionen Euro.", "das Unternehmen"),
        ("nl", "Naar eigen zeggen heeft de rederij 240 mensen in dienst.", "de rederij"),
        ("nl", "Naar eigen zeggen heeft het bedrijf negentig mensen in dienst.", "het bedrijf"),
    ],
)
def test_who_tells_by_its_own_account_is_no_more_than_the_party_behind_the_verb(
    code: str, text: str, source: str
) -> None:
    assert sources(claims(code, text)[-1]) == [source]


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "The company denied the report, saying the bridge was safe.", Status.HAPPENED),
        ("en", "The mayor denied the claims, adding that the pool was full.", Status.HAPPENED),
        ("de", "Die Firma wies das zurück: Das Werk werde im Juni öffnen.", Status.PLANNED),
    ],
)
def test_what_is_said_instead_of_what_is_denied_is_not_denied(code: str, text: str, status: Status) -> None:
    last = claims(code, text)[-1]
    assert (last.status, last.polarity) == (status, "positive")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The company denied the bridge was safe."),
        ("nl", "Het bedrijf ontkende dat de brug veilig was."),
    ],
)
def test_what_is_denied_stays_denied(code: str, text: str) -> None:
    assert claims(code, text)[-1].status is Status.DENIED


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("nl", "De bond houdt aan zijn eisen vast.", "continue"),
        ("nl", "De politie hield een man aan.", "arrest"),
        ("de", "Die Firma stellte 30 Leute ein.", ""),
        ("de", "Die Firma stellte die Produktion ein.", "stop"),
        ("de", "Er hob Geld ab.", ""),
        ("de", "Das Flugzeug hob um neun Uhr ab.", "depart"),
        ("de", "Bei dem Unfall kamen drei Menschen ums Leben.", "die"),
    ],
)
def test_a_verb_in_two_parts_has_the_change_of_the_whole(code: str, text: str, phase: str) -> None:
    assert claims(code, text)[-1].phase == phase


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Om half zeven brak brand uit."),
        ("nl", "Om half acht sloot de politie de brug."),
        ("de", "Um halb sieben sperrte die Polizei die Brücke."),
    ],
)
def test_half_an_hour_in_words_is_no_figure(code: str, text: str) -> None:
    assert all(not c.quantities for c in claims(code, text))


def test_a_name_in_capitals_is_no_pronoun() -> None:
    article = Article("a-test", "The flu has killed 65 people in 34 countries, WHO has said.", lang="en")
    assert [a.source for c in analyse(article).reading.claims for a in c.attribution] == ["WHO"]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "The bridge is safe, said Ann Lee. According to her, the bridge is old.", "Ann Lee"),
        ("en", "The bridge is safe, said Ann Lee. According to her deputy, the bridge is old.", "her deputy"),
        ("nl", "De haven is dicht, zei Anna Maas. Volgens haar gaat de haven vrijdag open.", "Anna Maas"),
        ("nl", "De haven is dicht, zei Karel Maas. Volgens hem gaat de haven vrijdag open.", "Karel Maas"),
        ("de", "Die Brücke ist alt, sagte Ute Frank. Ihr zufolge wird die Brücke gesperrt.", "Ute Frank"),
        ("de", "Die Brücke ist alt, sagte Karl Frank. Laut ihm wird die Brücke gesperrt.", "Karl Frank"),
    ],
)
def test_according_to_him_is_according_to_whoever_spoke(code: str, text: str, source: str) -> None:
    assert sources(claims(code, text)[-1]) == [source]


@pytest.mark.parametrize(
    ("text", "status", "cited"),
    [
        ("De minister zou vrijdag naar Oslo reizen.", Status.POSSIBLE, [""]),
        ("De minister zou ziek zijn.", Status.POSSIBLE, [""]),
        ("De minister zou vrijdag geld hebben aangenomen.", Status.POSSIBLE, [""]),
        ("De trein die vrijdag zou vertrekken, staat nog in Zwolle.", Status.ONGOING, []),
        ("Een vliegtuig dat vrijdag zou aankomen, staat nog in Nairobi.", Status.ONGOING, []),
    ],
)
def test_what_was_to_come_on_the_day_of_a_relative_is_no_hearsay(text: str, status: Status, cited: list[str]) -> None:
    claim = claims("nl", text)[0]
    assert (claim.status, sources(claim)) == (status, cited)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A plane that would arrive on Friday is still in Nairobi."),
        ("de", "Ein Flugzeug, das am Freitag ankommen sollte, steht noch in Nairobi."),
    ],
)
def test_what_a_relative_foresaw_is_no_word_of_the_sentence_around_it(code: str, text: str) -> None:
    claim = claims(code, text)[0]
    assert (claim.status, sources(claim)) == (Status.ONGOING, [])


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("nl", "Volgens Piet Bakker, de eigenaar van het pand, is het dak lek.", "is het dak lek"),
        ("nl", "Volgens de politie, die snel kwam, is het dak lek.", "is het dak lek"),
        ("de", "Laut Karl Frank, dem Bürgermeister von Husum, ist der Deich undicht.", "ist der Deich undicht"),
        ("en", "According to police, the driver, 54, fled to Hull.", "the driver, 54, fled to Hull"),
    ],
)
def test_what_is_said_of_a_source_is_no_part_of_what_it_says(code: str, text: str, told: str) -> None:
    assert claims(code, text)[-1].span.quote == told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("De agent sloeg een man. Aldus oordeelde de rechtbank.", "de rechtbank"),
        ("De brug is veilig. Aldus verklaarde de burgemeester.", "de burgemeester"),
        ("De brug is veilig. Aldus sloot de burgemeester de brug.", ""),
    ],
)
def test_a_verb_of_saying_behind_thus_names_whose_word_stands_before(text: str, source: str) -> None:
    assert [a.source for a in claims("nl", text)[0].attribution] == [source] * bool(source)
