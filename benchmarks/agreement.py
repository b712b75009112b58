"""How far two labellings of the same passages of corpus/claims agree.

    python benchmarks/agreement.py            figures per language and over all, one line each
    python benchmarks/agreement.py --list     every difference too, passage by passage
    python benchmarks/agreement.py --plain    the same passages without marks, for one more labeller
    python benchmarks/agreement.py --first FILE... --second FILE...

- claims: two claims are the same where the second's stretch covers at least half of the first's words, and four tenths of
  the second's own words lie inside the first's; best pairs first, one to one. The share found in both is 2m / (a + b).
- status: Cohen's kappa on the claims found in both (Cohen 1960, A coefficient of agreement for nominal scales).
- sources: F1 of the stretches marked as a source that overlap one of the other labelling, one to one.
- chains: share of the claims found in both that rest on the same sources in the same order.
- roles: F1 of (role, overlapping stretch) inside the claims found in both.

Words are places in the passage: equal words elsewhere do not count.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus import HEARSAY, GoldClaim, Passage, Stretch, read

T = TypeVar("T")

COVER, INSIDE = 0.5, 0.4
CORPUS = Path(__file__).parent.parent / "corpus" / "claims"


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage under both labellings, and the claims found in both."""

    first: Passage
    second: Passage
    common: tuple[tuple[GoldClaim, GoldClaim], ...]


def words(text: str, at: Stretch) -> frozenset[int]:
    """Where the words that lie in a stretch begin.

    >>> sorted(words("a storm hit", Stretch(2, 11)))
    [2, 8]
    """
    return frozenset(m.start() for m in re.finditer(r"\w+", text) if at.start <= m.start() and m.end() <= at.end)


