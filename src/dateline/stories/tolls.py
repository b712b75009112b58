"""What a claim says of a count that grows while a thing goes on: how many of which group, of what party, who says so, and of
which day the count is.

Of a claim that only counts ("the toll rose to 42 on Wednesday", "on Monday the agency had reported 17") the time is that of
the count; of any other ("nine people drowned on Sunday") that of what happened, and the count is of the article's day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline import lang
from dateline.lang.counted import PERSON, counted, sort_of
from dateline.model import Claim, Kind, Quantity, Status
from dateline.stories.differences import GROWING
from dateline.stories.figures import OF_CHANGE, bounds, thing
from dateline.stories.sketch import Sketch
from dateline.when import Bound, When

_OLD = 30
"""A count of a time that ended so many days before the article is of another, earlier thing."""

_NARROW = 7
"""A time of so many days or more is no day on which somebody counted."""

_CONDITIONS = frozenset({"death", "injured", "missing", "infection"})
"""What people are counted as who are not said to do anything."""

_HOSPITAL = "hospital"
_AT_LARGE = frozenset({PERSON, "citizen"})

_NAMED = 0.9
"""From this specificity on a name is a person, a body or a disease, and no place."""


@dataclass(frozen=True, slots=True)
class Count:
    """A claim that gives a growing count: of what, of which group ("" for people at large), the figure and its bounds, the day
    it was counted on, the day of its article, the party it names, what that lies in, and whose count it is."""

    sketch: Sketch
    thing: str
    group: str
    figure: float
    bounds: tuple[float, float]
    day: Bound
    printed: Bound
    named: frozenset[str]
    around: frozenset[str]
    voice: str

    @property
    def happened(self) -> When | None:
        """When what is counted happened, where the claim says it to the day; else None."""
        claim = self.sketch.claim
        return claim.time if claim.time.exact and not only_counts(claim) else None

    @property
    def anew(self) -> bool:
        """Whether the claim says that a count was put right or came down."""
        claim = self.sketch.claim
        return claim.phase == "fall" or claim.predicate in _verbs(claim.lang, "correcting")


def count(sketch: Sketch, days: Mapping[str, When], against: Sketch | None = None) -> Count | None:
    """The count a claim gives; None for none, or for one of an earlier thing that the article recalls. `days` are those that
    articles were found to be of. What a bare figure counts is what the claim counts that it is set `against`."""
    printed = days.get(sketch.article, sketch.published)
    kind, given = _thing(sketch) or (_thing(against) if against else ""), _figure(sketch)
    if not kind or given is None or not _of_now(sketch, printed):
        return None
    quantity, figure = given
    named = _parties(sketch)
    around = frozenset(x for e in named for x in sketch.world.around(e))
    day, group, said = _counted_on(sketch.claim, printed), _group(quantity, sketch), voice(sketch)
    return Count(sketch, kind, group, figure, bounds(quantity), day, printed.begin, named, around, said)


def fit(one: Count, other: Count) -> bool:
    """Whether what the one names is what the other names, lies in it or holds it; two towns of one country do not fit."""
    return bool(one.named & other.around or other.named & one.around)


def voice(sketch: Sketch) -> str:
    """Who gives the figure: the source, or who "speaks of" so many; the topic of a noun that is no name, "" for nobody."""
    claim = sketch.claim
    given = [(a.entity, a.source) for a in claim.attribution[:1]]
    agents = [(p.entity, p.text) for p in claim.participants if p.role == "agent"] if only_counts(claim) else []
    told = [(entity, text.casefold().split(",")[0].split()) for entity, text in (*given, *agents)]
    if named := next((entity for entity, _ in told if entity), None):
        return named
    words = next((words for _, words in told if words), [])
    return (sort_of(words[-1], claim.lang) or " ".join(words)) if words else ""


def counts_its_own(sketch: Sketch) -> bool:
    """Whether who gives the figure counts a part of all: one hospital's dead are no rival figure to another's."""
    claim = sketch.claim
    told = [a.source for a in claim.attribution[:1]] + [p.text for p in claim.participants if p.role == "agent"]
    return any(sort_of(word, claim.lang) == _HOSPITAL for text in told for word in text.split())


def _thing(sketch: Sketch) -> str:
    """The growing count a claim gives; "" for none."""
    claim = sketch.claim
    if claim.status not in (Status.HAPPENED, Status.ONGOING) or claim.polarity != "positive":
        return ""
    if claim.kind not in (Kind.REPORT, Kind.BACKGROUND):
        return ""
    if not (counts := _counts(sketch)):
        return ""
    things = [thing(q, claim) for q in counts]
    if things and _animals().issuperset(things):
        return ""
    bare = claim.phase in ("rise", "fall") and not any(sort_of(q.of, claim.lang) for q in counts)
    told = claim.concepts if bare or not any(q.of for q in counts) else ()  # "the death toll rose to nine"
    found = next((t for t in (*things, OF_CHANGE.get(claim.phase, ""), *told) if t in GROWING), "")
    return found or _condition(sketch)


def _condition(sketch: Sketch) -> str:
    """What became of those who are counted, where only a noun or an adjective says it: "eleven workers got hurt"."""
    known = _CONDITIONS.intersection(sketch.concepts)
    return min(known) if len(known) == 1 and not sketch.claim.phase and not _act(sketch) else ""


def _act(sketch: Sketch) -> bool:
    """Whether those who are counted do something: "200 people looked for the missing"."""
    spans = [q.span for q in _counts(sketch)]
    agents = [p.span for p in sketch.claim.participants if p.role == "agent"]
    return any(a.start <= s.start < a.end for s in spans for a in agents)


def _group(quantity: Quantity, sketch: Sketch) -> str:
    """Who are counted, where that is no toll of people at large: soldiers, children, patients."""
    claim = sketch.claim
    if not quantity.of or claim.lang not in lang.available():
        return ""
    of = sort_of(quantity.of, claim.lang) if only_counts(claim) else counted(quantity.of, claim.lang)
    return "" if of in _AT_LARGE or of in GROWING else of


def _counts(sketch: Sketch) -> list[Quantity]:
    """What a claim counts."""
    return [q for q in sketch.claim.quantities if not q.unit]


def _figure(sketch: Sketch) -> tuple[Quantity, float] | None:
    """The count a claim gives: the first where it gives more ("131 dead, 52 of them civilians", "71, up from 62"), and of
    what rises or falls from one to another the latter.
    """
    found = _counts(sketch)
    if not found:
        return None
    changed = sketch.claim.phase in ("rise", "fall")
    quantity = found[-1] if changed else found[0]
    least = quantity.low if quantity.value is None else quantity.value
    most = quantity.high if changed and quantity.value is None else None
    figure = least if most is None else most
    return None if figure is None else (quantity, figure)


def _of_now(sketch: Sketch, printed: When) -> bool:
    """Whether the count is of what the article of that day is about, not of an earlier thing it recalls."""
    time = sketch.claim.time
    return printed.begin.known and not (time.begin.known and _days(time, printed) > _OLD)


def _days(before: When, after: When) -> int:
    last = before.end.hi if before.lasting and before.end.known else before.begin.hi
    return after.begin.lo - last


def _counted_on(claim: Claim, printed: When) -> Bound:
    """The day of a count: that which a claim that only counts gives, else that of its article."""
    time = claim.time
    told = time.begin.known and not time.lasting and time.begin.size < _NARROW and only_counts(claim)
    return time.begin if told and time.begin.hi <= printed.begin.hi else printed.begin


def only_counts(claim: Claim) -> bool:
    """Whether a claim tells of the count alone, and its time is that of the count."""
    verbs = _verbs(claim.lang, "counting") | _verbs(claim.lang, "correcting")
    return claim.phase in ("rise", "fall") or claim.predicate in verbs


def _parties(sketch: Sketch) -> frozenset[str]:
    """Whom or what a count is of: the narrowest places the claim names, or other parties; where it names none, the country
    of whoever gives it. Not who gives it, but for a country: "the charity spoke of 71 dead"."""
    world, teller = sketch.world, voice(sketch)
    told = sketch.entities - ({teller} if world.specific(teller) >= _NAMED else set())
    if told:
        places = frozenset(e for e in told if world.specific(e) < _NAMED) or told
        wide = {x for e in places for x in world.around(e) - {e}}
        return places - wide or places
    given = {a.entity for a in sketch.claim.attribution if a.entity}
    return frozenset(x for e in given for x in world.around(e) if world.specific(x) < _NAMED)


@cache
def _animals() -> frozenset[str]:
    """What no toll is kept of."""
    return frozenset(lang.shared("themes")["animals"]["counted"])


@cache
def _verbs(code: str, which: str) -> frozenset[str]:
    """Verbs that give a count ("counting"), or put one right ("correcting")."""
    if code not in lang.available():
        return frozenset()
    quantities, sources = lang.load(code).table("quantities"), lang.load(code).table("attribution")["phrases"]
    if which == "correcting":
        return frozenset(quantities.get("correcting", ()))
    by = (*sources.get("figures_by", ()), *sources.get("figures_by_speakers", ()))
    return frozenset(quantities.get("figuring", ())) | {phrase.split()[0] for phrase in by}
