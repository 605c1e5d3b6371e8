"""Nobody meets a sentence that is missing in their language, or a button without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import arena_desk

WEB = Path(arena_desk.__file__).parent / "web"
LINE = re.compile(r'^    (\w+): "(.+)",$', re.MULTILINE)
KEY = re.compile(r'"([a-z]+(?:_[a-z]+)*)"')
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def words() -> dict[str, dict[str, str]]:
    text = (WEB / "words.js").read_text(encoding="utf-8")
    chinese, english = text.split("\n  zh: {")[1].split("\n  en: {")
    return {"zh": dict(LINE.findall(chinese)), "en": dict(LINE.findall(english))}


def test_both_languages_say_the_same_things(words: dict[str, dict[str, str]]) -> None:
    assert len(words["zh"]) > 100
    assert list(words["zh"]) == list(words["en"])


def test_every_line_of_the_words_is_a_sentence(words: dict[str, dict[str, str]]) -> None:
    text = (WEB / "words.js").read_text(encoding="utf-8")
    said = [line for line in text.splitlines() if line.startswith("    ")]
    assert len(said) == len(words["zh"]) + len(words["en"])


def test_both_languages_fill_in_the_same_places(words: dict[str, dict[str, str]]) -> None:
    places = {code: {key: _places(text) for key, text in said.items()} for code, said in words.items()}
    # A number before the list of names is said in one language only where the other needs it.
    assert places["zh"] == places["en"]


def test_chinese_is_chinese_and_english_is_english(words: dict[str, dict[str, str]]) -> None:
    assert [key for key, text in words["en"].items() if HAN.search(text) and key != "other_language"] == []
    wordless = {"range", "list_comma", "other_language"}
    assert [key for key, text in words["zh"].items() if not HAN.search(text) and key not in wordless] == []


def test_every_sentence_is_used_and_every_sentence_used_exists(words: dict[str, dict[str, str]]) -> None:
    scripts = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(WEB.glob("*.js")) if path.name != "words.js"
    )
    pages = "\n".join(path.read_text(encoding="utf-8") for path in sorted(WEB.glob("*.html")))
    in_pages = set(re.findall(r'data-word(?:-label)?="(\w+)"', pages))
    said = set(re.findall(r'say\("(\w+)"', scripts))
    assert (in_pages | said) - set(words["zh"]) == set()
    assert set(words["zh"]) - in_pages - set(KEY.findall(scripts)) == set()


def test_the_pages_begin_with_the_chinese_words_that_the_scripts_will_put_there(
    words: dict[str, dict[str, str]],
) -> None:
    pattern = re.compile(r'data-word="(\w+)"[^>]*>([^<]*)<')
    for path in sorted(WEB.glob("*.html")):
        for key, text in pattern.findall(path.read_text(encoding="utf-8")):
            assert text == words["zh"][key], f"{path.name}: {key}"


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))
