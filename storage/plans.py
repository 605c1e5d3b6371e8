"""Changing the plan of a contest (rules.md, Plan)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from scoring.crowd_ballots import column_scores
from scoring.mark import MarkKind
from scoring.plan_change import check_change
from scoring.plan_document import plan_document
from scoring.plan_file import parse_plan
from storage.contest_file import OPERATOR, Actor, ContestFile
from storage.journal import Draft
from storage.load import mark_of
from storage.rows import rows


def change_plan(
    file: ContestFile, document: Mapping[str, Any], *, reason: str = "", unlock: bool = False, by: Actor = OPERATOR
) -> int:
    """Make the plan of these tables (as in its file, without people) the plan of the contest. Returns the revision.

    Once a ballot was stored it asks for `unlock` and a reason. Raises `BadInput` with every fault of the tables, or
    with everything that is stored and would not fit; `NotNow` while ballots come in and once a round was closed.
    """
    after = parse_plan(document)
    with file.write(by) as op:
        before = op.contest.plan
        if after != before:
            check_change(op.contest, after, _stored(op.connection), unlock=unlock, reason=reason)
            now, was = {"plan": plan_document(after)}, {"plan": plan_document(before)}
            op.record(Draft("plan", now, before=was, why=reason.strip()))
    return op.last.number


def _stored(connection: sqlite3.Connection) -> Iterator[Mapping[str, Decimal]]:
    """The scores of every ballot that stands, also of entries that were taken out of the line-up again."""
    for row in rows(connection, "SELECT scores FROM ballot WHERE ended IS NULL"):
        yield {key: Decimal(points) for key, points in json.loads(row["scores"]).items()}
    for row in rows(connection, "SELECT * FROM mark WHERE kind = ?", MarkKind.BALLOTS.value):
        sheet = mark_of(row).sheet  # what was taken back may be brought back
        for block in sheet.blocks if sheet else ():
            yield from column_scores(block.columns)
