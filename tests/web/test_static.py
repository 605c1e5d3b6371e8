"""The pages hold under a strict content policy, in a hall without the internet, on browsers of five years ago."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import arena_desk

WEB = Path(arena_desk.__file__).parent / "web"
FILES = sorted(path for path in WEB.iterdir() if path.is_file())
PAGES = [path for path in FILES if path.suffix == ".html"]
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
SHEETS = [path for path in FILES if path.suffix == ".css"]
NAMESPACE = "http://www.w3.org/2000/svg"
# Not on a page over plain HTTP, or not on a phone that is five years old.
TOO_NEW = re.compile(
    r"randomUUID|serviceWorker|wakeLock|navigator\.clipboard|crypto\.subtle|showModal|structuredClone|"
    r"\?\.[a-zA-Z\[(]|\?\?|\|\|=|&&=|\.at\(-|\.replaceAll\(|\bHex\b|^\s*#\w+\s*[=;(]|^await |Object\.hasOwn|\d+n\b",
    re.MULTILINE,
)


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the text inside scripts and styles."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.inline.append(data)


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.name for path in paths])


@named(PAGES)
def test_a_page_has_no_script_style_or_handler_of_its_own(path: Path) -> None:
    page = Tags(path)
    assert page.inline == []
    assert [
        tag for tag, attributes in page.tags if "style" in attributes or any(a.startswith("on") for a in attributes)
    ] == []


@named(FILES)
def test_nothing_is_fetched_from_anywhere_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(NAMESPACE, "")
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)) == []
    assert re.findall(r"@import|url\(", text) == []


@named(PAGES)
def test_everything_a_page_names_is_there(path: Path) -> None:
    tags = Tags(path).tags
    named_files = [a.get("src") or a.get("href") or "" for tag, a in tags if tag in {"script", "link", "img"}]
    assert [name for name in named_files if not (WEB / name.removeprefix("/static/")).is_file()] == []


@named(SCRIPTS)
def test_every_import_is_there(path: Path) -> None:
    names = re.findall(r'from "\./([\w.]+)"', path.read_text(encoding="utf-8"))
    assert [name for name in names if not (WEB / name).is_file()] == []


@named(SCRIPTS)
def test_a_script_uses_nothing_that_a_five_year_old_phone_lacks(path: Path) -> None:
    code = re.sub(r"//.*$|/\*.*?\*/|\"[^\"\n]*\"", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert TOO_NEW.findall(code) == []


@named(SCRIPTS)
def test_a_script_never_makes_markup_or_code_from_text(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|console\.", code) == []
    )


@named(SCRIPTS + SHEETS)
def test_a_file_stays_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@named(PAGES)
def test_a_page_may_be_enlarged_and_says_its_language(path: Path) -> None:
    tags = Tags(path).tags
    viewport = next(a["content"] or "" for tag, a in tags if tag == "meta" and a.get("name") == "viewport")
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport
    assert next(a["lang"] for tag, a in tags if tag == "html") == "zh-CN"
