"""What every view shows of a brief, before it is laid out: quotes with who says them, conflicts, articles, problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateline.denial import gainsaid, rebutted, status_in_words
from dateline.model import (
    Article,
    Attribution,
    Brief,
    Claim,
    Dating,
    Due,
    Entity,
    Event,
    Independence,
    Reading,
    Relation,
    RelationKind,
    Row,
    SourceKind,
    Status,
)
from dateline.views.lookup import Lookup, outlet
from dateline.views.phrases import count, in_words
from dateline.when import When

WORDS = "In the sources' words"
WORKED_OUT = "Worked out by Dateline"
SELF = "the article itself"
UNNAMED = "an unnamed source"
_KINDS = {
    SourceKind.PAPER: "the paper",
    SourceKind.AGENCY: "a news agency",
    SourceKind.OFFICIAL: "an official source",
    SourceKind.OPERATOR: "an operator",
    SourceKind.WITNESS: "a witness",
    SourceKind.EXPERT: "an expert",
    SourceKind.ANONYMOUS: "an unnamed source",
    SourceKind.NAMED: "a named source",
}
_OWN_VOICE = Attribution("", SourceKind.PAPER, "")
UNCONFIRMED = "Not confirmed by another origin here"
BOUNDARY = (
    "Everything here is reported by somebody, not verified: Dateline says who published what, and when it would hold."
)


def boundary(brief: Brief) -> str:
    """What the brief does not say; and, where its day is that of the newest stated date, that undated articles may be later."""
    limit = brief.as_of and date.fromisoformat(brief.as_of)
    inferred = [d for d in brief.datings if d.inferred]
    later = [d for d in inferred if limit and d.when.latest and d.when.latest > limit]
    if not later:
        return BOUNDARY
    surely = all(d.when.earliest and limit and d.when.earliest > limit for d in later)
    told = "is of a later day, and so may be what stands" if surely else "may be of a later day"
    return f"{BOUNDARY} {count(len(later), 'article')} with an inferred date {told}; --as-of leaves such out."


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim as a line of a view: its words, who says it, in which article, of which stated date.

    Only what sources put in words: the day an article was found to be of stands elsewhere, marked as worked out.
    """

    claim: Claim
    article: Article
    who: str
    outlet: str
    dated: str

    @property
    def words(self) -> str:
        """The quote, verbatim."""
        return self.claim.span.quote

    @property
    def against(self) -> str:
        """What the words deny without repeating it, as it stands in the sentence before; "" where they say it themselves."""
        said = rebutted(self.claim)
        return f"against {said}" if said else ""

    @property
    def byline(self) -> str:
        """Who says it and where: "the ministry, in Morning Post, dated 27 August 2023"; the paper alone where it speaks."""
        place = f"{self.outlet}, {self.dated}"
        return f"{self.who}, in {place}" if self.claim.attribution else place


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold as they stand; both are kept."""

    relation: Relation
    left: Quote
    right: Quote


def quote(look: Lookup, claim: Claim) -> Quote | None:
    """The line of a claim; None where its article is not in the brief."""
    article = look.article(claim.span.article)
    if article is None:
        return None
    return Quote(claim, article, voice(claim), outlet(article), stated(article))


def quotes(look: Lookup, ids: tuple[str, ...]) -> tuple[Quote, ...]:
    """The lines of these claims, in the given order."""
    lines = (quote(look, claim) for claim in look.known(ids))
    return tuple(line for line in lines if line)


def voice(claim: Claim) -> str:
    """Who says a claim, in the article's words, from the informant inwards."""
    return ", citing ".join(a.source or UNNAMED for a in claim.attribution) or SELF


def kinds(lines: Iterable[Quote]) -> str:
    """What sorts of source speak in these lines, each once; an article in its own voice is "the paper"."""
    found = (a.kind for line in lines for a in line.claim.attribution or (_OWN_VOICE,))
    return ", ".join(dict.fromkeys(_KINDS[kind] for kind in found))


def stated(article: Article) -> str:
    """The date an article gives itself, in its own words where there are any."""
    said = in_words(article.stated, article.published)
    return f"dated {said}" if said else "undated"


def conflicts(look: Lookup) -> tuple[Conflict, ...]:
    """Every contradiction with both its sides."""
    found = []
    for relation in look.relations(RelationKind.CONTRADICTS):
        sides = quotes(look, (relation.left, relation.right))
        if len(sides) == 2:
            found.append(Conflict(relation, *sides))
    return tuple(found)


def agreements(look: Lookup) -> tuple[Conflict, ...]:
    """The other relations, as pairs of lines: what corroborates, refines or follows what."""
    kinds = (RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.FOLLOWS)
    pairs = ((r, quotes(look, (r.left, r.right))) for r in look.relations(*kinds))
    return tuple(Conflict(r, *sides) for r, sides in pairs if len(sides) == 2)


