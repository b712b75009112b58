"""What opens a clause: the decisions of the pass that need to look ahead, over the stack of clauses that are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.claims.clauses import Opener
from dateline.claims.forms import AHEAD, Words
from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon
from dateline.claims.tokens import Token, paired_dashes

_OPENING = frozenset(
    ("first_questions", "question_words", "complementizers", "relatives", "gerund_openers", "subordinators")
)
"""Classes of words that can open a clause."""

_PHRASE = 4
"""Words of a phrase that goes with a pronoun and its verb: "dat van de hand"."""


@dataclass(slots=True)
class Open:
    """A clause while the pass fills it: `boundary` is its last comma or coordinator, `closed` the last mark nothing crosses."""

    index: int
    parent: int
    opener: Opener
    word: str = ""
    tokens: list[int] = field(default_factory=list)
    finite: int = -1
    boundary: int = -1
    closed: int = -1
    elided: bool = False


class Openers:
    """The open clauses of one sentence and what they still wait for."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> None:
        self.tokens, self.grammar, self.noise = tokens, grammar, lexicon.noise
        self.words = [t.word for t in tokens]
        self.read = Words(tokens, self.words, grammar, lexicon)
        self.clauses = [Open(0, -1, Opener.MAIN)]
        self.stack = [0]
        self.dashes = paired_dashes(tokens)

    @property
    def top(self) -> Open:
        """The innermost open clause."""
        return self.clauses[self.stack[-1]]

    def is_(self, name: str, i: int) -> bool:
        """Whether a word of that closed class starts at `i`."""
        return self.read.is_(name, i)

    def finite_like(self, i: int) -> bool:
        """Whether the word at `i` could be the finite verb of the clause open now."""
        return self.read.finite_like(i, served=self.top.finite >= 0) or self.verb_second(i)

    def verb_second(self, i: int) -> bool:
        """Where verbs come second: a noun-like form right behind an opening time or adverb is the verb ("gisteren reden ...")."""
        t = self.tokens[i]
        if not self.grammar.verb_final or self.top.finite >= 0 or t.capital:
            return False
        if not any(f.kind in ("present", "past") for f in t.forms):
            return False
        opening = [k for k in self.top.tokens if not self.tokens[k].mark]
        if not (opening and opening[-1] == i - 1):
            return False
        led = all(self.tokens[k].timex >= 0 or self.is_("adverbs", k) or self.is_("coordinators", k) for k in opening)
        return led and any(self.tokens[k].timex >= 0 for k in opening)

    def ambiguous(self, i: int) -> bool:
        """Whether the form at `i` need not be finite."""
        return self.read.ambiguous(i)

    def reports(self, i: int) -> bool:
        """Whether the word at `i` is a verb of saying in the clause open now."""
        return self.read.reports(i, self.top.tokens)

    def waits(self, clause: Open) -> bool:
        """Whether the clause's finite auxiliary still waits for its participle or infinitive."""
        if clause.finite < 0 or not self.tokens[clause.finite].auxiliary:
            return False
        if clause.boundary > clause.finite and not self.grammar.verb_final:
            return False
        if self.grammar.verb_final and self.read.nonfinite(clause.tokens[0]) and clause.tokens[0] == clause.finite - 1:
            return False  # "Aufgehoben wurde das Verbot ..."
        return not any(self.read.nonfinite(k) for k in clause.tokens if k > clause.finite)

    def wants_nonfinite(self, clause: Open, i: int) -> bool:
        """Whether that waiting auxiliary takes the form found at `i`."""
        if clause.opener is Opener.RELATIVE and self.tokens[i].auxiliary and self.around_waits(clause, i):
            return False
        return self.ambiguous(i) and (self.waits(clause) or self.chained(clause, i))

    def around_waits(self, clause: Open, i: int) -> bool:
        """ "those who need treatment have been seen": an auxiliary behind an object is the verb of the clause around."""
        behind = any(not self.is_("adverbs", k) for k in clause.tokens if k > clause.finite >= 0)
        awaited = any(self.clauses[c].finite < 0 for c in self.stack[:-1])
        return awaited and behind and not self.grammar.verb_final and not self.tokens[i - 1].auxiliary

    def chained(self, clause: Open, i: int) -> bool:
        """ "was to be reopened", "should have been fully repaired": the auxiliary waits behind another, that takes it on."""
        before = next((k for k in reversed(clause.tokens) if not self.is_("adverbs", k)), -1)
        behind = -1 < clause.finite < before and bool(self.tokens[clause.finite].auxiliary)
        takes = any(f.kind == "participle" for f in self.tokens[i].forms)
        return behind and takes and "nonfinite" in self.tokens[before].auxiliary

    def saying(self, clause: Open) -> int:
        """The position of the clause's verb of saying ("said", "has warned"), -1 where its verb is another or passive."""
        if clause.finite < 0:
            return -1
        jobs = self.tokens[clause.finite].auxiliary
        if not jobs:
            return clause.finite if self.read.reports(clause.finite, clause.tokens) else -1
        behind = [k for k in clause.tokens if k > clause.finite and self.read.nonfinite(k)]
        if not behind or not self.read.reports(behind[0], clause.tokens):
            return -1
        going_on = "be" in jobs and self.read.gerund(behind[0])
        return behind[0] if "perfect" in jobs or going_on else -1

    def opener(self, i: int) -> tuple[Opener | None, int]:
        """What the word or phrase at `i` opens, and how many words it takes; None where it opens nothing."""
        function, words = self.grammar.function, self.words
        if _OPENING.isdisjoint(self.tokens[i].classes) or not self.read.may_open(i):
            return None, 0
        inner = self.read.words_before(i) and not (self.grammar.clause_comma and not self.is_("relatives", i))
        asked = 0 if inner or self.tokens[-1].text == "?" else function["first_questions"].at(words, i)
        if asked and self.has_verb_ahead(i + asked):
            return Opener.QUESTION, asked
        if (width := function["question_words"].at(words, i)) and self.asked_about(i):
            return Opener.QUESTION, width
        if (width := function["complementizers"].at(words, i)) and self.complement_place(i):
            return Opener.COMPLEMENT, width
        if (width := function["relatives"].at(words, i)) and self.relative_place(i):
            return Opener.RELATIVE, width
        if function["not_openers"].at(words, i):
            return None, 0
        if (
            (width := function["gerund_openers"].at(words, i))
            and i + width < len(words)
            and self.read.gerund(i + width)
        ):
            return Opener.GERUND, width
        # "Sollte der Damm brechen, ...": an auxiliary opens a condition only as the first word.
        if (width := function["subordinators"].at(words, i)) and not (i and self.tokens[i].auxiliary):
            following = i + width
            # "Damit sind ...": where verbs come second, one right behind the first word makes that an adverb.
            second = self.grammar.clause_comma and i == 0 and following < len(words) and self.finite_like(following)
            stray = self.dates(i, following) or self.adverbial(i, following)
            if not second and not stray and self.has_verb_ahead(following):
                return Opener.SUBORDINATE, width
        return None, 0

    def dates(self, i: int, following: int) -> bool:
        """ "until Thursday": a subordinator right before a time is a preposition; "after Thursday's storm" is left open."""
        if not self.is_("before_times", i) or following >= len(self.tokens):
            return False
        time = self.tokens[following]
        behind = self.tokens[following + 1].text if following + 1 < len(self.tokens) else ""
        return time.timex >= 0 and not ({"'", "’"} & {*time.text, *behind[:1]})

    def adverbial(self, i: int, following: int) -> bool:
        """ "a flu never seen before has killed sixty": no clause opens right before its auxiliary."""
        finite = following < len(self.tokens) and self.tokens[following].auxiliary and self.finite_like(following)
        return bool(finite) and not self.grammar.verb_final and i > 0 and self.words[i] not in self.grammar.as_said

    def asked_about(self, i: int) -> bool:
        """ "it is unclear whether ...", "nobody knows how ...": a question word right behind a verb or a word of not knowing."""
        if i < 2 or self.top.finite < 0 or not self.has_verb_ahead(i + 1):
            return False
        unknown = self.grammar.status["unknown_phrases"]
        near = any(unknown.at(self.words, k) and k + unknown.at(self.words, k) == i for k in range(max(0, i - 4), i))
        verb = (
            bool(self.tokens[i - 1].forms)
            and self.tokens[i - 1].word not in self.noise
            and self.tokens[i - 1].mention < 0
        )
        return near or (verb and not self.is_("subordinators", i)) or self.words[i] in self.grammar.whether

    def complement_place(self, i: int) -> bool:
        """A complementizer follows a verb that takes one, or a coordinator after an earlier complement."""
        if i + 1 >= len(self.tokens) or self.takes_up(i):
            return False
        if self.tokens[i + 1].text == ",":
            return self.top.finite >= 0 and any(self.reports(k) for k in self.top.tokens)
        if self.finites_ahead(i + 1, self.read.stretch(i + 1)) < 1:
            return False
        if self.is_("coordinators", i - 1):
            return any(c.opener is Opener.COMPLEMENT for c in self.clauses)
        if self.is_("question_words", i) and not self.is_("relatives", i):
            return self.top.finite >= 0 and self.reports(self.top.finite)
        if self.is_("noun_complements", i):
            return self.tokens[i - 1].text == ","
        if i == 0 and self.grammar.verb_final:
            return self.turned_round()
        own = self.top
        if own.finite < 0:
            return False
        said = next((k for k in reversed(own.tokens) if self.reports(k)), -1)
        if (said >= 0 and not self.busy(said, i)) or own.finite == i - 1:
            return True
        before = self.tokens[i - 1]
        verb = self.grammar.verb_final and bool(before.forms) and before.word not in self.noise
        return verb or self.is_("subject_dummies", own.tokens[0])

    def takes_up(self, i: int) -> bool:
        """ "denied that and said ...", "heeft dat ontkend": a complementizer that is a pronoun and opens nothing."""
        behind = i + 2 if self.tokens[i + 1].text == "," else i + 1
        if not self.grammar.attribution["pointers"].at(self.words, i):
            return False
        had = self.tokens[i - 1].auxiliary if i and self.top.finite == i - 1 else frozenset[str]()
        return self.is_("coordinators", behind) or ("perfect" in had and "be" not in had) or self.verbless(i + 1)

    def verbless(self, i: int) -> bool:
        """ "sprak dat tegen en zei ...": where clauses end with their verbs, one that has none before the next finite is none."""
        joint = next((k for k in range(i, min(i + _PHRASE, len(self.tokens) - 1)) if self.is_("coordinators", k)), -1)
        empty = not any(self.finite_like(k) or self.tokens[k].mark for k in range(i, joint))
        return (
            self.grammar.verb_final
            and joint > i
            and empty
            and self.reports(joint + 1)
            and not self.ambiguous(joint + 1)
        )

    def turned_round(self) -> bool:
        """ "Dat het lek was, ontkende de rederij": what is said stands first and ends with its verb; that of saying follows."""
        end = self.read.stretch(1)
        follows = end + 1 < len(self.tokens) and self.tokens[end].text == "," and self.read.reports(end + 1, [])
        return follows and self.read.verb_closes(1)

    def busy(self, said: int, i: int) -> bool:
        """Whether a verb of saying has an infinitive before `i` already: "agreed to swap prisoners after talks that ..."."""
        inner = range(said + 1, i - 1)
        marked = (k for k in inner if self.is_("infinitive_markers", k) and not self.grammar.verb_final)
        return any(any(f.kind == "infinitive" for f in self.tokens[k + 1].forms) for k in marked)

    def relative_place(self, i: int) -> bool:
        """A relative follows a noun or a comma, and has a finite verb of its own."""
        if i == 0:
            return False
        before = self.tokens[i - 1]
        if self.is_("prepositions", i - 1) and self.is_("determiners", i) and not self.particle(i - 1):
            return False
        noun = before.text == "," or before.closes or not (before.mark or before.auxiliary or i - 1 == self.top.finite)
        follower = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if follower is None or not noun:
            return False
        if self.is_("determiners", i) and self.is_("coordinators", i - 1):
            return False
        if self.grammar.clause_comma and not self.read.verb_closes(i + 1):
            return False
        return self.has_verb_ahead(i + 1)

    def leads_relative(self, i: int) -> bool:
        """ "de beurs, die maandag begon": what could be "that Monday" opens a relative behind a comma, behind the noun that the
        sentence begins with ("De man die zaterdag viel, is ..."), or behind an object; its verb follows."""
        opens = self.grammar.verb_final and self.is_("relatives", i) and i > 1
        if not opens or not self.relative_place(i):
            return False
        if self.tokens[i - 1].text == ",":
            return self.read.verb_closes(i + 1)
        return self.topic(i) or self.of_object(i)

    def of_object(self, i: int) -> bool:
        """ "beëindigde een staking die maandag was begonnen": behind the verb of the clause, and ending with verbs itself."""
        end = next((k for k in range(i + 1, len(self.tokens)) if self.read.joins(k)), len(self.tokens))
        verbs = [k for k in range(i + 1, end) if self.finite_like(k) or self.read.nonfinite(k)]
        tail = verbs[-2:] if len(verbs) > 1 and verbs[-2] == end - 2 else verbs[-1:]
        closes = bool(tail) and tail[-1] == end - 1 and any(self.finite_like(k) for k in tail)
        return closes and self.top.finite >= 0 and not self.waits(self.top)

    def topic(self, i: int) -> bool:
        """Whether the sentence begins with a noun, and a relative and the verb of the sentence can follow at `i`."""
        leads = ("prepositions", "adverbs", "subordinators", "question_words")
        if self.top.index or self.top.finite >= 0 or any(self.is_(n, 0) for n in leads) or self.tokens[0].timex >= 0:
            return False
        end = self.read.stretch(i + 1)
        after = end + 1 < len(self.tokens) and self.tokens[end].text == "," and self.finite_like(end + 1)
        return not any(t.mark for t in self.tokens[:i]) and self.finites_ahead(i + 1, end) + after > 1

    def particle(self, i: int) -> bool:
        """Whether the word at `i` goes with the verb of the clause: "pakte een man op | die zondag ontsnapte"."""
        forms = self.tokens[self.top.finite].forms if self.top.finite >= 0 else ()
        return any((self.words[i], f.lemma) in self.read.lexicon.separable for f in forms)

    def has_verb_ahead(self, i: int) -> bool:
        """Whether a clause opened before `i` finds a finite verb that no clause around it needs.

        Behind a comma that ends the stretch, the main clause may find its own.
        """
        end = self.read.stretch(i)
        count = self.finites_ahead(i, end)
        after = end < len(self.tokens) and any(
            self.finite_like(k) for k in range(end, min(len(self.tokens), end + AHEAD))
        )
        inner = sum(1 for c in self.stack if self.clauses[c].finite < 0 and (c or not after))
        return count > inner

    def finites_ahead(self, i: int, end: int) -> int:
        """Finite verb candidates in a stretch, without one that an auxiliary waits for or that a complement will take."""
        count, owed, waits = 0, 0, self.waits(self.top)
        for k in range(i, min(end, i + AHEAD)):
            if self.finite_like(k) and not self.read.plural_noun(k):
                if waits and self.ambiguous(k):
                    waits = False
                elif owed:
                    owed -= 1
                else:
                    count += 1
            elif self.is_("complementizers", k) and self.tokens[k - 1].timex >= 0:
                owed += 1
        return count

    def joined_on(self, own: Open, i: int) -> bool:
        """ "The virus, which spreads easily and causes fever, has ...": a second verb of a relative, joined on to its first,
        where the clause around it finds its own behind."""
        awaited = any(self.clauses[c].finite < 0 for c in self.stack[:-1])
        if own.opener is not Opener.RELATIVE or own.finite < 0 or not awaited:
            return False
        joined = own.boundary > own.finite and self.is_("coordinators", own.boundary)
        if i + 2 < len(self.tokens) and self.tokens[i + 1].text == "," and self.finite_like(i + 2):
            return joined or not self.grammar.verb_final  # "which causes brown spots, has ..."
        bare = all(self.is_("adverbs", k) for k in range(own.boundary + 1, i))
        return joined and bare and not self.grammar.verb_final and self.finites_ahead(i + 1, len(self.tokens)) > 0

    def subject_between(self, own: Open, i: int) -> bool:
        """Whether a word that can be a subject stands between the last boundary and the verb at `i`."""
        words = [k for k in own.tokens if k > own.boundary and not self.tokens[k].mark and self.tokens[k].timex < 0]
        return any(not self.is_("adverbs", k) and not self.is_("negators", k) for k in words if k < i)

    def main_order(self, own: Open, i: int) -> bool:
        """Whether a verb of saying joined on to what is said stands as in a main clause: none says "that" of the first, or one
        does of both, or where verbs end what is said, words follow it ("zei dat het dicht was en de politie zei dat ...")."""
        behind = i + 2 if i + 1 < len(self.tokens) and self.tokens[i + 1].mark else i + 1
        if not own.word or behind >= len(self.tokens):
            return not own.word
        follows = self.grammar.verb_final and behind == i + 1 and not self.finite_like(behind)
        return self.is_("complementizers", behind) or follows
