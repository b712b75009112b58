"""Plans that get another day: the new day of what is put off or brought forward, and days that are named to be ruled out.

"Put off until 15 October", "vom 3. auf den 10. Juni verlegt", "op 10 juni in plaats van op 3 juni".
"""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.claims.clauses import Clause
from dateline.claims.grammar import Phrases
from dateline.claims.times import NO_TIME, Timing
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting
from dateline.expr import bare, operand
from dateline.model import Timex
from dateline.when import bound, moment

_DATED = ("DATE", "TIME")
_UNTIL = "until "

_WIDEST = 5
"""Words of a phrase that leads to a day, at most: "in plaats van zoals gepland"."""

_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_LONG = re.compile(r"P[\dX]+[DWMY]")
_DAYS = {"D": 1, "W": 7}


def moves(group: VerbGroup | None, s: Setting) -> bool:
    """Whether a verb says that something gets another day."""
    return group is not None and group.lemma in s.grammar.status["moved"]


def new_day(s: Setting, clause: Clause) -> Timing:
    """The day to which a clause puts something off or brings it forward, by its words or by how far it is moved from the
    day it names; `NO_TIME` where it names none, or moves nothing."""
    group = s.groups.get(clause.index)
    if group is None or not moves(group, s):
        return NO_TIME
    firsts = _firsts(s, clause)
    for k in firsts:
        t = s.timexes[s.tokens[k].timex]
        width = _led(s, k, s.grammar.arguments["moved_to"])
        if not width and group.lemma not in s.grammar.status["moved_in_space"]:
            width = _led(s, k, s.grammar.arguments["moved_until"])
        behind = s.grammar.verb_final or k > group.head
        if t.type in _DATED and t.expr and width and behind and not _of_another(s, k - width - 1, group):
            return _until_then(t)
    return _by_length(s, firsts, group)


def _firsts(s: Setting, clause: Clause) -> list[int]:
    """Where the expressions of a clause begin."""
    return [k for k in clause.tokens if (n := s.tokens[k].timex) >= 0 and (k == 0 or s.tokens[k - 1].timex != n)]


def _led(s: Setting, k: int, table: Phrases) -> int:
    """How many words right before a place are a phrase of the table, an article at either end counted in; 0 for none."""
    articles = s.grammar.function["articles"]
    ends = [k, *([k - 1] if k and articles.at(s.words, k - 1) else []), *([k + 1] if articles.at(s.words, k) else [])]
    widths = ((end, width) for end in ends for width in range(min(_WIDEST, end), 0, -1))
    return next((k - end + width for end, width in widths if " ".join(s.words[end - width : end]) in table), 0)


def _of_another(s: Setting, k: int, group: VerbGroup) -> bool:
    """Whether the words that lead to a day belong to another verb: "postponed a fair set for 3 June"."""
    return k > group.head and any(f.kind == "participle" for f in s.tokens[k].forms)


def _until_then(t: Timex) -> Timing:
    """The day itself, where it was read as the end of something."""
    words = f"the words {t.span.quote!r}, to which it is moved"
    if t.expr.startswith(_UNTIL):
        return Timing(moment(t.when.end), bare(t.expr.removeprefix(_UNTIL)), words)
    return Timing(t.when, t.expr, words)


def _by_length(s: Setting, firsts: list[int], group: VerbGroup) -> Timing:
    """The day named for what is moved, so many days or weeks on, or earlier: "the match of 3 June is put off by a week"."""
    old = [s.timexes[s.tokens[k].timex] for k in firsts if _led(s, k, s.grammar.arguments["moved_from"])]
    old = [t for t in old if t.type in _DATED and t.when.exact and not t.expr.startswith("weekday")]
    lengths = [(s.timexes[s.tokens[k].timex], k) for k in firsts if s.timexes[s.tokens[k].timex].type == "DURATION"]
    far = [found for t, k in lengths if not t.mod and _so_far(s, k, group) and (found := _LENGTH.fullmatch(t.value))]
    if len(old) != 1 or len(far) != 1:
        return NO_TIME
    earlier = group.lemma in s.grammar.status["moved_earlier"]
    days = int(far[0][1]) * _DAYS[far[0][2]]
    shift = -days if earlier else days
    begin = old[0].when.begin
    when = moment(bound([(low + shift, high + shift) for low, high in begin.ranges], begin.grain))
    sign = "-" if earlier else "+"
    why = f"{days} day{'s' if days > 1 else ''} {'before' if earlier else 'after'} the words {old[0].span.quote!r}"
    return Timing(when, f"{operand(old[0].expr)} {sign} {days} day{'s' if days > 1 else ''}", why)


def _so_far(s: Setting, k: int, group: VerbGroup) -> bool:
    """Whether a length tells how far something is moved: "by two weeks", "met een week", or beside the verb."""
    last = max(i for i in range(k, len(s.tokens)) if s.tokens[i].timex == s.tokens[k].timex)
    beside = last + 1 == group.head or group.head < k <= group.head + 2
    return beside or _led(s, k, s.grammar.arguments["moved_by"]) > 0


def put_off_by(s: Setting, clause: Clause) -> bool:
    """Whether a clause says by how many days or more a thing is put off: "by two weeks"; a delay of hours is none."""
    group = s.groups.get(clause.index)
    if group is None or not moves(group, s) or group.lemma in s.grammar.status["moved_earlier"]:
        return False
    lengths = [k for k in _firsts(s, clause) if s.timexes[s.tokens[k].timex].type == "DURATION"]
    by = s.grammar.arguments["moved_by"]
    return any(_LONG.fullmatch(s.timexes[s.tokens[k].timex].value) and _led(s, k, by) for k in lengths)


def ruled_out(s: Setting, clause: Clause) -> frozenset[int]:
    """The expressions of a clause that are named only to say that it is another day: "instead of on 3 June", and "on 3 June"
    of "not on 3 June but on 10 June"."""
    firsts = _days(s, clause)
    instead = {s.tokens[k].timex for k in firsts if _leads(s, k, s.grammar.function["instead"])}
    return frozenset(instead | _negated(s, clause, firsts)) if len(firsts) > 1 else frozenset()


def redated(s: Setting, clause: Clause) -> bool:
    """Whether a clause negates nothing but a day, for another: "not on 3 June but on 10 June"."""
    return bool(_negated(s, clause, _days(s, clause)))


def _days(s: Setting, clause: Clause) -> list[int]:
    return [k for k in _firsts(s, clause) if s.timexes[s.tokens[k].timex].type in _DATED]


def _negated(s: Setting, clause: Clause, firsts: list[int]) -> set[int]:
    """The expression of each two that is negated, where the other is put right after a "but"."""
    function = s.grammar.function

    def before(k: int) -> list[int]:
        return [i for i in clause.tokens if i < k]

    return {
        s.tokens[one].timex
        for one, other in pairwise(firsts)
        if _leads(s, other, function["corrections"]) and any(function["negators"].at(s.words, k) for k in before(one))
    }


def _leads(s: Setting, k: int, table: Phrases) -> bool:
    """Whether a phrase of the table stands before an expression, prepositions and articles between them left aside."""
    while not _led(s, k, table):
        if k == 0 or not any(s.grammar.function[name].at(s.words, k - 1) == 1 for name in ("prepositions", "articles")):
            return False
        k -= 1
    return True
