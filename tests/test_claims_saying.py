"""Where what is said begins and ends, whose it is, and what a denial denies."""

from __future__ import annotations

import pytest

from dateline import reader
from dateline.analysis import analyse
from dateline.model import Article, Status


def _read(code: str, text: str) -> list[tuple[str, str, list[str]]]:
    claims = analyse(Article("a", text, lang=code)).reading.claims
    return [(c.span.quote, c.status.value, [a.source for a in c.attribution]) for c in claims]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "De pont wordt volgens Jansen over een week verkocht.", "Jansen"),
        ("nl", "Alle deuren zijn volgens de inspectie vervangen.", "de inspectie"),
        ("nl", "Het werk duurt volgens een woordvoerder tot volgende maand.", "een woordvoerder"),
        ("de", "Das Tor wird laut Meier über den Sommer gesperrt.", "Meier"),
    ],
)
def test_a_source_ends_where_its_clause_goes_on(code: str, text: str, source: str) -> None:
    ((said, _, sources),) = _read(code, text)
    assert (said, sources) == (text.rstrip("."), [source])


def test_a_source_takes_nothing_from_the_clause_joined_on_behind_it() -> None:
    text = "Alle deuren zijn volgens de inspectie vervangen en de ramen zijn hersteld."
    assert [said for said, _, _ in _read("nl", text)] == [
        "Alle deuren zijn volgens de inspectie vervangen",
        "de ramen zijn hersteld",
    ]


def test_what_sets_a_name_apart_behind_a_quotation_is_no_part_of_it() -> None:
    text = '"I am sorry about it," Ann Reed, the mayor, told reporters on the quay.'
    assert [r[::2] for r in _read("en", text)] == [("I am sorry about it", ["the mayor"])]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "De minister sloot de weg en zei dat die dicht blijft.", "De minister"),
        ("en", "The minister closed the road and said it would stay shut.", "The minister"),
        ("de", "Die Ministerin sperrte die Straße und sagte, sie bleibe geschlossen.", "Die Ministerin"),
    ],
)
def test_a_verb_of_saying_without_a_subject_has_that_of_the_clause_before(code: str, text: str, source: str) -> None:
    assert [sources for _, _, sources in _read(code, text)] == [[], [source]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Het ministerie ontkende dat het schip lek was en zei dat de lading veilig is."),
        ("en", "The ministry denied that the ship was leaking and said the cargo was safe."),
        ("de", "Das Ministerium bestritt, dass das Schiff leck war, und sagte, die Ladung sei sicher."),
    ],
)
def test_what_is_said_after_a_denial_is_not_denied(code: str, text: str) -> None:
    first, second = _read(code, text)
    assert first[1] == Status.DENIED
    assert second[1] != Status.DENIED
    assert len(second[2]) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De rederij weersprak de klacht: het schip was dicht."),
        ("en", "The line denied this: the ship had been sound."),
        ("de", "Den Vorwurf wies die Reederei zurück: Das Schiff sei dicht gewesen."),
        ("de", "Die Behörde bestritt das: Schuld sei allein der Nebel gewesen."),
    ],
)
def test_what_is_told_behind_a_colon_instead_of_what_is_denied_is_not_denied(code: str, text: str) -> None:
    assert _read(code, text)[-1][1] == Status.HAPPENED


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("nl", "Dat het schip lek was, ontkende de rederij.", "de rederij"),
        ("de", "Dass das Schiff leck war, bestritt die Reederei am Montag.", "die Reederei"),
        ("de", "Gerüchte, wonach der Betrieb schließen müsse, wies die Firma zurück.", "die Firma"),
    ],
)
def test_what_is_denied_may_stand_first(code: str, text: str, source: str) -> None:
    assert _read(code, text)[-1][1:] == (Status.DENIED, [source])


def test_a_relative_far_behind_a_verb_with_an_infinitive_is_not_what_was_said() -> None:
    text = "The two firms agreed on Monday to swap ships after talks that Norway had led."
    assert _read("en", text)[0][:2] == ("The two firms agreed on Monday to swap ships after talks", Status.HAPPENED)


def test_a_figure_said_to_have_been_told_before_names_nobody_else() -> None:
    text = "The ministry said that 71 sheep had been lost, up from the 62 it reported in May."
    assert _read("en", text)[0][2] == ["The ministry"]


def test_what_is_said_goes_on_behind_a_relative_of_its_subject() -> None:
    text = "Officials said a farmer who had been suspected of having caught the virus tested negative."
    assert [r[::2] for r in _read("en", text)] == [
        ("a farmer who had been suspected of having caught the virus tested negative", ["Officials"])
    ]


