"""States that no verb of change tells, and their ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.readings import report

from dateline.model import Claim
from dateline.stories import policy
from dateline.stories.differences import agree
from dateline.stories.sketch import World, sketches
from dateline.stories.states import state


@pytest.mark.parametrize(
    ("code", "verb", "words", "expected"),
    [
        ("en", "be", "The road is open again", "open"),
        ("en", "remain", "The market remains closed until Friday", "close"),
        ("en", "be", "The open market is a success", ""),
        ("en", "be", "Both drivers are in hospital", "admit"),
        ("nl", "zijn", "De tunnel is sinds maandag dicht", "close"),
        ("nl", "liggen", "Twee agenten liggen in het ziekenhuis", "admit"),
        ("nl", "zijn", "De weg is open voor bussen", "open"),
        ("de", "sein", "Die Schule ist seit Montag zu", "close"),
        ("de", "sein", "Er ist zu Besuch", ""),
        ("de", "liegen", "Drei Kinder liegen im Krankenhaus", "admit"),
    ],
)
def test_a_state_is_told_by_a_verb_of_being_and_the_words_for_it(
    code: str, verb: str, words: str, expected: str
) -> None:
    assert state(claim_of(words, verb, code)) == expected


def claim_of(words: str, verb: str, code: str) -> Claim:
    return replace(report("a", "2025-03-10", words, lang=code).claims[0], predicate=verb)


def test_to_be_in_hospital_and_to_have_left_it_never_say_the_same() -> None:
    stay = report("a", "2025-03-10", "Ze liggen in het ziekenhuis | hospital ongoing", lang="nl")
    stay = replace(stay, claims=(replace(stay.claims[0], predicate="liggen"),))
    left = report("b", "2025-03-12", "All have left hospital | hospital depart ongoing", lang="en")
    one, other = sketches([stay, left], World(), {})
    assert policy.opposed(one, other)
    assert not agree(one, other)


def test_what_is_open_and_what_was_closed_never_say_the_same() -> None:
    is_open = report("a", "2025-03-10", "Der Übergang ist nur für Lastwagen offen | crossing ongoing", lang="de")
    is_open = replace(is_open, claims=(replace(is_open.claims[0], predicate="sein"),))
    shut = report("b", "2025-03-12", "Malawi closed the crossing | crossing close", lang="en")
    one, other = sketches([is_open, shut], World(), {})
    assert not agree(one, other)
