"""Raw values of indicators become points by the rule of the plan: exactly, and as every account of them says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.rule_words import rules
from scoring.errors import BadInput
from scoring.explain import explain
from scoring.indicators import best_first, points
from scoring.mark import MarkKind
from scoring.plan import Component
from scoring.plan_document import plan_document
from scoring.plan_draft import PlanDraft
from scoring.plan_file import parse_plan
from scoring.plan_words import differences
from scoring.text import Language
from scoring.worked_example import worked_example
from storage import marks
from storage.contest_file import ContestFile
from tests.contests import in_memory, setup_of
from tests.oracle.small import outside, people, plan
from tests.scoring.test_against_oracle import bring_in

DAYS = {"key": "work", "name": "审批用时", "weight": "100", "unit": "天", "better": "lower"}
RAW = st.decimals(min_value=-1000, max_value=1000, places=2)


def brought_in(*components: dict[str, Any]) -> dict[str, Any]:
    """A plan whose components all come from outside."""
    return outside() | {"component": list(components)}


def with_rule(rule: str, **more: Any) -> dict[str, Any]:
    return brought_in(DAYS | {"rule": rule} | more)


def given_points(file: ContestFile) -> dict[str, str]:
    """What every entry has, as the standings print it; an entry without points is left out."""
    rows = [row for board in file.standings().boards for row in board.rows]
    return {row.code: str(row.result.components["work"]) for row in rows if "work" in row.result.components}


def of(rule: dict[str, Any], *values: str, codes: str = "ABCDEFGH") -> dict[str, str]:
    """The points of A, B, C … for these raw values."""
    with in_memory(setup_of(rule, people(" ".join(codes[: len(values)])), [])) as file:
        bring_in(file, "work", dict(zip(codes, values, strict=False)))
        return dict(sorted(given_points(file).items()))


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (with_rule("minmax"), ["10", "30", "15"], ["100", "0", "75"]),
        (with_rule("minmax", better="higher"), ["-3.5", "6.5", "0"], ["0", "100", "35"]),
        (with_rule("minmax", floor="60"), ["10", "30", "25"], ["100", "60", "70"]),
        (with_rule("minmax"), ["7", "7.0", "7.00"], ["100", "100", "100"]),
        (with_rule("minmax"), ["7"], ["100"]),
        (with_rule("minmax"), ["1", "2", "4"], ["100", "200/3", "0"]),
        (with_rule("rank"), ["10", "30", "15", "15.0"], ["100", "0", "200/3", "200/3"]),
        (with_rule("rank", better="higher", floor="40"), ["10", "30", "15"], ["40", "100", "70"]),
        (with_rule("rank"), ["9", "9"], ["100", "100"]),
        (with_rule("rank"), ["9"], ["100"]),
        (with_rule("target", target="15"), ["12", "15", "20", "0", "-1"], ["100", "100", "75", "100", "100"]),
        (
            with_rule("target", target="8", better="higher"),
            ["10", "8", "3", "0", "-1"],
            ["100", "100", "75/2", "0", "0"],
        ),
    ],
)
def test_points_follow_from_raw_values_by_the_rule(
    rule: dict[str, Any], values: list[str], expected: list[str]
) -> None:
    assert list(of(rule, *values).values()) == expected


def test_boards_compare_their_own_entries_only() -> None:
    made = with_rule("minmax") | {"category": [{"key": "k", "name": "类"}, {"key": "m", "name": "另一类"}]}
    made["contest"] = made["contest"] | {"board": "category"}
    with in_memory(setup_of(made, people("A B C:m D:m"), [])) as file:
        bring_in(file, "work", {"A": "1", "B": "2", "C": "100", "D": "300"})
        assert given_points(file) == {"A": "100", "B": "0", "C": "100", "D": "0"}
        assert "of 2 entries on the board the best 100天, the worst 300天" in said(file, "C")


def test_who_does_not_take_part_or_has_no_value_is_not_compared_and_later_values_move_the_others() -> None:
    with in_memory(setup_of(with_rule("minmax"), people("A B C D"), [])) as file:
        bring_in(file, "work", {"A": "10", "B": "20", "C": "50"})
        assert given_points(file) == {"A": "100", "B": "75", "C": "0"}
        assert file.standings().boards[0].rows[-1].result.status == "incomplete"
        record = marks.mark_entry(file, MarkKind.NO_SHOW, "C", reason="未到")
        assert given_points(file) == {"A": "100", "B": "0"}
        marks.undo(file, record, reason="到了")
        marks.mark_entry(file, MarkKind.WITHDRAW, "A", reason="退出")
        bring_in(file, "work", {"D": "80"})
        assert given_points(file) == {"B": "100", "C": "50", "D": "0"}


def test_a_target_asks_nobody_else_so_a_no_show_has_its_points() -> None:
    with in_memory(setup_of(with_rule("target", target="10"), people("A B"), [])) as file:
        bring_in(file, "work", {"A": "20", "B": "5"})
        marks.mark_entry(file, MarkKind.NO_SHOW, "A", reason="未到")
        assert given_points(file) == {"A": "50", "B": "100"}


@settings(deadline=None)
@given(
    st.lists(RAW, min_size=1, max_size=8), st.sampled_from(["minmax", "rank", "target"]), st.booleans(), st.booleans()
)
def test_better_is_never_fewer_points_and_all_stay_between_the_worst_and_100(
    values: list[Decimal], rule: Any, lower: bool, floored: bool
) -> None:
    floor = Decimal("60.5") if floored and rule != "target" else Decimal(0)
    part = Component("work", "", Decimal(100), rule, "lower" if lower else "higher", Decimal("3.7"), floor)
    ordered = best_first(part, values)
    found = [points(part, value, ordered) for value in ordered]
    assert found == sorted(found, reverse=True)
    assert all(floor <= each <= 100 for each in found)
    if rule != "target":
        assert found[0] == 100
        assert found[-1] == (100 if len(set(values)) == 1 else floor) or rule == "rank"


@settings(deadline=None)
@given(st.lists(RAW, min_size=2, max_size=8), RAW.filter(lambda scale: scale > 0), RAW)
def test_min_max_asks_neither_for_the_unit_nor_for_the_origin_of_a_measure(
    values: list[Decimal], scale: Decimal, shift: Decimal
) -> None:
    part = Component("work", "", Decimal(100), "minmax", "higher", None, Decimal(40))
    moved = [value * scale + shift for value in values]
    ordered, others = best_first(part, values), best_first(part, moved)
    assert [points(part, value, ordered) for value in values] == [points(part, value, others) for value in moved]


@settings(deadline=None)
@given(st.lists(RAW, min_size=1, max_size=8))
def test_a_mirrored_measure_with_the_other_direction_gives_the_same_points(values: list[Decimal]) -> None:
    for rule in ("minmax", "rank"):
        up, down = (Component("work", "", Decimal(100), rule, way) for way in ("higher", "lower"))
        mirrored = [-value for value in values]
        ordered, turned = best_first(up, values), best_first(down, mirrored)
        assert [points(up, v, ordered) for v in values] == [points(down, v, turned) for v in mirrored]


def test_values_without_a_rule_are_the_points_themselves() -> None:
    part = Component("work", "", Decimal(100))
    assert points(part, Decimal("66.65"), ()) == Fraction(1333, 20)
    assert (part.takes(Decimal(100)), part.takes(Decimal(-1)), part.takes(Decimal("100.01"))) == (True, False, False)


# Plan


def faults(**component: Any) -> list[str]:
    with pytest.raises(BadInput) as caught:
        parse_plan(brought_in({"key": "work", "name": "平时工作", "weight": "100"} | component))
    return [f"{fault.key}: {fault.text.en}" for fault in caught.value.faults]


def test_a_plan_is_refused_where_a_rule_and_its_keys_do_not_fit() -> None:
    assert faults(rule="zscore") == ["component[1].rule: must be one of points | minmax | rank | target"]
    assert faults(better="lower") == ["component[1].better: is only for the rule minmax | rank | target"]
    assert faults(rule="minmax", target="3") == ["component[1].target: is only for the rule target"]
    assert faults(rule="target", floor="3") == [
        "component[1].floor: is only for the rule minmax | rank",
        "component[1].target: is required",
    ]
    assert faults(rule="rank", floor="100") == ["component[1].floor: must be less than 100"]
    assert faults(rule="target", target="-3") == ["component[1].target: must not be less than 0"]
    zero = faults(rule="target", target="0")
    assert zero == ["component[1].target: must be greater than 0; where the target is 0, take the rule minmax or rank"]
    with pytest.raises(BadInput) as caught:
        parse_plan(plan(component=[{"key": "live", "name": "现场", "weight": "100", "rule": "rank"}]))
    assert [fault.key for fault in caught.value.faults] == ["component[1].rule"]


@pytest.mark.parametrize(
    "component",
    [
        DAYS | {"rule": "minmax", "floor": "60"},
        DAYS | {"rule": "rank", "floor": "0"},
        DAYS | {"rule": "target", "target": "15.50"},
        {"key": "work", "name": "平时工作", "weight": "100"},
    ],
)
def test_a_rule_is_written_as_it_was_read_and_kept_in_a_draft(component: dict[str, Any]) -> None:
    made = parse_plan(brought_in(component))
    assert plan_document(made)["component"] == [component]
    assert parse_plan(plan_document(made)) == made
    assert PlanDraft.of(made).checked() == (made, ())


def test_a_draft_keeps_what_was_typed_for_another_rule_and_leaves_it_out_of_the_plan() -> None:
    draft = PlanDraft.of(parse_plan(with_rule("target", target="15")))
    (item,) = draft.tables["component"]
    assert [key for key in item.values if item.asks(key)] == [
        "key",
        "name",
        "weight",
        "rule",
        "better",
        "target",
        "unit",
    ]
    item.values["rule"] = "rank"
    assert draft.document()["component"] == [DAYS | {"rule": "rank"}]
    item.values["rule"] = "points"
    assert draft.document()["component"] == [{k: DAYS[k] for k in ("key", "name", "weight")} | {"rule": "points"}]
    item.values["rule"] = "target"
    assert draft.document()["component"] == [DAYS | {"rule": "target", "target": "15"}]
    live = draft.add("component")
    assert live.key == "live"
    assert not live.asks("rule")
    assert draft.add("component").asks("rule")


def test_another_rule_is_told_as_a_difference() -> None:
    before = parse_plan(brought_in({"key": "work", "name": "审批用时", "weight": "100"}))
    after = parse_plan(with_rule("target", target="15"))
    (line,) = differences(before, after)
    assert line.zh == (
        "成绩构成“审批用时”计分规则由直接给分改为按目标完成率、优劣方向由无改为越低越好、目标值由无改为15、单位由无改为天"
    )
    assert differences(after, parse_plan(with_rule("target", target="15.0"))) == []
    explicit = plan_document(before)["component"][0] | {"rule": "points"}
    assert differences(before, parse_plan(brought_in(explicit))) == []


# Words


def said(file: ContestFile, code: str, language: Language = "en") -> str:
    """The line of the indicator in the explanation of an entry."""
    lines = [line.said(language) for line in explain(file.contest, 1, code)]
    return next(line for line in lines if line.startswith("审批用时"))


@pytest.mark.parametrize(
    ("rule", "values", "english", "chinese"),
    [
        (
            with_rule("minmax", floor="60"),
            "10 30 25",
            "of 3 entries on the board the best 10天, the worst 30天: 60 + 40 × (30−25) ÷ (30−10) = 70",
            "同榜3个单位最优10天、最差30天：60＋40×(30−25)÷(30−10)＝70",
        ),
        (
            with_rule("minmax", better="higher"),
            "-3.5 6.5 -1",
            "the best 6.5天, the worst −3.5天: 100 × ((−1)−(−3.5)) ÷ (6.5−(−3.5)) = 25",
            "最优6.5天、最差−3.5天：100×((−1)−(−3.5))÷(6.5−(−3.5))＝25",
        ),
        (
            with_rule("rank"),
            "10 30 20 20",
            "place 2 of 4 entries on the board: 100 × (4−2) ÷ (4−1) = 200/3 (about 66.6667)",
            "按名次折算，越低越好，同榜4个单位中第2名：100×(4−2)÷(4−1)＝200/3（约66.6667）",
        ),
        (with_rule("rank"), "7 7 7", "all 3 entries on the board have the same value: 100 each", "原值都相同，各得100"),
        (with_rule("target", target="15"), "1 1 20", "target 15天: 100×15÷20 = 75", "目标15天：100×15÷20＝75"),
        (with_rule("target", target="15", better="higher"), "1 1 12", "100×12÷15 = 80", "100×12÷15＝80"),
        (with_rule("target", target="15"), "1 1 14", "target 15天, reached: 100", "目标15天，已达到，得100"),
        (with_rule("target", target="15", better="higher"), "1 1 -2", "not above 0: 0", "原值不大于0，得0"),
    ],
)
def test_an_explanation_shows_the_raw_value_the_rule_and_the_sum(
    rule: dict[str, Any], values: str, english: str, chinese: str
) -> None:
    with in_memory(setup_of(rule, people("A B C D"), [])) as file:
        bring_in(file, "work", dict(zip("ABCD", values.split(), strict=False)))
        assert english in said(file, "C")
        assert chinese in said(file, "C", "zh")
        assert "（原因：test；流水第2号记录）" in said(file, "C", "zh")


def test_who_alone_has_a_value_is_told_so() -> None:
    with in_memory(setup_of(with_rule("minmax"), people("A"), [])) as file:
        bring_in(file, "work", {"A": "−7"})
        assert "nobody else on the board has a value: 100" in said(file, "A")
        assert "原值−7天" in said(file, "A", "zh")


def test_the_bulletin_says_how_raw_values_become_points() -> None:
    parts = [
        DAYS | {"key": "a", "rule": "minmax", "floor": "60", "weight": "50"},
        {"key": "b", "name": "满意度", "weight": "30", "rule": "rank"},
        {"key": "c", "name": "办结率", "weight": "20", "rule": "target", "target": "98.0", "unit": "%"},
    ]
    text = rules(parse_plan(brought_in(*parts)))
    assert "“审批用时”（单位：天）按原值极差折算，越低越好：最优的得100分，最差的得60分，其余按比例计分。" in text.zh
    assert "“满意度”按原值名次折算，越高越好：第1名得100分，末名得0分" in text.zh
    assert "“办结率”（单位：%）按目标完成率折算，目标值98，越高越好" in text.zh
    assert "折算时与同榜单位比较，未到、退出和没有原值的单位不参加比较" in text.zh
    assert "the best gets 100, the worst 60" in text.en
    only = rules(parse_plan(brought_in(parts[2] | {"weight": "100"})))
    assert "比较，未到" not in only.zh


@pytest.mark.parametrize(
    "rule",
    [with_rule("minmax"), with_rule("rank", better="higher"), with_rule("target", target="15"),
     with_rule("target", target="15", better="higher")],
)  # fmt: skip
def test_the_worked_example_shows_the_rule_at_work(rule: dict[str, Any]) -> None:
    example = worked_example(parse_plan(rule), {}, ("甲", "乙", "丙"), "")
    assert [row.name for row in example.rows] == ["甲", "乙", "丙"]
    found = [row.result.components["work"] for row in example.rows]
    assert found[0] == 100
    assert found[2] < 100
    assert "审批用时：原值" in "\n".join(line.zh for line in example.explanation)
