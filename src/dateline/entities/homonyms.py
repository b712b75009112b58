"""Which of the things of one name is meant: the article's other names decide, else how well known each is."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.entities.form import Form
from dateline.entities.names import READ, Found
from dateline.entities.tables import Rules
from dateline.ids import digest
from dateline.lang.things import things

# The best must outweigh the second by this factor, or nothing is decided.
CLEAR = 3.0
# A country the article names elsewhere makes a place in it this much likelier; one named right after it decides.
MENTIONED, BESIDE = 10.0, 1e9

_NATIONAL = re.compile(r"org-([A-Z]{2})-(.+)")
# The sort of national body that is a source even where its country is not said.
MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class Named:
    """A name with what it was linked to; `entity` is "" where that stays open."""

    found: Found
    entity: str
    reasons: tuple[str, ...]

    @property
    def unknown(self) -> bool:
        """Whether no table knows it: its entity is made from the name alone."""
        return self.entity.startswith("name-")


def unknown_id(folded: str) -> str:
    """The entity id of a name that no table knows: the same in every article.

    >>> unknown_id("wang wenbin") == unknown_id("wang wenbin")
    True
    """
    return digest("name", folded)


def resolve(found: list[Found], rules: Rules) -> list[Named]:
    """Each name with its entity. Names that are places only by chance become unknown names or go."""
    placed = _placed(found, rules)
    naming = {(c, f.key) for f in placed if _certain(f) and (c := f.forms[0].country)}
    named: list[Named] = []
    bodies = _Bodies()
    for index, item in enumerate(placed):
        if not item.forms:
            named.append(Named(item, unknown_id(item.key), item.reasons))
        elif item.forms[0].body:
            named.extend(_body(placed, index, named, bodies, rules))
        else:
            countries = {country for country, key in naming if key != item.key}
            named.append(_choose(item, _following(placed, index), countries))
        bodies.add(named)
    return named


class _Bodies:
    """The national bodies that an article has named so far."""

    def __init__(self) -> None:
        self.countries: dict[str, set[str]] = {}
        self._named: list[tuple[str, int]] = []
        self._seen = 0

    def add(self, named: Sequence[Named]) -> None:
        """Take up the bodies among those named since the last time."""
        for item in named[self._seen :]:
            if m := _NATIONAL.fullmatch(item.entity):
                self.countries.setdefault(m[2], set()).add(m[1])
                self._named.append((m[1], item.found.line.number))
        self._seen = len(named)

    def since(self, line: int) -> set[str]:
        """The countries of those named from a line on."""
        return {country for country, _ in takewhile(lambda n: n[1] >= line, reversed(self._named))}


def _certain(item: Found) -> bool:
    return len(item.forms) == 1 or (bool(item.forms) and item.forms[0].weight >= CLEAR**4 * item.forms[1].weight)


def _placed(found: list[Found], rules: Rules) -> list[Found]:
    """Doubtful places only where some mention in the article stands as a place does."""
    countries = {f.forms[0].country for f in found if _certain(f) and f.forms[0].sure and f.forms[0].country}
    shown = {f.key for n, f in enumerate(found) if f.forms and _shown(f, _following(found, n), countries, rules)}
    surnames = {f.line.words[f.last - 1].key for f in found if not f.forms and f.kind == "PER"}
    kept = []
    for item in found:
        if not item.forms or any(f.sure for f in item.forms):
            sure = tuple(f for f in item.forms if f.sure)
            kept.append(replace(item, forms=sure + tuple(f for f in item.forms if not f.sure)))
        elif item.key in shown:
            kept.append(item)
        elif rules.nouns_capitalised and item.forms[0].by_chance and item.key not in surnames:
            # "Der Zug": a noun, whatever town is called so.
            continue
        elif item.key in surnames or not (item.line.headline or item.line.opens(item.first)):
            reason = "a small place's name, but nothing here says so"
            by_chance = item.key in surnames or item.forms[0].by_chance
            kind = "LOC" if READ in item.reasons and item.key not in surnames else "PER"
            kept.append(replace(item, kind=kind, forms=(), reasons=(reason,), guessed=True) if by_chance else item)
    return kept


def _shown(item: Found, after: Found | None, countries: set[str], rules: Rules) -> bool:
    """Whether a doubtful place stands as a place does, or the reader takes it for one in a country the article names."""
    if locative(item, rules) or any(_beside(form, after) for form in item.forms):
        return True
    return READ in item.reasons and any(form.country in countries for form in item.forms)


def locative(item: Found, rules: Rules) -> bool:
    """Whether a preposition of place stands right before a name, a noun of areas right after it ("the Perm region"),
    or it opens a report in capitals ("KIRUNA -").
    """
    words = item.line.words[item.first : item.last]
    if (
        item.first == 0
        and all(w.text.isupper() and len(w.text) > 3 for w in words)
        and item.last < len(item.line.words)
    ):
        return bool(set(item.line.gap(item.last)) & set("-–—("))
    phrases = (item.line.phrase(item.first - size, item.first) for size in (1, 2, 3))
    if item.line.gap(item.first) == " " and any(p in rules.locative for p in phrases):
        return True
    after = item.line.phrase(item.last, item.last + 1)
    return after in rules.areas and item.line.gap(item.last) == " " and item.line.words[item.last].text.islower()


def _following(found: list[Found], index: int) -> Found | None:
    """The name that follows after a comma: "Athens, Georgia"."""
    after = found[index + 1] if index + 1 < len(found) else None
    here = found[index]
    near = after is not None and after.line is here.line and here.line.text[here.end : after.start] in (", ", " (")
    return after if near else None


def _beside(form: Form, after: Found | None) -> bool:
    """Whether the name right after names the state or the country that a place lies in."""
    if after is None or form.kind != "LOC":
        return False
    near = [f for f in after.forms if f.kind == "LOC" and not f.demonym and f.country == form.country]
    return any(f.entity == f"place-{f.country}" or (f.division and f.division == form.division) for f in near)


def _choose(item: Found, after: Found | None, countries: Collection[str]) -> Named:
    """The form with the greatest weight in this article, where it is clear. `countries` are those that its other names are in."""
    if len(item.forms) == 1:
        return Named(item, item.forms[0].entity, (_why_known(item.forms[0]),))
    weights: dict[str, tuple[float, str, Form]] = {}
    for form in item.forms:
        weight, why = _weight(form, after, countries, item.forms[0].sure)
        if form.entity not in weights or weights[form.entity][0] < weight:
            weights[form.entity] = (weight, why, form)
    order = sorted(weights.values(), key=lambda w: (-w[0], w[2].entity))
    best, second = order[0], order[1][0] if len(order) > 1 else 0.0
    if best[0] >= CLEAR * second:
        reasons = (_why_known(best[2]),) if math.isclose(second, 0.0) else (_why_known(best[2]), best[1])
        first = (best[2], *(f for f in item.forms if f is not best[2]))
        return Named(replace(item, kind=best[2].kind, forms=first), best[2].entity, reasons)
    rivals = ", ".join(w[2].entity for w in order[:3])
    return Named(item, "", (f"unsure which of these is meant: {rivals}",))


def _weight(form: Form, after: Found | None, countries: Collection[str], others_sure: bool) -> tuple[float, str]:
    """How likely a form is here, and why. A small place gains nothing from its country beside a great one."""
    if _beside(form, after):
        return form.weight * BESIDE, "what it lies in stands beside it"
    if form.country in countries and (form.sure or not others_sure):
        return form.weight * MENTIONED, "the article names its country or a place in it"
    return form.weight, "the best known of that name"


def _why_known(form: Form) -> str:
    return "a demonym of the tables" if form.demonym else "a name of the tables"


def _body(found: list[Found], index: int, named: list[Named], bodies: _Bodies, rules: Rules) -> list[Named]:
    """A ministry or another body every country has: whose it is stands beside it, or was said before."""
    item = found[index]
    body = item.forms[0].entity
    country, why = _owner(found, index, named, rules), "its country stands beside it"
    if not country:
        country, why = _owner_before(item, body, bodies)
    if not country:
        plain = item.forms[0].shape.startswith("x") and things()[body].sort != MINISTRY
        return [] if plain else [Named(item, "", ("whose it is was not said",))]
    return [Named(item, f"org-{country}-{body}", ("a body every country has", why))]


def _owner_before(item: Found, body: str, bodies: _Bodies) -> tuple[str, str]:
    """The country whose body it is by what was named before: the same body, or another of this or the last sentence."""
    same = bodies.countries.get(body, set())
    if len(same) == 1:
        return min(same), "the only one named before"
    near = bodies.since(item.line.number - 1)
    capital = not item.forms[0].shape.startswith("x") or things()[body].sort == MINISTRY
    return (near.pop(), "the last body named is of that country") if len(near) == 1 and capital else ("", "")


def _owner(found: list[Found], index: int, named: list[Named], rules: Rules) -> str:
    """The country whose body it is: "Chinese ...", "China's ...", "... of China"."""
    item = found[index]
    before = named[-1] if named and named[-1].found.line is item.line else None
    if before and (country := _country_of(before)):
        gap = item.line.words[before.found.last : item.first]
        apart = set(item.line.text[before.found.end : item.start]) & set(",;:.()")
        # A demonym may have adjectives after it; a name only the "s" of "China's".
        adjectives = before.found.forms[0].demonym and len(gap) < 3 and all(w.text.islower() for w in gap)
        if not apart and (not gap or adjectives or (len(gap) == 1 and len(gap[0].text) == 1)):
            return country
    after = found[index + 1] if index + 1 < len(found) else item
    if after.line is not item.line or not after.forms or after.forms[0].demonym:
        return ""
    return after.forms[0].country if item.line.phrase(item.last, after.first) in rules.joins else ""


def _country_of(item: Named) -> str:
    """The country a place or demonym lies in, "" for anything else and where it stayed open."""
    forms = [f for f in item.found.forms if f.entity == item.entity and (f.kind == "LOC" or f.demonym)]
    return forms[0].country if forms else ""
