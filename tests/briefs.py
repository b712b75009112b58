"""A brief made by hand for the tests of the views: three articles, two languages, and text that means harm.

A harbour reopens. The Dutch article knows only its month; the English one is dated. Every kind of time, status and
relation that a view can meet occurs; `HOSTILE` is an article whose text tries to run, to style and to reorder itself.
"""

from __future__ import annotations

from dateline.edtf import read
from dateline.model import (
    Article,
    Attribution,
    Brief,
    Claim,
    Dating,
    Due,
    Entity,
    Event,
    Independence,
    Judgement,
    Kind,
    Link,
    Mention,
    Part,
    Participant,
    Problem,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Rival,
    Row,
    Sentence,
    SourceKind,
    Span,
    State,
    Status,
    Step,
    Story,
    Timex,
)

DUTCH = """Vanochtend is de eerste veerboot sinds de storm in Norderoog aangekomen. De afvaart van gisteren werd \
geschrapt. Komende vrijdag staat een tweede overtocht gepland.

Haven dicht

De haven was sinds begin 2021 dicht. Volgens het havenkantoor blijft de kade een week afgesloten. \
Hoeveel reizigers aan boord waren, is niet bekend. Eerder deze week vertrok een koor naar het vasteland."""

ENGLISH = """A ferry ties up at Norderoog harbour, Tuesday. (NPA)

The harbour of Norderoog is opening step by step, the harbour office said on Sunday. 🛳️ Some 120 residents came home \
with the first boat. Ferries reportedly resumed from the eastern islands as well.

The island choir had travelled to the mainland the previous week. The mooring fee was dropped in March. \
A rowing race is planned for April next year."""

HOSTILE = (
    "<script>document.title='owned'</script> [bold red]not bold[/] \x1b[31mred\x1b[0m \u202eesrever\u202c "
    '<img src=x onerror="document.title=1"> [link](javascript:alert(1)) `code` | pipe | *stars* _line_ 👩‍👩‍👧 '
    "</script></article></mark>]]>--> ${title} $title &amp; שלום\r\nThe end.\x00"
)

_TEXTS = {"a-dutch0000001": DUTCH, "a-engl00000002": ENGLISH, "a-host00000003": HOSTILE}
NL, EN, BAD = _TEXTS


def span(article: str, quote: str) -> Span:
    """The span of the first place where these words stand in the article."""
    start = _TEXTS[article].index(quote)
    return Span(article, start, start + len(quote), quote)


def _claim(key: str, article: str, words: str, status: Status, time: str = "", **more: object) -> Claim:
    lang = {NL: "nl", EN: "en", BAD: "en"}[article]
    fields: dict[str, object] = {"kind": Kind.REPORT, "predicate": "sail", "time": read(time), **more}
    return Claim(f"c-{key}", span(article, words), lang, status=status, **fields)  # type: ignore[arg-type]


_OFFICE_NL = Attribution(
    "het havenkantoor", SourceKind.OFFICIAL, "Volgens", "e-office", span(NL, "het havenkantoor"), "indirect"
)
_OFFICE_EN = Attribution("the harbour office", SourceKind.OFFICIAL, "said", "e-office", span(EN, "the harbour office"))
_HEARSAY = Attribution("", SourceKind.ANONYMOUS, "reportedly")

