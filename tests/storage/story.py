"""Contests for the tests of the contest file: a small one, and one in which everything happens that can."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from scoring.assessment_file import recorded_assessment
from scoring.contest import Clock, Screen, Signer
from scoring.errors import ArenaError
from scoring.mark import MarkKind
from scoring.plan import Judge, Setup
from scoring.plan_document import plan_document
from storage import assessments, ballots, desk, marks, plans, rounds, seats, staging
from storage.contest_file import ContestFile, create_contest, open_contest, read_contest
from storage.journal import Record, records
from storage.restore import note_restored
from tests.contests import put, setup_of

WHY = "核对"
HIGH, LOW = {"a": "38", "b": "57.5"}, {"a": "30", "b": "40"}

CONTEST: dict[str, Any] = {"title": "营商环境擂台赛", "organizer": "指挥部", "step": "0.5"}
CRITERIA: list[dict[str, Any]] = [
    {"key": "a", "name": "摆问题", "max": "40"},
    {"key": "b", "name": "谈思路", "max": "60"},
]
GROUPS: list[dict[str, Any]] = [
    {"key": "g", "name": "领导评委", "weight": "60"},
    {"key": "h", "name": "社会评委", "weight": "40"},
]
SMALL: dict[str, Any] = {
    "contest": CONTEST,
    "category": [{"key": "k", "name": "类"}],
    "criterion": CRITERIA,
    "group": GROUPS,
}
RICH = SMALL | {
    "contest": {**CONTEST, "tie_breaks": ["draw"]},
    "returns": {"ties": "draw"},
    "component": [{"key": "live", "name": "现场", "weight": "80"}, {"key": "work", "name": "平时", "weight": "20"}],
    "grade": [{"name": "优秀", "top": "50"}, {"name": "良好"}],
}
JUDGES: list[dict[str, Any]] = [
    {"code": f"J{i}", "name": f"评委{i}", "title": "委员", "group": "ggh"[i - 1]} for i in (1, 2, 3)
]


def small_setup(plan: dict | None = None, codes: str = "ABC", judges: list[dict[str, Any]] | None = None) -> Setup:
    """Contestants A, B and C; unless others are given, judges J1 and J2 in group g, J3 in group h."""
    people = [{"code": code, "name": f"单位{code}", "category": "k", "lead": f"牵头{code}"} for code in codes]
    return setup_of(plan or SMALL, people, JUDGES if judges is None else judges)


@contextmanager
def contest_on_disk(path: Path, setup: Setup | None = None) -> Iterator[ContestFile]:
    """A new contest file, open."""
    create_contest(path, setup or small_setup())
    file = open_contest(path)
    try:
        yield file
    finally:
        file.close()


def sheet(folder: Path, *lines: str) -> Path:
    """A file of comma-separated lines."""
    path = folder / "导入.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def score(file: ContestFile, code: str, scores: dict[str, str]) -> None:
    """Call an entry, take every judge's ballot, close."""
    desk.call(file, code)
    desk.open_scoring(file)
    for judge in file.contest.judges:
        put(file, judge.code, code, scores)
    desk.close_scoring(file)


def offered(file: ContestFile, judge: str, code: str, ballot_id: str, scores: dict[str, str] | None = None) -> None:
    """A ballot that a panel holds and the desk lacks."""
    held = ballots.Offer(judge, ballot_id, code, file.contest.live_round.number, 1, scores or HIGH, "", "")
    ballots.offer(file, judge, [held])


