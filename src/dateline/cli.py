"""The command line: data on standard output, talk on standard error.

Exit status: see `_STATUSES`, which `--help` prints.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from textwrap import fill
from typing import NoReturn

from rich.console import Console

from dateline import encoders, formats, lang, pipeline
from dateline.edtf import read as read_edtf
from dateline.errors import BadDate, DatelineError
from dateline.model import Brief, Problem
from dateline.version import __version__
from dateline.views import explain, html, markdown, terminal
from dateline.views import json as json_view
from dateline.views import watch as watch_view
from dateline.watch import FILE as WATCH_FILE
from dateline.watch import BadWatch
from dateline.when import Grain

_EXAMPLES = """examples:
  dateline brief samples                            board, timeline and disagreements on the terminal
  dateline brief news/ more.jsonl --html brief.html one page that opens from the file system
  dateline brief news/ --json -                     the whole brief as JSON on standard output
  dateline brief news/ --as-of 2023-08-24           what could be read by that day
  cat article.txt | dateline brief -                an article from standard input
  dateline watch news/ > watch.toml                 the rows by id, to be named, pinned, merged and split
  dateline explain t-3f2a9c news/                   how a row, date, claim or relation came about
  dateline explain "port, Durban" news/             a row by its label; an article by its file or outlet
"""


_STATUSES = """exit status:
  0    it was done; what could not be read or decided is listed in it under Problems
  1    not one article could be read, or with --strict something could not be read or decided; the brief is there all
       the same. Or the output could not be written, or what is to be explained is not there or is several things
  2    wrong use: an option, a path or a watch file; nothing was read
  130  interrupted
"""


class _Parser(argparse.ArgumentParser):
    """A parser that says where the right use stands."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong, and leave with status 2."""
        super().error(f"{message}; see `{self.prog} --help`")


class _WrongUse(DatelineError):
    """The command was used wrongly; its text says how to use it."""


