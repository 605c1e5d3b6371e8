"""A public vote: ballots of a crowd come from files, count exactly, and can be corrected and taken back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring import crowd_file
from scoring.bench import CROWD
from scoring.bringing import paper_lines
from scoring.contest import Contest
from scoring.crowd_file import brought
from scoring.errors import BadInput, NotNow
from scoring.explain import explain
from scoring.grid import Grid
from scoring.mark import MarkKind
from scoring.plan import Setup
from scoring.plan_change import standing_scores
from scoring.plan_document import plan_document
from scoring.standings import standings, standings_json
from storage import ballots, marks, plans, rounds, seats, sheets
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.verify import verify
from tests.contests import setup_of
from tests.oracle.naive import standings as naive_standings
from tests.storage.tampering import chain_again, tampered
from tests.workbooks import workbook

VOTERS = CROWD + 10
WHY = "群众评议表"
HEAD = ["contestant", "judge", "a", "b"]
PLAN: dict[str, Any] = {
    "contest": {
        "title": "群众评议",
        "organizer": "机关工委",
        "step": "0.5",
        "missing": "exclude",
        "tie_breaks": ["exact", "group:p", "criterion:b", "untrimmed"],
    },
    "category": [{"key": "k", "name": "单位"}],
    "criterion": [
        {"key": "a", "name": "服务", "max": "30", "min": "1", "weight": "40"},
        {"key": "b", "name": "效率", "max": "70", "weight": "60"},
    ],
    "group": [
        {"key": "h", "name": "领导", "weight": "70"},
        {"key": "p", "name": "群众", "weight": "30", "drop_high": 7, "drop_low": 5},
    ],
}
CONTESTANTS = [{"code": code, "name": f"{code}单位", "category": "k"} for code in "ABC"]
JUDGES = [{"code": f"P{n:04}", "name": f"群众{n}", "group": "p"} for n in range(VOTERS)]
JUDGES[20:20] = [{"code": f"L{n}", "name": f"领导{n}", "group": "h"} for n in range(2)]


def rows_of(entry: str, spread: int = 0) -> list[list[str]]:
    """A ballot of everybody: whole and half points, some with closing zeros."""
    return [
        [entry, judge["code"], f"{2 + (n * 7 + spread) % 57 / 2:g}", f"{(n * 3 + spread) % 141 / 2:.2f}"]
        for n, judge in enumerate(JUDGES)
    ]


FULL = [HEAD, *(row for place, code in enumerate("ABC") for row in rows_of(code, 5 * place))]
EVERY = {"contestant": 1, "A": 1, "B": 9, "C": 99}
ALL = [row for n, row in enumerate(FULL) if row[1][0] == "L" or n % EVERY[row[0]] == 0]
"""All have scored A, some B, and C too few for any to be dropped."""


def csv(path: Path, rows: list[list[str]], encoding: str = "utf-8") -> Path:
    path.write_bytes("".join(",".join(row) + "\n" for row in rows).encode(encoding))
    return path


def setup(**contest: Any) -> Setup:
    return setup_of({**PLAN, "contest": PLAN["contest"] | contest}, CONTESTANTS, JUDGES)


@contextmanager
def opened(path: Path, lineup: str = "ABC", **contest: Any) -> Iterator[ContestFile]:
    if not path.exists():
        create_contest(path, setup(**contest), lineup=lineup)
    file = open_contest(path)
    try:
        yield file
    finally:
        file.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ContestFile]:
    with opened(tmp_path / "评议.arena") as found:
        yield found


def one_by_one(contest: Contest) -> Contest:
    """The same contest with an object for every ballot, which nothing reads column by column."""
    plain = [
        replace(each, entries=tuple(replace(entry, ballots=dict(entry.ballots)) for entry in each.entries))
        for each in contest.rounds
    ]
    return replace(contest, rounds=tuple(plain))


def said(file: ContestFile) -> dict[str, Any]:
    """The standings, after making sure that they are those of the ballots one by one."""
    found = standings_json(file.standings())
    assert found == standings_json(standings(file.contest)) == standings_json(standings(one_by_one(file.contest)))
    return found


def events(rows: list[list[str]]) -> list[dict[str, Any]]:
    return [
        {"kind": "ballot", "contestant": entry, "judge": judge, "scores": {"a": a, "b": b}}
        for entry, judge, a, b in rows
    ]


def oracle(found: dict[str, Any], told: list[dict[str, Any]]) -> bool:
    contestants, judges = CONTESTANTS, [{"title": "", **judge} for judge in JUDGES]
    naive = naive_standings(PLAN, contestants, judges, [told])
    boards = [{**board, "name": board["key"]} for board in found["boards"]]
    return {key: value for key, value in {**found, "boards": boards}.items() if key != "revision"} == naive


def test_every_way_to_write_the_file_gives_the_standings_of_the_rules(tmp_path: Path) -> None:
    found = []
    for name, sheet in (
        ("utf", csv(tmp_path / "u.csv", ALL)),
        ("gb", csv(tmp_path / "g.csv", [["参赛单位", "评委", "服务", "效率"], *ALL[1:]], "gb18030")),
        ("excel", workbook(tmp_path / "x.xlsx", ALL)),
    ):
        with opened(tmp_path / f"{name}.arena") as file:
            assert ballots.score_from_file(file, sheet, reason=WHY) == (len(ALL) - 1, file.contest.revision)
            assert file.contest.begun
            found.append(said(file))
        assert verify(tmp_path / f"{name}.arena") == []
    assert found[0] == found[1] == found[2]
    assert oracle(found[0], events(ALL[1:]))
    assert found[0]["status"] == "final"
    with opened(tmp_path / "utf.arena") as again:
        assert said(again) == found[0]


def test_many_ballots_are_one_record_and_seats_are_for_the_hall_alone(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "b.csv", ALL), reason=WHY)
    assert file.contest.revision == 1 + 6 + 1
    assert (file.last.what, file.last.why, file.last.before) == ("ballots", WHY, {"replaced": 0})
    assert {seat.judge for seat in seats.seats(file)} == {"L0", "L1"}


def test_corrections_hold_for_a_crowd_and_can_be_taken_back(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "b.csv", ALL), reason=WHY)
    first, told = file.contest.revision, events(ALL[1:])
    before = said(file)
    newer = [["A", "P0003", "1.5", "70"], ["B", next(row[1] for row in ALL if row[0] == "B"), "30", "0.5"]]
    sheet = csv(tmp_path / "n.csv", [HEAD, *newer])
    ballots.score_from_file(file, sheet, reason="更正", replace=True)
    replaced = file.contest.revision
    assert file.last.before == {"replaced": 2}
    assert file.contest.live_round.entries[0].ballots["P0003"].record == replaced
    told += events(newer)
    marks.recuse(file, "P0005", "A", reason="亲属")
    marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "P0009", reason="重复登记")
    marks.mark_judge(file, MarkKind.JUDGE_LEFT, "P0010", reason="离开")
    told += [
        {"kind": "recuse", "judge": "P0005", "contestant": "A"},
        {"kind": "judge-absent", "judge": "P0009"},
        {"kind": "judge-left", "judge": "P0010"},
    ]
    corrected = said(file)
    assert oracle(corrected, told)
    assert corrected != before
    of_recused = csv(tmp_path / "r.csv", [HEAD, ["A", "P0005", "2", "2"]])
    with pytest.raises(BadInput, match="群众5"):
        ballots.score_from_file(file, of_recused, reason="x", replace=True)
    for record in range(replaced + 1, replaced + 4):
        marks.undo(file, record, reason="撤销")
    marks.undo(file, replaced, reason="不该更正")
    assert said(file)["boards"] == before["boards"]
    marks.undo(file, file.contest.revision, reason="还是要更正")
    assert oracle(said(file), events([*ALL[1:], *newer]))
    marks.undo(file, first, reason="整张表作废")
    counted = [row["groups"]["p"]["counted"] if "p" in row["groups"] else 0 for row in said(file)["boards"][0]["rows"]]
    assert sorted(counted) == [0, 1, 1]
    assert verify(file.path) == []


@pytest.mark.parametrize("missing", ["wait", "exclude"])
def test_what_a_crowd_lacks_is_a_number_and_keeps_no_scoring_open(tmp_path: Path, missing: str) -> None:
    with opened(tmp_path / "w.arena", missing=missing) as file:
        short = [row for row in FULL if row[1] not in ("P0001", "P0002")]
        ballots.score_from_file(file, csv(tmp_path / "b.csv", short), reason=WHY)
        marks.mark_judge(file, MarkKind.JUDGE_ABSENT, "P0002", reason="病假")
        found = said(file)
        if missing == "exclude":
            assert found["status"] == "final"
            return
        with pytest.raises(NotNow) as caught:
            rounds.close_round(file)
        lacking = [text.en for text in caught.value.blockers]
        assert lacking[0] == "A A单位: 1 ballots of 群众 are missing; bring them in from a file"
        assert len(lacking) == 3
        left = [[code, "P0001", "3", "3"] for code in "ABC"]
        ballots.score_from_file(file, csv(tmp_path / "c.csv", [HEAD, *left]), reason=WHY)
        assert said(file)["status"] == "final"
        rounds.close_round(file)
        assert verify(file.path) == []


def test_an_entry_that_is_taken_out_and_comes_back_has_its_ballots(tmp_path: Path) -> None:
    with opened(tmp_path / "l.arena", "AB") as file:
        marks.add_entry(file, "C", reason="补报")
        added = file.contest.revision
        ballots.score_from_file(file, csv(tmp_path / "a.csv", ALL), reason=WHY)
        before = said(file)["boards"]
        marks.undo(file, added, reason="退出")
        assert [row["code"] for row in said(file)["boards"][0]["rows"]] != [row["code"] for row in before[0]["rows"]]
        marks.undo(file, file.contest.revision, reason="又来了")
        assert said(file)["boards"] == before
        lines = " ".join(text.en for text in explain(file.contest, 1, "A"))
        assert "have no ballot" not in lines
        assert "not counted" not in lines


WRONG = [
    ["A", "P0007", "2", "2"],
    ["A", "P0007", "3", "3"],
    ["A", "没有", "3", "3"],
    ["甲", "P0008", "3", "3"],
    ["A", "P0009", "30.5", "3"],
    ["A", "P0010", "", "3"],
    ["A", "P0011", "3", "0.25"],
    ["A", "P0012", "3", "1e1"],
    ["A", "P0013"],
    ["A", "P0014", "3", "3", "多"],
    ["A", "L0", "999", "3"],
    ["B单位", "群众15", "３．５", " 4 "],
]


def test_what_is_wrong_is_said_line_by_line_and_nothing_is_stored(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "a.csv", [HEAD, ["A", "P0020", "2", "2"]]), reason=WHY)
    sheet = csv(tmp_path / "w.csv", [HEAD, *WRONG, ["A", "P0020", "4", "4"], *rows_of("C")])
    grid, before = sheets.read_grid(sheet), file.contest
    with pytest.raises(BadInput) as caught:
        ballots.score_from_file(file, grid, reason=WHY)
    ordinary = [fault for line in paper_lines(grid, file.contest) for fault in line.faults]
    assert list(caught.value.faults) == ordinary
    assert [fault.line for fault in ordinary] == [3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 14]
    assert file.contest is before


def test_the_judge_of_a_ballot_may_be_called_by_name_and_digits_be_wide(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "a.csv", [HEAD, WRONG[-1], ["B", "P0001", "3", "3"]]), reason=WHY)
    assert {key: str(value) for key, value in file.contest.live_round.entries[1].ballots["P0015"].scores.items()} == {
        "a": "3.5",
        "b": "4",
    }


def test_a_ballot_that_came_after_the_preview_is_not_replaced(file: ContestFile, tmp_path: Path) -> None:
    grid = sheets.read_grid(csv(tmp_path / "a.csv", ALL))
    seen = file.contest.revision
    ballots.score_from_file(file, grid, reason=WHY)
    with pytest.raises(BadInput, match="P0000"):
        ballots.score_from_file(file, grid, reason=WHY, replace=True, seen=seen)
    now = brought(grid, file.contest, replace=True)
    assert (now.crowd, now.replaced, len(now.lines)) == (len(ALL) - 7, len(ALL) - 7, 6)


def test_of_many_ballots_that_exist_few_are_looked_at_one_by_one_and_every_line_is_named(
    file: ContestFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that came in before is read at the speed of one that is new, however long it is."""
    monkeypatch.setattr(crowd_file, "LISTED", 7)
    some = [row for row in ALL if row[:2] not in (["A", "P0400"], ["B", "P0009"])]
    ballots.score_from_file(file, csv(tmp_path / "a.csv", some), reason=WHY)
    twice = [["A", "P0450", "2", "2"], ["A", "P0300", "2", "2"]]
    grid = sheets.read_grid(csv(tmp_path / "b.csv", [*ALL, *twice]))
    slowly = {line.number: line.faults for line in paper_lines(grid, file.contest) if line.faults}
    now = brought(grid, file.contest)
    one_by_one = {line.number: line.faults for line in now.lines if line.faults}
    assert (now.crowd, now.replaced, now.refused, len(one_by_one)) == (2, 0, len(slowly) - len(one_by_one), 7 + 4 + 6)
    assert one_by_one == {number: slowly[number] for number in one_by_one}
    with pytest.raises(BadInput) as caught:
        ballots.score_from_file(file, grid, reason=WHY)
    runs = [fault for fault in caught.value.faults if "all exist" in fault.text.en]
    ends = [(int(str(run.text.values["first"])), int(str(run.text.values["last"]))) for run in runs]
    lines = [number for first, last in ends for number in range(first, last + 1)]
    assert sorted([*lines, *one_by_one]) == sorted(slowly)
    assert [fault.line for fault in caught.value.faults] == sorted(fault.line or 0 for fault in caught.value.faults)
    assert f"{grid.name}:{runs[0].line}:2: the ballots of lines {runs[0].line} to " in runs[0].said("en")
    assert file.contest.revision == 1 + 6 + 1
    again = brought(grid_without(grid, twice), file.contest, replace=True)
    assert (again.refused, again.replaced, again.crowd) == (0, again.crowd - 2, len(ALL) - 1 - 6)


