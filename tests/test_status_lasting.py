"""What goes on since then, what is put off until then, and what only looks so."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article


def _status(code: str, text: str) -> str:
    day = edtf.read("2024-05-13")
    return str(analyse(Article("a", text, lang=code, published=day)).reading.claims[0].status)


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "The front line has moved since March.", "ongoing"),
        ("nl", "De tunnel is sinds zondag afgesloten.", "ongoing"),
        ("de", "Die Brücke ist seit Sonntag gesperrt.", "ongoing"),
        ("en", "For the first time since March a train has arrived.", "happened"),
        ("en", "Since Monday 12 people have died in the flood.", "happened"),
        ("de", "Seit Montag sind zwölf Menschen gestorben.", "happened"),
        ("en", "Crews were still battling the fire on Sunday.", "ongoing"),
        ("en", "The bridge will not open until Friday.", "planned"),
        ("de", "Die Brücke öffnet nicht vor Freitag.", "planned"),
        ("de", "Der Zug fährt am Freitag nicht.", "cancelled"),
        ("en", "The company will not accept the offer.", "denied"),
        ("en", "Raw oysters may not be sold.", "required"),
        ("nl", "Iemand moet mijn naam hebben misbruikt.", "possible"),
        ("de", "Die Firma hat die Kündigungen anzumelden.", "required"),
        ("en", "The parcel weighed 30 kilos.", "happened"),
        ("nl", "De school blijft tot woensdag dicht.", "ongoing"),
    ],
)
def test_a_clause_has_the_status_that_its_words_give_it(code: str, text: str, status: str) -> None:
    assert _status(code, text) == status
