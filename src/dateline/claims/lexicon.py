"""The verbs and phases of a language, compiled once from lang/<code>/{verbs,phases}.toml; topics: `claims.topics`.

No morphology is computed here but one join: a separable verb is written together with its prefix ("toeneemt",
"toegenomen", German "zuzunehmen"), so a prefix is put before each listed form of its base.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, get_args

from dateline.claims.senses import Sense, compile_senses
from dateline.claims.topics import Topic, Topics, VerbTopics, compile_topics
from dateline.errors import BadLanguageData
from dateline.lang import Language, Table

VerbKind = Literal["present", "past", "participle", "gerund", "infinitive"]

_KINDS: tuple[VerbKind, ...] = get_args(VerbKind)
_SHAPE = '"present forms | past forms | past participles | present participles [| further infinitives]"'
_MIN_ENDING = 6  # letters of an event noun at the end of a compound: shorter ones end too many other words


class VerbForm(NamedTuple):
    """One reading of a word as a verb. `prefix` is the separable prefix written with it, "" where there is none.

    `kind` is "gerund" for every present participle. An infinitive that is also a present form has both readings.
    """

    lemma: str
    kind: VerbKind
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language says with verbs and event nouns. All words are lower-case.

    `verb_forms`: form -> its readings. `separable`: (prefix or particle, lemma of the base) -> lemma of the whole, for
    the two apart ("neemt ... toe", "called ... off"). `noise`: form -> the word class it far oftener has; such a form
    is a verb only where the context says so. `phase_of_noun` knows listed forms; `noun_phase` knows compounds as well.
    `clinging`: prepositions that belong to the verb right before them, where the two are listed ("called off a strike").
    `senses`: lemma -> the changes it tells of beside certain words, which `verb_phase` knows as well.
    `plain`: words that only look like such compounds. `concepts_of_verb`: lemma -> topics it brings by itself.
    """

    verb_forms: Mapping[str, tuple[VerbForm, ...]]
    separable: Mapping[tuple[str, str], str]
    prefixes: frozenset[str]
    clinging: frozenset[str]
    lemmas: frozenset[str]
    noise: Mapping[str, str]
    phases: tuple[str, ...]
    phase_of_verb: Mapping[str, str]
    phase_of_noun: Mapping[str, str]
    senses: Mapping[str, tuple[Sense, ...]]
    plain: frozenset[str]
    compounds: bool
    topics: Topics
    concepts_of_verb: Mapping[str, tuple[str, ...]]

    def readings(self, word: str) -> tuple[VerbForm, ...]:
        """What the tables say a word is as a verb: a listed form, or a participle with a separable prefix."""
        if word in self.verb_forms:
            return self.verb_forms[word]
        for cut in range(2, len(word) - 4):
            if word[:cut] in self.prefixes:
                base = [f for f in self.verb_forms.get(word[cut:], ()) if f.kind == "participle"]
                if base:
                    return tuple(VerbForm(word[:cut] + f.lemma, f.kind, word[:cut]) for f in base)
        return ()

    def verb_phase(
        self, lemma: str, words: Collection[str] = (), passive: bool = False, hanging: Collection[str] = ()
    ) -> str:
        """The phase of a verb in a clause of these lower-case words, "" for none: to hold on to a plan is no arrest.
        `hanging` are those of the words that only hang on another noun."""
        sense = self._sense(lemma, words, passive, hanging)
        return self.phase_of_verb.get(lemma, "") if sense is None else sense.phase

    def means_otherwise(self, lemma: str, words: Collection[str], passive: bool, hanging: Collection[str] = ()) -> bool:
        """Whether these words beside a verb give it another sense than the one by which it has its phase and topics."""
        sense = self._sense(lemma, words, passive, hanging)
        return sense is not None and sense.phase != self.phase_of_verb.get(lemma, "")

    def _sense(self, lemma: str, words: Collection[str], passive: bool, hanging: Collection[str]) -> Sense | None:
        least = _MIN_ENDING if self.compounds else 0
        own = frozenset(words) - frozenset(hanging)
        senses = self.senses.get(lemma, ())
        return next((s for s in senses if s.fits(own if s.governed else words, passive, least)), None)

    def noun_phase(self, word: str) -> str:
        """The phase an event noun stands for, "" for none; a compound has the phase of its longest known ending.

        What stands behind the last hyphen is a word of its own in every language ("border-opening").
        """
        word = word.rpartition("-")[2] or word
        if not self.compounds:
            return self.phase_of_noun.get(word, "")
        endings = (word[cut:] for cut in (0, *range(2, len(word) - _MIN_ENDING + 1)))
        known = next((ending for ending in endings if ending in self.phase_of_noun or ending in self.plain), "")
        return self.phase_of_noun.get(known, "")

    def concepts_of(self, words: Sequence[str]) -> tuple[Topic, ...]:
        """The topics of lower-case words with half-open token ranges, in order of position; longest match first."""
        return self.topics.find(words)


