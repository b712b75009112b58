"""Claims about one happening or one plan become an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import origin
from dateline.ids import digest
from dateline.model import Claim, Entity, Event, Reading, Status, Step, Story
from dateline.ports import Encoder
from dateline.scoring import Score, ramp
from dateline.stories import candidates, clusters, likeness, nearness, policy
from dateline.stories.rarity import rarities
from dateline.stories.sketch import Sketch, sketches, world
from dateline.when import NEVER_SAID, When, both, moment

_MEAN, _PAIR = 1.8, 0.5
"""Clusters join when the pairs across them score at least this on average, and none of them less than this."""

_UNHEARD = 0.3
"""What a pair in two languages gets there whose words were not held against each other."""

_SUPPOSED, _HALF = 0.75, 0.5
"""From this score on two claims may yet be of one event: a fifth of such pairs are, half of those just short of one event."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What matching gives. `supposed` are pairs of claims that may be of one event though too little says so: nothing is
    told of them, but several that agree on the day of an article without one are evidence for it.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    supposed: tuple[Event, ...] = ()


def match(
    readings: tuple[Reading, ...],
    stories: tuple[Story, ...],
    encoder: Encoder,
    entities: tuple[Entity, ...] = (),
    among: Collection[str] | None = None,
) -> Matched:
    """The readings with `claim.event` filled in, the events, and those that articles without a day may share besides.

    Only claims of one story can meet. Run it once before dating, when times are wide, and once after, when they are
    sharp: what an early run took for one flight may then prove to be two. `among` are ids of the articles of some whole
    stories: only these are matched and given back.
    """
    asked = readings if among is None else tuple(r for r in readings if r.article.id in among)
    known = sketches(asked, world(readings, entities), rarities(readings, stories))
    story_of = {article: story.id for story in stories for article in story.articles}
    plain = _plain(known, story_of)
    found = _scores(known, story_of, encoder, plain)
    groups = _groups(known, found)
    scores = _within(groups, found)
    events = [_event([known[i] for i in group], inside) for group, inside in zip(groups, scores, strict=True)]
    home = {claim: event.id for event in events for claim in event.claims}
    filled = tuple(replace(r, claims=tuple(replace(c, event=home[c.id]) for c in r.claims)) for r in asked)
    events.sort(key=lambda e: (e.time.sort_key, e.id))
    return Matched(filled, tuple(events), tuple(_supposed(known, {**plain, **found}, home)))


def _plain(known: Sequence[Sketch], story_of: Mapping[str, str]) -> dict[tuple[int, int], Score]:
    """The structured scores of all candidate pairs, without their words."""
    return {(i, j): policy.judge(known[i], known[j]) for i, j in candidates.pairs(known, story_of)}


def _supposed(
    known: Sequence[Sketch], found: Mapping[tuple[int, int], Score], home: Mapping[str, str]
) -> Iterator[Event]:
    """An event for each pair of claims that may be of one though too little says so, where an article's day is open: several
    that agree on a day are evidence for it."""
    for (i, j), score in sorted(found.items()):
        left, right = known[i], known[j]
        settled = left.published.exact and right.published.exact
        if settled or left.article == right.article or home[left.id] == home[right.id] or score.total <= _SUPPOSED:
            continue
        sure = _HALF * ramp(score.total, _SUPPOSED, policy.ONE_EVENT)
        yield replace(_event([left, right], [score]), id=digest("e", left.id, right.id), sureness=round(sure, 3))


def _scores(
    known: Sequence[Sketch],
    story_of: Mapping[str, str],
    encoder: Encoder,
    plain: Mapping[tuple[int, int], Score],
) -> dict[tuple[int, int], Score]:
    """The scores of all candidate pairs that are not hopeless, with vectors where they can decide."""
    chosen: dict[float, list[_Scored]] = {}
    foreign: dict[str, list[_Scored]] = {}
    out = {}
    alike = likeness.standing_out(known, story_of, encoder)
    for i, j in sorted({*plain, *alike}):
        score = plain[i, j] if (i, j) in plain else policy.judge(known[i], known[j])
        needed = policy.threshold(known[i], known[j])
        if (i, j) in alike:
            out[i, j] = score.plus([alike[i, j].beside(score, known[i].claim.status, known[j].claim.status)])
            continue
        if known[i].claim.lang != known[j].claim.lang and score.total < needed:
            if score.total + policy.ABROAD_MOST >= needed:
                foreign.setdefault(story_of.get(known[i].article, ""), []).append((i, j, score))
        elif score.total + policy.WORDS_MOST >= needed:
            chosen.setdefault(needed, []).append((i, j, score))
    for asked in foreign.values():
        chosen.setdefault(policy.ONE_EVENT, []).extend(_surest(asked))
    for needed, items in sorted(chosen.items()):
        worded = [known[i].worded(known[j], score) for i, j, score in items]
        scored = nearness.with_words(worded, encoder, nearness.Range(needed, policy.WORDS_LEAST, policy.WORDS_MOST))
        out.update({(i, j): score for (i, j, _), score in zip(items, scored, strict=True)})
    return out


