"""What a user's watch makes of the tracks: rows split, merged, named and pinned. Claims stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from dateline.ids import digest
from dateline.model import Claim, Problem, Row
from dateline.tracks.gather import Thread
from dateline.tracks.matters import named
from dateline.tracks.naming import World
from dateline.tracks.row import called, empty, track_id
from dateline.tracks.thread import has_condition
from dateline.watch import Naming, Pin, Split, Watch

_SHORTEST = 5
"""An id can be cut to so many characters, "t-84c", where only one begins so."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The tracks after a watch, the pinned ones by place (or as the row of one that is unknown), what went wrong."""

    threads: tuple[Thread, ...]
    pinned: tuple[int | Row, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True, eq=False)
class _Part:
    """A track while it is edited, with the ids of the tracks it was made of."""

    thread: Thread
    ids: frozenset[str]


@dataclass(slots=True)
class _Desk:
    """What is being edited, and the words to find it by."""

    watch: Watch
    names: Mapping[str, str]
    known: World
    entities: Mapping[str, Set[str]]
    parts: list[_Part]
    problems: list[Problem] = field(default_factory=list)

    def trouble(self, code: str, message: str) -> None:
        """Note what could not be done."""
        self.problems.append(Problem(code, "watch", self.watch.file, message))


def edit(
    threads: Sequence[Thread], watch: Watch, names: Mapping[str, str], known: World, entities: Mapping[str, Set[str]]
) -> Edited:
    """The tracks as the watch wants them: split, then merged, then named, then pinned.

    `names` is how each entity is called, `entities` under which names, in small letters, a user may mean it. A track the
    watch names and nobody knows is a problem, not an error: it may come back with the next articles.
    """
    desk = _Desk(watch, names, known, entities, [_Part(t, frozenset({track_id(t)})) for t in threads])
    for split in watch.splits:
        _split(desk, split)
    for merge in watch.merges:
        _merge(desk, merge.tracks, merge.label)
    for name in watch.names:
        for part in _one(desk, name.track, "name"):
            reason = f"named in {watch.file}: {called(part.thread, desk.names, desk.known)} before"
            part.thread = _kept(part.thread, reason, name.label)
    pinned = [p for pin in watch.pins for p in _pin(desk, pin)]
    places = [desk.parts.index(p) if isinstance(p, _Part) else p for p in pinned]
    return Edited(tuple(p.thread for p in desk.parts), tuple(dict.fromkeys(places)), tuple(desk.problems))


def _kept(thread: Thread, reason: str, words: str = "") -> Thread:
    return replace(thread, kept=True, label=words or thread.label, reasons=(*thread.reasons, reason))


def _split(desk: _Desk, split: Split) -> None:
    for part in _one(desk, split.track, "split"):
        wanted = _wanted(desk, split)
        taken = tuple(e for e in part.thread.entries if wanted(e.claim))
        left = tuple(e for e in part.thread.entries if not wanted(e.claim))
        if not taken or not left:
            found = "all of its claims" if taken else "no claim of it"
            message = (
                f"[[split]] {split.track!r} takes {found}; nothing was split: name other places, entities or claims"
            )
            desk.trouble("watch-split", message)
            continue
        reason = f"split from {called(part.thread, desk.names, desk.known)} in {desk.watch.file}"
        made = Thread(part.thread.topic, taken, True, reasons=part.thread.reasons, story=part.thread.story)
        own = replace(part.thread, entries=left, apart=True)
        part.thread = _kept(own, f"a part was split off in {desk.watch.file}")
        desk.parts.append(_Part(_kept(made, reason, split.label), frozenset({track_id(made)}) - part.ids))


def _wanted(desk: _Desk, split: Split) -> Callable[[Claim], bool]:
    """Whether a claim is one of those a split asks for; for a place also what lies in it counts."""
    places, others = _entities(desk, split.places), _entities(desk, split.entities)

    def wanted(claim: Claim) -> bool:
        mine = named(claim)
        inside = any(e in places or places & desk.known.within.get(e, frozenset()) for e in mine)
        return inside or bool(mine & others) or any(_begins(claim.id, key) for key in split.claims)

    return wanted


