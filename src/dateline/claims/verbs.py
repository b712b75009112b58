"""The verb group of a clause: from its finite verb along auxiliaries and raising verbs to the verb that says what happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.clauses import Clause, Opener
from dateline.claims.grammar import Grammar
from dateline.claims.lexicon import Lexicon, VerbForm
from dateline.claims.tokens import Token

_NO_VERB = -1
_GRAMMATICAL = frozenset(
    ("be", "be_past", "perfect", "past_perfect", "do", "do_past", "passive", "passive_past", "either", "causative")
)
_AHEAD = frozenset(("future",))
_NEVER_BARE = frozenset(("be", "nonfinite"))
_PARTICLE_REACH = 4


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`head` is the position of the main verb and `lemma` its infinitive; `jobs` what the auxiliaries do; `raised` the lemmas
    passed over ("plans to open": plan); `kind` the form of the head; `past` the tense of the finite verb."""

    finite: int
    head: int
    lemma: str
    jobs: frozenset[str]
    raised: tuple[str, ...]
    kind: str
    past: bool

    @property
    def passive(self) -> bool:
        """Whether the subject is what it happens to."""
        return self.kind == "participle" and bool(self.jobs & {"passive", "undergone"})

    @property
    def tense(self) -> str:
        """Whether it stands in a "progressive" or another "tense"."""
        return "progressive" if self.kind == "gerund" and "be" in self.jobs else "tense"


def groups(
    clauses: Sequence[Clause], tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon
) -> dict[int, VerbGroup]:
    """The verb groups of a sentence by clause index. A bare infinitive joined to an earlier one shares its auxiliaries:
    "plans to close three factories and cut 4,000 jobs"."""
    found: dict[int, VerbGroup] = {}
    for clause in clauses:
        own = group(clause, tokens, grammar, lexicon)
        if own is None:
            continue
        before = next(
            (c for c in reversed(clauses[: clause.index]) if c.index in found and c.index < clause.index), None
        )
        if before is not None and _shares(clause, own, found[before.index], tokens, grammar):
            earlier = found[before.index]
            own = replace(own, jobs=earlier.jobs, raised=earlier.raised, kind=earlier.kind, past=earlier.past)
        found[clause.index] = own
    return found


def _shares(clause: Clause, own: VerbGroup, before: VerbGroup, tokens: Sequence[Token], grammar: Grammar) -> bool:
    joined = clause.opener in (Opener.COORDINATE, Opener.COMPLEMENT) and (clause.elided or grammar.verb_final)
    bare = own.head == own.finite and any(f.kind == before.kind for f in tokens[own.head].forms)
    # "The road was closed and three people hurt": the participle ends its clause and shares the auxiliary.
    ends = own.head + 1 >= len(tokens) or tokens[own.head + 1].mark
    shared = before.kind == "infinitive" or (grammar.governor_last and before.kind == "participle" and ends)
    return joined and bare and shared


