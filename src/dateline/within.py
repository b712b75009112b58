"""What a thing lies in, all the way up: a city in its country, that in its continent."""

from __future__ import annotations

from collections.abc import Mapping


def above(entity: str, parents: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The ids of everything an entity lies in, itself left out even where the parents go in a circle.

    >>> sorted(above("city", {"city": ("country",), "country": ("continent", "city")}))
    ['continent', 'country']
    """
    found: set[str] = set()
    queue = list(parents.get(entity, ()))
    while queue:
        parent = queue.pop()
        if parent not in found:
            found.add(parent)
            queue.extend(parents.get(parent, ()))
    return frozenset(found - {entity})
