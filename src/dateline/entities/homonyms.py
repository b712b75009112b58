"""Which of the things of one name is meant: the article's other names decide, else how well known each is."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace

from dateline.entities.lexicon import Form
from dateline.entities.runs import Found
from dateline.entities.tables import Rules
from dateline.ids import digest

# The best must outweigh the second by this factor, or nothing is decided.
CLEAR = 3.0
# A country the article names elsewhere makes a place in it this much likelier; one named right after it decides.
MENTIONED, BESIDE = 10.0, 1e9

_NATIONAL = re.compile(r"org-([A-Z]{2})-")


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
    countries = Counter(c for f in placed if _certain(f) and (c := f.forms[0].country))
    named: list[Named] = []
    for index, item in enumerate(placed):
        if not item.forms:
            named.append(Named(item, unknown_id(item.key), item.reasons))
        elif item.forms[0].body:
            named.extend(_body(placed, index, named, rules))
        else:
            named.append(_choose(item, _following(placed, index), countries))
    return named


def _certain(item: Found) -> bool:
    return len(item.forms) == 1 or (bool(item.forms) and item.forms[0].weight >= CLEAR**4 * item.forms[1].weight)


def _placed(found: list[Found], rules: Rules) -> list[Found]:
    """Doubtful places only where some mention in the article stands as a place does."""
    shown = {
        f.key
        for n, f in enumerate(found)
        if f.forms and (_locative(f, rules) or _beside(f.forms, _following(found, n)))
    }
    kept = []
    for item in found:
        if not item.forms or any(f.sure for f in item.forms):
            sure = tuple(f for f in item.forms if f.sure)
            kept.append(replace(item, forms=sure + tuple(f for f in item.forms if not f.sure)))
        elif item.key in shown:
            kept.append(item)
        elif not item.line.opens(item.first):
            widely = item.forms[0].demonym or (
                item.forms[0].entity.startswith("place-") and len(item.forms[0].entity) == 8
            )
            kept.append(
                item
                if widely
                else replace(item, kind="PER", forms=(), reasons=("a small place's name, but nothing here says so",))
            )
    return kept


def _locative(item: Found, rules: Rules) -> bool:
    phrases = (item.line.phrase(item.first - size, item.first) for size in (1, 2, 3))
    return item.line.gap(item.first) == " " and any(p in rules.locative for p in phrases)


def _following(found: list[Found], index: int) -> Found | None:
    """The name that follows after a comma: "Athens, Georgia"."""
    after = found[index + 1] if index + 1 < len(found) else None
    here = found[index]
    near = after is not None and after.line is here.line and here.line.text[here.end : after.start] in (", ", " (")
    return after if near else None


def _beside(forms: tuple[Form, ...], after: Found | None) -> set[str]:
    """Countries of the forms that the name right after names as well."""
    if after is None or not after.forms or after.forms[0].demonym:
        return set()
    near = {f.country for f in after.forms if f.kind == "LOC"}
    return {f.country for f in forms if f.country in near}


def _choose(item: Found, after: Found | None, countries: Counter[str]) -> Named:
    """The form with the greatest weight in this article, where it is clear."""
    beside = _beside(item.forms, after)
    if len(item.forms) == 1:
        return Named(item, item.forms[0].entity, (_why_known(item.forms[0]),))
    weights: dict[str, tuple[float, str, Form]] = {}
    for form in item.forms:
        weight, why = form.weight, "the best known of that name"
        if form.country in beside:
            weight, why = weight * BESIDE, "its country stands beside it"
        elif countries[form.country]:
            weight, why = weight * MENTIONED, "the article names its country"
        if form.entity not in weights or weights[form.entity][0] < weight:
            weights[form.entity] = (weight, why, form)
    order = sorted(weights.values(), key=lambda w: (-w[0], w[2].entity))
    best, second = order[0], order[1][0] if len(order) > 1 else 0.0
    if best[0] >= CLEAR * second:
        reasons = (_why_known(best[2]),) if math.isclose(second, 0.0) else (_why_known(best[2]), best[1])
        return Named(replace(item, kind=best[2].kind), best[2].entity, reasons)
    rivals = ", ".join(w[2].entity for w in order[:3])
    return Named(item, "", (f"unsure which of these is meant: {rivals}",))


def _why_known(form: Form) -> str:
    return "a demonym of the tables" if form.demonym else "a name of the tables"


def _body(found: list[Found], index: int, named: list[Named], rules: Rules) -> list[Named]:
    """A ministry or another body every country has: whose it is stands beside it, or was said before."""
    item = found[index]
    body = item.forms[0].entity
    country, why = _owner(found, index, rules), "its country stands beside it"
    if not country:
        earlier = {n.entity for n in named if n.entity.endswith(f"-{body}")}
        if len(earlier) == 1:
            return [Named(item, earlier.pop(), ("the only one named before",))]
        beside = {m[1] for n in named if n.found.line is item.line and (m := _NATIONAL.match(n.entity))}
        if len(beside) == 1 and not item.forms[0].shape.startswith("x"):
            why = "the sentence names another body of that country"
            return [Named(item, f"org-{beside.pop()}-{body}", (why,))]
        if item.forms[0].shape.startswith("x"):
            return []
        return [Named(item, "", ("whose it is was not said",))]
    return [Named(item, f"org-{country}-{body}", ("a body every country has", why))]


def _owner(found: list[Found], index: int, rules: Rules) -> str:
    """The country whose body it is: "Chinese ...", "China's ...", "... of China"."""
    item = found[index]
    if index and (before := found[index - 1]).line is item.line and before.forms:
        gap = item.line.words[before.last : item.first]
        close = item.start - before.end <= 20 and not set(item.line.text[before.end : item.start]) & set(",;:.()")
        if close and (len(gap) <= 1 or (before.forms[0].demonym and len(gap) <= 2)) and before.forms[0].country:
            return before.forms[0].country
    after = found[index + 1] if index + 1 < len(found) else item
    if after.line is not item.line or not after.forms or after.forms[0].demonym:
        return ""
    return after.forms[0].country if item.line.phrase(item.last, after.first) in rules.joins else ""
