"""PySide6's own modules are compiled once, not at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import builtins, sys
compiled = []
sys.addaudithook(lambda event, args: compiled.append(str(args[1])) if event == "compile" else None)
before = builtins.compile
from ui.importing import leave_imports_alone
leave_imports_alone()
assert builtins.compile is before
from PySide6.QtCore import QObject
assert QObject.setParent.__doc__.startswith("setParent(self, parent"), "what those modules are for"
print(sum(name.startswith("shibokensupport") for name in compiled))
"""


@pytest.fixture
def started(tmp_path: Path) -> dict[str, str]:
    """An environment whose Python keeps bytecode below a folder of the test."""
    without = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**without, "PYTHONPYCACHEPREFIX": str(tmp_path)}


def compiled(environment: dict[str, str]) -> int:
    """How many of PySide6's own modules a start compiles."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return int(done.stdout)


def test_what_pyside_compiles_is_kept_for_the_next_start(tmp_path: Path, started: dict[str, str]) -> None:
    assert compiled(started) > 5
    assert compiled(started) == 0
    [kept] = tmp_path.rglob("*.opt-pyside6.pyc")
    kept.write_bytes(kept.read_bytes()[:5000])
    assert compiled(started) > 5, "what is damaged is not used"
    assert compiled(started) == 0, "and made anew"
    kept.write_bytes(b"1234" + kept.read_bytes()[4:])
    assert compiled(started) > 5, "nor what another Python wrote"


def test_where_python_writes_no_bytecode_none_is_kept(tmp_path: Path, started: dict[str, str]) -> None:
    assert compiled({**started, "PYTHONDONTWRITEBYTECODE": "1"}) > 5
    assert list(tmp_path.rglob("*.opt-pyside6.pyc")) == []
