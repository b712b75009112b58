"""What somebody denies and another reports, where no event joins the two."""

from __future__ import annotations

from tests.readings import report

from dateline.model import Reading
from dateline.stories.denials import denials
from dateline.stories.likeness import Alike
from dateline.stories.sketch import sketches, world

CUT = "the government cut off the internet after the riots"


def contested(*readings: Reading, alike: Alike | None = None) -> list[tuple[str, str]]:
    """(denial, report), by their words. `alike` is how every pair of two articles stands out."""
    known = sketches(readings, world(readings), {})
    pairs = {(a.id, b.id): alike for a in known for b in known if alike and a.article < b.article}
    found = denials(known, pairs, {r.article.id: "story" for r in readings})
    return [(denial.text, told.text) for denial, told, _ in found]


def denied(words: str, *, lang: str = "xx", source: str = "source=ministry") -> Reading:
    return report("a", "2025-10-28", f"{words} | internet denied | | {source}", lang=lang)


def reported(words: str, *, lang: str = "xx", rest: str = "", time: str = "") -> Reading:
    return report("b", "2025-11-15", f"{words} | internet happened | {time} | {rest}", lang=lang)


def test_a_denial_contests_what_another_paper_reports_in_nearly_the_same_words() -> None:
    assert contested(denied(CUT), reported(f"{CUT} of October")) == [(CUT, f"{CUT} of October")]
    assert not contested(denied(CUT), reported("the internet is slow in the mountains of the east"))


def test_across_languages_a_denial_contests_what_stands_out_as_the_same() -> None:
    pair = denied(CUT, lang="xx"), reported("auf Anweisung abgeschaltet", lang="yy")
    assert contested(*pair, alike=Alike(0.6, 0.3))
    assert not contested(*pair, alike=Alike(0.6, 0.05))
    assert not contested(*pair)


def test_a_plain_negative_contests_nothing_and_neither_does_a_denial_of_another_day() -> None:
    assert not contested(denied(CUT, source=""), reported(CUT))
    assert not contested(
        report("a", "2025-10-28", f"{CUT} | internet denied | 2025-10-01 | source=ministry"),
        reported(CUT, time="2025-10-20"),
    )


def test_who_denies_a_thing_is_not_contested_by_what_he_says_or_does_himself() -> None:
    assert not contested(denied(CUT), reported(CUT, rest="source=ministry"))
    assert not contested(denied(CUT), reported(CUT, rest="agent=ministry"))


def test_what_another_did_is_not_what_somebody_denies_to_have_done() -> None:
    ours = report("a", "2025-10-28", f"{CUT} | internet denied | | source=ministry agent=it")
    assert not contested(ours, reported(CUT, rest="agent=other-government"))
    assert contested(ours, reported(CUT))


def test_a_denial_without_a_time_does_not_contest_what_was_so_years_ago() -> None:
    assert not contested(denied(CUT), reported(CUT, time="year(1999)"))
    assert contested(denied(CUT), reported(CUT, time="2025-10-20"))


def test_a_denial_about_one_thing_does_not_contest_a_report_that_only_shares_another() -> None:
    hiding = report("a", "2025-10-28", f"{CUT} | government death denied | | source=ministry")
    told = report("b", "2025-11-15", f"{CUT} | death happened")
    assert not contested(hiding, told, alike=Alike(0.6, 0.3))


def test_a_denial_of_one_place_does_not_contest_a_report_of_another() -> None:
    here = report("a", "2025-10-28", f"{CUT} | internet denied | | source=ministry place=morvan")
    assert not contested(here, reported(CUT, rest="place=husum"))
    assert contested(here, reported(CUT, rest="place=morvan"))
