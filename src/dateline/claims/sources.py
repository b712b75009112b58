"""Which words name a source: noun phrases behind or before a cue, with their genitives, and what a relative stands for."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.clauses import Clause
from dateline.claims.voices import Named, Setting

_SOURCE_ENDS = ("determiners", "adverbs", "negators", "relatives")
_DANGLING = ("determiners", "prepositions", "coordinators", "relatives", "adverbs")
_PHRASE_ENDS = ("prepositions", "coordinators", "adverbs", "pronouns", "subordinators", "complementizers")


def prepositional(s: Setting) -> list[Named]:
    """Each "according to X" of the sentence."""
    words = s.words
    result: list[Named] = []
    for clause in s.clauses:
        own = frozenset(clause.tokens)
        named = s.grammar.attribution.get("before_names")
        by_name = [at for at in named.find(words) if _opens_name(s, at[1])] if named else []
        for start, end in [*s.grammar.attribution["before"].find(words), *by_name]:
            if (
                start not in own
                or end >= len(words)
                or (start and s.tokens[start - 1].mention >= 0 and _glued(s, start))
                or s.grammar.attribution["own_account"].at(words, start)
            ):
                continue
            last = end + len(source_from(s, clause, end))
            if last > end:
                close = last
                while close < len(words) and s.tokens[close].text != "," and close not in own:
                    close += 1
                close = _behind_apposition(s, clause, close)
                result.append((clause, end, last, (start, max(last, close)), " ".join(words[start:end])))
    return result


def _behind_apposition(s: Setting, clause: Clause, comma: int) -> int:
    """The position of the comma that closes what is said of a source between two, where its verb follows: "volgens Piet Bakker,
    de eigenaar van het pand, is ..."; else `comma`. Where the subject comes first, it could be what stands between them."""
    second = s.grammar.verb_final and clause.finite - 1 > comma and s.tokens[clause.finite - 1].text == ","
    inner = range(comma + 1, clause.finite - 1) if second else range(0)
    said = [k for k in inner if k not in clause.tokens or s.tokens[k].text == ","]
    return clause.finite - 1 if inner and s.tokens[comma].text == "," and not said else comma


def postpositional(s: Setting) -> list[Named]:
    """The same of cues that follow their source ("der Polizei zufolge"), where the language has them."""
    table, words = s.grammar.attribution.get("behind"), s.words
    result: list[Named] = []
    for start, end in table.find(words) if table else ():
        clause = next(c for c in s.clauses if start in c.tokens)
        first = start
        while first - 1 in clause.tokens and not _edge(s, clause, first - 1):
            first -= 1
        inner = [k for k in range(first, start) if s.grammar.function["determiners"].at(words, k)]
        if inner and any(s.grammar.function["prepositions"].at(words, k) for k in range(first, start)):
            first = inner[-1]
        if first < start and not s.grammar.attribution["own_account"].at(words, first):
            result.append((clause, first, start, (first, end), words[start]))
    return result


def source_from(s: Setting, clause: Clause, first: int) -> tuple[int, ...]:
    """The positions of a source that begins at `first` in a clause, none where something else stands there."""
    own, last = frozenset(clause.tokens), first
    while last in own and not (_source_stop(s, clause, last, last - first) or _leaves(s, clause, first, last)):
        last += 1
    return rounded(s, with_genitive(s, clause, tuple(range(first, last))))


def rounded(s: Setting, source: Sequence[int]) -> tuple[int, ...]:
    """A source without what can end no noun phrase: "the mayor of the" says no more than "the mayor"."""
    own, function = list(source), s.grammar.function
    while len(own) > 1 and s.tokens[own[-1]].mention < 0 and any(function[n].at(s.words, own[-1]) for n in _DANGLING):
        own.pop()
    return tuple(own)


def _leaves(s: Setting, clause: Clause, first: int, k: int) -> bool:
    """Whether a word behind a source is the clause's again: its main verb, or a preposition that leads to no part of the
    source ("wird laut Meier über ein Verbot gesprochen"). What leads to one ("of the ministry") is in the table `within`,
    behind the name of a person only what says of where."""
    verbs = s.groups.get(clause.index)
    if k == first or (verbs is not None and k in (verbs.head, verbs.finite)):
        return k > first
    if s.tokens[k].mention >= 0 or not s.grammar.function["prepositions"].at(s.words, k):
        return False
    dated = k + 1 < len(s.tokens) and s.tokens[k + 1].timex >= 0
    name = s.tokens[k - 1].mention
    person = name >= 0 and s.mentions[name].kind == "PER"
    return dated or not s.grammar.attribution["behind_person" if person else "within"].at(s.words, k)


def with_genitive(s: Setting, clause: Clause, source: tuple[int, ...]) -> tuple[int, ...]:
    """A source with the genitive behind it whose article can be another case too ("ein Sprecher der Polizei"), unless that
    names who hears it."""
    own, table = frozenset(clause.tokens), s.grammar.attribution
    while source and source[-1] + 1 in own:
        article = source[-1] + 1
        last = article + table["genitive_articles"].at(s.words, article)
        hears = article > clause.finite >= 0 and table["told_to"].at(s.words, article)
        if last == article or hears or s.tokens[article - 1].mark:
            break
        while last in own and not _source_stop(s, clause, last, last - article):
            last += 1
        source = (*source, *range(article, last))
    return source


