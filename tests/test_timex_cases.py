from __future__ import annotations

from collections import Counter

import pytest

from dateline import edtf, lang
from dateline.timex import pattern
from dateline.timex.grammar import parse, rules
from dateline.timex.lexicon import lexicon
from dateline.timex.reading import read
from dateline.timex.tables import rows
from timex_cases import CODES, Case, cases, no_times, sentences, tagged

# English says these in ways that the other two have no words for: AD 70, the 2022 period, the year-ago quarter.
_ENGLISH_ONLY = {"era and year", "period of a year", "year ago", "year-ago quarter"}
_ABSENT = {"nl": _ENGLISH_ONLY, "de": {*_ENGLISH_ONLY, "unit a year ago"}}

ALL = [
    pytest.param(case, marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [], id=str(case))
    for code in CODES
    for case in cases(code)
]


@pytest.mark.parametrize("case", ALL)
def test_every_case_is_read_as_written_down(case: Case) -> None:
    found = tagged(case.code, case.text, case.published)
    assert [(t.span.quote, t.value, t.mod, edtf.write(t.when)) for t in found] == list(case.times)


@pytest.mark.parametrize(("code", "text"), [(c, t) for c in CODES for t in no_times(c)])
def test_no_time_is_found_where_there_is_none(code: str, text: str) -> None:
    assert [(t.span.quote, t.rule) for t in tagged(code, text)] == []


def test_the_sentences_without_a_time_are_two_hundred_at_least() -> None:
    assert len(CODES) >= 3
    assert sum(len(no_times(code)) for code in CODES) >= 200


@pytest.mark.parametrize("code", CODES)
def test_every_word_class_stands_in_two_cases(code: str) -> None:
    texts = [f" {c.text.lower()} " for c in cases(code)] + [f" {t.lower()} " for t in no_times(code)]
    seen: Counter[str] = Counter()
    for name, _, words in rows(lang.load(code)):
        seen[name] += sum(any(word.lower() in text for word in words) for text in texts)
    assert {name: number for name, number in seen.items() if number < 2} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_construction_is_used_in_two_cases(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    used: Counter[str] = Counter()

    class Recorded(pattern.Item):
        __slots__ = ()

        def __init__(self, *args: object) -> None:
            super().__init__(*args)  # type: ignore[arg-type]
            used[self.rule] += 1

    monkeypatch.setattr(pattern, "Item", Recorded)
    lex = lexicon(lang.load(code))
    for text in [*(case.text for case in cases(code)), *no_times(code)]:
        for sentence in sentences(code, text):
            for run in read(text, sentence.start, sentence.end, lex):
                parse(run, lex)
    wanted = {rule.name for rule in rules(lex) if _possible(rule, code)} - _ABSENT.get(code, set())
    assert sorted(name for name in wanted if used[name] < 2) == []


def _possible(rule: pattern.Rule, code: str) -> bool:
    """Whether a language's table has the classes that a construction cannot do without."""
    lex = lexicon(lang.load(code))
    listed = {cat for entry in lex.entries() for cats in (entry.cats, *(p[1] for p in entry.pieces)) for cat in cats}
    made = {r.makes for r in rules(lex)} | {
        "NUM",
        "ORD",
        "YEAR",
        "DATE",
        "CLOCK",
        "CLOCK_DOTTED",
        "DAY_MONTH",
        "DECADE",
    }
    made |= {"SHORT_YEAR", "YEAR_APOSTROPHE", "FRACTION"}
    needed = [w for w in rule.pattern.split() if not w.endswith("?")]
    return all(any(c in listed | made for c in word.split("|")) for word in needed)
