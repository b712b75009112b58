"""What the domains of news speak of has one topic and one change in every language."""

from __future__ import annotations

import pytest

from dateline import edtf, lang
from dateline.analysis import analyse
from dateline.claims import lexicon
from dateline.model import Article, Claim

CODES = ("en", "nl", "de")


def first(code: str, text: str) -> Claim:
    """The first claim of a sentence printed on a Wednesday."""
    return analyse(Article("a-test", text, lang=code, published=edtf.read("2024-05-15"))).reading.claims[0]


def topics(code: str, words: str) -> set[str]:
    """The topics of a few words."""
    return {topic for topic, _, _ in lexicon.compiled(lang.load(code)).concepts_of(words.lower().split())}


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("strike", ("a third day of stoppage", "een stakingsbreker", "die Streikenden")),
        ("strike", ("they laid down tools", "zij hadden het werk neergelegd", "der Ausstand")),
        ("collective-agreement", ("a wage offer", "het loonbod", "ein Lohnangebot")),
        ("wage", ("a signing bonus", "een tekenbonus", "eine Einmalzahlung")),
        ("employer", ("the employers", "de werkgevers", "die Arbeitgeber")),
        ("worker", ("the dockers", "de havenarbeiders", "die Hafenarbeiter")),
        ("verdict", ("the judgment", "het arrest", "der Richterspruch")),
        ("verdict", ("declared unlawful", "onwettig verklaard", "für rechtswidrig erklärt")),
        ("appeal", ("she appealed against it", "zij ging in beroep", "ihre Berufung")),
        ("court", ("the supreme court", "het hooggerechtshof", "das Berufungsgericht")),
        ("prison", ("two years in prison", "twee jaar cel", "eine Haftstrafe")),
        ("election", ("the ballot boxes", "de stembussen", "die Wahlurnen")),
        ("election", ("the second round of voting", "de tweede stemronde", "der zweite Wahlgang")),
        ("vote-count", ("the partial recount", "de hertelling", "die Nachzählung")),
        ("swearing-in", ("the presidential inauguration", "de inauguratie", "die Amtseinführung")),
        ("protest", ("a sit-in", "een sit-in", "eine Sitzblockade")),
        ("blockade", ("the barricades", "de barricades", "die Barrikaden")),
        ("recall", ("the recall", "de terugroepactie", "der Rückruf")),
        ("side-effect", ("side effects", "bijwerkingen", "Nebenwirkungen")),
        ("missing", ("the missing", "de vermisten", "die Vermissten")),
        ("body", ("two bodies", "twee lichamen", "zwei Leichen")),
        ("salvage", ("the salvage", "de berging", "die Bergung")),
        ("station", ("the bus station", "het busstation", "der Busbahnhof")),
        ("ship", ("the shadow fleet", "de schaduwvloot", "die Schattenflotte")),
        ("coast-guard", ("the coastguard", "de kustwacht", "die Küstenwache")),
        ("fee", ("a levy", "een heffing", "eine Abgabe")),
        ("metal", ("a tonne of copper", "een ton koper", "eine Tonne Kupfer")),
        ("mine", ("the copper mine", "de kopermijn", "die Kupfermine")),
        ("force-majeure", ("force majeure", "overmacht", "höhere Gewalt")),
        ("asset", ("frozen assets", "bevroren tegoeden", "eingefrorene Vermögenswerte")),
        ("relations", ("diplomatic ties", "diplomatieke betrekkingen", "diplomatische Beziehungen")),
        ("hack", ("ransomware", "gijzelsoftware", "Erpressersoftware")),
    ],
)
def test_a_thing_of_the_news_is_known_in_every_language(topic: str, words: tuple[str, str, str]) -> None:
    for code, told in zip(CODES, words, strict=True):
        assert topic in topics(code, told), told


@pytest.mark.parametrize(
    ("code", "words", "wrong"),
    [
        ("de", "höhere Gewalt", "violence"),
        ("en", "a tonne of copper", "rare-earth"),
        ("nl", "de stembussen", "bus"),
        ("nl", "een militaire overmacht", "force-majeure"),
        ("en", "he could not recall the number", "recall"),
        ("en", "she appealed for calm", "appeal"),
        ("en", "a landslide victory", "landslide"),
        ("de", "ein Erdrutschsieg", "landslide"),
        ("de", "der Autobauer", "farmer"),
        ("en", "the bus station", "bus"),
        ("nl", "de koper van het huis", "metal"),
        ("en", "three bodies", "death"),
    ],
)
def test_a_word_in_another_sense_has_no_topic(code: str, words: str, wrong: str) -> None:
    assert wrong not in topics(code, words)


