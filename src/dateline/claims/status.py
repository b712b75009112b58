"""Whether it has happened: one readable list of rules, the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.claims.grammar import Grammar
from dateline.claims.verbs import VerbGroup, asked_by, passed_on_by
from dateline.denial import NEGATED, NOT_DONE, OUTRIGHT
from dateline.model import Kind, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at.

    `words` are the clause's own lower-case words, `before` those up to its main verb, `after` those behind it; `weak` a
    verb of saying that only suggests, `denial` one that denies, `not_excluded` one that leaves it open; `obliged` that
    "have" stands with a marked infinitive; `opened_by_since` that "since" is its conjunction, `counted` that it counts,
    `dated` that it names a time; `ahead` that this lies after the article, `behind` before it, `open` that it reaches to
    now; `asks` that an indirect question hangs on the clause, `leaves_open` that it opens with one ("How many came is ...");
    `figured` that its subject names a figure; `moved` that it names the new day of what it puts off or brings forward,
    `moved_then` that this day is past, `put_off_by` by how many days, `corrected` that it negates no more than a day or
    place, for another; `asked` how somebody asks others for it ("for it", "not to").
    """

    words: Sequence[str]
    before: Sequence[str]
    verbs: VerbGroup
    grammar: Grammar
    caption: bool = False
    question: bool = False
    condition: bool = False
    weak: bool = False
    denial: bool = False
    not_excluded: bool = False
    obliged: bool = False
    opened_by_since: bool = False
    counted: bool = False
    dated: bool = False
    said: bool = False
    ahead: bool = False
    behind: bool = False
    open: bool = False
    asks: bool = False
    leaves_open: bool = False
    figured: bool = False
    moved: bool = False
    moved_then: bool = False
    put_off_by: bool = False
    corrected: bool = False
    asked: str = ""
    after: Sequence[str] = ()

    def has(self, table: str) -> str:
        """The first phrase of a status table found in the clause, "" where none is."""
        found = self.grammar.status[table].find(self.words) if table in self.grammar.status else ()
        return " ".join(self.words[slice(*found[0])]) if found else ""

    def lemma_in(self, table: str) -> str:
        """The main verb where the table lists it, else ""."""
        return (
            self.verbs.lemma if table in self.grammar.status and self.verbs.lemma in self.grammar.status[table] else ""
        )

    def raised_in(self, *tables: str) -> str:
        """A raising verb ("plans to ...") that one of the tables lists, else ""."""
        status = self.grammar.status
        return next((r for r in self.verbs.raised for t in tables if t in status and r in status[t]), "")

    @property
    def lasting(self) -> bool:
        """Whether a word says that it goes on since then; "for the first time since" does not."""
        ends = self.lemma_in("momentary")
        return bool(self.has("lasting")) and not (self.has("new_since") or ends or self.opened_by_since)

    @property
    def not_before(self) -> bool:
        """Whether what is negated is only an earlier time: "will not open until Friday"."""
        return bool(self.has("not_before")) or (self.negated and bool(self.has("until")))

    @property
    def negated_plainly(self) -> bool:
        """Whether it is negated itself, and not only a phrase of it ("not by way of Bonn")."""
        function = self.grammar.function
        aside = any(
            end < len(self.words) and function["prepositions"].at(self.words, end)
            for _, end in function["negators"].find(self.words)
        )
        return self.negated and not aside

    @property
    def nobody(self) -> bool:
        """Whether the subject itself is negated: "no child", "nobody"."""
        negators = self.grammar.function["negators"]
        return any(negators.at(self.before, k) for k in range(min(2, len(self.before))))

    @property
    def present(self) -> bool:
        """Whether the verb stands in the present tense by itself, without an auxiliary."""
        return not (self.verbs.past or self.verbs.jobs)

    @property
    def undergoing(self) -> bool:
        """Whether it is told in the present passive, without a time: "worden teruggestuurd"."""
        verbs = self.verbs
        done = "perfect" in verbs.jobs or (self.grammar.be_perfect and "be" in verbs.jobs)
        return verbs.passive and not (verbs.past or done or self.dated)

    @property
    def negated(self) -> bool:
        """Whether the clause's own words negate it; "not only" does not, nor does "not on Monday but on Friday"."""
        function = self.grammar.function
        return not self.corrected and any(
            not function["not_negators"].at(words, i) and not (i and function["prepositions"].at(words, i - 1))
            for words, table in ((self.before, "negators"), (self.words, "negators_anywhere"))
            for i, _ in function[table].find(words)
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer with the rule that gave it, and what the rule rests on: a "word", a verb of "saying", the "day" of the
    article, the "new day" of what is put off, a "figure" that is named, a "tense", a "progressive", the tense of a
    "passive", words that leave it "settled", or a "hint" that is wrong about as often as right."""

    status: Status
    polarity: str
    certainty: str
    kind: Kind
    why: str
    rests_on: str = "word"


Rule = Callable[[Facts], tuple[Status, str] | None]


def _stated_unknown(f: Facts) -> tuple[Status, str] | None:
    found = f.has("unknown_phrases") or f.lemma_in("ignorance") * f.negated
    if f.negated and f.lemma_in("ignorance_saying"):
        asked = f.asks or bool(f.grammar.function["question_words"].find(f.after))
        found = found or f.lemma_in("ignorance_saying") * (asked or bool(f.has("ignorance_nouns")))
    if not found and f.leaves_open:
        return Status.UNKNOWN, "leaves open what it asks"
    return (Status.UNKNOWN, f"says itself that it is not known: {found!r}") if found else None


def _question(f: Facts) -> tuple[Status, str] | None:
    return (Status.UNKNOWN, "a question") if f.question else None


def _held(f: Facts) -> tuple[Status, str] | None:
    """ "hält an der Verbindung fest": what is held on to goes on, a plan stays a plan; who no longer does so drops it."""
    table = f.grammar.status["held"]
    found = next((f"{f.verbs.lemma} {w}" for w in f.words if f"{f.verbs.lemma} {w}" in table), "")
    if not found:
        return None
    if f.negated:
        return Status.CANCELLED, f"no longer held on to: {found!r}"
    planned = f.ahead or f.has("plan_nouns") or f.has("planned_phrases")
    return (Status.PLANNED if planned else Status.ONGOING), f"held on to: {found!r}"


def _cancelled(f: Facts) -> tuple[Status, str] | None:
    if f.moved or f.moved_then:
        return None
    if f.put_off_by and not f.negated:
        return Status.CANCELLED, f"put off by days or more: {f.verbs.lemma!r}"
    found = f.lemma_in("cancelled") or f.has("cancelled_phrases")
    if not found and f.negated and not f.not_before:
        found = f.lemma_in("cancelled_negated")
        if found:
            return Status.CANCELLED, f"it does not happen: {found!r}"
    if not found and f.has("plan_nouns"):
        found = f.lemma_in("cancelled_with")
    return (Status.CANCELLED, f"called off: {found!r}") if found and not f.lemma_in("cancelled") * f.negated else None


def _denied(f: Facts) -> tuple[Status, str] | None:
    if f.denial:
        return Status.DENIED, "the source denies it"
    # "spreken elkaar tegen": who disagree with one another deny nothing.
    found = f.lemma_in("denied") * (not f.has("reciprocal") and not f.negated) or f.has("denied_phrases")
    return (Status.DENIED, f"{OUTRIGHT}{found!r}") if found else None


def _limited(f: Facts) -> tuple[Status, str] | None:
    """ "may carry no more than 300 passengers": a permission with a limit; "may cost no more than ..." only guesses."""
    permits = f.verbs.jobs & {"allowed", "permitted"} or ("maybe" in f.verbs.jobs and not f.lemma_in("measuring"))
    found = f.has("limits") if permits and f.counted and "perfect" not in f.verbs.jobs else ""
    return (Status.REQUIRED, f"allowed up to a limit: {found!r}") if found else None


def _maybe(f: Facts) -> tuple[Status, str] | None:
    if f.not_excluded:
        return Status.POSSIBLE, "the source does not exclude it"
    forbids = bool(f.has("forbidding")) and f.negated and (f.verbs.passive or f.nobody)
    if "maybe" in f.verbs.jobs and forbids:
        return Status.REQUIRED, "forbidden"
    if "maybe" in f.verbs.jobs:
        return Status.POSSIBLE, "the auxiliary says it may or may not be"
    found = f.has("possible_phrases")
    return (Status.POSSIBLE, f"not excluded: {found!r}") if found else None


def _asked(f: Facts) -> tuple[Status, str] | None:
    return (Status.REQUIRED, f"somebody asks others {f.asked}") if f.asked else None


def _refused(f: Facts) -> tuple[Status, str] | None:
    found = f.raised_in("denied_raised")
    return (Status.DENIED, f"{NOT_DONE}{found!r}") if found else None


def _believed(f: Facts) -> tuple[Status, str] | None:
    weak = f.grammar.reporting.get(f.verbs.lemma) == "weaken" and f.verbs.passive and not f.ahead
    return (Status.POSSIBLE, f"only believed: {f.verbs.lemma!r}") if weak else None


def _hearsay(f: Facts) -> tuple[Status, str] | None:
    if "hearsay" in f.verbs.jobs:
        return Status.POSSIBLE, "hearsay: the auxiliary passes on what others say"
    passed_on = passed_on_by(f.verbs, f.grammar)
    found = ("" if "foreseen" in f.verbs.jobs else f.has("hearsay")) or passed_on
    return (Status.POSSIBLE, f"hearsay without a source: {found!r}") if found else None


def _seeming(f: Facts) -> tuple[Status, str] | None:
    found = f.raised_in("seeming", "seeming_raised") or f.lemma_in("seeming")
    return (Status.POSSIBLE, f"it only seems so: {found!r}") if found else None


def _condition(f: Facts) -> tuple[Status, str] | None:
    return (Status.POSSIBLE, "stands under a condition") if f.condition else None


def _possible(f: Facts) -> tuple[Status, str] | None:
    jobs = f.verbs.jobs & {"possible", "able"}
    if jobs and not f.negated:
        return Status.POSSIBLE, "the auxiliary says it can or may be"
    found = f.has("possible") if not f.verbs.jobs & {"possible", "able"} else ""
    main = "" if f.verbs.passive or f.counted else f.lemma_in("weighed")
    if f.verbs.kind == "gerund" and "be" in f.verbs.jobs:
        main = main or f.lemma_in("weighed_now")  # "is considering a ban"
    found = found or ((f.raised_in("weighed") or main) if not f.negated else "")
    return (Status.POSSIBLE, f"put as possible: {found!r}") if found else None


def _required(f: Facts) -> tuple[Status, str] | None:
    if {"required", "past_perfect"} <= f.verbs.jobs:
        return Status.PLANNED, "should have been: it was due"
    if {"advised", "perfect"} <= f.verbs.jobs and not f.negated:
        return Status.PLANNED, "should have been: it was due"
    if "conditional" in f.verbs.jobs and f.condition:
        return None
    if {"required", "perfect"} <= f.verbs.jobs and not f.verbs.past:
        return Status.POSSIBLE, "the auxiliary infers that it has been"
    if f.obliged:
        return (Status.DENIED if f.negated else Status.REQUIRED), "the auxiliary says it has to be"
    if "required" in f.verbs.jobs or ("ought" in f.verbs.jobs and not f.dated):
        return Status.REQUIRED, "the auxiliary says it has to be"
    if "allowed" in f.verbs.jobs:
        return (Status.REQUIRED, "forbidden") if f.negated else (Status.ONGOING, "allowed")
    if "needless" in f.verbs.jobs:
        return (Status.DENIED if f.negated else Status.REQUIRED), "the auxiliary says whether it has to be"
    found = f.raised_in("required_raised") or f.has("required_phrases") or f.lemma_in("required_direct")
    found = found or asked_by(f.verbs, f.grammar)
    return (Status.REQUIRED, f"an obligation: {found!r}") if found and not f.negated else None


def _moved(f: Facts) -> tuple[Status, str] | None:
    """ "has been put off until 15 October": from then on it is planned for its new day."""
    if not f.moved:
        return None
    if f.negated:
        return Status.DENIED, f"does not get another day: {f.verbs.lemma!r}"
    return Status.PLANNED, f"gets another day: {f.verbs.lemma!r}"


def _remaining(f: Facts) -> tuple[Status, str] | None:
    """ "bleibt bis Freitag gesperrt": it is so now, and what is named is its end. From a day ahead on it would be a plan."""
    plain = f.present and not (f.negated or f.ahead or f.has("planned_phrases"))
    stays = f.lemma_in("remaining") if plain else ""
    return (Status.ONGOING, f"stays as it is: {stays!r}") if stays else None


def _planned(f: Facts) -> tuple[Status, str] | None:
    found = f.lemma_in("planned") or f.raised_in("planned", "planned_raised") or f.has("planned_phrases")
    if found and not f.negated:
        return Status.PLANNED, f"a plan: {found!r}"
    if f.verbs.jobs & {"due", "future", "foreseen"}:
        return Status.PLANNED, "the auxiliary puts it in the future"
    if "planned" in f.verbs.jobs and not f.negated:
        return Status.PLANNED, "the auxiliary tells of an intention"
    if "conditional" in f.verbs.jobs:
        return Status.PLANNED, "the future, seen from the past or from a source"
    if f.ahead and f.lemma_in("planned_raised"):
        return Status.PLANNED, f"foreseen for a later day: {f.verbs.lemma!r}"
    if f.ahead and not f.verbs.past and "perfect" not in f.verbs.jobs:
        if f.not_before:
            return Status.PLANNED, "its time lies after the article, and not before"
        if f.negated_plainly:
            return Status.CANCELLED, "its time lies after the article, and it does not take place"
        return Status.PLANNED, "its time lies after the article"
    return None


def _weak(f: Facts) -> tuple[Status, str] | None:
    return (Status.POSSIBLE, "the source only suggests it") if f.weak else None


def _tense(f: Facts) -> tuple[Status, str] | None:
    jobs, g = f.verbs.jobs, f.grammar
    if f.caption:
        return Status.HAPPENED, "a caption tells what the picture shows"
    progressive = f.verbs.kind == "gerund" or "gerund" in jobs
    if jobs & {"be"} and progressive and f.verbs.past and not (f.said or f.lasting):
        return Status.HAPPENED, "the progressive, of a past day"
    if jobs & {"be", "nonfinite"} and progressive and "past_perfect" not in jobs:
        return Status.ONGOING, "the progressive says it goes on"
    lasts = f.open and f.verbs.lemma == g.lemmas.get("be")
    if "perfect" in jobs and "past_perfect" not in jobs and (lasts or f.lasting):
        return Status.ONGOING, "has been so since a time that is named"
    if f.verbs.kind == "gerund" and not jobs:
        return Status.HAPPENED, "told as done, without a tense of its own"
    if "perfect" in jobs or f.verbs.past:
        return Status.HAPPENED, "told in a past tense"
    if f.verbs.kind == "participle" and "be" in jobs and f.lasting:
        return Status.ONGOING, "has been so since a time that is named"
    if f.verbs.kind == "participle" and jobs and ((g.be_perfect and "be" in jobs) or f.behind):
        return Status.HAPPENED, "the participle tells of something done"
    if f.figured and f.present:
        return Status.HAPPENED, "a figure of what has been"
    if f.behind and not f.has("ongoing_phrases"):
        return Status.HAPPENED, "its time lies before the article"
    return Status.ONGOING, "told in the present tense"


POLICY: tuple[Rule, ...] = (
    _question,
    _asked,
    _limited,
    _maybe,
    _stated_unknown,
    _held,
    _cancelled,
    _denied,
    _refused,
    _hearsay,
    _seeming,
    _required,
    _condition,
    _possible,
    _moved,
    _remaining,
    _planned,
    _weak,
    _believed,
    _tense,
)


_RESTS_ON: dict[Rule, str] = {_weak: "hint", _believed: "hint"}
"""What rules rest on that rest on no word of their own."""


def decide(facts: Facts) -> Verdict:
    """Status, polarity, certainty and kind of a clause, by the first rule of `POLICY` that holds."""
    rule, (status, why) = next((rule, found) for rule, found in ((rule, rule(facts)) for rule in POLICY) if found)
    rests_on = _RESTS_ON.get(rule, "word")
    if rule is _tense:
        figure = facts.figured and facts.present
        rests_on = "passive" if facts.undergoing else "figure" if figure else facts.verbs.tense
    # What is done once has been done, however long one counts; and what has a limit is allowed.
    counted_up = rule is _tense and facts.has("lasting") and facts.lemma_in("momentary") and facts.counted
    if rule is _held or (rule is _remaining and facts.dated):
        rests_on = "settled"
    if rule in (_limited, _asked) or (counted_up and status is Status.HAPPENED):
        rests_on = "saying"
    if facts.denial or facts.not_excluded:
        rests_on = "saying" if rule in (_denied, _maybe) else rests_on
    past = facts.verbs.past or "perfect" in facts.verbs.jobs
    if (facts.ahead and status is Status.PLANNED) or (facts.behind and past and status is Status.HAPPENED):
        rests_on = "day"
    if rule is _moved:
        rests_on = "new day"
    only_later = status is Status.PLANNED and facts.not_before
    negative = facts.negated and status not in (Status.UNKNOWN, Status.CANCELLED) and not only_later
    negative = facts.asked == "not to" if rule is _asked else negative
    if negative and status in (Status.HAPPENED, Status.ONGOING, Status.PLANNED):
        status, why, rests_on = Status.DENIED, f"{why}{NEGATED}", "word"
    kind = Kind.QUESTION if facts.question else Kind.STATED_UNKNOWN if status is Status.UNKNOWN else Kind.REPORT
    if status in (Status.HAPPENED, Status.ONGOING, Status.PLANNED) and facts.has("probable"):
        status, why, rests_on = Status.POSSIBLE, f"{why}, but only probably", "word"
    certainty = "probable" if facts.has("probable") else "possible" if status is Status.POSSIBLE else "certain"
    return Verdict(
        status, "negative" if negative or status is Status.DENIED else "positive", certainty, kind, why, rests_on
    )
