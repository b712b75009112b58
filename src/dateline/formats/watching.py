"""The watch file: the one named, or the one that lies beside the articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.formats.trouble import reason
from dateline.watch import FILE, NO_WATCH, BadWatch, Watch, read

_MOST = 1 << 20


def watch(named: str, paths: Sequence[str]) -> Watch:
    """The watch of the file `named`; of the `watch.toml` beside the first path that has one where none is named.

    Beside a file is in its folder, beside a folder is in it. Raises `BadWatch` where it is wrong or cannot be read.
    """
    file = named or next((str(f) for p in paths if (f := _beside(p)) is not None), "")
    if not file:
        return NO_WATCH
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(_MOST + 1)
    except OSError as error:
        raise BadWatch(f"{file}: could not be read: {reason(error)}; expected a watch file: check the name") from error
    if len(data) > _MOST:
        raise BadWatch(f"{file}: found more than {_MOST} bytes; expected a watch file: check the name")
    try:
        return read(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise BadWatch(f"{file}: found bytes that are no UTF-8 at {error.start}; save the file as UTF-8") from error


def _beside(path: str) -> Path | None:
    try:
        here = Path(path)
        found = (here if here.is_dir() else here.parent) / FILE
        return found if path != "-" and here.exists() and found.is_file() else None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
