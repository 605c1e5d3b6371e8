"""The half-year assessment, worked by hand; its file, with every fault; and held against the engine of the rounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.assessment import Assessed, assess
from scoring.assessment_file import assessment_record, read_assessment_file, recorded_assessment
from scoring.contest import Contest, Entry, Round
from scoring.errors import BadInput
from scoring.results import Row
from scoring.standings import standings, standings_json
from storage import rounds
from storage.sheets import read_grid
from tests.contests import setup_of
from tests.seasons import PLAN, THREE, play, season_in_memory

HEAD = '[assessment]\ntitle = "上半年等次评定"\n'
ARENA = '[[component]]\nkey = "arena"\nname = "擂台赛"\nweight = {weight}\nscore = "{way}"\n{more}\n'
DAILY = '[[component]]\nkey = "daily"\nname = "平时工作"\nweight = 40\nfile = "daily.csv"\n'
GRADES = '[[grade]]\nname = "优秀"\ntop = 33\n[[grade]]\nname = "良好"\nmin = 80\n[[grade]]\nname = "一般"\n'
VALUES = "contestant,value\nA,90\nB,７０.5\nC,80\n"


def arena(way: str = "mean", weight: object = 60, more: str = "") -> str:
    return ARENA.format(way=way, weight=weight, more=more)


class Desk:
    """A folder with an assessment and its values."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, contest: Contest, text: str, values: str = VALUES) -> Assessed:
        path = self.folder / "half.toml"
        path.write_text(text, encoding="utf-8")
        (self.folder / "daily.csv").write_text(values, encoding="utf-8")
        return assess(contest, read_assessment_file(path, contest, read_grid))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(assessed: Assessed) -> dict[str, tuple[int | None, str | None, str | None]]:
    return {row.code: (row.rank, _text(row), row.grade) for row in assessed.rows}


def _text(row: Row) -> str | None:
    return None if row.result.published is None else str(row.result.published)


def test_composite_rank_and_grade_are_those_worked_by_hand(desk: Desk) -> None:
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena() + DAILY + GRADES)
    exact = {row.code: row.result.exact for row in found.rows}
    assert exact == {
        "A": Fraction(2611, 30) * Fraction(60, 100) + 36,
        "B": Fraction(161, 2) * Fraction(60, 100) + Fraction("28.2"),
        "C": Fraction(823, 12) * Fraction(60, 100) + 32,
    }
    assert told(found) == {"A": (1, "88.22", "优秀"), "B": (2, "76.50", "一般"), "C": (3, "73.15", "一般")}
    assert (found.rounds, found.unfinished, found.complete) == ((1, 2, 3), (), True)


@pytest.mark.parametrize(
    ("way", "more", "value"),
    [
        ("mean", "", Fraction(161, 2)),
        ("mean", 'no_show = "zero"', Fraction(161, 4)),
        ("mean", "rounds = [3, 2]", None),
        ("best", "", Fraction(161, 2)),
        ("best", "rounds = [2]", None),
        ("last", "", Fraction(161, 2)),
        ("last", 'no_show = "zero"', Fraction(0)),
        ("last", "rounds = [3]", None),
    ],
)
def test_rounds_come_to_a_value_by_the_way_the_file_says(
    desk: Desk, way: str, more: str, value: Fraction | None
) -> None:
    """B has 80.5 in the first round, is not in the second, and does not come to the third."""
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena(way, 60, more) + DAILY)
    b = next(row for row in found.rows if row.code == "B")
    assert b.result.components.get("arena") == value


def test_the_last_score_is_that_of_the_latest_round(desk: Desk) -> None:
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena("last", 100, "rounds = [2, 1]"))
    assert {row.code: row.result.exact for row in found.rows if row.code == "C"} == {"C": Fraction("75.5")}
    assert found.rounds == (1, 2)


def test_without_a_value_there_is_no_composite_and_no_grade_and_it_is_said(desk: Desk) -> None:
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena() + DAILY + GRADES, "contestant,value\nA,90\n单位C,80\n")
    assert told(found)["B"] == (None, None, None)
    assert not found.complete
    assert [text.en for text in found.blockers()] == ["B 单位B: no value of 平时工作"]
    assert told(found)["A"] == (1, "88.22", "优秀")


