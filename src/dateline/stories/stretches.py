"""Begins and ends that two claims give for one lasting thing, held against each other.

One paper says the championship lasts until the 26th, another until the 30th. Only a begin or an end that stands in the
words counts: a length ("seven days", "a week"), an inferred time or the day of the article never contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline import lang
from dateline.model import Claim, Kind, Reading, Status
from dateline.overlap import Places
from dateline.scoring import Reason, Score
from dateline.stories import policy
from dateline.stories.sketch import UNSETTLED, Sketch
from dateline.when import Bound, When, both

_SLACK = 1
"""Days by which two statements of one end may differ: "until Sunday" may or may not count the Sunday."""

_LONGEST = 45
"""Days beyond which two ends are those of two things."""

_OUT = frozenset({Status.CANCELLED, Status.DENIED, Status.UNKNOWN})
_MOST = 40
"""Claims on one topic that are held against each other."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The begin and the end of a lasting thing as the words of a claim give them; None where they do not."""

    begin: Bound | None
    end: Bound | None


def stretches(readings: Iterable[Reading]) -> dict[str, Stretch]:
    """The stretch of each claim that gives one, and only one, in words."""
    found = {}
    for reading in readings:
        lasting = [(t.span, s) for t in reading.timexes if t.type == "DATE" and (s := _stated(t.when, t.expr))]
        places = Places([(span.start, span.end) for span, _ in lasting])
        for claim in reading.claims:
            stated = {lasting[n][1] for n in places.inside(claim.span.start, claim.span.end)}
            stated |= {s} if (s := _stated(claim.time, claim.time_expr)) else set()
            if len(stated) == 1:
                found[claim.id] = stated.pop()
    return found


def _stated(when: When, written: str) -> Stretch | None:
    """The ends of a lasting time that was written as such, each a single day."""
    if not when.lasting or when.approximate or not written.startswith(("since ", "until ", "from ")):
        return None
    begin = when.begin if when.begin.known and when.begin.size == 1 else None
    end = when.end if when.end.known and when.end.size == 1 else None
    return Stretch(begin, end) if begin or end else None


def conflict(left: Sketch, right: Sketch, given: Mapping[str, Stretch]) -> str:
    """Which of begin and end two claims give differently, in words; "" where neither, or where one was prolonged."""
    if left.id not in given or right.id not in given or _prolonged(left, right):
        return ""
    return apart(given[left.id], given[right.id])


def _prolonged(left: Sketch, right: Sketch) -> bool:
    """Whether another end can be news: a strike goes on longer than was said the other day."""
    table = lang.shared("themes")
    kind = (left.concepts | right.concepts) & set(table["prolonged"])
    change = {left.claim.phase, right.claim.phase} & set(table["prolonging"])
    a, b = left.published.begin, right.published.begin
    same_day = a.known and b.known and _gap(a, b) <= _SLACK
    return bool(kind or change) and not same_day


def apart(left: Stretch, right: Stretch) -> str:
    """Which of begin and end the two give differently, in words; "" where neither."""
    for name, a, b in (("end", left.end, right.end), ("begin", left.begin, right.begin)):
        if a and b and not both(a, b).ranges and _SLACK < _gap(a, b) <= _LONGEST:
            return f"the stated {name}s of what lasts cannot both be right"
    return ""


def _gap(a: Bound, b: Bound) -> int:
    return max(a.lo - b.hi, b.lo - a.hi)


def unlike(
    members: Sequence[Sketch], given: Mapping[str, Stretch], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(left, right, score) of claims of two articles of one story that give one thing different begins or ends.

    They need not be one event: one tells that the team left for the championship, the other how long it lasts. Asked is
    one topic of a thing that happens once, and nothing that tells two such things apart.
    """
    groups: dict[tuple[str, str], list[Sketch]] = {}
    for sketch in sorted((s for s in members if s.id in given), key=lambda s: s.order):
        for topic in sorted(sketch.concepts & _once()):
            groups.setdefault((story_of.get(sketch.article, sketch.article), topic), []).append(sketch)
    seen = set()
    for _, found in sorted(groups.items()):
        for left, right in combinations(found[:_MOST], 2):
            if (left.id, right.id) in seen or not _one_thing(left.claim, right.claim, left.article == right.article):
                continue
            words, score = conflict(left, right, given), _besides_time(left, right)
            if words and score is not None:
                seen.add((left.id, right.id))
                yield left, right, score.plus([Reason("contradiction time", 0.0, words)])


def _once() -> frozenset[str]:
    return frozenset(lang.shared("themes")["once"])


def _one_thing(a: Claim, b: Claim, one_article: bool) -> bool:
    """Whether both report: nothing called off or denied, nothing from long ago."""
    kinds, statuses = {a.kind, b.kind}, {a.status, b.status}
    return not (one_article or kinds & UNSETTLED or Kind.BACKGROUND in kinds or statuses & _OUT)


def _besides_time(left: Sketch, right: Sketch) -> Score | None:
    """What the two have in common, their verbs, statuses and times apart; None where a reason tells them apart."""
    kept = tuple(r for r in policy.judge(left, right).reasons if r.name not in ("times", "status", "change", "figures"))
    return None if any(r.points < 0 for r in kept) else Score(kept)
