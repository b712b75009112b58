"""The corpus of claims, read into rows of words with labels: one row a passage."""

from __future__ import annotations

from pathlib import Path

from benchmarks import corpus
from benchmarks.corpus import GoldClaim, Passage, Stretch
from benchmarks.labelled import Row

from dateline.reader.labels import HEARSAY, OUTSIDE, PAPER, PARTIES, PLACES, SOURCE
from dateline.reader.words import Word, words

FOLDER = Path(__file__).parents[1] / "corpus" / "claims"


def files() -> list[Path]:
    """The parts that may be trained on."""
    return sorted(FOLDER.glob("*-dev-*.txt"))


def rows(paths: list[Path]) -> list[Row]:
    """One row a passage. Raises `ValueError` for a file with faults."""
    passages, faults = corpus.read(paths)
    if faults:
        raise ValueError(f"{faults[0]}: mend the corpus first")
    return [row(passage) for passage in passages]


def row(passage: Passage) -> Row:
    """A passage as words with labels; None where a word is not judged."""
    text = passage.text
    found = words(text)
    count = len(found)
    saying = [OUTSIDE] * count
    for kind, stretches in (("cue", passage.cues), ("source", passage.sources)):
        for mark in stretches:
            _fill(saying, _inside(mark.at, found), kind)
    kept: dict[str, list[str | None]] = {
        "claims": [OUTSIDE] * count,
        "status": [OUTSIDE] * count,
        "voice": [None] * count,
        "parties": [OUTSIDE] * count,
        "places": [OUTSIDE] * count,
    }
    links: list[tuple[int, ...] | None] = [None] * count
    named = {n: _named(passage, n, found) for n in {s.number for s in passage.sources}}
    for claim in passage.claims:  # outer before inner ones
        _claim(claim, found, named, kept, links)
    for at, label in enumerate(saying):
        if label != OUTSIDE:
            kept["status"][at] = kept["voice"][at] = kept["claims"][at] = links[at] = None
    plain = {"lang": passage.lang, "words": [text[w.start : w.end] for w in found], "space": [w.blank for w in found]}
    return {**plain, **kept, "saying": saying, "links": links}


def _claim(
    claim: GoldClaim,
    found: list[Word],
    named: dict[int, tuple[int, ...]],
    kept: dict[str, list[str | None]],
    links: list[tuple[int, ...] | None],
) -> None:
    own = _inside(claim.at, found)
    who = [n for n in claim.sources if n in named]
    voice = SOURCE if who else HEARSAY if claim.sources else PAPER
    for place, at in enumerate(own):
        kept["claims"][at] = "I" if place else "B"
        kept["status"][at], kept["voice"][at] = str(claim.status), voice
        kept["parties"][at] = kept["places"][at] = OUTSIDE
        links[at] = tuple(w for n in who for w in named[n]) or None
    for role in sorted(claim.roles, key=lambda r: (r.at.start, -r.at.end)):
        head = next(h for h, labels in (("parties", PARTIES), ("places", PLACES)) if f"B-{role.role}" in labels)
        _fill(kept[head], _inside(role.at, found), role.role)


def _fill(labels: list[str] | list[str | None], own: list[int], kind: str) -> None:
    for place, at in enumerate(own):
        labels[at] = f"{'I' if place else 'B'}-{kind}"


def _inside(at: Stretch, found: list[Word]) -> list[int]:
    return [n for n, w in enumerate(found) if at.start <= w.start and w.end <= at.end]


def _named(passage: Passage, number: int, found: list[Word]) -> tuple[int, ...]:
    return tuple(w for s in passage.sources if s.number == number for w in _inside(s.at, found))
