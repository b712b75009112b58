"""The verbs in order: the one place that knows the whole program.

Per article: see `analysis`. Then, over the collection (`run`): link names, find origins, group stories, match events, date
articles, move every time along, compare, follow. What an as-of date may see is decided here too, by a least fixpoint over
the articles' own evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import dating, entities, reader, stories, tracks
from dateline.analysis import Draft, analyse_all, reread
from dateline.edtf import by_program, write
from dateline.edtf import read as read_edtf
from dateline.model import (
    Article,
    Brief,
    Dating,
    Entity,
    Event,
    Link,
    Problem,
    Reading,
    Relation,
    Row,
    Story,
)
from dateline.ports import Encoder, Finding
from dateline.watch import NO_WATCH, Watch
from dateline.when import Grain, When

Progress = Callable[[str, int, int], None]

_LONG = 500
"""Sentences of an article while which is read its own progress is told."""


_UNDATED = "no-date"
"""The problem of an article that states no date."""


def _quiet(_stage: str, _done: int, _all: int) -> None:
    """Report nothing."""


# --- the collection --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Solved:
    """What the articles say between them."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    datings: tuple[Dating, ...]
    problems: tuple[Problem, ...]
    translated: tuple[tuple[str, str], ...]
    """The pairs of articles of which one is a translation of the other."""


def solve(
    readings: tuple[Reading, ...],
    known: tuple[Entity, ...],
    encoder: Encoder,
    as_of: str,
    findings: Mapping[str, Finding | None],
) -> Solved:
    """Group, match, date, and match again on the times that dating has narrowed. `findings` by article: what a trained
    reader found in it.
    """
    first = _dated(readings, known, encoder, as_of)
    by_article = {d.article: d for d in first.datings}
    again = [_moved(r, by_article[r.article.id], findings.get(r.article.id)) for r in first.readings]
    first = replace(first, problems=(*first.problems, *(p for draft in again for p in draft.problems)))
    moved = tuple(draft.reading for draft in again)
    stirred = {r.article.id for r, m in zip(first.readings, moved, strict=True) if m is not r}
    anew = {a for story in first.stories if not stirred.isdisjoint(story.articles) for a in story.articles}
    return _matched_anew(first, moved, known, encoder, anew) if anew else first


def _dated(readings: tuple[Reading, ...], known: tuple[Entity, ...], encoder: Encoder, as_of: str) -> Solved:
    """Stories, origins and events, and the days the articles can be of by the events they share."""
    grouped = stories.group(readings, encoder, known)
    translated = tuple(stories.translations(readings, grouped, encoder))
    readings = stories.origins(readings, translated)
    matched = stories.match(readings, grouped, encoder, known)
    datings, problems = dating.solve(readings, (*matched.events, *matched.supposed), as_of or None)
    return Solved(matched.readings, grouped, matched.events, datings, problems, translated)


def _matched_anew(
    first: Solved, moved: tuple[Reading, ...], known: tuple[Entity, ...], encoder: Encoder, anew: Collection[str]
) -> Solved:
    """What was solved, with the articles `anew` (those of whole stories) matched again on their moved times."""
    again = stories.match(moved, first.stories, encoder, known, anew)
    stale = {c.id for r in first.readings if r.article.id in anew for c in r.claims}
    kept = [e for e in first.events if e.claims[0] not in stale]
    by_article = {r.article.id: r for r in again.readings}
    return replace(
        first,
        readings=tuple(by_article.get(r.article.id, r) for r in first.readings),
        events=tuple(sorted([*kept, *again.events], key=lambda e: (e.time.sort_key, e.id))),
    )


def _moved(reading: Reading, found: Dating, finding: Finding | None) -> Draft:
    """An article moved to its day, its claims read again where that day was inferred: "arrives on 28 August" is a plan on
    the 25th. Times and names stay as they are; only what follows from the article's day can change.
    """
    reading = dating.anchored(reading, found)
    if not found.inferred:
        return Draft(reading)
    origins = {c.id: c.origin for c in reading.claims}
    moved = reread(reading, found.when, finding)
    claims = tuple(replace(c, origin=origins.get(c.id, "")) for c in moved.reading.claims)
    return replace(moved, reading=replace(moved.reading, claims=claims))


def default_as_of(articles: Sequence[Article]) -> str:
    """The newest stated day; for a coarser date that begins after every day stated, its last day; "" where none is.

    Depends on the input alone, never on the clock.
    """
    stated = [a.published for a in articles if a.published.latest]
    newest = max((w.latest for w in stated if w.latest and w.grain <= Grain.DAY), default=None)
    later = [w.latest for w in stated if w.latest and w.earliest and (newest is None or w.earliest > newest)]
    found = max(later, default=newest)
    return found.isoformat() if found else ""


def visible(
    readings: tuple[Reading, ...], encoder: Encoder, as_of: str
) -> tuple[tuple[Reading, ...], tuple[str, ...], tuple[str, ...]]:
    """(articles that could be read by the day `as_of`, ids of those possibly out by then, ids of later ones).

    Visible is an article whose latest surviving day, solved from visible articles and itself alone, is not after that
    day; the set is the least fixpoint, so that nothing leaks back from what was published later.
    """
    day = read_edtf(as_of)
    limit = day.latest
    assert limit is not None, "as_of is checked by its reader"
    seen = {r.article.id for r in readings if _latest_by(_alone(r), limit)}
    later = {r.article.id for r in readings if r.article.published.earliest and r.article.published.earliest > limit}
    waiting = [r for r in readings if r.article.id not in seen | later]
    while waiting:
        base = tuple(r for r in readings if r.article.id in seen)
        found = set()
        for reading in waiting:
            # An article that waits is solved with no as-of of its own: the limit must not date what it has to judge.
            linked, known, _ = entities.link(_sorted((*base, reading)))
            datings = _dated(linked, known, encoder, "").datings
            own = next(d for d in datings if d.article == reading.article.id)
            if _latest_by(own.when, limit):
                found.add(reading.article.id)
        if not found:
            break
        seen |= found
        waiting = [r for r in waiting if r.article.id not in found]
    shown = tuple(r for r in readings if r.article.id in seen)
    return shown, tuple(sorted(r.article.id for r in waiting)), tuple(sorted(later))


