"""`season`: the standings over all finished rounds, as a table, CSV, JSON and PDF."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from exports.kinds import Kind
from tests.cli.conftest import Run
from tests.exports.read_pdf import texts
from tests.seasons import PLAN, season_on_disk


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three finished rounds."""
    return season_on_disk(tmp_path / "擂台赛.arena")


def test_the_table_shows_every_round_and_what_it_comes_to(run: Run, three: Path) -> None:
    result = run("season", three)
    assert result.exit_code == 0
    title, _, board, head, first, second, third, _, signs = result.stdout.splitlines()
    assert title == "营商环境擂台赛, finished rounds: 1 2 3"
    assert board == "总榜"
    assert head.split("  ")[0] == "rank"
    assert first.split() == ["1", "A", "单位A", "1.", "90.00", "1.", "85.55", "1.", "85.55", "87.03", "90.00", "0", "0"]
    assert second.split() == ["2", "B", "单位B", "2.", "80.50", "–", "no-show", "▽", "80.50", "80.50", "1", "1"]
    assert third.split()[-4:] == ["68.58", "75.50", "3", "3"]
    assert signs == "▽ had to come back after the round; – not in it"
    assert "第 1 轮" in run("--lang", "zh", "season", three).stdout


def test_csv_and_json_tell_the_same(run: Run, three: Path) -> None:
    found = json.loads(run("season", three, "--format", "json", "--round", "2").stdout)
    assert found["rounds"] == [1, 2]
    rows = list(csv.DictReader(io.StringIO(run("season", three, "--format", "csv", "--round", "2").stdout)))
    assert [row["mean"] for row in rows] == [row["mean"] for row in found["boards"][0]["rows"]]
    assert rows[1]["round 2 status"] == "absent"
    assert rows[2]["round 2 returns"] == "true"


def test_before_a_round_is_closed_there_is_nothing_to_show(run: Run, scored: Path, tmp_path: Path) -> None:
    assert run("season", scored).stdout == "营商环境擂台赛, finished rounds: none\n"
    path = tmp_path / "x.pdf"
    assert run("document", scored, Kind.SEASON, "-o", path).exit_code == 0
    assert "No round is finished yet." in texts(path.read_bytes())
    assert run("season", scored, "--round", "7").exit_code == 2


def test_the_document_says_the_rule_and_every_round(run: Run, three: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    assert run("--lang", "zh", "document", three, Kind.SEASON, "-o", path).exit_code == 0
    text = texts(path.read_bytes()).replace(" ", "").replace("\n", "")
    assert "统计范围为已确认成绩的第一轮、第二轮、第三轮。" in text
    assert "公布时四舍五入保留2位小数" in text
    assert "单位A87.0390.0000第1名90.00第1名85.55第1名85.55" in text
    assert "未到▽" in text
    assert "临时" not in text


def test_every_board_has_its_heading_in_the_document(run: Run, tmp_path: Path) -> None:
    plan = {"contest": {**PLAN["contest"], "board": "category"}}
    categories = [{"key": "k", "name": "参与单位"}, {"key": "m", "name": "区（市）"}]
    contest = season_on_disk(tmp_path / "榜.arena", [{"A": "70", "B": "60"}], codes="AB", category=categories, **plan)
    path = tmp_path / "x.pdf"
    assert run("document", contest, Kind.SEASON, "-o", path).exit_code == 0
    text = texts(path.read_bytes())
    assert "1. 参与单位" in text
    assert "区（市）" not in text, "nobody of it was in a round"
