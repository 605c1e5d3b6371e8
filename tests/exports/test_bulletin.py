"""The bulletin as a file: what it says on paper, its properties, and what happens when it cannot be made."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from subprocess import run

import pypdfium2.raw as pdfium
import pytest
import segno

from exports.bulletin import bulletin
from exports.files import save
from scoring.contest import Adjustment, Draw
from scoring.errors import BadInput
from scoring.plan import Component, Grade
from scoring.results import Status
from tests.exports.build import (
    DIGEST,
    UNITS,
    a_board,
    a_plan,
    a_source,
    fifty_five,
    ranked,
    small,
    unranked,
)
from tests.exports.read_pdf import MM, opened, sheets, texts
from tests.exports.test_fonts import a_font


def said(data: bytes) -> str:
    return texts(data).replace(" ", "")


def test_all_boards_with_their_entries_can_be_read_and_searched() -> None:
    text = texts(bulletin(fifty_five(), ()))
    for words in (
        "（一）重点领域",
        "（二）参与单位",
        "（三）区（市）",
        "市第33工作部门",
        "莱西区",
        "市仲裁办",
        "未到",
        "退出",
    ):
        assert words in text
    assert "94.93" in text
    assert "94.9300" in text
    assert "参赛单位55个（未到1个、退出1个）" in text


def test_it_says_who_returns() -> None:
    text = said(bulletin(fifty_five(), ()))
    assert "1.重点领域：审批领域（第10名）下轮继续打擂。" in text
    assert "2.参与单位：市第33工作部门（第33名）、市仲裁办（未到）下轮继续打擂。" in text


def test_it_says_that_nobody_returns() -> None:
    source = a_source([a_board(ranked(["市教育局", "市科技局"], returns=0))])
    text = said(bulletin(source, ()))
    assert "本轮没有须下轮继续打擂的单位。" in text
    assert "备注" not in text


def test_every_page_of_an_open_round_says_so() -> None:
    pages = sheets(bulletin(fifty_five(closed=None), ()))
    assert len(pages) > 3
    for sheet in pages:
        assert len([mark for mark in sheet.marks if mark.char == "临" and mark.size > 100]) == 1
        assert any(mark.top < 37 for mark in sheet.line("临时")) or sheet.text.count("临时") > 1
    assert "截至2023年5月7日的临时结果" in said(bulletin(fifty_five(closed=None), ()))
    assert "2023年5月7日导出" in said(bulletin(small(closed=None), ()))


def test_a_closed_round_carries_no_mark() -> None:
    assert "临时" not in texts(bulletin(fifty_five(), ()))


def test_every_page_of_a_rehearsal_says_so() -> None:
    assert all("演练" in sheet.text for sheet in sheets(bulletin(fifty_five(rehearsal=True), ())))


def test_a_corrected_bulletin_names_the_one_it_replaces() -> None:
    text = said(bulletin(small(supersedes=(388, "fedcba9876543210")), ()))
    assert "取代流水第388号记录（哈希值前16位fedcba9876543210）确认本轮成绩时的通报" in text


def test_the_foot_carries_the_state_of_the_journal() -> None:
    last = sheets(bulletin(small(), ()))[-1].text
    assert "流水末条记录：第412号" in last
    assert f"哈希值前16位：{DIGEST[:16]}" in last
    assert "2023年5月7日印发" in last


def test_the_qr_code_holds_the_fingerprint_that_verify_takes() -> None:
    last = sheets(bulletin(small(), ()))[-1]
    bars = [box for box in last.boxes if 150 < box.left < 180 and box.height == pytest.approx(19 / 33, abs=0.2)]
    code = segno.make_qr(f"412:{DIGEST[:16]}", error="m")
    size = len(code.matrix)
    module = 19 / (size + 8)
    left, top = min(bar.left for bar in bars), min(bar.top for bar in bars)
    centres = [[(left + (c + 0.5) * module, top + (r + 0.5) * module) for c in range(size)] for r in range(size)]
    dark = [[any(b.left < x < b.right and b.top < y < b.bottom for b in bars) for x, y in row] for row in centres]
    assert dark == [[bool(module) for module in row] for row in code.matrix]


def test_a_document_number_is_printed_and_its_place_kept_without_one() -> None:
    with_number, without = (sheets(bulletin(small(number=n), ()))[0] for n in ("青营商办〔2023〕5号", ""))
    assert "青营商办〔2023〕5号" in with_number.text
    assert with_number.boxes[0] == without.boxes[0]


@pytest.mark.parametrize("names", [["市教育局"] * 3, [f"第{n}单位" for n in range(10)], ["单位"] * 300], ids=len)
def test_any_number_of_contestants_has_its_bulletin(names: Sequence[str]) -> None:
    assert texts(bulletin(small(names), ())).count(names[-1]) >= len(names) - 10


def test_a_contest_without_judges_has_no_word_of_them() -> None:
    plan = a_plan(components=(Component("work", "平时工作", Decimal(100)),), groups=(), criteria=(), tie_breaks=())
    text = said(bulletin(a_source([a_board(ranked(["市教育局", "市科技局"]))], plan=plan), ()))
    assert "评委" not in text
    assert "五、加减分" in text


def test_a_contest_without_an_organizer_goes_by_its_title() -> None:
    pages = sheets(bulletin(a_source([a_board(ranked(["市教育局"]))], plan=a_plan(organizer="")), ()))
    assert pages[0].text.startswith("“优化营商环境”专题擂台赛")
    assert "2023年5月7日印发" in pages[-1].text


def test_an_empty_board_is_named_and_said_to_be_empty() -> None:
    source = a_source(
        [a_board([], category=UNITS), a_board(ranked(["市南区"]), category=replace(UNITS, name="区（市）"))]
    )
    assert "（一）参与单位本榜没有参赛单位。" in said(bulletin(source, ()))


def test_only_the_columns_of_the_plan_are_shown() -> None:
    plain = said(bulletin(small(), ()))
    assert not {"等次", "加减分—"} & {word for word in ("等次", "加减分—") if word in plain}
    plan = a_plan(
        components=(Component("live", "现场得分", Decimal(60)), Component("work", "平时工作", Decimal(40))),
        grades=(Grade("优秀", Decimal(90), None),),
    )
    rows = [replace(row, grade="优秀") for row in ranked(["市教育局", "市科技局"])]
    rich = said(bulletin(a_source([a_board(rows)], plan=plan, adjustments={"unit1": (_late(),)}), ()))
    for words in ("等次", "平时工作", "-0.5", "优秀", "市教育局-0.5分：超时32秒。"):
        assert words in rich


def _late() -> Adjustment:
    return Adjustment(Decimal("-0.5"), "超时32秒。", 210)


def test_columns_that_do_not_fit_go_into_a_second_table() -> None:
    parts = tuple(Component(f"c{n}", f"第{n}项重点工作推进情况", Decimal(10)) for n in range(10))
    source = a_source([a_board(ranked(["国家级经济技术开发区管理委员会"] * 4))], plan=a_plan(components=parts))
    pages = sheets(bulletin(source, ()))
    assert "各项成绩：" in "".join(sheet.text for sheet in pages)
    assert max(mark.right for sheet in pages for mark in sheet.marks if mark.char != " ") <= 184.1


def test_incomplete_entries_stand_without_rank_or_score() -> None:
    rows = [
        *ranked(["市教育局"], returns=0),
        replace(ranked(["市科技局"])[0], rank=None, result=unranked("unit1", Status.INCOMPLETE)),
    ]
    text = said(bulletin(a_source([a_board(rows, final=False)], closed=None), ()))
    assert "未完成" in text
    assert "排名尚未确定，下轮继续打擂的单位待定。" in text


def test_the_english_version_has_the_same_content() -> None:
    text = " ".join(sheet.text for sheet in sheets(bulletin(fifty_five(language="en"), ()))).replace("\r\n", " ")
    for words in (
        "Results of “优化营商环境”专题擂台赛, round 1",
        "55 contestants (1 did not come, 1 withdrew)",
        "3. Rules in force",
        "must return next round",
        "Last record of the journal: 412",
        f"First 16 digits of its hash: {DIGEST[:16]}",
    ):
        assert words in text


def test_a_rare_character_beyond_the_first_plane_can_be_copied() -> None:
    assert "市𬱖局" in texts(bulletin(small(["市𬱖局", "市科技局"]), ()))


def test_its_properties_and_bookmarks_are_set() -> None:
    with opened(bulletin(fifty_five(), ())) as document:
        about = document.get_metadata_dict()
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
        size = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    assert about["Title"] == "关于“优化营商环境”专题擂台赛第一轮结果的通报"
    assert about["Author"] == "市专项行动指挥部办公室"
    assert about["CreationDate"].startswith("D:20230507")
    assert marks[:4] == [(0, about["Title"]), (1, "一、排名结果"), (2, "（一）重点领域"), (2, "（二）参与单位")]
    assert size == 2 * len("zh-CN\0")


def test_every_font_is_embedded() -> None:
    with opened(bulletin(fifty_five(), ())) as document:
        fonts = {
            (text.get_font().get_base_name(), text.get_font().is_embedded)
            for page in document
            for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        }
    assert fonts
    assert all(embedded for _, embedded in fonts)
    assert b"Helvetica" not in bulletin(small(), ())


def test_two_fonts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    a_font(tmp_path / "simfang.ttf", "市", name="NotoSerifSC-Regular")
    data = bulletin(small(), [tmp_path])
    assert "市教育局" in texts(data)
    names = re.findall(rb"/FontName /(\S+)", data)
    assert len(names) == len(set(names)) == 3


def test_the_same_source_gives_the_same_bytes() -> None:
    assert bulletin(fifty_five(), ()) == bulletin(fifty_five(), ())


def test_bulletins_made_at_the_same_time_do_not_mix() -> None:
    sources = [small(["天地玄黄", "宇宙洪荒"]), small(["日月盈昃", "辰宿列张"])]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda source: bulletin(source, ()), sources))
    assert together == [bulletin(source, ()) for source in sources]


def test_the_same_source_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from hashlib import sha256; from exports.bulletin import bulletin; "
        "from tests.exports.build import small; sys.stdout.write(sha256(bulletin(small(), ())).hexdigest())"
    )
    first, again = (
        run([sys.executable, "-c", code], check=True, capture_output=True, cwd=Path(__file__).parents[2]).stdout
        for _ in range(2)
    )
    assert first == again != b""


def test_nothing_heavy_is_loaded_before_a_bulletin_is_made() -> None:
    heavy = ("fontTools", "matplotlib", "pandas", "reportlab", "segno", "uharfbuzz")
    code = f"import sys, exports.bulletin; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2]).returncode == 0


def test_a_file_is_written_whole_and_alone(tmp_path: Path) -> None:
    save(bulletin(small(), ()), tmp_path / "通报.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["通报.pdf"]
    assert (tmp_path / "通报.pdf").read_bytes().startswith(b"%PDF-")


def test_an_existing_file_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "result.pdf"
    path.write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        save(bulletin(small(), ()), path)
    assert caught.value.lines("zh") == [f"{path}: 文件已存在；要替换请明确说明"]
    assert path.read_bytes() == b"mine"
    save(bulletin(small(), ()), path, replace=True)
    assert path.read_bytes().startswith(b"%PDF-")


def test_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        save(bulletin(small(), ()), tmp_path / "new" / "result.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "result.pdf").mkdir()
    with pytest.raises(BadInput):
        save(bulletin(small(), ()), tmp_path / "result.pdf", replace=True)


def test_a_place_that_cannot_be_written_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        save(bulletin(small(), ()), tmp_path / ("x" * 250 + ".pdf"))
    assert "无法写入" in caught.value.lines("zh")[0]


def test_a_character_that_no_font_has_is_named_with_its_place_and_nothing_is_written(tmp_path: Path) -> None:
    late = (Adjustment(Decimal(1), "表扬\ue456"),)
    source = small(["市\ue123教育局", "市科技局"], adjustments={"unit2": late}, draws=(Draw(("unit1",), "海", 3),))
    with pytest.raises(BadInput) as caught:
        save(bulletin(source, ()), tmp_path / "result.pdf")
    assert caught.value.lines("zh") == [
        "没有字体含有字符U+E123，出现在参赛单位unit1：市\ue123教育局",
        "没有字体含有字符U+E456，出现在参赛单位unit2的第1项加减分：表扬\ue456",
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_page_is_a4() -> None:
    with opened(bulletin(small(), ())) as document:
        assert {tuple(round(side / MM) for side in document.get_page_size(n)) for n in range(len(document))} == {
            (210, 297)
        }