def _alone(reading: Reading) -> When:
    """The days an article can be of by its own word: its stated date, unless its text contradicts it."""
    datings, _ = dating.solve((reading,), (), None)
    return datings[0].when


def _latest_by(when: When, limit: object) -> bool:
    return when.latest is not None and when.latest <= limit  # type: ignore[operator]


def _sorted(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """In an order that depends on the set of articles alone."""
    return tuple(sorted(readings, key=lambda r: r.article.id))


def run(
    articles: Sequence[Article],
    encoder: Encoder,
    *,
    as_of: str = "",
    forced_language: str = "",
    use_reader: bool = False,
    processes: int = 1,
    problems: Sequence[Problem] = (),
    watch: Watch = NO_WATCH,
    progress: Progress = _quiet,
) -> Brief:
    """One brief from articles. `problems` are those met while reading; they are passed on. `watch` changes rows alone.

    `use_reader` asks for the trained reader beside the rules; many articles are read by up to so many `processes`.

    Raises `BadDate` where `as_of` is no day.
    """
    trouble = list(problems)
    missing = reader.obstacle() if use_reader else ""
    if missing:
        trouble += reader.load()[1]
    drafts: list[Draft] = []

    def inside(stage: str, done: int, sentences: int) -> None:
        if sentences >= _LONG:
            progress(f"reading {len(drafts) + 1} of {len(articles)}, {stage}", done, sentences)

    for number, draft in enumerate(analyse_all(articles, forced_language, use_reader, processes, inside)):
        progress("reading", number, len(articles))
        drafts.append(draft)
    by_id = {d.reading.article.id: d for d in drafts}
    progress("linking", 0, 0)
    everything = _sorted([d.reading for d in drafts])
    day = as_of or default_as_of([r.article for r in everything])
    shown, possibly, later = visible(everything, encoder, day) if as_of else (everything, (), ())
    trouble = _told(trouble, everything, possibly, later, day)
    trouble += [problem for r in shown for problem in by_id[r.article.id].problems]
    shown, known, links = entities.link(shown)
    progress("dating", 0, 0)
    solved = solve(shown, known, encoder, day, {name: d.finding for name, d in by_id.items()})
    trouble += solved.problems
    progress("comparing", 0, 0)
    relations = stories.compare(
        solved.readings, solved.events, solved.datings, encoder, known, solved.stories, solved.translated
    )
    readings, rows, unfollowed = tracks.follow(
        solved.readings, solved.events, relations, solved.datings, day, known, solved.stories, watch
    )
    trouble += unfollowed
    models = (f"{encoder.name} {encoder.version}", *([reader.NAME] if use_reader and not missing else []))
    return _brief(day, readings, known, links, solved, relations, rows, trouble, models, possibly)


def _told(
    trouble: Sequence[Problem], readings: Sequence[Reading], possibly: Sequence[str], later: Sequence[str], day: str
) -> list[Problem]:
    """The problems met so far, and one for each article left out that says why; that none of its dates is stated is said
    there, and not once more.
    """
    left = {r.article.path or r.article.id: r.article for r in readings if r.article.id in {*possibly, *later}}
    found = [p for p in trouble if p.subject not in left or p.code != _UNDATED]
    for subject, article in left.items():
        if article.id in later:
            message = f"published after {day}; left out, since it could not be read by then"
            found.append(Problem("after-as-of", "as-of", subject, message))
        else:
            message = (
                f"left out and listed as possibly published, since it may be of a later day than {day}: {_why(article)}"
            )
            found.append(Problem("possibly-published", "as-of", subject, message))
    return found


def _why(article: Article) -> str:
    """Why nobody knows that an article was out by a day."""
    mend = "give it a date, or leave --as-of out to read it all the same"
    if not article.published.known:
        return f"it states no day, and no other article dates it; {mend}"
    stated = (
        article.stated
        if article.stated and not by_program(article.stated)
        else write(replace(article.published, clock="", zone=""))
    )
    if article.published.exact:
        return f"it states {stated}, but reports what its text puts after that day as past"
    return f"it states no more than {stated}; {mend}"


def _brief(
    day: str,
    readings: tuple[Reading, ...],
    known: tuple[Entity, ...],
    links: tuple[Link, ...],
    solved: Solved,
    relations: tuple[Relation, ...],
    rows: tuple[Row, ...],
    trouble: Sequence[Problem],
    models: tuple[str, ...],
    possibly: tuple[str, ...],
) -> Brief:
    """Sorted by what things are, so that equal input gives equal bytes."""
    ids = {r.article.id for r in readings}
    return Brief(
        as_of=day,
        readings=_sorted(readings),
        entities=tuple(sorted(known, key=lambda e: e.id)),
        links=tuple(x for x in links if x.left.article in ids and x.right.article in ids),
        datings=tuple(sorted(solved.datings, key=lambda d: d.article)),
        stories=tuple(sorted(solved.stories, key=lambda s: s.id)),
        events=tuple(sorted(solved.events, key=lambda e: (e.time.sort_key, e.id))),
        relations=tuple(sorted(relations, key=lambda r: (r.left, r.right))),
        board=rows,
        problems=tuple(dict.fromkeys(trouble)),
        models=models,
        possibly_published=possibly,
    )
