"""What single words of a sentence can be: finite verbs, participles, verbs of saying, members of a closed class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon
from dateline.claims.tokens import QUOTES, Token

AHEAD = 40  # tokens looked at to decide whether a word opens a clause


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence with the tables that judge them. All arguments are positions."""

    tokens: Sequence[Token]
    words: Sequence[str]
    grammar: Grammar
    lexicon: Lexicon

    def is_(self, name: str, i: int) -> bool:
        """Whether a word or phrase of that closed class starts at `i`; False outside the sentence."""
        return 0 <= i < len(self.tokens) and name in self.tokens[i].classes

    def finite_like(self, i: int, *, served: bool) -> bool:
        """Whether the word could be a finite verb by its form and its left neighbour; `served`: the clause has one."""
        t = self.tokens[i]
        if t.mark or t.timex >= 0 or t.mention >= 0:
            return False
        if t.auxiliary:
            marked = self.is_("infinitive_markers", i - 1)
            if "posture" in t.auxiliary and self.noun_place(i) and not self._counted(i):
                return False
            return not (marked or "nonfinite" in t.auxiliary or (served and self._determiner_use(i)))
        spoken = self.is_("pronouns", i - 1) and not self.is_("determiners", i - 1) and not self.is_("relatives", i - 1)
        if (t.word in self.lexicon.noise and not spoken) or not any(f.kind in ("present", "past") for f in t.forms):
            return False
        if t.capital and i > 0 and self.tokens[i - 1].text not in QUOTES:
            return False
        noun = self.noun_place(i) and not (self._counted(i) or self._pointed(i))
        noun = noun or self._listed(i) or self._described(i)
        return not (self.is_("infinitive_markers", i - 1) or noun or self._disagrees(i))

    def _counted(self, i: int) -> bool:
        """ "Six died in the crash": behind a number that opens its clause and is its subject stands a verb, as no other
        follows in it ("Six injured were flown out") and no noun either ("six injured men")."""
        joints = ("coordinators", "complementizers", "subordinators", "relatives")
        opens = i == 1 or (i > 1 and (self.tokens[i - 2].mark or any(self.is_(n, i - 2) for n in joints)))
        if not (opens and self.is_("counts", i - 1) and any(f.kind == "past" for f in self.tokens[i].forms)):
            return False
        if not (self.ambiguous(i) or self.grammar.verb_final):
            return True
        end = next((k for k in range(i + 1, len(self.tokens)) if self.joins(k)), len(self.tokens))
        follows = i + 1 == end or self.tokens[i + 1].timex >= 0 or self.is_("prepositions", i + 1)
        return (follows or not self.ambiguous(i)) and not any(
            self.finite_like(k, served=False) for k in range(i + 1, end)
        )

    def _listed(self, i: int) -> bool:
        """ "sneezes, coughs and in close quarters", "wipes and soap": between a comma and a coordinator with no verb behind it,
        a present form is one more noun of a list."""
        comma = i > 1 and self.tokens[i - 1].text == "," and not self.grammar.verb_final
        present = all(f.kind in ("present", "infinitive") for f in self.tokens[i].forms)
        if not (comma and present and self.is_("coordinators", i + 1) and i + 2 < len(self.tokens)):
            return False
        listed = self.tokens[i - 2].auxiliary or any(self.is_(n, i - 2) for n in ("pronouns", "adverbs"))
        behind = self.tokens[i + 2]
        verb = (
            behind.auxiliary or any(f.kind in ("present", "past") for f in behind.forms) or self.is_("adverbs", i + 2)
        )
        return not (listed or verb)

    def _described(self, i: int) -> bool:
        """ "Obama's newly confirmed health secretary": behind the adverb of a noun phrase a form is a participle."""
        if i < 2 or not self.is_("adverbs", i - 1) or i + 1 >= len(self.tokens) or self.tokens[i + 1].mark:
            return False
        first = self.tokens[i - 2]
        named = first.text.lower() != first.word and not first.mark  # "Obama's"
        alone = self.is_("pronouns", i - 2) or self.is_("relatives", i - 2)
        return named or (self.is_("determiners", i - 2) and not alone)

    def _pointed(self, i: int) -> bool:
        """ "This brings the toll to three": behind a demonstrative that is the subject, a form that is no noun, and an object."""
        alone = not self.grammar.verb_final and self.is_("demonstratives", i - 1) and self.is_("determiners", i + 1)
        return alone and not self.ambiguous(i) and all(f.lemma != self.words[i] for f in self.tokens[i].forms)

    def joins(self, i: int) -> bool:
        """Whether a mark or a word that opens another clause stands there."""
        return self.tokens[i].mark or any(self.is_(n, i) for n in ("coordinators", "subordinators", "relatives"))

    def _disagrees(self, i: int) -> bool:
        """Where the language marks it: a base form is finite only behind a plural subject."""
        t, endings = self.tokens[i], self.grammar.plural_endings
        base = all(f.kind in ("present", "infinitive") and f.lemma == t.word for f in t.forms)
        if not endings or not base or i == 0:
            return False
        k = i - 1
        while k > 0 and self.is_("adverbs", k):
            k -= 1
        before = self.tokens[k]
        plural = (
            before.word.endswith(endings)
            or before.word in self.grammar.plural_words
            or self._plural_head(k)
            or self._joined(k)
        )
        return not (plural or self.is_("pronouns", k) or before.text == ",")

    def _joined(self, i: int) -> bool:
        """Whether a name at `i` is the second of two: "the ministry and the WHO say"."""
        first = next((k for k in range(i, 0, -1) if not self._same_name(k, i)), 0)
        k = first - 1 if self.is_("determiners", first) else first
        return self.tokens[i].text.isupper() and self.is_("coordinators", k) and k > 0

    def _same_name(self, k: int, i: int) -> bool:
        return k == i or 0 <= self.tokens[k].mention == self.tokens[i].mention

    def _plural_head(self, i: int) -> bool:
        """Whether a prepositional phrase that ends at `i` hangs on a plural: "researchers at Ghent University"."""
        for k in range(i, max(-1, i - 7), -1):
            if self.tokens[k].mark:
                return False
            if k > 0 and self.is_("prepositions", k):
                return self.words[k - 1].endswith(self.grammar.plural_endings)
        return False

    def noun_place(self, i: int) -> bool:
        """Behind a determiner, a preposition or a possessive a verb form is a noun or an adjective."""
        if i == 0:
            return False
        before = self.tokens[i - 1]
        if before.text.lower() != before.word.lower() and not before.mark:
            return True
        if self.is_("pronouns", i - 1) or (before.timex >= 0 and self.is_("counts", i - 1)):
            return False  # "um Viertel vor elf stürzte ..."
        return self.is_("determiners", i - 1) or self.is_("prepositions", i - 1)

    def _determiner_use(self, i: int) -> bool:
        """ "zijn" is both "are" and "his": a determiner where the clause has its verb and more words follow."""
        if not self.is_("determiners", i):
            return False
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and not after.mark and not any(f.kind == "participle" for f in after.forms)

    def ambiguous(self, i: int) -> bool:
        """Whether the same form is also a participle or an infinitive."""
        t = self.tokens[i]
        if t.auxiliary:
            return "either" in t.auxiliary
        return any(f.kind in ("participle", "infinitive", "gerund") for f in t.forms)

    def nonfinite(self, i: int) -> bool:
        """Whether the word can be a participle, an infinitive or a gerund."""
        t = self.tokens[i]
        return "nonfinite" in t.auxiliary or any(f.kind in ("participle", "infinitive", "gerund") for f in t.forms)

    def noun_after_all(self, before: int, i: int) -> bool:
        """ "Reuters jets circled", "Hail ... flattened": a present form right before a past one, or at the start, was a noun."""
        t, later = self.tokens[before], self.tokens[i]
        present = not t.auxiliary and all(f.kind in ("present", "infinitive") for f in t.forms)
        past = any(f.kind == "past" for f in later.forms) or bool(later.auxiliary)
        follows = i + 1 < len(self.tokens) and (self.is_("determiners", i + 1) or self.tokens[i + 1].mention >= 0)
        inflected = not any(f.lemma == t.word for f in t.forms)
        # "maar die afvaart werd afgelast"
        named = bool(later.auxiliary) and before > 0 and self.is_("determiners", before - 1)
        return present and past and ((i == before + 1 and (named or (follows and inflected))) or before == 0)

    def reduced_phrase(self, said: int, i: int) -> bool:
        """ "A conference announced for six was": nothing but one short phrase between a participle and the verb at `i`."""
        between = range(said + 1, i)
        if not 2 <= len(between) <= 4 or not self.is_("prepositions", said + 1):
            return False
        return not any(self.is_("determiners", k) or self.is_("pronouns", k) for k in between[2:])

    def trailing_participle(self, i: int) -> bool:
        """ "passengers booked on Flight 212": a form that can be a participle, with a prepositional phrase behind it."""
        participle = any(f.kind == "participle" for f in self.tokens[i].forms)
        return participle and i + 1 < len(self.tokens) and self.is_("prepositions", i + 1)

    def gerund(self, i: int) -> bool:
        """Whether the word is a gerund outside names and times."""
        t = self.tokens[i]
        found = "gerund" in t.auxiliary or any(f.kind == "gerund" for f in t.forms)
        return found and t.timex < 0 and t.mention < 0

    def reports(self, i: int, clause: Iterable[int]) -> bool:
        """Whether the word is a verb of saying, alone or with a particle that stands in its clause."""
        if self.tokens[i].word in self.lexicon.noise and not (i and self.tokens[i - 1].auxiliary):
            return False
        for form in self.tokens[i].forms:
            if form.lemma in self.grammar.reporting:
                return True
            joined = (self.lexicon.separable.get((self.words[k], form.lemma)) for k in clause)
            if any(lemma in self.grammar.reporting for lemma in joined if lemma):
                return True
        return False

    def words_before(self, i: int) -> bool:
        """Whether any word stands before `i` in the sentence."""
        return any(not t.mark for t in self.tokens[:i])

    def may_open(self, i: int) -> bool:
        """Whether a clause can open at `i`: where the language always sets a comma, only behind a mark or coordinator,
        adverbs left aside ("..., kurz nachdem"), or behind a length that is counted from it ("starb zwei Tage nachdem")."""
        if i and self.tokens[i - 1].timex >= 0 and any(self.is_(n, i) for n in ("after_clause", "before_clause")):
            return True
        k = i - 1
        while k >= 0 and self.is_("adverbs", k):
            k -= 1
        return not self.grammar.clause_comma or k < 0 or self.tokens[k].mark or self.is_("coordinators", k)

    def verb_closes(self, i: int) -> bool:
        """Whether the verbs behind `i` end its stretch, or a part of it, with the finite one last: a subordinate clause where
        verbs come last."""
        end = min(self.stretch(i), i + AHEAD)
        k = next((k for k in range(i, end) if self.finite_like(k, served=False)), end)
        while k < end:
            last = k + 1 >= len(self.tokens) or self.tokens[k + 1].mark or self.is_("coordinators", k + 1)
            if last or not (self.ambiguous(k) or self.nonfinite(k)):
                return last and self.finite_like(k, served=False)
            k += 1
        return False

    def stretch(self, i: int) -> int:
        """Where the stretch that a clause opened before `i` could cover ends: a semicolon, a colon, or a closing comma.

        A phrase or relative inserted between commas, and a list of names, do not end it.
        """
        inserted = False
        for k in range(i, min(len(self.tokens), i + AHEAD)):
            text = self.tokens[k].text
            if text in ";:":
                return k
            if text == ",":
                opens = not inserted and (self.is_("prepositions", k + 1) or self.is_("relatives", k + 1))
                if not (opens or inserted or self.listing(k)):
                    return k
                inserted = opens
        return len(self.tokens)

    def listing(self, k: int) -> bool:
        """Whether the comma at `k` stands between names: a list or a place within a place goes on behind it."""
        named = 0 < k < len(self.tokens) - 1 and self.tokens[k - 1].mention >= 0 and self.tokens[k + 1].mention >= 0
        return named and self.tokens[k - 1].timex < 0

    def plural_noun(self, i: int) -> bool:
        """An infinitive form that no determiner marks may still be a noun where the language writes both alike."""
        t = self.tokens[i]
        return self.grammar.verb_final and not t.auxiliary and all(f.kind == "infinitive" for f in t.forms)
