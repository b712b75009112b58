"""Short names, acronyms and referring words: what an article calls a thing after it has named it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.entities.homonyms import Named, locative
from dateline.entities.lines import Line
from dateline.entities.names import Found
from dateline.entities.past import Past, mark
from dateline.entities.tables import Refer, Rules, given
from dateline.overlap import Places

_BRACKET = re.compile(r"\s*[(\[]\s*[\"“'‘]?")
# The country an article is about is named this much oftener than any other, and this often among all.
PROMINENT, LEAST_SHARE = 2.0, 0.4
# The role of firms by the words in their names.
_FIRM = "operator"
# A shorter name with an ending is oftener another name.
LEAST_STEM = 5


def shorten(named: list[Named], rules: Rules) -> list[Named]:
    """Short forms and acronyms joined to the full name of the same article; doubtful ones stay alone."""
    aliases = _acronyms(named)
    named = [_alias(n, aliases) for n in named]
    named = [_nominative(n, bare, rules) for bare in [_nominatives(named)] for n in named]
    full = {key: n for n in named if n.entity and " " in (key := n.found.key)}
    by_word: dict[str, dict[str, Named]] = defaultdict(dict)
    for key, n in full.items():
        words = key.split()
        by_word[words[0]][key] = by_word[words[-1]][key] = n
    alone = {n.found.key: n for n in named if n.unknown}
    named = [_headed(n, alone, rules) if n.unknown else n for n in named]
    return _agreeing([_short(n, by_word, rules) if n.unknown or _place_name(n, rules) else n for n in named])


def _nominatives(named: Sequence[Named]) -> dict[str, Named]:
    """The unknown names of an article, and the last names of its persons, by their folded words."""
    found: dict[str, Named] = {}
    for n in named:
        if n.unknown:
            found.setdefault(n.found.key, n)
            if n.found.kind == "PER" and " " in n.found.key:
                found.setdefault(n.found.key.split()[-1], n)
    return found


def _nominative(item: Named, bare: Mapping[str, Named], rules: Rules) -> Named:
    """A genitive without an apostrophe ("Dschumalijews Worte") is the name that the article has without its ending, but
    the family names that are made so from given names ("Willems", "Hendriks").
    """
    folded = item.found.key
    ending = next((e for e in rules.genitive if folded.endswith(e)), "")
    stem = folded.removesuffix(ending)
    full = bare.get(stem)
    if not item.unknown or not ending or full is None or len(stem) < LEAST_STEM or stem.split()[-1] in given()[0]:
        return item
    return Named(replace(item.found, kind=full.found.kind), full.entity, (f"genitive of {full.found.text}",))


def _headed(item: Named, alone: Mapping[str, Named], rules: Rules) -> Named:
    """An organisation with words before its name that say what it is: "Reederei Nordlicht" is the article's "Nordlicht"."""
    words = item.found.key.split()
    for at in range(1, len(words)):
        short = alone.get(" ".join(words[at:]))
        if short is not None and item.found.kind == short.found.kind == "ORG" and words[at - 1] in rules.cues:
            return Named(item.found, short.entity, (f"{short.found.text} with what it is",))
    return item


def _place_name(item: Named, rules: Rules) -> bool:
    """Whether it is taken for a city but stands as a person does: it may be the last name of one."""
    return item.entity.startswith("place-gn") and not locative(item.found, rules)


