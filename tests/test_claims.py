"""Claims: the sentences of tests/claims/<language>.toml, and what must hold for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import edtf, lang
from dateline.analysis import analyse
from dateline.claims import grammar
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.model import Article, Claim

_CASES = Path(__file__).parent / "claims"


def _read(text: str, code: str) -> tuple[Claim, ...]:
    """The claims of a text whose language is known, through the stages a real article passes."""
    return analyse(Article("a-test", text, lang=code)).reading.claims


def _cases() -> list[Any]:
    found = []
    for file in sorted(_CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
            found.append(pytest.param(file.stem, case, marks=marks, id=f"{file.stem}: {case['text'][:50]}"))
    return found


@pytest.mark.parametrize(("code", "case"), _cases())
def test_a_sentence_gives_the_claims_it_makes(code: str, case: dict[str, Any]) -> None:
    claims = _read(case["text"], code)
    assert [c.span.quote for c in claims] == [want["quote"] for want in case["claims"]]
    for claim, want in zip(claims, case["claims"], strict=True):
        assert claim.status == want["status"], claim.status_why
        assert [a.source for a in claim.attribution] == want["source"]
        if "source_kind" in want:
            assert claim.attribution[0].kind == want["source_kind"]
        if "kind" in want:
            assert claim.kind == want["kind"]
        if "phase" in want:
            assert claim.phase == want["phase"]
        for field in ("value", "low", "unit"):
            if field in want:
                assert want[field] in [getattr(q, field) for q in claim.quantities]


def test_headings_and_credits_state_nothing() -> None:
    text = "Border opens to trade\n\nThe border was closed in March.\n\n(Kestrel Photo)"
    assert [c.span.quote for c in _read(text, "en")] == ["The border was closed in March"]


def test_a_caption_in_the_present_tense_tells_of_something_done() -> None:
    text = "A freighter leaves the port of Antwerp, Monday. (Kestrel Photo)\n\nTrade goes on."
    assert [c.status for c in _read(text, "en")] == ["happened", "ongoing"]


def test_a_pronoun_carries_the_source_of_the_sentence_before() -> None:
    text = "Minister Anna Peeters said on Tuesday that the dyke had held. He added that repairs would start in June."
    second = _read(text, "en")[1]
    assert [a.source for a in second.attribution] == ["Minister Anna Peeters"]


def test_the_day_of_the_saying_is_not_the_day_of_what_is_said() -> None:
    text = "The mayor said on Tuesday that the bridge was closed in March 2021."
    article = Article("a-test", text, lang="en", published=edtf.read("2022-05-05"))
    (claim,) = analyse(article).reading.claims
    assert (str(claim.said.latest), str(claim.time.latest)) == ("2022-05-03", "2021-03-31")


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("en", "The border reopened in September or October 2022.", "[2022-09..2022-10]"),
        ("en", "The harbour was closed in 2019 or in 2021.", "[2019,2021]"),
        ("nl", "De grens ging in september of oktober 2022 weer open.", "[2022-09..2022-10]"),
        ("de", "Die Grenze wurde im September oder Oktober 2022 wieder geöffnet.", "[2022-09..2022-10]"),
        ("en", "The border reopened in September and October 2022.", "2022-09/2022-10"),
    ],
)
def test_a_time_that_the_text_leaves_open_stays_open(code: str, text: str, time: str) -> None:
    article = Article("a-test", text, lang=code, published=edtf.read("2023-05-05"))
    (claim,) = analyse(article).reading.claims
    assert edtf.write(claim.time) == time


@pytest.mark.parametrize("code", lang.available())
def test_a_word_class_that_a_language_leaves_out_is_named(code: str) -> None:
    whole = lang.load(code)
    clauses = whole.table("clauses")
    function = {name: words for name, words in clauses["function"].items() if name not in ("purpose", "alternatives")}
    toy = Language("toy", {**whole.tables, "clauses": {**clauses, "function": function}})
    with pytest.raises(BadLanguageData, match=r"lang/toy/clauses.toml: \[function\] has no alternatives, purpose"):
        grammar.compiled(toy)


_ALPHABET = st.characters(codec="utf-8")
_TEXT = """the said that and Beijing flight flights was were planned cancelled on Tuesday , . -- ( ) " : after not 100,000 percent
according to , De vlucht werd gisteren geannuleerd maar zei dat volgens is te om die terug gaan"""
_WORDS = st.sampled_from(_TEXT.split())


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(_ALPHABET, max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)),
    st.sampled_from(lang.available()),
)
@example("WAS,0WAS", "nl")
def test_whatever_the_text_every_offset_quotes_it(text: str, code: str) -> None:
    reading = analyse(Article("a-test", text, lang=code)).reading
    spans = [c.span for c in reading.claims]
    spans += [c.sentence for c in reading.claims if c.sentence]
    spans += [a.span for c in reading.claims for a in c.attribution if a.span]
    spans += [p.span for c in reading.claims for p in c.participants]
    spans += [q.span for c in reading.claims for q in c.quantities]
    spans += [t.span for t in reading.timexes] + [m.span for m in reading.mentions]
    assert all(text[s.start : s.end] == s.quote and s.quote for s in spans)


def test_ids_do_not_depend_on_what_is_read_into_the_words() -> None:
    text = "The border was closed in March. It was opened in May."
    again = _read(text, "en")
    assert [c.id for c in _read(text, "en")] == [c.id for c in again]
    assert len({c.id for c in again}) == len(again)


def test_a_long_text_without_verbs_is_told_as_a_problem() -> None:
    article = Article("a-test", "Zzz qqq www eee rrr ttt yyy uuu.", lang="en")
    assert [p.code for p in analyse(article).problems] == ["no-claims"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "According to the winter timetable the last bus left at noon."),
        ("nl", "Volgens de nieuwe dienstregeling vertrok de laatste bus om twaalf uur."),
        ("de", "Laut dem neuen Fahrplan ist der letzte Bus um zwölf Uhr abgefahren."),
    ],
)
def test_what_things_go_by_is_nobodys_word(code: str, text: str) -> None:
    found = _read(text, code)
    assert found
    assert all(c.attribution == () for c in found)


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        (
            "en",
            "The bridge will stay shut until Thursday after a barge struck it.",
            "The bridge will stay shut until Thursday",
        ),
        ("en", "It has been shut since March 2019 because the dam broke.", "It has been shut since March 2019"),
        ("nl", "De brug is sinds maandag dicht omdat een schip haar raakte.", "De brug is sinds maandag dicht"),
        (
            "de",
            "Die Brücke bleibt bis Donnerstag geschlossen, weil ein Schiff sie rammte.",
            "Die Brücke bleibt bis Donnerstag",
        ),
    ],
)
def test_a_subordinator_right_before_a_time_is_a_preposition(code: str, text: str, quote: str) -> None:
    first = _read(text, code)[0]
    assert first.span.quote.startswith(quote)
    assert first.time_expr.startswith(("until", "since"))
