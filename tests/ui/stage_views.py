"""Views of one evening at the arena, built by hand, for the tests and the gallery of the stage."""

from __future__ import annotations

from dataclasses import replace

from scoring.contest import Clock, Screen
from scoring.views import (
    BoardRow,
    BoardView,
    EntryView,
    FinaleRow,
    FinaleView,
    GroupView,
    LineupItem,
    RevealView,
    ScoreChip,
    StageView,
)

TITLE = "“深化作风能力 优化营商环境”专题擂台赛"
ORGANIZER = "市“深化作风能力优化营商环境”专项行动指挥部办公室"
LONG_NAME = "国家级经济技术开发区行政审批服务局营商环境建设处"
LONGEST_NAME = "关于进一步推进城市更新行动暨老旧小区改造提升与历史文化街区保护利用工作领导小组办公室"
"""Longer than a full board can show at full size; it becomes smaller there, but is never cut."""
RULES = (
    "领导评委 40%，专家评委 30%，社会评委 30%；专家、社会评委组各去掉一个最高分和一个最低分；四舍五入，保留两位小数",
    "Leaders 40 %, experts 30 %, public 30 %; the highest and the lowest dropped among experts and public; 2 decimals",
)
DISTRICTS = (
    ("D04", "崂山区", "94.39"),
    ("D05", "青岛西海岸新区（黄岛区）", "93.92"),
    ("D01", "市南区", "93.15"),
    ("D08", "胶州市", "92.80"),
    ("D06", "城阳区", "92.80"),
    ("D03", "李沧区", "91.46"),
    ("D07", "即墨区", "90.73"),
    ("D02", "市北区", "90.11"),
    ("D10", "莱西市", "89.26"),
    ("D09", "平度市", "88.05"),
)
ENTRY = EntryView(number=7, code="D04", name="崂山区", category="区（市）", lead="崂山区行政审批服务局")
NEXT = EntryView(number=8, code="D05", name="青岛西海岸新区（黄岛区）", category="区（市）", lead="")


def row(code: str, name: str, rank: int | None, score: str | None) -> BoardRow:
    return BoardRow(
        code=code,
        name=name,
        rank=rank,
        score=score,
        tied=False,
        move=0,
        latest=False,
        review=False,
        status="complete",
        grade=None,
        returns=False,
    )


def ranked(results: tuple[tuple[str, str, str], ...]) -> tuple[BoardRow, ...]:
    """Rows in the order given, best first; equal scores share a rank."""
    scores = [score for _, _, score in results]
    return tuple(
        replace(row(code, name, 1 + scores.index(score), score), tied=scores.count(score) > 1)
        for code, name, score in results
    )


def board(rows: tuple[BoardRow, ...], *, total: int = 10, final: bool = False, name: str = "区（市）") -> BoardView:
    return BoardView(key=name, name=name, revealed=len(rows), total=total, final=final, needs_draw=(), rows=rows)


def final_board() -> BoardView:
    rows = list(ranked(DISTRICTS))
    rows[0] = replace(rows[0], latest=True, move=2)
    rows[2] = replace(rows[2], move=1)
    rows[3] = replace(rows[3], move=-2)
    rows[-1] = replace(rows[-1], returns=True)
    return board(tuple(rows), final=True)


def early_board() -> BoardView:
    """Five of ten revealed, one of them in doubt, one not there."""
    rows = list(ranked(DISTRICTS[1:6]))
    rows[1] = replace(rows[1], latest=True, move=1)
    rows[2] = replace(rows[2], review=True)
    rows.append(replace(row("D02", "市北区", None, None), status="no_show"))
    rows.append(replace(row("D09", "平度市", None, None), status="withdrawn"))
    return board(tuple(rows))


def placed_board() -> BoardView:
    """Seven of ten revealed; the latest went straight to the top."""
    rows = list(ranked((DISTRICTS[0], *DISTRICTS[2:8])))
    rows[0] = replace(rows[0], latest=True)
    return board(tuple(replace(row, move=-1) if place else row for place, row in enumerate(rows)))