@pytest.mark.parametrize(
    ("phase", "texts"),
    [
        (
            "stop",
            ("The talks collapsed on Friday.", "Het overleg mislukte vrijdag.", "Die Gespräche platzten am Freitag."),
        ),
        (
            "attend",
            ("Ten men turned up on Friday.", "Vrijdag kwamen tien man opdagen.", "Zehn Mann erschienen zur Arbeit."),
        ),
        ("sentence", ("He received a jail sentence.", "Hij kreeg een celstraf.", "Er erhielt eine Haftstrafe.")),
        ("sentence", ("She filed a lawsuit.", "Zij spande een rechtszaak aan.", "Sie reichte Klage ein.")),
        ("release", ("He was cleared of fraud.", "Hij werd vrijgesproken.", "Er wurde freigesprochen.")),
        (
            "ban",
            (
                "Judges declared it unlawful.",
                "Rechters verklaarden het onwettig.",
                "Richter erklärten ihn für illegal.",
            ),
        ),
        (
            "lift",
            ("Judges declared it void.", "Rechters verklaarden het nietig.", "Richter erklärten ihn für nichtig."),
        ),
        ("arrest", ("Police seized the cargo.", "De politie nam de lading in beslag.", "Zöllner beschlagnahmten sie.")),
        ("depart", ("Police cleared the square.", "Agenten ontruimden het plein.", "Polizisten räumten den Platz.")),
        ("elect", ("Voters go to the polls.", "Kiezers gaan naar de stembus.", "Die Wähler gehen zur Urne.")),
        ("allow", ("The house passed the bill.", "De kamer nam de wet aan.", "Das Haus verabschiedete das Gesetz.")),
        ("resign", ("The coalition collapsed.", "Het kabinet viel.", "Die Koalition zerbrach.")),
        ("return", ("The cars were recalled.", "De auto's zijn teruggeroepen.", "Die Autos wurden zurückgerufen.")),
        ("destroy", ("The ferry sank.", "De veerboot zonk.", "Die Fähre kenterte.")),
        ("destroy", ("The dyke gave way.", "De dijk bezweek.", "Der Deich brach zusammen.")),
        ("fall", ("The firm sheds 40 jobs.", "De firma schrapt 40 banen.", "Die Firma streicht 40 Stellen.")),
        ("continue", ("They left it unchanged.", "Zij lieten het ongewijzigd.", "Sie ließen ihn unverändert.")),
        ("stop", ("Oslo cut ties.", "Oslo verbrak de banden.", "Oslo brach die Beziehungen ab.")),
    ],
)
def test_one_change_is_told_by_the_verbs_of_every_language(phase: str, texts: tuple[str, str, str]) -> None:
    assert [first(code, text).phase for code, text in zip(CODES, texts, strict=True)] == [phase] * len(CODES)


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("de", "Die Armee verletzte am Freitag die Waffenruhe.", "injured"),
        ("nl", "De reddingsploegen staakten vrijdag de zoektocht.", "strike"),
        ("en", "The talks collapsed on Friday.", "collapse"),
        ("de", "Das Embargo lief am Freitag aus.", "ship"),
    ],
)
def test_a_verb_in_another_sense_brings_no_topic(code: str, text: str, wrong: str) -> None:
    assert wrong not in first(code, text).concepts


def test_a_sense_is_found_by_the_last_element_of_a_compound() -> None:
    assert first("de", "Das Exportverbot lief am Freitag aus.").phase == "lift"
    assert first("de", "Der Frachter lief am Freitag aus.").phase == "depart"
    assert first("nl", "Het uitvoerverbod verliep vrijdag.").phase == "lift"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferries between Hull and Rotterdam have been running again since Monday."),
        ("en", "The airline flies again."),
        ("nl", "De veerboten tussen Hull en Rotterdam varen sinds maandag weer."),
        ("nl", "De trams rijden opnieuw."),
        ("de", "Die Fähren zwischen Hull und Rotterdam fahren seit Montag wieder."),
        ("de", "Die Straßenbahnen verkehren wieder."),
    ],
)
def test_what_runs_again_has_resumed(code: str, text: str) -> None:
    assert first(code, text).phase == "resume"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferries sail to Rotterdam."),
        ("nl", "De kosten lopen weer op."),
        ("de", "Die Fähren fahren nach Rotterdam."),
    ],
)
def test_what_only_runs_has_not_resumed(code: str, text: str) -> None:
    assert first(code, text).phase != "resume"