def everything(file: ContestFile, folder: Path) -> None:
    """Two rounds of a `RICH` contest of A, B, C and D, in which every kind of record is written."""
    rounds.add_to_roster(file, sheet(folder, "code,name,category,members", "E,单位戊,k,甲局;乙局", "F,单位己,k"))
    rounds.add_to_roster(file, sheet(folder, "code,name,category", "A,单位甲,k"))
    seats.add_judge(file, Judge("J4", "评委4", "委员", "h"), reason="补充评委")
    seats.remove_judge(file, "J4", reason="误加")
    plans.change_plan(file, changed_plan(file, contest={"title": "擂台赛"}))
    marks.draw_start_order(file, "七三九一", reason="抽签")
    desk.show(file, Screen.LINEUP)
    _first_entry(file)
    _corrected_entries(file, folder)
    weighed = [GROUPS[0] | {"weight": "70"}, GROUPS[1] | {"weight": "30"}]
    plans.change_plan(file, changed_plan(file, group=weighed), reason="方案有误", unlock=True)
    _every_mark(file, folder)
    marks.draw(file, "1949", ["A", "B"], reason="并列")
    rounds.close_round(file)
    staging.begin_finale(file, "overall", "up", "last", hold=True)
    for _ in range(3):
        staging.step_on(file)
    staging.step_back(file)
    marks.adjust(file, "A", "-0.5", reason="超时")
    rounds.close_round(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏"})
    marks.adjust(file, "A", "-0.5", reason="再次超时")
    rounds.close_round(file)
    rounds.sign_off(file, {Signer.CHIEF_JUDGE: "王建国"})
    rounds.sign_off(file, {Signer.SUPERVISOR: "李丽"})
    rounds.sign_off(file, {Signer.SUPERVISOR: "李莉"})
    note_restored(file, "备份.arena")
    rules = {
        "assessment": {"title": "上半年等次评定"},
        "component": [{"key": "arena", "name": "擂台赛", "weight": "100", "score": "mean"}],
        "exempt": [{"contestant": code, "reason": "没有成绩"} for code in "DEF"],
    }
    assessment = recorded_assessment({"rules": rules, "values": {}}, file.contest)
    assessments.record_assessment(file, assessment, reason="上半年")
    rounds.next_round(file, ["E"])
    desk.call(file, "E")
    desk.open_scoring(file)
    put(file, "J1", "E", LOW)


def changed_plan(file: ContestFile, **tables: Any) -> dict[str, Any]:
    """The plan of a contest with other tables; of a head only the keys that are given."""
    document = plan_document(file.contest.plan)
    for name, table in tables.items():
        document[name] = document[name] | table if isinstance(table, dict) else table
    return document


def _first_entry(file: ContestFile) -> None:
    desk.call(file, "A")
    desk.set_clock(file, Clock(0.0, "2023-04-20T09:00:00Z"))
    desk.open_scoring(file)
    for judge in ("J1", "J2", "J1"):
        put(file, judge, "A", LOW)
    desk.close_scoring(file, force=True)
    ballots.return_ballot(file, "J2", "A", reason="漏看一页")
    put(file, "J2", "A", HIGH)
    desk.open_scoring(file)
    put(file, "J3", "A", LOW)
    put(file, "J2", "A", LOW)
    desk.close_scoring(file)


def _corrected_entries(file: ContestFile, folder: Path) -> None:
    seats.substitute(file, "J1", name="评委替补", title="代表", reason="临时有事")
    seats.reissue(file, "J2", reason="换了手机")
    ballots.score_from_file(file, sheet(folder, "contestant,judge,a,b", "B,J1,30,40", "B,J2,30,40"), reason="断网")
    ballots.enter_ballot(file, "J3", "B", HIGH, reason="断网")
    ballots.enter_ballot(file, "J3", "B", LOW, reason="看错", replaces=stored_id(file, "J3", "B"))
    offered(file, "J1", "C", "late-1")
    ballots.accept_offer(file, "late-1", reason="迟到")
    offered(file, "J2", "C", "late-2")
    ballots.decline_offer(file, "late-2", reason="太迟")
    marks.recuse(file, "J2", "C", reason="同一单位")
    marks.mark_judge(file, MarkKind.JUDGE_LEFT, "J3", reason="离席")
    marks.undo(file, file.last.number, reason="又回来了")
    ballots.enter_ballot(file, "J3", "C", LOW, reason="断网")


def _every_mark(file: ContestFile, folder: Path) -> None:
    marks.mark_entry(file, MarkKind.NO_SHOW, "D", reason="没来")
    marks.add_entry(file, "E", reason="补报")
    marks.add_entry(file, "F", reason="误加")
    marks.undo(file, file.last.number, reason="误加")
    marks.mark_entry(file, MarkKind.WITHDRAW, "E", reason="退出")
    marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "J1", reason="缺席")
    marks.undo(file, file.last.number, reason="看错")
    marks.bring_in(file, "work", sheet(folder, "contestant,value", "A,90", "B,90", "C,80"), reason="平时")
    marks.bring_in(file, "work", sheet(folder, "contestant,value", "C,８０．５"), reason="更正")
    marks.adjust(file, "C", "1.5", reason="加分")
    marks.void_group(file, "h", reason="设备故障")
    desk.reveal(file, "A", to="host")
    desk.reveal(file, "A")
    desk.reveal(file, "B")
    desk.reveal(file, "D")
    desk.unreveal(file, "B", why="报错了")


def stored_id(file: ContestFile, judge: str, code: str) -> str:
    """The id of the ballot that counts."""
    entry = file.contest.live_round.entry(code)
    assert entry is not None
    return entry.ballots[judge].ballot_id


def refused(file: ContestFile, act: Callable[[], object]) -> ArenaError:
    """What an operation is refused with; makes sure that nothing was changed by it."""
    before, last, kept = file.contest, file.last, read_contest(file.path)
    try:
        act()
    except ArenaError as error:
        assert file.contest is before
        assert file.last is last
        assert read_contest(file.path) == kept
        return error
    raise AssertionError("was not refused")


def journal(file: ContestFile) -> list[Record]:
    """All records of an open contest, from the disk."""
    with file.plain() as connection:
        return list(records(connection))


def copied(path: Path, folder: Path) -> Path:
    """A contest file as it lies on the disk at this moment, its write-ahead log included."""
    folder.mkdir(exist_ok=True)
    for part in (path, path.with_name(path.name + "-wal")):
        if part.exists():
            shutil.copyfile(part, folder / part.name)
        else:
            (folder / part.name).unlink(missing_ok=True)
    return folder / path.name


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that knows nothing of the program, as somebody who tampers with a file would use."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
