"""How many names of labelled sentences are found: precision and recall, and the commonest errors.

    python benchmarks/names.py ../shared/data/reader/meantime-dev.jsonl [--held-out] [--no-model] [--errors 30]

Reads one sentence a line: `lang`, `doc`, `words`, `space` and `ner` (BIO; "?" is not judged). Sentences of one `doc`
are one article, a sentence without `doc` is one by itself. Referring words and names in small letters are left out, and
demonyms where no label stands: some label sets have them and some do not. "exact" asks for the same span, "overlap" for
a common word; "kind" is the share of exact names with the label's kind.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import labelled
from dateline import lang
from dateline.entities import mention
from dateline.model import Article, Part, Sentence
from dateline.ports import Reader
from dateline.reader import load

Span = tuple[int, int]


@dataclass
class Tally:
    """Counts of one language."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    gold_met: int = 0
    found_met: int = 0
    kind: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    bounds: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)


def article(rows: list[dict[str, Any]]) -> tuple[Article, tuple[Sentence, ...], dict[Span, str], list[Span]]:
    """The article of some labelled sentences, its sentences, its names by span, and the spans not judged."""
    text, sentences, gold, unjudged = "", [], {}, []
    for number, row in enumerate(rows):
        start = len(text)
        current: tuple[int, str] | None = None
        for word, space, label in zip(row["words"], row["space"], row["ner"], strict=True):
            if space and len(text) > start:
                text += " "
            if label == "?":
                unjudged.append((len(text), len(text) + len(word)))
            if current and not label.startswith("I-"):
                current = None
            if label.startswith("B-") or (label.startswith("I-") and current is None):
                current = (len(text), label[2:])
            text += word
            if current:
                gold[current[0], len(text)] = current[1]
                for span in [s for s in gold if s[0] == current[0] and s[1] < len(text)]:
                    del gold[span]
        sentences.append(Sentence(start, len(text), Part.SENTENCE, number))
        text += "\n"
    found = Article(id=str(rows[0].get("doc", "")), text=text, lang=rows[0]["lang"])
    return found, tuple(sentences), gold, unjudged


def count(tally: Tally, rows: list[dict[str, Any]], reader: Reader | None) -> None:
    """One article's names added to a tally."""
    text, sentences, gold, unjudged = article(rows)
    read = reader.read(text.text, [(s.start, s.end) for s in sentences]).names if reader else None
    found = {
        (m.span.start, m.span.end): m
        for m in mention(text, sentences, lang.load(text.lang), read)
        if any(c.isupper() for c in m.span.quote) and not m.reasons[0].startswith("refers back")
    }
    found = {
        s: m
        for s, m in found.items()
        if not any(meets(s, u) for u in unjudged) and not (m.demonym and not any(meets(s, g) for g in gold))
    }
    tally.gold += len(gold)
    tally.found += len(found)
    for span, kind in gold.items():
        if span in found:
            tally.exact += 1
            tally.kind += found[span].kind == kind
            if found[span].kind != kind:
                tally.kinds[f"{found[span].span.quote} ({kind}): {found[span].kind}"] += 1
        met = any(meets(span, f) for f in found)
        tally.gold_met += met
        if met and span not in found:
            got = " + ".join(m.span.quote for f, m in sorted(found.items()) if meets(span, f))
            tally.bounds[f"{text.text[slice(*span)]} ({kind}): {got}"] += 1
        if not met:
            tally.missed[f"{text.text[slice(*span)]} ({kind})"] += 1
    for span, m in found.items():
        met = any(meets(span, g) for g in gold)
        tally.found_met += met
        if not met:
            tally.invented[f"{m.span.quote} ({m.kind})"] += 1


def meets(left: Span, right: Span) -> bool:
    """Whether two spans share a character."""
    return left[0] < right[1] and right[0] < left[1]


def ratio(part: int, whole: int) -> str:
    """A share in percent, "-" of nothing."""
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def main() -> None:
    """Print the figures of each readable language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=15)
    parser.add_argument("--held-out", action="store_true", help="only documents that the reader was not trained on")
    parser.add_argument("--no-model", action="store_true", help="rules alone")
    options = parser.parse_args()
    docs: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    reader, problems = load(not options.no_model)
    for problem in problems:
        print(problem.message, file=sys.stderr)
    every = labelled.read(options.file)
    kept = labelled.held_out(every) if options.held_out else set()
    for number, row in enumerate(every):
        if kept and str(row["doc"]) not in kept:
            continue
        if row["lang"] in lang.available() and "ner" in row:
            docs[row["lang"], str(row.get("doc", number))].append(row)
    tallies: dict[str, Tally] = defaultdict(Tally)
    start = time.perf_counter()
    for (code, _), rows in sorted(docs.items()):
        count(tallies[code], rows, reader)
    seconds = time.perf_counter() - start
    for code, t in sorted(tallies.items()):
        print(f"{code}: {t.gold} names, {t.found} found")
        print(f"  exact    precision {ratio(t.exact, t.found)}  recall {ratio(t.exact, t.gold)}")
        print(f"  overlap  precision {ratio(t.found_met, t.found)}  recall {ratio(t.gold_met, t.gold)}")
        print(f"  kind of exact names {ratio(t.kind, t.exact)}")
        print("  missed:", "; ".join(f"{w} {n}" for w, n in t.missed.most_common(options.errors)))
        print("  kind:", "; ".join(f"{w} {n}" for w, n in t.kinds.most_common(options.errors)))
        print("  bounds:", "; ".join(f"{w} {n}" for w, n in t.bounds.most_common(options.errors)))
        print("  invented:", "; ".join(f"{w} {n}" for w, n in t.invented.most_common(options.errors)))
    print(f"{len(docs)} articles in {seconds:.2f} s, tables loaded in it")


if __name__ == "__main__":
    main()
