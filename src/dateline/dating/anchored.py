"""Every time that hangs on an article's day, evaluated anew: when the anchor narrows, the times narrow."""

from __future__ import annotations

from dataclasses import replace

from dateline.expr import evaluate
from dateline.model import Claim, Dating, Reading, Timex
from dateline.when import When


def anchored(reading: Reading, dating: Dating) -> Reading:
    """The reading with all times of its time expressions and claims as they are for the solved days.

    Times without an expression stay as they were: they hang on nothing we can move.
    """
    if dating.when == reading.article.published:
        return reading
    return replace(
        reading,
        timexes=tuple(_timex(t, dating.when) for t in reading.timexes),
        claims=tuple(_claim(c, dating.when) for c in reading.claims),
    )


def _timex(timex: Timex, day: When) -> Timex:
    return replace(timex, when=evaluate(timex.expr, day)) if timex.expr else timex


def _claim(claim: Claim, day: When) -> Claim:
    time = evaluate(claim.time_expr, day) if claim.time_expr else claim.time
    said = evaluate(claim.said_expr, day) if claim.said_expr else claim.said
    former = evaluate(claim.former_expr, day) if claim.former_expr else claim.former
    return replace(claim, time=time, said=said, former=former)
