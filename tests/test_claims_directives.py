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
        ("en", "The ministry reported the first confirmed human infection.", "The ministry"),
        ("nl", "Het ministerie meldde de eerste dode.", "Het ministerie"),
        ("de", "Das Ministerium meldete den ersten Todesfall.", "Das Ministerium"),
    ],
)
def test_whoever_confirms_a_figure_or_a_first_case_is_its_source(code: str, text: str, source: str) -> None:
    assert [r[3] for r in _read(code, text)] == [[source]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The county confirmed the first snow."),
        ("en", "The minister announced the first stage of the plan."),
        ("nl", "De gemeente bevestigde de eerste sneeuw."),
        ("de", "Das Ministerium meldete den ersten Schnee."),
    ],
)
def test_a_first_that_counts_no_cases_makes_nobody_a_source(code: str, text: str) -> None:
    assert [r[3] for r in _read(code, text)] == [[]]


def test_what_is_asked_in_a_sentence_whose_clauses_were_joined_is_read() -> None:
    trained = reader.load(True)[0]
    if trained is None:
        pytest.skip("the reader cannot be loaded here")
    text = "As the UN warned the outbreak might become a pandemic, Dr Fukuda told people to stay at home."
    claims = analyse(Article("a", text, lang="en"), trained=trained).reading.claims
    assert [c.status.value for c in claims] == ["possible", "required"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Zug hielt an, um Fahrgäste aufzunehmen."),
        ("de", "Der Bus hielt an, um Kinder mitzunehmen."),
        ("de", "Die Fans drängten, um ins Stadion zu kommen."),
        ("de", "Der Sturm drängte die Boote, in den Hafen zurückzukehren."),
        ("nl", "Het personeel droeg de kist op om afscheid te nemen."),
        ("nl", "De subsidie spoorde boeren aan om bomen te planten."),
        ("en", "The rain encouraged farmers to plant early."),
        ("en", "The firm ordered 20 planes to replace its old fleet."),
        ("en", "He ordered two beers to celebrate."),
        ("en", "Schools have ordered new books to replace the old ones."),
    ],
)
def test_what_things_do_and_what_is_done_with_things_asks_nobody_for_anything(code: str, text: str) -> None:
    assert [r[1:] for r in _read(code, text)] == [("happened", "positive", [])]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("de", "Die Regierung drängt die Bürger, Wasser zu sparen.", ["Die Regierung"]),
        ("nl", "De minister spoorde scholen aan om te sluiten.", ["De minister"]),
        ("nl", "De generaal droeg de soldaten op het dorp te verlaten.", []),
        ("en", "The mayor encouraged residents to walk to work.", ["The mayor"]),
        ("en", "The government ordered airlines to cancel flights.", []),
    ],
)
def test_such_verbs_ask_where_somebody_asks_somebody(code: str, text: str, source: list[str]) -> None:
    assert [r[1:] for r in _read(code, text)] == [("required", "positive", source)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Regierung warnte davor, nach Mali zu reisen."),
        ("de", "Der Chef hat davor gewarnt, die Preise zu erhöhen."),
        ("nl", "De regering waarschuwt ervoor om naar Mali te reizen."),
        ("nl", "De brandweer waarschuwt bewoners ervoor de grot te betreden."),
        ("nl", "Het ministerie heeft ervoor gewaarschuwd naar de kust te reizen."),
        ("en", "Officials warned residents against drinking the water."),
        ("en", "The WHO advises pregnant women against eating raw fish."),
    ],
)
def test_who_warns_of_doing_something_asks_others_to_leave_it(code: str, text: str) -> None:
    ((_, status, polarity, sources),) = _read(code, text)
    assert (status, polarity, len(sources)) == ("required", "negative", 1)


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "Critics recommended the film.", "happened"),
        ("en", "The judge recommended John Smith for the post.", "happened"),
        ("en", "Friends recommended a dentist.", "happened"),
        ("de", "Die Kommission empfahl Müller.", "happened"),
        ("de", "Die Bahn empfiehlt sich als Partner.", "ongoing"),
        ("nl", "De jury raadt het boek aan.", "ongoing"),
        ("en", "The commission recommended closing the mine.", "required"),
        ("en", "The agency recommends a third dose for adults.", "required"),
        ("de", "Das Institut empfiehlt eine dritte Dosis.", "required"),
        ("nl", "Het RIVM raadt een derde prik aan.", "required"),
        ("en", "The government called on people to boil water.", "required"),
    ],
)
def test_who_recommends_a_thing_or_a_person_asks_for_nothing(code: str, text: str, status: str) -> None:
    assert [r[1] for r in _read(code, text)] == [status]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Reizigers wordt aangeraden thuis te blijven."),
        ("nl", "Inwoners is aangeraden het water te koken."),
        ("de", "Reisenden wird geraten, zu Hause zu bleiben."),
        ("de", "Den Bewohnern wurde empfohlen, das Wasser abzukochen."),
        ("en", "She was advised by friends to leave the city."),
        ("en", "Residents were advised to boil water."),
    ],
)
def test_what_others_were_advised_to_do_is_required_and_no_hearsay(code: str, text: str) -> None:
    assert [r[1:] for r in _read(code, text)] == [("required", "positive", [])]


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "Never before had police advised people to leave the town.", "happened"),
        ("nl", "Nooit eerder werden zoveel huizen verkocht.", "happened"),
        ("de", "Nie zuvor hatte ein Sturm den Hafen geschlossen.", "happened"),
        ("en", "Police had never advised people to leave the town.", "denied"),
        ("de", "Die Regierung hat nie zuvor gewarnt.", "denied"),
    ],
)
def test_what_had_never_been_before_has_happened_now(code: str, text: str, status: str) -> None:
    assert [r[1] for r in _read(code, text)] == [status]
