"""How a track stands: which of its claims heads the row, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from dateline.lang.counted import AGE, counted
from dateline.model import Claim, Kind, Quantity, Status
from dateline.rescheduled import anew, rescheduled
from dateline.tracks.themes import themes
from dateline.tracks.thread import Entry
from dateline.tracks.wholeness import better
from dateline.when import FIRST, NEVER_SAID, When, bound, moment, overlap

_STANDING = frozenset({Status.HAPPENED, Status.ONGOING, Status.CANCELLED, Status.REQUIRED})
_AHEAD = frozenset({Status.PLANNED, Status.CANCELLED})
_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})

Grown = Mapping[str, Sequence[str]]
NOTHING: Grown = MappingProxyType({})

Wanted = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True)
class Head:
    """The entry a row shows, the newer ones that deny something of the track, and those that contest what it shows."""

    shown: Entry
    denied: tuple[Entry, ...]
    contested: tuple[Entry, ...]


def head(topic: str, entries: Sequence[Entry], as_of: int, grown: Grown = NOTHING) -> Head:
    """How a track stands by the day. `grown`: for the id of a claim that gives a count, or tells of a beginning, those that
    bring it up to date."""
    begun = [e for e in entries if _begun(e, as_of)]
    later = frozenset(c for found in grown.values() for c in found)
    shown = _up_to_date(_latest(topic, begun or entries, entries, later), {e.claim.id: e for e in begun}, grown)
    shown = _planned_anew(better(shown, begun), entries)
    newer = [e for e in begun if _denies(e) and e is not shown and e.said.sort_key >= shown.said.sort_key]
    denied = tuple(newer) if _not_denied(shown) else ()  # what agrees with a denial is none against it
    contested = tuple(e for e in denied if _takes_back(topic, e, shown)) + _rivals(topic, shown, entries)
    return Head(shown, denied, contested)


def _up_to_date(entry: Entry, begun: Mapping[str, Entry], grown: Grown) -> Entry:
    """The entry that gives the newest count, where an entry gives one that grew; each follows upon an earlier day's. Likewise
    the one that tells of the end, where an entry tells of the beginning."""
    seen = {entry.claim.id}
    while later := [begun[c] for c in grown.get(entry.claim.id, ()) if c in begun and c not in seen]:
        entry = max(later, key=_recency_of_print)
        seen.add(entry.claim.id)
    return entry


def _planned_anew(entry: Entry, entries: Sequence[Entry]) -> Entry:
    """The plan that later takes the place of what an entry says was called off: "is now expected on 19 February"."""
    if entry.claim.status is not Status.CANCELLED:
        return entry
    about = set(entry.claim.concepts)
    later = [e for e in entries if anew(e.claim) and e.claim.time.known and _printed(e) > _printed(entry)]
    later = [e for e in later if about and about <= set(e.claim.concepts) and _named(e.claim) & _named(entry.claim)]
    return max(later, key=_recency_of_print, default=entry)


def _named(claim: Claim) -> set[str]:
    return {*claim.places, *(p.entity for p in claim.participants if p.entity)}


def _recency_of_print(entry: Entry) -> tuple[int, int, str]:
    return _printed(entry), -entry.claim.span.start, entry.claim.id


def _begun(entry: Entry, as_of: int) -> bool:
    """Whether an entry holds by the day; what was called off is off, whenever it was to be."""
    begin = entry.holds.begin
    return _called_off(entry) or not begin.known or begin.lo <= as_of


def _called_off(entry: Entry) -> bool:
    """Whether an entry says that something is off, or off for the day it was planned for."""
    return entry.claim.status is Status.CANCELLED or rescheduled(entry.claim)


def _latest(topic: str, begun: Sequence[Entry], entries: Sequence[Entry], later: Set[str]) -> Entry:
    """The latest entry that holds and says more than a plan, no mere figure before a state or a happening; else the latest
    that is no denial; else the latest. `later`: claims that bring others up to date, whatever they name."""
    told = [e for e in begun if e.claim.kind is not Kind.BACKGROUND]
    on_topic = [e for e in told if _on_topic(topic, e.claim) or e.claim.id in later]
    for pool in (on_topic, told, begun, entries):
        tiers = (
            _figures_of(topic),
            _open_or_shut(topic),
            _no_figure(_bears_and_stands),
            _no_figure(_stands),
            _announces,
            _stands,
            _not_denied,
        )
        for wanted in tiers:
            if found := [e for e in pool if wanted(e)]:
                return _newest_figure(topic, max(found, key=lambda e: _foremost(topic, e)), found)
    return max(begun, key=_recency)


def _foremost(topic: str, entry: Entry) -> tuple[int, int, int, int, str]:
    """How recent an entry is; of two alike the one that speaks of the topic before others."""
    held, said, above, key = _recency(entry)
    places = [i for i, c in enumerate(entry.claim.concepts) if themes().named(c) == topic]
    return held, said, -min(places, default=len(entry.claim.concepts)), above, key


def _on_topic(topic: str, claim: Claim) -> bool:
    """Whether a claim speaks of the topic itself, not of what only stands beside it."""
    return topic in {themes().named(t) for t in claim.concepts} or themes().toll.get(claim.phase) == topic


def _bears_and_stands(entry: Entry) -> bool:
    going_on = entry.claim.status is Status.ONGOING and entry.claim.kind is Kind.REPORT
    return _stands(entry) and (bool(entry.claim.phase) or going_on)


def _no_figure(wanted: Wanted) -> Wanted:
    """Of those wanted what says more than how many there are: "18,000 cars a day use the bridge" is no state of it."""
    return lambda e: wanted(e) and (bool(e.claim.phase) or not _amounts(e.claim))


def _stands(entry: Entry) -> bool:
    """Whether an entry says how things are; what "stays shut until Friday" is shut now, though that is a plan."""
    goes_on = entry.claim.status is Status.PLANNED and entry.claim.phase == "continue" and entry.claim.time.lasting
    return (entry.claim.status in _STANDING or goes_on or rescheduled(entry.claim)) and _not_denied(entry)


def _announces(entry: Entry) -> bool:
    """Whether an entry announces a change."""
    return entry.claim.status in (Status.PLANNED, Status.POSSIBLE) and bool(entry.claim.phase) and _not_denied(entry)


def _not_denied(entry: Entry) -> bool:
    claim = entry.claim
    return claim.status is not Status.DENIED and (claim.polarity == "positive" or claim.status is Status.CANCELLED)


def _figures_of(topic: str) -> Wanted:
    """Of a toll only what gives its figure heads the row, and not how many die of such a thing every year."""
    toll = themes().counted(topic)
    return lambda e: toll and _bears_and_stands(e) and bool(e.claim.quantities) and not _goes_on_dying(e.claim)


def _open_or_shut(topic: str) -> Wanted:
    """Of what is open or shut, runs or stands still, that heads the row before all else that is told of it."""
    scene = topic in themes().scenes
    return lambda e: scene and e.claim.phase in themes().conditions and _stands(e) and e.claim.status in _TOLD


def _goes_on_dying(claim: Claim) -> bool:
    return claim.status is Status.ONGOING and claim.phase in themes().toll and not claim.time.lasting


def _recency(entry: Entry) -> tuple[int, int, int, str]:
    """What goes on or was called off counts up to the day it was printed, what has no time as oldest; then the later print,
    what stands nearer to the top of its article, the id."""
    said = _printed(entry)
    holds = entry.holds
    if entry.claim.status is Status.ONGOING or _called_off(entry) or holds.lasting:
        return said, said, -entry.claim.span.start, entry.claim.id
    return (holds.begin.hi if holds.begin.known else FIRST), said, -entry.claim.span.start, entry.claim.id


def _printed(entry: Entry) -> int:
    return entry.said.begin.lo if entry.said.begin.known else FIRST


def _newest_figure(topic: str, latest: Entry, found: Sequence[Entry]) -> Entry:
    """Of several counts of one thing the one printed last: a toll of one day is counted anew on the next."""
    mine = _figures(topic, latest.claim)
    same = [e for e in found if mine & _figures(topic, e.claim) and _as_sure(e.claim, latest.claim)]
    return max(same, key=lambda e: (_printed(e), _recency(e)), default=latest)


def _as_sure(claim: Claim, other: Claim) -> bool:
    return claim.certainty == other.certainty and claim.kind is other.kind and claim.status is other.status


def _figures(topic: str, claim: Claim) -> frozenset[tuple[str, str, str]]:
    """What a claim counts: the thing, its unit and what becomes of it; everything in a toll counts the toll."""
    if themes().counted(topic):
        return frozenset({("", "", topic)}) if _amounts(claim) else frozenset()
    return frozenset((counted(q.of, claim.lang), q.unit, claim.phase) for q in _amounts(claim) if q.of or q.unit)


def _amounts(claim: Claim) -> list[Quantity]:
    return [q for q in claim.quantities if q.unit != AGE and not (q.value is None and q.low is None and q.high is None)]


def _denies(entry: Entry) -> bool:
    return not _not_denied(entry) and (bool(entry.claim.phase) or bool(entry.claim.quantities))


def _takes_back(topic: str, denial: Entry, shown: Entry) -> bool:
    """Whether a denial is about what the row shows: the same event or count, or one change of something both name. Who denies
    four of nine deaths, or another figure, denies that figure and not the row's; what may be of another time is left alone."""
    a, b = denial.claim, shown.claim
    if _differ(a, b):
        return False
    if (a.event and a.event == b.event) or _figures(topic, a) & _figures(topic, b):
        return True
    same = bool(a.phase) and a.phase == b.phase and a.time.known and overlap(a.time, b.time)
    return same and not _named(a).isdisjoint(_named(b))


