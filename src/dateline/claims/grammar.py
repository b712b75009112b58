"""A language's closed word classes and phrases, compiled once from lang/<code>/{clauses,attribution,quantities}.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.claims.lexicon import VerbKind
from dateline.errors import BadLanguageData
from dateline.lang import Language, Table

Phrase = tuple[str, ...]

# Words of these classes are never verbs, whatever the lexicon knows of a verb that looks alike.
_CLOSED = ("determiners", "prepositions", "pronouns", "coordinators", "subordinators", "complementizers", "negators")

_NEEDED = {
    "clauses": ("auxiliary", "function", "arguments", "status"),
    "attribution": ("verbs", "phrases", "pronouns", "kinds"),
    "quantities": ("numbers", "multipliers", "floors", "about"),
}
_SAYING = ("report", "weaken", "deny", "turning_down", "excluding")
_FORCES = {"excluding": "deny", "turning_down": "deny"}
# Every language says which words these are, if only that there are none.
_FUNCTION = (
    "adverbs",
    "after_clause",
    "alternatives",
    "articles",
    "attached",
    "attributive_endings",
    "before_clause",
    "before_times",
    "circumstance",
    "compared",
    "complementizers",
    "conditional",
    "contrast",
    "corrections",
    "coordinators",
    "counts",
    "definite",
    "demonstratives",
    "determiners",
    "distances",
    "expletives",
    "factive",
    "first_questions",
    "gerund_openers",
    "infinitive_markers",
    "instead",
    "meanwhile",
    "negators",
    "negators_anywhere",
    "not_negators",
    "not_openers",
    "open_questions",
    "prepositions",
    "pronouns",
    "purpose",
    "question_words",
    "relatives",
    "subject_dummies",
    "subordinators",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases of one class, found in a run of lower-case words, longest first."""

    by_first: Mapping[str, tuple[Phrase, ...]]

    def at(self, words: Sequence[str], index: int) -> int:
        """How many words the longest phrase that starts at `index` takes; 0 where none does."""
        for phrase in self.by_first.get(words[index], ()):
            width = len(phrase)
            if width == 1 or tuple(words[index : index + width]) == phrase:
                return width
        return 0

    def find(self, words: Sequence[str]) -> Sequence[tuple[int, int]]:
        """Half-open index ranges of all matches, from the left, not overlapping."""
        known = self.by_first
        if known.keys().isdisjoint(words):
            return ()  # as for most classes and most words
        found, end = [], 0
        for index, word in enumerate(words):
            if word in known and index >= end and (width := self.at(words, index)):
                end = index + width
                found.append((index, end))
        return found

    def __contains__(self, word: str) -> bool:
        if own := self.by_first.get(word):
            return len(own[-1]) == 1  # the shortest stands last
        phrase = tuple(word.split()) if " " in word else ()
        return bool(phrase) and phrase in self.by_first.get(phrase[0], ())


def phrases(surfaces: Sequence[str]) -> Phrases:
    """Compile surfaces (words separated by blanks) for matching."""
    table: dict[str, list[Phrase]] = {}
    for surface in surfaces:
        phrase = tuple(surface.lower().split())
        table.setdefault(phrase[0], []).append(phrase)
    return Phrases({k: tuple(sorted(v, key=lambda p: (-len(p), p))) for k, v in table.items()})


Starts = Mapping[str, tuple[frozenset[str], tuple[tuple[str, Phrase], ...]]]
"""By word the classes it is of by itself, and (class, phrase) of each longer phrase that it begins."""

_STARTS_NOTHING: tuple[frozenset[str], tuple[tuple[str, Phrase], ...]] = (frozenset(), ())


def starts(classes: Mapping[str, Phrases]) -> Starts:
    """All classes turned round, so that one look-up tells which of them a word can begin."""
    alone: dict[str, set[str]] = {}
    longer: dict[str, list[tuple[str, Phrase]]] = {}
    for name, table in classes.items():
        for first, known in table.by_first.items():
            alone.setdefault(first, set()).update(name for phrase in known if len(phrase) == 1)
            longer.setdefault(first, []).extend((name, phrase) for phrase in known if len(phrase) > 1)
    return {first: (frozenset(names), tuple(longer[first])) for first, names in alone.items()}


