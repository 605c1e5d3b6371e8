"""What is the same at every start is compiled once: PySide6's own modules, the methods of dataclasses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PYSIDE = """
import builtins, sys
compiled = []
sys.addaudithook(lambda event, args: compiled.append(str(args[1])) if event == "compile" else None)
before = builtins.compile
from ui.importing import leave_imports_alone
leave_imports_alone()
assert builtins.compile is before
from PySide6.QtCore import QObject
assert QObject.setParent.__doc__.startswith("setParent(self, parent"), "what those modules are for"
assert "argparse" not in sys.modules, "what a tool among them needs"
print(sum(name.startswith("shibokensupport") for name in compiled))
"""

DATACLASSES = """
import sys
compiled = []
sys.addaudithook(lambda event, args: compiled.append(args) if event == "compile" and "def __" in str(args[0]) else None)
from ui.importing import keep_dataclasses
keep_dataclasses()
from scoring.results import GroupResult
one, same, other = (GroupResult(1, n, (), (), {}) for n in (2, 2, 3))
assert one == same != other
assert repr(one) == "GroupResult(score=1, counted=2, dropped_high=(), dropped_low=(), totals={})"
assert GroupResult.__init__.__annotations__["counted"] == "int"
try:
    one.counted = 3
except AttributeError:
    print(len(compiled))
"""
PROGRAMS = {"signatures": PYSIDE, "methods": DATACLASSES}


@pytest.fixture
def started(tmp_path: Path) -> dict[str, str]:
    """An environment whose Python keeps bytecode below a folder of the test."""
    without = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**without, "PYTHONPYCACHEPREFIX": str(tmp_path)}


def compiled(kind: str, environment: dict[str, str]) -> int:
    """How much of it a start compiles."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAMS[kind]], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return int(done.stdout)


@pytest.mark.parametrize("kind", PROGRAMS)
def test_what_is_compiled_is_kept_for_the_next_start(tmp_path: Path, started: dict[str, str], kind: str) -> None:
    assert compiled(kind, started) > 5
    assert compiled(kind, started) == 0
    [kept] = tmp_path.rglob(f"*.opt-{kind}.pyc")
    kept.write_bytes(kept.read_bytes()[:5000])
    assert compiled(kind, started) > 5, "what is damaged is not used"
    assert compiled(kind, started) == 0, "and made anew"
    kept.write_bytes(b"1234" + kept.read_bytes()[4:])
    assert compiled(kind, started) > 5, "nor what another Python wrote"


@pytest.mark.parametrize("kind", PROGRAMS)
def test_where_python_writes_no_bytecode_none_is_kept(tmp_path: Path, started: dict[str, str], kind: str) -> None:
    assert compiled(kind, {**started, "PYTHONDONTWRITEBYTECODE": "1"}) > 5
    assert list(tmp_path.rglob("*.opt-*.pyc")) == []
