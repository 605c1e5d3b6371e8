"""What a person decides of a bulletin: kept, read again, and where it stands on paper."""

from __future__ import annotations

import itertools
import json
from datetime import date

import pytest

from exports.annexes import annex
from exports.bulletin import bulletin
from exports.letter import NAMES, Attachment, Letter, letter_of, parse_day, with_letter
from scoring.mark import Mark, MarkKind
from scoring.text import Language
from tests.exports.build import a_plan, fifty_five, judged, small
from tests.exports.read_pdf import opened, sheets, texts

LEFT, RIGHT, BOTTOM, LINE, CELL = 28.0, 184.0, 262.0, 225 / 22, 156 / 28
MANY = "市委办公厅、市人大常委会办公厅、市政府办公厅、市政协办公厅，市纪委监委机关，市中级人民法院、市人民检察院"
FULL = Letter(
    issuer="市优化营商环境办公室文件",
    number="青营商办〔2023〕5号",
    addressee="各区（市）",
    basis="根据市委部署，5月7日举行了擂台赛",
    signer="市专项办",
    day=date(2023, 5, 9),
    copies=MANY,
    attachments=tuple(Attachment),
)
THREE = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}


def test_a_letter_is_read_again_as_it_was_kept() -> None:
    kept = with_letter(with_letter(None, 1, FULL), 3, Letter())
    assert letter_of(kept, 1) == FULL
    assert letter_of(kept, 3) == Letter()


def test_the_next_round_begins_with_the_words_of_the_one_before_but_its_own_number_and_date() -> None:
    following = letter_of(with_letter(None, 1, FULL), 2)
    assert (following.number, following.day) == ("", None)
    assert following.addressee == FULL.addressee
    assert following.attachments == FULL.attachments


