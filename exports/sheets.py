"""Score sheets to be signed: one for every judge, one for every contestant, and the sheet that confirms a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from exports.columns import NOTHING, Column, board_columns
from exports.compose import Composer
from exports.documents import printed, put_title, unsent
from exports.fonts import FontBook
from exports.forms import fitting
from exports.frame import Foot
from exports.kinds import Report, silent
from exports.layout import put
from exports.page import MM, WIDTH, Bookmark, Flow
from exports.phrases import listed_total
from exports.signing import Signing
from exports.source import BulletinSource
from exports.style import Style, style_of
from exports.tables import Grid, grid_of, grids_of, place
from scoring.arithmetic import Panel
from scoring.ballots import ballot_total
from scoring.contest import Attendance, Ballot, Entry, Signer
from scoring.plan import Judge
from scoring.points import plain_decimal
from scoring.text import Text, listed

JUDGE_SHEETS = Text("评委评分表", "Judge's score sheet")
ENTRY_SHEETS = Text("参赛单位评分表", "Contestant's score sheet")
CONFIRMATION = Text("成绩确认单", "Confirmation of the result")
JUDGE = Text("评委：{code} {name}（{group}）", "Judge: {code} {name} ({group})")
ENTRY = Text("参赛单位：{code} {name}（出场第{n}号）", "Contestant: {code} {name} (number {n})")
HEADS = {
    "number": Text("序号", "No."),
    "entry": Text("参赛单位", "Contestant"),
    "judge": Text("评委", "Judge"),
    "total": Text("合计", "Total"),
    "remark": Text("备注", "Remark"),
    "signature": Text("签名", "Signature"),
}
CRITERION = Text("{name}{min}—{max}分", "{name} {min}–{max}")
CRITERIA = Text("评分项：{criteria}；合计折算为百分制。", "Criteria: {criteria}; totals of 100.")
ROOM = "　" * 8
"""What keeps a column wide enough to sign in."""
OUT = {
    "absent": Text("缺席", "absent"),
    "recused": Text("回避", "recused"),
    "left": Text("已离席", "had left"),
    "no_show": Text("未到", "no-show"),
    "withdrawn": Text("退出", "withdrawn"),
}
BY_JUDGE = Text("以上评分由本人作出，确认无误。", "These are the scores that I gave; they are right.")
SIGN = Text("签名：", "Signature: ")
CONFIRMED = Text(
    "经核对，以上成绩由全部计入的评分表按规则得出，与流水第{record}号记录（哈希值前16位{digest}）一致，确认无误。",
    "Checked: this result follows by the rules from all ballots that count, as of journal record {record} (hash begins "
    "{digest}), and is right.",
)
SIGNERS = {
    Signer.CHIEF_JUDGE: Text("评委组长", "Chief judge"),
    Signer.TELLER: Text("计票人", "Teller"),
    Signer.SUPERVISOR: Text("监督员", "Supervisor"),
}
SIGNED = Text("{name}已于{at}在系统中确认", "{name} confirmed it in the desk on {at}")


def judge_sheets(source: BulletinSource, folders: Sequence[Path], report: Report = silent) -> bytes:
    """For every judge all scores of the round, to be signed; an absent judge who gave none has nothing to sign.

    Raises `BadInput` for characters that no font has.
    """
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    judges = _signing(source)
    groups = {group.key: group.name for group in source.contest.plan.groups}
    for number, judge in enumerate(judges):
        report(number, len(judges))
        said = JUDGE(code=judge.code, name=judge.name, group=groups[judge.group]).said(source.language)
        _begin(book, flow, source, style, JUDGE_SHEETS, said, judge.name)
        columns = list(_entries_columns(source, judge))
        grids = grids_of(book, columns[:2], columns[2:], style)
        _tables_to_sign(flow, grids, Signing(book, source, style, [BY_JUDGE], [SIGN]))
    return printed(book, flow.pages, source, _titled(source, JUDGE_SHEETS))


def _signing(source: BulletinSource) -> Sequence[Judge]:
    """The judges who have a sheet; all of them where nobody came."""
    seated, round_ = source.contest.bench.seated, source.round
    gave = {judge for entry in round_.entries for judge in entry.ballots}
    return [judge for judge in seated if judge.code in gave or judge.code not in round_.absent] or seated


def entry_sheets(source: BulletinSource, folders: Sequence[Path], report: Report = silent) -> bytes:
    """For every contestant the scores of all judges, with room for their names. Raises `BadInput` as above."""
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    roomy = replace(style, row=8 * MM)
    entries = source.round.entries
    for number, entry in enumerate(entries, start=1):
        report(number - 1, len(entries))
        name = source.contest.called(entry.code)
        said = ENTRY(code=entry.code, name=name, n=number).said(source.language)
        _begin(book, flow, source, style, ENTRY_SHEETS, said, name)
        columns = list(_judges_columns(source, entry))
        grids = grids_of(book, columns[:1], columns[1:], roomy)
        _tables_to_sign(
            flow, grids, Signing(book, source, style, [], [SIGNERS[Signer.TELLER], SIGNERS[Signer.SUPERVISOR]])
        )
    return printed(book, flow.pages, source, _titled(source, ENTRY_SHEETS))


def confirmation(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The result in short, to be signed by chief judge, teller and supervisor. Raises `BadInput` as above."""
    source = unsent(source)
    book, flow, style = FontBook(folders, source.language), Flow(), style_of(source.language)
    _begin(book, flow, source, style, CONFIRMATION, "", CONFIRMATION.said(source.language))
    composer, foot = Composer(book, flow, style, source.language), Foot(book, source, style)
    record, digest = source.fingerprint.split(":")
    said, notes = [CONFIRMED(record=record, digest=digest)], [_signed(source, signer) for signer in Signer]
    signing = Signing(book, source, style, said, [SIGNERS[signer] for signer in Signer], notes)
    ending = signing.height + foot.height
    for board in source.standings.boards:
        kinds, then = board_columns(source, board), ending if board is source.standings.boards[-1] else 0.0
        grid = grid_of(book, [*kinds.starts, *kinds.ends], style) if board.rows else None
        if len(source.standings.boards) > 1:
            composer.heading(board.name, then=grid.opening(then) if grid else 0.0)
        if grid:
            place(flow, grid, then=then)
    signing.place(flow, then=foot.height)
    foot.place(flow)
    return printed(book, flow.pages, source, _titled(source, CONFIRMATION))


