"""Rules and a reader together: who decides, and that nothing the reader says can break a claim."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings import Told, finding

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Kind, Mention, SourceKind, Status
from dateline.ports import Finding, FoundEvent, FoundName, FoundRole, Judged
from dateline.reader.words import words


def read(text: str, answer: Finding, code: str = "en") -> tuple[Claim, ...]:
    article = Article("a-test", text, lang=code, published=edtf.read("2024-05-15"))
    return analyse(article, trained=Told(answer)).reading.claims


def names(text: str, answer: Finding, code: str = "en") -> list[tuple[str, str]]:
    found: tuple[Mention, ...] = analyse(Article("a-test", text, lang=code), trained=Told(answer)).reading.mentions
    return [(m.span.quote, m.kind) for m in found]


def test_the_reader_decides_where_a_rule_only_read_the_tense() -> None:
    text = "The council walked away from the ferry."
    (claim,) = read(text, finding(text, {text[:-1]: Status.CANCELLED}))
    assert claim.status is Status.CANCELLED
    assert "model" in claim.status_why
    assert "happened" in claim.status_why


def test_a_rule_that_read_a_word_stands_against_a_reader_that_is_not_very_sure() -> None:
    text = "The airline plans flights to Harwich."
    (claim,) = read(text, finding(text, {text[:-1]: Status.HAPPENED}, sure=0.6))
    assert claim.status is Status.PLANNED
    assert "model" not in claim.status_why


def test_a_status_that_the_reader_gives_brings_its_polarity_certainty_and_kind() -> None:
    text = "The council walked away from the ferry."
    for status, polarity, certainty, kind in (
        (Status.DENIED, "negative", "certain", Kind.REPORT),
        (Status.POSSIBLE, "positive", "possible", Kind.REPORT),
        (Status.UNKNOWN, "positive", "certain", Kind.STATED_UNKNOWN),
    ):
        (claim,) = read(text, finding(text, {text[:-1]: status}))
        assert (claim.status, claim.polarity, claim.certainty, claim.kind) == (status, polarity, certainty, kind)


def test_a_clause_in_which_the_reader_sees_no_claim_is_none() -> None:
    text = "The dam burst on Monday, and the story goes on."
    claims = read(text, finding(text, {"The dam burst on Monday": Status.HAPPENED}))
    assert [c.span.quote for c in claims] == ["The dam burst on Monday"]


def test_the_only_claim_of_a_sentence_stands_where_the_reader_sees_nothing_at_all() -> None:
    text = "The dam burst on Monday."
    assert [c.span.quote for c in read(text, finding(text, {}))] == ["The dam burst on Monday"]


def test_a_clause_that_only_points_at_another_is_no_claim_however_sure_the_reader() -> None:
    text = "The move comes after the border was closed in January."
    claims = read(
        text, finding(text, {"The move comes": Status.ONGOING, "the border was closed in January": Status.HAPPENED})
    )
    assert [c.span.quote for c in claims] == ["the border was closed in January"]


def test_a_quotation_that_goes_on_keeps_the_source_of_the_rules() -> None:
    text = 'The quay held, the owner said. "Nobody was hurt."'
    held = finding(
        text,
        {"The quay held": Status.HAPPENED, "Nobody was hurt": Status.DENIED},
        sources={"the owner": ["The quay held"]},
    )
    assert [[a.source for a in c.attribution] for c in read(text, held)] == [["the owner"], ["the owner"]]


def test_an_event_without_a_verb_of_the_tables_is_cut_out() -> None:
    text = "The dam burst on Monday: the river frobnicates through the town."
    part = "the river frobnicates through the town"
    held = {"The dam burst on Monday": Status.HAPPENED, part: Status.ONGOING}
    claims = read(text, finding(text, held, events=["burst", "frobnicates"]))
    assert [(c.span.quote, c.predicate) for c in claims] == [
        ("The dam burst on Monday", "burst"),
        (part, "frobnicates"),
    ]


def test_a_source_that_only_the_reader_sees_is_given_with_its_cue() -> None:
    text = "In the words of harbour master Jan Kool the quay held."
    answer = finding(
        text,
        {"the quay held": Status.HAPPENED},
        sources={"harbour master Jan Kool": ["the quay held"]},
        cues=["In the words of"],
    )
    (claim,) = [c for c in read(text, answer) if c.span.quote.endswith("the quay held")]
    (said,) = claim.attribution
    assert (said.source, said.cue.lower()) == ("harbour master Jan Kool", "in the words of")
    assert said.span is not None
    assert text[said.span.start : said.span.end] == said.source


def test_a_source_of_the_sentence_before_needs_a_surer_reader() -> None:
    text = "The governor spoke on Monday. The bridge stayed closed."
    part = "The bridge stayed closed"
    told = finding(
        text, {part: Status.HAPPENED, "The governor spoke on Monday": Status.HAPPENED}, sources={"The governor": [part]}
    )
    (sure,) = [c for c in read(text, told) if c.span.quote == part]
    assert [a.source for a in sure.attribution] == ["The governor"]
    judged = told.judged
    own = [k for k, (start, _) in enumerate(judged.words) if start >= text.index(part)]
    judged.voice[own] = np.log(np.array([0.3, 0.65, 0.05], np.float32))
    (unsure,) = [c for c in read(text, told) if c.span.quote == part]
    assert unsure.attribution == ()


def test_what_the_rules_attribute_is_the_papers_own_where_the_reader_is_sure_of_it() -> None:
    text = "The police said that the bridge was closed."
    part = "the bridge was closed"
    (kept,) = read(text, finding(text, {part: Status.HAPPENED}, sources={"The police": [part]}))
    assert [a.kind for a in kept.attribution] == [SourceKind.OFFICIAL]
    (own,) = read(text, finding(text, {part: Status.HAPPENED}))
    assert own.attribution == ()


def test_hearsay_that_only_the_reader_sees_names_nobody() -> None:
    text = "The mine, or so the talk runs, stays shut."
    answer = finding(text, {text[:-1]: Status.POSSIBLE}, hearsay=[text[:-1]], cues=["or so the talk runs"])
    claims = read(text, answer)
    assert [(a.source, a.cue) for a in claims[0].attribution] == [("", "or so the talk runs")]


def test_the_readers_roles_stand_before_those_of_word_order() -> None:
    text = "Air Koryo got leave from China."
    answer = finding(
        text, {text[:-1]: Status.HAPPENED}, roles=[("permitter", "China"), ("patient", "Air Koryo")], events=["got"]
    )
    (claim,) = read(text, answer)
    assert {(p.role, p.text) for p in claim.participants} >= {("permitter", "China"), ("patient", "Air Koryo")}
    assert not [p for p in claim.participants if p.role == "agent"]
    assert {p.entity for p in claim.participants if p.text == "China"} == {"place-CN"}


def test_a_name_no_table_knows_has_the_readers_bounds_and_kind() -> None:
    text = "On Monday the Kettering Velodrome Trust spoke to Ottoline Brask."
    answer = finding(text, {}, names=[("Kettering Velodrome Trust", "ORG"), ("Ottoline Brask", "PER")])
    assert ("Kettering Velodrome Trust", "ORG") in names(text, answer)
    assert ("Ottoline Brask", "PER") in names(text, answer)


def test_a_place_inside_a_longer_name_gives_way_and_one_by_itself_stands() -> None:
    text = "The Bank of China opened a branch in Paris."
    assert names(text, finding(text, {}, names=[("Bank of China", "ORG"), ("Paris", "ORG")])) == [
        ("Bank of China", "ORG"),
        ("Paris", "LOC"),
    ]


@pytest.mark.parametrize(
    ("code", "text", "told", "wanted"),
    [
        ("en", "The Paris-Berlin route reopened.", "Paris-Berlin", [("Paris", "LOC"), ("Berlin", "LOC")]),
        ("de", "Der Ukraine-Krieg dauert an.", "Ukraine-Krieg", [("Ukraine", "LOC")]),
        (
            "en",
            "The Court of Appeal in London sat.",
            "Court of Appeal in",
            [("Court of Appeal", "ORG"), ("London", "LOC")],
        ),
    ],
)
def test_places_side_by_side_stay_places(code: str, text: str, told: str, wanted: list[tuple[str, str]]) -> None:
    assert names(text, finding(text, {}, names=[(told, "ORG")]), code) == wanted


def test_a_word_in_the_name_says_its_kind_against_the_reader() -> None:
    text = "On Monday the Brasted Festival began."
    by_rule = names(text, finding(text, {}, names=[("Brasted Festival", "MISC")]))
    assert (
        names(text, finding(text, {}, names=[("Brasted Festival", "ORG")])) == by_rule == [("Brasted Festival", "MISC")]
    )


def test_a_guess_by_shape_that_the_reader_does_not_share_is_no_name() -> None:
    text = "We walked to Quibbleford yesterday."
    assert ("Quibbleford", "ORG") in names(text, finding(text, {}, names=[("Quibbleford", "ORG")]))
    assert names(text, finding(text, {})) == []


TEXTS = (
    "On Monday, police said the dam had burst. He added that nobody knew when it would be mended.",
    "Volgens de burgemeester is de brug dicht, maar of hij morgen opengaat is niet bekend.",
    "Die Polizei teilte mit, der Damm sei gebrochen. Man wisse nicht, wie viele Menschen noch dort seien.",
)


@st.composite
def anything(draw: st.DrawFn) -> tuple[str, str, Finding]:
    """A text and whatever a reader might make of it, however absurd."""
    number = draw(st.integers(0, len(TEXTS) - 1))
    text = TEXTS[number]
    at = tuple((w.start, w.end) for w in words(text))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))

    def spans(most: int) -> tuple[tuple[int, int], ...]:
        starts = sorted(random.integers(0, len(at), random.integers(0, most + 1)))
        return tuple((at[k][0], at[min(k + int(random.integers(0, 4)), len(at) - 1)][1]) for k in starts)

    sources = spans(3)

    def logs(width: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        scores = random.normal(0, 3, (len(at), width))
        return (scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))).astype(np.float32)

    judged = Judged(
        at,
        random.random(len(at)).astype(np.float32),
        random.random(len(at)).astype(np.float32),
        logs(len(Status)),
        logs(3),
        ((0, 0, -random.random((len(at), len(sources))).astype(np.float32)),),
        sources,
        spans(3),
        tuple(FoundRole("agent", *s) for s in spans(3)),
    )
    found = Finding(
        tuple(FoundName(*s, "ORG", False) for s in spans(3)),
        tuple(FoundEvent((s,), False, False) for s in spans(4)),
        judged,
    )
    return text, ("en", "nl", "de")[number], found


@settings(max_examples=150, deadline=None)
@given(anything())
def test_whatever_a_reader_says_claims_quote_the_text(case: tuple[str, str, Finding]) -> None:
    text, code, answer = case
    draft = analyse(Article("a-test", text, lang=code), trained=Told(answer))
    spans = [c.span for c in draft.reading.claims] + [m.span for m in draft.reading.mentions]
    spans += [p.span for c in draft.reading.claims for p in c.participants]
    spans += [a.span for c in draft.reading.claims for a in c.attribution if a.span]
    assert all(text[s.start : s.end] == s.quote and s.quote for s in spans)
    sentences = [(s.start, s.end) for s in draft.reading.sentences]
    claimed = [(c.span.start, c.span.end) for c in draft.reading.claims]
    assert all(any(a <= start and end <= b for a, b in sentences) for start, end in claimed)
    # Two clauses can rest on one stretch where each needs words of the other; three never do.
    assert all(claimed.count(span) < 3 for span in claimed)


@pytest.mark.parametrize("text", ["...", "– – –", "\n\n"])
def test_a_text_without_a_word_makes_no_claim(text: str) -> None:
    assert read(text, finding(text, {})) == ()


def test_a_clause_inside_a_claim_is_one_of_its_own_only_where_the_reader_sees_one_begin() -> None:
    text = "De heropening, die voor donderdag gepland stond, ging niet door."
    whole = finding(text, {text[:-1]: Status.CANCELLED})
    assert [(c.span.quote, c.status) for c in read(text, whole, "nl")] == [(text[:-1], Status.CANCELLED)]


def test_since_when_a_claim_goes_on_is_no_time_of_its_own() -> None:
    text = "It is the first team that has left the country since the border was shut in January 2020."
    (claim,) = read(text, finding(text, {text[:-1]: Status.HAPPENED}))
    assert claim.span.quote == text[:-1]
    assert claim.time_expr == ""


def test_a_relative_without_a_comma_does_not_date_the_verb_of_the_sentence() -> None:
    text = "De schipper die zaterdag overboord viel, is dinsdag gevonden."
    (claim,) = read(text, finding(text, {text[:-1]: Status.HAPPENED}), "nl")
    assert claim.span.quote == text[:-1]
    assert edtf.write(claim.time) == "2024-05-14"


def test_an_insertion_without_a_verb_is_the_papers_own_whatever_the_reader_holds() -> None:
    text = "Visitors (including some 400 nurses) will be housed in tents, the mayor said."
    part = "including some 400 nurses"
    answer = finding(
        text,
        {part: Status.PLANNED, "will be housed in tents": Status.PLANNED},
        sources={"the mayor": [part, "Visitors", "will be housed in tents"]},
    )
    told = {c.span.quote: c for c in read(text, answer)}
    assert (told[part].attribution, told[part].status) == ((), Status.ONGOING)
    assert [a.source for c in told.values() if c.span.quote != part for a in c.attribution] == ["the mayor"]


def test_a_bare_clause_of_denying_is_no_claim_beside_what_it_denies() -> None:
    text = "The union met. It denied that crews had been asked to join."
    answer = finding(text, {"It denied": Status.DENIED, "crews had been asked to join": Status.DENIED})
    assert [c.span.quote for c in read(text, answer)][1:] == ["crews had been asked to join"]
