"""The manual says what the program says and does: words, numbers, links, and the same in both languages."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextDocument

from scoring.draws import digest
from scoring.plan import RULE_KEYS
from scoring.points import exact_text, published
from scoring.results import EntryResult
from scoring.text import Language
from storage import ballots, desk, marks
from tests.contests import in_memory, setup_of
from tests.said import ROOT, plain, said
from tests.storage.story import RICH
from ui.manual.source import PAGES, folder, headings, numbered, page_file, slug

LANGUAGES: tuple[Language, ...] = ("zh", "en")
QUOTED = re.compile(r"\*\*([^*]+)\*\*")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
STEPS = {
    "zh": ["报名", "规则", "评委", "抽签", "现场", "成绩", "通报", "流水"],
    "en": ["Roster", "Rules", "Judges", "Draw", "Live", "Results", "Bulletin", "Journal"],
}
EXAMPLE: dict[str, Any] = {
    "contest": {"title": "小擂台", "step": "0.5", "tie_breaks": ["draw"]},
    "category": [{"key": "unit", "name": "单位"}],
    "criterion": [{"key": "idea", "name": "思路", "max": "40"}, {"key": "plan", "name": "举措", "max": "60"}],
    "group": [
        {"key": "lead", "name": "领导", "weight": "60"},
        {"key": "expert", "name": "专家", "weight": "40", "drop_high": 1, "drop_low": 1, "trim_from": 5},
    ],
}


def text(language: Language, page: str) -> str:
    return page_file(language, page).read_text(encoding="utf-8")


def section(language: Language, page: str, number: int) -> str:
    """What stands under the second-level heading with this place, from 0."""
    return re.split(r"^## ", text(language, page), flags=re.MULTILINE)[number + 1]


def test_both_languages_have_the_same_pages_headings_pictures_and_tables() -> None:
    for page in PAGES:
        shapes = [_shape(language, page) for language in LANGUAGES]
        assert shapes[0] == shapes[1], page
    files = [{path.name for path in folder(language).rglob("*") if path.is_file()} for language in LANGUAGES]
    assert files[0] == files[1]
    assert {f"{page}.md" for page in PAGES} == {name for name in files[0] if name.endswith(".md")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_meant_as_a_sign_of_the_markup_is_read_as_text(qapp, language: Language) -> None:
    """Between Chinese letters a bold word that ends with a stop or dots is none, unless a blank follows it."""
    for page in PAGES:
        document = QTextDocument()
        document.setMarkdown(text(language, page))
        assert "**" not in document.toPlainText(), page


def _shape(language: Language, page: str) -> list[object]:
    """Headings by level, pictures, links to pages, rows of tables by width, in the order in which they stand."""
    shape: list[object] = []
    for line in text(language, page).splitlines():
        if line.startswith("#"):
            shape.append(line.partition(" ")[0])
        elif line.startswith(("|", "- ")) or re.match(r"\d+\. ", line):
            shape.append((line.split()[0], len(re.sub(r"`[^`]*`", "", line).split("|"))))
        shape += [target.partition("#")[0] for _, _, target in LINK.findall(line)]
    return shape


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_manual_quotes_is_said_by_the_program(language: Language) -> None:
    quotes = [(page, words) for page in PAGES for words in QUOTED.findall(text(language, page))]
    assert len(quotes) > 100
    assert [quote for quote in quotes if plain(quote[1]) not in said(language)] == []


def test_every_link_and_picture_of_the_documents_is_there() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    assert [lost for path in documents for lost in _lost(path)] == []


def _lost(path: Path) -> list[str]:
    found = []
    for _, _, target in LINK.findall(re.sub(r"`[^`\n]*`", "", path.read_text(encoding="utf-8"))):
        name, _, anchor = target.partition("#")
        if "://" in name:
            continue
        aim = path.parent / name if name else path
        if not aim.exists() or (anchor and anchor not in _anchors(aim)):
            found.append(f"{path.name}: {target}")
    return found


def _anchors(path: Path) -> set[str]:
    return {slug(words) for words in re.findall(r"^#+ +(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_day_has_its_section(language: Language) -> None:
    found = [numbered(language, "day", number) for number in range(1, 9)]
    assert [each.words.partition(" ")[2] for each in found if each] == STEPS[language]
    assert numbered(language, "day", 9) is None
    for page in PAGES:
        anchors = [each.anchor for each in headings(language, page)]
        assert len(anchors) == len(set(anchors)), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_to_check_by_hand_is_what_the_program_computes(language: Language) -> None:
    words = section(language, "rules", 1)
    first, second = (_ballots(part) for part in re.split(r"乙单位[：:]", words)[:2])
    assert (len(first), len(second)) == (7, 7)
    contestants = [{"code": code, "name": f"{code}单位", "category": "unit"} for code in "甲乙"]
    judges = [{"code": row[0], "name": row[0], "group": _group(row[1])} for row in first]
    with in_memory(setup_of(EXAMPLE, contestants, judges)) as file:
        for code, rows in (("甲", first), ("乙", second)):
            desk.call(file, code)
            for judge, _, idea, plan, *_ in rows:
                scores = {"idea": idea, "plan": plan}
                ballots.enter_ballot(file, judge, code, scores, reason="手册", replaces=None)
        marks.adjust(file, "甲", "-0.5", reason="超时")
        results = {row.code: row for row in file.standings().boards[0].rows}
    assert [(row.rank, row.code, row.returns) for row in results.values()] == [(1, "乙", False), (2, "甲", True)]
    for code, rows in (("甲", first), ("乙", second)):
        _agrees(words, rows, results[code].result)


def _ballots(part: str) -> list[list[str]]:
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in ROW.findall(part)]
    return [row for row in rows if re.fullmatch(r"[LE]\d", row[0])]


def _group(name: str) -> str:
    return {"领导": "lead", "专家": "expert"}[name]


def _agrees(words: str, rows: list[list[str]], result: EntryResult) -> None:
    """Totals, dropped ballots, group scores, live score and the published one, as they are printed."""
    for judge, group, _, _, total, fate in rows:
        found = result.groups[_group(group)]
        assert found.totals[judge] == Fraction(total)
        dropped = {"high": found.dropped_high, "low": found.dropped_low}
        high, low = (re.search(pattern, fate) is not None for pattern in ("去最高|highest", "去最低|lowest"))
        assert (judge in dropped["high"], judge in dropped["low"]) == (high, low)
    lead, expert = result.groups["lead"].score, result.groups["expert"].score
    assert f"= {published(lead, 2)}\n" in words
    assert f"= {exact_text(expert * 3).replace('529/2', '264.5').replace('535/2', '267.5')} ÷ 3" in words
    assert f"= {_cut(result.components['live'])}…\n" in words
    assert result.exact is not None
    assert result.adjustments == 0 or f"{_cut(result.exact)}…\n" in words
    assert re.search(rf"(四舍五入：|rounded: ){result.published}\n", words)


def _cut(value: Fraction) -> str:
    """The first five decimals."""
    whole = value * 10**5 // 1
    return f"{whole // 10**5}.{whole % 10**5:05}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_draw_of_the_manual_is_drawn_so(language: Language) -> None:
    words = section(language, "rules", 2)
    found = dict(re.findall(r"^\| ([AB]) \| `(\w+)` \|$", words, re.MULTILINE))
    assert found == {code: digest("春和景明", code)[:12] for code in "AB"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_plan_is_explained(language: Language) -> None:
    words = text(language, "rules")
    table = set(re.findall(r"`\[?\[?([a-z_]+)\]?\]?`", words))
    assert {"contest", "returns", "timer", "category", "criterion", "group", "component", "grade"} <= table
    assert [key for key in sorted(plan_keys()) if key not in table] == []


def plan_keys() -> set[str]:
    """The keys of a plan with everything in it, and of its indicators."""
    tables = [part for each in RICH.values() for part in (each if isinstance(each, list) else [each])]
    return {*RICH, *(key for table in tables for key in table), *(key for keys in RULE_KEYS.values() for key in keys)}


DEVELOPERS = [ROOT / "docs" / "developers" / f"{language}.md" for language in LANGUAGES]


def test_the_files_that_developers_are_led_through_are_there() -> None:
    named = [set(re.findall(r"`([\w./]+/[\w./]+\.\w+)`", path.read_text(encoding="utf-8"))) for path in DEVELOPERS]
    assert named[0] == named[1]
    assert len(named[0]) > 30
    assert [name for name in sorted(named[0]) if not (ROOT / name).is_file()] == []
    shapes = [re.findall(r"^(#+|\d\.|!\[)", path.read_text(encoding="utf-8"), re.MULTILINE) for path in DEVELOPERS]
    assert shapes[0] == shapes[1]


def test_the_functions_that_developers_are_led_to_are_in_their_files() -> None:
    for path in DEVELOPERS:
        words = path.read_text(encoding="utf-8")
        for file, name in re.findall(r"`([\w/]+\.py)`(?:,| 的) `(\w+)`", words):
            assert re.search(rf"(def|class) {name}\b", (ROOT / file).read_text(encoding="utf-8")), (
                path.name,
                file,
                name,
            )
