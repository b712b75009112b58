"""Time expressions: found in text, given a TIMEX3 value and a time that is a function of the article's day.

`tag` reads words by the language's table (`lexicon`, `reading`), puts them together by constructions that know no
language (`grammar`), hangs them on the article's day or on one another (`anchoring`) and works out what they say.
"""

from __future__ import annotations

import re

from dateline.expr import evaluate, operand
from dateline.lang import Language
from dateline.model import Article, Part, Problem, Sentence, Span, Timex
from dateline.timex import value
from dateline.timex.anchoring import NEAREST, Anchored, Context, Mention, anchored
from dateline.timex.cues import Cues, cues, direction, in_background, is_moved_to, plans_around, stands_before
from dateline.timex.finding import Found, found_in, is_narrative
from dateline.timex.lexicon import lexicon
from dateline.timex.linking import linked, paired
from dateline.timex.sections import Sections, sections
from dateline.when import NEVER_SAID

__all__ = ["tag"]

_NARRATIVE_ONLY = "vague word of narratives"
_JOINED = 8
"""Characters between two dates that share their month: they look the same way."""

_IN_BRACKETS = re.compile(r"\([^()]{0,40}\)")
"""What may stand between a clock time and its date: "at 8:02 (0002 GMT) on Saturday"."""

_PAST_PARTS = frozenset({Part.CAPTION, Part.HEADING})


def tag(
    article: Article, sentences: tuple[Sentence, ...], language: Language
) -> tuple[tuple[Timex, ...], tuple[Problem, ...]]:
    """The time expressions of an article, sorted by start. Nothing a text says raises or makes a date up.

    `when` is what each expression says now, given `article.published`; `dateline.expr.evaluate` gives it again for
    any other day. A date that no calendar has (29 February of a common year) is a problem, and has no time.
    """
    lex, words = lexicon(language), cues(language)
    found = [f for number, s in enumerate(sentences) for f in found_in(article.text, s, number, lex)]
    context = Context(narrative=is_narrative(found, article.published))
    found = [f for f in found if context.narrative or f.rule != _NARRATIVE_ONLY]
    found = paired(article.text, found, sentences, words)
    placed = _all_placed(article.text, found, sentences, context, words)
    exprs = linked(article.text, found, [p.expr for p in placed], sentences, words)
    own = sections(article.text, found, placed, sentences, article.published)
    timexes = tuple(_timex(article, *row, own, words) for row in zip(found, placed, exprs, strict=True))
    return timexes, tuple(_no_such_day(t) for t in timexes if _impossible(t, article))


def _all_placed(
    text: str, found: list[Found], sentences: tuple[Sentence, ...], context: Context, words: Cues
) -> list[Anchored]:
    """Every expression with what it hangs on; a clock time after the date that follows it in its sentence."""
    placed: dict[int, Anchored] = {}
    for place in range(len(found)):
        date = _date_of_clock(text, found, place)
        for at in (date, place):
            if at not in placed:
                told = _in_body(found, found[at], sentences)
                placed[at] = _placed(text, found[at], told, sentences, context, words)
    return [placed[place] for place in range(len(found))]


def _date_of_clock(text: str, found: list[Found], place: int) -> int:
    """The place of the day that follows close on a clock time where none stands before it; else its own place."""
    one = found[place]
    if not one.sem.part[:1].isdecimal() or one.sem.expr != "ref":
        return place
    if place and found[place - 1].sentence == one.sentence and found[place - 1].sem.shape == "day":
        return place
    for later in range(place + 1, min(place + 3, len(found))):
        other = found[later]
        between = _IN_BRACKETS.sub("", text[one.end : other.start])
        if other.sentence != one.sentence or len(between.split()) > 1:
            return place
        if other.sem.type == "DATE" and other.sem.shape == "day" and (other.sem.select or other.sem.expr):
            return later
    return place


def _in_body(found: list[Found], one: Found, sentences: tuple[Sentence, ...]) -> Found:
    """The first mention in the body of the weekday that a heading names, as a heading tells of what the body tells: the
    mention itself where there is none, or outside headings.
    """
    if sentences[one.sentence].part is not Part.HEADING or not one.sem.select.startswith("weekday"):
        return one
    same = (f for f in found if f.start > one.start and f.sem.select == one.sem.select and not f.sem.lean)
    return next((f for f in same if sentences[f.sentence].part is Part.SENTENCE), one)


