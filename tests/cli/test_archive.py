"""`archive` and `verify ARCHIVE.zip`: everything about a contest in one file that anyone can check."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.archive import SUMS, pack, unpack
from storage.contest_file import open_contest, read_contest
from storage.seats import desk_tokens, seats
from tests.cli.conftest import Run
from tests.files import tables, write_files
from tests.storage.tampering import rewrite

FILES = ("bulletin.pdf", "standings.csv", "standings.json", "workbook.xlsx")


@pytest.fixture
def closed(contest: Path, kept: Path) -> Path:
    """The scored contest, round 1 closed, round 2 begun with C, which must return."""
    return Path(shutil.copy(kept / "gone on.arena", contest))


@pytest.fixture
def archive(closed: Path, kept: Path) -> Path:
    """The archive of it."""
    return Path(shutil.copy(kept / "存档.zip", closed.with_name("存档.zip")))


def fingerprint(path: Path) -> str:
    last = read_contest(path).journal[-1]
    return f"{last.number}:{last.digest[:16]}"


def test_an_archive_holds_everything_and_verifies_on_any_machine(
    run: Run, closed: Path, archive: Path, tmp_path: Path
) -> None:
    assert set(zipfile.ZipFile(archive).namelist()) == {
        "README.txt",
        "contest.arena",
        "plan/plan.toml",
        "plan/contestants.csv",
        "plan/judges.csv",
        *(f"round-{n}/{name}" for n in (1, 2) for name in FILES),
        SUMS,
    }
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    archive = archive.rename(elsewhere / "from a mail")
    result = run("verify", archive, "--fingerprint", fingerprint(closed))
    assert (result.exit_code, result.stderr) == (0, "")
    assert fingerprint(closed) in result.stdout
    assert [each.name for each in elsewhere.iterdir()] == ["from a mail"]


def test_the_results_in_it_are_those_the_command_line_prints(run: Run, closed: Path, archive: Path) -> None:
    found = json.loads(unpack(archive).members["round-1/standings.json"])
    assert found == json.loads(run("standings", closed, "--round", "1", "--format", "json").stdout)


def test_the_plan_in_it_makes_the_same_contest_again(run: Run, closed: Path, archive: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(archive).extractall(tmp_path / "unpacked")
    again = tmp_path / "again.arena"
    assert run("new", again, tmp_path / "unpacked" / "plan" / "plan.toml").exit_code == 0
    first, second = read_contest(closed).contest, read_contest(again).contest
    assert (first.plan, first.contestants, first.judges) == (second.plan, second.contestants, second.judges)


def test_a_plan_without_judges_is_archived_as_well(run: Run, tmp_path: Path) -> None:
    plan = tables()
    del plan["contest"]["judges"], plan["criterion"], plan["group"]
    plan["component"] = [{"key": '"work"', "name": '"平时"', "weight": "100"}]
    path = tmp_path / "指标.arena"
    assert run("new", path, write_files(tmp_path, plan)).exit_code == 0
    assert run("archive", path, "-o", tmp_path / "指标.zip").exit_code == 0
    assert run("verify", tmp_path / "指标.zip").exit_code == 0


def test_nobody_gets_in_with_an_archive(closed: Path, archive: Path) -> None:
    file = open_contest(closed)
    tokens = {seat.token for seat in seats(file)} | {desk_tokens(file).operator, desk_tokens(file).host}
    file.close()
    for name, data in unpack(archive).members.items():
        assert not [token for token in tokens if token.encode() in data], name


def test_the_same_contest_gives_the_same_archive(run: Run, closed: Path, archive: Path) -> None:
    assert run("archive", closed, "-o", archive).exit_code == 2
    first = archive.read_bytes()
    assert run("archive", closed, "-o", archive, "--replace").exit_code == 0
    assert archive.read_bytes() == first


def repacked(archive: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """The archive with other members and digests that agree with them."""
    members = dict(unpack(archive).members)
    change(members)
    archive.write_bytes(pack(members))
    return archive


def test_a_result_that_was_changed_together_with_its_digest_is_named(run: Run, archive: Path) -> None:
    repacked(archive, lambda m: m.update({"round-1/standings.csv": m["round-1/standings.csv"].replace(b"90", b"99")}))
    result = run("verify", archive)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "round-1/standings.csv does not follow from the ballots in the archive\n"


def test_a_contest_file_that_was_changed_inside_is_named(run: Run, archive: Path, tmp_path: Path) -> None:
    inside = tmp_path / "inside.arena"
    inside.write_bytes(unpack(archive).members["contest.arena"])
    rewrite(inside, "ballot", lambda words: words["scores"].update(a="39"))
    repacked(archive, lambda m: m.update({"contest.arena": inside.read_bytes()}))
    result = run("verify", archive)
    assert result.exit_code == 1
    assert "is '" in result.stderr


def test_a_member_that_was_changed_alone_is_named(run: Run, archive: Path) -> None:
    with zipfile.ZipFile(archive) as file:
        members = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(archive, "w") as file:
        for name, data in members.items():
            file.writestr(name, data + b" " if name.endswith(".pdf") else data)
    result = run("verify", archive)
    assert result.exit_code == 1
    assert result.stderr == "round-1/bulletin.pdf was changed\nround-2/bulletin.pdf was changed\n"


def test_an_archive_without_its_contest_is_named(run: Run, archive: Path) -> None:
    result = run("verify", repacked(archive, lambda m: m.pop("contest.arena")))
    assert (result.exit_code, result.stderr) == (1, "the archive holds no contest.arena\n")


def test_a_contest_inside_that_is_none_is_told_by_the_name_of_the_archive(run: Run, archive: Path) -> None:
    before = zipfile.ZipFile(archive)
    members = {name: before.read(name) for name in before.namelist()}
    result = run("verify", repacked(archive, lambda m: m.update({"contest.arena": b"rubbish"})))
    assert (result.exit_code, result.stderr) == (2, f"{archive}[contest.arena]: is not a contest file\n")
    with zipfile.ZipFile(archive, "w") as file:
        for name, data in members.items():
            file.writestr(name, b"rubbish" if name == "contest.arena" else data)
    result = run("verify", archive)
    assert result.exit_code == 1
    assert result.stderr == "contest.arena was changed\ncontest.arena: is not a contest file\n"


def test_a_chain_that_was_made_anew_is_found_with_the_printed_fingerprint(run: Run, archive: Path) -> None:
    result = run("verify", archive, "--fingerprint", "1:0000000000000000")
    assert result.exit_code == 1
    assert "not 0000000000000000" in result.stderr


def test_another_zip_is_refused(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("a", b"")
    result = run("verify", tmp_path / "x.zip")
    assert result.exit_code == 2
    assert "not the archive of a contest" in result.stderr


def test_names_that_look_like_formulas_do_not_run_in_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    people = "code,name,category\nA,=1+1,k\nB,@乙,k\n"
    path = tmp_path / "公式.arena"
    assert run("new", path, write_files(tmp_path, contestants=people)).exit_code == 0
    assert ",A,'=1+1," in run("standings", path, "--format", "csv").stdout
    assert run("archive", path, "-o", tmp_path / "公式.zip").exit_code == 0
    assert "A,'=1+1,k" in unpack(tmp_path / "公式.zip").members["plan/contestants.csv"].decode()
    assert run("verify", tmp_path / "公式.zip").exit_code == 0


def test_a_result_that_was_taken_out_together_with_its_digest_is_named(run: Run, archive: Path) -> None:
    result = run("verify", repacked(archive, lambda m: m.pop("round-1/standings.json")))
    assert (result.exit_code, result.stderr) == (1, "round-1/standings.json is missing from the archive\n")


def test_what_was_put_in_together_with_its_digest_is_named(run: Run, archive: Path) -> None:
    result = run("verify", repacked(archive, lambda m: m.update({"round-1/真正的成绩.csv": b""})))
    assert (result.exit_code, result.stderr) == (1, "round-1/真正的成绩.csv does not belong into the archive\n")
