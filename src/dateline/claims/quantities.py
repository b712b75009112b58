"""Figures with bounds: "an estimated 100,000 workers", "thousands" (a floor), "85 percent", "a dozen"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from dateline.claims.ages import is_age
from dateline.claims.numerals import Figures, digits, worded
from dateline.claims.tokens import Token
from dateline.lang.counted import AGE
from dateline.model import Quantity, Span

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}  # ISO 4217 names, one sign a currency
_NOUN_REACH = 4
_HOURS = range(1, 13)
_OCLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_COUNT = 2
"""The least number that can be a count without saying of what: "one" is too often a pronoun."""

_UNASKED = -2
"""Where what a figure counts was not looked for yet."""

_FINITE = ("present", "past")
_VERBAL = ("present", "past", "participle")
_STOPS = frozenset(
    (
        *("prepositions", "coordinators", "relatives", "negators", "pronouns", "infinitive_markers", "adverbs"),
        *("comparing", "subordinators"),
    )
)

_GROUPS, _DIALLED = 8, 6
"""A telephone's number has no more groups of digits, and no fewer digits."""


def find(
    article: str, text: str, tokens: Sequence[Token], lengths: Set[int], figures: Figures
) -> tuple[tuple[int, Quantity], ...]:
    """(position, quantity) of every figure outside dates and clock times, in order. `tokens` are those of one sentence,
    `lengths` the places of the article's time expressions that are durations."""
    words = [t.word for t in tokens]
    found: list[tuple[int, Quantity]] = []
    i = 0
    while i < len(tokens):
        if (behind := _share(tokens, words, i, lengths, figures)) > i:
            i = behind  # "half of the 40 homes": the 40 are the whole, and how many they are is not told
            continue
        taken = tokens[i].mention >= 0 or (tokens[i].timex >= 0 and tokens[i].timex not in lengths)
        number = None if taken else _number(tokens, words, i, figures)
        if number is None:
            i += 1
            continue
        value, end, floor = number
        upper = None if floor else _upper(tokens, words, i, end, figures)
        if upper is not None:
            end = upper[1]
        behind, part = _whole(tokens, words, end, value, figures)
        them = part and words[behind - 1] in figures.them
        alone = _acts(tokens, words, i, end, figures) or _reached(tokens, words, i, end, figures)
        named = -1 if alone or them else _counted(tokens, words, behind, figures) if part else _UNASKED
        quantity = _quantity(article, text, tokens, words, (i, end), named, value, floor, figures)
        if upper is not None and upper[0] > value:
            low = value if not _scaled(value, upper[0]) else value * _scaled(value, upper[0])
            quantity = replace(quantity, value=None, low=low, high=upper[0])
        if is_age(text, tokens, (i, end), value, figures):
            quantity = replace(quantity, unit=AGE, of="", span=_alone(article, text, tokens[i], tokens[end - 1]))
        bare = words[i] in figures.numbers or _numbered(tokens, i)
        clock = not (quantity.unit or quantity.of) and _clock(words, i, figures)
        if (quantity.unit or quantity.of or not bare or alone or part) and not clock:
            found.append((i, quantity))
        i = behind
    return tuple(found)


def _alone(article: str, text: str, first: Token, last: Token) -> Span:
    """The words of a figure without what stands behind it."""
    return Span(article, first.start, last.end, text[first.start : last.end])


def _share(tokens: Sequence[Token], words: Sequence[str], i: int, lengths: Set[int], figures: Figures) -> int:
    """The position behind words at `i` that tell a share ("half of the 40", "two thirds of the 300", "een op de vijf") with
    the number of the whole; `i` where there are none."""
    counted = worded(words[i], figures) or figures.stems.get(words[i]) or float(words[i].isdigit())
    if counted and (whole := _ratio(tokens, words, i, counted, figures)) > i:
        return whole
    at = i + bool(counted)
    width = figures.shares.at(words, at) if at < len(words) and not _number_phrase(words, i, figures) else 0
    end = at + width
    while width and end < len(words) and _links(tokens[end], figures):
        end += 1
    if not width or end == at + width:
        return i  # "at most 40", "in the first quarter 40 jobs"
    number = _number(tokens, words, end, figures) if end < len(words) else None
    dated = number is not None and tokens[end].timex >= 0 and tokens[end].timex not in lengths
    return number[1] if number and not dated else end


