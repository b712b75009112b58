"""From sentences to mentions: the steps in order."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.entities.agreeing import agreed
from dateline.entities.homonyms import Named, resolve
from dateline.entities.lexicon import lexicon
from dateline.entities.lines import line, usage
from dateline.entities.names import names
from dateline.entities.shorthand import refer, shorten
from dateline.lang import Language
from dateline.lang.things import role
from dateline.model import Article, Mention, Part, Sentence, Span
from dateline.ports import FoundName


def mention(
    article: Article, sentences: tuple[Sentence, ...], language: Language, read: Sequence[FoundName] | None = None
) -> tuple[Mention, ...]:
    """Names, demonyms and other words that refer to things, in order and without overlap. `read` are the names that a
    trained reader found, if there is one.

    `entity` is the thing's id: by the tables "place-KP" (ISO 3166-1), "place-gn1816670" (GeoNames) or a name of
    lang/entities.toml; "name-..." for a name no table knows; "" where two are possible. A reason "role: agency" says
    how the thing speaks where it is a source, "refers back: ..." that the words are no name of it. A language without
    names.toml has CLDR's territories and cities and the things of lang/entities.toml, and nothing else.
    """
    words = lexicon(language)
    tabled = bool(language.table("names"))
    lines = tuple(line(number, article.text, s, words, tabled) for number, s in enumerate(sentences))
    seen = usage(lines)
    found = [name for item in lines for name in names(item, words.rules, seen)]
    if words.rules.nouns_capitalised:
        # A last name alone is no more than a noun with a capital until its bearer has been named in full.
        seen.persons.update(n.key.split()[-1] for n in found if n.kind == "PER" and " " in n.key and not n.forms)
        found = [name for item in lines for name in names(item, words.rules, seen)]
    if read is not None:
        found = agreed(found, lines, read, words.rules, seen)
    named = refer(lines, shorten(resolve(found, words.rules), words.rules), words.rules)
    return tuple(_mention(article, n) for n in sorted(named, key=lambda n: (n.found.start, n.found.end)))


def headline(title: str, language: Language) -> tuple[str, ...]:
    """The ids of what a title names, by rules and tables. A title is no part of the text, so nothing quotes it."""
    parts = (Sentence(0, len(title), Part.HEADING, 0),)
    return tuple(dict.fromkeys(m.entity for m in mention(Article("", title), parts, language) if m.entity))


def _mention(article: Article, named: Named) -> Mention:
    found = named.found
    speaks = role(named.entity) or found.role
    return Mention(
        Span(article.id, found.start, found.end, found.text),
        found.kind,
        bool(found.forms) and found.forms[0].demonym,
        named.entity,
        named.reasons + ((f"role: {speaks}",) if speaks else ()),
    )
