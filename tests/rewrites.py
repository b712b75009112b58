"""One report as 366 rewrites by 40 outlets over two days in two languages, and 30 reports that only look like it.

Everything is made by rule from the tables below; nothing is drawn at random. The flight, the outlets and the towns'
airports are invented.
"""

from __future__ import annotations

from itertools import product

from dateline import edtf
from dateline.ids import article_id
from dateline.model import Article

TUESDAY, WEDNESDAY = "2024-05-14", "2024-05-15"
OUTLETS = tuple(f"The {name} {kind}" for name in ("Dune", "Heath", "Marsh", "Quay", "Ridge", "Vale", "Weir", "Wold")
                for kind in ("Courier", "Echo", "Gazette", "Herald", "Post"))  # fmt: skip

ENGLISH = (
    "{flight} {landed} in {place} {day}{more}.",
    "{day_first} {flight} {landed} in {place}{more}.",
    "{flight} {landed} {day} in {place}{more}, officials said.",
    "{flight} from {home} {landed} in {place} {day}{more}.",
    "{place}'s airport saw {flight} land {day}{more}.",
)
DUTCH = (
    "{flight} is {day} in {place} geland{more}.",
    "{day_first} landde {flight} in {place}{more}.",
    "In {place} is {day} {flight} geland{more}.",
    "{flight} uit {home} landde {day} in {place}{more}.",
    "{day_first} is {flight} uit {home} in {place} geland{more}.",
)
FLIGHTS = {"en": ("Flight KM204", "Passenger flight KM204"), "nl": ("Vlucht KM204", "Passagiersvlucht KM204")}
MORE = {
    "en": ("", " with 131 passengers on board", " after a delay", " for the first time", " on a dry runway"),
    "nl": ("", " met 131 passagiers aan boord", " met vertraging", " voor het eerst", " op een droge baan"),
}
DAYS = {
    ("en", TUESDAY): ("on Tuesday", "On Tuesday"),
    ("en", WEDNESDAY): ("on Tuesday", "Yesterday"),
    ("nl", TUESDAY): ("dinsdag", "Dinsdag"),
    ("nl", WEDNESDAY): ("dinsdag", "Gisteren"),
}
COUNT = 366


def rewrites() -> list[Article]:
    """The 366 rewrites."""
    made = []
    forms = list(product(("en", "nl"), (TUESDAY, WEDNESDAY), range(5), range(2), range(5)))
    for number in range(COUNT):
        code, printed, template, flight, more = forms[(number * 7) % len(forms)]
        day, day_first = DAYS[code, printed]
        text = (ENGLISH if code == "en" else DUTCH)[template].format(
            flight=FLIGHTS[code][flight],
            landed="landed",
            place="Eindhoven",
            home="Riga",
            day=day,
            day_first=day_first,
            more=MORE[code][more],
        )
        made.append(article(OUTLETS[number % len(OUTLETS)], f"r{number}", printed, code, text))
    return made


LOOK_ALIKES = (
    *(f"Flight KM204 landed in {place} on Tuesday." for place in ("Groningen", "Maastricht", "Hamburg", "Lyon")),
    *(f"Vlucht KM204 is dinsdag in {place} geland." for place in ("Brest", "Porto", "Bologna", "Krakau")),
    *(f"Flight KM204 landed in Eindhoven on {day} May 2024." for day in (2, 4, 6, 8, 10)),
    *(f"Vlucht KM204 is op {day} april 2024 in Eindhoven geland." for day in (3, 9, 15, 21, 27)),
    *(f"Flight {number} landed in Eindhoven on Tuesday." for number in ("KM305", "KM418", "KM522", "KM631")),
    *(f"Vlucht {number} is dinsdag in Eindhoven geland." for number in ("BT117", "BT228", "BT339", "BT441")),
    "Flight KM204 to Eindhoven was cancelled on Monday.",
    "Vlucht KM204 van 20 mei 2024 naar Eindhoven is geannuleerd.",
    "Flight KM204 will land in Eindhoven on 28 May 2024.",
    "Op 11 juni 2024 zal vlucht KM204 in Eindhoven landen.",
)


def look_alikes() -> list[Article]:
    """30 reports of other places, days, flights and statuses."""
    made = []
    for number, text in enumerate(LOOK_ALIKES):
        code = "nl" if "lucht" in text.split()[0] or text.startswith("Op ") else "en"
        made.append(article(OUTLETS[number], f"l{number}", WEDNESDAY, code, text))
    return made


def article(source: str, url: str, day: str, code: str, text: str) -> Article:
    """One article with a stated day and language."""
    key = article_id(source, url, text)
    return Article(key, text, source, url, lang=code, stated=day, published=edtf.read(day), dated_by="record")
