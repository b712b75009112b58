"""What two claims of one event differ in, and whether the difference is a contradiction, a refinement or a history.

False contradictions cost most: a time that was not put in words, a vague or approximate one, a floor below a figure,
a toll that grew, never contradict.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dateline.model import Claim, Kind, Status
from dateline.ports import Encoder
from dateline.rescheduled import begins_apart, rescheduled
from dateline.scoring import Reason, Score
from dateline.stories import nearness, policy
from dateline.stories.figures import comparable, conflict, thing
from dateline.stories.sketch import Sketch
from dateline.when import Grain, When, overlap

_HEAD = 60
"""A date among the first characters of a text is mostly the date of the text, not of what it tells."""

_COPIED = 0.7
"""Words this like are a text printed twice: its "last week" was not written anew."""

_NEAR = 7
"""Days around a time in which an article that names none most likely speaks of it."""

_PAST = 60
"""Days after which nobody counts the dead of a thing anew."""

_SURE = 2.2
"""The least a pair must score without its times before a difference in time is called a contradiction."""

GROWING = frozenset(
    {
        "death",
        "injured",
        "case",
        "missing",
        "arrest",
        "damage",
        "refugee",
        "infection",
        "hospital",
        "epidemic",
        "evacuation",
    }
)
"""Counts that grow while a thing goes on: a later, higher one is news, no contradiction."""

NO_DAYS: Mapping[str, When] = MappingProxyType({})
_CHAPTER = {Status.PLANNED: 0, Status.CANCELLED: 1, Status.HAPPENED: 2}
_BEFORE = frozenset({Status.PLANNED, Status.CANCELLED})
_AFTER = frozenset({Status.CANCELLED, Status.HAPPENED})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})


def contradiction(left: Sketch, right: Sketch, encoder: Encoder, stretch: str = "") -> tuple[str, Score]:
    """On what two claims of one event contradict each other ("" for nothing), and the reasons.

    `stretch` says in words that they give different begins or ends of what lasts, "" where they do not.
    """
    score = _judged(left, right, encoder)
    checks = (("status", _on_status), ("time", _on_time), ("quantity", _on_quantity), ("place", _on_place))
    for about, check in checks:
        words = check(left, right, score) or (stretch if about == "time" and _one_say(left, right, score) else "")
        if words:
            return about, score.plus([Reason(f"contradiction {about}", 0.0, words)])
    return "", score


def _judged(left: Sketch, right: Sketch, encoder: Encoder) -> Score:
    """The score of the pair, with words only where the times differ and the words may decide."""
    score = policy.judge(left, right)
    if overlap(left.claim.time, right.claim.time):
        return score
    allowed = nearness.Range(_SURE + _points(score, "times"), policy.WORDS_LEAST, policy.WORDS_MOST)
    return nearness.with_words([left.worded(right, score)], encoder, allowed)[0]


def _points(score: Score, name: str) -> float:
    return sum(r.points for r in score.reasons if r.name == name)


def _on_status(left: Sketch, right: Sketch, _score: Score) -> str:
    a, b = left.claim, right.claim
    if not overlap(a.time, b.time) or not (_narrow(a.time) and _narrow(b.time)):
        return ""
    statuses = {a.status, b.status}
    if statuses == {Status.DENIED, Status.HAPPENED} or statuses == {Status.DENIED, Status.ONGOING}:
        return "one denies what the other reports"
    if a.polarity != b.polarity and a.status == b.status and a.status in (Status.HAPPENED, Status.ONGOING):
        return "one says that it happened, the other that it did not"
    return ""


def _narrow(when: When) -> bool:
    """Whether a time singles out a few days: "not since June" denies no flight of July."""
    return when.begin.known and not when.lasting and when.begin.hi - when.begin.lo < 7


def _on_time(left: Sketch, right: Sketch, score: Score) -> str:
    a, b = left.claim, right.claim
    if rescheduled(a) != rescheduled(b) or (rescheduled(a) and not _printed_together(left, right)):
        return ""  # a plan and its new day, or two new days one after the other
    if a.status != b.status or not (_stated(a) and _stated(b)) or not _days_apart(a.time, b.time):
        return ""
    if nearness.spelling(left.text, right.text) > _COPIED:
        return ""
    sure = score.total - _points(score, "times") >= _SURE
    return "the stated times cannot both be right" if sure else ""


def _one_say(left: Sketch, right: Sketch, score: Score) -> bool:
    """Whether two claims of one event tell of it at one status, and nothing but their times and words speaks against it."""
    against = any(r.points < 0 and r.name not in ("times", "words") for r in score.reasons)
    return left.claim.status == right.claim.status and not against


def _stated(claim: Claim) -> bool:
    """Whether the words give a moment no wider than a quarter or so, exactly enough to be held against another."""
    time = claim.time
    if time.exact and claim.span.start < _HEAD:
        return False
    return bool(claim.time_expr) and time.begin.known and not time.lasting and not time.approximate and _sharp(time)


def _days_apart(a: When, b: When) -> bool:
    """Whether two times cannot meet; two days must lie more than one apart: clocks differ, a paper's day ends late."""
    gap = max(a.begin.lo - b.begin.hi, b.begin.lo - a.begin.hi)
    return not overlap(a, b) and (gap > 1 or not (a.exact and b.exact))


