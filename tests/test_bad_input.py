"""Whatever is given to `formats.read`, nothing raises, nothing hangs, and what is wrong is said while the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.formats import raw, read, records
from dateline.formats.raw import MOST_CHARACTERS

GOOD = "date 2023-08-27 It rains in Oslo."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with one good article that must always be read."""
    monkeypatch.chdir(tmp_path)
    Path("zz-good.txt").write_text(GOOD)
    return tmp_path


def problems_of(name: str, content: bytes | str | None = None, kept: int = 0) -> list[tuple[str, str]]:
    """(code, subject) of the problems with a file, which leaves `kept` articles, read before the good one."""
    if content is not None:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    articles, problems = read([name, "zz-good.txt"])
    assert len(articles) == kept + 1
    assert articles[-1].path == "zz-good.txt"
    assert all(p.stage == "read" and p.message and not p.message.endswith(".") for p in problems)
    return [(p.code, p.subject) for p in problems]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_said(folder: Path, content: bytes) -> None:
    assert problems_of("a.txt", content) == [("empty-file", "a.txt")]


@pytest.mark.parametrize("content", ["date 2023-08\n", "date: 2023-08-27", "---\ndate: 2023\n---\n"])
def test_a_header_without_an_article_is_said(folder: Path, content: str) -> None:
    assert problems_of("a.txt", content) == [("empty-text", "a.txt")]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", gzip.compress(b"text"), b"%PDF-1.7\n", b"text \x00 text", b"a" * 99_999 + b"\0"]
)
def test_a_binary_file_is_said(folder: Path, content: bytes) -> None:
    assert problems_of("a.txt", content) == [("binary-file", "a.txt")]


def test_an_empty_folder_is_said(folder: Path) -> None:
    Path("empty/deeper").mkdir(parents=True)
    assert problems_of("empty") == [("empty-folder", "empty")]


@pytest.mark.parametrize("name", ["none.txt", "none/*.txt", "zz-good.txt/x", "nul\0.txt", "", "x" * 5000])
def test_a_missing_path_is_said(folder: Path, name: str) -> None:
    (problem,) = problems_of(name)
    assert problem[0] in ("missing-path", "unreadable-file")
    assert problem[1] == name


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "De coalitie is het één geworden over de financiële steun, zei de premier gisteren."),
        ("cp1252", "Een café werd geïnspecteerd à raison van de coöperatie; volgens de financiële régie is alles één."),
        ("cp1252", "Die Brücke über die Weser wird größtenteils gesperrt, während der Verkehr weiter fließt."),
        ("cp1250", "Prezident řekl, že vláda včera schválila nový zákon o ochraně ovzduší. Ministři se sešli v Brně."),
        ("cp1254", "Hükümet dün yeni yasayı kabul etti. Bakan, İstanbul'da güvenliğin sağlandığını söyledi."),
        pytest.param(
            "cp1257",
            "Vyriausybė vakar priėmė naują įstatymą. Ministras sakė, kad žmonės saugūs, šiandien viskas ramu.",
            marks=pytest.mark.xfail(strict=True, reason="too short to tell from cp1252"),
        ),
    ],
)
def test_a_file_that_is_not_utf8_is_read_as_what_it_is_and_that_is_said(encoding: str, text: str, folder: Path) -> None:
    Path("a.txt").write_bytes(f"date 2023 {text}".encode(encoding))
    (article, _), (problem,) = read(["a.txt", "zz-good.txt"])
    assert article.text == text
    assert (problem.code, encoding in problem.message) == ("encoding", True)


