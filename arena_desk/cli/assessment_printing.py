"""An assessment for a terminal, and as JSON."""

from __future__ import annotations

from typing import Any

from arena_desk.assessing import Found
from arena_desk.cli.printing import HEAD
from arena_desk.cli.speech import table
from exports.columns import NOT_ASSESSED
from exports.phrases import capital, shown
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
