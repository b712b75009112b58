"""The weighted mean of two sets of weights that were trained on from the same ones.

    python -m training.mean PLAIN.npz RENAMED.npz OUT.npz

After Wortsman and others (2022), *Model soups*: weights tuned from one start lie in one basin, and their mean does as well as
either or better, at no cost in reading.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

FIRST, SECOND = 3, 5
"""How much the first and the second weigh."""


def main() -> None:
    """Read both and write their mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("first", "second", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    one, other = np.load(options.first), np.load(options.second)
    if set(one.files) != set(other.files):
        raise SystemExit("the two files hold weights of unlike networks; both should come from training.train")
    part = FIRST / (FIRST + SECOND)
    mean = {
        k: (part * one[k].astype("f8") + (1 - part) * other[k].astype("f8")).astype(one[k].dtype) for k in one.files
    }
    with options.out.open("wb") as file:
        np.savez(file, **mean)


if __name__ == "__main__":
    main()
