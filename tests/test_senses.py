"""What a verb tells by the words beside it, which verb a clause has, and which words of a language are one topic."""

from __future__ import annotations

import pytest

from dateline import edtf, lang
from dateline.analysis import analyse
from dateline.claims import lexicon
from dateline.claims.senses import compile_senses
from dateline.errors import BadLanguageData
from dateline.lang.counted import sort_of
from dateline.model import Article, Claim
from dateline.tracks.themes import outright


def first(code: str, text: str) -> Claim:
    """The first claim of a sentence printed on a Wednesday."""
    return analyse(Article("a-test", text, lang=code, published=edtf.read("2024-05-15"))).reading.claims[0]


def topics(code: str, words: str) -> set[str]:
    """The topics of a few words."""
    return {topic for topic, _, _ in lexicon.compiled(lang.load(code)).concepts_of(words.lower().split())}


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("de", "Aufgehoben wurde die Sperre erst am Freitag.", "lift"),
        ("de", "Gestrichen wurden am Montag sechs Flüge nach Porto.", "cancel"),
        ("nl", "Opgeheven werd de maatregel pas in april.", "lift"),
        ("nl", "Gesloten werden vorige week ook twee scholen.", "close"),
    ],
)
def test_a_participle_at_the_front_is_the_verb_of_its_clause(code: str, text: str, phase: str) -> None:
    assert first(code, text).phase == phase


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("nl", "De wethouder houdt vast aan de bouw van de brug.", "continue"),
        ("nl", "De politie hield dinsdag drie mannen vast.", "arrest"),
        ("de", "Die Stadt hält an dem Neubau fest.", "continue"),
        ("de", "Zwei Reporter wurden am Dienstag festgehalten.", "arrest"),
        ("nl", "De droogte houdt aan.", "continue"),
        ("nl", "De politie hield bij de betoging twaalf mensen aan.", "arrest"),
        ("de", "Der Regen hält an.", "continue"),
        ("de", "Der Zug wurde am Montag in Celle angehalten.", "stop"),
    ],
)
def test_to_hold_on_to_a_plan_is_no_arrest_and_what_lasts_is_not_detained(code: str, text: str, phase: str) -> None:
    assert first(code, text).phase == phase


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("de", "Zuletzt traf es eine Gärtnerei in Kleve.", ""),
        ("de", "Die neuen Zölle treffen die Winzer hart.", ""),
        ("de", "Ein Fischer wurde am Montag von einer Kugel getroffen.", ""),
        ("de", "Die Ministerin traf am Montag ihre Kollegin in Wien.", "meet"),
        ("de", "Die Minister trafen sich am Montag nach dem Sturm in Wien.", "meet"),
        ("en", "The deadline was not met.", ""),
        ("en", "The two mayors met in Lyon on Monday.", "meet"),
    ],
)
def test_to_be_hit_or_to_keep_a_date_is_no_meeting(code: str, text: str, phase: str) -> None:
    assert first(code, text).phase == phase


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The two clubs reached a settlement on Tuesday."),
        ("en", "Unions and the railway struck a deal on Tuesday."),
        ("nl", "De vakbonden en de spoorwegen sloten dinsdag een akkoord."),
        ("nl", "Beide partijen bereikten dinsdag overeenstemming."),
        ("de", "Beide Seiten haben am Dienstag eine Einigung erzielt."),
        ("de", "Die Stadt und der Verein schlossen am Dienstag einen Vertrag."),
    ],
)
def test_to_reach_or_close_a_deal_is_to_agree_in_every_language(code: str, text: str) -> None:
    assert first(code, text).phase == "agree"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The rule came into force on Monday."),
        ("nl", "De regel treedt maandag in werking."),
        ("de", "Die Regel tritt am Montag in Kraft."),
    ],
)
def test_what_comes_into_force_is_imposed(code: str, text: str) -> None:
    assert first(code, text).phase == "impose"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De boekenmarkt in Deventer gaat dit jaar niet door."),
        ("de", "Der Flohmarkt in Erfurt findet in diesem Jahr nicht statt."),
        ("en", "The book market in Hull will not take place this year."),
    ],
)
def test_what_does_not_take_place_is_called_off(code: str, text: str) -> None:
    assert first(code, text).phase == "cancel"


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("nl", "De sluiswachters legden maandag het werk neer.", "strike"),
        ("nl", "De voorzitter legt in juni haar functie neer.", "resign"),
        ("de", "Die Lotsen haben am Montag die Arbeit niedergelegt.", "strike"),
        ("de", "Der Landrat legte am Montag sein Amt nieder.", "resign"),
    ],
)
def test_who_lays_down_work_strikes_and_who_lays_down_an_office_resigns(code: str, text: str, phase: str) -> None:
    assert first(code, text).phase == phase


