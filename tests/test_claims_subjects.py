"""What stands in a subject, a relative, a participle or a bare number, keeps its day and leaves the verb its own. By rules."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str, published: str = WEDNESDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The man who was hurt on Saturday died on Tuesday.", "2026-05-12"),
        ("en", "A girl who went missing last week was found dead on Monday.", "2026-05-11"),
        ("en", "The bridge that collapsed in March will reopen on Friday.", "2026-05-15"),
        ("en", "The factory that burned down on Sunday reopened on Tuesday, the owner said.", "2026-05-12"),
        ("nl", "De schipper die zaterdag overboord viel is dinsdag gevonden.", "2026-05-12"),
        ("nl", "Twee mannen die zondag verdwenen, zijn dinsdag gevonden.", "2026-05-12"),
        ("nl", "De vrouw die vrijdag werd aangereden overleed maandag.", "2026-05-11"),
    ],
)
def test_the_day_of_a_relative_without_a_comma_is_not_that_of_the_sentence(code: str, text: str, day: str) -> None:
    (claim,) = claims(code, text)
    assert edtf.write(claim.time) == day


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The man injured on Saturday died on Tuesday.", "2026-05-12"),
        ("en", "The ship seized on Thursday left the port on Monday.", "2026-05-11"),
        ("en", "The law passed in March takes effect on Friday.", "2026-05-15"),
        ("en", "The workers dismissed in April returned to the plant on Monday.", "2026-05-11"),
        ("en", "Three arrested on Sunday were freed on Monday.", "2026-05-11"),
        ("nl", "De zaterdag gewond geraakte man is dinsdag overleden.", "2026-05-12"),
        ("de", "Der am Samstag verletzte Mann starb am Dienstag.", "2026-05-12"),
    ],
)
def test_the_day_of_a_participle_beside_its_noun_is_not_that_of_the_sentence(code: str, text: str, day: str) -> None:
    (claim,) = claims(code, text)
    assert edtf.write(claim.time) == day


def test_the_day_that_a_thing_is_meant_for_stays_its_own() -> None:
    (claim,) = claims("en", "The strike called for Monday was cancelled on Saturday.")
    assert (claim.status, edtf.write(claim.time)) == (Status.CANCELLED, "2026-05-18")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De minister kwam die maandag niet."),
        ("nl", "Toen die maandag de brug brak, vluchtte iedereen."),
    ],
)
def test_that_monday_opens_no_relative_behind_a_verb_or_a_joint(code: str, text: str) -> None:
    assert "2026-05-11" in {edtf.write(c.time) for c in claims(code, text)}


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Six died in the crash.", 6),
        ("en", "Two drowned.", 2),
        ("en", "Forty died when the roof collapsed.", 40),
        ("nl", "Zes kwamen om bij het ongeluk.", 6),
        ("nl", "Vier zaten vast in de lift.", 4),
        ("de", "Sechs starben bei dem Unfall.", 6),
        ("de", "Acht saßen im Aufzug fest.", 8),
    ],
)
def test_a_number_can_be_the_subject(code: str, text: str, count: int) -> None:
    claim = claims(code, text)[0]
    assert claim.status is Status.HAPPENED
    assert [(q.value, q.of) for q in claim.quantities] == [(count, "")]


@pytest.mark.parametrize(
    ("code", "text", "counted"),
    [
        ("en", "Six injured men were taken to hospital.", "men"),
        ("en", "Two wounded soldiers died.", "soldiers"),
    ],
)
def test_a_participle_behind_a_number_is_no_verb_before_its_noun(code: str, text: str, counted: str) -> None:
    (claim,) = claims(code, text)
    assert [q.of for q in claim.quantities] == [counted]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ground staff ended a strike that had begun on Monday."),
        ("en", "Police lifted a curfew imposed on Sunday."),
        ("en", "The ferry resumed a service halted in March."),
        ("nl", "Het grondpersoneel beëindigde een staking die maandag was begonnen."),
        ("nl", "De politie pakte een man op die zondag ontsnapte."),
        ("de", "Die Stadt hob die am Montag verhängte Sperre auf."),
    ],
)
def test_what_is_ended_is_not_ended_on_the_day_it_began(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert (claim.status, claim.time_expr) == (Status.HAPPENED, "")


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The blast left three people injured on Monday.", "2026-05-11"),
        ("en", "The city lifted a ban announced by the mayor on Monday.", "2026-05-11"),
        ("nl", "De winkel opende die maandag de deuren.", "2026-05-11"),
        ("nl", "De vakbond had die maandag een staking uitgeroepen.", "2026-05-11"),
        ("nl", "De stad hief dinsdag een verbod op dat maandag was ingesteld.", "2026-05-12"),
    ],
)
def test_a_day_behind_an_object_is_that_of_the_sentence_where_no_relative_ends_it(
    code: str, text: str, day: str
) -> None:
    (claim,) = claims(code, text)
    assert edtf.write(claim.time) == day


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "The flight landed on Monday, the first since the airport shut on Saturday night. It reopened at 8 a.m.",
        ),
        ("nl", "De trein vertrok maandag, de eerste sinds de lijn zaterdag sloot. De tunnel ging om 8 uur open."),
        ("de", "Die Polizei fasste am Montag einen Mann, der am Samstag geflohen war. Er wurde um 8 Uhr gesehen."),
    ],
)
def test_no_clock_goes_on_from_the_background_of_the_sentence_before(code: str, text: str) -> None:
    assert edtf.write(claims(code, text)[-1].time) == "2026-05-11T08:00:00"


def test_no_clock_goes_on_from_a_paragraph_of_several_sentences() -> None:
    text = "The team left. They worked on Monday.\n\nThe pool opened at 8 a.m. and is full."
    assert edtf.write(claims("en", text)[2].time) == "2026-05-13T08:00:00"
    joined = "The team worked on Monday.\n\nThe pool opened at 8 a.m. and is full."
    assert edtf.write(claims("en", joined)[1].time) == "2026-05-11T08:00:00"


@pytest.mark.parametrize(
    ("code", "text", "clock"),
    [
        ("nl", "Om kwart voor elf stortte een drone neer.", "10:45"),
        ("nl", "Om half elf stortte een drone neer.", "10:30"),
        ("nl", "Om tien voor half negen begon het.", "08:20"),
        ("de", "Um Viertel vor elf stürzte eine Drohne ab.", "10:45"),
        ("de", "Um halb elf Uhr abends kam der Zug.", "22:30"),
        ("en", "At a quarter to eleven a drone crashed.", "10:45"),
        ("en", "The fire started at twenty past nine.", "09:20"),
        ("en", "The fire started at half past six in the evening.", "18:30"),
    ],
)
def test_minutes_beside_an_hour_are_a_time_of_the_clock_and_no_figure(code: str, text: str, clock: str) -> None:
    (claim,) = claims(code, text)
    assert (edtf.write(claim.time), claim.quantities) == (f"{WEDNESDAY}T{clock}:00", ())


@pytest.mark.parametrize(
    "text", ["Staff fell from a quarter to two thirds.", "A quarter to a third of the homes burned."]
)
def test_a_quarter_to_a_third_is_no_time_of_the_clock(text: str) -> None:
    assert [c.time_expr for c in claims("en", text)] == [""]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Daarmee komt het dodental op drie."),
        ("de", "Damit steigt die Zahl der Toten auf drei."),
        ("de", "Damit erhöht sich die Zahl der Verletzten auf zwölf."),
        ("en", "That brings the toll to three."),
        ("en", "This brings the number of cases to 40."),
    ],
)
def test_what_a_count_has_come_to_has_happened(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert (claim.status, len(claim.quantities)) == (Status.HAPPENED, 1)


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("nl", "Het aantal passagiers stijgt volgend jaar naar 300.", Status.PLANNED),
        ("nl", "Daarmee staat het aantal gewonden op twaalf.", Status.ONGOING),
        ("en", "That plan takes the total to 12.", Status.ONGOING),
    ],
)
def test_a_count_to_come_or_that_stands_is_none_that_has_happened(code: str, text: str, status: Status) -> None:
    assert [c.status for c in claims(code, text)] == [status]
