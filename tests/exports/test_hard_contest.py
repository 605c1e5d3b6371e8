"""Every document of a contest that is hard to print, read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from arena_desk.exporting import export
from exports.kinds import ABOUT, Kind, Order
from scoring.text import Language
from tests.exports.gallery import LANGUAGES, LATER
from tests.exports.halls import LETTER, hall
from tests.exports.read_pdf import Mark, Sheet, sheets

WIDE, HIGH = 210.0, 297.0
CELL = 5.0
"""Millimetres of the squares in which characters that may touch are looked for."""
MOST = 0.25
"""How much of a character another one may cover: marks that hang over, serifs that reach into the next square."""


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hall") / "擂台赛.arena"
    assert hall(path, 10) == 2
    return path


def made(contest: Path, folder: Path, kind: Kind, number: int, language: Language) -> list[Sheet]:
    path = folder / f"{kind.value}-{number}.pdf"
    export(contest, Order(kind, path, number, letter=replace(LETTER, attachments=())), language)
    return sheets(path.read_bytes())


def covered(one: Mark, other: Mark) -> float:
    """How much of the smaller character lies within the box of the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    areas = [(mark.right - mark.left) * (mark.bottom - mark.top) for mark in (one, other)]
    return max(0.0, wide) * max(0.0, high) / min(areas) if wide > 0 and high > 0 else 0.0


def clashes(marks: Sequence[Mark]) -> Iterator[str]:
    """Characters that lie over each other, with what stands before them."""
    near: dict[tuple[int, ...], list[int]] = {}
    for number, mark in enumerate(marks):
        cells = (
            range(int(low // CELL), int(high // CELL) + 1)
            for low, high in ((mark.left, mark.right), (mark.top, mark.bottom))
        )
        for cell in product(*cells):
            for other in near.setdefault(cell, []):
                if covered(mark, marks[other]) > MOST:
                    yield "".join(each.char for each in marks[max(0, number - 12) : number + 1])
            near[cell].append(number)


ONCE = [(kind, 1, language) for kind in Kind if ABOUT[kind].ending == "pdf" for language in LANGUAGES]
AGAIN = [(kind, 2, language) for kind in LATER for language in LANGUAGES]


@pytest.mark.parametrize(("kind", "number", "language"), [*ONCE, *AGAIN])
def test_nothing_lies_over_anything_else_or_beyond_the_paper(
    contest: Path, tmp_path: Path, kind: Kind, number: int, language: Language
) -> None:
    pages = made(contest, tmp_path, kind, number, language)
    assert any(mark.char == "㛃" for page in pages for mark in page.marks)
    for page in pages:
        seen = [mark for mark in page.marks if mark.char.strip() and not "\udc00" <= mark.char <= "\udfff"]
        assert min(mark.left for mark in seen) > 0 < min(mark.top for mark in seen)
        assert max(mark.right for mark in seen) < WIDE
        assert max(mark.bottom for mark in seen) < HIGH
        assert list(clashes(seen)) == []


def test_whoever_has_a_long_name_signs_on_the_same_page(contest: Path, tmp_path: Path) -> None:
    assert len(made(contest, tmp_path, Kind.ENTRY_SHEETS, 1, "zh")) == 10
