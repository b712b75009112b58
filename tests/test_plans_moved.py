"""Plans that get another day: which day they had, and which plan of another paper that is."""

from __future__ import annotations

import pytest

from dateline import edtf, encoders, pipeline
from dateline.analysis import analyse
from dateline.model import Article, Brief, Claim, RelationKind, Status

MONDAY = "2026-05-11"


def claims(code: str, text: str, published: str = MONDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


def brief(*texts: tuple[str, str, str]) -> Brief:
    articles = [Article(f"a-{n}", t, lang=code, published=edtf.read(day)) for n, (code, day, t) in enumerate(texts)]
    return pipeline.run(articles, encoders.load(False)[0])


def follows(found: Brief) -> list[tuple[str, str]]:
    quotes = {c.id: c.span.quote for r in found.readings for c in r.claims}
    return [(quotes[r.left], quotes[r.right]) for r in found.relations if r.kind is RelationKind.FOLLOWS]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The vote will be held on 10 June rather than on 3 June."),
        ("en", "The vote will be held on 10 June, not on 3 June."),
        ("en", "The vote was moved from 3 June to 10 June."),
        ("en", "The vote, planned for 3 June, has been postponed to 10 June."),
        ("en", "The vote, which was due on 3 June, will now be held on 10 June."),
        ("en", "The vote was to have been held on 3 June, but will now take place on 10 June."),
        ("en", "A vote planned for 3 June will now be held on 10 June in the town hall."),
        ("nl", "De voor 3 juni geplande stemming wordt nu op 10 juni gehouden."),
        ("de", "Die für den 3. Juni geplante Wahl findet nun am 10. Juni statt."),
        ("nl", "De stemming, die voor 3 juni gepland stond, is uitgesteld tot 10 juni."),
        ("nl", "De stemming gaat pas op 10 juni door en niet op 3 juni."),
        ("nl", "De stemming gaat nu op 10 juni door en niet, zoals afgesproken, op 3 juni."),
        ("nl", "De stemming van 3 juni is verplaatst naar 10 juni."),
        ("de", "Statt am 3. Juni wird nun am 10. Juni abgestimmt."),
        ("de", "Die für den 3. Juni angekündigte Wahl wurde auf den 10. Juni verlegt."),
        ("de", "Die Wahl sollte am 3. Juni stattfinden, wurde aber auf den 10. Juni verschoben."),
    ],
)
def test_a_plan_that_gets_another_day_keeps_the_day_it_had(code: str, text: str) -> None:
    found = [(c.status, edtf.write(c.former)) for c in claims(code, text) if edtf.write(c.time) == "2026-06-10"]
    assert found == [(Status.PLANNED, "2026-06-03")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A trip planned for Friday was cancelled on Monday."),
        ("de", "Die für Freitag geplante Reise wurde am Montag abgesagt."),
        ("nl", "De voor vrijdag geplande reis is maandag afgelast."),
    ],
)
def test_what_is_called_off_is_off_for_the_day_it_was_planned_for(code: str, text: str) -> None:
    (found,) = claims(code, text, "2026-05-13")
    assert (found.status, edtf.write(found.time)) == (Status.CANCELLED, "2026-05-15")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The minister, who was born on 3 June 1960, will now open the school on 10 June."),
        ("en", "The vote will be held on 10 June."),
        ("nl", "De minister, die op 3 mei aftrad, opent nu op 10 juni de school."),
        ("de", "Der Minister, der am 3. Mai gewählt wurde, eröffnet nun am 10. Juni die Schule."),
    ],
)
def test_another_day_of_the_sentence_is_not_the_one_a_plan_had(code: str, text: str) -> None:
    assert all(not c.former.known for c in claims(code, text))


def test_what_is_moved_to_tomorrow_is_planned_for_tomorrow() -> None:
    (found,) = claims("de", "Die Organisatoren verlegten den Umzug auf morgen.")
    assert (found.status, edtf.write(found.time)) == (Status.PLANNED, "2026-05-12")


@pytest.mark.parametrize(
    ("plan", "moved"),
    [
        (
            ("en", "Voters in Nuria will go to the polls on 3 June."),
            ("de", "Statt am 3. Juni sollen die Wahlberechtigten in Nuria nun am 10. Juni abstimmen."),
        ),
        (
            ("nl", "De opening van de tunnel in Ede is op 3 juni."),
            ("en", "The opening of the tunnel in Ede has been moved from 3 June to 10 June."),
        ),
    ],
)
def test_a_new_day_follows_the_plan_of_the_day_it_names_as_the_old_one(
    plan: tuple[str, str], moved: tuple[str, str]
) -> None:
    found = brief((plan[0], "2026-05-01", plan[1]), (moved[0], "2026-05-20", moved[1]))
    assert [(left + ".", right + ".") for left, right in follows(found)] == [(plan[1], moved[1])]


def test_a_new_day_does_not_follow_a_plan_of_a_day_it_does_not_name() -> None:
    found = brief(
        ("en", "2026-05-01", "The opening of the tunnel in Ede is planned for 5 June."),
        ("en", "2026-05-20", "The opening of the tunnel in Ede has been moved from 3 June to 10 June."),
    )
    assert not follows(found)


def test_the_old_day_is_worked_out_anew_with_the_day_of_its_article() -> None:
    text = "The vote, planned for Saturday, has been postponed to Monday."
    (found,) = claims("en", text, "2026-05")
    assert found.former_expr
    assert not found.former.exact
