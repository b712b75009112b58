"""Constructions of clock times: 14:48 UTC, 20 Uhr, 10 p.m., noon."""

from __future__ import annotations

from dateline.timex.pattern import Match, Rule, Trimmed
from dateline.timex.sem import Sem


def _hours(clock: str, meridiem: str) -> str:
    hour = int(clock[:2])
    if meridiem and hour > 12:
        return ""
    if meridiem == "pm" and hour < 12:
        hour += 12
    if meridiem == "am" and hour == 12:
        hour = 0
    return f"{hour:02}{clock[2:]}" if hour <= 24 else ""


def _clock(m: Match) -> Sem | None:
    """The clock time of the article's day, until a date beside it says otherwise."""
    clock = m.get("CLOCK") or m.get("CLOCK_DOTTED") or m.get("CLOCK_DIGITS") or m.get("MOMENT") or _whole_hour(m)
    clock = clock and _hours(clock, m.get("MERIDIEM") or "")
    zone = m.get("ZONE") or ""
    # 20:15 alone may be a score; "at", "Uhr", a zone or a date beside it make it a time
    sure = len(m.items) > 1 or m.has("MOMENT")
    return Sem("TIME", "ref", part=clock, zone="" if zone == "local" else zone, weak=not sure) if clock else None


def _whole_hour(m: Match) -> str:
    hour = m.get("NUM")
    if not isinstance(hour, int) or not 0 <= hour <= 24:
        return ""
    return f"{hour:02}:00"


def _at(m: Match) -> Trimmed | None:
    """The preposition makes it a time and is no part of it."""
    sem = _clock(m)
    return Trimmed(sem, 1) if sem else None


NOON = 12
_LATER_FROM = {"AF": 1, "EV": 4, "NI": 8}
"""The hours from which a part of the day makes them those of its second half: four in the evening is sixteen o'clock."""


def in_part(clock: str, part: str) -> str:
    """A clock time of twelve hours as the part of the day it lies in has it: "acht uur 's avonds".

    >>> in_part("08:00", "EV"), in_part("08:30", "MO"), in_part("20:00", "EV")
    ('20:00', '08:30', '20:00')
    """
    hour = int(clock[:2])
    later = hour < NOON and hour >= _LATER_FROM.get(part, NOON)
    return f"{hour + NOON:02}{clock[2:]}" if later else clock


def _hour_of_part(m: Match) -> Trimmed | None:
    """At four in the morning, at eight in the evening."""
    hour = m.get("NUM")
    if not isinstance(hour, int) or not 1 <= hour <= NOON:
        return None
    return Trimmed(Sem("TIME", "ref", part=in_part(f"{hour:02}:00", m.get("PART"))), 1)


def _beside_hour(m: Match) -> Trimmed | None:
    """At a quarter to eleven, om half elf: so many minutes from the hour that is named."""
    hour = m.get("NUM")
    if not isinstance(hour, int) or not 1 <= hour <= NOON:
        return None
    minutes = (hour * 60 + int(m.get("CLOCK_OFFSET"))) % (NOON * 60 * 2)
    clock = in_part(f"{minutes // 60:02}:{minutes % 60:02}", m.get("PART") or "")
    clock = _hours(clock, m.get("MERIDIEM") or "")
    return Trimmed(Sem("TIME", "ref", part=clock), 1) if clock else None


RULES = (
    Rule("clock time", "T", "CLOCK OCLOCK? MERIDIEM? ZONE?", _clock),
    Rule("clock time", "T", "CLOCK_DIGITS ZONE", _clock),
    Rule("clock time", "T", "CLOCK_DOTTED OCLOCK ZONE?", _clock),
    Rule("clock time", "T", "CLOCK_DOTTED MERIDIEM ZONE?", _clock),
    Rule("clock time", "T", "NUM MERIDIEM ZONE?", _clock),
    Rule("hour", "T", "NUM OCLOCK MERIDIEM? ZONE?", _clock),
    Rule("hour", "T", "AT|ON NUM|CLOCK_DOTTED OCLOCK|MERIDIEM ZONE?", _at),
    Rule("hour", "T", "AT CLOCK_DOTTED|CLOCK|MOMENT OCLOCK? MERIDIEM? ZONE?", _at),
    Rule("hour", "T", "AT NUM OF THE PART", _hour_of_part),
    Rule("beside the hour", "T", "AT CLOCK_OFFSET NUM OCLOCK? MERIDIEM?", _beside_hour),
    Rule("beside the hour", "T", "AT CLOCK_OFFSET NUM OF THE PART", _beside_hour),
    Rule("moment", "T", "MOMENT ZONE?", _clock),
)
