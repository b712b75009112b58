"""Time expressions: found in text, given a TIMEX3 value and a time that is a function of the article's day.

`tag` reads words by the language's table (`lexicon`, `reading`), puts them together by constructions that know no
language (`grammar`), hangs them on the article's day or on one another (`anchoring`) and works out what they say.
"""

from __future__ import annotations

from dateline.expr import evaluate
from dateline.lang import Language
from dateline.model import Article, Part, Problem, Sentence, Span, Timex
from dateline.timex import value
from dateline.timex.anchoring import Anchored, Context, Mention, anchored
from dateline.timex.cues import Cues, cues, direction, link
from dateline.timex.finding import Found, found_in, is_narrative
from dateline.timex.lexicon import Lexicon, lexicon
from dateline.when import NEVER_SAID, When

__all__ = ["tag"]

_NARRATIVE_ONLY = "vague word of narratives"
_PAST_PARTS = frozenset({Part.CAPTION, Part.HEADING})


def tag(
    article: Article, sentences: tuple[Sentence, ...], language: Language
) -> tuple[tuple[Timex, ...], tuple[Problem, ...]]:
    """The time expressions of an article, sorted by start. Nothing a text says raises or makes a date up.

    `when` is what each expression says now, given `article.published`; `dateline.expr.evaluate` gives it again for
    any other day.
    """
    lex = lexicon(language)
    words = cues(language)
    found = [f for number, s in enumerate(sentences) for f in found_in(article.text, s, number, lex)]
    context = Context(narrative=is_narrative(found, article.published))
    made: list[Timex] = []
    for one in found:
        if one.rule == _NARRATIVE_ONLY and not context.narrative:
            continue
        sentence = sentences[one.sentence]
        context.sentence = one.sentence
        context.ended = words.ended.search(article.text[max(sentence.start, one.start - 16) : one.start]) is not None
        context.tense = _tense(article.text, one, sentence, words)
        made.append(_timex(article, one, sentence, context, words))
    return tuple(made), ()


def _tense(text: str, one: Found, sentence: Sentence, words: Cues) -> int:
    if not one.sem.select or one.sem.lean:
        return 0
    if sentence.part in _PAST_PARTS:
        return -1
    if text[one.end : one.end + 2] in words.possessives:
        return -1  # "Tuesday's raid" has been
    return direction(text, one.start, one.end, sentence.start, sentence.end, words)


def _timex(article: Article, one: Found, sentence: Sentence, context: Context, words: Cues) -> Timex:
    result = anchored(one.sem, context)
    expr = _linked(article.text, one, result, sentence, words)
    sem = result.sem
    clocked = f"({expr}) at {sem.part}{sem.zone}" if expr and sem.part[:1].isdigit() and sem.part[:2] != "24" else expr
    shown = sem.value or value.of(sem, evaluate(result.base, article.published), words.zoned)
    if result.expr and not sem.vague and sem.type in ("DATE", "TIME"):
        context.mentions.append(
            Mention(result.base, sem.shape, one.start, one.sentence, "anchor" not in result.base, sem.compared)
        )
    span = Span(article.id, one.start, one.end, article.text[one.start : one.end])
    when = _when(clocked, article.published)
    return Timex(span, sem.type, shown, sem.mod, result.anchor, clocked, one.rule, when, sem.vague, sem.shift)


def _when(expr: str, published: When) -> When:
    return evaluate(expr, published) if expr else NEVER_SAID


def _linked(text: str, one: Found, result: Anchored, sentence: Sentence, words: Cues) -> str:
    """The time with what stands before it: since 2020, until Friday."""
    if not result.expr or one.sem.type in ("DURATION", "SET") or one.sem.vague:
        return result.expr
    match link(text, one.start, sentence.start, words):
        case "cue_since":
            return f"since ({result.expr})"
        case "cue_until":
            return f"until ({result.expr})"
        case _:
            return result.expr
