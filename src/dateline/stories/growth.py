"""Counts that grow while a thing goes on: which report's count follows upon which earlier one's.

"71 killed" on Thursday and "73" on Sunday are no contradiction and no two things: the second brings the first up to date.
Asked is one sort of count (`differences.GROWING`), told of one party or of none, each by an article of its own day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from dateline import lang
from dateline.lang.counted import counted
from dateline.model import Kind, Quantity, Status
from dateline.scoring import Reason, Score
from dateline.stories.differences import GROWING
from dateline.stories.sketch import Sketch
from dateline.when import When

_OF_CHANGE = {"die": "death", "injure": "injured", "infect": "infection", "arrest": "arrest", "evacuate": "evacuation"}
"""What a figure counts where the change says it: of "71 citizens were killed" deaths, not citizens."""

_OLD = 30
"""A count of a time that ended so many days before the article is of another, earlier thing."""

_MOST = 3.0
"""One more than so many times the other counts another group."""


def growth(
    members: Sequence[Sketch], days: Mapping[str, When], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(earlier, later, score): for each count of a story the last smaller one that an article of an earlier day gave.

    `members` in the order of their articles' days; `days` are those days, by article.
    """
    groups: dict[tuple[str, str], list[tuple[Sketch, float]]] = {}
    for sketch in members:
        printed = days.get(sketch.article, sketch.published)
        if (thing := _thing(sketch)) and (figure := _figure(sketch)) is not None and _of_now(sketch, printed):
            groups.setdefault((story_of.get(sketch.article, sketch.article), thing), []).append((sketch, figure))
    for (_, thing), told in sorted(groups.items()):
        one = _one_party([s for s, _ in told])
        for place, (later, after) in enumerate(told):
            before = [(s, n) for s, n in told[:place] if n < after <= _MOST * n and _follows(s, later, days, one)]
            if before:
                earlier, figure = before[-1]
                words = f"the count of {thing} went from {figure:g} to {after:g}"
                yield earlier, later, Score((Reason("growth", 1.0, words),))


def _thing(sketch: Sketch) -> str:
    """The growing count a claim gives; "" for none."""
    claim = sketch.claim
    if claim.status not in (Status.HAPPENED, Status.ONGOING) or claim.polarity != "positive":
        return ""
    if claim.kind not in (Kind.REPORT, Kind.BACKGROUND):
        return ""
    things = [counted(q.of, claim.lang) for q in _counts(sketch)]
    if things and _animals().issuperset(things):
        return ""
    told = claim.concepts if not any(q.of for q in _counts(sketch)) else ()  # "the death toll rose to nine"
    return next((t for t in (*things, _OF_CHANGE.get(claim.phase, ""), *told) if t in GROWING), "")


@cache
def _animals() -> frozenset[str]:
    """What no toll is kept of."""
    return frozenset(lang.shared("themes")["animals"]["counted"])


def _counts(sketch: Sketch) -> list[Quantity]:
    return [q for q in sketch.claim.quantities if not q.unit]


def _figure(sketch: Sketch) -> float | None:
    """The count a claim gives, the first where it gives more: "131 dead, 52 of them civilians", "71, up from 62"."""
    found = _counts(sketch)
    if not found:
        return None
    return found[0].low if found[0].value is None else found[0].value


def _of_now(sketch: Sketch, printed: When) -> bool:
    """Whether the count is of what the article of that day is about, not of an earlier thing it recalls."""
    time = sketch.claim.time
    return printed.begin.known and not (time.begin.known and _days(time, printed) > _OLD)


def _days(before: When, after: When) -> int:
    last = before.end.hi if before.lasting and before.end.known else before.begin.hi
    return after.begin.lo - last


def _one_party(told: Sequence[Sketch]) -> bool:
    """Whether the counts of a story name nobody whose count they are but one, so that a bare "toll" is of that one too."""
    named = [parties for s in told if (parties := _parties(s))]
    return all(a & b for a, b in combinations(named, 2))


def _follows(earlier: Sketch, later: Sketch, days: Mapping[str, When], one_party: bool) -> bool:
    """Whether a later article's count is of the same party as an earlier one's, as far as names tell."""
    one, other = (days.get(s.article, s.published).begin for s in (earlier, later))
    if earlier.article == later.article or one.hi >= other.lo:
        return False
    a, b = _parties(earlier), _parties(later)
    return bool(a & b) or not (a or b) or (one_party and not (a and b))


def _parties(sketch: Sketch) -> frozenset[str]:
    """Whom or what a count is of: what the claim names and whoever gives it, with all they lie in."""
    given = {a.entity for a in sketch.claim.attribution if a.entity}
    return frozenset(x for e in sketch.entities | given for x in sketch.world.around(e))
