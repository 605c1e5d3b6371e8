"""Ending a round, drawing lots, and beginning the next one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoring.draws import draw_order
from scoring.results import Board, Standings
from scoring.stakes import stakes, stakes_text
from storage import marks, rounds
from ui.console.questions import REASON, Answers, Asked, Field, ask, reason_field
from ui.desk import Desk


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
        first = "、".join(row.called for row in board.rows if row.rank == 1) or "–"
        back = "、".join(row.called for row in board.rows if row.returns) or self.tr("nobody")
        text = self.tr("{board}: first {first}; must come back: {back}")
        return text.format(board=board.name, first=first, back=back)

    def _close_round(self, number: int, answers: Answers) -> None:
        self._desk.do(rounds.close_round, number)

    def draw(self, codes: tuple[str, ...], standings: Standings) -> None:
        """Draw between tied entries of a round, from a seed said aloud."""
        names = "、".join(self._name(code) for code in codes)
        how = self.tr("Say the seed aloud, then type it exactly as said.")
        asked = Asked(
            self.tr("Draw between {names}").format(names=names),
            f"{how}\n{self._at_stake(codes, standings)}",
            self.tr("Record the draw"),
            fields=[
                Field("seed", self.tr("Seed"), hint=self.tr("a text that is said aloud"), exact=True),
                Field(REASON, self.tr("Witness"), hint=self.tr("who is present and watches")),
            ],
            note=partial(self._drawn, codes),
        )
        ask(self._window, asked, partial(self._draw, codes, standings.round))

    def _at_stake(self, codes: tuple[str, ...], standings: Standings) -> str:
        """What the draw decides; nothing where no board waits for it."""
        boards = (board for board in standings.boards if codes in board.needs_draw)
        plan = self._desk.snapshot.plan
        return "\n".join(stakes_text(stakes(plan, board, codes)).said(self._desk.language) for board in boards)

    def _drawn(self, codes: tuple[str, ...], answers: Answers) -> str:
        order = "、".join(self._name(code) for code in draw_order(answers["seed"], codes))
        return self.tr("Order: {order}").format(order=order)

    def _draw(self, codes: tuple[str, ...], number: int, answers: Answers) -> None:
        self._desk.do(marks.draw, answers["seed"], codes, reason=answers[REASON], number=number)

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
        from ui.console.next_round import NextRound

        dialog = NextRound(self._desk.snapshot, self._window)
        dialog.chosen.connect(self._next_round)
        dialog.open()

    def _next_round(self, codes: list[str]) -> None:
        self._desk.do(rounds.next_round, codes)

    def _name(self, code: str) -> str:
        return self._desk.snapshot.called(code)