def test_whoever_is_exempt_is_not_waited_for(desk: Desk) -> None:
    exempt = '[[exempt]]\ncontestant = "B"\nreason = "机构撤并"\n'
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena() + DAILY + exempt, "contestant,value\nA,90\nC,80\n")
        nobody = "".join(f'[[exempt]]\ncontestant = "{code}"\nreason = "撤并"\n' for code in "ABC")
        empty = desk.read(file.contest, HEAD + arena(weight=100) + nobody)
    assert found.complete
    assert [row.code for row in found.rows] == ["A", "C", "B"]
    assert [text.en for text in empty.blockers()] == ["there is nobody to assess"]


def test_a_round_that_is_named_and_not_finished_keeps_it_provisional(desk: Desk) -> None:
    with season_in_memory(THREE[:2]) as file:
        rounds.next_round(file, ["A", "B"])
        found = desk.read(file.contest, HEAD + arena(weight=100, more="rounds = [1, 3]"))
        assert (found.rounds, found.unfinished) == ((1,), (3,))
        assert [text.en for text in found.blockers()] == ["round 3 is not closed"]
        play(file, {"A": "80", "B": "81", "C": "82"})
        assert desk.read(file.contest, HEAD + arena(weight=100, more="rounds = [1, 3]")).complete


def test_ties_are_told_apart_by_components_and_then_by_a_draw(desk: Desk) -> None:
    same = [{"A": "80", "B": "70", "C": "80"}]
    head = HEAD + 'tie_breaks = ["component:daily", "draw"]\n'
    values = "contestant,value\nA,70\nB,85\nC,70\n"
    with season_in_memory(same) as file:
        open_ = desk.read(file.contest, head + arena() + DAILY, values)
        drawn = '[[draw]]\nseed = "七三九一"\nbetween = ["A", "C"]\nwitness = "李监督"\n'
        done = desk.read(file.contest, head + arena() + DAILY + drawn, values)
    assert open_.standings.boards[0].needs_draw == (("A", "C"),)
    assert [text.en for text in open_.blockers()] == ["a draw is needed between 单位A, 单位C"]
    assert [(row.code, row.rank, row.tie_break) for row in open_.rows] == [
        ("B", 1, "component:daily"),
        ("A", 2, "component:daily"),
        ("C", 2, "component:daily"),
    ], "70 × 60 % + 85 × 40 % = 76 = 80 × 60 % + 70 × 40 %"
    assert done.complete
    assert sorted(row.rank or 0 for row in done.rows) == [1, 2, 3]
    assert done.assessment.draws[0].reason == "李监督"


def test_an_indicator_of_a_file_is_turned_into_points_by_its_rule(desk: Desk) -> None:
    rated = DAILY + 'rule = "minmax"\nbetter = "lower"\nfloor = 60\nunit = "天"\n'
    exempt = '[[exempt]]\ncontestant = "B"\nreason = "机构撤并"\n'
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena() + rated + exempt, "contestant,value\nA,12.5\nB,400\nC,20\n")
        kept = assessment_record(found)
        again = assess(file.contest, recorded_assessment(kept, file.contest))
    assert {row.code: row.result.components["daily"] for row in found.rows if row.code != "B"} == {"A": 100, "C": 60}
    assert kept["rules"]["component"][1]["rule"] == "minmax"
    assert assessment_record(again) == kept


def test_ranks_on_exact_scores_and_boards_of_its_own(desk: Desk) -> None:
    head = HEAD + 'rank_on = "exact"\nranking = "dense"\ndecimals = 0\nboard = "category"\ntie_breaks = ["exact"]\n'
    with season_in_memory() as file:
        found = desk.read(file.contest, head + arena(weight=100))
    assert [board.key for board in found.standings.boards] == ["k"]
    assert told(found) == {"A": (1, "87", None), "B": (2, "81", None), "C": (3, "69", None)}


def test_what_the_journal_keeps_gives_the_same_assessment_again(desk: Desk) -> None:
    drawn = '[[draw]]\nseed = " 1949 "\nbetween = ["C", "A"]\n'
    exempt = '[[exempt]]\ncontestant = "B"\nreason = "机构撤并"\n'
    with season_in_memory() as file:
        found = desk.read(file.contest, HEAD + arena(more='rounds = [1, 2]\nno_show = "zero"') + DAILY + drawn + exempt)
        kept = assessment_record(found)
        again = assess(file.contest, recorded_assessment(kept, file.contest))
        assert assessment_record(again) == kept
        assert again.assessment.draws == found.assessment.draws
        with pytest.raises(BadInput):
            recorded_assessment({**kept, "rules": {**kept["rules"], "component": []}}, file.contest)


