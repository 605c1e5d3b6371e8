"""What can be wrong with what a person asks for. Anything else that is raised is a bug."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.text import Language, Text

TWICE = Text("“{name}”重复", "'{name}' appears twice")
"""Of what may stand in an input but once: a code, a column, a key, a tie-break."""
NO_FILE = Text("没有这个文件", "there is no such file")
UNREADABLE = Text("无法读取：{reason}", "cannot be read: {reason}")


def unreadable(error: OSError) -> Text:
    """Why a file cannot be read, as a person would say it where there is none."""
    return NO_FILE if isinstance(error, FileNotFoundError) else UNREADABLE(reason=error.strerror or error)


class ArenaError(Exception):
    """An expected error: it says what happened and what to do, and nothing was changed."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def lines(self, language: Language) -> list[str]:
        """The error as lines for a terminal or a message box."""
        return [self.text.said(language)]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an input, and where: file, key, line and column (both from 1)."""

    text: Text
    file: str | None = None
    key: str | None = None
    line: int | None = None
    column: int | None = None

    def said(self, language: Language) -> str:
        """`file:line:column: key: reason`, as far as each is known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return ": ".join(part for part in (place, self.key, self.text.said(language)) if part)


class BadInput(ArenaError):
    """The input is wrong; every fault is listed and nothing was stored."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].text)
        self.faults = tuple(faults)

    def lines(self, language: Language) -> list[str]:
        """One line a fault."""
        return [fault.said(language) for fault in self.faults]


class Unknown(BadInput):
    """Codes that name nothing in this contest, one text each."""

    def __init__(self, *texts: Text, key: str) -> None:
        super().__init__([Fault(text, key=key) for text in texts])


class NotNow(ArenaError):
    """It cannot be done at this moment; the blockers say what stands in the way.

    `code` is the machine's word for it in `link.md`; `fields` are the facts a caller may act on.
    """

    def __init__(
        self,
        code: str,
        text: Text,
        *,
        blockers: Sequence[Text] = (),
        fields: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(text)
        self.code = code
        self.blockers = tuple(blockers)
        self.fields = dict(fields or {})

    def lines(self, language: Language) -> list[str]:
        """The refusal, then one line a blocker."""
        return [self.text.said(language), *(f"- {blocker.said(language)}" for blocker in self.blockers)]
