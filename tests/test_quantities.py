"""What a figure counts: a part of a whole, people who are not named, and the toll they add up to."""

from __future__ import annotations

from time import process_time

import pytest

from dateline.analysis import analyse
from dateline.model import Article, Claim
from dateline.stories.figures import thing


def _claim(code: str, text: str) -> Claim:
    return analyse(Article("a", text, lang=code)).reading.claims[0]


@pytest.mark.parametrize(
    ("code", "text", "value", "of"),
    [
        ("en", "Three of the seven hostages were freed on Sunday.", 3, "hostages"),
        ("en", "Three out of seven hostages were freed on Sunday.", 3, "hostages"),
        ("en", "Two of the wounded were flown to Vienna.", 2, "wounded"),
        ("en", "About four of its nine ferries are out of service.", 4, "ferries"),
        ("nl", "Drie van de zeven gijzelaars zijn zondag vrijgelaten.", 3, "gijzelaars"),
        ("nl", "Twee van zeven gijzelaars zijn zondag vrijgelaten.", 2, "gijzelaars"),
        ("nl", "Twee van de gewonden werden naar Wenen gevlogen.", 2, "gewonden"),
        ("de", "Drei der sieben Geiseln wurden am Sonntag freigelassen.", 3, "geiseln"),
        ("de", "Drei von sieben Geiseln wurden am Sonntag freigelassen.", 3, "geiseln"),
        ("de", "Zwei von den neun Fähren sind gesunken.", 2, "fähren"),
        ("de", "Zwei der Verletzten wurden nach Wien geflogen.", 2, "verletzten"),
    ],
)
def test_of_a_part_and_its_whole_the_part_is_counted(code: str, text: str, value: float, of: str) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.of, value) == (of, quantity.value or 4)


@pytest.mark.parametrize(
    ("code", "text", "least"),
    [
        ("en", "Five were hurt.", 5),
        ("en", "At least six were killed in the crash.", 6),
        ("en", "Four of them drowned.", 4),
        ("nl", "Vijf raakten gewond.", 5),
        ("nl", "Daarbij werden zes gearresteerd.", 6),
        ("nl", "Vier van hen verdronken.", 4),
        ("de", "Fünf wurden verletzt.", 5),
        ("de", "Dabei wurden sechs festgenommen.", 6),
        ("de", "Vier von ihnen ertranken.", 4),
        ("nl", "Het dodental is tot veertien gestegen.", 14),
        ("de", "Die Zahl der Toten ist auf vierzehn gestiegen.", 14),
    ],
)
def test_a_number_alone_as_the_subject_is_a_count(code: str, text: str, least: float) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.low, quantity.of) == (least, "")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "One was hurt."),
        ("en", "The child is five."),
        ("nl", "De winkel gaat om vijf uur open."),
        ("de", "Der Laden öffnet um fünf."),
    ],
)
def test_a_number_that_counts_nobody_is_no_count(code: str, text: str) -> None:
    assert _claim(code, text).quantities == ()


def test_a_number_before_a_described_noun_counts_the_noun() -> None:
    assert [q.of for q in _claim("en", "Five wounded soldiers reached the camp.").quantities] == ["soldiers"]


