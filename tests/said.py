"""Everything that the program says, in one language, so that the manual can be held to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from scoring.text import Language

ROOT = Path(__file__).resolve().parents[1]
PLACE = re.compile(r"%L?\d+|%n|\{[^{}]*\}")
CLAUSES = re.compile(r"[。：；，！？\n]+|[.:;,!?] +|[.:;,!?]$")
_PAIR = re.compile(r'^    (\w+): "((?:[^"\\]|\\.)*)"', re.MULTILINE)


def plain(words: str) -> str:
    """Without what is filled in, mnemonics and marks at the ends: as one would quote it."""
    words = re.sub(r"\(&\w\)|&", "", words)
    return PLACE.sub("…", words).strip(" …。.：:,，")


@cache
def said(language: Language) -> frozenset[str]:
    """Every sentence of windows, pages and documents, whole and clause by clause."""
    whole = {*_windows(language), *_pages(language), *_texts(language)}
    return frozenset(plain(part) for words in whole for part in (words, *CLAUSES.split(words)) if plain(part))


def _windows(language: Language) -> Iterator[str]:
    for message in ElementTree.parse(ROOT / "ui/i18n/arena_zh_CN.ts").iter("message"):
        translation = message.find("translation")
        if language == "en" or translation is None:
            yield message.findtext("source", "")
        else:
            yield from ((form.text or "") for form in (translation.findall("numerusform") or [translation]))


def _pages(language: Language) -> Iterator[str]:
    text = (ROOT / "arena_desk/web/words.js").read_text(encoding="utf-8")
    chinese, _, english = text.partition("\n  en: {")
    yield from (words for _, words in _PAIR.findall(chinese if language == "zh" else english))


def _texts(language: Language) -> Iterator[str]:
    for package in ("arena_desk", "exports", "scoring", "storage", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(source)) if "Text(" in source else ():
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Text") and len(node.args) == 2:
                    words = node.args[0 if language == "zh" else 1]
                    if isinstance(words, ast.Constant) and isinstance(words.value, str):
                        yield words.value
