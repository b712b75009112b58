"""When are two claims about one happening or one plan? The policy, one line a feature.

The threshold is set so that no single line decides: a shared topic needs shared names, a shared place or day, or words
that mean the same. Negative lines are there because a wrong merge is worse than a missed one.
"""

from __future__ import annotations

from dateline.model import Status
from dateline.scoring import NEVER, SILENT, Feature, Finding, Score, score
from dateline.stories import offices
from dateline.stories.figures import comparable, conflict, none_meets, one_figure
from dateline.stories.occasions import times, usable
from dateline.stories.sketch import UNKNOWN_PLACE, UNSETTLED, Sketch
from dateline.when import When, overlap

ONE_EVENT = 2.0
"""Claims of two articles that score at least this are about one event."""

ONE_EVENT_SAME_ARTICLE = 3.0
"""Within one article more is asked: a paper seldom says the same thing twice, and says much that is alike."""

_TOWN = 0.5
"""Places at least this specific are towns, not countries."""

_FAMILIES = (
    frozenset({"open", "ease", "lift", "allow", "resume", "start", "release"}),
    frozenset({"close", "tighten", "ban", "impose", "stop", "require"}),
    frozenset({"depart", "send", "return"}),
    frozenset({"arrive", "attend", "visit", "meet", "return"}),
    frozenset({"send", "attend", "visit", "depart"}),
    frozenset({"plan", "cancel", "postpone"}),
    frozenset({"rise", "recover", "resume"}),
    frozenset({"die", "attack", "injure"}),
    frozenset({"impose", "ban", "sentence"}),
)
"""Changes of state that two papers may use of one happening: what one calls sending, the other calls leaving."""

_OPPOSED = (
    ({"open", "ease", "lift", "allow", "resume", "start"}, {"close", "tighten", "ban", "impose", "stop"}),
    ({"rise", "recover"}, {"fall"}),
    ({"arrive"}, {"depart"}),
    ({"win"}, {"lose"}),
    ({"buy"}, {"sell"}),
    ({"agree"}, {"refuse"}),
    ({"build"}, {"destroy"}),
    ({"arrest"}, {"release"}),
    ({"admit"}, {"depart", "release", "resign"}),
    ({"strike"}, {"lift", "resume"}),
    ({"protest"}, {"stop"}),
)

_OWN_PHASE = frozenset({"strike", "protest"})
"""Changes that are also what begins: a strike that starts is a strike."""

_LEAVE = frozenset({"allow", "agree", "refuse", "confirm", "deny"})
"""What is said or settled about a deed; the deed is another event, that may follow."""

_DIGITS = "-0123456789"

_ENDINGS = frozenset({"stop", "cancel", "postpone", "ban", "close"})
"""Changes that call a thing off: whether the reader of a claim takes the thing or its end for what is told is chance."""

_FORBIDDING = frozenset({"ban", "close", "stop", "impose", "tighten"})

_ANYTHING = frozenset({"change", "continue"})
"""Changes that anything can undergo."""

_PLAN_LIKE = frozenset({"plan", "cancel", "postpone"})


def topic(left: Sketch, right: Sketch) -> Finding:
    """The things the two claims are about."""
    rare = left.rarity.topic
    common = sorted(left.concepts & right.concepts, key=lambda c: (-rare(c), c))
    if left.head and left.head == right.head:
        more = [c for c in common if c != left.head][:3]
        value = rare(left.head) + 0.35 * sum(map(rare, more))
        return value, f"both are about {', '.join([left.head, *more])}"
    if common:
        held = left.head in common or right.head in common
        value = (0.7 if held else 0.4) * rare(common[0]) + 0.3 * sum(map(rare, common[1:3]))
        return value, f"both mention {', '.join(common[:3])}"
    if left.concepts and right.concepts:
        return (-0.4 if _abroad(left, right) else -0.8), f"one is about {left.head}, the other about {right.head}"
    return SILENT


def _abroad(left: Sketch, right: Sketch) -> bool:
    """Whether two languages meet: their tables know other words, so that a thing that only one names says little."""
    return left.claim.lang != right.claim.lang


def change(left: Sketch, right: Sketch) -> Finding:
    """What happens to it: the same change, a kindred one, or the opposite."""
    a, b = _phase(left), _phase(right)
    if words := opposed(left, right):
        return -3.0, words
    if not a and not b and not _same_verb(left, right):
        return -0.5, "neither is a known change, and the verbs differ"
    if not a or not b:
        return SILENT
    if a == b:
        return (0.3 if a in _ANYTHING else 1.0), f"both say {a}"
    if _kindred(a, b):
        return 0.5, f"{a} and {b} can be said of one happening"
    if a in _PLAN_LIKE or b in _PLAN_LIKE:
        return SILENT
    if (a in _LEAVE) != (b in _LEAVE):
        return -3.0, f"{a} and {b}: leave to do a thing is not the deed"
    return (-0.3 if _abroad(left, right) else -0.6), f"{a} is another change than {b}"