def one_to_one(left: Sequence[T], right: Sequence[T], score: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """Pairs with a score above 0, the best first, each item once; ties in the order of the text."""
    scored = [(score(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    pairs: list[tuple[T, T]] = []
    used: set[tuple[str, int]] = set()
    for value, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if value > 0 and ("left", i) not in used and ("right", j) not in used:
            used |= {("left", i), ("right", j)}
            pairs.append((left[i], right[j]))
    return pairs


def paired(first: Passage, second: Passage) -> Pair:
    """The claims of one passage that both labellings found. The passages have the same text."""

    def score(a: GoldClaim, b: GoldClaim) -> float:
        own, other = words(first.text, a.at), words(first.text, b.at)
        both = len(own & other)
        cover, inside = both / (len(own) or 1), both / (len(other) or 1)
        return cover + inside if cover >= COVER and inside >= INSIDE else 0.0

    return Pair(first, second, tuple(one_to_one(first.claims, second.claims, score)))


def kappa(labels: Iterable[tuple[str, str]]) -> float:
    """Cohen's kappa of pairs of labels; nan without pairs or where chance alone agrees on everything.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")])
    0.0
    """
    pairs = list(labels)
    if not pairs:
        return float("nan")
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(left[k] * right[k] for k in left) / len(pairs) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else float("nan")


def touch(a: Stretch, b: Stretch) -> float:
    """How many characters two stretches share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def same_chain(pair: Pair, a: GoldClaim, b: GoldClaim) -> bool:
    """Whether two claims rest on the same sources, the paper's informant first."""

    def same(m: int, n: int) -> bool:
        if HEARSAY in (m, n):
            return m == n
        ours = [s.at for s in pair.first.sources if s.number == m]
        theirs = [s.at for s in pair.second.sources if s.number == n]
        return any(touch(x, y) for x in ours for y in theirs)

    return len(a.sources) == len(b.sources) and all(map(same, a.sources, b.sources))


def same_roles(a: GoldClaim, b: GoldClaim) -> int:
    """How many roles of two claims have the same name and share characters."""
    return len(one_to_one(a.roles, b.roles, lambda x, y: touch(x.at, y.at) if x.role == y.role else 0.0))


def f1(both: int, left: int, right: int) -> float:
    """2m / (a + b), which is also the F1 of either labelling against the other; nan where neither has any."""
    return 2 * both / (left + right) if left + right else float("nan")


def figures(pairs: Sequence[Pair]) -> str:
    """One line with every measure over the given passages."""
    common = [(p, a, b) for p in pairs for a, b in p.common]
    claims = [len(p.first.claims) for p in pairs], [len(p.second.claims) for p in pairs]
    labels = [(str(a.status), str(b.status)) for _, a, b in common]
    named = [(p.first.sources, p.second.sources) for p in pairs]
    met = sum(len(one_to_one(a, b, lambda x, y: touch(x.at, y.at))) for a, b in named)
    roles = [(same_roles(a, b), len(a.roles), len(b.roles)) for _, a, b in common]
    share = 1 / (len(common) or 1)
    return (
        f"{len(pairs):4} passages  claims {sum(claims[0])} / {sum(claims[1])}, found in both {len(common)}"
        f" ({100 * f1(len(common), sum(claims[0]), sum(claims[1])):.1f}%)"
        f"  status kappa {kappa(labels):.3f} (equal {100 * sum(a == b for a, b in labels) * share:.1f}%)"
        f"  sources F1 {100 * f1(met, sum(len(a) for a, _ in named), sum(len(b) for _, b in named)):.1f}"
        f"  chains {100 * sum(same_chain(p, a, b) for p, a, b in common) * share:.1f}%"
        f"  roles F1 {100 * f1(sum(r[0] for r in roles), sum(r[1] for r in roles), sum(r[2] for r in roles)):.1f}"
    )


def differences(pair: Pair) -> list[str]:
    """What the two labellings of a passage see differently, in words."""
    text, found = pair.first.text, []
    for name, own, side in (("first", pair.first.claims, 0), ("second", pair.second.claims, 1)):
        matched = {id(c[side]) for c in pair.common}
        found += [f"only {name}: {c.status} {text[c.at.start : c.at.end]!r}" for c in own if id(c) not in matched]
    for a, b in pair.common:
        clause = text[a.at.start : a.at.end]
        if a.status is not b.status:
            found.append(f"status {a.status} / {b.status}: {clause!r}")
        if not same_chain(pair, a, b):
            found.append(f"sources {a.sources} / {b.sources}: {clause!r}")
    return [f"{pair.first.id}  {line}" for line in found]


def load(first: Sequence[Path], second: Sequence[Path]) -> tuple[list[Pair], list[str]]:
    """The passages that both hold, and what is wrong: faults of the files, second passages without a first or with another
    text."""
    ours, faults = read(first)
    theirs, more = read(second)
    known = {p.id: p for p in ours}
    odd = [str(f) for f in (*faults, *more)]
    odd += [f"{p.file}:{p.line}: no first labelling of {p.id}" for p in theirs if p.id not in known]
    both = [(known[p.id], p) for p in theirs if p.id in known]
    odd += [f"{b.file}:{b.line}: {b.id} has another text than the first labelling" for a, b in both if a.text != b.text]
    return [paired(a, b) for a, b in both if a.text == b.text], odd


def main() -> int:
    """Print the figures; 1 where the files do not fit together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, nargs="+", default=sorted(CORPUS.glob("*-test.txt")))
    parser.add_argument("--second", type=Path, nargs="+", default=sorted((CORPUS / "second").glob("*.txt")))
    parser.add_argument("--list", action="store_true", help="print every difference")
    parser.add_argument("--plain", action="store_true", help="print the passages without marks, and nothing else")
    chosen = parser.parse_args()
    pairs, odd = load(chosen.first, chosen.second)
    for line in odd:
        print(line, file=sys.stderr)
    if chosen.plain:
        for pair in pairs:
            print(f"{pair.first.id} {pair.first.genre} | {pair.first.text}")
        return 1 if odd else 0
    if chosen.list:
        for pair in pairs:
            for line in differences(pair):
                print(line)
    for code in sorted({p.first.lang for p in pairs}):
        print(f"{code:4}{figures([p for p in pairs if p.first.lang == code])}")
    print(f"all {figures(pairs)}")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
