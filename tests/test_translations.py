"""Whoever switches the language sees every sentence in it."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from build_spec import translations

UI = translations.ROOT / "ui"
WINDOW = """
class Desk(QWidget):
    def words(self) -> None:
        self.tr("Next: {name}").format(name=1)
        self.tr("%n ballot(s)", "", 2)
"""


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program of two sentences, gathered and translated."""
    root = tmp_path_factory.mktemp("gathered")
    (root / "ui").mkdir()
    (root / "ui" / "desk.py").write_text(WINDOW, encoding="utf-8")
    translations.update(root)
    _translate(root / "ui/i18n/arena_zh_CN.ts", "下一个：{name}", "%n 张评分表")
    _translate(root / "ui/i18n/arena_en.ts", "%n ballot", "%n ballots")
    translations.update(root)
    return root


@pytest.fixture
def sample(gathered: Path, tmp_path: Path) -> Path:
    """That program once more, to be changed."""
    return Path(shutil.copytree(gathered, tmp_path, dirs_exist_ok=True))


def test_every_sentence_of_the_windows_is_translated_and_compiled() -> None:
    assert translations.faults(translations.ROOT) == []


def test_what_is_compiled_is_said(sample: Path) -> None:
    assert translations.faults(sample) == []
    chinese = QTranslator()
    assert chinese.load(str(sample / "ui/i18n/arena_zh_CN.qm"))
    assert chinese.translate("Desk", "Next: {name}") == "下一个：{name}"


def test_the_stage_has_its_words_in_full_in_either_language() -> None:
    for name, said in (("stage_zh_CN", "最后得分"), ("stage_en", "Final score")):
        words = QTranslator()
        assert words.load(str(UI / "i18n" / f"{name}.qm"))
        assert words.translate("Reveal", "Final score") == said
        assert not words.translate("FileMenu", "Quit"), "a word of the console"


def test_a_new_sentence_is_missed_until_it_is_translated(sample: Path) -> None:
    (sample / "ui" / "stage.qml").write_text('Text { text: qsTr("Rank %1") }', encoding="utf-8")
    assert _faults(sample) == {"is not translated", "does not hold the sentences", "is older than"}
    translations.update(sample)
    assert _faults(sample) == {"is not translated"}


def test_a_sentence_that_lost_its_place_is_noticed(sample: Path) -> None:
    chinese = sample / "ui/i18n/arena_zh_CN.ts"
    chinese.write_text(chinese.read_text(encoding="utf-8").replace("：{name}", "：{nme}"), encoding="utf-8")
    assert _faults(sample) == {"has other {places}", "is older than"}


@pytest.mark.parametrize("name", ["arena_zh_CN.ts", "arena_en.qm", "stage_en.qm"])
def test_a_lost_file_is_noticed(sample: Path, name: str) -> None:
    (sample / "ui/i18n" / name).unlink()
    assert _faults(sample) == {"is missing"}


def test_sentences_are_whole_where_they_are_gathered() -> None:
    """An f-string, within or around, a variable or somebody else's tr() would never be found in the translation."""
    broken = [f"{path.name}:{line}" for path in UI.rglob("*.py") for line in _broken_calls(path)]
    broken += [path.name for path in UI.rglob("*.qml") if re.search(r"qsTr\((?!\s*[\"'])", path.read_text("utf-8"))]
    assert broken == []


def _broken_calls(path: Path) -> Iterator[int]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    hidden = {call for text in nodes if isinstance(text, ast.JoinedStr) for call in ast.walk(text)}
    for call in nodes:
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            owner, name = ast.unparse(call.func.value), call.func.attr
            texts = call.args[: {"tr": 1, "translate": 2}.get(name, 0)]
            ours = name == "tr" or owner.endswith("Application")
            whole = all(isinstance(text, ast.Constant) for text in texts) and (name != "tr" or owner == "self")
            if ours and (call in hidden or not whole):
                yield call.lineno


def _translate(path: Path, *texts: str) -> None:
    blanks = r'<translation type="unfinished"></translation>|<numerusform></numerusform>'
    fill = iter(texts)
    words = re.sub(blanks, lambda blank: _filled(blank.group(), next(fill)), path.read_text(encoding="utf-8"))
    path.write_text(words.replace(' type="unfinished"', ""), encoding="utf-8")


def _filled(blank: str, text: str) -> str:
    return blank.replace("></", f">{text}</")


def _faults(root: Path) -> set[str]:
    kinds = "is missing|is not translated|does not hold the sentences|has other {places}|is older than"
    return {match.group() for fault in translations.faults(root) if (match := re.search(kinds, fault))}
