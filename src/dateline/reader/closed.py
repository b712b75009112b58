"""Words of closed classes: no event by themselves, whatever the network says; a particle goes with its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, takewhile

from dateline import lang
from dateline.reader.decoding import REACH, parted
from dateline.reader.labels import OUTSIDE

_PARTICIPLE = 2
"""The place of past participles in a row of verbs.toml."""

_BEFORE = 3
"""How many words a particle stands before its verb at most: "in de gaten gehouden"."""

_VERBS = ("be", "perfect", "passive")
"""Auxiliaries that may be the verb of their clause ("is our priority"); all others only help another."""

_Forms = dict[str, list[list[str]]]
"""The forms of each verb, a list a column of verbs.toml."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Forms in small letters: words that only tie others, auxiliaries that only help, those that may be the only verb of their
    clause, participles, and particles with the forms of the verbs they make."""

    ties: frozenset[str]
    helping: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    parted: frozenset[tuple[str, str]]


@cache
def every() -> Closed:
    """The closed classes of all languages, for the network reads any. A word that is a verb or a topic in one of them ("like",
    "war") is left out of all, but where the tables say that it is no event."""
    languages = [lang.load(code) for code in lang.available()]
    forms = [_forms(language) for language in languages]
    full = {word for own, language in zip(forms, languages, strict=True) for word in _full(own, language)}
    functions = [language.table("clauses").get("function", {}) for language in languages]
    ties = {word for function in functions for word in function.get("prepositions", ())} - full
    particles, pro_verbs = ({w for f in functions for w in f.get(key, ())} for key in ("particles", "pro_verbs"))
    jobs = [language.table("clauses").get("auxiliary", {}) for language in languages]
    verbs = [{form for job in _VERBS for form in own.get(job, ())} - set(own.get("nonfinite", ())) for own in jobs]
    helping = {w for own, able in zip(jobs, verbs, strict=True) for w in set(chain(*own.values())) - able}
    pairs = [pair for own, language in zip(forms, languages, strict=True) for pair in _pairs(own, language)]
    return Closed(
        frozenset(ties | particles),
        frozenset((helping - full) | pro_verbs),
        frozenset(chain(*verbs)) - full,
        frozenset(chain(*(row[_PARTICIPLE] for own in forms for row in own.values())))
        | {particle + form for particle, row in pairs for form in row[_PARTICIPLE]},
        frozenset((particle, form) for particle, row in pairs for form in chain(*row)),
    )


def _forms(language: lang.Language) -> _Forms:
    rows = language.table("verbs").get("verb", {})
    return {lemma: [part.split() for part in row.split("|")] for lemma, row in rows.items()}


def _full(forms: _Forms, language: lang.Language) -> set[str]:
    """Words that are verbs or topics: of the verb forms not those that are far oftener auxiliaries."""
    verbs = {form for row in forms.values() for part in row for form in part}
    topics = set(chain(*language.table("concepts").get("concept", {}).values()))
    return verbs - set(language.table("verbs").get("noise", {}).get("auxiliary", ())) | topics


def _pairs(forms: _Forms, language: lang.Language) -> list[tuple[str, list[list[str]]]]:
    """The particle of each separable verb, and the forms of its base."""
    separable = language.table("verbs").get("separable", {}).values()
    return [(particle, forms[base]) for particle, base in separable if base in forms]


def mended(words: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Event labels with particles joined to their verbs, and without words of closed classes that stand alone."""
    found, small = list(labels), [word.lower() for word in words]
    _join(small, found)
    _predicate(small, found)
    for ranges in parted(found):
        own = [at for a, b in ranges for at in range(a, b)]
        said = {small[at] for at in own}
        if said <= every().ties or said <= every().helping or (len(own) == 1 and _helps(small, found, own[0])):
            for at in own:
                found[at] = OUTSIDE
    return found


def _predicate(words: Sequence[str], labels: list[str]) -> None:
    """Join a particle that ends its phrase to the copula right before it: "is over", "war zurück"."""
    for at in range(1, len(words)):
        last = at + 1 == len(words) or not words[at + 1][:1].isalnum()
        if labels[at] == "B" and words[at - 1] in every().verbs and words[at] in every().ties and last:
            labels[at - 1 : at + 1] = "B", "I"


def _helps(words: Sequence[str], labels: Sequence[str], at: int) -> bool:
    """Whether an auxiliary has a participle beside it that is an event: "is de vlucht bedoeld", "gebeurd is"."""
    if words[at] not in every().verbs:
        return False
    behind = takewhile(lambda n: words[n][:1].isalnum(), range(at + 1, min(at + REACH, len(words))))
    return any(labels[n] != OUTSIDE and words[n] in every().participles for n in (*behind, at - 1) if n >= 0)


def _join(words: Sequence[str], labels: list[str]) -> None:
    """Make a particle and its verb one event where each is one and no other stands between."""
    for one, other in pairwise(parted(labels)):
        (_, end), (start, _) = one[-1], other[0]
        left, right = ([words[at] for a, b in event for at in range(a, b)] for event in (one, other))
        before = len(left) == 1 and start - end < _BEFORE and (left[0], right[0]) in every().parted
        behind = len(right) == 1 and start - end < REACH and (right[0], left[-1]) in every().parted
        if before or behind:
            labels[start] = "I"