def grid_without(grid: Grid, last: list[list[str]]) -> Grid:
    return replace(grid, lines=grid.lines[: len(grid.lines) - len(last)])


def test_a_table_without_the_right_columns_is_refused_as_ever(file: ContestFile, tmp_path: Path) -> None:
    short = [HEAD[:3], *rows_of("A")]
    for rows, words in ((short, "'b' is missing"), ([HEAD], "no rows"), ([], "empty"), ([["x"]], "missing")):
        with pytest.raises(BadInput) as caught:
            ballots.score_from_file(file, csv(tmp_path / "a.csv", rows), reason=WHY)
        assert words in " ".join(caught.value.lines("en"))


def test_ballots_of_a_crowd_are_not_entered_one_by_one(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "a.csv", ALL), reason=WHY)
    scores = {"a": "3", "b": "4"}
    with pytest.raises(NotNow, match="files alone"):
        ballots.enter_ballot(file, "P0001", "A", scores, reason="x")
    with pytest.raises(NotNow, match="files alone"):
        ballots.put_ballot(file, "P0001", "A", ballot_id="1", version=0, scores=scores)
    with pytest.raises(NotNow, match="files alone"):
        ballots.return_ballot(file, "P0001", "A", reason="x")
    known = file.contest.live_round.entries[0].ballots["L0"].ballot_id
    ballots.enter_ballot(file, "L0", "A", scores, reason="x", replaces=known)
    assert VOTERS in [row["groups"]["p"]["counted"] for row in said(file)["boards"][0]["rows"]]


