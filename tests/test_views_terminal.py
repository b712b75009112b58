"""The terminal view: every section, nothing of an article steers the terminal, and it reads without colours."""

from __future__ import annotations

import dataclasses
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from briefs import brief, brief_of
from dateline.model import Brief, Problem
from dateline.views import lone, terminal
from dateline.views.lookup import lookup

EMPTY = Brief("", (), (), (), (), (), (), (), (), ())


def shown(width: int, *, colours: bool = False, of: Brief | None = None) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colours, color_system="truecolor" if colours else None)
    terminal.render(of or brief(), console)
    return out.getvalue()


def flat(text: str) -> str:
    """The words without the lines and blanks of the layout."""
    return re.sub(r"[\s─]+", " ", text)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in shown(width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 160])
def test_every_section_is_there_with_headings_that_say_whose_words_stand_below(width: int) -> None:
    titles = ["What stands", "Timeline", "Disagreements", "Articles and their dates", "Problems"]
    assert [line for line in shown(width).splitlines() if line in titles] == titles
    text = flat(shown(width))
    assert "In the sources' words" in text
    assert "Worked out by Dateline" in text


def test_the_four_kinds_of_time_differ_in_words_and_signs() -> None:
    text = flat(shown(200))
    for words in (
        "● Mon 13 May 2024",
        "◌ one day of 6–12 May 2024",
        "━ from 14 May 2024 to 21 May 2024",
        "? time not known",
    ):
        assert words in text


def test_both_sides_of_a_disagreement_stand_with_quote_and_source() -> None:
    text = flat(shown(200))
    assert "They disagree on time" in text
    part = text[text.index("They disagree") - 600 : text.index("They disagree") + 300]
    assert "Eerder deze week" in part
    assert "the previous week" in part


def test_a_date_is_shown_with_its_reasons_and_its_rival() -> None:
    text = flat(shown(200))
    assert "mei 2024" in text
    assert "rival: Tue 7 May 2024" in text
    assert "against it: the caption's Tuesday would be 12 days old" in text


def test_a_plan_without_outcome_is_shown_as_fallen_due() -> None:
    assert "Fell due, no outcome reported here: Fri 17 May 2024" in flat(shown(200))


def test_nothing_of_an_article_reaches_the_terminal_as_a_command() -> None:
    text = shown(120)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x00" not in text
    assert "⟨U+001B⟩[31mred" in flat(text)


def test_markup_of_articles_is_text() -> None:
    text = flat(shown(200))
    assert "[bold red]not bold[/]" in text
    assert "[red]Evil[/] <i>Times</i>" in text


def test_colours_add_nothing_that_words_do_not_say() -> None:
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown(120, colours=True))
    assert bare == shown(120)


def at_a_glance(width: int) -> str:
    out = io.StringIO()
    terminal.render(brief(), Console(file=out, width=width), details=False)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_at_a_glance_every_row_of_the_board_has_one_line_that_fits(width: int) -> None:
    lines = at_a_glance(width).splitlines()
    assert max(map(len, lines)) <= width
    for row in lone.rows(lookup(brief()))[0]:
        (line,) = (x for x in lines if f"[{row.track[:8]}" in x)
        assert line.startswith(row.label[:4])


def test_at_a_glance_how_a_row_stands_is_not_cut_for_its_words() -> None:
    (overdue,) = (x for x in at_a_glance(160).splitlines() if "fell due" in x)
    assert "fell due Fri 17 May 2024 without report" in overdue
    (overdue,) = (x for x in at_a_glance(100).splitlines() if "fell due" in x)
    assert "fell due Fri 17 May 2024 without report" in overdue


def test_at_a_glance_a_board_of_many_rows_shows_what_wants_attention_and_counts_the_rest() -> None:
    known = brief()
    late = next(r for r in known.board if r.overdue)
    first = next(r for r in known.board if len(r.claims) > 1 and not r.overdue and not r.contested)
    many = tuple(replace(first, track=f"t-{n:012x}") for n in range(60))
    out = io.StringIO()
    terminal.render(replace(known, board=(*many, late)), Console(file=out, width=100), details=False)
    text = flat(out.getvalue())
    assert text.count(f"{first.label} ") >= 39
    assert "fell due Fri 17 May 2024" in text
    assert "and 21 more rows of two claims or more" in text


