"""Where a contest file goes: a line to type into, and a button that asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.choosing import FileDialog
from ui.console.buttons import KeyButton
from ui.console.making import UNSAFE
from ui.console.page import page_action
from ui.console.words import path_word, read_path

ENDING = ".arena"


class Target(QWidget):
    """The place of a contest file."""

    def __init__(self, owner: QWidget, key: str) -> None:
        super().__init__(owner)
        self._typed = False
        self.path = QLineEdit()
        self.choose = page_action(owner, key)
        self.choose.triggered.connect(self._choose)
        self.path.textEdited.connect(self._note_typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(KeyButton(self.choose))
        self.setFocusProxy(self.path)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.choose.setText(self.tr("Choose…"))
        self.path.setAccessibleName(self.tr("Contest file"))

    def suggest(self, path: Path) -> None:
        """A place, unless a person chose one."""
        if not self._typed:
            self.path.setText(path_word(path))

    def use(self, path: str) -> None:
        """This place, and no other."""
        self._typed = True
        self.path.setText(path)

    def chosen(self) -> Path | None:
        """The place with its ending, or None where nothing is written."""
        text = self.path.text().strip()
        path = Path.home() / read_path(text)
        if not text or not path.name:
            return None
        return path if path.suffix == ENDING else path.with_name(path.name + ENDING)

    def _note_typed(self) -> None:
        self._typed = True

    def _choose(self) -> None:
        there = str(self.chosen() or "")
        dialog = FileDialog(self, self.tr("Contest file"), there, self.tr("Contests (*.arena)"))
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.setOption(FileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(there)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def named(folder: Path, title: str) -> Path:
    """A file for a contest of this title, under a name that nothing has yet."""
    stem = title.translate(UNSAFE).strip(" .")[:60] or "擂台赛"
    path, number = folder / f"{stem}{ENDING}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{ENDING}", number + 1
    return path
