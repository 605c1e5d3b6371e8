"""From the facts to what a room may see: only what was revealed, as it was revealed (link.md, guarantees 7 and 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.contest import Attendance, Contest, Entry, Phase, Reveal, Round, Screen
from scoring.plan import Category, Group, Plan
from scoring.points import plain_decimal, published
from scoring.ranking import Ranking, rank
from scoring.results import EntryResult, GroupResult, Row, Standings, Status
from scoring.rules_text import rules_line
from scoring.standings import boards, on_board
from scoring.views import (
    BoardRow,
    BoardView,
    EntryView,
    GroupView,
    LineupItem,
    RevealView,
    ScoreChip,
    StageView,
)

Shown = Mapping[str, Reveal]
"""What was announced, by contestant."""


def stage_view(contest: Contest, standings: Standings) -> StageView:
    """Everything the stage may show of the latest round. `standings` are those of the round at this revision."""
    round_ = contest.live_round
    shown = {entry.code: entry.revealed for entry in round_.entries if entry.revealed}
    latest = max(shown.values(), key=lambda reveal: reveal.record, default=None)
    entry = round_.on_stage
    expected = _expected(Panel.of(contest, round_), entry)
    return StageView(
        revision=contest.revision,
        screen=screen_now(contest),
        title=contest.plan.title,
        organizer=contest.plan.organizer,
        round=round_.number,
        rehearsal=contest.rehearsal,
        closed=round_.closed is not None,
        clock=contest.clock,
        speech_seconds=contest.plan.timer.speech_seconds,
        warning_seconds=contest.plan.timer.warning_seconds,
        entry=entry_view(contest, round_, entry.code) if entry else None,
        upcoming=upcoming(contest),
        scoring_open=conduct.scoring_open(round_) is not None,
        ballots_in=sum(code in entry.ballots for code in expected) if entry else 0,
        ballots_expected=len(expected),
        reveal=reveal_view(contest, standings, latest.result.code, shown) if latest else None,
        boards=board_views(contest, standings),
        lineup=_lineup(contest, standings),
        rules=(rules_line(contest.plan).zh, rules_line(contest.plan).en),
    )


def screen_now(contest: Contest) -> Screen:
    """What the stage shows; `auto` is resolved by following the session."""
    if contest.screen is not Screen.AUTO:
        return contest.screen
    round_ = contest.live_round
    entry = round_.on_stage
    latest = max((each.revealed.record for each in round_.entries if each.revealed), default=0)
    if round_.closed is not None:
        return Screen.LEADERBOARD
    if latest > (entry.moved if entry else 0):
        return Screen.REVEAL
    if entry is None or entry.attendance is not Attendance.PRESENT:
        return Screen.LINEUP if entry else Screen.WELCOME
    return Screen.ON_STAGE if entry.phase is Phase.CALLED else Screen.SCORING


def entry_view(contest: Contest, round_: Round, code: str) -> EntryView:
    """Who an entry is and where it stands in the line-up."""
    number = next(n for n, entry in enumerate(round_.entries, start=1) if entry.code == code)
    contestant = contest.contestants[code]
    category = next((c.name for c in contest.plan.categories if c.key == contestant.category), "")
    return EntryView(number, code, contestant.name, category, contestant.lead)


def upcoming(contest: Contest) -> EntryView | None:
    """The next entry of the line-up that has not been called, after the one on stage and then from the start."""
    round_ = contest.live_round
    codes = [entry.code for entry in round_.entries]
    start = codes.index(round_.called) + 1 if round_.called in codes else 0
    for entry in (*round_.entries[start:], *round_.entries[:start]):
        if entry.phase is Phase.WAITING and entry.attendance is Attendance.PRESENT:
            return entry_view(contest, round_, entry.code)
    return None


def _expected(panel: Panel, entry: Entry | None) -> list[str]:
    return [code for group in panel.plan.groups for code in panel.expected(entry, group.key)] if entry else []


def _rows(contest: Contest, shown: Shown) -> dict[str, Row]:
    rows = {}
    for entry in contest.live_round.entries:
        if entry.code in shown:
            contestant = contest.contestants[entry.code]
            result = shown[entry.code].result
            rows[entry.code] = Row(None, contestant.code, contestant.name, contestant.category, result)
    return rows


def _ranking(contest: Contest, board: Category, shown: Shown) -> Ranking:
    members = [row for row in _rows(contest, shown).values() if _is_on(contest, board, row.code)]
    return rank(contest.plan, members, contest.live_round.draws)


def _is_on(contest: Contest, board: Category, code: str) -> bool:
    return on_board(board, contest.plan, contest.contestants[code])


def board_views(contest: Contest, standings: Standings) -> tuple[BoardView, ...]:
    """The standings of the revealed entries alone; grades, returns and draws only when all are revealed."""
    shown = {entry.code: entry.revealed for entry in contest.live_round.entries if entry.revealed}
    complete = all(entry.code in shown or _hides_nothing(entry) for entry in contest.live_round.entries)
    return tuple(_board_view(contest, standings, board, shown, complete) for board in boards(contest.plan))


def _hides_nothing(entry: Entry) -> bool:
    return entry.attendance is not Attendance.PRESENT


def _board_view(contest: Contest, standings: Standings, board: Category, shown: Shown, complete: bool) -> BoardView:
    ranking = _ranking(contest, board, shown)
    latest = max(shown, key=lambda code: shown[code].record, default="")
    before = {code: reveal for code, reveal in shown.items() if code != latest}
    earlier = {row.code: row.rank for row in _ranking(contest, board, before).rows}
    review = _under_review(contest, standings)
    rows = tuple(_board_row(row, ranking, earlier, latest, review, complete) for row in ranking.rows)
    total = sum(_is_on(contest, board, entry.code) for entry in contest.live_round.entries)
    return BoardView(
        key=board.key,
        name=board.name,
        revealed=len(rows),
        total=total,
        final=(complete or not total) and ranking.final and not review & {row.code for row in rows},
        needs_draw=ranking.needs_draw if complete else (),
        rows=rows,
    )


def _board_row(
    row: Row,
    ranking: Ranking,
    earlier: Mapping[str, int | None],
    latest: str,
    review: frozenset[str],
    complete: bool,
) -> BoardRow:
    before = earlier.get(row.code)
    return BoardRow(
        code=row.code,
        name=row.name,
        rank=row.rank,
        score=None if row.result.published is None else str(row.result.published),
        tied=row.rank is not None and sum(other.rank == row.rank for other in ranking.rows) > 1,
        move=before - row.rank if before is not None and row.rank is not None else 0,
        latest=row.code == latest,
        review=row.code in review,
        status=_word(row.result.status),
        grade=row.grade if complete else None,
        returns=row.returns and complete,
    )


def _word(status: Status) -> Literal["complete", "no_show", "withdrawn"]:
    match status:
        case Status.NO_SHOW:
            return "no_show"
        case Status.WITHDRAWN:
            return "withdrawn"
        case _:
            return "complete"


def _under_review(contest: Contest, standings: Standings) -> frozenset[str]:
    """Revealed entries whose result is no longer the one that was shown (link.md, guarantee 8)."""
    now = _results(standings)
    revealed = (entry for entry in contest.live_round.entries if entry.revealed)
    return frozenset(e.code for e in revealed if e.revealed and now.get(e.code) != e.revealed.result)


def _results(standings: Standings) -> dict[str, EntryResult]:
    return {row.code: row.result for board in standings.boards for row in board.rows}


def reveal_view(contest: Contest, standings: Standings, code: str, shown: Shown) -> RevealView:
    """What is announced of one entry, with its rank among those in `shown`."""
    result = shown[code].result
    board = next(b for b in boards(contest.plan) if _is_on(contest, b, code))
    ranking = _ranking(contest, board, shown)
    plan = contest.plan
    return RevealView(
        entry=entry_view(contest, contest.live_round, code),
        status=_word(result.status),
        score=None if result.published is None else str(result.published),
        rank=next(row.rank for row in ranking.rows if row.code == code),
        of=sum(row.rank is not None for row in ranking.rows),
        groups=tuple(_group_view(plan, group, result) for group in plan.groups if group.key in result.groups),
        components=_components(plan, result),
        adjustment=_signed(result.adjustments, plan.decimals) if result.adjustments else None,
        review=_results(standings).get(code) != result,
    )


def _group_view(plan: Plan, group: Group, result: EntryResult) -> GroupView:
    shown = result.groups[group.key]
    high, low = shown.dropped_high, shown.dropped_low
    chips: tuple[ScoreChip, ...] = ()
    trim = (group.drop_high, group.drop_low) if shown.counted >= group.trim_from else (0, 0)
    if isinstance(high, tuple) and isinstance(low, tuple):
        chips, trim = _chips(shown, high, low), (len(high), len(low))
    return GroupView(group.name, plain_decimal(group.weight), _points(shown.score, plan.decimals), chips, trim)


def _chips(group: GroupResult, high: Sequence[str], low: Sequence[str]) -> tuple[ScoreChip, ...]:
    def fate(judge: str) -> Literal["high", "low"] | None:
        return "high" if judge in high else "low" if judge in low else None

    return tuple(ScoreChip(_short(total), fate(judge)) for judge, total in group.totals.items())


def _short(value: Fraction) -> str:
    """At most two decimals, no closing zeros: a ballot's total as a person would say it."""
    return plain_decimal(published(value, 2))


