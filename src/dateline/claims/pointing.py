"""A sentence that only says who said the one before: "Das teilte die Provinz mit.", "This was announced by the ministry."

Dutch and German papers name most of their sources so. The sentence states nothing of its own; what it points at is the
sentence before it, and the words of a quotation are whoever's the sentence in which it ends says they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import attribution, kinds, sources
from dateline.claims.clauses import Clause, Opener
from dateline.claims.quotations import PARAGRAPH
from dateline.claims.roles import arguments
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting, Voice
from dateline.model import SourceKind

_NOT_YET = frozenset(
    {"future", "conditional", "maybe", "possible", "able", "required", "ought", "planned", "due", "allowed", "hearsay"}
)
"""What auxiliaries say of a saying that has not been: "the ministry may confirm this"."""

TURNS_DOWN = "turn down"
"""What a verb does that denies what is said and refuses what is asked."""

_FILLERS = ("adverbs", "expletives", "subject_dummies", "coordinators")
_BACK = 3
"""Sentences of one paragraph that one which points back covers, as far as none of them names a source of its own."""

_LONGEST = 6
"""Sentences of one quotation that are looked through for who speaks."""


def voice(s: Setting, earlier: Sequence[Voice]) -> tuple[Voice, int] | None:
    """Who said what a sentence points back at, and the index of the clause that says so; None for any other sentence."""
    clause = s.clauses[0] if s.clauses else None
    if clause is None or clause.opener is not Opener.MAIN:
        return None
    source, cue, force = _named(s, clause)
    found = attribution.voice_of(s, clause, source, cue, force, earlier) if source else None
    return (found, clause.index) if found else None


def denial(s: Setting, earlier: Sequence[Voice]) -> Voice | None:
    """Who denies what the sentence before says, in a sentence that does nothing else: "The operator disputes that.". Its force
    is `TURNS_DOWN` where the verb can also refuse what was asked or planned ("rejected that")."""
    clause = next((c for c in s.clauses if c.index in s.groups), None)
    if clause is None or len(s.groups) > 1 or clause.opener is not Opener.MAIN:
        return None
    table, own = s.grammar.attribution, [k for k in range(len(s.tokens)) if not s.tokens[k].mark]
    verbs = s.groups[clause.index]
    pointer = next(
        (k for k in own if table["pointers"].at(s.words, k) or table["denied_pointers"].at(s.words, k)), None
    )
    if pointer is None or s.grammar.reporting.get(verbs.lemma) != "deny":
        return None
    source, cue, force = _told(s, clause, own, pointer, verbs, denying=True)
    force = TURNS_DOWN if verbs.lemma in s.grammar.turning_down else force
    return attribution.voice_of(s, clause, source, cue, force, earlier) if source else None


def behind(
    settings: Sequence[Setting | None], quoted: Sequence[tuple[bool, bool]], at: int, earlier: Sequence[Voice]
) -> Voice | None:
    """Who is named, behind a sentence, as the one whose word it is: by a sentence that points back at it, or where the
    quotation ends that is still open at its end. `quoted` as in `quotations.opened`, one a sentence like `settings`."""
    last = at
    while last + 1 < len(settings) and last - at < _LONGEST and quoted[last][1] and quoted[last + 1][0]:
        last += 1
    ending = settings[last]
    if last > at and ending is not None:
        spoken = attribution.find(ending, earlier).of
        first = next((spoken[c.index] for c in ending.clauses if c.index in spoken), ())
        if first:
            return first[-1]
    for number in range(last + 1, min(last + 1 + _BACK, len(settings))):
        following = settings[number]
        if following is None or _apart(settings[number - 1], following):
            return None
        found = voice(following, earlier)
        if found or any(
            v.attribution.source for said in attribution.find(following, earlier).of.values() for v in said
        ):
            return found[0] if found else None
    return None


def _apart(before: Setting | None, s: Setting) -> bool:
    """Whether another paragraph begins with a sentence; where the one before it has no words, too."""
    return before is None or bool(PARAGRAPH.search(s.text, before.tokens[-1].end, s.tokens[0].start))


def _named(s: Setting, clause: Clause) -> tuple[tuple[int, ...], str, str]:
    """The positions that name the source, the words of saying and their force; no positions in other sentences."""
    table, own = s.grammar.attribution, [k for k in clause.tokens if not s.tokens[k].mark]
    while own and s.grammar.function["coordinators"].at(s.words, own[0]):
        own = own[1:]
    width = table["so_said"].at(s.words, own[0]) if own else 0
    if width and clause.finite == own[0] + width and _says(s, clause):
        width += 1  # "Aldus oordeelde de rechtbank."
    if width and clause.finite < own[0] + width:
        source = _named_from(s, clause, own[0] + width)
        if not _speaks(s, clause, own[0] + width, source):
            return (), "", ""
        return source, " ".join(s.words[own[0] : own[0] + width]), "report"
    verbs = s.groups.get(clause.index)
    if verbs is None or any(c.opener is Opener.COMPLEMENT for c in s.clauses):
        return (), "", ""
    pointer = next((k for k in own if table["pointers"].at(s.words, k)), None)
    if pointer is None:
        return (), "", ""
    for name in ("shown_by", "before"):
        for start, end in table[name].find(s.words):
            if start in own and pointer < end and _idle(s, [k for k in own if k < start], pointer, verbs):
                source, cue = _named_from(s, clause, end), " ".join(s.words[start:end])
                return (source, cue, "report") if _phrase(s, source) else ((), "", "")
    return _told(s, clause, own, pointer, verbs)


def _says(s: Setting, clause: Clause) -> bool:
    """Whether the verb of a clause is one of saying, without an object of its own behind it ("So erklärte es ein Diplomat")."""
    verbs, following = s.groups.get(clause.index), clause.finite + 1
    dummy = following < len(s.tokens) and s.grammar.function["subject_dummies"].at(s.words, following)
    return verbs is not None and verbs.lemma in s.grammar.reporting and not dummy


def _speaks(s: Setting, clause: Clause, behind: int, source: Sequence[int]) -> bool:
    """Whether a source behind words of saying is one: a noun phrase, and the verb behind it, if there is one, of saying."""
    verbs = s.groups.get(clause.index)
    if not _phrase(s, source):
        return False
    if verbs is not None and verbs.head >= behind:
        return verbs.lemma in s.grammar.reporting
    named = any(s.tokens[k].mention >= 0 for k in source)
    return clause.finite >= 0 or named or kinds.kind(source, "", s) is not SourceKind.NAMED


def _phrase(s: Setting, source: Sequence[int]) -> bool:
    """Whether words begin as a noun phrase does: with an article, a pronoun or a name. "In contrast to" names nobody."""
    function = s.grammar.function
    first = source[0] if source else -1
    opens = any(function[n].at(s.words, first) for n in ("determiners", "pronouns")) if source else False
    return bool(source) and (opens or any(s.tokens[k].mention >= 0 for k in source))


def _named_from(s: Setting, clause: Clause, first: int) -> tuple[int, ...]:
    """The positions of a source that begins at `first`, without the verb behind it, its particle, or a preposition left over."""
    source = sources.source_from(s, clause, first)
    verbs = s.groups.get(clause.index)
    if verbs is not None and verbs.head > first:
        source = tuple(k for k in source if k < verbs.head)
    prepositions = s.grammar.function["prepositions"]
    joints = s.grammar.function["coordinators"]
    while source and (
        prepositions.at(s.words, source[-1]) or joints.at(s.words, source[-1]) or _of_verb(s, verbs, source[-1])
    ):
        source = source[:-1]
    return source


def _of_verb(s: Setting, verbs: VerbGroup | None, k: int) -> bool:
    """Whether a word belongs to a verb group: an auxiliary, or the particle of a separable verb."""
    part = (
        verbs is not None and verbs.lemma.startswith(s.words[k]) and not s.grammar.function["pronouns"].at(s.words, k)
    )
    return verbs is not None and (bool(s.tokens[k].auxiliary) or part)


def _told(
    s: Setting, clause: Clause, own: Sequence[int], pointer: int, verbs: VerbGroup, denying: bool = False
) -> tuple[tuple[int, ...], str, str]:
    """The same by a verb of saying, or if asked so of denying, whose object, or subject in the passive, is the word that
    points."""
    decided = "report" if verbs.lemma in s.grammar.deciding else "deny"
    force = s.grammar.reporting.get(verbs.lemma, decided)
    if verbs.jobs & _NOT_YET or s.tokens[-1].text == "?":
        return (), "", ""
    if (force == "deny") != denying or any(s.grammar.function["negators"].at(s.words, k) for k in own):
        return (), "", ""
    first = next((k for k in own if s.grammar.arguments["agent"].at(s.words, k)), own[-1]) + 1
    if not verbs.passive:
        first = next(iter(_speaker(s, clause, pointer, verbs)), own[-1] + 1)
    source = _named_from(s, clause, first)
    if not source or pointer in source:
        return (), "", ""
    before, behind = [k for k in own if k < source[0]], [k for k in own if k > source[-1]]
    said_first = pointer < source[0] and not _has_object(s, behind)
    alone = _idle(s, before, pointer, verbs) and (said_first or _idle(s, behind, pointer, verbs))
    return (source, s.tokens[verbs.head].text, force) if alone else ((), "", "")


def _speaker(s: Setting, clause: Clause, pointer: int, verbs: VerbGroup) -> tuple[int, ...]:
    """The subject; where the verb comes second, what stands behind it if the word that points was taken for the subject."""
    who, whom = arguments(clause, s.tokens, verbs, s.grammar)
    return whom if pointer in who and s.grammar.verb_final and verbs.lemma not in s.grammar.that_only else who


def _has_object(s: Setting, positions: Sequence[int]) -> bool:
    """Whether words before the first preposition name somebody or something: they are the object then."""
    function = s.grammar.function
    for k in positions:
        if function["prepositions"].at(s.words, k):
            return False
        named = s.tokens[k].mention >= 0 or any(function[n].at(s.words, k) for n in ("determiners", "pronouns"))
        if named and s.tokens[k].timex < 0:
            return True
    return False


def _idle(s: Setting, positions: Sequence[int], pointer: int, verbs: VerbGroup) -> bool:
    """Whether words say nothing of their own: the pointing word, verbs, fillers, times; and whatever a preposition opens."""
    function = s.grammar.function
    for k in positions:
        if k > pointer and (function["prepositions"].at(s.words, k) or s.grammar.attribution["told_to"].at(s.words, k)):
            return True
        empty = s.tokens[k].mark or any(function[n].at(s.words, k) for n in _FILLERS)
        verbal = k in (verbs.finite, verbs.head) or _of_verb(s, verbs, k)
        if not (k == pointer or s.tokens[k].timex >= 0 or empty or verbal):
            return False
    return True
