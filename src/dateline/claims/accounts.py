"""Sources that are a party of their own claim: whoever names a figure ("the port puts its losses at 12 million") or tells
something of itself ("by its own account the firm employs 240 people"), or asks others for something ("urged residents not
to panic"). No clause of saying stands around such a claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims import attribution, directives, kinds
from dateline.claims.clauses import Clause, Opener
from dateline.claims.lexicon import Lexicon
from dateline.claims.numerals import Figures
from dateline.claims.roles import arguments, core
from dateline.claims.voices import Setting, Voice, Voices
from dateline.model import SourceKind

_NEAR = 4
"""Words between a preposition and the figure it leads to: "at no fewer than 38"."""


def added(s: Setting, voices: Voices, figures: Figures, lexicon: Lexicon, earlier: Sequence[Voice]) -> Voices:
    """The voices of a sentence with those of such parties, where a clause has no other."""
    of, left_out = dict(voices.of), set(voices.left_out)
    for clause in s.clauses:
        if clause.index in of or clause.index in voices.frames:
            continue
        heard = [*earlier, *dict.fromkeys(v for said in of.values() for v in said)]
        told = _own_account(s, clause, figures, heard)
        found = told[0] if told else _asked(s, clause, lexicon, heard) or _figure(s, clause, figures, heard)
        if found is not None:
            of[clause.index] = (found,)
            left_out.update(told[1] if told else ())
    return replace(voices, of=of, left_out=frozenset(left_out))


def _own_account(s: Setting, clause: Clause, figures: Figures, earlier: Sequence[Voice]) -> tuple[Voice, range] | None:
    """Who tells a clause "by its own account", and the positions of those words: the subject, else the object, where what
    happens has no word of its own ("Der Streik hat die Bahn nach eigenen Angaben drei Millionen gekostet")."""
    start, end = next(
        (at for at in s.grammar.attribution["own_account"].find(s.words) if at[0] in clause.tokens), (0, 0)
    )
    if not end:
        return None
    rest = replace(clause, tokens=tuple(k for k in clause.tokens if not start <= k < end))
    found = [_ended(s, rest, p, figures) for p in _parties(s, rest)]
    parties = [p for p in found if _named(s, p) or can_speak(s, p)]
    party = next((p for p in parties if can_speak(s, p)), parties[0] if parties else ())
    voice = _voice(s, clause, party, " ".join(s.words[start:end]), "report", earlier) if party else None
    return (voice, range(start, end)) if voice else None


def _ended(s: Setting, clause: Clause, party: tuple[int, ...], figures: Figures) -> tuple[int, ...]:
    """A party without the object behind it: up to a number, an article, or what follows on a name ("beschäftigt die Firma
    240 Menschen"); an article that looks like a pronoun has its noun again ("heeft het bedrijf 240 ...")."""
    function, following = s.grammar.function, party[-1] + 1
    if len(party) == 1 and function["articles"].at(s.words, party[0]) and following in clause.tokens:
        return party if _starts(s, party[0], following, figures) else (*party, following)
    own = [party[0]]
    for k in party[1:]:
        if _starts(s, own[-1], k, figures) and len(own) > 1:
            break
        own.append(k)
    return tuple(own)


def _starts(s: Setting, before: int, k: int, figures: Figures) -> bool:
    """Whether a new phrase starts with the word at `k`."""
    function, words = s.grammar.function, s.words
    led = any(function[n].at(words, k) for n in ("prepositions", "coordinators"))
    if led or any(function[n].at(words, before) for n in ("prepositions", "coordinators")):
        return False
    genitive = "genitives" in function and words[k] in function["genitives"]
    closed = s.tokens[before].mention >= 0 > s.tokens[k].mention
    return (
        s.tokens[k].mark
        or _number(s, k, figures)
        or closed
        or (bool(function["articles"].at(words, k)) and not genitive)
    )


def _parties(s: Setting, clause: Clause) -> Iterator[tuple[int, ...]]:
    """Subject and object of a clause; where it shares its subject with clauses before it, those of the last that has one."""
    for own in (clause, *reversed([c for c in s.clauses if c.index < clause.index])):
        verbs = s.groups.get(own.index)
        if verbs is None or own.elided or (own is not clause and own.opener is Opener.RELATIVE):
            continue
        yield from (p for p in arguments(own, s.tokens, verbs, s.grammar) if p)
        return


def _asked(s: Setting, clause: Clause, lexicon: Lexicon, earlier: Sequence[Voice]) -> Voice | None:
    """Who asks others for what a clause names."""
    force = directives.way(s, clause, lexicon)
    verbs = s.groups.get(clause.index)
    if not force or verbs is None:
        return None
    at, keys = directives.asking(s, clause, verbs)
    who = next(_parties(s, clause), ())
    if not who or not (_named(s, who) or can_speak(s, who)) or not keys.isdisjoint(s.grammar.directing["acts"]):
        return None  # "The court ordered the firm to pay": an act, and not its word
    return _voice(s, clause, who, s.tokens[at].text, force, earlier)


def _figure(s: Setting, clause: Clause, figures: Figures, earlier: Sequence[Voice]) -> Voice | None:
    """Who names the figure of a clause, by the verb and the preposition before the figure."""
    verbs, table = s.groups.get(clause.index), s.grammar.attribution
    if verbs is None or verbs.passive or clause.opener is Opener.PARENTHESIS:
        return None
    behind = [k for k in clause.tokens if k != verbs.head and (k > verbs.finite or s.grammar.verb_final)]
    led = [k for k in behind if "prepositions" in s.tokens[k].classes]
    keys = [
        f"{verbs.lemma} {s.words[k]}" for k in led if any(_number(s, n, figures) for n in behind if k < n <= k + _NEAR)
    ]
    counted = any(_number(s, k, figures) or _nth_case(s, k) for k in behind if s.tokens[k].timex < 0)
    keys += [verbs.lemma] if counted else []
    keys += [f"{verbs.lemma} {s.words[k]} ..." for k in led]
    who = next(iter(arguments(clause, s.tokens, verbs, s.grammar)), ())
    surely = any(key in table["figures_by"] for key in keys)
    # "Het stadje telde 400 inwoners": a place that counts has so many.
    counts = verbs.lemma in table["counting"] and (verbs.past or "perfect" in verbs.jobs) and not _only_place(s, who)
    listed = counts or any(key in table["figures_by_speakers"] for key in keys)
    if not who or not (surely or listed):
        return None
    if any(_number(s, k, figures) for k in who) or not (can_speak(s, who) or (surely and _named(s, who))):
        return None
    return _voice(s, clause, who, s.tokens[verbs.head].text, "figure", earlier)


def _voice(
    s: Setting, clause: Clause, who: Sequence[int], cue: str, force: str, earlier: Sequence[Voice]
) -> Voice | None:
    found = attribution.voice_of(s, clause, who, cue, force, earlier)
    return replace(found, sure=True) if found else None


def _number(s: Setting, k: int, figures: Figures) -> bool:
    t = s.tokens[k]
    return t.timex < 0 and t.mention < 0 and (t.text[0].isdigit() or figures.numbers.get(t.word, 0.0) > 1)


def _nth_case(s: Setting, k: int) -> bool:
    """ "its first confirmed case": an ordinal that counts cases; "the first snow" counts nothing."""
    table = s.grammar.attribution
    near = range(k + 1, min(k + 1 + _NEAR, len(s.words)))
    counts = next((n for n in near if s.tokens[n].mark or table["cases"].at(s.words, n)), -1)
    return bool(table["ordinals"].at(s.words, k)) and counts > 0 and not s.tokens[counts].mark


def _only_place(s: Setting, who: Sequence[int]) -> bool:
    names = [s.mentions[s.tokens[k].mention] for k in who if s.tokens[k].mention >= 0]
    return bool(names) and all(m.kind == "LOC" for m in names)


def _named(s: Setting, who: Sequence[int]) -> bool:
    """Whether words are a noun phrase of their own, and no pronoun that stands for a sentence ("this puts it at ...")."""
    pointing = s.grammar.attribution["pointers"].at(s.words, who[0]) == len(who)
    return not pointing and not any(s.grammar.function["subject_dummies"].at(s.words, k) for k in who)


def can_speak(s: Setting, who: Sequence[int]) -> bool:
    """Whether a party can say something: a name of no people or thing, a kind of source, or a pronoun for one."""
    function, table = s.grammar.function, s.grammar.attribution
    if table["carried"].at(s.words, who[0]) == len(who) and _named(s, who):
        return True
    if any(function["negators"].at(s.words, k) or s.tokens[k].text[0].isdigit() for k in who):
        return False
    head = core(who, s.words, s.grammar)
    names = [s.mentions[s.tokens[k].mention] for k in head if s.tokens[k].mention >= 0]
    if any(m.kind in ("PER", "ORG", "LOC") and not m.demonym for m in names):
        return True
    return bool(head) and kinds.kind(head, "", s) is not SourceKind.NAMED
