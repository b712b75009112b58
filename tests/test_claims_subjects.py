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
