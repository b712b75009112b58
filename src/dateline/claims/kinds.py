"""What kind of source somebody is: official, operator, agency ..., by the table of things and the nouns of attribution.toml."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.grammar import Grammar
from dateline.claims.roles import core
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting
from dateline.lang.things import role
from dateline.model import SourceKind

_LEAST_ENDING = 5
_KIND_ORDER = ("agency", "anonymous", "witness", "expert", "paper", "official", "operator")


def kind(source: Sequence[int], entity: str, s: Setting) -> SourceKind:
    """The kind of a source that stands at these positions; `entity` is the id of the thing it names, "" for none."""
    return _known_kind(entity) or (SourceKind.OFFICIAL if _state(source, s) else _told(source, s))


def party(s: Setting, who: Sequence[int]) -> bool:
    """Whether words name somebody: by a name, or as one who is known to speak."""
    return bool(s.grammar.function["pronouns"].at(s.words, who[0])) or _known(s, who)


def _known(s: Setting, who: Sequence[int]) -> bool:
    """Whether the noun of a phrase is a name, or one of those who are known to speak."""
    head = core(who, s.words, s.grammar)
    return any(s.tokens[k].mention >= 0 for k in head) or kind(head, "", s) is not SourceKind.NAMED


def points_at_event(s: Setting, source: Sequence[int], verbs: VerbGroup | None) -> bool:
    """ "These deaths remind us that ...": a noun that takes up what was told shows something, and is nobody who is known to
    speak. What says something is a speaker, whatever it is."""
    shows = verbs is not None and verbs.lemma in s.grammar.showing
    taken_up = len(source) > 1 and s.grammar.function["demonstratives"].at(s.words, source[0])
    return shows and bool(taken_up) and not _known(s, source)


def _known_kind(entity: str) -> SourceKind | None:
    """The kind of a source that the table of things knows to speak."""
    part = role(entity)
    return SourceKind(part) if part else None


def _state(source: Sequence[int], s: Setting) -> bool:
    """A country or capital that speaks is its government."""
    names = [s.tokens[k] for k in source if s.tokens[k].mention >= 0]
    only = all(s.tokens[k].mention >= 0 or s.grammar.function["determiners"].at(s.words, k) for k in source)
    return bool(names) and only and all(s.mentions[t.mention].kind == "LOC" for t in names)


def _told(source: Sequence[int], s: Setting) -> SourceKind:
    """The kind of a source; whoever speaks for somebody is of the kind of those, and for a body that no table knows, of a
    business."""
    speakers = s.grammar.attribution["speakers"]
    others = [k for k in source if not speakers.at(s.words, k)]
    kind = _by_head(others, s)
    if len(others) == len(source):
        return kind
    body = any(s.tokens[k].mention >= 0 and s.mentions[s.tokens[k].mention].kind == "ORG" for k in others)
    return kind if kind is not SourceKind.NAMED else SourceKind.OPERATOR if body else SourceKind.OFFICIAL


def _by_head(source: Sequence[int], s: Setting) -> SourceKind:
    """The kind that the core of a noun phrase tells, else that any of its words does: "the police on their website"."""
    head = core(source, s.words, s.grammar) if source else ()
    found = kind_of([s.words[k] for k in head], s.grammar)
    return found if found is not SourceKind.NAMED else kind_of([s.words[k] for k in source], s.grammar)


def kind_of(words: Sequence[str], grammar: Grammar) -> SourceKind:
    """What kind of source these words name, by the tables of attribution.toml; NAMED where no table tells.

    A listed word decides before one that only ends like it ("persbureau" in "staatspersbureau").
    """
    for kind in _KIND_ORDER:
        if kind in grammar.kinds and grammar.kinds[kind].find(words):
            return SourceKind(kind)
    for kind in _KIND_ORDER:
        known = grammar.kinds[kind].by_first if kind in grammar.kinds else {}
        if any(word[at:] in known for word in words for at in range(len(word) - _LEAST_ENDING + 1)):
            return SourceKind(kind)
    return SourceKind.NAMED
