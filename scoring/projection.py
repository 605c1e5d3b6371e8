"""From the facts to what a room may see: only what was revealed, as it was revealed (link.md, guarantees 7 and 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from scoring import conduct
from scoring.arithmetic import Panel
from scoring.contest import Attendance, Contest, Entry, Finale, Phase, Reveal, Round, Screen
from scoring.moment import is_newest, is_overtaken, next_entry, screen_now, tells_finale
from scoring.plan import Category
from scoring.ranking import Ranking, rank
from scoring.results import EntryResult, Row, Standings, Status
from scoring.rules_text import rules_line
from scoring.staging import finale, position, results_of
from scoring.standings import boards, on_board
from scoring.unveiling import adjustment_view, component_views, group_views, score_text, staged_view
from scoring.views import BoardRow, BoardView, EntryView, FinaleRow, FinaleView, LineupItem, RevealView, StageView

Shown = Mapping[str, Reveal]
"""What was announced, by contestant."""


Told = tuple[tuple[BoardView, ...], RevealView | None]
"""The boards of what was revealed, and the latest reveal."""


class Projector:
    """Stage views of a contest that changes: what was revealed is ranked again only when something of it is different,
    not with every ballot for somebody else. One serves one contest.
    """

    def __init__(self) -> None:
        self._known: tuple[tuple[object, ...], Told] | None = None

    def view(self, contest: Contest, standings: Standings) -> StageView:
        """Everything the stage may show of the latest round. `standings` are those of the round at this revision."""
        return _stage_view(contest, standings, self._told(contest, standings))

    def _told(self, contest: Contest, standings: Standings) -> Told:
        round_, known = contest.live_round, self._known
        entries = tuple((entry.code, entry.attendance, entry.revealed) for entry in round_.entries)
        facts = (contest.plan, contest.contestants, round_.number, round_.draws, round_.void)
        basis = (*facts, entries, _under_review(contest, standings), _kept_back(contest))
        if known is None or known[0] != basis:
            known = basis, (board_views(contest, standings), _latest_view(contest, standings, _revealed(contest)))
            self._known = known
        return known[1]


def stage_view(contest: Contest, standings: Standings) -> StageView:
    """Everything the stage may show of the latest round. `standings` are those of the round at this revision."""
    return Projector().view(contest, standings)


def _stage_view(contest: Contest, standings: Standings, shown: Told) -> StageView:
    (boards, latest), round_ = shown, contest.live_round
    entry = round_.on_stage
    expected = _expected(Panel.of(contest, round_), entry)
    screen, told = screen_now(contest), finale(contest)
    hushed = told is not None and screen is Screen.FINALE
    return StageView(
        revision=contest.revision,
        screen=screen,
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
        reveal=None if hushed else _told_in_steps(contest, standings) or latest,
        boards=() if hushed else boards,
        lineup=_lineup(contest, standings),
        rules=(rules_line(contest.plan).zh, rules_line(contest.plan).en),
        finale=_finale_view(contest, standings, told) if told else None,
    )


def entry_view(contest: Contest, round_: Round, code: str) -> EntryView:
    """Who an entry is and where it stands in the line-up."""
    number = next(n for n, entry in enumerate(round_.entries, start=1) if entry.code == code)
    return _entry_view(contest, number, code)


def _entry_view(contest: Contest, number: int, code: str) -> EntryView:
    contestant = contest.contestants[code]
    category = next((c.name for c in contest.plan.categories if c.key == contestant.category), "")
    return EntryView(number, code, contest.called(code), category, contestant.lead)


def upcoming(contest: Contest) -> EntryView | None:
    """Who comes on next, as the room may see it."""
    entry = next_entry(contest)
    return entry_view(contest, contest.live_round, entry.code) if entry else None


def _expected(panel: Panel, entry: Entry | None) -> list[str]:
    """The judges in the hall who are expected to score an entry."""
    groups = (group.key for group in panel.plan.groups if group.key not in panel.bench.crowds)
    return [code for key in groups for code in panel.expected(entry, key)] if entry else []


def _revealed(contest: Contest) -> Shown:
    return {entry.code: entry.revealed for entry in contest.live_round.entries if entry.revealed}


def _ranking(contest: Contest, board: Category, shown: Shown) -> Ranking:
    return _rank(contest, board, {code: reveal.result for code, reveal in shown.items()})


def _rank(contest: Contest, board: Category, results: Mapping[str, EntryResult]) -> Ranking:
    members = (contest.contestants[entry.code] for entry in contest.live_round.entries if entry.code in results)
    rows = [
        Row(None, each.code, each.name, each.category, results[each.code], told=contest.called(each.code))
        for each in members
        if on_board(board, each.category)
    ]
    return rank(contest.plan, rows, contest.live_round.draws)


def _is_on(contest: Contest, board: Category, code: str) -> bool:
    return on_board(board, contest.contestants[code].category)


def board_views(contest: Contest, standings: Standings) -> tuple[BoardView, ...]:
    """The standings of the revealed entries alone; grades, returns and draws only when all are revealed.

    Then the no-shows that must come back are named as well, revealed or not: they have no score to reveal.
    """
    shown, kept = _revealed(contest), _kept_back(contest)
    rest = [entry for entry in contest.live_round.entries if entry.code not in shown]
    complete = all(entry.attendance is not Attendance.PRESENT and entry.code not in kept for entry in rest)
    away = {entry.code for entry in rest if entry.attendance is Attendance.NO_SHOW}
    return tuple(
        _board_view(contest, standings, board, shown, frozenset(away) if complete else None)
        for board in boards(contest.plan)
    )


def _kept_back(contest: Contest) -> frozenset[str]:
    """Whom a final reveal has still to tell: also of a no-show nothing is said before its line."""
    told = finale(contest) if tells_finale(contest) else None
    return frozenset(line.code for line in told.lines[told.step :]) if told else frozenset()


def _board_view(
    contest: Contest, standings: Standings, board: Category, shown: Shown, away: frozenset[str] | None
) -> BoardView:
    """The view of one board; `away` are the no-shows that were not revealed, None until everybody else is."""
    ranking, complete = _ranking(contest, board, shown), away is not None
    latest = max(shown, key=lambda code: shown[code].record, default="")
    before = {code: reveal for code, reveal in shown.items() if code != latest}
    earlier = {row.code: row.rank for row in _ranking(contest, board, before).rows}
    review = _under_review(contest, standings)
    times = Counter(row.rank for row in ranking.rows)
    total = sum(_is_on(contest, board, entry.code) for entry in contest.live_round.entries)

    def line(row: Row) -> BoardRow:
        return _board_row(row, times[row.rank], earlier, latest, review, complete)

    return BoardView(
        key=board.key,
        name=board.name,
        revealed=len(ranking.rows),
        total=total,
        final=(complete or not total) and ranking.final and not review & {row.code for row in ranking.rows},
        needs_draw=ranking.needs_draw if complete else (),
        rows=tuple(map(line, ranking.rows)),
        away=tuple(map(line, _away(contest, standings, board, shown, away or frozenset()))),
    )


def _away(contest: Contest, standings: Standings, board: Category, shown: Shown, away: frozenset[str]) -> Iterator[Row]:
    """Of the no-shows that were not revealed, those that must come back."""
    now = results_of(standings)
    results = {code: now[code] for code in away} | {code: reveal.result for code, reveal in shown.items()}
    return (row for row in _rank(contest, board, results).rows if row.code in away and row.returns)


def _board_row(
    row: Row,
    sharing: int,
    earlier: Mapping[str, int | None],
    latest: str,
    review: frozenset[str],
    complete: bool,
) -> BoardRow:
    before = earlier.get(row.code)
    return BoardRow(
        code=row.code,
        name=row.called,
        rank=row.rank,
        score=score_text(row.result),
        tied=row.rank is not None and sharing > 1,
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
    now = results_of(standings)
    revealed = (entry for entry in contest.live_round.entries if entry.revealed)
    return frozenset(e.code for e in revealed if e.revealed and now.get(e.code) != e.revealed.result)


def reveal_view(contest: Contest, standings: Standings, code: str, shown: Shown) -> RevealView:
    """What is announced of one entry, with its rank among those in `shown`."""
    result = shown[code].result
    board = next(b for b in boards(contest.plan) if _is_on(contest, b, code))
    ranking = _ranking(contest, board, shown)
    plan = contest.plan
    return RevealView(
        entry=entry_view(contest, contest.live_round, code),
        status=_word(result.status),
        score=score_text(result),
        rank=next(row.rank for row in ranking.rows if row.code == code),
        of=sum(row.rank is not None for row in ranking.rows),
        groups=group_views(plan, result, contest.live_round.void),
        components=component_views(plan, result),
        adjustment=adjustment_view(plan, result),
        review=results_of(standings).get(code) != result,
    )


def _told_in_steps(contest: Contest, standings: Standings) -> RevealView | None:
    """What the reveal screen tells while a result is being told in steps."""
    told = position(contest)
    if told is None or not told.pending or not is_newest(contest):
        return None
    entry = entry_view(contest, contest.live_round, told.entry.code)
    review = results_of(standings).get(told.entry.code) != told.result
    void = contest.live_round.void
    return staged_view(contest.plan, told, entry, _word(told.result.status), review=review, void=void)


def _latest_view(contest: Contest, standings: Standings, shown: Shown) -> RevealView | None:
    """The latest result of those in `shown`."""
    latest = max(shown.values(), key=lambda reveal: reveal.record, default=None)
    return reveal_view(contest, standings, latest.result.code, shown) if latest else None


def _finale_view(contest: Contest, standings: Standings, told: Finale) -> FinaleView:
    shown = _revealed(contest)
    lines = [line for line in told.lines[: told.step] if line.code in shown]
    review = _under_review(contest, standings)
    latest = lines[-1].code if lines and lines[-1] is told.lines[told.step - 1] else ""
    rows = (
        FinaleRow(
            code=line.code,
            name=contest.called(line.code),
            place=line.place,
            rank=line.rank,
            score=score_text(shown[line.code].result),
            tied=line.tied,
            review=line.code in review,
            status=_word(shown[line.code].result.status),
            grade=line.grade,
            returns=line.returns,
            latest=line.code == latest,
        )
        for line in lines
    )
    name = next(board.name for board in boards(contest.plan) if board.key == told.board)
    return FinaleView(told.board, name, len(told.lines), tuple(sorted(rows, key=lambda row: row.place)))


def _lineup(contest: Contest, standings: Standings) -> tuple[LineupItem, ...]:
    round_ = contest.live_round
    back = {row.code for board in standings.boards for row in board.rows if row.returned_before}
    views = (_entry_view(contest, number, entry.code) for number, entry in enumerate(round_.entries, start=1))
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
    """What the hosts may announce: the latest reveal to them, ranked among all they know, until the next is called."""
    shown = {entry.code: entry.announced for entry in contest.live_round.entries if entry.announced}
    view = _latest_view(contest, standings, shown)
    return None if view is None or is_overtaken(contest, shown[view.entry.code]) else view


def finale_told(contest: Contest, standings: Standings) -> FinaleView | None:
    """The final reveal as far as it has come, while the session is at it."""
    told = finale(contest)
    return _finale_view(contest, standings, told) if told and tells_finale(contest) else None
