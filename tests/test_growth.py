"""What grows: four times the text may take four times the work and a little more, never sixteen times.

Counted are calls of Python functions, not seconds: a busy machine changes nothing.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable

import numpy as np
import pytest
from tests.findings import Told

from dateline import encoders, pipeline
from dateline.analysis import analyse
from dateline.claims.voices import Heard, Voice
from dateline.edtf import read
from dateline.entities.homonyms import Named
from dateline.entities.lines import Line
from dateline.entities.names import Found
from dateline.entities.past import Past
from dateline.entities.tokens import tokens
from dateline.model import Article, Attribution, Part, SourceKind, Span
from dateline.overlap import Places
from dateline.ports import Finding, FoundEvent, FoundName, FoundRole, Judged

_TIMES = 4
_MOST = 1.3
"""How much more than four times the work four times the text may take."""

_PASSAGE = (
    "Minister {a} of Health said on {d} May that {n} ferries would sail from Kaliningrad to Rotterdam in {y}. "
    "The ministry denied it. The country had closed the port since Tuesday, {b} {a} told the Daily {a} Agency. "
    "Doctors in {b} Town fell ill last week, and the city reopened its schools."
)


def passages(count: int) -> str:
    """A text of so many paragraphs in which no two name the same."""
    names = [f"{chr(65 + k % 26)}{'aeiou'[k % 5]}{'bdglmnrst'[k % 9]}{'aeiou'[k // 5 % 5]}n{k}ov" for k in range(count)]
    return "\n\n".join(
        _PASSAGE.format(
            a=name.replace(str(k), "x" * (k % 7)), b=f"{name[:3]}{k}", d=k % 28 + 1, n=k + 2, y=2000 + k % 20
        )
        for k, name in enumerate(names)
    )


def calls(work: Callable[[], object]) -> int:
    """How many function calls a piece of work takes."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


def article(count: int) -> Article:
    return Article(f"a-{count}", passages(count), lang="en", published=read("2024-05-15"))


def told(text: str) -> Finding:
    """What a reader might find: every word looked at, a name, an event, a source and a role at every tenth."""
    words = [(t.start, t.end) for t in tokens(text)]
    tenth = words[::10]
    rows = len(words)
    named = tuple(
        (first, first // 10, np.full((min(10, rows - first), 1), -0.1, np.float32)) for first in range(0, rows, 10)
    )
    judged = Judged(
        tuple(words), np.full(rows, 0.9, np.float32), np.full(rows, 0.9, np.float32), np.full((rows, 8), -2.0, np.float32),
        np.full((rows, 3), -1.0, np.float32), named, tuple(tenth), tuple(words[1::10]),
        tuple(FoundRole("place", a, b) for a, b in tenth),
    )  # fmt: skip
    names = tuple(FoundName(a, b, "PER", False) for a, b in tenth)
    return Finding(names, tuple(FoundEvent(((a, b),), False, False) for a, b in tenth), judged)


@pytest.mark.parametrize("with_reader", [False, True])
def test_a_text_four_times_as_long_takes_hardly_more_than_four_times_the_work(with_reader: bool) -> None:
    def work(count: int) -> int:
        whole = article(count)
        trained = Told(told(whole.text)) if with_reader else None
        return calls(lambda: analyse(whole, trained=trained))

    work(2)  # tables are read once
    small = work(30)
    assert work(30 * _TIMES) < _MOST * _TIMES * small


def test_a_brief_of_a_text_four_times_as_long_takes_hardly_more_than_four_times_the_work() -> None:
    def work(count: int) -> int:
        encoder, _ = encoders.load(use_model=False)
        return calls(lambda: pipeline.run([article(count)], encoder))

    work(2)
    small = work(30)
    assert work(30 * _TIMES) < _MOST * _TIMES * small


def test_places_find_what_going_through_all_of_them_finds() -> None:
    given = [(0, 4), (2, 3), (3, 9), (9, 9), (9, 12), (20, 25), (1, 22)]
    places = Places(given)
    for start in range(27):
        for end in range(start + 1, 28):
            touching = [n for n, (a, b) in enumerate(given) if a < end and start < b]
            assert places.touching(start, end) == touching
            assert places.touch(start, end) == bool(touching)
            assert places.inside(start, end) == [n for n, (a, b) in enumerate(given) if start <= a and b <= end]
            assert places.beginning(start, end) == [n for n, (a, _) in enumerate(given) if start <= a < end]


def test_the_last_voice_named_by_some_words_is_found() -> None:
    heard = Heard()
    voices = [
        Voice(Attribution(f"s{n}", SourceKind.NAMED, "said", span=Span("a", at, at + size, "x" * size)), None, str(n))  # type: ignore[arg-type]
        for n, (at, size) in enumerate([(0, 5), (250, 20), (3, 4), (900, 1)])
    ]
    for voice in voices:
        heard.add(voice)
    assert heard.last(2, 4) is voices[2]
    assert heard.last(255, 257) is voices[1]
    assert heard.last(265, 300) is voices[1]
    assert heard.last(5, 6) is voices[2]
    assert heard.last(7, 250) is None


def test_what_was_named_before_is_counted_wherever_it_is_asked() -> None:
    text = "Latvia Estonia Latvia Norway Latvia Estonia"
    line = Line(0, text, Part.SENTENCE, tokens(text), (), headline=False)
    entity = {"Latvia": "place-LV", "Estonia": "place-EE", "Norway": "place-NO"}
    named = [Named(Found(line, k, k + 1, "LOC"), entity[w.text], ()) for k, w in enumerate(line.words)]
    past = Past(named)
    for start in (len(text), 0, 16, 30, 8, 29):
        before = [n.entity for n in named if n.found.start < start]
        assert list(past.counts("country", start).items()) == [(e, before.count(e)) for e in dict.fromkeys(before)]
        last = past.last("country", start)
        assert (last.entity if last else "") == (before[-1] if before else "")
