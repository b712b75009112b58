"""Read and check the sentences with claims in corpus/claims: who says what, did it happen, who and how many.

    python benchmarks/corpus.py corpus/claims/*.txt

prints every fault with file, line and column, and counts per language, status and genre; it exits with 1 where there is a
fault. The notation is described in docs/claims-corpus.md.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model import Kind, SourceKind, Status

GENRES = (
    "agency",
    "caption",
    "live",
    "feature",
    "interview",
    "report",
    "economy",
    "weather",
    "sport",
    "court",
    "politics",
    "war",
    "disaster",
    "health",
    "transport",
    "science",
)
ROLES = ("agent", "patient", "origin", "destination", "place", "via", "permitter")
HEARSAY = 0

_KINDS = {"question": Kind.QUESTION, "background": Kind.BACKGROUND, "unknown": Kind.STATED_UNKNOWN}
_CERTAINTIES = ("probable", "possible")
_LINE = re.compile(r"(?P<id>(?P<lang>[a-z]{2,3})-[a-z0-9-]+) (?P<genre>[a-z]+) \| (?P<text>.*)")
_NUMBER = r"-?\d+(?:\.\d+)?"
_MARK = re.compile(
    r"\{(?P<status>[a-z]+)(?P<flags>(?:@\d+|/[a-z]+)*) "
    r"|\[S(?P<source>\d+):(?P<kind>[a-z]+) "
    r"|\[C(?P<cue>\d+) "
    r"|<(?P<role>[a-z]+) "
    rf"|\((?P<bound>=|>=|<=)(?P<value>{_NUMBER}) "
    rf"|\((?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER}) "
)
_FLAG = re.compile(r"@(\d+)|/([a-z]+)")
_CLOSERS = {"{": "}", "[": "]", "<": ">", "(": ")"}
_EXPECTED = {
    "{": "{STATUS@N/FLAG TEXT}, with a status in small letters",
    "[": "[SN:KIND TEXT] or [CN TEXT], N a number",
    "<": r"<ROLE TEXT>; a plain one is written \<",
    "(": r"(=VALUE TEXT), (>=VALUE TEXT), (<=VALUE TEXT) or (A..B TEXT); a plain bracket is written \(",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a corpus file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open code points of a passage's plain text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldSource:
    """One place where source `number` of the passage is named, or a word like "he" that stands for it."""

    number: int
    kind: SourceKind
    at: Stretch


@dataclass(frozen=True, slots=True)
class GoldCue:
    """The words of saying that belong to source `number`; 0 for hearsay."""

    number: int
    at: Stretch


@dataclass(frozen=True, slots=True)
class GoldRole:
    """The core noun phrase of who or what takes part."""

    role: str
    at: Stretch


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure with its bounds: equal for an exact or estimated value, None where open."""

    low: float | None
    high: float | None
    at: Stretch


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim. `sources` run from the paper's informant inwards, 0 for hearsay; empty for the paper's own voice.
    Roles and figures belong to the innermost claim around them."""

    at: Stretch
    status: Status
    kind: Kind
    polarity: str
    certainty: str
    sources: tuple[int, ...]
    roles: tuple[GoldRole, ...]
    figures: tuple[GoldFigure, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a corpus file without its markup, and what the markup said. Claims in order of their start."""

    id: str
    lang: str
    genre: str
    text: str
    claims: tuple[GoldClaim, ...]
    sources: tuple[GoldSource, ...]
    cues: tuple[GoldCue, ...]
    file: str = ""
    line: int = 0


