"""`assess`: the half-year assessment from the command line, recorded, printed, verified."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from storage.contest_file import open_contest, read_contest
from storage.sheets import read_setup
from tests.cli.conftest import Run
from tests.exports.read_pdf import texts
from tests.seasons import season_on_disk
from tests.storage.test_assessments import RULES, write

TIED = RULES.replace('title = "上半年等次评定"', 'title = "上半年等次评定"\ntie_breaks = ["draw"]')
DRAWN = TIED + '[[draw]]\nseed = "七三九一"\nbetween = ["B", "C"]\nwitness = "李监督"\n'


@pytest.fixture
def contest(tmp_path: Path) -> Path:
    """Three finished rounds."""
    return season_on_disk(tmp_path / "擂台赛.arena")


def words(path: Path) -> str:
    return texts(path.read_bytes()).replace(" ", "").replace("\n", "")


def test_it_is_provisional_until_it_is_recorded_and_then_verifies(run: Run, contest: Path, tmp_path: Path) -> None:
    rules, out = write(tmp_path), tmp_path / "out.pdf"
    first = run("assess", contest, rules)
    assert first.exit_code == 0
    assert first.stdout.splitlines()[0] == "上半年等次评定: provisional (not recorded)"
    assert run("--lang", "zh", "assess", contest, rules, "-o", out).exit_code == 0
    assert "临时" in words(out)
    assert "尚未记入流水" in words(out)
    done = run("--lang", "en", "assess", contest, rules, "--record", "--reason", "上半年", "-o", out, "--replace")
    number = len(read_contest(contest).journal)
    assert done.stdout.splitlines()[0] == f"上半年等次评定: recorded, journal record {number}"
    assert str(out) in done.stderr
    assert "PROVISIONAL" not in texts(out.read_bytes())
    assert run("verify", contest).exit_code == 0


def test_of_two_units_of_one_name_the_bulletin_says_which_has_the_grade(
    run: Run, contest: Path, tmp_path: Path
) -> None:
    out, same = tmp_path / "out.pdf", tmp_path / "same.csv"
    same.write_text("code,name,category\nC,单位B,k\n", encoding="utf-8")
    assert run("roster", contest, same).exit_code == 0
    assert run("--lang", "zh", "assess", contest, write(tmp_path), "-o", out).exit_code == 0
    text = words(out)
    assert "2单位B（B）80.5000" in text
    assert "2.一般（2个）：单位B（B）、单位B（C）。" in text


def test_the_bulletin_says_result_grades_rules_and_where_they_are_kept(run: Run, contest: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    options = ("--number", "青营商办〔2026〕12号", "--addressee", "各单位", "--date", "2026-07-01", "--copies", "市委")
    run("--lang", "zh", "assess", contest, write(tmp_path), "--record", "-o", out, *options)
    text = words(out)
    number = len(read_contest(contest).journal)
    for said in (
        "关于上半年等次评定结果的通报",
        "青营商办〔2026〕12号",
        "各单位：",
        "指挥部开展了上半年等次评定，擂台赛成绩取自已确认的第一轮、第二轮，参加评定的单位3个。",
        f"评定所用的规则、数据和结果已记入流水第{number}号记录",
        "1单位A87.775090.000088.67优秀",
        "2单位B80.500080.000080.30一般",
        "3单位C72.750070.000071.65一般",
        "1.优秀（1个）：单位A。",
        "2.一般（2个）：单位B、单位C。",
        "擂台赛占60%、平时工作占40%",
        "擂台赛取第一轮、第二轮公布得分的平均分，没有成绩的轮次不计。",
        "平时工作按百分制由数据表“daily.csv”导入。",
        "等次：优秀（85分以上）、一般（其余）。",
        "没有得分相同的单位。",
        "2026年7月1日",
        f"流水末条记录：第{number}号",
    ):
        assert said in text, said


def test_ties_wait_for_a_draw_that_the_bulletin_shows(run: Run, contest: Path, tmp_path: Path) -> None:
    values, out = "A,90\nB,80\nC,91.625\n", tmp_path / "out.pdf"
    waits = run("assess", contest, write(tmp_path, values, TIED), "--record")
    assert waits.exit_code == 1
    assert "- a draw is needed between 单位B, 单位C" in waits.stderr
    assert run("--lang", "zh", "assess", contest, write(tmp_path, values, DRAWN), "-o", out).exit_code == 0
    assert "抽签见本件所列种子" in words(out)
    run("--lang", "zh", "assess", contest, write(tmp_path, values, DRAWN), "--record", "-o", out, "--replace")
    number = len(read_contest(contest).journal)
    assert f"抽签见流水第{number}号记录" in words(out)
    assert "单位B、单位C之间抽签：种子“七三九一”，见证人李监督，次序为" in words(out)
    exact = TIED.replace('["draw"]', '["exact"]')
    run("--lang", "zh", "assess", contest, write(tmp_path, values, exact), "-o", out, "--replace")
    assert "未经舍入的综合得分" in words(out)
    assert "最后得分" not in words(out)
    assert run("verify", contest).exit_code == 0


def test_who_lacks_a_value_or_is_exempt_stands_without_a_grade(run: Run, contest: Path, tmp_path: Path) -> None:
    rules = RULES + '[[exempt]]\ncontestant = "B"\nreason = "机构撤并。"\n'
    out = tmp_path / "out.pdf"
    shown = run("assess", contest, write(tmp_path, "A,90\n", rules), "-o", out)
    assert "still open: C 单位C: no value of 平时工作" in shown.stdout
    text = words(out)
    for said in (
        "2 contestants assessed (1 not assessed)",
        "单位C has no value of 平时工作: no composite, no grade.",
        "单位B is not assessed: 机构撤并.",
        "Still open: C 单位C: no value of 平时工作.",
        "— 单位C 72.7500 — no composite —",
    ):
        assert said.replace(" ", "") in text, said


def test_json_and_csv_hold_what_the_journal_keeps(run: Run, contest: Path, tmp_path: Path) -> None:
    rules = write(tmp_path)
    found = json.loads(run("assess", contest, rules, "--format", "json").stdout)
    assert (found["status"], found["record"], found["unfinished"]) == ("provisional", None, [])
    run("assess", contest, rules, "--record")
    record = read_contest(contest).journal[-1]
    found = json.loads(run("assess", contest, rules, "--format", "json").stdout)
    assert (found["status"], found["record"]) == ("final", record.number)
    assert {key: found[key] for key in record.after} == dict(record.after)
    rows = list(csv.DictReader(io.StringIO(run("assess", contest, rules, "--format", "csv").stdout)))
    assert [(row["rank"], row["code"], row["published"], row["grade"], row["arena"]) for row in rows] == [
        ("1", "A", "88.67", "优秀", "3511/40"),
        ("2", "B", "80.30", "一般", "161/2"),
        ("3", "C", "71.65", "一般", "291/4"),
    ]


def test_without_its_file_the_one_recorded_last_is_shown(run: Run, contest: Path, tmp_path: Path) -> None:
    nothing = run("assess", contest)
    assert nothing.exit_code == 2
    assert "no assessment is recorded" in nothing.stderr
    assert run("assess", contest, "--record").exit_code == 2
    run("assess", contest, write(tmp_path), "--record")
    out = tmp_path / "out.pdf"
    again = run("--lang", "zh", "assess", contest, "-o", out)
    assert "已记入流水" in again.stdout
    run("--lang", "zh", "assess", contest, write(tmp_path, "A,90\nB,80\nC,75\n"), "--record", "-o", out, "--replace")
    first = read_contest(contest).journal[-2]
    assert f"取代流水第{first.number}号记录（哈希值前16位{first.digest[:16]}）所载的评定" in words(out)


def test_the_same_values_from_excel_and_gb18030_are_the_same_assessment(
    run: Run, contest: Path, tmp_path: Path
) -> None:
    rules = write(tmp_path)
    from_csv = run("assess", contest, rules, "--format", "json").stdout
    rows = [("参赛单位", "得分"), ("单位A", 90), ("单位B", 80.0), ("C", "７０")]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "daily.csv")
    assert run("assess", contest, rules, "--format", "json").stdout == from_csv
    lines = "\n".join(f"{name}\t{value}" for name, value in rows)
    (tmp_path / "daily.csv").write_bytes(lines.encode("gb18030"))
    assert run("assess", contest, rules, "--format", "json").stdout == from_csv


def test_bad_files_are_refused_with_every_fault_and_nothing_is_written(run: Run, contest: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    before = contest.read_bytes()
    rules = write(tmp_path, "A,101\n", RULES.replace("weight = 60", "weight = 50"))
    refused = run("assess", contest, rules, "--record", "-o", out)
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "half.toml: component: the weights total 90, not 100: 10 short",
        "daily.csv:2:2: '101' must be a number from 0 to 100",
    ]
    assert not out.exists()
    assert contest.read_bytes() == before
    rules = write(tmp_path)
    (tmp_path / "daily.csv").unlink()
    missing = run("assess", contest, rules)
    assert missing.exit_code == 2
    assert missing.stderr.startswith("daily.csv: there is no such file")


def test_it_is_read_beside_a_desk_that_runs_but_not_recorded(run: Run, contest: Path, tmp_path: Path) -> None:
    file = open_contest(contest)
    assert run("assess", contest, write(tmp_path)).exit_code == 0
    assert run("assess", contest, write(tmp_path), "--record").exit_code == 1
    file.close()


def test_a_contest_without_a_finished_round_has_nothing_to_assess(run: Run, tmp_path: Path) -> None:
    from storage.contest_file import create_contest
    from tests.files import write_files

    path = tmp_path / "新.arena"
    create_contest(path, read_setup(write_files(tmp_path)))
    shown = run("assess", path, write(tmp_path))
    assert shown.exit_code == 0
    assert "still open: round 1 is not closed" in shown.stdout
