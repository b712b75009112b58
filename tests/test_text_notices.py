"""What a page says of itself and of other pages is no news."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse
from dateline.model import Article, Part


def _parts(code: str, text: str) -> list[tuple[str, Part]]:
    return [(text[s.start : s.end], s.part) for s in analyse(Article("a", text, lang=code)).reading.sentences]


def _quotes(code: str, text: str) -> list[str]:
    return [c.span.quote for c in analyse(Article("a", text, lang=code)).reading.claims]


@pytest.mark.parametrize(
    ("code", "news", "notice"),
    [
        ("nl", "De brug is dicht.", "Elke dag nieuws in je bus? Schrijf je in voor onze nieuwsbrief."),
        ("nl", "De brug is dicht.", "Deze site gebruikt cookies. Lees ons privacybeleid."),
        ("nl", "De brug is dicht.", "© 2026 Het Veerblad. Overname zonder toestemming is verboden."),
        ("nl", "De brug is dicht.", "Lees ook: Waarom de brug dicht bleef."),
        ("en", "The bridge is shut.", "Sign up for our newsletter, which comes every Monday."),
        ("en", "The bridge is shut.", "We use cookies to make this site work."),
        ("en", "The bridge is shut.", "Copyright 2026 The Ferry Post. No copy may be made."),
        ("en", "The bridge is shut.", "Read more: The bridge will open in May."),
        ("de", "Die Brücke ist zu.", "Nichts mehr verpassen: Unser Newsletter erscheint jeden Tag. Hier anmelden."),
        ("de", "Die Brücke ist zu.", "Wir verwenden Cookies, um die Seite zu verbessern."),
        ("de", "Die Brücke ist zu.", "© 2026 Fährbote. Alle Rechte vorbehalten."),
        ("de", "Die Brücke ist zu.", "Lesen Sie auch: Die Brücke öffnet im Mai."),
    ],
)
def test_a_notice_of_the_page_is_no_claim(code: str, news: str, notice: str) -> None:
    text = f"{news}\n\n{notice}"
    assert _quotes(code, text) == [news.rstrip(".")]
    assert {part for said, part in _parts(code, text) if said in notice} == {Part.NOTICE}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "De brug is dicht.\n\nMeer over de brug\n• Boeren vrezen een omweg\n• Zo kom je toch thuis"),
        ("en", "The bridge is shut.\n\nMore on this story\n• Farmers fear a detour\n• How will they get home?"),
        ("de", "Die Brücke ist zu.\n\nMehr zum Thema\n• Bauern fürchten einen Umweg\n• So kommt ihr nach Hause"),
    ],
)
def test_headlines_under_a_head_for_links_are_no_claims(code: str, text: str) -> None:
    assert len(_quotes(code, text)) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Overname zonder toestemming van de raad is verboden."),
        ("nl", "Volgens de baas gebruikt de site cookies."),
        ("nl", '"Wij gebruiken cookies", zei de directeur.'),
        ("en", '"We use cookies," the firm said.'),
        ("en", "The firm said that it would sign up for the newsletter."),
        ("de", "„Wir verwenden Cookies, um Kunden zu kennen“, sagte der Chef."),
        ("de", "Die Leser können sich im Rathaus hier anmelden."),
    ],
)
def test_a_sentence_that_tells_of_such_things_is_none(code: str, text: str) -> None:
    assert Part.NOTICE not in {part for _, part in _parts(code, text)}


def test_a_paragraph_under_a_heading_that_reads_like_links_stays_text() -> None:
    text = "De brug is dicht.\n\nMeer over de brug\nDe brug werd in 1950 gebouwd.\n\nDe boot vaart."
    assert _quotes("nl", text) == ["De brug is dicht", "De brug werd in 1950 gebouwd", "De boot vaart"]


def test_only_the_notice_of_a_paragraph_of_news_goes() -> None:
    text = "The bridge was closed on Monday. The ferry sails at noon. A bus was sent. Sign up for our newsletter."
    assert [part for _, part in _parts("en", text)] == [Part.SENTENCE] * 3 + [Part.NOTICE]


@pytest.mark.parametrize(
    ("code", "news", "link"),
    [
        ("nl", "De brug is dicht. De boot vaart. Er rijdt een bus.", "Lees ook: Brug gaat in mei weer open."),
        (
            "nl",
            "De brug is dicht. De boot vaart. Er rijdt een bus.",
            "Lees meer over de brug die in mei werd gesloten.",
        ),
        (
            "en",
            "The bridge is shut. The ferry sails. A bus was sent.",
            "Read more about the bridge that was shut in May.",
        ),
        ("en", "The bridge is shut. The ferry sails. A bus was sent.", "See also: Bridge opens in May."),
        ("de", "Die Brücke ist zu. Die Fähre fährt. Ein Bus kam.", "Lesen Sie auch: Brücke gesperrt."),
        (
            "de",
            "Die Brücke ist zu. Die Fähre fährt. Ein Bus kam.",
            "Lesen Sie mehr über die Brücke, die gesperrt wurde.",
        ),
    ],
)
def test_a_link_within_a_paragraph_of_any_length_is_no_claim(code: str, news: str, link: str) -> None:
    for before in (news, " ".join([news] * 5)):
        parts = _parts(code, f"{before} {link} {news}")
        assert [said for said, part in parts if part is Part.NOTICE] == [link]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", 'The teacher was tired. "Go home. Read more about the war," she said.'),
        ("en", "The pupils have to read more about the war."),
        ("nl", "De leraar vond dat zij meer over de oorlog moesten lezen. Zij lezen ook: kranten en boeken."),
        ("de", "Die Schüler sollen mehr über den Krieg lesen. Sie lesen auch: Zeitungen und Bücher."),
    ],
)
def test_people_who_read_more_are_no_link(code: str, text: str) -> None:
    assert Part.NOTICE not in {part for _, part in _parts(code, text)}


@pytest.mark.parametrize(
    ("code", "news", "notice"),
    [
        ("en", "The bridge was shut on Monday.", "(For more stories about bridges, click on the links)"),
        ("en", "The bridge was shut on Monday.", "If you have a query about this story, send an email to the desk."),
        ("en", "The bridge was shut on Monday.", "To play this content you must have the latest player installed."),
        (
            "en",
            "The bridge was shut on Monday.",
            "(Reporting by Ann Smith; Editing by Bo Reed) Our platform connects traders.",
        ),
        ("nl", "De brug werd maandag gesloten.", "Klik hier voor een kaart van de omleiding die maandag is ingesteld."),
        ("nl", "De brug werd maandag gesloten.", "Om deze video te bekijken moet u de nieuwste speler hebben."),
        ("de", "Die Brücke wurde am Montag gesperrt.", "Klicken Sie hier, wenn Sie die Umleitung suchen."),
        (
            "de",
            "Die Brücke wurde am Montag gesperrt.",
            "(Bericht von Anna Meier, redigiert von Jan Holt) Wir verbinden Händler.",
        ),
    ],
)
def test_a_sentence_of_the_page_is_no_claim_in_a_long_paragraph_either(code: str, news: str, notice: str) -> None:
    text = f"{' '.join([news] * 12)} {notice}"
    assert len(_quotes(code, text)) == 12


def test_a_report_begins_behind_the_place_and_the_agency_that_follow_its_summary() -> None:
    text = "* Bridge shut after crack * Trains diverted (Adds quotes) LISBON, May 16 (Kestrel) - The bridge was shut on Saturday."
    assert _quotes("en", text) == ["The bridge was shut on Saturday"]
