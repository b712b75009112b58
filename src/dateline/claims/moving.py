"""Plans that get another day: the new day of what is put off or brought forward, and days that are named to be ruled out.

"Put off until 15 October", "vom 3. auf den 10. Juni verlegt", "op 10 juni in plaats van op 3 juni".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dateline.claims import roles
from dateline.claims.clauses import Clause
from dateline.claims.grammar import Phrases
from dateline.claims.times import NO_TIME, Timing
from dateline.claims.verbs import VerbGroup
from dateline.claims.voices import Setting
from dateline.expr import bare, evaluate, operand
from dateline.model import Timex
from dateline.when import bound, moment

_DATED = ("DATE", "TIME")
_UNTIL = "until "
_END = "end of "
_BACK = "on or before anchor"  # which way it points is still to be told

_MONTH_AHEAD = ") on or after anchor"
_LATELY = timedelta(days=31)

_WIDEST = 5
"""Words of a phrase that leads to a day, at most: "in plaats van zoals gepland"."""

_BESIDE = 4
"""Words between a participle of planning and the day it was planned for, at most."""

_INSERTED = 5
"""Words between two commas that may stand between a negator and the day it negates: ", wie vereinbart,"."""

_TODAY_AT = "anchor at "
_YEAR = re.compile(r"\d{4}")
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_LONG = re.compile(r"P[\dX]+[DWMY]")
_DAYS = {"D": 1, "W": 7}


def moves(group: VerbGroup | None, s: Setting) -> bool:
    """Whether a verb says that something gets another day."""
    return group is not None and group.lemma in s.grammar.status["moved"]


def new_day(s: Setting, clause: Clause) -> Timing:
    """The day to which a clause puts something off or brings it forward, by its words or by how far it is moved from the
    day it names; `NO_TIME` where it names none, moves nothing, or tells of a move whose new day is past."""
    found = _given(s, clause)
    return NO_TIME if _gone_by(s, clause, found) else found


def moved_then(s: Setting, clause: Clause) -> bool:
    """Whether a clause tells of a move whose new day is past: "in 2020 the games were postponed to 2021"."""
    return _gone_by(s, clause, _given(s, clause))


def _given(s: Setting, clause: Clause) -> Timing:
    group = s.groups.get(clause.index)
    if group is None or not moves(group, s):
        return NO_TIME
    firsts = _firsts(s, clause)
    for k in firsts:
        t = s.timexes[s.tokens[k].timex]
        if t.expr and _names_day(s, t, firsts) and _leads_there(s, clause, k, group):
            return _just_past(s, group, _until_then(t))
    return _by_length(s, firsts, group)


def _just_past(s: Setting, group: VerbGroup, day: Timing) -> Timing:
    """The month that has just been instead of the one a year on, where a past tense tells of the move: "delayed payment until
    the end of April", told in May."""
    if not (group.past and "perfect" not in group.jobs and day.expr.count(_MONTH_AHEAD) == 1 and s.printed.earliest):
        return day
    expr = day.expr.replace(_MONTH_AHEAD, ") nearest anchor")
    then = evaluate(expr, s.printed)
    lately = then.latest is not None and timedelta(0) < s.printed.earliest - then.latest <= _LATELY
    return replace(day, expr=expr, when=then) if lately and expr.count("month(") == 1 else day


def _leads_there(s: Setting, clause: Clause, k: int, group: VerbGroup) -> bool:
    """Whether the words before a day, and no word right behind it, make it the one to which a verb moves something."""
    arguments = s.grammar.arguments
    in_space = group.lemma in s.grammar.status["moved_in_space"]
    width = _led(s, k, arguments["moved_to"]) if not in_space or _moves_a_thing(s, clause, group) else 0
    if width and not _ends_phrase(s, k):
        return False
    if not width and not in_space:
        width = _led(s, k, arguments["moved_until"])
    behind = s.grammar.verb_final or k > group.head
    named = width > 0 and behind and not _of_another(s, k - width - 1, group)
    return named and s.tokens[k].timex not in _negated(s, clause, _days(s, clause))


def _names_day(s: Setting, t: Timex, firsts: Sequence[int]) -> bool:
    """Whether an expression names a day: an hour alone moves nothing to another day, nor does one in place of another."""
    hours = [k for k in firsts if s.timexes[s.tokens[k].timex].type == "TIME"]
    instead = any(_led(s, k, s.grammar.arguments["moved_from"]) for k in hours)
    return t.type == "DATE" or (t.type == "TIME" and not t.expr.startswith(_TODAY_AT) and not instead)


