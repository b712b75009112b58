"""An organisation by the first words of its name in one article and in full in another: "Norvane", "Norvane Ferries"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline import lang
from dateline.entities.homonyms import unknown_id
from dateline.entities.tables import given, rules
from dateline.entities.tokens import key
from dateline.model import Judgement, Link, Mention, Reading

# Shorter words are oftener something else as well.
LEAST_LETTERS = 4
_THING = "MISC"


@dataclass(slots=True)
class _Named:
    """An unknown thing by its full name: its first mention in each article, its kinds, and whether its last word says that
    it is an organisation.
    """

    first: dict[str, Mention] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    firm: bool = False

    @property
    def example(self) -> Mention:
        """Its first mention in the first article."""
        return self.first[min(self.first)]


def shorter(readings: Sequence[Reading]) -> tuple[dict[str, str], list[Link]]:
    """By id of a short name the id of the organisation it stands for, and the judgements that stayed open.

    Joined where the longer names of all articles that start so are one organisation, by the word in its name, and at most
    products or ships beside it; where the short name is nothing known and no person's; and where no article keeps the two
    apart. Else unsure.
    """
    named = _named(readings)
    taken = {key(m.span.quote) for r in readings for m in r.mentions if not _own(m)}
    around = {r.article.id: frozenset(m.entity for m in r.mentions if m.entity) for r in readings}
    longer: dict[str, list[str]] = defaultdict(list)
    for folded in named:
        words = folded.split()
        for size in range(1, len(words)):
            longer[" ".join(words[:size])].append(folded)
    joined: dict[str, str] = {}
    doubts: list[Link] = []
    for short in sorted(longer.keys() & named.keys() - taken):
        firms = [f for f in longer[short] if named[f].firm]
        if not firms or not _may_stand(short, named[short]):
            continue
        others = [f for f in longer[short] if f not in firms and named[f].kinds[_THING] * 2 <= named[f].kinds.total()]
        if len(firms) == 1 and not others and _apart(named[short], named[firms[0]], around):
            joined[unknown_id(short)] = unknown_id(firms[0])
        else:
            doubts += [_doubt(named[short].example, named[f].example) for f in firms]
    return joined, doubts


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
                item.firm |= m.kind == "ORG" and len(words) > 1 and words[-1] in cues
    return dict(found)


def _may_stand(short: str, item: _Named) -> bool:
    """Whether words can be the short name of an organisation: no person's name, and long enough."""
    return len(short) >= LEAST_LETTERS and "PER" not in item.kinds and short.split()[0] not in given()[0]


def _apart(short: _Named, full: _Named, around: dict[str, frozenset[str]]) -> bool:
    """Whether no article has both, and articles of the two have a third thing in common."""
    own = {short.example.entity, full.example.entity}
    both = short.first.keys() & full.first.keys()
    return not both and any((around[a] & around[b]) - own for a in short.first for b in full.first)


def _doubt(short: Mention, full: Mention) -> Link:
    reason = f"{short.span.quote} may be short for it, but not only for it"
    return Link(short.span, full.span, Judgement.UNSURE, (reason,))
