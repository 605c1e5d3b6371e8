"""Buttons that show the key they answer to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.appearance import scaled
from ui.console.look import key_width, look, paint_key

ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
"""As they stand on keyboards; in words they would be longer than the buttons."""


class KeyButton(QPushButton):
    """A push button for an action: its text, its `key` as it stands on the button, its state.

    Enter presses the button that has the focus; keys of actions work wherever the focus is.
    """

    pad = 12

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self.key = action, ""
        self._away = False
        self._hint: QSize | None = None  # layouts ask ten times for each change
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @property
    def words(self) -> str:
        """What stands on the button. It paints its words itself, and a doubled `&` is one that underlines nothing."""
        return self.text().replace("&&", "&")

    def _key_of_action(self) -> str:
        plain, _, key = self._action.shortcut().toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")
        if key in ARROWS:
            return f"{plain}+{ARROWS[key]}" if plain else ARROWS[key]
        return self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _follow(self) -> None:
        action, self._hint = self._action, None
        self.key = self._key_of_action()
        self.setText(action.text())
        self.setEnabled(action.isEnabled())
        if action.isVisible() == self._away:  # a button that has no place yet would open as a window of its own
            self._away = not self._away
            self.setVisible(not self._away)
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(self.key)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._hint = None
            self.updateGeometry()

    def _key_font_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(scaled(self.font(), 0.82))

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._needed()
        return self._hint

    def _needed(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.words) + 2 * self.pad
        if self.key:
            width += key_width(self._key_font_metrics(), self.key) + 8
        return QSize(round(width) + 2, max(super().sizeHint().height(), self.fontMetrics().height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_words(painter)

    def _paint_ground(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self.hasFocus():
            frame = QStyleOptionButton(option)
            frame.rect = self.rect().adjusted(3, 3, -3, -3)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame)

    def _ink(self) -> QColor:
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        return self.palette().color(group, QPalette.ColorRole.ButtonText)

    def _paint_words(self, painter: QStylePainter) -> None:
        ink, inner = self._ink(), self.rect().adjusted(self.pad, 0, -self.pad, 0)
        room = inner.width()
        if self.key:
            painter.setFont(scaled(self.font(), 0.82))
            paint_key(painter, inner.right() + self.pad // 3, QRectF(inner).center().y(), self.key, ink)
            room -= round(key_width(QFontMetricsF(painter.font()), self.key)) + 2
            painter.setFont(self.font())
        painter.setPen(ink)
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignLeft if self.key else Qt.AlignmentFlag.AlignHCenter
        place = QRect(inner.topLeft(), QSize(room, inner.height()))
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class PrimaryButton(KeyButton):
    """The one button that is the next sensible step; where several take turns, those that do not lead are plain."""

    _leads = True

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(action, parent)
        self._plain, self._bold = self.font(), scaled(self.font(), 1.1, bold=True)
        self.setFont(self._bold)

    @property
    def leads(self) -> bool:
        """Whether this is the next sensible step."""
        return self._leads

    def lead(self, leads: bool) -> None:
        """Become the next sensible step, or one button among others."""
        if leads is not self._leads:
            self._leads = leads
            self.setFont(self._bold if leads else self._plain)
            self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + (QSize(12, 8) if self._leads else QSize())

    def _ink(self) -> QColor:
        return QColor("#ffffff") if self.isEnabled() and self._leads else super()._ink()

    def _paint_ground(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        if not (self.isEnabled() and self._leads):
            super()._paint_ground(painter, option)
            return
        colour = look(self).accent
        if self.isDown():
            colour = colour.darker(120)
        elif self.underMouse():
            colour = colour.lighter(115)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(255, 255, 255, 190))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)


class CardButton(KeyButton):
    """A small button of a set of which one is on."""

    pad = 5

    def _paint_ground(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        colours = look(self)
        on = self.isChecked()
        painter.setPen(colours.accent_text if on or self.hasFocus() else colours.line)
        painter.setBrush(colours.accent_tint if on or self.isDown() else colours.card)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, 6, 6)
        if on:
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)

    def _ink(self) -> QColor:
        return look(self).accent_text if self.isChecked() and self.isEnabled() else super()._ink()