@cache
def compiled(language: Language) -> Lexicon:
    """The lexicon of a language; empty where it has no tables. Raises `BadLanguageData` naming file and entry."""
    where = f"lang/{language.code}"
    verbs, phases = language.table("verbs"), language.table("phases")
    forms, base_forms = _forms(verbs.get("verb", {}), f"{where}/verbs.toml")
    _join(verbs, base_forms, forms, f"{where}/verbs.toml")
    separable = _separable(verbs, base_forms, f"{where}/verbs.toml")
    lemmas = frozenset(base_forms) | frozenset(separable.values())
    noise = _noise(verbs.get("noise", {}), forms, f"{where}/verbs.toml")
    of_verb, of_noun = _phases(phases.get("phase", {}), lemmas, f"{where}/phases.toml")
    senses = compile_senses(phases.get("beside", ()), lemmas, phases.get("phase", {}), f"{where}/phases.toml")
    concepts = language.table("concepts")
    of_lemma = _concepts_of_verb(concepts.get("verbs", {}), lemmas, f"{where}/concepts.toml")
    brought = _verb_topics(of_lemma, forms, separable, base_forms, noise)
    topics = compile_topics(concepts, brought, f"{where}/concepts.toml", of_noun)
    return Lexicon(
        verb_forms=forms,
        separable=separable,
        prefixes=frozenset(pair[0] for pair in verbs.get("separable", {}).values()),
        clinging=frozenset(verbs.get("clinging", {}).get("particles", ())),
        lemmas=lemmas,
        noise=noise,
        phases=tuple(sorted(phases.get("phase", {}))),
        phase_of_verb=of_verb,
        phase_of_noun=of_noun,
        senses=senses,
        plain=frozenset(phases.get("plain", ())),
        compounds=phases.get("compounds", False),
        topics=topics,
        concepts_of_verb=of_lemma,
    )


_Forms = dict[str, tuple[VerbForm, ...]]
_BaseForms = dict[str, list[tuple[str, VerbKind]]]


def _forms(table: Table, where: str) -> tuple[_Forms, _BaseForms]:
    """Form -> readings, and lemma -> its (form, kind) pairs."""
    forms: _Forms = {}
    base_forms: _BaseForms = {}
    for lemma, entry in table.items():
        columns = entry.split("|") if isinstance(entry, str) else []
        if len(columns) not in (4, 5) or not all(column.strip() for column in columns):
            raise BadLanguageData(f"{where}: [verb] {lemma} should be {_SHAPE}, found {entry!r}")
        columns = [*columns[:4], f"{lemma} {columns[4] if len(columns) == 5 else ''}"]
        pairs = [(form, kind) for kind, column in zip(_KINDS, columns, strict=True) for form in column.split()]
        base_forms[lemma] = pairs
        for form, kind in pairs:
            forms[form] = (*forms.get(form, ()), VerbForm(lemma, kind))
    return forms, base_forms


def _join(verbs: Table, base_forms: _BaseForms, forms: _Forms, where: str) -> None:
    """Add to `forms` those that are written together with a separable prefix."""
    infix = verbs.get("joining", {}).get("infix", "")
    for lemma, (prefix, base) in _pairs(verbs.get("separable", {}), base_forms.keys(), where).items():
        for form, kind in base_forms[base]:
            joined = prefix + form
            forms[joined] = (*forms.get(joined, ()), VerbForm(lemma, kind, prefix))
        if infix:
            joined = prefix + infix + base
            forms[joined] = (*forms.get(joined, ()), VerbForm(lemma, "infinitive", prefix))


