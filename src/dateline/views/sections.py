"""The sections of the page. In every table the sources' words and what was worked out keep columns of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline import edtf
from dateline.denial import status_in_words
from dateline.model import Article, Claim, Dating, Problem, Row, State, Status
from dateline.views import chart
from dateline.views.content import (
    NOTHING,
    UNCONFIRMED,
    WORDS,
    WORKED_OUT,
    Conflict,
    agreements,
    confirmation,
    conflicts,
    course_of,
    denials,
    denied_as,
    independence,
    kinds,
    origins,
    outlook,
    quote,
    quotes,
    shelf,
    solved,
    speakers,
    standing,
    status_of,
    times,
)
from dateline.views.lookup import language, outlet
from dateline.views.markup import Attribute, Child, Markup, join, tag
from dateline.views.phrases import Sureness, count, in_words
from dateline.views.reader import link
from dateline.views.tables import Sheet, cell, fact, folded, lines, row, said, section, table, time
from dateline.views.timeline import Entry, Order, entries, groups
from dateline.when import on


def board(page: Sheet) -> Markup:
    """What stands: one row a track."""
    if not page.look.brief.board:
        return section("board", "Board", tag("p", "Nothing in these articles changes or keeps a state."))
    headings = (("", "Subject"), (WORDS, "State"), (WORKED_OUT, "Since, and what comes"), (WORKED_OUT, "Support"))
    rows = (_track(page, r) for r in page.look.brief.board)
    return section("board", "Board", table("The state of each subject", headings, rows, "board"))


def _why(title: str, reasons: tuple[str, ...]) -> Markup | None:
    return folded(title, lines(reasons, "reasons")) if reasons else None


def _traits(page: Sheet, claims: Iterable[Claim], statuses: Iterable[Status]) -> dict[str, Attribute]:
    """What a row can be narrowed by: its statuses, and the languages and stories of its claims."""
    known = tuple(claims)
    stories = {page.look.story_of.get(c.span.article, "") for c in known}
    return {
        "data_status": " ".join(sorted(set(statuses))),
        "data_langs": " ".join(sorted({c.lang for c in known})),
        "data_stories": " ".join(sorted(stories - {""})),
    }


def _track(page: Sheet, r: Row) -> Markup:
    words: list[Child] = [said(page, x) for x in quotes(page.look, (r.state_claim,))] or [_no_claim(r)]
    words += [tag("div", tag("span", denied_as(x), class_="label"), said(page, x)) for x in denials(page.look, r)]
    stands = standing(page.look, r)
    facts: list[Child] = [*([fact("Status", stands)] * bool(stands))]
    facts += [fact(label, time(at)) for label, at in times(page.look, r)]
    for label, due in outlook(r):
        words += [tag("div", tag("span", label, class_="label"), said(page, x)) for x in quotes(page.look, due.claims)]
        facts.append(fact(label, time(due.time)))
    if len(r.history) > 1:
        facts.append(folded(f"{len(r.history)} states over time", lines(_state(page, s) for s in r.history)))
    facts.append(_why("Why one subject", r.reasons) if len(r.claims) > 1 else None)
    contested = tag("a", "Contested", href="#disagreements", class_="badge contested") if r.contested else None
    pinned = tag("span", "Pinned", class_="badge") if r.pinned else None
    name = join((tag("span", r.label, dir="auto"), pinned, contested), " ")
    claims = page.look.known(r.claims)
    traits = _traits(page, claims, (c.status for c in claims))
    return row(name, cell(WORDS, *words, words=True), cell("", *facts), cell("", *_support(page, r)), **traits)


def _no_claim(r: Row) -> Markup:
    return tag("p", f"“{r.state}”" if r.state else NOTHING)


def _support(page: Sheet, r: Row) -> list[Markup]:
    voices = [fact("According to", tag("bdi", "; ".join(speakers(page.look, r))))] * bool(r.according_to)
    if not r.claims:
        return voices
    alone = [tag("p", UNCONFIRMED, class_="fact")] * (not r.last_confirmed.known)
    return [*voices, fact("Origins", origins(r)), *alone, *(fact(label, time(at)) for label, at in confirmation(r))]


def _state(page: Sheet, s: State) -> Markup:
    """One state of a row: what it was, when, and a mark that opens the words."""
    opened = [_open(page, c) for c in page.look.known(s.claims)]
    return join((badge(s.status, page.look.known(s.claims)), time(s.time), *opened), " ")


def _open(page: Sheet, claim: Claim) -> Markup | None:
    """A short link to a quote, where the words themselves would stand in a column that is not theirs."""
    anchor = page.anchors.get(claim.span.article)
    article = page.look.article(claim.span.article)
    return link(anchor, claim.span, claim.lang, f"words in {outlet(article)}") if anchor and article else None


def badge(status: Status, claims: Iterable[Claim]) -> Markup:
    """A status by the claims that tell it, told apart by its words first and its colour second."""
    return tag("span", status_in_words(status, claims), class_=f"badge {status.value}")


def timeline(page: Sheet) -> Markup:
    """Every event in order of time; those of unknown time folded below."""
    found = entries(page.look.brief)
    if not found:
        return section("timeline", "Timeline", tag("p", "No event."))
    heads = {group.entries[0].event.id for group in groups(found)}
    rows = [(e.sureness, _event(page, e, i, e.event.id not in heads)) for i, e in enumerate(found, 1)]
    timed = [drawn for sure, drawn in rows if sure is not Sureness.UNKNOWN]
    loose = [drawn for sure, drawn in rows if sure is Sureness.UNKNOWN]
    headings = ((WORKED_OUT, "When"), (WORKED_OUT, "Status"), (WORDS, "What is said"))
    body = table("Events in order of time", headings, timed, "timeline") if timed else None
    title = f"{count(len(loose), 'event')} of unknown time"
    more = folded(title, table("Events of unknown time", headings, loose, "timeline")) if loose else None
    return section("timeline", "Timeline", body, more)


def _event(page: Sheet, entry: Entry, number: int, repeats: bool) -> Markup:
    """One event. `repeats` where its time is that of the line above, so that it can be shown more quietly."""
    told = quotes(page.look, entry.event.claims)
    unsure = entry.order is Order.UNSURE and entry.sureness is not Sureness.UNKNOWN
    when = join((time(entry.time), tag("span", entry.order, class_="order") if unsure else None))
    status: list[Child] = [badge(entry.event.status, (x.claim for x in told))]
    course = course_of(page.look, entry.event)
    status += [tag("p", " → ".join(course), class_="fact")] * (len(course) > 1)
    status += [fact("Told by", kinds(told))] * bool(told)
    status += [fact("Independent origins", str(entry.event.origins))] * (entry.event.origins > 1)
    status += [_why("Why one event", entry.event.reasons)] * (len(told) > 1)
    words = cell(WORDS, *(said(page, x) for x in told), words=True)
    traits = _traits(page, (x.claim for x in told), (entry.event.status,))
    return row(when, cell("", *status), words, id=f"e{number}", class_="same" if repeats else None, **traits)


def picture(page: Sheet) -> Markup:
    """The timeline drawn, with a legend; each strip has its words. What has no time cannot be drawn, and is counted."""
    found = [(e, i) for i, e in enumerate(entries(page.look.brief), 1) if e.sureness is not Sureness.UNKNOWN]
    as_of = _day(page.look.brief.as_of)
    scaled = chart.scale([*(e.time for e, _ in found), *([on(as_of)] if as_of else [])])
    if not found or scaled is None:
        return section("chart", "The timeline drawn", tag("p", "No time is known."))
    exact = [e.time.begin.lo for e, _ in found if e.sureness is Sureness.DAY]
    days = chart.ticks(scaled, [*([as_of.toordinal()] if as_of else []), *exact])
    strips = (_strip(page, chart.strip(scaled, e, days, as_of, status_of(page.look, e.event)), e, i) for e, i in found)
    axis = tag("div", tag("span"), chart.axis(scaled, days), class_="strip-row axis-row", aria_hidden="true")
    drawn = (
        chart.legend(),
        tag("p", _note(page, len(found)), class_="note"),
        axis,
        tag("ol", *strips, class_="strips"),
    )
    return section("chart", "The timeline drawn", *drawn)


def _note(page: Sheet, drawn: int) -> str:
    note = "Long gaps are shortened. The dashed line is the end of the day this brief stands for."
    left = len(page.look.brief.events) - drawn
    return f"{note} Not drawn: {count(left, 'event')} of unknown time." if left else note


def _strip(page: Sheet, drawn: Markup, entry: Entry, number: int) -> Markup:
    claims = page.look.known(entry.event.claims)
    own = next((c.lang for c in claims if c.span.quote == entry.event.title), None)
    title = tag("a", entry.event.title, href=f"#e{number}", lang=own, dir="auto", class_="strip-name")
    return tag("li", title, drawn, class_="strip-row", **_traits(page, claims, (entry.event.status,)))


def _day(text: str) -> date | None:
    """The day the brief stands for; None where it names none."""
    when = edtf.read(text)
    return when.earliest if when.exact else None


def disagreements(page: Sheet) -> Markup:
    """Every contradiction with both sides."""
    found = conflicts(page.look)
    body = _pairs(page, "Claims that cannot both hold; both are kept", found) if found else tag("p", "None found.")
    others = agreements(page.look)
    more = (
        folded(f"{count(len(others), 'other link')} between claims", _pairs(page, "Links", others)) if others else None
    )
    return section("disagreements", "Disagreements", body, more)


def _pairs(page: Sheet, caption: str, pairs: Iterable[Conflict]) -> Markup:
    headings = ((WORKED_OUT, "Judgement"), (WORDS, "One side"), (WORDS, "The other"))
    return table(caption, headings, (_pair(page, pair) for pair in pairs), "pairs")


def _pair(page: Sheet, pair: Conflict) -> Markup:
    r = pair.relation
    reasons = lines((f"Because {reason}" for reason in r.reasons), "reasons")
    head = tag("span", f"{r.kind.value.capitalize()} on {r.on}" if r.on else r.kind.value.capitalize())
    sides = (("One side", pair.left), ("The other", pair.right))
    times = (fact(label, f"{status_in_words(x.claim.status, [x.claim])}, ", time(x.claim.time)) for label, x in sides)
    verdict = tag("div", *times, reasons, tag("p", independence(r).capitalize(), class_="fact"), class_="verdict")
    cells = (cell(f"{label}, in its words", said(page, x), words=True) for label, x in sides)
    claims = (pair.left.claim, pair.right.claim)
    return row(join((head, verdict)), *cells, **_traits(page, claims, (c.status for c in claims)))


def articles(page: Sheet) -> Markup:
    """Every article: the date it states, the day it was found to be of, why, and what lost."""
    headings = (("", "Article"), (WORDS, "Stated date"), (WORKED_OUT, "Published"))
    rows = (_article(page, r.article) for r in shelf(page.look))
    return section("articles", "Articles and their dates", table("Articles", headings, rows, "articles"))


def _article(page: Sheet, a: Article) -> Markup:
    story = page.look.stories.get(page.look.story_of.get(a.id, ""))
    name = tag("a", tag("bdi", outlet(a)), href=f"#{page.anchors[a.id]}", class_="open", data_a=page.anchors[a.id])
    spoken = (language(a.lang) or "language not known") + ("" if a.readable else ", not read")
    about = [tag("p", a.title, class_="title", lang=a.lang, dir="auto")] * bool(a.title)
    about += [tag("p", tag("bdi", text), class_="fact") for text in (spoken, a.path) if text]
    about += [fact("Story", tag("bdi", story.title))] if story else []
    late = (
        tag("p", "May have been published by then.", class_="fact")
        if a.id in page.look.brief.possibly_published
        else None
    )
    dated = tag("bdi", in_words(a.stated, a.published) or "none", lang=a.lang if a.stated else None)
    return row(
        join((name, *about)),
        cell("Stated date, in its words", dated, words=True),
        cell("Published, as worked out", *_dating(solved(page.look, a)), late),
    )


def _dating(d: Dating) -> list[Markup | None]:
    parts: list[Markup | None] = [tag("p", time(d.when), class_="solved"), _pros(d.reasons, d.against)]
    rivals = ((time(r.when), _pros(r.reasons, r.against)) for r in d.rivals)
    return [*parts, *(tag("div", fact("Rival", when), pros, class_="rival") for when, pros in rivals)]


def _pros(reasons: Iterable[str], against: Iterable[str]) -> Markup | None:
    """What speaks for a day and what against it; the word says which, the colour repeats it."""
    told = [join((tag("b", "For", class_="pro"), " ", r)) for r in reasons]
    told += [join((tag("b", "Against", class_="con"), " ", r)) for r in against]
    return lines(told, "reasons")


def statements(page: Sheet) -> Markup:
    """Every claim, those without an event too."""
    claims = sorted(page.look.claims.values(), key=lambda c: (c.span, c.id))
    headings = ((WORDS, "Claim"), (WORKED_OUT, "Read as"), (WORKED_OUT, "When"))
    rows = (_claim(page, c) for c in claims)
    body = folded(f"All {count(len(claims), 'claim')}", table("Claims", headings, rows, "claims"))
    return section("claims", "Claims", body)


def _claim(page: Sheet, c: Claim) -> Markup | None:
    line = quote(page.look, c)
    if line is None:
        return None
    manner = ", ".join(x for x in (c.kind.value, c.polarity, c.certainty) if x not in ("positive", "certain", "report"))
    read = [
        badge(c.status, (c,)),
        tag("p", manner, class_="fact") if manner else None,
        tag("code", c.id, class_="edtf"),
    ]
    times = [fact("Holds", time(c.time)), tag("p", c.time_why, class_="fact") if c.time_why else None]
    times += [fact("Before, planned for", time(c.former))] if c.former.known else []
    times += [fact("Said", time(c.said))] if c.said.known else []
    return row(said(page, line), cell("", *read), cell("", *times), **_traits(page, (c,), (c.status,)))


def problems(page: Sheet) -> Markup:
    """What could not be read or decided."""
    found = page.look.brief.problems
    headings = (("", "Problem"), ("", "What could not be read or decided"), (WORDS, "Where"))
    body = table("Problems", headings, (_problem(page, p) for p in found), "problems") if found else tag("p", "None.")
    return section("problems", "Problems", body)


def _problem(page: Sheet, p: Problem) -> Markup:
    about = page.look.article(p.subject)
    subject = tag("bdi", outlet(about) if about else p.subject)
    anchor = page.anchors.get(p.span.article) if p.span else None
    place = page.look.article(p.span.article) if p.span else None
    where = (
        link(anchor, p.span, place.lang)
        if p.span and anchor and place
        else tag("bdi", f"“{p.span.quote}”" if p.span else "")
    )
    head = join((tag("code", p.code), tag("p", p.stage, class_="fact")))
    return row(head, cell("", tag("p", subject, class_="label"), tag("p", p.message)), cell(WORDS, where, words=True))
