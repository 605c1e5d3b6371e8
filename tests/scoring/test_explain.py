"""Why this score and this rank: every step a citizen can follow, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import Unknown
from scoring.explain import explain
from scoring.mark import MarkKind
from scoring.plan_file import parse_plan
from scoring.rules_text import rules_line
from scoring.text import Language
from storage import ballots, marks, rounds, seats
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.oracle.small import people
from tests.storage.story import CONTEST, CRITERIA, GROUPS, JUDGES, SMALL, WHY, score, sheet

SCORES = {"a": "35", "b": "50"}


@contextmanager
def contest(codes: str = "A B C", jury: list[dict] | None = None, **tables: Any) -> Iterator[ContestFile]:
    """The small contest, with some of its tables changed."""
    plan = SMALL | tables | {"contest": {**CONTEST, **tables.get("contest", {})}}
    with in_memory(setup_of(plan, people(codes), jury or JUDGES)) as file:
        yield file


def one_group(count: int, **changes: Any) -> dict[str, Any]:
    """A plan with one group of so many judges, J1, J2, …, that drops its highest and its lowest."""
    group = {**GROUPS[0], "weight": "100", "drop_high": 1, "drop_low": 1, **changes}
    return {"group": [group], "jury": [{**JUDGES[0], "code": f"J{n}", "name": f"评委{n}"} for n in range(1, count + 1)]}


def told(file: ContestFile, code: str = "A", language: Language = "en", number: int = 1) -> list[str]:
    """The lines without blanks at their ends; none with a place that was left open."""
    lines = [line.said(language).strip() for line in explain(file.contest, number, code)]
    assert not [line for line in lines if re.search(r"[{}]|None|Text\(", line)]
    return lines


def says(file: ContestFile, *parts: str, code: str = "A", language: Language = "en") -> bool:
    """Whether one line holds all of these words, in this order."""
    wanted = re.compile(".*".join(re.escape(part) for part in parts))
    return any(wanted.search(line) for line in told(file, code, language))


def enter(file: ContestFile, code: str, *points: str) -> None:
    """Ballots of J1, J2, …: their points on the first criterion; all have 50 on the second."""
    for number, each in enumerate(points, start=1):
        ballots.enter_ballot(file, f"J{number}", code, {"a": each, "b": "50"}, reason=WHY)


def test_an_ordinary_score_is_explained_from_the_ballots_to_the_rank() -> None:
    with contest() as file:
        enter(file, "A", "35", "36.5", "30")
        enter(file, "B", "40", "40", "40")
        marks.adjust(file, "A", "-0.5", reason="超时")
        for parts in (
            ("领导评委", "60", "2"),
            ("J1 评委1", "摆问题 35", "谈思路 50", "85"),
            ("J2 评委2", "摆问题 36.5", "谈思路 50", "86.5"),
            ("85.75",),
            ("社会评委", "40", "1"),
            ("J3 评委3", "摆问题 30", "谈思路 50", "80"),
            ("领导评委 85.75", "60%", "社会评委 80", "40%", "83.45"),
            ("−0.5", "超时", "8"),
            ("82.95", "2", "82.95"),
        ):
            assert says(file, *parts), parts
            assert says(file, *parts, language="zh"), parts
        assert told(file)[0] == "A 单位A, round 1"
        assert says(file, "rank 2")
        assert says(file, "第2名", language="zh")


def test_a_ballot_from_paper_says_so_also_where_its_group_is_void() -> None:
    with contest() as file:
        score(file, "A", SCORES)
        assert not says(file, "from paper")
        stored = file.contest.live_round.entries[0].ballots["J3"].ballot_id
        ballots.enter_ballot(file, "J3", "A", SCORES, reason=WHY, replaces=stored)
        for _ in "before", "after":
            assert [line for line in told(file) if "from paper" in line] == [
                "J3 评委3: 摆问题 35, 谈思路 50; total 85 (from paper)"
            ]
            assert says(file, "J3 评委3", "合计 85（纸质补录）", language="zh")
            marks.void_group(file, "h", reason=WHY)


@pytest.mark.parametrize("average", ["mean", "median"])
def test_dropped_ballots_say_which_way_they_were_dropped(average: str) -> None:
    with contest(**one_group(4, average=average)) as file:
        enter(file, "A", "40", "10", "20", "25")
        assert says(file, "J1 评委1", "total 90", "dropped as highest")
        assert says(file, "J2 评委2", "total 60", "dropped as lowest")
        assert says(file, "J1 评委1", "合计 90", "去掉", "最高分", language="zh")
        assert not says(file, "J3", "dropped")
        assert says(file, f"group score = {average} of 70, 75 = 72.5")


def test_a_group_too_small_to_be_trimmed_says_so() -> None:
    with contest(**one_group(4)) as file:
        enter(file, "A", "40", "10")
        assert says(file, "fewer than 3 ballots", "neither the highest nor the lowest")
        assert says(file, "不足3份，不去掉最高分和最低分", language="zh")
        enter(file, "B", "40", "10", "20")
        assert not says(file, "fewer than", code="B")


@pytest.mark.parametrize("average", ["mean", "median"])
def test_scores_dropped_by_criterion_name_the_criterion(average: str) -> None:
    with contest(**one_group(3, average=average), contest={"trim_at": "criterion"}) as file:
        enter(file, "A", "40", "10", "20")
        assert says(file, "J1 评委1", "摆问题 dropped as highest")
        assert says(file, "J2 评委2", "摆问题, 谈思路 dropped as lowest")
        assert says(file, "J3 评委3", "谈思路 dropped as highest")
        assert says(file, "J3 评委3", "谈思路", "作为最高分去掉", language="zh")
        assert says(file, "among equals the judge who stands later in the list was dropped first")
        assert says(file, f"摆问题 = {average} of 20 = 20")
        assert says(file, "group score = 摆问题 20 + 谈思路 50 = 70")
        assert says(file, "组得分＝摆问题 20＋谈思路 50＝70", language="zh")


def test_those_whose_ballot_does_not_count_are_named_with_the_reason() -> None:
    with contest(jury=[*JUDGES, {**JUDGES[2], "code": "J4", "name": "评委4"}]) as file:
        enter(file, "A", "35", "35")
        marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "J1", reason=WHY)
        marks.recuse(file, "J2", "A", reason=WHY)
        marks.mark_judge(file, MarkKind.JUDGE_LEFT, "J4", reason=WHY)
        for judge, why, reason in (
            ("J1 评委1", "absent", "缺席"),
            ("J2 评委2", "recused", "回避"),
            ("J3 评委3", "no ballot", "没有评分表"),
            ("J4 评委4", "left", "离席"),
        ):
            assert says(file, judge, why, "not counted")
            assert says(file, judge, reason, "不计入", language="zh")
        assert says(file, "J2 评委2: recused, not counted (reason: 核对; journal record ")
        assert says(file, "not complete", "J3", "领导评委 has 0 of at least 1 ballots", "社会评委 has 0 of")
        assert says(file, "成绩不完整", "J3 评委3 尚未提交", "至少要 1 份", language="zh")


def test_a_plan_that_does_not_wait_lacks_only_a_quorum() -> None:
    with contest(contest={"missing": "exclude"}) as file:
        enter(file, "A", "35")
        assert told(file)[-1] == "the result is not complete: 社会评委 has 0 of at least 1 ballots"


def test_a_void_group_is_said_to_be_void_and_its_weight_goes_to_the_others() -> None:
    with contest() as file:
        score(file, "A", SCORES)
        marks.void_group(file, "h", reason="设备故障")
        assert says(file, "社会评委", "void", "设备故障")
        assert says(file, "J3 评委3", "total 85")
        assert says(file, "社会评委", "作废", language="zh")
        assert says(file, "live score = 领导评委 85", "100%", "= 85")
        enter(file, "B", "35")
        marks.void_group(file, "g", reason="泄密")
        assert says(file, "J1 评委1", "total 85", code="B")
        assert not says(file, "J2 评委2", code="B"), "who sent nothing is not missed in a void group"
        assert told(file, "B")[-1].endswith("every judge group with a weight is void, so there is no live score")


def test_a_ballot_stays_with_the_person_who_gave_it() -> None:
    with contest() as file:
        score(file, "A", SCORES)
        seats.substitute(file, "J1", name="替补", title="")
        assert says(file, "J1 评委1")
        assert not says(file, "替补")


def test_the_parts_of_a_composite_are_added_up_exactly(tmp_path: Path) -> None:
    parts = [{"key": "live", "name": "现场", "weight": "66.6"}, {"key": "work", "name": "平时", "weight": "33.4"}]
    with contest(**one_group(3, drop_high=0, drop_low=0), component=parts) as file:
        enter(file, "A", "35", "35", "36")
        assert says(file, "live score", "256/3")
        assert not says(file, "composite")
        assert says(file, "not complete", "the value of '平时' is missing")
        marks.bring_in(file, "work", sheet(tmp_path, "contestant,value", "A,90.50"), reason=WHY)
        assert says(file, "平时 90.5 (reason: 核对; journal record ")
        assert says(file, "composite", "现场 256/3", "66.6%", "平时 90.5", "33.4%")
        assert says(file, "综合得分", "现场 256/3", "66.6%", "平时 90.5", "33.4%", language="zh")
        assert says(file, "final score = 87.059", "87.06")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            MarkKind.NO_SHOW,
            ["did not come; not ranked (reason: 核对; journal record 2)", "must compete in the next round"],
        ),
        (MarkKind.WITHDRAW, ["withdrew; not ranked (reason: 核对; journal record 2)"]),
    ],
)
def test_those_without_a_result_are_told_why(kind: MarkKind, said: list[str]) -> None:
    with contest("A B") as file:
        marks.mark_entry(file, kind, "A", reason=WHY)
        assert told(file)[-1] == said[0], "nobody is flagged while the board is open"
        score(file, "B", SCORES)
        assert told(file)[-len(said) :] == said
        assert "排名" in told(file, language="zh")[-len(said)]
        assert not says(file, "末", language="zh"), "who did not come is not last on a board"


def test_ties_grades_and_returns_are_explained() -> None:
    grades = [{"name": "优秀", "top": "30"}, {"name": "良好"}]
    with contest("A B C D", contest={"tie_breaks": ["group:h"]}, grade=grades) as file:
        enter(file, "A", "40", "40", "28")
        enter(file, "B", "36", "36", "34")
        for code in "CD":
            enter(file, code, "10", "10", "10")
        assert says(file, "rank 1", code="B")
        assert says(file, "equal scores", "社会评委", code="B")
        assert says(file, "placed among equal scores (单位B)", "单位B 84, 单位A 78", code="A")
        assert says(file, "grade: 优秀", code="B")
        assert says(file, "tied with 单位D", code="C")
        assert says(file, "grade: 良好", code="C")
        assert says(file, "must compete again in the next round", code="C")
        assert says(file, "与", "单位D", "并列", code="C", language="zh")
        assert says(file, "末", "下轮继续打擂", code="C", language="zh")


EQUAL: dict[str, tuple[str, ...]] = {"A": ("36", "36", "36"), "B": ("36", "36", "36")}
TIE_BREAKS: list[tuple[str, dict[str, tuple[str, ...]], tuple[str, str]]] = [
    ("exact", {"A": ("36", "36", "36.5"), "B": ("36", "36", "36")}, ("before rounding", "舍入")),
    ("group:g", {"A": ("36", "36", "36"), "B": ("34", "34", "39")}, ("领导评委", "领导评委")),
    ("criterion:b", EQUAL, ("谈思路", "谈思路")),
    ("component:live", EQUAL, ("live score", "现场")),
    ("component:work", EQUAL, ("平时", "平时")),
    ("draw", EQUAL, ("a draw", "抽签")),
]


@pytest.mark.parametrize(("tie_break", "scores", "named"), TIE_BREAKS)
def test_the_step_that_told_equals_apart_is_named_in_words(
    tmp_path: Path, tie_break: str, scores: dict[str, tuple[str, ...]], named: tuple[str, str]
) -> None:
    parts = [{"key": "live", "name": "现场得分", "weight": "50"}, {"key": "work", "name": "平时", "weight": "50"}]
    outside = tie_break.startswith("component")
    contest_table = {"tie_breaks": [tie_break], "decimals": 0}
    with contest("A B", contest=contest_table, component=parts if outside else []) as file:
        for code, points in scores.items():
            enter(file, code, *points)
        if tie_break == "criterion:b":
            change(file, "B", {"a": "40", "b": "46"})
        if outside:
            change(file, "B", {"a": "40", "b": "50"})
            path = sheet(tmp_path, "contestant,value", "A,90", "B,86")
            marks.bring_in(file, "work", path, reason=WHY)
        if tie_break == "draw":
            marks.draw(file, "7391", "AB", reason="并列")
        assert says(file, "equal scores", named[0])
        assert says(file, named[1], code="A", language="zh")


def test_every_step_that_told_equals_apart_is_named_with_what_it_compared() -> None:
    steps = {"tie_breaks": ["exact", "criterion:a", "draw"], "decimals": 0}
    with contest("A B C D", contest=steps) as file:
        for code in "ABD":
            enter(file, code, "30", "30", "30")
        enter(file, "C", "30", "30", "30.5")
        change(file, "B", {"a": "29", "b": "51"})
        assert says(file, "a draw between 单位A, 单位D is needed")
        assert says(file, "单位A、单位D之间需要抽签", language="zh")
        marks.draw(file, "7391", "AD", reason="见证")
        assert told(file)[-4:-1] == [
            "rank 3 of 4 on the board 'overall'",
            (
                "placed among equal scores (单位C, 单位D, 单位B) by the final score before rounding: "
                "单位C 80.2, 单位D 80, 单位A 80, 单位B 80"
            ),
            "placed among equal scores (单位D, 单位B) by the score of 摆问题: 单位D 30, 单位A 30, 单位B 29",
        ]
        assert told(file)[-1].startswith("placed among equal scores (单位D) by a draw: journal record ")
        assert says(file, "order: 单位D, 单位A")
        assert not says(file, "by a draw", code="C")


def test_a_tie_break_of_a_group_that_has_no_say_compares_nothing() -> None:
    with contest("A B", contest={"tie_breaks": ["group:h"]}) as file:
        enter(file, "A", "36", "36", "36")
        enter(file, "B", "36", "36", "30")
        marks.void_group(file, "h", reason=WHY)
        assert says(file, "tied with 单位B")
        assert not says(file, "placed among")


def test_who_of_equals_returns_by_a_draw_is_explained() -> None:
    with contest("A B C", returns={"ties": "draw"}) as file:
        enter(file, "A", "40", "40", "40")
        for code in "BC":
            enter(file, code, "10", "10", "10")
        assert says(file, "a draw between 单位B, 单位C is needed; until then the board is not final", code="B")
        marks.draw(file, "7391", "BC", reason=WHY)
        for code in "BC":
            assert says(file, "who of those tied returns was drawn: journal record ", "order: ", code=code)
            assert says(file, "谁下轮继续打擂由抽签决定", code=code, language="zh")
        assert not says(file, "was drawn")


def test_a_rank_that_others_may_still_change_says_so() -> None:
    with contest("A B") as file:
        enter(file, "A", "40", "40", "40")
        assert told(file)[-1] == "the board is not final: not all results on it are complete"
        enter(file, "B", "30", "30", "30")
        assert not says(file, "not final")


def test_weights_that_are_not_the_maxima_are_shown_where_they_count() -> None:
    weighed = [{**CRITERIA[0], "weight": "50"}, {**CRITERIA[1], "weight": "50"}]
    for trim_at, said in (("total", "group score = mean of 75 = 75"), ("criterion", "摆问题 40 ÷ 40 × 50")):
        with contest(**one_group(1, drop_high=0, drop_low=0), criterion=weighed, contest={"trim_at": trim_at}) as file:
            enter(file, "A", "40")
            change(file, "A", {"a": "40", "b": "30"})
            assert told(file)[1] == "total of a ballot = 摆问题 ÷ 40 × 50 + 谈思路 ÷ 60 × 50"
            assert says(file, "每份评分表的合计＝摆问题÷40×50＋谈思路÷60×50", language="zh")
            assert says(file, said)


@pytest.mark.parametrize(("decimals", "said"), [(0, "whole points = 80"), (1, "1 decimal = 80.0"), (4, "4 decimals")])
def test_the_rounding_is_said_in_words(decimals: int, said: str) -> None:
    with contest(contest={"decimals": decimals}) as file:
        enter(file, "A", "30", "30", "30")
        assert says(file, f"final score = 80, rounded half away from zero to {said}")


def test_a_tie_told_apart_by_what_was_trimmed_says_so() -> None:
    with contest("A B", **one_group(3), contest={"tie_breaks": ["untrimmed"]}) as file:
        enter(file, "A", "30", "36", "36")
        enter(file, "B", "36", "36", "36")
        assert says(file, "equal scores", "without trimming", code="B")
        assert says(file, "得分相同", "不去掉", code="A", language="zh")


def change(file: ContestFile, code: str, scores: dict[str, str]) -> None:
    """Every ballot of an entry, replaced."""
    for judge in file.contest.judges:
        entry = file.contest.live_round.entry(code)
        assert entry is not None
        replaces = entry.ballots[judge.code].ballot_id
        ballots.enter_ballot(file, judge.code, code, scores, reason=WHY, replaces=replaces)


def test_an_earlier_round_is_explained_as_it_stands_now() -> None:
    with contest("A B") as file:
        enter(file, "A", "40", "40", "40")
        enter(file, "B", "30", "30", "30")
        rounds.close_round(file)
        rounds.next_round(file)
        assert told(file, "A")[0] == "A 单位A, round 1"
        assert told(file, "B", number=2)[0] == "B 单位B, round 2"
        for number, code in ((3, "A"), (0, "A"), (2, "A"), (1, "Z")):
            with pytest.raises(Unknown):
                explain(file.contest, number, code)


BOTH, HIGH, LOW = "去掉 1 个最高分和 1 个最低分", "去掉 2 个最高分", "去掉 1 个最低分"


@pytest.mark.parametrize(
    ("decimals", "trims", "said"),
    [
        (2, [(1, 1), (1, 1)], f"各组{BOTH}；四舍五入，保留 2 位小数"),
        (0, [(2, 0), (0, 1)], f"领导评委{HIGH}；社会评委{LOW}；四舍五入取整数"),
        (1, [(0, 0), (1, 1)], f"社会评委{BOTH}；四舍五入，保留 1 位小数"),
    ],
)
def test_the_rules_fit_into_one_line(decimals: int, trims: list[tuple[int, int]], said: str) -> None:
    groups = [{**group, "drop_high": high, "drop_low": low} for group, (high, low) in zip(GROUPS, trims, strict=True)]
    line = rules_line(parse_plan(SMALL | {"contest": {**CONTEST, "decimals": decimals}, "group": groups}))
    assert line.zh == f"领导评委 60%、社会评委 40%；{said}"
    assert line.en.startswith("领导评委 60%, 社会评委 40%; ")


def test_a_plan_without_judges_has_nothing_to_say_but_the_rounding() -> None:
    outside = [{"key": "work", "name": "平时", "weight": "100"}]
    plan = {"contest": CONTEST, "category": [{"key": "k", "name": "类"}], "component": outside}
    assert rules_line(parse_plan(plan)).zh == "四舍五入，保留 2 位小数"
