"""What is put off, brought forward, called off or delayed: its time, its status, and the plan on the board."""

from __future__ import annotations

import pytest

from dateline import edtf, encoders, pipeline
from dateline.analysis import analyse
from dateline.model import Article, Brief, Claim, RelationKind, Row, Status

WEDNESDAY = "2026-05-13"


def claims(code: str, text: str, published: str = WEDNESDAY) -> tuple[Claim, ...]:
    return analyse(Article("a-test", text, lang=code, published=edtf.read(published))).reading.claims


def told(code: str, text: str) -> list[tuple[Status, str, str]]:
    return [(c.status, c.phase, edtf.write(c.time)) for c in claims(code, text)]


def brief(*texts: tuple[str, str, str]) -> Brief:
    articles = [Article(f"a-{n}", t, lang=code, published=edtf.read(day)) for n, (code, day, t) in enumerate(texts)]
    return pipeline.run(articles, encoders.load(False)[0])


def row(found: Brief, words: str) -> Row:
    """The row that follows the claim with these words."""
    quoted = {c.id: c.span.quote for r in found.readings for c in r.claims}
    (one,) = (r for r in found.board if any(words in quoted[c] for c in r.claims))
    return one


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("nl", "Het proces is uitgesteld tot 15 oktober.", "2026-10-15"),
        ("nl", "De minister stelde de top van 3 juni uit tot 15 oktober.", "2026-10-15"),
        ("nl", "Het proces werd maandag uitgesteld tot 15 oktober.", "2026-10-15"),
        ("nl", "De kermis is verschoven van 3 naar 10 juni.", "2026-06-10"),
        ("nl", "De proefvlucht is vervroegd naar 2 juni.", "2026-06-02"),
        ("nl", "De opening schuift door naar september.", "2026-09"),
        ("nl", "De zitting is verzet naar vrijdag.", "2026-05-15"),
        ("nl", "De opening is vertraagd tot maart 2027.", "2027-03"),
        ("en", "The trial has been put off until 15 October.", "2026-10-15"),
        ("en", "The court on Monday put off the trial until 15 October.", "2026-10-15"),
        ("en", "The summit, due on 3 June, has been postponed to 15 October.", "2026-10-15"),
        ("en", "The fair has been moved from 3 to 10 June.", "2026-06-10"),
        ("en", "The test flight has been brought forward to 2 June.", "2026-06-02"),
        ("en", "The hearing was rescheduled for Friday.", "2026-05-15"),
        ("en", "The launch was delayed until March.", "2027-03"),
        ("de", "Der Prozess ist auf den 15. Oktober verschoben worden.", "2026-10-15"),
        ("de", "Der Prozess wurde am Montag auf den 15. Oktober vertagt.", "2026-10-15"),
        ("de", "Das Fest wird vom 3. auf den 10. Juni verlegt.", "2026-06-10"),
        ("de", "Der Testflug wurde auf den 2. Juni vorgezogen.", "2026-06-02"),
        ("de", "Die Prüfung wurde in den Herbst verschoben.", "2026-23"),
        ("de", "Der Start verzögert sich bis März 2027.", "2027-03"),
    ],
)
def test_what_gets_another_day_is_planned_for_that_day(code: str, text: str, day: str) -> None:
    assert told(code, text) == [(Status.PLANNED, "postpone", day)]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("nl", "De wedstrijd van 3 juni is met een week uitgesteld.", "2026-06-10"),
        ("en", "The match of 3 June was put off by a week.", "2026-06-10"),
        ("en", "The launch planned for 3 June was brought forward by two days.", "2026-06-01"),
        ("de", "Das Spiel vom 3. Juni wurde um eine Woche verschoben.", "2026-06-10"),
    ],
)
def test_what_is_moved_by_so_many_days_is_planned_so_many_days_from_its_own(code: str, text: str, day: str) -> None:
    assert told(code, text) == [(Status.PLANNED, "postpone", day)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De staking is voor onbepaalde tijd uitgesteld."),
        ("nl", "De staking is met twee weken uitgesteld."),
        ("en", "The strike has been put off indefinitely."),
        ("en", "The launch was delayed by a week."),
        ("de", "Der Streik wurde auf unbestimmte Zeit verschoben."),
        ("de", "Der Streik wurde um eine Woche verschoben."),
    ],
)
def test_what_is_put_off_to_no_day_is_off_and_has_no_new_day(code: str, text: str) -> None:
    assert told(code, text) == [(Status.CANCELLED, "postpone", "")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De vlucht werd twee uur vertraagd."),
        ("en", "The flight was delayed by two hours."),
        ("de", "Der Flug verspätete sich um zwei Stunden."),
    ],
)
def test_a_delay_of_hours_befell_something_that_took_place(code: str, text: str) -> None:
    assert [s for s, _, _ in told(code, text)] == [Status.HAPPENED]


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("nl", "De top kan worden uitgesteld tot 15 oktober.", Status.POSSIBLE),
        ("nl", "De top is niet uitgesteld tot 15 oktober.", Status.DENIED),
        ("en", "The summit could be postponed until 15 October.", Status.POSSIBLE),
        ("en", "The summit should be postponed until 15 October.", Status.REQUIRED),
        ("de", "Der Gipfel könnte auf den 15. Oktober verschoben werden.", Status.POSSIBLE),
        ("de", "Der Gipfel wird nicht auf den 15. Oktober verschoben.", Status.DENIED),
    ],
)
def test_a_new_day_that_is_only_weighed_or_denied_is_no_plan(code: str, text: str, status: Status) -> None:
    assert told(code, text) == [(status, "postpone", "2026-10-15")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De beurs is verplaatst naar Utrecht."),
        ("en", "The fair was moved to Leeds."),
        ("de", "Die Messe wurde nach Köln verlegt."),
        ("en", "Police moved the crowd to a park until Tuesday."),
        ("de", "Die Truppen wurden am Montag an die Grenze verlegt."),
    ],
)
def test_what_is_moved_to_another_place_gets_no_other_day(code: str, text: str) -> None:
    assert [s for s, _, _ in told(code, text)] == [Status.HAPPENED]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De lancering, eerst gepland voor 3 juni, is nu voorzien op 9 juni."),
        ("en", "The launch, first planned for 3 June, is now due on 9 June."),
        ("de", "Der Start, zunächst für den 3. Juni geplant, ist nun für den 9. Juni vorgesehen."),
    ],
)
def test_the_day_that_a_thing_first_had_gives_way_to_that_of_the_verb(code: str, text: str) -> None:
    assert [(s, t) for s, _, t in told(code, text)][-1] == (Status.PLANNED, "2026-06-09")


