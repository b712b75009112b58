"""CSV and e-mail are articles; what is neither text nor page is called by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import edtf
from dateline.formats import read

_NEWS = "The bridge at Marsh End was shut on Friday."


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_with_a_line_of_names_is_a_record_a_row(tmp_path: Path, mark: str) -> None:
    rows = [
        ("Date", "Title", "Text"),
        ("2024-05-03", "Shut", f'"{_NEWS}\nLorries wait."'),
        ("2024-05-04", "Open", "It is open."),
    ]
    (tmp_path / "a.csv").write_text("\n".join(mark.join(row) for row in rows) + "\n")
    articles, problems = read([str(tmp_path / "a.csv")])
    assert [(a.title, edtf.write(a.published), a.text) for a in articles] == [
        ("Shut", "2024-05-03", f"{_NEWS}\nLorries wait."),
        ("Open", "2024-05-04", "It is open."),
    ]
    assert problems == []


def test_a_row_or_table_without_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"date,text\n2024-05-03,\n2024-05-04,{_NEWS}\n")
    (tmp_path / "b.csv").write_text("date,title,words\n2024-05-03,Shut,4\n")
    articles, problems = read([str(tmp_path)])
    assert len(articles) == 1
    assert [(Path(p.subject).name, p.code) for p in problems] == [("a.csv:2", "no-text"), ("b.csv", "no-text")]


@pytest.mark.parametrize(
    "text", ["Title, date and text were missing.\nIt rains.", "Text, they say, is dead\nIt rains.", "text\nIt rains."]
)
def test_text_with_commas_is_no_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert [a.text for a in read([str(tmp_path / "a.txt")])[0]] == [text]


_HEAD = "From: The Fen Mail <desk@fen.example.org>\nTo: you@fen.example.org\nDate: Fri, 03 May 2024 10:12:00 +0100\n"


@pytest.mark.parametrize(
    "rest",
    [
        f"Subject: Shut\n\n{_NEWS}\n",
        "Subject: =?utf-8?q?Shut?=\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{_NEWS[:20]}=\n{_NEWS[20:]}\n",
        f'Subject: Shut\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{_NEWS}\n--b--\n',
    ],
)
def test_a_message_is_an_article_of_its_sender_on_its_day(tmp_path: Path, rest: str) -> None:
    (tmp_path / "a.eml").write_text(_HEAD + "MIME-Version: 1.0\n" + rest)
    (article,), problems = read([str(tmp_path / "a.eml")])
    assert (article.source, article.title, article.text.strip()) == ("The Fen Mail", "Shut", _NEWS)
    assert edtf.write(article.published) == "2024-05-03T10:12:00+01:00"
    assert problems == []


def test_a_message_without_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(_HEAD + "\n\n")
    assert [p.code for p in read([str(tmp_path / "a.eml")])[1]] == ["no-text"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.4\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip archive"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "a feed (RSS or Atom)"),
        (b"date: 2024-02-31\nIt rains.", "that month has 29 days"),
        (b"date: 2024-13-01\nIt rains.", "there is no month 13"),
        (b"date: 31.04.2024\nIt rains.", "that month has 30 days"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a").write_bytes(content)
    (problem,) = read([str(tmp_path / "a")])[1]
    assert words in problem.message
    assert "expected" in problem.message
