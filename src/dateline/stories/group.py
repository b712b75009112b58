"""Articles on one course of events become a story, across languages."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.ids import digest
from dateline.model import Article, Entity, Part, Reading, Story
from dateline.ports import Encoder
from dateline.scoring import SILENT, Feature, Finding, Reason, Score, ramp, score
from dateline.stories import clusters, nearness
from dateline.stories.sketch import World, world
from dateline.when import When

ONE_STORY = 1.0
"""Articles that score at least this are on one story."""

_MEAN, _PAIR = 0.75, -0.5
_NEAREST = 24
_WIDTH = 512
_LEAST_COSINE = 0.12
_LEAD = 400
"""Characters of an article that are held against another's, behind its title."""

_SHORT = 200
"""The same within one language, where encoding much would take longer than it tells, and where letters are compared."""

_WORDS = nearness.Range(ONE_STORY, -0.15, 0.4)

_LIKE_COSINE = 0.3
"""From which cosine on two articles meet though they name nothing in common."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a cosine of two articles adds: `least` at `low` and below, `most` at `high` and above."""

    least: float
    most: float
    low: float
    high: float

    def reason(self, cosine: float) -> Reason:
        """What is added, and why."""
        share = ramp(cosine, self.low, self.high)
        words = (
            "they tell of the like"
            if share >= 0.5
            else "a little alike"
            if share > 0.15
            else "they tell of other things"
        )
        return Reason(
            "words", round(self.least + (self.most - self.least) * share, 4), f"{words} (cosine {cosine:.2f})"
        )

    def open(self, total: float) -> bool:
        """Whether this can lift a total over the threshold or drop it below."""
        return total + self.least < ONE_STORY <= total + self.most


ABROAD, HOME = Scale(-0.5, 1.7, 0.25, 0.6), Scale(-0.8, 2.0, 0.4, 0.95)
"""Between two languages, where names are spelt unlike and tables know unlike topics; and within one, where two quakes are told
in the same words. Set on `corpus/matching/dev` and on ECB+ (docs/decisions/0014)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: weights of the things it names and of its topics, each set scaled to length one; where the
    things it names lie, over all levels, as far as tables know.
    """

    article: Article
    names: Mapping[str, float]
    topics: Mapping[str, float]
    regions: frozenset[str]
    lead: str
    founder: str

    @property
    def short(self) -> str:
        """The lead as it is compared within a language."""
        return self.lead[: len(self.article.title) + len(". ") + _SHORT]


def names(left: Profile, right: Profile) -> Finding:
    """The things both name, the rarer and the more often the more."""
    value = _cosine(left.names, right.names)
    top = _top(left.names, right.names)
    if top:
        return value, f"both name {', '.join(top)}"
    if not left.names or not right.names:
        return -1.5, "one of them names nothing"
    if left.regions and right.regions and not left.regions & right.regions:
        return -1.5, "they name nothing in common, and other places"
    return -0.75, "they name nothing in common"


def topics(left: Profile, right: Profile) -> Finding:
    """What both are about."""
    if not left.topics or not right.topics:
        return SILENT
    value = _cosine(left.topics, right.topics)
    top = _top(left.topics, right.topics)
    return (value, f"both are about {', '.join(top)}") if top else (-0.5, "no topic in common")


def closeness(left: Profile, right: Profile) -> Finding:
    """Articles weeks apart are the less likely on one story; a month apart still may be."""
    gap = _gap(left.article.published, right.article.published)
    if gap is None:
        return SILENT
    if gap <= 7:
        return 0.5, "published within a week"
    return (-ramp(gap, 30, 365), f"published {gap} days apart") if gap > 30 else SILENT


def _gap(a: When, b: When) -> int | None:
    if not a.begin.known or not b.begin.known:
        return None
    return max(a.begin.lo - b.begin.hi, b.begin.lo - a.begin.hi, 0)


POLICY: tuple[Feature[Profile], ...] = (
    Feature("names", 1.6, names),
    Feature("topics", 1.0, topics),
    Feature("closeness", 0.6, closeness),
)


def group(readings: tuple[Reading, ...], encoder: Encoder, entities: tuple[Entity, ...] = ()) -> tuple[Story, ...]:
    """Every article in one story, alone where it belongs to none; sorted by id.

    Each article meets its nearest by names and topics, and between languages by its vector; the policy decides, with the
    vectors of the leads. Articles that share nothing never meet, so adding one changes no other story.
    """
    known = world(readings, entities)
    profiles = sorted((_profile(r, known) for r in readings), key=lambda p: (p.article.published.sort_key, p.founder))
    found = _scores(profiles, encoder)
    links = [(s.total, i, j) for (i, j), s in found.items() if s.total >= ONE_STORY]

    def between(i: int, j: int) -> float:
        return found[i, j].total if (i, j) in found else score(POLICY, profiles[i], profiles[j]).total

    groups = clusters.join(len(profiles), links, between, _MEAN, _PAIR)
    languages = {r.article.id: r.article.lang for r in readings}
    best = _best(groups, found)
    stories = [_story([profiles[i] for i in g], b, languages) for g, b in zip(groups, best, strict=True)]
    return tuple(sorted(stories, key=lambda s: s.id))


def _scores(profiles: Sequence[Profile], encoder: Encoder) -> dict[tuple[int, int], Score]:
    if len(profiles) < 2:
        return {}
    near = _near(np.stack([_hashed(p) for p in profiles]), _LEAST_COSINE)
    if not encoder.taught:
        chosen = [(i, j, score(POLICY, profiles[i], profiles[j])) for i, j in near]
        scored = nearness.with_words([_worded(profiles[i], profiles[j], s) for i, j, s in chosen], encoder, _WORDS)
        return {(i, j): s for (i, j, _), s in zip(chosen, scored, strict=True)}
    return _told_alike(profiles, near, encoder)


