"""What the stage shows, as QML can bind to it; nothing is here that is not in the `StageView`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Literal, TypeAlias

from PySide6.QtCore import Property, QObject, QTimer, Signal

from scoring.contest import Screen
from scoring.text import Language
from scoring.views import BoardView, FinaleRow, FinaleView, LineupItem, RevealView, StageView
from ui.speech import utc_now
from ui.stage.board import Board, brings_only_news
from ui.stage.clock import SpeechClock
from ui.stage.count_up import CountUp
from ui.stage.fonts import load_fonts
from ui.stage.rows import KeyedRows, Row, plain

ThemeName: TypeAlias = Literal["red", "navy"]

PAGE_MS = 8000
SETTLE_MS = 700
_PAGED = {Screen.LINEUP, Screen.LEADERBOARD, Screen.RETURNS}
_MODELLED = {"clock", "boards", "lineup", "rules", "finale"}


class Stage(QObject):
    """The one object that the stage's QML knows; the window and the thumbnail share it.

    A score counts up once, when its reveal first comes on screen. A board that only gained results is shown as it
    was for `SETTLE_MS` when the leaderboard comes up, so that the room sees the rows move.

    Signals:
        changed(): the view, the theme or the language changed.
        turned(): it is time for the next page.
        spoke(): another language is spoken; QML has to read its words again.
    """

    changed = Signal()
    turned = Signal()
    spoke = Signal()

    def __init__(
        self, now: Callable[[], datetime] = utc_now, page_ms: int = PAGE_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fonts = load_fonts()
        self._view: StageView | None = None
        self._facts: Row = {"screen": Screen.BLACK.value}
        self._theme: ThemeName = "red"
        self._language: Language = "zh"
        self._animated = True
        self._turn = 0
        self._heard: object = None
        self._clock = SpeechClock(now, self)
        self._count = CountUp(self)
        self._boards: list[Board] = []
        self._lineup, self._groups, self._returns = KeyedRows(self), KeyedRows(self), KeyedRows(self)
        self._finale = KeyedRows(self)
        self._logo = ""
        self._side_by_side = False
        self._pager = QTimer(self, interval=page_ms)
        self._pager.timeout.connect(self.turn_page)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._show_boards)

    def show_view(self, view: StageView) -> None:
        """Show this and nothing else from now on."""
        before, self._view, self._facts = self._view, view, _facts(view)
        self._clock.show(view.clock, view.speech_seconds, view.warning_seconds)
        if before is None or view.lineup != before.lineup:
            self._lineup.replace(_lineup(view.lineup))
        if before is None or view.reveal != before.reveal:
            self._groups.replace(_groups(view.reveal))
        if before is None or view.boards != before.boards:
            self._returns.replace(_returning(view.boards))
        if before is None or view.finale != before.finale:
            self._finale.replace(_slots(view.finale))
        self._announce(view, first=before is None)
        self._bring_boards(before, view)
        self._turn_pages(before, view)
        self.changed.emit()

    def set_theme(self, theme: ThemeName) -> None:
        """`red` (红金) or `navy` (深蓝)."""
        self._theme = theme
        self.changed.emit()

    def set_language(self, language: Language) -> None:
        """To be called once the application's translator speaks this language; QML reads its words again."""
        self._language = language
        self.changed.emit()
        self.spoke.emit()

    @property
    def rehearsal(self) -> bool:
        """Whether what is shown does not count."""
        return self._view is not None and self._view.rehearsal

    def set_animated(self, animated: bool) -> None:
        """Whether rows move, scores count up and screens fade; without it everything cuts."""
        self._animated = animated
        self.changed.emit()

    def set_logo(self, logo: str) -> None:
        """The contest's own mark, an image as a `data:` address; empty for none."""
        self._logo = logo
        self.changed.emit()

    def set_side_by_side(self, side_by_side: bool) -> None:
        """Whether the boards of several categories stand side by side where they fit, or come in turn."""
        self._side_by_side = side_by_side
        self.changed.emit()

    def _announce(self, view: StageView, *, first: bool) -> None:
        """Count a score up when it is news on the screen that tells it."""
        heard, score = _told_now(view)
        news = heard is not None and heard != self._heard and not first
        telling = view.screen in (Screen.REVEAL, Screen.FINALE)
        if heard is None or telling or first:
            self._heard = heard
        if news and telling and score and self._animated:
            self._count.count(score)
        else:
            self._count.show(score)

    def _bring_boards(self, before: StageView | None, view: StageView) -> None:
        """Show the boards now, unless they only gained results: then the room is to see the rows move."""
        up = view.screen is Screen.LEADERBOARD
        stays_up = up and before is not None and before.screen is Screen.LEADERBOARD
        if before is None or stays_up or not self._animated or not self._only_news(view.boards):
            self._show_boards()
        elif up:
            self._settle.start()
        else:
            self._settle.stop()

    def _only_news(self, boards: tuple[BoardView, ...]) -> bool:
        same = [board.view.key for board in self._boards] == [board.key for board in boards]
        return same and all(map(brings_only_news, (board.view for board in self._boards), boards))

    def _show_boards(self) -> None:
        self._settle.stop()
        boards = self._view.boards if self._view else ()
        if [board.view for board in self._boards] == list(boards):
            return
        if [board.view.key for board in self._boards] != [board.key for board in boards]:
            for old in self._boards:
                old.deleteLater()
            self._boards = [Board(board, self) for board in boards]
        for shown, board in zip(self._boards, boards, strict=True):
            shown.show(board)
        self._first_page()
        self.changed.emit()

    def _turn_pages(self, before: StageView | None, view: StageView) -> None:
        if view.screen not in _PAGED:
            self._pager.stop()
        elif before is None or before.screen is not view.screen:
            self._first_page()

    def _first_page(self) -> None:
        self._turn = 0
        self._pager.start()
        self.turned.emit()

    def turn_page(self) -> None:
        """Turn to the next page, before its time has come by itself."""
        self._turn += 1
        self.turned.emit()

    def _rules(self) -> str:
        zh, en = self._view.rules if self._view else ("", "")
        return zh if self._language == "zh" else en

    view = Property(dict, lambda self: self._facts, notify=changed)
    rules = Property(str, _rules, notify=changed)
    theme = Property(str, lambda self: self._theme, notify=changed)
    language = Property(str, lambda self: self._language, notify=changed)
    animated = Property(bool, lambda self: self._animated, notify=changed)
    boards = Property(list, lambda self: self._boards, notify=changed)
    turn = Property(int, lambda self: self._turn, notify=turned)
    """How many pages were turned since the screen came up or its latest news came in."""
    clock = Property(QObject, lambda self: self._clock, constant=True)
    score = Property(QObject, lambda self: self._count, constant=True)
    lineup = Property(QObject, lambda self: self._lineup, constant=True)
    groups = Property(QObject, lambda self: self._groups, constant=True)
    finale = Property(QObject, lambda self: self._finale, constant=True)
    logo = Property(str, lambda self: self._logo, notify=changed)
    sideBySide = Property(bool, lambda self: self._side_by_side, notify=changed)
    returns = Property(QObject, lambda self: self._returns, constant=True)
    sans = Property(str, lambda self: self._fonts.sans, constant=True)
    serif = Property(str, lambda self: self._fonts.serif, constant=True)


