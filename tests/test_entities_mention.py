"""What is a name, what it names, and what the rules refuse."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import lang
from dateline.entities import mention
from dateline.model import Article, Mention, Part, Sentence


def read(text: str, code: str, part: Part = Part.SENTENCE) -> tuple[Mention, ...]:
    """The mentions of a text whose sentences stand one a line."""
    sentences = tuple(Sentence(m.start(), m.end(), part, n) for n, m in enumerate(re.finditer(r"[^\n]+", text)))
    return mention(Article(id="a", text=text, lang=code), sentences, lang.load(code))


def found(text: str, code: str) -> dict[str, str]:
    """Entity by quote."""
    return {m.span.quote: m.entity for m in read(text, code)}


def kinds(text: str, code: str) -> dict[str, str]:
    """Kind by quote."""
    return {m.span.quote: m.kind for m in read(text, code)}


@pytest.mark.parametrize(
    ("code", "text", "quote", "entity"),
    [
        ("nl", "De trein uit Moskou kwam te laat.", "Moskou", "place-gn524901"),
        ("en", "The train from Moscow was late.", "Moscow", "place-gn524901"),
        ("nl", "Hij vloog naar Londen.", "Londen", "place-gn2643743"),
        ("nl", "Ze woont in Ivoorkust.", "Ivoorkust", "place-CI"),
        ("en", "She lives in Ivory Coast.", "Ivory Coast", "place-CI"),
        ("en", "The U.S. said no.", "U.S.", "place-US"),
        ("nl", "Ruslands leger trok verder.", "Ruslands", "place-RU"),
        ("nl", "De Veiligheidsraad stemde.", "Veiligheidsraad", "org-unsc"),
        ("en", "The UN Security Council voted.", "UN Security Council", "org-unsc"),
        ("nl", "Dat meldt persbureau TASS.", "TASS", "org-tass"),
        ("nl", "De coronapandemie is voorbij.", "coronapandemie", "thing-covid"),
        ("en", "Cases of coronavirus rose.", "coronavirus", "thing-covid"),
        ("en", "Nato met in Brussels.", "Nato", "org-nato"),
    ],
)
def test_a_name_of_the_tables_has_its_id_in_each_language(code: str, text: str, quote: str, entity: str) -> None:
    assert found(text, code)[quote] == entity


@pytest.mark.parametrize(
    ("code", "text", "quote", "entity"),
    [
        ("nl", "Zuid-Koreaanse artsen kwamen.", "Zuid-Koreaanse", "place-KR"),
        ("nl", "Duizenden Oekraïners vluchtten.", "Oekraïners", "place-UA"),
        ("en", "South Korean doctors came.", "South Korean", "place-KR"),
        ("en", "Thousands of Swedes left.", "Swedes", "place-SE"),
    ],
)
def test_a_demonym_means_its_country(code: str, text: str, quote: str, entity: str) -> None:
    (only,) = read(text, code)
    assert (only.span.quote, only.entity, only.demonym) == (quote, entity, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The government in Sofia sent aid."),
        ("nl", "De regering in Sofia stuurde hulp."),
        ("de", "Die Regierung in Sofia schickte Hilfe."),
    ],
)
def test_a_capital_with_the_name_of_a_person_is_the_city_behind_in_and_nobody_elsewhere(code: str, text: str) -> None:
    assert found(text, code)["Sofia"] == "place-gn727011"
    assert found("Sofia Petrova sang.", code).get("Sofia") is None


def test_two_cities_joined_by_a_hyphen_are_two_mentions() -> None:
    assert list(found("The Paris-Berlin train runs again.", "en")) == ["Paris", "Berlin"]


def test_a_weekday_or_month_is_no_name() -> None:
    assert found("On Tuesday in August they left for Oslo.", "en").keys() == {"Oslo"}
    assert found("Op Dinsdag in Augustus vertrokken ze naar Oslo.", "nl").keys() == {"Oslo"}


def test_an_ordinary_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert found("Farmers protested again.\nHarvests failed.", "en") == {}
    assert found("Boeren protesteerden weer.\nOogsten mislukten.", "nl") == {}


def test_a_word_the_article_writes_small_elsewhere_is_no_name() -> None:
    assert "Harvests" not in found("They said Harvests failed.\nThe harvests failed again.", "en")


def test_a_headline_in_title_case_holds_only_known_names() -> None:
    assert found("Farmers Block Roads Near Paris Over Falling Prices", "en").keys() == {"Paris"}


@pytest.mark.parametrize(
    ("code", "text", "quote", "kind"),
    [
        ("en", "He heads the Institute of Marine Studies.", "Institute of Marine Studies", "ORG"),
        ("en", "It was decided by the National Flood Defence Committee.", "National Flood Defence Committee", "ORG"),
        ("en", "She won the Atlantic Rowing Championships.", "Atlantic Rowing Championships", "MISC"),
        ("en", "The visit of spokeswoman Ilze Ozola was short.", "Ilze Ozola", "PER"),
        ("nl", "Dat zei woordvoerder Ilze Ozola.", "Ilze Ozola", "PER"),
        ("nl", "Hij werkt bij de Universiteit van Harderwijk.", "Universiteit van Harderwijk", "ORG"),
        ("nl", "Gisteren sprak Jan van der Meer.", "Jan van der Meer", "PER"),
        ("en", "Yesterday Kim Jong-un spoke.", "Kim Jong-un", "PER"),
        ("nl", "Dat meldt persbureau Noordpers.", "Noordpers", "ORG"),
        ("en", "They flew over Lake Orrin.", "Lake Orrin", "LOC"),
    ],
)
def test_an_unknown_name_is_found_whole_and_its_cue_says_its_kind(code: str, text: str, quote: str, kind: str) -> None:
    assert kinds(text, code)[quote] == kind


def test_how_a_thing_speaks_is_among_the_reasons() -> None:
    by_quote = {m.span.quote: m for m in read("Reuters and the Institute of Ice said so, as did Ryanair.", "en")}
    assert "role: agency" in by_quote["Reuters"].reasons
    assert "role: expert" in by_quote["Institute of Ice"].reasons
    assert "role: operator" in by_quote["Ryanair"].reasons


def test_a_title_is_no_part_of_the_name_and_the_last_name_alone_is_the_same_person() -> None:
    names = found("Health Minister Ilze Ozola resigned.\nMs Ozola gave no reason.\nLater Ozola left.", "en")
    assert set(names) == {"Ilze Ozola", "Ozola"}
    assert names["Ozola"] == names["Ilze Ozola"]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    names = found("The Baltic Ferry Authority (BFA) was fined.\nThe BFA will appeal.", "en")
    assert names["BFA"] == names["Baltic Ferry Authority"]


def test_letters_in_brackets_that_do_not_fit_are_another_name() -> None:
    names = found("The Baltic Ferry Authority (XQ) was fined.", "en")
    assert names["XQ"] != names["Baltic Ferry Authority"]


def test_a_ministry_belongs_to_the_country_beside_it() -> None:
    assert found("The Latvian Foreign Ministry spoke.", "en")["Foreign Ministry"] == "org-LV-foreign-ministry"
    assert found("Latvia's Ministry of Defence spoke.", "en")["Ministry of Defence"] == "org-LV-defence-ministry"
    dutch = found("Het Letse ministerie van Buitenlandse Zaken sprak.", "nl")
    assert dutch["ministerie van Buitenlandse Zaken"] == "org-LV-foreign-ministry"


def test_a_government_beside_a_name_that_stays_open_is_nobodys() -> None:
    assert found("Georgia's government fell.", "en") == {"Georgia": ""}
    assert found("The new Latvian coalition government fell.", "en")["government"] == "org-LV-government"


def test_a_ministry_of_no_named_country_stays_open() -> None:
    assert found("A man of the Foreign Ministry spoke.", "en") == {"Foreign Ministry": ""}


@pytest.mark.parametrize(
    ("text", "quote", "entity"),
    [
        ("Georgia won.", "Georgia", ""),
        ("Georgia won in Tbilisi.", "Georgia", "place-GE"),
        ("The storm hit Florida and Georgia.", "Georgia", "place-gn4197000"),
        ("He lives in Athens, Georgia.", "Athens", "place-gn4180386"),
        ("He lives in Athens, Greece.", "Athens", "place-gn264371"),
        ("She was born in Paris, Texas.", "Paris", "place-gn4717560"),
        ("She flew from Paris to Houston in the United States.", "Paris", "place-gn2988507"),
        ("The team of Congo lost.", "Congo", ""),
        ("The team of Congo lost in Kinshasa.", "Congo", "place-CD"),
        ("The team of Congo lost in Brazzaville.", "Congo", "place-CG"),
        ("South Korea won.\nFor Korea it was the first time.", "Korea", "place-KR"),
        ("South Korea and North Korea met.\nFor Korea it was the first time.", "Korea", ""),
        ("Washington warned Moscow.", "Washington", "place-gn4140963"),
        ("They sailed to Singapore.", "Singapore", "place-SG"),
    ],
)
def test_homonyms_are_told_apart_by_the_article_or_left_open(text: str, quote: str, entity: str) -> None:
    assert found(text, "en")[quote] == entity


def _why(text: str, code: str, quote: str) -> tuple[str, ...]:
    return next(m.reasons for m in read(text, code) if m.span.quote == quote)


@pytest.mark.parametrize(
    ("code", "alone", "quote", "beside"),
    [
        ("nl", "PORTO - Een museum in Porto sloot.", "Porto", "Een museum in Porto, in het noorden van Portugal."),
        ("en", "PARIS - The bakers of Paris met.", "Paris", "The bakers of Paris left France."),
        ("de", "Der Zoll in London schloss.", "London", "Der Zoll in London schloss, teilte Großbritannien mit."),
    ],
)
def test_a_name_does_not_itself_name_its_country(code: str, alone: str, quote: str, beside: str) -> None:
    why = "the article names its country or a place in it"
    assert why not in _why(alone, code, quote)
    assert why in _why(beside, code, quote)


def test_a_small_place_whose_name_is_a_word_needs_a_preposition() -> None:
    assert found("Hij woont in Goes.", "nl")["Goes"].startswith("place-gn")
    assert found("Goes die weg?", "nl") == {}


def test_a_city_that_is_a_person_of_the_article_is_that_person() -> None:
    names = found("Mayor Anna Houston spoke.\nHouston was calm.", "en")
    assert names["Houston"] == names["Anna Houston"]


@pytest.mark.parametrize(
    ("code", "text", "quote", "entity"),
    [
        ("nl", "Letland sloot de grens.\nHet land wil rust.", "Het land", "place-LV"),
        ("nl", "Letland sloot de grens.\nHet kleine land wil rust.", "Het kleine land", "place-LV"),
        ("en", "Latvia closed the border.\nThe country wants rest.", "The country", "place-LV"),
        (
            "en",
            "Norway sent aid.\nNorway sent more.\nIn Latvia six people in the country fell ill.",
            "the country",
            "place-LV",
        ),
        ("en", "Ryanair cancelled flights.\nThe airline gave no reason.", "The airline", "org-ryanair"),
        ("nl", "TASS meldt dat.\nHet persbureau noemt geen bron.", "Het persbureau", "org-tass"),
        ("en", "North Korea answered.\nTalks with the North failed.", "the North", "place-KP"),
    ],
)
def test_referring_words_mean_what_was_named_where_that_is_clear(code: str, text: str, quote: str, entity: str) -> None:
    assert found(text, code)[quote] == entity


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("en", "Latvia and Estonia agreed.\nIt was bad for the country near Lithuania.", "the country"),
        ("en", "Ryanair and Qantas cancelled flights.\nThe airline gave no reason.", "The airline"),
        ("en", "They moved to the North.", "the North"),
        ("nl", "Het land is vlak.", "Het land"),
    ],
)
def test_referring_words_that_are_not_clear_mean_nothing(code: str, text: str, quote: str) -> None:
    assert quote not in found(text, code)


def test_the_sea_is_not_the_north() -> None:
    assert "the North" not in found("North Korea shelled the North Sea Platform.", "en")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aAbBKN zZ-.'’,()\n\u00e9\u4e2d1U.S\u0301ß"), max_size=80))
def test_any_text_gives_spans_that_quote_it_in_order_and_apart(text: str) -> None:
    mentions = read(text, "en")
    assert all(text[m.span.start : m.span.end] == m.span.quote for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


def test_a_language_without_names_has_those_of_the_shared_tables_and_no_guesses() -> None:
    text = "Der Minister flog aus Frankreich nach Rom, sagte Anna Huber der Agentur Reuters."
    article = Article(id="a", text=text, lang="de")
    mentions = mention(article, (Sentence(0, len(text), Part.SENTENCE, 0),), lang.Language("de", {}))
    assert {m.span.quote: m.entity for m in mentions} == {
        "Frankreich": "place-FR",
        "Rom": "place-gn3169070",
        "Reuters": "org-reuters",
    }
