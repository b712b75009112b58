"""Which claims on one theme are about one matter: one place or party, one direction, one instance.

Claims of an event, and claims that contradict each other, are never parted. Otherwise a matter is told from another by
what the claims name: places that lie apart, ways that go against each other, and for what happens once also days that
lie weeks apart. What names nothing belongs to what its article spoke of last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model import Claim
from dateline.tracks.naming import World
from dateline.tracks.themes import themes
from dateline.tracks.thread import Entry
from dateline.when import When

_WEEKS, _YEAR = 14, 300
"""Days that part two instances of what happens once, and a toll from one of long ago."""

_CORE = 3
"""What one in so many of a matter's claims names is what the matter is about."""

_LONGEST = 31


@dataclass(slots=True)
class _Unit:
    """Entries that are never parted, and what they name. `borrowed`: places their article spoke of just before."""

    key: str
    entries: list[Entry] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)
    borrowed: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    days: frozenset[When] = frozenset()
    core: dict[str, int] = field(default_factory=dict)
    """What it is about, with how many of its claims name it; made when first asked for."""


def matters(
    theme: str, entries: Sequence[Entry], known: World, before: Mapping[str, frozenset[str]], bound: Mapping[str, str]
) -> list[list[Entry]]:
    """The entries of one theme of one story, by matter, the largest first.

    `before` is what the article of a claim that names nothing spoke of last; `bound` joins claims by a common key.
    """
    units = sorted(_units(entries, before, bound).values(), key=lambda u: (not u.named, -len(u.entries), u.key))
    if any(e.claim.phase == "postpone" for e in entries):
        for unit in units:  # what was put off has two days
            unit.days = frozenset()
    found: list[_Unit] = []
    for unit in units:
        home = _home(unit, found, theme, known)
        if home is None:
            found.append(unit)
        else:
            _add(home, unit)
    return [sorted(u.entries, key=lambda e: e.order) for u in sorted(found, key=lambda u: (-len(u.entries), u.key))]


def _units(
    entries: Sequence[Entry], before: Mapping[str, frozenset[str]], bound: Mapping[str, str]
) -> dict[str, _Unit]:
    units: dict[str, _Unit] = {}
    for entry in sorted(entries, key=lambda e: (e.claim.span, e.claim.id)):
        claim = entry.claim
        key = bound.get(claim.id) or claim.event or claim.id
        unit = _Unit(key, [entry], Counter(named(claim)), before.get(claim.id, frozenset()), *_way(claim))
        unit.days = frozenset([w for w in (claim.time, entry.event_time) if _narrow(w)][:1])
        if key in units:
            _add(units[key], unit)
        else:
            units[key] = unit
    return units


def named(claim: Claim) -> frozenset[str]:
    """The places, people and bodies a claim names."""
    return frozenset(claim.places) | {p.entity for p in claim.participants if p.entity}


def _way(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Where it comes from and where it goes to."""
    by_role = {role: {p.entity for p in claim.participants if p.entity and p.role == role} for role in _WAYS}
    return frozenset(by_role["origin"]), frozenset(by_role["destination"])


_WAYS = ("origin", "destination")


def _narrow(when: When) -> bool:
    return when.begin.known and not when.lasting and when.begin.hi - when.begin.lo <= _LONGEST


def _add(home: _Unit, unit: _Unit) -> None:
    home.entries += unit.entries
    home.named.update(unit.named)
    home.borrowed |= unit.borrowed
    home.starts |= unit.starts
    home.ends |= unit.ends
    home.days |= unit.days
    home.core = {}


def _home(unit: _Unit, found: Sequence[_Unit], theme: str, known: World) -> _Unit | None:
    """The matter a unit belongs to; None where it is one of its own."""
    able = [m for m in found if not _apart(unit, m, theme)]
    if unit.named:
        rated = [(_shared(set(unit.named), m, known), m) for m in able]
        best = max((r for r, _ in rated), default=0)
        if best:
            return next(m for r, m in rated if r == best)
        return next((m for m in able if not m.named or not _settled(m, unit, known)), None)
    near = [m for m in able if _shared(set(unit.borrowed), m, known)]
    if unit.borrowed and not near and themes().counted(theme):
        return None
    return next(iter(near or able), None)


def _shared(names: set[str], matter: _Unit, known: World) -> int:
    """How many claims of a matter name one of these or what lies in or around it, as far as it is what they are about."""
    if not matter.core:
        matter.core = _core(matter)
    return max((n for e, n in matter.core.items() if any(known.fits(e, x) for x in names)), default=0)


def _core(matter: _Unit) -> dict[str, int]:
    return {e: n for e, n in matter.named.items() if _CORE * n >= len(matter.entries)} or dict(matter.named)


def _settled(matter: _Unit, unit: _Unit, known: World) -> bool:
    """Whether both say where, so that naming nothing in common tells them apart; a party alone says not where."""
    return any(e not in known.parties for e in matter.named) and any(e not in known.parties for e in unit.named)


def _apart(unit: _Unit, matter: _Unit, theme: str) -> bool:
    """Whether the days or the ways of the two are those of two matters."""
    if theme not in themes().two_way and _against(unit, matter):
        return True
    once, toll = theme in themes().once, themes().counted(theme)
    if not (once or toll) or not unit.days or not matter.days:
        return False
    return min(_gap(a, b) for a in unit.days for b in matter.days) > (_WEEKS if once else _YEAR)


def _against(unit: _Unit, matter: _Unit) -> bool:
    """Whether the one goes to where the other comes from, and they share no end of the way."""
    crossed = unit.starts & matter.ends or unit.ends & matter.starts
    return bool(crossed) and not (unit.starts & matter.starts or unit.ends & matter.ends)


def _gap(a: When, b: When) -> int:
    return max(a.begin.lo - b.begin.hi, b.begin.lo - a.begin.hi, 0)
