"""A firm by the first words of its name in one article and in full in another: "Solvik", "Solvik Shipping"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline import lang
from dateline.entities.homonyms import unknown_id
from dateline.entities.tables import given, rules
from dateline.entities.tokens import key
from dateline.entities.variants import common
from dateline.model import Judgement, Link, Mention, Reading

# Shorter words are oftener something else as well.
LEAST_LETTERS = 4
# The words that end the names of firms. Of a ministry, a court or a paper the first word alone is no name.
_FIRM, _THING = "operator", "MISC"


@dataclass(slots=True)
class _Named:
    """An unknown thing by its full name: its first mention in each article, its kinds, and whether its last word says that
    it is a firm.
    """

    first: dict[str, Mention] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    firm: bool = False

    @property
    def example(self) -> Mention:
        """Its first mention in the first article."""
        return self.first[min(self.first)]


def shorter(readings: Sequence[Reading]) -> tuple[dict[str, str], list[Link]]:
    """By id of a short name the id of the firm it stands for, and the judgements that stayed open.

    Joined where the longer names of all articles that start so are one firm, by the word in its name, and at most products
    or ships beside it; where the short name is nothing known, no person's and no plain word; and where no article keeps the
    two apart. Else unsure.
    """
    named = _named(readings)
    texts = {r.article.id: r.article.text for r in readings}
    around = {r.article.id: frozenset(m.entity for m in r.mentions if m.entity) for r in readings}
    longer: dict[str, list[str]] = defaultdict(list)
    for folded in named:
        words = folded.split()
        for size in range(1, len(words)):
            longer[" ".join(words[:size])].append(folded)
    taken = _taken(readings, longer)
    joined: dict[str, str] = {}
    doubts: list[Link] = []
    for short in sorted(longer.keys() & named.keys() - taken):
        firms = [f for f in longer[short] if named[f].firm]
        met = {*named[short].first, *(a for f in firms for a in named[f].first)}
        if not firms or not _may_stand(short, named[short]) or any(_stands_small(short, texts[a]) for a in met):
            continue
        others = [f for f in longer[short] if f not in firms and named[f].kinds[_THING] * 2 <= named[f].kinds.total()]
        if len(firms) == 1 and not others and _apart(named[short], named[firms[0]], around):
            joined[unknown_id(short)] = unknown_id(firms[0])
        else:
            doubts += [_doubt(named[short].example, named[f].example) for f in firms]
    return joined, doubts


def _taken(readings: Iterable[Reading], longer: Mapping[str, Sequence[str]]) -> set[str]:
    """The folded names that some article has for another thing. That the article which names a firm in full goes on to call
    it by its first word takes the word for nothing else.
    """
    named = ((key(m.span.quote), m) for r in readings for m in r.mentions if not _own(m))
    return {short for short, m in named if m.entity not in map(unknown_id, longer.get(short, ()))}


def _own(mention: Mention) -> bool:
    """Whether a mention is the full name of its unknown thing."""
    return mention.entity == unknown_id(key(mention.span.quote))


def _named(readings: Iterable[Reading]) -> dict[str, _Named]:
    """Unknown things by the folded words of their full names."""
    found: dict[str, _Named] = defaultdict(_Named)
    for reading in readings:
        readable = reading.article.lang in lang.available()
        cues = rules(lang.load(reading.article.lang)).cues if readable else {}
        for m in reading.mentions:
            if _own(m):
                words = key(m.span.quote).split()
                item = found[" ".join(words)]
                item.first.setdefault(reading.article.id, m)
                item.kinds[m.kind] += 1
                item.firm |= m.kind == "ORG" and len(words) > 1 and cues.get(words[-1]) == _FIRM
    return dict(found)


def _may_stand(short: str, item: _Named) -> bool:
    """Whether words can be the short name of a firm: no person's name, no word that only starts names, and long enough."""
    first = short.split()[0]
    plain = any(first in t.lone or first in t.openers for t in (rules(lang.load(code)) for code in lang.available()))
    return len(short) >= LEAST_LETTERS and "PER" not in item.kinds and first not in given()[0] and not plain


def _stands_small(short: str, text: str) -> bool:
    """Whether a text has the word in small letters."""
    return re.search(rf"\b{re.escape(short)}\b", text) is not None


def _apart(short: _Named, full: _Named, around: Mapping[str, frozenset[str]]) -> bool:
    """Whether no article has both, and articles of the two have a third thing in common."""
    own = {short.example.entity, full.example.entity}
    both = short.first.keys() & full.first.keys()
    return not both and bool(common(short.first, full.first, around) - own)


def _doubt(short: Mention, full: Mention) -> Link:
    reason = f"{short.span.quote} may be short for it, but not only for it"
    return Link(short.span, full.span, Judgement.UNSURE, (reason,))