def _moves_a_thing(s: Setting, clause: Clause, group: VerbGroup) -> bool:
    """Whether somebody moves something, and does not move himself: "the team moved forward to 2 June with a new plan"."""
    if group.passive or (s.grammar.be_perfect and group.kind == "participle"):
        return True
    named = roles.arguments(clause, s.tokens, group, s.grammar)[1]
    return any(s.tokens[k].timex < 0 and s.words[k] not in group.lemma.split() for k in named)


def _ends_phrase(s: Setting, k: int) -> bool:
    """Whether no noun stands right behind an expression, as in "back to 1949 borders" and "to May Street"."""
    last = _last(s, k)
    if last + 1 == len(s.tokens):
        return True
    after = s.tokens[last + 1]
    return bool(after.mark or after.classes or after.forms or after.auxiliary or after.timex >= 0)


def _last(s: Setting, k: int) -> int:
    """Where the expression ends that stands at a place."""
    return max(i for i in range(k, len(s.tokens)) if s.tokens[i].timex == s.tokens[k].timex)


def _gone_by(s: Setting, clause: Clause, day: Timing) -> bool:
    """Whether the new day lies before the article, or, hanging on the article's day, was given in a year that is named and
    past: "last year it was moved to September"."""
    if not day.expr:
        return False
    past = not day.expr.endswith(_BACK)
    if past and s.printed.earliest and day.when.latest and day.when.latest < s.printed.earliest:
        return True
    years = [t for k in _days(s, clause) if _YEAR.fullmatch((t := s.timexes[s.tokens[k].timex]).value)]
    return "anchor" in day.expr and any(t.when.latest and _before(t.when.latest, day) for t in years)


def _before(latest: date, day: Timing) -> bool:
    return day.when.earliest is not None and latest < day.when.earliest


def _firsts(s: Setting, clause: Clause) -> list[int]:
    """Where the expressions of a clause begin."""
    return [k for k in clause.tokens if (n := s.tokens[k].timex) >= 0 and (k == 0 or s.tokens[k - 1].timex != n)]


def _led(s: Setting, k: int, table: Phrases) -> int:
    """How many words right before a place are a phrase of the table, an article at either end counted in, or how many of its
    own first words are one ("auf morgen"); 0 for none."""
    articles = s.grammar.function["articles"]
    ends = [k, *([k - 1] if k and articles.at(s.words, k - 1) else []), *([k + 1] if articles.at(s.words, k) else [])]
    own = [w for w in range(1, _WIDEST) if k + w < len(s.tokens) and s.tokens[k].timex == s.tokens[k + w].timex >= 0]
    inside = next((w for w in own if " ".join(s.words[k : k + w]) in table), 0)
    if inside:
        return inside
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
    beside = _last(s, k) + 1 == group.head or group.head < k <= group.head + 2
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
    """The expressions of a clause that are named only to say that it is another day: "instead of on 3 June", "on 3 June" of
    "not on 3 June but on 10 June" and of "the fair planned for 3 June will be on 10 June", both days of a move that is past."""
    firsts = _days(s, clause)
    group = s.groups.get(clause.index)
    off = group is not None and group.lemma in s.grammar.status["cancelled"]  # off for the day it was planned for
    planned = [] if off else [k for k in firsts if beside_planning(s, clause, k)]
    if planned and len(planned) < len(firsts):
        return frozenset(s.tokens[k].timex for k in planned) | _ruled_out(s, clause, firsts)
    return _ruled_out(s, clause, firsts)


def _ruled_out(s: Setting, clause: Clause, firsts: list[int]) -> frozenset[int]:
    """Those of these expressions that a word rules out, or that a move which is past leads from or to."""
    instead = {s.tokens[k].timex for k in firsts if _leads(s, k, s.grammar.function["instead"])}
    moved = {s.tokens[k].timex for k in firsts if _of_move(s, k)} if moved_then(s, clause) else set()
    return frozenset(instead | _negated(s, clause, firsts) if len(firsts) > 1 else set()) | moved


def beside_planning(s: Setting, clause: Clause, k: int) -> bool:
    """Whether a participle of planning that is no verb of the clause stands near an expression, no other between: "planned for
    Saturday"."""
    tables = [s.grammar.status[name] for name in ("planned", "planned_raised")]
    group = s.groups.get(clause.index)
    verbs = (group.head, group.finite) if group else ()
    for step in (-1, 1):
        for i in range(k + step, k + step * (_BESIDE + 1), step):
            if not 0 <= i < len(s.tokens) or s.tokens[i].mark or s.tokens[i].timex not in (-1, s.tokens[k].timex):
                break
            if i in verbs:
                break
            if any(f.kind == "participle" and f.lemma in table for f in s.tokens[i].forms for table in tables):
                return True
    return False