def _components(plan: Plan, result: EntryResult) -> tuple[tuple[str, str], ...]:
    if not plan.components:
        return ()
    return tuple(
        (part.name, _points(result.components[part.key], plan.decimals))
        for part in plan.components
        if part.key in result.components
    )


def _points(value: Fraction, decimals: int) -> str:
    return str(published(value, decimals))


def _signed(value: Fraction, decimals: int) -> str:
    return f"{published(value, decimals):+}"


def _lineup(contest: Contest, standings: Standings) -> tuple[LineupItem, ...]:
    round_ = contest.live_round
    back = {row.code for board in standings.boards for row in board.rows if row.returned_before}
    views = (entry_view(contest, round_, entry.code) for entry in round_.entries)
    return tuple(
        LineupItem(view.number, view.code, view.name, view.category, _state(round_, entry), view.code in back)
        for view, entry in zip(views, round_.entries, strict=True)
    )


def _state(round_: Round, entry: Entry) -> Literal["waiting", "on_stage", "scored", "revealed", "no_show", "withdrawn"]:
    if entry.attendance is Attendance.NO_SHOW:
        return "no_show"
    if entry.attendance is Attendance.WITHDRAWN:
        return "withdrawn"
    if entry.revealed:
        return "revealed"
    if entry.phase is Phase.CLOSED:
        return "scored"
    return "on_stage" if round_.called == entry.code else "waiting"


def announced(contest: Contest, standings: Standings) -> RevealView | None:
    """What the hosts may announce next: the latest reveal to them, ranked among all they know."""
    shown = {entry.code: entry.announced for entry in contest.live_round.entries if entry.announced}
    latest = max(shown.values(), key=lambda reveal: reveal.record, default=None)
    return reveal_view(contest, standings, latest.result.code, shown) if latest else None
