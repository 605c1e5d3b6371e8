"""One tile per judge: how each stands with the entry in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scoring.plan import Group
from scoring.points import plain_decimal
from ui.appearance import scaled
from ui.console.look import Caption, Look, Words, breaking, look, paint_dot, plain_tip
from ui.console.tile_facts import Contact, Tile, TileGroup, TileState, needs_help
from ui.console.tile_words import caption, described, far_off_word, remarks, trip_word

PAD, ABOVE, DOT = 8.0, 5.0, 11
GAP, BETWEEN = 8, 10
NARROWEST, WIDEST = 98, 240
LETTERS = 4.6
"""What a tile has to be wide for where letters are large, in their height: a name of five, and the dot."""
AT_ONCE = 8
"""How many tiles are brought up to date before the window takes part in what else happens."""
_OUT = {TileState.ABSENT, TileState.LEFT, TileState.RECUSED}


class _Face:
    """A font with its measures, and the same struck out."""

    def __init__(self, font: QFont) -> None:
        self.font, self.struck = font, QFont(font)
        self.struck.setStrikeOut(True)
        self.metrics = QFontMetricsF(font)


class _Type:
    """The faces of a tile; made once for a font, since a tile is painted with every ballot."""

    def __init__(self, font: QFont) -> None:
        self.name, self.narrow = _Face(scaled(font, 1.0, bold=True)), _Face(scaled(font, 0.76, bold=True))
        self.small = _Face(scaled(font, 0.84))
        self.total = _Face(scaled(font, 1.45, bold=True, tabular=True))
        self.line = QFontMetricsF(font).height()


class TileView(QAbstractButton):
    """One judge's tile. It says everything it shows to a screen reader too.

    Signals:
        menu_wanted(str): the judge whose corrections are asked for, by click, Enter or the menu key.
    """

    menu_wanted = Signal(str)

    def __init__(self, tile: Tile, give_way: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._give_way = give_way
        self._tile = tile
        self._type = _Type(self.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDEST)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._want_menu)
        self._say()

    @property
    def tile(self) -> Tile:
        return self._tile

    def show_tile(self, tile: Tile) -> None:
        """Show this state of the judge."""
        if tile is self._tile or tile == self._tile:
            return
        looks_different = replace(tile, trip=None) != replace(self._tile, trip=None)
        self._tile = tile
        self._say()
        if looks_different:
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._type = _Type(self.font())
            self.updateGeometry()
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()

    def _say(self) -> None:
        tile = self._tile
        said = described(tile)
        self.setAccessibleName(tile.judge.name)
        self.setAccessibleDescription(said)
        more = "\n".join(word for word in (said, far_off_word(tile), trip_word(tile.trip)) if word)
        self.setToolTip(plain_tip(f"{tile.judge.code}  {tile.judge.name}  {tile.judge.title}\n{more}"))

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self._tile.judge.code)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._want_menu()

    def keyPressEvent(self, event: QEvent) -> None:
        if getattr(event, "key", lambda: None)() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want_menu()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        lines = self._type.line + self._type.small.metrics.height() + self._type.total.metrics.height()
        return QSize(NARROWEST, round(lines + 2 * ABOVE + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._give_way()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look(self)
        self._paint_card(painter, colours)
        box = QRectF(self.rect()).adjusted(PAD, ABOVE, -PAD, -ABOVE)
        self._paint_name(painter, box, colours)
        self._paint_caption(painter, box, colours)
        self._paint_total(painter, box, colours)

    def _paint_card(self, painter: QPainter, colours: Look) -> None:
        line, ground, dashed = self._drawn_in(colours)
        pen = QPen(line, 1.2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        card = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(card, 7, 7)
        if self.hasFocus() or self.underMouse():
            ring = QColor(colours.accent_text if self.hasFocus() else line)
            painter.setPen(QPen(ring, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 7, 7)

    def _drawn_in(self, colours: Look) -> tuple[QColor, QColor, bool]:
        """Line, ground, and whether the line is dashed: nothing is there yet."""
        tile = self._tile
        nothing = QColor(Qt.GlobalColor.transparent)
        match tile.state:
            case TileState.STORED if tile.off is not None:
                return colours.warn, colours.warn_tint, False
            case TileState.STORED:
                return colours.good, colours.good_tint, False
            case TileState.RETURNED:
                return colours.warn, colours.card, True
            case _ if needs_help(tile):
                return colours.bad, colours.card, True
            case state if state in _OUT:
                return colours.line, nothing, False
            case _:
                return colours.line.darker(115), colours.card, True

    def _paint_name(self, painter: QPainter, box: QRectF, colours: Look) -> None:
        out = self._tile.state in _OUT
        face = self._type.name
        painter.setFont(face.struck if self._tile.state is TileState.ABSENT else face.font)
        painter.setPen(colours.quiet if out else self.palette().windowText().color())
        metrics = face.metrics
        more = f"×{self._tile.devices}" if self._tile.devices > 1 else ""
        room = self._type.narrow.metrics.horizontalAdvance(more)
        line = QRectF(box.left(), box.top(), box.width() - DOT - room, metrics.height())
        if metrics.horizontalAdvance(self._tile.judge.name) > line.width():
            face = self._type.narrow
            painter.setFont(face.struck if self._tile.state is TileState.ABSENT else face.font)
        name = face.metrics.elidedText(self._tile.judge.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(colours.warn)
        painter.setFont(self._type.narrow.font)
        painter.drawText(line.translated(line.width() + 1, 0), int(Qt.AlignmentFlag.AlignVCenter), more)
        here = self._tile.contact is Contact.HERE
        colour = colours.good if here else colours.quiet
        paint_dot(painter, QPointF(box.right() - 3, line.center().y()), colour, filled=here)

    def _paint_caption(self, painter: QPainter, box: QRectF, colours: Look) -> None:
        top = box.top() + self._type.line + 1
        painter.setFont(self._type.small.font)
        metrics = self._type.small.metrics
        tile = self._tile
        loud = {TileState.RETURNED: colours.warn, TileState.DRAFT: colours.good}
        painter.setPen(colours.bad if needs_help(tile) else loud.get(tile.state, colours.quiet))
        if tile.total:
            text = metrics.elidedText(caption(self._tile), Qt.TextElideMode.ElideRight, box.width())
            line = QRectF(box.left(), top, box.width(), metrics.height())
            painter.drawText(line, int(Qt.TextFlag.TextSingleLine), text)
            return
        flags = breaking(metrics, box.width(), caption(tile))
        place = QRectF(box.left(), top, box.width(), 2 * metrics.height() + 2)
        painter.drawText(place, flags, _shortened(caption(tile), metrics, place, flags))

    def _paint_total(self, painter: QPainter, box: QRectF, colours: Look) -> None:
        tile = self._tile
        if not tile.total:
            return
        face, struck = self._type.total, tile.dropped is not None or tile.state in _OUT
        painter.setFont(face.struck if struck else face.font)
        painter.setPen(colours.quiet if struck else self.palette().windowText().color())
        width = face.metrics.horizontalAdvance(tile.total)
        line = QRectF(box.left(), box.bottom() - face.metrics.height() + 3, box.width(), 0)
        line.setBottom(box.bottom() + 3)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), tile.total)
        painter.setFont(self._type.small.font)
        painter.setPen(colours.warn if tile.off is not None and not tile.dropped else colours.quiet)
        rest = line.adjusted(width + 6, 3, 0, 0)
        metrics = self._type.small.metrics
        text = next((each for each in remarks(tile) if metrics.horizontalAdvance(each) <= rest.width()), "")
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)


def _shortened(text: str, metrics: QFontMetricsF, place: QRectF, flags: int) -> str:
    """As much of a text as fits into these lines, with an ellipsis where something is left out."""
    kept = text
    while metrics.boundingRect(place, flags, text).height() > place.height():
        kept = kept[:-1]
        text = f"{kept}…"
    return text


def _same_ballot(view: TileView, tile: Tile) -> bool:
    """Whether a tile shows the ballot already that it is to show."""
    return view.tile.stored_at == tile.stored_at


class GroupView(QWidget):
    """A judge group: its name and weight, how many ballots are in, and its tiles."""

    def __init__(self, group: TileGroup, give_way: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._rule, self._count = Words(bold=True), Caption(), Words()
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._fit_rule)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._columns = 0
        self.tiles = [TileView(tile, give_way, self) for tile in group.tiles]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addLayout(self._header())
        box.addLayout(self._grid)
        self._rule.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_group(group)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(BETWEEN)
        header.addWidget(self._name)
        header.addWidget(self._rule, 1)
        header.addWidget(self._count)
        return header

    def show_group(self, group: TileGroup) -> None:
        """Show this state of the group, but for its tiles."""
        self._name.setText(f"{group.group.name}  {plain_decimal(group.group.weight)}%")
        self._rule.setText(self._void_word() if group.void else self.rule(group.group, group.expected))
        self._count.setText(f"{group.stored:,} / {group.expected:,}")
        self._count.set_tone("good" if group.expected and group.stored == group.expected else "quiet")
        self._fit_rule()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()  # Qt is laying out what stands here, and must not find it changed

    def _fit_rule(self) -> None:
        """Where letters are large it goes on in another line; where they are not, no layout asks for its height."""
        room = self.width() - self._name.sizeHint().width() - self._count.sizeHint().width() - 2 * BETWEEN
        wraps = self._rule.fontMetrics().horizontalAdvance(self._rule.text()) > room
        if wraps is not self._rule.wordWrap():
            self._rule.setWordWrap(wraps)

    def _void_word(self) -> str:
        return self.tr("void: not counted this round")

    def rule(self, group: Group, expected: int) -> str:
        """What is dropped in this group, and that nothing is where too few judges score."""
        high, low = group.drop_high, group.drop_low
        if (high or low) and expected < group.trim_from:
            return self.tr("none dropped below {n} ballots").format(n=group.trim_from)
        if high and low:
            return self.tr("{high} highest and {low} lowest dropped").format(high=high, low=low)
        if high:
            return self.tr("{high} highest dropped").format(high=high)
        return self.tr("{low} lowest dropped").format(low=low) if low else ""

    def set_columns(self, columns: int) -> None:
        """Lay the tiles out in so many columns."""
        if columns == self._columns:
            return
        for column in range(max(self._columns, columns) + 1):
            self._grid.setColumnStretch(column, 1000 if column < columns else 0)
        self._grid.setColumnStretch(columns, 1)  # takes what tiles of their full width leave
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)


class TileBoard(QWidget):
    """All judge groups, one below the other; the tiles of all groups are equally wide.

    Signals:
        menu_wanted(str): the judge whose corrections are asked for.
    """

    menu_wanted = Signal(str)

    def __init__(self, give_way: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._give_way = give_way
        self._views: list[GroupView] = []
        self._seats: list[list[str]] = []
        self._waiting: list[tuple[TileView, Tile]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show_some)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def tile(self, judge: str) -> TileView:
        """The tile of a judge."""
        return next(tile for view in self._views for tile in view.tiles if tile.tile.judge.code == judge)

    def show_groups(self, groups: tuple[TileGroup, ...]) -> None:
        """Show these groups; tiles are kept as long as the seats are the same. Where many have changed, the window
        takes part in what else happens after every few.
        """
        seats = [[tile.judge.code for tile in group.tiles] for group in groups]
        if seats != self._seats:
            self._build(groups)
            self._seats = seats
        for view, group in zip(self._views, groups, strict=True):
            view.show_group(group)
        views = (view for group in self._views for view in group.tiles)
        tiles = (tile for group in groups for tile in group.tiles)
        turn = {view: place for place, (view, _) in enumerate(self._waiting)}
        news = [(view, tile) for view, tile in zip(views, tiles, strict=True) if view.tile is not tile]
        # Ballots first: a count changes marks on tiles by the dozen. Beyond that, who waits already comes first.
        self._waiting = sorted(news, key=lambda each: (_same_ballot(*each), turn.get(each[0], len(turn))))
        self._show_some()

    def _show_some(self) -> None:
        self._give_way()
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for view, tile in now:
            view.show_tile(tile)
        if self._waiting:
            self._turn.start()

    def _build(self, groups: tuple[TileGroup, ...]) -> None:
        for view in self._views:
            self._box.removeWidget(view)
            view.deleteLater()
        self._views = [GroupView(group, self._give_way, self) for group in groups]
        for view in self._views:
            self._box.addWidget(view)
            for tile in view.tiles:
                tile.menu_wanted.connect(self.menu_wanted)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        longest = max((len(view.tiles) for view in self._views), default=1)
        narrowest = max(NARROWEST, round(LETTERS * self.fontMetrics().height()))
        columns = max(1, min(longest, (self.width() + GAP) // (narrowest + GAP)))
        for view in self._views:
            view.set_columns(columns)