CLAIMS = (
    _claim(
        "arrived00001",
        NL,
        "Vanochtend is de eerste veerboot sinds de storm in Norderoog aangekomen",
        Status.HAPPENED,
        "2024-05-14",
        time_expr="anchor",
        time_why="“Vanochtend” is the day of the article",
        places=("geo-1",),
        participants=(Participant("agent", "de eerste veerboot", span(NL, "de eerste veerboot")),),
        event="e-ferry000001",
        track="t-ferry000001",
        concepts=("ferry",),
        phase="arrive",
        status_why="a past tense",
    ),
    _claim(
        "scrapped0002",
        NL,
        "De afvaart van gisteren werd geschrapt",
        Status.CANCELLED,
        "2024-05-13",
        time_expr="anchor - 1 day",
        time_why="“gisteren” is the day before the article",
        event="e-scrap000002",
        track="t-ferry000001",
    ),
    _claim(
        "friday000003",
        NL,
        "Komende vrijdag staat een tweede overtocht gepland",
        Status.PLANNED,
        "2024-05-17",
        event="e-second00003",
        track="t-ferry000001",
    ),
    _claim(
        "shut00000004",
        NL,
        "De haven was sinds begin 2021 dicht",
        Status.ONGOING,
        "[2021-01..2021-03]/2024-05-14",
        kind=Kind.BACKGROUND,
        event="e-shut000004",
        track="t-harbour00001",
        phase="close",
    ),
    _claim(
        "quay00000005",
        NL,
        "blijft de kade een week afgesloten",
        Status.PLANNED,
        "2024-05-14/2024-05-21",
        attribution=(_OFFICE_NL,),
        quantities=(Quantity(span(NL, "een week"), 7.0, 7.0, None, "day", "kade"),),
        event="e-quay000005",
        track="t-quay0000001",
    ),
    _claim(
        "unknown00006",
        NL,
        "Hoeveel reizigers aan boord waren, is niet bekend",
        Status.UNKNOWN,
        kind=Kind.STATED_UNKNOWN,
    ),
    _claim(
        "choirnl00007",
        NL,
        "Eerder deze week vertrok een koor naar het vasteland",
        Status.HAPPENED,
        "[2024-05-13,2024-05-14]",
        event="e-choirnl0007",
        track="t-choir0000001",
    ),
    _claim(
        "tiesup000008",
        EN,
        "A ferry ties up at Norderoog harbour, Tuesday",
        Status.HAPPENED,
        "2024-05-14",
        attribution=(Attribution("NPA", SourceKind.AGENCY, "credit", "", span(EN, "NPA")),),
        event="e-ferry000001",
        track="t-ferry000001",
        places=("geo-1",),
    ),
    _claim(
        "opening00009",
        EN,
        "The harbour of Norderoog is opening step by step",
        Status.ONGOING,
        "[2024-05-01..2024-05-19]/..",
        attribution=(_OFFICE_EN,),
        said=read("2024-05-19"),
        event="e-open0000009",
        track="t-harbour00001",
        phase="open",
    ),
    _claim(
        "home00000010",
        EN,
        "Some 120 residents came home with the first boat",
        Status.HAPPENED,
        "2024-05~",
        quantities=(Quantity(span(EN, "Some 120"), 120.0, None, None, "", "residents"),),
        event="e-home0000010",
        track="t-people000001",
    ),
    _claim(
        "east00000011",
        EN,
        "Ferries reportedly resumed from the eastern islands as well",
        Status.POSSIBLE,
        certainty="possible",
        attribution=(_HEARSAY,),
        event="e-east0000011",
        track="t-ferry000001",
    ),
    _claim(
        "choiren00012",
        EN,
        "The island choir had travelled to the mainland the previous week",
        Status.HAPPENED,
        "[2024-05-06..2024-05-12]",
        event="e-choiren0012",
        track="t-choir0000001",
    ),
    _claim(
        "fee000000013", EN, "The mooring fee was dropped in March", Status.HAPPENED, "2024-03", event="e-fee00000013"
    ),
    _claim(
        "race00000014",
        EN,
        "A rowing race is planned for April next year",
        Status.PLANNED,
        "2025-04",
        event="e-race0000014",
    ),
    _claim(
        "hostile00015",
        BAD,
        "<script>document.title='owned'</script> [bold red]not bold[/] \x1b[31mred\x1b[0m \u202eesrever\u202c ",
        Status.DENIED,
        "[..2024-05-18]",
        attribution=(Attribution("<b>[bold]Nobody[/]</b>", SourceKind.WITNESS, "says", "", None, "direct"),),
        event="e-hostile0015",
    ),
)


def _event(key: str, status: Status, claims: tuple[str, ...], origins: int = 1, title: str = "") -> Event:
    members = [c for c in CLAIMS if c.id in claims]
    steps = tuple(Step(c.status, c.time, (c.id,)) for c in members)
    return Event(
        f"e-{key}",
        title or members[0].span.quote,
        members[0].time,
        status,
        steps,
        claims,
        origins,
        ("same vessel", "same harbour") if len(claims) > 1 else (),
    )


EVENTS = (
    _event("ferry000001", Status.HAPPENED, ("c-arrived00001", "c-tiesup000008"), 2),
    _event("scrap000002", Status.CANCELLED, ("c-scrapped0002",)),
    _event("second00003", Status.PLANNED, ("c-friday000003",)),
    _event("shut000004", Status.ONGOING, ("c-shut00000004",)),
    _event("quay000005", Status.PLANNED, ("c-quay00000005",)),
    _event("choirnl0007", Status.HAPPENED, ("c-choirnl00007",)),
    _event("open0000009", Status.ONGOING, ("c-opening00009",)),
    _event("home0000010", Status.HAPPENED, ("c-home00000010",)),
    _event("east0000011", Status.POSSIBLE, ("c-east00000011",)),
    _event("choiren0012", Status.HAPPENED, ("c-choiren00012",)),
    _event("fee00000013", Status.HAPPENED, ("c-fee000000013",)),
    _event("race0000014", Status.PLANNED, ("c-race00000014",)),
    _event("hostile0015", Status.DENIED, ("c-hostile00015",)),
)

