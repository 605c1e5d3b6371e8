"""The menu of the file: its copies, a rehearsal of it, other contests, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.console.safety import Safety
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.check_dialog import Check

Launch: TypeAlias = Callable[[tuple[str, ...]], bool]
"""Starts the program once more, beside this one, with these words on its command line; whether that went well."""

STARTING_MS = 20_000
"""How long a rehearsal may take to come up: until then no second one is begun by accident."""


class FileMenu(QMenu):
    """Other contests and rehearsals open beside this console, in a program of their own: this desk goes on."""

    def __init__(self, desk: Desk, safety: Safety, launch: Launch, check: Check, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._safety, self._launch, self._window = desk, safety, launch, window
        self._checks = check
        self.others = self._action(self._open_start, QKeySequence(QKeySequence.StandardKey.Open))
        self.rehearse = self._action(self._rehearse)
        self.starting = QTimer(self, singleShot=True, interval=STARTING_MS)
        self.starting.timeout.connect(self._follow)
        self.addSeparator()
        self.backups = self._action(self.show_backups, QKeySequence("Ctrl+B"))
        self.copy_now = self._action(safety.keeper.copy_now, QKeySequence("Ctrl+Shift+B"))
        self.check = self._action(self.show_check)
        self.addSeparator()
        self.quit = self._action(window.close, QKeySequence(QKeySequence.StandardKey.Quit))
        safety.changed.connect(self._follow)

    def _action(self, done: Callable[[], object], key: QKeySequence | None = None) -> QAction:
        action = self.addAction("")
        if key:
            action.setShortcut(key)
        action.triggered.connect(done)
        return action

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.setTitle(self.tr("&File"))
        self.others.setText(self.tr("Open or create another contest…"))
        self.backups.setText(self.tr("Backups…"))
        self.copy_now.setText(self.tr("Back up now"))
        self.check.setText(self.tr("Check the file…"))
        self.quit.setText(self.tr("Quit"))
        self._follow()

    def _follow(self) -> None:
        rehearsal, starting = self._desk.snapshot.contest.rehearsal, self.starting.isActive()
        self.rehearse.setText(self.tr("The rehearsal is starting…") if starting else self.tr("Rehearse this contest…"))
        self.rehearse.setEnabled(not rehearsal and not starting)
        self.copy_now.setEnabled(self._safety.keeping.folder is not None and not rehearsal)

    def show_backups(self) -> None:
        """Show where the copies go and how they stand."""
        from ui.console.backups import BackupsDialog

        BackupsDialog(self._desk, self._safety, self._window).open()

    def show_check(self) -> None:
        """Check whether the file holds what was recorded, and nothing else."""
        from ui.console.check_dialog import CheckDialog

        CheckDialog(self._desk, self._checks, self._window).open()

    def _open_start(self) -> None:
        self._start()

    def _rehearse(self) -> None:
        """Ask first: its windows come up over this one, and look alike."""
        from ui.console.questions import Asked, ask

        text = self.tr(
            "Simulated judges score on a copy that is thrown away afterwards; this contest is only read and goes on. "
            "After a few seconds a console and a stage window of their own open, with REHEARSAL in their titles."
        )
        now = self._desk.snapshot
        on_stage = self.tr("{name} is on stage in this contest now. The new windows may cover this one.")
        details = [on_stage.format(name=now.called(now.on_stage.code))] if now.on_stage else []
        asked = Asked(self.tr("Rehearse this contest?"), text, self.tr("Start the rehearsal"), details)
        ask(self._window, asked, self._begin_rehearsal)

    def _begin_rehearsal(self, answers: object) -> None:
        if self.rehearse.isEnabled() and self._start("rehearse", str(self._desk.file.path)):
            self.starting.start()
            self._follow()

    def _start(self, *words: str) -> bool:
        from ui.console.questions import tell

        started = self._launch(("--lang", self._desk.language, *words))
        if not started:
            tell(
                self._window,
                self.tr("The program could not be started once more"),
                self.tr("This desk goes on. Start Arena Desk from the system instead."),
            )
        return started
