"""Documents of the repository say what is true of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ui.libraries import LIBRARIES

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_dependency_has_a_reason_a_licence_and_a_release_and_no_other_is_named(project: dict[str, Any]) -> None:
    rows = _rows("DEPENDENCIES.md")
    assert [row[0] for row in rows] == [re.split(r"[><=!\[]", each)[0] for each in _in_order(project)]
    assert len(project["optional-dependencies"]) == 2, "each has a table of its own"
    assert [row for row in rows if len(row) != 6 or not all(row)] == []


def test_the_window_about_the_program_names_every_library_and_its_licence(project: dict[str, Any]) -> None:
    named = {name: licence for name, _, licence, *_ in _rows("DEPENDENCIES.md")}
    assert {name: named.get(name) for name in LIBRARIES} == LIBRARIES
    assert list(LIBRARIES) == list(named)[: len(LIBRARIES)]
    assert len(LIBRARIES) == len(project["dependencies"])


def _in_order(project: dict[str, Any]) -> list[str]:
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["bundle"], *extras["test"]]


def _rows(name: str) -> list[list[str]]:
    lines = (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("|") and not line.startswith(("| package |", "|---"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_every_threat_names_code_and_a_proof_that_are_there() -> None:
    text = (ROOT / "docs" / "THREATS.md").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named, files = re.findall(r"`(test_\w+)`", text), re.findall(r"`([\w/]+\.(?:py|js))`", text)
    assert [name for name in named if f"def {name}(" not in tests] == []
    assert [name for name in files if not (ROOT / name).is_file()] == []
    assert (len(named), len(files)) > (20, 20)


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_what_a_document_links_to_is_there(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
