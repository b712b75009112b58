"""Hold briefs of our own stories against what a careful reader knows after them.

    python benchmarks/stories.py ../shared/bench/seed_check.py corpus/stories/dev/*
    python benchmarks/stories.py ../shared/bench/seed_check.py corpus/stories/test/* [--no-model] [--verbose]

CHECKER is the script that checks a brief of two articles against such a list; it reads the texts from a folder beside its own,
so both are laid out anew for each story. A story is a folder with its articles and `expected.json`. Printed are, a line a
measure, the numbers right and asked, story by story and over all. `--verbose` prints each miss: not for the test stories.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Tally = Mapping[str, Sequence[int | None]]


def checked(checker: Path, story: Path, options: Sequence[str], verbose: bool) -> Tally:
    """Right and asked by measure, of one story. Raises `CalledProcessError` where the program or the checker fails."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        texts, bench, brief = room / "seeds", room / "bench", room / "brief.json"
        texts.mkdir()
        bench.mkdir()
        for text in sorted(story.glob("*.txt")):
            shutil.copy(text, texts)
        script = shutil.copy(checker, bench)
        command = ["brief", str(texts), "--quiet", "--json", str(brief), *options]
        program = "import sys; from dateline.start import main; sys.exit(main())"
        subprocess.run([sys.executable, "-c", program, *command], check=True, stdout=subprocess.DEVNULL)
        asked = [sys.executable, script, str(brief), "--expected", str(story / "expected.json")]
        if verbose:
            print(f"# {story.name}", flush=True)
            subprocess.run([*asked, "--verbose"], check=True)
        told = subprocess.run([*asked, "--json"], check=True, capture_output=True, text=True)
        tally: Tally = json.loads(told.stdout)
        return tally


def main() -> None:
    """Check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checker", type=Path)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--no-model", action="store_true", help="brief without the trained models")
    parser.add_argument("--verbose", action="store_true", help="print each miss")
    options = parser.parse_args()
    passed = ["--no-model"] if options.no_model else []
    found = {story.name: checked(options.checker, story, passed, options.verbose) for story in options.stories}
    print(f"{'':28}", *(f"{name[:10]:>10}" for name in found), f"{'all':>10}")
    for measure in dict.fromkeys(m for tally in found.values() for m in tally):
        shares = [tally.get(measure, (None, None)) for tally in found.values()]
        right = sum(r for r, _ in shares if r is not None)
        asked = sum(n for _, n in shares if n is not None)
        cells = [
            "-" if r is None else f"{r}" if n is None else f"{r}/{n}" for r, n in [*shares, (right, asked or None)]
        ]
        print(f"{measure:28}", *(f"{cell:>10}" for cell in cells))


if __name__ == "__main__":
    main()
