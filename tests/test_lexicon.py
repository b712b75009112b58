"""The lexicon: verb tables that are right by the spelling rules, one set of phases and topics, topics found in words."""

from __future__ import annotations

import time
from typing import Any

import pytest
from tests.lexicons import CODES, of, readings, tables, toy

from dateline import lang
from dateline.analysis import analyse
from dateline.claims import lexicon
from dateline.claims.lexicon import VerbForm
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.lang.counted import counted
from dateline.model import Article

PHASES = {
    *(
        "open",
        "close",
        "ease",
        "tighten",
        "start",
        "stop",
        "resume",
        "allow",
        "ban",
        "lift",
        "plan",
        "cancel",
        "postpone",
    ),
    *(
        "rise",
        "fall",
        "continue",
        "arrive",
        "depart",
        "send",
        "return",
        "attend",
        "require",
        "impose",
        "agree",
        "refuse",
    ),
    *("confirm", "deny", "attack", "die", "injure", "win", "lose", "elect", "resign", "arrest", "sentence", "release"),
    *(
        "strike",
        "protest",
        "sign",
        "build",
        "destroy",
        "spread",
        "recover",
        "meet",
        "visit",
        "buy",
        "sell",
        "pay",
        "change",
    ),
}


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_one_closed_set_of_phases(code: str) -> None:
    assert of(code).phases == tuple(sorted(PHASES))


@pytest.mark.parametrize("code", CODES)
def test_every_phase_has_verbs_and_nouns_in_every_language(code: str) -> None:
    lexicon_ = of(code)
    assert set(lexicon_.phase_of_verb.values()) == PHASES
    assert set(lexicon_.phase_of_noun.values()) == PHASES


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_topics(code: str) -> None:
    assert set(tables(code).table("concepts")["concept"]) == set(tables("en").table("concepts")["concept"])


@pytest.mark.parametrize("code", CODES)
def test_what_phases_and_topics_name_are_lemmas_of_the_verb_table(code: str) -> None:
    lexicon_ = of(code)
    assert set(lexicon_.phase_of_verb) | set(lexicon_.concepts_of_verb) <= lexicon_.lemmas


@pytest.mark.parametrize("code", CODES)
def test_every_form_is_lower_case_and_one_word(code: str) -> None:
    assert [form for form in of(code).verb_forms if form != form.lower() or " " in form] == []


@pytest.mark.parametrize("code", CODES)
def test_every_lemma_is_an_infinitive_of_itself(code: str) -> None:
    lexicon_ = of(code)
    apart = {lemma for lemma in lexicon_.lemmas if " " in lemma}
    missing = {
        lemma
        for lemma in lexicon_.lemmas - apart
        if (lemma, "infinitive") not in {(r.lemma, r.kind) for r in lexicon_.verb_forms[lemma]}
    }
    assert not missing


@pytest.mark.parametrize("code", CODES)
def test_loading_a_language_is_quick(code: str) -> None:
    best = min(_seconds_to_compile(Language(f"{code}{run}", tables(code).tables)) for run in range(3))
    assert best < 0.25  # some 25 ms on a laptop: the margin is for a busy machine