def test_rules_that_would_spoil_ballots_of_a_crowd_are_refused(file: ContestFile, tmp_path: Path) -> None:
    ballots.score_from_file(file, csv(tmp_path / "a.csv", ALL), reason=WHY)
    marks.undo(file, file.contest.revision, reason="先撤销")
    document = plan_document(file.contest.plan)
    document["contest"]["step"] = "1"
    with pytest.raises(BadInput) as caught:
        plans.change_plan(file, document, unlock=True, reason="x")
    stored = sum("." in str(row[2 + at]).rstrip("0").rstrip(".") for row in ALL[1:] for at in (0,))
    assert f"{stored} stored ballots" in " ".join(caught.value.lines("en"))
    marks.undo(file, file.contest.revision, reason="恢复")
    assert len(list(standing_scores(file.contest))) == len(ALL) - 1
    document["contest"]["step"] = "0.1"
    plans.change_plan(file, document, unlock=True, reason="更细的分")
    fine = csv(tmp_path / "f.csv", [HEAD, ["A", "P0001", "2.7", "3.1"]])
    ballots.score_from_file(file, fine, reason="更正", replace=True)
    assert str(file.contest.live_round.entries[0].ballots["P0001"].scores["a"]) == "2.7"
    said(file)
    assert verify(file.path) == []