def _placed(
    text: str, one: Found, told: Found, sentences: tuple[Sentence, ...], context: Context, words: Cues
) -> Anchored:
    """The expression with what it hangs on; the context remembers it for those that follow. `told` is the mention whose
    clause says which way it points.
    """
    sentence = sentences[one.sentence]
    context.sentence = one.sentence
    context.fresh = _opens_paragraph(sentences, one.sentence)
    context.ended = stands_before(words.ended, text, one.start, sentence.start)
    if not (context.shared and one.start - context.shared <= _JOINED):
        context.tense = _tense(text, told, sentences[told.sentence], words)
    context.shared = one.end if one.rule == "shared with the next" else 0
    result = anchored(one.sem, context)
    sem = result.sem
    if result.expr and not sem.vague and sem.type in ("DATE", "TIME"):
        absolute = "anchor" not in result.base
        behind = in_background(text, one.start, one.end, sentence.start, sentence.end, words)
        context.mentions.append(
            Mention(result.base, sem.shape, one.start, one.sentence, absolute, sem.compared, sem.part, behind)
        )
    return result


def _opens_paragraph(sentences: tuple[Sentence, ...], place: int) -> bool:
    """Whether a sentence is the first of its paragraph, and the paragraph before it has several: where every sentence is a
    paragraph, a new one says nothing."""
    several = place > 1 and sentences[place - 2].paragraph == sentences[place - 1].paragraph
    return several and sentences[place].paragraph != sentences[place - 1].paragraph


def _tense(text: str, one: Found, sentence: Sentence, words: Cues) -> int:
    """The way an open selector points: back (-1), ahead (1), to the nearest (`NEAREST`), or nobody says (0)."""
    if not one.sem.select or one.sem.lean in (-1, 1):
        return 0
    sign = _sign(text, one, sentence, words)
    weekly = one.sem.select.startswith(("weekday", "weekend"))
    parts = one.sem.select.startswith(("quarter", "half"))  # of a report's own year, as a rule
    if weekly or parts or sign > 0 or not stands_before(words.aimed, text, one.start, sentence.start):
        return sign
    return 1 if plans_around(text, one.start, one.end, sentence.start, sentence.end, words) else NEAREST


def _sign(text: str, one: Found, sentence: Sentence, words: Cues) -> int:
    if sentence.part in _PAST_PARTS:
        return 1 if sentence.part is Part.HEADING and _foreseen(text, one, sentence, words) else -1
    if one.sem.select.startswith("weekday") and stands_before(words.meant, text, one.start, sentence.start):
        return 1
    if is_moved_to(text, one.start, one.end, sentence.start, sentence.end, words):
        return 1
    if text[one.end : one.end + 2] in words.possessives:
        return -1  # "Tuesday's raid" has been
    return direction(text, one.start, one.end, sentence.start, sentence.end, words)


def _foreseen(text: str, one: Found, sentence: Sentence, words: Cues) -> bool:
    """Whether a heading tells what is to come in a month or season: "Captain to stand trial in January"."""
    weekly = one.sem.select.startswith(("weekday", "weekend"))
    ahead = words.verbs.heads(text[sentence.start : one.start].lower().split())
    return not weekly and (ahead or direction(text, one.start, one.end, sentence.start, sentence.end, words) > 0)


def _timex(article: Article, one: Found, placed: Anchored, expr: str, own: Sections, words: Cues) -> Timex:
    sem = placed.sem
    base, _ = own.own(one, placed.base)
    expr, anchor = own.own(one, expr)
    if expr and sem.part[:1].isdecimal() and not sem.part.startswith("24"):
        expr = f"{operand(expr)} at {sem.part}{sem.zone}"
    shown = sem.value or value.of(sem, evaluate(base, article.published), words.zoned)
    span = Span(article.id, one.start, one.end, article.text[one.start : one.end])
    when = evaluate(expr, article.published)
    return Timex(span, sem.type, shown, sem.mod, anchor or placed.anchor, expr, one.rule, when, sem.vague, sem.shift)


def _impossible(timex: Timex, article: Article) -> bool:
    """Whether an expression that needs no more than the article's day names none."""
    return bool(timex.expr) and timex.when == NEVER_SAID and (article.published.known or timex.anchor == "none")


def _no_such_day(timex: Timex) -> Problem:
    message = f"{timex.span.quote!r} names no day of the calendar; found {timex.expr!r}"
    return Problem("no-such-day", "timex", timex.span.article, message, timex.span)
