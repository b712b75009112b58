"""Sentences as words and known names: what the rules for names look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.entities.form import Form
from dateline.entities.lexicon import Lexicon
from dateline.entities.tokens import Token, adjoining, tokens
from dateline.model import Part, Sentence

# Before a word, these mean that something starts anew: its capital proves nothing.
_OPENING = frozenset('"“”„«»:;•…!?.|')
_TITLE_CASE = 0.6
# A line that ends so is a sentence, however many names it holds.
_STOPS = (".", "!", "?", '."', ".”", ".’")


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `first` to `last` (exclusive) of a line: a known name, or one word with no `forms`."""

    first: int
    last: int
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its words, its units in order, and whether capitals tell nothing in it (title case)."""

    number: int
    text: str
    part: Part
    words: tuple[Token, ...]
    units: tuple[Unit, ...]
    headline: bool
    dotted: frozenset[str] = frozenset()

    def start(self, unit: Unit) -> int:
        """Where the unit starts in the article."""
        return self.words[unit.first].start

    def end(self, unit: Unit) -> int:
        """Where it ends; the full stop of "U.S." and of "Inc." belongs to it."""
        last = self.words[unit.last - 1]
        letters = len(last.text) == 1 and self.text[last.start - 1] == "."
        dotted = unit.last - unit.first > 1 and (letters or last.key in self.dotted)
        return last.end + (dotted and self.text[last.end : last.end + 1] == ".")

    def gap(self, index: int) -> str:
        """The text between word `index` and the one before it."""
        return self.text[self.words[index - 1].end : self.words[index].start] if index else ""

    def opens(self, index: int) -> bool:
        """Whether word `index` has its capital from its place: first of the sentence, or after a quote or colon."""
        return index == 0 or bool(_OPENING & set(self.gap(index)))

    def phrase(self, first: int, last: int) -> str:
        """The folded words `first` to `last`, with one blank between; "" outside the line."""
        return " ".join(w.key for w in self.words[first:last]) if 0 <= first <= last <= len(self.words) else ""


@dataclass(slots=True)
class Usage:
    """How an article writes its words: keys seen with a capital in mid-sentence, keys seen in small letters, and the last
    names of its persons (only where every noun has a capital)."""

    capital: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)


def line(number: int, text: str, sentence: Sentence, lexicon: Lexicon, tabled: bool = True) -> Line:
    """A sentence cut into words, known names found. Without tables of the language, capitals tell nothing in it."""
    words = tokens(text, sentence.start, sentence.end)
    whole = text[sentence.start : sentence.end]
    shouted = whole.isupper()
    units = tuple(_units(text, words, lexicon, shouted))
    headline = not tabled or (_headline(words, units) and not whole.endswith(_STOPS))
    return Line(number, text, sentence.part, words, units, headline, lexicon.rules.dotted)


def _headline(words: tuple[Token, ...], units: tuple[Unit, ...]) -> bool:
    """Title case: most of the longer words that are no known names start with a capital."""
    plain = (w for u in units if not u.forms for w in words[u.first : u.last])
    long = [w for w in plain if len(w.text) > 3 and w.text.isalpha()]
    return len(long) > 3 and sum(w.text[0].isupper() for w in long) >= _TITLE_CASE * len(long)


def _units(text: str, words: tuple[Token, ...], lexicon: Lexicon, shouted: bool) -> list[Unit]:
    units, i = [], 0
    while i < len(words):
        last, forms = _longest(text, words, i, lexicon, shouted)
        units.append(Unit(i, last, forms))
        i = last
    return units


def _longest(
    text: str, words: tuple[Token, ...], i: int, lexicon: Lexicon, shouted: bool
) -> tuple[int, tuple[Form, ...]]:
    """The longest known name that starts at word `i`: where it ends, and what it can be."""
    span = 1
    most = lexicon.longest.get(words[i].key, 0) or lexicon.longest.get(_stem(words[i].key, lexicon), 0)
    if not most:
        return i + 1, ()
    while span < most and i + span < len(words) and adjoining(text, words[i + span - 1], words[i + span]):
        span += 1
    # A word the language's table calls no name can still start a longer one.
    least = 1 if words[i].text in lexicon.rules.never else 0
    for size in range(span, least, -1):
        part = words[i : i + size]
        folded = " ".join([w.key for w in part])
        for name in dict.fromkeys((folded, _stem(folded, lexicon))):
            fitting = tuple(f for f in lexicon.forms.of(name) if f.fits(part) and not (shouted and "A" in f.shape))
            if fitting:
                return i + size, fitting
    return i + 1, ()


def _stem(folded: str, lexicon: Lexicon) -> str:
    """The key without a genitive ending; longer names only, "Mars" is no "Mar"."""
    for ending in lexicon.rules.genitive:
        if folded.endswith(ending) and len(folded) > 5:
            return folded.removesuffix(ending)
    return folded


def usage(lines: tuple[Line, ...]) -> Usage:
    """How the article's running sentences write each word."""
    found = Usage()
    for item in lines:
        for index, word in enumerate(item.words):
            if not word.capital and word.text[0].islower():
                found.small.add(word.key)
            elif not item.headline and not item.opens(index):
                found.capital.add(word.key)
    return found
