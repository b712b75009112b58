"""Finite verbs and the way they point: what met, has been; what meets on Thursday, is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from dateline.lang import Language

_PRESENT, _PAST = 0, 1
"""Where the present and the past forms of a verb stand in its row."""

_FULL_ROW = 3
"""Present forms of a verb whose first one is told from the others: that of the first person, which news has not."""

_OPENING = 3
"""So many words can stand before the verb of a clause that opens with a time: "In the night to", "on"."""

_BEHIND_PLAN = 2
"""So many words before a time can part it from a plan: "an am", "om"."""

_WORD = re.compile(r"[^\W\d_]+")
_COMMA = re.compile(r",\s")


@dataclass(frozen=True, slots=True)
class Tenses:
    """What verbs tell of time.

    `signs`: the way each finite form points (-1, 1); `bases`: the forms that are finite only behind a plural; `doubles`:
    past forms that are participles too; `ahead`: present forms, also those that are another form as well.
    `before`: auxiliaries that tell in a relative what had been before.
    `hearsay` and `perfect` are auxiliaries: with both, and a participle, what is told has been ("soll getötet worden
    sein"). `openers` open a clause whose verb stands last, behind a comma; `complementizers` do so anywhere. There are
    none in a language that has no such clauses.
    """

    signs: Mapping[str, int]
    bases: frozenset[str]
    endings: tuple[str, ...]
    plurals: frozenset[str]
    doubles: frozenset[str]
    participles: frozenset[str]
    ahead: frozenset[str]
    hearsay: frozenset[str]
    perfect: frozenset[str]
    openers: frozenset[str]
    complementizers: frozenset[str]
    articles: frozenset[str]
    forms: frozenset[str]
    plans: frozenset[str]
    markers: frozenset[str]
    past_perfect: frozenset[str]
    parted: Mapping[str, frozenset[str]]
    purposes: frozenset[str]
    relatives: frozenset[str]
    before: frozenset[str]

    def sign(self, words: Sequence[str], at: int, behind: bool) -> int:
        """-1 or 1 where the word at that place (as written) is a finite verb by its form, else 0.

        Where a form can be a noun in the plural, it points ahead only before the time, not `behind` it.
        """
        found = self.signs.get(words[at], 0)
        if found > 0 and self.endings and (behind or not self._behind_plural(words, at)):
            return 0
        return found

    def _behind_plural(self, words: Sequence[str], at: int) -> bool:
        if words[at] not in self.bases:
            return True
        return at > 0 and (words[at - 1].lower() in self.plurals or words[at - 1].endswith(self.endings))

    def leads(self, before: str, after: str) -> bool:
        """Whether a clause opens with the time and its verb, in second place, is present: "am Dienstag empfangen sie"."""
        if not self.openers:
            return False
        verb = _WORD.match(after.lstrip())
        if not verb or verb[0] not in self.ahead or after[:1] != " ":
            return False
        own = _COMMA.split(before)[-1]
        return len(_WORD.findall(own)) <= _OPENING and self.opening(own) < 0

    def aims(self, words: Sequence[str], at: int) -> bool:
        """Whether the word at that place, in lower case, is the "to" of a plan: "agreed to buy", "hopes to win"."""
        return words[at] in self.markers and at > 0 and words[at - 1] in self.plans

    def intends(self, before: str, after: str) -> bool:
        """Whether the time stands in front of the infinitive of what somebody plans: "kündigte an, am Freitag zu streiken".

        A comma, the particle or participle of the planning, or the word of a purpose must part it from the planning, or
        it says when that was. "Am Freitag gestreikt zu haben" is no plan.
        """
        if not self.openers:
            return False  # where verbs do not stand last, the time follows the infinitive
        words = _WORD.findall(_COMMA.split(after)[0])
        at = next((n for n, word in enumerate(words) if word in self.markers), -1)
        if at < 0 or any(w in self.signs for w in words[:at]):
            return False
        if any(self._infinitive(*pair) for pair in pairwise(w for w in words if w not in self.markers)):
            return False
        outer, _, inner = before.rpartition(", ")
        told, own = _lowered(outer), _lowered(inner)
        if self.plan_among(told) and not any(w in self.signs for w in own):
            return True
        near = own[-_BEHIND_PLAN:]
        closed = any(w in self.purposes or (w in self.plans and w in self.participles) for w in near)
        return self.plan_among(told + own) and (closed or any(w in self._particles(told + own) for w in near))

    def plan_among(self, words: Sequence[str]) -> bool:
        """Whether a verb of planning stands among the words, its particle too where it has one."""
        return not self.plans.isdisjoint(words) or not self._particles(words).isdisjoint(words)

    def _particles(self, words: Sequence[str]) -> frozenset[str]:
        """The particles that make verbs of planning of the words."""
        return frozenset(particle for word in words for particle in self.parted.get(word, ()))

    def heads(self, words: Sequence[str]) -> bool:
        """Whether a heading foresees by a bare infinitive: "Captain to stand trial"; only where verbs have such forms."""
        return any(one in self.markers and other in self.bases for one, other in pairwise(words))

    def names(self, words: Sequence[str], at: int) -> bool:
        """Whether a form of a verb is a noun or an adjective there: "the plan", "a proposed merger"."""
        return at > 0 and words[at - 1] in self.articles and words[at] in self.forms

    def gone_by(self, before: str, after: str) -> bool:
        """Whether a clause that names a limit tells what had been by then: "by Friday the Rhine had risen"."""
        return not self.past_perfect.isdisjoint(_WORD.findall(before) + _WORD.findall(after))

    def opening(self, before: str) -> int:
        """Where what stands before a time goes on in its own clause, if that puts its verb last; else -1."""
        for m in reversed(list(_WORD.finditer(before))):
            word = m[0].lower()
            if word in self.openers and (
                word in self.complementizers or before[: m.start()].rstrip()[-1:] in (",", "")
            ):
                return m.end()
        return -1

    def heard(self, before: str, after: str) -> bool:
        """Whether the clause tells what is said to have happened: an auxiliary of hearsay and a perfect infinitive."""
        if not self.hearsay or not any(word.lower() in self.hearsay for word in _WORD.findall(before)):
            return False
        return any(self._infinitive(*pair) for pair in pairwise(_WORD.findall(_COMMA.split(after)[0])))

    def _infinitive(self, one: str, other: str) -> bool:
        """Whether two words make a perfect infinitive: "getötet haben", "worden sein", "zijn gedood"."""
        verbal = all(word in self.perfect or word in self.participles for word in (one, other))
        return verbal and (one in self.perfect or other in self.perfect)


@cache
def tenses(language: Language) -> Tenses:
    """The finite verbs of lang/<code>/verbs.toml, and what clauses.toml says of auxiliaries and openers.

    Left out are forms of two tenses, forms that are far oftener another word, and the present of saying: "the ministry
    says on Thursday" is of a Thursday that has been.
    """
    rows = _rows(language.table("verbs").get("verb", {}))
    clauses = language.table("clauses")
    auxiliary, function = clauses.get("auxiliary", {}), clauses.get("function", {})
    noise = _all(language.table("verbs").get("noise", {}))
    said = _all(language.table("attribution").get("verbs", {}))
    been = _all({name: words for name, words in auxiliary.items() if name.endswith("_past")})
    signs = {**dict.fromkeys(been - frozenset(auxiliary.get("nonfinite", ())), -1), **dict(_signs(rows, noise, said))}
    endings = tuple(clauses.get("plural_endings", ()))
    last = ("complementizers", "subordinators", "relatives") if clauses.get("verb_final") else ()
    ahead = frozenset(form for lemma, parts in rows.items() if lemma not in said for form in _present(parts)) - noise
    status, parted = clauses.get("status", {}), language.table("verbs").get("separable", {})
    plans = _all({name: status.get(name, ()) for name in ("planned", "planned_raised", "intended_raised")})
    return Tenses(
        signs=signs,
        bases=frozenset(f for parts in rows.values() for f in parts[_PRESENT][:1]) if endings else frozenset(),
        endings=endings,
        plurals=frozenset(clauses.get("plural_words", ())),
        doubles=frozenset(f for parts in rows.values() for f in parts[_PAST] if f in _other(parts)),
        participles=frozenset(
            (*(form for parts in rows.values() for form in parts[_PAST + 1]), *_joined(rows, parted))
        ),
        ahead=ahead | _all({name: auxiliary.get(name, ()) for name in ("planned", "future")}),
        hearsay=frozenset(auxiliary.get("hearsay", ())),
        perfect=frozenset((*auxiliary.get("perfect", ()), *auxiliary.get("be", ()))),
        openers=frozenset(word for name in last for word in function.get(name, ())),
        complementizers=frozenset(function.get("complementizers", ())),
        articles=frozenset(function.get("articles", ())) if endings else frozenset(),
        forms=frozenset(form for parts in rows.values() for part in parts for form in part) if endings else frozenset(),
        plans=frozenset(form for lemma, parts in rows.items() if lemma in plans for part in parts for form in part),
        markers=frozenset(function.get("infinitive_markers", ())),
        past_perfect=frozenset(auxiliary.get("past_perfect", ())),
        parted=_parted(rows, parted, plans),
        purposes=frozenset(function.get("purpose", ())),
        relatives=frozenset(function.get("relatives", ())) - frozenset(function.get("complementizers", ())),
        before=frozenset(
            auxiliary.get("past_perfect", ())
            + (auxiliary.get("be_past", []) if clauses.get("be_participle") == "perfect" else [])
        ),
    )


def _joined(rows: Mapping[str, list[list[str]]], separable: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The participles of separable verbs, which are written in one word."""
    for particle, base in separable.values():
        yield from (particle + form for form in (rows[base][_PAST + 1] if base in rows else ()))


def _parted(
    rows: Mapping[str, list[list[str]]], separable: Mapping[str, Sequence[str]], plans: frozenset[str]
) -> dict[str, frozenset[str]]:
    """The finite forms of verbs of planning that stand apart from their particles, with these."""
    found: dict[str, set[str]] = {}
    for lemma, (particle, base) in separable.items():
        for part in rows.get(base, ())[: _PAST + 1] if lemma in plans else ():
            for form in part:
                found.setdefault(form, set()).add(particle)
    return {form: frozenset(particles) for form, particles in found.items()}


def _lowered(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _rows(verbs: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """The forms of each verb by their column; a row with fewer columns has empty ones."""
    rows = {}
    for lemma, row in verbs.items():
        parts = [part.split() for part in row.split("|")]
        rows[lemma] = parts + [[] for _ in range(_PAST + 2 - len(parts))]
    return rows


def _all(lists: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(word for words in lists.values() for word in words)


def _present(parts: list[list[str]]) -> list[str]:
    forms = parts[_PRESENT]
    return forms[1:] if len(forms) >= _FULL_ROW else forms


def _other(parts: list[list[str]]) -> frozenset[str]:
    """The forms that are neither present nor past."""
    return frozenset(form for part in parts[_PAST + 1 :] for form in part)


def _signs(
    rows: Mapping[str, list[list[str]]], noise: frozenset[str], said: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """The forms that are of one tense only, and the way it points."""
    found: dict[str, set[int]] = {}
    for lemma, parts in rows.items():
        for form in _present(parts):
            found.setdefault(form, set()).add(0 if lemma in said or form in _other(parts) else 1)
        for form in parts[_PAST]:
            found.setdefault(form, set()).add(-1)
    for form, ways in found.items():
        if len(ways) == 1 and form not in noise and 0 not in ways:
            yield form, ways.pop()
