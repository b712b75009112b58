"""Where clauses end that are joined on, and on whose word they are told."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article


def _read(code: str, text: str) -> list[tuple[str, str, list[str]]]:
    claims = analyse(Article("a", text, lang=code)).reading.claims
    return [(c.span.quote, c.status.value, [a.source for a in c.attribution]) for c in claims]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mould, which spreads slowly and causes brown spots, has been found in 40 barns."),
        ("en", "The man, who fell from a ladder and died, was 34."),
        ("en", "People who were ill and died had gone unnoticed."),
        ("nl", "De schimmel, die langzaam groeit en bruine vlekken geeft, is in 40 schuren gevonden."),
        ("de", "Der Pilz, der langsam wächst und braune Flecken macht, ist in 40 Scheunen gefunden worden."),
    ],
)
def test_a_second_verb_of_a_relative_is_not_that_of_the_clause_around_it(code: str, text: str) -> None:
    ((said, status, _),) = _read(code, text)
    assert (said, status) == (text.rstrip("."), "happened")


@pytest.mark.parametrize(
    "text",
    [
        "Tests have confirmed the mould in more than 40 barns, the ministry said on Monday.",
        "Inspectors have found cracks in three bridges, the ministry reported in Berlin on Monday.",
    ],
)
def test_what_was_confirmed_is_no_saying_of_those_who_say_so_behind_it(text: str) -> None:
    ((said, _, sources),) = _read("en", text)
    assert (said, sources) == (text.split(", the")[0], ["the ministry"])


@pytest.mark.parametrize(
    ("code", "text", "first", "second"),
    [
        ("en", "The port says there is no need to close and Norway said it saw no need either.", "The port", "Norway"),
        (
            "en",
            "The mayor said that the road was open and the police said that it was shut.",
            "The mayor",
            "the police",
        ),
        (
            "nl",
            "De dijkgraaf zei dat de weg open was en de politie zei dat hij dicht was.",
            "De dijkgraaf",
            "de politie",
        ),
        (
            "de",
            "Der Wirt sagte, die Straße sei offen und die Polizei warnte, sie sei gesperrt.",
            "Der Wirt",
            "die Polizei",
        ),
        ("de", "Der Wirt sagte, dass alles offen war und Meier warnte, dass es gesperrt sei.", "Der Wirt", "Meier"),
    ],
)
def test_two_who_speak_side_by_side_do_not_speak_of_one_another(code: str, text: str, first: str, second: str) -> None:
    assert [sources for _, _, sources in _read(code, text)] == [[first], [second]]


def test_a_saying_that_ends_what_is_said_stays_what_is_said() -> None:
    ((_, _, first), (_, _, second)) = _read("nl", "De dijkgraaf zei dat de weg open was en de politie waarschuwde.")
    assert first == second == ["De dijkgraaf"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("These deaths remind us that mould can kill, the vet said.", ["the vet"]),
        ("These experts remind us that mould can kill.", ["These experts"]),
    ],
)
def test_what_happened_says_nothing(text: str, sources: list[str]) -> None:
    assert [s for said, _, s in _read("en", text) if said == "mould can kill"] == [sources]


def test_what_somebody_does_while_speaking_is_the_papers_own_word() -> None:
    first, second = _read("en", "The road will stay shut, the mayor said as he visited the site on Monday.")
    assert (first[2], second[2]) == (["the mayor"], [])


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "A mould never seen before has killed up to 60 sheep.", "happened"),
        ("en", "Papers not seen by the court were burned on Friday.", "happened"),
        ("en", "The firm never paid the bill.", "denied"),
        ("en", "The outbreak is more serious than initially feared.", "ongoing"),
        ("nl", "De schade is groter dan aanvankelijk gevreesd.", "ongoing"),
        ("de", "Der Schaden ist größer als zunächst befürchtet.", "ongoing"),
        ("en", "The mould was found to have caused dozens of deaths.", "happened"),
        ("en", "A man was confirmed to have contracted the disease.", "happened"),
        ("en", "The minister is said to have left the country.", "possible"),
    ],
)
def test_only_the_words_of_the_predicate_decide(code: str, text: str, status: str) -> None:
    ((said, found, _),) = _read(code, text)
    assert (said, found) == (text.rstrip("."), status)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It spreads mainly through kisses, sneezes, coughs and in close quarters."),
        ("en", "Shoppers were buying up sponges, wipes and soap."),
        ("en", "Ann Reed, the town's newly elected mayor, spent her first day at the harbour."),
        ("nl", "Anna Smit, de pas benoemde havenmeester, bezocht de brug."),
        ("de", "Anna Meier, die neu gewählte Bürgermeisterin, besuchte die Brücke."),
        ("en", "The men who work at the plant that makes tyres have been tested."),
        ("en", "Those who need treatment with drops have been called in."),
    ],
)
def test_a_noun_that_looks_like_a_verb_tears_nothing(code: str, text: str) -> None:
    ((said, _, _),) = _read(code, text)
    assert said == text.rstrip(".")


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        ("en", "Police arrested a man from Leeds, who had fled on 3 May.", "a man from Leeds, who had fled on 3 May"),
        ("en", "The firm said the plant would close in May, which would cost 300 jobs.", "which would cost 300 jobs"),
        (
            "nl",
            "De politie vond een man uit Utrecht, die op 3 mei was gevlucht.",
            "een man uit Utrecht, die op 3 mei was gevlucht",
        ),
        (
            "de",
            "Die Polizei nahm einen Mann aus Köln fest, der am 3. Mai floh.",
            "einen Mann aus Köln fest, der am 3. Mai floh",
        ),
    ],
)
def test_a_relative_is_shown_with_whom_it_tells_of(code: str, text: str, shown: str) -> None:
    assert [said for said, _, _ in _read(code, text)][1:] == [shown]