def _told_now(view: StageView) -> tuple[object, str]:
    """What is told last on the screen that tells results, and its score; nothing where it has none yet."""
    if view.screen is Screen.FINALE:
        latest = _latest(view.finale)
        return latest and (view.round, view.finale and view.finale.key, latest.code, latest.score), _text(latest)
    reveal = view.reveal
    return reveal and (view.round, reveal.entry.code, reveal.status, reveal.score), _text(reveal)


def _text(told: RevealView | FinaleRow | None) -> str:
    return (told.score or "") if told else ""


def _latest(finale: FinaleView | None) -> FinaleRow | None:
    return next((row for row in finale.rows if row.latest), None) if finale else None


def _slots(finale: FinaleView | None) -> dict[str, Row]:
    """A line for every place of a board; those that were not told hold their place alone."""
    if finale is None:
        return {}
    told = {row.place: {**plain(row), "told": True, "focus": row.latest} for row in finale.rows}
    return {str(place): told.get(place, {"place": place, "told": False, "name": ""}) for place in range(finale.total)}


def _facts(view: StageView) -> Row:
    """The plain facts of a view; what has a model or a clock of its own is left out."""
    facts: Row = {field.name: plain(getattr(view, field.name)) for field in fields(view) if field.name not in _MODELLED}
    if view.reveal:
        facts["reveal"] |= _standing(view.reveal, view.boards)
    if view.finale:
        latest = _latest(view.finale)
        about = {"name": view.finale.name, "total": view.finale.total, "told": len(view.finale.rows)}
        facts["finale"] = {**about, "latest": plain(latest) if latest else None}
    return facts


def _standing(reveal: RevealView, boards: tuple[BoardView, ...]) -> Row:
    """Whether the revealed entry's rank is final, and shared."""
    for board in boards:
        for row in board.rows:
            if row.code == reveal.entry.code:
                return {"final": board.final, "tied": row.tied}
    return {"final": False, "tied": False}


def _lineup(items: tuple[LineupItem, ...]) -> dict[str, Row]:
    return {item.code: {**plain(item), "focus": item.state == "on_stage"} for item in items}


def _groups(reveal: RevealView | None) -> dict[str, Row]:
    return {str(place): plain(group) for place, group in enumerate(reveal.groups if reveal else ())}


def _returning(boards: tuple[BoardView, ...]) -> dict[str, Row]:
    """The rows of all boards that must come back, with the board they stand on."""
    return {
        row.code: {**plain(row), "board": board.name if len(boards) > 1 else ""}
        for board in boards
        for row in board.lines
        if row.returns
    }
