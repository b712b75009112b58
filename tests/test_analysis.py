"""Articles read one by one and by several processes: the same answer either way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from tests.findings import Told, finding

from dateline import analysis, edtf, reader
from dateline.analysis import analyse, analyse_all, reread
from dateline.model import Article, Status


def articles(count: int) -> list[Article]:
    day = edtf.read("2024-05-15")
    texts = ("The ferry to Harwich was cancelled on Monday.", "De brug ging dinsdag open.", "Der Zug fährt morgen.")
    return [Article(f"a-{n:03}", f"{texts[n % 3]} No. {n}.", lang="", published=day) for n in range(count)]


def test_many_articles_are_read_by_several_processes_in_their_order() -> None:
    given = articles(analysis._WORTH_A_PROCESS[False])
    alone = [analyse(a) for a in given]
    together = list(analyse_all(given, "", use_reader=False, processes=2))
    assert [d.reading for d in together] == [d.reading for d in alone]
    assert [d.problems for d in together] == [d.problems for d in alone]


@pytest.mark.skipif(bool(reader.obstacle()), reason="without the model's packages there is no reader to share")
def test_each_process_has_a_reader_of_its_own_that_finds_the_same() -> None:
    given = articles(analysis._WORTH_A_PROCESS[True])
    trained, _ = reader.load()
    together = list(analyse_all(given, "", use_reader=True, processes=2))
    assert [d.reading for d in together] == [analyse(a, "", trained).reading for a in given]
    assert all(d.finding is not None and len(d.finding.judged.words) > 3 for d in together)


_COPIED = """
import sys
from tests.test_analysis import articles
from dateline import analysis
from dateline.analysis import analyse, analyse_all

given = articles(analysis._WORTH_A_PROCESS[False])
assert analysis._has_one_thread()
together = list(analyse_all(given, "", use_reader=False, processes=2))
assert [d.reading for d in together] == [analyse(a).reading for a in given]
assert "multiprocessing.popen_fork" in sys.modules
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux says how many threads a process has")
def test_a_process_with_one_thread_is_copied_with_its_tables_and_reads_the_same() -> None:
    one_thread = {**os.environ, "OMP_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", _COPIED], check=True, cwd=Path(__file__).parents[1], env=one_thread)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux says how many threads a process has")
def test_a_process_with_two_threads_is_not_copied() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert not analysis._has_one_thread()
    finally:
        waiting.set()
        thread.join()


def test_what_a_dead_process_leaves_is_read_here_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    given = articles(analysis._WORTH_A_PROCESS[False])

    def dying(*_: object) -> Iterator[analysis.Draft]:
        yield from (analyse(a) for a in given[:7])
        raise BrokenProcessPool

    monkeypatch.setattr(analysis, "_shared_out", dying)
    drafts = list(analyse_all(given, "", use_reader=False, processes=2))
    assert [d.reading.article.id for d in drafts] == [a.id for a in given]
    assert [p.code for d in drafts for p in d.problems] == ["process-died"]


def test_few_articles_are_read_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("no process is worth its start here")

    monkeypatch.setattr(analysis, "ProcessPoolExecutor", refuse)
    given = articles(analysis._WORTH_A_PROCESS[False] - 1)
    assert len(list(analyse_all(given, "", use_reader=False, processes=8))) == len(given)


def test_a_forced_language_is_taken_for_the_articles_own() -> None:
    (draft,) = analyse_all(articles(1), "de", use_reader=False, processes=1)
    assert draft.reading.article.lang == "de"


def test_an_article_is_read_again_for_another_day_with_what_the_reader_found() -> None:
    text = "The council walked away from the ferry."
    answer = finding(text, {text[:-1]: Status.CANCELLED})
    draft = analyse(Article("a-test", text, lang="en"), trained=Told(answer))
    again = analysis.reread(draft.reading, edtf.read("2024-05-15"), draft.finding)
    assert [c.status for c in again.reading.claims] == [Status.CANCELLED]
    by_rule = analysis.reread(draft.reading, edtf.read("2024-05-15"), None)
    assert [c.status for c in by_rule.reading.claims] == [Status.HAPPENED]


def test_times_have_the_values_of_the_day_that_an_article_was_moved_to() -> None:
    reading = analyse(Article("a-month", "It rained yesterday.", lang="en", published=edtf.read("2023-08"))).reading
    assert [t.value for t in reading.timexes] == ["2023-XX-XX"]
    moved = reread(reading, edtf.read("2023-08-22"), None)
    assert [t.value for t in moved.reading.timexes] == ["2023-08-21"]


def _failing_on(word: str) -> Callable[..., object]:
    def extract(article: Article, *rest: object) -> object:
        if word in article.text:
            raise IndexError("no such clause")
        return claims_of(article, *rest)  # type: ignore[arg-type]

    claims_of = analysis.claims.extract
    return extract


def test_an_article_that_the_program_fails_on_is_kept_unread_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    given = articles(3)
    monkeypatch.setattr(analysis.claims, "extract", _failing_on("brug"))
    drafts = list(analyse_all(given, "", use_reader=False, processes=1))
    assert [bool(d.reading.claims) for d in drafts] == [True, False, True]
    (problem,) = (p for d in drafts for p in d.problems)
    assert (problem.code, problem.subject) == ("read-failed", given[1].id)
    assert "IndexError: no such clause, test_analysis.py line" in problem.message


def test_an_article_that_fails_when_it_is_read_again_keeps_its_claims_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = analyse(articles(1)[0]).reading
    monkeypatch.setattr(analysis.claims, "extract", _failing_on("ferry"))
    again = reread(reading, edtf.read("2024-05-17"), None)
    assert again.reading == reading
    assert [p.code for p in again.problems] == ["read-failed"]
