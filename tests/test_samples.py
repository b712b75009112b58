"""The shipped samples hold what docs/samples.md says they hold. No stage of the program is used here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"
PAGE = "07-border-explained.html"
CREDIT = "(Noordster Press)"
OFF_STORY = ("10-kort-buitenland.txt", "11-port-strike.txt")
FREQUENT = {"nl": {"het", "een", "van", "zijn", "niet"}, "en": {"the", "of", "and", "was", "not"}}


@dataclass(frozen=True)
class Sample:
    """One article of the samples: its header's fields and its body."""

    name: str
    stated: str
    source: str
    url: str
    body: str


class Page(HTMLParser):
    """The words of `<article>` and the properties of the `<meta>` tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.words: list[str] = []
        self.tags: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.inside = self.inside or tag == "article"
        if tag == "meta" and (name := given.get("property")):
            self.meta[name] = given.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)


def page() -> Page:
    parser = Page()
    parser.feed((SAMPLES / PAGE).read_text(encoding="utf-8"))
    return parser


def text_sample(path: Path) -> Sample:
    raw = path.read_text(encoding="utf-8")
    if raw.startswith("---\n"):
        head, body = raw.removeprefix("---\n").split("\n---\n", 1)
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        return Sample(path.name, fields.get("date", ""), fields["source"], fields["url"], body)
    header = re.match(r"date:? (\S+)\s", raw, re.IGNORECASE)
    assert header, f"{path.name} has no header"
    return Sample(path.name, header[1], "", "", raw[header.end() :])


def rows() -> list[dict[str, str]]:
    lines = (SAMPLES / "08-world-desk.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def samples() -> dict[str, Sample]:
    found = [text_sample(path) for path in sorted(SAMPLES.glob("*.txt"))]
    for number, row in enumerate(rows(), 1):
        name = f"08-world-desk.jsonl:{number}"
        found.append(Sample(name, row["date"], row["source"], row["url"], row["text"]))
    meta, body = page().meta, " ".join("".join(page().words).split())
    found.append(Sample(PAGE, meta["article:published_time"][:10], meta["og:site_name"], meta["og:url"], body))
    return {sample.name: sample for sample in found}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def language(sample: Sample) -> str:
    return max(FREQUENT, key=lambda code: sum(word in FREQUENT[code] for word in words(sample.body)))


def on_story() -> list[Sample]:
    return [sample for sample in samples().values() if sample.name not in OFF_STORY]


@cache
def documented() -> dict[str, list[str]]:
    """The cells of the table of articles in docs/samples.md, by article."""
    page_text = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")
    table = page_text.split("## The articles")[1].split("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    return {cells[0].strip("`"): cells for cells in ([c.strip() for c in line.strip("|").split("|")] for line in lines)}


def true_day(name: str) -> date:
    return date.fromisoformat(documented()[name][4].split()[1])


def test_there_are_twelve_articles_six_in_each_language() -> None:
    found = [language(sample) for sample in samples().values()]
    assert (len(found), found.count("nl"), found.count("en")) == (12, 6, 6)


def test_the_folder_holds_nothing_but_articles() -> None:
    suffixes = sorted(path.suffix for path in SAMPLES.iterdir())
    assert suffixes == [".html", ".jsonl"] + [".txt"] * 9


@pytest.mark.parametrize("name", sorted(samples()))
def test_an_article_has_between_120_and_260_words(name: str) -> None:
    assert 120 <= len(samples()[name].body.split()) <= 260


@pytest.mark.parametrize("name", sorted(samples()))
def test_the_page_of_the_docs_describes_the_article_as_it_is(name: str) -> None:
    sample, cells = samples()[name], documented()[name]
    assert cells[1] == language(sample)
    assert cells[2] == sample.source or (not sample.source and re.fullmatch(r"\(.+\)", cells[2]))
    assert cells[3] == (sample.stated or "none")
    assert cells[4] == true_day(name).strftime("%a %Y-%m-%d")


def test_every_article_and_no_other_is_described() -> None:
    assert set(documented()) == set(samples())


def test_every_address_is_an_example_one() -> None:
    hosts = [
        host for path in SAMPLES.iterdir() for host in re.findall(r"https?://([^/\s\"]+)", path.read_text("utf-8"))
    ]
    assert len(hosts) >= 8
    assert all(host.endswith(".example.org") for host in hosts)


def test_the_rows_have_all_fields_of_a_record() -> None:
    assert len(rows()) >= 2
    for row in rows():
        assert set(row) == {"id", "date", "text", "title", "source", "url"}
        assert all(row.values())


def test_the_text_files_use_three_forms_of_header() -> None:
    firsts = [path.read_text(encoding="utf-8").splitlines()[0] for path in sorted(SAMPLES.glob("*.txt"))]
    alone = [line for line in firsts if re.fullmatch(r"date:? \S+", line, re.IGNORECASE)]
    same_line = [line for line in firsts if re.match(r"date \S+ \w+ \w+", line)]
    assert (len(alone), len(same_line), firsts.count("---")) == (3, 1, 5)


def test_one_article_states_only_its_month() -> None:
    assert [s.name for s in samples().values() if re.fullmatch(r"\d{4}-\d\d", s.stated)] == [
        "04-vladivostok-arrival.txt"
    ]


def test_one_article_has_no_date_at_all() -> None:
    undated = [s for s in samples().values() if not s.stated]
    assert [s.name for s in undated] == ["02-geschrapte-vlucht.txt"]
    assert not re.search(r"\b20\d\d-\d\d|\b\d{1,2} augustus", undated[0].body)


def test_the_page_reports_fully_dated_events_after_the_day_of_its_metadata() -> None:
    sample = samples()[PAGE]
    days = [int(day) for day in re.findall(r"\b(\d{1,2}) August 2023", sample.body)]
    assert sample.stated == "2023-08-11"
    assert days == [16, 21, 22, 26, 25, 26]
    assert true_day(PAGE) > date(2023, 8, 26)


def test_the_page_looks_like_a_saved_page() -> None:
    assert {"nav", "header", "article", "footer"} <= set(page().tags)
    assert "Subscribe" not in samples()[PAGE].body


def test_all_other_stated_days_are_the_true_ones() -> None:
    full = {s.name: s.stated for s in samples().values() if re.fullmatch(r"\d{4}-\d\d-\d\d", s.stated)}
    assert [name for name, day in full.items() if date.fromisoformat(day) != true_day(name)] == [PAGE]


def test_one_wire_story_stands_in_three_outlets_and_two_languages() -> None:
    wired = [s for s in samples().values() if CREDIT in s.body]
    assert sorted(language(s) for s in wired) == ["en", "nl", "nl"]
    assert len({s.source for s in wired}) == 3


def test_the_two_dutch_copies_are_nearly_but_not_quite_the_same() -> None:
    first, second = (words(s.body) for s in samples().values() if CREDIT in s.body and language(s) == "nl")
    assert first != second
    assert 0.85 < SequenceMatcher(None, first, second, autojunk=False).ratio() < 1.0


def test_a_caption_has_a_bare_weekday_and_its_own_photo_credit() -> None:
    caption = samples()["06-citizens-may-return.txt"].body.split("\n\n")[0]
    assert re.search(r", Tuesday\. \([\w ]+ Photo\)$", caption)
    assert CREDIT not in caption
    assert not re.search(r"\d", caption)


def test_a_flight_is_planned_then_cancelled_then_flown() -> None:
    before, after = samples()["02-geschrapte-vlucht.txt"].body, samples()["03-landing-in-peking.txt"].body
    assert re.search(r"JS151 .* had vanochtend .* moeten vliegen, maar is .* geschrapt", before)
    assert "JS151 van Air Koryo raakte om 09.17 uur de landingsbaan" in after
    assert true_day("02-geschrapte-vlucht.txt") < true_day("03-landing-in-peking.txt")


def test_two_passenger_counts_of_one_flight_conflict() -> None:
    assert "74 passagiers uit JS151" in samples()["03-landing-in-peking.txt"].body
    assert "About 120 passengers got off JS151 on Tuesday" in samples()["04-vladivostok-arrival.txt"].body


def test_two_agencies_end_the_championships_on_different_days() -> None:
    assert (
        "tot en met 26 augustus, meldt het Zuid-Koreaanse persbureau Yonhap"
        in samples()["01-bussen-bij-dandong.txt"].body
    )
    assert "until 30 August, according to the Associated Press" in samples()[PAGE].body


def test_the_second_vladivostok_flight_passes_in_silence() -> None:
    naming = [s.name for s in on_story() if re.search(r"\b28 (augustus|August)", s.body)]
    assert naming == ["01-bussen-bij-dandong.txt", "04-vladivostok-arrival.txt"]
    later = [s for s in on_story() if true_day(s.name) > date(2023, 8, 28)]
    assert len(later) == 2
    assert not any("Vladivostok" in s.body for s in later)


def test_a_broadcasters_report_is_explicitly_unconfirmed() -> None:
    body = samples()["08-world-desk.jsonl:2"].body
    assert "the Chinese state broadcaster CCTV reported" in body
    assert "North Korean media had not confirmed the measure" in body


def test_the_marathon_is_announced_and_later_called_off() -> None:
    assert "have announced a race for April 2024" in samples()[PAGE].body
    assert "marathon of April 2024 has been called off" in samples()["09-marathon-called-off.txt"].body
    assert true_day(PAGE) < true_day("09-marathon-called-off.txt")


@pytest.mark.parametrize("name", OFF_STORY)
def test_round_up_and_other_story_never_name_what_the_story_is_about(name: str) -> None:
    about = re.compile(r"korea|koryo|pyongyang|kcna|dandong", re.IGNORECASE)
    assert not about.search(samples()[name].body)
    assert all(about.search(sample.body) for sample in on_story())


def test_the_round_up_shares_places_with_the_story() -> None:
    items = samples()["10-kort-buitenland.txt"].body.split("\n\n")[1:]
    assert [item.split(" - ")[0] for item in items] == ["PEKING", "VLADIVOSTOK", "ASTANA", "PORTO", "KIRUNA"]


def test_several_articles_have_subheadings_without_a_full_stop() -> None:
    def headed(sample: Sample) -> bool:
        return any(re.fullmatch(r"[A-Z][^.\n]{4,40}[^.?!:\n]", part) for part in sample.body.split("\n\n"))

    assert sum(headed(sample) for sample in samples().values() if sample.name != PAGE) >= 7
    assert page().tags.count("h2") == 3


def test_no_run_of_five_words_comes_from_the_seed_articles() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not part of the project")

    def runs(text: str) -> set[tuple[str, ...]]:
        found = words(text)
        return {tuple(found[i : i + 5]) for i in range(len(found) - 4)}

    seeds = set().union(*(runs(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    assert seeds
    assert {s.name: runs(s.body) & seeds for s in samples().values() if runs(s.body) & seeds} == {}