def _tables_to_sign(flow: Flow, grids: Sequence[Grid], signing: Signing) -> None:
    """Tables, and on the page of the last rows what is signed below them."""
    for grid in grids:
        place(flow, grid, then=signing.height if grid is grids[-1] else 0.0)
    signing.place(flow)


def _titled(source: BulletinSource, name: Text) -> str:
    return f"{source.contest.plan.title} {name.said(source.language)}"


def _begin(
    book: FontBook, flow: Flow, source: BulletinSource, style: Style, name: Text, fact: str, bookmark: str
) -> None:
    """A new page with contest, round, what the sheet is and whom it is about."""
    if not flow.fresh or flow.page.marks:
        flow.turn()
    flow.page.bookmarks.append(Bookmark(bookmark, 0, flow.y))
    put_title(book, flow, source, style, name.said(source.language))
    for text, type_ in ((fact, style.annex.board), (_criteria(source), style.annex.step)) if fact else ():
        for line in fitting(book, text, type_, WIDTH):
            put(flow, line, type_.size * 1.7)


def _entries_columns(source: BulletinSource, judge: Judge) -> Iterator[Column]:
    entries = source.round.entries
    panel = Panel.of(source.contest, source.round)
    said = {key: text.said(source.language) for key, text in HEADS.items()}
    yield Column(said["number"], tuple(str(n) for n, _ in enumerate(entries, start=1)), "centre")
    yield Column(said["entry"], tuple(source.contest.called(entry.code) for entry in entries), "left")
    ballots = [entry.ballots.get(judge.code) if panel.expects(entry, judge.code) else None for entry in entries]
    yield from _scores(source, ballots)
    remarks = tuple(_why_out(source, panel, entry, judge.code) for entry in entries)
    yield Column(said["remark"], remarks, "centre")


def _judges_columns(source: BulletinSource, entry: Entry) -> Iterator[Column]:
    judges, panel = source.contest.bench.seated, Panel.of(source.contest, source.round)
    said = {key: text.said(source.language) for key, text in HEADS.items()}
    ballots = [entry.ballots.get(j.code) if panel.expects(entry, j.code) else None for j in judges]
    names = tuple((b.person if b else "") or j.name for b, j in zip(ballots, judges, strict=True))
    yield Column(said["judge"], names, "left")
    yield from _scores(source, ballots)
    out = [_why_out(source, panel, entry, judge.code) for judge in judges]
    yield Column(said["signature"], tuple(each or ROOM for each in out))


def _scores(source: BulletinSource, ballots: Sequence[Ballot | None]) -> Iterator[Column]:
    """A column for each criterion and the totals; a dash where no ballot counts."""
    plan = source.contest.plan
    for each in plan.criteria:
        cells = tuple(plain_decimal(b.scores[each.key]) if b else NOTHING for b in ballots)
        yield Column(each.name, cells)
    totals = tuple(listed_total(ballot_total(plan, b.scores)) if b else NOTHING for b in ballots)
    yield Column(HEADS["total"].said(source.language), totals)


def _criteria(source: BulletinSource) -> str:
    each = [
        CRITERION(name=c.name, min=plain_decimal(c.min), max=plain_decimal(c.max)) for c in source.contest.plan.criteria
    ]
    return CRITERIA(criteria=listed(each)).said(source.language)


def _why_out(source: BulletinSource, panel: Panel, entry: Entry, judge: str) -> str:
    """Why a judge has no score for an entry; empty where one was given or may still come."""
    if entry.attendance is not Attendance.PRESENT:
        return OUT[entry.attendance.value].said(source.language)
    if panel.expects(entry, judge):
        return ""
    key = "absent" if judge in panel.absent else "recused" if judge in entry.recused else "left"
    return OUT[key].said(source.language)


def _signed(source: BulletinSource, signer: Signer) -> Text | None:
    """Who put a name to the result in the desk, and when."""
    found = source.round.signatures.get(signer)
    if found is None:
        return None
    return SIGNED(name=found.name, at=f"{datetime.fromisoformat(found.at).astimezone():%Y-%m-%d %H:%M}")
