"""Questions to the organizer: what will happen, why, and what to fill in. The dialogs are loaded with the first one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scoring.errors import ArenaError, NotNow
from scoring.text import Language
from ui.console.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from ui.console.dialogs import Question

Answers = Mapping[str, str]
REASON = "reason"


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `choices` are offered; with `free` others may be written.

    Blanks around an answer are left out, unless it is to be taken `exact`, as typed.
    """

    key: str
    label: str
    value: str = ""
    hint: str = ""
    required: bool = True
    choices: tuple[str, ...] = ()
    free: bool = True
    exact: bool = False


def reason_field(*choices: str) -> Field:
    """The reason that goes into the journal."""
    label, hint = translate("Questions", "Reason"), translate("Questions", "goes into the journal")
    return Field(REASON, label, choices=choices, hint=hint)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: `title` says what will be done, `text` what follows from it, `action` is the word on the button;
    `figure` is shown large.

    `check` gives what is wrong with the answers by field, `note` a line that follows from them.
    """

    title: str
    text: str
    action: str
    details: Sequence[str] = ()
    figure: str = ""
    fields: Sequence[Field] = ()
    check: Callable[[Answers], Mapping[str, str]] | None = None
    note: Callable[[Answers], str] | None = None


def ask(parent: QWidget, asked: Asked, then: Callable[[Answers], object]) -> Question:
    """Ask; `then` gets the answers if the answer is yes."""
    from ui.console.dialogs import Question

    question = Question(asked, parent)
    question.answered.connect(then)
    question.open()
    return question


def show_error(parent: QWidget, error: ArenaError, language: Language) -> QMessageBox:
    """Say what could not be done and why; nothing was changed."""
    if isinstance(error, NotNow):  # a sentence, where other errors begin with the name of a file or a field
        head = error.text.said(language)
        return tell(
            parent, head[:1].upper() + head[1:], "\n".join(f"·  {each.said(language)}" for each in error.blockers)
        )
    head, *rest = error.lines(language)
    return tell(parent, head, "\n".join(rest))


def tell(parent: QWidget, head: str, more: str = "") -> QMessageBox:
    """Say that something is wrong. What is being said already is not said once more: faults may repeat."""
    from PySide6.QtWidgets import QMessageBox

    for open_ in parent.findChildren(QMessageBox):
        if open_.isVisible() and (open_.text(), open_.informativeText()) == (head, more):
            return open_
    box = QMessageBox(QMessageBox.Icon.Warning, parent.windowTitle(), head, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.open()
    return box
