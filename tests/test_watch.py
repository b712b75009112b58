"""A watch file changes rows, and only rows: what it may say, what it does, and what it says when it is wrong."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import cli, encoders, formats, pipeline, watch
from dateline.model import Brief, Problem, Reading, Row
from dateline.tracks import follow
from dateline.watch import BadWatch, Merge, Name, Pin, Split, Watch
from readings import report

SHUT = "the border was shut in January 2020 | border close | 2020-01 | place=land"
EASING = "the border is being opened bit by bit | border open ongoing | | place=land"
MASKS = "masks are no longer asked for | mask lift | 2023-07 | place=land"
FLIGHT = "a plane landed on Tuesday | flight arrive | 2023-08-22 | agent=air destination=beijing"
FAR = "a plane landed in the east on Friday | flight arrive | 2023-08-25 | agent=air destination=vladivostok"
READINGS = (report("a", "2023-08-27", SHUT, EASING, MASKS, FLIGHT, FAR),)


def rows(asked: Watch, readings: tuple[Reading, ...] = READINGS) -> tuple[dict[str, Row], tuple[Problem, ...]]:
    """The rows by the first word of their label."""
    _, found, problems = follow(readings, (), (), (), "2023-08-27", watch=asked)
    return {row.label.split(",")[0]: row for row in found}, problems


def test_a_named_row_has_its_label_and_the_claims_it_had() -> None:
    before, _ = rows(Watch())
    after, problems = rows(Watch("w.toml", names=(Name("border", "The frontier"),)))
    assert problems == ()
    assert after["The frontier"].claims == before["border"].claims
    assert after["The frontier"].track == before["border"].track
    assert any("w.toml" in reason for reason in after["The frontier"].reasons)


@pytest.mark.parametrize("by", ["id", "beginning", "claim", "label", "topic"])
def test_a_track_is_found_by_id_claim_label_and_topic(by: str) -> None:
    row = rows(Watch())[0]["border"]
    naming = {
        "id": row.track,
        "beginning": row.track[:6],
        "claim": row.claims[0],
        "label": row.label.upper(),
        "topic": "border",
    }[by]
    assert "X" in rows(Watch("w", names=(Name(naming, "X"),)))[0]


def test_a_pinned_row_comes_first() -> None:
    _, found, _ = follow(READINGS, (), (), (), "2023-08-27", watch=Watch("w", pins=(Pin("mask"), Pin("border"))))
    assert [row.label.split(",")[0] for row in found][:2] == ["mask", "border"]
    assert [row.pinned for row in found][:3] == [True, True, False]


def test_a_pinned_row_of_which_nothing_is_known_is_shown_as_such() -> None:
    found, problems = rows(Watch("w", pins=(Pin("ferry", "Ferry to the islands"),)))
    row = found["Ferry to the islands"]
    assert problems == ()
    assert (row.state, row.claims, row.pinned, row.origins) == ("", (), True, 0)


def test_merged_rows_hold_exactly_the_claims_of_both() -> None:
    before, _ = rows(Watch())
    after, problems = rows(Watch("w", merges=(Merge(("border", "mask"), "Opening up"),)))
    assert problems == ()
    assert sorted(after["Opening up"].claims) == sorted((*before["border"].claims, *before["mask"].claims))
    assert "border" not in after
    assert "mask" not in after


def test_a_split_row_and_the_rest_are_what_there_was() -> None:
    before, _ = rows(Watch())
    flights = before["flight"]
    after, problems = rows(Watch("w", splits=(Split("flight", "East", places=("vladivostok",)),)))
    assert problems == ()
    (rest,) = (row for row in after.values() if row.label != "East" and set(row.claims) & set(flights.claims))
    assert sorted((*after["East"].claims, *rest.claims)) == sorted(flights.claims)
    assert len(after["East"].claims) == 1


def test_a_merged_or_split_row_can_be_named_by_the_ids_it_was_made_of() -> None:
    before, _ = rows(Watch())
    both = Merge((before["border"].track, before["mask"].track))
    assert "Both" in rows(Watch("w", merges=(both,), names=(Name(before["mask"].track, "Both"),)))[0]


def test_an_unknown_track_is_a_problem_that_says_what_there_is() -> None:
    asked = Watch("w.toml", names=(Name("t-000000000000", "X"),), merges=(Merge(("border", "t-999999")),))
    found, problems = rows(asked)
    assert [p.code for p in problems] == ["watch-unknown-track"] * 2
    assert all(p.subject == "w.toml" and "border" in p.message for p in problems)
    assert "border" in found


def test_a_split_that_takes_all_or_nothing_is_a_problem() -> None:
    asked = Watch("w", splits=(Split("flight", places=("paris",)), Split("border", places=("land",))))
    found, problems = rows(asked)
    assert [p.code for p in problems] == ["watch-split", "watch-split"]
    assert sorted(found) == sorted(rows(Watch())[0])


def test_a_name_that_several_rows_have_is_a_problem() -> None:
    readings = (*READINGS, report("b", "2023-08-27", "the border of Elbonia was shut | border close | | place=elbonia"))
    _, problems = rows(Watch("w", names=(Name("border", "X"),)), readings)
    assert [p.code for p in problems] == ["watch-several-tracks"]


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ("[[name]\n", "w.toml", "no TOML"),
        ("[[nmae]]\n", "nmae", "not known"),
        ("[name]\ntrack='a'\n", "name", "'track'"),
        ("[[name]]\ntrack='a'\n", "[[name]] 1: label", "nothing"),
        ("[[name]]\ntrack=5\nlabel='x'\n", "[[name]] 1: track", "5"),
        ("[[pin]]\ntrack=''\n", "[[pin]] 1: track", "''"),
        ("[[pin]]\ntrack='a'\ncolour='red'\n", "[[pin]] 1: colour", "unknown key"),
        ("[[merge]]\ntracks=['a']\n", "[[merge]] 1: tracks", "['a']"),
        ("[[split]]\ntrack='a'\n", "[[split]] 1", "nothing that says which"),
        ("[[split]]\ntrack='a'\nplace=['', 'b']\n", "[[split]] 1: place", "['', 'b']"),
    ],
)
def test_a_wrong_file_says_which_key_what_was_found_and_what_was_expected(text: str, key: str, found: str) -> None:
    with pytest.raises(BadWatch) as error:
        watch.read(text, "w.toml")
    assert "w.toml" in str(error.value)
    assert key in str(error.value)
    assert found in str(error.value)


def test_every_mistake_of_a_file_is_said_at_once() -> None:
    text = '[[name]]\ntrack = 3\n[[pin]]\ntrak = "x"\n[rows]\n[[split]]\ntrack = "x"\n[[merge]]\ntracks = ["one"]'
    with pytest.raises(BadWatch) as error:
        watch.read(text, "w.toml")
    said = str(error.value).splitlines()
    assert [line.split(": found")[0] for line in said] == [
        "w.toml: [[name]] 1: track",
        "w.toml: [[name]] 1: label",
        "w.toml: [[pin]] 1: trak",
        "w.toml: [[pin]] 1: track",
        "w.toml: rows",
        "w.toml: [[split]] 1",
        "w.toml: [[merge]] 1: tracks",
    ]


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    with contextlib.suppress(BadWatch):
        watch.read(text)


# --- whole runs ------------------------------------------------------------------------------------------------------

FERRY = (
    "date: 2023-08-22\n\nA ferry sank off Ostend on Monday. The border with France was closed on Monday. "
    "Twelve people were killed in Bruges on Monday. The airport of Ostend will reopen on Friday.\n"
)


@pytest.fixture(scope="module")
def plain() -> Brief:
    return _run(Watch())


def _run(asked: Watch) -> Brief:
    articles, problems = formats.read(["samples"])
    return pipeline.run(articles[:6], encoders.load(False)[0], problems=problems, watch=asked)


def _without_rows(brief: Brief) -> Brief:
    bare = tuple(replace(r, claims=tuple(replace(c, track="") for c in r.claims)) for r in brief.readings)
    return replace(brief, readings=bare, board=(), problems=())


@st.composite
def watches(draw: st.DrawFn) -> Watch:
    """Watches of tracks that exist and that do not."""
    naming = st.sampled_from(
        ["flight", "border", "border, North Korea", "return", "nothing", "t-000000", "bus", "championship"]
    )
    label = st.sampled_from(["", "X", "Y"])
    places = st.sampled_from([("Beijing",), ("China", "Vladivostok"), ("nowhere",)])
    return Watch(
        "w.toml",
        tuple(draw(st.lists(st.builds(Split, naming, label, places), max_size=2))),
        tuple(draw(st.lists(st.builds(Merge, st.tuples(naming, naming), label), max_size=2))),
        tuple(draw(st.lists(st.builds(Name, naming, st.sampled_from(["X", "Y"])), max_size=2))),
        tuple(draw(st.lists(st.builds(Pin, naming, label), max_size=2))),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(watches())
def test_a_watch_changes_no_claim_event_relation_or_date_and_loses_no_claim_of_a_row(
    plain: Brief, asked: Watch
) -> None:
    made = _run(asked)
    assert _without_rows(made) == _without_rows(plain)
    followed = [c for row in made.board for c in row.claims]
    assert len(followed) == len(set(followed))
    assert {c for row in plain.board for c in row.claims} <= set(followed)
    tracks = {c.id: c.track for r in made.readings for c in r.claims}
    assert all(tracks[c] == row.track for row in made.board for c in row.claims)


def test_a_watch_file_beside_the_articles_is_used_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "watch.toml").write_text('[[pin]]\ntrack = "volcano"\nlabel = "The volcano"\n', encoding="utf-8")
    assert cli.main(["brief", str(tmp_path), "--no-model", "--json", "-"]) == 0
    out, err = capsys.readouterr()
    brief = json.loads(out)
    assert len(brief["articles"]) == 1
    assert (brief["board"][0]["label"], brief["board"][0]["pinned"]) == ("The volcano", True)
    assert brief["board"][0]["state_claim"] is None
    assert "watch.toml" in err


@pytest.mark.parametrize("form", ["terminal", "--details", "--markdown", "--html"])
def test_a_pinned_row_without_claims_says_that_nothing_is_reported(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "mine.toml").write_text('[[pin]]\ntrack = "volcano"\n', encoding="utf-8")
    more = [] if form == "terminal" else ["--details"] if form == "--details" else [form, "-"]
    asked = ["brief", str(tmp_path / "a.txt"), "--no-model", "--watch", str(tmp_path / "mine.toml"), *more]
    assert cli.main(asked) == 0
    out = capsys.readouterr().out
    assert "volcano" in out
    assert "Nothing reported" in out


def test_a_wrong_watch_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    assert cli.main(["brief", str(tmp_path / "a.txt"), "--watch", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err


def test_the_file_to_start_from_changes_nothing_but_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["watch", "samples", "--no-model"]) == 0
    file = tmp_path / "watch.toml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    boards = []
    for more in ([], ["--watch", str(file)]):
        assert cli.main(["brief", "samples", "--no-model", "--json", "-", *more]) == 0
        brief = json.loads(capsys.readouterr().out)
        boards.append([{k: v for k, v in row.items() if k != "reasons"} for row in brief["board"]])
    assert boards[0] == boards[1]
