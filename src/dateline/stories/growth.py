"""Counts that grow while a thing goes on: which report's count follows upon which earlier one's, and which contradict.

"71 killed" on Thursday and "73" on Sunday are no contradiction and no two things: the second brings the first up to date, as
does one that puts it right. Asked is one sort of count (`differences.GROWING`) of one group, told of one party or of none, each
of its own day. Who sets a count of its own against another's keeps a series of its own: an aid group's 71 is no later chapter
of the ministry's 31, nor its 42 of the aid group's 58.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from dateline.scoring import Reason, Score
from dateline.stories.sketch import Sketch
from dateline.stories.tolls import Count, count, counts_its_own, fit, only_counts, voice
from dateline.when import When, overlap

_BACK, _FEW = 60, 40
"""So many counts before one are looked at, and so many parties of a story held against each other."""

_MOST = 3.0
"""One more than so many times the other counts another group."""


def growth(
    members: Sequence[Sketch],
    days: Mapping[str, When],
    story_of: Mapping[str, str],
    rivals: Collection[tuple[Sketch, Sketch]] = (),
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(earlier, later, score): for each count of a story the newest other one of an earlier day, where it is smaller or is put
    right. `members` in the order of their articles' days; `days` are those days, by article. `rivals` are pairs of
    claims of which the second sets a count of its own against that of the first: who did so once keeps a series."""
    against = {right.id: left for left, right in rivals}
    voices: dict[str, set[str]] = {}
    for _, sketch in rivals:
        voices.setdefault(story_of.get(sketch.article, sketch.article), set()).add(voice(sketch))
    groups: dict[tuple[str, str, str], list[Count]] = {}
    for (home, thing), counts in _counted(members, days, story_of, against).items():
        for found in counts:
            series = next((v for v in sorted(voices.get(home, ())) if _one_voice(v, found.voice)), "")
            groups.setdefault((home, thing, series), []).append(found)
    for (_, thing, _), told in sorted(groups.items()):
        one = _one_party(told)
        told.sort(key=lambda c: (c.day.lo, c.day.hi, c.sketch.order))
        for place, later in enumerate(told):
            if earlier := _before(told[max(0, place - _BACK) : place][::-1], later, one):
                words = f"the count of {thing} went from {earlier.figure:g} to {later.figure:g}"
                yield earlier.sketch, later.sketch, Score((Reason("growth", 1.0, words),))


def outdated(left: Sketch, right: Sketch, days: Mapping[str, When]) -> bool:
    """Whether two claims give one thing's counts of two days: then neither says the same as the other, nor the same more
    exactly."""
    one, other = count(left, days), count(right, days)
    if not one or not other or one.thing != other.thing or one.figure == other.figure:
        return False
    return _later(one, other) or _later(other, one)


def rivals(
    members: Sequence[Sketch], days: Mapping[str, When], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(count, other, score): two sources' counts of one day that exclude each other, where the other claim says nothing but that
    its source counts so many. Hospitals count only those who came to them."""
    for (_, thing), told in sorted(_counted(members, days, story_of).items()):
        one = _one_party(told)
        for left, right in combinations(told[-_BACK:], 2):
            first, second = (left, right) if only_counts(right.sketch.claim) else (right, left)
            if _two_voices(first, second) and _of_one_day(first, second) and _one_of(first, second, one):
                a, b = (next(q.span.quote for q in c.sketch.claim.quantities if not q.unit) for c in (first, second))
                words = f"{a} and {b} cannot both be right"
                reasons = (Reason("count", 1.0, f"both count {thing}"), Reason("contradiction quantity", 0.0, words))
                yield first.sketch, second.sketch, Score(reasons)


def _one_voice(known: str, other: str) -> bool:
    """Whether two names of a source may be one's: one ends in the other, as "the charity Clinics Abroad" does."""
    return bool(known and other) and (f" {other}".endswith(f" {known}") or f" {known}".endswith(f" {other}"))


def _two_voices(first: Count, second: Count) -> bool:
    """Whether two sources count, the second of them against the first."""
    if not first.voice or not second.voice or _one_voice(first.voice, second.voice):
        return False
    if counts_its_own(first.sketch) or counts_its_own(second.sketch):
        return False
    return only_counts(second.sketch.claim) and not second.anew and second.sketch.claim.phase != "rise"


def _of_one_day(first: Count, second: Count) -> bool:
    """Whether two counts of one group are of the same day and exclude each other without being of another size."""
    (low, high), (least, most) = first.bounds, second.bounds
    sizes = sorted((first.figure, second.figure))
    return (
        first.day == second.day
        and first.day.size == 1
        and first.group == second.group
        and (high < least or most < low)
        and sizes[1] <= _MOST * sizes[0]
        and not (first.happened and second.happened and not overlap(first.happened, second.happened))
    )


def _counted(
    members: Sequence[Sketch],
    days: Mapping[str, When],
    story_of: Mapping[str, str],
    against: Mapping[str, Sketch] = MappingProxyType({}),
) -> dict[tuple[str, str], list[Count]]:
    """The counts of each story, by what is counted."""
    found: dict[tuple[str, str], list[Count]] = {}
    for sketch in members:
        if told := count(sketch, days, against.get(sketch.id)):
            found.setdefault((story_of.get(sketch.article, sketch.article), told.thing), []).append(told)
    return found


def _one_party(told: Sequence[Count]) -> bool:
    """Whether the counts of a story name nobody whose count they are but one, so that a bare "toll" is of that one too."""
    named = {c.named: c for c in told if c.named}
    return len(named) <= _FEW and all(fit(a, b) for a, b in combinations(named.values(), 2))


def _before(nearest: Sequence[Count], later: Count, one_party: bool) -> Count | None:
    """The newest count of an earlier day that a count may bring up to date, where it does; a higher one before it that nobody
    put right says that the two count different things."""
    fitting = [e for e in nearest if e.figure != later.figure and _of_one(e, later, one_party)]
    earlier = next((e for e in fitting if e.group == later.group), next(iter(fitting), None))
    if earlier is None:
        return None
    grew = earlier.figure < later.figure <= _MOST * earlier.figure
    fell = later.anew and later.figure < earlier.figure <= _MOST * later.figure
    return earlier if grew or fell else None


def _of_one(earlier: Count, later: Count, one_party: bool) -> bool:
    """Whether a later count is of the same group, party and happening as one of an earlier day, as far as names and days tell."""
    if not _later(earlier, later) or not _one_group(earlier, later):
        return False
    a, b = earlier.happened, later.happened
    if a and b and not overlap(a, b):
        return False
    return _one_of(earlier, later, one_party)


def _one_of(one: Count, other: Count, one_party: bool) -> bool:
    """Whether the parties that two counts name do not tell them apart."""
    return fit(one, other) if one.named and other.named else one_party or not (one.named or other.named)


def _one_group(one: Count, other: Count) -> bool:
    """Whether both count the same people: "eleven workers were hurt" and "fourteen people" do where they are one event, soldiers
    and civilians never."""
    told = {one.group, other.group} - {""}
    event = one.sketch.claim.event
    return one.group == other.group or (len(told) == 1 and bool(event) and event == other.sketch.claim.event)


def _later(earlier: Count, later: Count) -> bool:
    """Whether a count is of a later day, or, where days are unsure, of none before and maybe of a later one; and not in the
    older article."""
    after = earlier.day.hi <= later.day.lo and earlier.day.hi < later.day.hi
    return after and earlier.printed.lo <= later.printed.lo
