"""What is open or shut has a row whose head is the newest state, and a state that lasts ends when its opposite is told."""

from __future__ import annotations

import pytest

from dateline.edtf import write
from dateline.views.timeline import entries
from test_tracks_matters import brief, holding

POOL = {
    "en": {
        "2026-03-04": "The museum in Norvik has been closed since Monday. Mayor Hilde Brandt wants repairs.",
        "2026-03-07": "The museum in Norvik reopened on Saturday. Mayor Hilde Brandt bought the first of 400 tickets.",
    },
    "nl": {
        "2026-03-04": "Het museum in Norvik is sinds maandag gesloten. Het museum heeft vijftig medewerkers.",
        "2026-03-07": "Het museum in Norvik ging zaterdag weer open. Het museum zoekt een nieuwe directeur.",
    },
    "de": {
        "2026-03-04": "Der Tunnel bei Norvik ist seit Montag gesperrt. Bürgermeister Nils Brandt will eine Untersuchung.",
        "2026-03-07": "Der Tunnel bei Norvik wurde am Samstag wieder geöffnet. Bürgermeister Nils Brandt fuhr durch den Tunnel.",
    },
}
NEWEST = {"en": "reopened", "nl": "weer open", "de": "wieder geöffnet"}
BEFORE = {"en": "has been closed", "nl": "sinds maandag gesloten", "de": "seit Montag gesperrt"}


@pytest.mark.parametrize("code", sorted(POOL))
def test_the_row_of_a_thing_that_opens_and_shuts_is_headed_by_its_newest_state(code: str) -> None:
    row = holding(brief(POOL[code]), BEFORE[code])
    assert NEWEST[code] in row.state


@pytest.mark.parametrize("code", sorted(POOL))
def test_what_has_lasted_since_monday_is_over_on_the_day_its_opposite_is_told(code: str) -> None:
    found = brief(POOL[code])
    row = holding(found, BEFORE[code])
    assert "2026-03-02/2026-03-07" in [write(s.time) for s in row.history]
    assert "2026-03-02/2026-03-07" in [write(e.time) for e in entries(found)]


def test_what_has_not_opened_again_goes_on() -> None:
    found = brief({"2026-03-04": POOL["en"]["2026-03-04"], "2026-03-07": "The theatre in Norvik reopened on Saturday."})
    assert "2026-03-02/.." in [write(e.time) for e in entries(found)]


def test_an_airport_and_one_airline_are_two_matters() -> None:
    found = brief(
        {
            "2026-03-04": "Norvik Airport has been closed since Monday. Fjordair cancelled all its flights until Sunday.",
            "2026-03-07": "Norvik Airport reopened on Saturday. Fjordair will not fly before Monday.",
        }
    )
    row = holding(found, "Norvik Airport has been closed")
    assert "reopened" in row.state
    assert row != holding(found, "cancelled all its flights")


def test_a_flight_planned_for_the_end_of_a_closure_that_was_called_off_is_not_overdue_on_another_row() -> None:
    found = brief(
        {
            "2026-03-04": (
                "The airport of Norvik will be closed from 10 March to 21 March 2026. The first flight leaves on 22 March."
            ),
            "2026-03-09": "De sluiting van de luchthaven van Norvik is afgelast.",
            "2026-05-02": "The airport of Norvik is looking for a director.",
        }
    )
    assert not any(row.overdue for row in found.board)