def _sharp(time: When) -> bool:
    return time.grain <= Grain.MONTH and len(time.begin.ranges) == 1 and time.begin.size <= 31


def _on_quantity(left: Sketch, right: Sketch, _score: Score) -> str:
    if left.claim.status != right.claim.status:
        return ""
    if _long_past(left, right):
        return figures_apart(left, right)
    if (grows(left, right) and not _printed_together(left, right)) or not one_time(left, right):
        return ""
    return figures_apart(left, right)


def _long_past(left: Sketch, right: Sketch) -> bool:
    """Whether both give one same time that ended long before either was printed: what was counted then grows no more."""
    a, b = left.claim.time, right.claim.time
    if not a.begin.known or a.begin.ranges != b.begin.ranges or a.lasting or b.lasting:
        return False
    return all(s.published.begin.known and s.published.begin.lo - a.begin.hi > _PAST for s in (left, right))


def _printed_together(left: Sketch, right: Sketch) -> bool:
    """Whether two papers of one day tell it: then neither figure is the other's older one, as far as their days say."""
    one, other = left.published, right.published
    return left.article != right.article and one.exact and other.exact and one.begin.lo == other.begin.lo


def grows(left: Sketch, right: Sketch) -> bool:
    """Whether what the two count goes on growing while it is reported."""
    things = {thing(q, s.claim) for s in (left, right) for q in s.claim.quantities}
    return bool((left.concepts & right.concepts | things) & GROWING)


def one_time(left: Sketch, right: Sketch) -> bool:
    """Whether two claims give their figures for one time: both say when, or one does and the other was printed near; or both
    for one stretch ("from May to July", "between May and July").

    "Down 2 per cent" and "down 6 per cent" of days nobody names are two days' figures.
    """
    if _one_stretch(left.claim, right.claim):
        return True
    times = [s.claim.time for s in (left, right) if _narrow(s.claim.time)]
    if len(times) == 2:
        return overlap(*times)
    if not times:
        return False
    untimed = left if _narrow(right.claim.time) else right
    if untimed.claim.time.known:
        return False
    printed = untimed.published.begin
    return printed.known and max(printed.lo - times[0].begin.hi, times[0].begin.lo - printed.hi) <= _NEAR


def _one_stretch(a: Claim, b: Claim) -> bool:
    """Whether both words name the same first and last day."""
    ends = [(c.time.earliest, c.time.latest) for c in (a, b)]
    return bool(a.time_expr and b.time_expr) and None not in ends[0] and ends[0] == ends[1]


def figures_apart(left: Sketch, right: Sketch) -> str:
    """Which figures of two claims conflict, in words; "" for none.

    A claim with several figures for one thing ("seven rifles, two other rifles") may mean any of them by any.
    """
    pairs = comparable(left, right)
    lone = [(a, b) for a, b in pairs if sum(a is p or b is q for p, q in pairs) == 1]
    apart = [(a, b) for a, b in lone if conflict(a, b)]
    return f"{apart[0][0].span.quote} and {apart[0][1].span.quote} cannot both be right" if apart else ""


def _on_place(left: Sketch, right: Sketch, score: Score) -> str:
    if left.claim.status != right.claim.status or score.total < _SURE:
        return ""
    return next((r.words for r in score.reasons if r.name == "places" and r.points < 0), "")