def test_the_day_of_another_participle_is_not_the_new_day() -> None:
    assert told("en", "They postponed a fair set for 3 June.") == [(Status.CANCELLED, "postpone", "2026-06-03")]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("nl", "Het proces begint niet op 3 juni maar op 10 juni.", "2026-06-10"),
        ("nl", "De wedstrijd wordt niet zondag maar maandag gespeeld.", "2026-05-18"),
        ("nl", "De top begint in plaats van op 3 juni op 10 juni.", "2026-06-10"),
        ("en", "The trial will not start on 3 June but on 10 June.", "2026-06-10"),
        ("en", "Instead of on 3 June the summit starts on 10 June.", "2026-06-10"),
        ("de", "Der Prozess beginnt nicht am 3., sondern erst am 10. Juni.", "2026-06-10"),
        ("de", "Der Gipfel beginnt statt am 3. Juni erst am 10. Juni.", "2026-06-10"),
    ],
)
def test_a_day_that_is_named_to_be_ruled_out_is_not_the_day(code: str, text: str, day: str) -> None:
    (claim,) = claims(code, text)
    assert (claim.status, claim.polarity, edtf.write(claim.time)) == (Status.PLANNED, "positive", day)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De lancering is afgelast; een nieuwe poging staat gepland voor 9 juni."),
        ("en", "The launch was cancelled; a new attempt is due on 9 June."),
        ("en", "The launch was cancelled, and a new attempt is due on 9 June."),
        ("de", "Der Start wurde abgesagt; ein neuer Versuch ist für den 9. Juni geplant."),
    ],
)
def test_what_is_called_off_has_no_day_of_what_takes_its_place(code: str, text: str) -> None:
    off, new = told(code, text)
    assert (off[0], off[2]) == (Status.CANCELLED, "")
    assert (new[0], new[2]) == (Status.PLANNED, "2026-06-09")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De dieren worden teruggestuurd."),
        ("en", "The animals are sent back."),
        ("de", "Die Tiere werden zurückgeschickt."),
        ("nl", "De brug blijft tot vrijdag gesloten."),
        ("en", "The bridge remains closed until Friday."),
        ("de", "Die Brücke bleibt bis Freitag gesperrt."),
    ],
)
def test_a_present_passive_and_what_stays_as_it_is_go_on(code: str, text: str) -> None:
    assert [s for s, _, _ in told(code, text)] == [Status.ONGOING]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Op 18 mei blijft de school dicht."),
        ("en", "On 18 May the school stays shut."),
        ("de", "Am 18. Mai bleibt die Schule geschlossen."),
    ],
)
def test_what_stays_so_on_a_day_ahead_is_a_plan(code: str, text: str) -> None:
    assert [(s, t) for s, _, t in told(code, text)] == [(Status.PLANNED, "2026-05-18")]


