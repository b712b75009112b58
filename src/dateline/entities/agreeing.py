"""Names by rule and names by a trained reader, made into one list: who wins where they differ.

What a table knows stands: it says which thing is meant. Where no table does, the reader decides what a name is, where it
starts and ends, and of what kind; a guess by shape alone that the reader does not share is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.entities.homonyms import locative
from dateline.entities.lines import Line, Usage
from dateline.entities.names import READ, Found
from dateline.entities.tables import CUE_KINDS, Rules, given
from dateline.entities.tokens import HYPHENS
from dateline.overlap import Places
from dateline.ports import FoundName

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


def agreed(
    found: Sequence[Found], lines: Sequence[Line], names: Sequence[FoundName], rules: Rules, usage: Usage
) -> list[Found]:
    """The names that stand, in order of their place and without overlap. `usage`: how the article writes its words."""
    own: dict[int, list[Found]] = {}
    for f in found:
        own.setdefault(f.line.number, []).append(f)
    places = Places([(n.start, n.end) for n in names])
    return [f for item in lines for f in _of_line(item, own.get(item.number, []), names, places, rules, usage)]


def _of_line(
    line: Line, found: Sequence[Found], names: Sequence[FoundName], places: Places, rules: Rules, usage: Usage
) -> list[Found]:
    near = places.touching(line.words[0].start, line.words[-1].end) if line.words else ()
    told = [t for t in _told(line, [names[n] for n in near]) if not _plain(t, rules, usage)]
    known = [f for f in found if f.forms]
    kept = [f for f in found if _stands(f, [t for t in told if t.touches(f)], known, rules)]
    for t in told:
        beside = [f for f in kept if t.touches(f)]
        same = next((f for f in beside if (f.first, f.last) == (t.first, t.last)), None)
        if same is not None and same.forms:
            kept[kept.index(same)] = replace(same, reasons=(READ,)) if t.kind == _PLACE == same.kind else same
        elif same is not None:
            kept[kept.index(same)] = replace(same, kind=_kind(same, t), reasons=(*same.reasons, READ), guessed=False)
        elif free := _free(t, beside):
            kept.append(Found(t.line, *free, _kind_by_words(t, *free, rules), reasons=(READ,)))
    return sorted(kept, key=lambda f: f.first)


def _kind(rule: Found, told: _Told) -> str:
    """A word beside the name or in it outweighs the reader, and so does an acronym its weakest kind."""
    acronym = rule.last - rule.first == 1 and rule.line.words[rule.first].acronym
    return told.kind if rule.guessed and not (acronym and told.kind == "MISC") else rule.kind


def _kind_by_words(told: _Told, first: int, last: int, rules: Rules) -> str:
    """The reader's kind, but that of the name's last word where it says what the name is: in two words or more, all with
    capitals, without a given name.
    """
    words = told.line.words[first:last]
    plain = len(words) > 1 and all(w.text[0].isupper() and w.key not in given()[0] for w in words)
    cue = rules.cues.get(words[-1].key, "") if plain else ""
    return CUE_KINDS[cue] if cue else told.kind


def _free(told: _Told, beside: Sequence[Found]) -> tuple[int, int] | None:
    """The longest run of the reader's words that no name which stands has taken, from a capital to a capital where it is
    not the whole name; None where no such run is left.
    """
    taken = {k for f in beside for k in range(f.first, f.last)}
    runs: list[list[int]] = [[]]
    for k in range(told.first, told.last):
        if k in taken:
            runs.append([])
        else:
            runs[-1].append(k)
    if beside:
        runs = [r[_capital(told, r) : len(r) - _capital(told, r[::-1])] for r in runs]
        runs = [r for r in runs if r and told.line.gap(r[0]) not in HYPHENS]
    best = max((r for r in runs if _capital(told, r) < len(r)), key=len, default=None)
    return (best[0], best[-1] + 1) if best else None


def _capital(told: _Told, positions: Sequence[int]) -> int:
    """How many of the words come before the first with a capital."""
    return next((n for n, k in enumerate(positions) if told.line.words[k].text[:1].isupper()), len(positions))


def _stands(item: Found, told: Sequence[_Told], known: Sequence[Found], rules: Rules) -> bool:
    """Whether a name by rule stays as it is or with another kind, rather than making room for the reader's."""
    if not told:
        return bool(item.forms) or not item.guessed
    if any((t.first, t.last) == (item.first, item.last) for t in told):
        return not (item.forms and _only_by_chance(item, told[0].kind) and not locative(item, rules))
    if not item.forms:
        return False
    longer = [t for t in told if t.first <= item.first and item.last <= t.last]
    placed = item.kind == _PLACE and not item.forms[0].demonym
    return not (
        placed and any(_made_with(t, [f for f in known if t.touches(f)], rules.nouns_capitalised) for t in longer)
    )


def _made_with(told: _Told, known: Sequence[Found], nouns_capitalised: bool) -> bool:
    """Whether the reader's name is made with the places in it ("Bank of China", "Kafue River") rather than a row of them
    ("Pyongyang-Beijing"), a known body and its country ("Supreme Court of the United States"), or a noun on a place
    where nouns have capitals ("Ukraine-Krieg").
    """
    if any(f.kind != _PLACE and not f.forms[0].demonym for f in known):
        return False
    taken = {k for f in known for k in range(f.first, f.last)}
    words = told.line.words
    own = [k for k in range(told.first, told.last) if k not in taken and not words[k].text[:1].islower()]
    noun = own == [told.last - 1] and told.line.gap(own[0]) in HYPHENS and nouns_capitalised
    return bool(own) and not noun


def _only_by_chance(item: Found, kind: str) -> bool:
    """A town's name that is a person's or a firm's here: no form is sure, and the reader says so."""
    return kind != item.kind and not any(form.sure for form in item.forms)


def _plain(told: _Told, rules: Rules, usage: Usage) -> bool:
    """Whether all that the reader took for a name are plain words: small words and titles, or, where nouns have no
    capital, one word that opens a line and stands small elsewhere.
    """
    words = told.line.words[told.first : told.last]
    if all(w.key in rules.openers or w.key in rules.title_words or w.key in rules.portfolios for w in words):
        return True
    opens = len(words) == 1 and not rules.nouns_capitalised and told.line.opens(told.first)
    return opens and words[0].key in usage.small and words[0].key not in usage.capital


def _told(line: Line, names: Sequence[FoundName]) -> list[_Told]:
    own = []
    for name in names:
        if name.demonym:
            continue
        inside = [k for k, w in enumerate(line.words) if name.start <= w.start and w.end <= name.end]
        while inside and line.words[inside[-1]].text.islower() and len(inside) > 1:
            inside.pop()  # "Court of Appeal in"
        if inside and any(line.words[k].text[:1].isupper() or line.words[k].text[:1].isdigit() for k in inside):
            own.append(_Told(line, inside[0], inside[-1] + 1, name.kind))
    return own
