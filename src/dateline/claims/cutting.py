"""A sentence cut into clauses, each with its verb group: one pass from the left with a stack of open clauses.

No parser stands behind this: a clause opens at a subordinator, relative, complementizer or bracket, or where a second
finite verb meets a boundary; a finite verb goes to the innermost open clause that still lacks one. The pass is linear but
for a bounded look ahead, and gives every token to exactly one clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon
from dateline.claims.openers import Open, Openers
from dateline.claims.tokens import QUOTES, Token

_SHORT_SUBJECT = 8
_CLOSED_BY_COMMA = (Opener.SUBORDINATE, Opener.RELATIVE, Opener.GERUND, Opener.QUESTION)


class _Pass(Openers):
    """The state of one pass over one sentence; made and thrown away by `cut`."""

    def open(self, opener: Opener, word: str) -> Open:
        clause = Open(len(self.clauses), self.stack[-1], opener, word)
        self.clauses.append(clause)
        self.stack.append(clause.index)
        return clause

    def run(self) -> tuple[Clause, ...]:
        skip = 0
        for i, t in enumerate(self.tokens):
            if skip:
                skip -= 1
                self.top.tokens.append(i)
            elif t.mark:
                self.mark(i, t)
            elif t.mention >= 0 or (t.timex >= 0 and not self.leads_relative(i)):
                self.top.tokens.append(i)
            else:
                skip = self.word(i)
        self.rescue()
        return tuple(
            Clause(c.index, c.parent, c.opener, c.word, tuple(c.tokens), c.finite, c.elided)
            for c in self.clauses
            if c.tokens
        )

    def mark(self, i: int, t: Token) -> None:
        if t.opens or self.dashes.get(i) == 1:
            self.open(Opener.PARENTHESIS, t.text).tokens.append(i)
            return
        if t.closes or self.dashes.get(i) == -1:
            self.close_parenthesis(i)
            return
        if t.text in QUOTES and t.text not in "„‚" and i > 0 and self.tokens[i - 1].text == ",":
            # A quotation ends here: what follows says who said it.
            self.stack = self.stack[:1]
            self.top.boundary = self.top.closed = i
        if t.text == ";":
            self.top.closed = i
        if t.text in ",;:" or t.dash:
            if self.top.opener is Opener.INSERTED:
                self.stack.pop()
            while len(self.stack) > 1 and t.text != ":" and self.closes_at_comma():
                self.stack.pop()
            self.top.boundary = i
        self.top.tokens.append(i)

    def closes_at_comma(self) -> bool:
        """A relative ends at a comma; other clauses only where the one around them still lacks its verb."""
        if self.top.finite < 0 or self.top.opener not in _CLOSED_BY_COMMA:
            return False
        return self.top.opener is Opener.RELATIVE or any(self.clauses[c].finite < 0 for c in self.stack[:-1])

    def close_parenthesis(self, i: int) -> None:
        opened = [c for c in self.stack if self.clauses[c].opener is Opener.PARENTHESIS]
        if opened:
            self.clauses[opened[-1]].tokens.append(i)
            del self.stack[self.stack.index(opened[-1]) :]
        else:
            self.top.tokens.append(i)

    def word(self, i: int) -> int:
        """Take one word; how many of the words behind it belong to the same phrase."""
        opener, width = self.opener(i)
        if opener is not None:
            clause = self.open(opener, " ".join(self.words[i : i + width]))
            clause.tokens.append(i)
            return width - 1
        if self.is_("coordinators", i):
            self.top.boundary = i
            self.top.tokens.append(i)
            return 0
        if self.is_("not_openers", i):
            self.top.tokens.append(i)
            return self.grammar.function["not_openers"].at(self.words, i) - 1
        if self.gerund_head(i):
            self.top.finite = i
        elif self.finite_like(i) and not self.told_of(self.top, i) and not self.report(self.top, i):
            return self.finite(i)
        elif self.said_to(i):
            self.split(self.top, self.saying(self.top), i, Opener.COMPLEMENT)
            return 0
        self.top.tokens.append(i)
        return 0

    def said_to(self, i: int) -> bool:
        """ "claims to have ...": the infinitive of an auxiliary behind a verb of saying is what is said."""
        own = self.top
        marked = bool(self.tokens[i].auxiliary) and self.is_("infinitive_markers", i - 1)
        return marked and self.saying(own) >= 0

    def gerund_head(self, i: int) -> bool:
        return self.top.opener is Opener.GERUND and self.top.finite < 0 and self.read.gerund(i)

    def finite(self, i: int) -> int:
        own = self.top
        if own.finite < 0:
            if own.opener is Opener.GERUND:
                return self.hand_out(i)
            if self.inserted(own, i):
                self.split(own, own.boundary, i, Opener.INSERTED)
                return 0
            own.finite = i
            own.tokens.append(i)
            return 0
        if own.closed > own.finite:
            # '..." Mary Smith, the mayor, told reporters': commas behind that mark only set something apart.
            own.boundary = own.closed
            self.coordinate(own, i)
            return 0
        if self.wants_nonfinite(own, i) or self.joined_on(own, i):
            own.tokens.append(i)
            return 0
        if self.takes_over(own, i):
            own.finite = i
            own.tokens.append(i)
            return 0
        boundary = own.boundary > own.finite
        if not boundary and self.resumes(own, i):
            return 0
        said = self.said_before(own, i, boundary)
        if said >= 0:
            self.split(own, said, i, Opener.COMPLEMENT)
        elif self.awaited() and (not self.ambiguous(i) or self.goes_on(own, i)):
            return self.hand_out(i)
        elif self.replaces(own, i, boundary):
            own.finite = i
            own.tokens.append(i)
        elif boundary:
            self.coordinate(own, i)
        else:
            own.tokens.append(i)
        return 0

    def awaited(self) -> bool:
        """Whether a clause around the innermost one still lacks its verb."""
        return any(self.clauses[c].finite < 0 for c in self.stack[:-1])

    def goes_on(self, own: Open, i: int) -> bool:
        """ "The man who was hurt on Saturday died": behind a relative that has its verb, a form that could be a participle is
        the verb of the clause around it, right behind a time, which carries no participle, or before an object of its own,
        or where none follows."""
        if own.opener is not Opener.RELATIVE or own.boundary > own.finite:
            return False
        takes = self.is_("determiners", i + 1) or self.is_("pronouns", i + 1)
        takes = takes or (bool(self.tokens[i].auxiliary) and self.around_waits(own, i))
        return takes or self.tokens[i - 1].timex >= 0 or self.finites_ahead(i + 1, self.read.stretch(i + 1)) == 0

    def told_of(self, own: Open, i: int) -> bool:
        """ "denied it, claiming rebels had shelled the town": right behind a gerund of saying stands no verb but a subject."""
        behind = own.boundary == i - 2 and self.tokens[own.boundary].text == "," and own.finite >= 0
        says = any(f.kind == "gerund" and f.lemma in self.grammar.reporting for f in self.tokens[i - 1].forms)
        noun = not self.tokens[i].auxiliary and all(f.kind in ("present", "infinitive") for f in self.tokens[i].forms)
        return behind and says and noun and self.finites_ahead(i + 1, len(self.tokens)) > 0

    def report(self, own: Open, i: int) -> bool:
        """ "rejected reports that ...", "Reports that ... are false": a noun there, whatever verb looks alike."""
        joint = i + 2 if i + 1 < len(self.tokens) and self.tokens[i + 1].text == "," else i + 1
        if not (self.grammar.status["rumours"].at(self.words, i) and self.is_("complementizers", joint)):
            return False
        if own.finite < 0:
            return all(self.tokens[k].mark for k in own.tokens)
        denies = any(self.grammar.reporting.get(f.lemma) == "deny" for f in self.tokens[own.finite].forms)
        return denies and not any(self.is_("prepositions", k) for k in range(own.finite + 1, i))

    def replaces(self, own: Open, i: int, boundary: bool) -> bool:
        """Whether the word at `i` is the finite verb, and what was taken for it before is none."""
        if boundary:
            return self.reduced(own, i)
        later = self.ambiguous(own.finite) and self.prefers_later(own, i)
        return later or self.read.noun_after_all(own.finite, i)

    def resumes(self, own: Open, i: int) -> bool:
        """ "said a man who had been ill died": behind a relative that has its verb, what is said goes on, its subject before the
        relative. Whether it did; the clause of it is made then."""
        around = self.clauses[own.parent] if own.opener is Opener.RELATIVE and own.parent >= 0 else None
        said = self.saying(around) if around is not None and not self.grammar.verb_final else -1
        if around is None or said < 0 or {f.lemma for f in self.tokens[said].forms} & self.grammar.that_only:
            return False
        doubtful = self.ambiguous(i) and (
            self.read.trailing_participle(i) or self.finites_ahead(i + 1, len(self.tokens))
        )
        subject = [k for k in around.tokens if k > said and not self.tokens[k].mark]
        told = any(c.opener is Opener.COMPLEMENT and c.parent == around.index for c in self.clauses)
        if doubtful or told or not subject or self.words[own.tokens[0]] in self.words[said : subject[0]]:
            return False
        self.stack.pop()
        self.split(around, max(self.dated(around, said, i), self.hearer(said, subject[-1])), i, Opener.COMPLEMENT)
        own.parent = self.top.index
        return True

    def said_before(self, own: Open, i: int, boundary: bool) -> int:
        """The last word before what is said without a complementizer, to which the verb at `i` belongs; -1 where nothing is."""
        adding = self.adding(own, i)
        if adding >= 0 or not self.zero_complement(own, i, boundary):
            return adding
        said = self.saying(own)
        commas = (k for k in own.tokens if k > said and self.tokens[k].text == "," and self.grammar.clause_comma)
        return next(commas, max(self.dated(own, said, i), self.hearer(said, i)))

    def hearer(self, said: int, i: int) -> int:
        """The last word of who hears it, where the subject of what is said opens behind it: "told reporters it would sue"."""
        if not {f.lemma for f in self.tokens[said].forms} & self.grammar.hearers:
            return said
        joints = ("determiners", "prepositions", "coordinators")
        for k in range(said + 2, i):
            opens = self.is_("pronouns", k) or self.is_("determiners", k)
            if opens and not any(self.is_(name, k - 1) for name in joints):
                return k - 1
        return said

    def takes_over(self, own: Open, i: int) -> bool:
        """ "dass sie verletzt wurden": in a clause that ends with its verbs, the auxiliary at their end is the finite one."""
        final = self.grammar.verb_final and own.opener not in (Opener.MAIN, Opener.COORDINATE)
        verbs = (self.ambiguous(k) or self.read.nonfinite(k) for k in range(own.finite, i))
        return final and bool(self.tokens[i].auxiliary) and all(verbs)

    def reduced(self, own: Open, i: int) -> bool:
        """ "The dam, built in 1962, burst": a participle between commas was no finite verb."""
        comma = self.tokens[i - 1].text == "," and own.finite > 0 and self.tokens[own.finite - 1].text == ","
        return comma and self.ambiguous(own.finite)

    def prefers_later(self, own: Open, i: int) -> bool:
        """Of two candidates without a boundary between them the later wins where it is surely finite or takes a complement."""
        if not self.ambiguous(i):
            ends = i + 1 >= len(self.tokens) or self.tokens[i + 1].mark or self.is_("prepositions", i + 1)
            return bool(self.tokens[i].auxiliary) or not ends or self.is_("infinitive_markers", i + 1)
        after = i + 1
        if self.tokens[i - 1].timex >= 0 and self.participle(own.finite):
            return True  # "The man injured on Saturday died": a time carries no participle
        if self.read.trailing_participle(own.finite) and not (
            after < len(self.tokens) and self.is_("prepositions", after)
        ):
            return True
        takes = self.reports(i) and (
            self.is_("complementizers", after) or (after < len(self.tokens) and self.tokens[after].text in QUOTES)
        )
        return takes and not self.reports(own.finite)

    def participle(self, i: int) -> bool:
        """Whether the form at `i` can be a participle."""
        return any(f.kind == "participle" for f in self.tokens[i].forms)

    def zero_complement(self, own: Open, i: int, boundary: bool) -> bool:
        """ "said China approved": the verb of saying is followed by a clause without a complementizer."""
        said = self.saying(own)
        if said < 0 or i - said < 2:
            return False
        if boundary and self.tokens[said + 1].text in "," and not self.grammar.clause_comma:
            return False
        if boundary and not self.subject_between(own, i):
            return False
        lemmas = {f.lemma for f in self.tokens[said].forms}
        if lemmas & self.grammar.that_only or (self.tokens[i].auxiliary and self.read.reduced_phrase(said, i)):
            return False
        if own.closed > said or (boundary and self.reports(i) and self.trails(own, i)):
            return False
        quoted = any(t.text == ":" for t in self.tokens[said + 1 : i])
        return not quoted and not any(c.opener is Opener.COMPLEMENT and c.parent == own.index for c in self.clauses)

    def dated(self, own: Open, said: int, i: int) -> int:
        """The last word of a time right behind a verb of saying, where a subject follows: "said on Monday it had closed"."""
        last = said
        for k in own.tokens:
            led = self.words[k] in self.grammar.attribution["saying_times"].by_first and last == said
            if k == last + 1 and k < i - 1 and (self.tokens[k].timex >= 0 or led):
                last = k
        timed = last > said and self.tokens[last].timex >= 0
        subject = timed and (self.is_("pronouns", last + 1) or self.is_("determiners", last + 1))
        return last if subject or (timed and self.tokens[last + 1].mention >= 0) else said

    def adding(self, own: Open, i: int) -> int:
        """Where a gerund of saying behind a comma takes the clause of the verb at `i`: "..., adding it was ready"; else -1."""
        k = own.boundary + 1
        if own.boundary < 0 or not (k < i - 1 and self.tokens[own.boundary].text == ","):
            return -1
        verbs = [f.lemma for f in self.tokens[k].forms if f.kind == "gerund"]
        told = any(v in self.grammar.reporting and v not in self.grammar.that_only for v in verbs)
        return k if told else -1

    def inserted(self, own: Open, i: int) -> bool:
        """ "Investors, a banker said, had offered ...": a verb of saying between two commas, before the clause has its verb."""
        if not self.reports(i) or own.boundary < 1 or self.tokens[own.boundary].text != ",":
            return False
        if own.boundary - 1 not in own.tokens:
            # The comma closes a clause between: "Someone who was not named, said, ...".
            return False
        comma = i + 1 < len(self.tokens) and self.tokens[i + 1].text == ","
        inverted = own.boundary == i - 1 and any(t.text == "," for t in self.tokens[i + 1 : i + 1 + _SHORT_SUBJECT])
        return (comma or inverted) and self.finites_ahead(i + 1, len(self.tokens)) > 0

    def trails(self, own: Open, i: int) -> bool:
        """ "..., it added on Monday.": a short subject behind the boundary, and neither a verb nor what is said behind that of
        saying up to the next mark."""
        rest = range(i + 1, next((k for k in range(i + 1, len(self.tokens)) if self.tokens[k].mark), len(self.tokens)))
        tells = any(self.finite_like(k) or self.is_("complementizers", k) for k in rest)
        quotes = rest.stop < len(self.tokens) and (
            self.tokens[rest.stop].text == ":" or self.tokens[rest.stop].text in QUOTES
        )
        return not (tells or quotes) and i - own.boundary <= _SHORT_SUBJECT

    def hand_out(self, i: int) -> int:
        """Close clauses down to the innermost that lacks a verb, and give it this one."""
        while len(self.stack) > 1 and (self.top.finite >= 0 or self.top.opener is Opener.GERUND):
            if self.top.opener is Opener.PARENTHESIS:
                break
            self.stack.pop()
        if self.top.finite < 0:
            self.top.finite = i
        self.top.tokens.append(i)
        return 0

    def coordinate(self, own: Open, i: int) -> None:
        between = [k for k in own.tokens if k > own.boundary]
        bare = all(self.is_("adverbs", k) or self.tokens[k].timex >= 0 or self.is_("negators", k) for k in between)
        opener = own.opener if own.opener is Opener.COMPLEMENT else Opener.COORDINATE
        around = self.clauses[own.parent] if own.parent >= 0 else own
        beside = bare or self.main_order(own, i)
        told = beside and self.read.reports(i, range(i, self.read.stretch(i)))
        if opener is Opener.COMPLEMENT and told and self.saying(around) >= 0 and self.tells(i):
            # "denied that it was so and said ...", "X said it was so and Y said ...": the verb goes with the first one of saying.
            around.boundary, opener = own.boundary, Opener.COORDINATE
        self.split(own, own.boundary, i, opener, sibling=True, elided=bare)

    def tells(self, i: int) -> bool:
        """Whether a verb of saying in a past tense goes with one: it has something to tell ("said it was closed and warned that
        ..."), or what was said ends with its verbs and it does not."""
        past = any(f.kind == "past" for f in self.tokens[i].forms) and not self.tokens[i].auxiliary
        return past and (self.grammar.verb_final or self.finites_ahead(i + 1, len(self.tokens)) > 0)

    def split(self, own: Open, at: int, i: int, opener: Opener, *, sibling: bool = False, elided: bool = False) -> None:
        """Move the tokens behind `at` into a new clause whose finite verb is `i`."""
        moved = [k for k in own.tokens if k > at]
        own.tokens = [k for k in own.tokens if k <= at]
        if sibling:
            self.stack.pop()
            self.stack.append(own.parent if own.parent >= 0 else own.index)
        clause = self.open(opener, "")
        clause.parent = own.parent if sibling and own.parent >= 0 else own.index
        clause.tokens, clause.finite, clause.elided = [*moved, i], i, elided
        if sibling and own.parent < 0:
            self.stack = [clause.index]

    def rescue(self) -> None:
        """A clause without a verb takes a noun-like form as its verb where nothing speaks against it."""
        for clause in self.clauses:
            if clause.finite >= 0 or clause.opener in (Opener.PARENTHESIS, Opener.GERUND):
                continue
            for k in clause.tokens[1:]:
                t = self.tokens[k]
                shape = any(f.kind in ("present", "past") for f in t.forms) and t.timex < 0 and t.mention < 0
                if (
                    shape
                    and not t.capital
                    and not self.read.noun_place(k)
                    and not self.is_("infinitive_markers", k - 1)
                ):
                    clause.finite = k
                    break


def cut(tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order in which they open."""
    return _Pass(tokens, grammar, lexicon).run() if tokens else ()
