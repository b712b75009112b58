"""Sentences: sentencex (MIT, Wikimedia) splits, this repairs what news needs and its language's table says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import sentencex

from dateline.lang import Language
from dateline.model import Sentence
from dateline.text import notices
from dateline.text.layout import paragraphs
from dateline.text.parts import pieces

_PORTION = 10_000
"""sentencex takes time that grows with the square of a text's length where quotation marks stay open."""

_NEAR = 80
"""How many characters on either side decide whether a cut holds."""

_QUOTES = '"“”„‟«»‹›'
# Quotation marks are hidden from sentencex, which never splits between two of them. A single mark is an apostrophe
# between letters, and may be a quotation mark elsewhere. Half surrogate pairs cannot be passed on.
_HIDDEN = re.compile(rf"[{_QUOTES}`´]|(?<!\w)[‘’'‚]|[‘’'](?!\w)|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]")
_CLOSERS = frozenset(_QUOTES + "’')]")
_OPENERS = _QUOTES + "‘'([¿¡"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LAST = re.compile(r"([^\s\"“”„«»‘(\[]{1,40})$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.[-–]?)*[^\W\d_]\.$")
_NUMBER_ENDS = re.compile(r"(?<=\d)\.\s+(?=[^\W\d_a-zß-ÿ])")
_ORDINAL = re.compile(r"(?<![\d.,:])\d{1,2}\.$")
# A dot without a blank behind it ends a sentence only between a word and a capitalised one, and not in an address.
_GLUED = re.compile(r"[^\W\d_]{2}[.!?…]['\"”’»)\]]*$")
_ADDRESS = re.compile(r"\S*[^\W_]\.\w")
_SET_APART = re.compile(r"[ \t\xa0\u202f]+[»›”](?=\s|$)")
# sentencex never ends a sentence at a bracket: "(He left.) She stayed."
_BRACKETED = re.compile(r"[.!?…]\s*[)\]]\s+")
_ALWAYS_FINAL = "。！？｡।؟!?…"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The table of a language: words without their last dot, in small letters."""

    titles: frozenset[str]
    before_number: frozenset[str]
    before_name: frozenset[str]
    starters: frozenset[str]
    may_end: re.Pattern[str] | None
    ordinal_dot: bool
    articles: frozenset[str]


def split(text: str, language: Language) -> tuple[Sentence, ...]:
    """The text's sentences, headings, captions, credits and notices in order, without the blanks around them.

    They are disjoint, and every character that is no blank lies in one. No sentence crosses a paragraph's end.
    """
    blocks = paragraphs(text)
    found: list[list[Sentence]] = [[] for _ in blocks]
    for order, paragraph in enumerate(blocks):
        for piece in pieces(text, paragraph, order, len(blocks), language):
            stretches = [(piece.start, piece.end)] if piece.whole else _split(text, piece.start, piece.end, language)
            found[order] += (Sentence(start, end, piece.part, order) for start, end in _trimmed(text, stretches))
    return tuple(s for sentences in notices.marked(text, found, language) for s in sentences)


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        said = text[start:end]
        if body := said.strip():
            first = start + len(said) - len(said.lstrip())
            yield first, first + len(body)


def _split(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """The stretch cut into sentences, in portions that keep sentencex quick."""
    cuts: list[int] = [start]
    while start + _PORTION < end:
        stop = start + _portion(text[start : start + _PORTION])
        cuts += [start + c for c in _cuts(text[start:stop], language)]
        cuts.append(stop)
        start = stop
    cuts += [start + c for c in _cuts(text[start:end], language)]
    return list(pairwise([*cuts, end]))


def _portion(said: str) -> int:
    """Where to cut a stretch without paragraphs: behind the last full stop, or else the last blank, or at its end."""
    half = len(said) // 2
    ends = [m.end() for m in re.finditer(r"[.!?]\s+", said[half:])] or [
        m.end() for m in re.finditer(r"\s+", said[half:])
    ]
    return half + ends[-1] if ends else len(said)


def _cuts(said: str, language: Language) -> list[int]:
    """Where a new sentence begins or the blanks before it do, ascending, 0 left out."""
    masked = _HIDDEN.sub(" ", said)
    rules = _rules(language)
    raw = {b["start_index"] for b in sentencex.get_sentence_boundaries(language.code, masked)}
    raw |= {m.end() for m in _BRACKETED.finditer(masked)}
    if rules.ordinal_dot:
        raw |= {m.end() for m in _NUMBER_ENDS.finditer(masked)}
    if rules.may_end:
        raw |= {m.end() for m in rules.may_end.finditer(masked)}
    found = {place for cut in raw if 0 < cut < len(said) and 0 < (place := _place(said, masked, cut)) < len(said)}
    return [
        cut for cut in sorted(found) if not _goes_on(said[max(0, cut - _NEAR) : cut], said[cut : cut + _NEAR], rules)
    ]


def _place(said: str, masked: str, cut: int) -> int:
    """The cut moved to right behind the final punctuation and the quotation marks and brackets that close there."""
    while cut > 0 and masked[cut - 1].isspace():
        cut -= 1
    while cut < len(said) and said[cut] in _CLOSERS and not _opens(said, cut):
        cut += 1
    # A closing mark set apart by a blank, as French does: "« Oui. »".
    ahead = _SET_APART.match(said, cut)
    return ahead.end() if ahead else cut


def _opens(said: str, at: int) -> bool:
    """Whether the mark opens what follows: a word comes right behind it."""
    return said[at] not in ")]" and at + 1 < len(said) and said[at + 1].isalnum()


def _goes_on(before: str, after: str, rules: _Rules) -> bool:
    """Whether the sentence goes on at the cut, so that it is none."""
    glued = not after[:1].isspace()
    after = after.lstrip()
    bare = after.lstrip(_OPENERS)
    if not bare:
        return False
    end = before.rstrip()
    dot = end.rstrip("".join(_CLOSERS))
    if glued and dot[-1:] not in _ALWAYS_FINAL:
        return not (_GLUED.search(end[-12:]) and bare[0].isupper()) or bool(_ADDRESS.match(bare))
    if bare[0].islower() and not _clipped(after):
        return True
    return dot[-1:] == "." and _is_abbreviation(dot, after, bare, rules)


def _clipped(after: str) -> bool:
    """Whether the sentence begins with a clipped word, which stays small: "'s Avonds", "'t Is"."""
    return bool(re.match(r"['’‘][^\W\d_]{1,2}\s", after))


def _is_abbreviation(before: str, marked: str, after: str, rules: _Rules) -> bool:
    """Whether the dot that ends `before` belongs to a word that goes on with `after`, `marked` with its quotation mark."""
    m = _LAST.search(before)
    last = m[1] if m else ""
    word = last.removesuffix(".").casefold()
    following = _WORD.match(after)
    starts = bool(following) and following[0].casefold() in rules.starters  # type: ignore[index]
    if word in rules.titles:
        return True
    if after[0].isdigit():
        return word in rules.before_number
    if rules.ordinal_dot and _ORDINAL.search(last):
        # "Es waren 38. Die Polizei ...": no ordinal stands before an article.
        return not (following and following[0].casefold() in rules.articles and marked == after)
    if word in rules.before_name:
        return not starts and marked == after
    return bool(_INITIAL.fullmatch(last)) and last[0].isupper() and after[0].isupper() and not starts


@cache
def _rules(language: Language) -> _Rules:
    table = language.table("sentences")
    # Cuts that sentencex may have missed; those behind words of `before_name` are looked at again like all others.
    words = sorted([*table.get("no_abbreviations", ()), *table.get("before_name", ())], key=len, reverse=True)
    listed = "|".join(map(re.escape, words))
    pattern = rf"(?<![\w.])(?:{listed})\.[)\]]*\s+(?=[^\W\d_])" if words else ""
    return _Rules(
        titles=_words(table.get("titles", ())),
        before_number=_words(table.get("before_number", ())),
        before_name=_words(table.get("before_name", ())),
        starters=_words(table.get("starters", ())),
        may_end=re.compile(pattern, re.I) if words else None,
        ordinal_dot=bool(table.get("ordinal_dot", False)),
        articles=_words(table.get("never_behind_ordinals", ())),
    )


def _words(listed: list[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(".").casefold() for word in listed)
