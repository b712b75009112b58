"""What one article says on its own: detect, split, tag times, read, tag names, extract claims; and the same for many.

Articles do not depend on each other here, so many are shared out to processes; the answer is the same however many.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from dateline import claims, entities, lang, reader, timex
from dateline.model import Article, Mention, Problem, Reading, Timex
from dateline.overlap import Places
from dateline.patience import be_patient
from dateline.ports import Finding, Reader
from dateline.text import language, sentences
from dateline.when import When

_WORTH_A_PROCESS = {True: 24, False: 120}
"""So many articles for each further process, with a reader and without: fewer are read before it has started."""


_MOST_PROCESSES = 61
"""Windows waits for no more."""


Tell = Callable[[str, int, int], None]


def _untold(_stage: str, _done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article read on its own, what could not be read in it, and what a trained reader found in it."""

    reading: Reading
    problems: tuple[Problem, ...] = ()
    finding: Finding | None = None


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


def analyse(article: Article, forced: str = "", trained: Reader | None = None, tell: Tell = _untold) -> Draft:
    """Everything that one article says on its own, and what could not be read in it. `forced` is the code of a language
    that is taken for the article's own. `tell` is told how far it has come: the stage, sentences done, and all of them.

    Raises whatever a fault of this program raises; `analyse_all` makes a problem of it.
    """
    return _read(*_detect(article, forced), trained, tell)


def _read(article: Article, problems: tuple[Problem, ...], trained: Reader | None, tell: Tell = _untold) -> Draft:
    """What an article says whose language is known."""
    if not article.readable:
        return Draft(Reading(article), problems)
    tables = lang.load(article.lang)
    parts = sentences.split(article.text, tables)
    timexes, time_problems = timex.tag(article, parts, tables)
    places = [(s.start, s.end) for s in parts]
    finding = trained.read(article.text, places, partial(tell, "names")) if trained else None
    mentions = _without(entities.mention(article, parts, tables, finding.names if finding else None), timexes)
    titled = entities.headline(article.title, tables)
    if not claims.has_grammar(tables):
        message = f"times and names are read in {article.lang!r}, what is claimed is not yet: no claims come from this article"
        untold = Problem("unread-claims", "claims", article.path or article.id, message)
        return Draft(Reading(article, parts, timexes, mentions, (), titled), (*problems, *time_problems, untold))
    found, claim_problems = claims.extract(article, parts, timexes, mentions, tables, finding, partial(tell, "claims"))
    return Draft(
        Reading(article, parts, timexes, mentions, found, titled), (*problems, *time_problems, *claim_problems), finding
    )


def _kept(article: Article, problems: tuple[Problem, ...], trained: Reader | None, tell: Tell = _untold) -> Draft:
    """What an article says; where reading it ends in an error, which is a fault of this program, the article is kept unread and
    a problem says so: no article costs the others their brief."""
    try:
        return _read(article, problems, trained, tell)
    except Exception as error:
        return Draft(Reading(article), (*problems, _failed(article, error, "it is kept and listed but unread")))


def _failed(article: Article, error: Exception, outcome: str) -> Problem:
    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}, {Path(at.filename).name} line {at.lineno}"
    message = f"an error of the program ended the reading of the article ({what}); {outcome}. Please report it, with the article"
    return Problem("read-failed", "read", article.path or article.id, message)


def reread(reading: Reading, day: When, finding: Finding | None) -> Draft:
    """The same article with the claims it makes if it appeared on that day, and the values its times have then; where they
    stand and what they hang on stays as it is, and so do names."""
    try:
        return Draft(_reread(reading, day, finding))
    except Exception as error:
        return Draft(reading, (_failed(reading.article, error, "its claims stay as read without its day"),))


def _reread(reading: Reading, day: When, finding: Finding | None) -> Reading:
    tables = lang.load(reading.article.lang) if reading.article.readable else None
    if tables is None or not claims.has_grammar(tables):
        return reading
    dated = replace(reading.article, published=day)
    found, _ = claims.extract(dated, reading.sentences, reading.timexes, reading.mentions, tables, finding)
    values = {t.span: t.value for t in timex.tag(dated, reading.sentences, tables)[0]}
    timexes = tuple(replace(t, value=values.get(t.span, t.value)) for t in reading.timexes)
    return replace(reading, timexes=timexes, claims=found)


