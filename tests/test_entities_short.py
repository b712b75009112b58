"""Short forms: of an organisation between articles, and of names within one."""

from __future__ import annotations

import re

import pytest

from dateline import lang
from dateline.entities import link, mention
from dateline.model import Article, Judgement, Mention, Part, Reading, Sentence
from dateline.ports import FoundName


def reading(name: str, text: str, code: str, **read: str) -> Reading:
    """A reading of a text whose sentences stand one a line. `read`: kinds and, with _ for a blank, what a trained reader
    takes for names of that kind.
    """
    article = Article(id=name, text=text, lang=code)
    sentences = tuple(
        Sentence(m.start(), m.end(), Part.SENTENCE, n) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    names = [
        FoundName(m.start(), m.end(), kind, demonym=False)
        for kind, words in read.items()
        for word in words.split()
        for m in re.finditer(re.escape(word.replace("_", " ")), text)
    ]
    return Reading(article, sentences, (), mention(article, sentences, lang.load(code), names if read else None))


def ids(*readings: Reading) -> dict[str, str]:
    """By name in the text its entity, after linking."""
    return {m.span.quote: m.entity for r in link(readings)[0] for m in r.mentions}


def found(only: Reading) -> dict[str, Mention]:
    return {m.span.quote: m for m in only.mentions}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (
            ("en", "The Solvik Shipping office in Oslo closed.", "Solvik_Shipping"),
            ("nl", "In Oslo zegt Solvik dat het kantoor dicht blijft.", "Solvik"),
        ),
        (
            ("nl", "Het kantoor van Veltra Logistics in Antwerpen gaat dicht.", "Veltra_Logistics"),
            ("de", "Von Antwerpen aus fährt Veltra nicht mehr.", "Veltra"),
        ),
        (
            ("de", "In Kiel schließt die Brandau Werft.", "Brandau_Werft"),
            ("en", "In Kiel, workers at Brandau went home.", "Brandau"),
        ),
    ],
)
def test_a_firm_by_its_first_word_elsewhere_is_the_firm(
    full: tuple[str, str, str], short: tuple[str, str, str]
) -> None:
    linked = ids(reading("a", full[1], full[0], ORG=full[2]), reading("b", short[1], short[0], ORG=short[2]))
    assert linked[full[2].replace("_", " ")] == linked[short[2]]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (
            (
                "en",
                "The Solvik Shipping office in Oslo closed. Solvik said nobody was sacked.",
                "Solvik_Shipping Solvik",
            ),
            ("nl", "Solvik heeft in Oslo een kantoor gesloten.", "Solvik"),
        ),
        (
            ("nl", "Veltra Logistics verlaat Antwerpen. Volgens Veltra is de huur te hoog.", "Veltra_Logistics Veltra"),
            ("de", "In Antwerpen schließt Veltra ein Lager.", "Veltra"),
        ),
        (
            ("de", "Die Brandau Werft in Kiel schließt. Brandau nennt keinen Grund.", "Brandau_Werft Brandau"),
            ("en", "In Kiel, workers at Brandau went home.", "Brandau"),
        ),
    ],
)
def test_a_firm_whose_own_article_shortens_its_name_too_is_the_firm(
    full: tuple[str, str, str], short: tuple[str, str, str]
) -> None:
    one, other = reading("a", full[1], full[0], ORG=full[2]), reading("b", short[1], short[0], ORG=short[2])
    linked = {m.entity for r in link((one, other))[0] for m in r.mentions if m.kind == "ORG"}
    assert len(linked) == 1


def test_a_ship_named_after_its_firm_is_not_the_firm_and_bars_nothing() -> None:
    linked = ids(
        reading("a", "The Solvik Shipping office in Oslo closed.", "en", ORG="Solvik_Shipping"),
        reading("b", "In Oslo the Solvik Dawn was towed away.", "en", MISC="Solvik_Dawn"),
        reading("c", "In Oslo zegt Solvik dat het kantoor dicht blijft.", "nl", ORG="Solvik"),
    )
    assert linked["Solvik"] == linked["Solvik Shipping"] != linked["Solvik Dawn"]


