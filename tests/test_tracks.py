"""The board: how each thing stands, what is due, what passed in silence."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import report

from dateline import edtf, lang
from dateline.encoders import Letters
from dateline.model import Dating, Kind, Reading, Row, Story
from dateline.stories import compare, group, match, origins
from dateline.tracks import follow

SHUT = "the border was shut in January 2020 | border close | 2020-01 | place=land"
EASING = "the border is being opened bit by bit | border open ongoing | | place=land"
MASKS = "masks are no longer asked for | mask lift | 2023-07 | place=land"
FLIGHT = "a plane landed on Tuesday | flight arrive | 2023-08-22 | agent=air destination=beijing"
DUE = "Air will fly to Vladivostok on Friday | flight plan planned | 2023-08-25 | agent=air destination=vladivostok"


def board(as_of: str, *readings: Reading) -> dict[str, Row]:
    """The rows by the first word of their label."""
    stories = group(readings, Letters())
    matched = match(origins(readings), stories, Letters())
    filled, events = matched.readings, matched.events
    datings = tuple(Dating(r.article.id, r.article.published, (), ()) for r in readings)
    found = compare(filled, events, datings, Letters(), stories=stories)
    _, rows, _ = follow(filled, events, found, datings, as_of, stories=stories)
    return {row.label.split(",")[0]: row for row in rows}


def test_a_row_shows_the_latest_state_in_the_words_of_its_claim() -> None:
    rows = board("2023-08-27", report("a", "2023-08-27", SHUT, EASING, MASKS))
    assert rows["border"].state == EASING.split(" |")[0]
    assert [s.text for s in rows["border"].history] == [SHUT.split(" |")[0], EASING.split(" |")[0]]
    assert edtf.write(rows["mask"].since) == "2023-07"


def test_a_plan_ahead_is_next() -> None:
    row = board("2023-08-23", report("a", "2023-08-23", FLIGHT, DUE))["flight"]
    assert row.next is not None
    assert edtf.write(row.next.time) == "2023-08-25"
    assert row.overdue == ()
    assert row.state == FLIGHT.split(" |")[0]


def test_a_plan_whose_day_passed_in_silence_is_overdue() -> None:
    row = board("2023-08-27", report("a", "2023-08-23", FLIGHT, DUE), report("b", "2023-08-27", EASING))["flight"]
    assert row.next is None
    assert [edtf.write(d.time) for d in row.overdue] == ["2023-08-25"]


def test_nothing_is_overdue_where_the_collection_does_not_reach() -> None:
    assert board("2023-08-27", report("a", "2023-08-23", FLIGHT, DUE))["flight"].overdue == ()


def test_a_plan_with_an_outcome_is_not_overdue() -> None:
    done = "Air landed in Vladivostok | flight arrive | 2023-08-25 | agent=air destination=vladivostok"
    row = board("2023-08-27", report("a", "2023-08-23", DUE), report("b", "2023-08-27", done))["flight"]
    assert row.overdue == ()


def test_a_cancelled_plan_is_not_due() -> None:
    off = (
        "Air's flight to Vladivostok is off | flight cancel cancelled | 2023-08-25 | agent=air destination=vladivostok"
    )
    row = board("2023-08-24", report("a", "2023-08-22", DUE), report("b", "2023-08-24", off))["flight"]
    assert row.next is None


def test_two_stories_have_rows_of_their_own() -> None:
    far = "the border of Elbonia was shut | border close | 2023-08-20 | place=elbonia"
    filled = (report("a", "2023-08-27", SHUT, EASING, MASKS), report("b", "2023-08-21", far))
    stories = group(filled, Letters())
    _, rows, _ = follow(filled, (), (), (), "2023-08-27", stories=stories)
    assert [row.label.split(",")[0] for row in rows].count("border") == 2


def test_every_claim_of_a_row_carries_its_track() -> None:
    readings = (report("a", "2023-08-27", SHUT, EASING, MASKS),)
    filled, rows, _ = follow(readings, (), (), (), "2023-08-27")
    track = {c.id: c.track for r in filled for c in r.claims}
    assert all(track[c] == row.track for row in rows for c in row.claims)


def test_a_contradiction_marks_the_row_as_contested() -> None:
    sixty = f"{FLIGHT} | 60 passenger"
    ninety = "the plane came in on Tuesday | flight arrive | 2023-08-22 | agent=air destination=beijing | 90 passenger"
    assert board("2023-08-27", report("a", "2023-08-22", sixty), report("b", "2023-08-23", ninety))["flight"].contested
    assert not board("2023-08-27", report("a", "2023-08-22", sixty))["flight"].contested


def test_background_that_changes_nothing_is_no_state() -> None:
    """What "including many workers" says of a return is no condition of it."""
    allowed = "citizens may return, the office decided | homecoming allow | 2023-08-26 | place=land"
    article = report("a", "2023-08-27", allowed, "among them many workers | homecoming worker ongoing | | place=land")
    background = replace(article.claims[1], kind=Kind.BACKGROUND)
    row = board("2023-08-27", replace(article, claims=(article.claims[0], background)))["homecoming"]
    assert row.state == allowed.split(" |")[0]


def test_claims_of_one_event_stand_on_one_row() -> None:
    sent = "a delegation of rowers was sent to Almaty | delegation athlete send | 2023-08-15 | agent=crew destination=almaty"
    flew = "the rowers flew to Almaty | athlete depart | 2023-08-15 | agent=crew destination=almaty"
    rows = board("2023-08-27", report("a", "2023-08-16", sent), report("b", "2023-08-17", flew))
    assert [len(row.claims) for row in rows.values()] == [2]


def test_a_plan_without_a_topic_is_not_lost() -> None:
    plan = "it will be in April | plan planned | 2024-04 | agent=club"
    (row,) = board("2023-08-27", report("a", "2023-08-27", plan)).values()
    assert row.next is not None
    assert row.label == plan.split(" |")[0]


def test_a_row_says_since_when_by_whom_and_from_how_many_origins() -> None:
    first = f"{FLIGHT} source=office"
    second = "the plane came in | flight arrive | 2023-08-22 | agent=air destination=beijing source=gate"
    row = board("2023-08-27", report("a", "2023-08-22", first), report("b", "2023-08-24", second))["flight"]
    assert row.according_to == ("office (official)", "gate (official)")
    assert row.origins == 2
    assert edtf.write(row.since) == "2023-08-22"
    assert edtf.write(row.last_confirmed) == edtf.write(row.last_repeated) == "2023-08-24"


def test_a_repetition_is_no_confirmation() -> None:
    same = [f"{line} source=office" for line in (FLIGHT, FLIGHT.replace("landed", "came down"))]
    row = board("2023-08-27", report("a", "2023-08-22", same[0]), report("b", "2023-08-24", same[1]))["flight"]
    assert not row.last_confirmed.known
    assert edtf.write(row.last_repeated) == "2023-08-24"
    assert (row.origins, row.origins_dependent) == (1, 1)


# --- one matter, one row ---------------------------------------------------------------------------------------------


def tracks(as_of: str, *readings: Reading) -> list[set[str]]:
    """The words of the claims of each row."""
    stories = (Story("s", "s", tuple(sorted(r.article.id for r in readings)), ("xx",)),)
    matched = match(origins(readings), stories, Letters())
    filled, events = matched.readings, matched.events
    datings = tuple(Dating(r.article.id, r.article.published, (), ()) for r in readings)
    found = compare(filled, events, datings, Letters(), (), stories)
    _, rows, _ = follow(filled, events, found, datings, as_of, stories=stories)
    words = {c.id: c.span.quote for r in filled for c in r.claims}
    return [{words[c] for c in row.claims} for row in rows]


def apart(*readings: Reading) -> bool:
    """Whether no row holds claims of two of the readings."""
    texts = [{c.span.quote for c in r.claims} for r in readings]
    return all(sum(bool(row & text) for text in texts) < 2 for row in tracks("2024-06-30", *readings))


FOURTEEN = "the fire killed 14 people | fire death die | 2024-06-02 | place=harburg | 14 people"
SEVENTEEN = "the fire at the market killed 17 people | fire death die | 2024-06-02 | place=harburg | 17 people"
NOT_TWENTY = "20 people were not killed, the mayor said | death die denied | | | 20 people"


def toll(denied: str = NOT_TWENTY) -> Row:
    rows = board(
        "2024-06-05",
        report("a", "2024-06-03", FOURTEEN),
        report("b", "2024-06-04", SEVENTEEN, denied),
    )
    return rows["death"]


def test_figures_of_one_toll_stand_on_one_row_under_the_newest() -> None:
    row = toll()
    assert len(row.claims) == 3
    assert row.state == SEVENTEEN.split(" |")[0]
    assert FOURTEEN.split(" |")[0] in [s.text for s in row.history]


def test_a_denied_figure_contests_the_row_and_does_not_head_it() -> None:
    row = toll(NOT_TWENTY.replace("20", "17"))
    assert row.contested
    assert len(row.denied) == 1
    assert row.denied[0] != row.state_claim


def test_who_denies_another_figure_than_the_row_shows_does_not_contest_it() -> None:
    for other in (NOT_TWENTY, NOT_TWENTY.replace("20", "4")):
        row = toll(other)
        assert not row.contested
        assert len(row.denied) == 1


def test_a_row_of_denials_alone_is_headed_by_a_denial() -> None:
    row = board("2024-06-05", report("b", "2024-06-04", NOT_TWENTY))["death"]
    assert row.state == NOT_TWENTY.split(" |")[0]
    assert row.denied == ()


def test_tolls_of_two_places_are_two_rows() -> None:
    other = "the blaze killed 2 people | fire death die | 2024-06-05 | place=bremen | 2 people"
    assert apart(report("a", "2024-06-03", FOURTEEN), report("b", "2024-06-03", other))


def test_a_toll_that_names_no_place_is_that_of_the_place_named_before() -> None:
    other = report(
        "b", "2024-06-04", "a fire broke out | fire start | | place=bremen", "two died | death die | | | 2 people"
    )
    found = tracks("2024-06-30", report("a", "2024-06-03", FOURTEEN), other)
    assert not any({"two died", FOURTEEN.split(" |")[0]} <= row for row in found)


def test_another_instance_of_what_happens_once_is_another_row() -> None:
    first = "a quake hit the coast | earthquake start | 2024-03-02 | place=land"
    second = "a quake hit the coast again | earthquake start | 2024-06-02 | place=land"
    assert apart(report("a", "2024-03-03", first), report("b", "2024-06-03", second))


def test_services_of_two_days_are_one_row() -> None:
    first = "a train left for the coast | train depart | 2024-03-02 | place=land"
    second = "a train left again | train depart | 2024-06-02 | place=land"
    assert not apart(report("a", "2024-03-03", first), report("b", "2024-06-03", second))


def test_another_direction_is_another_row() -> None:
    there = "aid left for the islands | aid depart | 2024-06-02 | origin=land destination=islands"
    back = "aid left for the mainland | aid depart | 2024-06-12 | origin=islands destination=land"
    assert apart(report("a", "2024-06-03", there), report("b", "2024-06-03", back))


def test_a_flight_there_and_a_flight_back_are_one_row() -> None:
    there = "a plane left | flight depart | 2024-06-02 | origin=land destination=islands"
    back = "a plane returned | flight depart | 2024-06-03 | origin=islands destination=land"
    assert not apart(report("a", "2024-06-03", there), report("b", "2024-06-04", back))


def test_people_who_come_home_are_followed_as_a_return() -> None:
    allowed = "stranded people may come home | return citizen allow | 2023-08-26 | place=land"
    home = "workers will be back soon | worker return planned | | place=land"
    found = tracks("2023-08-27", report("a", "2023-08-27", allowed), report("b", "2023-08-27", home))
    assert [len(row) for row in found] == [2]


def test_words_that_contradict_each_other_stand_on_one_row() -> None:
    ends = [
        "the cup goes on until the 26th | championship continue ongoing | until 2023-08-26 | place=land",
        "the team left for the cup | team championship depart ongoing | until 2023-08-30 | place=land",
    ]
    found = tracks("2023-08-27", report("a", "2023-08-20", ends[0]), report("b", "2023-08-21", ends[1]))
    assert [len(row) for row in found] == [2]


# --- what a row says of what was called off ---------------------------------------------------------------------------


def test_a_cancelled_row_says_by_when_it_was_called_off_and_what_it_was_for() -> None:
    off = "the marathon is called off | marathon cancel cancelled | 2024-04 | place=land"
    row = board("2024-02-01", report("a", "2024-01-23", off))["marathon"]
    assert edtf.write(row.since) == "[..2024-01-23]"
    assert edtf.write(row.planned_for) == "2024-04"


def test_a_planned_row_is_not_so_since_the_day_it_is_for() -> None:
    row = board("2023-08-23", report("a", "2023-08-23", DUE))["flight"]
    assert not row.since.known
    assert edtf.write(row.planned_for) == "2023-08-25"


def test_every_topic_of_the_table_of_themes_is_one_that_some_language_reads() -> None:
    table, phases = lang.shared("themes"), lang.load(lang.interface()).table("phases")["phase"]
    read = {
        topic
        for code in lang.available()
        for section in ("concept", "verbs")
        for topic in lang.load(code).table("concepts").get(section, {})
    }
    changes = ("prolonging", "switching", "deciding", "conditions")
    lists = [set(v) for k, v in table.items() if isinstance(v, list) and k not in changes]
    families = [{k, *v} for name in ("family", "with") for k, v in table[name].items()]
    assert set().union(*lists, *families, table["toll"].values(), table["change"]) - read == set()
    assert {
        *table["prolonging"],
        *table["switching"],
        *table["deciding"],
        *table["conditions"],
        *table["toll"],
        *table["change"].values(),
    } <= set(phases)


def test_of_a_toll_that_grew_the_row_shows_the_count_of_the_newest_article() -> None:
    flood = "the river broke its banks | flood start | 2025-03-09 | place=simitli"
    four = "four people have drowned | death die | 2025-03-09 | place=simitli | 4 people"
    nine = "the count stands at nine dead | death die ongoing | | place=simitli | 9 people"
    rows = board("2025-03-12", report("a", "2025-03-10", flood, four), report("b", "2025-03-12", flood, nine))
    assert rows["death"].state == nine.split(" |")[0]


def test_what_is_only_said_in_passing_heads_no_row_that_has_more() -> None:
    reading = report("a", "2023-08-27", "which has been shut | border close ongoing | | place=land", EASING)
    passing = replace(reading.claims[0], kind=Kind.BACKGROUND)
    rows = board("2023-08-27", replace(reading, claims=(passing, reading.claims[1])))
    assert rows["border"].state == EASING.split(" |")[0]