def _ratio(tokens: Sequence[Token], words: Sequence[str], i: int, counted: float, figures: Figures) -> int:
    """The position behind "one in five", where that is how a number at `i` goes on; else `i`."""
    width = figures.ratios.at(words, i + 1) if i + 1 < len(words) else 0
    whole = i + 1 + width
    known = bool(width) and whole < len(words) and tokens[whole].timex < 0
    return whole + 1 if known and counted < (worded(words[whole], figures) or 0.0) else i


def _links(token: Token, figures: Figures) -> bool:
    """Whether a word leads from a share to its whole: "of the", "van zijn", "der"."""
    return token.word in figures.partitive or (
        "determiners" in token.classes and not token.text[0].isdigit() and worded(token.word, figures) is None
    )


def _number_phrase(words: Sequence[str], i: int, figures: Figures) -> bool:
    """Whether a listed figure of several words opens here: "half a million"."""
    return bool(figures.fixed_phrases.at(words, i) or figures.floor_phrases.at(words, i))


def _clock(words: Sequence[str], i: int, figures: Figures) -> bool:
    """Whether a bare figure is a time of the clock: "at 8.25"; or the one that an entry of a ticker opens with."""
    return bool(_OCLOCK.fullmatch(words[i])) and (i == 0 or words[i - 1] in figures.clock_before)


def _reached(tokens: Sequence[Token], words: Sequence[str], i: int, end: int, figures: Figures) -> bool:
    """Whether a number in words is what a count has come to: it ends its clause behind "rose to", but for a participle."""
    last = end + (end < len(tokens) and _verbal(tokens[end], ("participle",)))
    ends = last >= len(tokens) or tokens[last].mark
    return i > 1 and ends and words[i - 1] in figures.reached and (worded(words[i], figures) or 0) >= _COUNT


def _whole(tokens: Sequence[Token], words: Sequence[str], at: int, value: float, figures: Figures) -> tuple[int, bool]:
    """The position behind the words that make the figure before `at` a part of a whole, and whether there are such words:
    of "three of the five suspects" and "drei der fünf Verdächtigen" three are counted. The whole may have no number."""
    if at >= len(words):
        return at, False
    if width := figures.part_of_number.at(words, at):
        number = _number(tokens, words, at + width, figures) if at + width < len(words) else None
        if number and tokens[at + width].timex < 0:
            return number[1], True
    if at + 1 < len(words) and words[at] in figures.partitive and words[at + 1] in figures.them:
        return at + 2, True
    width = figures.part_of.at(words, at) if value >= _COUNT else 0
    return (at + width, True) if width else (at, False)


def _acts(tokens: Sequence[Token], words: Sequence[str], i: int, end: int, figures: Figures) -> bool:
    """Whether a number in words stands alone as the subject: "five were hurt", "daarbij raakten vijf gewond"."""
    if (worded(words[i], figures) or 0.0) < _COUNT or end >= len(tokens) or tokens[end].mark:
        return False
    first = _bounds(words, i, 0.0, False, figures)[0]
    before = tokens[first - 1] if first else None
    if before is None or before.mark or before.classes & {"coordinators", "complementizers"}:
        ends = end + 1 < len(words) and words[end + 1] in figures.particles
        return bool(tokens[end].auxiliary) or (_verbal(tokens[end], _FINITE) and (ends or _ends(tokens, end + 1)))
    acted = bool(before.auxiliary) or _verbal(before, _FINITE)
    return acted and _verbal(tokens[end], ("participle",)) and _ends(tokens, end + 1)


