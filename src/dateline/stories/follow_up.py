"""What came of a plan, where plan and outcome are two events: the nearest later happening of the kind, or a sentence
behind it that says of it, without naming it, that it was called off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.bare import names_nothing
from dateline.model import Claim, Kind, Status
from dateline.ports import Encoder
from dateline.rescheduled import anew, begins_apart, deeds, rescheduled
from dateline.scoring import Reason, Score
from dateline.stories import nearness, policy
from dateline.stories.sketch import UNSETTLED, Sketch
from dateline.when import When, overlap

_LONGEST = 45
"""Days after which an outcome is no longer taken for the outcome of this plan."""

_EARLY = 7
"""Days before the one that a plan names on which the same change may be its outcome: opened "a day earlier than planned"."""

_OPEN_GAP = 3
"""What stands for the days between a plan and its calling-off where one of them names no day."""

_ENOUGH = 1.3
_BEFORE = frozenset({Status.PLANNED, Status.CANCELLED, Status.REQUIRED})
NO_DAYS: Mapping[str, When] = MappingProxyType({})
_ALLOWING = frozenset({"allow", "agree", "plan", "cancel", "postpone"})
_FORESEEN = frozenset({Status.PLANNED, Status.REQUIRED, Status.POSSIBLE})
_OFF = frozenset({"cancel", "postpone"})
_IGNORED = frozenset({"times", "status", "change"})
"""A plan and its outcome differ in time, status and verb by nature."""

_FORMER = 0.6
"""What it says of a plan and its new day that the one is for the very day the other names as the old one."""

_CLOSE = 0.6
"""Of outcomes that are about as sure the soonest is taken."""

_NEARBY = 12
"""So many candidates of one topic are looked at, the nearest in time first."""


@dataclass(frozen=True, slots=True)
class Told:
    """When each article was printed."""

    days: Mapping[str, When]

    def later(self, left: Sketch, right: Sketch) -> bool:
        """Whether the second of two claims surely stands in the later article."""
        one, other = self.days[left.article].begin, self.days[right.article].begin
        return one.known and other.known and one.hi < other.lo


def follow_ups(
    members: Sequence[Sketch], encoder: Encoder, days: Mapping[str, When] = NO_DAYS
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(plan, outcome, score), at most one a plan: the surest outcome, then the soonest. `days` are those that articles were
    found to be of."""
    told = Told({s.article: days.get(s.article, s.published) for s in members})
    moved = [s for s in members if _is_moved(s) and s.claim.former.known]
    outcomes: dict[str, list[Sketch]] = {}
    for sketch in members:
        if _is_outcome(sketch) or _is_dropped(sketch) or _is_moved(sketch):
            for concept in sorted(sketch.concepts):
                outcomes.setdefault(concept, []).append(sketch)
    for plan in sorted(members, key=lambda s: s.order):
        if not _is_plan(plan):
            continue
        found = (_candidates(plan, outcomes) if plan.head else []) + _of_its_day(plan, moved)
        if best := _best(plan, found, encoder, told):
            yield plan, *best


def _candidates(plan: Sketch, outcomes: Mapping[str, Sequence[Sketch]]) -> list[Sketch]:
    """The outcomes on the head topic of a plan; where it plans a change by its noun ("the opening of the bridge is put off"),
    also those of that change on its other topics."""
    found = {s.id: s for s in outcomes.get(plan.head, ())}
    planned = deeds(plan.claim) - {plan.claim.phase}
    for concept in sorted(plan.concepts - {plan.head}) if planned else ():
        found |= {s.id: s for s in outcomes.get(concept, ()) if s.claim.phase in planned}
    return list(found.values())


def _of_its_day(plan: Sketch, moved: Sequence[Sketch]) -> list[Sketch]:
    """The claims on other topics that give another day to a plan of the day this one is for."""
    day = _day(plan.claim.time)
    if day is None:
        return []
    others = (s for s in moved if not plan.head or plan.head not in s.concepts)
    return [s for s in others if overlap(plan.claim.time, s.claim.former)]


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
    told = claim.status is Status.HAPPENED or (claim.status is Status.ONGOING and _since(claim))
    return told and claim.phase not in _ALLOWING and claim.kind not in UNSETTLED


def _since(claim: Claim) -> bool:
    """Whether a claim tells of a change since when things are so: "has been open again since Wednesday"."""
    return claim.time.lasting and bool(claim.phase) and claim.polarity == "positive"


def _is_dropped(sketch: Sketch) -> bool:
    """Whether a claim tells of a thing with a name that it was put off or called off."""
    claim = sketch.claim
    return claim.status is Status.CANCELLED and claim.polarity == "positive" and claim.kind is not Kind.BACKGROUND


def _is_moved(sketch: Sketch) -> bool:
    """Whether a claim gives a plan another day, or plans it anew."""
    claim = sketch.claim
    return rescheduled(claim) or (anew(claim) and claim.time.known and claim.polarity == "positive")


def _is_plan(sketch: Sketch) -> bool:
    claim = sketch.claim
    if claim.kind in UNSETTLED or claim.polarity != "positive":
        return False
    return claim.status in _BEFORE or (claim.status is Status.HAPPENED and claim.phase in {"allow", "agree"})


