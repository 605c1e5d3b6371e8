"""Every template is a contest that runs: from the plan to a closed round, its bulletin, sheets and archive."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import arena_desk
from scoring.plan import LIVE, Plan, Setup
from storage.sheets import read_setup
from tests.cli.conftest import Run
from tests.exports.read_pdf import sheets, texts

FOLDER = Path(arena_desk.__file__).parent / "templates"
TEMPLATES = sorted(path.parent.name for path in FOLDER.glob("*/plan.toml"))
LEVELS = {"qingdao": "city", "system": "system", "system_indicators": "system", "unit": "unit"}


def rows_of(path: Path, rows: Iterator[tuple[object, ...]]) -> Path:
    """A file of comma-separated rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def ballots(setup: Setup) -> Iterator[tuple[object, ...]]:
    """Every judge scores everyone, the later ones a little lower: nobody is tied."""
    criteria, step = setup.plan.criteria, setup.plan.step
    yield ("contestant", "judge", *(each.key for each in criteria))
    for place, contestant in enumerate(setup.contestants):
        points, left = [], place * step
        for each in criteria:
            points.append(each.max - min(left, each.max))
            left -= min(left, each.max)
        yield from ((contestant.code, judge.code, *points) for judge in setup.judges)


def values(setup: Setup) -> Iterator[tuple[object, ...]]:
    """Values that grow with the roster: whether that is better or worse is the rule's business."""
    yield ("单位", "原值")
    yield from ((each.code, f"{80 + 1.5 * place:.1f}") for place, each in enumerate(setup.contestants))


def brought(plan: Plan) -> list[str]:
    return [part.key for part in plan.components if part.key != LIVE]


def test_there_is_a_template_for_each_level() -> None:
    assert {name: read_setup(FOLDER / name / "plan.toml").plan.level for name in TEMPLATES} == LEVELS


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_played_through(name: str, run: Run, tmp_path: Path) -> None:
    setup, file = read_setup(FOLDER / name / "plan.toml"), tmp_path / f"{name}.arena"
    plan, last = setup.plan, setup.contestants[-1].code

    def done(*words: object) -> str:
        result = run(*words)
        assert (result.exit_code, result.stderr) == (0, ""), words
        return result.stdout

    done("new", file, FOLDER / name / "plan.toml")
    if plan.has_live:
        done("score", file, rows_of(tmp_path / "b.csv", ballots(setup)), "--reason", "纸质评分表")
    for key in brought(plan):
        assert run("close-round", file).exit_code == 1, "what is missing is no nought"
        done("mark", file, "component", key, rows_of(tmp_path / f"{key}.csv", values(setup)), "--reason", "月度统计")
    done("mark", file, "adjust", setup.contestants[0].code, "-0.5", "--reason", "材料迟报")
    done("mark", file, "no-show", last, "--reason", "未到")
    done("close-round", file)
    told = json.loads(done("standings", file, "--format", "json"))
    assert (told["status"], told["closed"]) == ("final", True)
    ranked = [row for board in told["boards"] for row in board["rows"] if row["rank"]]
    assert len(ranked) == len(setup.contestants) - 1
    assert {key for row in ranked for key in row["components"]} == {part.key for part in plan.parts}
    check_papers(done, file, tmp_path, setup)
    done("next-round", file)
    (*_, board) = json.loads(done("standings", file, "--format", "json"))["boards"]
    assert last in [row["code"] for row in board["rows"]]
    done("verify", file)


def check_papers(done: Callable[..., str], file: Path, folder: Path, setup: Setup) -> None:
    """Bulletin, appraisal sheets, explanation, workbook and archive of the closed round."""
    plan, first = setup.plan, setup.contestants[0]
    done("bulletin", file, "-o", folder / "bulletin.pdf")
    bulletin = _words(texts((folder / "bulletin.pdf").read_bytes()))
    assert _words(plan.title) in bulletin
    for part in plan.components:
        assert _words(f"{part.name} ({part.unit}) goes by" if part.rated else part.name) in bulletin
    done("document", file, "appraisal", "-o", folder / "appraisal.pdf")
    pages = [_words(page.text) for page in sheets((folder / "appraisal.pdf").read_bytes())]
    assert len(pages) == len(setup.contestants), "a page for everyone"
    (mine,) = [page for page in pages if _words(f"{first.code} {first.name},") in page]
    assert _words("adjustments -0.5 (-0.5: 材料迟报)") in mine
    assert sum(_words("Did not come; not ranked.") in page for page in pages) == 1
    explained = done("explain", file, first.code)
    assert explained.count("raw value") == sum(part.rated for part in plan.components)
    if setup.plan.level == "system":
        done("archive", file, "-o", folder / "archive.zip")
        done("verify", folder / "archive.zip")


def _words(text: str) -> str:
    """A text as it is printed, wherever its lines end."""
    return "".join(text.split())