def _verbal(token: Token, kinds: Sequence[str]) -> bool:
    return any(f.kind in kinds for f in token.forms)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun goes on at a position: "five died there", but "five wounded soldiers"."""
    if at >= len(tokens) or tokens[at].mark or tokens[at].timex >= 0 or tokens[at].auxiliary:
        return True
    return bool(tokens[at].classes & {"determiners", "subordinators"}) or not _STOPS.isdisjoint(tokens[at].classes)


def _number(tokens: Sequence[Token], words: Sequence[str], i: int, figures: Figures) -> tuple[float, int, bool] | None:
    """Value, the position behind it, and whether it is only a floor."""
    if width := figures.fixed_phrases.at(words, i):
        return figures.fixed[" ".join(words[i : i + width])], i + width, False
    if width := figures.floor_phrases.at(words, i):
        return figures.floors[" ".join(words[i : i + width])], i + width, True
    word = words[i]
    if i and words[i - 1] in figures.half_hours and figures.numbers.get(word, 0.0) in _HOURS:
        return None
    value = digits(word, figures) if _DIGITS.fullmatch(word) else worded(word, figures)
    if value is None:
        value = figures.multipliers.get(word) if i + 1 < len(words) and len(word) > 3 else None
        return (value, i + 1, False) if value is not None else None
    if _no_quantity(tokens, i, figures.units.keys() | figures.percent | figures.multipliers.keys()):
        return None
    end = i + 1
    while (
        end < len(words)
        and words[end] in figures.multipliers
        and (len(words[end]) > 1 or tokens[end].start == tokens[end - 1].end)
    ):
        value *= figures.multipliers[words[end]]
        end += 1
    joined = _joined(tokens, end, figures)
    return (
        value * next((figures.multipliers[p] for p in joined if p in figures.multipliers), 1),
        (end + 2 if joined else end),
        False,
    )


def _joined(tokens: Sequence[Token], at: int, figures: Figures) -> list[str]:
    """The parts of a word that a hyphen joins to the figure before it, where a multiplier or a unit is among them:
    "60-million-euro"."""
    if at + 1 >= len(tokens) or tokens[at].text != "-" or tokens[at].start != tokens[at - 1].end:
        return []
    parts = tokens[at + 1].word.split("-")
    return parts if parts[0] in figures.multipliers or parts[0] in figures.units else []


def _upper(
    tokens: Sequence[Token], words: Sequence[str], start: int, at: int, figures: Figures
) -> tuple[float, int] | None:
    """The upper end of a range ("300,000 to 400,000") and the position behind it."""
    between = start > 0 and words[start - 1] in figures.between_before and words[at : at + 1] == [figures.between_and]
    joined = at + 1 < len(words) and (between or words[at] in figures.between)
    if not joined or (tokens[at + 1].timex >= 0 and tokens[start].timex != tokens[at + 1].timex):
        return None
    if not tokens[at + 1].text[0].isdigit():
        return None
    found = _number(tokens, words, at + 1, figures)
    return (found[0], found[1]) if found else None


def _numbered(tokens: Sequence[Token], i: int) -> bool:
    """A bare figure behind a name numbers it: "iPhone 4", "Gate 12"."""
    return i > 1 and (tokens[i - 1].mention >= 0 or tokens[i - 1].capital)


def _scaled(low: float, high: float) -> float:
    """The multiplier that a range names only once ("200 to 300 million"); 0 where the two ends stand as they are."""
    return next(
        (m for m in (1e12, 1e9, 1e6, 1e3) if low < 1000 and high >= 1000 and low * m < high <= low * m * 100), 0
    )


def _no_quantity(tokens: Sequence[Token], i: int, units: Set[str]) -> bool:
    """Digits that touch letters or, by a mark, other figures are a code, a score or a clock: A320, COVID-19, 2-1, 09:17; so
    are those that open with a nought ("team 07"). Groups of them side by side are the number of a telephone."""
    if _telephone(tokens, i) or (_bare(tokens[i]) and tokens[i].text[0] == "0" and len(tokens[i].text) > 1):
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    touches_before = before is not None and before.end == tokens[i].start
    touches_after = after is not None and after.start == tokens[i].end
    if before is not None and touches_before and (before.text[-1].isalnum() or before.text in "-–:/#"):
        return True
    if after is not None and touches_after and after.text[0].isalpha() and after.word not in units:
        return True
    glued_after = after is not None and touches_after and after.text in "-–:/"
    return glued_after and i + 2 < len(tokens) and tokens[i + 2].text.isdigit()


def _telephone(tokens: Sequence[Token], i: int) -> bool:
    """Whether the figure at `i` is part of a telephone's number: groups that open with a nought, and enough digits."""
    first = last = i
    while first > max(0, i - _GROUPS) and _bare(tokens[first - 1]) and _bare(tokens[first]):
        first -= 1
    while last + 1 < min(len(tokens), i + _GROUPS) and _bare(tokens[last + 1]):
        last += 1
    opens = _bare(tokens[first]) and tokens[first].text[0] == "0"
    return opens and sum(len(t.text) for t in tokens[first : last + 1]) >= _DIALLED


