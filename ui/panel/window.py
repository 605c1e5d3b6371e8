"""The judge's panel: what the session knows, in one window. Each part is built anew only when what it shows changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ui.language import Languages
from ui.manual.help import Help
from ui.panel.address import Address
from ui.panel.dock import Asked
from ui.panel.facts import Called, Facts
from ui.panel.frame import PanelFrame
from ui.panel.history import history_lines
from ui.panel.kept import Kept
from ui.panel.ledger import beginning
from ui.panel.notices import Notice, notices
from ui.panel.pieces import Card, Chip, Lines, ScoreTable, SideBySide, big_button, empty, state_card
from ui.panel.session import Session
from ui.panel.shelf import Shelf
from ui.panel.state import FORMS, NOBODY, Situation, State
from ui.panel.words import Wording, contest_word, place_word, translate, wording


class PanelWindow(PanelFrame):
    """One judge's panel.

    Signals:
        closed(): the window has gone.
        rejoin(): the link has ended, and the judge wants to type a code.
    """

    closed = Signal()
    rejoin = Signal()

    def __init__(
        self, address: Address, shelves: Path, languages: Languages, manual: Help, *, on_behalf: bool = False
    ) -> None:
        super().__init__(languages, own_language=not on_behalf)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.address, self._on_behalf = address, on_behalf
        self.session = Session(address, Shelf(shelves, address.desk, address.token), languages, self)
        self._shown: dict[str, object] = {}
        self._form_key: object = None
        self._invalid: Kept | None = None
        self._said = ""
        self._leaving = False
        self._help = manual.key(self)
        self._help.triggered.connect(partial(manual.open, "judges"))
        self._connect()

    def start(self) -> None:
        """Show the window and begin to talk to the desk."""
        self.render_now()
        self.show()
        self.session.start()

    @property
    def state(self) -> State:
        """The state that is shown."""
        return self.session.now().state

    def _connect(self) -> None:
        self.session.changed.connect(self.render_now)
        self.bar.help.clicked.connect(self._help.trigger)
        self.session.invalid.connect(self._note_invalid)
        self.form.changed.connect(self._typed)
        self.form.finished.connect(self._ask)
        self.form.entered.connect(self._follow_row)
        self.dock.submitted.connect(self._ask)
        self.dock.cancelled.connect(self._cancel)
        self.dock.pad.pressed.connect(self.form.press)
        self.review.left.connect(self._leave_review)
        self.review.confirmed.connect(self._confirm)
        QGuiApplication.instance().applicationStateChanged.connect(self._wake)  # type: ignore[union-attr]

    def _wake(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.session.wake()

    def render_now(self) -> None:
        """Show what the session knows."""
        session, now = self.session, self.session.now()
        facts = session.facts
        entry = facts.entry if facts and now.state not in NOBODY else None
        words = wording(now, facts, durable=session.shelf.durable)
        self._render_bands(facts)
        self._render_head(words, entry)
        told = notices(session, now)
        self._part("notices", [(each.text, bool(each.seen)) for each in told], partial(self._build_notices, told))
        self._render_form(now)
        card = (now, words, facts and (facts.ballot, facts.criteria, facts.open), self.review.asked, entry is None)
        self._part("card", card, partial(self._build_card, now, words, titled=entry is not None))
        self._render_history(facts, now)
        self._part("top", (now.state, entry and entry.code, self.review.asked), self._go_up)
        self._announce(words, entry, told)

    def _part(self, key: str, shown: object, build: object) -> None:
        """Build a part of the window again if `shown`, what it is made from, or the language has changed."""
        signature = (QApplication.translate("Panel", "Total"), shown)
        if self._shown.get(key) != signature:
            self._shown[key] = signature
            build()  # type: ignore[operator]

    def _render_bands(self, facts: Facts | None) -> None:
        self.bar.show_session(self.session)
        self.rehearsal.say(translate("Panel", "Rehearsal, nothing counts") if facts and facts.rehearsal else "")
        name = f"{facts.judge} {facts.judge_name}" if facts else ""
        behalf = self.tr("On behalf of {name}: what you submit counts as this judge's own").format(name=name)
        self.behalf.say(behalf if self._on_behalf and facts else "")
        self._contest.setText(contest_word(facts) if facts else "")
        titles = [facts.judge_name if facts else "", self.tr("Scoring panel")]
        self.setWindowTitle(" · ".join(title for title in titles if title))

    def _render_head(self, words: Wording, entry: Called | None) -> None:
        self._part("chip", (words, entry), partial(self._build_chip, words, entry))
        self.name.setText(entry.name if entry else words.title)

    def _build_chip(self, words: Wording, entry: Called | None) -> None:
        empty(self._chip)
        place = Lines(place_word(entry) if entry else "", tone="quiet", factor=1.1)
        self._chip.addWidget(SideBySide(Chip(words), place))

    def _build_notices(self, told: Sequence[Notice]) -> None:
        empty(self._notices)
        for each in told:
            card = Card(each.tone)
            card.box.addWidget(Lines(each.text))
            if each.seen:
                button = big_button(self.tr("Got it"))
                button.clicked.connect(partial(self._put_away, each))
                card.box.addWidget(button, alignment=Qt.AlignmentFlag.AlignRight)
            self._notices.addWidget(card)

    def _put_away(self, notice: Notice) -> None:
        if notice.seen:
            notice.seen()
        self.render_now()

    def _build_card(self, now: Situation, words: Wording, *, titled: bool) -> None:
        empty(self._card)
        if self.review.asked is None and now.state not in {State.OPEN, State.EDITING}:
            self._card.addWidget(state_card(words, *self._in_card(now), title=titled))

    def _in_card(self, now: Situation) -> list[QWidget]:
        """What a card shows besides its words."""
        facts, kept = self.session.facts, now.kept
        if now.state is State.REVOKED and not self._on_behalf:
            return [self._action(self.tr("Type a code"), self.rejoin.emit)]
        if facts is None:
            return []
        if now.state is State.STORED and facts.ballot:
            change = [self._action(self.tr("Change scores"), self._edit)] if facts.open and facts.resend else []
            return [ScoreTable(facts.criteria, facts.ballot.scores), *change]
        if now.state is State.CONFLICT and kept:
            return self._comparison(facts, kept)
        return [ScoreTable(facts.criteria, kept.scores)] if kept else []

    def _comparison(self, facts: Facts, kept: Kept) -> list[QWidget]:
        stored = facts.ballot or kept.stored
        assert stored is not None
        heads = (self.tr("Stored at the desk"), self.tr("Just sent"))
        return [
            ScoreTable(facts.criteria, stored.scores, kept.scores, heads=heads),
            self._action(self.tr("Keep the desk's"), partial(self.session.keep_stored, kept)),
            self._action(self.tr("Use mine instead"), partial(self.session.replace_stored, kept, stored)),
        ]

    def _action(self, text: str, run: object) -> QWidget:
        button = big_button(text)
        button.clicked.connect(run)
        return button

    def _render_form(self, now: Situation) -> None:
        filling = now.state in FORMS
        key = self._key_of_form() if filling else None
        if self.review.asked and key != self._form_key:
            self.review.forget()
        is_new, self._form_key = key is not None and key != self._form_key, key
        if is_new:
            self._open_form()
        self.form.setVisible(filling and self.review.asked is None)
        self.dock.setVisible(filling and self.review.asked is None)
        self.dock.say(editing=now.state is State.EDITING)
        self._place_dock()
        if is_new:
            self.form.begin()
            self._show_invalid()
        facts = self.session.facts
        if filling and facts:
            self.dock.show_total(facts, self.form)
        self._tell()

    def _key_of_form(self) -> object:
        """What the fields belong to. When any of it changes, what was typed stays behind with its own contestant."""
        facts = self.session.facts
        assert facts is not None
        assert facts.entry is not None
        return (
            facts.round,
            facts.entry.code,
            facts.entry.version,
            facts.ballot and facts.ballot.ballot_id,
            facts.criteria,
        )

    def _open_form(self) -> None:
        facts, draft = self.session.facts, self.session.draft()
        assert facts is not None
        self.form.show_ballot(facts.criteria, draft.scores if draft else beginning(self.session.shelf, facts))
        self.dock.pad.fit(facts.criteria)
        self.dock.tell("")

    def _tell(self) -> None:
        """Let the desk know how far this judge is, and whether the window can be seen."""
        filling = self._form_key is not None
        filled = sum(map(bool, self.form.values().values())) if filling else 0
        self.session.tell(filled=filled, asleep=self.isMinimized())

    def _typed(self) -> None:
        facts = self.session.facts
        if facts is None or self._form_key is None:
            return
        self.session.type(self.form.values())
        self.dock.tell("")
        self.dock.show_total(facts, self.form)
        self._tell()

    def _edit(self) -> None:
        facts, draft = self.session.facts, self.session.draft()
        if facts and facts.ballot:
            self.session.type(draft.scores if draft else facts.ballot.scores)
            self._form_key = None
            self.render_now()

    def _cancel(self) -> None:
        self._form_key = None
        self.session.drop_draft()

    def _ask(self) -> None:
        facts = self.session.facts
        wrong = self.form.check()
        self.dock.tell(self.tr("Please fill in or correct: {count}.").format(count=wrong) if wrong else "")
        if wrong or facts is None:
            self._speak(self.dock.fault.text())
            return
        self.review.ask(Asked(self.form.values(), facts.ballot.ballot_id if facts.ballot else None), facts)
        self.render_now()

    def _leave_review(self) -> None:
        self.review.forget()
        self.render_now()
        self.dock.submit.setFocus()

    def _confirm(self) -> None:
        asked = self.review.asked
        if asked is not None:
            self.review.forget()
            self.session.submit(asked.scores, asked.replaces)

    def _note_invalid(self, kept: Kept) -> None:
        self._invalid, self._form_key = kept, None

    def _show_invalid(self) -> None:
        """The desk found faults that we had not: the numbers are back in the fields, its messages beside them."""
        kept, self._invalid = self._invalid, None
        if kept is None:
            return
        for field, message in kept.faults.items():
            row = self.form.rows.get(field.removeprefix("scores."))
            if row:
                row.tell(message)
        self.dock.tell(kept.message or self.tr("The desk did not accept this. Please check the scores."))
        self._speak(self.dock.fault.text())

    def _render_history(self, facts: Facts | None, now: Situation) -> None:
        known = facts if now.state not in {State.CONNECTING, State.UNREACHED, State.REVOKED} else None
        lines = history_lines(known, self.session.shelf.ballots()) if known else []
        self._part("history", lines, partial(self.history.show_lines, lines))

    def _announce(self, words: Wording, entry: Called | None, told: Sequence[Notice]) -> None:
        """Say a change of state once, for those who cannot see it."""
        who = [place_word(entry), entry.name] if entry else []
        said = " ".join([*who, words.title, words.text, *(each.text for each in told)])
        if said != self._said:
            self._said = said
            self._speak(said)

    def _speak(self, text: str) -> None:
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._tell()
        if event.type() == QEvent.Type.LanguageChange:
            self.form.say()
            if self.session.facts:
                self.review.say(self.session.facts)
            self.dock.tell("")
            self.render_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.unsent() and not self._leaving:
            event.ignore()
            self._ask_to_leave()
            return
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()

    def _ask_to_leave(self) -> None:
        text = self.tr("A ballot is not delivered yet.")
        box = QMessageBox(QMessageBox.Icon.Warning, self.windowTitle(), text, parent=self)
        box.setInformativeText(self._about_leaving())
        leave = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(self.leave)
        box.open()

    def _about_leaving(self) -> str:
        if self.session.shelf.durable:
            return self.tr("It is kept on this device, and sent when you open the panel with the same link again.")
        return self.tr("It cannot be kept on this device: closed now, it is lost.")

    def leave(self) -> None:
        """Close without asking."""
        self._leaving = True
        self.close()