def test_a_particle_before_a_separated_prefix_belongs_to_the_verb() -> None:
    claim = first("de", "Die Reederei nahm den Betrieb am Montag wieder auf.")
    assert (claim.predicate, claim.phase) == ("wiederaufnehmen", "resume")


def test_the_om_of_a_clock_time_is_no_particle_of_the_verb() -> None:
    claim = first("nl", "Het loket ging om negen uur open.")
    assert (claim.predicate, claim.phase) == ("opengaan", "open")


def test_to_start_out_begins_nothing() -> None:
    assert first("en", "The convoy had started out from Odesa.").phase == ""


def test_who_withdraws_troops_leaves_and_denies_nothing() -> None:
    assert first("de", "Das Land zog am Montag seine Soldaten zurück.").phase == "depart"
    assert first("de", "Der Verein zog am Montag seine Klage zurück.").phase == "cancel"


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("exchange", {"en": "a swap of captives", "nl": "de ruil van gevangenen", "de": "der Austausch der Geiseln"}),
        ("route", {"en": "the ferry link", "nl": "de verbinding met Hull", "de": "die Verbindung nach Hull"}),
        ("crossing", {"en": "two crossings a day", "nl": "twee overtochten", "de": "zwei Überfahrten am Tag"}),
        ("crossing", {"en": "the border crossing", "nl": "de overgang bij Tisa", "de": "der Übergang bei Tisa"}),
        (
            "negotiation",
            {"en": "a third round of talks", "nl": "een gespreksronde", "de": "die dritte Verhandlungsrunde"},
        ),
        ("fair", {"en": "a book fair", "nl": "de boekenbeurs", "de": "die Fachmesse"}),
        ("cull", {"en": "the cull", "nl": "de ruiming", "de": "die Keulung"}),
        ("report", {"en": "such a report", "nl": "zo'n melding", "de": "ein Hinweis"}),
        ("epidemic", {"en": "avian influenza", "nl": "vogelpest", "de": "Geflügelpest"}),
        ("loan", {"en": "a bank loan", "nl": "een lening", "de": "ein Darlehen"}),
        ("appeal", {"en": "her appeal", "nl": "het hoger beroep", "de": "die Berufung"}),
        ("childcare", {"en": "day care", "nl": "de kinderopvang", "de": "die Kita"}),
        ("outage", {"en": "an outage", "nl": "een storing", "de": "eine Störung"}),
        ("asteroid", {"en": "a comet", "nl": "een komeet", "de": "ein Komet"}),
        ("clergy", {"en": "three priests", "nl": "drie priesters", "de": "drei Pfarrer"}),
        ("referee", {"en": "the referee", "nl": "de scheidsrechter", "de": "der Schiedsrichter"}),
    ],
)
def test_one_thing_has_one_topic_in_every_language(topic: str, words: dict[str, str]) -> None:
    assert {code for code, text in words.items() if topic not in topics(code, text)} == set()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "in exchange for that"),
        ("en", "state of the art"),
        ("nl", "in ruil voor dat"),
        ("nl", "de overgang naar iets nieuws"),
        ("de", "der Übergang zu etwas Neuem"),
        ("de", "alles ist unter Kontrolle"),
    ],
)
def test_a_fixed_phrase_brings_no_topic(code: str, words: str) -> None:
    assert topics(code, words) == set()


@pytest.mark.parametrize(
    ("code", "word", "found"),
    [
        ("de", "Übergangsregierung", {"government"}),
        ("de", "Personalausweis", set()),
        ("de", "Nachbarland", set()),
        ("de", "Rechtfertigung", set()),
        ("de", "Berichterstattung", set()),
        ("nl", "hulpverlening", {"aid"}),
        ("nl", "wethouders", set()),
        ("nl", "prijskaartje", set()),
        ("nl", "overgangsregeling", set()),
        ("nl", "woonbeurs", {"fair"}),
    ],
)
def test_a_compound_that_only_sounds_like_a_topic_brings_none(code: str, word: str, found: set[str]) -> None:
    assert topics(code, word) == found


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"verbs": ["go"], "phase": "open"}, "words or passive"),
        ({"verbs": ["go"], "words": ["Far"], "phase": "open"}, "words or passive"),
        ({"verbs": ["go"], "words": ["far"], "phase": "vanish"}, "a phase or empty"),
        ({"verbs": ["leave"], "words": ["far"], "phase": "open"}, "a lemma"),
        ({"verbs": ["go"], "words": ["far"], "phases": "open"}, "words or passive"),
    ],
)
def test_a_wrong_sense_is_refused_by_what_is_expected(entry: dict[str, object], expected: str) -> None:
    with pytest.raises(BadLanguageData, match=expected):
        compile_senses([entry], {"go"}, {"open"}, "lang/toy/phases.toml")


