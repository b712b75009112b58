"""The first step of the command: what it loads can be interrupted like the work itself."""

from __future__ import annotations

import os
import sys

from dateline.patience import be_patient


def main() -> int:
    """Run the program; returns the exit status."""
    be_patient()
    # Before numbers are loaded: processes share the cores, and a process with one thread can be copied (`analysis`).
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        from dateline.cli import main as run  # loads every stage, and Ctrl-C may come before it has

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("dateline: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
