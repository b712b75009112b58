"""How well the trained reader reads labelled sentences, and how fast.

    python benchmarks/reader.py --task names ../shared/data/reader/meantime-dev.jsonl --held-out --out SYS.jsonl
    python benchmarks/reader.py --task events ../shared/data/reader/meantime-dev.jsonl --held-out --out SYS.jsonl
    python benchmarks/reader.py --speed ../shared/data/reader/meantime-dev.jsonl

GOLD has one sentence a line (`lang`, `doc`, `words`, `space`, and `ner`, or `evt` with `pol` and `time`). SYS has the
same rows in the same order with `ner`, `evt`, `pol` and `time` as the model reads them; demonyms are MISC there.

Names: PER, ORG and LOC. "exact" asks for the same words and kind, "span" for the same words, "overlap" for a common
word. "?" is not judged. Demonyms, which sources label in three ways, are left out on both sides. Events: "exact" asks
for the same words, parts of one event joined. NEG and FUTURE: "read" scores the labels of the events that the model
found, on the same head; "given" the labels of the gold events' heads, found or not.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path

from dateline.reader import decoding, demonyms, load
from dateline.reader.labels import DEMONYM
from dateline.reader.reading import Labels, TrainedReader
from labelled import Row, held_out, read, with_demonyms

KINDS = {"PER", "ORG", "LOC"}
Spans = set[tuple[str, tuple[int, ...]]]


class Tally:
    """True positives, found and gold, by language and measure."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])

    def add(self, code: str, measure: str, gold: Spans, found: Spans) -> None:
        """Two sets compared by equality."""
        met = len(gold & found)
        self._add(code, measure, met, met, len(found), len(gold))

    def overlap(self, code: str, gold: Spans, found: Spans) -> None:
        """Two sets compared by common words."""
        met = [
            sum(any(set(a[1]) & set(b[1]) for b in right) for a in left)
            for left, right in ((found, gold), (gold, found))
        ]
        self._add(code, "overlap", met[0], met[1], len(found), len(gold))

    def _add(self, code: str, measure: str, *numbers: int) -> None:
        for at, number in enumerate(numbers):
            self.counts[code, measure][at] += number
            self.counts["all", measure][at] += number

    def show(self) -> None:
        """Precision, recall and F1 in percent, a line a language and measure."""
        for (code, measure), (right, met, found, gold) in sorted(self.counts.items()):
            p, r = 100 * right / max(found, 1), 100 * met / max(gold, 1)
            f = 2 * p * r / max(p + r, 1e-9)
            print(f"{code:4} {measure:14} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}  ({gold} gold, {found} found)")


def names(tally: Tally, row: Row, labels: Labels) -> None:
    """One sentence's names added."""
    unjudged = {at for at, label in enumerate(row["ner"]) if label == "?"}
    gold, found = (decoding.runs(side) for side in (with_demonyms(row, demonyms.of(row["lang"])), labels.names))
    left_out = unjudged | {at for kind, a, b in gold if kind == DEMONYM for at in range(a, b)}
    left, right = (
        {(kind, tuple(range(a, b))) for kind, a, b in side if kind in KINDS and not left_out & set(range(a, b))}
        for side in (gold, found)
    )
    tally.add(row["lang"], "exact", left, right)
    tally.add(row["lang"], "span", untyped(left), untyped(right))
    tally.overlap(row["lang"], left, right)


def untyped(spans: Spans) -> Spans:
    """The same without kinds."""
    return {("", words) for _, words in spans}


def events(tally: Tally, row: Row, labels: Labels) -> None:
    """One sentence's events added, and their polarity and time."""
    code = row["lang"]
    gold, found = (words_of(side) for side in (row["evt"], labels.events))
    tally.add(code, "exact", gold, found)
    tally.overlap(code, gold, found)
    for key, wanted, side in (("pol", "NEG", labels.polarity), ("time", "FUTURE", labels.time)):
        if key not in row:
            continue
        heads = {words[0]: row[key][words[0]] for _, words in gold}
        true = {(wanted, (head,)) for head, label in heads.items() if label == wanted}
        given = {(wanted, (head,)) for head in heads if side[head] == wanted}
        own = {(wanted, words[:1]) for _, words in found if side[words[0]] == wanted}
        tally.add(code, f"{wanted} given", true, given)
        tally.add(code, f"{wanted} read", true, own)


def words_of(labels: list[str]) -> Spans:
    """Each event as the numbers of its words."""
    return {("", tuple(at for a, b in ranges for at in range(a, b))) for ranges in decoding.parted(labels)}


def written(row: Row, labels: Labels) -> Row:
    """The row with the model's labels in the place of the gold ones."""
    happening = [label != "O" for label in labels.events]
    return {
        **{key: row[key] for key in ("lang", "doc", "words", "space") if key in row},
        "ner": [label.replace(DEMONYM, "MISC") for label in labels.names],
        "evt": labels.events,
        "pol": [label if event else None for label, event in zip(labels.polarity, happening, strict=True)],
        "time": [label if event else None for label, event in zip(labels.time, happening, strict=True)],
    }


def speed(reader: TrainedReader, rows: list[Row]) -> None:
    """Pieces a second of processor time, from raw text to all that is read; sentences of a document are one text."""
    documents: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for number, row in enumerate(rows):
        text, sentences = documents.get(f"{row['lang']} {row.get('doc', number)}", ("", []))
        own = "".join((" " if s else "") + w for w, s in zip(row["words"], row["space"], strict=True)).strip()
        documents[f"{row['lang']} {row.get('doc', number)}"] = (
            text + own + "\n",
            [*sentences, (len(text), len(text) + len(own))],
        )
    pieces = sum(reader.count(text) for text, _ in documents.values())
    start = time.process_time()
    for text, sentences in documents.values():
        reader.read(text, sentences)
    seconds = time.process_time() - start
    print(f"{len(documents)} texts, {pieces} pieces, {pieces / seconds:.0f} pieces a second on one thread")


def main() -> None:
    """Read, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--task", choices=("names", "events"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--held-out", action="store_true", help="only documents that were not trained on")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    reader, problems = load()
    if not isinstance(reader, TrainedReader):
        raise SystemExit(problems[0].message)
    rows = read(options.gold)
    if options.held_out:
        kept = held_out(rows)
        rows = [row for row in rows if str(row["doc"]) in kept]
    if options.speed:
        speed(reader, rows)
    if options.task:
        score(reader, rows, options.task, options.out)


def score(reader: TrainedReader, rows: list[Row], task: str, out: Path | None) -> None:
    """Every row read, scored where it has gold labels, and written."""
    tally = Tally()
    start, lines = time.process_time(), []
    for row in rows:
        labels = reader.labels(row["words"], row["space"])
        lines.append(json.dumps(written(row, labels), ensure_ascii=False))
        if task == "names" and "ner" in row:
            names(tally, row, labels)
        if task == "events" and "evt" in row:
            events(tally, row, labels)
    seconds = time.process_time() - start
    tally.show()
    print(f"{sum(len(row['words']) for row in rows) / seconds:.0f} words a second of processor time, scoring in it")
    if out:
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