def referred(s: Setting, relative: int) -> tuple[int, ...]:
    """Somebody whom a relative stands for ("the agency, which says ..."): the noun phrase right before it; else the relative."""
    found = _noun_phrase(s, relative)
    return found if _names_somebody(s, found, relative) else (relative,)


def noun_before(s: Setting, relative: int) -> int:
    """Where the noun phrase opens that a relative stands for; the relative itself where none stands before it."""
    found = _noun_phrase(s, relative)
    if any(s.tokens[k].timex >= 0 for k in found):
        return relative  # "will close in May, which would cost 300 jobs"
    verbs = {k for group in s.groups.values() for k in (group.finite, group.head)}
    verb = max(verbs.intersection(found), default=-1)  # "left Hull, which ..."
    worded = [k for k in found if k > verb and s.tokens[k].text[0].isalnum()]
    if worded and s.grammar.function["infinitive_markers"].at(s.words, worded[0] - 1):
        worded = worded[1:]  # "to combat flu, which has spread"
    return worded[0] if worded else relative


def _noun_phrase(s: Setting, relative: int) -> tuple[int, ...]:
    """The noun phrase right before a relative, from its article or name on."""
    function, last = s.grammar.function, relative - 1
    parts = [g.lemma for g in s.groups.values()]
    while last >= 0 and (s.tokens[last].mark or (last == relative - 2 and _particle(s, last, parts))):
        last -= 1
    first = last
    while first > 0:
        before = s.tokens[first - 1]
        if function["determiners"].at(s.words, first) and before.word not in s.grammar.attribution["of"]:
            break
        within = before.mention >= 0 and before.mention == s.tokens[first].mention
        person = s.grammar.attribution["person_relatives"].at(s.words, relative) > 0
        town = s.grammar.attribution["no_town_relatives"].at(s.words, relative) and _only_place(
            s, range(first, last + 1)
        )
        across = town and function["prepositions"].at(s.words, first - 1)
        if across or (person and before.word in s.grammar.attribution["of"]):
            first = max(first - 2, 0)
            continue
        closed = before.mark or before.auxiliary or before.timex >= 0
        if not within and (closed or any(function[n].at(s.words, first - 1) for n in _PHRASE_ENDS)):
            break
        first -= 1
    return tuple(range(max(first, 0), last + 1))


def _particle(s: Setting, k: int, verbs: Sequence[str]) -> bool:
    """ "nahm einen Mann aus Köln fest, der ...": a part of a verb that ends its clause."""
    free = s.tokens[k].mention < 0 and not s.tokens[k].capital and s.grammar.verb_final
    return free and any(v.startswith(s.words[k]) and v != s.words[k] for v in verbs)


def _names_somebody(s: Setting, source: Sequence[int], relative: int) -> bool:
    """Whether a noun phrase names somebody: words, no time, not nobody; behind "who" no mere place."""
    function, table = s.grammar.function, s.grammar.attribution
    worded = any(s.tokens[k].text[0].isalpha() for k in source)
    said = worded and not any(s.tokens[k].timex >= 0 or function["negators_anywhere"].at(s.words, k) for k in source)
    return said and not (_only_place(s, source) and table["person_relatives"].at(s.words, relative))


def _only_place(s: Setting, positions: Sequence[int]) -> bool:
    """Whether words are the name of a place, and nothing besides."""
    names = [s.tokens[k].mention for k in positions]
    return bool(names) and all(n >= 0 and s.mentions[n].kind == "LOC" for n in names)


def _opens_name(s: Setting, k: int) -> bool:
    """Whether a name stands at `k`, or behind what somebody is ("Sprecherin Anna Meier")."""
    if k < len(s.tokens) and s.tokens[k].mention < 0 and s.tokens[k].capital:
        k += 1
    return k < len(s.tokens) and s.tokens[k].mention >= 0


def _edge(s: Setting, clause: Clause, k: int) -> bool:
    t = s.tokens[k]
    return t.mark or t.timex >= 0 or k == clause.finite or s.grammar.function["adverbs"].at(s.words, k) > 0


def _glued(s: Setting, start: int) -> bool:
    """A cue that is part of a longer name."""
    return s.tokens[start].mention >= 0


def _source_stop(s: Setting, clause: Clause, k: int, taken: int) -> bool:
    """Whether the source ends before `k`, `taken` words on: at a mark, a time, the verb, or where a new phrase starts."""
    t, function = s.tokens[k], s.grammar.function
    if t.timex >= 0 or k == clause.finite or t.text in ",;:()" or t.dash or t.text in ".!?":
        return True
    if taken and s.grammar.status["untrue"].at(s.words, k):
        return True  # "sind laut Polizei falsch"
    if taken < 1 or t.mention >= 0 or function["prepositions"].at(s.words, k - 1):
        return False
    genitive = "genitives" in function and t.word in function["genitives"]
    if genitive or (taken == 1 and function["determiners"].at(s.words, k - 1)):
        return False
    return t.text[0].isdigit() or any(function[c].at(s.words, k) for c in _SOURCE_ENDS)
