"""The verbs in order: the one place that knows the whole program.

Per article (`analyse`): detect, split, tag times, tag names, extract claims. Then, over the collection (`run`): link names, find
origins, group stories, match events, date articles, move every time along, compare, follow. What an as-of date may see is decided
here too, by a least fixpoint over the articles' own evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline import claims, dating, entities, lang, stories, timex, tracks
from dateline.edtf import read as read_edtf
from dateline.model import (
    Article,
    Brief,
    Dating,
    Entity,
    Event,
    Link,
    Mention,
    Problem,
    Reading,
    Relation,
    Row,
    Sentence,
    Story,
    Timex,
)
from dateline.ports import Encoder
from dateline.text import language, sentences
from dateline.watch import NO_WATCH, Watch
from dateline.when import Grain, When

Progress = Callable[[str, int, int], None]


def _quiet(_stage: str, _done: int, _all: int) -> None:
    """Report nothing."""


# --- one article -----------------------------------------------------------------------------------------------------

Draft = tuple[Reading, tuple[Problem, ...]]


def _detect(article: Article, forced: str) -> tuple[Article, tuple[Problem, ...]]:
    code, score = (
        (forced or article.lang, 1.0) if forced or article.lang else language.detect(article.text, lang.available())
    )
    readable = code in lang.available()
    article = replace(article, lang=code, lang_score=round(score, 4), readable=readable)
    if readable:
        return article, ()
    names = ", ".join(lang.available())
    found = f"found language {code!r}" if code else "the language could not be told"
    message = f"{found}; read so far: {names}. The article is kept and listed but unread; --lang CODE forces a language"
    return article, (Problem("unread-language", "detect", article.path or article.id, message),)


def _split(article: Article, tables: lang.Language) -> tuple[Sentence, ...]:
    return sentences.split(article.text, tables)


def _tag(
    article: Article, parts: tuple[Sentence, ...], tables: lang.Language
) -> tuple[tuple[Timex, ...], tuple[Problem, ...]]:
    return timex.tag(article, parts, tables)


def _mention(article: Article, parts: tuple[Sentence, ...], tables: lang.Language) -> tuple[Mention, ...]:
    return entities.mention(article, parts, tables)


def analyse(article: Article, forced: str = "") -> Draft:
    """Everything that one article says on its own, and what could not be read in it."""
    article, problems = _detect(article, forced)
    if not article.readable:
        return Reading(article), problems
    tables = lang.load(article.lang)
    parts = _split(article, tables)
    timexes, time_problems = _tag(article, parts, tables)
    mentions = _without(_mention(article, parts, tables), timexes)
    if not claims.has_grammar(tables):
        message = f"times and names are read in {article.lang!r}, what is claimed is not yet: no claims come from this article"
        untold = Problem("unread-claims", "claims", article.path or article.id, message)
        return Reading(article, parts, timexes, mentions), (*problems, *time_problems, untold)
    found, claim_problems = claims.extract(article, parts, timexes, mentions, tables)
    return Reading(article, parts, timexes, mentions, found), (*problems, *time_problems, *claim_problems)


def _without(mentions: Sequence[Mention], timexes: Sequence[Timex]) -> tuple[Mention, ...]:
    """Names outside time expressions: the "August" of a date is no name."""
    taken = [(t.span.start, t.span.end) for t in timexes if not t.vague]
    return tuple(m for m in mentions if not any(s < m.span.end and m.span.start < e for s, e in taken))


# --- the collection --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Solved:
    """What the articles say between them."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    datings: tuple[Dating, ...]
    problems: tuple[Problem, ...]


def solve(readings: tuple[Reading, ...], known: tuple[Entity, ...], encoder: Encoder, as_of: str) -> Solved:
    """Group, match, date, and match again on the times that dating has narrowed."""
    readings = stories.origins(readings)
    grouped, datings, problems = _dated(readings, known, encoder, as_of)
    by_article = {d.article: d for d in datings}
    moved = tuple(_reread(dating.anchored(r, by_article[r.article.id]), by_article[r.article.id]) for r in readings)
    matched, events = stories.match(moved, grouped, encoder, known)
    return Solved(matched, grouped, events, datings, problems)


