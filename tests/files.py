"""Plan, contestants and judges as files on disk, with any line of them changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

Tables = dict[str, Any]

CONTESTANTS = "code,name,category\nA,甲单位,k\nB,乙单位,k\nC,丙单位,k\n"
JUDGES = "code,name,title,group\nJ1,评委一,,g\nJ2,评委二,,g\nJ3,评委三,,g\n"


def tables() -> Tables:
    """A small valid plan; every value is written as it stands in the file."""
    return {
        "contest": {
            "title": '"营商环境擂台赛"',
            "organizer": '"指挥部"',
            "step": '"0.5"',
            "contestants": '"contestants.csv"',
            "judges": '"judges.csv"',
        },
        "returns": {},
        "timer": {},
        "category": [{"key": '"k"', "name": '"类别"'}],
        "criterion": [{"key": '"a"', "name": '"摆问题"', "max": "40"}, {"key": '"b"', "name": '"谈思路"', "max": "60"}],
        "group": [{"key": '"g"', "name": '"评委组"', "weight": "100"}],
        "component": [],
        "grade": [],
    }


def changed(where: str, key: str, value: str | None, plan: Tables | None = None) -> Tables:
    """The small plan with one value set, or taken out: `changed("group[1]", "weight", "40")`."""
    plan = plan or tables()
    name, _, number = where.rstrip("]").partition("[")
    table = plan[name][int(number) - 1] if number else plan[name]
    if value is None:
        del table[key]
    else:
        table[key] = value
    return plan


def toml(plan: Tables) -> str:
    """The tables as a plan file."""
    lines = []
    for name, found in plan.items():
        for table in found if isinstance(found, list) else [found]:
            lines.append(f"[[{name}]]" if isinstance(found, list) else f"[{name}]")
            lines += [f"{key} = {value}" for key, value in table.items()]
    return "\n".join(lines) + "\n"


def write_files(
    folder: Path, plan: Tables | None = None, *, contestants: str = CONTESTANTS, judges: str = JUDGES
) -> Path:
    """All three files; gives the path of the plan."""
    (folder / "contestants.csv").write_text(contestants, encoding="utf-8")
    (folder / "judges.csv").write_text(judges, encoding="utf-8")
    path = folder / "plan.toml"
    path.write_text(toml(plan or tables()), encoding="utf-8")
    return path