def _entities(desk: _Desk, words: Sequence[str]) -> frozenset[str]:
    """The entities of these ids or names."""
    folded = {w.casefold() for w in words}
    by_name = {e for e, found in desk.entities.items() if folded & found}
    return frozenset(words) | by_name | {e for e, name in desk.names.items() if name.casefold() in folded}


def _merge(desk: _Desk, tracks: Sequence[Naming], words: str) -> None:
    parts: list[_Part] = []
    for naming in tracks:
        found = _found(desk, naming)
        if not found:
            _unknown(desk, naming, "merge")
        parts += [p for p in found if p not in parts]
    if len(parts) < 2:
        return
    first = max(parts, key=lambda p: (len(p.thread.entries), track_id(p.thread)))
    before = ", ".join(called(p.thread, desk.names, desk.known) for p in parts)
    entries = tuple(sorted((e for p in parts for e in p.thread.entries), key=lambda e: e.order))
    made = replace(first.thread, entries=entries, reasons=tuple(r for p in parts for r in p.thread.reasons))
    merged = _Part(
        _kept(made, f"merged in {desk.watch.file}: {before}", words), frozenset(i for p in parts for i in p.ids)
    )
    desk.parts = [*(p for p in desk.parts if p not in parts), merged]


def _pin(desk: _Desk, pin: Pin) -> list[_Part | Row]:
    found = _found(desk, pin.track)
    for part in found:
        thread = _kept(part.thread, f"pinned in {desk.watch.file}", pin.label if len(found) == 1 else "")
        part.thread = replace(thread, pinned=True)
    if found:
        return list(found)
    if _is_id(pin.track):
        _unknown(desk, pin.track, "pin")
    reason = f"pinned in {desk.watch.file}; no track of these articles is {pin.track!r}"
    return [empty(digest("t", "pinned", pin.track), pin.label or pin.track, (reason,))]


def _one(desk: _Desk, naming: Naming, table: str) -> list[_Part]:
    """The one track meant, in a list; an empty one where it is none or several, which is noted."""
    found = _found(desk, naming)
    if len(found) == 1:
        return found
    if not found:
        _unknown(desk, naming, table)
        return []
    ids = ", ".join(f"{track_id(p.thread)} ({called(p.thread, desk.names, desk.known)})" for p in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    message = f"[[{table}]] {naming!r} means {len(found)} tracks: {ids}{more}; give the id of one of them"
    desk.trouble("watch-several-tracks", message)
    return []


_MOST_NAMED = 5


def _unknown(desk: _Desk, naming: Naming, table: str) -> None:
    shown = [p for p in desk.parts if has_condition(p.thread.entries)]
    some = ", ".join(f"{track_id(p.thread)} ({called(p.thread, desk.names, desk.known)})" for p in shown[:_MOST_NAMED])
    found = f"no track of these articles; expected the id, a claim or the label of one, such as {some or 'none'}"
    message = f"[[{table}]] {naming!r}: found {found}; `dateline watch PATH` lists them all"
    desk.trouble("watch-unknown-track", message)


def _found(desk: _Desk, naming: Naming) -> list[_Part]:
    """The tracks meant: by id, by a claim on them, by label, by topic; those with a row before those without."""
    shown = [p for p in desk.parts if p.thread.kept or has_condition(p.thread.entries)]
    hidden = [p for p in desk.parts if p not in shown]
    words = naming.strip().casefold()
    for means in (_by_id, _by_claim, _by_label, _by_topic):
        for parts in (shown, hidden):
            if found := [p for p in parts if means(desk, p, words)]:
                return found
    return []


def _by_id(_desk: _Desk, part: _Part, words: str) -> bool:
    return any(_begins(key, words) for key in (*part.ids, track_id(part.thread)))


def _by_claim(_desk: _Desk, part: _Part, words: str) -> bool:
    return any(_begins(e.claim.id, words) for e in part.thread.entries)


def _by_label(desk: _Desk, part: _Part, words: str) -> bool:
    return called(part.thread, desk.names, desk.known).casefold() == words


def _by_topic(_desk: _Desk, part: _Part, words: str) -> bool:
    return part.thread.topic.replace("-", " ") == words.replace("-", " ")


def _begins(key: str, words: str) -> bool:
    return key == words or (len(words) >= _SHORTEST and _is_id(words) and key.startswith(words))


def _is_id(words: str) -> bool:
    return words.startswith(("t-", "c-"))
