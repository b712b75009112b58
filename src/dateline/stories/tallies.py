"""Figures that several sources give for one count, where no event joins the claims: "18,000" and "22,000 cars a day".

Asked is one thing counted, at one time, told of with the same topics and change; then figures that exclude each other are
a disagreement. Counts of groups, of days and of growing tolls are told apart, since a false contradiction costs most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from dateline import lang
from dateline.lang.counted import counted
from dateline.model import Claim, Kind, Quantity, Reading, Status
from dateline.overlap import Places
from dateline.scoring import Reason, Score
from dateline.stories.differences import GROWING, one_time
from dateline.stories.figures import bounds, thing
from dateline.stories.sketch import Sketch
from dateline.when import overlap

_LEAST, _RATIO = 10, 3
"""Counts below the one are mostly of several groups; one more than so many times the other is another group's."""

_GAP = 4
"""Characters between two sentences that stand side by side, a paragraph's end among them."""

_MOST = 40
"""Claims of one story on one count that are held against each other, the newest."""


def rates(readings: Iterable[Reading]) -> frozenset[str]:
    """The claims that say how often: "daily", "every week"."""
    found = set()
    for reading in readings:
        sets = Places([(t.span.start, t.span.end) for t in reading.timexes if t.type == "SET"])
        found |= {c.id for c in reading.claims if sets.beginning(c.span.start, c.span.end)}
    return frozenset(found)


