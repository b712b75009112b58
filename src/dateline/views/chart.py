"""The timeline drawn: one strip an event. A dot is a day, a pale bar one of some days, a solid bar lasts.

Long gaps are shortened: between two days on which something begins or ends, the width grows with the logarithm of the
days between, so that a background of years and a busy week fit one picture. All places are per cent of the width.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateline.views.markup import Attribute, Markup, join, tag
from dateline.views.phrases import Sureness, day
from dateline.views.timeline import Entry, Mark
from dateline.when import FIRST, LAST, Bound, When

LEFT, RIGHT = 2.0, 98.0
APART = 14.0
"""Ticks stand at least this far apart: two lines of a short date fit between them on a telephone."""
MIDDLE = 12
CROSS = "M-7-7 7 7M7-7-7 7"
LEGEND = (
    (Mark.SOLID, Sureness.DAY, "a day"),
    (Mark.SOLID, Sureness.ONE_OF, "one of these days, not known which"),
    (Mark.SOLID, Sureness.LASTING, "lasting; pale where begin or end is unsure"),
    (Mark.HOLLOW, Sureness.DAY, "hollow: planned or required"),
    (Mark.CROSSED, Sureness.DAY, "crossed: cancelled or denied"),
    (Mark.DOTTED, Sureness.DAY, "dotted: possible, or not settled"),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days and where they stand, ascending."""

    days: tuple[int, ...]
    places: tuple[float, ...]

    def at(self, ordinal: int) -> float:
        """The place of the start of a day; days outside stand at the edges."""
        i = bisect_right(self.days, ordinal) - 1
        if i < 0:
            return LEFT
        if i >= len(self.days) - 1:
            return RIGHT
        share = (ordinal - self.days[i]) / (self.days[i + 1] - self.days[i])
        return self.places[i] + share * (self.places[i + 1] - self.places[i])


def scale(times: Iterable[When]) -> Scale | None:
    """The scale on which all these times have their ends; None where none is known."""
    days = sorted({d for time in times for b in (time.begin, time.end) for d in _ends(b)})
    if not days:
        return None
    if len(days) == 1:
        days.insert(0, days[0] - 1)
    widths = [math.log2(1 + b - a) for a, b in pairwise(days)]
    places, at, unit = [LEFT], LEFT, (RIGHT - LEFT) / sum(widths)
    for width in widths:
        at += width * unit
        places.append(round(at, 3))
    return Scale(tuple(days), tuple(places))


def _ends(b: Bound) -> list[int]:
    """First days, and the days after last days, of all ranges; the ends of the calendar are no days."""
    ends = [x for lo, hi in b.ranges for x in (lo, hi + 1)]
    return [x for x in ends if FIRST < x <= LAST]


def ticks(scaled: Scale, wanted: Iterable[int]) -> tuple[int, ...]:
    """Days to label: the wanted first, then all others, as long as they do not crowd."""
    chosen: list[int] = []
    for ordinal in (*wanted, *scaled.days):
        place = scaled.at(ordinal)
        if place <= RIGHT - APART / 2 and all(abs(place - scaled.at(other)) >= APART for other in chosen):
            chosen.append(ordinal)
    return tuple(sorted(chosen))


def legend() -> Markup:
    """The signs of the drawing and what they say."""
    return tag("ul", *(tag("li", _sign(mark, sure), words) for mark, sure, words in LEGEND), class_="legend")


def _sign(mark: Mark, sure: Sureness) -> Markup:
    if sure is Sureness.DAY:
        cross = _at(50, tag("path", d=CROSS, class_="cross")) if mark is Mark.CROSSED else None
        shape = join((_at(50, tag("circle", r=5)), cross))
    elif sure is Sureness.ONE_OF:
        shape = _bar(6, 94, "unsure", 10)
    else:
        shape = join((_bar(6, 94, "unsure", 8), _bar(25, 75, "sure", 8)))
    return tag("svg", tag("g", shape, class_=f"mark {mark}"), width=44, height=2 * MIDDLE, aria_hidden="true")


def axis(scaled: Scale, days: Iterable[int]) -> Markup:
    """The dates above the strips; hidden from screen readers, which get each strip's words."""
    labels = []
    for ordinal in days:
        number, month, year = day(ordinal).split()
        x = f"{scaled.at(ordinal):.2f}%"
        labels.append(tag("text", f"{number} {month}", x=x, y=12))
        labels.append(tag("text", year, x=x, y=25, class_="year"))
    return tag("svg", *labels, class_="axis", width="100%", height=32, aria_hidden="true")


