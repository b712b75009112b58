"""One foreign name in the spellings of several languages."""

from __future__ import annotations

import re

import pytest

from dateline import lang
from dateline.entities import link, mention
from dateline.entities.spelling import skeleton
from dateline.entities.tokens import key
from dateline.entities.variants import WRITTEN
from dateline.model import Article, Judgement, Link, Part, Reading, Sentence
from dateline.ports import FoundName


def reading(name: str, text: str, code: str, **places: str) -> Reading:
    """A reading of a text whose sentences stand one a line. `places`: what a trained reader takes for places."""
    article = Article(id=name, text=text, lang=code)
    sentences = tuple(
        Sentence(m.start(), m.end(), Part.SENTENCE, n) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    read = [FoundName(text.index(p), text.index(p) + len(p), "LOC", demonym=False) for p in places.values()]
    return Reading(article, sentences, (), mention(article, sentences, lang.load(code), read or None))


def entities(readings: tuple[Reading, ...]) -> dict[str, str]:
    """By name in the text its entity, after linking."""
    return {m.span.quote: m.entity for r in link(readings)[0] for m in r.mentions}


def links(readings: tuple[Reading, ...], judgement: Judgement) -> list[Link]:
    """The judgements of one sort between names that are written differently."""
    return [x for x in link(readings)[2] if x.judgement is judgement and x.left.quote != x.right.quote]


@pytest.mark.parametrize(
    ("english", "german", "dutch"),
    [
        ("Khrushchev", "Chruschtschow", "Chroesjtsjov"),
        ("Gorbachev", "Gorbatschow", "Gorbatsjov"),
        ("Shchyolkovo", "Schtschjolkowo", "Sjtsjolkovo"),
        ("Tsvetkov", "Zwetkow", "Tsvetkov"),
        ("Yemelyanov", "Jemeljanow", "Jemeljanov"),
        ("Vasilyev", "Wassiljew", "Vasiljev"),
        ("Dmitriyev", "Dmitrijew", "Dmitriejev"),
        ("Zhumagulov", "Schumagulow", "Zjoemagoelov"),
        ("Jurayev", "Dschurajew", "Dzjoerajev"),
        ("Khoroshenko", "Choroschenko", "Chorosjenko"),
        ("Akhmadov", "Achmadow", "Achmadov"),
        ("Rashid Mahjoub", "Raschid Mahdschub", "Rasjied Mahdzjoeb"),
        ("Nouri Jabari", "Nuri Dschabari", "Noeri Djabari"),
        ("Vyatskiy", "Wjatski", "Vjatski"),
    ],
)
def test_a_name_sounds_alike_by_the_letters_of_each_language(english: str, german: str, dutch: str) -> None:
    spelt = {skeleton(key(n), lang.load(c)) for n, c in ((english, "en"), (german, "de"), (dutch, "nl"))}
    assert len(spelt) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Petrov", "en"), ("Petrowa", "de")),
        (("Ivanova", "en"), ("Iwanow", "de")),
        (("Iran", "en"), ("Irak", "de")),
        (("Mali", "en"), ("Malawi", "nl")),
        (("Kuznetsov", "en"), ("Kusnezowa", "de")),
        (("Jansen", "nl"), ("Janssen", "de")),
        (("Meijer", "nl"), ("Meier", "de")),
        (("Meyer", "en"), ("Meier", "de")),
        (("Visser", "nl"), ("Wisser", "de")),
        (("Peeters", "nl"), ("Peters", "de")),
        (("Schroeder", "en"), ("Schröder", "de")),
        (("Niger", "en"), ("Nigeria", "nl")),
    ],
)
def test_names_that_only_look_alike_sound_different(left: tuple[str, str], right: tuple[str, str]) -> None:
    assert skeleton(key(left[0]), lang.load(left[1])) != skeleton(key(right[0]), lang.load(right[1]))


def test_a_man_is_one_in_three_spellings_and_the_link_says_why() -> None:
    readings = (
        reading("a", "President Shukhrat Jurayev flew to Tashkent. Jurayev stayed for a day.", "en"),
        reading("b", "Präsident Schuchrat Dschurajew flog nach Taschkent.", "de"),
        reading("c", "President Sjoechrat Dzjoerajev vloog naar Tasjkent. Dzjoerajev bleef een dag.", "nl"),
    )
    found = entities(readings)
    men = ("Shukhrat Jurayev", "Jurayev", "Schuchrat Dschurajew", "Sjoechrat Dzjoerajev", "Dzjoerajev")
    assert len({found[m] for m in men}) == 1
    assert {x.reasons for x in links(readings, Judgement.SAME) if "Jurayev" in x.left.quote} == {(WRITTEN,)}


