"""`formats.read`: what files say about an article, and where its text begins."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import edtf
from dateline.errors import BadDate
from dateline.formats import dates, header, read
from dateline.model import Article

SEEDS = Path(__file__).parents[1] / "../shared/seeds"


def one(path: Path, content: str | bytes) -> Article:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    articles, problems = read([str(path)])
    assert problems == []
    (article,) = articles
    return article


def codes(paths: list[str]) -> list[str]:
    return [p.code for p in read(paths)[1]]


@pytest.mark.parametrize(
    ("content", "stated", "text"),
    [
        (" date 2023-08 Het regent.\n\nNog steeds.\n", "2023-08", "Het regent.\n\nNog steeds.\n"),
        ("\ufeffDATE: 2023-08-27\r\n\r\nIt rains.\r\nStill.", "2023-08-27", "It rains.\r\nStill."),
        ("\n\ndate\t2023-08-27T09:17+09:00 It rains.", "2023-08-27T09:17+09:00", "It rains."),
        ("date: 27 August 2023\nIt rains.", "27 August 2023", "It rains."),
        ("date: Sun, 27 Aug 2023 09:17:00 +0900\nIt rains.", "Sun, 27 Aug 2023 09:17:00 +0900", "It rains."),
        ("date [2023-08-01..2023-08-05] It rains.", "[2023-08-01..2023-08-05]", "It rains."),
        ("date 2023-08 10 people came.", "2023-08", "10 people came."),
        ("2023-08-27\n\nIt rains.", "2023-08-27", "It rains."),
        ("14. Mai 2024\nQuelle: Talbote\n\nEs regnet.", "14. Mai 2024", "Es regnet."),
        ("\ufeffaugustus 2023\r\nHet regent.", "augustus 2023", "Het regent."),
    ],
)
def test_a_date_header_is_stated_verbatim_and_the_text_begins_behind_it(
    tmp_path: Path, content: str, stated: str, text: str
) -> None:
    article = one(tmp_path / "a.txt", content)
    assert (article.stated, article.text, article.dated_by) == (stated, text, "header")
    assert content[article.offset : article.offset + len(article.text)] == article.text


def test_a_source_is_read_in_every_language_above_the_date_or_below_it(tmp_path: Path) -> None:
    above = one(tmp_path / "a.txt", "Quelle: Talbote\nDatum: 6. Februar 2025\n\nEs regnet.")
    below = one(tmp_path / "b.txt", "Datum: 6 februari 2025\nBron: De Kustbode\n\nHet regent.")
    assert (above.source, above.text, above.published.exact) == ("Talbote", "Es regnet.", True)
    assert (below.source, below.text) == ("De Kustbode", "Het regent.")


def test_a_source_without_a_date_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bron: De Kustbode\n\nHet regent.")
    (article,) = read([str(tmp_path / "a.txt")])[0]
    assert article.text.startswith("Bron")


@pytest.mark.parametrize(
    "content",
    [
        "Date palms grow here.",
        "Dates grow here.",
        "Date night: who comes? All.",
        "update 2023-08 it",
        "1984\n\nA novel.",
        "12 May 2024 was a Sunday.\nIt rained.",
    ],
)
def test_text_that_begins_like_a_header_is_text(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content)
    (article,), problems = read([str(tmp_path / "a.txt")])
    assert (article.text, article.offset, [p.code for p in problems]) == (content, 0, ["no-date"])


def test_a_month_only_date_is_never_filled_in(tmp_path: Path) -> None:
    article = one(tmp_path / "a.txt", "date 2023-08 It rains.")
    assert edtf.write(article.published) == "2023-08"


def test_front_matter_names_what_it_names(tmp_path: Path) -> None:
    content = (
        '---\ntitle: "Rain: again"\ndate: 2023-08-27\nsource: The Daily Rain\nurl: https://www.rain.example/1\n'
        "lang: en-GB\nauthors:\n  - Ann Lee\n  - Bob Ray\n---\n\nIt rains.\n"
    )
    article = one(tmp_path / "a.md", content)
    assert (article.title, article.source, article.lang, article.author) == (
        "Rain: again",
        "The Daily Rain",
        "en",
        "Ann Lee, Bob Ray",
    )
    assert (article.url, article.dated_by, article.text) == (
        "https://www.rain.example/1",
        "front matter",
        "It rains.\n",
    )
    assert content[article.offset :] == article.text


def test_front_matter_that_is_never_closed_is_text_and_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ntitle: x\nIt rains here.")
    (article,), problems = read([str(tmp_path / "a.txt")])
    assert article.text.startswith("---")
    assert [p.code for p in problems] == ["bad-header", "no-date"]


TRAFILATURA = {
    "title": "Rain", "author": "Ann Lee", "hostname": "rain.example", "date": "2023-08-27", "fingerprint": "f", "id": None,
    "raw_text": "x", "text": "It rains.", "language": None, "filedate": "2023-09-01", "source": "https://rain.example/1",
    "source-hostname": "Rain", "excerpt": "", "categories": "", "tags": "", "comments": "",
}  # fmt: skip
NEWSPAPER = {
    "url": "https://www.rain.example/1", "language": "en", "title": "Rain", "authors": ["Ann Lee"], "meta_lang": "en",
    "publish_date": "2023-08-27 00:00:00", "canonical_link": "https://rain.example/1", "text": "It rains.", "images": [],
}  # fmt: skip
FUNDUS = {
    "title": "Rain", "authors": ["Ann Lee"], "publishing_date": "2023-08-27 09:17:00+02:00", "topics": [], "lang": "en",
    "url": "https://rain.example/1",
    "body": {"summary": ["It rains."], "sections": [{"headline": ["Later"], "paragraphs": ["It rained.", "It will."]}]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("record", "day", "text"),
    [
        (TRAFILATURA, "2023-08-27", "It rains."),
        (NEWSPAPER, "2023-08-27T00:00:00", "It rains."),
        (FUNDUS, "2023-08-27T09:17:00+02:00", "It rains.\n\nLater\n\nIt rained.\n\nIt will."),
    ],
    ids=["trafilatura", "newspaper4k", "fundus"],
)
def test_records_of_other_programs_are_read(tmp_path: Path, record: dict[str, object], day: str, text: str) -> None:
    article = one(tmp_path / "a.json", json.dumps(record))
    assert (edtf.write(article.published), article.text, article.title, article.author) == (
        day,
        text,
        "Rain",
        "Ann Lee",
    )
    assert (article.source, article.dated_by, Path(article.path).name) == ("rain.example", "record", "a.json")
    assert article.url.endswith("rain.example/1")


@pytest.mark.parametrize("shape", ["{rows}", '{{"articles": {rows}}}'])
def test_lists_of_records_are_read_row_by_row(tmp_path: Path, shape: str) -> None:
    rows = json.dumps([{"date": "2023", "text": "One two."}, {"date": "2024", "text": "Three four."}], indent=1)
    (tmp_path / "a.json").write_text(shape.format(rows=rows))
    articles, problems = read([str(tmp_path / "a.json")])
    assert ([Path(a.path).name for a in articles], problems) == (["a.json:1", "a.json:2"], [])


def test_json_lines_are_named_by_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"date": "2023", "text": "One two."}\n\n{"date": "2024", "text": "Three four."}\n'
    )
    articles, _ = read([str(tmp_path / "a.jsonl")])
    assert [Path(a.path).name for a in articles] == ["a.jsonl:1", "a.jsonl:3"]


def test_what_a_file_is_is_told_by_its_content(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", '{"date": "2023", "text": "It rains."}').dated_by == "record"
    assert one(tmp_path / "b.json", "date 2023 It rains.").dated_by == "header"


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>Rain é</title>{head}</head><body><article>
<h1>Rain é</h1><p>It rained in the whole country on Sunday, the weather office said in a statement.</p>
<p>The rain of 2019-01-05 was heavier, it added, but nobody had been prepared for it then, not even the office.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ('<meta property="article:published_time" content="2023-08-27T09:17:00Z">', "2023-08-27T09:17:00Z"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2023-08"}]}</script>', "2023-08"),
        ('<meta name="date" content="27 August 2023">', "27 August 2023"),
    ],
)
def test_a_page_is_dated_by_its_own_words(tmp_path: Path, head: str, stated: str) -> None:
    article = one(tmp_path / "a.html", PAGE.format(charset="utf-8", head=head))
    assert (article.stated, article.dated_by, article.offset) == (stated, "metadata", 0)
    assert edtf.write(article.published) == edtf.write(dates.parse(stated))
    assert "The rain of 2019-01-05 was heavier" in article.text


def test_a_day_in_the_text_of_a_page_is_not_its_date(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(charset="utf-8", head=""))
    (article,), problems = read([str(tmp_path / "a.html")])
    assert (article.published.known, [p.code for p in problems]) == (False, ["no-date"])


def test_a_page_that_names_its_encoding_is_taken_at_its_word(tmp_path: Path) -> None:
    head = '<meta name="date" content="2023">'
    article = one(tmp_path / "a.html", PAGE.format(charset="windows-1252", head=head).encode("cp1252"))
    assert "Rain é" in article.title + article.text


def test_standard_input_is_read_where_a_dash_is_given() -> None:
    articles, problems = read(["-"], stdin=io.BytesIO(b"date 2023-08 It rains."))
    assert ([a.path for a in articles], problems) == (["-"], [])


def test_files_come_once_and_sorted_from_folders_patterns_and_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "in/a.txt", "in/deep/c.txt", ".hidden"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"date 2023 This is {name}.")
    articles, problems = read(["b.txt", ".", "./in/*", "in/a.txt"])
    assert ([a.path for a in articles], problems) == (["b.txt", "./in/a.txt", "./in/deep/c.txt"], [])
    assert [a.path for a in read(["in/**/*.txt"])[0]] == ["in/a.txt", "in/deep/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    assert one(tmp_path / "a[1]*.txt", "date 2023 It rains.").text == "It rains."


def test_the_source_is_given_or_the_host_and_versions_share_a_work(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "source": "The Rain", "date": "2023", "text": "It rains."},
        {"id": 7, "source": "The Rain", "date": "2023", "text": "It pours."},
        {"hostname": "www.rain.example", "date": "2023", "text": "It rains here."},
        {"url": "https://www.rain.example/1", "date": "2023", "text": "It rains there."},
        {"url": "http://[", "date": "2023", "text": "It rains nowhere."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    articles, _ = read([str(tmp_path / "a.jsonl")])
    assert [a.source for a in articles] == ["The Rain", "The Rain", "rain.example", "rain.example", ""]
    assert articles[0].work == articles[1].work
    assert len({a.work for a in articles}) == 4
    assert len({a.id for a in articles}) == 5


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2023-W34", "[2023-08-21..2023-08-27]"),
        ("2023-07-31/2023-08-30", "2023-07-31/2023-08-30"),
        ("2023-08-27 09:17:00.123+0900", "2023-08-27T09:17:00+09:00"),
        ("20230827T091700Z", "2023-08-27T09:17:00Z"),
        ("2023/08/27", "2023-08-27"),
        ("03.04.2023", "2023-04-03"),
        ("27/08/2023", "2023-08-27"),
        ("03/04/2023", "[2023-03-04,2023-04-03]"),
        ("August 27, 2023", "2023-08-27"),
        ("maandag 28 aug. 2023", "2023-08-28"),
        ("augustus 2023", "2023-08"),
        ("1693127820", "2023-08-27T09:17:00Z"),
        ("1693127820000", "2023-08-27T09:17:00Z"),
        ("Sun, 27 Aug 2023 09:17:00 GMT", "2023-08-27T09:17:00+00:00"),
    ],
)
def test_a_stated_date_is_read_as_finely_as_it_is_written(stated: str, expected: str) -> None:
    assert edtf.write(dates.parse(stated)) == expected


@pytest.mark.parametrize(
    "stated", ["2023-13-45", "2023-02-30", "yesterday", "..", "32 August 2023", "9" * 5000, "2023-08-27T25:00"]
)
def test_what_names_no_day_is_no_date(stated: str) -> None:
    with pytest.raises(BadDate):
        dates.parse(stated)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=40), st.from_regex(r"[\d\-/.:T Z+a-z,\[\]~]{1,30}", fullmatch=True)))
@example("2024-05-00")
@example("0000-00-00")
@example("0 May 2024")
def test_any_words_are_a_date_or_a_bad_date(stated: str) -> None:
    try:
        assert dates.parse(stated).known
    except BadDate as refused:
        message = str(refused)
    else:
        return
    assert "expected" in message


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["", "date 2023-08", "\ufeffdate: 2023", "---\ndate: 2023\n---", "date: x", "---\n"]),
    st.text(max_size=60),
)
def test_the_text_is_the_rest_of_the_file_behind_its_header(head: str, body: str) -> None:
    text = head + body
    found = header.split(text)
    assert 0 <= found.offset <= len(text)
    rest = text[found.offset :]
    assert text.endswith(rest)
    assert not found.offset or found.offset == 1 or not rest[:1].isspace()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared articles are not beside this repository")
def test_the_shared_articles_keep_their_offsets() -> None:
    articles, problems = read([str(SEEDS)])
    assert (len(articles), problems) == (2, [])
    for article in articles:
        content = Path(article.path).read_bytes().decode()
        assert content[article.offset :] == article.text
        assert article.stated in content[: article.offset]


def test_a_bare_string_is_refused() -> None:
    with pytest.raises(TypeError, match="list of paths"):
        read("articles")


def test_a_first_line_says_when_in_its_own_language_and_the_lines_below_it_who(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Datum: 12 maart 2025\nSource: Havenbode\nTitle: Brug dicht\n\nDe brug is dicht.\n", encoding="utf-8"
    )
    (article,), problems = read([str(tmp_path)])
    assert (article.stated, article.source, article.title) == ("12 maart 2025", "Havenbode", "Brug dicht")
    assert article.text.startswith("De brug")
    assert problems == []


def test_a_line_below_the_date_that_is_no_known_name_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date: 2025-03-12\nNote: the bridge closed.\n", encoding="utf-8")
    (article,), _ = read([str(tmp_path)])
    assert article.text.startswith("Note: the bridge")


def test_a_page_says_its_title_and_who_published_it(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Bridge shut | Harbour Mail</title><meta property='og:site_name' content='Harbour Mail'>"
        "<meta property='article:published_time' content='2025-03-12'></head><body><article><h1>Bridge shut</h1>"
        "<p>The bridge over the river was shut on Monday, the harbour master said, and will stay so until June.</p>"
        "</article></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,), _ = read([str(tmp_path)])
    assert (article.title, article.source, article.stated) == ("Bridge shut", "Harbour Mail", "2025-03-12")
