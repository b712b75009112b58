"""Claims in two languages that stand out between their articles, with an encoder that says how near texts are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from tests.readings import report

from dateline.model import Reading, Status
from dateline.scoring import Reason, Score
from dateline.stories import likeness, policy
from dateline.stories.likeness import Alike, standing_out
from dateline.stories.sketch import Sketch, sketches, world

_WIDTH = 12


class Told:
    """An encoder that puts texts on the axes their bracketed numbers name: "[1]" and "[1 2]" have a cosine of 0.71."""

    name = version = "told"
    taught = True

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        out = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            for axis in text.split("[")[1].split("]")[0].split():
                out[row, int(axis)] = 1.0
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def lines(*axes: str) -> list[str]:
    return [f"words [{a}] | | |" for a in axes]


def found(*readings: Reading) -> dict[frozenset[str], Alike]:
    known = sketches(readings, world(readings), {})
    pairs = standing_out(known, {r.article.id: "story" for r in readings}, Told())
    return {frozenset((known[i].text, known[j].text)): alike for (i, j), alike in pairs.items()}


def test_a_sentence_and_its_translation_stand_out_from_what_else_the_two_articles_say() -> None:
    left = report("a", "2024-05-01", *lines("1", "2 9", "3 9", "4 9"), lang="en")
    right = report("b", "2024-05-02", *lines("1", "5 9", "6 9", "7 9"), lang="nl")
    alike = found(left, right)[frozenset({"words [1]"})]
    assert alike.cosine == 1.0
    assert alike.margin > 0.9


def test_a_sentence_that_is_as_near_to_its_neighbours_stands_out_by_little() -> None:
    left = report("a", "2024-05-01", *lines("1 2", "1 3", "1 4", "1 5"), lang="en")
    right = report("b", "2024-05-02", *lines("1 6", "1 7", "1 8", "1 9"), lang="nl")
    margins = {alike.margin for alike in found(left, right).values()}
    assert margins == {0.0}


def test_an_article_of_a_few_claims_says_nothing_of_what_stands_out() -> None:
    left = report("a", "2024-05-01", *lines("1", "2"), lang="en")
    right = report("b", "2024-05-02", *lines("1", "5 9", "6 9", "7 9"), lang="nl")
    assert not found(left, right)


def test_a_third_article_changes_nothing_between_the_two_others() -> None:
    left = report("a", "2024-05-01", *lines("1", "2 9", "3 9", "4 9"), lang="en")
    right = report("b", "2024-05-02", *lines("1", "5 9", "6 9", "7 9"), lang="nl")
    third = report("c", "2024-05-02", *lines("1", "1 2", "1 3", "1 4"), lang="de")
    assert found(left, right).items() <= found(left, right, third).items()


DONE = (Status.HAPPENED, Status.HAPPENED)


def reasons(*points: tuple[str, float]) -> Score:
    return Score(tuple(Reason(name, value, name) for name, value in points))


def test_like_words_do_not_make_good_that_it_is_another_flight() -> None:
    alike = Alike(0.5, 0.15)
    assert alike.beside(reasons(("topic", 0.9), ("status", 0.25)), *DONE).points > 1.5
    assert alike.beside(reasons(("topic", 0.9), ("codes", -1.2)), *DONE).points == likeness.LEAST


def test_the_nearer_the_words_and_the_more_they_stand_out_the_more_they_say() -> None:
    known = reasons(("topic", 0.4))
    points = [
        Alike(cosine, margin).beside(known, *DONE).points for cosine, margin in ((0.3, 0.05), (0.4, 0.05), (0.4, 0.2))
    ]
    assert points == sorted(points)
    assert points[0] < points[-1]
    assert Alike(0.9, 0.8).beside(known, *DONE).points == likeness.MOST


def test_like_words_of_one_day_say_more_and_names_of_one_story_hardly_more() -> None:
    alike = Alike(0.35, 0.1)
    plain = alike.beside(reasons(), *DONE).points
    assert alike.beside(reasons(("times", 0.7)), *DONE).points == round(plain + 0.7, 4)
    assert alike.beside(reasons(("times", -0.5)), *DONE).points == plain
    assert alike.beside(reasons(("names", 0.9)), *DONE).points == round(plain - 0.5, 4)


def test_like_words_say_less_of_what_goes_on_and_of_two_statuses() -> None:
    alike = Alike(0.4, 0.2)
    done = alike.beside(reasons(), *DONE).points
    assert alike.beside(reasons(), Status.ONGOING, Status.ONGOING).points < done
    assert alike.beside(reasons(), Status.PLANNED, Status.HAPPENED).points < done
    assert alike.beside(reasons(), Status.PLANNED, Status.PLANNED).points == done


def one(line: str, code: str) -> Sketch:
    reading = report(code, "2024-05-01", line, lang=code)
    return sketches((reading,), world((reading,)), {})[0]


def test_what_is_forbidden_and_what_may_not_be_is_one_thing() -> None:
    barred = one("the ship was barred from carrying passengers | ship ban | 2024-05-01 |", "en")
    allowed = one("the ship sails | ship depart | 2024-05-01 |", "en")
    said = one("het schip mag geen passagiers vervoeren | ship required | 2024-05-01 |", "nl")
    may_not = replace(said, claim=replace(said.claim, polarity="negative"))
    assert policy.forbid(barred, may_not)
    assert policy.forbid(may_not, barred)
    assert not policy.forbid(allowed, may_not)
    assert not policy.forbid(barred, said)
