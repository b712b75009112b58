"""Counts that grow while a thing goes on: which report's count follows upon which earlier one's.

"71 killed" on Thursday and "73" on Sunday are no contradiction and no two things: the second brings the first up to date.
Asked is one sort of count (`differences.GROWING`), told of one party or of none, each by an article of its own day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from dateline import lang
from dateline.model import Kind, Quantity, Status
from dateline.scoring import Reason, Score
from dateline.stories.differences import GROWING
from dateline.stories.figures import OF_CHANGE, thing
from dateline.stories.sketch import Sketch
from dateline.when import Bound, When, overlap

_OLD = 30
"""A count of a time that ended so many days before the article is of another, earlier thing."""

_BACK, _FEW = 60, 40
"""So many counts before one are looked at, and so many parties of a story held against each other."""

_MOST = 3.0
"""One more than so many times the other counts another group."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A claim that gives a growing count: the figure, the day of its article, the party it names and what that lies in."""

    sketch: Sketch
    figure: float
    printed: Bound
    named: frozenset[str]
    around: frozenset[str]


def growth(
    members: Sequence[Sketch], days: Mapping[str, When], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(earlier, later, score): for each count of a story the last smaller one that an article of an earlier day gave.

    `members` in the order of their articles' days; `days` are those days, by article.
    """
    groups: dict[tuple[str, str], list[_Count]] = {}
    for sketch in members:
        printed = days.get(sketch.article, sketch.published)
        if (thing := _thing(sketch)) and (figure := _figure(sketch)) is not None and _of_now(sketch, printed):
            named = _parties(sketch)
            around = frozenset(x for e in named for x in sketch.world.around(e))
            home = story_of.get(sketch.article, sketch.article), thing
            groups.setdefault(home, []).append(_Count(sketch, figure, printed.begin, named, around))
    for (_, thing), told in sorted(groups.items()):
        one = _one_party(told)
        for place, later in enumerate(told):
            nearest = told[max(0, place - _BACK) : place][::-1]
            if earlier := next((e for e in nearest if _follows(e, later, one)), None):
                words = f"the count of {thing} went from {earlier.figure:g} to {later.figure:g}"
                yield earlier.sketch, later.sketch, Score((Reason("growth", 1.0, words),))


def _thing(sketch: Sketch) -> str:
    """The growing count a claim gives; "" for none."""
    claim = sketch.claim
    if claim.status not in (Status.HAPPENED, Status.ONGOING) or claim.polarity != "positive":
        return ""
    if claim.kind not in (Kind.REPORT, Kind.BACKGROUND):
        return ""
    things = [thing(q, claim) for q in _counts(sketch)]
    if things and _animals().issuperset(things):
        return ""
    told = claim.concepts if not any(q.of for q in _counts(sketch)) else ()  # "the death toll rose to nine"
    return next((t for t in (*things, OF_CHANGE.get(claim.phase, ""), *told) if t in GROWING), "")


@cache
def _animals() -> frozenset[str]:
    """What no toll is kept of."""
    return frozenset(lang.shared("themes")["animals"]["counted"])


def _counts(sketch: Sketch) -> list[Quantity]:
    return [q for q in sketch.claim.quantities if not q.unit]


def _figure(sketch: Sketch) -> float | None:
    """The count a claim gives: the first where it gives more ("131 dead, 52 of them civilians", "71, up from 62"), and of
    what rises or falls from one to another the latter.
    """
    found = _counts(sketch)
    if not found:
        return None
    if sketch.claim.phase in ("rise", "fall"):
        last = found[-1]
        return last.high if last.value is None and last.high is not None else _least(last)
    return _least(found[0])


def _least(quantity: Quantity) -> float | None:
    return quantity.low if quantity.value is None else quantity.value


def _of_now(sketch: Sketch, printed: When) -> bool:
    """Whether the count is of what the article of that day is about, not of an earlier thing it recalls."""
    time = sketch.claim.time
    return printed.begin.known and not (time.begin.known and _days(time, printed) > _OLD)


def _days(before: When, after: When) -> int:
    last = before.end.hi if before.lasting and before.end.known else before.begin.hi
    return after.begin.lo - last


def _one_party(told: Sequence[_Count]) -> bool:
    """Whether the counts of a story name nobody whose count they are but one, so that a bare "toll" is of that one too."""
    named = {c.named: c for c in told if c.named}
    return len(named) <= _FEW and all(_fit(a, b) for a, b in combinations(named.values(), 2))


def _fit(one: _Count, other: _Count) -> bool:
    """Whether what the one names is what the other names, lies in it or holds it; two towns of one country do not fit."""
    return bool(one.named & other.around or other.named & one.around)


def _follows(earlier: _Count, later: _Count, one_party: bool) -> bool:
    """Whether a later article's count is of the same party and happening as an earlier one's, as far as names and days tell."""
    if earlier.sketch.article == later.sketch.article or earlier.printed.hi >= later.printed.lo:
        return False
    if not earlier.figure < later.figure <= _MOST * earlier.figure:
        return False
    a, b = earlier.sketch.claim.time, later.sketch.claim.time
    if a.exact and b.exact and not overlap(a, b):
        return False
    both = earlier.named and later.named
    return _fit(earlier, later) if both else one_party or not (earlier.named or later.named)


def _parties(sketch: Sketch) -> frozenset[str]:
    """Whom or what a count is of: the narrowest places and parties the claim names; where it names none, whoever gives it
    and the country that is theirs.
    """
    if sketch.entities:
        wide = {x for e in sketch.entities for x in sketch.world.around(e) - {e}}
        return sketch.entities - wide or sketch.entities
    given = {a.entity for a in sketch.claim.attribution if a.entity}
    return frozenset(x for e in given for x in sketch.world.around(e))
