"""What came of a plan, where plan and outcome are two events: the nearest later happening of the kind, or a sentence
behind it that says of it, without naming it, that it was called off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.bare import names_nothing
from dateline.model import Status
from dateline.ports import Encoder
from dateline.scoring import Reason, Score
from dateline.stories import nearness, policy
from dateline.stories.sketch import UNSETTLED, Sketch
from dateline.when import When

_LONGEST = 45
"""Days after which an outcome is no longer taken for the outcome of this plan."""

_ENOUGH = 1.3
_BEFORE = frozenset({Status.PLANNED, Status.CANCELLED, Status.REQUIRED})
_ALLOWING = frozenset({"allow", "agree", "plan", "cancel", "postpone"})
_OFF = frozenset({"cancel", "postpone"})
_IGNORED = frozenset({"times", "status", "change"})
"""A plan and its outcome differ in time, status and verb by nature."""

_CLOSE = 0.6
"""Of outcomes that are about as sure the soonest is taken."""

_NEARBY = 12
"""So many candidates of one topic are looked at, the nearest in time first."""


def follow_ups(members: Sequence[Sketch], encoder: Encoder) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(plan, outcome, score), at most one a plan: the surest outcome, then the soonest."""
    outcomes: dict[str, list[tuple[int, Sketch]]] = {}
    for sketch in members:
        day = _day(sketch.claim.time) if _is_outcome(sketch) else None
        if day is not None:
            for concept in sorted(sketch.concepts):
                outcomes.setdefault(concept, []).append((day, sketch))
    for found in outcomes.values():
        found.sort(key=lambda item: (item[0], item[1].id))
    for plan in sorted(members, key=lambda s: s.order):
        if plan.head and _is_plan(plan) and (best := _best(plan, outcomes.get(plan.head, []), encoder)):
            yield plan, *best


def called_off(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(plan, calling-off, score) where a claim names nothing but that "it" was put off or called off, and the claim before
    it in its article is a plan; and for the same plan told by other articles.
    """
    articles: dict[str, list[Sketch]] = {}
    for sketch in members:
        articles.setdefault(sketch.article, []).append(sketch)
    told: dict[str, list[Sketch]] = {}
    for sketch in members:
        if _is_plan(sketch) and sketch.claim.status is not Status.CANCELLED and sketch.claim.event:
            told.setdefault(sketch.claim.event, []).append(sketch)
    for _, own in sorted(articles.items()):
        own.sort(key=lambda s: (s.claim.span, s.id))
        for place, sketch in enumerate(own):
            plan = _plan_before(own, place)
            if plan is None or not _calls_off(sketch) or sketch.claim.span.start - plan.claim.span.end > _FAR:
                continue
            others = [
                s for s in told.get(plan.claim.event, ()) if s is not plan and s.claim.event != sketch.claim.event
            ]
            for one in (plan, *others[:_NEARBY]):
                reason = Reason("called off", 1.5, "the next words say of it that it was called off")
                yield one, sketch, Score((reason,))


_BACK, _FAR = 2, 200
"""How many claims and how many characters before a calling-off its plan can stand."""


def _plan_before(own: Sequence[Sketch], place: int) -> Sketch | None:
    """The claim right before that place where it is a plan, or the one before a claim that names nothing of its own."""
    for sketch in own[max(0, place - _BACK) : place][::-1]:
        if _could_be_off(sketch):
            return sketch
        if sketch.claim.status is Status.CANCELLED or sketch.concepts or not names_nothing(sketch.claim):
            return None
    return None


def _could_be_off(sketch: Sketch) -> bool:
    """Whether a claim is a plan or duty that the next words may call off."""
    return _is_plan(sketch) and sketch.claim.status in (Status.PLANNED, Status.REQUIRED)


def _calls_off(sketch: Sketch) -> bool:
    """Whether a claim only says that something was put off or called off."""
    claim = sketch.claim
    off = claim.status is Status.CANCELLED or claim.phase in _OFF
    return off and claim.polarity == "positive" and claim.kind not in UNSETTLED and names_nothing(claim)


def _is_outcome(sketch: Sketch) -> bool:
    claim = sketch.claim
    return claim.status is Status.HAPPENED and claim.phase not in {"", *_ALLOWING} and claim.kind not in UNSETTLED


def _is_plan(sketch: Sketch) -> bool:
    claim = sketch.claim
    if claim.kind in UNSETTLED or claim.polarity != "positive":
        return False
    return claim.status in _BEFORE or (claim.status is Status.HAPPENED and claim.phase in {"allow", "agree"})


def _day(when: When) -> int | None:
    """The day of a moment known to the week, else None."""
    return when.begin.lo if when.begin.known and not when.lasting and when.begin.hi - when.begin.lo < 7 else None


def _best(plan: Sketch, outcomes: Sequence[tuple[int, Sketch]], encoder: Encoder) -> tuple[Sketch, Score] | None:
    start = _day(plan.claim.time)
    if start is None:
        start = _day(plan.claim.said)
    if start is None:
        return None
    later = [(day, s) for day, s in outcomes if 0 <= day - start <= _LONGEST and s.claim.event != plan.claim.event]
    texts = [plan.worded(s, _score(plan, s, day - start)) for day, s in later[:_NEARBY]]
    scores = nearness.with_words(texts, encoder, nearness.Range(_ENOUGH, -0.1, 0.8))
    rated = [(score, day, s) for score, (day, s) in zip(scores, later, strict=False)]
    best = max((score.total for score, _, _ in rated), default=0.0)
    good = [
        (day, -score.total, s.id, s, score) for score, day, s in rated if score.total >= max(_ENOUGH, best - _CLOSE)
    ]
    return min(good, key=lambda g: g[:3])[3:] if good else None


def _when(gap: int) -> str:
    if not gap:
        return "it happened on the day of the plan"
    return f"it happened {gap} day{'s' if gap > 1 else ''} after the day of the plan"


def _score(plan: Sketch, outcome: Sketch, gap: int) -> Score:
    kept = tuple(r for r in policy.judge(plan, outcome).reasons if r.name not in _IGNORED)
    soon = max(0.0, 0.6 * (1 - gap / 7))
    if plan.article == outcome.article:
        kept += (Reason("one paper", 0.2, "one paper tells of both"),)
    return Score(kept).plus([Reason("soon", round(soon, 4), _when(gap))])
