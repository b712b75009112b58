"""Constructions of clock times: 14:48 UTC, 20 Uhr, 10 p.m., noon."""

from __future__ import annotations

from dateline.timex.pattern import Match, Rule
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
    clock = m.get("CLOCK") or m.get("CLOCK_DOTTED") or m.get("MOMENT") or _whole_hour(m)
    clock = clock and _hours(clock, m.get("MERIDIEM") or "")
    zone = m.get("ZONE") or ""
    return Sem("TIME", "ref", part=clock, zone="" if zone == "local" else zone) if clock else None


def _whole_hour(m: Match) -> str:
    hour = m.get("NUM")
    if not isinstance(hour, int) or not 0 <= hour <= 24:
        return ""
    return f"{hour:02}:00"


RULES = (
    Rule("clock time", "T", "CLOCK OCLOCK? MERIDIEM? ZONE?", _clock),
    Rule("clock time", "T", "CLOCK_DOTTED OCLOCK ZONE?", _clock),
    Rule("clock time", "T", "CLOCK_DOTTED MERIDIEM ZONE?", _clock),
    Rule("clock time", "T", "NUM MERIDIEM ZONE?", _clock),
    Rule("hour", "T", "NUM OCLOCK MERIDIEM? ZONE?", _clock),
    Rule("hour", "T", "AT NUM|CLOCK_DOTTED OCLOCK? ZONE?", _clock),
    Rule("moment", "T", "MOMENT ZONE?", _clock),
)