def test_a_first_word_of_two_firms_is_unsure() -> None:
    readings = (
        reading("a", "The Solvik Shipping office in Oslo closed.", "en", ORG="Solvik_Shipping"),
        reading("b", "The Solvik Insurance office in Oslo stayed open.", "en", ORG="Solvik_Insurance"),
        reading("c", "In Oslo zegt Solvik dat het kantoor dicht blijft.", "nl", ORG="Solvik"),
    )
    linked = ids(*readings)
    assert len({linked[n] for n in ("Solvik", "Solvik Shipping", "Solvik Insurance")}) == 3
    unsure = {(x.left.quote, x.right.quote) for x in link(readings)[2] if x.judgement is Judgement.UNSURE}
    assert unsure == {("Solvik", "Solvik Shipping"), ("Solvik", "Solvik Insurance")}


@pytest.mark.parametrize(
    ("full", "name", "text", "short"),
    [
        (
            "The Harvest Bank in Oslo closed.",
            "Harvest_Bank",
            "In Oslo the harvest began. Harvest time is short.",
            "Harvest",
        ),
        ("The Royal Shipping office in Oslo closed.", "Royal_Shipping", "In Oslo the Royal opened its doors.", "Royal"),
        ("The Solvik Council in Oslo met.", "Solvik_Council", "In Oslo people spoke of Solvik.", "Solvik"),
    ],
)
def test_a_plain_word_or_the_first_of_an_office_is_no_firm(full: str, name: str, text: str, short: str) -> None:
    linked = ids(reading("a", full, "en", ORG=name), reading("b", text, "en", ORG=short))
    assert linked.get(short) != linked[name.replace("_", " ")]


def test_a_village_or_a_person_of_a_firms_first_word_is_not_the_firm() -> None:
    linked = ids(
        reading("a", "The Solvik Shipping office in Oslo closed.", "en", ORG="Solvik_Shipping"),
        reading("b", "In Oslo woont mevrouw Solvik al jaren.", "nl", PER="Solvik"),
    )
    assert linked["Solvik"] != linked["Solvik Shipping"]
    linked = ids(
        reading("a", "The Rostock Shipping office in Oslo closed.", "en", ORG="Bergen_Shipping"),
        reading("b", "Vanuit Oslo reed hij naar Rostock.", "nl"),
    )
    assert linked["Rostock"].startswith("place-")


@pytest.mark.parametrize(
    ("code", "text", "nominative", "genitive"),
    [
        ("de", "Sprecherin Anna Dreyling kam zu spät. Nur Dreylings Auto stand still.", "Dreyling", "Dreylings"),
        ("nl", "Woordvoerder Karel Verstraeten kwam laat. Dat was Verstraetens eigen keus.", "Verstraeten", "Verstraetens"),
    ],
)  # fmt: skip
def test_a_genitive_without_an_apostrophe_is_the_name(code: str, text: str, nominative: str, genitive: str) -> None:
    full = re.search(rf"[A-Z]\w+ {nominative}\b", text)
    assert full is not None
    names = found(reading("a", text, code, PER=full[0].replace(" ", "_"), LOC=genitive))
    assert (names[genitive].entity, names[genitive].kind) == (names[full[0]].entity, "PER")


def test_a_family_name_made_from_a_given_name_is_no_genitive() -> None:
    text = "Burgemeester Willem kwam laat. Daarna sprak mevrouw Willems."
    names = found(reading("a", text, "nl", PER="Willem Willems"))
    assert names["Willem"].entity != names["Willems"].entity


@pytest.mark.parametrize(
    ("code", "text", "name", "acronym"),
    [
        ("nl", "De Belgische Spoor- en Tramautoriteit (BSTA) sloot. De BSTA wacht.", "Spoor- en Tramautoriteit", "BSTA"),
        ("en", "The Norwegian Road Inspectorate (NRI) closed it. The NRI will wait.", "Road Inspectorate", "NRI"),
    ],
)  # fmt: skip
def test_an_acronym_may_start_with_the_demonym_before_the_name(code: str, text: str, name: str, acronym: str) -> None:
    names = found(reading("a", text, code, ORG=f"{name.replace(' ', '_')} {acronym}"))
    assert names[acronym].entity == names[name].entity


