"""Entities across articles and languages."""

from __future__ import annotations

import re

from dateline import lang
from dateline.entities import link, mention
from dateline.ids import digest
from dateline.model import (
    Article,
    Claim,
    Entity,
    Judgement,
    Kind,
    Link,
    Mention,
    Part,
    Participant,
    Reading,
    Sentence,
    Span,
    Status,
)


def reading(name: str, text: str, code: str) -> Reading:
    """A reading of a text whose sentences stand one a line."""
    article = Article(id=name, text=text, lang=code)
    sentences = tuple(
        Sentence(m.start(), m.end(), Part.SENTENCE, n) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    return Reading(article, sentences, (), mention(article, sentences, lang.load(code)))


def ids(result: Reading) -> dict[str, str]:
    return {m.span.quote: m.entity for m in result.mentions}


def by_id(entities: tuple[Entity, ...]) -> dict[str, Entity]:
    return {e.id: e for e in entities}


def name(entity: Entity, code: str) -> str:
    """The name to show in a language: the first."""
    return next(n for c, n in entity.names if c == code)


def judged(links: tuple[Link, ...], judgement: Judgement) -> set[tuple[str, str]]:
    return {(x.left.quote, x.right.quote) for x in links if x.judgement is judgement}


def test_a_city_has_one_id_and_its_names_in_both_languages() -> None:
    dutch = reading("a", "Ze vloog van Peking naar Wenen.", "nl")
    english = reading("b", "She flew from Beijing to Vienna.", "en")
    _, entities, links = link((dutch, english))
    beijing = by_id(entities)["place-gn1816670"]
    assert (name(beijing, "nl"), name(beijing, "en")) == ("Peking", "Beijing")
    assert beijing.identifiers == (("geonames", "1816670"),)
    assert beijing.within == ("place-CN",)
    assert ("Peking", "Beijing") in judged(links, Judgement.SAME)


def test_a_country_has_its_iso_code_and_names_of_every_language() -> None:
    _, (only,), _ = link((reading("a", "Ze komt uit Letland.", "nl"),))
    assert (only.id, only.identifiers) == ("place-LV", (("iso3166", "LV"),))
    assert (name(only, "nl"), name(only, "en")) == ("Letland", "Latvia")


def test_a_body_of_a_country_is_named_after_it_in_every_language() -> None:
    _, entities, _ = link((reading("a", "The Latvian Foreign Ministry spoke.", "en"),))
    ministry = by_id(entities)["org-LV-foreign-ministry"]
    assert name(ministry, "nl") == "ministerie van Buitenlandse Zaken van Letland"
    assert ministry.within == ("place-LV",)


def test_an_unknown_name_is_one_entity_across_languages_and_spellings() -> None:
    dutch = reading("a", "Dat zei woordvoerder José Ozolá.", "nl")
    english = reading("b", "This was said by spokesman Jose Ozola.", "en")
    _, (only,), links = link((dutch, english))
    assert set(only.names) == {("en", "Jose Ozola"), ("nl", "José Ozolá")}
    assert judged(links, Judgement.SAME) == {("José Ozolá", "Jose Ozola")}


def test_a_thing_named_after_a_city_lies_in_it() -> None:
    _, entities, _ = link((reading("a", "She ran the Riga Harbour Marathon.", "en"),))
    (marathon,) = (e for e in entities if e.id.startswith("name-"))
    assert marathon.within == ("place-gn456172",)


def test_an_acronym_explained_in_one_article_is_understood_in_another() -> None:
    told = reading("a", "The Baltic Ferry Authority (BFA) was fined.", "en")
    bare = reading("b", "A spokesman of the BFA said no.", "en")
    results, _, _ = link((told, bare))
    assert ids(results[1])["BFA"] == ids(results[0])["Baltic Ferry Authority"]


def test_an_acronym_with_two_meanings_is_not_merged() -> None:
    ferry = reading("a", "The Baltic Ferry Authority (BFA) was fined.", "en")
    film = reading("b", "The Belgian Film Academy (BFA) met.\nThe National Breton Film Academy was there.", "en")
    other = reading("c", "The Breton Film Academy (BFA) met.", "en")
    bare = reading("d", "A spokesman of the BFA said no.", "en")
    results, _, links = link((ferry, film, other, bare))
    assert ids(results[3])["BFA"] == ids(bare)["BFA"]
    assert any(left == "BFA" for left, _ in judged(links, Judgement.UNSURE))


def test_a_bare_last_name_in_another_article_is_unsure_and_not_merged() -> None:
    full = reading("a", "Spokeswoman Ilze Ozola spoke.", "en")
    bare = reading("b", "Ms Ozola spoke.", "en")
    results, _, links = link((full, bare))
    assert ids(results[1])["Ozola"] != ids(results[0])["Ilze Ozola"]
    assert judged(links, Judgement.UNSURE) == {("Ozola", "Ilze Ozola")}


def test_a_bare_last_name_two_people_bear_is_kept_by_article() -> None:
    first = reading("a", "Spokeswoman Ilze Ozola spoke.", "en")
    second = reading("b", "Spokesman Juris Ozola spoke.", "en")
    results, _, _ = link((first, second, reading("c", "Ms Ozola spoke.", "en"), reading("d", "Mr Ozola spoke.", "en")))
    assert ids(results[2])["Ozola"] != ids(results[3])["Ozola"]


def test_one_name_for_two_places_is_different() -> None:
    country = reading("a", "Georgia won in Tbilisi.", "en")
    state = reading("b", "The storm hit Florida and Georgia.", "en")
    _, entities, links = link((country, state))
    assert {"place-GE", "place-gn4197000"} <= set(by_id(entities))
    assert judged(links, Judgement.DIFFERENT) == {("Georgia", "Georgia")}


def test_claims_follow_an_id_that_changes() -> None:
    told = reading("a", "The Baltic Ferry Authority (BFA) was fined.", "en")
    bare = reading("b", "A spokesman of the BFA said no.", "en")
    (only,) = (m for m in bare.mentions if m.span.quote == "BFA")
    part = Participant("agent", "BFA", only.span, only.entity)
    claim = Claim(
        "c-1", Span("b", 0, 5, "A spo"), "en", Kind.REPORT, "say", Status.HAPPENED,
        places=(only.entity,), participants=(part,),
    )  # fmt: skip
    results, _, _ = link((told, Reading(bare.article, bare.sentences, (), bare.mentions, (claim,))))
    entity = ids(results[0])["BFA"]
    (moved,) = results[1].claims
    assert (moved.places, moved.participants[0].entity) == ((entity,), entity)
    assert only.entity == digest("name", "bfa") != entity


def test_the_order_of_the_readings_changes_nothing() -> None:
    readings = (
        reading("a", "The Baltic Ferry Authority (BFA) was fined in Riga.", "en"),
        reading("b", "De BFA zei niets in Peking.", "nl"),
        reading("c", "Ms Ozola of the BFA flew to Beijing.", "en"),
    )
    forward, backward = link(readings), link(readings[::-1])
    assert forward[1:] == backward[1:]
    assert forward[0] == backward[0][::-1]


def test_mentions_without_an_entity_make_none() -> None:
    article = Article(id="a", text="Georgia", lang="en")
    open_one = Mention(Span("a", 0, 7, "Georgia"), "LOC")
    results, entities, links = link((Reading(article, (), (), (open_one,)),))
    assert (results[0].mentions, entities, links) == ((open_one,), (), ())
