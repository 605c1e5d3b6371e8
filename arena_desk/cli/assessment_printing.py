"""An assessment for a terminal and for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from arena_desk.assessing import Found
from arena_desk.cli.printing import HEAD
from arena_desk.cli.speech import table
from exports.columns import NOT_ASSESSED
from exports.phrases import capital, shown
from exports.spreadsheet_text import harmless
from scoring.assessment import Assessed
from scoring.assessment_file import assessment_record
from scoring.names import COMPOSITE_NAME, component_name
from scoring.results import Board, Row
from scoring.text import Language, Text

TITLE = Text("{title}　{state}", "{title}: {state}")
RECORDED = Text("已记入流水第 {record} 条", "recorded, journal record {record}")
PROVISIONAL = Text("临时（尚未记入流水）", "provisional (not recorded)")
OPEN = Text("尚缺：{what}", "still open: {what}")
NOTHING = "–"


def assessment_table(found: Found, language: Language) -> str:
    """All boards as tables, after what is still open."""
    assessed = found.assessed
    state = RECORDED(record=found.record.number) if found.record else PROVISIONAL
    head = [TITLE(title=assessed.standings.contest, state=state), *(OPEN(what=each) for each in assessed.blockers())]
    boards = [_board(assessed, board, language) for board in assessed.standings.boards]
    return "\n\n".join(["\n".join(text.said(language) for text in head), *boards])


def _board(assessed: Assessed, board: Board, language: Language) -> str:
    rank, code, name, _, tie_break, grade, _ = (text.said(language) for text in HEAD)
    parts = [component_name(part).said(language) for part in assessed.assessment.plan.components]
    heads = [rank, code, name, *parts, capital(COMPOSITE_NAME).said(language), tie_break, grade]
    return "\n".join([board.name, table([heads, *(_row(assessed, row, language) for row in board.rows)])])


def _row(assessed: Assessed, row: Row, language: Language) -> list[str]:
    plan, known = assessed.assessment.plan, row.result.components
    values = [shown(known[part.key], plan) if part.key in known else NOTHING for part in plan.components]
    total = row.result.published
    score = NOT_ASSESSED[row.result.status].said(language) if total is None else str(total)
    rank = NOTHING if row.rank is None else str(row.rank)
    return [rank, row.code, row.name, *values, score, row.tie_break or "", row.grade or ""]


def assessment_json(found: Found) -> dict[str, Any]:
    """What the journal keeps of it, and whether it does: `record` is its number, or null."""
    return {
        "status": "final" if found.record else "provisional",
        "record": found.record.number if found.record else None,
        "unfinished": list(found.assessed.unfinished),
        **assessment_record(found.assessed),
    }


FIELDS = ("rank", "code", "name", "category", "status", "published", "exact", "tie_break", "grade")
WORDS = {"code", "name", "grade"}
"""What people wrote; the rest are numbers and words of the program."""


def assessment_csv(found: Found) -> str:
    """All boards in one CSV, a column for each component with its exact value."""
    text = io.StringIO()
    writer, keys = csv.writer(text, lineterminator="\n"), list(found.assessed.assessment.bases)
    writer.writerow(["board", *FIELDS, *(harmless(key) for key in keys)])
    for board in assessment_json(found)["result"]["boards"]:
        writer.writerows([board["key"], *_cells(row, keys)] for row in board["rows"])
    return text.getvalue()


def _cells(row: dict[str, Any], keys: Sequence[str]) -> list[str]:
    found = [harmless(row[field] or "") if field in WORDS else row[field] for field in FIELDS]
    return ["" if cell is None else str(cell) for cell in (*found, *(row["components"].get(key) for key in keys))]
