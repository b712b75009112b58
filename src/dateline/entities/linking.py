"""Entities across articles and languages, and the judgements that join mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from dateline import lang
from dateline.entities.catalogue import known
from dateline.entities.firms import shorter
from dateline.entities.lexicon import lexicon
from dateline.entities.lines import line
from dateline.entities.tables import given
from dateline.entities.tokens import key, tokens
from dateline.entities.variants import WRITTEN, alike, variants
from dateline.ids import digest
from dateline.model import Article, Claim, Entity, Judgement, Link, Mention, Part, Reading, Sentence

# What an entity id was changed to, by article and old id.
Redirects = dict[tuple[str, str], str]


def link(readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], tuple[Entity, ...], tuple[Link, ...]]:
    """One id for one thing in all articles: the readings rewritten, the entities, and the judgements.

    A function of the set of readings: their order changes nothing but the order of the first result. Mentions of one
    entity are joined by a chain of SAME through the articles; one name for two things is DIFFERENT; what may be the
    same but need not be is UNSURE and stays apart.
    """
    ordered = sorted(readings, key=lambda r: r.article.id)
    same, spellings = variants(ordered)
    ordered = [_rewritten(r, same) for r in ordered]
    short, firms = shorter(ordered)
    ordered = [_rewritten(r, short) for r in ordered]
    redirects, doubts = _acronyms(ordered)
    more, surnames = _surnames(ordered)
    redirects.update(more)
    own: dict[str, dict[str, str]] = defaultdict(dict)
    for (article, old), new in redirects.items():
        own[article][old] = new
    rewritten = {r.article.id: _rewritten(r, own.get(r.article.id, {})) for r in ordered}
    renamed = [rewritten[r.article.id] for r in ordered]
    links = (*_chains(renamed), *_homonyms(renamed), *doubts, *surnames, *spellings, *firms)
    result = tuple(rewritten[r.article.id] for r in readings)
    return (
        result,
        _entities(renamed),
        tuple(sorted(set(links), key=lambda x: (x.left, x.right, x.judgement, x.reasons))),
    )


def _first(readings: list[Reading]) -> dict[tuple[str, str], dict[str, Mention]]:
    """By folded words and entity: the first mention in each article."""
    found: dict[tuple[str, str], dict[str, Mention]] = defaultdict(dict)
    for reading in readings:
        for m in reading.mentions:
            if m.entity:
                found[key(m.span.quote), m.entity].setdefault(reading.article.id, m)
    return found


def _acronyms(readings: list[Reading]) -> tuple[Redirects, list[Link]]:
    """An acronym that one article leaves unexplained and others explain: joined where they all say the same."""
    first = _first(readings)
    meanings: dict[str, dict[str, Mention]] = defaultdict(dict)
    for (folded, entity), places in first.items():
        example = min(places.values(), key=lambda m: m.span)
        if len(words := tokens(example.span.quote)) == 1 and words[0].acronym:
            meanings[folded][entity] = example
    redirects: Redirects = {}
    links = []
    for folded, entities in meanings.items():
        own = next((e for e in entities if e.startswith("name-") and e == digest("name", folded)), "")
        others = [e for e in entities if e != own]
        if not own or not others:
            continue
        for article, mention in first[folded, own].items():
            reason = f"{mention.span.quote} stands for {entities[others[0]].span.quote} in another article"
            if len(others) == 1:
                redirects[article, own] = others[0]
            judgement = Judgement.SAME if len(others) == 1 else Judgement.UNSURE
            links += [Link(mention.span, entities[e].span, judgement, (reason,)) for e in others]
    return redirects, links


def _surnames(readings: list[Reading]) -> tuple[Redirects, list[Link]]:
    """A bare last name that may be short for a name elsewhere: never merged; with two such names, kept by article."""
    first = _first(readings)
    longer: dict[str, dict[str, Mention]] = defaultdict(dict)
    for (folded, entity), places in first.items():
        example = min(places.values(), key=lambda m: m.span)
        words = folded.split()
        if example.kind == "PER" and len(words) > 1:
            longer[words[-1]][entity] = example
            if words[0] in given()[1]:
                longer[words[0]][entity] = example
    redirects: Redirects = {}
    links = []
    for part, entities in longer.items():
        alone = first.get((part, digest("name", part)), {})
        for article, mention in alone.items():
            if mention.kind != "PER":
                continue
            if len(entities) > 1:
                redirects[article, mention.entity] = digest("name", article, part)
            reason = f"{part} may be short for it, but this article does not say so"
            links += [Link(mention.span, m.span, Judgement.UNSURE, (reason,)) for m in entities.values()]
    return redirects, links


def _rewritten(reading: Reading, own: Mapping[str, str]) -> Reading:
    """The reading with every id that was redirected in its article."""
    if not own:
        return reading
    mentions = tuple(replace(m, entity=own.get(m.entity, m.entity)) for m in reading.mentions)
    headline = tuple(dict.fromkeys(own.get(e, e) for e in reading.headline))
    return replace(reading, mentions=mentions, claims=tuple(_claim(c, own) for c in reading.claims), headline=headline)


def _claim(claim: Claim, own: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        places=tuple(own.get(p, p) for p in claim.places),
        participants=tuple(replace(p, entity=own.get(p.entity, p.entity)) for p in claim.participants),
        attribution=tuple(replace(a, entity=own.get(a.entity, a.entity)) for a in claim.attribution),
    )


def _chains(readings: list[Reading]) -> list[Link]:
    """For each entity, its first mention in every article joined to that in the next."""
    last: dict[str, Mention] = {}
    codes: dict[str, str] = {}
    links = []
    for reading in readings:
        codes[reading.article.id] = reading.article.lang
        seen: set[str] = set()
        for m in reading.mentions:
            if not m.entity or m.entity in seen or m.demonym:
                continue
            seen.add(m.entity)
            if earlier := last.get(m.entity):
                links.append(Link(earlier.span, m.span, Judgement.SAME, (_why(earlier, m, codes),)))
            last[m.entity] = m
    return links


def _why(left: Mention, right: Mention, codes: Mapping[str, str]) -> str:
    one, other = key(left.span.quote), key(right.span.quote)
    tabled = not left.entity.startswith("name-")
    if tabled and _name_of(left, one) and _name_of(right, other):
        return f"the tables know both as {left.entity}"
    if one == other:
        return "the same name"
    if alike((one, codes[left.span.article]), (other, codes[right.span.article])):
        return WRITTEN
    if tabled:
        return f"the tables know both as {left.entity}"
    return f"{right.span.quote} and {left.span.quote} are short and long forms"


def _homonyms(readings: list[Reading]) -> list[Link]:
    """One name for two things: the first mention of each set apart."""
    by_name: dict[str, dict[str, Mention]] = defaultdict(dict)
    for (folded, entity), places in _first(readings).items():
        example = min(places.values(), key=lambda m: m.span)
        if not example.demonym:
            by_name[folded].setdefault(entity, example)
    links = []
    for folded, entities in by_name.items():
        order = [entities[e] for e in sorted(entities)]
        for left, right in pairwise(order):
            told = not (left.entity.startswith("name-") and right.entity.startswith("name-"))
            if told and _name_of(left, folded) and _name_of(right, folded):
                reason = f"one name, but {left.entity} and {right.entity} by what stands around it"
                links.append(Link(left.span, right.span, Judgement.DIFFERENT, (reason,)))
    return links


def _name_of(mention: Mention, folded: str) -> bool:
    """Whether a mention is a name of its entity and not words that only refer to it."""
    entity = known(mention.entity)
    return entity is None or any(key(name) == folded for _, name in entity.names)


def _entities(readings: list[Reading]) -> tuple[Entity, ...]:
    """Every entity that a mention has, with the names it was seen under; of titles those that the tables know."""
    seen: dict[str, list[tuple[str, Mention, Article]]] = defaultdict(list)
    for reading in readings:
        for m in reading.mentions:
            if m.entity:
                seen[m.entity].append((reading.article.lang, m, reading.article))
    titled = {e for reading in readings for e in reading.headline if known(e) is not None}
    return tuple(_entity(entity, seen[entity]) for entity in sorted(titled | set(seen)))


def _entity(entity: str, seen: list[tuple[str, Mention, Article]]) -> Entity:
    table = known(entity)
    if table is not None:
        return table
    forms = sorted({(code, m.span.quote) for code, m, _ in seen}, key=lambda f: (f[0], -len(f[1]), f[1]))
    kinds = Counter(m.kind for _, m, _ in seen)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    longest = max(seen, key=lambda s: (len(s[1].span.quote), s[1].span))
    return Entity(entity, kind, tuple(forms), (), _within(longest[1].span.quote, longest[2]))


def _within(name: str, article: Article) -> tuple[str, ...]:
    """Places that the name of an unknown thing holds: "Pyongyang Marathon" lies in Pyongyang."""
    if article.lang not in lang.available():
        return ()
    language = lang.load(article.lang)
    parts = line(0, name, Sentence(0, len(name), Part.SENTENCE, 0), lexicon(language)).units
    places = [u.forms[0].entity for u in parts if u.forms and u.forms[0].kind == "LOC" and u.forms[0].sure]
    return tuple(dict.fromkeys(places))[:1]
