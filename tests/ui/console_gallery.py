"""Pictures of the start window and of every page, dialog and menu of the console, and what does not fit in them:

python -m tests.ui.console_gallery FOLDER              the pictures
python -m tests.ui.console_gallery FOLDER --docs       and those of the manual and the README made anew from them

Both languages, light and dark, at 1280×720 with a scale of 100 % and of 200 %; each combination is a process of its
own, because Qt reads the scale once. A contest is in the middle of its day: one entry is scored and revealed, one is
being scored with a ballot returned and a judge recused, one did not come; another one is closed; in a third the public
votes, and the fourth is of indicators alone. Words wider than their place are listed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget

from arena_desk.app import check_file
from arena_desk.exporting import export
from scoring.mark import MarkKind
from scoring.text import Language
from storage import ballots, desk, marks
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import read_setup
from tests.contests import FULL, put, score_entry
from tests.ui.consoles import StillLinks, small_setup
from tests.ui.dialog_gallery import AFTERWARDS, AT_THE_START, IN_THE_DAY, at_once, close_a_round
from tests.ui.other_gallery import SUBJECTS, Subject
from ui.appearance import Appearance
from ui.console.fitted import FittedName
from ui.console.look import Elided
from ui.console.making import Export
from ui.console.safety import Safety
from ui.console.steps import Page
from ui.desk import Desk
from ui.language import Languages
from ui.links import Presence
from ui.program import Windows, make_application
from ui.start.recent import Recents
from ui.start.window import HEIGHT, WIDTH, StartWindow

TEMPLATE = Path(__file__).parents[2] / "arena_desk" / "templates" / "qingdao" / "plan.toml"
SIZE = (1280, 720)
LANGUAGES: tuple[Language, ...] = ("zh", "en")
APPEARANCES: tuple[Appearance, ...] = ("light", "dark")
SCALES = (1, 2)
HALF = {"problems": "18", "targets": "17", "approach": "26", "measures": "27"}


def play(file: ContestFile) -> None:
    """The day so far."""
    marks.draw_start_order(file, "二〇二六年十一月二十五日", reason="市纪委监委 张某")
    first, second, third, *_ = (entry.code for entry in file.contest.live_round.entries)
    judges = [judge.code for judge in file.contest.judges]
    score_entry(file, first, HALF)
    marks.adjust(file, first, "-0.5", reason="超时 1 分 20 秒")
    desk.reveal(file, first)
    marks.mark_entry(file, MarkKind.NO_SHOW, third, reason="负责人在外地出差")
    desk.call(file, second)
    marks.recuse(file, judges[6], second, reason="与参赛单位有隶属关系")
    desk.open_scoring(file)
    for judge in judges[:5]:
        put(file, judge, second, HALF)
    put(file, judges[5], second, FULL)
    ballots.return_ballot(file, judges[0], second, reason="“列举措”一项请再核对")


def links() -> StillLinks:
    """Panels of every condition."""
    still = StillLinks()
    still.seats = {
        "L2": Presence(devices=2, seen=0.5, round_trip=20.0),
        "L3": Presence(),
        "E1": Presence(devices=1, seen=0.5, round_trip=20.0, draft=2),
    }
    return still


def misfits(window: QWidget) -> Iterator[str]:
    """Words in view that are wider than their place, unless they say so with an ellipsis of their own."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty() or isinstance(widget, Elided):
            continue
        if isinstance(widget, FittedName):
            if widget.shown() != widget.text():
                yield f"{type(widget).__name__} {widget.text()!r}"
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.sizeHint().width() > widget.width() + 1:
            yield f"{type(widget).__name__} {widget.text()!r}: {widget.sizeHint().width()} in {widget.width()}"


class Camera:
    """Saves pictures of one combination, and says what does not fit."""

    def __init__(self, folder: Path, language: Language, appearance: Appearance) -> None:
        self._folder = folder
        self._kind = f"{language}-{appearance}-{os.environ.get('QT_SCALE_FACTOR', '1')}00"

    def take(self, name: str, widget: QWidget, ready: Callable[[], bool] = at_once) -> None:
        """Once everything is painted."""
        for done in (ready, at_once):
            while not done():
                QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
        widget.grab().save(str(self._folder / f"{name}-{self._kind}.png"))
        for said in misfits(widget):
            sys.stdout.write(f"{name} {self._kind}: {said}\n")

    def open(self, name: str, window: QWidget, ready: Callable[[], bool]) -> None:
        """The dialog or menu that came up; it goes away again."""
        shown: list[QWidget] = []

        def there() -> bool:
            found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            shown[:] = [found] if found else []
            return bool(shown) and ready()

        while not there():
            QApplication.processEvents()
        self.take(name, shown[0])
        for dialog in window.findChildren(QDialog):
            dialog.done(0)
        for menu in window.findChildren(QMenu):
            menu.hide()
        QApplication.processEvents()


@contextmanager
def console(file: ContestFile, language: Language, appearance: Appearance) -> Iterator[Windows]:
    """The windows of this contest."""
    file.remember("language", language)
    file.remember("appearance", appearance)
    safety = Safety(file)
    safety.start()
    export_: Export = lambda order, report: export(file.path, order, language, report)  # noqa: E731
    windows = Windows(file, links(), export=export_, check=check_file, safety=safety, launch=lambda words: False)
    windows.console.resize(*SIZE)
    windows.open()
    yield windows
    windows.close()
    windows.dispose()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    safety.stop()
    file.close()