LIVE_SAID = (
    "half.toml: component[1].key: 'live' is the judges' score of a round; an assessment calls its component "
    "otherwise, such as arena"
)
FAULTS: dict[str, tuple[str, list[str]]] = {
    "no components": (HEAD, ["half.toml: component: needs at least one"]),
    "no title": (
        "[assessment]\n" + arena(weight=100),
        ["half.toml: assessment.title: is required"],
    ),
    "weights": (
        HEAD + arena() + DAILY.replace("40", "30"),
        ["half.toml: component: the weights total 90, not 100: 10 short"],
    ),
    "live": (
        HEAD + arena(weight=100).replace('"arena"', '"live"'),
        [LIVE_SAID],
    ),
    "live from a file": (
        HEAD + DAILY.replace('"daily"', '"live"').replace("40", "100"),
        [LIVE_SAID],
    ),
    "no basis": (
        HEAD + '[[component]]\nkey = "x"\nname = "x"\nweight = 100\n',
        ["half.toml: component[1]: needs either score or file"],
    ),
    "two bases": (
        HEAD + arena() + DAILY + 'score = "best"\n',
        ["half.toml: component[2]: needs either score or file"],
    ),
    "no such way": (
        HEAD + arena("median", 100),
        ["half.toml: component[1].score: must be one of mean | best | last"],
    ),
    "an empty file": (
        HEAD + DAILY.replace("40", "100").replace('"daily.csv"', '""'),
        ["half.toml: component[1].file: is required"],
    ),
    "rounds of a file": (
        HEAD + arena() + DAILY + 'rounds = [1]\nno_show = "zero"\n',
        [
            "half.toml: component[2].rounds: is only for a component from the rounds (score)",
            "half.toml: component[2].no_show: is only for a component from the rounds (score)",
        ],
    ),
    "a rule for rounds": (
        HEAD + arena(weight=100, more='rule = "minmax"'),
        ["half.toml: component[1].rule: is only for a component from a file (file)"],
    ),
    "rounds": (
        HEAD + arena(weight=100, more="rounds = [1, 0]"),
        ["half.toml: component[1].rounds: must be a list of different whole numbers of at least 1"],
    ),
    "rounds twice": (
        HEAD + arena(weight=100, more="rounds = [2, 2]"),
        ["half.toml: component[1].rounds: must be a list of different whole numbers of at least 1"],
    ),
    "tie-breaks": (
        HEAD + 'tie_breaks = ["draw", "untrimmed", "exact", "exact"]\n' + arena(weight=100),
        [
            "half.toml: assessment.tie_breaks: 'untrimmed' is not a tie-break of this plan",
            "half.toml: assessment.tie_breaks: 'exact' appears twice",
            "half.toml: assessment.tie_breaks: draw must stand last",
        ],
    ),
    "grades": (
        HEAD + arena(weight=100) + '[[grade]]\nname = "优秀"\ntop = 101\n',
        ["half.toml: grade[1].top: must not exceed 100"],
    ),
    "exempt": (
        HEAD
        + arena(weight=100)
        + '[[exempt]]\ncontestant = "Z"\n'
        + '[[exempt]]\ncontestant = "A"\nreason = "x"\n' * 2,
        [
            "half.toml: exempt[1].contestant: there is no contestant 'Z' in the roster",
            "half.toml: exempt[1].reason: is required",
            "half.toml: exempt[3].contestant: 'A' appears twice",
        ],
    ),
    "draws": (
        HEAD + arena(weight=100) + '[[draw]]\nseed = ""\nbetween = ["A", "Z"]\n[[draw]]\nseed = "1"\nbetween = ["A"]\n',
        [
            "half.toml: draw[1].between: there is no contestant 'Z' in the roster",
            "half.toml: draw[1].seed: the seed must not be empty",
            "half.toml: draw[2].between: a draw needs at least two different contestants",
        ],
    ),
    "unknown keys": (
        'titel = "x"\n' + HEAD + 'bord = "overall"\n' + arena(weight=100) + "wait = 1\n",
        [
            "half.toml: component[1].wait: is not a known key",
            "half.toml: assessment.bord: is not a known key",
            "half.toml: titel: is not a known key",
        ],
    ),
    "no table": (
        "assessment = 1\n" + arena(weight=100),
        ["half.toml: assessment: must be a table", "half.toml: assessment.title: is required"],
    ),
}