def _dated(
    readings: tuple[Reading, ...], known: tuple[Entity, ...], encoder: Encoder, as_of: str
) -> tuple[tuple[Story, ...], tuple[Dating, ...], tuple[Problem, ...]]:
    """Stories, and the days the articles can be of by the events they share."""
    grouped = stories.group(readings, encoder, known)
    _, proposed = stories.match(readings, grouped, encoder, known)
    datings, problems = dating.solve(readings, proposed, as_of or None)
    return grouped, datings, problems


def _reread(reading: Reading, found: Dating) -> Reading:
    """What an article claims, read again once its day was inferred: "arrives on 28 August" is a plan on the 25th.

    Times and names stay as they are; only what follows from the article's day can change.
    """
    tables = lang.load(reading.article.lang) if found.inferred and reading.article.readable else None
    if tables is None or not claims.has_grammar(tables):
        return reading
    dated = replace(reading.article, published=found.when)
    again, _ = claims.extract(dated, reading.sentences, reading.timexes, reading.mentions, tables)
    origins = {c.id: c.origin for c in reading.claims}
    return replace(reading, claims=tuple(replace(c, origin=origins.get(c.id, "")) for c in again))


def default_as_of(articles: Sequence[Article]) -> str:
    """The newest stated day; where only coarser dates are stated, the last day of the newest; "" where none is.

    Depends on the input alone, never on the clock.
    """
    exact = [a.published.latest for a in articles if a.published.latest and a.published.grain <= Grain.DAY]
    coarse = [a.published.latest for a in articles if a.published.latest]
    newest = max(exact or coarse, default=None)
    return newest.isoformat() if newest else ""


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
            _, datings, _ = _dated(stories.origins(linked), known, encoder, "")
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
    problems: Sequence[Problem] = (),
    watch: Watch = NO_WATCH,
    progress: Progress = _quiet,
) -> Brief:
    """One brief from articles. `problems` are those met while reading; they are passed on. `watch` changes rows alone.

    Raises `BadDate` where `as_of` is no day.
    """
    trouble = list(problems)
    drafts, own = [], {}
    for number, article in enumerate(articles):
        progress("reading", number, len(articles))
        reading, found = analyse(article, forced_language)
        drafts.append(reading)
        own[reading.article.id] = found
    progress("linking", 0, 0)
    everything = _sorted(drafts)
    day = as_of or default_as_of([r.article for r in everything])
    shown, possibly, later = visible(everything, encoder, day) if as_of else (everything, (), ())
    trouble += [problem for r in shown for problem in own[r.article.id]]
    trouble += _unseen(everything, possibly, later, day)
    shown, known, links = entities.link(shown)
    progress("dating", 0, 0)
    solved = solve(shown, known, encoder, day)
    trouble += solved.problems
    progress("comparing", 0, 0)
    relations = stories.compare(solved.readings, solved.events, solved.datings, encoder, known, solved.stories)
    readings, rows, unfollowed = tracks.follow(
        solved.readings, solved.events, relations, solved.datings, day, known, solved.stories, watch
    )
    trouble += unfollowed
    return _brief(day, readings, known, links, solved, relations, rows, trouble, encoder, possibly)


def _unseen(readings: Sequence[Reading], possibly: Sequence[str], later: Sequence[str], day: str) -> list[Problem]:
    found = []
    for r in readings:
        subject = r.article.path or r.article.id
        if r.article.id in later:
            message = f"published after {day}; left out, since it could not be read by then"
            found.append(Problem("after-as-of", "as-of", subject, message))
        elif r.article.id in possibly:
            message = f"may have been published after {day}, so it is left out and listed as possibly published"
            found.append(Problem("possibly-published", "as-of", subject, message))
    return found


def _brief(
    day: str,
    readings: tuple[Reading, ...],
    known: tuple[Entity, ...],
    links: tuple[Link, ...],
    solved: Solved,
    relations: tuple[Relation, ...],
    rows: tuple[Row, ...],
    trouble: Sequence[Problem],
    encoder: Encoder,
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
        models=(f"{encoder.name} {encoder.version}",),
        possibly_published=possibly,
    )