def parser() -> argparse.ArgumentParser:
    """The command line's grammar, for `--help` and for the tests of the documentation."""
    top = _Parser(
        prog="dateline",
        description="Dated articles in, one sourced brief out: what stands now, since when, according to whom.",
        epilog=f"{_EXAMPLES}\n{_STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--as-of",
        metavar="DAY",
        default="",
        help="what could be read by this day (2023-08-27); default: the newest stated date",
    )
    shared.add_argument(
        "--lang",
        metavar="CODE",
        default="",
        help=f"read every article as this language ({', '.join(lang.available())})",
    )
    shared.add_argument(
        "--watch",
        metavar="FILE",
        default="",
        help=f"rows named, pinned, merged, split; default: {WATCH_FILE} beside PATH",
    )
    shared.add_argument("--no-model", action="store_true", help="without the models: rules and tables alone")
    brief = commands.add_parser(
        "brief",
        parents=[shared],
        help="one brief from articles",
        description="Read articles from files, folders, patterns or - (standard input) and show the brief.",
        epilog=f"{_EXAMPLES}\n{_STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    brief.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="text, JSON, JSON Lines, CSV, e-mail or saved web pages; a folder is read whole",
    )
    for name in ("json", "markdown", "html"):
        brief.add_argument(
            f"--{name}", metavar="FILE", help=f"write the brief as {name} to FILE, - for standard output"
        )
    brief.add_argument(
        "--strict", action="store_true", help="exit with status 1 where anything could not be read or decided"
    )
    brief.add_argument("--details", action="store_true", help="every row, event, article and reason on the terminal")
    brief.add_argument("--quiet", action="store_true", help="no brief on the terminal and no progress")
    why = commands.add_parser(
        "explain",
        parents=[shared],
        help="how a claim, date, relation or row came about",
        description=fill(f"Explain one record of the brief, step by step: {explain.KINDS}.", 100),
        epilog=f"{_EXAMPLES}\n{_STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    why.add_argument("id", metavar="ID", help="an id or name from the brief, or enough of its beginning")
    why.add_argument("paths", nargs="+", metavar="PATH", help="the articles the brief was made from")
    watch = commands.add_parser(
        "watch",
        parents=[shared],
        help=f"a {WATCH_FILE} to start from",
        description=f"Print a ready-made {WATCH_FILE} with the present rows of the board and their ids.",
        epilog=f"{_EXAMPLES}\n{_STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    watch.add_argument("paths", nargs="+", metavar="PATH", help="the articles the brief is made from")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    options = parser().parse_args(arguments)
    talk = Console(stderr=True, highlight=False)
    try:
        return {"brief": _brief, "explain": _explain, "watch": _watch}[options.command](options, talk)
    except DatelineError as error:
        talk.print(f"dateline: {error}", markup=False, soft_wrap=True, style="bold red")
        return 2 if isinstance(error, _WrongUse | BadDate | BadWatch) else 1
    except KeyboardInterrupt:
        talk.print("dateline: interrupted", markup=False, soft_wrap=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (head, less); what is left of it has nowhere to go.
        return _let_go(0)
    except OSError as error:
        talk.print(
            f"dateline: standard output: {error.strerror}; nothing more is written", markup=False, soft_wrap=True
        )
        return _let_go(1)


def _let_go(status: int) -> int:
    """Turn standard output away, so that nothing left in its buffer fails once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _make(options: argparse.Namespace, talk: Console, *, quiet: bool) -> Brief:
    if options.as_of and (read_edtf(options.as_of).grain > Grain.DAY or not read_edtf(options.as_of).exact):
        raise _WrongUse(f"--as-of takes one day such as 2023-08-27, found {options.as_of!r}")
    if options.lang and options.lang not in lang.available():
        raise _WrongUse(f"--lang {options.lang!r} is not read yet; expected one of {', '.join(lang.available())}")
    # A new watch file starts from the rows as they are found, not from those an old one makes.
    watch = formats.watch(options.watch, options.paths if options.command != "watch" else ())
    if watch.file and not options.watch:
        talk.print(f"dateline: using {watch.file}", markup=False, soft_wrap=True)
    articles, problems = formats.read(options.paths)
    _check_paths(options.paths, len(articles), problems)
    encoder, model_problems = encoders.load(not options.no_model)
    with talk.status("reading", spinner="line") if talk.is_terminal and not quiet else _Silent() as status:

        def progress(stage: str, done: int, everything: int) -> None:
            status.update(f"{stage} {done + 1} of {everything}" if everything else stage)

        return pipeline.run(
            articles,
            encoder,
            as_of=options.as_of,
            forced_language=options.lang,
            use_reader=not options.no_model,
            processes=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
            problems=[*problems, *model_problems],
            watch=watch,
            progress=progress,
        )


class _Silent:
    """Stands in for the progress line where standard error is no terminal."""

    def __enter__(self) -> _Silent:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def update(self, _text: str) -> None:
        """Show nothing."""


def _check_paths(paths: Sequence[str], articles: int, problems: Sequence[Problem]) -> None:
    """Wrong use where not one of the paths named exists."""
    missing = {p.subject for p in problems if p.code == "missing-path"}
    if not articles and all(path in missing for path in paths):
        raise _WrongUse(f"found nothing at {', '.join(paths)}; expected files, folders, patterns or - (standard input)")


def _brief(options: argparse.Namespace, talk: Console) -> int:
    on_stdout = [f"--{name}" for name in ("json", "markdown", "html") if getattr(options, name) == "-"]
    if len(on_stdout) > 1:
        raise _WrongUse(f"{' and '.join(on_stdout)} cannot share standard output; expected a file for all but one")
    brief = _make(options, talk, quiet=options.quiet)
    to_stdout = []
    for name, render in (("json", json_view.render), ("markdown", markdown.render), ("html", html.render)):
        target = getattr(options, name)
        if target == "-":
            to_stdout.append(render(brief))
        elif target:
            formats.write_text(target, render(brief))
    for text in to_stdout:
        sys.stdout.write(text)
    if not to_stdout and not options.quiet:
        terminal.render(brief, Console(highlight=False), details=options.details)
    elif not options.quiet:
        for problem in brief.problems:
            talk.print(f"{problem.subject}: {problem.message} [{problem.code}]", markup=False, soft_wrap=True)
    sys.stdout.flush()
    if not _anything_read(brief):
        talk.print("dateline: not one article could be read; the problems of the brief say why", soft_wrap=True)
        return 1
    return 1 if options.strict and brief.problems else 0


def _anything_read(brief: Brief) -> bool:
    """Whether one article could be read, even if it is left out as not published by then."""
    left_out = any(p.code in ("after-as-of", "possibly-published") for p in brief.problems)
    return left_out or any(r.article.readable for r in brief.readings)


def _explain(options: argparse.Namespace, talk: Console) -> int:
    brief = _make(options, talk, quiet=True)
    sys.stdout.write(explain.render(brief, options.id))
    sys.stdout.flush()
    return 0


def _watch(options: argparse.Namespace, talk: Console) -> int:
    sys.stdout.write(watch_view.render(_make(options, talk, quiet=True)))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
