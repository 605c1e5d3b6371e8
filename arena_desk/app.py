"""The program with windows: the one place where its parts are built and handed to each other."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arena_desk.guarded import guarded, told_to_end
from arena_desk.link.address import EVERYWHERE, Certificate, take_place
from arena_desk.link.beside import Link
from arena_desk.steadiness import LOOK_MS, Sweeper, make_room_for_sockets, settle
from scoring.errors import ArenaError
from scoring.text import Language
from storage.contest_file import ContestFile, create_contest, open_contest, read_setting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from arena_desk.rehearsal import SimulatedJudges, Temperament
    from exports.kinds import Order, Report
    from storage.verify import Checked, Fingerprint
    from ui.panel.address import Address
    from ui.start.recent import Recents
    from ui.start.window import Rehearse

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "templates" / "qingdao" / "plan.toml"
TEMPLATES = (TEMPLATE, *sorted(set(TEMPLATE.parent.parent.glob("*/plan.toml")) - {TEMPLATE}))


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Who plays the judges, and how many times faster than people."""

    temperaments: tuple[Temperament, ...]
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class Reached:
    """On which address or name the desk listens: for the whole room, while `serve` keeps to the loopback unless told
    otherwise; the certificate for HTTPS; and the port, the one that the file remembers unless told otherwise.
    """

    host: str = EVERYWHERE[0]
    tls: Certificate | None = None
    port: int | None = None


def run_desk(path: Path | None, language: Language, reached: Reached | None = None) -> int:
    """Open the console on a contest file; without one, the start window. Returns the exit code. Raises `ArenaError`."""
    if path is None:
        return run_start(language, reached)
    try:
        file = open_contest(path)
        application = _application()
        with guarded(application):
            return _run(application, file, reached=reached)
    except ArenaError as error:
        _tell_refused(path, error, language)
        raise


def run_start(language: Language, reached: Reached | None = None) -> int:
    """The start window, and what is chosen there; after a rehearsal it comes back. Returns the exit code."""
    application = _application()
    with guarded(application):
        return begin(application, language, reached)


def begin(application: QApplication, language: Language, reached: Reached | None = None) -> int:
    """Ask in the start window and run what is chosen, until a console or the start window is closed."""
    from ui.start.recent import Recents

    recents = Recents()
    refused: ArenaError | None = None
    while chosen := _ask(application, recents, _spoken(recents, language), refused):
        refused = None
        try:
            if isinstance(chosen, ContestFile):
                return _run(application, chosen, reached=reached)
            _rehearse_chosen(application, chosen, _spoken(recents, language))
            if told_to_end(application):
                break
        except ArenaError as error:
            refused = error
    return 0


def _spoken(recents: Recents, language: Language) -> Language:
    """The language that was chosen in the start window before, unless one is asked for now."""
    return language if "ARENA_DESK_LANG" in os.environ else recents.read().language or language


def _ask(
    application: QApplication, recents: Recents, language: Language, refused: ArenaError | None
) -> ContestFile | Rehearse | None:
    """What is chosen in the start window; it begins with what was refused before."""
    from ui.start.window import ask_for_contest

    return ask_for_contest(application, recents, TEMPLATES, language, refused)


def _rehearse_chosen(application: QApplication, chosen: Rehearse, language: Language) -> None:
    from arena_desk.rehearsal import ALL_KINDS

    make = _made_from_plan if chosen.source in TEMPLATES else _made_from_contest
    _rehearse(application, partial(make, chosen.source), language, Rehearsal(ALL_KINDS, chosen.speed))


def _made_from_plan(plan: Path, path: Path) -> None:
    from storage.sheets import read_setup

    create_contest(path, read_setup(plan), rehearsal=True)