def _seconds_to_compile(language: Language) -> float:
    start = time.perf_counter()
    lexicon.compiled(language)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("landt", "landen", "present"),
        ("geland", "landen", "participle"),
        ("reist", "reizen", "present"),
        ("reisde", "reizen", "past"),
        ("leefde", "leven", "past"),
        ("stopte", "stoppen", "past"),
        ("eindigt", "eindigen", "present"),
        ("geëindigd", "eindigen", "participle"),
        ("veroordeelt", "veroordelen", "present"),
        ("veroordeeld", "veroordelen", "participle"),
        ("verandert", "veranderen", "present"),
        ("reageert", "reageren", "present"),
        ("geëvacueerd", "evacueren", "participle"),
        ("verboden", "verbieden", "past"),
        ("hersteld", "herstellen", "participle"),
        ("ontkende", "ontkennen", "past"),
        ("beloofd", "beloven", "participle"),
        ("gerepatrieerd", "repatriëren", "participle"),
        ("waarschuwt", "waarschuwen", "present"),
        ("overleden", "overlijden", "participle"),
        ("toenam", "toenemen", "past"),
        ("teruggekeerd", "terugkeren", "participle"),
        ("uitbrak", "uitbreken", "past"),
        ("vastzaten", "vastzitten", "past"),
        ("voorbereid", "voorbereiden", "participle"),
        ("opgeheven", "opheffen", "participle"),
    ],
)
def test_dutch_forms_follow_the_spelling_rules(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in readings("nl", form)


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("stopped", "stop", "past"),
        ("carries", "carry", "present"),
        ("dying", "die", "gerund"),
        ("lying", "lie", "gerund"),
        ("flown", "fly", "participle"),
        ("cancelled", "cancel", "past"),
        ("canceled", "cancel", "past"),
        ("authorised", "authorize", "past"),
        ("authorise", "authorize", "infinitive"),
        ("reaches", "reach", "present"),
        ("panicked", "panic", "past"),
        ("acquitted", "acquit", "participle"),
        ("offering", "offer", "gerund"),
        ("agreeing", "agree", "gerund"),
        ("travelled", "travel", "past"),
        ("re-opened", "reopen", "past"),
        ("overthrown", "overthrow", "participle"),
    ],
)
def test_english_forms_follow_the_spelling_rules(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in readings("en", form)


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("rechnet", "rechnen", "present"),
        ("geöffnet", "öffnen", "participle"),
        ("meldete", "melden", "past"),
        ("trennte", "trennen", "past"),
        ("stimmt", "stimmen", "present"),
        ("verhaftet", "verhaften", "participle"),
        ("evakuiert", "evakuieren", "participle"),
        ("verloren", "verlieren", "participle"),
        ("genehmigt", "genehmigen", "participle"),
        ("unterbrach", "unterbrechen", "past"),
        ("zurückgekehrt", "zurückkehren", "participle"),
        ("zurückzukehren", "zurückkehren", "infinitive"),
        ("wiederaufgenommen", "wiederaufnehmen", "participle"),
        ("verändert", "verändern", "present"),
        ("gehandelt", "handeln", "participle"),
    ],
)
def test_german_forms_follow_the_spelling_rules(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in readings("de", form)


@pytest.mark.parametrize("form", ["offerring", "opennen", "happenned", "stoped", "visitted"])
def test_misspelt_forms_are_not_in_the_tables(form: str) -> None:
    assert all(not readings(code, form) for code in CODES)


def test_a_separable_verb_is_found_joined_and_apart() -> None:
    dutch = of("nl")
    assert dutch.verb_forms["toeneemt"] == (VerbForm("toenemen", "present", "toe"),)
    assert dutch.separable["toe", "nemen"] == "toenemen"


def test_a_verb_with_a_particle_is_found_apart_only() -> None:
    english = of("en")
    assert english.separable["off", "call"] == "call off"
    assert "offcall" not in english.verb_forms
    assert english.phase_of_verb["call off"] == "cancel"


def test_a_form_that_is_oftener_a_noun_is_noise_and_stays_a_verb_form() -> None:
    assert of("en").noise["report"] == "noun"
    assert ("report", "infinitive") in readings("en", "report")


@pytest.mark.parametrize("form", ["said", "hit", "left", "announced", "landed"])
def test_a_past_form_of_news_is_never_noise(form: str) -> None:
    assert form not in of("en").noise


@pytest.mark.parametrize(
    ("code", "word", "phase"),
    [
        ("nl", "versoepeling", "ease"),
        ("nl", "grensheropening", "open"),
        ("en", "closure", "close"),
        ("en", "border-opening", "open"),
    ],
)
def test_an_event_noun_has_a_phase(code: str, word: str, phase: str) -> None:
    assert of(code).noun_phase(word) == phase


def test_a_word_that_only_ends_like_an_event_noun_has_no_phase() -> None:
    assert of("nl").noun_phase("grenssluiting") == "close"
    assert of("nl").noun_phase("treinaansluiting") == of("nl").noun_phase("aansluiting") == ""
    assert of("nl").noun_phase("migratie") == ""


def test_a_word_without_a_phase_has_none() -> None:
    assert of("nl").noun_phase("stoel") == ""
    assert of("en").noun_phase("chair") == ""


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"verbs": {"verb": {"go": "go goes | went"}}}, ["verbs.toml", "go", "present forms"]),
        ({"verbs": {"verb": {}, "separable": {"ongo": ["on", "go"]}}}, ["verbs.toml", "ongo", "[verb]"]),
        ({"verbs": {"verb": {}, "noise": {"noun": ["gone"]}}}, ["verbs.toml", "noise", "gone"]),
        ({"phases": {"phase": {"start": {"verbs": ["leave"], "nouns": []}}}}, ["phases.toml", "leave", "lemmas"]),
        ({"phases": {"phase": {"start": {"verbs": ["go"]}}}}, ["phases.toml", "start", "nouns"]),
        ({"concepts": {"concept": {"car": ["Car"]}}}, ["concepts.toml", "car", "lower-case"]),
        ({"concepts": {"concept": {}, "heads": {"car": ["auto"]}}}, ["concepts.toml", "car", "[concept]"]),
        ({"concepts": {"concept": {"car": []}, "heads": {"car": ["car"]}}}, ["concepts.toml", "car", "4 letters"]),
        ({"concepts": {"concept": {"car": []}, "verbs": {"car": ["drive"]}}}, ["concepts.toml", "drive", "lemma"]),
    ],
)
def test_a_wrong_table_is_refused_by_file_entry_and_expectation(files: dict[str, Any], names: list[str]) -> None:
    with pytest.raises(BadLanguageData) as error:
        lexicon.compiled(toy(**files))
    assert [name for name in ["lang/toy", *names] if name not in str(error.value)] == []


def test_a_word_cannot_have_two_phases() -> None:
    twice = {name: {"verbs": ["go"], "nouns": []} for name in ("start", "stop")}
    with pytest.raises(BadLanguageData, match="one phase"):
        lexicon.compiled(toy(phases={"phase": twice}))


def test_a_language_without_tables_has_an_empty_lexicon() -> None:
    empty = lexicon.compiled(Language("none", {}))
    assert not empty.verb_forms
    assert empty.concepts_of(["anything"]) == ()


def test_figures_are_measured_in_the_same_units_in_every_language() -> None:
    units = [set(lang.load(code).table("quantities")["units"]) for code in CODES]
    assert units[0]
    assert all(found == units[0] for found in units)


def test_a_unit_is_the_same_in_whatever_words_it_is_told() -> None:
    said = {"en": "It cost 3 million euros.", "nl": "Het kostte 3 miljoen euro.", "de": "Es kostete 3 Millionen Euro."}
    found = [analyse(Article("a", text, lang=code)).reading.claims[0].quantities[0] for code, text in said.items()]
    assert {(q.value, q.unit) for q in found} == {(3_000_000.0, "euro")}


def test_people_who_are_not_said_to_be_anything_are_counted_as_one_thing() -> None:
    words = {"en": "people", "nl": "mensen", "de": "Menschen"}
    assert {counted(word, code) for code, word in words.items()} == {"person"}
    assert counted("passengers", "en") == counted("Passagiere", "de") == "passenger"
