"""Tag a gold file and write what was found, one JSON object a line, and how fast it went.

    python benchmarks/timex.py GOLD.jsonl --out SYSTEM.jsonl

GOLD rows hold `id`, `lang`, `dct` and `text`; the gold mentions in them are not looked at. Score the result with the
TempEval-3 style scorer. Sentences are split before the clock starts; reading, tagging and resolving are timed in CPU
seconds of one process.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path

from dateline import edtf, lang
from dateline.errors import BadDate
from dateline.model import Article, Sentence
from dateline.text import sentences
from dateline.timex import tag
from dateline.when import NEVER_SAID, When


def published(stated: str) -> When:
    """The day a row was written; nothing where it says none that can be read. One gold file has 03-02-2009."""
    day_first = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", stated)
    try:
        return edtf.read("-".join(reversed(day_first.groups())) if day_first else stated)
    except BadDate:
        return NEVER_SAID


def load(path: Path) -> list[tuple[Article, tuple[Sentence, ...], lang.Language]]:
    """The rows as articles, split into sentences."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    articles = [Article(r["id"], r["text"], lang=r["lang"], published=published(r.get("dct") or "")) for r in rows]
    return [(a, sentences.split(a.text, lang.load(a.lang)), lang.load(a.lang)) for a in articles]


def main() -> None:
    """Tag, write, print documents a CPU second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=1, help="tag everything so many times, for steadier figures")
    options = parser.parse_args()
    documents = load(options.gold)
    for article, split, language in documents[:1]:
        tag(article, split, language)  # the tables are compiled once a run; the figure is for what follows
    before = time.process_time()
    for _ in range(options.repeat):
        tagged = [tag(article, split, language)[0] for article, split, language in documents]
    seconds = (time.process_time() - before) / options.repeat
    with options.out.open("w", encoding="utf-8") as out:
        for (article, _, _), timexes in zip(documents, tagged, strict=True):
            found = [
                {
                    "start": t.span.start,
                    "end": t.span.end,
                    "text": t.span.quote,
                    "type": t.type,
                    "value": t.value,
                    "mod": t.mod,
                    "rule": t.rule,
                    "expr": t.expr,
                }
                for t in timexes
            ]
            out.write(json.dumps({"id": article.id, "timexes": found}, ensure_ascii=False) + "\n")
    size = sum(len(a.text.encode()) for a, _, _ in documents)
    print(
        f"{len(documents)} documents, {size / 1000:.0f} kB in {seconds:.3f} CPU seconds: "
        f"{len(documents) / seconds:.0f} documents/s, {size / seconds / 1e6:.2f} MB/s, "
        f"{size / 2500 / seconds:.0f} documents of 2.5 kB/s"
    )


if __name__ == "__main__":
    main()