def _made_from_contest(original: Path, path: Path) -> None:
    """The copy's stage speaks as that of the contest does."""
    from arena_desk.rehearsal import copy_for_rehearsal
    from ui.language import STAGE_SETTING

    copy_for_rehearsal(original, path)
    spoken = read_setting(original, STAGE_SETTING)
    if spoken:
        with closing(open_contest(path)) as copy:
            copy.remember(STAGE_SETTING, spoken)


def _tell_refused(path: Path, error: ArenaError, language: Language) -> None:
    """Say in a dialog as well why a contest is not opened: who started it from the desktop sees no terminal."""
    from ui.start.refused import has_screen, tell_refused

    if has_screen(os.environ, sys.platform):
        application = _application()
        with guarded(application):
            tell_refused(application, path, error, language)


def run_demo(language: Language) -> int:
    """A throw-away copy of the Qingdao contest with simulated judges. Returns the exit code."""
    from arena_desk.rehearsal import CALM

    application = _application()
    with guarded(application):
        return _rehearse(application, partial(_made_from_plan, TEMPLATE), language, Rehearsal(CALM))


def run_rehearsal(path: Path, language: Language, *, speed: float = 1.0) -> int:
    """Rehearse a contest on a throw-away copy, with judges of every temperament who score through the real link,
    `speed` times as fast as people (1 to 50). The file is only read. Returns the exit code. Raises `ArenaError`.
    """
    from arena_desk.rehearsal import ALL_KINDS

    with _copied(partial(_made_from_contest, path)) as copy:
        application = _application()
        with guarded(application):
            return _run_rehearsal(application, copy, language, Rehearsal(ALL_KINDS, speed))


def run_panel(address: Address | None, language: Language) -> int:
    """A judge's panel, on whatever laptop. Returns the exit code."""
    from ui.panel.program import PanelProgram
    from ui.panel.shelf import shelves

    application = _application()
    with guarded(application):
        program = PanelProgram(shelves(), language)
        program.closed.connect(application.quit)
        program.start(address)
        try:
            return application.exec()
        finally:
            program.close()


def _rehearse(application: QApplication, make: Callable[[Path], None], language: Language, rehearsal: Rehearsal) -> int:
    with _copied(make) as copy:
        return _run_rehearsal(application, copy, language, rehearsal)