def test_an_explanation_counts_a_crowd_instead_of_listing_it(tmp_path: Path) -> None:
    told = {}
    for trim_at in ("total", "criterion"):
        with opened(tmp_path / f"{trim_at}.arena", trim_at=trim_at) as file:
            ballots.score_from_file(file, csv(tmp_path / "a.csv", [HEAD, *ALL[4:]]), reason=WHY)
            marks.recuse(file, "P0030", "A", reason="亲属")
            lines = [text.en for text in explain(file.contest, 1, "A")]
            few = " ".join(text.en for text in explain(file.contest, 1, "C"))
            assert "fewer than 13 ballots: neither the highest nor the lowest are dropped" in few
            assert f"mean of {sum(row[0] == 'C' and row[1][0] == 'P' for row in ALL)} (sum " in few
            assert len(lines) < 25
            told[trim_at] = " ".join(lines)
            marks.void_group(file, "p", reason="组织方式有误")
            assert "the whole group is void" in " ".join(text.en for text in explain(file.contest, 1, "A"))
    for words in told.values():
        assert f"a crowd of {VOTERS}, whose ballots came in from files (reason: 群众评议表; journal record " in words
        assert "1 who were absent, recused or had left are not counted" in words
        assert "3 have no ballot" in words
    assert "the 7 highest and the 5 lowest were dropped" in told["total"]
    assert f"mean of the other {VOTERS - 4 - 12} (sum " in told["total"]
    assert "服务: the 7 highest and 5 lowest scores were dropped" in told["criterion"]


@pytest.mark.parametrize("which", ["row", "journal"])
def test_packed_ballots_that_were_changed_are_found(file: ContestFile, tmp_path: Path, which: str) -> None:
    ballots.score_from_file(file, csv(tmp_path / "a.csv", ALL), reason=WHY)
    copy = tmp_path / "copy.arena"
    file.close()
    shutil.copy(file.path, copy)
    with tampered(copy) as connection:
        if which == "row":
            (details,) = connection.execute("SELECT details FROM mark").fetchone()
            changed = json.loads(details)
            changed["sheet"]["blocks"][0][0], changed["sheet"]["blocks"][1][0] = "B", "A"
            connection.execute("UPDATE mark SET details = ?", (json.dumps(changed, ensure_ascii=False),))
        else:
            (after,) = connection.execute("SELECT after FROM journal WHERE what = 'ballots'").fetchone()
            spoiled = (after.replace("packed", "gone", 1),)
            connection.execute("UPDATE journal SET after = ? WHERE what = 'ballots'", spoiled)
            chain_again(connection)
    found = [text.en for text in verify(copy)]
    assert found
    assert "mark" in found[0] if which == "row" else "cannot be replayed" in found[0]
