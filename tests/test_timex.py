from __future__ import annotations

import time
import tomllib
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import edtf, lang
from dateline.errors import BadLanguageData
from dateline.expr import evaluate
from dateline.lang import Language
from dateline.model import Article, Part, Sentence, Timex
from dateline.timex import tag
from dateline.timex.lexicon import lexicon
from timex_cases import CODES, article, sentences, tagged

DUTCH, ENGLISH, GERMAN = "nl", "en", "de"


def one(code: str, text: str, published: str = "2023-08-22") -> Timex:
    found = tagged(code, text, published)
    assert len(found) == 1, found
    return found[0]


def test_a_month_only_date_is_never_filled_in() -> None:
    assert edtf.write(one(DUTCH, "Gisteren regende het.", "2023-08").when) == "[2023-07-31..2023-08-30]"
    assert edtf.write(one(DUTCH, "Vorige maand regende het.", "2023-08").when) == "2023-07"
    morning = one(DUTCH, "Vanochtend regende het.", "2023-08")
    assert (morning.value, edtf.write(morning.when)) == ("2023-08-XXTMO", "2023-08")
    assert one(ENGLISH, "It rained in July.", "2023-08").value == "2023-07"


def test_without_an_article_date_nothing_relative_has_a_time() -> None:
    for text, value in (
        ("It rained yesterday.", "XXXX-XX-XX"),
        ("It rained in July.", "XXXX-07"),
        ("It rained on Friday.", "XXXX-WXX-5"),
        ("It rained on 5 May.", "XXXX-05-05"),
    ):
        found = one(ENGLISH, text, "")
        assert (found.value, edtf.write(found.when)) == (value, "")
        assert found.expr
    assert edtf.write(one(ENGLISH, "It rained on 5 May 2021.", "").when) == "2021-05-05"


def test_the_times_of_an_article_move_together_when_its_date_narrows() -> None:
    text = "Yesterday it rained. This morning the sun shone. Next Friday it snows."
    found = tagged(ENGLISH, text, "2023-08")
    narrowed = [edtf.write(evaluate(t.expr, edtf.read("2023-08-22"))) for t in found]
    assert narrowed == ["2023-08-21", "2023-08-22", "2023-08-25"]
    assert narrowed == [edtf.write(t.when) for t in tagged(ENGLISH, text, "2023-08-22")]


def test_earlier_this_week_never_runs_past_the_article() -> None:
    assert edtf.write(one(ENGLISH, "Earlier this week he spoke.", "2023-08-27").when) == "[2023-08-21..2023-08-27]"
    assert edtf.write(one(DUTCH, "Eerder deze week sprak hij.", "2023-08-22").when) == "[2023-08-21..2023-08-22]"


def test_a_caption_speaks_of_the_past() -> None:
    text = "A plane will take off from the airport, Tuesday"
    found = tag(article(text, "2023-08-27"), (Sentence(0, len(text), Part.CAPTION, 0),), lang.load(ENGLISH))[0]
    assert [edtf.write(t.when) for t in found] == ["2023-08-22"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (ENGLISH, "They met on Friday.", "2023-08-18"),
        (ENGLISH, "They will meet on Friday.", "2023-08-25"),
        (ENGLISH, "They met on Tuesday.", "2023-08-22"),
        (ENGLISH, "The report is due by Friday.", "../2023-08-25"),
        (ENGLISH, "The report should be finished on Friday.", "2023-08-25"),
        (ENGLISH, "Friday's talks failed.", "2023-08-18"),
        (DUTCH, "Ze spraken elkaar vrijdag.", "2023-08-18"),
        (DUTCH, "Ze zullen elkaar vrijdag spreken.", "2023-08-25"),
        (DUTCH, "Aankomende vrijdag spraken ze elkaar.", "2023-08-25"),
        (DUTCH, "Afgelopen dinsdag spraken ze elkaar.", "2023-08-15"),
        (GERMAN, "Am Freitag trafen sie sich.", "2023-08-18"),
        (GERMAN, "Am Freitag wird gewählt.", "2023-08-25"),
    ],
)
def test_a_bare_weekday_follows_the_cue_then_the_tense_then_the_past(code: str, text: str, expected: str) -> None:
    found = one(code, text)
    assert edtf.write(found.when).replace("../", "") == expected.replace("../", "")


def test_the_day_before_hangs_on_the_mention_before_it() -> None:
    found = tagged(ENGLISH, "He left on 5 May 2021. Two days later he was back. The day before, it had rained.")
    assert [edtf.write(t.when) for t in found] == ["2021-05-05", "2021-05-07", "2021-05-06"]
    assert [t.anchor for t in found] == ["none", "timex:11", "timex:23"]


def test_a_length_after_an_event_waits_for_the_event() -> None:
    found = one(ENGLISH, "It ended a year after they declared victory.")
    assert (found.type, found.value, found.anchor, found.expr) == ("DURATION", "P1Y", "event", "")
    assert edtf.write(found.when) == ""


def test_two_days_later_with_nothing_before_it_is_no_day() -> None:
    found = one(ENGLISH, "Two days later he was back.")
    assert (found.expr, found.anchor, edtf.write(found.when)) == ("", "event", "")


