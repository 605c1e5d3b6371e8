"""Contests that are hard to print: names of 24 characters, rare ones, ties, and all that goes wrong in a hall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from exports.letter import Attachment, Letter
from scoring.assessment_file import recorded_assessment
from scoring.conduct import entry_of
from scoring.contest import Attendance, Signer
from scoring.mark import MarkKind
from scoring.plan import Setup
from scoring.plan_document import plan_document
from scoring.season import appearances
from storage import ballots, marks, rounds
from storage.assessments import record_assessment
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import grid_of_text, read_setup
from tests.contests import setup_of

QINGDAO = Path(__file__).parents[2] / "arena_desk" / "templates" / "qingdao" / "plan.toml"
SIZES = (3, 10, 55, 300)
HARD = (
    "市生态环境保护综合行政执法支队西海岸新区大队办公室",
    "市𠮷林合作事务中心",
    "㛃水河流域综合治理专班",
    "阿卜杜拉·买买提劳模创新工作室",
    "“一〇〇”重点项目推进专班",
    "市大数据发展管理局（市政务服务和公共资源交易中心）",
)
PLAIN = (
    "发展改革",
    "教育",
    "科技",
    "工信",
    "公安",
    "民政",
    "司法",
    "财政",
    "人社",
    "住建",
    "交通",
    "水务",
    "农业",
    "商务",
)
LETTER = Letter(
    issuer="市“深化作风能力优化营商环境”专项行动指挥部办公室文件",
    number="青营商办〔2026〕5号",
    addressee="各区（市）党委、政府，市直各部门，驻青有关单位",
    day=date(2026, 11, 25),
    copies="省委办公厅、省政府办公厅，市委常委，市人大常委会、市政府、市政协领导，市法院、市检察院，青岛警备区",
    attachments=tuple(Attachment),
)


def hall(path: Path, size: int, *, indicators: bool = False, voters: int = 0) -> int:
    """Play a contest of so many contestants into a file; returns the last closed round.

    With `indicators` a third of each score follows from raw values; a public vote has so many `voters`.
    """
    create_contest(path, _setup(size, indicators, voters))
    file = open_contest(path)
    try:
        _first_round(file, size)
        for number in (2, 3) if size < 100 else ():
            _further_round(file, number)
        _assess(file)
        return file.contest.live_round.number - (size < 100)
    finally:
        file.close()


def _assess(file: ContestFile) -> None:
    """The half-year assessment of the rounds that are closed; who has no score in them is exempt."""
    scored = {code for each in appearances(file.contest).values() for code in each if each[code].published is not None}
    head = {"title": f"{file.contest.plan.title}2026年上半年等次评定", "tie_breaks": ["exact", "component:daily"]}
    arena = {"key": "arena", "name": "擂台赛成绩", "weight": "60", "score": "mean", "no_show": "zero"}
    daily = {"key": "daily", "name": "平时工作和重点任务完成情况", "weight": "40", "file": "平时工作.xlsx"}
    out = [code for code in file.contest.contestants if code not in scored]
    rules = {
        "assessment": head,
        "component": [arena, daily],
        "grade": [{"name": "优秀", "top": "30"}, {"name": "良好", "min": "80"}, {"name": "一般"}],
        "exempt": [{"contestant": code, "reason": "上半年没有参加擂台赛"} for code in out],
    }
    values = {code: str(80 + number % 15) for number, code in enumerate(file.contest.contestants)}
    kept = {"rules": rules, "values": {"daily": values}}
    record_assessment(file, recorded_assessment(kept, file.contest), reason="上半年")


def _setup(size: int, indicators: bool, voters: int) -> Setup:
    qingdao = read_setup(QINGDAO)
    document = plan_document(qingdao.plan)
    document["contest"]["step"] = "0.5"
    if indicators:
        _with_indicators(document)
    elif size == 10:
        _with_components(document)
    if size in (3, 300):
        document["contest"] |= {"board": "overall", "trim_at": "criterion"}
    judges = [
        {"code": each.code, "name": each.name, "title": each.title, "group": each.group} for each in qingdao.judges
    ]
    judges[1]["name"], judges[1]["title"] = "欧阳㛃·买买提", "市人大常委会副主任、市总工会主席"
    if voters:
        judges += _with_voters(document, voters)
    return setup_of(document, list(_people(size, [key.key for key in qingdao.plan.categories])), judges)


def _with_components(document: dict[str, Any]) -> None:
    document["component"] = [
        {"key": "live", "name": "现场评分", "weight": "60"},
        {"key": "daily", "name": "平时工作推进情况", "weight": "25"},
        {"key": "people", "name": "企业群众满意度", "weight": "15"},
    ]
    document["grade"] = [{"name": "优秀", "top": "30"}, {"name": "良好", "min": "75"}, {"name": "一般"}]


def _with_indicators(document: dict[str, Any]) -> None:
    document["component"] = [
        {"key": "live", "name": "现场评分", "weight": "66"},
        {"key": "growth", "name": "经济增长", "weight": "12", "rule": "minmax", "better": "higher", "unit": "%"},
        {
            "key": "days",
            "name": "审批时限",
            "weight": "12",
            "rule": "rank",
            "better": "lower",
            "unit": "天",
            "floor": "60",
        },
        {"key": "visits", "name": "走访企业", "weight": "10", "rule": "target", "better": "higher", "target": "80"},
    ]


def _with_voters(document: dict[str, Any], voters: int) -> list[dict[str, str]]:
    """A group of a tenth of the weight, taken from the first one."""
    first = document["group"][0]
    first["weight"] = str(Decimal(str(first["weight"])) - 10)
    document["group"].append({"key": "voters", "name": "群众评议", "weight": "10"})
    return [{"code": f"V{n:05}", "name": f"群众{n}", "title": "", "group": "voters"} for n in range(1, voters + 1)]


def _people(size: int, categories: Sequence[str]) -> Iterator[dict[str, str]]:
    for number in range(size):
        place, turn = number % len(PLAIN), number // len(PLAIN)
        plain = f"市{PLAIN[place]}局" + (f"第{turn + 1}中心" if turn else "")
        name = HARD[number] if number < min(len(HARD), max(2, size // 2)) else plain
        yield {
            "code": f"U{number + 1:03}",
            "name": name,
            "category": categories[number % len(categories)],
            "lead": "买买提·艾力" if number % 4 == 0 else "",
        }


def _first_round(file: ContestFile, size: int) -> None:
    """A draw, an absent judge, a recusal, points off, no-shows, one withdrawn, ties at the top and at the bottom."""
    marks.draw_start_order(file, "二〇二六年十一月二十五日　𠮷祥如意", reason="市纪委监委 张㛃")
    codes = [f"U{number:03}" for number in range(1, size + 1)]
    marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "P3", reason="出差在外")
    if size > 3:
        marks.recuse(file, "E1", codes[0], reason="与参赛单位有隶属关系")
        marks.adjust(file, codes[1], "-0.5", reason="发言超时 1 分 20 秒")
        marks.adjust(file, codes[3], "1.25", reason="获省级以上表彰，按方案加分")
        marks.mark_entry(file, MarkKind.NO_SHOW, codes[-1], reason="主要负责人在外地出差，未委托他人参加")
        marks.mark_entry(file, MarkKind.WITHDRAW, codes[-2], reason="机构改革，撤并")
    _score(file, codes, round_=1)
    _bring_in(file, codes)
    _close(file)
    names = {Signer.CHIEF_JUDGE: "欧阳㛃·买买提", Signer.TELLER: "李四", Signer.SUPERVISOR: "张㛃"}
    rounds.sign_off(file, names)


def _further_round(file: ContestFile, number: int) -> None:
    """Those that return and a few more; the third round stays open, with ballots missing."""
    first = [entry.code for entry in file.contest.rounds[0].entries][:4]
    back = {row.code for board in file.standings().boards for row in board.rows if row.returns}
    rounds.next_round(file, [code for code in first if code not in back])
    codes = [entry.code for entry in file.contest.live_round.entries]
    marks.draw_start_order(file, f"第{number}轮", reason="李四")
    _score(file, codes if number == 2 else codes[:-1], round_=number)
    _bring_in(file, codes)
    if number == 2:
        _close(file)


def _close(file: ContestFile) -> None:
    """Draw what waits for a draw, then close."""
    while waiting := [tied for board in file.standings().boards for tied in board.needs_draw]:
        for tied in waiting:
            marks.draw(file, "众目睽睽", list(tied), reason="市纪委监委 张㛃")
    rounds.close_round(file)


def _score(file: ContestFile, codes: Sequence[str], *, round_: int) -> None:
    """Ballots of everybody who may give one; every fifth is tied with one of its category, as are the last ones."""
    plan, marked = file.contest.plan, file.contest.live_round
    lines = [",".join(["contestant", "judge", *(each.key for each in plan.criteria)])]
    given: list[dict[str, list[str]]] = []
    for place, code in enumerate(codes):
        entry = entry_of(marked, code)
        last = len(codes) > 6 and place in (len(codes) - 6, len(codes) - 3)
        seed = "last" if last else f"{round_}-{code}"
        given.append(given[-3] if place % 5 == 4 and not last else _ballots(file, seed, best=0.7 if last else 0.97))
        if entry.attendance is Attendance.PRESENT:
            lines += [
                ",".join([code, judge, *scores])
                for judge, scores in given[-1].items()
                if judge not in marked.absent | entry.recused
            ]
    ballots.score_from_file(file, grid_of_text("\n".join(lines), "ballots.csv"), reason="现场评分")


def _ballots(file: ContestFile, seed: str, *, best: float) -> dict[str, list[str]]:
    luck, plan = Random(seed), file.contest.plan
    level = luck.uniform(0.25 + best / 2, best)
    return {
        judge.code: [
            str(min(each.max, round(float(each.max) * min(1.0, luck.gauss(level, 0.04)) * 2) / 2))
            for each in plan.criteria
        ]
        for judge in file.contest.judges
    }


def _bring_in(file: ContestFile, codes: Sequence[str]) -> None:
    for component in file.contest.plan.components:
        if component.key != "live":
            luck = Random(component.key)
            lines = ["contestant,value", *(f"{code},{luck.randint(700, 980) / 10}" for code in codes)]
            marks.bring_in(file, component.key, grid_of_text("\n".join(lines), "values.csv"), reason="考核办提供")
