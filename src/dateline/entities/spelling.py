"""Names from other scripts in the spellings of several languages: one skeleton for "Khrushchev" and "Chruschtschow".

A language's table says which sound its letters stand for where they write a foreign name (BGN/PCGN, Duden, Taalunie). What
the tables leave different is what the transcriptions differ in by rule: glides, and the vowel after a hushing sound.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline import lang
from dateline.entities.tables import rules
from dateline.lang import Language

_VOWELS = "aeiou"
# In order. A glide beside e or i is written or not (Jumaliyev, Jumaliev); a vowel i before another is a glide (Vasiliev,
# Wassiljew); y that is no glide is i, and one i at the end (Zelenskyy); and yo after a hushing sound is e or o (Gorbachev,
# Gorbatschow).
_STEPS = (
    (re.compile(r"\bye"), "e"),
    (re.compile(rf"(?<=[^{_VOWELS}y][{_VOWELS}])y(?=e)"), ""),
    (re.compile(rf"(?<=[^{_VOWELS}y]i)y(?=[{_VOWELS}])"), ""),
    (re.compile(rf"(?<=[^{_VOWELS}y\W])i(?=[aeou])"), "y"),
    (re.compile(rf"y(?![{_VOWELS}])"), "i"),
    (re.compile(r"i+\b"), "i"),
    (re.compile(r"(?<=[šč])y?o"), "e"),
)


def skeleton(folded: str, language: Language) -> str:
    """A folded name by its sounds, as a reader of that language takes its letters: words with a blank between them.

    >>> from dateline import lang
    >>> skeleton("gorbatschow", lang.load(lang.available()[0])) == skeleton("gorbachev", lang.load(lang.available()[1]))
    True
    """
    sounds, between = rules(language).spelling, rules(language).spelling_between_vowels
    if not sounds:
        return folded
    text = folded.replace("'", "")
    if between:
        text = _between(tuple(between)).sub(lambda m: between[m[0]], text)
    text = _letters(tuple(sounds)).sub(lambda m: sounds[m[0]], text)
    for pattern, sound in _STEPS:
        text = pattern.sub(sound, text)
    return text


@lru_cache(maxsize=1 << 16)
def skeletons(folded: str, language: Language) -> frozenset[str]:
    """The skeletons of a folded name by its own language's letters, and by those of the languages it often takes names
    from as they stand there.
    """
    others = (lang.load(code) for code in rules(language).spells_like)
    return frozenset(skeleton(folded, source) for source in (language, *others))


def bones(sounds: str) -> str:
    """The consonants of a skeleton, doubled ones once, and a mark where a word ends in a vowel: what stays the same where
    writers hear other vowels.

    >>> bones("yussef") == bones("yusuf"), bones("petrov") == bones("petrova")
    (True, False)
    """
    ended = re.sub(rf"[{_VOWELS}]\b", "-", sounds)
    return re.sub(rf"[{_VOWELS}]|(.)(?=\1)", "", ended)


@cache
def _letters(sounds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(sounds, key=lambda s: (-len(s), s)))))


@cache
def _between(sounds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[{_VOWELS}y])(?:{'|'.join(map(re.escape, sounds))})(?=[{_VOWELS}y])")