def test_a_length_that_reaches_to_the_article_lasts() -> None:
    weeks = one(DUTCH, "De afgelopen weken was het droog.")
    assert (weeks.type, weeks.value, weeks.shift, weeks.when.lasting) == ("DURATION", "PXW", "past", True)
    assert edtf.write(weeks.when).endswith("/2023-08-22")
    assert one(DUTCH, "Het duurde drie jaar.").when == one(DUTCH, "Het duurde een week.").when


def test_vague_words_are_marked_and_have_no_time() -> None:
    for code, text in ((ENGLISH, "It rains now."), (DUTCH, "Het regent nu."), (GERMAN, "Es regnet jetzt.")):
        found = one(code, text)
        assert found.vague
        assert (found.value, edtf.write(found.when)) == ("PRESENT_REF", "")


def test_a_day_that_no_calendar_has_is_a_problem_and_no_date() -> None:
    text = "Hij werd op 29 februari 2023 geboren."
    found, problems = tag(article(text, "2023-08-22"), sentences(DUTCH, text), lang.load(DUTCH))
    assert [edtf.write(t.when) for t in found] == [""]
    assert [(p.code, p.stage, p.span.quote if p.span else "") for p in problems] == [
        ("no-such-day", "timex", "29 februari 2023")
    ]
    assert one(DUTCH, "Hij werd op 29 februari 2024 geboren.").value == "2024-02-29"


def test_an_imprecise_date_names_its_unit_and_not_a_part_of_it() -> None:
    late = one(DUTCH, "Eind 2019 keerden ze terug.")
    assert (late.value, late.mod, edtf.write(late.when)) == ("2019", "END", "[2019-10..2019-12]")
    assert not late.when.lasting
    assert one(ENGLISH, "It was lifted in July.").when.grain.name == "MONTH"


def test_a_history_keeps_to_the_year_it_speaks_of() -> None:
    text = " ".join(f"In {year} it burned." for year in range(1801, 1810)) + " In April it was rebuilt."
    assert edtf.write(tagged(ENGLISH, text)[-1].when) == "1809-04"


TABLE = """
[settings]
date_order = "dmy"
[unit]
day = ["dagg"]
"""


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('[month]\n13 = ["x"]', "a month's number"),
        ('[unit]\nfurlong = ["x"]', "a unit: second"),
        ('[unitz]\nday = ["x"]', "no class of words is called 'unitz'"),
        ('[unit]\nday = "dag"', "a list of words"),
        ('[unit]\nday = ["dag{zz}"]', "a name under [forms]"),
        ('[unit]\nday = [""]', "a list of words"),
        ('[settings]\ndate_order = "ydm"', "dmy, mdy or ymd"),
        ('[settings]\ncolour = "red"', "no setting is called 'colour'"),
        ('[deictic]\n"day x" = ["y"]', "a unit (or ref), a step and a part"),
        ('[holiday]\n"sometime" = ["y"]', "a selector"),
    ],
)
def test_a_broken_table_says_what_is_wrong_and_what_was_expected(broken: str, said: str) -> None:
    language = Language("xx", MappingProxyType({"times": tomllib.loads(broken)}))
    with pytest.raises(BadLanguageData) as caught:
        lexicon(language)
    assert said in str(caught.value)
    assert "lang/xx/times.toml" in str(caught.value)


def test_a_broken_table_names_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[settings]\ndate_order = "dmy"\n\n[weekday]\n1 = ["a"]\n8 = ["b"]\n'
    monkeypatch.setattr("dateline.timex.tables.source", lambda code: tuple(text.splitlines()))
    with pytest.raises(BadLanguageData, match=r"line 6: \[weekday\] 8"):
        lexicon(Language("xy", MappingProxyType({"times": tomllib.loads(text)})))


def _words(code: str) -> list[str]:
    lex = lexicon(lang.load(code))
    return sorted(word for name, words in lex.words.items() for word in words if name != "not_time")


SALAD = {
    code: st.lists(
        st.one_of(
            st.sampled_from(_words(code)),
            st.from_regex(
                r"[0-9]{1,4}|[0-9]{1,2}[.:/-][0-9]{1,2}([.:/-][0-9]{2,4})?|[0-9]{4}-[0-9]{2}", fullmatch=True
            ),
            st.sampled_from([",", ".", "-", "(", ")", "'", "’s", "%", "€", "\n", "The", "x"]),
        ),
        max_size=14,
    )
    for code in CODES
}


def _check(code: str, text: str, published: str, split: tuple[Sentence, ...]) -> None:
    story = Article("a", text, published=edtf.read(published))
    found, problems = tag(story, split, lang.load(code))
    end = 0
    for t in found:
        assert text[t.span.start : t.span.end] == t.span.quote != ""
        assert t.span.start >= end
        end = t.span.end
        assert t.when == evaluate(t.expr, story.published)
        if t.when.earliest and t.when.latest:
            assert t.when.earliest <= t.when.latest
        assert t.type in ("DATE", "TIME", "DURATION", "SET")
        assert t.value
    assert all(p.span and p.span.quote in text for p in problems)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=120), st.sampled_from(CODES))
