"""Which of several times a claim has, and which time a clause without one takes from those around it. By the rules alone."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Claim, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str, published: str = WEDNESDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


def times(code: str, text: str, published: str = WEDNESDAY) -> list[str]:
    return [edtf.write(c.time) for c in claims(code, text, published)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The pool opens on 5 and 6 June."),
        ("nl", "Het zwembad is open op 5 en 6 juni."),
        ("de", "Das Bad öffnet am 5. und 6. Juni."),
    ],
)
def test_days_that_follow_on_one_another_are_one_stretch(code: str, text: str) -> None:
    assert times(code, text) == ["2026-06-05/2026-06-06"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The trams will stand still on 5, 6 and 9 June."),
        ("nl", "De trams staan stil op 5, 6 en 9 juni."),
        ("de", "Die Trams stehen am 5., 6. und 9. Juni still."),
    ],
)
def test_of_days_that_are_listed_none_is_lost(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert edtf.write(claim.time) == "[2026-06-05..2026-06-06,2026-06-09]"
    assert claim.time_why.startswith("each of the words")


def test_what_only_says_more_of_a_day_is_no_list() -> None:
    assert times("en", "The pool opened on Monday, a day before the heat.") == ["2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Fahrer kündigten am Montag an, am Freitag zu streiken."),
        ("de", "Die Fahrer kündigten an, am Freitag zu streiken."),
        ("en", "The drivers announced on Monday that they would strike on Friday."),
    ],
)
def test_the_day_of_a_plan_is_not_the_day_it_was_announced(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert (edtf.write(claim.time), edtf.write(claim.said) != "2026-05-15") == ("2026-05-15", True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Tickets for the fair on 6 June went on sale on Monday."),
        ("nl", "De kaarten voor de kermis op 6 juni gingen maandag in de verkoop."),
        ("de", "Die Karten für den Jahrmarkt am 6. Juni wurden am Montag verkauft."),
    ],
)
def test_what_has_happened_was_not_on_the_day_that_lies_ahead(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ban was lifted on Friday, two days after the dockers had ended their strike."),
        ("nl", "Het verbod werd vrijdag opgeheven, twee dagen nadat de havenarbeiders hun staking hadden beëindigd."),
        ("de", "Das Verbot wurde am Freitag aufgehoben, zwei Tage nachdem die Arbeiter ihren Streik beendet hatten."),
    ],
)
def test_two_days_after_an_event_counts_back_from_what_stands_before_it(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-08", "2026-05-06"]


def test_so_many_years_after_an_event_counts_from_the_event_that_has_a_date() -> None:
    text = "The mill closed five years after the last barge had left in 2014."
    assert times("en", text)[0] == "2019"
    assert times("en", "The line opened in April 2023, five years after the last ferry was withdrawn.")[1] == "2018"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The fair, which was to be held on 6 and 7 June, has been called off."),
        ("nl", "De beurs, die op 6 en 7 juni zou worden gehouden, gaat niet door."),
        ("de", "Die Messe, die am 6. und 7. Juni stattfinden sollte, fällt aus."),
    ],
)
def test_what_is_called_off_has_the_time_it_was_planned_for(code: str, text: str) -> None:
    off = next(c for c in claims(code, text) if c.status.value == "cancelled")
    assert edtf.write(off.time) == "2026-06-06/2026-06-07"


def test_what_is_called_off_has_no_time_of_what_it_once_was() -> None:
    off = next(
        c for c in claims("en", "The fair, which began in 1951, has been called off.") if c.status == "cancelled"
    )
    assert edtf.write(off.time) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The firm opened the mill in 2019 and employs 240 people there."),
        ("nl", "Het bedrijf opende de molen in 2019 en geeft er werk aan 240 mensen."),
        ("de", "Die Firma eröffnete die Mühle 2019 und beschäftigt dort 240 Menschen."),
    ],
)
def test_what_is_so_now_takes_no_time_of_what_was(code: str, text: str) -> None:
    assert times(code, text) == ["2019", ""]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The pass was shut since January 2020."),
        ("nl", "De pas was sinds januari 2020 dicht."),
        ("de", "Der Pass war seit Januar 2020 gesperrt."),
    ],
)
def test_what_was_so_since_a_month_keeps_it(code: str, text: str) -> None:
    assert times(code, text) == ["2020-01/.."]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", '"It is over," chairman Tom Reed said on Monday. The mill is sold, Reed said.'),
        ("nl", '"Het is voorbij", zei voorzitter Piet Kamp maandag. De molen is verkocht, zei Kamp.'),
        ("de", "„Es ist vorbei“, sagte Vorstand Henning Mohr am Montag. Die Mühle sei verkauft, sagte Mohr."),
    ],
)
def test_who_is_cited_again_without_a_day_spoke_on_the_one_named_before(code: str, text: str) -> None:
    assert [edtf.write(c.said) for c in claims(code, text)] == ["2026-05-11", "2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Hij zou maandag naar Ede reizen, maar dat bezoek werd uitgesteld."),
        ("de", "Er sollte am Montag nach Ulm reisen, aber dieser Besuch wurde abgesagt."),
        ("en", "He was to travel to Hull on Monday, but that visit was called off."),
    ],
)
def test_a_plan_and_its_calling_off_are_one_claim_where_the_noun_only_points_back(code: str, text: str) -> None:
    (claim,) = claims(code, text)
    assert claim.status.value == "cancelled"
    assert edtf.write(claim.time) in ("2026-05-11", "2026-05-18")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "France has banned imports of apples from Poland. The ban has been in force since Monday."),
        ("nl", "Frankrijk heeft de invoer van appels verboden. Het verbod geldt sinds maandag."),
        ("nl", "Frankrijk heeft de invoer van appels verboden. Het verbod ging maandag in."),
        ("de", "Frankreich hat die Einfuhr von Äpfeln verboten. Das Verbot gilt seit Montag."),
    ],
)
def test_what_the_next_sentence_says_is_in_force_since_a_day_was_done_by_then(code: str, text: str) -> None:
    first = claims(code, text)[0]
    assert (edtf.write(first.time), first.time_why.endswith("from which it is in force")) == ("2026-05-11", True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "France has banned imports of apples. The ban applies from Friday."),
        ("nl", "Frankrijk heeft de invoer van appels verboden. Het verbod geldt vanaf vrijdag."),
        ("de", "Frankreich hat die Einfuhr von Äpfeln verboten. Das Verbot gilt ab Freitag."),
        ("en", "France has banned imports of apples. The old ban on pears has been in force since Monday."),
    ],
)
def test_what_is_in_force_only_later_or_is_another_thing_dates_nothing(code: str, text: str) -> None:
    assert edtf.write(claims(code, text)[0].time) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ban was lifted. The ban had been in force since 2020."),
        ("en", "The minister banned drones. The closure has been in force since Monday."),
        ("nl", "Het verbod werd opgeheven. Het verbod was sinds 2020 van kracht."),
        ("de", "Das Verbot wurde aufgehoben. Das Verbot galt seit 2020."),
    ],
)
def test_what_is_in_force_since_a_day_dates_no_other_change(code: str, text: str) -> None:
    assert times(code, text)[0] == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The firm, which plans to open a plant in 2027, has cancelled its dividend."),
        ("nl", "Het bedrijf, dat in 2027 een fabriek wil openen, heeft het dividend geschrapt."),
        ("de", "Die Firma, die 2027 ein Werk eröffnen will, hat die Messe abgesagt."),
    ],
)
def test_what_is_called_off_has_no_time_of_another_plan_of_whoever_calls_it_off(code: str, text: str) -> None:
    assert times(code, text)[0] == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The fair, which was to be held on 6 June, is off."),
        ("nl", "De beurs, die op 6 juni zou worden gehouden, gaat niet door."),
        ("de", "Die Messe, die am 6. Juni stattfinden sollte, fällt aus."),
    ],
)
def test_what_is_off_has_the_time_it_was_to_have(code: str, text: str) -> None:
    assert times(code, text)[0] == "2026-06-06"


@pytest.mark.parametrize(
    ("code", "text", "since"),
    [
        ("de", "Seit Montag fahren keine Züge.", "2026-05-11/.."),
        ("de", "Seit Dienstag streiken die Lotsen.", "2026-05-12/.."),
        ("nl", "Sinds maandag rijden er geen treinen.", "2026-05-11/.."),
    ],
)
def test_what_is_so_since_a_weekday_is_so_already(code: str, text: str, since: str) -> None:
    assert times(code, text) == [since]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Tickets for the fair in June began on Monday."),
        ("en", "The sale of seats for the concert in August started on Monday."),
        ("nl", "De kaartverkoop voor de beurs in juni is maandag begonnen."),
        ("de", "Der Verkauf für die Messe im Juni hat am Montag begonnen."),
    ],
)
def test_the_time_of_what_a_thing_is_for_gives_way_to_that_of_the_verb(code: str, text: str) -> None:
    assert times(code, text) == ["2026-05-11"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Zeuge starb zwei Tage nachdem am 4. Mai die Brücke eingestürzt war."),
        ("de", "Der Zeuge starb zwei Tage, nachdem am 4. Mai die Brücke eingestürzt war."),
        ("de", "Zwei Tage, nachdem am 4. Mai die Brücke eingestürzt war, starb der Zeuge."),
        ("nl", "Twee dagen nadat op 4 mei de brug was ingestort, stierf de getuige."),
        ("en", "Two days after the bridge collapsed on 4 May, the witness died."),
    ],
)
def test_so_long_after_an_event_is_counted_from_it_with_and_without_a_comma(code: str, text: str) -> None:
    (died,) = (edtf.write(c.time) for c in claims(code, text) if c.phase == "die")
    assert died == "2026-05-06"


def test_what_lasted_so_long_is_not_counted_from_the_event_before_it() -> None:
    assert times("de", "Die Suche dauerte zwei Tage, nachdem das Boot am 4. Mai gesunken war.")[0] == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mine collapsed on Monday night. Two men had been brought up by noon."),
        ("nl", "Maandagavond stortte een schacht in. Om 12 uur waren twee mannen naar boven gebracht."),
        ("de", "Am Montagabend stürzte ein Stollen ein. Bis 12 Uhr waren zwei Männer gerettet worden."),
    ],
)
def test_noon_behind_a_night_is_that_of_the_next_day(code: str, text: str) -> None:
    assert times(code, text)[-1] == "2026-05-12T12:00:00"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mine collapsed on Monday night. Two men had been brought up by 11 pm."),
        ("de", "Am Montagabend stürzte ein Stollen ein. Bis 23 Uhr waren zwei Männer gerettet worden."),
    ],
)
def test_a_late_hour_behind_a_night_is_of_that_night(code: str, text: str) -> None:
    assert times(code, text)[-1] == "2026-05-11T23:00:00"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De trein die maandag zou zijn vertrokken, wacht in Utrecht.", Status.ONGOING),
        ("De man die maandag een bank zou hebben beroofd, is opgepakt.", Status.HAPPENED),
    ],
)
def test_a_clause_takes_no_time_of_a_relative_that_stands_in_its_subject(text: str, status: Status) -> None:
    last = claims("nl", text)[-1]
    assert (last.status, edtf.write(last.time)) == (status, "")


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The pier, which was to be mended by Sunday, is still leaking.", "2026-05-10"),
        ("en", "The lift, which should have been fully repaired by Friday, is still out of order.", "2026-05-08"),
        ("nl", "De lift, die vrijdag gemaakt zou zijn, staat nog altijd stil.", "2026-05-08"),
        ("de", "Der Tunnel, der am Montag öffnen sollte, ist noch immer gesperrt.", "2026-05-11"),
        ("en", "The fair, which is to open on Friday, is still being built.", "2026-05-15"),
        ("nl", "De kermis, die vrijdag begint, wordt nog opgebouwd.", "2026-05-15"),
        ("de", "Die Messe, die am Freitag beginnen soll, ist noch nicht ausverkauft.", "2026-05-15"),
    ],
)
def test_what_was_to_be_done_and_still_is_not_has_its_day_behind_it(code: str, text: str, day: str) -> None:
    assert day in times(code, text)


def test_a_passive_behind_was_to_be_is_no_verb_of_the_clause_around() -> None:
    still, foreseen = claims("en", "The bridge, which was to be reopened on Monday, remains closed.")
    assert (still.status, still.time_expr) == (Status.ONGOING, "")
    assert foreseen.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Buildings that fall down must be rebuilt.", False),
        ("Walls that fall kill people.", False),
        ("The school opened that fall.", True),
    ],
)
def test_a_verb_behind_a_relative_and_a_plural_is_no_season(text: str, timed: bool) -> None:
    claims = analyse(Article("a", text, lang="en")).reading.claims
    assert claims
    assert any(c.time_expr for c in claims) is timed
