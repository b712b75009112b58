"""The tables of names: what is checked when they are loaded, and what they must hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale

from dateline import lang
from dateline.entities import mention
from dateline.entities.cities import cities
from dateline.entities.lexicon import lexicon
from dateline.entities.tables import rules
from dateline.errors import BadLanguageData
from dateline.lang import Language
from dateline.lang.things import checked, role, thing, things
from dateline.model import Article, Part, Sentence

# The members of the United Nations, and Palestine, Taiwan, Kosovo and the Vatican.
_STATES = frozenset(
    re.findall(
        r"[A-Z]{2}",
        "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN "
        "CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW "
        "GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH "
        "MR MU MX FM MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW "
        "KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG "
        "UA AE GB TZ US UY UZ VU VE VN YE ZM ZW PS TW XK VA ",
    )
)


@pytest.mark.parametrize("code", lang.available())
def test_every_country_has_its_demonyms(code: str) -> None:
    demonyms = rules(lang.load(code)).names["demonyms"]
    if not demonyms:
        pytest.skip("no table of names")
    assert _STATES - set(demonyms) == set()


@pytest.mark.parametrize("code", lang.available())
def test_every_country_and_capital_is_found_by_its_name(code: str) -> None:
    words = lexicon(lang.load(code))
    territories = Locale.parse(code).territories
    entities = {f.entity for name in words.forms for f in words.forms.of(name)}
    assert {c for c in _STATES if c in territories and f"place-{c}" not in entities} == set()
    capitals = [c for c in cities().values() if c.mark == "C"]
    # A capital that bears its country's name is found as the country.
    assert [c.name for c in capitals if not {c.entity, f"place-{c.country}"} & entities] == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"words": {"openers": "the"}}, "[words] openers"),
        ({"cues": {"ship": ["vessel"]}}, "[cues] ship"),
        ({"things": {"org-nobody": ["Nobody"]}}, "[things] org-nobody"),
        ({"cities": {"1": ["Nowhere"]}}, "[cities] 1"),
        ({"spelling": {"sh": ""}}, "[spelling] sh"),
        ({"spelling_between_vowels": {"ss": 1}}, "[spelling_between_vowels] ss"),
        ({"demonyms": {"place-nowhere": ["Nowherian"]}}, "[demonyms] place-nowhere"),
        ({"refer": [{"words": ["the thing"]}]}, "[[refer]]"),
    ],
)
def test_a_wrong_table_names_file_and_entry(names: dict[str, object], said: str) -> None:
    language = Language("qq", {"names": names})
    with pytest.raises(BadLanguageData) as error:
        lexicon(language)
    assert said in str(error.value)
    assert "lang/qq/names.toml" in str(error.value)
    assert "expected" in str(error.value)


@pytest.mark.parametrize(
    "data",
    [
        {"agency": {"kind": "FIRM", "role": "agency", "sort": "agency"}},
        {"agency": {"kind": "ORG", "role": "boss", "sort": "agency"}},
        {"agency": {"kind": "ORG", "role": "agency", "sort": "agency", "things": {"org-x": {"nmes": ["X"]}}}},
        {"agency": {"kind": "ORG", "role": "agency", "sort": "agency", "things": {"org-x": {"names": "X"}}}},
    ],
)
def test_a_wrong_table_of_things_names_file_and_entry(data: dict[str, object]) -> None:
    with pytest.raises(BadLanguageData, match=r"lang/entities\.toml, .*agency.*: expected"):
        checked(data)


def test_what_a_thing_lies_in_exists() -> None:
    entities = {f"place-{c}" for c in Locale("en").territories} | set(things()) | {c.entity for c in cities().values()}
    assert {t.id: t.within for t in things().values() if t.within and t.within not in entities} == {}


def test_the_role_of_a_national_body_is_official() -> None:
    assert role("org-LV-foreign-ministry") == "official"
    assert thing("org-LV-nonsense") is None


def test_a_language_needs_no_more_than_its_table() -> None:
    """CLDR's names of countries and cities come with the code; the table adds what the language alone knows."""
    language = Language("de", {"names": {"demonyms": {"LV": ["lettisch", "lettische"]}, "words": {"openers": ["der"]}}})
    text = "Der lettische Zug fuhr aus Frankreich nach Wien."
    mentions = mention(Article(id="a", text=text, lang="de"), (Sentence(0, len(text), Part.SENTENCE, 0),), language)
    found = {m.span.quote: m.entity for m in mentions}
    assert (found["lettische"], found["Frankreich"], found["Wien"]) == ("place-LV", "place-FR", "place-gn2761369")


def test_the_index_of_cities_stays_small() -> None:
    file = Path(lang.__file__).with_name("cities.tsv")
    assert file.stat().st_size < 2_000_000
    assert "CC BY" in file.read_text(encoding="utf-8").split("\n", 1)[0]
