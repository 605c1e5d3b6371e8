"""A plan says what holds, or everything that is wrong with it at once (rules.md, Plan)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import BadInput
from scoring.plan import Component, Grade, Plan
from scoring.plan_document import plan_document
from scoring.plan_file import parse_plan
from storage.sheets import read_setup
from tests.files import Tables, changed, tables, toml, write_files


def plan_of(folder: Path, plan: Tables | None = None) -> Plan:
    return read_setup(write_files(folder, plan)).plan


def faults_of(path: Path) -> list[tuple[str | None, str | None]]:
    with pytest.raises(BadInput) as caught:
        read_setup(path)
    return [(fault.file, fault.key) for fault in caught.value.faults]


def test_what_a_plan_leaves_out_is_as_the_rules_say(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, changed("contest", "step", None))
    group, criterion = plan.groups[0], plan.criteria[0]
    assert (plan.level, plan.step, plan.decimals, plan.board, plan.missing) == (
        "city",
        Decimal(1),
        2,
        "overall",
        "wait",
    )
    assert (plan.trim_at, plan.rank_on, plan.ranking) == ("total", "published", "competition")
    assert (plan.tie_breaks, plan.resend, plan.components, plan.grades) == ((), True, (), ())
    assert (plan.returns.count, plan.returns.ties, plan.returns.no_show) == (1, "all", True)
    assert (plan.timer.speech_seconds, plan.timer.warning_seconds) == (480, 60)
    assert (criterion.min, criterion.weight) == (Decimal(0), Decimal(40))
    assert (group.drop_high, group.drop_low, group.trim_from, group.quorum, group.average) == (0, 0, 1, 1, "mean")


def test_the_packaged_template_is_a_valid_plan(qingdao: Path) -> None:
    setup = read_setup(qingdao)
    assert [len([c for c in setup.contestants if c.category == key.key]) for key in setup.plan.categories] == [
        10,
        35,
        10,
    ]
    assert setup.contestants[0].members == ("市中级法院", "市检察院", "市公安局", "市司法局")
    assert [judge.code for judge in setup.judges][:6] == ["L1", "L2", "L3", "L4", "L5", "E1"]


GOOD: list[tuple[str, str, str, Any]] = [
    ("contest", "level", '"unit"', "unit"),
    ("contest", "step", "0.25", Decimal("0.25")),
    ("contest", "step", "2", Decimal(2)),
    ("contest", "step", '"0.00000000000000000001"', Decimal("1E-20")),
    ("contest", "decimals", "0", 0),
    ("contest", "decimals", "4", 4),
    ("contest", "board", '"category"', "category"),
    ("contest", "missing", '"exclude"', "exclude"),
    ("contest", "trim_at", '"criterion"', "criterion"),
    ("contest", "rank_on", '"exact"', "exact"),
    ("contest", "ranking", '"dense"', "dense"),
    ("contest", "resend", "false", False),
    ("contest", "organizer", '" 指挥部 "', "指挥部"),
    ("contest", "tie_breaks", '["exact", "group:g", "criterion:b", "component:live", "untrimmed", "draw"]', None),
    ("returns", "count", "0", 0),
    ("returns", "ties", '"draw"', "draw"),
    ("returns", "no_show", "false", False),
    ("timer", "speech_seconds", "300", 300),
    ("timer", "warning_seconds", "0", 0),
    ("criterion[1]", "min", "10", Decimal(10)),
    ("criterion[1]", "min", '"39.5"', Decimal("39.5")),
    ("group[1]", "drop_high", "9", 9),
    ("group[1]", "quorum", "99", 99),
    ("group[1]", "trim_from", "7", 7),
    ("group[1]", "average", '"median"', "median"),
]


@pytest.mark.parametrize(("where", "key", "value", "read"), GOOD)
def test_a_value_of_the_table_is_taken_and_written_back_unchanged(
    tmp_path: Path, where: str, key: str, value: str, read: Any
) -> None:
    plan = plan_of(tmp_path, changed(where, key, value))
    held: dict[str, Any] = {
        "contest": plan,
        "returns": plan.returns,
        "timer": plan.timer,
        "criterion[1]": plan.criteria[0],
        "group[1]": plan.groups[0],
    }
    assert getattr(held[where], key) == read or key == "tie_breaks"
    assert parse_plan(plan_document(plan)) == plan


def test_trimming_starts_at_one_ballot_more_than_is_dropped(tmp_path: Path) -> None:
    dropping = changed("group[1]", "drop_low", "1", changed("group[1]", "drop_high", "2"))
    assert plan_of(tmp_path, dropping).groups[0].trim_from == 4


def test_components_and_grades_are_read_in_order(tmp_path: Path) -> None:
    plan = tables()
    plan["component"] = [
        {"key": '"live"', "name": '"现场得分"', "weight": "60"},
        {"key": '"work"', "name": '"平时工作"', "weight": "40"},
    ]
    plan["grade"] = [{"name": '"优秀"', "top": "30"}, {"name": '"良好"', "min": '"80"'}, {"name": '"一般"'}]
    read = plan_of(tmp_path, plan)
    assert read.components == (Component("live", "现场得分", Decimal(60)), Component("work", "平时工作", Decimal(40)))
    assert read.grades == (
        Grade("优秀", None, Decimal(30)),
        Grade("良好", Decimal(80), None),
        Grade("一般", None, None),
    )
    assert parse_plan(plan_document(read)) == read


BAD: list[tuple[str, str, str | None]] = [
    ("contest", "title", None),
    ("contest", "title", '""'),
    ("contest", "title", "5"),
    ("contest", "title", "1.5"),
    ("contest", "organizer", "[]"),
    ("contest", "contestants", None),
    ("contest", "judges", None),
    ("contest", "level", '"country"'),
    ("contest", "level", "1"),
    ("contest", "level", "[]"),
    *[
        ("contest", "step", value)
        for value in ("0", '"0"', "-1", "1e1", "inf", "nan", "true", '"１"', '""', "[]", "0.1_0")
    ],
    ("contest", "step", "0x" + "f" * 5000),
    *[("contest", "decimals", value) for value in ("5", "-1", '"2"', "2.0", "true")],
    ("contest", "board", '"all"'),
    ("contest", "missing", '"ignore"'),
    ("contest", "trim_at", '"judge"'),
    ("contest", "rank_on", '"rounded"'),
    ("contest", "ranking", '"ordinal"'),
    ("contest", "resend", '"yes"'),
    ("contest", "resend", "1"),
    ("contest", "tie_breaks", '"exact"'),
    ("contest", "tie_breaks", "[1]"),
    ("contest", "tie_breaks", '["group:h"]'),
    ("contest", "tie_breaks", '["component:work"]'),
    ("contest", "tie_breaks", '["criterion:c"]'),
    ("contest", "tie_breaks", '["age"]'),
    ("contest", "tie_breaks", '["exact", "exact"]'),
    ("contest", "tie_breaks", '["draw", "exact"]'),
    ("contest", "colour", '"red"'),
    ("returns", "count", "-1"),
    ("returns", "count", "1.0"),
    ("returns", "count", "1000001"),
    ("returns", "ties", '"none"'),
    ("returns", "no_show", "0"),
    ("returns", "colour", "1"),
    ("timer", "speech_seconds", "-1"),
    ("timer", "warning_seconds", '"60"'),
    ("timer", "colour", "1"),
    ("category[1]", "key", '""'),
    ("category[1]", "name", None),
    ("category[1]", "colour", "1"),
    ("criterion[1]", "key", '"judge"'),
    ("criterion[1]", "key", '"contestant"'),
    ("criterion[1]", "name", '" "'),
    ("criterion[1]", "max", None),
    ("criterion[1]", "max", '"forty"'),
    ("criterion[1]", "max", "40.25"),
    ("criterion[1]", "min", "-1"),
    ("criterion[1]", "weight", "-40"),
    ("criterion[1]", "colour", "1"),
    ("group[1]", "weight", None),
    ("group[1]", "drop_high", "-1"),
    ("group[1]", "drop_low", "0.5"),
    ("group[1]", "trim_from", "0"),
    ("group[1]", "quorum", "0"),
    ("group[1]", "average", '"mode"'),
    ("group[1]", "colour", "1"),
]


@pytest.mark.parametrize(("where", "key", "value"), BAD)
def test_a_value_out_of_the_table_is_refused_with_its_file_and_key(
    tmp_path: Path, where: str, key: str, value: str | None
) -> None:
    assert ("plan.toml", f"{where}.{key}") in faults_of(write_files(tmp_path, changed(where, key, value)))


@pytest.mark.parametrize(("high", "low"), [("40", "40"), ("40", "50"), ("0", "0")])
def test_the_least_score_lies_below_the_highest(tmp_path: Path, high: str, low: str) -> None:
    plan = changed(
        "criterion[1]", "min", low, changed("criterion[1]", "weight", "40", changed("criterion[1]", "max", high))
    )
    assert faults_of(write_files(tmp_path, plan)) == [("plan.toml", "criterion[1].max")]


@pytest.mark.parametrize("name", ["criterion", "group", "component"])
@pytest.mark.parametrize(
    ("weights", "said"),
    [("40 59.99", "99.99"), ("60 40.00000000000000000001", "100.00000000000000000001"), ("0 0", "0")],
)
def test_weights_that_do_not_total_a_hundred_say_by_how_much(
    tmp_path: Path, name: str, weights: str, said: str
) -> None:
    plan = tables()
    keys = ["live", "work"] if name == "component" else ["a", "b"]
    plan[name] = [
        {"key": f'"{key}"', "name": '"一"', "weight": f'"{weight}"', **({"max": "40"} if name == "criterion" else {})}
        for key, weight in zip(keys, weights.split(), strict=True)
    ]
    judges = "code,name,group\nJ1,评委一,a\n" if name == "group" else "code,name,group\nJ1,评委一,g\n"
    with pytest.raises(BadInput) as caught:
        read_setup(write_files(tmp_path, plan, judges=judges))
    (line,) = caught.value.lines("en")
    gap = Decimal(100) - Decimal(said)
    off = f"{gap:f} short" if gap > 0 else f"{-gap:f} too much"
    assert line == f"plan.toml: {name}: the weights total {said}, not 100: {off}"


def test_weights_of_more_digits_than_a_calculator_has_are_added_exactly(tmp_path: Path) -> None:
    plan = tables()
    thirds = ["33.33333333333333333333", "33.33333333333333333333", "33.33333333333333333334"]
    plan["group"] = [{"key": f'"{key}"', "name": '"组"', "weight": w} for key, w in zip("ghi", thirds, strict=True)]
    assert len(plan_of(tmp_path, plan).groups) == 3


@pytest.mark.parametrize("name", ["category", "criterion", "group", "component"])
def test_a_key_that_appears_twice_is_refused(tmp_path: Path, name: str) -> None:
    plan = tables()
    if name == "component":
        plan[name] = [{"key": '"live"', "name": '"一"', "weight": "50"}]
    plan[name] = [plan[name][0], {**plan[name][0]}]
    assert ("plan.toml", f"{name}[2].key") in faults_of(write_files(tmp_path, plan))


@pytest.mark.parametrize("name", ["category", "criterion", "group"])
def test_a_plan_with_a_live_score_needs_at_least_one(tmp_path: Path, name: str) -> None:
    plan = tables()
    plan[name] = []
    assert ("plan.toml", name) in faults_of(write_files(tmp_path, plan))


@pytest.mark.parametrize("groups", [False, True])
def test_a_plan_without_a_live_score_needs_no_criteria_groups_or_judges(tmp_path: Path, groups: bool) -> None:
    plan = changed("contest", "judges", None)
    plan["component"] = [{"key": '"work"', "name": '"平时工作"', "weight": "100"}]
    plan["criterion"] = []
    if not groups:
        plan["group"] = []
    setup = read_setup(write_files(tmp_path, plan))
    assert (setup.judges, setup.plan.has_live, setup.plan.criteria) == ((), False, ())


@pytest.mark.parametrize(
    ("grades", "keys"),
    [
        ([{"name": '"优"', "min": "80", "top": "30"}], ["grade[1]"]),
        ([{"name": '"优"'}, {"name": '"良"', "min": "60"}], ["grade[1]"]),
        ([{"name": '"优"', "top": "100.5"}], ["grade[1].top"]),
        ([{"name": '"优"', "min": "-1"}], ["grade[1].min"]),
        ([{"top": "30"}], ["grade[1].name"]),
        ([{"name": '"优"', "top": "30", "colour": "1"}], ["grade[1].colour"]),
    ],
)
def test_a_grade_takes_one_limit_and_only_the_last_may_take_the_rest(
    tmp_path: Path, grades: list[dict[str, str]], keys: list[str]
) -> None:
    assert faults_of(write_files(tmp_path, {**tables(), "grade": grades})) == [("plan.toml", key) for key in keys]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("contest = 5\n", ["contest"]),
        ("[[contest]]\n", ["contest"]),
        ("group = 5\n", ["group"]),
        ("group = [5]\n", ["group[1]"]),
        ("colour = 5\n", ["colour"]),
        ("[colour]\n", ["colour"]),
    ],
)
def test_a_table_of_another_shape_is_refused(tmp_path: Path, text: str, keys: list[str]) -> None:
    path = write_files(tmp_path)
    path.write_text(text, encoding="utf-8")
    found = [key for _, key in faults_of(path)]
    assert [key for key in keys if key in found] == keys


def test_all_faults_of_all_three_files_are_listed_at_once(tmp_path: Path) -> None:
    plan = changed("contest", "decimals", "9", changed("returns", "count", "-1", changed("contest", "colour", "1")))
    contestants = "code,name,category\nA,甲,k\nA,,x\n"
    judges = "code,name,group\nJ1,评委一,h\nJ1,评委二,g\n"
    with pytest.raises(BadInput) as caught:
        read_setup(write_files(tmp_path, plan, contestants=contestants, judges=judges))
    assert [(f.file, f.key, f.line, f.column) for f in caught.value.faults] == [
        ("plan.toml", "contest.decimals", None, None),
        ("plan.toml", "returns.count", None, None),
        ("plan.toml", "contest.colour", None, None),
        ("contestants.csv", None, 3, 1),
        ("contestants.csv", None, 3, 2),
        ("contestants.csv", None, 3, 3),
        ("judges.csv", None, 2, 3),
        ("judges.csv", None, 3, 1),
    ]
    assert caught.value.lines("zh")[0] == "plan.toml: contest.decimals: 不能大于 4"
    assert caught.value.lines("en")[-2] == "judges.csv:2:3: the plan has no judge group 'h'"


def test_a_key_that_stands_twice_in_the_file_is_refused_with_its_line(tmp_path: Path) -> None:
    path = write_files(tmp_path)
    for text, said in (
        ('[contest]\ntitle = "甲"\ntitle = "乙"\n', "plan.toml:3:12: title: 'title' appears twice"),
        ('[contest]\n"title" = "甲"\ntitle = "乙"', "plan.toml:3:12: title: 'title' appears twice"),
        ("[contest]\n[returns]\n[contest]\n", "plan.toml:3:9: contest: 'contest' appears twice"),
        ("[timer]\nx = {a = 1, a = 2}\n", "plan.toml:2:18: is not valid TOML: Duplicate inline table key 'a'"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadInput) as caught:
            read_setup(path)
        assert caught.value.lines("en") == [said]


@pytest.mark.parametrize("value", ["-1", '"-0.5"'])
def test_a_number_below_nought_is_told_apart_from_what_is_none(tmp_path: Path, value: str) -> None:
    with pytest.raises(BadInput, match="must not be less than 0"):
        read_setup(write_files(tmp_path, changed("criterion[1]", "weight", value)))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (f'"{"9" * 26}"', "has too many digits"),
        (f'"0.{"3" * 21}"', "has too many digits"),
        ('"+5"', "must be a decimal"),
    ],
)
def test_what_is_no_decimal_of_a_plan_is_not_called_negative(tmp_path: Path, value: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_setup(write_files(tmp_path, changed("criterion[1]", "weight", value)))
    assert caught.value.lines("en")[0].startswith(f"plan.toml: criterion[1].weight: {said}")


@pytest.mark.parametrize(
    "data",
    [b"title = ", "title = '甲'".encode("gb18030"), b"a = " + b"[" * 5000, b"a = " + b"9" * 5000],
    ids=["broken", "not UTF-8", "too deep", "too long a number"],
)
def test_a_file_that_is_no_toml_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = write_files(tmp_path)
    path.write_bytes(data)
    assert faults_of(path) == [("plan.toml", None)]


def test_a_plan_saved_as_gbk_says_how_to_save_it(tmp_path: Path) -> None:
    path = write_files(tmp_path)
    path.write_bytes("title = '甲'".encode("gbk"))
    with pytest.raises(BadInput) as caught:
        read_setup(path)
    assert caught.value.lines("en") == ["plan.toml: is not text in UTF-8; save it again with the encoding UTF-8"]


def test_a_plan_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = write_files(tmp_path)
    path.write_text(toml(tables()), encoding="utf-8-sig")
    assert read_setup(path).plan.title == "营商环境擂台赛"


@pytest.mark.parametrize("gone", ["plan.toml", "contestants.csv", "judges.csv"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, gone: str) -> None:
    path = write_files(tmp_path)
    (tmp_path / gone).unlink()
    assert faults_of(path) == [(gone, None)]


def test_a_plan_that_is_kept_is_checked_like_a_file(tmp_path: Path) -> None:
    document = plan_document(plan_of(tmp_path))
    document["contest"]["decimals"] = 7
    with pytest.raises(BadInput):
        parse_plan(document)