PLAN = "A new ferry service between Rotterdam and Hull will open on 3 June."


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferry service between Rotterdam and Hull has been put off until 15 October."),
        ("nl", "De veerdienst tussen Rotterdam en Hull is uitgesteld tot 15 oktober."),
        ("de", "Die Fähre zwischen Rotterdam und Hull wird auf den 15. Oktober verschoben."),
    ],
)
@pytest.mark.parametrize("day", ["2026-05-28", "2026-06-04"])
def test_a_plan_that_got_another_day_is_due_then_and_never_fell_due(code: str, text: str, day: str) -> None:
    found = brief(("en", "2026-05-11", PLAN), (code, day, text), ("en", "2026-07-01", "The mayor of Leeds resigned."))
    one = row(found, text[:-1])
    assert one.next
    assert edtf.write(one.next.time) == "2026-10-15"
    assert not any(r.overdue for r in found.board)
    assert not any(r.kind is RelationKind.CONTRADICTS for r in found.relations)


def test_what_got_another_day_and_was_then_called_off_is_due_no_more() -> None:
    found = brief(
        ("en", "2026-05-11", PLAN),
        ("en", "2026-05-28", "The ferry service between Rotterdam and Hull has been put off until 15 October."),
        ("en", "2026-09-01", "The ferry service between Rotterdam and Hull has been called off."),
    )
    assert not any(r.next for r in found.board)


def test_a_plan_told_anew_behind_its_putting_off_is_due() -> None:
    found = brief(
        ("en", "2026-11-05", "The match between Veldhoek and Ostermark will be played on 7 November."),
        (
            "en",
            "2026-11-08",
            "The match between Veldhoek and Ostermark was put off. It will now be played on 18 November.",
        ),
    )
    assert [edtf.write(r.next.time) for r in found.board if r.next] == ["2026-11-18"]


def test_a_report_of_the_same_row_right_after_the_day_of_a_plan_tells_what_came_of_it() -> None:
    found = brief(
        ("en", "2026-03-02", "Leaders of six countries will meet for a summit in Geneva on 20 March."),
        ("de", "2026-03-23", "Der Gipfel in Genf endete ohne Einigung."),
    )
    assert not any(r.overdue for r in found.board)


def test_a_report_long_after_the_day_of_a_plan_tells_nothing_of_it() -> None:
    found = brief(
        ("en", "2026-03-02", "A summit in Geneva will start on 20 March."),
        ("en", "2026-06-23", "The summit in Geneva drew criticism."),
    )
    assert any(r.overdue for r in found.board)
