"""Explanations by name: whatever a view prints for a thing is accepted for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs import BAD, NL, brief
from dateline.errors import DatelineError
from dateline.model import Problem
from dateline.views import explain
from dateline.views.lookup import outlet


def told(key: str) -> str:
    return explain.render(brief(), key)


def test_a_row_is_explained_by_its_label_its_number_and_a_cut_label() -> None:
    first = brief().board[0]
    whole = told(first.track)
    assert {told(key) for key in (first.label, first.label.upper(), "1", "#1", "row 1", f"[{first.track}]")} == {whole}
    assert told(first.label[:-1] + "…") == whole


def test_an_article_is_explained_by_its_file_its_stem_its_outlet_and_its_place_on_the_page() -> None:
    article = next(r.article for r in brief().readings if r.article.id == NL)
    keys = {
        outlet(article),
        article.path,
        article.path.rpartition("/")[2],
        article.path.rpartition("/")[2].rpartition(".")[0],
    }
    assert {told(key) for key in keys if key} == {told(NL)}


def test_a_time_expression_is_explained_by_the_name_of_its_article() -> None:
    article = next(r.article for r in brief().readings if r.article.id == NL)
    assert told(f"{outlet(article)}:88") == told(f"{NL}:88")


@pytest.mark.parametrize("key", ["2024-05-14", "Tue 14 May 2024", "14 May 2024"])
def test_a_day_of_several_things_is_answered_with_all_of_them(key: str) -> None:
    with pytest.raises(DatelineError, match=r"things dated so: .*a-.*give the id of one"):
        told(key)


def test_a_mistyped_label_is_answered_with_the_near_ones_and_what_can_be_explained() -> None:
    label = brief().board[0].label
    with pytest.raises(DatelineError, match="similar names") as refused:
        told(label[:2] + label[3:])
    assert label.casefold() in str(refused.value)
    assert explain.KINDS in str(refused.value)


def test_a_file_of_which_no_article_was_made_is_explained_by_its_problem() -> None:
    unread = replace(brief(), problems=(Problem("binary-file", "read", "news/scan.pdf", "found a binary file"),))
    assert "found a binary file [binary-file]" in explain.render(unread, "scan.pdf")
    assert BAD in told(BAD)
