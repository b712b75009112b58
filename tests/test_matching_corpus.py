"""The corpus of situations that several papers tell, and what the benchmark makes of an answer to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.matching import Mark, Report, Situation, asked, folder, found, numbered, situations

PARTS = ("train", "dev", "test")

TEXT = """== 1 a crane
-- en 2024-03-05
# Crane falls
{1 A crane fell on Monday}, {2a killing two}. It was windy.
-- nl 2024-03-06
# Kraan om
{2b Er zijn drie doden}. {1 Maandag viel een kraan om}.
"""


def written(folder: Path, text: str) -> Path:
    (folder / "x-01.txt").write_text(text, encoding="utf-8")
    return folder


def test_marks_are_taken_out_of_the_text_and_kept_by_their_place(tmp_path: Path) -> None:
    (situation,) = situations(written(tmp_path, TEXT))
    first, second = situation.reports
    assert first.text == "A crane fell on Monday, killing two. It was windy."
    assert [(m.number, m.chapter, first.text[m.start : m.end]) for m in first.marks] == [
        (1, "", "A crane fell on Monday"),
        (2, "a", "killing two"),
    ]
    assert (second.lang, second.date, second.title) == ("nl", "2024-03-06", "Kraan om")


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (TEXT.replace("-- nl 2024-03-06", "-- nl March"), "YYYY-MM-DD"),
        (TEXT.replace("{1 Maandag", "{Maandag"), "a brace"),
        (TEXT.split("-- en")[0], "an article was expected"),
    ],
)
def test_what_is_not_in_the_notation_is_said(tmp_path: Path, broken: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        situations(written(tmp_path, broken))


def test_each_look_alike_stands_alone_and_there_are_three_of_a_kind_in_three_languages() -> None:
    kinds: dict[str, set[str]] = {}
    for situation in situations(folder("apart")):
        (report,) = situation.reports
        kinds.setdefault(situation.name.split()[1].rstrip(","), set()).add(report.lang)
    assert len(kinds) == 20
    assert set(map(frozenset, kinds.values())) == {frozenset({"nl", "en", "de"})}


def test_every_part_is_in_the_notation_and_no_situation_stands_in_two_of_them() -> None:
    parts = {part: situations(folder(part)) for part in PARTS}
    assert {part: len(own) for part, own in parts.items()} == {"train": 144, "dev": 78, "test": 60}
    texts = [report.text for own in parts.values() for situation in own for report in situation.reports]
    assert len(texts) == len(set(texts))
    for situation in (s for own in parts.values() for s in own):
        numbers = [{m.number for m in report.marks} for report in situation.reports]
        shared = [n for n in set().union(*numbers) if sum(n in own for own in numbers) > 1]
        assert len(shared) >= 4, situation.name


def test_a_claim_is_the_clause_it_covers_most_of() -> None:
    text = "A crane fell on Monday, killing two."
    report = Report("en", "2024-03-05", "", text, (Mark(1, "", 0, 22), Mark(2, "a", 24, 35)))
    got = numbered(report, [("c1", "A crane fell on Monday"), ("c2", "killing two"), ("c3", "not there")])
    assert {claim: mark.number for claim, mark in got.items()} == {"c1": 1, "c2": 2}


def test_relations_are_held_against_the_numbers(tmp_path: Path) -> None:
    given: list[Situation] = situations(written(tmp_path, TEXT))
    answer = {
        "articles": [{"id": "a", "path": "x.jsonl:1"}, {"id": "b", "path": "x.jsonl:2"}],
        "stories": [{"id": "s", "articles": ["a", "b"]}],
        "claims": [
            {"id": "c1", "article": "a", "quote": "A crane fell on Monday"},
            {"id": "c2", "article": "a", "quote": "killing two"},
            {"id": "c3", "article": "b", "quote": "Er zijn drie doden"},
        ],
        "relations": [
            {"kind": "follows", "left": "c2", "right": "c3"},
            {"kind": "refines", "left": "c1", "right": "c3"},
        ],
    }
    made = found(given, answer)
    assert made.home == {(0, 0): "s", (0, 1): "s"}
    assert made.clauses == 3
    assert [(kind, one[1].number, other[1].number) for kind, one, other in made.related] == [
        ("follows", 2, 2),
        ("refines", 1, 2),
    ]
    assert asked(given) == {True: 1, False: 1}