@pytest.mark.parametrize(
    ("code", "text", "counted"),
    [
        ("en", "Nine people were killed.", "death"),
        ("en", "Nine were killed on Sunday.", "death"),
        ("en", "Nine people are dead after the crash.", "death"),
        ("en", "Two of the wounded died.", "death"),
        ("en", "Nine people were injured.", "injured"),
        ("en", "Nine people came to the meeting.", "person"),
        ("en", "Nine sheep died.", "livestock"),
        ("nl", "Er zijn negen doden gevallen.", "death"),
        ("nl", "Negen mensen zijn omgekomen.", "death"),
        ("nl", "Negen mensen raakten gewond.", "injured"),
        ("de", "Neun Menschen kamen ums Leben.", "death"),
        ("de", "Nach dem Unglück sind neun Tote zu beklagen.", "death"),
        ("de", "Neun Menschen wurden verletzt.", "injured"),
    ],
)
def test_a_toll_counts_one_thing_in_all_its_words(code: str, text: str, counted: str) -> None:
    claim = _claim(code, text)
    assert thing(claim.quantities[0], claim) == counted


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("nl", "In Gent demonstreerden tienduizend mensen.", 10_000),
        ("nl", "In Gent demonstreerden driehonderd mensen.", 300),
        ("de", "In Kiel demonstrierten zehntausend Menschen.", 10_000),
        ("de", "In Kiel demonstrierten zweihundert Menschen.", 200),
    ],
)
def test_a_number_in_one_word_with_its_multiplier_is_a_figure(code: str, text: str, value: float) -> None:
    assert [q.value for q in _claim(code, text).quantities] == [value]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "Half of the 40 homes were destroyed.", []),
        ("en", "Two thirds of the 300 workers were dismissed.", []),
        ("en", "More than half of all 900 pupils stayed at home.", []),
        ("en", "One in five tenants left.", []),
        ("en", "Half the 12 bridges were damaged and 7 people died.", [7]),
        ("en", "A third train hit 40 cars.", [40]),
        ("en", "At most 15,000 people came.", [15_000]),
        ("en", "In the first quarter 210,000 posts were lost.", [210_000]),
        ("nl", "De helft van de 40 huizen werd verwoest.", []),
        ("nl", "Ruim een kwart van zijn 80 winkels sloot.", []),
        ("nl", "Een op de vijf bewoners vertrok.", []),
        ("nl", "Drie op de tien scholen gingen dicht.", []),
        ("nl", "Drie van de vijf scholen gingen dicht.", [3]),
        ("de", "Die Hälfte der 40 Häuser wurde zerstört.", []),
        ("de", "Zwei Drittel der 300 Arbeiter wurden entlassen.", []),
        ("de", "Die meisten der 60 Fahrgäste wurden verletzt.", []),
        ("de", "In dem Viertel starben 40 Menschen.", [40]),
    ],
)
def test_a_share_of_a_whole_is_not_the_number_of_the_whole(code: str, text: str, found: list[float]) -> None:
    quantities = [q for c in analyse(Article("a", text, lang=code)).reading.claims for q in c.quantities]
    assert [q.high for q in quantities] == found


@pytest.mark.parametrize(
    ("code", "text", "value", "of"),
    [
        ("nl", "Tweehonderdtien mensen vertrokken.", 210, "mensen"),
        ("nl", "Zeshonderdveertig mensen vertrokken.", 640, "mensen"),
        ("nl", "Drieëntwintig mannen verdronken.", 23, "mannen"),
        ("nl", "Anderhalf miljoen mensen vertrokken.", 1_500_000, "mensen"),
        ("de", "Vierunddreißig Matrosen ertranken.", 34, "matrosen"),
        ("de", "Dreitausendfünfhundert Menschen flohen.", 3500, "menschen"),
        ("en", "Forty-one men drowned.", 41, "men"),
    ],
)
def test_a_number_in_one_word_is_put_together_from_its_parts(code: str, text: str, value: float, of: str) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.value, quantity.of) == (value, of)


@pytest.mark.parametrize(
    ("code", "text", "value", "unit", "of"),
    [
        ("en", "The 60-million-euro bridge was opened.", 60e6, "euro", ""),
        ("en", "A 60-kilometre road was closed.", 60, "kilometre", ""),
        ("de", "Die 60-Millionen-Euro-Brücke wurde eröffnet.", 60e6, "euro", ""),
        ("nl", "De drone, die een lading van 5 kilo droeg, stortte neer.", 5, "kilogram", ""),
        ("nl", "De prijs is met zestig procent gekelderd.", 60, "percent", ""),
        ("de", "Er sprang 4 Meter weit.", 4, "metre", ""),
        ("de", "Das Schiff hatte 4 Tonnen Stahl geladen.", 4, "tonne", "stahl"),
        ("en", "He earned 190 more than his boss.", 190, "", "more"),
    ],
)
def test_a_figure_counts_its_noun_and_no_verb_behind_it(code: str, text: str, value: float, unit: str, of: str) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.value, quantity.unit, quantity.of) == (value, unit, of)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The plane touched down in Oslo at 8.25."),
        ("nl", "Het vliegtuig landde om 8.25 in Oslo."),
        ("de", "Das Flugzeug landete gegen 8.25 in Oslo."),
    ],
)
def test_a_bare_time_of_the_clock_is_no_figure(code: str, text: str) -> None:
    assert _claim(code, text).quantities == ()