def test_a_firm_with_the_word_for_what_it_is_before_its_name_is_the_firm() -> None:
    text = "Die Emder Reederei Nordsegel fährt weiter. Das sagte Nordsegel am Abend."
    article = Article(id="a", text=text, lang="de")
    at = text.rindex("Nordsegel")
    names = [FoundName(4, 28, "ORG", demonym=False), FoundName(at, at + len("Nordsegel"), "ORG", demonym=False)]
    sentences = (Sentence(0, 42, Part.SENTENCE, 0), Sentence(43, len(text), Part.SENTENCE, 0))
    told = mention(article, sentences, lang.load("de"), names)
    firms = [m for m in told if "Nordsegel" in m.span.quote]
    assert [m.span.quote for m in firms] == ["Emder Reederei Nordsegel", "Nordsegel"]
    assert len({m.entity for m in firms}) == 1


def test_an_institute_tied_by_hyphens_to_a_given_name_is_no_person() -> None:
    names = found(reading("a", "Das Ludwig-Brehm-Institut zählte die Vögel.", "de", ORG="Ludwig-Brehm-Institut"))
    assert names["Ludwig-Brehm-Institut"].kind == "ORG"


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("nl", "Gestrande reizigers kregen koffie. De gestrande reizigers sliepen daar.", "Gestrande"),
        ("en", "Stranded travellers were given coffee. The stranded travellers slept there.", "Stranded"),
        ("de", "Von Berta Lohmann.", "Von"),
    ],
)
def test_a_plain_word_that_the_reader_takes_for_a_name_is_none(code: str, text: str, word: str) -> None:
    article = Article(id="a", text=text, lang=code)
    read = [FoundName(0, len(word), "PER", demonym=False)]
    sentences = (Sentence(0, len(text), Part.SENTENCE, 0),)
    assert word not in {m.span.quote for m in mention(article, sentences, lang.load(code), read)}


def test_a_small_place_before_a_noun_of_areas_is_a_place() -> None:
    names = found(reading("a", "The Naryn region was cut off.", "en"))
    assert names["Naryn"].entity == "place-gn1527592"


def test_a_small_place_the_reader_knows_is_one_where_its_country_is_named() -> None:
    told = found(reading("a", "Kyrgyzstan closed the road. Naryn was cut off.", "en", LOC="Naryn"))
    assert told["Naryn"].entity == "place-gn1527592"
    untold = found(reading("a", "Peru closed the road. It said Naryn was cut off.", "en", LOC="Naryn"))
    assert (untold["Naryn"].kind, untold["Naryn"].entity[:5]) == ("LOC", "name-")


def test_the_field_of_a_dutch_minister_is_his_ministry_and_no_part_of_his_name() -> None:
    names = found(reading("a", "De Letse minister van Defensie Andris Ozols zweeg.", "nl"))
    assert names["Defensie"].entity == "org-LV-defence-ministry"
    assert names["Andris Ozols"].kind == "PER"


@pytest.mark.parametrize(
    ("code", "text", "place", "office"),
    [
        (
            "en",
            "The ship sank off Harle, the Harle Coast Guard said. The harbour of Harle was closed.",
            "Harle",
            "Harle_Coast_Guard",
        ),
        ("en", "The Perrin Council met at noon. Houses in Perrin were flooded.", "Perrin", "Perrin_Council"),
        (
            "nl",
            "Voor de kust van Harle zonk een schip, zei de Harle Kustwacht. In Harle keken mensen toe.",
            "Harle",
            "Harle_Kustwacht",
        ),
        (
            "de",
            "Vor der Küste von Perrin sank ein Schiff, teilte die Perrin Behörde mit.",
            "Perrin",
            "Perrin_Behörde",
        ),
    ],
)
def test_a_place_is_not_the_office_that_is_named_after_it(code: str, text: str, place: str, office: str) -> None:
    only = reading("a", text, code, ORG=office, LOC=place)
    read = [m for m in only.mentions if m.span.quote == place]
    assert read
    assert found(only)[office.replace("_", " ")].entity not in {m.entity for m in read}


def test_a_firm_after_a_preposition_of_place_stays_the_firm() -> None:
    linked = found(reading("a", "Shares in Solvik fell. The Solvik Shipping office closed.", "en"))
    assert linked["Solvik"].entity == linked["Solvik Shipping"].entity