def strip(scaled: Scale, entry: Entry, days: Iterable[int] = (), as_of: date | None = None, told: str = "") -> Markup:
    """The strip of an event of known time, with its words as text alternative; `told` is its status in a word."""
    lines = [_line(scaled.at(d), "grid") for d in days]
    lines += [_line(scaled.at(as_of.toordinal() + 1), "now")] if as_of else []
    words = f"{told or entry.event.status}: {entry.words}"
    box: dict[str, Attribute] = {"width": "100%", "height": 2 * MIDDLE, "role": "img", "aria_label": words}
    return tag("svg", *lines, tag("g", *_shape(scaled, entry), class_=f"mark {entry.mark}"), class_="strip", **box)


def _line(place: float, name: str) -> Markup:
    x = f"{place:.2f}%"
    return tag("line", x1=x, x2=x, y1=0, y2=2 * MIDDLE, class_=name)


def _shape(scaled: Scale, entry: Entry) -> list[Markup]:
    time = entry.time
    if entry.sureness is Sureness.DAY:
        middle = (scaled.at(time.begin.lo) + scaled.at(time.begin.lo + 1)) / 2
        parts = [_at(middle, tag("circle", r=5))]
    elif entry.sureness is Sureness.ONE_OF:
        parts, middle = _one_of(scaled, time.begin)
    else:
        parts, middle = _lasting(scaled, time)
    cross = [_at(middle, tag("path", d=CROSS, class_="cross"))] if entry.mark is Mark.CROSSED else []
    return parts + cross


def _one_of(scaled: Scale, b: Bound) -> tuple[list[Markup], float]:
    """A pale bar for each range of days, on one thin line; an open side ends in an arrow."""
    edges = [(_edge(scaled, lo), _edge(scaled, hi + 1)) for lo, hi in b.ranges]
    first, last = edges[0][0], edges[-1][1]
    parts = [_bar(first, last, "thread", 1)] if len(edges) > 1 else []
    parts += [_bar(lo, hi, "unsure", 10) for lo, hi in edges]
    return parts + _arrows(b.lo == FIRST, b.hi == LAST), (first + last) / 2


def _lasting(scaled: Scale, time: When) -> tuple[list[Markup], float]:
    """A solid bar for the days it surely goes on, pale ends where begin or end is unsure, arrows where open."""
    begin, end = time.begin, time.end
    opens, closes = not begin.known or begin.lo == FIRST, not end.known or end.hi == LAST
    first = LEFT if opens else scaled.at(begin.lo)
    last = RIGHT if closes else scaled.at(end.hi + 1)
    sure_from = LEFT if not begin.known else _edge(scaled, begin.hi)
    sure_to = RIGHT if not end.known else _edge(scaled, end.lo + 1)
    parts = [_bar(first, last, "unsure", 8)]
    if sure_from < sure_to:
        parts.append(_bar(sure_from, sure_to, "sure", 8))
    return parts + _arrows(opens, closes), (first + last) / 2


def _edge(scaled: Scale, ordinal: int) -> float:
    if ordinal <= FIRST:
        return LEFT
    return RIGHT if ordinal > LAST else scaled.at(ordinal)


def _bar(first: float, last: float, name: str, height: int) -> Markup:
    size: dict[str, Attribute] = {"x": f"{first:.2f}%", "width": f"{max(last - first, 0.4):.2f}%", "height": height}
    return tag("rect", class_=name, y=MIDDLE - height // 2, rx=height // 2, **size)


def _arrows(left: bool, right: bool) -> list[Markup]:
    """Heads at the edges of the drawing, where a time goes on beyond what is known."""
    heads = [_at(LEFT, tag("path", d="M0-7-8 0 0 7z", class_="head"))] * left
    return heads + [_at(RIGHT, tag("path", d="M0-7 8 0 0 7z", class_="head"))] * right


def _at(place: float, shape: Markup) -> Markup:
    """A shape in pixels at a place in per cent: an inner drawing whose origin stands there."""
    return tag("svg", shape, x=f"{place:.2f}%", y=MIDDLE, overflow="visible")
