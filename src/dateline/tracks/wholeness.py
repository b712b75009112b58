"""How much of a sentence a claim's words are: what heads a row should read as one.

"The siege ended on Saturday" does; "endete am Samstag" lacks its subject, "which sank on Monday" leans on what stands before
it, and "Gas ausgetreten war" is in the order of a subordinate clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline import lang
from dateline.bare import names_nothing
from dateline.model import Claim, Kind
from dateline.tracks.thread import Entry

_SUBJECTS = frozenset({"agent", "patient"})


def wholeness(claim: Claim) -> int:
    """0 for words without a subject of their own, 1 for a clause that stands within a sentence whose order it follows,
    2 for what reads as a sentence."""
    if claim.sentence is None or claim.span.start == claim.sentence.start:
        return 2
    subject = any(p.role in _SUBJECTS and p.span.start < claim.span.end for p in claim.participants)
    if not subject or claim.kind is Kind.BACKGROUND or names_nothing(claim):
        return 0
    return 1 if _ends_with_verb(claim.lang) else 2


@cache
def _ends_with_verb(code: str) -> bool:
    """Whether subordinate clauses of a language end with their verbs."""
    return code in lang.available() and bool(lang.load(code).table("clauses").get("verb_final", False))


def better(shown: Entry, entries: Sequence[Entry]) -> Entry:
    """Of the entries that say the same as the one shown the one that reads most like a sentence, of those the one shown or
    the newest. The same is said by one event, at one status, with as much of the time and the figures; or with no event in
    common at the same time by papers no older."""
    rank = wholeness(shown.claim)
    same = [e for e in entries if e is not shown and wholeness(e.claim) > rank and _says_as_much(e, shown)]
    one = [e for e in same if e.claim.event and e.claim.event == shown.claim.event]
    others = [
        e for e in same if e.holds == shown.holds and e.said.sort_key >= shown.said.sort_key and _one_kind(e, shown)
    ]
    found = one or others
    return max(found, key=lambda e: (wholeness(e.claim), e.said.sort_key, e.claim.id), default=shown)


def _says_as_much(entry: Entry, shown: Entry) -> bool:
    a, b = entry.claim, shown.claim
    alike = a.status is b.status and a.polarity == b.polarity and (a.kind is b.kind or b.kind is Kind.BACKGROUND)
    figures = {(q.value, q.low, q.high) for q in b.quantities} <= {(q.value, q.low, q.high) for q in a.quantities}
    return alike and figures and (a.time.known or not b.time.known) and (bool(a.phase) or not b.phase)


def _one_kind(entry: Entry, shown: Entry) -> bool:
    """Whether two claims of two events tell of one topic and change."""
    a, b = entry.claim, shown.claim
    return a.phase == b.phase and bool(set(a.concepts) & set(b.concepts))
