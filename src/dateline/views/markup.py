"""Elements of a page as text in which nothing is markup but what was made here: every other string is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dateline.views.visible import visible


class Markup(str):
    """Text that is markup already. A plain `str` never is."""

    __slots__ = ()


Attribute = str | int | bool | None
Child = str | None


def tag(name: str, *children: Child, **attributes: Attribute) -> Markup:
    """An element with its closing tag. Children that are no `Markup` are escaped; None is left out.

    An underscore at the end of an attribute's name falls away, others become hyphens; True gives the bare name,
    False and None nothing.

    >>> tag("td", "<script>", class_="when", data_id=3)
    '<td class="when" data-id="3">&lt;script&gt;</td>'
    """
    attrs = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Markup(f"<{name}{attrs}>{join(children)}</{name}>")


def join(children: Iterable[Child], between: str = "") -> Markup:
    """Children one after the other, escaped where they are no `Markup`."""
    return Markup(between.join(text(child) for child in children if child is not None))


def text(child: str) -> Markup:
    """One child: as it is where it is `Markup`, else made visible and escaped.

    >>> text("a & b")
    'a &amp; b'
    """
    return child if isinstance(child, Markup) else Markup(escape(visible(child)))


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(visible(str(value)))}"'