def test_one_broken_byte_does_not_spoil_the_rest_of_a_utf8_file(folder: Path) -> None:
    text = "date 2023 " + "één financiële crisis. " * 20
    Path("a.txt").write_bytes(text.encode() + b"\xe9 end.")
    (article, _), (problem,) = read(["a.txt", "zz-good.txt"])
    assert article.text.startswith("één financiële crisis.")
    assert (problem.code, "U+FFFD" in problem.message) == ("encoding", True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_is_heeded_and_said(folder: Path, encoding: str) -> None:
    assert problems_of("a.txt", GOOD.replace("Oslo", "Rome").encode(encoding), kept=1) == [("encoding", "a.txt")]
    record = json.dumps({"date": "2023", "text": "It rains."}).encode(encoding)
    assert problems_of("b.json", record, kept=1) == [("encoding", "b.json")]


def test_a_line_of_50_megabytes_is_skipped_in_bounded_memory(folder: Path) -> None:
    with Path("a.jsonl").open("wb") as file:
        file.write(b'{"date": "2023", "text": "One two."}\n{"date": "2023", "text": "')
        for _ in range(50):
            file.write(b"a " * 500_000)
        file.write(b'"}\n{"date": "2023", "text": "Three four."}\n')
    tracemalloc.start()
    assert problems_of("a.jsonl", kept=2) == [("too-long", "a.jsonl:2")]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2.5 * records.MOST_LINE_BYTES


def test_a_text_of_50_megabytes_is_skipped(folder: Path) -> None:
    assert problems_of("a.txt", b"a " * 25_000_000) == [("too-long", "a.txt")]


def test_an_article_longer_than_any_article_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_CHARACTERS == 5_000_000
    monkeypatch.setattr(raw, "MOST_CHARACTERS", 100)
    assert problems_of("a.jsonl", json.dumps({"date": "2023", "text": "a " * 51})) == [("too-long", "a.jsonl")]


def test_json_of_one_huge_value_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_DOCUMENT_BYTES", 1000)
    rows = [{"date": "2023", "text": f"Text {n}."} for n in range(100)]
    assert problems_of("a.json", json.dumps(rows)) == [("too-long", "a.json")]


def test_bad_rows_are_said_with_their_number_and_the_others_read(folder: Path) -> None:
    rows = ['{"date": "2023", "text": "One two."}', '{"date": ', "[1]", "", '{"date": "2023"}', "nonsense", '{"text": 5}',
            '{"date": "2023", "text": "Three four."}']  # fmt: skip
    expected = [("bad-row", 2), ("bad-row", 3), ("no-text", 5), ("bad-row", 6), ("no-text", 7)]
    assert problems_of("a.jsonl", "\n".join(rows), kept=2) == [(code, f"a.jsonl:{row}") for code, row in expected]


def test_a_bad_first_row_spoils_no_other(folder: Path) -> None:
    content = '{"date": "2023", "text": "One two.\n{"date": "2023", "text": "Three four."}\n'
    assert problems_of("a.jsonl", content, kept=1) == [("bad-row", "a.jsonl:1")]


@pytest.mark.parametrize(
    "content",
    ['{"text": "It rains."', '[{"text": "x"},', "[{" * 100_000, '{"a":' * 100_000, '{"n": 1' + "0" * 9000 + "}"],
)
def test_broken_json_is_said(folder: Path, content: str) -> None:
    assert problems_of("a.json", content) in ([("bad-json", "a.json")], [("bad-row", "a.json")])


@pytest.mark.parametrize(
    ("content", "code"), [("[]", "empty-file"), ("{}", "no-text"), ('[{"text": "a b", "date": "2023"}, 3]', "bad-row")]
)
def test_json_without_articles_is_said(folder: Path, content: str, code: str) -> None:
    assert [c for c, _ in problems_of("a.json", content, kept=int(code == "bad-row"))] == [code]


def test_half_surrogate_pairs_in_json_become_replacement_characters(folder: Path) -> None:
    assert problems_of("a.json", r'{"date": "2023", "text": "It \ud83d rains."}', kept=1) == [
        ("bad-characters", "a.json")
    ]


def test_a_duplicate_id_with_other_text_is_said_and_both_are_kept(folder: Path) -> None:
    rows = [{"id": "1", "date": "2023", "text": "One two."}, {"id": "1", "date": "2023", "text": "Three four."}]
    assert problems_of("a.jsonl", "\n".join(map(json.dumps, rows)), kept=2) == [("duplicate-id", "a.jsonl:2")]
    # In another file, of another source, "1" is another article.
    rows = [{"id": "1", "source": "The Rain", "date": "2023", "text": "Five six."}]
    assert problems_of("b.jsonl", "\n".join(map(json.dumps, rows)), kept=1) == []


def test_the_same_article_twice_is_kept_once(folder: Path) -> None:
    Path("copy.txt").write_text(GOOD)
    articles, problems = read(["copy.txt", "zz-good.txt"])
    assert ([a.path for a in articles], [(p.code, p.subject) for p in problems]) == (
        ["copy.txt"],
        [("duplicate", "zz-good.txt")],
    )


@pytest.mark.parametrize(
    "content", ["date 2023-13-45 It rains.", "date: someday\nIt rains.", '{"date": "soon", "text": "It rains."}']
)
def test_an_unreadable_date_is_said_and_the_day_is_unknown(folder: Path, content: str) -> None:
    Path("a.txt").write_text(content)
    (article, _), (problem,) = read(["a.txt", "zz-good.txt"])
    assert (article.text, article.published.known, problem.code) == ("It rains.", False, "bad-date")
    assert article.stated in problem.message


def test_a_missing_date_is_said(folder: Path) -> None:
    assert problems_of("a.txt", "It rains.", kept=1) == [("no-date", "a.txt")]


def test_an_article_of_one_word_is_kept_and_said(folder: Path) -> None:
    assert problems_of("a.txt", "date 2023 Rain", kept=1) == [("one-word", "a.txt")]
    assert (
        problems_of(
            "b.txt",
            "date 2023 港は昨日から閉鎖されている。労働者がストライキを始めたためだと港の当局が述べた。",
            kept=1,
        )
        == []
    )


def test_right_to_left_text_is_kept_as_it_is(folder: Path) -> None:
    text = "أغلق الميناء منذ أمس. \u200fنعم\u200f!"
    Path("a.txt").write_text(f"date 2023 {text}")
    (article, _), problems = read(["a.txt", "zz-good.txt"])
    assert (article.text, problems) == (text, [])


def test_control_characters_are_kept_so_that_offsets_hold_and_said(folder: Path) -> None:
    content = "date 2023 It\x07 rains\x1b[0m."
    Path("a.txt").write_text(content)
    (article, _), (problem,) = read(["a.txt", "zz-good.txt"])
    assert (content[article.offset :], problem.code) == (article.text, "control-characters")


def test_a_loop_of_links_is_said_and_left(folder: Path) -> None:
    Path("loop/in").mkdir(parents=True)
    Path("loop/a.txt").write_text("date 2023 It rains in Rome.")
    Path("loop/in/back").symlink_to(Path("loop").resolve())
    Path("self").symlink_to("self")
    Path("loop/nowhere").symlink_to("none")
    assert problems_of("loop", kept=1) == [("symlink-loop", "loop/in/back"), ("missing-path", "loop/nowhere")]
    assert problems_of("self") == [("symlink-loop", "self")]


def test_a_pipe_or_device_is_said_and_never_opened(folder: Path) -> None:
    os.mkfifo("pipe")
    assert problems_of("pipe") == [("not-a-file", "pipe")]
    assert problems_of("/dev/zero") == [("not-a-file", "/dev/zero")]
    assert [c for c, _ in problems_of("p*")] == ["not-a-file"]


def test_an_unreadable_file_or_folder_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name.startswith("secret"):
            raise PermissionError(13, "Permission denied", str(self))
        return originals[kwargs.pop("_of", "open")](self, *args, **kwargs)

    originals = {"open": Path.open, "iterdir": Path.iterdir}
    Path("secret.txt").write_text(GOOD)
    Path("secrets").mkdir()
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "iterdir", lambda self: refuse(self, _of="iterdir"))
    assert problems_of("secret.txt") == [("unreadable-file", "secret.txt")]
    assert problems_of("secrets") == [("unreadable-file", "secrets")]


