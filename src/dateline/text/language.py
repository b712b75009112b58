"""Which language a text is in, by py3langid (naive Bayes over byte n-grams, 140 languages; Lui and Baldwin 2012)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SURE = 0.5
"""Below this probability no language is named: two words, or a bare name, are of no language."""

LIKELY, LEAD, WORDS = 0.3, 4.0, 4
"""One short sentence shares its probability out among many languages. With so many words at least, a language is named that
is this probable, and so many times as probable as the next one.
"""

NEAR = 0.8
"""A language that can be read wins over one that cannot when it is at least this share as probable: a tie."""

_SAMPLE = 4_000
# Between paragraphs there are menus, credits and foreign quotations; a long text is judged by three stretches of it.
_STRETCH = 1_300


def detect(text: str, codes: Sequence[str]) -> tuple[str, float]:
    """The language's code and its probability among all that py3langid knows; ("", probability) where none is sure.

    `codes` are the languages that can be read. They do not limit the answer, so that an unread language is recognised
    as itself; they only settle ties with a close relative (see `NEAR`).

    >>> detect("The bridge is shut.", ["en"])[0], detect("Breaking news", ["en"])[0]
    ('en', '')
    """
    ranked = _identifier().rank(_sample(text))
    (best, score), (_, next_score) = ranked[:2]
    led = score >= max(LIKELY, LEAD * next_score) and len(text.split()) >= WORDS
    if best not in codes:
        best, score = next(((c, s) for c, s in ranked if c in codes and s >= NEAR * score), (best, score))
    return (best if led or score >= SURE else "", score)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    middle = (len(text) - _STRETCH) // 2
    return " ".join((text[:_STRETCH], text[middle : middle + _STRETCH], text[-_STRETCH:]))


@cache
def _identifier() -> LanguageIdentifier:
    """The model, loaded on first use; it is never changed afterwards."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