class _Bad(ValueError):
    """A fault at an offset of the marked text."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at


@dataclass(slots=True)
class _Open:
    """A mark that waits for its closing character: where it stood in the markup, and where its text starts."""

    mark: re.Match[str]
    start: int
    sources: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()
    roles: list[GoldRole] = field(default_factory=list)
    figures: list[GoldFigure] = field(default_factory=list)

    @property
    def opener(self) -> str:
        return self.mark[0][0]


class _Reader:
    """Reads one marked text into plain text and stretches; raises `_Bad` at the first fault."""

    def __init__(self, marked: str) -> None:
        self.marked = marked
        self.plain: list[str] = []
        self.stack: list[_Open] = []
        self.claims: list[GoldClaim] = []
        self.sources: list[GoldSource] = []
        self.cues: list[GoldCue] = []

    def read(self) -> None:
        at = 0
        while at < len(self.marked):
            at = self._step(at)
        if self.stack:
            last = self.stack[-1]
            raise _Bad(last.mark.start(), f"{last.mark[0].strip()!r} is never closed with {_CLOSERS[last.opener]!r}")
        self.claims.sort(key=lambda c: (c.at.start, -c.at.end))

    def _step(self, at: int) -> int:
        char = self.marked[at]
        if char == "\\":
            if at + 1 == len(self.marked):
                raise _Bad(at, "a backslash ends the line: expected a character behind it")
            self.plain.append(self.marked[at + 1])
            return at + 2
        if char in _CLOSERS:
            mark = _MARK.match(self.marked, at)
            if mark is None:
                raise _Bad(at, f"{char!r} opens no mark: expected {_EXPECTED[char]}")
            self.stack.append(self._opened(mark))
            return mark.end()
        if char in _CLOSERS.values():
            self._close(at, char)
        else:
            self.plain.append(char)
        return at + 1

    def _opened(self, mark: re.Match[str]) -> _Open:
        start = len(self.plain)
        if mark["status"]:
            flags = _FLAG.findall(mark["flags"])
            known = (*_KINDS, *_CERTAINTIES, "neg")
            odd = [f for _, f in flags if f and f not in known]
            if mark["status"] not in set(Status):
                raise _Bad(mark.start(), f"no status {mark['status']!r}: expected one of {', '.join(Status)}")
            if odd:
                raise _Bad(mark.start(), f"no flag /{odd[0]}: expected one of {', '.join(known)}")
            return _Open(mark, start, tuple(int(n) for n, _ in flags if n), tuple(f for _, f in flags if f))
        if mark["kind"] and mark["kind"] not in set(SourceKind):
            raise _Bad(mark.start(), f"no kind of source {mark['kind']!r}: expected one of {', '.join(SourceKind)}")
        if mark["role"] and mark["role"] not in ROLES:
            raise _Bad(mark.start(), f"no role {mark['role']!r}: expected one of {', '.join(ROLES)}")
        if mark["low"] and float(mark["low"]) >= float(mark["high"]):
            raise _Bad(mark.start(), "a range runs from the smaller figure to the greater")
        return _Open(mark, start)

    def _close(self, at: int, char: str) -> None:
        if not self.stack or _CLOSERS[self.stack[-1].opener] != char:
            inner = f"{self.stack[-1].mark[0].strip()!r} is still open" if self.stack else "no mark is open"
            raise _Bad(at, f"{char!r} closes nothing, {inner}: a plain one is written \\{char}")
        opened = self.stack.pop()
        words = "".join(self.plain[opened.start :])
        if not words.strip() or words != words.strip():
            raise _Bad(opened.mark.start(), "a mark holds words, with no blank before the first or after the last")
        self._keep(opened, Stretch(opened.start, len(self.plain)))

    def _keep(self, opened: _Open, at: Stretch) -> None:
        mark = opened.mark
        around = next((o for o in reversed(self.stack) if o.mark["status"]), None)
        if mark["status"]:
            self.claims.append(_claim(opened, at))
        elif mark["source"]:
            self.sources.append(GoldSource(int(mark["source"]), SourceKind(mark["kind"]), at))
        elif mark["cue"]:
            self.cues.append(GoldCue(int(mark["cue"]), at))
        elif mark["role"]:
            if around is None:
                raise _Bad(mark.start(), f"the {mark['role']} stands outside of every claim")
            around.roles.append(GoldRole(mark["role"], at))
        elif around is not None:
            around.figures.append(_figure(mark, at))


def _claim(opened: _Open, at: Stretch) -> GoldClaim:
    flags = opened.flags
    return GoldClaim(
        at,
        Status(opened.mark["status"]),
        next((_KINDS[f] for f in flags if f in _KINDS), Kind.REPORT),
        "negative" if "neg" in flags else "positive",
        next((f for f in flags if f in _CERTAINTIES), "certain"),
        opened.sources,
        tuple(opened.roles),
        tuple(opened.figures),
    )


def _figure(mark: re.Match[str], at: Stretch) -> GoldFigure:
    if mark["low"]:
        return GoldFigure(float(mark["low"]), float(mark["high"]), at)
    value = float(mark["value"])
    return GoldFigure(None if mark["bound"] == "<=" else value, None if mark["bound"] == ">=" else value, at)


def parse(line: str, file: str = "", number: int = 0) -> Passage | Fault:
    """One line as a passage, or what is wrong with it and what was expected."""
    head = _LINE.fullmatch(line)
    if head is None:
        return Fault(file, number, 1, "no passage: expected ID GENRE | MARKED TEXT, as in nl-0001 agency | ...")
    if head["genre"] not in GENRES:
        found = f"no genre {head['genre']!r}: expected one of {', '.join(GENRES)}"
        return Fault(file, number, head.start("genre") + 1, found)
    reader = _Reader(head["text"])
    try:
        reader.read()
    except _Bad as bad:
        return Fault(file, number, head.start("text") + bad.at + 1, str(bad))
    passage = Passage(
        head["id"],
        head["lang"],
        head["genre"],
        "".join(reader.plain),
        tuple(reader.claims),
        tuple(reader.sources),
        tuple(reader.cues),
        file,
        number,
    )
    wrong = _wrong(passage)
    return Fault(file, number, head.start("text") + 1, f"{passage.id}: {wrong}") if wrong else passage


def _wrong(passage: Passage) -> str:
    """What does not fit together in a passage that nests well; "" where all does."""
    kinds: dict[int, set[SourceKind]] = {}
    for source in passage.sources:
        kinds.setdefault(source.number, set()).add(source.kind)
    used = {n for c in passage.claims for n in c.sources}
    for number in sorted(used | {c.number for c in passage.cues}):
        if number != HEARSAY and number not in kinds:
            return f"@{number} or [C{number} stands without [S{number}:KIND ...]"
    for number, found in sorted(kinds.items()):
        if number not in used:
            return f"source {number} says nothing: expected @{number} on some claim, or no mark"
        if len(found) > 1:
            return f"source {number} has several kinds: {', '.join(sorted(found))}"
    if any(c.number not in used for c in passage.cues):
        return "a cue of hearsay [C0 ...] stands without a claim @0"
    if any(c.kind in (Kind.QUESTION, Kind.STATED_UNKNOWN) and c.status is not Status.UNKNOWN for c in passage.claims):
        return "a claim of kind question or unknown has status unknown"
    if passage.text != " ".join(passage.text.split()):
        return "blanks are doubled, or stand at an end"
    return ""


def read(paths: Iterable[Path]) -> tuple[list[Passage], list[Fault]]:
    """All passages of the files in order, and all faults; a passage with a fault is left out."""
    passages: list[Passage] = []
    faults: list[Fault] = []
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            found = parse(line, str(path), number)
            if isinstance(found, Fault):
                faults.append(found)
                continue
            again = ids.get(found.id) or texts.get(found.text)
            if again:
                faults.append(Fault(str(path), number, 1, f"{found.id}: id or text stands already at {again}"))
            ids[found.id] = texts[found.text] = f"{path}:{number}"
            passages.append(found)
    return passages, faults


def counts(passages: Sequence[Passage]) -> str:
    """What the corpus holds, one block a language."""
    blocks = []
    for code in sorted({p.lang for p in passages}):
        own = [p for p in passages if p.lang == code]
        claims = [c for p in own for c in p.claims]
        several = sum(len(re.findall(r"[.!?…][\"'”’»)]*\s+[\"'“‘«„(]?[A-Z0-9]", p.text)) > 0 for p in own)
        words = sum(len(re.findall(r"\w+", p.text)) for p in own)
        cited = sum(any(c.sources) for c in claims)
        hearsay = sum(HEARSAY in c.sources for c in claims)
        nested = sum(len(c.sources) > 1 for c in claims)
        lines = [
            f"{code}: {len(own)} passages, {several} of several sentences, {words} words, {len(claims)} claims",
            f"  attributed {cited}, hearsay {hearsay}, nested {nested}, paper's own {len(claims) - cited - hearsay}",
            f"  roles {sum(len(c.roles) for c in claims)}, figures {sum(len(c.figures) for c in claims)}",
            _shares("status", Counter(str(c.status) for c in claims)),
            _shares("kind", Counter(str(c.kind) for c in claims)),
            _shares("source", Counter(str(k) for p in own for _, k in {(s.number, s.kind) for s in p.sources})),
            _shares("genre", Counter(p.genre for p in own)),
        ]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def _shares(name: str, found: Counter[str]) -> str:
    every = found.total() or 1
    return f"  {name}: " + ", ".join(f"{k} {n} ({100 * n / every:.0f}%)" for k, n in found.most_common())


def main() -> int:
    """Check, print faults and counts; 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    passages, faults = read(parser.parse_args().files)
    for fault in faults:
        print(fault)
    print(counts(passages))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