@pytest.mark.parametrize(("text", "faults"), FAULTS.values(), ids=FAULTS)
def test_every_fault_of_the_file_is_said_at_once(desk: Desk, text: str, faults: list[str]) -> None:
    with season_in_memory(THREE[:1]) as file, pytest.raises(BadInput) as raised:
        desk.read(file.contest, text)
    assert raised.value.lines("en") == faults


def test_faults_of_the_values_are_said_with_those_of_the_rules(desk: Desk) -> None:
    with season_in_memory(THREE[:1]) as file, pytest.raises(BadInput) as raised:
        desk.read(file.contest, HEAD + "decimals = 9\n" + arena() + DAILY, "contestant,value\nA,101\nZ,90\nA,90\n")
    assert raised.value.lines("en") == [
        "half.toml: assessment.decimals: must not exceed 4",
        "daily.csv:2:2: '101' must be a number from 0 to 100",
        "daily.csv:3:1: there is no contestant 'Z'",
        "daily.csv:4:1: 'A' appears twice",
    ]


POINTS = st.decimals(0, 100, places=1).map(str)
CODES = "ABCDE"


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, Any]:
    """Weights, values with gaps and ties, rules of ranking, grades."""
    weights = draw(st.sampled_from([["100"], ["60", "40"], ["33.3", "66.7"], ["50", "25", "25"]]))
    keys = [f"k{n}" for n, _ in enumerate(weights)]
    few = draw(st.booleans())
    points = st.sampled_from(["70", "80", "80.5"]) if few else POINTS
    values = {key: draw(st.dictionaries(st.sampled_from(CODES), points, min_size=1)) for key in keys}
    breaks = draw(st.lists(st.sampled_from(["exact", *(f"component:{key}" for key in keys)]), unique=True))
    head = {
        "decimals": draw(st.integers(0, 2)),
        "rank_on": draw(st.sampled_from(["published", "exact"])),
        "ranking": draw(st.sampled_from(["competition", "dense"])),
        "tie_breaks": breaks + ["draw"] * draw(st.booleans()),
    }
    parts = [{"key": k, "name": k, "weight": w} for k, w in zip(keys, weights, strict=True)]
    grades = draw(st.sampled_from([[], [{"name": "优", "top": "30"}, {"name": "良", "min": "75"}, {"name": "中"}]]))
    return {"head": head, "component": parts, "grade": grades, "values": values}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_of_values_alone_it_is_what_a_round_with_these_components_would_be(world: dict[str, Any]) -> None:
    """The engine of the rounds is the oracle: the same values brought into a round give the same boards."""
    head = {**PLAN["contest"], **world["head"]}
    returns = {"count": 0, "no_show": False}
    plan = {**PLAN, "contest": head, "component": world["component"], "grade": world["grade"], "returns": returns}
    people = [{"code": code, "name": f"单位{code}", "category": "k"} for code in CODES]
    setup = setup_of(plan, people, [])
    entries = tuple(Entry(code, values=_brought(world["values"], code)) for code in CODES)
    contest = Contest(setup.plan, {each.code: each for each in setup.contestants}, (), (Round(1, entries),), 1)
    expected = standings_json(standings(contest))["boards"]
    rules = {
        "assessment": {"title": "评定", **world["head"]},
        "component": [part | {"file": f"{part['key']}.csv"} for part in world["component"]],
        "grade": world["grade"],
    }
    kept = {"rules": rules, "values": world["values"]}
    found = assess(contest, recorded_assessment(kept, contest))
    assert standings_json(found.standings)["boards"] == expected
    assert found.complete == (
        all(len(each) == len(CODES) for each in world["values"].values())
        and not any(board["needs_draw"] for board in expected)
    )


def _brought(values: dict[str, dict[str, str]], code: str) -> dict[str, Decimal]:
    return {key: Decimal(each[code]) for key, each in values.items() if code in each}