def _agreeing(named: list[Named]) -> list[Named]:
    """One kind for each unknown thing: what a cue said of it somewhere outweighs every guess."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for n in named:
        if n.unknown:
            votes[n.entity][n.found.kind] += 1 if n.found.guessed else len(named)
    agreed = {entity: min(kinds, key=lambda k: (-kinds[k], k)) for entity, kinds in votes.items()}
    return [
        Named(replace(n.found, kind=agreed[n.entity]), n.entity, n.reasons) if n.entity in agreed else n for n in named
    ]


def _acronyms(named: list[Named]) -> dict[str, Named]:
    """Acronyms that stand in brackets after the name they are short for: "Korean Central News Agency (KCNA)"."""
    found: dict[str, Named] = {}
    before: Named | None = None
    for left, right in pairwise(named):
        earlier, before = before, left
        line = left.found.line
        if line is not right.found.line or not _BRACKET.fullmatch(line.text, left.found.end, right.found.start):
            continue
        acronym = line.words[right.found.first]
        if (
            right.found.last - right.found.first == 1
            and acronym.acronym
            and (_initials(left.found, acronym.key) or _with_demonym(earlier, left, acronym.key))
        ):
            found.setdefault(right.found.key, left)
    return found


def _initials(name: Found, acronym: str) -> bool:
    """Whether the letters of the acronym start words of the name, in order, the first word among them."""
    letters = [w.key[0] for w in name.line.words[name.first : name.last]]
    if not letters or letters[0] != acronym[0] or len(letters) < 2:
        return False
    rest = iter(letters)
    return all(letter in rest for letter in acronym if letter.isalpha())


def _with_demonym(before: Named | None, name: Named, acronym: str) -> bool:
    """Whether the acronym takes its first letter from a demonym right before the name and the others, in order, from the
    name: "Nederlandse Voedsel- en Warenautoriteit (NVWA)". A compound gives more letters than its first.
    """
    if before is None or not _demonym(before) or name.found.kind == "PER":
        return False
    line = name.found.line
    if before.found.line is not line or not line.text[before.found.end : name.found.start].isspace():
        return False
    words = [w.key for w in line.words[name.found.first : name.found.last]]
    rest = iter("".join(words))
    first = before.found.key[0] == acronym[0] and words[0][0] == acronym[1]
    return first and all(letter in rest for letter in acronym[1:] if letter.isalpha())


def _alias(item: Named, aliases: Mapping[str, Named]) -> Named:
    full = aliases.get(item.found.key)
    if full is None or full.entity == item.entity:
        return item
    if full.unknown and not item.unknown and item.entity:
        return item
    found = replace(item.found, kind=full.found.kind, role=item.found.role or full.found.role)
    return Named(found, full.entity, (f"short for {full.found.text}, as its brackets say",))


def _short(item: Named, by_word: Mapping[str, Mapping[str, Named]], rules: Rules) -> Named:
    """An unknown name linked to the one longer name of the article that it shortens, or to the only one of these that a
    word in it shows to be an organisation. `by_word` has longer names by their first and last words.
    """
    short = item.found.key
    full = by_word.get(short.partition(" ")[0], {})
    matches = {f.entity: f for key, f in full.items() if key != short and _shortens(short, key, f)}
    if locative(item.found, rules):
        matches = {e: f for e, f in matches.items() if not _named_after_place(f, rules)}
    if len(matches) > 1:
        matches = {e: f for e, f in matches.items() if f.found.key.split()[-1] in rules.cues}
    if len(matches) != 1 or (not item.unknown and next(iter(matches.values())).found.kind != "PER"):
        return item
    longer = next(iter(matches.values()))
    found = replace(item.found, kind=longer.found.kind, role=item.found.role or longer.found.role)
    return Named(found, longer.entity, (f"short for {longer.found.text}",))


def _named_after_place(full: Named, rules: Rules) -> bool:
    """Whether the first words of an organisation's name can be a place, which words after "off" or "in" then are: "the Harle
    Coast Guard". A firm is oftener meant itself ("shares in Solvik").
    """
    return full.found.kind == "ORG" and rules.cues.get(full.found.key.split()[-1]) != _FIRM


def _shortens(short: str, long: str, full: Named) -> bool:
    """A person by the last name (or a family name that stands first), an organisation by its first words."""
    words, parts = long.split(), short.split()
    if full.found.kind == "PER":
        return len(parts) == 1 and (parts[0] == words[-1] or (parts[0] == words[0] and words[0] in given()[1]))
    return full.found.kind == "ORG" and words[: len(parts)] == parts and len(parts) < len(words)


def refer(lines: tuple[Line, ...], named: list[Named], rules: Rules) -> list[Named]:
    """The names, and referring words that clearly mean something named in the article.

    Where such words hold an unknown name ("the North"), they take its place.
    """
    taken = Places([(n.found.start, n.found.end) for n in named if not n.unknown])
    past = Past([n for n in named if not _links(n.found.line)])
    found: list[Named] = []
    for line in lines:
        here: list[Named] = []
        starts: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(line.words):
            starts[word.key].append(place)
        for rule in rules.refers:
            for first, last in _places(line, rule, starts):
                item = Found(line, first, last, "LOC")
                if taken.touch(item.start, item.end) or any(_touch(item, n.found) for n in here):
                    continue
                if target := _target(item, rule, past):
                    here.append(target)
        found += here
    spans = Places([(n.found.start, n.found.end) for n in found])
    return [n for n in named if not spans.touch(n.found.start, n.found.end)] + found


def _links(line: Line) -> bool:
    """Whether a line is a row of links ("Share on Facebook | Copy link"): nothing later refers back to it."""
    return len(line.words) > 0 and "|" in line.text[line.words[0].start : line.words[-1].end]


def _touch(left: Found, right: Found) -> bool:
    return left.start < right.end and right.start < left.end


def _places(line: Line, rule: Refer, starts: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
    """Where the words of a rule stand, with up to `gap` words of small letters before the last. `starts` has the places of
    each word in the line.
    """
    found = []
    for words, capital in zip(rule.words, rule.capital, strict=True):
        if words[-1] not in starts:
            continue
        for first in starts.get(words[0], ()):
            for last in range(first + len(words), min(first + len(words) + rule.gap, len(line.words)) + 1):
                between = line.words[first + 1 : last - 1]
                head = line.words[last - 1]
                ending = line.phrase(last - len(words) + 1, last).split() == list(words[1:])
                plain = all(w.text[0].islower() for w in between) and all(
                    line.gap(i) in (" ", "-") for i in range(first + 1, last)
                )
                if ending and plain and head.text[0].isupper() == capital and not _goes_on(line, last, capital):
                    found.append((first, last))
                    break
    return found


def _goes_on(line: Line, last: int, capital: bool) -> bool:
    """Whether a capitalised head is only the start of a longer name: "the North Sea"."""
    return capital and last < len(line.words) and line.words[last].capital and line.gap(last) in (" ", "-")


def _target(item: Found, rule: Refer, past: Past) -> Named | None:
    """What the words refer to, by what the article named before them; None where that is not clear."""
    if rule.entity:
        reason = "refers back: the article names it, and these words are its usual short form"
        return Named(replace(item, kind="LOC"), rule.entity, (reason,)) if rule.entity in past.entities else None
    if rule.sort == "country":
        return _country(item, past)
    if rule.sort in ("city", "capital"):
        # A city is meant by nearness, and only where no other was named in the last two sentences.
        near = past.since(item.line.number - 1, "city", item.start)
        same = [n for n in near if rule.sort == "city" or mark(n.entity) == "C"]
        entities = len({n.entity for n in same})
        last = same[-1] if same else None
    else:
        entities, last = len(past.counts(rule.sort, item.start)), past.last(rule.sort, item.start)
    if entities != 1 or last is None:
        return None
    return Named(
        replace(item, kind=last.found.kind), last.entity, (f"refers back: the only {rule.sort} named before it",)
    )


def _country(item: Found, past: Past) -> Named | None:
    """The one country its own sentence names before these words, else the one the article named most.

    A name counts before a demonym: "Irish doctors in Spain ... the country" is Spain. Where two countries come close,
    the one that leads is meant only if it was also named last.
    """
    here = past.since(item.line.number, "country", item.start)
    named = {n.entity for n in here if not _demonym(n)} or {n.entity for n in here}
    if len(named) == 1:
        return Named(item, named.pop(), ("refers back: the country its sentence names before it",))
    counts, last = past.counts("country", item.start), past.last("country", item.start)
    if last is None:
        return None
    (best, most), *others = counts.most_common()
    if named and best not in named:
        return None
    second = others[0][1] if others else 0
    if most >= PROMINENT * second and most >= LEAST_SHARE * counts.total():
        why = f"refers back: the country named most before it ({most} of {counts.total()} times)"
    elif last.entity == best and most > second:
        why = "refers back: the country named most and last before it"
    else:
        return None
    return Named(item, best, (why,))


def _demonym(item: Named) -> bool:
    return bool(item.found.forms) and item.found.forms[0].demonym
