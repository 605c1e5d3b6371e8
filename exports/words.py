"""What the bulletin says of one result: its title, its basis and who returns (rules.md, Ranking)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exports.draws import draw_note
from exports.phrases import capital, long_date, round_name, sentences
from exports.source import BulletinSource
from scoring.contest import Attendance
from scoring.draws import latest_draw
from scoring.results import Board, Row, Status
from scoring.text import Text, joined, listed, plain

FOLLOWS = Text("现将结果通报如下。", "The results are as follows.")


def title(source: BulletinSource) -> Text:
    """The title of the bulletin."""
    name = source.contest.plan.title
    if source.assessed:
        return Text("关于{name}结果的通报", "Results of {name}")(name=name)
    return Text("关于{name}{round}结果的通报", "Results of {name}, {round}")(
        name=name, round=round_name(source.round.number)
    )


def provisional_mark(source: BulletinSource) -> Text | None:
    """What stands on every page of a result that may not be taken for a final or a real one."""
    marks = [Text("演练", "REHEARSAL")] * source.contest.rehearsal + [Text("临时", "PROVISIONAL")] * source.provisional
    return joined(marks, "·", " · ") if marks else None


def basis(source: BulletinSource) -> Text:
    """What was held, by whom (or what a person wrote instead), and with how many; that the result is provisional or
    replaces another.
    """
    facts = [_attendance(source), *_panel(source), *board_names(source)]
    return sentences([*opening(source, _held(source), facts), *_provisional(source), *_superseded(source), FOLLOWS])


def opening(source: BulletinSource, held: Text, facts: list[Text]) -> list[Text]:
    """What was `held`, unless a person wrote a basis instead, and the facts about it."""
    written = source.letter.basis.strip()
    stop = "" if written.endswith(("。", ".", "；", "：")) else "。"
    return [plain(written + stop), _clauses(facts)] if written else [_clauses([held, *facts])]


def _clauses(texts: list[Text]) -> Text:
    """One sentence of several clauses."""
    said = joined(texts, "，", "; ")
    return capital(Text(f"{said.zh}。", f"{said.en}."))


def _held(source: BulletinSource) -> Text:
    plan = source.contest.plan
    pattern = Text("根据{title}方案，举行了{round}{what}", "{round} of {title} was held")
    if plan.organizer:
        pattern = Text("根据{title}方案，{organizer}组织开展了{round}{what}", "{organizer} held {round} of {title}")
    what = "擂台赛" if plan.level == "city" else "评比"
    return capital(
        pattern(title=plan.title, organizer=plan.organizer, round=round_name(source.round.number), what=what)
    )


def _attendance(source: BulletinSource) -> Text:
    entries = source.round.entries
    absent = sum(entry.attendance is Attendance.NO_SHOW for entry in entries)
    withdrawn = sum(entry.attendance is Attendance.WITHDRAWN for entry in entries)
    missing = [Text("未到{n}个", "{n} did not come")(n=absent)] * bool(absent)
    missing += [Text("退出{n}个", "{n} withdrew")(n=withdrawn)] * bool(withdrawn)
    who = "参评对象" if source.contest.plan.level == "unit" else "参赛单位"
    count = Text(f"{who}{len(entries)}个", "1 contestant" if len(entries) == 1 else f"{len(entries)} contestants")
    pattern = Text("{count}（{missing}）", "{count} ({missing})") if missing else Text("{count}", "{count}")
    return pattern(count=count, missing=listed(missing))


def _panel(source: BulletinSource) -> Iterator[Text]:
    if source.contest.plan.has_live:
        bench = source.contest.bench
        judges = sum(judge.code not in source.round.absent for judge in bench.seated)
        if judges or not bench.crowds:
            yield Text("{n}名评委现场评分", "{n} judges scored on the spot")(n=judges)
        for group in source.contest.plan.groups:
            if group.key in bench.crowds - source.round.void:
                n = sum(judge.code not in source.round.absent for judge in bench.groups[group.key])
                yield Text("{name}{n}人评议", "{name}: {n} people were asked")(name=group.name, n=n)


def board_names(source: BulletinSource) -> Iterator[Text]:
    """Which boards there are, where there are several."""
    if len(source.standings.boards) > 1:
        names = listed(board.name for board in source.standings.boards)
        yield Text("按{names}分别排名", "ranked apart: {names}")(names=names)


def _provisional(source: BulletinSource) -> Iterator[Text]:
    if source.contest.rehearsal:
        yield Text("本件为演练所生成，不是比赛结果。", "This sheet comes from a rehearsal and is no result.")
    if source.provisional:
        yield Text(
            "本轮成绩尚未确认，以下为截至{day}的临时结果，以成绩确认后的通报为准。",
            "The round is not closed: this is the provisional result as of {day}; only the one after closing counts.",
        )(day=long_date(source.day))


def _superseded(source: BulletinSource) -> Iterator[Text]:
    if source.supersedes:
        record, digest = source.supersedes
        yield Text(
            "本通报为更正通报，取代流水第{record}号记录（哈希值前16位{digest}）确认本轮成绩时的通报，该通报同时作废。",
            "This corrected bulletin replaces the one of journal record {record} (hash begins {digest}), now void.",
        )(record=record, digest=digest)


def waiting(board: Board) -> Iterator[Text]:
    """Which entries of a board wait for a draw."""
    names = {row.code: row.called for row in board.rows}
    for codes in board.needs_draw:
        who = listed(names[code] for code in codes)
        yield Text("{who}得分相同，须抽签确定。", "{who} are equal and wait for a draw.")(who=who)


def returning(source: BulletinSource) -> list[Text]:
    """Who must compete again next round, board by board, or that nobody does."""
    boards = source.standings.boards
    if all(board.final and not any(row.returns for row in board.rows) for board in boards):
        return [Text("本轮没有须下轮继续打擂的单位。", "Nobody has to return next round.")]
    return [_of_board(source, board, said) for board in boards for said in _returning(source, board)]


def _of_board(source: BulletinSource, board: Board, said: Text) -> Text:
    several = len(source.standings.boards) > 1
    return Text("{board}：{said}", "{board}: {said}")(board=board.name, said=said) if several else capital(said)


def _returning(source: BulletinSource, board: Board) -> Iterator[Text]:
    if not board.final:
        yield Text("排名尚未确定，下轮继续打擂的单位待定。", "not final yet; who returns is open.")
        return
    rows = [row for row in board.rows if row.returns]
    if not rows:
        yield Text("没有须下轮继续打擂的单位。", "nobody has to return.")
        return
    who = listed(map(_returner, rows))
    said = Text("{who}下轮继续打擂。", "{who} must return next round.")(who=who)
    yield sentences([said, *_drawn_returns(source, board)])


def _returner(row: Row) -> Text:
    place = Text("第{rank}名", "rank {rank}")(rank=row.rank)
    if row.result.status is Status.NO_SHOW:
        place = Text("未到", "did not come")
    again = Text("", "")
    if row.returned_before:
        again = Text("，连续第{n}次", ", {n} times in a row")(n=row.returned_before + 1)
    return Text("{name}（{place}{again}）", "{name} ({place}{again})")(name=row.called, place=place, again=again)


def _drawn_returns(source: BulletinSource, board: Board) -> Iterator[Text]:
    """The draws that decided who of equal rank returns."""
    ranked = [row for row in board.rows if row.rank is not None]
    for _, group in groupby(ranked, key=lambda row: row.rank):
        rows = list(group)
        draw = latest_draw(source.round.draws, [row.code for row in rows])
        if draw and {row.returns for row in rows} == {True, False}:
            yield Text("{who}名次并列，由抽签确定（{draw}）。", "{who} share a rank; a draw decided ({draw}).")(
                who=listed(row.called for row in rows), draw=draw_note(draw)
            )