def test_a_fixed_phrase_of_one_word_is_refused() -> None:
    with pytest.raises(BadLanguageData, match="several lower-case words"):
        lexicon.compiled(
            lang.Language("toy-fixed", {"concepts": {"concept": {}, "fixed": {"phrases": ["far"]}}, "verbs": {}})
        )


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Hafens", {"port"}),
        ("Krieges", {"war"}),
        ("Flügen", {"flight"}),
        ("Verkehrsministers", {"traffic", "minister"}),
        ("Einflusses", set()),
        ("Landesverbandes", set()),
    ],
)
def test_a_genitive_and_a_dative_have_the_topic_of_the_word(word: str, found: set[str]) -> None:
    assert topics("de", word) == found


def test_what_is_counted_is_one_thing_in_the_dative_too() -> None:
    assert sort_of("Flügen", "de") == sort_of("Flüge", "de") == sort_of("flights", "en") == "flight"


@pytest.mark.parametrize(
    ("text", "predicate", "phase"),
    [
        ("The dockers called off a walkout on Monday.", "call off", "cancel"),
        ("The minister ruled out a pact.", "rule out", "refuse"),
        ("The yard will lay off 90 welders.", "lay off", "resign"),
        ("The brewer took over its rival.", "take over", "buy"),
        ("The trawler sank off the coast on Monday.", "sink", "destroy"),
        ("Teachers went on strike on Monday.", "go on", "strike"),
    ],
)
def test_a_particle_right_behind_its_verb_is_no_preposition(text: str, predicate: str, phase: str) -> None:
    claim = first("en", text)
    assert (claim.predicate, claim.phase) == (predicate, phase)


@pytest.mark.parametrize(
    ("code", "text", "theme"),
    [
        ("en", "Two fishermen drowned in Riga on Monday.", "death"),
        ("nl", "Drie ruiters zijn maandag omgekomen.", "death"),
        ("de", "Drei Reiter starben am Montag.", "death"),
        ("en", "About 400 horses died in the fire.", "cull"),
        ("nl", "Bij de brand kwamen 400 paarden om.", "cull"),
    ],
)
def test_those_who_fish_and_ride_have_a_toll_and_their_animals_none(code: str, text: str, theme: str) -> None:
    assert outright(first(code, text)) == theme


def test_a_dutch_road_is_told_by_its_article_and_not_where_it_is_a_way_of_speaking() -> None:
    assert "road" in topics("nl", "bij Lars is de weg weer dicht")
    assert "road" in topics("nl", "drie wegen zijn afgesloten")
    for words in ("het geld is weg", "het veto staat een akkoord in de weg", "dat maakt de weg vrij voor overleg"):
        assert "road" not in topics("nl", words)


@pytest.mark.parametrize(
    ("code", "text", "phase"),
    [
        ("en", "The port of Lund put out a statement about the fire on Friday.", ""),
        ("en", "Firemen in Lund put out the large fire in a mill on Friday.", "stop"),
        ("en", "The union walked away from the job offer.", ""),
        ("en", "Nurses in Lund walked off the job on Monday.", "strike"),
        ("en", "The mayor raised doubts about the blockade of the port.", "rise"),
        ("en", "The navy raised the blockade of the port.", "lift"),
        ("nl", "De burgemeester legde de kritiek op het werk naast zich neer.", ""),
        ("nl", "De chauffeurs in Gent legden maandag het werk neer.", "strike"),
        ("de", "Am Montag legten in Kiel die Fahrer die Arbeit nieder.", "strike"),
    ],
)
def test_a_word_beside_a_verb_counts_where_it_hangs_on_no_other_noun(code: str, text: str, phase: str) -> None:
    assert first(code, text).phase == phase