def _rivals(topic: str, shown: Entry, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Other articles that give another figure for a toll on the same day: neither is the other's history."""
    if not themes().counted(topic):
        return ()
    others = [e for e in entries if _stands(e) and e.claim.span.article != shown.claim.span.article]
    others = [e for e in others if e.said == shown.said and e.said.exact and _one_count(e.claim, shown.claim)]
    return tuple(e for e in others if _differ(e.claim, shown.claim))


def _one_count(left: Claim, right: Claim) -> bool:
    """Whether two counts can be of one time: the dead of 1918 are not those of 1957."""
    return not left.time.known or not right.time.known or overlap(left.time, right.time)


def differ(topic: str, left: Claim, right: Claim) -> bool:
    """Whether two claims of a toll give different figures for it."""
    return themes().counted(topic) and _differ(left, right)


def _differ(left: Claim, right: Claim) -> bool:
    """Whether both give one figure, and no number lies within the bounds of both."""
    a, b = _amounts(left), _amounts(right)
    if len(a) != 1 or len(b) != 1 or a[0].unit != b[0].unit:
        return False
    (low_a, high_a), (low_b, high_b) = _bounds(a[0]), _bounds(b[0])
    return high_a < low_b or high_b < low_a


def _bounds(q: Quantity) -> tuple[float, float]:
    low = q.low if q.low is not None else q.value if q.value is not None and q.high is None else float("-inf")
    high = q.high if q.high is not None else q.value if q.value is not None and q.low is None else float("inf")
    return low, high


def since(entry: Entry) -> When:
    """Since when the state holds, as far as its claim says; a state that only "is" has no begin.

    A plan stands since nobody says when; what was called off, or got another day, was so by the day that was said or printed.
    """
    claim, time = entry.claim, entry.claim.time
    if _called_off(entry):
        told = claim.said if claim.said.known else entry.said
        return moment(bound([(FIRST, told.begin.hi)], told.begin.grain)) if told.begin.known else NEVER_SAID
    if claim.status is Status.PLANNED or not time.known:
        return NEVER_SAID
    return moment(time.begin) if time.lasting else time


def planned_for(entry: Entry) -> When:
    """The time of what is planned or was called off; of what was put off, none: a time ahead of it is the new one."""
    claim = entry.claim
    known = claim.time.end.known and entry.said.begin.known
    anew = (
        claim.status is Status.CANCELLED
        and claim.phase == "postpone"
        and known
        and claim.time.end.hi > entry.said.begin.hi
    )
    return claim.time if claim.status in _AHEAD and not anew else NEVER_SAID