@example("A0\u00b9", CODES[0])
def test_any_text_is_read_without_an_error(text: str, code: str) -> None:
    _check(code, text, "2023-08-22", (Sentence(0, len(text), Part.SENTENCE, 0),))


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=150, deadline=None)
@given(
    data=st.data(),
    joint=st.sampled_from([" ", "-", "", ", "]),
    published=st.sampled_from(["2023-08-22", "2023-08", "2023", "", "2020-02-29"]),
)
def test_any_heap_of_time_words_is_read_without_an_error(
    code: str, data: st.DataObject, joint: str, published: str
) -> None:
    text = joint.join(data.draw(SALAD[code]))
    _check(code, text, published, (Sentence(0, len(text), Part.SENTENCE, 0),))


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_narrower_article_date_never_widens_what_is_said(code: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(SALAD[code]))
    split = (Sentence(0, len(text), Part.SENTENCE, 0),)
    wide = tag(article(text, "2023-08"), split, lang.load(code))[0]
    day = edtf.read(f"2023-08-{data.draw(st.integers(1, 31)):02}")
    for t in wide:
        narrow = evaluate(t.expr, day)
        for small, large in ((narrow.begin, t.when.begin), (narrow.end, t.when.end)):
            if large.ranges:
                assert all(any(a <= lo and hi <= b for a, b in large.ranges) for lo, hi in small.ranges)


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "next ",
        "Monday ",
        "the ",
        "two days later ",
        "5 May ",
        "- ",
        "1999-",
        "last week of ",
        "'",
        "1.2.",
        "half a ",
        "May, ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    english = lang.load(ENGLISH)

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        split = (Sentence(0, len(text), Part.SENTENCE, 0),)
        before = time.process_time()
        tag(article(text, "2023-08-22"), split, english)
        return time.process_time() - before

    seconds(1_000)
    small = max(min(seconds(20_000), seconds(20_000)), 0.05)
    # eight times the text: eight times the time, and sixty-four if anything were quadratic
    assert min(seconds(160_000), seconds(160_000)) < 24 * small


def test_no_rule_of_the_tagger_names_a_language() -> None:
    folder = Path(__file__).parent.parent / "src" / "dateline" / "timex"
    quoted = [f'"{code}"' for code in CODES]
    assert [
        p.name for p in sorted(folder.glob("*.py")) if any(q in p.read_text(encoding="utf-8") for q in quoted)
    ] == []


_LIVE = """Live: the crisis

22 August 2023

Flights resumed yesterday. Talks are due on Friday.

24 August 2023, 10:15

The border was closed yesterday. It had been open since January."""


@pytest.mark.parametrize("published", ["2023-08-25", "2023-08", "2023-09-01", ""])
def test_the_times_of_a_live_blogs_entry_hang_on_the_entrys_own_date(published: str) -> None:
    found = {t.span.start: (t.span.quote, t.anchor, edtf.write(t.when)) for t in tagged("en", _LIVE, published)}
    heads = [start for start, (quote, _, _) in found.items() if quote.startswith(("22", "24"))]
    days = [f"timex:{start}" for start in heads]
    assert [t for start, t in found.items() if start not in heads] == [
        ("yesterday", days[0], "2023-08-21"),
        ("Friday", days[0], "2023-08-25"),
        ("yesterday", days[1], "2023-08-23"),
        ("January", days[1], "2023-01/.."),
    ]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("22 August 2023\n\nFlights resumed yesterday.", "2023-08-25"),
        ("22 August 2023\n\nFlights resumed yesterday.\n\n27 August 2023\n\nMore.", "2023-08-25"),
        ("On 22 August 2023.\n\nFlights resumed yesterday.\n\n24 August 2023 in Oslo\n\nMore.", "2023-08-25"),
    ],
)
def test_a_lone_date_or_one_to_come_heads_no_section(text: str, published: str) -> None:
    assert [t.expr for t in tagged("en", text, published) if t.span.quote == "yesterday"] == ["anchor - 1 day"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            DUTCH,
            "Veerboot vaart vrijdag weer uit\n\nDe veerboot zal vrijdag weer uitvaren. Dat zei de rederij maandag.",
        ),
        (ENGLISH, "Ferry back on Friday\n\nThe ferry will sail again on Friday. The company said so on Monday."),
        (
            GERMAN,
            "Fähre fährt Freitag wieder\n\nDie Fähre wird am Freitag wieder fahren. Das sagte die Reederei am Montag.",
        ),
    ],
)
def test_the_weekday_of_a_heading_is_that_of_the_text_below_it(code: str, text: str) -> None:
    found = [edtf.write(t.when) for t in tagged(code, text, "2023-08-22")]
    assert found == ["2023-08-25", "2023-08-25", "2023-08-21"]


def test_a_heading_of_which_the_text_says_no_more_tells_what_has_been() -> None:
    text = "Ferry aground on Friday\n\nThe ferry was pulled free with the tide. Nobody was hurt."
    assert edtf.write(one(ENGLISH, text, "2023-08-22").when) == "2023-08-18"
