"""How a record of the journal can be taken back, or why it cannot; plain facts, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring.text import Text
from storage.journal import Record
from ui.console.journal_words import MARKS
from ui.snapshot import Snapshot


class Way(StrEnum):
    """What takes a record back."""

    UNDO = "undo"
    RETURN_BALLOT = "return-ballot"
    UNREVEAL = "unreveal"


@dataclass(frozen=True, slots=True)
class WayBack:
    """The way back, or None, and what there is to say about it."""

    way: Way | None
    said: Text


CAN_UNDO = Text(
    "可以撤销：这一条不再起作用，流水保留两条", "can be undone: it stops counting, and the journal keeps both records"
)
UNDONE = Text("已经撤销过", "it has been undone already")
CAN_RETURN = Text(
    "可以把这份评分表退回评委，说明原因后由本人重新提交",
    "can be returned to the judge, who is told the reason and sends it again",
)
ON_PAPER = Text(
    "只有台上单位的评分表可以退回；要更正这一份，请在现场页评委的方格里录入纸质评分表",
    "only ballots of the contestant on stage can be returned; to correct this one, enter it from paper on page 5",
)
SUPERSEDED = Text(
    "这份评分表已退回，或已由后来的评分表代替", "the ballot was returned, or another one has taken its place"
)
EARLIER = Text(
    "属于以前的轮次，当时公布过的不能再收回",
    "it belongs to an earlier round; what was revealed then can no longer be taken back",
)
EARLIER_BALLOT = Text(
    "属于以前的轮次，不能退回；要更正，请在成绩页选那一轮和参赛单位，按 Shift+F6",
    "it belongs to an earlier round and cannot be returned; to correct it, choose that round and contestant on page 6 "
    "and press Shift+F6",
)
CAN_UNREVEAL = Text(
    "可以收回这次公布，大屏和公开榜不再显示", "can be taken back: stage and public board stop showing it"
)
NOT_SHOWN = Text("这次公布已收回，或已由后来的公布代替", "it was taken back, or revealed anew since")
NO_WAY = Text("这一条不能撤销", "this record cannot be taken back")
WHY_NOT = {
    "created": Text(
        "擂台赛已经建立；不需要时关闭并删除文件", "the contest exists; if it is not wanted, delete its file"
    ),
    "plan": Text("请在规则页改回原样，同样记入流水", "change the rules back on page 2; the journal keeps both"),
    "roster": Text("请在报名页修改", "change the roster on page 1"),
    "call": Text("请别的单位上台即可，成绩不受影响", "call another contestant instead; no result is touched"),
    "open": Text("停止评分即可，已存的评分表保留", "close scoring instead; ballots that are stored stay"),
    "close": Text("在现场页按 F7 再次打开评分", "open scoring again with F7 on page 5"),
    "return-ballot": Text(
        "评分表已退给评委：等本人重新提交，或录入纸质评分表",
        "the judge has the ballot back: wait for it to be sent again, or enter it from paper",
    ),
    "decline-offer": Text(
        "要计入，按流水里的分数录入或更正纸质评分表",
        "to count it, enter or correct a ballot from paper with the scores that the journal keeps",
    ),
    "unreveal": Text("在现场页按 F8 再次公布", "reveal it again with F8 on page 5"),
    "show": Text("在现场页换一个画面", "choose another screen on page 5"),
    "board": Text("在评委页按 F12 另选", "choose otherwise on page 3 (F12)"),
    "stage": Text("在现场页按 P 退回一步，或换一个画面", "step back with P on page 5, or choose another screen"),
    "step": Text("在现场页按 P 退回一步", "step back with P on page 5"),
    "clock": Text("在现场页调整计时", "set the timer on page 5"),
    "close-round": Text("任何一项更正都会重新打开本轮", "any correction reopens the round by itself"),
    "reopen-round": Text("更正之后在成绩页再次确认", "close the round again on page 6"),
    "next-round": Text(
        "已建立的轮次不能撤销；前一轮仍可更正", "a round that exists stays; the one before can still be corrected"
    ),
    "substitute": Text("在评委页再次换人", "substitute again on page 3"),
    "add-judge": Text(
        "在评委页移除（尚无评分时），或标为缺席",
        "remove the judge on page 3 while nothing is scored, or mark them absent",
    ),
    "remove-judge": Text("在评委页再次加入", "add the judge again on page 3"),
    "assess": Text(
        "更正数据后再次记入流水，新的评定取代这一条",
        "correct its files and record the assessment again: the new one takes its place",
    ),
    "reissue": Text("旧链接不会再生效；可以再换一个新链接", "an old link never works again; make another new one"),
    "restored": Text(
        "备份已经恢复；恢复前的文件改了名，还在原处",
        "the backup is restored; the file from before lies beside it, renamed",
    ),
    "sign-off": Text("重新签名可改姓名；更正成绩会取消签名", "sign again to change a name; a correction takes it away"),
}


def way_back(record: Record, now: Snapshot, *, undone: bool) -> WayBack:
    """How to take `record` back; `undone` where an undo that stands names it."""
    if record.what in MARKS:
        return WayBack(None, UNDONE) if undone else WayBack(Way.UNDO, CAN_UNDO)
    if record.what not in ("ballot", "reveal"):
        return WayBack(None, WHY_NOT.get(record.what, NO_WAY))
    if record.round != now.round.number:
        return WayBack(None, EARLIER_BALLOT if record.what == "ballot" else EARLIER)
    return _of_ballot(record, now) if record.what == "ballot" else _of_reveal(record, now)


def _of_ballot(record: Record, now: Snapshot) -> WayBack:
    judge, code = record.after["judge"], record.after["entry"]
    entry = now.round.entry(code)
    stored = entry.ballots.get(judge) if entry else None
    if stored is None or stored.record != record.number:
        return WayBack(None, SUPERSEDED)
    return WayBack(Way.RETURN_BALLOT, CAN_RETURN) if now.round.called == code else WayBack(None, ON_PAPER)


def _of_reveal(record: Record, now: Snapshot) -> WayBack:
    entry = now.round.entry(record.after["entry"])
    shown = (entry.announced, entry.revealed) if entry else ()
    stands = any(each is not None and each.record == record.number for each in shown)
    return WayBack(Way.UNREVEAL, CAN_UNREVEAL) if stands else WayBack(None, NOT_SHOWN)