def _bare(token: Token) -> bool:
    return token.text.isdigit()


def _quantity(
    article: str,
    text: str,
    tokens: Sequence[Token],
    words: Sequence[str],
    at: tuple[int, int],
    named: int,
    value: float,
    floor: bool,
    figures: Figures,
) -> Quantity:
    start, end = at
    sign = tokens[start - 1].text if start and tokens[start - 1].text in _SIGNS else ""
    first, low, high = _bounds(words, start - bool(sign), value, floor, figures)
    unit, after = _SIGNS.get(sign, ""), end
    if after < len(words) and words[after] in figures.percent:
        unit, after = "percent", after + 1
    elif joined := _joined(tokens, end - 2, figures) if end > start + 2 else []:
        unit, named = next((figures.units[p] for p in joined if p in figures.units), unit), -1
    elif after < len(words) and words[after] in figures.units:
        unit, after = figures.units[words[after]], after + 1
    many = not unit and after + 1 < len(words) and words[after] in figures.partitive
    noun = _counted(tokens, words, after + many, figures) if named == _UNASKED else named
    if unit and noun >= 0 and _unnamed(tokens, after, noun, figures):
        noun = -1
    last = noun if noun >= 0 else after - 1
    first = min(first, start - 1) if sign else first
    span = Span(article, tokens[first].start, tokens[last].end, text[tokens[first].start : tokens[last].end])
    return Quantity(span, None if floor else value, low, high, unit, words[noun] if noun >= 0 else "")


def _unnamed(tokens: Sequence[Token], after: int, noun: int, figures: Figures) -> bool:
    """Whether what stands behind a unit is no noun but the verb: "five kilos that it carried", "um 5 Kilo sinke"."""
    small = figures.nouns_capitalised and not tokens[noun].capital
    return small or (after == noun and _verbal(tokens[noun], ("past", "participle")) and _ends(tokens, noun + 1))


def _bounds(
    words: Sequence[str], start: int, value: float, floor: bool, figures: Figures
) -> tuple[int, float | None, float | None]:
    """Where the figure starts with the words before it, and its bounds. An estimate is taken as ten per cent either way."""
    for back in (4, 3, 2, 1):
        k = start - back
        if k < 0:
            continue
        for table, low, high in (
            (figures.atleast, value, None),
            (figures.atmost, None, value),
            (figures.below, value * 0.9, value),
            (figures.about, value * 0.9, value * 1.1),
        ):
            if table.at(words, k) == back:
                return k, low, high
    return (start, value, None) if floor else (start, value, value)


def _counted(tokens: Sequence[Token], words: Sequence[str], after: int, figures: Figures) -> int:
    """The noun that is counted: the last word of the run behind the figure, before a verb, a preposition or a mark; -1: none."""
    noun = -1
    for k in range(after, min(len(tokens), after + _reach(tokens, after))):
        t = tokens[k]
        if t.timex >= 0:
            break
        if _letter(tokens, k) or (t.text == "." and _letter(tokens, k - 1)):
            continue  # "30 U.S. Marines"
        article = ("articles" if k == after else "determiners") in t.classes
        stop = article or not _STOPS.isdisjoint(t.classes)
        if t.mark or stop or t.auxiliary:
            break
        verbal = words[k] in figures.particles or any(f.kind in _VERBAL for f in t.forms)
        if noun >= 0 and verbal and not _describes(words[noun], figures):
            break
        noun = k
    return noun


def _reach(tokens: Sequence[Token], after: int) -> int:
    """How far behind a figure its noun may stand: the letters of an abbreviation and their points do not count."""
    at = after
    while at + 1 < len(tokens) and _letter(tokens, at):
        at += 2
    return at - after + _NOUN_REACH


def _letter(tokens: Sequence[Token], k: int) -> bool:
    """Whether one letter of an abbreviation stands there: the "U" of "U.S."."""
    return len(tokens[k].text) == 1 and tokens[k].capital and k + 1 < len(tokens) and tokens[k + 1].text == "."


def _describes(word: str, figures: Figures) -> bool:
    """Whether a word behind a figure says which things are counted, and not what they are: "four other posts"."""
    return word in figures.attributes or word.endswith(figures.attribute_endings)
