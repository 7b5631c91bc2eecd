"""The house is tested: sizes, names, the top level."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("graph", "workers", "db")
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
TOP = {"graph", "db", "workers", "tests", "schema.graphql", "pyproject.toml", "README.md", "Makefile", "requirements.lock", "LICENSE"}
TOOLS = {".ci", ".git", ".gitignore", "docker-compose.yml", "Dockerfile", ".dockerignore"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _lines(tree: ast.Module) -> set[int]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    texts = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)]
    return {number for text in texts for number in range(text.lineno, (text.end_lineno or text.lineno) + 1)}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_sizes(path: Path) -> None:
    """A module fits in the head: 250 lines, a function 40, docstrings not counted."""
    source = path.read_text()
    tree = ast.parse(source)
    documentation = _lines(tree)
    assert len(source.splitlines()) - len(documentation) <= LONGEST_MODULE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = set(range(node.lineno, (node.end_lineno or node.lineno) + 1)) - documentation
            assert len(own) <= LONGEST_FUNCTION, f"{node.name} has {len(own)} lines"


def test_half_of_the_modules_are_small() -> None:
    sizes = sorted(len(path.read_text().splitlines()) for path in MODULES)
    assert sizes[len(sizes) // 2] <= 150


def test_no_room_for_leftovers() -> None:
    """A file is named after its noun, never after its being of use."""
    assert not [_name(path) for path in MODULES if path.stem in ("utils", "helpers", "manager", "common", "misc")]


def test_top_level() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    assert {name.split("/")[0] for name in tracked if name} <= TOP | TOOLS


def test_every_room_says_what_is_in_it() -> None:
    """A folder without `__init__.py` has no table of contents, and rules of import do not see what is in it."""
    assert not {_name(path.parent) for path in MODULES if not path.with_name("__init__.py").exists()}


def test_directions_of_import() -> None:
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_no_secret_places() -> None:
    """The repository names no registry host and no path of one machine."""
    found = subprocess.run(
        [
            "git",
            "grep",
            "-nIE",
            r"//[a-z.]*(pypi|pythonhosted|npmjs|deb\.debian)\.|(^|[^a-zA-Z.])/(work|farm|root)/",
            "--",
            ".",
            ":!tests/house",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
