"""Words of one sentence with what the tables say of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon, VerbForm
from dateline.model import Sentence, Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-’'][^\W_]+)*(?:-(?=\s))?|\w+|--+|[^\w\s]")
_DASHES = frozenset(("-", "--", "---", "–", "—"))
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_DATELINE_WORDS = 12
_SHOUTED = 4
"""How many words in capitals on end are a heading and no names: "HOW MANY ARE ILL"."""
_MEANT = frozenset(("negators", "determiners"))
"""Closed classes whose words are written in capitals for emphasis ("was NOT closed") more often than they are names."""
_SUBJECTS = frozenset(("pronouns", "demonstratives"))
_BEFORE_NAMES = ("determiners", "prepositions", "coordinators")
_NO_NOUN = frozenset(("prepositions", "coordinators", "adverbs", "pronouns", "determiners", "negators"))
QUOTES = frozenset("\"“”„‟«»'‘’‚")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `word` is lower-case without a clitic, but as written where it is a name that looks like a word ("the
    WHO", "IT"); `timex` and `mention` are places in the article's lists, or -1;
    `classes` are the closed classes of which a word or phrase starts here; `mark` is true for punctuation."""

    start: int
    end: int
    text: str
    word: str
    forms: tuple[VerbForm, ...] = ()
    auxiliary: frozenset[str] = frozenset()
    timex: int = -1
    mention: int = -1
    classes: frozenset[str] = frozenset()
    mark: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A field and no property: every rule asks every word for it.
        object.__setattr__(self, "mark", not (self.text[0].isalnum() or self.auxiliary))

    @property
    def dash(self) -> bool:
        """True for a dash that stands between words."""
        return self.text in _DASHES

    @property
    def opens(self) -> bool:
        """True for an opening bracket."""
        return self.text in _OPEN

    @property
    def closes(self) -> bool:
        """True for a closing bracket."""
        return self.text in _CLOSE

    @property
    def capital(self) -> bool:
        """True where the word starts with a capital letter."""
        return self.text[0].isupper()


def tokenize(
    text: str,
    sentence: Sentence,
    time_at: Mapping[int, int],
    name_at: Mapping[int, int],
    grammar: Grammar,
    lexicon: Lexicon,
) -> tuple[Token, ...]:
    """The words and marks of a sentence, in order; offsets refer to the article's text.

    `time_at` and `name_at` give for a code point the place of the time expression or name that covers it (`owners`).
    """
    places = list(_pieces(text, sentence, grammar))
    words = [_bare(text[a:b].lower().rstrip("-") or text[a:b], grammar.clitics) for a, b in places]
    named = _names(places, words, text, grammar)
    words = [
        text[a:b] if k in named and word in grammar.starts else word
        for k, ((a, b), word) in enumerate(zip(places, words, strict=True))
    ]
    tokens = []
    for k, ((start, end), word) in enumerate(zip(places, words, strict=True)):
        written = text[start:end]
        tokens.append(
            Token(
                start,
                end,
                written,
                word,
                () if k in named or word in grammar.closed else _forms(word, written, grammar, lexicon),
                frozenset() if k in named else grammar.auxiliaries(word),
                time_at.get(start, -1),
                name_at.get(start, -1),
                grammar.classes(words, k),
            )
        )
    no_times = {k for k in range(len(tokens)) if _stands_for(k, tokens, grammar)}
    no_times |= {n for k in range(1, len(tokens) - 1) if _relative_and_verb(k, tokens, grammar) for n in (k, k + 1)}
    tokens = [replace(t, timex=-1) if k in no_times else t for k, t in enumerate(tokens)]
    stressed = {k for k in range(len(tokens)) if _stressed(k, tokens, words, grammar)}
    return tuple(replace(t, mention=-1) if k in stressed else t for k, t in enumerate(tokens))


def _relative_and_verb(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """ "buildings that fall down": a relative behind a plural, and a form that only a plural takes, are no season."""
    t, verb, before = tokens[k], tokens[k + 1], tokens[k - 1]
    one = t.timex >= 0 and t.timex == verb.timex != before.timex and "relatives" in t.classes
    base = any(f.kind == "present" and f.lemma == verb.word for f in verb.forms)
    return one and base and bool(grammar.plural_endings) and before.word.endswith(grammar.plural_endings)


def _names(places: Sequence[tuple[int, int]], words: Sequence[str], text: str, grammar: Grammar) -> frozenset[int]:
    """Positions of words in capitals in a sentence that has more others: abbreviations, and no pronouns or verbs ("told the
    WHO that", "IT and transport"). An auxiliary is one only where a name can stand, as else it is stressed ("It IS closed")."""
    capitals = [b - a > 1 and text[a:b].isupper() for a, b in places]
    if 2 * sum(capitals) > sum(text[a].isalpha() for a, _ in places):
        return frozenset()  # "SCHOOLS ARE CLOSED"
    named = set()
    for k, word in enumerate(words):
        if not capitals[k] or not _MEANT.isdisjoint(grammar.classes(words, k)):
            continue
        first = next((n for n in range(k, 0, -1) if not capitals[n - 1]), 0)
        last = next((n for n in range(k, len(words)) if not capitals[n]), len(words))
        if last - first < _SHOUTED and (_name_place(words, k, grammar) or not grammar.auxiliaries(word)):
            named.add(k)
    return frozenset(named)


def _name_place(words: Sequence[str], k: int, grammar: Grammar) -> bool:
    """Whether a name can stand at a position: first, or behind a mark or what leads to a noun, and behind no pronoun."""
    if k == 0 or not words[k - 1].isalnum():
        return True
    before = grammar.classes(words, k - 1)
    return any(name in before for name in _BEFORE_NAMES) and not _pronoun(words, k - 1, grammar)


def _pronoun(words: Sequence[str], k: int, grammar: Grammar) -> bool:
    """Whether a word is a pronoun that a verb follows ("Das WAR ein Fehler"); one that also opens clauses ("said that IS had
    lost") only where none can be joined on."""
    classes = grammar.classes(words, k)
    joins = bool(classes & {"complementizers", "relatives"})
    opens = k == 0 or not (words[k - 1].isalnum() or words[k - 1] == ",")
    return not _SUBJECTS.isdisjoint(classes) and (opens or not joins)


def _stressed(k: int, tokens: Sequence[Token], words: Sequence[str], grammar: Grammar) -> bool:
    """Whether an auxiliary in capitals that could be a name is none: behind a pronoun, or before a form that it takes on ("the
    road IS closed")."""
    if not (tokens[k].auxiliary and tokens[k].mention >= 0 and tokens[k].text.isupper()) or _name_place(
        words, k, grammar
    ):
        return False
    taken = tokens[k + 1].forms if k + 1 < len(tokens) else ()
    return _pronoun(words, k - 1, grammar) or any(f.kind in ("participle", "gerund") for f in taken)


def _stands_for(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the first word of a time is a relative that stands for the noun before it: "een trein dat vrijdag zou rijden".
    Where verbs come last; elsewhere "that Friday" is as good a guess."""
    t = tokens[k]
    opens = 0 < k < len(tokens) - 1 and t.timex == tokens[k + 1].timex != tokens[k - 1].timex
    if t.timex < 0 or not opens or not grammar.verb_final or "relatives" not in t.classes:
        return False
    before = tokens[k - 1]
    return not (before.mark or before.auxiliary or before.forms or not _NO_NOUN.isdisjoint(before.classes))


def _pieces(text: str, sentence: Sentence, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Start and end of each word and mark; a contracted verb ("she's", "they've") is a word of its own."""
    for found in _WORD.finditer(text, sentence.start, sentence.end):
        word = found[0].lower()
        if not word.endswith(grammar.contractions):
            yield found.span()
            continue
        cut = next((len(word) - len(c) for c in grammar.contractions if word.endswith(c) and len(word) > len(c)), 0)
        plain = word[cut:] in grammar.contractions[:2] and word[:cut] not in grammar.contraction_bases
        if cut and not plain:
            yield found.start(), found.start() + cut
            yield found.start() + cut, found.end()
        else:
            yield found.start(), found.end()


def _forms(word: str, written: str, grammar: Grammar, lexicon: Lexicon) -> tuple[VerbForm, ...]:
    """What the word can be as a verb: as listed, as a participle with a separable prefix, else as its ending suggests."""
    listed = lexicon.readings(word)
    if listed:
        return listed
    if written[0].isupper() or word in grammar.no_guess:
        return ()
    for guess in grammar.guesses:
        if len(word) >= guess.least and word.startswith(guess.prefix) and word.endswith(guess.suffix):
            return tuple(VerbForm(word, kind) for kind in guess.kinds)
    return ()


def owners(spans: Sequence[Span]) -> dict[int, int]:
    """Code point -> place in the sequence of the first span that covers it."""
    owner: dict[int, int] = {}
    for place, span in enumerate(spans):
        for offset in range(span.start, span.end):
            owner.setdefault(offset, place)
    return owner


def _bare(word: str, clitics: tuple[str, ...]) -> str:
    for clitic in clitics if word.endswith(clitics) else ():
        if word.endswith(clitic) and len(word) > len(clitic) + 1:
            return word[: -len(clitic)]
    return word


def dateline(tokens: Sequence[Token]) -> int:
    """How many words at the start are the dateline of a report ("PEKING - ", "SEOUL (Some Press) -- "); 0 where none."""
    for k, token in enumerate(tokens[:_DATELINE_WORDS]):
        if token.dash:
            if k + 1 < len(tokens) and tokens[k + 1].start == token.end:
                return 0  # "A 72-hour ban"
            named = any(t.mention >= 0 or t.timex >= 0 or t.text.isupper() for t in tokens[:k])
            return k + 1 if named else 0
        if not (token.mark or token.mention >= 0 or token.timex >= 0 or token.capital):
            return 0
    return 0


def paired_dashes(tokens: Sequence[Token]) -> dict[int, int]:
    """Position -> 1 where a dash opens a parenthesis, -1 where it closes one."""
    found = [i for i, t in enumerate(tokens) if t.dash and 0 < i < len(tokens) - 1]
    pairs: dict[int, int] = {}
    for left, right in zip(found[::2], found[1::2], strict=False):
        pairs[left], pairs[right] = 1, -1
    return pairs
