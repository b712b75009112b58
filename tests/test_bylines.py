"""By-lines and headers: who wrote, whose report it is, and the day they give; none of it is news."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline import edtf, origin
from dateline.formats import byline, read
from dateline.model import Article, Brief, Part

_NO_MODEL = dateline.encoder(use_model=False)[0]

_NEWS = {
    "en": "The bridge at Marsh End was closed on Tuesday. Lorries are waiting on both banks.",
    "nl": "De brug bij Rietmeer is dinsdag gesloten. Vrachtwagens wachten op beide oevers.",
    "de": "Die Brücke bei Moorstadt wurde am Dienstag gesperrt. Lastwagen warten an beiden Ufern.",
}


def article_of(folder: Path, text: str) -> Article:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (article,), _ = read([str(folder / "a.txt")])
    return article


def brief_of(folder: Path, text: str) -> Brief:
    return dateline.run([article_of(folder, text)], _NO_MODEL)


@pytest.mark.parametrize(
    ("lines", "author", "published"),
    [
        ("By Jane Moyo, Harare, 3 May 2024, 09:15 CAT", "Jane Moyo", "2024-05-03T09:15:00+02:00"),
        ("By Jane Moyo and Tom Lee | May 3, 2024 at 9:15 pm EST", "Jane Moyo and Tom Lee", "2024-05-03T21:15:00-05:00"),
        ("Published 3 May 2024, 10:12 GMT | Updated 4 May 2024, 08:00 GMT", "", "2024-05-03T10:12:00Z"),
        ("Last updated: 2024-05-03 14:02 UTC", "", "2024-05-03T14:02:00Z"),
        ("Gepubliceerd: 3 mei 2024 10:12", "", "2024-05-03T10:12:00"),
        (
            "Door Piet de Boer\nLaatst bijgewerkt op vrijdag 3 mei 2024 om 10.12 uur",
            "Piet de Boer",
            "2024-05-03T10:12:00",
        ),
        ("Stand: 12.05.2024, 18:30 Uhr", "", "2024-05-12T18:30:00"),
        (
            "Von Anna Weber, dpa\nAktualisiert am 12. Mai 2024, 18.30 Uhr MESZ",
            "Anna Weber",
            "2024-05-12T18:30:00+02:00",
        ),
        ("Updated 3 May 2024, 09:15 IST", "", "2024-05-03T09:15:00"),
    ],
)
def test_a_by_line_gives_the_author_and_the_day_with_its_zone(
    tmp_path: Path, lines: str, author: str, published: str
) -> None:
    text = f"Bridge shut\n{lines}\n\n{_NEWS['en']}"
    article = article_of(tmp_path, text)
    assert (article.author, edtf.write(article.published), article.dated_by) == (author, published, "by-line")
    assert article.text == text


def test_a_date_in_the_header_stands_before_that_of_a_by_line(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"date: 2024-05\nBridge shut\nUpdated 3 May 2024, 10:12\n\n{_NEWS['en']}")
    assert (article.stated, article.dated_by) == ("2024-05", "header")


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14:02 GMT",
        "By Friday, 3 May 2024, the bridge had been closed.",
        "Published reports of 3 May 2024 name the bridge",
        "Stand 3 auf der Messe",
        "Van 3 mei 2024 tot 5 mei 2024 is de brug dicht",
        "Von 3. Mai 2024 an ist die Brücke gesperrt",
        "Updated 3 May 2024 rules take effect",
    ],
)
def test_a_line_that_does_not_say_when_the_page_came_out_dates_nothing(line: str) -> None:
    assert byline.find(f"Bridge shut\n{line}\n\nIt rains.").stated == ""


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", "By Jane Moyo, Harare, 09:15 CAT\n\nUpdated 14:02 GMT"),
        ("en", "Published Friday, 3 May 2024, 10:12 BST"),
        ("nl", "Door Piet de Boer\nGepubliceerd: 3 mei 2024 10:12"),
        ("nl", "Vandaag, 10:12\nLaatste update: 11:40 uur"),
        ("de", "Von Anna Weber\nStand: 12.05.2024, 18:30 Uhr"),
        ("de", "Veröffentlicht am 12. Mai 2024 um 18.30 Uhr"),
    ],
)
def test_an_author_and_a_clock_are_no_wire_and_no_claim(tmp_path: Path, code: str, lines: str) -> None:
    (reading,) = brief_of(tmp_path, f"Title of the day\n{lines}\n\n{_NEWS[code]}").readings
    assert reading.claims
    assert {origin.kind_of(c.origin) for c in reading.claims} == {origin.PAPER}
    assert min(c.span.start for c in reading.claims) >= reading.article.text.index(_NEWS[code][:15])


@pytest.mark.parametrize(
    ("code", "line", "wire"),
    [
        ("en", "By Jane Moyo, Reuters, 09:15 CAT", "org-reuters"),
        ("en", "Source: Reuters, 14:02 GMT", "org-reuters"),
        ("nl", "Bron: ANP", "org-anp"),
        ("nl", "Door Piet de Boer / ANP", "org-anp"),
        ("de", "Von Anna Weber, dpa", "org-dpa"),
        ("de", "Quelle: dpa", "org-dpa"),
    ],
)
def test_the_agency_of_a_by_line_or_credit_is_the_origin(tmp_path: Path, code: str, line: str, wire: str) -> None:
    (reading,) = brief_of(tmp_path, f"Title of the day\n{line}\n\n{_NEWS[code]}").readings
    assert {c.origin for c in reading.claims} == {f"wire:{wire}"}


def test_a_clock_is_no_part_of_the_name_of_an_unknown_agency(tmp_path: Path) -> None:
    (reading,) = brief_of(tmp_path, f"Source: fenwire, 14:02 GMT\n\n{_NEWS['en']}").readings
    assert {c.origin for c in reading.claims} == {"wire:source fenwire"}


def test_a_line_of_the_pages_own_day_is_a_notice_and_a_sentence_is_none(tmp_path: Path) -> None:
    told = brief_of(tmp_path, f"Updated 14:02 GMT\n\n{_NEWS['en']}").readings[0]
    assert told.sentences[0].part is Part.NOTICE
    news = brief_of(tmp_path, f"Updated 2 May rules closed the bridge.\n\n{_NEWS['en']}").readings[0]
    assert news.sentences[0].part is Part.SENTENCE


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Title: Bridge shut\nSource: The Fen Mail\nAuthor: Jane Moyo\n\n", "en"),
        (
            "Headline: Bridge shut\nSection: Home news\nPublisher: The Fen Mail\nByline: Jane Moyo\nTags: bridge\n\n",
            "en",
        ),
        ("Titel: Bridge shut\nBron: The Fen Mail\nAuteur: Jane Moyo\n\n", "nl"),
        ("Kop: Bridge shut\nRubriek: Binnenland\nBron: The Fen Mail\nAuteur: Jane Moyo\n", "nl"),
        ("Überschrift: Bridge shut\nQuelle: The Fen Mail\nAutorin: Jane Moyo\nRessort: Regionales\n\n", "de"),
    ],
)
def test_a_header_without_a_date_is_read_and_its_day_stays_open(tmp_path: Path, header: str, code: str) -> None:
    article = article_of(tmp_path, header + _NEWS[code])
    assert (article.title, article.source, article.author) == ("Bridge shut", "The Fen Mail", "Jane Moyo")
    assert (article.text, article.published.known) == (_NEWS[code], False)
    assert (header + _NEWS[code])[article.offset :] == article.text


def test_a_line_of_a_header_block_may_call_the_day_as_pages_do(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"Title: Bridge shut\nPublished: 3 May 2024, 10:12 BST\n\n{_NEWS['en']}")
    assert edtf.write(article.published) == "2024-05-03T10:12:00+01:00"


def test_an_agency_as_the_source_of_two_articles_is_one_origin(tmp_path: Path) -> None:
    (reading,) = brief_of(tmp_path, f"Title: Bridge shut\nSource: Reuters\n\n{_NEWS['en']}").readings
    assert {c.origin for c in reading.claims} == {"wire:org-reuters"}


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("en", "From Russia With Love, 8 October 1963"),
        ("en", "By Sea and Land, June 6, 1944"),
        ("en", "From Dusk Till Dawn, 19 January 1996"),
        ("nl", "Door Weer en Wind, 3 mei 1999"),
        ("de", "Von Menschen und Mäusen, 3. Mai 1999"),
    ],
)
def test_a_title_that_opens_as_a_by_line_does_gives_no_day_and_no_author(tmp_path: Path, code: str, head: str) -> None:
    article = article_of(tmp_path, f"{head}\n\n{_NEWS[code]}")
    assert (article.stated, article.author) == ("", "")


@pytest.mark.parametrize(
    ("lines", "author", "published"),
    [
        ("By JANE MOYO, Hull\n3 May 2024", "JANE MOYO", "2024-05-03"),
        ("By Laura Reed, Fen News Agency\nHULL, May 3, 2024, 18:40 EET", "Laura Reed", "2024-05-03T18:40:00+02:00"),
        ("Door Jan de Vries\nAmsterdam, 3 mei 2024", "Jan de Vries", "2024-05-03"),
        ("Von Anna Weber\nKiel, 3. Mai 2024, 18.30 Uhr", "Anna Weber", "2024-05-03T18:30:00"),
        ("May 3, 2024, 18:40 EET", "", "2024-05-03T18:40:00+02:00"),
        ("Updated 14:02 GMT, 4 May 2024", "", "2024-05-04T14:02:00Z"),
        ("Laatst bijgewerkt om 14:02 uur op 3 mei 2024", "", "2024-05-03T14:02:00"),
        ("Aktualisiert um 18.30 Uhr am 3. Mai 2024", "", "2024-05-03T18:30:00"),
        ("By Jane Moyo | 03.05.2024 | 09:15", "Jane Moyo", "2024-05-03T09:15:00"),
        ("By Reuters, 3 May 2024, 09:15", "", "2024-05-03T09:15:00"),
        ("HULL, May 3, 2024 (Fenwire) - The bridge is shut.", "", "2024-05-03"),
    ],
)
def test_a_place_a_day_and_a_clock_in_any_order_below_a_title_or_by_line_date_the_page(
    tmp_path: Path, lines: str, author: str, published: str
) -> None:
    article = article_of(tmp_path, f"Bridge shut\n{lines}\n\n{_NEWS['en']}")
    assert (article.author, edtf.write(article.published), article.dated_by) == (author, published, "by-line")


def test_a_day_alone_below_a_title_is_none_of_the_pages() -> None:
    assert byline.find("The square\n4 June 1989\n\nOn that day it rained.").stated == ""


@pytest.mark.parametrize(
    "text",
    [
        "Title: The Great Escape\nThe film is a classic.",
        "Author: Jane\nPolice: man shot\nSource: me\nThe bridge is shut.",
        "Titel: De Grote Reis\nDe film draait vrijdag weer.",
        "Titel: Die große Reise\nDer Film läuft am Freitag wieder.",
    ],
)
def test_lines_that_no_blank_line_parts_from_the_text_are_text(tmp_path: Path, text: str) -> None:
    assert article_of(tmp_path, text).text == text
