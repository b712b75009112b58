"""What of a run of capitalised words is a name, and of what kind. The rules stand in the order in which they decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.entities.form import Form
from dateline.entities.lines import Line, Unit, Usage
from dateline.entities.runs import Run, cue_of, joined, runs, title_before
from dateline.entities.tables import CUE_KINDS, Rules, given
from dateline.entities.tokens import HYPHENS, Token

READ = "the reader's model takes it for a name"


@dataclass(frozen=True, slots=True)
class Found:
    """A name or other referring words before anything is decided about what they refer to.

    Words `first` to `last` of a line. `forms` are the known things it may be; none for an unknown name, whose kind
    the reasons explain; `guessed` where only the shape of the name said so. `role` is how it speaks, if a cue said so.
    """

    line: Line
    first: int
    last: int
    kind: str
    forms: tuple[Form, ...] = ()
    role: str = ""
    reasons: tuple[str, ...] = ()
    guessed: bool = False

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.line.start(Unit(self.first, self.last))

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.line.end(Unit(self.first, self.last))

    @property
    def key(self) -> str:
        """Its folded words."""
        return self.line.phrase(self.first, self.last)

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.line.text[self.start : self.end]


def names(line: Line, rules: Rules, usage: Usage) -> list[Found]:
    """Every name and demonym of a line, in order."""
    found: list[Found] = []
    rest = runs(line, rules)
    while rest:
        run, *rest = rest
        if not line.headline:
            run, rest = joined(line, rules, run, rest)
        plain = line.headline and not rules.nouns_capitalised
        found.extend(_headline(line, run, usage) if plain else _decide(line, rules, usage, run))
    return found


def _headline(line: Line, run: Run, usage: Usage) -> Iterator[Found]:
    """In title case only what is known, or what the running text shows to be a name, is one."""
    for unit in run:
        word = line.words[unit.first]
        if unit.forms:
            yield _known(line, unit)
        elif word.key in usage.capital and word.key not in usage.small and not word.text.isdigit():
            yield Found(line, unit.first, unit.last, "ORG", reasons=("a name in the running text",))


def _known(line: Line, unit: Unit) -> Found:
    return Found(line, unit.first, unit.last, unit.forms[0].kind, unit.forms)


def _decide(line: Line, rules: Rules, usage: Usage, run: Run) -> Iterator[Found]:
    """The names in a run."""
    run = _stripped(line, rules, usage, _without_chance(run))
    if not run:
        return
    if all(unit.forms for unit in run):
        yield from (_known(line, unit) for unit in run)
        return
    split = _split_at_title(line, rules, run)
    if split:
        left, right = split
        if left:
            yield from _decide(line, rules, usage, left)
        yield Found(line, right[0].first, right[-1].last, "PER", reasons=("a title stands before it",))
        return
    yield from _mixed(line, rules, usage, run)


def _without_chance(run: Run) -> Run:
    """In a longer run, words that only might be a small place are plain words: "Koryo Tours", "Imperial College"."""
    if len(run) == 1:
        return run
    return tuple(unit if any(f.sure for f in unit.forms) else replace(unit, forms=()) for unit in run)


def _stripped(line: Line, rules: Rules, usage: Usage, run: Run) -> Run:
    """The run without a first word that has its capital from its place alone."""
    first = run[0]
    word = line.words[first.first]
    if first.forms or word.acronym or any(c.isupper() for c in word.text[1:]):
        return run
    if not line.opens(first.first):
        # Headlines and captions run into sentences without a full stop: "Ten New Zealand students".
        goes_on = len(run) > 1 and (run[1].forms or line.words[run[1].first].key in given()[0])
        return run[1:] if goes_on and word.key in rules.openers else run
    named, small = word.key in usage.capital, word.key in usage.small or word.key in rules.openers
    if len(run) == 1:
        return run if (named and not small) or word.key in usage.persons else ()
    if small or (run[1].forms and not named and word.key not in given()[0]):
        return run[1:]
    return run


def _split_at_title(line: Line, rules: Rules, run: Run) -> tuple[Run, Run] | None:
    """The run before a title and the person after it: "Mexico | Health Minister | José Córdova"."""
    for at in range(len(run) - 1, 0, -1):
        right = run[at:]
        size = _title_size(line, rules, run[:at])
        if not size or run[at - 1].forms:
            continue
        city = len(right) == 1 and all(f.entity.startswith("place-gn") for f in right[0].forms)
        if (
            len(right) <= 5
            and (city or not any(f.sure for f in right[0].forms))
            and not cue_of(line, rules, right[0].first, right[-1].last)
            and not all(line.words[u.first].key in rules.title_words for u in right)
        ):
            return run[: at - size], right
    return None


def _title_size(line: Line, rules: Rules, run: Run) -> int:
    """How many units at the end of a run are a title, with the field of an office before it ("Health Minister")."""
    size = next((n for n in (3, 2, 1) if n <= len(run) and line.phrase(run[-n].first, run[-1].last) in rules.titles), 0)
    while size and size < len(run) and line.phrase(run[-size - 1].first, run[-size - 1].last) in rules.portfolios:
        size += 1
    return size


def _mixed(line: Line, rules: Rules, usage: Usage, run: Run) -> Iterator[Found]:
    """A run with unknown words in it: one name, or known names with something beside them."""
    if rules.nouns_capitalised:
        for part in _apart(run):
            yield from [_known(line, part[0])] if part[0].forms else _among_nouns(line, rules, usage, part)
        return
    first, last = run[0].first, run[-1].last
    cue = "" if _surname(line, rules, first, last) else cue_of(line, rules, first, last)
    if last - first == 1:
        yield from _single(line, rules, usage, run[0], cue)
        return
    if cue:
        yield Found(
            line, first, last, CUE_KINDS[cue], role=_role(cue), reasons=(f"its word for {cue} says what it is",)
        )
        return
    words = line.words[first:last]
    if all(w.key in rules.title_words or w.key in rules.portfolios for w in words) or _shouted(rules, usage, words):
        return
    if size := _title_size(line, rules, run):
        yield from _decide(line, rules, usage, run[:-size])
        return
    unsure_only = all(not u.forms or u.forms[0].kind == "LOC" for u in run)
    if any(u.forms for u in run) and not unsure_only:
        for part in _apart(run):
            yield from _decide(line, rules, usage, part)
        return
    yield _unknown(line, rules, usage, run)


def _surname(line: Line, rules: Rules, first: int, last: int) -> bool:
    """Whether the last word is a family name for the small words before it, whatever else it means: "van der Meer"."""
    given_first = line.words[first].key in given()[0]
    return given_first and any(line.phrase(at, last - 1) in rules.person_joins for at in range(first + 1, last - 1))


def _shouted(rules: Rules, usage: Usage, words: tuple[Token, ...]) -> bool:
    """Whether plain words stand in capitals to be loud: one of them is written small elsewhere."""
    loud = len(words) > 1 and all(w.text.isupper() for w in words)
    return loud and any(w.key in usage.small or w.key in rules.openers for w in words)


def _apart(run: Run) -> Iterator[Run]:
    """Known names by themselves, unknown words between them together."""
    current: list[Unit] = []
    for unit in run:
        if unit.forms:
            if current:
                yield tuple(current)
            current = []
            yield (unit,)
        else:
            current.append(unit)
    if current:
        yield tuple(current)


def _among_nouns(line: Line, rules: Rules, usage: Usage, run: Run) -> Iterator[Found]:
    """The name in a run of unknown words where every noun has a capital: only what something beside it shows to be one.

    A person by a given name or a family name that stands first, or by the last name after the full one; what a cue ends
    or, joined by a small word, begins; what stands behind the cue of a firm or a paper; an acronym.
    """
    words = [line.words[u.first] for u in run]
    ending = rules.cues.get(words[-1].key, "") if len(run) > 1 else ""
    # "Konrad-Adenauer-Stiftung": what hyphens tie to a cue is no person.
    tied = ending and all(line.gap(u.first) in HYPHENS for u in run[1:])
    for at, word in enumerate(() if tied else words):
        rest = run[at : at + 4]
        person = word.key in given()[0] or word.key in given()[1]
        if (person and len(rest) > 1) or (len(run) == 1 and word.key in usage.persons):
            reason = "it starts with a name of persons" if len(rest) > 1 else "the last name of a person named in full"
            yield Found(line, rest[0].first, rest[-1].last, "PER", reasons=(reason,), guessed=len(rest) == 1)
            return
    first, last = run[0].first, run[-1].last
    heading = rules.cues.get(words[0].key, "") if len(run) > 1 else ""
    if cue := ending or (heading if any(w.text.islower() for w in words) else ""):
        yield Found(
            line, first, last, CUE_KINDS[cue], role=_role(cue), reasons=(f"its word for {cue} says what it is",)
        )
    elif heading in ("operator", "paper", "agency"):
        reason = f"the word for {heading} before it"
        yield Found(line, run[1].first, last, CUE_KINDS[heading], role=_role(heading), reasons=(reason,))
    else:
        loud = all(w.text.isupper() for w in line.words)
        acronyms = [u for u, w in zip(run, words, strict=True) if w.acronym and w.text.isalpha() and not loud]
        yield from (Found(line, u.first, u.last, "ORG", reasons=("an acronym",), guessed=True) for u in acronyms)


def _role(cue: str) -> str:
    return cue if cue in ("official", "operator", "paper", "agency", "expert") else ""


def _single(line: Line, rules: Rules, usage: Usage, unit: Unit, cue: str) -> Iterator[Found]:
    """One unknown word: a name unless it is a plain noun with a capital."""
    word = line.words[unit.first]
    if cue or word.key in rules.titles or len(word.text) < 2 or word.text.isdigit():
        return
    if word.key in usage.small or word.key in rules.openers or word.key in rules.lone:
        return
    found = _unknown(line, rules, usage, (unit,))
    coded = word.text[0].islower() or any(c.isdigit() for c in word.text)
    reason = "written as products and codes are"
    yield replace(found, kind="MISC", reasons=(reason,), guessed=False) if coded else found


def _unknown(line: Line, rules: Rules, usage: Usage, run: Run) -> Found:
    """An unknown name without a cue in it: the words before it, or its first word, say what it is."""
    first, last = run[0].first, run[-1].last
    words = line.words[first:last]
    before = line.words[first - 1].key if first and line.gap(first) == " " else ""
    cue = rules.cues.get(before, "") or rules.cues.get(line.phrase(first - 2, first), "")
    if title_before(line, rules, first):
        return Found(line, first, last, "PER", reasons=("a title stands before it",))
    if words[0].key in given()[0]:
        return Found(line, first, last, "PER", reasons=("it starts with a given name",), guessed=len(words) == 1)
    if words[0].key in given()[1] and 1 < len(words) < 4 and not run[0].forms:
        return Found(line, first, last, "PER", reasons=("it starts with a family name that stands first",))
    if cue := cue or _cue_after(line, rules, last):
        return Found(line, first, last, CUE_KINDS[cue], role=_role(cue), reasons=(f"the word for {cue} beside it",))
    if any(w.key in rules.person_joins for w in words[1:-1]):
        return Found(line, first, last, "PER", reasons=("a small word of personal names is in it",))
    if _inside(line, rules, first) and len(words) < 3 and not any(w.acronym for w in words):
        return Found(line, first, last, "LOC", reasons=("a preposition of place stands before it",), guessed=True)
    plain = all(w.text.isalpha() and w.text[0].isupper() and not w.acronym and w.key not in usage.small for w in words)
    plain = plain and words[0].key not in rules.lone
    if len(words) in (2, 3) and plain and not any(u.forms for u in run):
        reason = "two or three words with capitals and no cue: most often a person"
        return Found(line, first, last, "PER", reasons=(reason,), guessed=True)
    return Found(line, first, last, "ORG", reasons=("no cue: most often an organisation",), guessed=True)


def _inside(line: Line, rules: Rules, first: int) -> bool:
    """Whether words stand right before a name after which even an unknown one is a place: "in", "the harbour of"."""
    return line.gap(first) == " " and any(line.phrase(first - size, first) in rules.inside for size in (1, 2, 3))


def _cue_after(line: Line, rules: Rules, last: int) -> str:
    """The cue in small letters right after a name, in languages that put it there: "the Le Parisien newspaper"."""
    if not rules.cue_after or last >= len(line.words) or line.gap(last) != " ":
        return ""
    word = line.words[last]
    return rules.cues.get(word.key, "") if word.text.islower() else ""
