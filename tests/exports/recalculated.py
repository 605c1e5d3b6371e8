"""Workbooks opened and computed by LibreOffice: `python -m tests.exports.recalculated [SIZE …]`.

For every size three contests: as in the gallery, with indicators, with a public vote. The formulas stand in the file
without results, and must give the score that the desk published for every entry. Wants `soffice` on the path.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from arena_desk.exporting import export
from exports.kinds import Kind, Order
from storage.contest_file import open_contest
from tests.exports.halls import hall

SIZES = (10, 55, 300)
PLANS: Mapping[str, Mapping[str, Any]] = {
    "as in the gallery": {},
    "with indicators": {"indicators": True},
    "with a public vote": {"voters": 600},
}


def main(sizes: list[int]) -> int:
    """Say of every contest how many scores came out; how many did not."""
    wrong = 0
    for size in sizes:
        for name, plan in PLANS.items():
            with TemporaryDirectory() as folder:
                right, faults = recalculated(Path(folder), size, plan)
            sys.stdout.write(f"{size} contestants, {name}: {right} scores as published\n")
            sys.stdout.writelines(f"  {fault}\n" for fault in faults)
            wrong += len(faults)
    return wrong


def recalculated(folder: Path, size: int, plan: Mapping[str, Any]) -> tuple[int, list[str]]:
    """How many entries of a first round were computed to their published score, and what is wrong with the others."""
    contest, book = folder / "contest.arena", folder / "workbook.xlsx"
    hall(contest, size, **plan)
    export(contest, Order(Kind.WORKBOOK, book, 1), "zh")
    published = _published(contest)
    computed = _computed(book, folder / "computed")
    found = {code: computed.get(code, "no row") for code in published}
    right = [code for code, score in found.items() if score == published[code]]
    return len(right), [f"{code}: {found[code]}, not {published[code]}" for code in published if code not in right]


def _published(contest: Path) -> dict[str, float]:
    file = open_contest(contest)
    try:
        rows = [row for board in file.standings(1).boards for row in board.rows]
        return {row.code: float(row.result.published) for row in rows if row.result.published is not None}
    finally:
        file.close()


def _computed(book: Path, folder: Path) -> dict[str, object]:
    """The computed scores by code. LibreOffice is given a workbook whose formulas have no results yet."""
    written = openpyxl.load_workbook(book, data_only=True)["计算"]
    assert _column(written, "公式得分")["U001"] is None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(book)]
    subprocess.run(order, check=True, capture_output=True)
    return _column(openpyxl.load_workbook(folder / book.name, data_only=True)["计算"], "公式得分")


def _column(page: Any, head: str) -> dict[str, object]:
    heads = [cell.value for cell in page[1]]
    code, place = heads.index("编号"), heads.index(head)
    return {row[code]: row[place] for row in page.iter_rows(min_row=2, values_only=True)}


if __name__ == "__main__":
    raise SystemExit(1 if main([int(each) for each in sys.argv[1:]] or list(SIZES)) else 0)