def test_a_letter_of_another_version_is_read_as_far_as_it_is_known() -> None:
    kept = json.dumps({"1": {"number": "5号", "day": "soon", "attachments": ["scores", "sculpture"], "ink": "blue"}})
    assert letter_of(kept, 1) == Letter(number="5号", attachments=(Attachment.SCORES,))
    assert letter_of(json.dumps({"1": {"attachments": "all"}}), 1) == Letter()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-05-07", date(2023, 5, 7)),
        (" 2023年5月7日", date(2023, 5, 7)),
        ("2023.5.7", date(2023, 5, 7)),
        ("2023-02-30", None),
        ("5月7日", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day


def test_every_field_stands_in_its_place() -> None:
    pages = sheets(bulletin(judged(THREE, letter=FULL), ()))
    first, last = pages[0], pages[-1]
    assert first.text.startswith("市优化营商环境办公室文件")
    assert "各区（市）：" in first.text
    assert "根据市委部署，5月7日举行了擂台赛。参赛单位3个，7名评委现场评分。现将结果通报如下。" in first.text.replace(
        "\r\n", ""
    )
    signed = next(sheet for sheet in pages if "附件：1" in sheet.text)
    signer, day = signed.line("市专项办")[0], signed.line("2023年5月9日")[0]
    assert day.x - signer.x == pytest.approx(2 * CELL, abs=0.01)
    assert "2023年5月9日印发" in last.text


def test_attachments_are_listed_one_below_the_other_and_follow_in_that_order() -> None:
    pages = sheets(bulletin(judged(THREE, letter=FULL), ()))
    note = next(sheet for sheet in pages if "附件：1" in sheet.text)
    starts = [note.line(f"{n}. {NAMES[each].zh}")[0] for n, each in enumerate(Attachment, start=1)]
    assert [start.x for start in starts] == pytest.approx([LEFT + 5 * CELL] * len(Attachment), abs=0.01)
    assert [b.y - a.y for a, b in itertools.pairwise(starts)] == pytest.approx([LINE] * (len(Attachment) - 1), abs=0.01)
    heads = [sheet.text.splitlines()[:2] for sheet in pages if sheet.text.startswith("附件")]
    assert heads == [[f"附件{n}", NAMES[each].zh] for n, each in enumerate(Attachment, start=1)]


def test_copies_stand_in_the_foot_one_character_in_and_further_lines_below_the_first_name() -> None:
    last = sheets(bulletin(small(copies=MANY), ()))[-1]
    four = 14 * 25.4 / 72
    word = last.line("抄送：市委办公厅")
    rows = sorted({round(mark.y, 1) for mark in last.line("抄送：" + MANY + "。")})
    below = [mark for mark in last.marks if round(mark.y, 1) == rows[1] and mark.char != " "]
    assert word[0].x == pytest.approx(LEFT + four, abs=0.05)
    assert below[0].x == pytest.approx(word[3].x, abs=0.05)
    assert max(mark.right for mark in last.line(MANY)) <= RIGHT - four + 0.15
    rules = sorted(box.middle for box in last.boxes if box.width > 150 and box.height < 1)[-4:]
    assert rules[1] < rows[0] < rows[1] < rules[2] < rules[3]
    assert rules[3] == pytest.approx(BOTTOM, abs=0.15)


def test_the_english_version_has_the_same_fields() -> None:
    text = texts(bulletin(judged(THREE, letter=FULL, language="en"), ()))
    for words in ("青营商办〔2023〕5号", "9 May 2023", "Copies to: 市委办公厅", "2. How each score came about"):
        assert words in text


def test_without_words_of_its_own_a_bulletin_is_as_the_contest_has_it() -> None:
    assert bulletin(fifty_five(letter=Letter()), ()) == bulletin(fifty_five(), ())


@pytest.mark.parametrize("kind", list(Attachment))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_annex_stands_on_its_own_as_well(kind: Attachment, language: str) -> None:
    data = annex(judged(THREE, language=language, closed=None), kind, ())
    name = NAMES[kind].said(language)  # type: ignore[arg-type]
    assert all("临时" in sheet.text or "PROVISIONAL" in sheet.text for sheet in sheets(data))
    assert name.replace(" ", "") in texts(data).replace(" ", "")
    with opened(data) as document:
        assert document.get_metadata_dict()["Title"].endswith(name)
    assert data == annex(judged(THREE, language=language, closed=None), kind, ())


def test_detailed_scores_show_every_ballot_and_what_was_dropped() -> None:
    text = texts(annex(judged(THREE), Attachment.SCORES, ()))
    assert "88△" in text
    assert "80▽" in text
    assert text.count("领导评委一") == 1
    trimmed = texts(annex(judged(THREE, plan=a_plan(trim_at="criterion")), Attachment.SCORES, ()))
    assert "△" not in trimmed
    assert "按评分项去掉" in trimmed


@pytest.mark.parametrize(("language", "legend"), [("zh", "“※”为纸质补录。"), ("en", "※ was entered from paper.")])
def test_detailed_scores_mark_what_was_entered_from_paper_and_say_what_the_mark_means(
    language: Language, legend: str
) -> None:
    some = {**THREE, "A": "36 36p 38p 30 34 35 33", "B": "34 34 34 34 34 34 -"}
    text = texts(annex(judged(some, language=language), Attachment.SCORES, ()))
    assert [text.count(mark) for mark in ("86※", "88△※", "※")] == [1, 1, 3], "two ballots and the legend"
    assert legend.replace(" ", "") in "".join(text.split())
    assert "※" not in texts(annex(judged(THREE, language=language), Attachment.SCORES, ()))


def test_detailed_scores_of_a_void_group_and_of_who_did_not_come() -> None:
    marks = [Mark(MarkKind.GROUP_VOID, "experts", record=9), Mark(MarkKind.NO_SHOW, contestant="C", record=10)]
    text = texts(annex(judged(THREE, marks), Attachment.SCORES, ()))
    assert "专家评委整组作废，不计入。" in text
    assert "市民政局——————" in text.replace(" ", "").replace("\r\n", "") or text.count("—") > 8


def test_how_far_a_judge_lies_from_the_group_is_drawn_and_said() -> None:
    (sheet,) = sheets(annex(judged(THREE), Attachment.DEVIATIONS, ()))
    assert "专家评委1" in sheet.text
    assert "+1.33" in sheet.text  # E1: (88−84 + 84−84 + 80−80) / 3
    assert "与组平均数之差" in sheet.text
    assert len(sheet.boxes) > 30


def test_where_there_is_nothing_to_compare_no_chart_is_drawn() -> None:
    nobody = {"A": "- - - - - - -"}
    assert "没有可比较的评分表。" in texts(annex(judged(nobody), Attachment.DEVIATIONS, ()))