RELATIONS = (
    Relation(
        RelationKind.CORROBORATES,
        "c-arrived00001",
        "c-tiesup000008",
        "status",
        Independence.YES,
        2.5,
        ("same vessel +1.5", "same place +1.0"),
    ),
    Relation(
        RelationKind.CONTRADICTS,
        "c-choirnl00007",
        "c-choiren00012",
        "time",
        Independence.UNKNOWN,
        1.5,
        ("“Eerder deze week” and “the previous week” share no day +1.5",),
    ),
    Relation(
        RelationKind.FOLLOWS,
        "c-scrapped0002",
        "c-arrived00001",
        "status",
        Independence.NO,
        1.0,
        ("planned for 13 May, sailed on 14 May",),
    ),
)

DATINGS = (
    Dating(
        NL,
        read("2024-05-14"),
        ("2024-05-14",),
        ("“Vanochtend” the ferry arrived; the caption of the other article puts that on “Tuesday”",),
        ("the choir left “Eerder deze week”; the other article has “the previous week”",),
        (
            Rival(
                read("2024-05-07"),
                ("the choir's two departures would agree",),
                ("the caption's Tuesday would be 12 days old",),
            ),
        ),
        inferred=True,
    ),
    Dating(EN, read("2024-05-19"), ("2024-05-19",), ("stated in the header",)),
)

BOARD = (
    Row(
        "t-ferry000001",
        "ferry, Norderoog",
        "A ferry ties up at Norderoog harbour, Tuesday",
        "c-tiesup000008",
        read("2024-05-14"),
        read("2024-05-14"),
        read("2024-05-19"),
        ("NPA (agency)", "the article itself"),
        2,
        0,
        1,
        False,
        None,
        (Due(read("2024-05-17"), ("c-friday000003",)),),
        (
            State(
                "De afvaart van gisteren werd geschrapt",
                Status.CANCELLED,
                "stop",
                read("2024-05-13"),
                ("c-scrapped0002",),
            ),
            State(
                "Vanochtend is de eerste veerboot sinds de storm in Norderoog aangekomen",
                Status.HAPPENED,
                "arrive",
                read("2024-05-14"),
                ("c-arrived00001", "c-tiesup000008"),
            ),
        ),
        ("c-arrived00001", "c-scrapped0002", "c-friday000003", "c-tiesup000008", "c-east00000011"),
        ("head topic ferry", "same place"),
    ),
    Row(
        "t-harbour00001",
        "harbour, Norderoog",
        "The harbour of Norderoog is opening step by step",
        "c-opening00009",
        read("[2024-05-01..2024-05-19]"),
        read("2024-05-19"),
        read("2024-05-19"),
        ("the harbour office (official)",),
        1,
        0,
        0,
        False,
        None,
        (),
        (
            State(
                "De haven was sinds begin 2021 dicht",
                Status.ONGOING,
                "close",
                read("[2021-01..2021-03]/2024-05-14"),
                ("c-shut00000004",),
            ),
        ),
        ("c-shut00000004", "c-opening00009"),
    ),
    Row(
        "t-choir0000001",
        "choir <b>[bold]</b>",
        "The island choir had travelled to the mainland the previous week",
        "c-choiren00012",
        read("[2024-05-06..2024-05-12]"),
        read(""),
        read("2024-05-19"),
        ("the article itself",),
        1,
        1,
        0,
        True,
        None,
        (),
        (),
        ("c-choirnl00007", "c-choiren00012"),
    ),
    Row(
        "t-race00000001",
        "rowing race",
        "A rowing race is planned for April next year",
        "c-race00000014",
        read(""),
        read(""),
        read(""),
        (),
        1,
        0,
        0,
        False,
        Due(read("2025-04"), ("c-race00000014",)),
        (),
        (),
        ("c-race00000014",),
    ),
)

PROBLEMS = (
    Problem("no-date", "formats", BAD, "no date in the header <b>of this file</b> [bold]", span(BAD, "[bold red]")),
    Problem("date-open", "dating", BAD, "nothing narrows the day of this article"),
)


