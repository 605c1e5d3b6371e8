"""Every document of a contest that is hard to print, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arena_desk.exporting import export
from exports.kinds import ABOUT, Kind, Order
from scoring.text import Language
from tests.exports.gallery import LANGUAGES, LATER
from tests.exports.halls import HARD, LETTER, hall
from tests.exports.proofs import CUT, faults
from tests.exports.read_pdf import Sheet, sheets


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hall") / "擂台赛.arena"
    assert hall(path, 10) == 2
    return path


def made(contest: Path, folder: Path, kind: Kind, number: int, language: Language) -> list[Sheet]:
    path = folder / f"{kind.value}-{number}.pdf"
    export(contest, Order(kind, path, number, letter=replace(LETTER, attachments=())), language)
    return sheets(path.read_bytes())


ONCE = [(kind, 1, language) for kind in Kind if ABOUT[kind].ending == "pdf" for language in LANGUAGES]
AGAIN = [(kind, 2, language) for kind in LATER for language in LANGUAGES]


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize(("kind", "number", "language"), [*ONCE, *AGAIN])
def test_nothing_is_struck_out_when_a_document_is_proofread(
    contest: Path, tmp_path: Path, kind: Kind, number: int, language: Language
) -> None:
    pages = made(contest, tmp_path, kind, number, language)
    assert any(mark.char == "㛃" for page in pages for mark in page.marks)
    assert faults(pages, cut=kind in CUT) == []


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 3])
def test_a_bulletin_with_every_annex_leaves_no_foot_and_no_row_alone(
    contest: Path, tmp_path: Path, number: int, language: Language
) -> None:
    path = tmp_path / "bulletin.pdf"
    export(contest, Order(Kind.BULLETIN, path, number, letter=LETTER), language)
    assert faults(sheets(path.read_bytes())) == []


def test_whoever_has_a_long_name_signs_on_the_same_page(contest: Path, tmp_path: Path) -> None:
    assert len(made(contest, tmp_path, Kind.ENTRY_SHEETS, 1, "zh")) == 10


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize(
    ("kind", "number"), [(Kind.SEASON, 2), (Kind.DRAWS, 1), (Kind.JUDGE_SHEETS, 1), (Kind.DOOR_SIGNS, 1)]
)
def test_names_on_several_lines_are_found_and_copied_as_one(
    contest: Path, tmp_path: Path, kind: Kind, number: int
) -> None:
    pages = made(contest, tmp_path, kind, number, "zh")
    said = "\n".join(page.text for page in pages)
    assert [name for name in HARD[:5] if name not in said] == []
    long = next(page.line(HARD[0]) for page in pages if HARD[0] in "".join(mark.char for mark in page.marks))
    assert len({round(mark.y) for mark in long}) > 1