def agree(left: Sketch, right: Sketch) -> bool:
    """Whether two claims say the same of their event: not one yes and the other no, no plan with a denial, no beginning
    with an end, no calling-off with what is ahead, no two things of one kind nor two ways, and not until two different days."""
    a, b = left.claim, right.claim
    if policy.forbid(left, right):
        return True
    return (
        not policy.opposed(left, right)
        and not left.told_apart(right)
        and policy.direction(left, right)[0] >= 0
        and not _ends_apart(a.time, b.time)
        and a.polarity == b.polarity
        and (a.status is Status.DENIED) == (b.status is Status.DENIED)
        and not (Status.CANCELLED in (a.status, b.status) and not _AHEAD.isdisjoint((a.status, b.status)))
    )


def _ends_apart(a: When, b: When) -> bool:
    """Whether both last until a day that is named, and these are two: "until Friday", and later "until Monday"."""
    told = a.lasting and b.lasting and a.end.known and b.end.known
    return told and (a.end.hi < b.end.lo or b.end.hi < a.end.lo)


def finer(left: Sketch, right: Sketch) -> tuple[str, str] | None:
    """In what one of two agreeing claims says more than the other: its time, a figure or a place."""
    a, b = left.claim, right.claim
    widths = [c.time.begin.size for c in (a, b) if c.time.begin.known and not c.time.lasting]
    if len(widths) == 2 and min(widths) * 2 <= max(widths):
        return "time", "one gives the time more exactly"
    if len(widths) == 1 and bool(a.time_expr) != bool(b.time_expr):
        return "time", "only one gives a time"
    if any((p.value is None) != (q.value is None) for p, q in comparable(left, right)):
        return "quantity", "one gives the figure, the other its bounds"
    if bool(a.quantities) != bool(b.quantities):
        return "quantity", "only one gives a figure"
    if (left.entities < right.entities) or (right.entities < left.entities):
        return "place", "one names more places or parties"
    return None


def history(left: Sketch, right: Sketch, days: Mapping[str, When] = NO_DAYS) -> Reason | None:
    """Whether the two are chapters of one history: a plan, and its new day, its calling-off or the deed. `days` are those
    that articles were found to be of."""
    if Kind.BACKGROUND in (left.claim.kind, right.claim.kind):
        return None
    if not (left.claim.time.known or right.claim.time.known) or policy.one_ending(left, right):
        return None
    if left.claim.status is right.claim.status is Status.PLANNED:
        known = left.claim.time.known or left.claim.phase == right.claim.phase
        anew = rescheduled(right.claim) and (not known or begins_apart(left.claim.time, right.claim.time))
        return Reason("history", 0.0, "first planned, then for another day") if anew else None
    for one, other in ((left, right), (right, left)):
        if _thought_of(one, days) and other.claim.status is Status.HAPPENED and one.claim.phase == other.claim.phase:
            return Reason("history", 0.0, "first possible, then happened")
        if _begun(one, other):
            return Reason("history", 0.0, "first planned, then so since that day")
    first, second = sorted((left.claim.status, right.claim.status), key=lambda s: _CHAPTER.get(s, -1))
    if first not in _BEFORE or second not in _AFTER or _CHAPTER[first] == _CHAPTER[second]:
        return None
    return Reason("history", 0.0, f"first {first}, then {second}")


def _begun(plan: Sketch, other: Sketch) -> bool:
    """Whether a claim says since when the change has held that the other plans for that day or one before it: "will be closed on
    Monday", then "has been closed since Monday"."""
    one, since = plan.claim, other.claim
    if (
        one.status is not Status.PLANNED
        or since.status is not Status.ONGOING
        or one.phase != since.phase
        or not one.phase
    ):
        return False
    known = one.time.begin.known and since.time.begin.known and since.time.lasting
    return known and one.polarity == since.polarity == "positive" and one.time.begin.lo <= since.time.begin.hi


def _thought_of(sketch: Sketch, days: Mapping[str, When]) -> bool:
    """Whether a claim says that something may happen on a day after its printing."""
    claim, printed = sketch.claim, days.get(sketch.article, sketch.published).latest
    ahead = claim.time.earliest is not None and printed is not None and claim.time.earliest > printed
    return claim.status is Status.POSSIBLE and claim.polarity == "positive" and bool(claim.phase) and ahead
