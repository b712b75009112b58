"""Web pages as they were saved: text by trafilatura, the date as the page itself states it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from trafilatura.settings import Document

from dateline.formats import byline
from dateline.formats.raw import Item, Raw
from dateline.formats.trouble import trouble

# Where pages state the day of publication, the most explicit first. trafilatura's own date (by htmldate) is not
# asked: it takes any day it finds in the text, and makes a day of a month by filling in today's.
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "article.published",
    "dc.date",
    "date",
)


_BEHIND = re.compile(r"\s*(?:[|·•–—]| - )\s*(?P<outlet>[^|·•–—\d]{2,40}?)\s*")


def read(html: str, path: str) -> Iterator[Item]:
    """The article of a page. Its text is what trafilatura extracts, so offsets count from the start of that."""
    try:
        tree = trafilatura.load_html(html.replace("\0", ""))
        stated = _date(tree) if tree is not None else ""
        page = (
            trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True) if tree is not None else None
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        # Malformed pages make trafilatura fail in all these ways; each is the page's fault, none the user's.
        yield trouble("bad-html", path, f"the page could not be read ({type(error).__name__}): save its text instead")
        return
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        message = "found no article text in this page; expected one article: save the page again, or its text"
        yield trouble("no-text", path, message)
        return
    yield Raw(
        text=page.text,
        path=path,
        file=path,
        stated=stated,
        dated_by="metadata",
        title=page.title or "",
        source=page.sitename or _outlet(tree),
        hostname=page.hostname or "",
        url=page.url or "",
        author="; ".join(name for name in (page.author or "").split("; ") if not byline.is_label(name)),
    )


def _outlet(tree: Any) -> str:
    """What stands behind the heading in the page's title, which is who publishes it: "Mine reopens - The Cape Monitor"."""
    title = " ".join("".join(tree.xpath("//head/title[1]//text()")).split())
    for heading in tree.xpath("//h1"):
        above = " ".join(heading.text_content().split())
        behind = _BEHIND.fullmatch(title[len(above) :]) if above and title.startswith(above) else None
        if behind:
            return behind["outlet"]
    return ""


def _date(tree: Any) -> str:
    """The day of publication in the page's own words: JSON-LD, then meta elements, then <time>."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        if found := _linked(script.text or ""):
            return found
    stated: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            stated.setdefault(str(meta.get(key, "")).strip().lower(), str(meta.get("content")).strip())
    if found := next((stated[name] for name in _META if stated.get(name)), ""):
        return found
    marked = tree.xpath("//*[@itemprop='datePublished'][@datetime]/@datetime | //time[@pubdate][@datetime]/@datetime")
    times = tree.xpath("//article//time[@datetime]/@datetime") or tree.xpath("//time[@datetime]/@datetime")
    return str(next(iter([*marked, *times]), "")).strip()


def _linked(text: str) -> str:
    """`datePublished` (https://schema.org/datePublished) in a block of JSON-LD: the first, outer things before inner."""
    try:
        todo: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return ""
    for item in todo:
        if isinstance(item, list):
            todo.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                return str(item["datePublished"]).strip()
            todo.extend(value for value in item.values() if isinstance(value, dict | list))
    return ""
