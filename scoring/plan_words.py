"""What the keys of a plan are called, and how two plans differ, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scoring.contest import Contest
from scoring.explain_words import reason
from scoring.names import tie_break_name
from scoring.plan import Plan
from scoring.plan_document import plan_document
from scoring.text import Text, joined, listed, plain

YES, NO, NONE = Text("是", "yes"), Text("否", "no"), Text("无", "none")

TABLE_NAMES: Mapping[str, Text] = {
    "contest": Text("擂台赛", "Contest"),
    "returns": Text("下轮继续打擂", "Returns"),
    "timer": Text("发言计时", "Speech timer"),
    "category": Text("类别", "Category"),
    "criterion": Text("评分项", "Criterion"),
    "group": Text("评委组", "Judge group"),
    "component": Text("成绩构成", "Component"),
    "grade": Text("等次", "Grade"),
}

KEY_NAMES: Mapping[str, Text] = {
    "contest.title": Text("名称", "Title"),
    "contest.organizer": Text("主办单位", "Organizer"),
    "contest.level": Text("层级", "Level"),
    "contest.step": Text("评分最小单位", "Step of a score"),
    "contest.decimals": Text("公布保留小数", "Decimals published"),
    "contest.board": Text("排榜方式", "Boards"),
    "contest.missing": Text("评分表未收齐时", "Missing ballots"),
    "contest.trim_at": Text("去分方式", "How scores are dropped"),
    "contest.rank_on": Text("排名依据", "Ranked on"),
    "contest.ranking": Text("并列后的名次", "Ranks after a tie"),
    "contest.tie_breaks": Text("得分相同的区分次序", "Ties are broken by"),
    "contest.resend": Text("评分期间可重新提交", "Ballots may be sent again"),
    "returns.count": Text("每榜末几位", "Last places of a board"),
    "returns.ties": Text("末位并列时", "Ties for the last place"),
    "returns.no_show": Text("未到的也继续打擂", "No-shows return as well"),
    "timer.speech_seconds": Text("发言（秒）", "Speech (s)"),
    "timer.warning_seconds": Text("提前提醒（秒）", "Warning before the end (s)"),
    "key": Text("代码", "Key"),
    "name": Text("名称", "Name"),
    "min": Text("最低分", "Lowest"),
    "max": Text("满分", "Highest"),
    "weight": Text("权重", "Weight"),
    "drop_high": Text("去最高分", "Highest dropped"),
    "drop_low": Text("去最低分", "Lowest dropped"),
    "trim_from": Text("去分门槛", "Dropped from"),
    "quorum": Text("最少份数", "At least"),
    "average": Text("组得分取", "Average"),
    "rule": Text("计分规则", "Rule"),
    "better": Text("优劣方向", "Better"),
    "target": Text("目标值", "Target"),
    "floor": Text("最差得分", "Worst gets"),
    "unit": Text("单位", "Unit"),
    "grade.min": Text("得分不低于", "From score"),
    "grade.top": Text("前百分之", "Top per cent"),
}
"""What a key is called; one that stands in several tables by itself, unless a table calls it otherwise."""

CHOICES: Mapping[str, Mapping[str, Text]] = {
    "contest.level": {
        "city": Text("市级", "city"),
        "system": Text("系统、条线", "system or field"),
        "unit": Text("单位内部", "inside one unit"),
    },
    "contest.board": {
        "overall": Text("总榜", "one for all"),
        "category": Text("分类别排榜", "one per category"),
    },
    "contest.missing": {
        "wait": Text("等收齐才计分", "wait for every ballot"),
        "exclude": Text("未收到的不计入", "leave them out"),
    },
    "contest.trim_at": {
        "total": Text("按总分去掉整份", "whole ballots, by total"),
        "criterion": Text("逐项去分", "criterion by criterion"),
    },
    "contest.rank_on": {
        "published": Text("公布的得分", "the published score"),
        "exact": Text("未经舍入的得分", "the exact score"),
    },
    "contest.ranking": {
        "competition": Text("顺延：1、2、2、4", "skipped: 1, 2, 2, 4"),
        "dense": Text("连续：1、2、2、3", "not skipped: 1, 2, 2, 3"),
    },
    "returns.ties": {
        "all": Text("一并继续打擂", "all of them return"),
        "draw": Text("抽签确定", "a draw decides"),
    },
    "group.average": {
        "mean": Text("平均分", "mean"),
        "median": Text("中位数", "median"),
    },
    "component.rule": {
        "points": Text("直接给分", "points as given"),
        "minmax": Text("极差折算", "min–max"),
        "rank": Text("按名次折算", "by rank"),
        "target": Text("按目标完成率", "share of a target"),
    },
    "component.better": {
        "higher": Text("越高越好", "higher"),
        "lower": Text("越低越好", "lower"),
    },
}

ALLOWED: Mapping[str, Text] = {
    "contest.title": Text("必填", "required"),
    "contest.step": Text("大于 0 的小数，如 0.5", "a decimal above 0, such as 0.5"),
    "contest.decimals": Text("0 到 4", "0 to 4"),
    "returns.count": Text("0 表示无人因末位继续打擂", "0: nobody returns for the last place"),
    "timer.speech_seconds": Text("整数；0 表示不计时", "a whole number; 0: no timer"),
    "timer.warning_seconds": Text("整数", "a whole number"),
    "key": Text("表格文件里用的短代码，不能重复", "a short word used in table files; each once"),
    "name": Text("必填", "required"),
    "min": Text("不小于 0，小于满分；默认 0", "from 0, below the highest; 0 by default"),
    "max": Text("大于最低分，相差为评分最小单位的整数倍", "above the lowest, by a multiple of the step"),
    "weight": Text("不小于 0，合计 100", "from 0; 100 in all"),
    "criterion.weight": Text("不小于 0，合计 100；默认等于满分", "from 0; 100 in all; the highest score by default"),
    "drop_high": Text("整数；默认 0", "a whole number; 0 by default"),
    "drop_low": Text("整数；默认 0", "a whole number; 0 by default"),
    "trim_from": Text("大于去掉的份数；默认多 1 份", "more than are dropped; one more by default"),
    "quorum": Text("不小于 1；默认 1", "1 or more; 1 by default"),
    "rule": Text(
        "直接给分：导入 0–100 的分数；其余：导入指标原值，按规则折算为 0–100 分",
        "points as given: scores of 0–100 come in; else raw values do, and the rule turns them into 0–100",
    ),
    "target": Text("大于 0；达到即得 100 分", "above 0; whoever reaches it gets 100"),
    "floor": Text("最差的单位得几分，小于 100；默认 0", "the points of the worst, below 100; 0 by default"),
    "unit": Text("原值的计量单位，如“天”“%”", "what the raw values are measured in, such as days or %"),
    "grade.min": Text(
        "公布的得分不低于此数；与“前百分之”只填一个", "published score at least this; or the top per cent, not both"
    ),
    "grade.top": Text("0 到 100", "0 to 100"),
}
"""What may be written there, in few words."""

ROW = Text("{table}“{name}”", "{table} “{name}”")
FROM_TO = Text("{what}由{before}改为{after}", "{what} {before} → {after}")
OF_ROW = Text("{row}{changes}", "{row}: {changes}")
NEW_ROW = Text("新增{row}（{facts}）", "new: {row} ({facts})")
BARE_NEW_ROW = Text("新增{row}", "new: {row}")
GONE_ROW = Text("去掉{row}", "taken out: {row}")
ORDER = Text("{table}的先后次序", "the order of {table}")
FACT = Text("{what} {value}", "{what} {value}")
CHANGED = Text(
    "评分开始后修改过规则：{changes}（原因：{reason}；流水第{record}号记录）",
    "the rules were changed after scoring had begun: {changes} (reason: {reason}; journal record {record})",
)


def rule_changes(contest: Contest, number: int) -> list[Text]:
    """That the rules of a round were changed after its scoring had begun: what, why and by which record."""
    return [
        CHANGED(
            changes=joined(differences(each.before, each.after), "；", "; "),
            reason=reason(each.reason),
            record=each.record,
        )
        for each in contest.rule_changes
        if each.round == number
    ]


def key_name(table: str, key: str) -> Text:
    """What a key of a table is called."""
    return KEY_NAMES.get(f"{table}.{key}") or KEY_NAMES[key]


def allowed(table: str, key: str) -> Text | None:
    """What may be written under a key, in few words."""
    return ALLOWED.get(f"{table}.{key}") or ALLOWED.get(key)


def differences(before: Plan, after: Plan) -> list[Text]:
    """How one plan differs from another, one line for each head, row or order that does."""
    old, new = plan_document(before), plan_document(after)
    lines = [
        FROM_TO(what=key_name(head, key), before=said(before, head, key, value), after=said(after, head, key, changed))
        for head in ("contest", "returns", "timer")
        for key, value in old[head].items()
        if _unequal(head, key, value, changed := new[head][key])
    ]
    for table in ("category", "criterion", "group", "component", "grade"):
        lines += _rows(before, after, table, old[table], new[table])
    return lines


def said(plan: Plan, table: str, key: str, value: object) -> Text:
    """A value of a plan in words."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return listed(tie_break_name(plan, each) for each in value) if value else NONE
    chosen = CHOICES.get(f"{table}.{key}", {}).get(str(value))
    return chosen or (plain(_number(str(value))) if str(value) else NONE)


