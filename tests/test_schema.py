"""The JSON view holds to its published schema, and the schema is as strict as it says."""

from __future__ import annotations

import copy
import json
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefs import brief, brief_of
from dateline.model import Brief, Independence, Judgement, Kind, RelationKind, SourceKind, Status
from dateline.views import json as view

SCHEMA = json.loads((resources.files("dateline") / "schema" / "brief.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def made() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(view.render(brief()))
    return found


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_full_brief_holds_to_the_schema() -> None:
    assert [e.message for e in VALIDATOR.iter_errors(made())] == []


def test_an_empty_brief_holds_to_the_schema() -> None:
    empty = Brief("", (), (), (), (), (), (), (), (), ())
    assert [e.message for e in VALIDATOR.iter_errors(json.loads(view.render(empty)))] == []


@pytest.mark.parametrize("name", sorted(SCHEMA["properties"]))
def test_every_name_of_the_contract_must_be_there(name: str) -> None:
    short = made()
    del short[name]
    assert not VALIDATOR.is_valid(short)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda b: b["claims"][0].update(status="perhaps"),
        lambda b: b["claims"][0]["time"].update(earliest=5),
        lambda b: b["articles"][0].update(mood="good"),
        lambda b: b["relations"][0].update(independent=True),
        lambda b: b["board"][0].update(origins=-1),
        lambda b: b.update(schema="dateline/2"),
    ],
)
def test_a_wrong_value_is_refused(spoil: Any) -> None:
    wrong = copy.deepcopy(made())
    spoil(wrong)
    assert not VALIDATOR.is_valid(wrong)


def test_the_enumerations_are_those_of_the_records() -> None:
    defs = SCHEMA["$defs"]
    pairs = (
        (defs["status"], Status),
        (defs["claim"]["properties"]["kind"], Kind),
        (defs["attribution"]["properties"]["kind"], SourceKind),
        (defs["link"]["properties"]["judgement"], Judgement),
        (defs["relation"]["properties"]["kind"], RelationKind),
        (defs["relation"]["properties"]["independent"], Independence),
    )
    for listed, values in pairs:
        assert listed["enum"] == [value.value for value in values]


def test_every_object_of_the_schema_is_closed() -> None:
    open_ones = [
        name
        for name, d in SCHEMA["$defs"].items()
        if d.get("properties") and d.get("additionalProperties") is not False
    ]
    assert open_ones == []


@given(st.text(max_size=40))
def test_a_brief_of_any_text_holds_to_the_schema_and_reads_back(text: str) -> None:
    whole = json.loads(view.render(brief_of(text)))
    assert VALIDATOR.is_valid(whole)
    assert whole["claims"][0]["quote"] == text