def tallies(
    members: Sequence[Sketch], often: frozenset[str], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(left, right, score) of claims of one story whose figures for one count exclude each other."""
    groups: dict[tuple[str, str], list[Sketch]] = {}
    for sketch in sorted(members, key=lambda s: s.order):
        if _tells(sketch) and (kind := _thing(sketch)):
            groups.setdefault((story_of.get(sketch.article, sketch.article), kind), []).append(sketch)
    for (_, kind), found in sorted(groups.items()):
        for left, right in combinations(found[-_MOST:], 2):
            if _two_voices(left, right) and _one_count(left, right, kind, often) and (words := _apart(left, right)):
                reasons = (Reason("count", 1.0, f"both count {kind}"), Reason("contradiction quantity", 0.0, words))
                yield left, right, Score(reasons)


def answers(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(figure, other, score) where the next sentence but sets another source's figure against one: "31 have died, the minister
    said. The aid group counted at least 58." What grows counts here too: both are told at once."""
    articles: dict[str, list[Sketch]] = {}
    for sketch in sorted(members, key=lambda s: (s.claim.span, s.id)):
        if _reported(sketch) and len(_plain(sketch)) == 1:
            articles.setdefault(sketch.article, []).append(sketch)
    for _, own in sorted(articles.items()):
        for left, right in pairwise(own):
            if _bare(right) and _figure_alone(right) and _sets_against(left, right) and (words := _apart(left, right)):
                reasons = (
                    Reason("count", 1.0, "the next words give another source's figure for it"),
                    Reason("contradiction quantity", 0.0, words),
                )
                yield left, right, Score(reasons)


def _sets_against(left: Sketch, right: Sketch) -> bool:
    """Whether a claim that only names a figure is another voice's on what the claim before it counts."""
    first, second = left.claim, right.claim
    voice = _voice(right)
    if not voice or voice in _pronouns(second.lang) or voice == _voice(left) or not _near(first, second):
        return False
    one, other = (thing(_plain(s)[0], s.claim) or min(s.concepts & GROWING, default="") for s in (left, right))
    if not (one == other if other else _topics(right) <= _topics(left) | {one}) or _elsewhere(left, right):
        return False
    a, b = first.time, second.time
    if not a.known or not b.known or overlap(a, b):
        return a.known or not b.known
    return one in GROWING and _fell(left, right)


def _elsewhere(left: Sketch, right: Sketch) -> bool:
    """Whether the second claim names a place or party, but for whoever gives the figure, that the first one's are not."""
    told, by = left.entities, {p.entity for p in right.claim.participants if p.role == "agent"}
    named = right.entities - by - {a.entity for a in right.claim.attribution}
    return bool(told and named) and not any(left.world.fits(x, y) for x in told for y in named)


def _figure_alone(sketch: Sketch) -> bool:
    """Whether what a claim names is a figure and no other thing: it "puts the number at 60", not "its members at 60"."""
    figure = _plain(sketch)[0].span
    others = [
        p.text
        for p in sketch.claim.participants
        if p.role == "patient" and not (p.span.start < figure.end and figure.start < p.span.end)
    ]
    return all(text.casefold().split()[-1] in _words_for_figures(sketch.claim.lang) for text in others)


def _fell(left: Sketch, right: Sketch) -> bool:
    """Whether the figure of the earlier day is the higher one, so that no growth tells it from the other."""
    early, late = sorted((left, right), key=lambda s: s.claim.time.begin.lo)
    return bounds(_plain(early)[0])[0] > bounds(_plain(late)[0])[1]


def _near(first: Claim, second: Claim) -> bool:
    """Whether two claims stand in one sentence or in two side by side, the first one first."""
    if first.sentence is None or second.sentence is None:
        return False
    return first.sentence == second.sentence or 0 <= second.sentence.start - first.sentence.end <= _GAP


def _reported(sketch: Sketch) -> bool:
    claim = sketch.claim
    stands = claim.status in (Status.HAPPENED, Status.ONGOING) and claim.polarity == "positive"
    return stands and claim.kind is Kind.REPORT


def _tells(sketch: Sketch) -> bool:
    return _reported(sketch) and len(_figures(sketch)) == 1


def _plain(sketch: Sketch) -> list[Quantity]:
    return [q for q in sketch.claim.quantities if not q.unit]


def _figures(sketch: Sketch) -> list[Quantity]:
    return [q for q in _plain(sketch) if q.of]


def _thing(sketch: Sketch) -> str:
    """What a claim counts; "" for what grows while it is told of."""
    kind = counted(_figures(sketch)[0].of, sketch.claim.lang)
    return "" if kind in GROWING or sketch.concepts & GROWING else kind


def _two_voices(left: Sketch, right: Sketch) -> bool:
    """Whether two articles tell it, or one article by two sources."""
    if left.article != right.article:
        return True
    one, other = _voice(left), _voice(right)
    return bool(one and other) and one != other


def _voice(sketch: Sketch) -> str:
    """Who gives the figure: the source, or who "speaks of" so many."""
    given = [a.entity or a.source for a in sketch.claim.attribution[:1]]
    agents = [p.entity or p.text for p in sketch.claim.participants if p.role == "agent"] if _bare(sketch) else []
    return next(iter((*given, *agents)), "").casefold()


def _one_count(left: Sketch, right: Sketch, kind: str, often: frozenset[str]) -> bool:
    """Whether both give the size of one group at one time, as far as their words tell."""
    a, b = left.claim, right.claim
    stated = a.time.known or b.time.known
    if (stated and not one_time(left, right)) or not _fit(left, right):
        return False
    if left.article == right.article:
        return _alike(left, right, kind) or _held_against(left, right)
    if not _alike(left, right, kind):
        return False
    if left.id in often or right.id in often:
        return a.status is b.status is Status.ONGOING and len(_topics(left) & _topics(right)) > 1
    one, other = left.published, right.published
    return one.exact and other.exact and one.begin.lo == other.begin.lo


def _fit(left: Sketch, right: Sketch) -> bool:
    """Whether no name tells the two apart."""
    a, b = left.entities, right.entities
    return not a or not b or any(left.world.fits(x, y) for x in a for y in b)


def _alike(left: Sketch, right: Sketch, kind: str) -> bool:
    """Whether both say the same of what they count: the same topics, change and verb; or one names the figure alone."""
    if any(_bare(s) and not _topics(s) - {kind} for s in (left, right)):
        return True
    a, b = left.claim, right.claim
    return _topics(left) == _topics(right) and a.phase == b.phase and (a.lang != b.lang or a.predicate == b.predicate)


def _bare(sketch: Sketch) -> bool:
    """Whether a claim says but that somebody speaks of so many."""
    return sketch.claim.predicate in _figuring(sketch.claim.lang)


def _held_against(left: Sketch, right: Sketch) -> bool:
    """Whether the second of two claims, a sentence apart, is told against the first: "the airline, however, said"."""
    first, second = sorted((left.claim, right.claim), key=lambda c: c.span)
    if first.sentence == second.sentence or second.sentence is None or first.phase != second.phase:
        return False
    words = second.sentence.quote.casefold().replace(",", " ").split()
    return _near(first, second) and not _contrast(second.lang).isdisjoint(words)


def _topics(sketch: Sketch) -> frozenset[str]:
    """What a claim is about, but for those who say it."""
    table = lang.shared("themes")
    return sketch.concepts - set(table["speaking"]) - set(table["beside"])


def _apart(left: Sketch, right: Sketch) -> str:
    """How the figures exclude each other, in words; "" where one is the other rounded, or of another size."""
    a, b = ((_figures(s) or _plain(s))[0] for s in (left, right))
    (low_a, high_a), (low_b, high_b) = _rounded(a), _rounded(b)
    if high_a >= low_b and high_b >= low_a:
        return ""
    sizes = sorted(q.value or q.high or q.low or 0.0 for q in (a, b))
    if sizes[0] < _LEAST or sizes[1] > _RATIO * sizes[0]:
        return ""
    return f"{a.span.quote} and {b.span.quote} cannot both be right"


def _rounded(q: Quantity) -> tuple[float, float]:
    """The bounds of a figure, and for an exact one those of what it may be rounded from: 1,500 for 1,487."""
    low, high = bounds(q)
    slack = _grain(q.value) / 2 if q.value is not None and low == high else 0.0
    return low - slack, high + slack


def _grain(value: float) -> float:
    grain = 1
    while value and value % (grain * 10) == 0:
        grain *= 10
    return float(grain) if grain > 1 else 0.0


@cache
def _figuring(code: str) -> frozenset[str]:
    return (
        frozenset(lang.load(code).table("quantities").get("figuring", ())) if code in lang.available() else frozenset()
    )


@cache
def _words_for_figures(code: str) -> frozenset[str]:
    table = lang.load(code).table("quantities") if code in lang.available() else {}
    return frozenset(table.get("figure_words", ()))


@cache
def _pronouns(code: str) -> frozenset[str]:
    function = lang.load(code).table("clauses").get("function", {}) if code in lang.available() else {}
    return frozenset(function.get("pronouns", ()))


@cache
def _contrast(code: str) -> frozenset[str]:
    function = lang.load(code).table("clauses").get("function", {}) if code in lang.available() else {}
    return frozenset(function.get("contrast", ()))
