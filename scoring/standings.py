"""The standings of a round, and their published form (rules.md, Ranking and Command line)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scoring.arithmetic import Panel, entry_result
from scoring.contest import Contest, Entry, Round
from scoring.indicators import raw_values
from scoring.plan import Category, Contestant, Plan
from scoring.points import exact_text
from scoring.ranking import Ranking, rank
from scoring.result_json import drops_json
from scoring.results import Board, EntryResult, GroupResult, Row, Standings

OVERALL = Category("overall", "总榜")


class Tally:
    """Standings of a contest that changes: results of entries that did not change are kept and used again.

    One tally serves one contest file; it is not thread-safe.
    """

    def __init__(self) -> None:
        self._panels: dict[int, tuple[object, Panel]] = {}
        self._rows: dict[tuple[int, str], tuple[Panel, Entry, Mapping[str, Contestant], Row]] = {}

    def standings(self, contest: Contest, number: int | None = None) -> Standings:
        """The standings of one round (default: the latest), with how often in a row each contestant returned."""
        round_ = contest.live_round if number is None else contest.rounds[number - 1]
        earlier = [self._returned(contest, each) for each in reversed(contest.rounds[: round_.number - 1])]
        ranked = self._rankings(contest, round_, earlier)
        return Standings(
            contest=contest.plan.title,
            round=round_.number,
            final=all(ranking.final for _, ranking in ranked),
            closed=round_.closed is not None,
            revision=contest.revision,
            boards=tuple(Board(b.key, b.name, r.final, r.needs_draw, r.rows) for b, r in ranked),
        )

    def result(self, contest: Contest, round_: Round, entry: Entry) -> EntryResult:
        """The result of one entry, computed only if something it depends on changed."""
        return self._row(contest, self._panel(contest, round_), round_.number, entry).result

    def _rankings(
        self, contest: Contest, round_: Round, earlier: Sequence[frozenset[str]]
    ) -> list[tuple[Category, Ranking]]:
        panel = self._panel(contest, round_)
        rows = [self._row(contest, panel, round_.number, entry) for entry in round_.entries]
        if any(earlier):
            rows = [replace(row, returned_before=_in_a_row(earlier, row.code)) for row in rows]
        members = ((board, [row for row in rows if on_board(board, row.category)]) for board in boards(contest.plan))
        return [(board, rank(contest.plan, mine, round_.draws)) for board, mine in members]

    def _row(self, contest: Contest, panel: Panel, number: int, entry: Entry) -> Row:
        """The line of an entry before it is ranked."""
        known, roster = self._rows.get((number, entry.code)), contest.contestants
        if known is None or known[0] is not panel or known[1] is not entry or known[2] is not roster:
            result, contestant = _as_told(entry, entry_result(panel, entry)), roster[entry.code]
            told = contest.called(entry.code)
            row = Row(None, entry.code, contestant.name, contestant.category, result, told=told)
            known = self._rows[number, entry.code] = (panel, entry, roster, row)
        return known[3]

    def _panel(self, contest: Contest, round_: Round) -> Panel:
        raw = raw_values(contest, round_)
        basis = (contest.plan, contest.judges, round_.absent, round_.left, round_.void, raw)
        known = self._panels.get(round_.number)
        if known is None or known[0] != basis:
            known = self._panels[round_.number] = (basis, Panel.of(contest, round_))
        return known[1]

    def _returned(self, contest: Contest, round_: Round) -> frozenset[str]:
        rankings = self._rankings(contest, round_, ())
        return frozenset(row.code for _, ranking in rankings for row in ranking.rows if row.returns)


def _as_told(entry: Entry, result: EntryResult) -> EntryResult:
    """The very result that was announced, where it still is the result: whether it is will be asked again and again of
    every entry, and of one and the same object that is answered at once.
    """
    told = (reveal.result for reveal in (entry.revealed, entry.announced) if reveal)
    return next((each for each in told if each == result), result)


def standings(contest: Contest, number: int | None = None) -> Standings:
    """The standings of one round (default: the latest) computed from nothing but the facts."""
    return Tally().standings(contest, number)


def boards(plan: Plan) -> tuple[Category, ...]:
    """The boards of a plan, in order: one for all, or one per category."""
    return plan.categories if plan.board == "category" else (OVERALL,)


def on_board(board: Category, category: str) -> bool:
    """Whether contestants of a category are ranked on a board."""
    return board is OVERALL or board.key == category


def _in_a_row(earlier: Sequence[frozenset[str]], code: str) -> int:
    """In how many consecutive rounds, latest first, a contestant was flagged."""
    return next((n for n, returned in enumerate(earlier) if code not in returned), len(earlier))


def standings_json(standings: Standings) -> dict[str, Any]:
    """The standings as `standings --format json` prints them."""
    return {
        "contest": standings.contest,
        "round": standings.round,
        "status": _word(standings.final),
        "closed": standings.closed,
        "revision": standings.revision,
        "boards": [_board_json(board) for board in standings.boards],
    }


def _word(final: bool) -> str:
    return "final" if final else "provisional"


def _board_json(board: Board) -> dict[str, Any]:
    return {
        "key": board.key,
        "name": board.name,
        "status": _word(board.final),
        "needs_draw": [list(codes) for codes in board.needs_draw],
        "rows": [_row_json(row) for row in board.rows],
    }


def _row_json(row: Row) -> dict[str, Any]:
    result = row.result
    return {
        "rank": row.rank,
        "code": row.code,
        "name": row.name,
        "category": row.category,
        "status": result.status.value,
        "published": None if result.published is None else str(result.published),
        "exact": None if result.exact is None else exact_text(result.exact),
        "components": {key: exact_text(value) for key, value in result.components.items()},
        "groups": {key: _group_json(group) for key, group in result.groups.items()},
        "adjustments": exact_text(result.adjustments),
        "tie_break": row.tie_break,
        "grade": row.grade,
        "returns": row.returns,
        "returned_before": row.returned_before,
    }


def _group_json(group: GroupResult) -> dict[str, Any]:
    return {
        "score": exact_text(group.score),
        "counted": group.counted,
        "dropped_high": drops_json(group.dropped_high),
        "dropped_low": drops_json(group.dropped_low),
    }
