"""The nouns: every record that passes between stages. Frozen, standard library only; docs/glossary.md has the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.when import NEVER_SAID, When


class Status(StrEnum):
    """Whether what is claimed has happened, by the words of the claim."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    REQUIRED = "required"
    CANCELLED = "cancelled"
    DENIED = "denied"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What sort of statement a claim is."""

    REPORT = "report"
    BACKGROUND = "background"
    QUESTION = "question"
    STATED_UNKNOWN = "stated unknown"


class SourceKind(StrEnum):
    """Who speaks. NAMED is a person or body whose part the text does not tell."""

    OFFICIAL = "official"
    OPERATOR = "operator"
    AGENCY = "agency"
    WITNESS = "witness"
    EXPERT = "expert"
    ANONYMOUS = "anonymous"
    PAPER = "paper"
    NAMED = "named"


class Judgement(StrEnum):
    """Whether two mentions name one thing; UNSURE is never a merge."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    CORROBORATES = "corroborates"
    REFINES = "refines"
    CONTRADICTS = "contradicts"
    FOLLOWS = "follows"


class Independence(StrEnum):
    """Whether two claims come from different origins. Unknown is the default and never counts as yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Evidence: a half-open range of code points of one article's text, and the words that stand there."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or decided, as data. `subject` is a path, an article id or a record id."""

    code: str
    stage: str
    subject: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One dated text of one source. `text` is what all offsets refer to; it starts `offset` code points into the file.
    `stated` is the date in the words of the header or metadata, `published` that as a time, `dated_by` where it was
    found ("header", "front matter", "record", "metadata", "by-line"). Not `readable` (no language tables) yields no claims."""

    id: str
    text: str
    source: str = ""
    url: str = ""
    path: str = ""
    title: str = ""
    author: str = ""
    lang: str = ""
    lang_score: float = 0.0
    readable: bool = True
    offset: int = 0
    stated: str = ""
    published: When = NEVER_SAID
    dated_by: str = ""
    retrieved: When = NEVER_SAID
    work: str = ""


class Part(StrEnum):
    """What a stretch of text is on the page."""

    SENTENCE = "sentence"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, caption or credit line, without the blanks around it. `paragraph` counts from 0."""

    start: int
    end: int
    part: Part
    paragraph: int


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3 names). `type` is DATE, TIME, DURATION or SET; `mod` a TIMEX3 mod or "". `expr` is the time
    as a function of the article's day (see `dateline.expr`), "" for none; `anchor` what it hangs on: "dct" (that day),
    "none" (absolute), "event", or "timex:START" (the mention that starts there). `when` is its value now. `vague` marks now,
    recently, soon. `shift` says what a DURATION does to a clause: "" nothing, "past" or "future" ("for the past weeks")."""

    span: Span
    type: str
    value: str
    mod: str = ""
    anchor: str = "dct"
    expr: str = ""
    rule: str = ""
    when: When = NEVER_SAID
    vague: bool = False
    shift: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Referring words: `kind` is PER, ORG, LOC or MISC, `demonym` true of a place's people or things; `entity` its link."""

    span: Span
    kind: str
    demonym: bool = False
    entity: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world: `names` by language, `identifiers` by scheme, the ids of the entities it lies `within`."""

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement about two mentions (by span). Retractable; reasons add up to it."""

    left: Span
    right: Span
    judgement: Judgement
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, from the paper's informant inwards ("" and no span for hearsay); `mode`: direct, indirect or mixed."""

    source: str
    kind: SourceKind
    cue: str
    entity: str = ""
    span: Span | None = None
    mode: str = "indirect"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `value` where one is stated, `low` and `high` its bounds (None: open), unit and what is counted."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A part in what is claimed. `role`: agent, patient, origin, destination, place, via, permitter, other."""

    role: str
    text: str
    span: Span
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article: the lemma of its head, the language-free topics of its words, its change of state ("open",
    "stop", ...; "" for none). `time` is when it holds, a function `time_expr` of the article's day, and `time_why` says where
    that comes from; `said` is the time of the saying, `former` that of a plan before it got another. The rest comes later."""

    id: str
    span: Span
    lang: str
    kind: Kind
    predicate: str
    status: Status
    polarity: str = "positive"
    certainty: str = "certain"
    attribution: tuple[Attribution, ...] = ()
    said: When = NEVER_SAID
    said_expr: str = ""
    time: When = NEVER_SAID
    time_expr: str = ""
    time_why: str = ""
    former: When = NEVER_SAID
    former_expr: str = ""
    concepts: tuple[str, ...] = ()
    phase: str = ""
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    sentence: Span | None = None
    status_why: str = ""
    origin: str = ""
    event: str = ""
    track: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an event's history: what was said of it at that status."""

    status: Status
    time: When
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Claims about one happening or plan; `reasons` say what joins them, `sureness` (0 to 1) how sure that is."""

    id: str
    title: str
    time: When
    status: Status
    history: tuple[Step, ...]
    claims: tuple[str, ...]
    origins: int = 1
    reasons: tuple[str, ...] = ()
    sureness: float = 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one course of events, across languages."""

    id: str
    title: str
    articles: tuple[str, ...]
    languages: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other; left is the older by (article date, id), `score` the sum of the reasons."""

    kind: RelationKind
    left: str
    right: str
    on: str
    independent: Independence
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """Days that lost, with what speaks for and against them."""

    when: When
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """The days an article can be of, best first, and `when` as a time; not `inferred` where the stated date stood."""

    article: str
    when: When
    days: tuple[str, ...]
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """One condition of a track over a time, as a claim put it. `text` is the claim's quote, verbatim."""

    text: str
    status: Status
    phase: str
    time: When
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """What is planned: when, and by which claims."""

    time: When
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the board: how a track stands at `Brief.as_of`. `state` is verbatim words of `state_claim`; `planned_for`
    the time of what is planned or was called off; `denied` newer denials; a `pinned` row may have no claim at all."""

    track: str
    label: str
    state: str
    state_claim: str
    since: When
    last_confirmed: When
    last_repeated: When
    according_to: tuple[str, ...]
    origins: int
    origins_dependent: int
    origins_unknown: int
    contested: bool
    next: Due | None
    overdue: tuple[Due, ...]
    history: tuple[State, ...]
    claims: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    planned_for: When = NEVER_SAID
    denied: tuple[str, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article; `headline`: what its title names."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    headline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything one run found, for the views. Collections are sorted; equal input gives equal bytes."""

    as_of: str
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    datings: tuple[Dating, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    board: tuple[Row, ...]
    problems: tuple[Problem, ...]
    models: tuple[str, ...] = ()
    possibly_published: tuple[str, ...] = ()
