"""Constructions over word classes, matched longest first through one trie.

A pattern is class names with blanks between: `THE? DIRECTION UNIT|UNITS`; `?` marks what may be absent, `|` a choice.
Patterns are written out in full into a trie of dictionaries, so that matching looks at each item a few times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

Cats = dict[str, Any]


class Item:
    """A word, number or expression in the text: its place and its possible classes with their values."""

    __slots__ = ("cats", "end", "glued", "rule", "start")

    def __init__(self, start: int, end: int, cats: Cats, glued: bool = False, rule: str = "") -> None:
        self.start = start
        self.end = end
        self.cats = cats
        self.glued = glued
        self.rule = rule

    def __repr__(self) -> str:
        return f"Item({self.start}, {self.end}, {self.cats})"


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A value whose expression starts later than its pattern: so many items, or characters of the first, are left
    out in front."""

    value: Any
    left_out: int
    characters: int = 0


class Match:
    """Items that fit a pattern, each under the class it was taken for."""

    __slots__ = ("items", "names")

    def __init__(self, items: Sequence[Item], names: Sequence[str]) -> None:
        self.items = items
        self.names = names

    def get(self, name: str, default: Any = None) -> Any:
        """The value of the first item taken for that class, else the default."""
        for item, found in zip(self.items, self.names, strict=True):
            if found == name:
                return item.cats[name]
        return default

    def all(self, name: str) -> list[Any]:
        """The values of all items taken for that class."""
        return [i.cats[n] for i, n in zip(self.items, self.names, strict=True) if n == name]

    def has(self, name: str) -> bool:
        """Whether an item was taken for that class."""
        return name in self.names

    def item(self, name: str) -> Item | None:
        """The first item taken for that class."""
        return next((i for i, n in zip(self.items, self.names, strict=True) if n == name), None)


Build = Callable[[Match], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction: its name, the class it makes, its pattern, and what makes its value (None: it does not apply)."""

    name: str
    makes: str
    pattern: str
    build: Build


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    rules: list[tuple[int, Rule]] = field(default_factory=list)


class Pass:
    """One run over the items with a set of rules: at each place the longest that applies, ties to the earlier rule."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.root = _Node()
        for order, rule in enumerate(rules):
            for names in _written_out(rule.pattern):
                node = self.root
                for name in names:
                    node = node.next.setdefault(name, _Node())
                node.rules.append((order, rule))

    def run(self, items: list[Item]) -> list[Item]:
        """The items with every match replaced by what its rule made."""
        made: list[Item] = []
        at = 0
        while at < len(items):
            found = self._at(items, at)
            if found:
                length, new = found
                made.append(new)
                at += length
            else:
                made.append(items[at])
                at += 1
        return made

    def _at(self, items: list[Item], at: int) -> tuple[int, Item] | None:
        root = self.root.next
        if root.keys().isdisjoint(items[at].cats):
            return None
        found: list[tuple[int, int, Rule, tuple[str, ...]]] = []
        _walk(self.root, items, at, at, (), found)
        found.sort(key=lambda f: (-f[0], f[1]))
        for length, _, rule, names in found:
            taken = items[at : at + length]
            value = rule.build(Match(taken, names))
            if isinstance(value, Trimmed):
                first = taken[value.left_out]
                return length, Item(
                    first.start + value.characters, taken[-1].end, {rule.makes: value.value}, first.glued, rule.name
                )
            if value is not None:
                return length, Item(taken[0].start, taken[-1].end, {rule.makes: value}, taken[0].glued, rule.name)
        return None


def _walk(
    node: _Node,
    items: list[Item],
    start: int,
    at: int,
    names: tuple[str, ...],
    found: list[tuple[int, int, Rule, tuple[str, ...]]],
) -> None:
    for order, rule in node.rules:
        found.append((at - start, order, rule, names))
    if at >= len(items) or not node.next:
        return
    for cat in items[at].cats:
        following = node.next.get(cat)
        if following:
            _walk(following, items, start, at + 1, (*names, cat), found)


def _written_out(pattern: str) -> Iterable[tuple[str, ...]]:
    choices = []
    for word in pattern.split():
        names: list[str | None] = list(word.rstrip("?").split("|"))
        choices.append([*names, None] if word.endswith("?") else names)
    return {tuple(n for n in names if n) for names in product(*choices)} - {()}
