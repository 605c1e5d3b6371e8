"""Where the manual lies and what its headings are: Markdown, one folder a language, the same pages in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scoring.text import Language

PAGES = ("index", "day", "judges", "rules", "more", "trouble")
"""In the order in which they are read."""
_HEADING = re.compile(r"^(#{1,3}) +(.+?)\s*$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: how deep it stands (1 is the title), its words, and the anchor that links name."""

    level: int
    words: str
    anchor: str


def folder(language: Language) -> Path:
    """The pages of a language: packed beside this file in an installed program, in `docs` of a checkout."""
    packed = Path(__file__).parent / "pages"
    return (packed if packed.is_dir() else Path(__file__).parents[2] / "docs" / "manual") / language


def page_file(language: Language, page: str) -> Path:
    """The file of a page."""
    return folder(language) / f"{page}.md"


@cache
def headings(language: Language, page: str) -> tuple[Heading, ...]:
    """All headings of a page down to the third level, in order."""
    text = _FENCED.sub("", page_file(language, page).read_text(encoding="utf-8"))
    return tuple(Heading(len(sign), words, slug(words)) for sign, words in _HEADING.findall(text))


def numbered(language: Language, page: str, number: int) -> Heading | None:
    """The heading that begins with a number, as those about the console's pages do."""
    return next((each for each in headings(language, page) if each.words.startswith(f"{number} ")), None)


def slug(words: str) -> str:
    """The anchor of a heading, as hosts of Markdown make it: small letters, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