def _separable(verbs: Table, base_forms: _BaseForms, where: str) -> dict[tuple[str, str], str]:
    """(prefix or particle, base lemma) -> lemma. The base of a particle can have a prefix itself: "wieder aufgenommen"."""
    together = _pairs(verbs.get("separable", {}), base_forms.keys(), where)
    apart = _pairs(verbs.get("particle", {}), base_forms.keys() | together.keys(), where)
    return {pair: lemma for lemma, pair in (*together.items(), *apart.items())}


def _pairs(table: Table, bases: Set[str], where: str) -> dict[str, tuple[str, str]]:
    for lemma, pair in table.items():
        if not isinstance(pair, list) or len(pair) != 2 or pair[1] not in bases:
            raise BadLanguageData(f"{where}: {lemma} should be [prefix, base] with the base in [verb], found {pair!r}")
    return {lemma: (pair[0], pair[1]) for lemma, pair in table.items()}


def _noise(table: Table, forms: _Forms, where: str) -> dict[str, str]:
    noise = {}
    for word_class, words in table.items():
        for word in _words(words, where, f"[noise] {word_class}"):
            if word not in forms:
                raise BadLanguageData(f"{where}: [noise] {word_class}: {word!r} should be a form of a verb above")
            noise[word] = word_class
    return noise


def _phases(table: Table, lemmas: frozenset[str], where: str) -> tuple[dict[str, str], dict[str, str]]:
    """Phase of each verb lemma and of each event noun; a word has one phase."""
    of_verb: dict[str, str] = {}
    of_noun: dict[str, str] = {}
    for phase, entry in table.items():
        if not isinstance(entry, dict) or set(entry) != {"verbs", "nouns"}:
            raise BadLanguageData(
                f"{where}: [phase] {phase} should be {{verbs = [...], nouns = [...]}}, found {entry!r}"
            )
        for part, found in (("verbs", of_verb), ("nouns", of_noun)):
            for word in _words(entry[part], where, f"{phase}.{part}"):
                if word in found:
                    raise BadLanguageData(f"{where}: {word!r} is in {found[word]} and in {phase}; a word has one phase")
                found[word] = phase
        if unknown := [verb for verb in entry["verbs"] if verb not in lemmas]:
            raise BadLanguageData(f"{where}: {phase}.verbs: {unknown} should be lemmas of verbs.toml")
    return of_verb, of_noun


def _concepts_of_verb(table: Table, lemmas: frozenset[str], where: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept, words in table.items():
        for lemma in _words(words, where, f"[verbs] {concept}"):
            if lemma not in lemmas:
                raise BadLanguageData(f"{where}: [verbs] {concept}: {lemma!r} should be a lemma of verbs.toml")
            found[lemma] = (*found.get(lemma, ()), concept)
    return found


def _verb_topics(
    of_lemma: Mapping[str, tuple[str, ...]],
    forms: _Forms,
    separable: Mapping[tuple[str, str], str],
    base_forms: _BaseForms,
    noise: Mapping[str, str],
) -> VerbTopics:
    """Topics that single forms and adjacent "verb particle" pairs bring.

    A form that is noise, or that verbs of different topics share, brings none.
    """
    surfaces: dict[str, tuple[str, ...]] = {}
    for form, readings in forms.items():
        concepts = of_lemma.get(readings[0].lemma)
        if concepts and form not in noise and all(of_lemma.get(reading.lemma) == concepts for reading in readings):
            surfaces[form] = concepts
    for (particle, base), lemma in separable.items():
        if lemma in of_lemma:
            surfaces.update({f"{form} {particle}": of_lemma[lemma] for form, _ in base_forms.get(base, ())})
    return VerbTopics(surfaces, frozenset(forms))


def _words(words: object, where: str, entry: str) -> Iterable[str]:
    if not isinstance(words, list) or not all(isinstance(w, str) and w and w == w.lower() for w in words):
        raise BadLanguageData(f"{where}: {entry} should be a list of lower-case words, found {words!r}")
    return words