def shelf(look: Lookup) -> tuple[Reading, ...]:
    """The articles as a person lists them: by their day, solved where it was solved, then by name."""
    return tuple(
        sorted(
            look.brief.readings,
            key=lambda r: (look.dated(r.article).sort_key, outlet(r.article), r.article.path, r.article.id),
        )
    )


def solved(look: Lookup, article: Article) -> Dating:
    """The dating of an article; where none was made, its stated date as it stands."""
    found = look.datings.get(article.id)
    return found or Dating(article.id, article.published, (), ())


def independence(relation: Relation) -> str:
    """Whether the two sides have different origins, in words. Unknown is never told as yes."""
    return {
        Independence.YES: "independent origins",
        Independence.NO: "the same origin",
        Independence.UNKNOWN: "not known whether the origins are independent",
    }[relation.independent]


def origins(row: Row) -> str:
    """How many origins a row rests on.

    Only those known to be independent are counted as such.
    """
    parts = [f"{row.origins} independent"]
    parts += [f"{row.origins_dependent} dependent"] * bool(row.origins_dependent)
    parts += [f"{row.origins_unknown} not known"] * bool(row.origins_unknown)
    return ", ".join(parts)


_STANDING = {
    Status.HAPPENED: "reported as done",
    Status.ONGOING: "reported as going on",
    Status.PLANNED: "planned",
    Status.REQUIRED: "required",
    Status.CANCELLED: "called off",
    Status.DENIED: "said not to be so",
    Status.POSSIBLE: "possible, not certain",
    Status.UNKNOWN: "said not to be known",
}


NOTHING = "Nothing reported"
DENIED = "Said not to be so"
NOT_SO = "Reported as not so"


def standing(look: Lookup, row: Row) -> str:
    """Whether what a row's words tell has happened, by those words; "" where the claim is not in the brief."""
    claim = look.claims.get(row.state_claim)
    if claim is None:
        return NOTHING.lower() if row.pinned else ""
    if claim.status is Status.DENIED and not gainsaid(claim):
        return NOT_SO.lower()
    return _STANDING[claim.status]


def times(look: Lookup, row: Row) -> tuple[tuple[str, When], ...]:
    """The times of a row's state with their labels.

    Of a plan it is the day it is for, and the day by which it got that one in place of another; of what was called off, the
    day by which it was, and the day it was for.
    """
    claim = look.claims.get(row.state_claim)
    status = claim.status if claim else Status.ONGOING
    if status is Status.PLANNED:
        moved = (("Put off or brought forward", row.since),) if row.since.known else ()
        return (("Planned for", row.planned_for), *moved)
    if status is Status.CANCELLED:
        called_off = (("Called off", row.since),) if row.since.known else ()
        return (*called_off, ("Was planned for", row.planned_for))
    return (("Since", row.since),) if claim or row.since.known else ()


def denials(look: Lookup, row: Row) -> tuple[Quote, ...]:
    """The newer claims that say something of a row is not so."""
    return quotes(look, row.denied)


def denied_as(line: Quote) -> str:
    """What a newer claim against a row is called: that somebody denies it, or that it is not so."""
    return DENIED if gainsaid(line.claim) else NOT_SO


def status_of(look: Lookup, event: Event) -> str:
    """The status of an event in a word."""
    return status_in_words(event.status, look.known(event.claims))


def course_of(look: Lookup, event: Event) -> tuple[str, ...]:
    """The statuses of an event's history in order, in a word each, repeats left out."""
    words = (status_in_words(step.status, look.known(step.claims)) for step in event.history)
    return tuple(word for word, _ in groupby(words))


def speakers(look: Lookup, row: Row) -> tuple[str, ...]:
    """Who stands behind a row, with the kind of source; an article known by its path alone goes by its short name."""
    names = {r.article.path: outlet(r.article) for r in look.brief.readings if r.article.path}
    told = (who.rpartition(" (") for who in row.according_to)
    return tuple(f"{names.get(name, name)}{gap}{kind}" for name, gap, kind in told)


def confirmation(row: Row) -> tuple[tuple[str, When], ...]:
    """When another origin last confirmed the state and when it was last repeated; what is not known is left out."""
    told = (("Last confirmed", row.last_confirmed), ("Last repeated", row.last_repeated))
    return tuple((label, time) for label, time in told if time.known)


def outlook(row: Row) -> tuple[tuple[str, Due], ...]:
    """What is due, and what fell due without any report of an outcome in the collection, with a label for each."""
    ahead = (("Due", row.next),) if row.next else ()
    return (*ahead, *(("Fell due, no outcome reported here", due) for due in row.overdue))


def name(entity: Entity) -> str:
    """An entity's names, each once, in the order of their languages."""
    return " / ".join(dict.fromkeys(n for _, n in entity.names)) or entity.id