@dataclass(frozen=True, slots=True)
class Guess:
    """What the ending of a word that is in no table suggests it is."""

    prefix: str
    suffix: str
    least: int
    kinds: tuple[VerbKind, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything the claim stage knows of a language but its lexicon of verbs and topics."""

    verb_final: bool
    governor_last: bool
    clause_comma: bool
    be_perfect: bool
    nouns_capitalised: bool
    plural_endings: tuple[str, ...]
    plural_words: frozenset[str]
    clitics: tuple[str, ...]
    contractions: tuple[str, ...]
    contraction_bases: frozenset[str]
    auxiliary: Mapping[str, frozenset[str]]
    function: Mapping[str, Phrases]
    starts: Starts
    arguments: Mapping[str, Phrases]
    status: Mapping[str, Phrases]
    reporting: Mapping[str, str]
    hearers: frozenset[str]
    deciding: frozenset[str]
    excluding: frozenset[str]
    excluding_things: frozenset[str]
    turning_down: frozenset[str]
    that_only: frozenset[str]
    showing: frozenset[str]
    directing: Mapping[str, frozenset[str]]
    guesses: tuple[Guess, ...]
    no_guess: frozenset[str]
    whether: frozenset[str]
    attribution: Mapping[str, Phrases]
    as_said: frozenset[str]
    reported: frozenset[str]
    kinds: Mapping[str, Phrases]
    frames: frozenset[str]
    closed: frozenset[str]
    lemmas: Mapping[str, str]

    def auxiliaries(self, word: str) -> frozenset[str]:
        """The jobs this form can have as an auxiliary; empty for other words."""
        return self.auxiliary.get(word, frozenset())

    def classes(self, words: Sequence[str], index: int) -> frozenset[str]:
        """The closed classes (those of `function`) of which a word or phrase starts at `index`."""
        alone, longer = self.starts.get(words[index], _STARTS_NOTHING)
        found = [name for name, phrase in longer if tuple(words[index : index + len(phrase)]) == phrase]
        return alone.union(found) if found else alone


def has_grammar(language: Language) -> bool:
    """Whether this language has the tables that claims are read with; time expressions and names need others."""
    return all(name in language.tables for name in (*_NEEDED, "verbs"))


@cache
def compiled(language: Language) -> Grammar:
    """The grammar of a language. Raises `BadLanguageData` naming the file and the table that is missing."""
    for name, keys in _NEEDED.items():
        for key in keys:
            if key not in language.table(name):
                raise BadLanguageData(
                    f"lang/{language.code}/{name}.toml: no table [{key}]; copy its shape from another"
                )
    clauses, attribution = language.table("clauses"), language.table("attribution")
    if missing := [name for name in _FUNCTION if name not in clauses["function"]]:
        raise BadLanguageData(
            f"lang/{language.code}/clauses.toml: [function] has no {', '.join(missing)}; where the language has no such"
            " words, write an empty list"
        )
    auxiliary: dict[str, set[str]] = {}
    for job, forms in clauses["auxiliary"].items():
        for form in forms:
            auxiliary.setdefault(form, set()).add(job)
    verbs = attribution["verbs"]
    function = _classes(language, "clauses", clauses["function"])
    return Grammar(
        verb_final=bool(clauses.get("verb_final", False)),
        governor_last=bool(clauses.get("governor_last", False)),
        clause_comma=bool(clauses.get("clause_comma", False)),
        be_perfect=clauses.get("be_participle") == "perfect",
        nouns_capitalised=bool(language.tables.get("names", {}).get("nouns_capitalised", False)),
        plural_endings=tuple(clauses.get("plural_endings", ())),
        plural_words=frozenset(clauses.get("plural_words", ())),
        clitics=tuple(sorted(clauses.get("clitics", ()), key=len, reverse=True)),
        contractions=tuple(clauses.get("contractions", ())),
        contraction_bases=frozenset(clauses.get("contraction_bases", ())),
        auxiliary={form: frozenset(jobs) for form, jobs in auxiliary.items()},
        function=function,
        starts=starts(function),
        arguments=_classes(language, "clauses", clauses["arguments"]),
        status=_classes(language, "clauses", clauses["status"]),
        reporting={lemma: _FORCES.get(job, job) for job in _SAYING for lemma in verbs.get(job, ())},
        excluding=frozenset(verbs.get("excluding", ())),
        excluding_things=frozenset(verbs.get("excluding_things", ())),
        turning_down=frozenset(verbs.get("turning_down", ())),
        hearers=frozenset(verbs.get("hearers", ())),
        deciding=frozenset(verbs.get("deciding", ())),
        whether=frozenset(clauses["function"].get("whether", ())),
        guesses=tuple(_guess(entry, language.code) for entry in clauses.get("guess", ())),
        no_guess=frozenset(clauses.get("no_guess", ())),
        that_only=frozenset(verbs.get("that_only", ())),
        showing=frozenset(verbs.get("showing", ())),
        directing={
            way: frozenset(verbs.get(f"directing_{way}", ()))
            for way in ("infinitive", "object", "against", "acts", "calls", "moves")
        },
        attribution=_classes(language, "attribution", {**attribution["phrases"], **attribution["pronouns"]}),
        as_said=frozenset(attribution["phrases"].get("as", ())),
        reported=_reported(language),
        kinds=_classes(language, "attribution", attribution["kinds"]),
        frames=frozenset(clauses["status"].get("frames", ())),
        closed=frozenset(w for name in _CLOSED for w in clauses["function"].get(name, ()) if " " not in w),
        lemmas=dict(clauses.get("lemmas", {})),
    )


def _reported(language: Language) -> frozenset[str]:
    """Verb forms that by themselves tell what somebody else says: those of the auxiliaries and, where the language's verbs
    say so, the first present form of every verb."""
    forms = set(language.table("clauses")["auxiliary"].get("reported", ()))
    if language.table("clauses").get("first_form_reports", False):
        forms |= {entry.split()[0] for entry in language.table("verbs").get("verb", {}).values()}
    return frozenset(forms)


def _guess(entry: Table, code: str) -> Guess:
    try:
        kinds: tuple[VerbKind, ...] = tuple(entry["kinds"])
        return Guess(entry.get("prefix", ""), entry["suffix"], entry["least"], kinds)
    except KeyError as error:
        expected = "prefix, suffix, least and kinds"
        raise BadLanguageData(
            f"lang/{code}/clauses.toml: [[guess]] {dict(entry)}: no {error}; expected {expected}"
        ) from error


def _classes(language: Language, file: str, table: Table) -> dict[str, Phrases]:
    for name, words in table.items():
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise BadLanguageData(
                f"lang/{language.code}/{file}.toml: {name} should be a list of words, found {words!r}"
            )
    return {name: phrases(words) for name, words in table.items()}
