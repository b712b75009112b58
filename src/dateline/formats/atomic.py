"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from dateline.errors import DatelineError

_PLACE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EACCES, errno.EPERM, errno.EROFS)
"""What is wrong with the place that was named, and not with the disk."""


def write_text(path: str, content: str) -> None:
    """Write UTF-8 text so that a reader sees the old file or the new one, never a part.

    A temporary file in the same folder is filled, synced to the disk and put in place of the old one. Raises
    `DatelineError` where that fails, for instance on a full disk; the old file is then as it was, and nothing is left.
    """
    target = Path(path)
    try:
        _replace(target, content.encode("utf-8", "replace"))
    except OSError as error:
        why = error.strerror or type(error).__name__
        mend = ": give a file in a folder that is there and can be written to" if error.errno in _PLACE else ""
        raise DatelineError(f"could not write {path}: {why}; what was there before is unchanged{mend}") from error


def _replace(target: Path, data: bytes) -> None:
    # Follow a link to what it names, so that the link stays a link.
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        # A device or a pipe is written to, never replaced.
        with target.open("wb") as device:
            device.write(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The old file's permissions, or those a new file would get; temporary files are private until then."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
