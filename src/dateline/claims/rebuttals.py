"""A sentence that only denies the one before: "De exploitant spreekt dat tegen." It states nothing else, so what it denies is
taken from there: its claim is the earlier one on another's word, as not so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.pointing import TURNS_DOWN
from dateline.claims.voices import Setting, Voice
from dateline.denial import REBUTS
from dateline.model import Claim, Kind, Span, Status

_DENIABLE = frozenset(
    {Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.REQUIRED, Status.CANCELLED, Status.POSSIBLE}
)

_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
"""What can be denied by a verb that refuses what lies ahead."""

_REFUSABLE = frozenset({"plan", "require", "allow", "refuse"})
"""Changes that a "no" to them refuses or upholds: who rejects a proposal does not deny that it was made."""


def rebuttal(s: Setting, sentence: Span, voice: Voice, before: Sequence[Claim]) -> Claim | None:
    """The claim of a sentence that denies those of the sentence before: of what somebody is said to say, else of the first.
    None where nothing there can be denied. A verb that can also refuse denies only what somebody is said to say."""
    found = [c for c in before if _deniable(s, c)]
    sourced = next((c for c in found if any(a.source for a in c.attribution)), None)
    if voice.force == TURNS_DOWN:
        denied = sourced if sourced and sourced.status in _TOLD else None
    else:
        denied = sourced or next(iter(found), None)
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
        quantities=(),
        sentence=_with_denied(s, denied, sentence),
        status_why=f"{REBUTS}“{denied.span.quote}”",
    )


def _deniable(s: Setting, claim: Claim) -> bool:
    """Whether a claim reports what may not be so, rather than what somebody asks for or decides."""
    told = claim.status in _DENIABLE and claim.polarity == "positive" and claim.kind is Kind.REPORT
    return told and claim.phase not in _REFUSABLE and claim.predicate not in s.grammar.status["asking"]


def _with_denied(s: Setting, denied: Claim, sentence: Span) -> Span:
    """The sentence of a denial together with the one that it denies, without which it tells nothing."""
    start = (denied.sentence or denied.span).start
    return Span(s.article, start, sentence.end, s.text[start : sentence.end])
