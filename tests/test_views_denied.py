"""What is denied, called off or only planned never reads as though it stood, in any view."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import cli

_FIRST = "source: Morning Post\n\nA fire in Harburg killed 14 people on Sunday, the fire service said.\n"
_SECOND = (
    "source: Evening News\n\nThe fire in Harburg killed 17 people on Sunday, the city said. "
    "The mayor denied that 17 people had been killed.\n"
)
_ONLY = "source: Noon\n\nThe company denied that the bridge was closed.\n"
_OFF = "source: Late Edition\n\nThe marathon of April 2025 has been called off.\n"


def shown(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, **texts: str) -> str:
    """The brief of these texts in that form."""
    for day, text in texts.items():
        (tmp_path / f"{day}.txt").write_text(f"date: 2024-06-{day[1:]}\n{text}", encoding="utf-8")
    more = ["--details"] if form == "terminal" else [f"--{form}", "-"]
    assert cli.main(["brief", str(tmp_path), "--no-model", *more]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_json_gives_the_status_of_the_state_and_the_newer_denials(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = json.loads(shown(tmp_path, capsys, "json", d03=_FIRST, d04=_SECOND))
    (row,) = (r for r in brief["board"] if r["label"].startswith("death"))
    quotes = {c["id"]: c["quote"] for c in brief["claims"]}
    assert row["status"] == "happened"
    assert "17" in row["state"]
    assert row["contested"]
    assert ["had been killed" in quotes[c] for c in row["denied"]] == [True]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_view_marks_a_newer_denial(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(tmp_path, capsys, form, d03=_FIRST, d04=_SECOND)
    assert "Said not to be so" in out
    assert "Contested" in out


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_view_marks_a_state_that_is_a_denial(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "said not to be so" in shown(tmp_path, capsys, form, d03=_ONLY)


def test_at_a_glance_a_denial_and_what_was_called_off_never_read_as_a_state(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for day, text in (("d03", _ONLY), ("d04", _OFF)):
        (tmp_path / f"{day}.txt").write_text(f"date: 2024-06-{day[1:]}\n{text}", encoding="utf-8")
    assert cli.main(["brief", str(tmp_path), "--no-model"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "said not to be so" in out
    assert "cancelled, called off on or before 4 Jun 2024" in out


def test_json_marks_a_state_that_is_a_denial(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = json.loads(shown(tmp_path, capsys, "json", d03=_ONLY))
    assert [row["status"] for row in brief["board"]] == ["denied"]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_cancelled_row_says_what_it_was_planned_for_and_by_when_it_was_called_off(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(tmp_path, capsys, form, d03=_OFF)
    assert "Called off" in out
    assert "Was planned for" in out
    assert "Since" not in out.split("Timeline")[0].split("board-head")[-1].replace("Since, and what comes", "")


def test_json_gives_both_times_of_a_cancelled_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = json.loads(shown(tmp_path, capsys, "json", d03=_OFF))
    (row,) = brief["board"]
    assert row["status"] == "cancelled"
    assert row["planned_for"]["edtf"] == "2025-04"
    assert row["since"]["edtf"] == "[..2024-06-03]"


_PLAIN = {
    "en": "source: Noon\n\nA fire broke out in a school in Lund on Monday. No one was hurt. The bridge was not open.\n",
    "nl": "source: Noon\n\nIn een school in Gent brak maandag brand uit. Niemand raakte gewond. De brug is niet open.\n",
    "de": "source: Noon\n\nIn einer Schule in Kiel brach ein Brand aus. Es gab keine Verletzten. Die Brücke ist zu.\n",
}
_VOICED = {
    "en": "source: Noon\n\nThe mayor denied on Monday that the school in Lund was closed.\n",
    "nl": "source: Noon\n\nDe burgemeester ontkende maandag dat de school in Gent dicht was.\n",
    "de": "source: Noon\n\nDer Bürgermeister bestritt am Montag, dass die Schule in Kiel geschlossen war.\n",
}


@pytest.mark.parametrize(("form", "badge"), [("terminal", "denied"), ("markdown", "denied"), ("html", ">denied<")])
@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_what_only_is_not_so_reads_as_such_and_never_as_denied(
    code: str, form: str, badge: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(tmp_path, capsys, form, d04=_PLAIN[code])
    assert "not so" in out
    assert badge not in out


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_what_a_voice_denies_reads_as_denied(
    code: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "denied" in shown(tmp_path, capsys, form, d04=_VOICED[code])


_ANSWERS = {
    "en": (
        "Four people were poisoned by the soup, the hospital said. The canteen disputes that.",
        "poisoned by the soup",
    ),
    "nl": ("De brug is volgens de provincie gesloten. De aannemer spreekt dat tegen.", "gesloten"),
    "de": ("Das Kraftwerk steht nach Angaben des Verbands still. Der Betreiber bestreitet das.", "Kraftwerk"),
}


@pytest.mark.parametrize("code", sorted(_ANSWERS))
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_denial_that_tells_nothing_alone_is_shown_with_what_it_denies(
    form: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, denied = _ANSWERS[code]
    out = shown(tmp_path, capsys, form, d03=f"source: Gull\nlanguage: {code}\n\n{text}\n")
    _, against, behind = out.partition("against")
    assert against
    assert form == "terminal" or denied in behind[:80]  # a terminal's columns part the words
