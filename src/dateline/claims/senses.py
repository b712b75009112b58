"""Verbs that tell of another change beside certain words, or in the passive: [[beside]] of lang/<code>/phases.toml."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from dateline.errors import BadLanguageData

_KEYS = {"verbs", "words", "passive", "governed", "phase"}


class Sense(NamedTuple):
    """One sense of a verb: the clause has one of the `words`, or is `passive`; `phase` is "" where nothing changes. Where
    `governed`, the word hangs on no other noun: "put out a statement about the fire" puts out no fire."""

    words: frozenset[str]
    passive: bool
    phase: str
    governed: bool = False

    def fits(self, words: Collection[str], passive: bool, ending: int = 0) -> bool:
        """Whether a clause with these lower-case words means it. Words of at least `ending` letters are found as the last
        element of a compound too ("Exportverbot"); 0 where a language writes compounds apart."""
        if (self.passive and passive) or not self.words.isdisjoint(words):
            return True
        last = tuple(word for word in self.words if len(word) >= ending) if ending else ()
        return bool(last) and any(word.endswith(last) for word in words)


def compile_senses(
    entries: Sequence[Mapping[str, Any]], lemmas: Collection[str], phases: Collection[str], where: str
) -> dict[str, tuple[Sense, ...]]:
    """Verb lemma -> its senses, in the order of the file. Raises `BadLanguageData` naming the entry."""
    found: dict[str, tuple[Sense, ...]] = {}
    for entry in entries:
        words, passive, phase = entry.get("words", []), entry.get("passive", False), entry.get("phase", "")
        governed = entry.get("governed", False)
        lower = isinstance(words, list) and all(isinstance(w, str) and w == w.lower() for w in words)
        if set(entry) - _KEYS or not entry.get("verbs") or not lower or not (words or passive):
            raise BadLanguageData(f"{where}: [[beside]] should have verbs, phase and words or passive, found {entry!r}")
        if phase and phase not in phases:
            raise BadLanguageData(f"{where}: [[beside]] {phase!r} should be a phase or empty")
        for verb in entry["verbs"]:
            if verb not in lemmas:
                raise BadLanguageData(f"{where}: [[beside]] {verb!r} should be a lemma of verbs.toml")
            found[verb] = (*found.get(verb, ()), Sense(frozenset(words), passive, phase, governed))
    return found
