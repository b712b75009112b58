"""The names under which programs that save articles write what an article has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.formats.raw import Raw

# The first name that holds something wins. Names as trafilatura (JSON and front matter), newspaper4k, fundus and
# news-please write them, NewsAPI and RSS readers, and plain ones.
TEXT = ("text", "plaintext", "maintext", "article_text", "fulltext", "full_text", "body", "content", "raw_text")
DATE = (
    "date",
    "published",
    "publish_date",
    "publishing_date",
    "date_publish",
    "date_published",
    "published_date",
    "publication_date",
    "published_at",
    "publishedat",
    "datepublished",
    "pubdate",
    "pub_date",
)
TITLE = ("title", "headline", "title_page")
SOURCE = ("source", "publisher", "source_name", "outlet")
HOSTNAME = ("hostname", "source_domain", "domain", "host")
URL = ("url", "link", "canonical_link", "permalink", "requested_url")
LANGUAGE = ("lang", "language", "meta_lang")
AUTHOR = ("author", "authors", "byline", "creator")
RECORD = ("id", "article_id", "_id", "guid", "uuid")
RETRIEVED = ("retrieved", "retrieved_at", "crawled_at", "crawl_date", "date_download", "filedate")


def raw(values: Mapping[str, Any], path: str, *, file: str, dated_by: str, text: str = "", offset: int = 0) -> Raw:
    """An article from named values. `text` given is the text; else it is the value of that meaning."""
    named = {str(name).lower(): value for name, value in values.items()}
    return Raw(
        text=text or _text(named),
        path=path,
        file=file,
        offset=offset,
        stated=_first(named, DATE),
        dated_by=dated_by,
        title=_first(named, TITLE),
        source=_first(named, SOURCE),
        hostname=_first(named, HOSTNAME),
        url=_first(named, URL),
        lang=_first(named, LANGUAGE),
        author=_first(named, AUTHOR),
        record=_first(named, RECORD),
        retrieved=_first(named, RETRIEVED),
    )


def _text(named: Mapping[str, Any]) -> str:
    """The article's text, verbatim. A fundus body is summary and sections; its parts are set apart as paragraphs."""
    for name in TEXT:
        value = named.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, Mapping):
            return "\n\n".join(_paragraphs(value))
    return ""


def _paragraphs(body: Mapping[str, Any]) -> list[str]:
    sections = body.get("sections")
    parts = [body.get("summary")]
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, Mapping):
            parts += [section.get("headline"), section.get("paragraphs")]
    found = (item for part in parts for item in (part if isinstance(part, list) else [part]))
    return [item for item in found if isinstance(item, str) and item.strip()]


def _first(named: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((said for name in names if (said := _said(named.get(name)))), "")


def _said(value: object) -> str:
    """A value as words: lists of authors are joined, {"name": ...} is its name; "" for what is no value."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(said for item in value if not isinstance(item, list) and (said := _said(item)))
    if isinstance(value, Mapping):
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    return ""