def _number(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "", 1).isdecimal() else text


def _unequal(table: str, key: str, before: object, after: object) -> bool:
    """Whether two values mean something else; 40 and 40.0 do not."""
    numbers = key in {"step", "min", "max", "weight", "top", "target", "floor"}
    return _number(str(before)) != _number(str(after)) if numbers else before != after


def _rows(
    before: Plan, after: Plan, table: str, old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> Iterator[Text]:
    was, now = _by_key(old), _by_key(new)
    for key, row in was.items():
        if key not in now:
            yield GONE_ROW(row=_row(table, row))
    for key, row in now.items():
        if key not in was:
            yield _new(after, table, row)
        elif changes := _changes(before, after, table, was[key], row):
            yield OF_ROW(row=_row(table, was[key]), changes=listed(changes))
    if [key for key in was if key in now] != [key for key in now if key in was]:
        yield ORDER(table=TABLE_NAMES[table])


def _by_key(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The rows of a table by what tells them apart; grades have names alone, and two may share one."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        key = name = str(row.get("key") or row["name"])
        number = 1
        while key in found:
            number += 1
            key = f"{name} {number}"
        found[key] = row
    return found


def _row(table: str, row: Mapping[str, Any]) -> Text:
    return ROW(table=TABLE_NAMES[table], name=row["name"])


def _new(plan: Plan, table: str, row: Mapping[str, Any]) -> Text:
    facts = [
        FACT(what=key_name(table, key), value=said(plan, table, key, value))
        for key, value in row.items()
        if key not in ("key", "name")
    ]
    return NEW_ROW(row=_row(table, row), facts=listed(facts)) if facts else BARE_NEW_ROW(row=_row(table, row))


def _changes(before: Plan, after: Plan, table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Text]:
    return [
        FROM_TO(
            what=key_name(table, key),
            before=said(before, table, key, _held(old, table, key)),
            after=said(after, table, key, _held(new, table, key)),
        )
        for key in {**old, **new}
        if _unequal(table, key, _held(old, table, key), _held(new, table, key))
    ]


def _held(row: Mapping[str, Any], table: str, key: str) -> object:
    """What holds under a key, also where it is left out."""
    return row.get(key, "points" if (table, key) == ("component", "rule") else "")