def render(folder: Path, language: Language, appearance: Appearance) -> None:
    """Save all pictures."""
    make_application([])
    camera = Camera(folder, language, appearance)
    place = Path.home() / "擂台赛"
    with one_s_own(place):
        day, closed = place / "营商环境.arena", place / "小擂台.arena"
        create_contest(day, read_setup(TEMPLATE))
        with console(open_contest(day), language, appearance) as windows:
            play(windows.desk.file)
            for page in Page:
                windows.console.show_page(page)
                camera.take(f"console-{page + 1}-{page.name.lower()}", windows.console, lambda: settled(windows))
            windows.console.show_page(Page.LIVE)
            windows.console.live._pick(windows.desk.snapshot.round.entries[9].code)
            camera.take("console-5-live-another", windows.console)
            windows.console.live.look_at_stage()
            windows.console.show_manual()
            assert windows.console.manual.window is not None
            windows.console.manual.window.resize(*SIZE)
            camera.take("manual", windows.console.manual.window)
            windows.console.manual.close()
            for name, opened in IN_THE_DAY.items():
                camera.open(f"dialog-{name}", windows.console, opened(windows.console))
        create_contest(closed, small_setup())
        with console(open_contest(closed), language, appearance) as windows:
            close_a_round(windows.desk.file)
            windows.console.show_page(Page.RESULTS)
            camera.take("console-6-results-closed", windows.console, lambda: settled(windows))
            for name, opened in AFTERWARDS.items():
                camera.open(f"dialog-{name}", windows.console, opened(windows.console))
        for name, subject in SUBJECTS.items():
            render_subject(camera, name, subject, place / f"{name}.arena", language, appearance)
        render_start(camera, place, language)


def render_subject(
    camera: Camera, name: str, subject: Subject, path: Path, language: Language, appearance: Appearance
) -> None:
    """Another contest, as far as it looks different."""
    create_contest(path, subject.setup())
    with console(open_contest(path), language, appearance) as windows:
        subject.play(windows.desk.file)
        for page in subject.pages:
            windows.console.show_page(page)
            camera.take(f"{name}-{page + 1}-{page.name.lower()}", windows.console, lambda: settled(windows))
        for dialog, opened in subject.dialogs.items():
            camera.open(f"{name}-dialog-{dialog}", windows.console, opened(windows.console))


@contextmanager
def one_s_own(place: Path) -> Iterator[None]:
    """A folder in the home, as an organizer would have one; what is shown lies there."""
    place.mkdir()
    yield
    shutil.rmtree(place)


def settled(windows: Windows) -> bool:
    """Whether the windows show what the file holds."""
    desk = windows.desk
    up_to_date = desk.snapshot.contest.revision == desk.file.contest.revision and knows_what_is_late(desk)
    return up_to_date and not desk.busy and not desk._news and windows.stage.thumbnail is not None


def knows_what_is_late(desk: Desk) -> bool:
    """Whether the desk has seen every ballot on offer, and told apart of which round each is."""
    ahead = [offer.round - desk.snapshot.round.number for offer in ballots.open_offers(desk.file)]
    known = len(desk.offers), len(desk.offers_behind), desk.offers_ahead
    return known == (ahead.count(0), sum(each < 0 for each in ahead), sum(each > 0 for each in ahead))


def render_start(camera: Camera, place: Path, language: Language) -> None:
    """The start window, which knows two contests, one of them gone."""
    recents = Recents(place / "recent.json")
    recents.note(place / "gone" / "去年.arena", "2025 年营商环境擂台赛")
    recents.note(place / "营商环境.arena", "营商环境擂台赛", backups=place / "copies")
    languages = Languages(language)
    start = StartWindow(languages, recents, [TEMPLATE])
    start.resize(WIDTH, HEIGHT)
    start.show()
    camera.take("start", start, lambda: start.model.rowCount() > 1)
    for name, opened in AT_THE_START.items():
        camera.open(f"start-{name}", start, opened(start))
    start.close()
    start.deleteLater()
    languages.remove()


def main(folder: str, *one: str) -> None:
    """All combinations, or the one that is named."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    if len(one) == 2:
        render(Path(folder), cast("Language", one[0]), cast("Appearance", one[1]))
        return
    for language, appearance, scale in product(LANGUAGES, APPEARANCES, SCALES):
        with tempfile.TemporaryDirectory() as place:
            look = {"QT_QPA_PLATFORM": screen(Path(place), scale), "QT_SCALE_FACTOR": str(scale), "HOME": place}
            environment = {**os.environ, **look}
            command = [sys.executable, "-m", "tests.ui.console_gallery", folder, language, appearance]
            subprocess.run(command, env=environment, check=True)
    if one == ("--docs",):
        subprocess.run([sys.executable, "-m", "tests.ui.manual_pictures", folder], check=True)


def screen(place: Path, scale: int) -> str:
    """A platform whose screen holds the console and no more: dialogs are no larger than their screen."""
    width, height = (scale * side for side in SIZE)
    one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = place / "screen.json"
    path.write_text(json.dumps({"screens": [one | dots]}), encoding="utf-8")
    return f"offscreen:configfile={path}"


if __name__ == "__main__":
    main(*sys.argv[1:])