def test_at_a_glance_what_was_cut_and_what_is_told_elsewhere_is_said() -> None:
    text = flat(at_a_glance(80))
    assert "…" in text
    assert "marks words that were cut" in text
    assert f"the timeline ({len(brief().events)} events), {len(brief().readings)} articles" in text
    assert "--details" in text


def test_at_a_glance_what_wants_attention_stands_first() -> None:
    text = flat(at_a_glance(250))
    assert "fell due Fri 17 May 2024 without report" in text
    assert "contested, " in text


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", shown(80, colours=True))


def test_an_empty_brief_says_so() -> None:
    text = shown(80, of=EMPTY)
    for words in ("0 articles", "No row", "No event.", "None found.", "None."):
        assert words in text


def test_a_board_row_whose_claim_is_missing_still_shows_its_words() -> None:
    row = dataclasses.replace(brief().board[0], state_claim="c-gone")
    text = flat(shown(200, of=dataclasses.replace(brief(), board=(row,))))
    assert "“A ferry ties up at Norderoog harbour, Tuesday”" in text


@given(st.text(max_size=40))
def test_no_text_whatever_steers_the_terminal(text: str) -> None:
    out = shown(100, of=brief_of(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", out)


def _with_lone_claims(many: int) -> Brief:
    """The brief with more rows and events of one claim each that nothing else speaks of."""
    base = brief()
    race = next(row for row in base.board if row.label == "rowing race")
    event = next(e for e in base.events if e.claims == ("c-fee000000013",))
    rows = tuple(
        dataclasses.replace(race, track=f"t-lone{i:08}", label=f"thing {i}", next=None, claims=(f"c-lone{i:08}",))
        for i in range(many)
    )
    events = tuple(
        dataclasses.replace(event, id=f"e-lone{i:08}", claims=(f"c-lone{i:08}",), title=f"thing {i}")
        for i in range(many)
    )
    claim = next(c for r in base.readings for c in r.claims if c.id == "c-fee000000013")
    made = tuple(dataclasses.replace(claim, id=f"c-lone{i:08}", event=f"e-lone{i:08}") for i in range(many))
    readings = tuple(
        dataclasses.replace(r, claims=(*r.claims, *made)) if r.article.id == claim.span.article else r
        for r in base.readings
    )
    rows = tuple(dataclasses.replace(r, state_claim=c.id, state=c.span.quote) for r, c in zip(rows, made, strict=True))
    return dataclasses.replace(base, readings=readings, board=(*base.board, *rows), events=(*base.events, *events))


def test_many_rows_and_events_of_one_claim_are_told_in_a_line_each_and_counted() -> None:
    text = flat(shown(160, of=_with_lone_claims(12)))
    assert "12 more rows of one claim each" in text
    assert re.search(r"\d+ more events of one claim each", text)
    assert "dateline explain ID" in text
    assert all(f"thing {i} " in text for i in range(12))
    assert all(f"[c-lone{i:08}]" in text for i in range(12))


def test_a_few_rows_of_one_claim_are_told_in_full() -> None:
    assert "more rows of one claim" not in flat(shown(160, of=_with_lone_claims(2)))


def test_many_reasons_of_a_date_are_counted_and_the_first_are_told() -> None:
    base = brief()
    reasons = tuple(f"reason {i} of many" for i in range(9))
    of = dataclasses.replace(base, datings=tuple(dataclasses.replace(d, reasons=reasons) for d in base.datings))
    text = flat(shown(200, of=of))
    assert "reason 2 of many" in text
    assert "reason 3 of many" not in text
    assert "and 6 more reasons" in text


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_code_of_a_problem_stands_whole_on_its_line(width: int) -> None:
    late = Problem(
        "possibly-published", "as-of", "news/a-long-name-of-a-file.txt", "left out and listed as possibly published"
    )
    assert "possibly-published" in shown(width, of=dataclasses.replace(brief(), problems=(late,)))