@pytest.mark.parametrize(
    ("code", "text", "age"),
    [
        ("en", "The victim is a woman aged 38.", 38),
        ("en", "A 38-year-old woman died in Leeds.", 38),
        ("en", "He was two weeks old when he died.", 2),
        ("en", "She died in Leeds at the age of 38.", 38),
        ("en", "Anna Weber, 38, died in hospital on Monday.", 38),
        ("nl", "Een 38-jarige vrouw overleed.", 38),
        ("nl", "Een vrouw van 38 jaar overleed.", 38),
        ("nl", "Anna Weber (38) overleed maandag.", 38),
        ("de", "Eine 38-jährige Frau starb.", 38),
        ("de", "Eine 38 Jahre alte Frau starb.", 38),
        ("de", "Sie starb im Alter von 38 Jahren.", 38),
    ],
)
def test_an_age_is_no_count(code: str, text: str, age: float) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.value, quantity.unit, quantity.of) == (age, "age", "")


@pytest.mark.parametrize(
    ("code", "text", "value", "of"),
    [
        ("en", "The government closed four other posts on Monday.", 4, "posts"),
        ("en", "Two border guards died on Wednesday.", 2, "guards"),
        ("en", "The drivers want two rest days after every run.", 2, "days"),
        ("nl", "Er zijn 45 nieuwe gevallen van kinkhoest gemeld.", 45, "gevallen"),
        ("nl", "De regering sloot maandag drie kleinere posten.", 3, "posten"),
    ],
)
def test_what_is_counted_stands_behind_the_words_that_describe_it(code: str, text: str, value: float, of: str) -> None:
    (quantity,) = _claim(code, text).quantities
    assert (quantity.value, quantity.of) == (value, of)


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "of"),
    [
        ("en", "A dose costs less than $2.", None, 2, ""),
        ("en", "The shop lost more than €300.", 300, None, ""),
        ("nl", "Een dosis kost hooguit € 15.", None, 15, ""),
        ("de", "Eine Dosis kostet weniger als $ 2.", None, 2, ""),
        ("en", "Tens of millions of people have lost their jobs.", 20_000_000, None, "people"),
        ("nl", "Tientallen miljoenen mensen verloren hun baan.", 20_000_000, None, "mensen"),
        ("de", "Dutzende Millionen Menschen verloren ihre Arbeit.", 24_000_000, None, "menschen"),
        ("en", "Police seized 12 U.S. passports.", 12, 12, "passports"),
    ],
)
def test_a_bound_reaches_over_a_sign_and_a_floor_is_the_whole_of_its_words(
    code: str, text: str, low: float | None, high: float | None, of: str
) -> None:
    assert [(q.low, q.high, q.of) for q in _claim(code, text).quantities] == [(low, high, of)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The hotline is 01534 445566."),
        ("nl", "Het telefoonnummer is 020 5551234."),
        ("de", "Die Telefonnummer lautet 030 1234567."),
    ],
)
def test_the_number_of_a_telephone_counts_nothing(code: str, text: str) -> None:
    assert _claim(code, text).quantities == ()


def test_a_number_with_a_nought_before_a_count_is_no_telephone() -> None:
    assert [q.value for q in _claim("en", "In team 07 12 players fell ill.").quantities] == [12]
    assert [q.value for q in _claim("de", "In Block 03 wurden 40 Menschen verletzt.").quantities] == [40]
    assert [q.value for q in _claim("nl", "Agent 007 redde 3 mensen.").quantities] == [3]


def test_a_long_row_of_figures_is_read_in_time_that_grows_with_its_length() -> None:
    begun = process_time()
    _claim("en", f"It counted {'30 ' * 12000}people.")
    assert process_time() - begun < 8