def _phase(sketch: Sketch) -> str:
    """The change a claim tells of; of what begins and has a change of its own that one."""
    phase = sketch.claim.phase
    return next((o for o in sorted(_OWN_PHASE & sketch.concepts) if phase == "start"), phase)


def opposed(left: Sketch, right: Sketch) -> str:
    """The two changes, or the states they lead to, in words where one is the opposite of the other, as of a beginning and its
    end; else ""."""
    a, b = _phase(left), _phase(right)
    if not _opposed(a, b):
        a, b = left.state, right.state
    return f"{a} is the opposite of {b}" if _opposed(a, b) else ""


def _same_verb(left: Sketch, right: Sketch) -> bool:
    """Whether the verbs are one; across languages nobody knows, which counts as yes."""
    return _abroad(left, right) or left.claim.predicate == right.claim.predicate


def _kindred(a: str, b: str) -> bool:
    return bool(a) and (a == b or any(a in family and b in family for family in _FAMILIES))


def _opposed(a: str, b: str) -> bool:
    return any((a in x and b in y) or (a in y and b in x) for x, y in _OPPOSED)


def names(left: Sketch, right: Sketch) -> Finding:
    """Shared names, the rarer the more; at most two of them count in full."""
    shared = left.shared(right)
    if not shared:
        return SILENT
    value = sum(left.telling(e) * (1.0 if i < 2 else 0.3) for i, e in enumerate(shared))
    return value, f"both name {', '.join(left.world.called(e) for e in shared[:3])}"


def doers(left: Sketch, right: Sketch) -> Finding:
    """Who does it, where both say so."""
    a, b = left.roles.get("agent", frozenset()), right.roles.get("agent", frozenset())
    if not a or not b or left.codes & right.codes:
        return (-1.5, words) if (words := offices.told_apart(left, right)) else SILENT
    if a & b:
        return 0.4, f"both say {left.world.called(min(a & b))} does it"
    if any(left.world.fits(x, y) for x in a for y in b):
        return SILENT
    return -1.0, f"{left.world.called(min(a))} does the one, {left.world.called(min(b))} the other"


def codes(left: Sketch, right: Sketch) -> Finding:
    """Flight numbers and the like: the same one says much, another one is another thing."""
    if not left.codes or not right.codes:
        return SILENT
    both = sorted(left.codes & right.codes)
    if both:
        return 1.0, f"both are about {both[0]}"
    # Two numbers of one airline are two flights; a flight number and an aircraft's type may go together.
    one_kind = {c.rstrip(_DIGITS) for c in left.codes} & {c.rstrip(_DIGITS) for c in right.codes}
    return (NEVER if one_kind else -1.5), f"{min(left.codes)} is not {min(right.codes)}"


def alike_in_kind(left: Sketch, right: Sketch) -> Finding:
    """Two things of one kind, told apart by a colour, an order, a side or a number: never one event."""
    words = left.told_apart(right)
    return (NEVER, words) if words else SILENT


def direction(left: Sketch, right: Sketch) -> Finding:
    """Where it starts from and where it goes to: another direction is another event."""
    same, called = [], left.world.called
    for role in ("destination", "origin"):
        a, b = _end(left, role), _end(right, role)
        if a and b and not any(left.world.fits(x, y) for x in a for y in b):
            return -1.6, f"the {role} is {called(min(a))} in the one, {called(min(b))} in the other"
        same += [f"the {role} is {called(entity)} in both" for entity in sorted(a & b)]
    for role, other in (("destination", "origin"), ("origin", "destination")):
        a, b = left.roles.get(role, frozenset()), right.roles.get(other, frozenset())
        if a and a == b:
            return -1.6, f"{called(min(a))} is where the one goes to and where the other comes from"
    return (0.2, same[0]) if same else SILENT


def _end(sketch: Sketch, role: str) -> frozenset[str]:
    """Where it goes to or comes from; what arrives somewhere was on its way there, though another way be told beside it:
    "landed in Beijing, followed by a flight to Vladivostok"."""
    arrives = role == "destination" and sketch.claim.phase == "arrive"
    return sketch.roles.get(role, frozenset()) | (sketch.roles.get("place", frozenset()) if arrives else frozenset())


def places(left: Sketch, right: Sketch) -> Finding:
    """Where it happens, where both say so; where it comes from and goes to is another matter."""
    a, b = _scene(left), _scene(right)
    if not a or not b or any(left.world.fits(x, y) for x in a for y in b):
        return SILENT
    words = f"{left.world.called(min(a))} is no part of {left.world.called(min(b))}, nor the other way round"
    # Two towns are two places; a country and a body, or names nobody knows in two languages, may be one after all.
    towns = all(left.world.specific(e) >= _TOWN for e in (*a, *b)) and _told(left) and _told(right)
    unknown = all(e.startswith(UNKNOWN_PLACE) for e in (*a, *b)) and left.claim.lang != right.claim.lang
    return (-0.5 if unknown else -2.5 if towns else -1.0), words


