"""The page as text: whole in itself, escaped, equal for equal briefs; and what its parts promise."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import BAD, EN, HOSTILE, brief, brief_of
from dateline import edtf
from dateline.model import Article, Brief, Event, Part, Reading, Sentence, Span, Status
from dateline.views import chart, html, reader, timeline
from dateline.views.markup import Markup, tag
from dateline.views.phrases import Sureness
from dateline.when import bound, lasting, moment

EMPTY = Brief("", (), (), (), (), (), (), (), (), ())
VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements, attributes and words of a page, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)


def page(of: Brief | None = None) -> Page:
    return Page(html.render(of or brief()))


def test_equal_briefs_give_equal_pages() -> None:
    assert html.render(brief()) == html.render(brief())


@pytest.mark.parametrize("of", [brief(), EMPTY])
def test_every_element_is_closed_and_every_name_is_given_once(of: Brief) -> None:
    made = page(of)
    assert made.open == []
    ids = [attrs["id"] for _, attrs in made.elements if "id" in attrs]
    assert len(set(ids)) == len(ids)


def test_every_link_within_the_page_leads_somewhere() -> None:
    made = page()
    ids = {attrs.get("id") for _, attrs in made.elements}
    targets = [attrs["href"] for name, attrs in made.elements if name == "a"]
    assert targets
    assert all(href and href.startswith("#") and href[1:] in ids for href in targets)


def test_nothing_is_fetched_and_nothing_but_our_script_can_run() -> None:
    made = page()
    names = [name for name, _ in made.elements]
    assert names.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base", "form", "foreignobject"} & set(names)
    assert not [key for _, attrs in made.elements for key in attrs if key.startswith("on") or key in ("src", "style")]
    policy = next(attrs["content"] for _, attrs in made.elements if attrs.get("http-equiv"))
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_text_of_articles_is_shown_and_not_run() -> None:
    words = "".join(page().words)
    assert "<script>document.title='owned'</script>" in words
    assert '<img src=x onerror="document.title=1">' in words
    assert "⟨U+001B⟩[31mred" in words
    assert "\u202e" not in words


def test_every_quote_says_its_language() -> None:
    made = page()
    following = [made.elements[i + 1][1] for i, (_, attrs) in enumerate(made.elements) if attrs.get("class") == "q"]
    langs = {attrs.get("lang") for attrs in following if "dir" in attrs}
    assert langs == {"nl", "en", ""}


def test_both_sides_of_a_disagreement_and_the_rival_of_a_date_are_shown() -> None:
    words = "".join(page().words)
    part = words[words.index("Contradicts on time") :]
    assert "Eerder deze week vertrok een koor naar het vasteland" in part
    assert "The island choir had travelled to the mainland the previous week" in part
    assert "Rival ●Tue 7 May 2024" in words
    assert "the caption's Tuesday would be 12 days old" in words


def test_tables_have_captions_and_headings_with_scope() -> None:
    made = page()
    names = [name for name, _ in made.elements]
    assert names.count("caption") == names.count("table") > 0
    heads = [attrs for name, attrs in made.elements if name == "th"]
    assert all(attrs.get("scope") in ("col", "row") for attrs in heads)


def test_every_strip_has_words_in_place_of_its_drawing() -> None:
    strips = [attrs for name, attrs in page().elements if name == "svg" and attrs.get("class") == "strip"]
    labels = [attrs["aria-label"] for attrs in strips]
    assert len(labels) == len(brief().events) - 1
    assert "cancelled: Mon 13 May 2024" in labels


def test_what_has_no_time_is_counted_under_the_drawing() -> None:
    assert "Not drawn: 1 event of unknown time." in "".join(page().words)


def test_a_page_of_nothing_says_so() -> None:
    words = "".join(page(EMPTY).words)
    for said in ("What stands", "No event.", "None found.", "No time is known."):
        assert said in words


def test_lone_surrogates_do_not_keep_a_page_from_being_written() -> None:
    odd = Article("a-odd", "half \ud83d a pair", "\udc80", lang="")
    html.render(dataclasses.replace(EMPTY, readings=(Reading(odd),))).encode("utf-8")


@given(st.text(max_size=40))
def test_no_text_whatever_adds_an_element_or_leaves_one_open(text: str) -> None:
    plain, made = page(brief_of("plain")), page(brief_of(text))
    assert made.open == []
    assert len(made.elements) <= len(plain.elements)


# The reader


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3),
)
def test_the_pieces_of_an_article_are_its_text_and_every_quote_is_whole_pieces(
    text: str, evidence: list[tuple[int, int]], parts: list[tuple[int, int]]
) -> None:
    spans = [Span("a", min(p), max(p), text[min(p) : max(p)]) for p in evidence if max(p) <= len(text)]
    sentences = tuple(Sentence(min(p), max(p), Part.HEADING, 0) for p in parts if max(p) <= len(text))
    made = reader.pieces(Reading(Article("a", text), sentences), spans)
    assert "".join(p.text for p in made) == text
    for span in spans:
        inside = [p for p in made if span.start <= p.start < span.end]
        assert "".join(p.text for p in inside) == span.quote
        assert all(p.cited for p in inside)


def test_the_whole_text_of_every_article_stands_on_the_page() -> None:
    words = "".join(page().words)
    assert "Some 120 residents came home with the first boat. Ferries reportedly resumed" in words
    assert words.count("The end.") == 1
    assert HOSTILE.count("The end.") == 1


def test_problems_open_their_place_too() -> None:
    spans = reader.evidence(brief())[BAD]
    assert "[bold red]" in {span.quote for span in spans}


# The drawing


def test_days_stand_in_order_and_long_gaps_are_shortened() -> None:
    scaled = chart.scale([edtf.read("2020-01-01"), edtf.read("2024-05-01"), edtf.read("2024-05-03")])
    assert scaled
    places = [scaled.at(edtf.read(d).begin.lo) for d in ("2020-01-01", "2022-01-01", "2024-05-01", "2024-05-03")]
    assert places == sorted(places)
    assert places[2] - places[0] < 10 * (places[3] - places[2])


days = st.integers(1, 3_652_059)
bounds = st.lists(st.tuples(days, st.integers(0, 400)), max_size=3).map(lambda r: bound((a, a + n) for a, n in r))
whens = st.one_of(st.builds(moment, bounds), st.builds(lasting, bounds, bounds))


@given(st.lists(whens, max_size=4), st.sampled_from(list(Status)))
def test_any_time_can_be_drawn_inside_the_drawing(times: list, status: Status) -> None:
    events = tuple(Event(f"e-{i}", "x", when, status, (), ()) for i, when in enumerate(times))
    lines = timeline.entries(dataclasses.replace(EMPTY, events=events))
    scaled = chart.scale(times)
    for entry in lines:
        if scaled is None or entry.sureness is Sureness.UNKNOWN:
            continue
        drawn = chart.strip(scaled, entry)
        assert 'class="mark' in drawn
        assert all(0 <= float(x) <= 100 for x in re.findall(r'(?:x|x1|x2|width)="([-\d.]+)%"', drawn))


def test_an_unsure_day_a_lasting_time_and_a_plan_are_drawn_differently() -> None:
    lines = {e.event.id: e for e in timeline.entries(brief())}
    scaled = chart.scale([e.event.time for e in lines.values()])
    assert scaled
    drawn = {key: chart.strip(scaled, entry) for key, entry in lines.items() if entry.event.time.known}
    assert 'class="unsure"' in drawn["e-choiren0012"]
    assert 'class="sure"' not in drawn["e-choiren0012"]
    assert 'class="sure"' in drawn["e-shut000004"]
    assert 'class="mark hollow"' in drawn["e-second00003"]
    assert 'class="cross"' in drawn["e-scrap000002"]
    assert 'class="head"' in drawn["e-open0000009"]


def test_ticks_do_not_crowd() -> None:
    times = [e.time for e in brief().events]
    scaled = chart.scale(times)
    assert scaled
    places = [scaled.at(d) for d in chart.ticks(scaled, [])]
    assert all(b - a >= chart.APART for a, b in pairwise(places))


# Markup


@given(st.text(max_size=50))
def test_text_in_an_element_or_attribute_is_never_markup(text: str) -> None:
    made = Page(tag("p", text, title=text))
    assert [name for name, _ in made.elements] == ["p"]


def test_markup_is_not_escaped_twice() -> None:
    assert tag("p", Markup("<b>x</b>"), "<b>") == "<p><b>x</b>&lt;b&gt;</p>"


def test_an_article_in_two_places_keeps_its_name() -> None:
    assert reader.anchors(brief())[EN] == "a2"