def _of_move(s: Setting, k: int) -> bool:
    """Whether a day is the one that a thing is moved to or from, and so not the day on which it is moved."""
    return any(_led(s, k, s.grammar.arguments[name]) for name in ("moved_to", "moved_until", "moved_from"))


def corrected(s: Setting, clause: Clause) -> bool:
    """Whether a clause negates nothing but a day or place, for another: "not on 3 June but on 10 June", "nicht in Kiel,
    sondern in Husum"."""
    return bool(_negated(s, clause, _days(s, clause))) or _parallel(s, clause)


def _parallel(s: Setting, clause: Clause) -> bool:
    """Whether one preposition follows right on a negator and, with no verb between, on the "but" behind it."""
    function, words = s.grammar.function, s.words
    own = [k for k in clause.tokens if k + 1 < len(words)]
    denied = [k for k in own if function["negators"].at(words, k) == 1 and function["prepositions"].at(words, k + 1)]
    for k in denied:
        for other in (i for i in own if i > k + 1 and function["corrections"].at(words, i) == 1):
            verbless = not any(s.tokens[i].auxiliary or i == clause.finite for i in range(k, other))
            if verbless and words[other + 1] == words[k + 1]:
                return True
    return False


def is_old_day(s: Setting, k: int) -> bool:
    """Whether the words before a day say that a thing is moved away from it: "from 3 June", "of 3 June"."""
    return _led(s, k, s.grammar.arguments["moved_from"]) > 0


def _days(s: Setting, clause: Clause) -> list[int]:
    return [k for k in _firsts(s, clause) if s.timexes[s.tokens[k].timex].type in _DATED]


def _negated(s: Setting, clause: Clause, firsts: list[int]) -> set[int]:
    """The expression of each two that is negated, where the other is put right after a "but"."""
    function = s.grammar.function

    def before(k: int) -> list[int]:
        return [i for i in clause.tokens if i < k]

    pairs = list(pairwise(firsts))
    first = {
        one
        for one, other in pairs
        if _leads(s, other, function["corrections"]) and any(function["negators"].at(s.words, k) for k in before(one))
    }
    last = {other for _, other in pairs if _set_against(s, other)}
    return {s.tokens[k].timex for k in first | last}


def _set_against(s: Setting, k: int) -> bool:
    """Whether a day is named behind another as the one it is not: "on 10 June, not on 3 June", "am 10. Juni und nicht, wie
    geplant, am 3. Juni"."""
    function, words = s.grammar.function, s.words
    while k and (function["prepositions"].at(words, k - 1) or function["articles"].at(words, k - 1)):
        k -= 1
    if k and s.tokens[k - 1].text == ",":
        opened = next((i for i in range(k - 2, max(k - 2 - _INSERTED, 0), -1) if s.tokens[i].text == ","), k)
        k = opened
    if not k or not function["negators"].at(words, k - 1):
        return False
    before = s.tokens[k - 2] if k > 1 else None
    return before is not None and (before.text == "," or function["coordinators"].at(words, k - 2) == 1)


def _leads(s: Setting, k: int, table: Phrases) -> bool:
    """Whether a phrase of the table stands before an expression, prepositions and articles between them left aside."""
    idle = (s.grammar.function["prepositions"], s.grammar.function["articles"], s.grammar.arguments["moved_until"])
    while not _led(s, k, table):
        if k == 0 or not any(words.at(s.words, k - 1) == 1 for words in idle):
            return False
        k -= 1
    return True


def limited(s: Setting, clause: Clause, timing: Timing) -> Timing:
    """The time of what is to come, "by the end of May" as the last day it can be on, and "not until Friday" as the first."""
    k = next((k for k in _days(s, clause) if s.timexes[s.tokens[k].timex].expr == timing.expr), -1)
    if k < 0:
        return timing
    if timing.expr.startswith(_END) and _led(s, k, s.grammar.arguments["latest"]):
        expr = f"{_UNTIL}{operand(timing.expr)}"
        return replace(timing, expr=expr, when=evaluate(expr, s.printed))
    before = [i for i in clause.tokens if i < k]
    negated = any(s.grammar.function["negators"].at(s.words, i) for i in before)
    if timing.expr.startswith(_UNTIL) and negated and _led(s, k, s.grammar.status["until"]):
        return _until_then(s.timexes[s.tokens[k].timex])
    return timing
