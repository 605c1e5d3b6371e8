"""Standings, ballots, a season and an assessment as tables for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exports.source import BulletinSource
from exports.spreadsheet_text import csv_text, harmless
from scoring.assessment import Assessed
from scoring.crowd_ballots import scores_by_judge
from scoring.points import plain_decimal
from scoring.results import Standings
from scoring.season import Season, season_json
from scoring.standings import standings_json

FIELDS = ("rank", "code", "name", "category", "status", "published", "exact", "tie_break", "grade")
RETURNS = ("returns", "returned_before")
OF_SEASON = ("rank", "code", "name", "category", "mean", "exact_mean", "best", "scored", "returned", "run")
PER_ROUND = ("status", "rank", "published", "returns")
WORDS = {"code", "name", "grade"}
"""What people wrote; the rest are numbers and words of the program."""


def standings_csv(standings: Standings) -> str:
    """All boards in one CSV with the fields of the JSON."""
    fields = (*FIELDS, *RETURNS)
    return csv_text(["board", *fields], ([key, *_cells(row, fields)] for key, row in _rows(standings_json(standings))))


def assessment_csv(assessed: Assessed) -> str:
    """All boards in one CSV, a column for each component with its exact value."""
    keys = list(assessed.assessment.bases)
    return csv_text(
        ["board", *FIELDS, *map(harmless, keys)],
        (
            [key, *_cells(row, FIELDS), *map(row["components"].get, keys)]
            for key, row in _rows(standings_json(assessed.standings))
        ),
    )


def season_csv(found: Season) -> str:
    """All boards in one CSV with the fields of the JSON, four columns a round."""
    rounds = [f"round {n} {field}" for n in found.rounds for field in PER_ROUND]
    return csv_text(
        ["board", *OF_SEASON, *rounds],
        (
            [key, *_cells(row, OF_SEASON), *(cell for each in row["course"] for cell in _cells(each, PER_ROUND))]
            for key, row in _rows(season_json(found))
        ),
    )


def ballots_csv(source: BulletinSource) -> str:
    """Every stored ballot of a round as the table that `score` reads (rules.md, Plan)."""
    keys = [each.key for each in source.contest.plan.criteria]
    return csv_text(
        ["contestant", "judge", *keys],
        (
            [harmless(entry.code), harmless(judge), *(plain_decimal(given[key]) for key in keys)]
            for entry in source.round.entries
            for judge, given in scores_by_judge(entry.ballots)
        ),
    )


def _rows(found: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every row of a result as JSON, with the key of its board."""
    return ((board["key"], row) for board in found["boards"] for row in board["rows"])


def _cells(row: Mapping[str, Any], fields: tuple[str, ...]) -> Iterator[object]:
    for field in fields:
        value = row[field]
        if field in WORDS:
            yield harmless(value or "")
        else:
            yield str(value).lower() if isinstance(value, bool) else value
