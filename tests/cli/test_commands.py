"""The headless chain from plan to bulletin: 0 done, 1 not now, 2 bad input (rules.md, Command line)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from arena_desk.cli.commands import with_open
from build_spec.bundling import version
from storage.contest_file import read_contest
from tests.exports.read_pdf import texts
from tests.files import changed, write_files
from tests.workbooks import workbook

Run = Callable[..., Result]
Sheet = Callable[..., Path]


def lines(result: Result) -> list[str]:
    return result.stderr.splitlines()


def records(path: Path) -> list[str]:
    return [record.what for record in read_contest(path).journal]


def test_it_says_which_version_it_is(run: Run) -> None:
    told = run("--version")
    assert (told.exit_code, told.stdout) == (0, f"Arena Desk {version()}\n")


def test_a_contest_is_created_from_a_plan_and_never_over_another(run: Run, tmp_path: Path) -> None:
    path, plan = tmp_path / "x.arena", write_files(tmp_path)
    made = run("new", path, plan)
    assert (made.exit_code, made.stdout, made.stderr) == (0, f"created {path}: 3 contestants, 3 judges\n", "")
    again = run("new", path, plan)
    assert (again.exit_code, lines(again)) == (2, [f"{path}: the file exists and was left alone"])


def test_a_wrong_plan_creates_nothing_and_lists_every_fault(run: Run, tmp_path: Path) -> None:
    plan = write_files(tmp_path, changed("contest", "decimals", "9"), judges="code,name,group\nJ1,,h\n")
    result = run("new", tmp_path / "x.arena", plan)
    assert (result.exit_code, result.stdout) == (2, "")
    assert lines(result) == [
        "plan.toml: contest.decimals: must not exceed 4",
        "judges.csv:2:2: must not be empty",
        "judges.csv:2:3: the plan has no judge group 'h'",
    ]
    assert not (tmp_path / "x.arena").exists()


def test_the_roster_takes_newcomers(run: Run, contest: Path, sheet: Sheet) -> None:
    done = run("roster", contest, sheet("code,name,category", "D,丁单位,k", "A,新名字,k"))
    assert (done.exit_code, done.stdout) == (0, "1 added, 1 updated\n")
    wrong = run("roster", contest, sheet("code,name,category", "E,戊,x"))
    assert (wrong.exit_code, lines(wrong)) == (2, ["导入.csv:2:3: the plan has no category 'x'"])


def test_judges_join_by_a_table_and_one_is_taken_out_again(run: Run, contest: Path, sheet: Sheet) -> None:
    group = read_contest(contest).contest.judges[0].group
    more = sheet("code,name,group", f"K1,新评委,{group}", f"K2,又一位,{group}")
    assert run("judges", contest, more, "--reason", "补充").stdout == "2 judges added\n"
    assert run("judges", contest, "--remove", "K2", "--reason", "误加").stdout == "recorded; the journal stands at 4\n"
    assert [judge.code for judge in read_contest(contest).contest.judges] == ["J1", "J2", "J3", "K1"]
    wrong = run("judges", contest, sheet("code,name,group", "K3,,x"))
    assert (wrong.exit_code, len(lines(wrong))) == (2, 2)
    assert run("judges", contest, "--remove", "K9").exit_code == 2
    assert records(contest) == ["created", "add-judge", "add-judge", "remove-judge"]
    assert run("judges", contest, "--remove", "").exit_code == 2


def test_every_table_may_be_an_excel_sheet(run: Run, contest: Path, tmp_path: Path) -> None:
    people = workbook(tmp_path / "名单.xlsx", [["编码", "名称", "类别"], ["D", "丁单位", "类别"]])
    assert run("roster", contest, people).stdout == "1 added, 0 updated\n"
    scores = workbook(tmp_path / "评分.xlsx", [["参赛单位", "评委", "摆问题", "谈思路"], ["A", "J1", 40, 50.5]])
    assert run("score", contest, scores, "--reason", "纸质").stdout == "1 ballots stored\n"
    wrong = workbook(tmp_path / "评分.xlsx", [["参赛单位", "评委", "摆问题", "谈思路"], ["B", "J9", 41, 50]])
    result = run("score", contest, wrong, "--reason", "纸质")
    assert (result.exit_code, lines(result)) == (
        2,
        ["评分.xlsx[Sheet1]:2:2: there is no judge 'J9'", "评分.xlsx[Sheet1]:2:3: 41 is outside 0–40"],
    )


def test_paper_ballots_are_stored_whole_and_over_others_only_when_told_to(
    run: Run, contest: Path, sheet: Sheet
) -> None:
    ballots = sheet("contestant,judge,a,b", "A,J1,４０,50", "B,J1,30,50")
    done = run("score", contest, ballots, "--reason", "断网")
    assert (done.exit_code, done.stdout) == (0, "2 ballots stored\n")
    again = run("score", contest, ballots, "--reason", "断网")
    assert (again.exit_code, lines(again)) == (
        2,
        [
            f"导入.csv:{n}:2: J1 has a ballot for {code}; use --replace to replace it"
            for n, code in ((2, "A"), (3, "B"))
        ],
    )
    assert run("score", contest, ballots, "--replace", "--reason", "重录").exit_code == 0
    wrong = run("score", contest, sheet("contestant,judge,a,b", "C,J1,40,50", "Z,J9,41,"), "--reason", "断网")
    assert (wrong.exit_code, [line.partition(": ")[0] for line in lines(wrong)]) == (
        2,
        ["导入.csv:3:1", "导入.csv:3:2", "导入.csv:3:3", "导入.csv:3:4"],
    )
    assert records(contest) == ["created", *["ballot"] * 4]


@pytest.mark.parametrize("words", [("score", "导入.csv"), ("mark", "no-show", "A")])
@pytest.mark.parametrize("reason", [[], ["--reason", " "]])
def test_nothing_is_corrected_without_a_reason(
    run: Run, contest: Path, words: tuple[str, ...], reason: list[str]
) -> None:
    command, *rest = words
    assert run(command, contest, *rest, *reason).exit_code == 2
    assert records(contest) == ["created"]


def test_the_round_is_closed_or_says_what_stands_in_the_way(run: Run, contest: Path, scored: Path) -> None:
    assert run("mark", contest, "undo", "1", "--reason", "x").exit_code == 2
    run("mark", contest, "recuse", "J1", "A", "--reason", "x")
    closed = run("close-round", contest)
    assert (closed.exit_code, closed.stdout) == (0, "round 1 is closed\n")
    assert run("close-round", contest).exit_code == 0
    assert run("close-round", contest, "--round", "2").exit_code == 2


def test_a_round_that_cannot_be_closed_lists_every_blocker(run: Run, contest: Path) -> None:
    result = run("close-round", contest)
    assert result.exit_code == 1
    assert lines(result)[0] == "the result cannot be made final yet"
    assert [line[:4] for line in lines(result)[1:]] == ["- A ", "- B ", "- C "]


def test_the_next_round_begins_with_those_who_return(run: Run, scored: Path) -> None:
    early = run("next-round", scored)
    assert (early.exit_code, lines(early)) == (1, ["round 1 is not closed"])
    run("close-round", scored)
    for codes, said in (
        (
            ["Y", "Z"],
            ["entries: there is no contestant 'Y' in the roster", "entries: there is no contestant 'Z' in the roster"],
        ),
        (["C"], ["entries: 'C' is already in the line-up"]),
    ):
        wrong = run("next-round", scored, *codes)
        assert (wrong.exit_code, lines(wrong)) == (2, said)
    done = run("next-round", scored, "A")
    assert (done.exit_code, done.stdout) == (0, "round 2 begins with: C A\n")


def test_a_round_nobody_has_to_come_to_says_so(run: Run, contest: Path) -> None:
    for code in "ABC":
        run("mark", contest, "withdraw", code, "--reason", "退出")
    run("close-round", contest)
    assert run("next-round", contest).stdout == "round 2 begins with: (nobody)\n"


def test_standings_as_json_are_those_of_the_rules(run: Run, scored: Path) -> None:
    run("close-round", scored)
    result = run("standings", scored, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    (board,) = found.pop("boards")
    assert found == {"contest": "营商环境擂台赛", "round": 1, "status": "final", "closed": True, "revision": 11}
    rows = board.pop("rows")
    assert board == {"key": "overall", "name": "总榜", "status": "final", "needs_draw": []}
    assert rows[2] == {
        "rank": 3,
        "code": "C",
        "name": "丙单位",
        "category": "k",
        "status": "complete",
        "published": "70.00",
        "exact": "70",
        "components": {"live": "70"},
        "groups": {"g": {"score": "70", "counted": 3, "dropped_high": [], "dropped_low": []}},
        "adjustments": "0",
        "tie_break": None,
        "grade": None,
        "returns": True,
        "returned_before": 0,
    }
    assert "营商环境" in result.stdout, "readable, not escaped"


def test_standings_for_a_spreadsheet(run: Run, scored: Path) -> None:
    run("mark", scored, "no-show", "C", "--reason", "没来")
    assert run("standings", scored, "--format", "csv").stdout.splitlines() == [
        "board,rank,code,name,category,status,published,exact,tie_break,grade,returns,returned_before",
        "overall,1,A,甲单位,k,complete,90.00,90,,,false,0",
        "overall,2,B,乙单位,k,complete,80.00,80,,,true,0",
        "overall,,C,丙单位,k,no_show,,,,,true,0",
    ]


def test_standings_for_a_terminal_line_up_in_both_languages(
    run: Run, scored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("mark", scored, "withdraw", "A", "--reason", "退出")
    assert run("standings", scored).stdout.splitlines() == [
        "营商环境擂台赛, round 1: final",
        "",
        "总榜  final",
        "rank  code  name    score  tie-break  grade  notes",
        "1     B     乙单位  80.00",
        "2     C     丙单位  70.00                    returns next round",
        "      A     甲单位                           withdrawn",
    ]
    run("close-round", scored)
    run("next-round", scored)
    assert run("standings", scored, "--round", "1").stdout.splitlines()[0] == "营商环境擂台赛, round 1: closed"
    monkeypatch.delenv("ARENA_DESK_LANG")
    shown = run("standings", scored).stdout.splitlines()
    assert shown[0] == "营商环境擂台赛　第 2 轮　临时"
    assert shown[-1].split() == ["C", "丙单位", "未完成", "上一轮列为继续打擂"]


def test_whoever_did_not_come_is_not_said_to_have_been_last(run: Run, scored: Path) -> None:
    for _ in range(2):
        run("mark", scored, "no-show", "C", "--reason", "未到")
        run("mark", scored, "withdraw", "B", "--reason", "退出")
        run("close-round", scored)
        run("next-round", scored)
    assert run("standings", scored, "--round", "2").stdout.splitlines()[-1].split()[2:] == [
        *("no-show", "returns", "next", "round"),
        *["back", "from", "last", "round"],
    ]
    assert run("standings", scored).stdout.splitlines()[-1].endswith("had to return 2 rounds in a row")


def test_a_draw_that_is_needed_stands_under_its_board(run: Run, tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "x.arena"
    run("new", path, write_files(tmp_path, changed("contest", "tie_breaks", '["draw"]')))
    rows = [f"{code},J{n},20,50" for code in "ABC" for n in (1, 2, 3)]
    run("score", path, sheet("contestant,judge,a,b", *rows), "--reason", "纸质")
    assert run("standings", path).stdout.splitlines()[-1] == "a draw is needed: A B C"
    run("mark", path, "draw", "7391", "A", "B", "C", "--reason", "并列")
    assert [
        row["tie_break"] for row in json.loads(run("standings", path, "--format", "json").stdout)["boards"][0]["rows"]
    ] == ["draw"] * 3


def test_a_score_is_explained(run: Run, scored: Path) -> None:
    told = run("explain", scored, "A").stdout
    assert "评委一" in told
    assert "90.00" in told
    assert run("explain", scored, "A", "--round", "1").stdout == told


@pytest.mark.parametrize(
    "words",
    [
        ("standings", "--round", "2"),
        ("standings", "--round", "0"),
        ("standings", "--round", "first"),
        ("standings", "--format", "pdf"),
        ("explain", "Z"),
        ("explain", "A", "--round", "2"),
        ("explain",),
        ("serve", "--port", "65536"),
        ("serve", "--port", "-1"),
        ("open", "--port", "99999"),
        ("verify", "--fingerprint", "12"),
        ("verify", "--fingerprint", ""),
        ("roster", "没有.csv"),
        ("judges", "没有.csv"),
        ("judges",),
        ("score", "没有.csv", "--reason", "x"),
        ("mark", "--reason", "x"),
        ("bulletin", "-o", "x.pdf", "--round", "7"),
        ("bulletin",),
        ("serve", "--tls-cert", "x.pem"),
    ],
)
def test_what_makes_no_sense_is_bad_input_and_changes_nothing(
    run: Run, contest: Path, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command, *rest = words
    result = run(command, contest, *rest)
    assert (result.exit_code, result.stdout, bool(result.stderr)) == (2, "", True)
    assert records(contest) == ["created"]
    assert not Path("x.pdf").exists()


COMMANDS: list[tuple[str, ...]] = [
    ("roster", "x.csv"),
    ("judges", "x.csv"),
    ("score", "x.csv", "--reason", "x"),
    ("mark", "no-show", "A", "--reason", "x"),
    ("standings",),
    ("explain", "A"),
    ("close-round",),
    ("next-round",),
    ("bulletin", "-o", "x.pdf"),
    ("verify",),
    ("serve",),
]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_is_no_contest_is_bad_input(
    run: Run, tmp_path: Path, words: tuple[str, ...], there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if there:
        Path("x.arena").write_text("会议纪要", encoding="utf-8")
    result = run(words[0], "x.arena", *words[1:])
    assert (result.exit_code, result.stdout) == (2, "")
    assert ("is not a contest file" if there else "there is no such file") in result.stderr


def test_a_file_that_holds_is_verified_and_gives_its_fingerprint(run: Run, scored: Path) -> None:
    result = run("verify", scored)
    last = read_contest(scored).journal[-1]
    printed = f"{last.number}:{last.digest[:16]}"
    assert (result.exit_code, result.stdout) == (0, f"all is well: 10 records, fingerprint {printed}\n")
    typed = printed.replace(":", "：").upper().translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789ABCDEF"})
    for given in (printed, typed):
        result = run("verify", scored, "--fingerprint", given)
        agrees = "the fingerprint given for record 10 agrees with the journal"
        assert (result.exit_code, result.stdout) == (
            0,
            f"all is well: 10 records, fingerprint {printed}\n{agrees}\n",
        )
    refused = run("verify", scored, "--fingerprint", "10")
    assert (refused.exit_code, refused.stderr.startswith("a fingerprint is NUMBER:HEX")) == (2, True)


def test_a_file_that_does_not_hold_lists_what_was_found(run: Run, scored: Path) -> None:
    connection = sqlite3.connect(scored)
    connection.execute('UPDATE ballot SET scores = \'{"a":"40","b":"60"}\' WHERE judge = \'J1\'')
    connection.commit()
    connection.close()
    result = run("verify", scored)
    assert (result.exit_code, len(lines(result)), result.stdout) == (1, 3, "")
    other = run("verify", scored, "--fingerprint", "10:" + "0" * 16)
    assert (other.exit_code, lines(other)[0].startswith("the digest of record 10 is ")) == (1, True)


def test_a_bulletin_is_written_once(run: Run, scored: Path, tmp_path: Path) -> None:
    out = tmp_path / "通报.pdf"
    done = run("bulletin", scored, "-o", out)
    assert (done.exit_code, done.stdout) == (0, f"written to {out}\n")
    before = out.read_bytes()
    assert before.startswith(b"%PDF")
    assert (run("bulletin", scored, "-o", out).exit_code, out.read_bytes() == before) == (2, True)
    assert run("bulletin", scored, "-o", out, "--replace").exit_code == 0


def test_a_bulletin_explains_every_score_when_asked_to(run: Run, scored: Path, tmp_path: Path) -> None:
    plain, explained = tmp_path / "plain.pdf", tmp_path / "explained.pdf"
    run("mark", scored, "recuse", "J2", "B", "--reason", "kin")
    run("mark", scored, "start-order", "7391", "--reason", "said aloud")
    assert run("bulletin", scored, "-o", plain).exit_code == 0
    assert run("bulletin", scored, "-o", explained, "--explain").exit_code == 0
    assert "How each score came about" not in texts(plain.read_bytes())
    read = texts(explained.read_bytes())
    for words in (
        "(reason: kin; journal record ",
        "seed '7391'; order: ",
        "Annex: 1. How each score came about",
        "A 甲",
    ):
        assert words in read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ([], []),
        (["x.arena"], ["open", "x.arena"]),
        (["--lang", "en", "x.arena"], ["--lang", "en", "open", "x.arena"]),
        (["--lang=en", "x.arena"], ["--lang=en", "open", "x.arena"]),
        (["--lang", "en"], ["--lang", "en"]),
        (["--help"], ["--help"]),
        (["standings", "x.arena"], ["standings", "x.arena"]),
        (["--lang", "en", "close-round", "x.arena"], ["--lang", "en", "close-round", "x.arena"]),
        (["open", "x.arena"], ["open", "x.arena"]),
    ],
)
def test_a_first_word_that_is_no_command_is_a_file_to_open(typed: list[str], meant: list[str]) -> None:
    assert with_open(typed) == meant


def test_the_language_is_chosen_with_a_word(run: Run, contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARENA_DESK_LANG", "zh")
    assert "成绩还不能确认" in run("close-round", contest).stderr
    assert "成绩还不能确认" in run("--lang", "zh", "close-round", contest).stderr
    assert "cannot be made final" in run("--lang", "en", "close-round", contest).stderr
    assert run("--lang", "fr", "close-round", contest).exit_code == 2
