"""Says that an earlier round is open again while a later one runs."""

from __future__ import annotations

from scoring.contest import Contest
from ui.console.look import Words
from ui.console.words import translate


class Reopened(Words):
    """One line where the organizer looks; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(tone="warn", bold=True)
        self.setWordWrap(True)
        self.hide()

    def show_contest(self, contest: Contest) -> None:
        """Name the rounds before the latest that are not closed; a correction has opened them."""
        numbers = "、".join(str(each.number) for each in contest.rounds[:-1] if each.closed is None)
        text = translate(
            "Reopened",
            "Round {numbers} is open again after a correction, so its result is not final. Close it again on page 6.",
        )
        self.setText(text.format(numbers=numbers))
        self.setVisible(bool(numbers))
