"""`text/sentences.py`: where sentences end, and what is a heading, a caption or a credit."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.lang import Language, available, load
from dateline.model import Part
from dateline.text.sentences import split

GERMAN = Language("de", {"sentences": {"ordinal_dot": True, "titles": ["Dr"], "starters": ["dann"]}})


def said(text: str, code: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, load(code))]


def parts(text: str, code: str) -> list[tuple[str, str]]:
    return [(s.part.value, text[s.start : s.end]) for s in split(text, load(code))]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("nl", ["Het kostte 3,5 mln. euro.", "Op 5 jan. ging hij weg.", "Zie blz. 3 en nr. 5."]),
        ("nl", ["Prof. dr. A. Bakker zei dat.", "J.P. de Boer knikte.", "Dhr. Jansen zweeg."]),
        ("nl", ["Hij kocht brood, melk enz.", "Daarna ging hij weg.", "Ik weet dat.", "Hij ook."]),
        ("nl", ["Hij sliep.", "'s Avonds ging hij weg.", "'t Was laat."]),
        ("nl", ["Hij zei: ‘Ga weg.", "Nu.’", "Hij ging."]),
        ("en", ["J. Smith left the U.S. on Monday.", "The U.N. said so.", "It was 3.5 mln.", "He paid."]),
        ("en", ["He came at 5 p.m. Monday.", "U.S. President Joe R. Biden left at 6 a.m.", "He flew."]),
        ("en", ["Sen. Lee and Lt. Col. Kim met Acme Co. Chairman Park.", "On Jan. 5 they left."]),
        ("en", ["He said no.", "Nobody came.", "It rains in May.", "He left the U.S.", "“Bad things happen.”"]),
        ("en", ["Plan B.", "Then he left.", "See www.Example.com/a.B for v2.0 now."]),
        ("en", ['He said: "We go.', 'We stay."', "Then he left.", "“Stop!” she said.", "It was over."]),
        ("en", ["(He left.)", "She stayed.", "« Oui. »", "He left… and came back.", "And so?", "Yes!"]),
        ("en", ["The workers' party won.", "The people's army lost.", "'It goes on.", "And on.'"]),
    ],
)
def test_news_sentences_end_where_a_reader_sees_them_end(code: str, sentences: list[str]) -> None:
    assert said(" ".join(sentences), code) == sentences


def test_a_language_with_dotted_ordinals_says_so_in_its_table() -> None:
    text = "Am 21. August ging er. Das 3. Mal sah er Dr. Meyer. Es war 1990. Dann kam er."
    ends = [text[s.start : s.end] for s in split(text, GERMAN)]
    assert ends == ["Am 21. August ging er.", "Das 3. Mal sah er Dr. Meyer.", "Es war 1990.", "Dann kam er."]


def test_offsets_are_code_points_behind_astral_characters() -> None:
    assert said("Hij 😀 lacht. 𝔄 ook. Klaar.", "nl") == ["Hij 😀 lacht.", "𝔄 ook.", "Klaar."]


def test_a_short_paragraph_without_a_full_stop_is_a_heading() -> None:
    text = "The border opens.\n\nSlow relaxation\n\nTrade grows."
    assert parts(text, "en") == [
        ("sentence", "The border opens."),
        ("heading", "Slow relaxation"),
        ("sentence", "Trade grows."),
    ]
    assert [s.paragraph for s in split(text, load("en"))] == [0, 1, 2]


def test_a_line_that_stands_alone_heads_nothing_and_is_a_sentence() -> None:
    assert parts("Border opens", "en") == [("sentence", "Border opens")]


def test_a_short_paragraph_that_ends_in_a_credit_is_a_caption() -> None:
    text = "A plane lands in Oslo, Tuesday. (AB-Wire)\n\nThe plane was late.\n\nIt left again."
    assert parts(text, "en")[:3] == [
        ("caption", "A plane lands in Oslo, Tuesday."),
        ("credit", "(AB-Wire)"),
        ("sentence", "The plane was late."),
    ]


def test_a_caption_word_makes_a_caption_and_a_photo_credit_needs_no_brackets() -> None:
    assert parts("Op de foto staat de haven. Foto: J. Jansen / XYZ\n\nHet regent.", "nl") == [
        ("caption", "Op de foto staat de haven."),
        ("credit", "Foto: J. Jansen / XYZ"),
        ("sentence", "Het regent."),
    ]


def test_the_wire_that_ends_an_article_makes_no_caption_of_its_last_paragraph() -> None:
    assert parts("Het regent.\n\nHet blijft regenen. (XYZ)", "nl") == [
        ("sentence", "Het regent."),
        ("sentence", "Het blijft regenen."),
        ("credit", "(XYZ)"),
    ]
    ending = "It rains.\n\nHe left. (Reporting by Jane Smith; editing by Tom Lee)"
    assert [kind for kind, _ in parts(ending, "en")] == ["sentence", "sentence", "credit"]


def test_bylines_datelines_and_credit_lines_are_credits() -> None:
    text = "By Jane Smith\n\nOSLO, Norway (AB) — It rains.\n\nPhoto: J. Smith / AB\n\nIt ends.\n\n(Wire News)"
    assert [kind for kind, _ in parts(text, "en")] == ["credit", "credit", "sentence", "credit", "sentence", "credit"]


def test_a_heading_that_begins_with_a_credit_word_stays_a_heading() -> None:
    assert parts("Video shows launch\n\nIt was late.", "en")[0] == ("heading", "Video shows launch")


def test_brackets_in_running_text_are_no_credit() -> None:
    text = "It rained (and how).\n\nHe met the Office for Rain (OR).\n\nHe left. (See also page 3.)\n\nThe end came."
    assert {kind for kind, _ in parts(text, "en")} == {"sentence"}


def test_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    text = "Kop zonder punt\nHet kabinet besloot iets. Dat is zo.\nNog een kop\nDe laatste alinea is langer dan de kop."
    assert [kind for kind, _ in parts(text, "nl")] == ["heading", "sentence", "sentence", "heading", "sentence"]
    assert [s.paragraph for s in split(text, load("nl"))] == [0, 1, 1, 2, 3]


def test_lines_wrapped_by_a_program_run_on() -> None:
    text = "The cabinet has decided that the\nborder will be opened soon. The\nminister said so in a speech on\nSunday."
    assert said(text, "en") == [
        "The cabinet has decided that the\nborder will be opened soon.",
        "The\nminister said so in a speech on\nSunday.",
    ]


def test_list_items_are_sentences_of_their_own() -> None:
    text = "Wat er gebeurde:\n- de grens ging open\n- de vlucht ging niet door\n\nDat was het."
    assert [kind for kind, _ in parts(text, "nl")] == ["sentence"] * 4


def test_a_sentence_never_crosses_a_blank_line() -> None:
    assert said("He said that\n\nthe plane left", "en") == ["He said that", "the plane left"]


def check_cover(text: str, code: str) -> None:
    found = split(text, load(code))
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end
        assert not text[at : sentence.start].strip()
        quote = text[sentence.start : sentence.end]
        assert quote == quote.strip()
        at = sentence.end
    assert not text[at:].strip()
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


@settings(max_examples=300, deadline=None)
@given(st.text(), st.sampled_from(available()))
@example("\ud800. A\x00. \u2029B", "en")
def test_any_text_is_covered_by_disjoint_sorted_trimmed_spans(text: str, code: str) -> None:
    check_cover(text, code)


NEWSY = st.sampled_from(
    [
        "A. ",
        "Dr. ",
        "he ",
        '"',
        "“",
        "”",
        "' ",
        "'s ",
        "(AP)",
        ") ",
        ". ",
        ".",
        "? ",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "5",
        "Photo: ",
        "X",
        "« ",
        " »",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(NEWSY, max_size=40).map("".join), st.sampled_from(available()))
def test_any_mixture_of_what_news_is_made_of_is_covered_too(text: str, code: str) -> None:
    check_cover(text, code)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "a",
        ".",
        '"',
        "“a. ",
        "(",
        "Ab. ",
        "A.",
        '“(‘"a. B? ',
        " » ",
        "。",
        "\n",
        "Photo: ",
        "OSLO (a",
        "W" + " " * 9,
    ],
)
def test_hostile_text_is_split_in_a_time_that_grows_with_its_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    check_cover(text, "en")
    # A quadratic step takes minutes here; the sound path well under a second, also on a slow machine.
    assert time.process_time() - began < 10


def test_parts_are_told_apart_without_a_table() -> None:
    bare = Language("xx", {})
    assert [s.part for s in split("Title\n\nIt rains. It pours.", bare)] == [Part.HEADING, Part.SENTENCE, Part.SENTENCE]