def test_a_folder_that_a_pattern_matches_is_read_as_a_folder(folder: Path) -> None:
    Path("in/sub").mkdir(parents=True)
    Path("in/void").mkdir()
    Path("in/sub/a.txt").write_text("date 2023 It rains in Rome.")
    assert problems_of("in/*", kept=1) == [("empty-folder", "in/void")]


def test_a_folder_of_very_deep_folders_is_walked(folder: Path) -> None:
    deep = Path("deep", *["d"] * 500)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("date 2023 It rains in Rome.")
    assert problems_of("deep", kept=1) == []


def test_xml_that_is_no_page_is_not_read_as_text(folder: Path) -> None:
    assert problems_of("a.xml", "<?xml version='1.0'?><rss><item/></rss>") == [("unknown-format", "a.xml")]


@pytest.mark.parametrize(
    "content", ["<html></html>", "<!doctype html><p>", "<html>" + "<div>" * 50_000, "<html><body>\x01<p></p>"]
)
def test_a_page_without_an_article_is_said(folder: Path, content: str) -> None:
    assert [c for c, _ in problems_of("a.html", content)] in (["no-text"], ["bad-html"])


def test_a_language_that_is_no_code_is_left_to_be_detected(folder: Path) -> None:
    assert problems_of("a.json", '{"date": "2023", "text": "It rains.", "lang": "English (UK)"}', kept=1) == [
        ("bad-language", "a.json")
    ]


def test_empty_standard_input_is_said() -> None:
    articles, problems = read(["-"], stdin=io.BytesIO())
    assert (articles, [(p.code, p.subject) for p in problems]) == ([], [("empty-file", "-")])


PIECES = (
    *(b"date ", b"2023-08", b"\n", b"---\n", b"{", b'"text"', b":", b"[", b"]", b"}", b"\xff", b"\xef\xbb\xbf"),
    *(b"<html>", b'"', b"a b", b"\\ud800", b"1e999", b"\x1a"),
)
HOSTILE = st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(PIECES), max_size=15).map(b"".join))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
@example(b'{"articles": [{"articles": []}]}')
@example(b'{"text": {"summary": 3, "sections": [4]}}')
@example(b'{"text": "a b", "date": [[[]]], "authors": [null, {"name": 4}], "url": {}}')
@example(b'{"text": "a b", "date": 1e999}')
@example(b'<html><script type="application/ld+json">[[[{"datePublished": 3}]]]</script>')
def test_any_bytes_are_articles_or_problems_and_never_an_error(folder: Path, content: bytes) -> None:
    Path("a").write_bytes(content)
    articles, problems = read(["a", "zz-good.txt"])
    assert articles[-1].path in ("a", "zz-good.txt")
    assert len(articles) + len(problems) >= 2
    for article in articles:
        assert article.text.strip()
        article.text.encode()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["", "date 2023-08 ", "\ufeff date: 2023-08\r\n"]), st.text(max_size=200))
def test_in_any_text_offsets_hold(folder: Path, head: str, body: str) -> None:
    content = head + body
    Path("a").write_bytes(content.encode())
    for article in read(["a"])[0]:
        if article.dated_by in ("", "header"):
            assert content[article.offset : article.offset + len(article.text)] == article.text
