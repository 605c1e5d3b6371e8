"""The repository as others get it: complete, and naming no machine and no registry."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from build_spec.bundling import own_files

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ["arena_desk", "exports", "scoring", "storage", "ui"]
SHIPPED = {".css", ".csv", ".html", ".js", ".json", ".png", ".py", ".qm", ".qml", ".svg", ".toml", ".typed"}
REGISTRY = re.compile(r"(?:pypi|pythonhosted|npmjs|(?:deb|security)\.debian)\.(?:org|com)")
MACHINE = re.compile(r"(?<![\w.<])/(?:home|root|tmp|work|Users)/[\w.]")


@pytest.fixture(scope="module")
def files() -> list[str]:
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(git, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    return sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file())


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("named", [REGISTRY, MACHINE], ids=["registry hosts", "paths of a machine"])
def test_no_file_names(files: list[str], named: re.Pattern[str]) -> None:
    found = [f"{name}: {match.group()}" for name in files if (match := named.search(_text(ROOT / name)))]
    assert found == []


def test_every_package_is_typed() -> None:
    assert [package for package in PACKAGES if not (ROOT / package / "py.typed").is_file()] == []


def test_the_changelog_begins_with_this_version(project: dict[str, Any]) -> None:
    versions = re.findall(r"^## \[?(\d[^\s\]]*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[:1] == [project["version"]]


def test_the_lock_holds_every_dependency_with_hashes_and_no_address(project: dict[str, Any]) -> None:
    lock = _text(ROOT / "requirements.lock")
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = [re.split(r"[>\[]", line)[0].lower() for line in wanted]
    assert [name for name in names if not re.search(rf"^{name}==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE)] == []
    assert "://" not in lock


def test_the_wheel_carries_everything_the_program_opens(files: list[str], tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    ours = [name for name in files if name.split("/")[0] in PACKAGES and Path(name).suffix in SHIPPED]
    assert [name for name in ours if name not in inside] == []
    manual = [name for name in files if name.startswith("docs/manual/")]
    assert [name for name in manual if name.replace("docs/manual/", "ui/manual/pages/") not in inside] == []
    assert manual


def test_the_bundle_carries_everything_the_program_opens(files: list[str]) -> None:
    inside = {f"{folder}/{Path(name).name}" for name, folder in own_files()}
    ours = [
        name for name in files if name.split("/")[0] in PACKAGES and Path(name).suffix in SHIPPED - {".py", ".typed"}
    ]
    assert [name for name in ours if name not in inside] == []


def _text(path: Path) -> str:
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", "replace")
