"""The command line: what goes to which stream, which exit status, and what bad input does to a run."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import cli, start
from dateline.formats import atomic

_GOOD = "date: 2023-08-22\n\nA ferry sank off Ostend on Monday. The coast guard said that twelve people were rescued.\n"


def run(*arguments: str | Path) -> int:
    return cli.main([str(a) for a in arguments])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(_GOOD, encoding="utf-8")
    return file


def test_the_brief_goes_to_standard_output_and_names_its_quotes(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", good, "--no-model") == 0
    out, err = capsys.readouterr()
    assert "ferry" in out
    assert "Traceback" not in out + err


def test_json_on_standard_output_is_json_and_nothing_else(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", good, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert brief["schema"] == "dateline/1"
    assert brief["as_of"] == "2023-08-22"
    texts = {a["id"]: good.read_text(encoding="utf-8")[a["offset"] :] for a in brief["articles"]}
    assert brief["claims"]
    assert all(texts[c["article"]][c["start"] : c["end"]] == c["quote"] for c in brief["claims"])


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        assert run("brief", "samples", "--no-model", "--quiet", "--json", tmp_path / name) == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_no_byte_depends_on_the_order_in_which_sets_are_walked() -> None:
    command = [sys.executable, "-m", "dateline.cli", "brief", "samples", "--no-model", "--quiet", "--json", "-"]
    outputs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


def test_the_order_of_the_paths_changes_no_byte(tmp_path: Path) -> None:
    files = sorted(Path("samples").iterdir())
    for name, paths in (("one.json", files), ("two.json", files[::-1])):
        assert run("brief", *paths, "--no-model", "--quiet", "--json", tmp_path / name) == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-file"),
        ("binary.txt", bytes(range(256)) * 8, "binary-file"),
        (
            "latin.txt",
            "date: 2023-08-22\n\nLe caf\u00e9 a br\u00fbl\u00e9 lundi \u00e0 Ostende, dit la police.".encode("latin-1"),
            "encoding",
        ),
        ("row.jsonl", b'{"date": "2023-08-22", "text": "A ferry sank on Monday."}\n{broken\n', "bad-row"),
        ("date.txt", b"date: 2023-13-45\n\nA ferry sank on Monday.", "bad-date"),
        ("nodate.txt", b"A ferry sank off Ostend on Monday.", "no-date"),
        ("word.txt", b"date: 2023-08-22\n\nFerry", "one-word"),
        ("control.txt", b"date: 2023-08-22\n\nA ferry\x07 sank on Monday.", "control-characters"),
    ],
)
def test_bad_input_is_a_problem_while_the_rest_goes_on(
    name: str, content: bytes, code: str, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (good.parent / name).write_bytes(content)
    assert run("brief", good.parent, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert code in {p["code"] for p in brief["problems"]}
    assert any("twelve people" in c["quote"] for c in brief["claims"])
    assert run("brief", good.parent, "--no-model", "--strict", "--quiet") == 1


def test_a_line_of_fifty_megabytes_is_told_and_skipped(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good.parent / "long.txt").write_bytes(b"date: 2023-08-22\n\n" + b"word " * 10_000_000)
    assert run("brief", good.parent, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert "too-long" in {p["code"] for p in brief["problems"]}
    assert len(brief["articles"]) == 1


def test_the_same_article_twice_is_kept_once(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good.parent / "again.txt").write_bytes(good.read_bytes())
    assert run("brief", good.parent, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert len(brief["articles"]) == 1
    assert "duplicate" in {p["code"] for p in brief["problems"]}


def test_an_empty_folder_gives_an_empty_brief_that_says_so_and_status_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A script that was given the wrong folder would otherwise go on with nothing.
    assert run("brief", tmp_path, "--no-model", "--json", "-") == 1
    brief = json.loads(capsys.readouterr().out)
    assert brief["articles"] == []
    assert {p["code"] for p in brief["problems"]} >= {"empty-folder"}


def test_where_no_article_could_be_read_the_status_is_one_and_standard_error_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Promowy statek zatonął w poniedziałek niedaleko portu, poinformowała straż przybrzeżna."
    (tmp_path / "unread.txt").write_text(text, encoding="utf-8")
    assert run("brief", tmp_path, "--no-model", "--quiet") == 1
    assert "not one article could be read" in capsys.readouterr().err


def test_articles_that_are_only_too_new_were_read_and_the_status_is_zero(good: Path) -> None:
    assert run("brief", good, "--no-model", "--quiet", "--as-of", "2001-01-01") == 0


def test_help_and_readme_tell_the_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["brief", "--help"])
    assert "exit status:" in capsys.readouterr().out
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert "--quiet" in readme
    assert "exit status is 0" in readme


def test_a_language_that_is_not_read_yet_is_listed_and_said_to_be_unread(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "date: 2023-08-22\n\nPromowy statek zatonął w poniedziałek niedaleko portu, poinformowała straż przybrzeżna."
    (good.parent / "unread.txt").write_text(text, encoding="utf-8")
    assert run("brief", good.parent, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert len(brief["articles"]) == 2
    assert "unread-language" in {p["code"] for p in brief["problems"]}


def test_right_to_left_text_is_kept(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good.parent / "rtl.txt").write_text("date: 2023-08-22\n\nغرقت عبارة يوم الاثنين قبالة الساحل.", encoding="utf-8")
    assert run("brief", good.parent, "--no-model") == 0
    assert "unread" in capsys.readouterr().out


def test_an_article_dated_after_the_as_of_day_is_left_out(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good.parent / "later.txt").write_text("date: 2023-08-25\n\nThe ferry was raised on Friday.", encoding="utf-8")
    assert run("brief", good.parent, "--no-model", "--as-of", "2023-08-23", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    assert brief["as_of"] == "2023-08-23"
    assert not any("raised" in c["quote"] for c in brief["claims"])
    assert "after-as-of" in {p["code"] for p in brief["problems"]}


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["brief", "no-such-place.txt"],
        ["brief", "samples", "--as-of", "2023-13-45"],
        ["brief", "samples", "--as-of", "2023-08"],
        ["brief", "samples", "--lang", "xx"],
        ["brieff", "samples"],
        [],
    ],
)
def test_wrong_use_exits_with_two_and_says_how_to_do_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = cli.main(arguments)
    except SystemExit as stop:
        status = stop.code  # type: ignore[assignment]
    assert status == 2
    assert capsys.readouterr().err.strip()


def test_a_full_disk_leaves_the_old_output_as_it_was(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    assert run("brief", good, "--no-model", "--quiet", "--json", target) == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert "No space left" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_standard_input_is_read_at_a_dash(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_GOOD.encode())))
    assert run("brief", "-", "--no-model", "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["articles"][0]["path"] == "-"


def test_explain_tells_how_each_kind_of_record_came_about(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", good, "--no-model", "--json", "-") == 0
    brief = json.loads(capsys.readouterr().out)
    keys = [brief["articles"][0]["id"], brief["claims"][0]["id"], brief["events"][0]["id"], brief["stories"][0]["id"]]
    for key in keys:
        assert run("explain", key, good, "--no-model") == 0
        assert capsys.readouterr().out.strip()
    assert run("explain", "c-doesnotexist", good, "--no-model") == 1
    assert "c-doesnotexist" in capsys.readouterr().err


def test_markup_in_an_article_is_shown_and_never_run(tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text("date: 2023-08-22\n\nThe <script>alert(1)</script> ferry sank on Monday.", encoding="utf-8")
    page = tmp_path / "page.html"
    assert run("brief", file, "--no-model", "--quiet", "--lang", "en", "--html", page) == 0
    html = page.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m dateline.cli brief samples --no-model --json - | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert done.returncode in (0, 141)
    assert b"Traceback" not in done.stderr


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["brief", "--help"])
    assert stop.value.code == 0
    assert "dateline brief samples" in capsys.readouterr().out


def test_two_forms_on_standard_output_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("date 2024-05-15\n\nThe bridge closed on Monday.\n", encoding="utf-8")
    assert cli.main(["brief", str(tmp_path), "--no-model", "--json", "-", "--markdown", "-"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--json and --markdown" in told.err


def test_an_interruption_before_anything_is_loaded_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    assert start.main() == 130
    assert capsys.readouterr().err == "dateline: interrupted\n"
