"""Who a statement comes from in the end, and whether two of them are independent: count origins, not outlets.

`Claim.origin` is a kind and a name, "cited:org-kcna". Known origins are a cited source, a wire service whose credit
covers the words, and a text that several outlets carry. A paper in its own voice ("paper:...") may or may not have
it from a wire; so two papers are neither independent nor dependent but unknown, and unknown never counts as yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model import Claim, Independence

CITED, WIRE, TEXT, PAPER = "cited", "wire", "text", "paper"
_KNOWN = (CITED, WIRE, TEXT)

_WORDED = "name-"
"""How the ids of things that no table knows begin."""


def named(kind: str, name: str) -> str:
    """The origin of that kind and name."""
    return f"{kind}:{name}"


def kind_of(origin: str) -> str:
    """The kind of an origin; a paper's own voice where none was filled in."""
    kind = origin.partition(":")[0]
    return kind if kind in _KNOWN else PAPER


def tabled(entity: str) -> bool:
    """Whether a thing is one that a table knows: the id of any other is made from its words."""
    return bool(entity) and not entity.startswith(_WORDED)


def independence(left: Claim, right: Claim, *, one_text: bool = False) -> tuple[Independence, str]:
    """Whether two claims come from different origins, and why we think so. `one_text`: the article of the one is known to be
    a translation of the other's.
    """
    if left.span.article == right.span.article:
        return Independence.NO, "both stand in one article"
    if one_text:
        return Independence.NO, "one article is a translation of the other"
    sources, others = _informants(left), _informants(right)
    shared = sorted(sources.keys() & others.keys())
    if shared:
        return Independence.NO, f"both go back to {sources[shared[0]]}"
    if left.origin and left.origin == right.origin:
        return Independence.NO, _SAME[kind_of(left.origin)]
    if left.lang != right.lang and not (_linked(left) and _linked(right)):
        return Independence.UNKNOWN, "their sources are called in two languages, and may be one"
    if kind_of(left.origin) == kind_of(right.origin) == CITED:
        return Independence.YES, f"one cites {_first(sources)}, the other {_first(others)}"
    return Independence.UNKNOWN, "nothing says whether the one has it from the other"


def _linked(claim: Claim) -> bool:
    """Whether its nearest source is a thing that a table knows, whatever a language calls it: the id of any other is made
    from its words. A paper in its own voice has none.
    """
    cited = next((a for a in claim.attribution if a.entity or a.source), None)
    return cited is None or tabled(cited.entity)


_SAME = {
    CITED: "both cite one source",
    WIRE: "one wire service is credited for both",
    TEXT: "both outlets carry much the same text",
    PAPER: "both stand in one paper",
}


def _informants(claim: Claim) -> dict[str, str]:
    """Who the claim goes back to: the entity, else the words, and how the text calls them; the nearest first."""
    return {a.entity or a.source.casefold(): a.source for a in reversed(claim.attribution) if a.entity or a.source}


def _first(sources: Mapping[str, str]) -> str:
    return list(sources.values())[-1] if sources else "an unnamed source"


@dataclass(frozen=True, slots=True)
class Tally:
    """Origins of a set of claims: known to be independent of one another (at least 1 where there is a claim),
    repeating one of those, and unknown.
    """

    independent: int
    dependent: int
    unknown: int


def count(claims: Iterable[Claim]) -> Tally:
    """How many origins a set of claims has.

    An article counts once an origin. Papers in their own voice are unknown; where there is nothing else, the first
    of them is the one origin there must be. Of sources that are known by their words alone only those of the language
    that names most of them count: "researchers" and "onderzoekers" may be the same ones.
    """
    told = list(claims)
    seen = sorted({(c.origin or named(PAPER, c.span.article), c.span.article) for c in told})
    worded: dict[str, set[str]] = {}
    for claim in told:
        if kind_of(claim.origin) == CITED and not _linked(claim):
            worded.setdefault(claim.lang, set()).add(claim.origin)
    cited = {origin for origin, _ in seen if kind_of(origin) == CITED}
    doubtful = len(set().union(*worded.values())) - max(map(len, worded.values()), default=0)
    carried = {origin for origin, _ in seen if kind_of(origin) in (WIRE, TEXT)}
    papers = {origin for origin, _ in seen if kind_of(origin) == PAPER}
    independent = max(1, len(cited) - doubtful) if seen else 0
    first = 0 if cited else 1
    repeats = len(seen) - len(cited) - len(carried) - len(papers)
    return Tally(independent, repeats, max(0, doubtful + len(carried) + len(papers) - first) if seen else 0)
