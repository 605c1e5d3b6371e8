"""An archive is whole, the same each time, and anything done to it is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.archive import SUMS, is_archive, pack, unpack
from exports.spreadsheet_text import harmless
from scoring.errors import BadInput

MEMBERS = {"contest.arena": b"\x00\x01", "plan/plan.toml": "题目".encode(), "round-1/standings.json": b"{}"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "存档.zip"
    path.write_bytes(pack(MEMBERS))
    return path


def changed(path: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    """Make the ZIP anew with other members, as somebody with a ZIP program would."""
    with zipfile.ZipFile(path) as file:
        members = {info.filename: file.read(info) for info in file.infolist()}
    change(members)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)


def said(path: Path) -> list[str]:
    return [finding.en for finding in unpack(path).findings]


def test_what_was_packed_comes_out_again(path: Path) -> None:
    assert is_archive(path)
    assert dict(unpack(path).members) == MEMBERS
    assert said(path) == []


def test_the_same_members_give_the_same_bytes(path: Path) -> None:
    assert pack(dict(reversed(MEMBERS.items()))) == path.read_bytes()


def test_every_change_to_a_member_is_named(path: Path) -> None:
    changed(path, lambda m: m.update({"round-1/standings.json": b"[]"}))
    assert said(path) == ["round-1/standings.json was changed"]
    changed(path, lambda m: m.pop("plan/plan.toml"))
    changed(path, lambda m: m.update({"new.txt": b""}))
    assert said(path) == [
        "new.txt does not belong into the archive",
        "plan/plan.toml is missing from the archive",
        "round-1/standings.json was changed",
    ]


def with_members(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, b"")
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ((SUMS, "a", "a"), "'a' stands in it twice"),
        ((SUMS, "../a"), "not safe"),
        ((SUMS, "/a"), "not safe"),
        ((SUMS, "b\\a"), "not safe"),
        ((SUMS, *(str(n) for n in range(10_001))), "holds too much"),
        (("a",), "no SHA256SUMS"),
    ],
)
def test_a_zip_that_no_desk_made_is_refused(tmp_path: Path, names: tuple[str, ...], reason: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(with_members(*names))
    with pytest.raises(BadInput, match="not the archive of a contest") as caught:
        unpack(path)
    assert reason in str(caught.value)


def test_a_zip_that_would_fill_the_memory_is_refused_before_it_is_read(path: Path) -> None:
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1 << 31).to_bytes(4, "little")  # the size it claims to have unpacked
    path.write_bytes(data)
    with pytest.raises(BadInput, match="holds too much"):
        unpack(path)


def test_digests_that_make_no_sense_are_refused_with_their_line(path: Path) -> None:
    changed(path, lambda m: m.update({SUMS: m[SUMS] + b"what?\n"}))
    with pytest.raises(BadInput, match="line 4 of SHA256SUMS"):
        unpack(path)


@pytest.mark.parametrize("cut", [10, 100, -1])
def test_a_broken_zip_is_refused(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(BadInput, match="not the archive of a contest"):
        unpack(path)


@pytest.mark.parametrize("place", range(30, 400, 7))
def test_a_flipped_byte_never_passes_unseen(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 0x55
    path.write_bytes(data)
    try:
        found = unpack(path)
    except BadInput:
        return
    assert found.findings or dict(found.members) == MEMBERS


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("甲", "甲"), ("", ""), ("\t=1", "'\t=1")]
)
def test_no_cell_runs_as_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell
