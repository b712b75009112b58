"""Names by rule and names by a trained reader, made into one list: who wins where they differ.

What a table knows stands: it says which thing is meant. Where no table does, the reader decides what a name is, where it
starts and ends, and of what kind; a guess by shape alone that the reader does not share is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.entities.lines import Line
from dateline.entities.names import Found
from dateline.ports import FoundName

READ = "the reader's model takes it for a name"
_PLACE = "LOC"


@dataclass(frozen=True, slots=True)
class _Told:
    """A name of the reader as words `first` to `last` of a line."""

    line: Line
    first: int
    last: int
    kind: str

    def touches(self, other: Found) -> bool:
        return self.line is other.line and self.first < other.last and other.first < self.last


def agreed(found: Sequence[Found], lines: Sequence[Line], names: Sequence[FoundName]) -> list[Found]:
    """The names that stand, in order of their place and without overlap."""
    told = [t for item in lines for t in _told(item, names)]
    kept = [f for f in found if _stands(f, [t for t in told if t.touches(f)])]
    for t in told:
        beside = [f for f in kept if t.touches(f)]
        same = next((f for f in beside if (f.first, f.last) == (t.first, t.last) and not f.forms), None)
        if same is not None:
            kept[kept.index(same)] = replace(same, kind=t.kind, reasons=(*same.reasons, READ), guessed=False)
        elif same is None and (free := _free(t, beside)):
            kept.append(Found(t.line, *free, t.kind, reasons=(READ,)))
    return sorted(kept, key=lambda f: (f.line.number, f.first))


def _free(told: _Told, beside: Sequence[Found]) -> tuple[int, int] | None:
    """The longest run of the reader's words, with a capital in it, that no name which stands has taken; None for none."""
    taken = {k for f in beside for k in range(f.first, f.last)}
    runs: list[list[int]] = [[]]
    for k in range(told.first, told.last):
        if k in taken:
            runs.append([])
        else:
            runs[-1].append(k)
    named = [r for r in runs if any(told.line.words[k].text[:1].isupper() for k in r)]
    best = max(named, key=len, default=None)
    return (best[0], best[-1] + 1) if best else None


def _stands(item: Found, told: Sequence[_Told]) -> bool:
    """Whether a name by rule stays as it is or with another kind, rather than making room for the reader's."""
    if not told:
        return bool(item.forms) or not item.guessed
    if any((t.first, t.last) == (item.first, item.last) for t in told):
        return not (item.forms and _only_by_chance(item, told[0].kind))
    longer = any(t.first <= item.first and item.last <= t.last for t in told)
    if item.forms:
        # "Bank of China", "Kafue River": a place that a longer name is made with.
        return not (longer and item.kind == _PLACE and not item.forms[0].demonym)
    return False


def _only_by_chance(item: Found, kind: str) -> bool:
    """A town's name that is a person's or a firm's here: no form is sure, and the reader says so."""
    return kind != item.kind and not any(form.sure for form in item.forms)


def _told(line: Line, names: Sequence[FoundName]) -> list[_Told]:
    if not line.words:
        return []
    start, end = line.words[0].start, line.words[-1].end
    own = []
    for name in names:
        if name.demonym or name.end <= start or end <= name.start:
            continue
        inside = [k for k, w in enumerate(line.words) if name.start <= w.start and w.end <= name.end]
        if inside and any(line.words[k].text[:1].isupper() or line.words[k].text[:1].isdigit() for k in inside):
            own.append(_Told(line, inside[0], inside[-1] + 1, name.kind))
    return own
