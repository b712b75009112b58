"""What becomes of a plan: a deed a few days early, a plan told anew, a thing that was only possible."""

from __future__ import annotations

import pytest
from tests.readings import report

from dateline import edtf, encoders, pipeline
from dateline.model import Article, Brief, RelationKind
from dateline.stories.differences import history
from dateline.stories.sketch import World, sketches

LATER = ("en", "2024-06-01", "The mayor of Leeds resigned.")


def brief(*texts: tuple[str, str, str]) -> Brief:
    articles = [Article(f"a-{n}", t, lang=code, published=edtf.read(day)) for n, (code, day, t) in enumerate(texts)]
    return pipeline.run(articles, encoders.load(False)[0])


def overdue(found: Brief) -> list[str]:
    return [edtf.write(due.time) for row in found.board for due in row.overdue]


def follows(found: Brief) -> list[tuple[str, str]]:
    quotes = {c.id: c.span.quote for r in found.readings for c in r.claims}
    return [(quotes[r.left], quotes[r.right]) for r in found.relations if r.kind is RelationKind.FOLLOWS]


@pytest.mark.parametrize(
    ("code", "plan", "deed"),
    [
        (
            "en",
            "The opening of the Humber bridge in Hull has been put off until 20 May.",
            "The Humber bridge in Hull was opened on 19 May.",
        ),
        (
            "en",
            "The opening of the Humber bridge in Hull is planned for 20 May.",
            "The Humber bridge in Hull was opened on 19 May.",
        ),
        ("nl", "De opening van de brug in Ede is uitgesteld tot 20 mei.", "De brug in Ede werd op 19 mei geopend."),
        (
            "de",
            "Die Eröffnung der Brücke in Husum wurde auf den 20. Mai verschoben.",
            "Die Brücke in Husum wurde am 19. Mai eröffnet.",
        ),
    ],
)
def test_what_was_put_off_can_be_done_a_day_before_its_new_day(code: str, plan: str, deed: str) -> None:
    found = brief((code, "2024-05-08", plan), (code, "2024-05-19", deed), LATER)
    assert (plan[:-1], deed[:-1]) in follows(found)
    assert not overdue(found)


def test_another_change_a_day_early_is_not_what_came_of_a_plan() -> None:
    found = brief(
        ("en", "2024-05-08", "The opening of the Humber bridge in Hull has been put off until 20 May."),
        ("en", "2024-05-19", "The Humber bridge in Hull was closed on 19 May."),
        LATER,
    )
    assert overdue(found) == ["2024-05-20"]


def test_a_later_earlier_day_takes_the_place_of_the_one_a_thing_was_put_off_to() -> None:
    found = brief(
        ("en", "2024-05-08", "The Humber ferry in Hull will be launched on 10 May."),
        ("en", "2024-05-09", "The launch of the Humber ferry in Hull has been put off until 20 May."),
        ("en", "2024-05-14", "The Humber ferry in Hull will now be launched on 18 May."),
        ("en", "2024-05-18", "The Humber ferry in Hull was launched on 18 May."),
        LATER,
    )
    assert not overdue(found)


def test_a_match_put_off_to_a_day_that_is_past_is_headed_by_its_end() -> None:
    found = brief(
        (
            "en",
            "2024-05-05",
            "The chess match in Hull was postponed from 1 May to 3 May. Anna Weber won the chess match in Hull on Friday.",
        ),
        ("en", "2024-05-06", "Anna Weber won the chess match in Hull on 3 May."),
    )
    (one,) = found.board
    assert one.state.startswith("Anna Weber won")
    assert one.next is None
    assert RelationKind.CORROBORATES in [r.kind for r in found.relations]


@pytest.mark.parametrize(
    ("may", "did"),
    [
        (
            ("en", "2026-01-16", "Malawi may close its border crossing at Milange next week."),
            ("en", "2026-01-21", "Malawi closed its border crossing at Milange on Tuesday."),
        ),
        (
            ("nl", "2026-01-16", "Malawi sluit volgende week mogelijk de grensovergang bij Milange."),
            ("nl", "2026-01-21", "Malawi sloot dinsdag de grensovergang bij Milange."),
        ),
        (
            ("de", "2026-01-16", "Malawi schließt nächste Woche möglicherweise den Grenzübergang bei Milange."),
            ("de", "2026-01-21", "Malawi schloss am Dienstag den Grenzübergang bei Milange."),
        ),
    ],
)
def test_what_was_possible_and_then_happened_follows(may: tuple[str, str, str], did: tuple[str, str, str]) -> None:
    assert follows(brief(may, did)) == [(may[2][:-1], did[2][:-1])]


