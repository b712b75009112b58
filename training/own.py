"""The project's own labelled sentences, read into the rows that the corpora have. own/README.md tells the marks."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.labelled import Row

from dateline.reader.words import words

FOLDER = Path(__file__).with_name("own")

_MARK = re.compile(r"\[(?P<on>& )?(?P<event>[^\]]+)\](?P<flag>[!>]?)|\{(?P<kind>[A-Z]+) (?P<name>[^}]+)\}")


def rows() -> list[Row]:
    """One row a sentence, in the order of the files, whose names begin with the code of their language."""
    found = []
    for file in sorted(FOLDER.glob("*-*.txt")):
        code = file.stem.split("-")[0]
        found += [row(code, line, file.name) for line in file.read_text(encoding="utf-8").splitlines() if line]
    return found


def row(code: str, line: str, file: str = "") -> Row:
    """One marked sentence as words with labels. Raises `ValueError` for a mark that holds no whole word."""
    text, marks = _plain(line)
    found = words(text)
    names, events = ["O"] * len(found), ["O"] * len(found)
    polarity: list[str | None] = [None] * len(found)
    time: list[str | None] = [None] * len(found)
    flag = ""
    for start, end, mark in marks:
        inside = [at for at, word in enumerate(found) if start <= word.start and word.end <= end]
        if not inside:
            raise ValueError(f"{file}: a mark holds no whole word: {line}")
        if mark["kind"]:
            names[inside[0] : inside[-1] + 1] = [f"B-{mark['kind']}"] + [f"I-{mark['kind']}"] * (len(inside) - 1)
            continue
        flag = flag if mark["on"] else mark["flag"]
        for at in inside:
            events[at] = "I" if mark["on"] or at > inside[0] else "B"
            polarity[at] = "NEG" if flag == "!" else "POS"
            time[at] = "FUTURE" if flag == ">" else "NON_FUTURE"
    kept = {"lang": code, "words": [text[w.start : w.end] for w in found], "space": [w.blank for w in found]}
    return {**kept, "ner": names, "evt": events, "pol": polarity, "time": time}


def _plain(line: str) -> tuple[str, list[tuple[int, int, re.Match[str]]]]:
    """The sentence without its marks, and where each mark's words stand in it."""
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        start = len(text)
        text += mark["event"] or mark["name"]
        marks.append((start, len(text), mark))
        last = mark.end()
    return text + line[last:], marks
