"""Ids: short hashes of what a thing is, never of what a model thought of it."""

from __future__ import annotations

import hashlib


def digest(prefix: str, *parts: str) -> str:
    """`prefix` and the first 12 hex digits of the SHA-256 of the parts, joined by a unit separator.

    >>> digest("a", "source", "text") == digest("a", "source", "text")
    True
    """
    return f"{prefix}-{hashlib.sha256(chr(31).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def article_id(source: str, url: str, text: str) -> str:
    """Two outlets with one text are two articles."""
    return digest("a", source, url, text)


def claim_id(article: str, start: int, end: int, ordinal: int) -> str:
    """A claim is its article, its span and its place among the claims of that span."""
    return digest("c", article, str(start), str(end), str(ordinal))
