"""`formats.write_text`: the whole file or the old one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.formats import write_text


def test_what_is_written_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "brief.json"
    write_text(str(target), "één\n")
    write_text(str(target), "twee 😀\r\n")
    assert target.read_bytes() == "twee 😀\r\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_text(str(link), "new")
    assert (link.is_symlink(), target.read_text(), target.stat().st_mode & 0o777) == (True, "new", 0o640)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "brief.json"
    target.write_text("old")
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
    with pytest.raises(
        DatelineError, match=r"brief\.json: No space left on device; what was there before is unchanged"
    ):
        write_text(str(target), "new")
    assert ([f.name for f in tmp_path.iterdir()], target.read_text()) == (["brief.json"], "old")


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="No such file or directory"):
        write_text(str(tmp_path / "none" / "brief.json"), "new")
