"""The corpus of claims: its notation, its checker, and what the scorer counts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.model import Attribution, Claim, Kind, Participant, Quantity, SourceKind, Span, Status

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import claims as scorer  # noqa: E402
import corpus  # noqa: E402

LINE = (
    "xx-1 agency | [S1:agency KX] [C1 said] {planned@1 <agent the ferry> takes (>=20 over 20 lorries) to "
    "<destination Bari>}. {unknown/unknown Nobody \\(yet\\) knows when}."
)


def read(line: str) -> corpus.Passage:
    found = corpus.parse(line)
    assert isinstance(found, corpus.Passage), str(found)
    return found


def fault(line: str) -> corpus.Fault:
    found = corpus.parse(line, "a.txt", 7)
    assert isinstance(found, corpus.Fault)
    return found


def words(passage: corpus.Passage, at: corpus.Stretch) -> str:
    return passage.text[at.start : at.end]


def claim(passage: corpus.Passage, quote: str, status: Status, **more: object) -> Claim:
    start = passage.text.index(quote)
    span = Span(passage.id, start, start + len(quote), quote)
    return Claim(f"c{start}", span, passage.lang, Kind.REPORT, "", status, **more)  # type: ignore[arg-type]


def span(passage: corpus.Passage, quote: str) -> Span:
    start = passage.text.index(quote)
    return Span(passage.id, start, start + len(quote), quote)


def test_stripping_the_marks_gives_the_plain_text() -> None:
    assert read(LINE).text == "KX said the ferry takes over 20 lorries to Bari. Nobody (yet) knows when."


def test_every_mark_is_found_where_it_stands() -> None:
    p = read(LINE)
    first, second = p.claims
    assert words(p, first.at) == "the ferry takes over 20 lorries to Bari"
    assert (first.status, first.kind, first.sources) == (Status.PLANNED, Kind.REPORT, (1,))
    assert [(r.role, words(p, r.at)) for r in first.roles] == [("agent", "the ferry"), ("destination", "Bari")]
    assert [(f.low, f.high, words(p, f.at)) for f in first.figures] == [(20, None, "over 20 lorries")]
    assert (second.status, second.kind) == (Status.UNKNOWN, Kind.STATED_UNKNOWN)
    assert [(s.number, s.kind, words(p, s.at)) for s in p.sources] == [(1, SourceKind.AGENCY, "KX")]
    assert [words(p, c.at) for c in p.cues] == ["said"]


def test_roles_and_figures_belong_to_the_innermost_claim() -> None:
    p = read("xx-1 war | {happened <patient The bridge, {happened/background which cost (=3 3 euros)}>, fell}.")
    outer, inner = p.claims
    assert [r.role for r in outer.roles] == ["patient"]
    assert outer.figures == ()
    assert [f.low for f in inner.figures] == [3]


def test_flags_say_nesting_polarity_and_certainty() -> None:
    p = read("xx-1 war | [S1:paper A], [S2:official B]: {required@1@2/neg/probable nobody may leave}.")
    (found,) = p.claims
    assert (found.sources, found.polarity, found.certainty) == ((1, 2), "negative", "probable")


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("{happened it fell", 12, "never closed"),
        ("it fell}", 19, "closes nothing"),
        ("{happend it fell}", 12, "no status 'happend'"),
        ("{happened/odd it fell}", 12, "no flag /odd"),
        ("{happened <who it> fell}", 22, "no role 'who'"),
        ("a <agent b>", 14, "outside of every claim"),
        ("a (b)", 14, "a plain bracket is written"),
        ("{happened (9..3 nine) fell}", 22, "smaller figure"),
        ("{happened@1 it fell}", 12, "stands without [S1"),
        ("[S1:official A] {happened it fell}", 12, "says nothing"),
        ("[S1:boss A] {happened@1 it fell}", 12, "no kind of source"),
        ("[S1:official A] [S1:expert he] {happened@1 it fell}", 12, "several kinds"),
        ("{happened/question did it}", 12, "status unknown"),
        ("{happened  it fell}", 12, "no blank"),
        ("a  b", 12, "blanks are doubled"),
        ("[C0 may] {possible it fell}", 12, "hearsay"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_was_expected(text: str, column: int, expected: str) -> None:
    found = fault(f"xx-1 war | {text}")
    assert (found.file, found.line, found.column) == ("a.txt", 7, column)
    assert expected in found.message


def test_a_line_that_is_no_passage_is_a_fault() -> None:
    assert "ID GENRE" in fault("no passage").message
    assert "no genre 'poem'" in fault("xx-1 poem | text").message


def test_an_id_stands_once(tmp_path: Path) -> None:
    file = tmp_path / "xx.txt"
    file.write_text("# head\n\nxx-1 war | {happened a fell}.\nxx-1 war | {happened b fell}.\n", encoding="utf-8")
    passages, faults = corpus.read([file])
    assert len(passages) == 2
    assert [(f.line, f.message.split(":")[0]) for f in faults] == [(4, "xx-1")]


@pytest.mark.parametrize("path", sorted((ROOT / "corpus" / "claims").rglob("*.txt")), ids=lambda p: p.name)
def test_every_file_of_the_corpus_is_free_of_faults(path: Path) -> None:
    passages, faults = corpus.read([path])
    assert [str(f) for f in faults] == []
    assert passages


def test_the_perfect_answer_scores_in_full() -> None:
    p = read(LINE)
    said = Attribution("KX", SourceKind.AGENCY, "said", span=span(p, "KX"))
    first = claim(
        p,
        "the ferry takes over 20 lorries to Bari",
        Status.PLANNED,
        attribution=(said,),
        participants=(
            Participant("agent", "the ferry", span(p, "the ferry")),
            Participant("destination", "Bari", span(p, "Bari")),
        ),
        quantities=(Quantity(span(p, "over 20 lorries"), None, 20, None, "", "lorries"),),
    )
    second = claim(p, "Nobody (yet) knows when", Status.UNKNOWN)
    score = scorer.Score()
    scorer.score_passage(p, (first, second), score)
    figures = scorer.report(score)
    assert figures.pop("extra claims") == 0
    assert set(figures.values()) == {100.0}
    assert score.errors == []


def test_a_claim_not_found_counts_against_every_measure_that_asks_for_it() -> None:
    p = read(LINE)
    score = scorer.Score()
    scorer.score_passage(p, (), score)
    figures = scorer.report(score)
    missed = ("clause found", "status macro-F1", "source F1", "content F1", "roles", "figures")
    assert [figures[m] for m in missed] == [0, 0, 0, 0, 0, 0]


def test_the_words_of_a_source_inside_a_clause_count_for_neither_side() -> None:
    p = read(
        "xx-1 war | {possible@1 It closes, [C1 says] [S1:named the tall and very tired owner of it], if it rains}."
    )
    ruler = scorer.Ruler(p.text)
    assert scorer.match(p, [claim(p, "It closes", Status.POSSIBLE)], ruler) == {}
    assert scorer.match(p, [claim(p, "if it rains", Status.POSSIBLE)], ruler) == {0: 0}
    assert scorer.match(p, [claim(p, p.text[:-1], Status.POSSIBLE)], ruler) == {0: 0}


def test_a_source_given_where_nobody_is_cited_is_wrong() -> None:
    p = read("xx-1 war | {happened The bridge fell on Monday}.")
    hearsay = Attribution("", SourceKind.ANONYMOUS, "reportedly")
    score = scorer.Score()
    scorer.score_passage(p, (claim(p, "The bridge fell on Monday", Status.HAPPENED, attribution=(hearsay,)),), score)
    assert scorer.report(score)["unsourced"] == 0
    assert score.words["content"] == [0, 5, 0]


def test_the_word_that_carries_a_source_on_is_as_good_as_its_name() -> None:
    p = read(
        "xx-1 war | [S1:official The mayor] said {happened@1 it fell}. {happened@1 [S1:official She] saw it fall}."
    )
    for name in ("The mayor", "She"):
        said = Attribution(name, SourceKind.OFFICIAL, "", span=span(p, name))
        score = scorer.Score()
        scorer.score_passage(p, (claim(p, "She saw it fall", Status.HAPPENED, attribution=(said,)),), score)
        assert score.shares["source kind"] == [1, 1]


@pytest.mark.parametrize(
    ("gold", "value", "low", "high", "right"),
    [
        ("=20", 20, 20, 20, True),
        ("=20", 20, 18, 22, True),
        ("=20", None, 20, None, False),
        (">=20", None, 20, None, True),
        (">=20", 20, 20, 20, False),
        ("<=20", None, None, 20, True),
        ("20..30", None, 20, 30, True),
        ("20..30", 20, 20, 20, False),
    ],
)
def test_figures_agree_in_both_bounds(gold: str, value: float, low: float, high: float, right: bool) -> None:
    p = read(f"xx-1 war | {{happened ({gold} 20 men) fell}}.")
    told = Quantity(span(p, "20 men"), value, low, high, "", "men")
    score = scorer.Score()
    scorer.score_passage(p, (claim(p, "20 men fell", Status.HAPPENED, quantities=(told,)),), score)
    assert score.shares["figures"] == [int(right), 1]


def test_status_is_averaged_over_the_statuses_of_the_gold() -> None:
    score = scorer.Score()
    score.statuses.update({("happened", "happened"): 3, ("planned", "happened"): 1, ("planned", ""): 1})
    assert scorer.report(score)["status macro-F1"] == pytest.approx(100 * (6 / 7 + 0) / 2, abs=0.1)


def test_an_empty_passage_list_has_no_figures() -> None:
    assert scorer.report(scorer.Score()) == {}
    assert corpus.counts([]) == ""


def test_the_pipeline_is_scored_on_a_passage() -> None:
    score, speed = scorer.run([read("en-1 war | {happened The bridge in Bari collapsed on Monday}.")])
    assert score.shares["clause found"] == [1, 1]
    assert speed > 0