def unit_board(count: int = 35) -> BoardView:
    names = (
        "市政府办公厅（市口岸办）",
        "市人力资源社会保障局",
        "人民银行青岛市中心支行",
        "市教育局",
        "国网青岛供电公司",
    )
    rows = [row(f"U{i:02d}", f"{names[i % 5]}", i + 1, f"{96 - i * 0.31:.2f}") for i in range(count)]
    rows[count // 3] = replace(rows[count // 3], latest=True)
    return board(tuple(rows), total=count, name="参与单位")


def chips(points: str) -> tuple[ScoreChip, ...]:
    """`97.5^ 94 90_`: ^ dropped as the highest, _ dropped as the lowest."""
    marks = {"^": "high", "_": "low"}
    return tuple(ScoreChip(text.rstrip("^_"), marks.get(text[-1])) for text in points.split())  # type: ignore[arg-type]


def groups() -> tuple[GroupView, ...]:
    return (
        GroupView("领导评委", "40", "94.60", chips("95 94.5 93.5 96 94"), (0, 0)),
        GroupView("专家评委", "30", "94.17", chips("97.5^ 94.5 94 94 90_"), (1, 1)),
        GroupView("社会评委", "30", "94.33", chips("98^ 94.5 94 94.5 91.5_"), (1, 1)),
    )


def reveal() -> RevealView:
    return RevealView(
        entry=ENTRY,
        status="complete",
        score="94.39",
        rank=1,
        of=7,
        groups=groups(),
        components=(),
        adjustment=None,
        review=False,
    )


def lineup(
    states: tuple[str, ...] = ("revealed", "revealed", "no_show", "scored", "on_stage"),
) -> tuple[LineupItem, ...]:
    return tuple(
        LineupItem(
            number=place + 1,
            code=code,
            name=name,
            category="区（市）",
            state=states[place] if place < len(states) else "waiting",  # type: ignore[arg-type]
            returned=place == 7,
        )
        for place, (code, name, _) in enumerate(reversed(DISTRICTS))
    )


def stage_view(screen: Screen) -> StageView:
    """The arena in the middle of the evening, on this screen."""
    return StageView(
        revision=100,
        screen=screen,
        title=TITLE,
        organizer=ORGANIZER,
        round=3,
        rehearsal=False,
        closed=False,
        clock=Clock(),
        speech_seconds=480,
        warning_seconds=60,
        entry=ENTRY,
        upcoming=NEXT,
        scoring_open=True,
        ballots_in=11,
        ballots_expected=15,
        reveal=reveal(),
        boards=(early_board(),),
        lineup=lineup(),
        rules=RULES,
    )


def staged_reveal(beat: str) -> RevealView:
    """The same reveal, told as far as this beat."""
    from scoring.staging import Beat

    reached = list(Beat).index(Beat(beat))
    told = tuple(
        replace(
            group,
            score=group.score if reached >= list(Beat).index(Beat.GROUPS) else None,
            chips=tuple(replace(chip, dropped=chip.dropped if reached >= 2 else None) for chip in group.chips)
            if reached
            else (),
            trim=group.trim if reached >= 2 else (0, 0),
        )
        for group in groups()
    )
    parts = (("平时工作", "92.50"), ("企业满意度", "95.10")) if beat == "parts" else ()
    return replace(reveal(), beat=beat, score=None, rank=None, of=0, groups=told, components=parts)


def staged(beat: str) -> StageView:
    return replace(stage_view(Screen.REVEAL), reveal=staged_reveal(beat))


def finale_view(told: int, of: BoardView | None = None) -> StageView:
    """A final reveal from the last place upwards, so many lines into it."""
    whole = of or final_board()
    places = list(enumerate(whole.rows))[len(whole.rows) - told :]
    rows = tuple(
        FinaleRow(
            code=row.code,
            name=row.name,
            place=place,
            rank=row.rank,
            score=row.score,
            tied=row.tied,
            review=row.review,
            status=row.status,
            grade=row.grade,
            returns=row.returns,
            latest=place == len(whole.rows) - told,
        )
        for place, row in places
    )
    finale = FinaleView(whole.key, whole.name, len(whole.rows), rows)
    return replace(stage_view(Screen.FINALE), reveal=None, boards=(), finale=finale)


def long_named(view: StageView, name: str = LONG_NAME) -> StageView:
    """The same with 24 Chinese characters, or another name, wherever a name stands."""
    entry = replace(ENTRY, name=name, lead=name)
    return replace(
        view,
        entry=view.entry and entry,
        upcoming=view.upcoming and entry,
        reveal=view.reveal and replace(view.reveal, entry=entry),
        boards=tuple(replace(b, rows=tuple(replace(r, name=name) for r in b.rows)) for b in view.boards),
        lineup=tuple(replace(item, name=name) for item in view.lineup),
        finale=view.finale and replace(view.finale, rows=tuple(replace(row, name=name) for row in view.finale.rows)),
    )
