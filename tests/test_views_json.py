"""The JSON view: stable names, stable order, quotes that stand where their offsets say."""

from __future__ import annotations

import dataclasses
import json
import random
from typing import Any

import pytest

from briefs import BAD, EN, NL, brief
from dateline.model import Brief, Problem, Quantity
from dateline.views import json as view
from dateline.views.written import written


def made(of: Brief | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(view.render(of or brief()))
    return found


def test_equal_briefs_give_equal_bytes_that_end_with_a_newline() -> None:
    first, second = view.render(brief()), view.render(brief())
    assert first == second
    assert first.endswith("}\n")


def test_the_order_of_readings_entities_and_relations_changes_no_byte() -> None:
    whole = brief()
    mixed = random.Random(7)
    shuffled = {
        name: tuple(mixed.sample(getattr(whole, name), len(getattr(whole, name))))
        for name in ("readings", "entities", "links", "events", "relations", "stories", "problems", "datings")
    }
    assert view.render(dataclasses.replace(whole, **shuffled)) == view.render(whole)


def test_every_quote_stands_at_its_offsets() -> None:
    texts = {r.article.id: r.article.text for r in brief().readings}
    for claim in made()["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["quote"]
    for timex in made()["timexes"]:
        assert texts[timex["article"]][timex["start"] : timex["end"]] == timex["text"]


def test_what_is_not_known_is_null() -> None:
    claim = next(c for c in made()["claims"] if c["id"] == "c-east00000011")
    assert claim["time"] == {"edtf": None, "earliest": None, "latest": None}
    assert claim["attribution"] == [
        {
            "source": "",
            "kind": "anonymous",
            "cue": "reportedly",
            "mode": "indirect",
            "entity": None,
            "start": None,
            "end": None,
        }
    ]


def test_a_lasting_time_with_an_open_end_has_no_latest_day() -> None:
    claim = next(c for c in made()["claims"] if c["id"] == "c-opening00009")
    assert claim["time"] == {"edtf": "[2024-05-01..2024-05-19]/..", "earliest": "2024-05-01", "latest": None}


def test_an_article_without_a_dating_shows_its_stated_date() -> None:
    whole = dataclasses.replace(brief(), datings=())
    dating = next(a for a in made(whole)["articles"] if a["id"] == NL)["dating"]
    assert dating["edtf"] == "2024-05"
    assert dating["days"] == dating["reasons"] == dating["rivals"] == []


def test_only_entities_that_are_used_are_listed() -> None:
    assert [(e["id"], e["names"]) for e in made()["entities"]] == [
        ("e-office", {"en": "the harbour office", "nl": "het havenkantoor"}),
        ("geo-1", {"en": "Norderoog", "nl": "Norderoog"}),
    ]


def test_articles_name_their_story_or_none() -> None:
    assert {a["id"]: a["story"] for a in made()["articles"]} == {NL: "s-harbour0001", EN: "s-harbour0001", BAD: None}


def test_a_lone_surrogate_is_written_by_its_number_and_read_back() -> None:
    whole = dataclasses.replace(brief(), problems=(Problem("odd", "formats", "x", "half a pair: \ud83d"),))
    text = view.render(whole)
    text.encode("utf-8")
    assert json.loads(text)["problems"][0]["message"] == "half a pair: \ud83d"


def test_a_figure_without_end_is_null_and_a_whole_one_is_whole() -> None:
    whole = brief()
    reading = whole.readings[0]
    span = reading.claims[0].span
    figures = (Quantity(span, float("inf"), 3.0, None, "", ""),)
    claim = dataclasses.replace(reading.claims[0], quantities=figures)
    changed = dataclasses.replace(whole, readings=(dataclasses.replace(reading, claims=(claim,)),))
    text = view.render(changed)
    assert '"value": null' in text
    assert '"low": 3,' in text


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        {"a": [], "b": {}, "c": [{}, [1, [2.5, -0.0, 1e22]]]},
        {"ключ\n": '„x“ \\ " \u2028 \x07 \ud800', "n": None, "t": True, "f": [False, None]},
        "text",
        12345678901234567890,
    ],
)
def test_text_is_written_as_the_standard_library_writes_it(value: object) -> None:
    assert written(value) == json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)


@pytest.mark.parametrize("value", [[float("inf")], {"a": float("nan")}])
def test_no_number_that_json_lacks_is_written(value: object) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        written(value)
