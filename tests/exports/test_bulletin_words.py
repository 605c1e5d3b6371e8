"""What the bulletin says: rules generated from the plan, ties, judges who were out, draws."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from exports import account, words
from exports.bulletin import bulletin
from exports.draws import NAMED, draws
from exports.phrases import chinese_number, signed, told_apart
from exports.rule_words import rules
from scoring.contest import Ballot, Draw
from scoring.draws import draw_order
from scoring.mark import Mark, MarkKind
from scoring.plan import Component, Criterion, Grade, Group, Returns
from scoring.results import Row, Status
from tests.exports.build import FIELDS, UNITS, a_board, a_plan, a_result, a_source, fifty_five, ranked, small, unranked
from tests.exports.read_pdf import texts


def zh(texts: list) -> list[str]:
    return [text.said("zh") for text in texts]


def test_the_rules_of_the_qingdao_kind_are_told_in_one_paragraph() -> None:
    assert rules(a_plan(board="category")).zh == (
        "评分项为摆问题（40分）、列举措（60分），评分以0.5分为最小单位，每份评分表折算为百分制。"
        "领导评委取平均分。专家评委的评分表达到5份的，去掉1个最高分和1个最低分后取平均分。"
        "分数相同的，先去掉评委名册中排在后面的。"
        "现场得分由各评委组得分加权得出：领导评委占40%、专家评委占60%。"
        "缺席、回避的评委不计入应评人数。应评评委的评分表收齐后方可计分。有效评分表不得少于：专家评委3份。"
        "最后得分为现场得分与加减分之和。"
        "计算过程不作舍入，公布的最后得分四舍五入保留2位小数；评委组得分和各项成绩列至小数点后4位，仅供核对。"
        "按公布的最后得分从高到低排名。"
        "得分相同的，依次比较未经舍入的最后得分、领导评委组得分，仍相同的抽签确定名次。"
        "各榜排名末位的单位下轮继续打擂（第一名除外），末位并列的一并继续打擂，未到的单位下轮继续打擂。"
    )


def test_the_rules_in_english_say_the_same() -> None:
    text = rules(a_plan()).en
    assert "专家评委: from 5 ballots on, the 1 highest and 1 lowest are dropped, then the mean." in text
    assert "rounded half away from zero to 2 decimals" in text
    assert text.endswith(
        "Overall, the last place must return next round (never rank 1), with all that share the cut; "
        "a no-show returns next round."
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"missing": "exclude"}, "未收到的评分表不计入。"),
        ({"decimals": 0}, "四舍五入保留整数；评委组得分和各项成绩列至小数点后2位"),
        ({"decimals": 1}, "四舍五入保留1位小数"),
        ({"rank_on": "exact"}, "按未经舍入的最后得分从高到低排名。"),
        ({"tie_breaks": ()}, "得分相同的名次并列，其后名次相应顺延。"),
        ({"tie_breaks": (), "ranking": "dense"}, "得分相同的名次并列，其后名次连续编排。"),
        ({"tie_breaks": ("draw",)}, "得分相同的，抽签确定名次。"),
        (
            {"tie_breaks": ("untrimmed",)},
            "得分相同的，比较不去掉最高分、最低分的现场得分，仍相同的名次并列，其后名次相应顺延。",
        ),
        ({"tie_breaks": ("criterion:measures",)}, "比较“列举措”得分"),
        ({"tie_breaks": ("component:live",)}, "比较现场得分"),
        ({"returns": Returns(0, "all", False)}, "本擂台赛不设下轮继续打擂。"),
        ({"returns": Returns(0)}, "未到的单位下轮继续打擂。"),
        ({"returns": Returns(3, "draw", False)}, "排名最后3位的单位下轮继续打擂（第一名除外），末位并列的抽签确定。"),
        ({"trim_at": "criterion"}, "专家评委的评分表达到5份的，逐项去掉1个最高分和1个最低分后取平均分。"),
        (
            {
                "grades": (
                    Grade("优秀", Decimal(90), None),
                    Grade("良好", None, Decimal("33.5")),
                    Grade("一般", None, None),
                )
            },
            "等次：优秀（90分以上）、良好（前33.5%）、一般（其余）。",
        ),
        (
            {"criteria": (Criterion("a", "实绩", Decimal(10), Decimal(1), Decimal(100)),), "tie_breaks": ()},
            "评分项为实绩（1至10分，权重100%）",
        ),
    ],
)
def test_each_rule_of_the_plan_is_told(changes: dict, expected: str) -> None:
    assert expected in rules(a_plan(**changes)).zh


def test_a_single_group_and_a_median_are_told() -> None:
    group = Group("all", "评委", Decimal(100), 0, 2, 6, 1, "median")
    text = rules(a_plan(groups=(group,), tie_breaks=()))
    assert "评委的评分表达到6份的，去掉2个最低分后取中位数。" in text.zh
    assert "现场得分即评委的得分。" in text.zh
    assert "the 2 lowest are dropped, then the median" in text.en


def test_without_trimming_nothing_is_said_of_it() -> None:
    groups = (Group("all", "评委", Decimal(100), 0, 0, 1, 1, "mean"),)
    assert "去掉" not in rules(a_plan(groups=groups, tie_breaks=())).zh


def test_components_without_judges_are_told() -> None:
    parts = (Component("work", "平时工作", Decimal(70)), Component("people", "群众满意度", Decimal(30)))
    plan = a_plan(components=parts, groups=(), criteria=(), tie_breaks=("component:work",))
    text = rules(plan).zh
    assert text.startswith(
        "综合得分由各项成绩加权得出：平时工作占70%、群众满意度占30%。最后得分为综合得分与加减分之和。"
    )
    assert "；各项成绩列至小数点后4位" in text
    assert "比较“平时工作”得分" in text
    assert "名评委" not in words.basis(a_source([a_board(ranked(["市教育局"]))], plan=plan)).zh


def tied(*tie_breaks: str | None, ranks: tuple[int, ...] = (1, 2, 3)) -> list[Row]:
    """Three entries of one published score, told apart by these steps."""
    exact = (Fraction("92.3512"), Fraction("92.35112"), Fraction("92.3511"))
    return [
        Row(rank, f"U{n}", f"单位{n}", "unit", a_result(f"U{n}", value, tie_values={"exact": value}), tie_break=step)
        for n, (rank, value, step) in enumerate(zip(ranks, exact, tie_breaks, strict=True), start=1)
    ]


def test_a_tie_names_the_step_with_values_that_tell_the_entries_apart() -> None:
    (said,) = zh(account.ties(a_source([a_board(tied("exact", "exact", "exact"))])))
    assert said == (
        "单位1、单位2、单位3同为92.35分：单位1第1名（未经舍入的最后得分92.35120）、"
        "单位2第2名（未经舍入的最后得分92.35112）、单位3第3名（未经舍入的最后得分92.35110）。"
    )


def test_a_tie_that_nothing_broke_shares_its_rank() -> None:
    (said,) = zh(account.ties(a_source([a_board(tied(None, None, None, ranks=(1, 1, 1)))])))
    assert said == "单位1、单位2、单位3同为92.35分：单位1并列第1名、单位2并列第1名、单位3并列第1名。"


def test_a_drawn_tie_names_the_draw_that_counts() -> None:
    draws = (Draw(("U3", "U2"), "旧种子", 300), Draw(("U2", "U3"), "海阔天空", 401), Draw(("U1", "U9"), "别的", 402))
    (said,) = zh(account.ties(a_source([a_board(tied("exact", "draw", "draw"))], draws=draws)))
    assert said.endswith("单位2第2名（抽签）、单位3第3名（抽签）。抽签见流水第401号记录。")


def test_a_tie_break_without_a_value_is_named_alone() -> None:
    first, second, _ = tied("group:leaders", "group:leaders", None)
    rows = [replace(row, result=replace(row.result, tie_values={"group:leaders": None})) for row in (first, second)]
    (said,) = zh(account.ties(a_source([a_board(rows)])))
    assert "单位1第1名（领导评委组得分）" in said


def test_no_ties_are_said_to_be_none() -> None:
    assert zh(account.ties(small())) == ["没有得分相同的单位。"]


def test_under_exact_ranking_only_exactly_equal_scores_are_ties() -> None:
    source = a_source([a_board(tied(None, None, None))], plan=a_plan(rank_on="exact"))
    assert zh(account.ties(source)) == ["没有得分相同的单位。"]


def test_judges_who_were_out_are_named() -> None:
    source = small(
        absent=frozenset({"L1"}),
        left=frozenset({"L2"}),
        recused={"unit1": frozenset({"E1"}), "unit3": frozenset({"E1"})},
        void=frozenset({"experts"}),
    )
    assert zh(account.judges(source)) == [
        "领导评委一（领导评委组）缺席本轮，不计入应评人数。",
        "领导评委二（领导评委组）中途离席，此前的评分有效，其余单位按回避处理。",
        "专家评委1（专家评委组）回避：市教育局、市民政局。",
        "专家评委组的评分作废，其权重由其余评委组按原权重比例分担。",
    ]
    assert "6名评委现场评分" in words.basis(source).zh


def test_reasons_are_printed_with_the_record_to_look_them_up() -> None:
    marks = (
        Mark(MarkKind.JUDGE_ABSENT, "L1", reason="因公出差。", record=301),
        Mark(MarkKind.JUDGE_LEFT, "L2", reason="突发疾病", record=302),
        Mark(MarkKind.RECUSE, "E1", "unit1", reason="曾任职", record=303),
        Mark(MarkKind.RECUSE, "E1", "unit3", reason="有亲属", record=304),
        Mark(MarkKind.GROUP_VOID, "experts", reason="评分表提前外泄", record=305),
    )
    source = small(
        absent=frozenset({"L1"}),
        left=frozenset({"L2"}),
        recused={"unit1": frozenset({"E1"}), "unit3": frozenset({"E1"})},
        void=frozenset({"experts"}),
        marks=marks,
    )
    assert zh(account.judges(source)) == [
        "领导评委一（领导评委组）缺席本轮，不计入应评人数（原因：因公出差；流水第301号记录）。",
        "领导评委二（领导评委组）中途离席，此前的评分有效，其余单位按回避处理（原因：突发疾病；流水第302号记录）。",
        "专家评委1（专家评委组）回避：市教育局（原因：曾任职；流水第303号记录）、市民政局（原因：有亲属；流水第304号记录）。",
        "专家评委组（原因：评分表提前外泄；流水第305号记录）的评分作废，其权重由其余评委组按原权重比例分担。",
    ]
    assert account.judges(source)[0].en == (
        "领导评委一 (领导评委) was absent from the round (reason: 因公出差; journal record 301)."
    )
    assert "原因：突发疾病；流水第302号记录" in texts(bulletin(source, ()))


def test_every_draw_that_stands_can_be_checked() -> None:
    start = draw_order("泰山北斗", ("unit1", "unit2", "unit3"))
    tie = draw_order("海阔天空", ("unit2", "unit3"))
    marks = (
        Mark(MarkKind.START_ORDER, seed="泰山北斗", order=start, record=5, reason="王监督"),
        Mark(MarkKind.DRAW, seed="海阔天空", order=tie, record=401),
    )
    names = {"unit1": "市教育局（unit1）", "unit2": "市科技局（unit2）", "unit3": "市民政局（unit3）"}
    how = "抽签次序可以核对：将种子、半角冒号和参赛单位代码依次相连，按其UTF-8编码的SHA-256值（十六进制）由小到大排列。"
    named = "、".join(names[code] for code in start)
    assert zh(draws(small(marks=marks))) == [
        f"{how}出场顺序抽签（流水第5号记录，见证人王监督）：种子“泰山北斗”，次序为{named}。",
        f"单位间抽签（流水第401号记录）：种子“海阔天空”，次序为{'、'.join(names[code] for code in tie)}。",
    ]
    english = draws(small(marks=marks))[0].en
    assert "Draw of the start order (journal record 5, witness 王监督): seed '泰山北斗'; order: 市" in english
    many = tuple(f"unit{n}" for n in range(NAMED + 1))
    long = Mark(MarkKind.START_ORDER, seed="泰山北斗", order=many, record=5)
    assert f"次序为代码{'、'.join(many)}。" in draws(small(marks=(long,)))[0].zh, "codes alone, lest names fill pages"
    printed = texts(bulletin(small(marks=marks), ()))
    assert "五、抽签" in printed
    assert "（流水第401号记录）：种子“海阔天空”" in printed


def test_a_draw_that_was_drawn_again_says_so() -> None:
    orders = (("unit2", "unit3"), ("unit3", "unit2"), ("unit1", "unit2"))
    pairs = [Mark(MarkKind.DRAW, seed="种子", order=order, record=n) for n, order in enumerate(orders, start=401)]
    starts = [Mark(MarkKind.START_ORDER, seed="种子", order=("unit1", "unit2"), record=n) for n in (5, 6)]
    said = "".join(zh(draws(small(marks=(*starts, *pairs)))))
    for clause in (
        "出场顺序抽签（流水第5号记录，已由第6号记录取代）：",
        "出场顺序抽签（流水第6号记录）：",
        "单位间抽签（流水第401号记录，已由第402号记录取代）：",
        "单位间抽签（流水第402号记录）：",
        "单位间抽签（流水第403号记录）：",
    ):
        assert clause in said


@pytest.mark.parametrize("seed", [" 海", "海 ", "海  阔", "海\t阔", "海\u200b阔", "海\u3000阔"])
def test_a_seed_that_paper_cannot_show_is_given_in_bytes_as_well(seed: str) -> None:
    mark = Mark(MarkKind.DRAW, seed=seed, order=("unit1", "unit2"), record=7)
    assert f"（UTF-8编码{seed.encode().hex()}）" in draws(small(marks=(mark,)))[0].zh
    plain = replace(mark, seed="海 阔")
    assert "编码e6" not in draws(small(marks=(plain,)))[0].zh


def test_without_draws_there_is_no_word_of_them() -> None:
    assert draws(small()) == []
    assert "五、评委缺席和回避" in texts(bulletin(small(), ()))


def test_ballots_that_never_came_are_named_where_the_plan_leaves_them_out() -> None:
    source = a_source([a_board(ranked(["市教育局"], returns=0))], plan=a_plan(missing="exclude"))
    ballots = {judge.code: Ballot(judge.code, {}) for judge in source.contest.judges if judge.code != "E2"}
    entries = tuple(replace(entry, ballots=ballots) for entry in source.round.entries)
    source = replace(source, round=replace(source.round, entries=entries))
    assert zh(account.judges(source)) == ["专家评委2（专家评委组）未提交评分表，不计入：市教育局。"]


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "专家评委组一名评委中途更换：王专家评单位1；专家评委2评单位2、单位3、单位4。"),
        (2, "专家评委组一名评委中途更换：王专家评单位1、单位2；专家评委2评单位3、单位4、单位5。"),
        (7, "专家评委组一名评委中途更换：王专家评7个；专家评委2评单位8、单位9、单位10。"),
    ],
)
def test_a_judge_who_was_replaced_in_mid_round_is_named_with_what_either_of_them_scored(n: int, said: str) -> None:
    source = a_source([a_board(ranked([f"单位{place}" for place in range(1, n + 4)], returns=0))])
    entries = tuple(
        replace(entry, ballots={"E2": Ballot("E2", {}, person="王专家" if place < n else "", record=place)})
        for place, entry in enumerate(source.round.entries)
    )
    round_ = replace(source.round, entries=entries)
    assert zh(account.judges(replace(source, round=round_))) == [said]
    assert "单位1" not in account.judges(replace(source, round=replace(round_, absent=frozenset({"E2"}))))[0].zh
    alone = tuple(replace(entry, ballots={"E2": Ballot("E2", {}, person="王专家")}) for entry in entries)
    assert zh(account.judges(replace(source, round=replace(round_, entries=alone)))) == ["评委全部到场，无回避。"]


def test_a_full_panel_is_said_to_be_full() -> None:
    assert zh(account.judges(small())) == ["评委全部到场，无回避。"]
    assert zh(account.adjustments(small())) == ["没有加减分。"]


def test_returning_again_is_counted() -> None:
    rows = ranked(["市教育局", "市科技局"])
    rows[1] = replace(rows[1], returned_before=2)
    assert zh(words.returning(a_source([a_board(rows)]))) == ["市科技局（第2名，连续第3次）下轮继续打擂。"]


def test_of_two_units_of_one_name_the_bulletin_says_which_returns() -> None:
    rows = [replace(row, told=f"市教育局（{row.code}）") for row in ranked(["市教育局", "市教育局"])]
    assert zh(words.returning(a_source([a_board(rows)]))) == ["市教育局（unit2）（第2名）下轮继续打擂。"]


def test_a_draw_that_decided_who_returns_is_told() -> None:
    rows = ranked(["市教育局", "市科技局", "市民政局"])
    rows[1:] = [replace(row, rank=2) for row in rows[1:]]
    source = a_source([a_board(rows)], draws=(Draw(("unit2", "unit3"), "海阔天空", 402),))
    assert zh(words.returning(source)) == [
        "市民政局（第2名）下轮继续打擂。市科技局、市民政局名次并列，由抽签确定（流水第402号记录）。"
    ]


def test_boards_without_returns_beside_others_are_named() -> None:
    boards = [
        a_board(ranked(["政法领域"], category=FIELDS, returns=0), category=FIELDS),
        fifty_five().standings.boards[1],
    ]
    assert zh(words.returning(a_source(boards)))[0] == "重点领域：没有须下轮继续打擂的单位。"


def test_sets_that_wait_for_a_draw_are_named() -> None:
    board = a_board(ranked(["市教育局", "市科技局"]), final=False, needs_draw=(("unit1", "unit2"),))
    assert zh(list(words.waiting(board))) == ["市教育局、市科技局得分相同，须抽签确定。"]
    assert words.returning(a_source([board], closed=None))[0].en == "Not final yet; who returns is open."


def test_a_contest_without_an_organizer_is_simply_held() -> None:
    source = a_source(
        [a_board([Row(None, "U1", "市教育局", UNITS.key, unranked("U1", Status.NO_SHOW))])], plan=a_plan(organizer="")
    )
    basis = words.basis(source)
    assert basis.zh.startswith("根据“优化营商环境”专题擂台赛方案，举行了第一轮擂台赛，参赛单位1个（未到1个）")
    assert basis.en.startswith("Round 1 of “优化营商环境”专题擂台赛 was held; 1 contestant (1 did not come)")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_rounds_and_headings_are_numbered_in_chinese(number: int, said: str) -> None:
    assert chinese_number(number) == said


def test_values_too_close_for_decimals_are_told_as_fractions() -> None:
    close = [Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**15)]
    assert told_apart(close, a_plan())[0] == "1/3"


@pytest.mark.parametrize(("points", "said"), [("1", "+1"), ("-0.50", "-0.5"), ("0", "0")])
def test_points_carry_their_sign(points: str, said: str) -> None:
    assert signed(Decimal(points)) == said
