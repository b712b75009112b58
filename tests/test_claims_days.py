"""On which day a clause is that hangs on the time told before it, on a length, or on an aside. By the rules alone."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Timex

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str, published: str = WEDNESDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


def times(code: str, text: str, published: str = WEDNESDAY) -> list[str]:
    return [edtf.write(c.time) for c in claims(code, text, published)]


def expressions(code: str, text: str, published: str = WEDNESDAY) -> tuple[Timex, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.timexes


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The dam burst on 17 April. The following Monday the school reopened. A day later the first bus left."),
        (
            "en",
            "The dam burst on 17 April. The Monday after that the school reopened. The next day the first bus left.",
        ),
        (
            "nl",
            "Op 17 april brak de dijk. De maandag daarop ging de school weer open. Een dag later vertrok de eerste bus.",
        ),
        (
            "nl",
            "Op 17 april brak de dijk. De daaropvolgende maandag ging de school open. Daags erna vertrok de eerste bus.",
        ),
        ("de", "Am 17. April brach der Damm. Am Montag darauf öffnete die Schule. Tags darauf fuhr der erste Bus ab."),
        (
            "de",
            "Am 17. April brach der Damm. Am folgenden Montag öffnete die Schule. Am Tag danach fuhr der erste Bus ab.",
        ),
    ],
)
def test_a_day_counted_from_the_one_before_goes_on_from_it_in_a_chain(code: str, text: str) -> None:
    assert times(code, text) == ["2026-04-17", "2026-04-20", "2026-04-21"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The dam burst on 17 April. That evening the village was evacuated. Two days earlier it had rained."),
        ("nl", "Op 17 april brak de dijk. Diezelfde avond werd het dorp ontruimd. Twee dagen eerder had het geregend."),
        (
            "de",
            "Am 17. April brach der Damm. Am selben Abend wurde das Dorf geräumt. Zwei Tage zuvor hatte es geregnet.",
        ),
        (
            "de",
            "Am 17. April brach der Damm. Noch am gleichen Abend wurde das Dorf geräumt. Zwei Tage davor hatte es geregnet.",
        ),
    ],
)
def test_the_evening_of_the_day_told_before_is_not_the_article_s(code: str, text: str) -> None:
    assert times(code, text) == ["2026-04-17", "2026-04-17", "2026-04-15"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The road was closed on the Friday before the election."),
        ("de", "Am Freitag darauf kam der Minister."),
        ("nl", "De vrijdag daarop kwam de minister."),
    ],
)
def test_a_weekday_beside_what_was_never_told_is_of_no_day(code: str, text: str) -> None:
    assert times(code, text) == [""]


def test_a_minister_who_answers_on_monday_does_not_count_from_the_day_before() -> None:
    text = "Vrijdag 17 april brak de dijk. De minister reageerde maandag daarop."
    assert times("nl", text) == ["2026-04-17", "2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Genau zwei Wochen ist es her, dass die Fahrer die Arbeit niedergelegt haben."),
        ("de", "Es ist genau zwei Wochen her, dass die Fahrer die Arbeit niedergelegt haben."),
        ("nl", "Het is precies twee weken geleden dat de chauffeurs het werk neerlegden."),
        ("nl", "Er zijn precies twee weken verstreken sinds de chauffeurs het werk neerlegden."),
        ("en", "It is exactly two weeks since the drivers walked out."),
        ("en", "It has been exactly two weeks since the drivers walked out."),
        ("en", "Exactly two weeks have passed since the drivers walked out."),
    ],
)
def test_what_is_so_long_ago_is_dated_by_that_length_and_the_length_is_no_claim(code: str, text: str) -> None:
    assert times(code, text) == ["2026-04-29"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Drei Wochen ist es her, dass der Damm brach."),
        ("nl", "Drie weken is het geleden dat de dijk brak."),
        ("en", "Three weeks have passed since the dam burst."),
    ],
)
def test_a_round_length_leaves_the_week_open(code: str, text: str) -> None:
    assert times(code, text) == ["[2026-04-20..2026-04-26]"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Exactly two weeks after the drivers walked out, the port remains closed."),
        ("nl", "Precies twee weken nadat de chauffeurs het werk neerlegden, ligt de haven stil."),
    ],
)
def test_what_is_so_now_so_long_after_another_thing_dates_it(code: str, text: str) -> None:
    assert "2026-04-29" in times(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Wahl findet heute in einer Woche statt."),
        ("nl", "De verkiezing is vandaag over een week."),
        ("en", "The election takes place a week from today."),
        ("en", "The election takes place a week today."),
    ],
)
def test_a_week_from_a_day_is_seven_days_on(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert (edtf.write(claim.time), claim.status.value) == ("2026-05-20", "planned")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Prozess beginnt am Freitag in einer Woche."),
        ("nl", "Het proces begint vrijdag over een week."),
        ("en", "The trial begins a week on Friday."),
        ("en", "The trial begins on Friday week."),
    ],
)
def test_a_week_from_a_weekday_is_a_week_after_the_coming_one(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-22"]


@pytest.mark.parametrize("text", ["The road was closed for a week on Friday.", "The road was closed for a week."])
def test_what_lasts_a_week_is_not_a_week_ahead(text: str) -> None:
    assert times("en", text) in (["2026-05-08"], [""])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The conflict began on 10 April, when the miners walked out."),
        ("nl", "Het conflict begon op 10 april, toen de mijnwerkers het werk neerlegden."),
        ("de", "Der Konflikt begann am 10. April, als die Bergleute die Arbeit niederlegten."),
        ("en", "When the miners walked out, the conflict began on 10 April."),
        ("nl", "Toen de mijnwerkers het werk neerlegden, begon op 10 april het conflict."),
        ("de", "Als die Bergleute am 10. April die Arbeit niederlegten, begann der Konflikt."),
    ],
)
def test_what_happened_when_another_thing_did_shares_its_day(code: str, text: str) -> None:
    assert times(code, text) == ["2026-04-10", "2026-04-10"]


def test_what_is_to_be_when_a_plan_comes_true_is_no_claim_of_its_own() -> None:
    assert times("en", "The plant will close on Friday, when the last order is finished.") == ["2026-05-15"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The curfew in the capital, in force since 17 April, will end on Monday."),
        ("nl", "De sinds 17 april geldende avondklok eindigt maandag."),
        ("nl", "De avondklok (sinds 17 april van kracht) eindigt maandag."),
        ("de", "Die seit dem 17. April geltende Ausgangssperre endet am Montag."),
        ("de", "Die Ausgangssperre (in Kraft seit dem 17. April) endet am Montag."),
    ],
)
def test_since_when_a_thing_was_so_is_not_when_it_ends(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-18"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The curfew, imposed on 17 April, was lifted on Monday."),
        ("nl", "De avondklok, op 17 april ingesteld, is maandag opgeheven."),
        ("nl", "De op 17 april ingestelde avondklok is maandag opgeheven."),
        ("de", "Die am 17. April verhängte Ausgangssperre wurde am Montag aufgehoben."),
        ("de", "Die am 17. April von der Regierung verhängte Ausgangssperre wurde am Montag aufgehoben."),
    ],
)
def test_a_participle_beside_a_noun_keeps_its_own_day(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die für Samstag geplante Reise ist verschoben worden."),
        ("nl", "De voor zaterdag geplande reis is afgelast."),
        ("en", "The trip, planned for Saturday, has been called off."),
    ],
)
def test_the_day_for_which_a_thing_was_planned_is_its_own(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-16"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Statt heute in einer Woche wird nun am 6. Juni gewählt."),
        ("nl", "In plaats van op maandag begint de staking op 6 juni."),
        ("en", "Instead of on Monday the strike will begin on 6 June."),
        ("en", "The strike will begin on 6 June rather than on Monday."),
    ],
)
def test_the_day_that_another_takes_the_place_of_is_not_the_clause_s(code: str, text: str) -> None:
    assert times(code, text) == ["2026-06-06"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Trade fell by 38 percent from January to March compared with the same months of 2024."),
        ("nl", "Vergeleken met 2024 zakte de handel van januari tot maart met 38 procent."),
        ("de", "Im Vergleich zu 2024 sank der Handel von Januar bis März um 38 Prozent."),
        ("de", "Gegenüber dem Vorjahr sank der Handel von Januar bis März um 38 Prozent."),
    ],
)
def test_what_changed_over_months_has_those_and_not_the_year_it_is_compared_with(code: str, text: str) -> None:
    assert times(code, text) == ["2026-01/2026-03"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferry, on Monday, left without passengers."),
        ("nl", "Omdat het maandag regende in Utrecht, bleef de markt dicht."),
    ],
)
def test_a_day_between_commas_or_behind_a_pronoun_is_the_clause_s_own(code: str, text: str) -> None:
    assert {"2026-05-11"} == {*times(code, text)} - {""}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Marsch hätte schon am Samstag stattfinden sollen."),
        ("de", "Das Fest hätte am Samstag eröffnet werden sollen."),
        ("nl", "De mars had zaterdag al moeten beginnen."),
        ("en", "The march should have started on Saturday."),
        ("en", "The march was to have started on Saturday."),
    ],
)
def test_what_should_have_been_by_then_lies_behind(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-09"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Lager reichten bis weit in den Juli, sagte ein Sprecher."),
        ("nl", "De voorraden reikten tot diep in juli, zei een woordvoerder."),
        ("en", "Stocks lasted until well into July, a spokesman said."),
    ],
)
def test_far_into_a_month_is_into_the_month_that_is_near(code: str, text: str) -> None:
    assert [t.value for t in expressions(code, text)] == ["2026-07"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "but by Sunday night the barricades were back."),
        ("de", "doch bis Sonntagabend waren die Barrikaden wieder da."),
    ],
)
def test_a_limit_at_the_head_of_how_things_stood_lies_behind(code: str, text: str) -> None:
    (found,) = expressions(code, f"{'Police cleared it' if code == 'en' else 'Die Polizei räumte sie'}, {text}")
    assert edtf.write(found.when).endswith("2026-05-10")


def test_a_heading_that_foresees_looks_ahead() -> None:
    text = "Captain to stand trial in January\n\nThe ferry sank in the strait last winter with all hands on board."
    assert next(t.value for t in expressions("en", text, "2025-11-06")) == "2026-01"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two days into the stoppage the dockers laid down tools."),
        ("nl", "Drie dagen na het begin van de staking legden de havenarbeiders het werk neer."),
        ("de", "Drei Tage nach Beginn des Streiks legten die Hafenarbeiter die Arbeit nieder."),
    ],
)
def test_a_length_after_what_is_not_dated_gives_no_day(code: str, text: str) -> None:
    assert times(code, text) == [""]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Gewerkschaft drohte mit einem Streik ab Freitag."),
        ("de", "Die Bahn kündigte Kontrollen ab Freitag an."),
        ("nl", "De bond dreigde met een staking vanaf vrijdag."),
        ("en", "The union threatened a strike from Friday."),
    ],
)
def test_what_is_announced_from_a_day_begins_on_the_next_one(code: str, text: str) -> None:
    reading = analyse(Article("a-test", text, lang=code, published=edtf.read("2026-05-13"))).reading
    assert reading.claims[0].time.begin.lo == edtf.read("2026-05-15").begin.lo
