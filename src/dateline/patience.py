"""How often Python looks for rings of dead objects, in processes that are the program's own."""

from __future__ import annotations

import gc


def be_patient() -> None:
    """Have Python look seldom: records make no rings, and looking through millions of them takes a fifth of a run."""
    gc.set_threshold(1_000_000, 50, 1_000)