def _told(sketch: Sketch) -> bool:
    """Whether the claim says outright where it happens."""
    return bool(sketch.roles.get("place"))


def _scene(sketch: Sketch) -> set[str]:
    on_the_way = {e for role in ("origin", "destination", "via") for e in sketch.roles.get(role, ())}
    others = {e for role, found in sketch.roles.items() if role != "place" for e in found}
    stated = set(sketch.roles.get("place", ())) - on_the_way
    return stated or set(sketch.claim.places) - on_the_way - others


def condition(left: Sketch, right: Sketch) -> Finding:
    """Two conditions that go on: the same thing changing the same way in the same place is the same condition."""
    if not (_goes_on(left) and _goes_on(right)) or left.head != right.head or not left.head:
        return SILENT
    if not _kindred(left.claim.phase, right.claim.phase) or not left.shared(right):
        return SILENT
    return 1.0, "both tell of a condition that goes on"


def _goes_on(sketch: Sketch) -> bool:
    claim = sketch.claim
    return claim.time.lasting or (claim.status in (Status.ONGOING, Status.POSSIBLE) and not claim.time.known)


def status(left: Sketch, right: Sketch) -> Finding:
    """Questions and confessed ignorance report nothing; plans and what came of them are one history."""
    a, b = left.claim, right.claim
    if (a.kind in UNSETTLED) != (b.kind in UNSETTLED):
        return NEVER, "one of them reports no happening"
    if forbid(left, right):
        return 0.25, "both tell that it is forbidden"
    if a.polarity != b.polarity:
        return -1.5, "one says it, the other says it not"
    if a.status == b.status:
        return (0.25, f"both {a.status}") if a.status is not Status.DENIED else SILENT
    if one_ending(left, right):
        return 0.25, f"both tell of its {a.phase}"
    if {a.status, b.status} == {Status.CANCELLED, Status.HAPPENED} and not _lies_ahead(a.time, b.time):
        return -1.5, "one was called off, the other has happened"
    if {a.status, b.status} == {Status.PLANNED, Status.HAPPENED} and not _lies_ahead(a.time, b.time):
        return -0.3, "one is a plan, the other has happened"
    return SILENT


def forbid(left: Sketch, right: Sketch) -> bool:
    """Whether one claim says that a thing is forbidden and the other that it may not be: "barred from carrying
    passengers" and "may carry no passengers"."""
    pairs = ((left.claim, right.claim), (right.claim, left.claim))
    return any(
        a.status is Status.REQUIRED and a.polarity == "negative" and b.polarity == "positive" and b.phase in _FORBIDDING
        for a, b in pairs
    )


def one_ending(left: Sketch, right: Sketch) -> bool:
    """Whether one claim says that a thing was called off and the other that its end has happened: imports that are
    halted are both."""
    a, b = left.claim, right.claim
    return {a.status, b.status} == {Status.CANCELLED, Status.HAPPENED} and a.phase == b.phase and a.phase in _ENDINGS


def _lies_ahead(a: When, b: When) -> bool:
    return usable(a) and usable(b) and overlap(a, b)


def figures(left: Sketch, right: Sketch) -> Finding:
    """Figures of one thing: equal ones tell, others speak a little against (a count may have grown)."""
    pairs = comparable(left, right)
    if not pairs:
        if none_meets(left, right):
            return -1.0, "no figure of the one is one of the other"
        return (0.5, "both give one figure") if one_figure(left, right) else SILENT
    if any(a.value is not None and a.value == b.value for a, b in pairs):
        return 1.0, "both give the same figure"
    if all(conflict(a, b) for a, b in pairs):
        return -0.6, "their figures differ"
    return 0.4, "their figures fit"


POLICY: tuple[Feature[Sketch], ...] = (
    Feature("topic", 0.9, topic),
    Feature("change", 0.6, change),
    Feature("names", 0.8, names),
    Feature("doers", 0.7, doers),
    Feature("codes", 0.8, codes),
    Feature("marks", 1.0, alike_in_kind),
    Feature("direction", 2.0, direction),
    Feature("places", 1.0, places),
    Feature("times", 0.7, times),
    Feature("condition", 0.9, condition),
    Feature("status", 1.0, status),
    Feature("figures", 0.6, figures),
)

WORDS_MOST = 1.4
"""What the words can add at most."""

ABROAD_MOST = 0.8
"""How much may be missing for words to be asked across languages, where asking is dear."""

WORDS_LEAST = -0.25
"""What the words can take away at most."""


def judge(left: Sketch, right: Sketch) -> Score:
    """The structured score of a pair, without vectors."""
    return score(POLICY, left, right)


def threshold(left: Sketch, right: Sketch) -> float:
    """The score at which the pair is one event."""
    return ONE_EVENT_SAME_ARTICLE if left.article == right.article else ONE_EVENT
