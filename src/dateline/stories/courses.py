"""The course of a thing that begins and ends: which claim of its end follows upon which claim of its beginning.

A strike is begun and ended, a curfew imposed and lifted, a road closed and opened, a man arrested and freed. The two are
two happenings that never say the same, and where the times allow the later follows upon the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline import lang
from dateline.lang.counted import sort_of
from dateline.model import Kind, Status
from dateline.scoring import Reason, Score
from dateline.stories import policy
from dateline.stories.sketch import Sketch
from dateline.when import When

_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
_TOGGLES = frozenset(
    {
        *("open", "ease", "lift", "allow", "resume", "start", "strike", "protest", "impose", "ban"),
        *("close", "tighten", "stop", "arrest", "release"),
    }
)
"""Changes that put a thing into one of two conditions; arriving and departing, winning and losing do not."""

_WORK = frozenset({"strike", "resume"})
"""Who strikes and works again is one party; the second claim mostly names no strike."""

_LONGEST = 400
"""Days after which an end is no longer taken for the end of this beginning."""

_MOST = 60
"""Claims of a story that are held against each other, the newest."""


def courses(
    members: Sequence[Sketch], days: Mapping[str, When], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(earlier, later, score): for each event that undoes what one of its story did the last such event before it, by the
    first claims that tell of them. `members` in the order of their articles' days; `days` are those days, by article."""
    stories: dict[str, list[Sketch]] = {}
    for sketch in members:
        claim = sketch.claim
        told = claim.status in _TOLD and claim.polarity == "positive" and claim.kind is Kind.REPORT
        if told and sketch.state in _TOGGLES:
            stories.setdefault(story_of.get(sketch.article, sketch.article), []).append(sketch)
    for _, found in sorted(stories.items()):
        best: dict[str, tuple[int, Sketch, Sketch, str]] = {}
        for left, right in combinations(found[-_MOST:], 2):
            words = _undone(left, right)
            order = _order(left, right, days) if words else None
            if order is None:
                continue
            key = right.claim.event or right.id
            if key not in best or order > best[key][0]:
                best[key] = (order, left, right, words)
        for _, left, right, words in best.values():
            yield left, right, Score((Reason("course", 1.0, words),))


def _undone(left: Sketch, right: Sketch) -> str:
    """In words how the one undoes what the other did to the same thing; "" where it does not."""
    words = policy.opposed(left, right)
    if not words or not left.fits(right):
        return ""
    if {left.state, right.state} == _WORK:
        return words if _parties(left, "agent") & _parties(right, "agent") else ""
    one, other = _changed(left), _changed(right)
    if one and other:
        return words if one & other else ""
    shared = (left.concepts & right.concepts) - _beside()
    return words if shared and (left.head in right.concepts or right.head in left.concepts) else ""


def _changed(sketch: Sketch) -> frozenset[str]:
    """What undergoes the change: the verb's object or the subject of its passive; where none is known, what the claim is
    about, for that may change by itself ("the strike ended"). Never who brings it about, where both are told."""
    begun = frozenset({sketch.state} & sketch.concepts)  # who lays down the work begins a strike
    return begun | _parties(sketch, "patient") or sketch.concepts - (_beside() - _scenes())


def _parties(sketch: Sketch, role: str) -> frozenset[str]:
    """The names, and the topics of the nouns, of those in that role."""
    claim = sketch.claim
    bare = {q.span.start: q.of for q in claim.quantities}  # "two of the six suspects": the number alone names nobody
    found = [p for p in claim.participants if p.role == role and p.text.casefold() not in claim.predicate]
    found = [p for p in found if bare.get(p.span.start, "") in p.text.casefold()]
    nouns = {sort for p in found for sort in _nouns(p.text, claim.lang)}
    return frozenset(nouns | {p.entity for p in found if p.entity})


def _nouns(text: str, code: str) -> set[str]:
    """The topics of a noun phrase, or its last word where none is known, without those of an owner: of "the teachers'
    lawyer" the lawyer."""
    words = re.findall(r"\w[\w-]*", re.split(r"['’]s?(?=\s)", text)[-1])
    return {sort for word in words if (sort := sort_of(word, code))} or {word.casefold() for word in words[-1:]}


def _beside() -> frozenset[str]:
    """What mostly stands beside the thing a claim is about, and so makes no two claims one course."""
    return frozenset(lang.shared("themes")["beside"])


def _scenes() -> frozenset[str]:
    """What opens and shuts by itself: of "the airport reopened" the airport."""
    return frozenset(lang.shared("themes")["scene"])


def _order(left: Sketch, right: Sketch, days: Mapping[str, When]) -> int | None:
    """The day the earlier claim holds, where the one of the older article holds before the other; else None."""
    a, b = left.claim.time, right.claim.time
    first = a.begin.hi if a.begin.known else None
    if first is None:
        return None
    printed = days.get(right.article, right.published).begin
    last = b.begin.lo if b.begin.known else printed.lo if printed.known else None
    if last is None or not first < last <= first + _LONGEST:
        return None
    return first if b.begin.known or left.article != right.article else None
