"""A sentence that only denies the one before: "De exploitant spreekt dat tegen." It states nothing else, so what it denies is
taken from there: its claim is the earlier one on another's word, as not so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.voices import Setting, Voice
from dateline.model import Claim, Kind, Span, Status

_DENIABLE = frozenset(
    {Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.REQUIRED, Status.CANCELLED, Status.POSSIBLE}
)


def rebuttal(s: Setting, sentence: Span, voice: Voice, before: Sequence[Claim]) -> Claim | None:
    """The claim of a sentence that denies those of the sentence before: of what somebody is said to say, else of the first.
    None where nothing there can be denied."""
    found = [c for c in before if c.status in _DENIABLE and c.polarity == "positive" and c.kind is Kind.REPORT]
    denied = next((c for c in found if any(a.source for a in c.attribution)), next(iter(found), None))
    if denied is None:
        return None
    words = [t for t in s.tokens if not t.mark]
    start, end = words[0].start, words[-1].end
    return replace(
        denied,
        span=Span(s.article, start, end, s.text[start:end]),
        status=Status.DENIED,
        polarity="negative",
        certainty="certain",
        attribution=(voice.attribution,),
        said=voice.said.when,
        said_expr=voice.said.expr,
        sentence=sentence,
        status_why="it denies what the sentence before says",
    )
