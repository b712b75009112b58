"""Stories, events, origins and relations, on readings written in one line a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings import report

from dateline.encoders import Letters
from dateline.model import Dating, Event, Independence, Part, Reading, Relation, RelationKind, Sentence, Status
from dateline.stories import compare, group, match, origins
from dateline.stories.candidates import pairs
from dateline.stories.rarity import weight
from dateline.stories.sketch import sketches, world

ENCODER = Letters()


def run(*readings: Reading) -> tuple[tuple[Reading, ...], tuple[Event, ...], tuple[Relation, ...]]:
    """Group, match and compare; every article is of its stated day."""
    stories = group(readings, ENCODER)
    found = match(origins(readings), stories, ENCODER)
    filled, events = found.readings, found.events
    datings = tuple(Dating(r.article.id, r.article.published, (), ()) for r in readings)
    return filled, events, compare(filled, events, datings, ENCODER)


def words(readings: tuple[Reading, ...]) -> dict[str, str]:
    """Claim id to its words."""
    return {c.id: c.span.quote for r in readings for c in r.claims}


def together(*readings: Reading) -> set[frozenset[str]]:
    """The words of the claims of each event that has more than one."""
    filled, events, _ = run(*readings)
    known = words(filled)
    return {frozenset(known[c] for c in e.claims) for e in events if len(e.claims) > 1}


def relations(*readings: Reading) -> dict[frozenset[str], Relation]:
    """Relations by the words of their two claims."""
    filled, _, found = run(*readings)
    known = words(filled)
    return {frozenset((known[r.left], known[r.right])): r for r in found}


LANDED = "JS1 landed in Beijing on Tuesday | flight arrive | 2023-08-22 | agent=js1 destination=beijing | 60 passenger"
LANDING = "the plane JS1 came down in Beijing | flight arrive | 2023-08-22 | agent=js1 destination=beijing |"
LATER = "JS1 landed in Beijing on Thursday | flight arrive | 2023-08-24 | agent=js1 destination=beijing |"
AWAY = "JS1 took off from Beijing | flight depart | 2023-08-22 | agent=js1 origin=beijing |"
ELSEWHERE = "JS1 landed in Moscow | flight arrive | 2023-08-22 | agent=js1 destination=moscow |"
COUNTED = "JS1 landed with 90 on board | flight arrive | 2023-08-22 | agent=js1 destination=beijing | 90 passenger"
MANY = "JS1 landed with dozens on board | flight arrive | 2023-08-22 | agent=js1 destination=beijing | 24.. passenger"
PLANNED = "JS1 will land in Beijing | flight plan planned | 2023-08-22 | agent=js1 destination=beijing |"
CANCELLED = "JS1 to Beijing was called off | flight cancel cancelled | 2023-08-21 | agent=js1 destination=beijing |"
DYKE = "the dyke broke at night | dyke destroy | 2023-08-22 | place=zeeland |"


def test_two_papers_on_one_landing_are_one_event() -> None:
    found = together(report("a", "2023-08-22", LANDED), report("b", "2023-08-23", LANDING))
    assert found == {frozenset({LANDED.split(" |")[0], LANDING.split(" |")[0]})}


def test_another_day_another_direction_and_another_place_are_other_events() -> None:
    for other in (LATER, AWAY, ELSEWHERE):
        assert not together(report("a", "2023-08-25", LANDED), report("b", "2023-08-25", other))


def test_another_way_told_beside_a_landing_makes_it_no_other_landing() -> None:
    here = "a plane landed in Beijing | flight arrive | 2023-08-22 | agent=js1 place=beijing"
    parts = "agent=js1 place=beijing destination=oslo"
    both = f"a plane landed in Beijing, then one left for Oslo | flight arrive | 2023-08-22 | {parts}"
    assert together(report("a", "2023-08-23", here), report("b", "2023-08-27", both))


def test_a_question_reports_no_happening() -> None:
    asked = "did JS1 land in Beijing? | flight arrive question | 2023-08-22 | agent=js1 destination=beijing"
    assert not together(report("a", "2023-08-22", LANDED), report("b", "2023-08-22", asked))


def test_a_plan_and_what_came_of_it_are_one_history() -> None:
    _, events, found = run(report("a", "2023-08-20", PLANNED), report("b", "2023-08-23", LANDED))
    assert [step.status for step in events[0].history] == [Status.PLANNED, Status.HAPPENED]
    assert events[0].status is Status.HAPPENED
    assert [r.kind for r in found] == [RelationKind.FOLLOWS]


def test_a_cancelled_flight_and_the_flight_of_the_next_day_follow_each_other() -> None:
    found = relations(report("a", "2023-08-22", CANCELLED, LANDED))
    assert [r.kind for r in found.values()] == [RelationKind.FOLLOWS]


def test_what_the_next_words_call_off_was_the_plan_before_them_and_that_plan_told_elsewhere() -> None:
    plan = "the swap is due on Saturday | swap plan planned | 2023-10-14 | agent=north place=ford"
    same = "North will swap prisoners on Saturday | swap plan planned | 2023-10-14 | agent=north place=ford"
    off = "but it was called off at night | cancel cancelled | | "
    found = relations(report("a", "2023-10-15", plan, off), report("b", "2023-10-13", same, DYKE))
    told = {words for words, r in found.items() if r.kind is RelationKind.FOLLOWS}
    assert told == {frozenset({line.split(" |")[0], off.split(" |")[0]}) for line in (plan, same)}


def test_what_calls_off_a_thing_by_name_says_nothing_of_the_plan_before_it() -> None:
    plan = "the swap is due on Saturday | swap plan planned | 2023-10-14 | agent=north"
    off = "the dyke tour was called off | dyke cancel cancelled | | place=zeeland"
    assert not relations(report("a", "2023-10-15", plan, off))


def test_a_calling_off_behind_another_thing_is_not_that_of_the_plan_before_it() -> None:
    plan = "the bridge is to open on Friday | bridge open planned | 2024-05-03 | place=riga"
    other = "he was asked about the tunnel | tunnel | | place=riga"
    off = "it was postponed | postpone cancelled | | "
    assert not relations(report("a", "2024-05-02", plan, other, off))


def test_two_tolls_of_one_thing_long_past_contradict_each_other_and_those_of_last_week_do_not() -> None:
    def blast(day: str, count: int) -> str:
        return f"{count} died in the blast at the mine | mine death die | {day} | place=petrila agent=mine-x | {count} person"

    long_ago = relations(report("a", "2024-11-05", blast("2008", 5)), report("b", "2024-11-06", blast("2008", 13)))
    assert [(r.kind, r.on) for r in long_ago.values()] == [(RelationKind.CONTRADICTS, "quantity")]
    fresh = relations(report("a", "2024-11-05", blast("2024-11", 5)), report("b", "2024-11-06", blast("2024-11", 13)))
    assert all(r.kind is not RelationKind.CONTRADICTS for r in fresh.values())


def test_two_figures_for_one_flight_contradict_each_other() -> None:
    (found,) = relations(report("a", "2023-08-22", LANDED), report("b", "2023-08-23", COUNTED)).values()
    assert (found.kind, found.on) == (RelationKind.CONTRADICTS, "quantity")


def test_a_floor_and_a_figure_above_it_agree() -> None:
    (found,) = relations(report("a", "2023-08-22", LANDED), report("b", "2023-08-23", MANY)).values()
    assert found.kind is RelationKind.REFINES


def test_a_toll_that_grew_is_no_contradiction() -> None:
    first = "60 died in the flood | death flood die | 2023-08-22 | place=derna | 60 death"
    second = "90 died in the flood | death flood die | 2023-08-22 | place=derna | 90 death"
    kinds = {r.kind for r in relations(report("a", "2023-08-22", first), report("b", "2023-08-24", second)).values()}
    assert RelationKind.CONTRADICTS not in kinds


def test_the_week_before_and_this_week_contradict_each_other_when_all_else_agrees() -> None:
    early = "the crew left for Almaty last week | athlete depart | week(anchor) - 1 | agent=crew destination=almaty"
    late = (
        "the crew flew to Almaty this week | athlete depart | earlier in week(anchor) | agent=crew destination=almaty"
    )
    (found,) = relations(report("a", "2023-08-27", early), report("b", "2023-08-22", late)).values()
    assert (found.kind, found.on) == (RelationKind.CONTRADICTS, "time")


def cup(words: str, time: str, more: str = "") -> str:
    """A line on a championship that lasts for a time."""
    return f"the {more}championship {words} | championship continue ongoing | {time} | place=land"


def test_two_ends_given_for_one_lasting_thing_contradict_each_other() -> None:
    first, second = (
        cup("goes on until the 26th", "until 2023-08-26"),
        cup("will last until the 30th", "until 2023-08-30"),
    )
    (found,) = relations(report("a", "2023-08-20", first), report("b", "2023-08-21", second)).values()
    assert (found.kind, found.on) == (RelationKind.CONTRADICTS, "time")
    assert any("ends" in reason for reason in found.reasons)


def test_two_begins_contradict_each_other_where_the_ends_agree() -> None:
    first = cup("goes on from the 10th to the 26th", "from 2023-08-10 to 2023-08-26")
    second = cup("goes on from the 14th to the 26th", "from 2023-08-14 to 2023-08-26")
    (found,) = relations(report("a", "2023-08-20", first), report("b", "2023-08-21", second)).values()
    assert (found.kind, found.on) == (RelationKind.CONTRADICTS, "time")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("until 2023-08-26", "until 2023-08-27"),
        ("until 2023-08-26", "past 1 .. 2 weeks"),
        ("until 2023-08-26", "until 2023-08"),
        ("until (around 2023-08-26)", "until 2023-08-30"),
        ("since 2023-08-10", "until 2023-08-30"),
        ("until 2023-08-26", "until 2024-08-24"),
        ("until 2023-08-26", ""),
    ],
)
def test_times_that_say_too_little_of_an_end_contradict_nothing(first: str, second: str) -> None:
    found = relations(report("a", "2023-08-20", cup("goes on", first)), report("b", "2023-08-21", cup("runs", second)))
    assert not any(r.kind is RelationKind.CONTRADICTS for r in found.values())


def test_a_closure_that_was_prolonged_contradicts_nothing() -> None:
    first = "the road is closed until the 26th | road close ongoing | until 2023-08-26 | place=land agent=club"
    second = "the road remains closed until the 30th | road close ongoing | until 2023-08-30 | place=land agent=club"
    late = relations(report("a", "2023-08-20", first), report("b", "2023-08-24", second))
    at_once = relations(report("a", "2023-08-20", first), report("b", "2023-08-20", second))
    assert not any(r.kind is RelationKind.CONTRADICTS for r in late.values())
    assert any(r.kind is RelationKind.CONTRADICTS for r in at_once.values())


def test_the_ends_of_two_championships_contradict_nothing() -> None:
    first = "the championship goes on | championship continue ongoing | until 2023-08-26 | place=land agent=club"
    second = "the championship goes on | championship continue ongoing | until 2023-08-30 | place=isle agent=league"
    found = relations(report("a", "2023-08-20", first), report("b", "2023-08-21", second))
    assert not any(r.kind is RelationKind.CONTRADICTS for r in found.values())


def test_a_time_nobody_put_in_words_contradicts_nothing() -> None:
    early = "the crew left for Almaty | athlete depart | | agent=crew destination=almaty"
    late = (
        "the crew flew to Almaty this week | athlete depart | earlier in week(anchor) | agent=crew destination=almaty"
    )
    (found,) = relations(report("a", "2023-08-01", early), report("b", "2023-08-22", late)).values()
    assert found.kind is not RelationKind.CONTRADICTS


def test_a_denial_contradicts_a_report() -> None:
    denied = "JS1 never landed in Beijing | flight arrive denied | 2023-08-22 | agent=js1 destination=beijing |"
    (found,) = relations(report("a", "2023-08-22", LANDED), report("b", "2023-08-23", denied)).values()
    assert (found.kind, found.on) == (RelationKind.CONTRADICTS, "status")


def test_two_papers_citing_one_office_are_not_independent() -> None:
    cited = [f"{line.rsplit('|', 1)[0].rstrip()} source=agency |" for line in (LANDED, LANDING)]
    (found,) = relations(report("a", "2023-08-22", cited[0]), report("b", "2023-08-23", cited[1])).values()
    assert found.independent is Independence.NO
    assert any("agency" in reason for reason in found.reasons)


def test_two_sources_are_independent_and_two_papers_unknown() -> None:
    one, two = (
        f"{line.rsplit('|', 1)[0].rstrip()} source={s} |" for line, s in ((LANDED, "office"), (LANDING, "gate"))
    )
    (found,) = relations(report("a", "2023-08-22", one), report("b", "2023-08-23", two)).values()
    assert found.independent is Independence.YES
    (found,) = relations(report("a", "2023-08-22", LANDED), report("b", "2023-08-23", LANDING)).values()
    assert found.independent is Independence.UNKNOWN


def test_one_event_counts_the_origins_that_are_known_to_differ() -> None:
    sourced = [f"{LANDED.rsplit('|', 1)[0].rstrip()} source={s} |" for s in ("office", "office", "gate")]
    _, events, _ = run(*(report(str(i), "2023-08-22", line) for i, line in enumerate(sourced)))
    assert [e.origins for e in events] == [2]


def test_a_credit_in_a_byline_covers_the_article_and_copies_share_an_origin() -> None:
    first, second = report("a", "2023-08-22", "(Wire)", LANDED), report("b", "2023-08-22", "(Wire)", LANDING)
    readings = []
    for reading in (first, second):
        line, *rest = reading.sentences
        sentences = (Sentence(line.start, line.end, Part.CREDIT, 0), *rest)
        readings.append(replace(reading, sentences=sentences, claims=reading.claims[1:]))
    assert {c.origin for r in origins(tuple(readings)) for c in r.claims} == {"wire:wire"}


def test_a_text_that_two_outlets_carry_is_one_origin() -> None:
    lines = [f"sentence number {n} of a text that is long enough to be told from others | x |" for n in range(4)]
    other = [f"quite another text with {n} words of its own that nobody else has printed | x |" for n in range(4)]
    filled = origins((report("a", "", *lines), report("b", "", *lines[:3]), report("c", "", *other)))
    kinds = [{c.origin.split(":")[0] for c in r.claims} for r in filled]
    assert kinds == [{"text"}, {"text"}, {"paper"}]


def test_articles_on_one_thing_are_a_story_and_a_stranger_stays_alone() -> None:
    stories = group(
        (report("a", "2023-08-22", LANDED), report("b", "2023-08-23", LANDING), report("c", "", DYKE)), ENCODER
    )
    assert sorted(len(s.articles) for s in stories) == [1, 2]


def test_nothing_agrees_across_two_stories() -> None:
    strike = "dockers in Ghent struck | strike port stop | 2023-08-22 | place=ghent |"
    assert not relations(report("a", "2023-08-22", LANDED), report("b", "2023-08-22", strike))


POOL = [LANDED, LANDING, LATER, AWAY, ELSEWHERE, COUNTED, MANY, PLANNED, CANCELLED, DYKE]
TEXTS = st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[list[str]], random: object) -> None:
    readings = [report(str(i), f"2023-08-{20 + i}", *lines) for i, lines in enumerate(texts)]
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    _, events, found = run(*readings)
    _, events_too, found_too = run(*shuffled)
    assert (events, found) == (events_too, found_too)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_an_article_that_shares_nothing_changes_nothing_else(texts: list[list[str]]) -> None:
    readings = [report(str(i), f"2023-08-{20 + i}", *[t for t in lines if t != DYKE]) for i, lines in enumerate(texts)]
    readings = [r for r in readings if r.claims]
    stranger = report("stranger", "2023-08-21", DYKE)
    _, events, found = run(*readings)
    _, more, found_too = run(*readings, stranger)
    strange = {c.id for c in stranger.claims}
    assert tuple(e for e in more if not strange & set(e.claims)) == events
    assert found_too == found


def test_at_most_one_relation_a_pair() -> None:
    _, _, found = run(*(report(str(i), "2023-08-22", line, PLANNED) for i, line in enumerate(POOL)))
    pairs = [frozenset((r.left, r.right)) for r in found]
    assert len(pairs) == len(set(pairs))
    assert all(r.reasons for r in found)


def test_the_reasons_of_a_relation_add_up_to_its_score() -> None:
    for found in relations(*(report(str(i), "2023-08-22", line) for i, line in enumerate(POOL))).values():
        points = [float(r.split(" ")[0]) for r in found.reasons if r[0] in "+-"]
        assert abs(sum(points) - found.score) < 0.01 * len(points)


def test_many_reports_in_one_language_do_not_crowd_out_the_one_in_another() -> None:
    line = "JS1 landed in Beijing, outlet {} says | flight arrive | 2023-08-22 | agent=js1 destination=beijing |"
    many = [report(f"m{n}", "2023-08-22", line.format(n), lang="xx") for n in range(300)]
    lone = report("lone", "2023-08-22", "toestel JS1 kwam aan | flight arrive | 2023-08-22 | agent=js1", lang="yy")
    readings = (*many, lone)
    known = sketches(readings, world(readings), {})
    foreign = next(i for i, s in enumerate(known) if s.claim.lang == "yy")
    story = {r.article.id: "s" for r in readings}
    found = pairs(known, story)
    assert any(foreign in pair for pair in found)
    assert len(found) < 300 * 20


def test_what_a_whole_story_shares_tells_little() -> None:
    assert weight(400) < weight(20) < weight(6) == 1.0


def test_another_flight_number_is_another_flight() -> None:
    one = "flight AB123 landed in Beijing | flight arrive | 2023-08-22 | destination=beijing |"
    two = "flight AB456 landed in Beijing | flight arrive | 2023-08-22 | destination=beijing |"
    same = "AB123 came down in Beijing | flight arrive | 2023-08-22 | destination=beijing |"
    assert not together(report("a", "2023-08-22", one), report("b", "2023-08-23", two))
    assert together(report("a", "2023-08-22", one), report("b", "2023-08-23", same))


def test_a_figure_of_another_day_is_no_contradiction() -> None:
    one = "the index of AB12 fell by 2 points | index fall | | agent=ab | 2 point"
    two = "the index of AB12 fell by 6 points | index fall | | agent=ab | 6 point"
    kinds = {r.kind for r in relations(report("a", "2023-08-22", one), report("b", "2023-08-22", two)).values()}
    assert RelationKind.CONTRADICTS not in kinds


def test_a_text_printed_twice_does_not_contradict_itself() -> None:
    line = "the crew of rowers left for Almaty last week | athlete depart | week(anchor) - 1 | agent=crew destination=almaty"
    kinds = {r.kind for r in relations(report("a", "2023-08-14", line), report("b", "2023-08-27", line)).values()}
    assert RelationKind.CONTRADICTS not in kinds


def test_leave_to_fly_is_not_the_flight_but_is_followed_by_it() -> None:
    leave = "the ministry let JS1 fly to Beijing | flight allow | 2023-08-20 | destination=beijing place=beijing |"
    found = relations(report("a", "2023-08-20", leave), report("b", "2023-08-23", LANDED))
    assert not together(report("a", "2023-08-20", leave), report("b", "2023-08-23", LANDED))
    assert [r.kind for r in found.values()] == [RelationKind.FOLLOWS]


def test_two_papers_that_name_two_last_days_do_not_agree() -> None:
    shut = "{} | crossing close ongoing | {} | place=dover |"
    friday = report("a", "2024-10-08", shut.format("the crossing stays shut until Friday", "until 2024-10-11"))
    monday = report("b", "2024-10-10", shut.format("the crossing stays shut until Monday", "until 2024-10-14"))
    also = report("c", "2024-10-08", shut.format("until Friday the crossing stays shut", "until 2024-10-11"))
    agreeing = {RelationKind.CORROBORATES, RelationKind.REFINES}
    assert not agreeing & {r.kind for r in relations(friday, monday).values()}
    assert agreeing & {r.kind for r in relations(friday, also).values()}
