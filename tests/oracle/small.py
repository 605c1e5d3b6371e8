"""The shortest way to write down a little contest for the tests by hand."""

from __future__ import annotations

from typing import Any

from .events import Data, Rounds
from .naive import standings

ONE = [{"key": "s", "name": "总分", "max": "100"}]
TWO = [{"key": "a", "name": "摆问题", "max": "40"}, {"key": "b", "name": "谈思路", "max": "60"}]
PANEL: Data = {"key": "g", "name": "评委", "weight": "100"}
OUTSIDE: list[Data] = [{"key": "work", "name": "平时工作", "weight": "100"}]


def plan(contest: Data | None = None, **tables: Any) -> Data:
    """One criterion of 100 points and one group g, unless said otherwise: a ballot's total is its only score."""
    made: Data = {"contest": {"title": "擂台赛", "step": "0.5", **(contest or {})}, "returns": {}}
    made |= {"category": [{"key": "k", "name": "类"}], "criterion": ONE, "group": [PANEL]}
    return made | tables


def outside(contest: Data | None = None, **tables: Any) -> Data:
    """A plan whose only component comes from outside: the value of an entry is its score."""
    made = plan(contest, component=OUTSIDE, **tables)
    return {table: made[table] for table in made if table not in ("criterion", "group")}


def people(codes: str) -> list[Data]:
    """Contestants of category k, or of another: `A B C:other`."""
    parts = [code.partition(":") for code in codes.split()]
    return [{"code": code, "name": f"单位{code}", "category": key or "k"} for code, _, key in parts]


def jury(groups: str) -> list[Data]:
    """Judges J1, J2, … by the groups they sit in: `g g h`."""
    return [{"code": f"J{i}", "name": "", "title": "", "group": key} for i, key in enumerate(groups.split(), start=1)]


def votes(code: str, scores: str) -> list[Data]:
    """Ballots of J1, J2, … for one contestant: `90 - 40/30`; a dash is no ballot, a slash divides two criteria."""
    found: list[Data] = []
    for number, text in enumerate(scores.split(), start=1):
        parts = text.split("/")
        scored = {"s": text} if len(parts) == 1 else dict(zip("ab", parts, strict=True))
        if text != "-":
            found.append({"kind": "ballot", "judge": f"J{number}", "contestant": code, "scores": scored})
    return found


def mark(kind: str, *names: str, **details: Any) -> Data:
    """A mark: its judge is a J, its contestant anything else."""
    named = {"judge" if name.startswith("J") else "contestant": name for name in names}
    return {"kind": kind, **named, **details}


def values(**given: str) -> Data:
    return {"kind": "component", "key": "work", "values": given}


def lots(seed: str, entries: str) -> Data:
    return {"kind": "draw", "seed": seed, "entries": list(entries)}


def board(made: Data, codes: str, seats: str, *rounds: list[Data]) -> Data:
    """The only board of the last round."""
    (found,) = standings(made, people(codes), jury(seats), list(rounds))["boards"]
    return dict(found)


def row(made: Data, seats: str, *rounds: list[Data]) -> Data:
    """The row of A, alone in its contest."""
    return dict(board(made, "A", seats, *rounds)["rows"][0])


def of_outside(made: Data, *events: Data, **given: str) -> Data:
    """The only board of a contest of outside values."""
    return board(made, " ".join(given), "", [values(**given), *events])


def column(found: Data, key: str) -> dict[str, Any]:
    return {line["code"]: line[key] for line in found["rows"]}


def ranks(found: Data) -> dict[str, Any]:
    return column(found, "rank")


def flagged(found: Data) -> str:
    return "".join(line["code"] for line in found["rows"] if line["returns"])


def whole(made: Data, codes: str, seats: str, rounds: Rounds, number: int | None = None) -> Data:
    return standings(made, people(codes), jury(seats), rounds, number)
