"""The Markdown view, read by a CommonMark reader: nothing of an article is markup, every footnote has its quote."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefs import brief
from dateline.views import markdown

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def plain(html: str) -> str:
    text = re.sub(r"<[^>]*>", "", html)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(name, sign)
    return text


def test_every_footnote_that_is_cited_is_written_once_and_the_other_way_round() -> None:
    text = markdown.render(brief())
    body, notes = text.split("\n[^1]:", 1)
    written = re.findall(r"^\[\^(\d+)\]:", "[^1]:" + notes, re.MULTILINE)
    assert len(set(written)) == len(written)
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(written)


def test_a_footnote_holds_quote_article_and_place() -> None:
    text = markdown.render(brief())
    assert (
        "“De afvaart van gisteren werd geschrapt” — Eilandbode, dated mei 2024; characters 73–111, c-scrapped0002"
    ) in text


def test_nothing_of_an_article_becomes_an_element() -> None:
    html = READER.render(markdown.render(brief()))
    elements = set(re.findall(r"<(\w+)", html))
    assert elements <= {
        "h1",
        "h2",
        "h3",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "em",
        "br",
        "ul",
        "li",
    }
    assert "<script>document.title='owned'</script> [bold red]not bold[/]" in plain(html)


def test_steering_characters_are_shown_by_name() -> None:
    text = markdown.render(brief())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "⟨U+202E⟩esrever" in text


def test_every_table_row_has_as_many_cells_as_its_head() -> None:
    for block in markdown.render(brief()).split("\n\n"):
        if block.startswith("|"):
            counts = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            assert len(counts) == 1, block


def test_sources_and_findings_stand_in_columns_of_their_own() -> None:
    assert "| Subject | In the sources' words | Worked out by Dateline |" in markdown.render(brief())


@given(st.text(max_size=60))
def test_any_text_is_shown_and_never_run(text: str) -> None:
    escaped = markdown.escaped(text)
    html = READER.render(f"- {escaped} end")
    assert set(re.findall(r"<(/?\w+)", html)) <= {"ul", "/ul", "li", "/li"}


@given(st.text(alphabet="<>[]()!*_`|#&;:-+=.1a \\~$^{}@/", max_size=30))
def test_any_signs_read_back_as_themselves(text: str) -> None:
    escaped = markdown.escaped(text)
    words = " ".join(text.split())
    assert plain(READER.renderInline(f"x {escaped}")).strip() == f"x {words}".strip()
