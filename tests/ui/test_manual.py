"""F1 opens the manual where it is about what is in view; it is read, searched and printed in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoring.errors import ArenaError
from scoring.text import Language, Text
from tests.ui.consoles import Session, session
from ui.console.letter_dialog import LetterDialog
from ui.console.steps import Page
from ui.language import Languages
from ui.manual.help import Help
from ui.manual.source import PAGES, headings, numbered, page_file
from ui.manual.text import ABOVE, fitted
from ui.manual.window import ManualWindow


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path) as opened:
        yield opened
        opened.window.manual.close()


@pytest.fixture
def manual(qtbot: QtBot) -> Iterator[ManualWindow]:
    languages = Languages("zh")
    window = ManualWindow(languages)
    window.show()
    qtbot.waitActive(window).__enter__()
    yield window
    window.close()
    window.deleteLater()
    languages.remove()


def opened(console: Session) -> ManualWindow:
    window = console.window.manual.window
    assert window is not None
    assert window.isVisible()
    return window


@pytest.mark.parametrize("page", [Page.ROSTER, Page.LIVE, Page.JOURNAL])
def test_f1_opens_the_section_of_the_page_in_view(console: Session, page: Page) -> None:
    console.page(page)
    console.press(Qt.Key.Key_F1)
    window = opened(console)
    assert window.page == "day"
    console.qtbot.waitUntil(lambda: window.text.heading().startswith(f"{page + 1}-"))


def ask_to_withdraw(console: Session) -> QWidget:
    console.window.corrections.withdraw("A")
    return console.question()


def word_the_bulletin(console: Session) -> QWidget:
    console.page(Page.BULLETIN)
    console.press(Qt.Key.Key_F9)
    return console.dialog(LetterDialog)


def refuse(console: Session) -> QWidget:
    console.window.show_error(ArenaError(Text("不行", "no")))
    return console.dialog(QMessageBox)


def choose_a_file(console: Session) -> QWidget:
    console.window.imports.roster().choose.trigger()
    return console.dialog(QFileDialog)


@pytest.mark.parametrize(
    ("page", "opened_by"),
    [
        (Page.ROSTER, ask_to_withdraw),
        (Page.BULLETIN, word_the_bulletin),
        (Page.RESULTS, refuse),
        (Page.ROSTER, choose_a_file),
    ],
)
def test_f1_in_a_question_opens_the_section_of_the_page_that_asks_and_the_question_stays(
    console: Session, page: Page, opened_by: Callable[[Session], QWidget]
) -> None:
    console.page(page)
    question = opened_by(console)
    for _ in range(2):
        console.activate(question)
        console.qtbot.keyClick(question, Qt.Key.Key_F1)
        console.qtbot.waitUntil(lambda: opened(console).text.heading().startswith(f"{page + 1}-"))
        console.activate(opened(console))
        console.qtbot.keyClick(opened(console), Qt.Key.Key_Escape)
        assert question.isVisible()
        assert console.window.manual.window is not None
        assert not console.window.manual.window.isVisible()


def test_the_section_begins_at_the_top_however_wide_the_window_becomes(qtbot: QtBot, manual: ManualWindow) -> None:
    """A window is laid out once it is shown, and by the window system once more."""
    live = numbered("zh", "day", 5)
    assert live is not None
    manual.show_page("day", live.anchor)
    for width in (1300, 900):
        manual.resize(width, 700)
        qtbot.waitUntil(lambda: top_of(manual) == live.words)
    bar = manual.text.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    manual.resize(1200, 700)
    QApplication.processEvents()
    assert top_of(manual) != live.words, "whoever has read on is not taken back"


def top_of(manual: ManualWindow) -> str:
    """The line at the upper edge."""
    return manual.text.cursorForPosition(QPoint(30, 2 * ABOVE)).block().text()


def test_the_manual_follows_the_language_and_keeps_its_place(console: Session) -> None:
    console.page(Page.JUDGES)
    console.press(Qt.Key.Key_F1)
    window = opened(console)
    console.qtbot.waitUntil(lambda: window.text.heading() == "3-judges")
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: window.text.heading() == "3-评委")
    assert window.windowTitle() == "使用手册"
    assert window.model.item(0).text() == "使用手册"


def test_one_window_however_often_it_is_asked_for_and_it_goes_with_the_console(console: Session) -> None:
    console.press(Qt.Key.Key_F1)
    first = opened(console)
    console.page(Page.RULES)
    console.press(Qt.Key.Key_F1)
    assert opened(console) is first
    console.activate(first)
    console.qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    console.window.close()
    assert console.window.manual.window is None


def test_f1_in_the_manual_goes_to_its_beginning(qtbot: QtBot, manual: ManualWindow) -> None:
    manual.show_page("rules")
    qtbot.keyClick(manual, Qt.Key.Key_F1)
    assert manual.page == "index"


def test_links_and_contents_lead_to_their_headings_and_back_again(qtbot: QtBot, manual: ManualWindow) -> None:
    assert manual.page == "index"
    assert not manual.back.isEnabled()
    manual.text.anchorClicked.emit(QUrl("more.md#用自己的文件"))
    assert (manual.page, manual.text.heading()) == ("more", "用自己的文件")
    manual.back.trigger()
    assert manual.page == "index"
    day = manual.model.item(PAGES.index("day"))
    manual.contents.activated.emit(day.child(5).index())
    wanted = [each for each in headings("zh", "day") if each.level == 2][5]
    qtbot.waitUntil(lambda: (manual.page, manual.text.heading()) == ("day", wanted.anchor))


def test_what_is_looked_for_is_found_on_later_pages_and_from_the_beginning(manual: ManualWindow) -> None:
    manual.look_up.trigger()
    assert manual.search.hasFocus()
    manual.search.setText("虚拟网卡")
    manual.search.returnPressed.emit()
    assert (manual.page, manual.text.textCursor().selectedText()) == ("trouble", "虚拟网卡")
    manual.search.setText("三条底线")
    manual.search.returnPressed.emit()
    assert (manual.page, manual.text.textCursor().selectedText()) == ("index", "三条底线")
    manual.search.setText("没有这样的话")
    manual.search.returnPressed.emit()
    assert manual.page == "index"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_for_judges_is_one_sheet_of_paper(manual: ManualWindow, tmp_path: Path, language: Language) -> None:
    manual._languages.use(language)
    QApplication.processEvents()
    manual.show_page("judges")
    manual.save.trigger()
    picker = next(each for each in manual.findChildren(QFileDialog) if each.isVisible())
    picker.selectFile(str(tmp_path / "judges.pdf"))
    picker.accept()
    with pypdfium2.PdfDocument(tmp_path / "judges.pdf") as pdf:
        assert len(pdf) == 1
        words = pdf[0].get_textpage().get_text_bounded()
    assert ("Join code" if language == "en" else "加入码") in words
    assert chinese(words) == chinese(manual.text.toPlainText()), "whoever looks for a word in the PDF finds it"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_paper_every_step_begins_a_sheet_and_its_picture_is_whole(
    manual: ManualWindow, tmp_path: Path, language: Language
) -> None:
    manual._languages.use(language)
    QApplication.processEvents()
    manual.show_page("day")
    manual.save_to(str(tmp_path / "day.pdf"))
    with pypdfium2.PdfDocument(tmp_path / "day.pdf") as pdf:
        first = [sheet.get_textpage().get_text_bounded().splitlines()[0] for sheet in pdf]
        edges = [
            each.get_bounds()[2] for sheet in pdf for each in sheet.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        ]
        width = pdf[0].get_width()
    steps = [each.words for each in headings(language, "day") if each.level == 2 and each.words[0].isdigit()]
    assert [words for words in first if words in steps] == steps
    assert len(edges) >= len(steps)
    assert max(edges) <= width - 13 * 72 / 25.4, "a margin of 14 mm"


def chinese(text: str) -> Counter[str]:
    """How often each Chinese character stands there, and each radical, which nobody types."""
    return Counter(letter for letter in text if "\u2e80" <= letter <= "\u2fdf" or "\u4e00" <= letter <= "\u9fff")


def test_a_page_that_cannot_be_saved_says_so(manual: ManualWindow, tmp_path: Path) -> None:
    manual.save_to(str(tmp_path / "nowhere" / "page.pdf"))
    box = manual.findChild(QMessageBox)
    assert box is not None
    assert "没能存下来" in box.text()
    box.accept()


def test_every_picture_is_shown_and_no_wider_than_the_page(manual: ManualWindow) -> None:
    for page in PAGES:
        manual.show_page(page)
        names = [form.name() for form in _pictures(manual)]
        for name in names:
            image = manual.text.loadResource(2, QUrl(name))
            assert 0 < image.width() / image.devicePixelRatio() <= 760, name  # type: ignore[attr-defined]
        assert len(names) == page_file("zh", page).read_text(encoding="utf-8").count("![")


@pytest.mark.parametrize(
    ("width", "scale", "dots"), [(1280, 1.0, 760), (1280, 2.0, 1280), (1600, 2.0, 1520), (300, 2.0, 300)]
)
def test_a_picture_fits_whatever_the_scale_of_the_screen(width: int, scale: float, dots: int) -> None:
    found = fitted(QImage(width, 10, QImage.Format.Format_RGB32), scale)
    assert (found.width(), round(found.deviceIndependentSize().width())) == (dots, min(width, 760))


def _pictures(manual: ManualWindow) -> list:
    block, found = manual.text.document().begin(), []
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            form = parts.fragment().charFormat()
            found += [form.toImageFormat()] if form.isImageFormat() else []
            parts += 1
        block = block.next()
    return found


def test_the_contents_keep_the_rules_of_models(manual: ManualWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(manual.model)


def test_help_that_was_never_asked_for_is_closed_as_well(qtbot: QtBot) -> None:
    languages = Languages("en")
    helper = Help(languages, languages)
    helper.close()
    helper.open("rules")
    assert helper.window is not None
    assert (helper.window.page, helper.window.windowTitle()) == ("rules", "Manual")
    helper.close()
    languages.remove()
