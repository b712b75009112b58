"""Dates of articles whose date was blurred, and the days of timelines, with baselines beside them.

    python benchmarks/dating.py ROWS.jsonl --out SYS.jsonl [--model] [--limit N]
    python benchmarks/dating.py ROWS.jsonl --timeline TIMELINES.json --out SYS.json

A row is {"id", "source", "lang", "text", "given"}; only `given` (a day, a month or null) is seen of the date. Written is
{"id", "days"}, best day first, for every row; the baselines go to OUT with `.nearest` and `.newest` before the ending.
With --timeline written is {name: [days, most important first]} for the names of TIMELINES, of whose days only the
number, the first and the last are seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline import dating, edtf, encoders, entities, stories
from dateline.analysis import analyse
from dateline.dating.hints import texts
from dateline.ids import article_id
from dateline.model import Article, Dating, Event, Reading

Row = Mapping[str, Any]
Days = dict[str, list[str]]


def main() -> None:
    """Read the command line, date the rows, write the answers and the baselines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--timeline", type=Path)
    parser.add_argument("--model", action="store_true", help="use the encoder model across languages")
    parser.add_argument("--limit", type=int, default=None)
    options = parser.parse_args()
    lines = options.rows.read_text(encoding="utf-8").splitlines()[: options.limit]
    rows = [json.loads(line) for line in lines if line.strip()]
    readings, events, datings = solved(rows, use_model=options.model)
    if options.timeline:
        wanted = json.loads(options.timeline.read_text(encoding="utf-8"))
        answer = {name: timeline(days, name, rows, readings, datings) for name, days in wanted.items()}
        options.out.write_text(json.dumps(answer), encoding="utf-8")
        return
    names = {reading_id(row): row["id"] for row in rows}
    write(options.out, {names[d.article]: list(d.days) for d in datings})
    write(options.out.with_suffix(f".nearest{options.out.suffix}"), nearest(rows, readings))
    write(options.out.with_suffix(f".newest{options.out.suffix}"), newest(rows, readings))
    print(f"{len(rows)} rows, {len(events)} events")


def reading_id(row: Row) -> str:
    """The id of the article made of a row."""
    return article_id(row["source"], row["id"], row["text"])


def solved(
    rows: Sequence[Row], *, use_model: bool
) -> tuple[tuple[Reading, ...], tuple[Event, ...], tuple[Dating, ...]]:
    """All rows read, grouped, matched and dated, as the pipeline does it."""
    readings = tuple(analyse(_article(row)).reading for row in rows)
    linked, known, _ = entities.link(tuple(sorted(readings, key=lambda r: r.article.id)))
    encoder, _ = encoders.load(use_model)
    linked = stories.origins(linked)
    found = stories.match(linked, stories.group(linked, encoder, known), encoder, known)
    return found.readings, found.events, dating.solve(found.readings, (*found.events, *found.supposed))[0]


def _article(row: Row) -> Article:
    given = row["given"] or ""
    return Article(
        id=reading_id(row),
        text=row["text"],
        source=row["source"],
        url=row["id"],
        lang=row["lang"],
        stated=given,
        published=edtf.read(given),
        dated_by="record" if given else "",
    )


def nearest(rows: Sequence[Row], readings: Sequence[Reading]) -> Days:
    """Baseline: the days of the dated texts most alike by rare words, nearest first, within the month where given."""
    days = {reading_id(row): _day(row["given"]) for row in rows if row["given"] and len(row["given"]) == 10}
    asked = texts(readings, days)
    found: Days = {}
    for row in rows:
        near = [date.fromordinal(day).isoformat() for day in asked.near(reading_id(row))]
        found[row["id"]] = [d for d in dict.fromkeys(near) if d.startswith(row["given"] or "")]
    return found


def newest(rows: Sequence[Row], readings: Sequence[Reading]) -> Days:
    """Baseline: the newest day the text names by date."""
    by_id = {r.article.id: r for r in readings}
    found: Days = {}
    for row in rows:
        times = [t.when for t in by_id[reading_id(row)].timexes if t.anchor == "none" and t.when.exact]
        named = sorted({t.begin.lo for t in times})
        inside = [d for d in (date.fromordinal(n).isoformat() for n in named) if d.startswith(row["given"] or "")]
        found[row["id"]] = inside[-1:]
    return found


def timeline(
    days: Sequence[str], name: str, rows: Sequence[Row], readings: Sequence[Reading], datings: Sequence[Dating]
) -> list[str]:
    """The days that matter between the first and last of a timeline: those most claims say something happened on.

    A day a text names counts once a text and sentence; the day of a text counts as well, for what it says of "now".
    """
    first, last = min(days), max(days)
    source = name.removesuffix(f"-{name.rsplit('-', 1)[1]}").rsplit("_", 1)[1]
    own = {reading_id(row) for row in rows if row["source"] == source}
    best = {d.article: d.days[0] for d in datings if d.days}
    counts: Counter[str] = Counter()
    for reading in readings:
        weight = 2.0 if reading.article.id in own else 1.0
        for day, points in _named(reading, best.get(reading.article.id)).items():
            counts[day] += weight * points  # type: ignore[assignment]
    inside = [d for d in counts if first <= d <= last]
    return sorted(inside, key=lambda d: (-counts[d], d))[: len(set(days))]


def _named(reading: Reading, day: str | None) -> dict[str, float]:
    """What one text adds to the days: at most a point each for the days it names, one for its own."""
    found: Counter[str] = Counter()
    for when in (c.time for c in reading.claims):
        if when.exact:
            found[date.fromordinal(when.begin.lo).isoformat()] += 1
    points = {d: min(1.0, n / 2) for d, n in found.items()}
    if day:
        points[day] = points.get(day, 0.0) + 1.0
    return points


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def write(path: Path, days: Mapping[str, Iterable[str]]) -> None:
    """One row an article."""
    lines = (json.dumps({"id": name, "days": list(found)}) for name, found in sorted(days.items()))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