def test_a_plan_told_anew_after_a_calling_off_heads_its_row() -> None:
    found = brief(
        ("en", "2025-02-06", "Interior Minister Pavel Donos cancelled a trip to Berlin planned for Friday."),
        ("en", "2025-02-08", "Interior Minister Pavel Donos is now expected to travel to Berlin on February 19."),
    )
    assert [row.state[-28:] for row in found.board] == ["travel to Berlin on February 19"[-28:]]


def test_a_calling_off_heads_its_row_where_something_else_is_planned() -> None:
    found = brief(
        ("en", "2025-02-06", "Interior Minister Pavel Donos cancelled a trip to Berlin planned for Friday."),
        ("en", "2025-02-08", "A new trip to Berlin is now planned by Mayor Ilse Kamp for February 19."),
    )
    assert any("cancelled" in row.state for row in found.board)


def test_a_visit_to_a_place_that_no_table_knows_may_be_the_one_that_was_planned() -> None:
    found = brief(
        ("de", "2026-01-14", "Der Präsident will Beira am Donnerstag besuchen."),
        ("en", "2026-01-16", "President Daniel Macamo visited a treatment centre in the Munhava district on Thursday."),
        ("en", "2026-02-01", "The mayor of Leeds resigned."),
    )
    assert not overdue(found)


def test_of_a_plan_that_names_no_topic_nobody_says_that_no_outcome_is_told() -> None:
    found = brief(
        ("en", "2026-01-16", "The pipe will be repaired by Sunday."),
        ("de", "2026-01-25", "Das Leck ist seit Freitagabend abgedichtet."),
    )
    assert not overdue(found)


def test_what_was_possible_for_a_day_ahead_is_so_by_the_day_its_article_was_found_to_be_of() -> None:
    maybe = report("a", "2024-06", "a plane may land on 6 June | flight arrive possible | 2024-06-06 | place=oslo")
    landed = report("b", "2024-06-08", "a plane landed on 6 June | flight arrive | 2024-06-06 | place=oslo")
    left, right = sketches([maybe, landed], World(), {})
    left, right = (left, right) if left.article == maybe.article.id else (right, left)
    assert history(left, right) is None
    assert history(left, right, {maybe.article.id: edtf.read("2024-06-05")})
    assert history(left, right, {maybe.article.id: edtf.read("2024-06-07")}) is None


@pytest.mark.parametrize(
    ("plan", "so"),
    [
        (
            ("en", "2024-05-06", "The bridge in Wismar will be reopened to traffic on Wednesday."),
            ("de", "2024-05-10", "Die Brücke in Wismar ist seit Mittwoch wieder geöffnet."),
        ),
        (
            ("nl", "2024-05-06", "De tunnel bij Terneuzen gaat donderdag dicht."),
            ("en", "2024-05-11", "The tunnel near Terneuzen has been closed since Thursday evening."),
        ),
    ],
)
def test_what_is_so_since_the_day_of_a_plan_is_what_came_of_it(
    plan: tuple[str, str, str], so: tuple[str, str, str]
) -> None:
    assert follows(brief(plan, so)) == [(plan[2][:-1], so[2][:-1])]


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        (
            ("de", "2026-01-14", "Der Präsident will Beira am Donnerstag besuchen."),
            ("en", "2026-01-16", "President Daniel Macamo visited a clinic in the Munhava district on Thursday."),
        ),
        (
            ("de", "2026-03-10", "Die Ministerpräsidentin will am Mittwoch Aarhus besuchen."),
            ("en", "2026-03-12", "The prime minister visited a shipyard in Aarhus on Wednesday."),
        ),
    ],
)
def test_a_visit_told_with_a_quarter_or_a_title_is_the_one_planned(
    plan: tuple[str, str, str], deed: tuple[str, str, str]
) -> None:
    assert follows(brief(plan, deed)) == [(plan[2][:-1], deed[2][:-1])]


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        (
            ("en", "2026-03-10", "The king will visit Aarhus on Wednesday."),
            ("nl", "2026-03-12", "De minister van Financiën bezocht woensdag een fabriek in Aarhus."),
        ),
        (
            ("de", "2026-03-10", "Die Bürgermeisterin will am Mittwoch Lochem besuchen."),
            ("en", "2026-03-12", "The prime minister visited a factory in Lochem on Wednesday."),
        ),
    ],
)
def test_the_visit_of_one_office_is_not_that_of_another(plan: tuple[str, str, str], deed: tuple[str, str, str]) -> None:
    assert follows(brief(plan, deed)) == []
