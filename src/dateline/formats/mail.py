"""E-mail as programs save it (.eml, RFC 5322): the text or the page in it, dated by its `Date`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from dateline.formats.raw import Item, Raw
from dateline.formats.trouble import trouble

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?.*(?:\r?\n[ \t].*)*\r?\n")
_SENT = frozenset({"from", "date"})
_MAILED = frozenset({"message-id", "mime-version", "received", "return-path", "delivered-to", "to"})


def is_mail(head: str) -> bool:
    """Whether text begins with the fields of a message: who sent it and when, and one that only mail has.

    >>> is_mail("From: a@b.example\\nTo: c@d.example\\nDate: Fri, 3 May 2024 10:12:00 +0100\\n\\nIt rains.")
    True
    """
    names: set[str] = set()
    at = 0
    while m := _FIELD.match(head, at):
        names.add(m[1].lower())
        at = m.end()
    return names >= _SENT and bool(names & _MAILED)


def read(data: bytes, path: str) -> Iterator[Item]:
    """The one article of a message; attachments are not read. Offsets count from the start of its text."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        part = message.get_body(preferencelist=("plain", "html"))
        body = part.get_content() if part is not None else ""
        stated, title, sender = (str(message.get(name, "")) for name in ("Date", "Subject", "From"))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError) as error:
        # Malformed fields and unknown encodings make the parser fail in all these ways; each is the message's fault.
        yield trouble(
            "bad-mail", path, f"the message could not be read ({type(error).__name__}): save its text instead"
        )
        return
    if not isinstance(body, str) or not body.strip():
        yield trouble("no-text", path, "found an e-mail without text; expected an article in it: save the text itself")
        return
    name, address = parseaddr(sender)
    if part is not None and part.get_content_subtype() == "html":
        from dateline.formats import page  # here, for it takes a second to load

        body = next((item.text for item in page.read(body, path) if isinstance(item, Raw)), "")
    yield Raw(
        body, path, path, stated=stated, dated_by="metadata", title=title, source=name or address.partition("@")[2]
    )