def test_a_place_no_table_knows_is_one_in_two_spellings() -> None:
    readings = (
        reading("a", "The bridge near Zhangi-Dzhol in Kyrgyzstan was closed.", "en"),
        reading(
            "b", "Die Brücke bei dem Dorf Schangi-Dschol in Kirgistan wurde gesperrt.", "de", place="Schangi-Dschol"
        ),
    )
    found = entities(readings)
    assert found["Zhangi-Dzhol"] == found["Schangi-Dschol"]


def test_a_dutch_paper_may_write_a_name_as_english_does() -> None:
    readings = (
        reading("a", "Minister Ruslan Zhaparov sprak in Astana.", "nl"),
        reading("b", "Minister Ruslan Schaparow sprach in Astana.", "de"),
    )
    found = entities(readings)
    assert found["Ruslan Zhaparov"] == found["Ruslan Schaparow"]


def test_a_man_and_a_woman_of_one_family_stay_two() -> None:
    readings = (
        reading("a", "President Oleg Zhukov spoke in Minsk.", "en"),
        reading("b", "Präsidentin Olga Schukowa sprach in Minsk.", "de"),
        reading("c", "President Pavel Petrov spoke in Minsk with Marina Petrova.", "en"),
        reading("d", "Präsidentin Petrowa sprach in Minsk.", "de"),
    )
    found = entities(readings)
    assert len({found[n] for n in ("Oleg Zhukov", "Olga Schukowa", "Pavel Petrov", "Petrowa")}) == 4
    assert not links(readings, Judgement.SAME)


def test_two_names_that_one_article_holds_side_by_side_stay_two() -> None:
    readings = (
        reading("a", "Minister Ruslan Zhaparov met minister Ruslan Schaparow in Astana.", "en"),
        reading("b", "Minister Ruslan Schaparow sprach in Astana.", "de"),
    )
    found = entities(readings)
    assert found["Ruslan Zhaparov"] != found["Ruslan Schaparow"]


def test_articles_with_nothing_in_common_do_not_make_one_name_of_two_spellings() -> None:
    readings = (
        reading("a", "Minister Ruslan Zhaparov spoke in Lima.", "en"),
        reading("b", "Minister Ruslan Schaparow sprach in Oslo.", "de"),
    )
    found = entities(readings)
    assert found["Ruslan Zhaparov"] != found["Ruslan Schaparow"]


def test_a_man_and_a_village_of_one_sound_stay_two() -> None:
    readings = (
        reading("a", "Minister Zhaparov spoke in Astana.", "en"),
        reading("b", "Das Dorf Schaparow bei Astana wurde geräumt.", "de", place="Schaparow"),
    )
    found = entities(readings)
    assert found["Zhaparov"] != found["Schaparow"]


def test_a_name_of_two_words_is_one_though_it_was_taken_for_a_man_and_a_village() -> None:
    readings = (
        reading("a", "Minister Shuhada al-Wadi spoke in Sanaa.", "en"),
        reading("b", "Der Damm bei Schuhada al-Wadi nahe Sanaa brach.", "de", place="Schuhada al-Wadi"),
    )
    found = entities(readings)
    assert found["Shuhada al-Wadi"] == found["Schuhada al-Wadi"]


def test_countries_of_nearly_one_name_stay_two() -> None:
    readings = (
        reading("a", "She flew from Iran to Mali and on to Georgia.", "en"),
        reading("b", "Sie flog aus dem Irak nach Malawi.", "de"),
    )
    found = entities(readings)
    assert [found[n] for n in ("Iran", "Irak", "Mali", "Malawi")] == ["place-IR", "place-IQ", "place-ML", "place-MW"]
    assert not links(readings, Judgement.SAME)
    assert not links(readings, Judgement.UNSURE)


def test_the_same_consonants_with_other_vowels_are_unsure_and_never_joined() -> None:
    readings = (
        reading("a", "Minister Mohammed Youssef spoke in Cairo.", "en"),
        reading("b", "Minister Muhammed Jussef sprach in Kairo.", "de"),
    )
    found = entities(readings)
    assert found["Mohammed Youssef"] != found["Muhammed Jussef"]
    (doubt,) = links(readings, Judgement.UNSURE)
    assert {doubt.left.quote, doubt.right.quote} == {"Mohammed Youssef", "Muhammed Jussef"}


def test_the_order_of_the_articles_changes_no_spelling() -> None:
    readings = (
        reading("a", "President Shukhrat Jurayev flew to Tashkent.", "en"),
        reading("b", "Präsident Schuchrat Dschurajew flog nach Taschkent.", "de"),
        reading("c", "President Sjoechrat Dzjoerajev vloog naar Tasjkent.", "nl"),
    )
    assert entities(readings) == entities(readings[::-1])