def _sentences(text: str) -> tuple[Sentence, ...]:
    made, at = [], 0
    for i, block in enumerate(text.split("\n\n")):
        part = Part.HEADING if len(block) < 20 else Part.SENTENCE
        made.append(Sentence(at, at + len(block), part, i))
        at += len(block) + 2
    return tuple(made)


def _reading(article: Article, *timexes: Timex, mentions: tuple[Mention, ...] = ()) -> Reading:
    mine = tuple(c for c in CLAIMS if c.span.article == article.id)
    return Reading(article, _sentences(article.text), timexes, mentions, mine)


def brief() -> Brief:
    """The whole brief."""
    dutch = Article(
        NL, DUTCH, "Eilandbode", "https://example.org/veer?a=1&b=2", "news/veer.txt", "Eerste veerboot terug", "", "nl",
        0.99, True, 13, "mei 2024", read("2024-05"), "header",
    )  # fmt: skip
    english = Article(
        EN, ENGLISH, "", "", "news/ferry.txt", "", "", "en", 0.98, True, 16, "2024-05-19", read("2024-05-19"), "header"
    )
    hostile = Article(
        BAD, HOSTILE, "[red]Evil[/] <i>Times</i>", "javascript:alert(1)", "news/[bold]bad`.txt",
        "</title><script>document.title='owned'</script>", lang="", readable=False,
    )  # fmt: skip
    morning, yesterday = span(NL, "Vanochtend"), span(NL, "gisteren")
    readings = (
        _reading(
            dutch,
            Timex(morning, "TIME", "2024-05-14TMO", "", "dct", "anchor", "this-morning", read("2024-05-14")),
            Timex(yesterday, "DATE", "2024-05-13", "", "dct", "anchor - 1 day", "yesterday", read("2024-05-13")),
            mentions=(Mention(span(NL, "Norderoog"), "LOC", False, "geo-1", ("one place of that name",)),),
        ),
        _reading(
            english,
            Timex(span(EN, "Tuesday"), "DATE", "2024-05-14", "", "dct", "last(TUE)", "weekday", read("2024-05-14")),
            mentions=(Mention(span(EN, "Norderoog"), "LOC", False, "geo-1", ("one place of that name",)),),
        ),
        _reading(hostile),
    )
    entities = (
        Entity("e-office", "ORG", (("en", "the harbour office"), ("nl", "het havenkantoor"))),
        Entity("geo-1", "LOC", (("nl", "Norderoog"), ("en", "Norderoog")), (("geonames", "1"),)),
        Entity("geo-unused", "LOC", (("en", "Elsewhere"),)),
    )
    links = (Link(span(NL, "Norderoog"), span(EN, "Norderoog"), Judgement.SAME, ("same name",)),)
    story = Story("s-harbour0001", "The harbour of Norderoog", (NL, EN), ("en", "nl"), ("shared place Norderoog",))
    return Brief(
        "2024-05-19", readings, entities, links, DATINGS, (story,), EVENTS, RELATIONS, BOARD, PROBLEMS,
        ("none",), (BAD,),
    )  # fmt: skip


def brief_of(text: str) -> Brief:
    """A small brief in which this text stands wherever text of an article can stand."""
    where = Span("a-any", 0, len(text), text)
    time = read("2024-05")
    who = (Attribution(text, SourceKind.NAMED, text, text, where),)
    part = (Participant("agent", text, where),)
    claim = Claim("c-any", where, "nl", Kind.REPORT, text, Status.HAPPENED, attribution=who, participants=part,
                  event="e-any", track="t-any", time=time, time_why=text, status_why=text)  # fmt: skip
    article = Article("a-any", text, text, text, text, text, text, "nl", stated=text, published=time)
    timex = Timex(where, "DATE", text, rule=text, when=time)
    row = Row("t-any", text, text, "c-any", time, time, time, (text,), 1, 0, 0, True, None, (), (), ("c-any",), (text,))
    event = Event("e-any", text, time, Status.HAPPENED, (), ("c-any",), 1, (text,))
    relation = Relation(RelationKind.CONTRADICTS, "c-any", "c-any", text, Independence.NO, 1.0, (text,))
    rival = Rival(time, (text,), (text,))
    dating = Dating("a-any", time, (), (text,), (text,), (rival,), True)
    story, problem = Story("s-any", text, ("a-any",), ("nl",)), Problem("odd", "read", "a-any", text, where)
    reading = Reading(article, (), (timex,), (Mention(where, "LOC", entity="x"),), (claim,))
    entity = Entity("x", "LOC", (("nl", text),))
    return Brief(
        "2024-05-19", (reading,), (entity,), (), (dating,), (story,), (event,), (relation,), (row,), (problem,)
    )
