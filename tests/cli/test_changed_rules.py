"""Rules that are changed after the first ballot change the result, and everything that tells of it says so."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from arena_desk.publishing import bulletin_source
from exports.webpage import web_page
from exports.workbook import workbook
from scoring.plan_document import plan_document
from storage.contest_file import open_contest, read_contest
from storage.plans import change_plan
from tests.cli.conftest import Run
from tests.files import changed, write_files

SAID = (
    "he rules were changed after scoring had begun: "
    "Criterion “摆问题”: Weight 40 → 70; Criterion “谈思路”: Weight 60 → 30"
)


def reweighed(path: Path) -> int:
    """Unlock the rules and let the first criterion count for more; the record that says so."""
    file = open_contest(path)
    document = plan_document(file.contest.plan)
    for row, weight in zip(document["criterion"], ("70", "30"), strict=True):
        row["weight"] = weight
    record = change_plan(file, document, reason="权重抄错", unlock=True)
    file.close()
    return record


def ranks(run: Run, path: Path) -> dict[str, tuple[int, str]]:
    found = json.loads(run("standings", path, "--format", "json").stdout)
    return {row["code"]: (row["rank"], row["published"]) for board in found["boards"] for row in board["rows"]}


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def test_a_changed_weight_changes_the_standings_and_every_account_of_them(
    run: Run, contest: Path, sheet: Callable[..., Path], tmp_path: Path
) -> None:
    ballots = [f"{row},J{n}" + points for row, points in (("A", ",40,30"), ("B", ",30,45"), ("C", ",10,10"))
               for n in (1, 2, 3)]  # fmt: skip
    assert run("score", contest, sheet("contestant,judge,a,b", *ballots), "--reason", "纸质").exit_code == 0
    assert ranks(run, contest) == {"A": (2, "70.00"), "B": (1, "75.00"), "C": (3, "20.00")}
    record = reweighed(contest)
    assert ranks(run, contest) == {"A": (1, "85.00"), "B": (2, "75.00"), "C": (3, "22.50")}
    note = f"{SAID} (reason: 权重抄错; journal record {record})"
    assert note in run("explain", contest, "A").stdout
    assert note in run("standings", contest).stdout
    assert run("verify", contest).exit_code == 0
    assert run("close-round", contest).exit_code == 0
    pdf = tmp_path / "bulletin.pdf"
    assert run("bulletin", contest, "-o", pdf).exit_code == 0
    assert "".join(note.split()) + "." in words_of(pdf)
    source = bulletin_source(read_contest(contest), 1, "en")
    assert note in web_page(source).decode()
    about = load_workbook(io.BytesIO(workbook(source, [])))["About"]
    assert any(note in str(cell.value) for row in about.rows for cell in row)
    archive = tmp_path / "archive.zip"
    assert run("archive", contest, "-o", archive).exit_code == 0
    assert run("verify", archive).exit_code == 0


def test_a_plan_file_changes_the_rules_and_says_what_it_may_not(run: Run, contest: Path, tmp_path: Path) -> None:
    plan = write_files(tmp_path, changed("contest", "decimals", "1"))
    assert run("plan", contest, plan).exit_code == 0
    assert json.loads(run("standings", contest, "--format", "json").stdout)["revision"] == 2
    again = run("plan", contest, plan)
    assert (again.exit_code, again.stdout) == (0, "recorded; the journal stands at 2\n"), "the same rules are no record"
    plan = write_files(tmp_path, changed("contest", "decimals", "9", changed("group[1]", "weight", "99")))
    refused = run("plan", contest, plan)
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "plan.toml: contest.decimals: must not exceed 4",
        "plan.toml: group: the weights total 99, not 100: 1 short",
    ]


def test_frozen_rules_are_unlocked_with_a_reason(run: Run, scored: Path, tmp_path: Path) -> None:
    plan = write_files(tmp_path, changed("contest", "decimals", "1"))
    assert run("plan", scored, plan).exit_code == 1
    assert run("plan", scored, plan, "--unlock").exit_code == 2
    assert run("plan", scored, plan, "--unlock", "--reason", "依据更正").exit_code == 0
    assert "Decimals published 2 → 1 (reason: 依据更正" in run("standings", scored).stdout
    assert run("verify", scored).exit_code == 0
