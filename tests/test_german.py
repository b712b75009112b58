"""German beyond single sentences: sources carried on by the subjunctive, names among capitalised nouns, figures."""

from __future__ import annotations

from dateline import edtf
from dateline.analysis import analyse
from dateline.model import Article, Reading


def _read(text: str, published: str = "2024-05-15") -> Reading:
    draft = analyse(Article("a-test", text, lang="de", published=edtf.read(published)))
    reading, problems = draft.reading, draft.problems
    assert problems == ()
    return reading


def test_the_subjunctive_carries_on_the_source_of_the_sentence_before() -> None:
    claims = _read(
        "Ministerin Anna Weber sagte, die Grenze bleibe zu. Die Lage sei ernst. Es gebe keinen Ersatz."
    ).claims
    assert [[a.source for a in c.attribution] for c in claims] == [["Ministerin Anna Weber"]] * 3


def test_the_first_person_in_reported_forms_is_no_report() -> None:
    (claim,) = _read("Ich habe die Brücke gesehen.").claims
    assert claim.attribution == ()


def test_common_nouns_are_no_names_for_all_their_capitals() -> None:
    text = "Die Polizei suchte in Bremen nach dem Fahrer. Tausende Menschen standen am Ufer, der Zug fuhr nach Köln."
    assert [m.span.quote for m in _read(text).mentions] == ["Bremen", "Köln"]


def test_a_person_named_in_full_is_known_by_the_last_name_afterwards() -> None:
    reading = _read("Der Bürgermeister heißt Stefan Kluge. Am Montag traf Kluge die Feuerwehr.")
    first, second = [m for m in reading.mentions if m.kind == "PER"]
    assert (first.span.quote, second.span.quote) == ("Stefan Kluge", "Kluge")
    assert first.entity == second.entity


def test_an_inflected_adjective_names_the_country() -> None:
    text = "Die nordkoreanischen Behörden und Chinas Außenminister trafen sich."
    assert [(m.entity, m.demonym) for m in _read(text).mentions] == [("place-KP", True), ("place-CN", False)]


def test_the_day_of_the_saying_is_not_the_day_of_what_is_said() -> None:
    (claim,) = _read("Die Ministerin sagte am Montag, die Brücke sei seit März gesperrt.").claims
    assert (str(claim.said.latest), claim.time.begin.known) == ("2024-05-13", True)
    assert str(claim.time.earliest).startswith("2024-03")


def test_figures_keep_german_marks() -> None:
    (claim,) = _read("Rund 1.200 Haushalte und 3,5 Hektar Wald waren betroffen.").claims
    assert [(q.value, q.unit, q.of) for q in claim.quantities] == [(1200.0, "", "haushalte"), (3.5, "hectare", "wald")]


def test_a_range_between_two_figures_has_both_bounds() -> None:
    (claim,) = _read("Zwischen 300 und 400 Menschen demonstrierten am Samstag.").claims
    assert [(q.low, q.high, q.of) for q in claim.quantities] == [(300.0, 400.0, "menschen")]


def test_a_plan_and_hearsay_differ_only_in_the_infinitive() -> None:
    plan, hearsay = _read("Der Zug soll morgen abfahren. Der Zug soll schon abgefahren sein.").claims
    assert (plan.status, plan.attribution) == ("planned", ())
    assert (hearsay.status, [a.source for a in hearsay.attribution]) == ("possible", [""])


def test_a_sentence_that_names_the_source_of_the_one_before_gives_it_that_source() -> None:
    claims = _read("Die Gespräche sind gescheitert. Das teilte die Regierung am Mittwoch mit.").claims
    assert [(c.span.quote, [a.source for a in c.attribution]) for c in claims] == [
        ("Die Gespräche sind gescheitert", ["die Regierung"])
    ]