def group(clause: Clause, tokens: Sequence[Token], grammar: Grammar, lexicon: Lexicon) -> VerbGroup | None:
    """The verb group of a clause, None where it has no verb."""
    if clause.finite == _NO_VERB:
        return None
    jobs: set[str] = set()
    raised: list[str] = []
    at = clause.finite
    kind = _kind(tokens[at], ("past", "present", "gerund"))
    for _ in range(6):
        token = tokens[at]
        lemma, _form = lemma_at(at, clause, tokens, lexicon, kind, grammar)
        following, follow_kind = _NO_VERB, ""
        if token.auxiliary:
            following, follow_kind = _after_auxiliary(at, clause, tokens, grammar)
            if following != _NO_VERB:
                jobs |= _decided(token.auxiliary, follow_kind) | _joint(
                    token, follow_kind, tokens[following - 1], grammar
                )
        if following == _NO_VERB and _raises(lemma, jobs, grammar):
            following, follow_kind = _marked_infinitive(at, clause, tokens, grammar)
            if following != _NO_VERB:
                raised.append(lemma)
                jobs |= token.auxiliary
        if following == _NO_VERB:
            # A modal without a verb of its own still colours the clause ("moet in quarantaine"), but "gaat" and "wird" are
            # verbs of their own then.
            jobs |= _decided(token.auxiliary, "") - _GRAMMATICAL - (_AHEAD if token.forms else frozenset())
            break
        at, kind = following, follow_kind
    lemma, _form = lemma_at(at, clause, tokens, lexicon, kind, grammar)
    if "hearsay" in jobs and "hearsay" not in tokens[clause.finite].auxiliary:
        # "hatte verkaufen wollen": only a finite verb passes on what others say.
        jobs.discard("hearsay")
    if "hearsay" in jobs and _foreseen(clause, tokens, jobs, lemma, grammar):
        jobs = jobs - {"hearsay"} | {"conditional"}
    if {"hearsay", "planned"} <= tokens[clause.finite].auxiliary:
        # "soll begonnen haben" is hearsay, "soll beginnen" a plan.
        done = "perfect" in jobs or ("be" in jobs and kind == "participle")
        jobs.discard("planned" if done else "hearsay")
    if "causative" in jobs:
        lemma = f"{grammar.lemmas['causative']} {lemma}"
    return VerbGroup(clause.finite, at, lemma, frozenset(jobs), tuple(raised), kind, _past(tokens[clause.finite]))


def _foreseen(clause: Clause, tokens: Sequence[Token], jobs: set[str], lemma: str, grammar: Grammar) -> bool:
    """Whether an auxiliary that passes on what others say tells of the future, seen from the past: in a relative with a time,
    an infinitive and no other auxiliary ("die vrijdag zou aankomen"). A main clause leaves it open, and is hearsay."""
    dated = clause.opener is Opener.RELATIVE and any(tokens[k].timex >= 0 for k in clause.tokens)
    other = jobs & {"perfect", "possible", "required", "allowed"} or lemma == grammar.lemmas.get("be")
    return dated and not other and "planned" not in tokens[clause.finite].auxiliary


def _decided(jobs: frozenset[str], kind: str) -> frozenset[str]:
    """The jobs an auxiliary has by the form it takes: with a participle it is passive, with an infinitive something else
    ("wird eröffnet", "wird eröffnen"), where it can be both."""
    other = jobs & {"future", "conditional"}
    if "passive" not in jobs or not other:
        return jobs
    return jobs - {"passive", "passive_past"} if kind == "infinitive" else jobs - other


def lemma_at(
    at: int, clause: Clause, tokens: Sequence[Token], lexicon: Lexicon, kind: str, grammar: Grammar
) -> tuple[str, VerbForm | None]:
    """The infinitive of the verb at a position, with a separated prefix put back ("neemt ... toe")."""
    token = tokens[at]
    bare = next((lemma for job, lemma in grammar.lemmas.items() if job in token.auxiliary), "")
    forms = [f for f in token.forms if f.kind == kind] or list(token.forms)
    if not forms:
        return bare or token.word, None
    for form in forms:
        # Of a finite verb the particle stands last: "houdt aan zijn eisen vast".
        last_first = grammar.verb_final and form.kind in ("present", "past")
        for k in reversed(clause.tokens) if last_first else clause.tokens:
            joined = lexicon.separable.get((tokens[k].word, form.lemma))
            if joined is None:
                continue
            near = tokens[k].mention < 0 and _apart(at, k, form, grammar.verb_final)
            clings = k == at + 1 and tokens[k].word in lexicon.clinging
            # "raadt bewoners aan ramen te sluiten"
            clings |= joined in grammar.directing["infinitive"] and _leads_to_infinitive(k, tokens, grammar)
            if near and (clings or not _belongs_on(k, tokens, grammar)):
                return _with_particle(joined, k, tokens, lexicon), form
    return (bare, None) if bare else (forms[0].lemma, forms[0])