def _without(mentions: Sequence[Mention], timexes: Sequence[Timex]) -> tuple[Mention, ...]:
    """Names outside time expressions: the "August" of a date is no name."""
    taken = Places([(t.span.start, t.span.end) for t in timexes if not t.vague])
    return tuple(m for m in mentions if not taken.touch(m.span.start, m.span.end))


def analyse_all(
    articles: Sequence[Article], forced: str, use_reader: bool, processes: int, tell: Tell = _untold
) -> Iterator[Draft]:
    """Every article read on its own, in their order, by up to so many processes. `use_reader` False: by rules alone.

    A caller that asks for more than one process is a module that can be imported (`if __name__ == "__main__"`), since
    each process may start anew. Where one dies, the rest is read in this one, and a problem says so.
    """
    processes = min(processes, 1 + len(articles) // _WORTH_A_PROCESS[use_reader], _MOST_PROCESSES)
    done = 0
    trouble: tuple[Problem, ...] = ()
    if processes > 1:
        try:
            for draft in _shared_out(articles, forced, use_reader, processes):
                done += 1
                yield draft
        except BrokenProcessPool:
            message = (
                f"a process that read articles ended early (out of memory?); {len(articles) - done} are read by one"
            )
            trouble = (Problem("process-died", "read", "dateline", message),)
    rest = articles[done:]
    trained, _ = reader.load(use_reader) if rest else (None, [])
    for article in rest:
        draft = _kept(*_detect(article, forced), trained, tell)
        yield replace(draft, problems=(*trouble, *draft.problems)) if trouble else draft
        trouble = ()


_Detected = tuple[Article, tuple[Problem, ...]]
_PORTION = 4
"""Articles that are handed over at once."""


def _shared_out(articles: Sequence[Article], forced: str, use_reader: bool, processes: int) -> Iterator[Draft]:
    """Languages are told here, for all; then this process reads along with the others, whatever none of them has begun."""
    told = [_detect(article, forced) for article in articles]
    pool = _pool(processes - 1, {article.lang for article, _ in told if article.readable}, use_reader)
    try:
        parts: list[tuple[list[_Detected], Future[list[Draft]]]] = []
        for start in range(0, len(told), _PORTION):
            part = told[start : start + _PORTION]
            with _uninterrupted():
                parts.append((part, pool.submit(_analyse, part)))
        yield from _read_along(parts, use_reader)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _pool(processes: int, codes: Collection[str], use_reader: bool) -> ProcessPoolExecutor:
    """So many processes that read: copies of this one with the tables of those languages and the reader's vocabulary, where it
    can be copied; new ones elsewhere."""
    # A lock that another thread holds while it is copied would never be opened in the copy.
    if not _has_one_thread():
        return ProcessPoolExecutor(processes, get_context("spawn"), _start, (use_reader, None))
    trained, _ = reader.load(use_reader)
    for code in sorted(codes):
        _read(Article("", "", lang=code, readable=True), (), None)  # no word to read, but every table
    return ProcessPoolExecutor(processes, get_context("fork"), _start, (use_reader, trained))


def _has_one_thread() -> bool:
    """Whether this process has no thread but this one, by Linux's list of them; False where there is none."""
    threads = Path("/proc/self/task")
    return threads.is_dir() and len(list(threads.iterdir())) == 1


def _read_along(parts: Sequence[tuple[list[_Detected], Future[list[Draft]]]], use_reader: bool) -> Iterator[Draft]:
    trained, _ = reader.load(use_reader)
    own: dict[int, list[Draft]] = {}
    free = 0
    for number, (_, future) in enumerate(parts):
        while number not in own and not future.done() and free < len(parts):
            part, other = parts[free]
            if other.cancel():
                own[free] = [_kept(article, problems, trained) for article, problems in part]
            free += 1
        yield from own.pop(number) if number in own else future.result()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits, and reaches none of the processes that are started meanwhile: the one that starts them ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_own: list[Reader | None] = []
"""In a process of its own: the reader it reads with."""


def _start(use_reader: bool, trained: Reader | None) -> None:
    # Where signals cannot be held back while processes start.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_patient()
    _own.append(trained or reader.load(use_reader)[0])


def _analyse(part: Sequence[_Detected]) -> list[Draft]:
    return [_kept(article, problems, _own[0]) for article, problems in part]