def test_whoever_hears_it_is_no_part_of_what_is_said() -> None:
    assert _read("en", "The port told reporters it would sue.")[0][::2] == ("it would sue", ["The port"])


def test_he_in_what_somebody_says_is_the_one_who_says_it() -> None:
    text = "Er rechne damit, dass die Runde im Mai beginne, sagte Meier."
    assert _read("de", text)[-1][2] == ["Meier"]


def test_a_number_with_a_dot_before_an_article_ends_its_sentence() -> None:
    text = "Es waren am Ende 38. Die Polizei war da. Der 38. Zug fuhr am 5. Mai."
    reading = analyse(Article("a", text, lang="de")).reading
    assert [text[s.start : s.end] for s in reading.sentences] == [
        "Es waren am Ende 38.",
        "Die Polizei war da.",
        "Der 38. Zug fuhr am 5. Mai.",
    ]


def test_a_hyphen_within_a_word_ends_no_dateline() -> None:
    assert _read("en", "A 72-hour ban was extended on Monday.")[0][0] == "A 72-hour ban was extended on Monday"


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "These firms said they would cut jobs.", "These firms"),
        ("en", "Those rescued said the boat had sunk.", "Those rescued"),
        ("en", "These deaths remind us that the road is dangerous.", ""),
        ("nl", "Deze groep zegt dat de aanslag haar werk was.", "Deze groep"),
        ("en", "These firms promised that prices would fall.", "These firms"),
        ("en", "Those doctors agreed that the drug was safe.", "Those doctors"),
        ("nl", "Deze cijfers tonen aan dat de economie krimpt.", ""),
        ("nl", "Dit ongeluk toont aan dat de weg gevaarlijk is.", ""),
        ("nl", "Deze buurt eist dat de brug opengaat.", "Deze buurt"),
        ("de", "Dieser Verband sagt, dass die Preise gestiegen sind.", "Dieser Verband"),
    ],
)
def test_who_was_pointed_out_before_can_speak_and_what_happened_reminds(code: str, text: str, source: str) -> None:
    assert _read(code, text)[-1][2] == [s for s in (source,) if s]


@pytest.mark.parametrize(
    ("code", "text", "first", "second"),
    [
        ("en", "Hamas said 20 people were killed and Israel said it had hit a base.", "Hamas", "Israel"),
        ("en", "Police said the road was closed and the mayor said two houses had burnt down.", "Police", "the mayor"),
        ("nl", "Rusland zei dat de brug weg was en Oekraïne zei dat er twee drones waren geland.", "Rusland", "Oekraïne"),
        ("de", "Der Bürgermeister sagte, dass die Schule geschlossen sei, und die Polizei sagte, dass ein Mann verletzt wurde.",
         "Der Bürgermeister", "die Polizei"),
        ("de", "Russland teilte mit, dass eine Brücke fiel, und die Ukraine sagte, dass sie zwei Drohnen traf.",
         "Russland", "die Ukraine"),
        ("de", "Das Rathaus räumte ein, dass Geld fehlte, und der Prüfer gab an, dass niemand davon wusste.",
         "Das Rathaus", "der Prüfer"),
        ("nl", "De school deelde mee dat de gang blank stond en de gemeente gaf aan dat de pomp kapot was.",
         "De school", "de gemeente"),
    ],
)  # fmt: skip
def test_two_who_speak_in_one_sentence_keep_their_own_words(code: str, text: str, first: str, second: str) -> None:
    for trained in {None, reader.load(True)[0]}:
        claims = analyse(Article("a", text, lang=code), trained=trained).reading.claims
        assert [[a.source for a in c.attribution] for c in claims] == [[first], [second]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", '"We will win," Smith said as he opened the bridge.'),
        ("en", '"We will win," said Smith as he opened the bridge.'),
        ("nl", '"We gaan winnen", zei Jansen terwijl hij de brug opende.'),
        ("de", '"Wir werden gewinnen", sagte Müller, während er die Brücke eröffnete.'),
    ],
)
def test_what_somebody_does_beside_a_quotation_is_no_word_of_it(code: str, text: str) -> None:
    for trained in {None, reader.load(True)[0]}:
        claims = analyse(Article("a", text, lang=code), trained=trained).reading.claims
        assert [bool(c.attribution) for c in claims] == [True, False]


def test_what_somebody_does_between_two_parts_of_a_quotation_is_no_word_of_it() -> None:
    text = '"We will win," Smith said, as he opened the bridge, "and we will win big."'
    claims = analyse(Article("a", text, lang="en")).reading.claims
    assert [bool(c.attribution) for c in claims] == [True, False, True]