def _day(when: When) -> int | None:
    """The day of a moment known to the week, else None."""
    return when.begin.lo if when.begin.known and not when.lasting and when.begin.hi - when.begin.lo < 7 else None


def _best(plan: Sketch, outcomes: Sequence[Sketch], encoder: Encoder, told: Told) -> tuple[Sketch, Score] | None:
    others = [s for s in outcomes if s.claim.event != plan.claim.event]
    later = sorted(
        ((gap, s) for s in others if (gap := _gap(plan, s, told)) is not None), key=lambda g: (abs(g[0]), g[1].id)
    )
    texts = [plan.worded(s, _score(plan, s, gap)) for gap, s in later[:_NEARBY]]
    scores = nearness.with_words(texts, encoder, nearness.Range(_ENOUGH, -0.1, 0.8))
    rated = [(score, abs(gap), s) for score, (gap, s) in zip(scores, later, strict=False)]
    best = max((score.total for score, _, _ in rated), default=0.0)
    good = [
        (gap, -score.total, s.id, s, score) for score, gap, s in rated if score.total >= max(_ENOUGH, best - _CLOSE)
    ]
    return min(good, key=lambda g: g[:3])[3:] if good else None


def _gap(plan: Sketch, outcome: Sketch, told: Told) -> int | None:
    """Days from the plan to what may be its outcome, None where it is none."""
    if _is_dropped(outcome):
        return _until_dropped(plan, outcome, told)
    if _is_moved(outcome):
        return _until_moved(plan, outcome, told)
    if not outcome.claim.phase and outcome.head != plan.head:
        return None
    start = _day(plan.claim.time)
    start = _day(plan.claim.said) if start is None else start
    day = _day(outcome.claim.time)
    if day is None and outcome.claim.phase in deeds(plan.claim) and _since(outcome.claim):
        day = _day(replace(outcome.claim.time, lasting=False))
    if start is None or day is None:
        return None
    early = outcome.claim.phase in deeds(plan.claim) and told.later(plan, outcome)
    return day - start if (-_EARLY if early else 0) <= day - start <= _LONGEST else None


def _until_dropped(plan: Sketch, dropped: Sketch, told: Told) -> int | None:
    """0 where a plan and a calling-off that is told later name one time, more where one of them names none."""
    if plan.claim.status not in _FORESEEN or not told.later(plan, dropped):
        return None
    one, other = plan.claim.time, dropped.claim.time
    if not one.known or not other.known:
        return _OPEN_GAP
    return 0 if overlap(one, other) else None


def _until_moved(plan: Sketch, moved: Sketch, told: Told) -> int | None:
    """0 where a claim that is told later gives another day to a plan of the day it names as the old one; more where it names
    none and the change is the same."""
    wanted, new = plan.claim, moved.claim
    if wanted.status not in _FORESEEN or not told.later(plan, moved) or not begins_apart(wanted.time, new.time):
        return None
    if new.former.known:
        return 0 if overlap(wanted.time, new.former) else None
    same = deeds(wanted) & deeds(new)
    return _OPEN_GAP if same and _lay_ahead(wanted, told.days[moved.article]) else None


def _lay_ahead(plan: Claim, printed: When) -> bool:
    """Whether the day of a plan was not long over when its new day was told."""
    return plan.time.begin.known and printed.begin.known and printed.begin.lo - plan.time.last <= _EARLY


def _when(gap: int, outcome: Sketch) -> str:
    if _is_moved(outcome):
        return "a later article names its day as the old one" if not gap else "a later article gives it another day"
    if _is_dropped(outcome):
        return "a later article says that it was called off"
    if not gap:
        return "it happened on the day of the plan"
    days = f"{abs(gap)} day{'s' if abs(gap) > 1 else ''}"
    return f"it happened {days} {'after' if gap > 0 else 'before'} the day of the plan"


def _score(plan: Sketch, outcome: Sketch, gap: int) -> Score:
    ignored = _IGNORED | {"places"} if not gap and _may_meet(plan, outcome) else _IGNORED
    kept = tuple(r for r in policy.judge(plan, outcome).reasons if r.name not in ignored)
    soon = max(0.0, 0.6 * (1 - abs(gap) / 7))
    if plan.article == outcome.article:
        kept += (Reason("one paper", 0.2, "one paper tells of both"),)
    if _is_moved(outcome) and outcome.claim.former.known:
        kept += (Reason("former day", _FORMER, "it names the day that the plan had"),)
    return Score(kept).plus([Reason("soon", round(soon, 4), _when(gap, outcome))])


def _may_meet(plan: Sketch, outcome: Sketch) -> bool:
    """Whether both tell of one change to the same things, in two places of which the tables know but one: a visit to a town,
    and to a quarter of it."""
    where, there = plan.claim.places, outcome.claim.places
    same = plan.claim.phase == outcome.claim.phase != "" and plan.concepts <= outcome.concepts
    within = plan.world.within
    return same and any(bool(within.get(a)) != bool(within.get(b)) for a in where for b in there)
