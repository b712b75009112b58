"""One text read by the trained network: its names and events, as offsets into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.ports import Finding, FoundEvent, FoundName
from dateline.reader import decoding, demonyms, packaged, pieces, runtime
from dateline.reader.labels import DEMONYM, HEADS, POLARITIES, TIMES
from dateline.reader.packaged import Floats, Packaged
from dateline.reader.pieces import Pieces
from dateline.reader.runtime import Network
from dateline.reader.words import Word, words


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a text's words: names and events as BIO, polarity and time on every word (they count on events)."""

    names: list[str]
    events: list[str]
    polarity: list[str]
    time: list[str]


class TrainedReader:
    """The trained reader. One text at a time, so that a text's result depends on nothing else that is read."""

    name = "dateline-reader"
    version = "1"

    def __init__(self, model: Packaged, vocabulary: Pieces, network: Network) -> None:
        self._model = model
        self._pieces = vocabulary
        self._network = network

    def read(self, texts: Sequence[str]) -> list[Finding]:
        """What each text (a sentence, a heading) says: names and events with their offsets."""
        return [self._finding(text) for text in texts]

    def _finding(self, text: str) -> Finding:
        found = words(text)
        labels = self.labels([text[w.start : w.end] for w in found], [w.blank for w in found])
        names = tuple(
            FoundName(found[a].start, found[b - 1].end, "MISC" if kind == DEMONYM else kind, kind == DEMONYM)
            for kind, a, b in decoding.runs(labels.names)
        )
        return Finding(names, tuple(_event(ranges, found, labels) for ranges in decoding.parted(labels.events)))

    def count(self, text: str) -> int:
        """How many pieces the network reads for a text."""
        return 2 + sum(len(self._pieces.word(text[w.start : w.end], w.blank)) for w in words(text))

    def labels(self, words: Sequence[str], blanks: Sequence[bool]) -> Labels:
        """The labels of words that are given as such; `blanks`: whether a blank stands before each."""
        scores = self._scores(words, blanks)
        return Labels(
            demonyms.marked(words, decoding.names(scores["names"])),
            decoding.events(scores["events"]),
            [POLARITIES[n] for n in scores["polarity"].argmax(axis=1)],
            [TIMES[n] for n in scores["time"].argmax(axis=1)],
        )

    def _scores(self, words: Sequence[str], blanks: Sequence[bool]) -> dict[str, Floats]:
        """The heads' scores of each word's first piece: shapes (len(words), labels). Long texts in several windows."""
        split = [
            self._pieces.word(word, blank or not number) or (self._pieces.unknown,)
            for number, (word, blank) in enumerate(zip(words, blanks, strict=True))
        ]
        rows: list[dict[str, Floats]] = [{head: np.zeros((0, len(HEADS[head])), np.float32) for head in HEADS}]
        room, start = self._model.positions - 2, 0
        while start < len(split):
            end, size = start, 0
            while end < len(split) and (end == start or size + len(split[end]) <= room):
                size += len(split[end])
                end += 1
            rows.append(self._window([word[:room] for word in split[start:end]]))
            start = end
        return {head: np.concatenate([row[head] for row in rows]) for head in HEADS}

    def _window(self, split: Sequence[Sequence[int]]) -> dict[str, Floats]:
        sequence, firsts = [self._model.begin], []
        for word in split:
            firsts.append(len(sequence))
            sequence.extend(word)
        found = self._network.run([*sequence, self._model.end])
        return {head: values[firsts] for head, values in found.items()}


def _event(ranges: tuple[tuple[int, int], ...], found: Sequence[Word], labels: Labels) -> FoundEvent:
    head = ranges[0][0]
    spans = tuple((found[a].start, found[b - 1].end) for a, b in ranges)
    return FoundEvent(spans, labels.polarity[head] == POLARITIES[1], labels.time[head] == TIMES[1])


def installed() -> TrainedReader:
    """The shipped reader over the installed package's vocabulary. Raises `BadModel` where one of them is missing."""
    model = packaged.installed()
    return TrainedReader(model, pieces.installed(), runtime.reader_network(model))