_Scored = tuple[int, int, Score]

_MOST_ENCODED = 400
"""Pairs of a story whose words are compared across languages: encoding is by far the dearest step."""

_FEW, _BEST = 100, 2


def _surest(asked: Sequence[_Scored]) -> list[_Scored]:
    """All of a few pairs; of many those that are among each other's best and need the least help."""
    if len(asked) <= _FEW:
        return list(asked)
    ordered = sorted(asked, key=lambda item: (-item[2].total, item[0], item[1]))
    rank: Counter[int] = Counter()
    kept = []
    for i, j, score in ordered:
        if rank[i] < _BEST and rank[j] < _BEST:
            kept.append((i, j, score))
        rank.update((i, j))
    return kept[:_MOST_ENCODED]


def _groups(known: Sequence[Sketch], found: Mapping[tuple[int, int], Score]) -> list[list[int]]:
    links = [(s.total, i, j) for (i, j), s in found.items() if s.total >= policy.threshold(known[i], known[j])]
    asked: dict[tuple[int, int], float] = {}

    def between(i: int, j: int) -> float:
        if (i, j) in found:
            return found[i, j].total
        if (i, j) not in asked:
            abroad = known[i].claim.lang != known[j].claim.lang
            asked[i, j] = policy.judge(known[i], known[j]).total + (_UNHEARD if abroad else 0.0)
        return asked[i, j]

    return clusters.join(len(known), links, between, _MEAN, _PAIR)


def _within(groups: Sequence[Sequence[int]], found: Mapping[tuple[int, int], Score]) -> list[list[Score]]:
    """For each group the scores of the pairs inside it, the surest first."""
    home = {i: place for place, group in enumerate(groups) for i in group}
    inside: list[list[tuple[float, int, int]]] = [[] for _ in groups]
    for (i, j), score in found.items():
        if home[i] == home[j]:
            inside[home[i]].append((-score.total, i, j))
    return [[found[i, j] for _, i, j in sorted(pairs)] for pairs in inside]


def _event(members: Sequence[Sketch], scores: Sequence[Score]) -> Event:
    claims = [m.claim for m in members]
    founder = claims[0]
    latest = max(members, key=lambda m: (m.published.sort_key, _STAGE[m.claim.status], m.claim.id)).claim
    return Event(
        id=digest("e", founder.id),
        title=min(claims, key=lambda c: (len(c.span.quote), c.id)).span.quote,
        time=agreed([c.time for c in claims]),
        status=latest.status,
        history=_history(members),
        claims=tuple(c.id for c in claims),
        origins=origin.count(claims).independent,
        reasons=scores[0].words if scores else (),
        sureness=sureness(scores),
    )


_STAGE = {status: place for place, status in enumerate(Status)}
_STAGE |= {Status.UNKNOWN: -6, Status.POSSIBLE: -5, Status.REQUIRED: -4, Status.PLANNED: -3, Status.CANCELLED: -2}
"""Which of two statements of one day is the later chapter: a plan, then its calling-off, then the deed."""


def sureness(scores: Sequence[Score]) -> float:
    """How sure it is that the claims belong together, 0 to 1, by the middling pair; 1 for a claim alone."""
    if not scores:
        return 1.0
    return round(0.5 + 0.45 * ramp(scores[len(scores) // 2].total, policy.ONE_EVENT, policy.ONE_EVENT + 2.0), 3)


def agreed(times: Sequence[When]) -> When:
    """The time most claims allow: the days left when their times are laid over one another, narrowest first.

    A time that leaves no day is passed over here; the relations show it as a contradiction.
    """
    known = sorted((t for t in times if t.begin.known), key=lambda t: (t.lasting, t.begin.size, t.sort_key))
    if not known:
        return NEVER_SAID
    first = known[0]
    if first.lasting:
        return first
    days = first.begin
    for other in known[1:]:
        if not other.lasting and (left := both(days, other.begin)).ranges:
            days = left
    return (
        moment(days, first.clock, first.zone, first.approximate)
        if days.size == 1
        else replace(first, begin=days, end=days)
    )


def _history(members: Sequence[Sketch]) -> tuple[Step, ...]:
    """One step a status, in the order of the story: planned, put off, cancelled, happened."""
    steps: dict[Status, list[Claim]] = {}
    for member in members:
        steps.setdefault(member.claim.status, []).append(member.claim)
    made = [Step(s, agreed([c.time for c in claims]), tuple(c.id for c in claims)) for s, claims in steps.items()]
    return tuple(sorted(made, key=lambda step: (_STAGE[step.status], step.claims)))
