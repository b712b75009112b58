"""The brief as one page that needs nothing else: no network, no fonts, no other file.

Text of articles is escaped wherever it goes. Beneath that, a content security policy lets only the page's own style
sheet and script run, by their hashes, so that markup which slipped through could neither run nor load anything.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import metadata, resources
from string import Template

from dateline.model import Brief, Status
from dateline.views import reader, sections
from dateline.views.content import boundary, conflicts
from dateline.views.lookup import language
from dateline.views.markup import Markup, join, tag, text
from dateline.views.phrases import count, iso_day
from dateline.views.tables import Sheet, sheet
from dateline.views.visible import one_line


def render(brief: Brief) -> str:
    """The whole page. Equal briefs give equal bytes."""
    page = sheet(brief)
    style, script = _file("page.css"), _file("page.js")
    title = f"What stands on {iso_day(brief.as_of)}" if brief.as_of else "What stands"
    return Template(_file("page.html")).substitute(
        policy=_policy(style, script),
        style=style,
        script=script,
        title=text(title),
        lede=_lede(page),
        boundary=text(boundary(brief)),
        sections=_sections(page),
        index=reader.index(page.look),
        articles=reader.articles(page.look),
        colophon=_colophon(brief),
    )


def _file(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere, but for these two texts; see https://www.w3.org/TR/CSP3/."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _sections(page: Sheet) -> Markup:
    return join(
        (
            _controls(page),
            sections.board(page),
            sections.timeline(page),
            sections.picture(page),
            sections.disagreements(page),
            sections.articles(page),
            sections.statements(page),
            sections.problems(page),
        )
    )


def _lede(page: Sheet) -> Markup:
    brief = page.look.brief
    spoken = sorted({language(r.article.lang) for r in brief.readings if r.article.lang})
    read = f"{count(len(brief.readings), 'article')}{' in ' if spoken else ''}{' and '.join(spoken)}"
    disputes = count(len(conflicts(page.look)), "disagreement")
    numbers = (read, count(len(brief.events), "event"), disputes, count(len(brief.problems), "problem"))
    return text(", ".join(numbers) + ".")


def _controls(page: Sheet) -> Markup:
    """What narrows board, timeline, disagreements and claims; it is of use with scripts only, so it starts hidden."""
    claims = page.look.claims.values()
    used = {c.status for c in claims} | {e.status for e in page.look.brief.events}
    statuses = [(s.value, "denied or not so" if s is Status.DENIED else s.value) for s in Status if s in used]
    languages = [(code, language(code)) for code in sorted({c.lang for c in claims})]
    stories = [(story.id, one_line(story.title)) for story in page.look.brief.stories]
    search = tag("label", "Find ", Markup('<input id="find" type="search" autocomplete="off">'))
    choices = [_choice("status", "Status", statuses), _choice("langs", "Language", languages)]
    choices += [_choice("stories", "Story", stories)] * (len(stories) > 1)
    found = tag("span", role="status", id="found")
    return tag("div", search, *choices, found, id="filter", role="search", aria_label="Narrow the lists", hidden=True)


def _choice(name: str, label: str, values: list[tuple[str, str]]) -> Markup:
    options = (tag("option", words, value=value) for value, words in [("", "any"), *values])
    return tag("label", f"{label} ", tag("select", *options, id=name))


def _colophon(brief: Brief) -> Markup:
    models = ", ".join(brief.models) or "none"
    return text(
        f"Made by Dateline {metadata.version('dateline')}. Models used: {models}. The same articles give the same page."
    )
