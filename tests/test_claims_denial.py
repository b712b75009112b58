"""What is denied, and what is only said beside a denial."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
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
