"""A table of figures, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import Language, Text
from ui.console.analysis_model import FiguresModel
from ui.console.look import Caption, Words
from ui.console.rows import Sorted, Table


class Figures(QWidget):
    """A table of figures, and below it what each of them says in one sentence."""

    def __init__(self, model: FiguresModel[Any], sentences: Sequence[Text]) -> None:
        super().__init__()
        self.model, self._sentences = model, sentences
        self.table = Table(Sorted(model, self))
        self.said, self.noted = Caption(), Words(tone="warn", factor=0.92)
        self.remark = Words(factor=0.92)
        self.table.selectionModel().currentRowChanged.connect(self._show_remark)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.table, 1)
        for words in (self.remark, self.noted, self.said):
            words.setWordWrap(True)
            box.addWidget(words)
        self.note([], "zh")
        self._show_remark()

    def speak(self, language: Language, name: str) -> None:
        """Say everything in this language."""
        self.model.speak(language)
        self.table.setAccessibleName(name)
        self.said.setText("\n".join(text.said(language) for text in self._sentences))
        self._show_remark()

    def _show_remark(self) -> None:
        """In full what is to be said of the row that is chosen: a column has no room for it."""
        row = self.table.currentIndex().row()
        remark = self.table.model().index(row, len(self.model.heads)).data() if row >= 0 else ""
        said = f"{self.table.model().index(row, 0).data()}  {remark}" if remark else ""
        self.remark.setText(said)
        self.remark.setVisible(bool(said))

    def note(self, texts: Sequence[Text], language: Language) -> None:
        """What else is to be known of this board."""
        self.noted.setText("\n".join(text.said(language) for text in texts))
        self.noted.setVisible(bool(texts))
