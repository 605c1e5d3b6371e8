"""Sheets to sign, paper ballots and signs, read back from paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
import segno

from exports.letter import Letter
from exports.sheets import confirmation, entry_sheets, judge_sheets
from exports.signs import door_signs, line_up
from exports.slips import paper_ballots, slips
from exports.source import BulletinSource
from scoring.contest import Signature, Signer
from scoring.errors import BadInput
from scoring.mark import Mark, MarkKind
from scoring.plan import Criterion
from scoring.standings import standings
from tests.exports.build import DIGEST, judged
from tests.exports.read_pdf import Sheet, opened, sheets, texts

THREE = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}
LEFT, RIGHT, BOTTOM = 28.0, 184.0, 262.0
LONG = "国家级经济技术开发区管理委员会（综合行政执法局）"
MAKERS: Mapping[str, Callable[[BulletinSource], bytes]] = {
    "judges": lambda source: judge_sheets(source, ()),
    "contestants": lambda source: entry_sheets(source, ()),
    "confirmation": lambda source: confirmation(source, ()),
    "ballots": lambda source: paper_ballots(source, ()),
    "line-up": lambda source: line_up(source, ()),
    "signs": lambda source: door_signs(source, ()),
}


def renamed(source: BulletinSource, name: str) -> BulletinSource:
    """The same source with a contestant of another name."""
    people = {code: replace(each, name=name) for code, each in source.contest.contestants.items()}
    contest = replace(source.contest, contestants=people)
    return replace(source, contest=contest, standings=standings(contest, source.round.number))


def outline(made: bytes) -> list[str]:
    """What stands in the outline of a PDF."""
    with opened(made) as document:
        return [mark.get_title() for mark in document.get_toc()]


def packed(sheet: Sheet) -> str:
    return sheet.text.replace("\r\n", "").replace(" ", "")


def test_every_judge_has_a_sheet_with_all_scores_to_sign() -> None:
    pages = sheets(judge_sheets(judged(THREE), ()))
    assert len(pages) == 7
    first = packed(pages[0])
    for words in (
        "评委：L1领导评委一（领导评委）",
        "摆问题0—40分",
        "市教育局365086",
        "市民政局305080",
        "签名：",
        "日期：",
    ):
        assert words in first
    assert outline(judge_sheets(judged(THREE), ()))[0] == "领导评委一"


def test_who_was_out_is_said_in_place_of_scores() -> None:
    marks = [
        Mark(MarkKind.RECUSE, "E1", "A", record=7),
        Mark(MarkKind.JUDGE_ABSENT, "L2", record=8),
        Mark(MarkKind.JUDGE_LEFT, "E5", record=9),
        Mark(MarkKind.NO_SHOW, contestant="C", record=10),
    ]
    source = judged({**THREE, "A": "36 36 - 30 34 35 -", "C": "- - - - - - -"}, marks)
    pages = [packed(sheet) for sheet in sheets(judge_sheets(source, ()))]
    assert "市教育局———缺席" in pages[1]
    assert "市教育局———回避" in pages[2]
    assert "市教育局———已离席" in pages[6]
    assert "市民政局———未到" in pages[0]
    entry = packed(sheets(entry_sheets(source, ()))[0])
    assert "领导评委二———缺席" in entry


def test_an_absent_judge_who_gave_no_score_is_not_asked_to_sign_any() -> None:
    scores = {code: " ".join(["36", "-", *each.split()[2:]]) for code, each in THREE.items()}
    source = judged(scores, [Mark(MarkKind.JUDGE_ABSENT, "L2", record=8)])
    pages = [packed(sheet) for sheet in sheets(judge_sheets(source, ()))]
    assert len(pages) == 6
    assert not any("领导评委二" in page for page in pages)


def test_every_contestant_has_a_sheet_with_room_for_the_judges_names() -> None:
    pages = sheets(entry_sheets(judged(THREE), ()))
    assert len(pages) == 3
    sheet = pages[1]
    for words in ("参赛单位：B市科技局（出场第2号）", "专家评委5345084", "计票人：", "监督员："):
        assert words in packed(sheet)
    edges = sorted({round(box.left, 1) for box in sheet.boxes if box.width < 0.5})
    assert edges[-1] - edges[-2] > 29, "wide enough to sign in"


def test_the_result_is_confirmed_with_the_state_of_the_journal_and_by_whom() -> None:
    source = judged(THREE)
    signed = {Signer.TELLER: Signature("孙八", "2026-11-25T08:00:00.000000Z", 413)}
    source = replace(source, round=replace(source.round, signatures=signed))
    text = texts(confirmation(source, ())).replace(" ", "")
    for words in (f"第412号记录（哈希值前16位{DIGEST[:16]}）", "评委组长：", "孙八已于2026-11-25", "监督员："):
        assert words in text
    assert "84.80" in text


def test_who_confirmed_in_the_desk_stands_below_the_line_and_leaves_it_free() -> None:
    at = "2026-11-25T08:00:00.000000Z"
    source = judged(THREE, letter=Letter(copies="省委办公厅"))
    signed = {signer: Signature("阿卜杜拉·买买提江·艾力", at, 413) for signer in Signer}
    source = replace(source, round=replace(source.round, signatures=signed))
    (sheet,) = sheets(confirmation(source, ()))
    day, note = sheet.line("日期："), sheet.line("阿卜杜拉·买买提江·艾力已于")
    assert sheet.line("评委组长：")[-1].right < day[0].left - 30
    assert day[0].bottom < note[0].top
    assert "抄送" not in sheet.text


def test_a_confirmation_of_an_open_round_is_provisional() -> None:
    assert all("临" in sheet.text for sheet in sheets(confirmation(judged(THREE, closed=None), ())))


def test_there_is_a_paper_ballot_for_everyone_who_is_expected_and_some_to_spare() -> None:
    marks = [Mark(MarkKind.RECUSE, "E1", "A", record=7), Mark(MarkKind.NO_SHOW, contestant="C", record=8)]
    source = judged(THREE, marks)
    wanted = [(slip.code, slip.judge.code) for slip in slips(source) if slip.judge]
    assert len(wanted) == 13
    assert ("A", "E1") not in wanted
    assert len(slips(source)) % 8 == 0
    assert sum(slip.judge is None for slip in slips(source)) == 3
    made = paper_ballots(source, ())
    pages = sheets(made)
    assert len(pages) == 2
    assert outline(made) == ["1　市教育局", "2　市科技局", "备用"]
    assert "1　市教育局" in pages[0].text
    assert "摆问题（0—40，以0.5分为单位）" in pages[0].text
    assert pages[1].text.count("参赛单位：＿") == 3


def test_the_code_of_a_paper_ballot_begins_its_line_in_the_table_of_ballots() -> None:
    sheet = sheets(paper_ballots(judged(THREE), ()))[0]
    code = segno.make_qr("A,L1", error="m")
    size = len(code.matrix)
    bars = [box for box in sheet.boxes if box.right < 105 and box.top < 30 and box.height < 1 and box.left > 75]
    left, top = min(bar.left for bar in bars), min(bar.top for bar in bars)
    module = 19 / (size + 8)
    middles = [[(left + (c + 0.5) * module, top + (r + 0.5) * module) for c in range(size)] for r in range(size)]
    dark = [[any(b.left < x < b.right and b.top < y < b.bottom for b in bars) for x, y in row] for row in middles]
    assert dark == [[bool(each) for each in row] for row in code.matrix]


@pytest.mark.parametrize("count", [1, 8, 20])
def test_ballots_with_any_number_of_criteria_can_be_cut_apart(count: int) -> None:
    names = "基础工作推进情况及其成效"
    ten, weight = Decimal(10), Decimal(100) / count
    criteria = tuple(Criterion(f"c{n}", names, ten, Decimal(0), weight) for n in range(count))
    source = renamed(judged({"A": "36 36 38 30 34 35 33"}), LONG)
    source = replace(source, contest=replace(source.contest, plan=replace(source.contest.plan, criteria=criteria)))
    pages = sheets(paper_ballots(source, ()))
    rows = round(297 / min(297, next(h for h in (74.25, 99, 148.5, 297) if 12 + 36 + count * 8 <= h or h == 297)))
    for mark in (mark for page in pages for mark in page.marks if mark.char.strip()):
        assert not mark.left < 105 < mark.right
        assert mark.bottom % (297 / rows) > mark.top % (297 / rows)


def test_the_line_up_names_everyone_in_order() -> None:
    marks = [Mark(MarkKind.WITHDRAW, contestant="B", record=8)]
    text = packed(sheets(line_up(judged(THREE, marks), ()))[0])
    assert "1市教育局参与单位2市科技局参与单位退出3市民政局参与单位" in text
    assert "备注" not in texts(line_up(judged(THREE), ()))


def test_a_long_line_up_leaves_more_than_a_few_rows_for_its_last_page() -> None:
    for count in (22, 24, 26):
        everyone = judged({f"U{n:02}": THREE["A"] for n in range(1, count + 1)})
        rows = [packed(page).count("参与单位") for page in sheets(line_up(everyone, ()))]
        assert sum(rows) == count
        assert len(rows) == 2
        assert rows[-1] >= 6


def test_every_contestant_has_a_sign_and_long_names_stay_on_it() -> None:
    made = door_signs(renamed(judged(THREE), LONG), ())
    pages = sheets(made)
    assert len(pages) == 2
    assert outline(made) == [f"{number}　{LONG}（{code}）" for number, code in enumerate("ABC", start=1)]
    assert packed(pages[0]).count(LONG) == 2
    assert "第3号" in packed(pages[1])
    first = pages[0].line(LONG)
    upper = [mark for mark in first if mark.y == pytest.approx(first[0].y)]
    assert len(LONG) / 2 == pytest.approx(len(upper), abs=1)
    for mark in (mark for page in pages for mark in page.marks if mark.char.strip()):
        assert 10 < mark.left < mark.right < 200
        assert mark.bottom % 148.5 > mark.top % 148.5


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("kind", ["judges", "contestants", "confirmation", "line-up"])
@pytest.mark.parametrize("criteria", [2, 9])
def test_everything_to_sign_stands_within_the_type_area(kind: str, criteria: int) -> None:
    points = {f"U{n:02}": f"{36 - n * 0.5:g} 36 38 30 34 35 33" for n in range(1, 31)}
    source = renamed(judged(points), LONG)
    plan = source.contest.plan
    more = tuple(
        Criterion(f"c{n}", "其他方面的评分项", Decimal(10), Decimal(0), Decimal(0)) for n in range(criteria - 2)
    )
    sevens = {each.key: Decimal(7) for each in more}
    entries = tuple(
        replace(entry, ballots={j: replace(b, scores={**b.scores, **sevens}) for j, b in entry.ballots.items()})
        for entry in source.round.entries
    )
    round_ = replace(source.round, entries=entries)
    contest = replace(source.contest, plan=replace(plan, criteria=(*plan.criteria, *more)), rounds=(round_,))
    source = replace(source, contest=contest, round=round_, standings=standings(contest, 1))
    for number, sheet in enumerate(sheets(MAKERS[kind](source)), start=1):
        body = [mark for mark in sheet.marks if mark.char.strip() and mark.y < BOTTOM + 1]
        assert min(mark.left for mark in body) >= LEFT - 0.15
        assert max(mark.right for mark in body) <= RIGHT + 0.15
        assert max(mark.bottom for mark in body) <= BOTTOM
        assert max(box.right for box in sheet.boxes) <= RIGHT + 0.4
        assert f"— {number} —" in sheet.text


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("kind", MAKERS)
def test_rare_characters_are_printed_or_named_and_the_same_input_is_the_same_bytes(kind: str) -> None:
    source = renamed(judged(THREE, language="en"), "市〇·㛃局")
    data = MAKERS[kind](source)
    assert data == MAKERS[kind](source)
    assert "市〇·㛃局" in texts(data)
    with pytest.raises(BadInput, match="U\\+E123"):
        MAKERS[kind](renamed(source, "市\ue123局"))