@contextmanager
def _copied(make: Callable[[Path], None]) -> Iterator[Path]:
    """A contest file in a folder that is thrown away. Raises `ArenaError` before any window opens."""
    with tempfile.TemporaryDirectory(prefix="arena-desk-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "演练.arena"
        make(path)
        yield path


def _run_rehearsal(application: QApplication, path: Path, language: Language, rehearsal: Rehearsal) -> int:
    file = open_contest(path)
    file.remember("language", language)
    return _run(application, file, rehearsal)


def _application() -> QApplication:
    from ui.importing import leave_imports_alone

    leave_imports_alone()
    from ui.program import make_application

    return make_application(sys.argv[:1])


class Session:
    """Windows and link of one contest, from opening to closing."""

    def __init__(self, file: ContestFile, rehearsal: Rehearsal | None = None, reached: Reached | None = None) -> None:
        from PySide6.QtCore import QTimer

        from ui.console.safety import Safety
        from ui.program import Windows

        reached = reached or Reached()
        self.file = file
        self._sweeper, self._sweeping = Sweeper(file), QTimer(interval=LOOK_MS)
        self._sweeping.timeout.connect(self._sweeper.look)
        self._recents: Recents | None = None
        self._remembered = False
        self.link = Link(take_place(file, reached.host, reached.port, tls=reached.tls, guess=True))
        self.safety = Safety(file)
        export = partial(export_document, file)
        self.windows = Windows(file, self.link, export=export, check=check_file, safety=self.safety, launch=launch)
        self.windows.settled.connect(self._look_after)
        self._judges = Judges(self.link, file, rehearsal) if rehearsal else None

    def open(self) -> None:
        """Show the windows at once; what they can do without is loaded once they are there, the link as well."""
        self.windows.open()
        self._sweeping.start()
        told, refused = self.windows.note_presence, self.windows.desk.refused.emit
        self.link.start(told, refused, after=self.windows.shown, calm=self.windows.calm.wait)
        if self._judges:
            self._judges.start()

    def remember(self) -> None:
        """Put the contest on the list of those that were open here, once the windows are there, and keep it right."""
        self._remembered = True

    def _look_after(self) -> None:
        """Start what is needed only once the windows are there."""
        self.safety.start()
        if self._remembered:
            self.windows.desk.slow.run(self._note_opened)

    def _note_opened(self) -> None:
        from storage.backup import describe
        from ui.start.recent import Recents

        path = self.file.path
        copy = describe(path)
        self._recents = Recents()
        self._recents.note(path, copy.title, contest=copy.contest, backups=self.safety.keeping.folder)

    def close(self) -> None:
        """Stop everything that runs beside the windows, and the windows where they were not closed by a person."""
        self.windows.console.end()
        if self._judges:
            self._judges.stop()
        self.link.stop()
        self.safety.stop()  # last: its last copy holds what came in until now
        if self._recents:
            self._recents.note_backups(self.file.path, self.safety.keeper.keeping.folder)
        self.windows.dispose()
        self.safety.deleteLater()
        self._sweeping.stop()
        self._sweeper.stop()


def _run(
    application: QApplication, file: ContestFile, rehearsal: Rehearsal | None = None, reached: Reached | None = None
) -> int:
    """Run one contest until the console is closed, and give its file back. Raises `ArenaError`."""
    try:
        session = Session(file, rehearsal, reached)
        session.windows.closed.connect(application.quit)
        session.open()
        threading.Thread(target=until_settled, args=(session.link,), name="settling").start()
        if rehearsal:
            session.windows.show_stage()
        else:
            session.remember()
        try:
            return application.exec()
        finally:
            session.close()
    finally:
        file.close()


def until_settled(link: Link) -> None:
    """Wait until everything is loaded, and make it ready for a full hall."""
    make_room_for_sockets()
    link.wait()
    settle()


class Judges:
    """Simulated judges who take their seats as soon as the link answers."""

    def __init__(self, link: Link, file: ContestFile, rehearsal: Rehearsal) -> None:
        self._link, self._file, self._rehearsal = link, file, rehearsal
        self._simulated: SimulatedJudges | None = None
        self._thread = threading.Thread(target=self._sit, name="simulated judges start")

    def start(self) -> None:
        """Let them take their seats, without waiting for it."""
        self._thread.start()

    def _sit(self) -> None:
        from arena_desk.rehearsal import SimulatedJudges
        from storage.seats import seats

        self._link.wait()
        tokens = {seat.judge: seat.token for seat in seats(self._file)}
        temperaments, speed = self._rehearsal.temperaments, self._rehearsal.speed
        self._simulated = SimulatedJudges(self._link.loopback(), tokens, temperaments=temperaments, speed=speed)
        self._simulated.start()

    def stop(self) -> None:
        """Stop them, and wait until they have stopped."""
        self._thread.join()
        if self._simulated is not None:
            self._simulated.stop()


def launch(words: tuple[str, ...]) -> bool:
    """Start the program once more, beside this one; whether it could be started."""
    from PySide6.QtCore import QProcess

    module = () if getattr(sys, "frozen", False) else ("-m", "arena_desk")
    started, _ = QProcess.startDetached(sys.executable, [*module, *words])
    return started


def check_file(path: Path, fingerprint: Fingerprint | None) -> Checked:
    """Check a contest file or an archive. Raises `BadInput`, `NotNow`."""
    from arena_desk.archiving import check

    return check(path, fingerprint)


def export_document(file: ContestFile, order: Order, report: Report) -> None:
    """Write a document where the organizer chose. Raises `BadInput` where a file is there."""
    from arena_desk.exporting import export

    export(file.path, order, "en" if file.setting("language") == "en" else "zh", report)
