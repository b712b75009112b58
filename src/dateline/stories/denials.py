"""What somebody denies and another reports, where no event joins the two: "denied that it had cut the internet" and "the
internet was cut on the government's orders".

Asked is a denial with a voice, the same thing told in nearly the same words, and times that can meet. A plain negative
("no one was hurt") is a state of its time and contradicts nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.denial import gainsaid
from dateline.model import Kind, Status
from dateline.scoring import Reason, Score
from dateline.stories.likeness import Alike
from dateline.stories.nearness import spelling
from dateline.stories.sketch import UNSETTLED, Sketch
from dateline.when import overlap

_COSINE, _MARGIN = 0.4, 0.2
"""From which likeness on, across languages, a denial and a report tell of one thing."""

_LETTERS = 0.5
"""The same within a language, where shared letters tell."""

_MOST = 60
"""Denials of one story, and reports of one topic, that are held against one another: the first in the total order."""

_LONG_PAST = 366
"""Days before a denial from which on what happened then is not what it denies, where it names no time."""

_REPORTED = (Status.HAPPENED, Status.ONGOING)


def denials(
    members: Sequence[Sketch], alike: Mapping[tuple[str, str], Alike], story_of: Mapping[str, str]
) -> Iterator[tuple[Sketch, Sketch, Score]]:
    """(denial, report, score) of two articles of one story, at most one a denial and article: the one most alike."""
    stories: dict[str, list[Sketch]] = {}
    for sketch in sorted(members, key=lambda s: s.order):
        stories.setdefault(story_of.get(sketch.article, sketch.article), []).append(sketch)
    for _, own in sorted(stories.items()):
        reports: dict[str, list[Sketch]] = {}
        for sketch in own:
            if _reports(sketch):
                for concept in sketch.concepts:
                    reports.setdefault(concept, []).append(sketch)
        for denial in [s for s in own if gainsaid(s.claim)][:_MOST]:
            told = {s.id: s for c in sorted(denial.concepts) for s in reports.get(c, [])[:_MOST]}
            best: dict[str, tuple[float, str, Sketch, Reason]] = {}
            for report in told.values():
                reason = _one_thing(denial, report, alike)
                if reason and (-reason.points, report.id) < best.get(report.article, (0.0, ""))[:2]:
                    best[report.article] = (-reason.points, report.id, report, reason)
            for _, _, report, reason in best.values():
                about = Reason("contradiction status", 0.0, "one denies what the other reports")
                yield denial, report, Score((reason, about))


def _reports(sketch: Sketch) -> bool:
    claim = sketch.claim
    told = claim.status in _REPORTED and claim.polarity == "positive"
    return told and claim.kind not in UNSETTLED and claim.kind is not Kind.BACKGROUND


def _one_voice(denial: Sketch, report: Sketch) -> bool:
    """Whether who denies it takes part in what is reported, or tells it: "the minister blamed a cable"."""
    speaks = {a.entity or a.source.casefold() for a in denial.claim.attribution}
    told = {a.entity or a.source.casefold() for a in report.claim.attribution}
    acts = {p.entity or p.text.casefold() for p in report.claim.participants if p.role == "agent"}
    return not speaks.isdisjoint(told | acts)


def _apart(denial: Sketch, report: Sketch) -> bool:
    """Whether names, doers, what it is about or a time long past tell what is denied from what is reported."""
    doers, others = _doers(denial), _doers(report)
    printed, last = denial.published.earliest, report.claim.time.latest
    ago = (printed - last).days if printed and last else 0
    long_past = ago > _LONG_PAST and not denial.claim.time.known
    other_doer = bool(doers) and bool(others) and doers.isdisjoint(others)
    return long_past or other_doer or denial.head not in report.concepts or not denial.fits(report)


def _doers(sketch: Sketch) -> set[str]:
    return {p.entity or p.text.casefold() for p in sketch.claim.participants if p.role == "agent"}


def _one_thing(denial: Sketch, report: Sketch, alike: Mapping[tuple[str, str], Alike]) -> Reason | None:
    """Why a denial and a report are of one thing; None where they are not, or stand in one article."""
    a, b = denial.claim, report.claim
    if (
        denial.article == report.article
        or _one_voice(denial, report)
        or _apart(denial, report)
        or (a.time.known and b.time.known and not overlap(a.time, b.time))
    ):
        return None
    if a.lang == b.lang:
        shared = spelling(denial.text, report.text)
        return Reason("words", shared, f"the words are near (letters {shared:.2f})") if shared >= _LETTERS else None
    found = alike.get((denial.id, report.id)) or alike.get((report.id, denial.id))
    if found is None or found.cosine < _COSINE or found.margin < _MARGIN:
        return None
    return Reason("words", found.margin, f"nothing else in the two articles is as near (cosine {found.cosine:.2f})")
