"""Ending a round, drawing lots, and beginning the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
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

from scoring import conduct
from scoring.draws import draw_order
from scoring.results import Board, Standings
from storage import marks, rounds
from ui.console.dialogs import REASON, Answers, Asked, Field, ask, reason_field
from ui.console.look import Caption, Words
from ui.desk import Desk, Snapshot

CODE = int(Qt.ItemDataRole.UserRole)


class Rounds(QObject):
    """Asks, then closes a round, draws, or begins the next."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def close_round(self, standings: Standings) -> None:
        """Make the result of a round final."""
        asked = Asked(
            self.tr("Close round {number}?").format(number=standings.round),
            self.tr("The result becomes final. A later correction reopens the round, visibly."),
            self.tr("Close the round"),
            details=[self._outcome(board) for board in standings.boards if board.rows],
        )
        ask(self._window, asked, partial(self._close_round, standings.round))

    def _outcome(self, board: Board) -> str:
        """First place and who returns."""
        first = "、".join(row.name for row in board.rows if row.rank == 1) or "–"
        back = "、".join(row.name for row in board.rows if row.returns) or self.tr("nobody")
        text = self.tr("{board}: first {first}; must come back: {back}")
        return text.format(board=board.name, first=first, back=back)

    def _close_round(self, number: int, answers: Answers) -> None:
        self._desk.do(rounds.close_round, number)

    def draw(self, codes: Sequence[str]) -> None:
        """Draw between tied entries, from a seed said aloud."""
        names = "、".join(self._name(code) for code in codes)
        asked = Asked(
            self.tr("Draw between {names}").format(names=names),
            self.tr("Say the seed aloud, then type it exactly as said. Drawn first ranks higher; drawn last returns."),
            self.tr("Record the draw"),
            fields=[
                Field("seed", self.tr("Seed"), hint=self.tr("a text that is said aloud"), exact=True),
                Field(REASON, self.tr("Witness"), hint=self.tr("who is present and watches")),
            ],
            note=partial(self._drawn, tuple(codes)),
        )
        ask(self._window, asked, partial(self._draw, tuple(codes)))

    def _drawn(self, codes: tuple[str, ...], answers: Answers) -> str:
        order = "、".join(self._name(code) for code in draw_order(answers["seed"], codes))
        return self.tr("Order: {order}").format(order=order)

    def _draw(self, codes: tuple[str, ...], answers: Answers) -> None:
        self._desk.do(marks.draw, answers["seed"], codes, reason=answers[REASON])

    def start_order(self, seed: str, witness: str, recorded: Callable[[], object]) -> None:
        """Put the line-up into the order drawn; `recorded` is told when that is done."""
        text = self.tr("The line-up takes this order. Anyone can check it from the seed.")
        if self._desk.snapshot.round.start_order:
            text += "\n" + self.tr("A draw is recorded already. This one takes its place; all documents name both.")
        if any(entry.version for entry in self._desk.snapshot.round.entries):
            text += "\n" + self.tr("Entries have been on stage already; their scores stay, their places change.")
        order = [self._name(code) for code in self.preview(seed)]
        asked = Asked(
            self.tr("Record the draw with seed '{seed}'?").format(seed=seed),
            text,
            self.tr("Record the draw"),
            details=[" → ".join(order[:4]) + (" …" if len(order) > 4 else "")],
        )
        ask(self._window, asked, partial(self._start_order, seed, witness, recorded))

    def preview(self, seed: str) -> tuple[str, ...]:
        """The line-up as this seed would have it."""
        return draw_order(seed, (entry.code for entry in self._desk.snapshot.round.entries))

    def _start_order(self, seed: str, witness: str, recorded: Callable[[], object], answers: Answers) -> None:
        self._desk.do(marks.draw_start_order, seed, reason=witness).done.connect(recorded)

    def add_entry(self, code: str) -> None:
        """Put a contestant at the end of the line-up."""
        asked = Asked(
            self.tr("Add {name} to the line-up?").format(name=self._name(code)),
            self.tr("It comes on last in this round."),
            self.tr("Add"),
            fields=[reason_field()],
        )
        ask(self._window, asked, partial(self._add_entry, code))

    def _add_entry(self, code: str, answers: Answers) -> None:
        self._desk.do(marks.add_entry, code, reason=answers[REASON])

    def next_round(self) -> None:
        """Begin the next round: who returns, and who else comes on."""
        dialog = NextRound(self._desk.snapshot, self._window)
        dialog.chosen.connect(self._next_round)
        dialog.open()

    def _next_round(self, codes: list[str]) -> None:
        self._desk.do(rounds.next_round, codes)

    def _name(self, code: str) -> str:
        return self._desk.snapshot.contestant(code).name


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
        self._returning = conduct.returning(now.round, now.standings)
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
        back = "、".join(self._now.contestant(code).name for code in self._returning) or self.tr("nobody")
        box.addWidget(Words(title, factor=1.25, bold=True))
        returning = Words(self.tr("Must come back: {names}").format(names=back))
        returning.setWordWrap(True)
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
