"""What the head of a text or page tells of its outlet, its title and its author."""

from __future__ import annotations

import pytest

from dateline.formats import byline, page
from dateline.formats.raw import Raw


@pytest.mark.parametrize(
    ("text", "outlet", "title"),
    [
        (
            "Mill shut after leak\nBy Anna Rask, Northgate News Agency\nHULL, February 6, 2025\n\nThe mill is shut.",
            "Northgate News Agency",
            "Mill shut after leak",
        ),
        (
            "Molen dicht na lek\nDoor Jan Kok, Noorder Dagblad\n\nDe molen is dicht.",
            "Noorder Dagblad",
            "Molen dicht na lek",
        ),
        (
            "Mühle nach Leck zu\nVon Eva Lang, Harzer Zeitung\n\nDie Mühle ist zu.",
            "Harzer Zeitung",
            "Mühle nach Leck zu",
        ),
        ("Mill shut\nBy Anna Rask, Harare, 3 May 2024\n\nThe mill is shut.", "", "Mill shut"),
        ("The mill is shut.\nIt opens on Friday.", "", ""),
        ("By Anna Rask, Harare\n\nThe mill is shut.", "", ""),
    ],
)
def test_the_lines_at_the_head_name_the_outlet_and_the_title(text: str, outlet: str, title: str) -> None:
    found = byline.find(text)
    assert (found.outlet, found.title) == (outlet, title)


def made(title: str, heading: str, byline_: str = "") -> Raw:
    words = "The harbour bridge was shut on Monday after a ship struck a pier, the port said. Nobody was hurt. " * 3
    head, body = f"<head><title>{title}</title></head>", f"<h1>{heading}</h1>{byline_}<p>{words}</p>"
    html = f"<html>{head}<body><article>{body}</article></body></html>"
    (raw,) = page.read(html, "a.html")
    assert isinstance(raw, Raw)
    return raw


@pytest.mark.parametrize("gap", [" - ", " | ", " – "])
def test_what_stands_behind_the_heading_in_a_pages_title_is_its_outlet(gap: str) -> None:
    assert (
        made(f"Bridge shut after collision{gap}The Cape Monitor", "Bridge shut after collision").source
        == "The Cape Monitor"
    )


@pytest.mark.parametrize(
    "title", ["Bridge shut after collision", "Bridge shut after collision - 2024", "News | The Cape Monitor"]
)
def test_a_title_that_is_not_the_heading_and_a_name_tells_no_outlet(title: str) -> None:
    assert not made(title, "Bridge shut after collision").source


@pytest.mark.parametrize(
    ("label", "is_one"), [("Updated", True), ("Bijgewerkt", True), ("Aktualisiert", True), ("Tom Lee", False)]
)
def test_a_word_about_the_day_is_no_author(label: str, is_one: bool) -> None:
    assert byline.is_label(label) is is_one