def _told_alike(
    profiles: Sequence[Profile], near: Sequence[tuple[int, int]], encoder: Encoder
) -> dict[tuple[int, int], Score]:
    """Scores with what the vectors of the articles say: between two languages always, and there of articles too that name
    nothing in common; within one where the other reasons do not decide, since encoding is dear."""
    langs = [p.article.lang for p in profiles]
    found = {(i, j): score(POLICY, profiles[i], profiles[j]) for i, j in near}
    cosines: dict[tuple[int, int], float] = {}
    if len(set(langs)) > 1:
        whole = encoder.encode([p.lead for p in profiles])
        met = {(i, j) for i, j in near if langs[i] != langs[j]} | set(_near(whole, _LIKE_COSINE, langs))
        found |= {(i, j): score(POLICY, profiles[i], profiles[j]) for i, j in met if (i, j) not in found}
        cosines = {(i, j): float(whole[i] @ whole[j]) for i, j in met}
    undecided = [(i, j) for i, j in near if langs[i] == langs[j] and HOME.open(found[i, j].total)]
    row = {k: place for place, k in enumerate(sorted({k for pair in undecided for k in pair}))}
    short = encoder.encode([profiles[k].short for k in row])
    cosines |= {(i, j): float(short[row[i]] @ short[row[j]]) for i, j in undecided}
    out = {}
    for (i, j), known in sorted(found.items()):
        scale = HOME if langs[i] == langs[j] else ABROAD
        out[i, j] = known.plus([scale.reason(round(cosines[i, j], 3))]) if (i, j) in cosines else known
    return out


def _worded(left: Profile, right: Profile, known: Score) -> nearness.Worded:
    return nearness.Worded(left.short, right.short, left.article.lang, right.article.lang, known)


def _near(vectors: NDArray[np.float32], least: float, kinds: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Pairs worth scoring: each article and those nearest to it by its vector, shape (articles, width); where `kinds` are
    given, only of those of another kind."""
    kind = np.array(kinds)
    found: set[tuple[int, int]] = set()
    for start in range(0, len(vectors), 1000):
        near = np.round(vectors[start : start + 1000] @ vectors.T, 4)
        if len(kind):
            near[kind[start : start + 1000, None] == kind[None]] = -1.0
        order = np.argsort(-near, axis=1, kind="stable")[:, : _NEAREST + 1]
        for offset, row in enumerate(order):
            i = start + offset
            found.update((min(i, int(j)), max(i, int(j))) for j in row if j != i and near[offset, j] >= least)
    return sorted(found)


def _hashed(profile: Profile) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    out = np.zeros(_WIDTH, dtype=np.float32)
    for side, weights in (("n", profile.names), ("t", profile.topics)):
        for key, weight in weights.items():
            code = zlib.crc32(f"{side}:{key}".encode("utf-8", "surrogatepass"))
            # The sign keeps two things that fall into one bin from looking alike (Weinberger et al. 2009).
            out[code % _WIDTH] += weight if code & 65536 else -weight
    norm = float(np.linalg.norm(out))
    return out / norm if norm else out


def _profile(reading: Reading, known: World) -> Profile:
    article = reading.article
    titled = (e for e in reading.headline if e in known.weight)
    named = Counter(e for e in (*titled, *(m.entity for m in reading.mentions if m.entity)) if known.proper(e))
    about = Counter(c for claim in reading.claims for c in claim.concepts)
    said = [s for s in reading.sentences if s.part is Part.SENTENCE]
    start = said[0].start if said else 0
    return Profile(
        article=article,
        names=_unit({e: known.specific(e) * (1 + np.log(n)) for e, n in named.items()}),
        regions=frozenset(place for e in named if known.located(e) for place in known.around(e)),
        topics=_unit({c: 1 + np.log(n) for c, n in about.items()}),
        lead=f"{article.title}. {article.text[start : start + _LEAD]}".strip(". "),
        founder=min((c.id for c in reading.claims), default=article.id),
    )


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    norm = sum(w * w for w in weights.values()) ** 0.5
    return {key: round(float(w / norm), 6) for key, w in sorted(weights.items())} if norm else {}


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(w * right[key] for key, w in left.items() if key in right)


def _top(left: Mapping[str, float], right: Mapping[str, float]) -> list[str]:
    return sorted((k for k in left if k in right), key=lambda k: (-left[k] * right[k], k))[:4]


def _best(groups: Sequence[Sequence[int]], found: Mapping[tuple[int, int], Score]) -> list[Score | None]:
    """For each group the surest score of a pair inside it."""
    home = {i: place for place, group in enumerate(groups) for i in group}
    best: list[tuple[float, int, int] | None] = [None] * len(groups)
    for (i, j), points in found.items():
        place, item = home[i], (-points.total, i, j)
        if place == home[j]:
            best[place] = min(best[place] or item, item)
    return [found[b[1], b[2]] if b else None for b in best]


def _story(members: Sequence[Profile], best: Score | None, languages: Mapping[str, str]) -> Story:
    founder = members[0]
    articles = tuple(p.article.id for p in members)
    return Story(
        id=digest("s", founder.founder),
        title=founder.article.title or founder.lead[:80],
        articles=articles,
        languages=tuple(sorted({languages[a] for a in articles if languages[a]})),
        reasons=best.words if best else (),
    )
