"""Who comes on in the next round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoring.rounds import returning
from ui.console.look import Caption, Words
from ui.snapshot import Snapshot

CODE = int(Qt.ItemDataRole.UserRole)


class NextRound(QDialog):
    """Who comes on in the next round: those that return are in, others are ticked.

    Signals:
        chosen(list): the codes to add, in roster order.
    """

    chosen = Signal(list)

    def __init__(self, now: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Next round"))
        self.resize(520, 560)
        self._now = now
        self._returning = returning(now.round, now.standings)
        self._count = Words(bold=True)
        self.list = self._choice()
        self._build()
        self._follow()

    def _choice(self) -> QListWidget:
        choice = QListWidget()
        choice.setAccessibleName(self.tr("Who else comes on"))
        categories = {category.key: category.name for category in self._now.plan.categories}
        for contestant in self._now.contest.contestants.values():
            if contestant.code in self._returning:
                continue
            about = (contestant.code, contestant.name, categories[contestant.category])
            item = QListWidgetItem("  ·  ".join(about), choice)
            item.setData(CODE, contestant.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        choice.itemChanged.connect(self._follow)
        return choice

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        title = self.tr("Begin round {number}").format(number=self._now.round.number + 1)
        back = "、".join(self._now.called(code) for code in self._returning) or self.tr("nobody")
        box.addWidget(Words(title, factor=1.25, bold=True))
        returning = Words(self.tr("Must come back: {names}").format(names=back), wrap=True)
        box.addWidget(returning)
        box.addWidget(Caption(self.tr("Who else comes on")))
        box.addWidget(self.list)
        row = QHBoxLayout()
        for text, slot in ((self.tr("All"), self._tick_all), (self.tr("None"), self._tick_none)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._count)
        box.addLayout(row)
        box.addWidget(self._buttons())
        self.list.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        begin, cancel = self.tr("Begin the round"), self.tr("Cancel")
        self.yes = buttons.addButton(f"{begin}  ⏎", QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(f"{cancel}  Esc", QDialogButtonBox.ButtonRole.RejectRole)
        self.yes.setAccessibleName(begin)
        leave.setAccessibleName(cancel)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        return buttons

    def codes(self) -> list[str]:
        """The codes that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(item.data(CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _tick_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    def _tick_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _follow(self) -> None:
        self._count.setText(self.tr("In the line-up: {n}").format(n=len(self._returning) + len(self.codes())))

    def _choose(self) -> None:
        self.chosen.emit(self.codes())
        self.accept()
