"""The regions right below a country, in every language."""

from __future__ import annotations

import re

import pytest

from dateline import lang
from dateline.entities import link, mention
from dateline.entities.lexicon import lexicon
from dateline.entities.regions import by_entity, regions
from dateline.model import Article, Part, Reading, Sentence


def reading(name: str, text: str, code: str) -> Reading:
    """A reading of a text whose sentences stand one a line, by rules alone."""
    article = Article(id=name, text=text, lang=code)
    sentences = tuple(
        Sentence(m.start(), m.end(), Part.SENTENCE, n) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    return Reading(article, sentences, (), mention(article, sentences, lang.load(code)))


def entities(code: str, text: str) -> dict[str, str]:
    return {m.span.quote: m.entity for m in reading("a", text, code).mentions}


@pytest.mark.parametrize(
    ("entity", "names"),
    [
        ("place-DE-NI", {"nl": "Nedersaksen", "en": "Lower Saxony", "de": "Niedersachsen"}),
        ("place-DE-NW", {"nl": "Noordrijn-Westfalen", "en": "North Rhine-Westphalia", "de": "Nordrhein-Westfalen"}),
        ("place-bavaria", {"nl": "Beieren", "en": "Bavaria", "de": "Bayern"}),
        ("place-gelderland", {"nl": "Gelderland", "en": "Gelderland", "de": "Gelderland"}),
        ("place-noord-brabant", {"nl": "Noord-Brabant", "en": "North Brabant", "de": "Nordbrabant"}),
        ("place-BE-VWV", {"nl": "West-Vlaanderen", "en": "West Flanders", "de": "Westflandern"}),
        ("place-AT-2", {"nl": "Karinthië", "en": "Carinthia", "de": "Kärnten"}),
        ("place-TJ-KT", {"nl": "Khatlon", "en": "Khatlon", "de": "Chatlon"}),
        ("place-AF-NAN", {"nl": "Nangarhar", "en": "Nangarhar", "de": "Nangarhar"}),
    ],
)  # fmt: skip
def test_a_region_is_one_thing_in_every_language(entity: str, names: dict[str, str]) -> None:
    sentences = {"nl": "De dijk in {} hield stand.", "en": "The dyke in {} held.", "de": "Der Deich in {} hielt stand."}
    assert {entities(code, sentences[code].format(n))[n] for code, n in names.items()} == {entity}


def test_a_region_has_its_code_its_country_and_its_names() -> None:
    _, (only,), _ = link((reading("a", "The dyke in Lower Saxony held.", "en"),))
    assert (only.identifiers, only.within) == ((("iso3166-2", "DE-NI"),), ("place-DE",))
    assert dict(only.names)["nl"] == "Nedersaksen"


def test_a_region_is_no_adjective_on_another_region() -> None:
    assert entities("en", "Rain fell in Lower Saxony.") == {"Lower Saxony": "place-DE-NI"}
    assert entities("nl", "Het regende in Opper-Oostenrijk.") == {"Opper-Oostenrijk": "place-AT-4"}


def test_the_people_and_things_of_a_region_are_its_demonyms() -> None:
    assert entities("nl", "De Drentse bossen zijn droog.") == {"Drentse": "place-drenthe"}
    assert entities("de", "Die steirischen Wälder sind trocken.") == {"steirischen": "place-AT-6"}


def test_a_city_keeps_a_name_that_a_region_has_too() -> None:
    assert entities("en", "She flew to Salzburg.")["Salzburg"].startswith("place-gn")
    assert entities("nl", "Ze reed naar Luik.")["Luik"].startswith("place-gn")
    assert entities("de", "Sie fuhr nach Bremen.")["Bremen"].startswith("place-gn")


def test_a_regions_name_that_is_a_word_too_is_one_only_where_the_text_says_so() -> None:
    assert entities("en", "They swam in Lakes state.") == {"Lakes": "place-SS-LK"}
    assert "Lakes" not in entities("en", "Lakes froze over and rivers rose.")
    assert "Marken" not in entities("de", "Die Marken werden teurer.")


@pytest.mark.parametrize("code", lang.available())
def test_every_region_of_the_index_is_found_by_its_names(code: str) -> None:
    words = lexicon(lang.load(code))
    missing = [
        name
        for region in regions().values()
        for name in region.names.get(code, ())
        if name not in words.rules.never
        and not words.forms.of(re.sub(r"\W+", " ", name.lower()).strip())
        and name.isascii()
    ]
    assert missing == []


def test_no_region_has_the_id_of_another() -> None:
    assert len(by_entity()) == len(regions())
