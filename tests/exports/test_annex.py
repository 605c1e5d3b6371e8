"""The annex: how each score came about, read back from paper, and how it stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

import pypdfium2.raw as pdfium
import pytest

from exports.bulletin import bulletin
from exports.explanations import Explanations
from exports.fonts import FontBook
from exports.letter import Attachment, Letter
from exports.page import Flow, Ink
from exports.source import BulletinSource
from exports.style import style_of
from scoring.errors import BadInput
from scoring.mark import Mark, MarkKind
from scoring.plan import Component
from tests.exports.build import DISTRICTS, FIELDS, UNITS, a_plan, judged
from tests.exports.read_pdf import Sheet, opened, sheets

LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
LINE, CELL = 225 / 22, 156 / 28
THREE = {"A": "36 36 38 30 34 35 33", "B": "34 34 34 34 34 34 34", "C": "30 30 30 30 30 30 30"}
MANY = {f"U{n:02}": f"{36 - n * 0.5:g} 36 38 30 34 35 33" for n in range(1, 31)}


def annex(source: BulletinSource) -> list[Sheet]:
    """The pages from the one on that begins with 附件 (Annex)."""
    pages = sheets(bulletin(source, ()))
    word = "附件" if source.language == "zh" else "Annex"
    start = next(n for n, sheet in enumerate(pages) if sheet.text.startswith(f"{word}\r\n"))
    return pages[start:]


def printed(source: BulletinSource, code: str) -> list[str]:
    """The lines about one entry, without what only the pages bring."""
    lines = [line.strip() for sheet in annex(source) for line in sheet.text.split("\r\n")]
    lines = [line for line in lines if not re.fullmatch(r"— \d+ —|.*（续）|流水末条记录.*", line)]
    starts = [n for n, line in enumerate(lines) if re.fullmatch(r"[A-Z] \S+", line)]
    start = next(n for n in starts if lines[n].startswith(f"{code} "))
    return lines[start : min((n for n in starts if n > start), default=len(lines))]


def test_an_ordinary_entry_is_explained_from_its_ballots_to_its_rank() -> None:
    assert printed(judged(THREE), "B") == [
        "B 市科技局",
        "领导评委（权重40%）：计入评分表2份",
        "L1 领导评委一：摆问题 34、列举措 50，合计 84",
        "L2 领导评委二：摆问题 34、列举措 50，合计 84",
        "组得分＝84、84的平均数＝84",
        "专家评委（权重60%）：计入评分表5份",
        "E1 专家评委1：摆问题 34、列举措 50，合计 84",
        "E2 专家评委2：摆问题 34、列举措 50，合计 84",
        "E3 专家评委3：摆问题 34、列举措 50，合计 84",
        "E4 专家评委4：摆问题 34、列举措 50，合计 84（去掉的最低分）",
        "E5 专家评委5：摆问题 34、列举措 50，合计 84（去掉的最高分）",
        "分数相同的，先去掉评委名册中靠后的",
        "组得分＝84、84、84的平均数＝84",
        "现场得分＝领导评委 84×40%＋专家评委 84×60%＝84",
        "最后得分＝84，四舍五入保留2位小数＝84.00",
        "名次：“总榜”3个单位中第2名",
    ]


def test_a_ballot_from_paper_says_so() -> None:
    lines = printed(judged({**THREE, "A": "36p 36 38p 30 34 35 33"}), "A")
    assert "L1 领导评委一：摆问题 36、列举措 50，合计 86（纸质补录）" in lines
    assert "E1 专家评委1：摆问题 38、列举措 50，合计 88（纸质补录）（去掉的最高分）" in lines
    assert sum("纸质" in line for line in lines) == 2


def test_ballots_that_were_trimmed_say_so() -> None:
    lines = printed(judged(THREE), "A")
    assert "E1 专家评委1：摆问题 38、列举措 50，合计 88（去掉的最高分）" in lines
    assert "E2 专家评委2：摆问题 30、列举措 50，合计 80（去掉的最低分）" in lines
    assert sum("去掉" in line for line in lines) == 2
    assert "组得分＝84、85、83的平均数＝84" in lines


def test_scores_trimmed_by_criterion_say_which() -> None:
    lines = printed(judged(THREE, plan=a_plan(trim_at="criterion")), "A")
    assert any("38、列举措 50，合计 88（“摆问题”作为最高分去掉）" in line for line in lines)
    assert "摆问题＝34、35、33的平均数＝34" in lines
    assert "组得分＝摆问题 34＋列举措 50＝84" in lines


def test_a_void_group_leaves_its_weight_to_the_others() -> None:
    lines = printed(judged(THREE, [Mark(MarkKind.GROUP_VOID, "experts", reason="外泄", record=9)]), "A")
    assert "专家评委：整组作废，不计入，权重由其余各组按比例分担（原因：外泄；流水第9号记录）" in lines
    assert "现场得分＝领导评委 86×100%＝86" in lines
    assert "E1 专家评委1：摆问题 38、列举措 50，合计 88" in lines, "what did not count is shown, too"
    assert not any("去掉" in line for line in lines)


def test_judges_who_were_out_are_shown_without_a_ballot() -> None:
    marks = [
        Mark(MarkKind.RECUSE, "E1", "A", reason="亲属", record=7),
        Mark(MarkKind.JUDGE_ABSENT, "L2", reason="出差", record=8),
        Mark(MarkKind.JUDGE_LEFT, "E5", reason="疾病", record=9),
    ]
    lines = printed(judged({**THREE, "A": "36 36 38 30 34 35 -"}, marks), "A")
    assert "E1 专家评委1：回避，不计入（原因：亲属；流水第7号记录）" in lines
    assert "L2 领导评委二：缺席，不计入（原因：出差；流水第8号记录）" in lines
    assert "E5 专家评委5：已离席，不计入（原因：疾病；流水第9号记录）" in lines
    assert "组得分＝80、84、85的平均数＝83" in lines


def test_who_did_not_come_or_withdrew_has_no_list_of_missing_ballots() -> None:
    marks = [
        Mark(MarkKind.NO_SHOW, contestant="B", reason="未到", record=5),
        Mark(MarkKind.WITHDRAW, contestant="C", reason="申请退出", record=6),
    ]
    nobody = {"A": THREE["A"], "B": "- - - - - - -", "C": "- - - - - - -"}
    source = judged(nobody, marks)
    assert printed(source, "B") == [
        "B 市科技局",
        "未到，不参加排名（原因：未到；流水第5号记录）",
        "下轮继续打擂",
    ]
    assert printed(source, "C")[:2] == ["C 市民政局", "退出，不参加排名（原因：申请退出；流水第6号记录）"]


def test_adjustments_and_components_are_part_of_the_sum() -> None:
    parts = (Component("live", "现场得分", Decimal(60)), Component("work", "平时工作", Decimal(40)))
    marks = [
        Mark(MarkKind.COMPONENT, "work", values={code: Decimal(90) for code in "ABC"}, record=3),
        Mark(MarkKind.ADJUST, contestant="A", points=Decimal("-0.5"), reason="超时32秒。", record=210),
    ]
    lines = printed(judged(THREE, marks, plan=a_plan(components=parts)), "A")
    assert "综合得分＝现场得分 84.8×60%＋平时工作 90×40%＝86.88" in lines
    assert "加减分 −0.5：超时32秒（流水第210号记录）" in lines
    assert "最后得分＝86.38，四舍五入保留2位小数＝86.38" in lines


def test_a_fraction_says_how_large_it_is_about() -> None:
    lines = printed(judged({"A": "36 36 38 30 34 35 36"}), "A")
    assert "组得分＝84、85、86的平均数＝85" in lines
    lines = printed(judged({"A": "36 36 38 30 34 35 36.5"}), "A")
    assert "组得分＝84、85、86.5的平均数＝511/6（约85.1667）" in lines
    assert "现场得分＝领导评委 86×40%＋专家评委 511/6×60%＝85.5" in lines


def test_equal_scores_name_the_step_in_words() -> None:
    tied = {"A": "36 36 34 34 34 34 34", "B": "33 33 36 36 36 36 36", "C": THREE["C"]}
    said = "与市科技局得分相同，先后由领导评委组得分决定：市教育局 86、市科技局 83"
    assert said in "".join(printed(judged(tied), "A"))


def test_the_english_annex_says_the_same() -> None:
    pages = annex(judged(THREE, language="en"))
    text = " ".join(sheet.text for sheet in pages).replace("\r\n", " ")
    for words in (
        "How each score came about",
        "领导评委 (weight 40%), ballots counted: 2",
        "E1 专家评委1: 摆问题 38, 列举措 50; total 88 (dropped as highest)",
        "live score = 领导评委 86 × 40% + 专家评委 84 × 60% = 84.8",
        "rank 1 of 3 on the board 'overall'",
    ):
        assert words in text
    assert not re.search("[，。：；、（）＝＋]", text)


def test_the_bulletin_names_its_annex_and_is_signed_before_it() -> None:
    pages = sheets(bulletin(judged(THREE), ()))
    start = next(n for n, sheet in enumerate(pages) if sheet.text.startswith("附件\r\n"))
    signed = pages[start - 1]
    note = signed.line("附件：1. 成绩说明")
    assert note[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.01)
    above = max(mark.y for mark in signed.marks if mark.char != " " and mark.y < note[0].y - 1)
    assert note[0].y - above == pytest.approx(2 * LINE, abs=0.01)
    assert signed.line("2023年5月7日")[0].y - note[0].y == pytest.approx(3 * LINE, abs=0.01)
    assert signed.text.replace("\r\n", "").endswith(f"市专项行动指挥部办公室2023年5月7日— {start} —")


def test_without_explanations_there_is_no_annex() -> None:
    text = "".join(sheet.text for sheet in sheets(bulletin(judged(THREE, letter=Letter()), ())))
    assert "附件" not in text
    assert "组得分＝" not in text


def test_the_annex_begins_at_the_top_left_with_its_title_on_the_third_line() -> None:
    first = annex(judged(THREE))[0]
    word, title = first.line("附件"), first.line("成绩说明")
    assert word[0].x == pytest.approx(LEFT, abs=0.01)
    assert word[0].size == pytest.approx(16)
    assert TOP < word[0].top < word[0].bottom < TOP + LINE
    assert TOP + 2 * LINE < title[0].top < title[0].bottom < TOP + 3 * LINE
    assert (title[0].x + title[-1].x + title[-1].size * 25.4 / 72) / 2 == pytest.approx(106, abs=0.1)


def test_page_numbers_go_on_and_the_foot_stands_at_the_very_end() -> None:
    pages = sheets(bulletin(judged(MANY), ()))
    assert len(pages) > 12
    assert all(f"— {number} —" in sheet.text for number, sheet in enumerate(pages, start=1))
    assert ["流水末条记录" in sheet.text for sheet in pages] == [False] * (len(pages) - 1) + [True]
    assert "U30" in pages[-1].text, "the foot does not stand alone"


def flowed(book: FontBook, source: BulletinSource) -> list[list[str]]:
    """The lines of each page of an annex, before they become a PDF."""
    flow = Flow()
    Explanations(book, flow, source, style_of("zh")).place(then=0.0)
    inks = [[mark for mark in page.marks if isinstance(mark, Ink)] for page in flow.pages]
    return [["".join(ink.text for ink in line) for _, line in groupby(page, key=lambda ink: ink.y)] for page in inks]


def test_no_page_ends_within_a_heading_and_its_first_lines_or_before_a_last_one() -> None:
    book, few = FontBook(()), dict(list(MANY.items())[:8])
    for count in range(18):  # as many places where the pages can end
        marks = [Mark(MarkKind.ADJUST, contestant="U01", points=Decimal(40), record=n) for n in range(1, count + 2)]
        pages = flowed(book, judged(few, marks))
        for page in pages[:-1]:
            assert not re.match(r"U\d\d|领导评委（|专家评委（|E5", page[-1]), "something must follow"
        for page in pages[1:]:
            first = page[1] if page[0].endswith("（续）") else page[0]
            assert not first.startswith(("L1", "E1", "组得分", "名次")), "something must stand before it"


def test_a_page_in_the_middle_of_an_entry_says_whose_it_is() -> None:
    _, *following = annex(judged(MANY))
    for sheet in following:
        assert re.match(r"U\d\d 第U\d\d工作部门(（续）)?\r\n", sheet.text)
    assert any("（续）" in sheet.text for sheet in following)


def test_everything_stands_within_the_type_area() -> None:
    long = "国家级经济技术开发区管理委员会（综合行政执法局）"
    criteria = tuple(replace(each, name=f"{each.name}的情况和成效") for each in a_plan().criteria)
    source = judged(MANY, plan=a_plan(title=long, criteria=criteria))
    for sheet in annex(source):
        body = [mark for mark in sheet.marks if mark.char != " " and mark.y < BOTTOM + 1]
        assert min(mark.left for mark in body) >= LEFT - 0.15
        assert max(mark.right for mark in body) <= RIGHT + 0.15
        assert min(mark.top for mark in body) >= TOP
        assert max(mark.bottom for mark in body) <= BOTTOM


def test_every_entry_has_its_bookmark_below_its_board() -> None:
    with opened(bulletin(judged(THREE), ())) as document:
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert marks[-4:] == [(0, "附件 成绩说明"), (1, "A 市教育局"), (1, "B 市科技局"), (1, "C 市民政局")]


def test_boards_have_headings_of_their_own_where_there_are_several() -> None:
    plan = a_plan(board="category", categories=(FIELDS, UNITS, DISTRICTS))
    with opened(bulletin(judged({**THREE, "D1": THREE["B"]}, plan=plan), ())) as document:
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert marks[marks.index((0, "附件 成绩说明")) + 1 :] == [
        (1, "参与单位"),
        (2, "A 市教育局"),
        (2, "B 市科技局"),
        (2, "C 市民政局"),
        (1, "区（市）"),
        (2, "D1 第D1工作部门"),
    ]


def test_every_page_of_the_annex_of_an_open_round_says_so() -> None:
    pages = sheets(bulletin(judged(MANY, closed=None), ()))
    assert "U30" in pages[-1].text
    assert all(any(mark.char == "临" and mark.size > 100 for mark in sheet.marks) for sheet in pages)


def test_the_annex_needs_no_fonts_of_its_own() -> None:
    names = []
    for letter in (Letter(attachments=(Attachment.EXPLANATIONS,)), Letter()):
        with opened(bulletin(judged(THREE, letter=letter), ())) as document:
            found = [t.get_font() for page in document for t in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
            assert all(font.is_embedded for font in found)
            names.append({font.get_base_name().partition("+")[2] or font.get_base_name() for font in found})
    assert names[0] == names[1]


def test_the_same_contest_gives_the_same_bytes() -> None:
    assert bulletin(judged(MANY), ()) == bulletin(judged(MANY), ())


def test_a_character_that_no_font_has_is_named_with_the_mark_it_stands_in() -> None:
    marks = [
        Mark(MarkKind.JUDGE_ABSENT, "L1", reason="出差\ue123", record=8),
        Mark(MarkKind.ADJUST, contestant="A", points=Decimal(1), reason="表扬\ue456", record=9),
    ]
    with pytest.raises(BadInput) as caught:
        bulletin(judged(THREE, marks), ())
    assert caught.value.lines("zh") == [
        "没有字体含有字符U+E123，出现在流水第8号记录：出差\ue123",
        "没有字体含有字符U+E456，出现在参赛单位A的第1项加减分：表扬\ue456",
    ]
