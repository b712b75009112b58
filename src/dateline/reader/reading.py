"""A text read by the trained network: its names, its events, and what is claimed on whose word, as offsets into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from dateline.ports import Finding, FoundEvent, FoundName, Tell
from dateline.reader import closed, decoding, demonyms, judging, packaged, pieces, runtime
from dateline.reader.decoding import Run
from dateline.reader.labels import DEMONYM, HEADS, LINKS, POLARITIES, TIMES
from dateline.reader.packaged import Floats, Packaged
from dateline.reader.pieces import Pieces
from dateline.reader.runtime import NAME, Network
from dateline.reader.words import Word, words

WINDOW = 64
"""Pieces that are read together: two or three sentences, so that "he" stands beside whom it means. In longer windows the same
words are read worse: few passages that the network was trained on are longer."""

Split = tuple[int, ...]
"""The pieces of one word."""

_Cut = tuple[list[Word], list[Split]]
"""The words of a sentence, and the pieces of each."""

Scores = dict[str, Floats]
"""By head the scores of words: shape (words, labels)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a text's words: names and events as BIO, polarity and time on every word (they count on events)."""

    names: list[str]
    events: list[str]
    polarity: list[str]
    time: list[str]


class TrainedReader:
    """The trained reader. One text at a time, so that a text's result depends on nothing else that is read. `network` gives the
    same network each time; it is asked for when there is something to read."""

    name, version = NAME.split()

    def __init__(self, model: Packaged, vocabulary: Pieces, network: Callable[[], Network]) -> None:
        self._model = model
        self._pieces = vocabulary
        self._network = network

    def read(self, text: str, sentences: Sequence[tuple[int, int]], tell: Tell | None = None) -> Finding:
        """What a text says; sentences are read some at a time, as many as fit `WINDOW`."""
        names: list[FoundName] = []
        events: list[FoundEvent] = []

        def windows() -> Iterator[Sequence[judging.Part]]:
            done = 0
            for held in self._windows(text, sentences):
                parts = [words for words, _ in held]
                scores = self._scores([word for _, split in held for word in split])
                window = list(zip(parts, _apart(scores, parts), strict=True))
                for part, own in window:
                    labels = _labels([text[w.start : w.end] for w in part], own)
                    names.extend(_name(run, part) for run in decoding.runs(labels.names))
                    events.extend(_event(ranges, part, labels) for ranges in decoding.parted(labels.events))
                yield window
                done += len(parts)
                if tell:
                    tell(done, len(sentences))

        judged = judging.judged(windows())
        return Finding(tuple(names), tuple(events), judged)

    def _windows(self, text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[list[_Cut]]:
        """As many sentences as fit, each with its words and their pieces; a longer sentence by itself."""
        held: list[_Cut] = []
        size = 0
        for start, end in sentences:
            own = words(text, start, end)
            split = self._split([text[w.start : w.end] for w in own], [w.blank for w in own])
            length = sum(map(len, split))
            if held and size + length > WINDOW:
                yield held
                held, size = [], 0
            held, size = [*held, (own, split)], size + length
        if any(own for own, _ in held):
            yield held

    def count(self, text: str) -> int:
        """How many pieces the network reads for a text."""
        return 2 + sum(len(self._pieces.word(text[w.start : w.end], w.blank)) for w in words(text))

    def labels(self, words: Sequence[str], blanks: Sequence[bool]) -> Labels:
        """The labels of words that are given as such; `blanks`: whether a blank stands before each."""
        return _labels(words, self._scores(self._split(words, blanks)))

    def _split(self, words: Sequence[str], blanks: Sequence[bool]) -> list[Split]:
        """The pieces of each word; before the first a blank is taken for granted."""
        return [
            self._pieces.word(word, blank or not number) or (self._pieces.unknown,)
            for number, (word, blank) in enumerate(zip(words, blanks, strict=True))
        ]

    def _scores(self, split: Sequence[Split]) -> Scores:
        """The heads' scores of each word's first piece. What is longer than the network's reach is read in parts."""
        rows: list[Scores] = []
        room, start = self._model.positions - 2, 0
        while start < len(split):
            end, size = start, 0
            while end < len(split) and (end == start or size + len(split[end]) <= room):
                size += len(split[end])
                end += 1
            rows.append(self._part([word[:room] for word in split[start:end]]))
            start = end
        if len(rows) == 1:
            return rows[0]
        sizes = {**{head: len(labels) for head, labels in HEADS.items()}, **LINKS}
        none = {head: np.zeros((0, size), np.float32) for head, size in sizes.items()}
        return {head: np.concatenate([row[head] for row in (none, *rows)]) for head in sizes}

    def _part(self, split: Sequence[Sequence[int]]) -> Scores:
        sequence, firsts = [self._model.begin], []
        for word in split:
            firsts.append(len(sequence))
            sequence.extend(word)
        found = self._network().run([*sequence, self._model.end])
        return {head: values[firsts] for head, values in found.items()}


def _apart(scores: Scores, parts: Sequence[Sequence[Word]]) -> Iterator[Scores]:
    """The scores of each sentence of a window: what is decoded never reaches from one into the next."""
    start = 0
    for part in parts:
        yield {head: values[start : start + len(part)] for head, values in scores.items()}
        start += len(part)


def _labels(words: Sequence[str], scores: Scores) -> Labels:
    return Labels(
        demonyms.marked(words, decoding.names(scores["names"])),
        closed.mended(words, decoding.events(scores["events"])),
        [POLARITIES[n] for n in scores["polarity"].argmax(axis=1)],
        [TIMES[n] for n in scores["time"].argmax(axis=1)],
    )


def _name(run: Run, found: Sequence[Word]) -> FoundName:
    kind, a, b = run
    return FoundName(found[a].start, found[b - 1].end, "MISC" if kind == DEMONYM else kind, kind == DEMONYM)


def _event(ranges: tuple[tuple[int, int], ...], found: Sequence[Word], labels: Labels) -> FoundEvent:
    head = ranges[0][0]
    spans = tuple((found[a].start, found[b - 1].end) for a, b in ranges)
    return FoundEvent(spans, labels.polarity[head] == POLARITIES[1], labels.time[head] == TIMES[1])


def installed() -> TrainedReader:
    """The shipped reader over the installed package's vocabulary; its engine, which starts threads, is loaded with the first
    text. Raises `BadModel` where one of them is missing."""
    model = packaged.installed()
    return TrainedReader(model, pieces.installed(), cache(partial(runtime.reader_network, model)))
