"""What is signed at the end of a sheet: sentences, and a line with a date for each hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from exports.fonts import FontBook
from exports.forms import fitting
from exports.layout import Line, baseline_in, draw, lines, one_line, put
from exports.page import LEFT, MM, RIGHT, WIDTH, Bar, Flow
from exports.source import BulletinSource
from exports.style import Style
from scoring.text import Text

ON = Text("日期：", "Date: ")
SIGNING = 11 * MM
"""Height of a line to sign on."""
HAIR = 0.5


class Signing:
    """Sentences, a line to sign for each name, a note below it where there is one; always on one page."""

    def __init__(
        self,
        book: FontBook,
        source: BulletinSource,
        style: Style,
        texts: Sequence[Text],
        names: Sequence[Text],
        notes: Sequence[Text | None] = (),
    ) -> None:
        self._book, self._style, self._language = book, style, source.language
        said = [text.said(source.language) for text in texts]
        self._rows = [row for each in said for row in lines(book, each, style.body, WIDTH, first=style.indent)]
        self._names = [
            (_with_colon(name), self._note(note)) for name, note in zip_longest(names, notes) if name is not None
        ]

    @property
    def height(self) -> float:
        """All of it."""
        notes = sum(len(note) for _, note in self._names)
        return len(self._rows) * self._style.pitch + len(self._names) * SIGNING + notes * self._lower

    def place(self, flow: Flow, *, then: float = 0.0) -> None:
        """Put it where the flow stands, on a page where the height `then` is left below."""
        flow.need(self.height + then)
        for row in self._rows:
            put(flow, row, self._style.pitch)
        for name, note in self._names:
            self._line_to_sign(flow, name)
            for row in note:
                put(flow, row, self._lower)

    @property
    def _lower(self) -> float:
        return self._style.annex.step.size * 1.7

    def _note(self, note: Text | None) -> list[Line]:
        return fitting(self._book, note.said(self._language), self._style.annex.step, WIDTH) if note else []

    def _line_to_sign(self, flow: Flow, name: Text) -> None:
        top, type_ = flow.take(SIGNING), self._style.annex.entry
        word = one_line(self._book, name.said(self._language), type_)
        day = one_line(self._book, ON.said(self._language), type_)
        baseline = baseline_in(top + SIGNING - type_.size * 1.6, type_.size * 1.6, type_.size)
        date_at = RIGHT - 45 * MM
        draw(flow.page, word, LEFT, baseline)
        draw(flow.page, day, date_at, baseline)
        for start, end in ((LEFT + word.width, date_at - 4 * MM), (date_at + day.width, RIGHT)):
            if end > start:
                flow.page.marks.append(Bar(start, baseline + 2, end - start, HAIR))


def _with_colon(name: Text) -> Text:
    return Text(name.zh.rstrip("：") + "：", name.en.rstrip(": ") + ": ")