def _with_particle(lemma: str, k: int, tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """The verb with a particle of its own before its prefix at `k`, where one stands there: "nahm ... wieder auf"."""
    before = tokens[k - 1].word if k > 0 else ""
    return lexicon.separable.get((before, lemma), lemma)


def _joint(token: Token, kind: str, before: Token, grammar: Grammar) -> set[str]:
    """What an auxiliary and the form behind it say together: "is closed" undergone, "is to open" due."""
    being = bool(token.auxiliary & {"be", "nonfinite"})
    if being and kind == "participle" and not grammar.be_perfect:
        return {"undergone"}
    if being and kind == "infinitive" and before.word in grammar.function["infinitive_markers"]:
        return {"due"}
    return set()


def _apart(at: int, k: int, form: VerbForm, final: bool) -> bool:
    """Whether a particle at `k` can belong to the verb at `at`: behind it, or, where verbs come last, right before a
    participle ("terug gegaan"), a marked infinitive ("terug te halen") or one with the mark inside ("wieder aufzunehmen")."""
    if not final:
        return 0 < k - at <= _PARTICLE_REACH
    if form.kind in ("present", "past"):
        return k > at
    return at - k == (2 if form.kind == "infinitive" and not form.prefix else 1)


def _kind(token: Token, order: Sequence[str]) -> str:
    kinds = {f.kind for f in token.forms}
    return next((k for k in order if k in kinds), order[0])


def _past(token: Token) -> bool:
    told = any(job.endswith("_past") or job == "past_perfect" for job in token.auxiliary)
    return told or any(f.kind == "past" for f in token.forms)


def _after_auxiliary(at: int, clause: Clause, tokens: Sequence[Token], grammar: Grammar) -> tuple[int, str]:
    own = [k for k in clause.tokens if k > at]
    wanted_kinds = _wanted(tokens[at].auxiliary)
    before = [k for k in clause.tokens if k < at and k >= _first_governed(at, clause)] if grammar.verb_final else []
    if grammar.governor_last:
        # "getötet worden sein soll": what an auxiliary governs is the nearest verb before it, or the last behind it.
        purpose = next((k for k in own if opens_purpose(k, tokens, grammar)), len(tokens))
        own = [k for k in reversed(own) if k < purpose and at == clause.finite]
        before.reverse()
        wanted_kinds = (tuple(kind for kinds in wanted_kinds for kind in kinds),)
    elif grammar.verb_final:
        # "heeft 28 vluchten moeten annuleren": the verbs stand together at the end of the clause.
        purpose = next((k for k in own if opens_purpose(k, tokens, grammar)), len(tokens))
        own = _cluster([k for k in own if k < purpose], tokens)
    due = _due(at, tokens, grammar)
    if due != _NO_VERB:
        return due, "infinitive"
    for wanted in wanted_kinds:
        for k in own + before:
            if opens_purpose(k, tokens, grammar) or _behind_phrase(at, k, tokens, grammar):
                break
            found = next((kind for kind in wanted if _serves(at, k, kind, tokens, grammar)), "")
            if found:
                return k, found
    return _NO_VERB, ""


def _first_governed(at: int, clause: Clause) -> int:
    """Where what an auxiliary governs can begin before it: not with the first word, unless that stands right before the
    auxiliary, fronted: "Aufgehoben wurde das Verbot", "Besloten is er nog niets"."""
    return clause.tokens[0] + (at != clause.tokens[0] + 1)


def _cluster(positions: Sequence[int], tokens: Sequence[Token]) -> list[int]:
    """Positions with the verbs at the end of the clause first, in their order ("moeten annuleren"), then the others backwards."""
    verbs = [k for k in positions if _forms(tokens[k]) & {"participle", "infinitive"} or tokens[k].auxiliary]
    start = len(verbs) - 1
    while start > 0 and all(tokens[k].word and k in verbs for k in range(verbs[start - 1], verbs[start])):
        start -= 1
    cluster = verbs[max(start, 0) :]
    return [*cluster, *(k for k in reversed(positions) if k not in cluster)]


def opens_purpose(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """ "om ... te": but not the "om" of a clock time, nor, where a comma opens every clause, what stands behind none: "um
    eine Woche verschoben"."""
    opens = not grammar.clause_comma or k == 0 or tokens[k - 1].mark
    return opens and tokens[k].timex < 0 and tokens[k].word in grammar.function["purpose"]


def _behind_phrase(at: int, k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Where verbs stand together, a preposition ends the group: what is behind it belongs to another."""
    return not grammar.verb_final and k > at + 1 and tokens[k].word in grammar.function["prepositions"]


def _due(at: int, tokens: Sequence[Token], grammar: Grammar) -> int:
    """ "was to have carried": the verb behind a marker that stands right behind a form of "be"; -1 where none does."""
    marker = grammar.function["infinitive_markers"]
    k = at + 1
    while k < len(tokens) and tokens[k].word in grammar.function["adverbs"]:
        k += 1
    if "be" not in tokens[at].auxiliary or grammar.verb_final or k + 1 >= len(tokens) or tokens[k].word not in marker:
        return _NO_VERB
    verb = bool(tokens[k + 1].auxiliary) or any(f.kind == "infinitive" for f in tokens[k + 1].forms)
    return k + 1 if verb else _NO_VERB


def _serves(at: int, k: int, wanted: str, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the word at `k` is the verb form that the auxiliary at `at` waits for."""
    t = tokens[k]
    if t.mark or t.timex >= 0 or t.mention >= 0 or (t.capital and k > 0) or wanted not in _forms(t):
        return False
    comparing = grammar.function["comparing"]
    led = k > 1 and "adverbs" in tokens[k - 1].classes and tokens[k - 2].word in comparing  # "than initially feared"
    if k and (tokens[k - 1].word in comparing or led) and wanted == "participle":
        return False  # "einen Tag später als angekündigt"
    marked = _marked(k, tokens, grammar)
    if wanted != "infinitive":
        return not marked
    return _takes_marked(at, k, tokens, grammar) if marked else not tokens[at].auxiliary & _NEVER_BARE


def _forms(t: Token) -> set[str]:
    kinds: set[str] = {f.kind for f in t.forms}
    if "nonfinite" in t.auxiliary:
        kinds |= {"participle", "infinitive"}
    return kinds | ({"infinitive"} if "either" in t.auxiliary else set())


def _belongs_on(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """A particle that goes with what follows: with an infinitive that it marks ("om ... te blijven", "zu bleiben"), with
    another marked infinitive ("kwamen vast te zitten"), with a time of the clock ("ging om negen uur open"), or, being a
    preposition too, with a noun phrase ("in het buitenland")."""
    marked = k + 2 < len(tokens) and tokens[k + 1].word in grammar.function["infinitive_markers"]
    if marked and any(f.kind == "infinitive" for f in tokens[k + 2].forms):
        return True
    if k + 1 < len(tokens) and tokens[k + 1].timex >= 0 and tokens[k].word in grammar.function["purpose"]:
        return True
    if tokens[k].word in grammar.function["purpose"] and _leads_to_infinitive(k, tokens, grammar):
        return True
    if (
        tokens[k].word in grammar.function["infinitive_markers"]
        and k + 1 < len(tokens)
        and any(f.kind == "infinitive" for f in tokens[k + 1].forms)
    ):
        return True
    opens = any(tokens[k].word in grammar.function[c] for c in ("prepositions", "determiners"))
    if not opens or k + 1 >= len(tokens):
        return False
    after = tokens[k + 1]
    joins = any(
        after.word in grammar.function[c] for c in ("coordinators", "subordinators", "prepositions", "complementizers")
    )
    return not (after.mark or joins or after.forms or after.auxiliary)


def _leads_to_infinitive(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a marked infinitive stands behind `k`, before any mark."""
    for n in range(k + 1, len(tokens)):
        if tokens[n].mark:
            return False
        if marked_infinitive(n, tokens, grammar):
            return True
    return False


def _wanted(jobs: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The verb forms an auxiliary takes, the likelier ones first; forms of one step are as good as each other."""
    if jobs & {"perfect", "past_perfect"}:
        return (("participle",), ("infinitive",))
    if jobs & {"be", "passive", "nonfinite"}:
        return (("participle", "gerund"), ("infinitive",))
    if "posture" in jobs:
        return (("infinitive",), ("participle",))
    return (("infinitive",),)


def _takes_marked(at: int, k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """ "has to return", "is to open", "stond te wachten": the marker stands right behind, or the auxiliary is a posture."""
    if "posture" in tokens[at].auxiliary:
        return True
    return k - at == 2 and grammar.function["infinitive_markers"].at([t.word for t in tokens], at + 1) > 0


def _marked(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a marker stands before an infinitive or, where the language joins them, within it ("zurückzukehren")."""
    t = tokens[k]
    joined = bool(t.forms) and all(f.kind == "infinitive" and f.lemma != t.word for f in t.forms)
    return joined or (k > 0 and tokens[k - 1].word in grammar.function["infinitive_markers"])


def marked_infinitive(k: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the word at a place is an infinitive with the marker before it or within it: "zu melden", "anzumelden"."""
    return any(f.kind == "infinitive" for f in tokens[k].forms) and _marked(k, tokens, grammar)


def _raises(lemma: str, jobs: set[str], grammar: Grammar) -> bool:
    """Verbs that pass their subject on to a marked infinitive; a verb of saying does so in the passive ("are said to ...")."""
    if lemma in grammar.directing["infinitive"]:
        return True
    if lemma in grammar.reporting:
        return bool(jobs & {"be", "passive"})
    tables = (
        "denied_raised",
        "passed_on",
        "seeming",
        "seeming_raised",
        "weighed",
        "managed",
        "planned",
        "planned_raised",
        "required_raised",
    )
    return any(lemma in grammar.status[name] for name in tables if name in grammar.status)


def _marked_infinitive(at: int, clause: Clause, tokens: Sequence[Token], grammar: Grammar) -> tuple[int, str]:
    for k in clause.tokens:
        verb = bool(tokens[k].auxiliary) or any(f.kind == "infinitive" for f in tokens[k].forms)
        if k > at and verb and _marked(k, tokens, grammar):
            return k, "infinitive"
        comma = grammar.clause_comma and tokens[k].text == ","
        purpose = grammar.clause_comma and tokens[k].word in grammar.function["purpose"]
        stop = (tokens[k].mark and not comma) or purpose or tokens[k].word in grammar.function["coordinators"]
        if k > at and stop:
            break
    return _NO_VERB, ""


def passed_on_by(verbs: VerbGroup, grammar: Grammar) -> str:
    """The verb of unnamed sayers that passes a claim on ("is said to ..."); "" where none does. Orders and proofs are none."""
    orders = [grammar.status[t] for t in ("required_raised", "planned_raised", "planned") if t in grammar.status]
    rumours, proofs = grammar.status.get("passed_on", ()), grammar.status.get("proving", ())
    told = [r for r in verbs.raised if r not in proofs and (r in grammar.reporting or r in rumours)]
    told = [r for r in told if r not in grammar.directing["infinitive"]]
    return next((r for r in told if not any(r in table for table in orders)), "")


def asked_by(verbs: VerbGroup, grammar: Grammar) -> str:
    """The verb of asking in the passive that an infinitive hangs on ("were advised to leave"); "" where none does."""
    done = grammar.be_perfect and "be" in verbs.jobs and "perfect" not in verbs.jobs  # "is aangeraden te ..."
    undergone = done or bool(verbs.jobs & {"passive", "undergone"})
    return next((r for r in verbs.raised if undergone and r in grammar.directing["infinitive"]), "")
