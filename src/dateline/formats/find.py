"""Which files are meant: names, folders with all they hold, patterns, and `-` for the standard input."""

from __future__ import annotations

import errno
import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.formats.trouble import reason, trouble
from dateline.model import Problem
from dateline.watch import FILE as WATCH_FILE

STDIN = "-"

_Identity = tuple[int, int]


def find(paths: Sequence[str]) -> Iterator[str | Problem]:
    """Every regular file meant, once, in the order given; within folders and patterns sorted by name.

    Hidden entries of folders are passed over, as patterns do, and so is a watch file, which is no article. Links are
    followed; one that leads into a folder it lies in is a problem. Nothing but regular files is opened, so that a pipe
    or device cannot hold the program up.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _given(path):
            if isinstance(found, Problem):
                yield found
                continue
            real = found if found == STDIN else os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _given(path: str) -> Iterator[str | Problem]:
    if path == STDIN:
        yield path
        return
    try:
        mode = Path(path or "\0").stat().st_mode  # Path("") would be the folder we are in
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        yield from _pattern(path)
    except OSError as error:
        yield _unreachable(path, error)
    else:
        yield from _entry(path, mode)


def _pattern(path: str) -> Iterator[str | Problem]:
    magic = glob.has_magic(path) and "\0" not in path
    # Path.glob takes no absolute pattern, and would show "./a" as "a".
    matches = sorted(glob.glob(path, recursive=True)) if magic else []  # noqa: PTH207
    if not matches:
        what = "nothing that matches this pattern" if magic else "no such file or folder"
        yield trouble("missing-path", path, f"found {what}; expected a file, a folder, a pattern or -: check the name")
    for match in matches:
        yield from _reached(match)


def _reached(path: str) -> Iterator[str | Problem]:
    """A path that a folder or pattern named."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        yield _unreachable(path, error)
    else:
        yield from _entry(path, mode)


def _entry(path: str, mode: int) -> Iterator[str | Problem]:
    if stat.S_ISREG(mode):
        yield path
    elif stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        message = "found a pipe, socket or device; expected a file or folder: pipe its content in and give - instead"
        yield trouble("not-a-file", path, message)


def _folder(top: str) -> Iterator[str | Problem]:
    """All files of a folder, depth first, without recursion: how deep folders lie is not ours to choose."""
    empty = True
    entered: set[_Identity] = set()
    todo: list[tuple[str, tuple[_Identity, ...]]] = [(top, ())]
    while todo:
        path, above = todo.pop()
        try:
            info = Path(path).stat()
            if not stat.S_ISDIR(info.st_mode):
                empty = False
                yield from _entry(path, info.st_mode)
                continue
            here = (info.st_dev, info.st_ino)
            names = sorted(entry.name for entry in Path(path).iterdir()) if here not in entered else []
        except OSError as error:
            empty = False
            yield _unreachable(path, error)
            continue
        if here in above:
            empty = False
            yield _loop(path)
        entered.add(here)
        visible = [n for n in reversed(names) if not n.startswith(".") and n != WATCH_FILE]
        todo += [(os.path.join(path, n), (*above, here)) for n in visible]  # noqa: PTH118 (keeps "./" as given)
    if empty:
        yield trouble("empty-folder", top, "found no files in this folder; expected articles: check the folder")


def _unreachable(path: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return _loop(path)
    if isinstance(error, FileNotFoundError):
        return trouble(
            "missing-path", path, "found a link to nothing; expected a file or folder: mend or remove the link"
        )
    return trouble("unreadable-file", path, f"could not be opened: {reason(error)}; check its name and permissions")


def _loop(path: str) -> Problem:
    return trouble(
        "symlink-loop", path, "found a link that leads back to where it lies; it was not followed: remove it"
    )
