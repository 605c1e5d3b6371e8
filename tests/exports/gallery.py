"""Every document of contests that are hard to print, and pictures of all their pages:
`python -m tests.exports.gallery FOLDER [SIZE …]`.

3, 10, 55 and 300 contestants, Chinese and English, a closed round and an open one. Beside each PDF lie sheets that show
all of its pages, six on one (24 of a document of more than 60 pages), and what `tests.exports.proofs` found on them is
told. Wants `pdftoppm` and Chromium; the workbook is shown where LibreOffice is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

from arena_desk.carding import cards_of
from arena_desk.exporting import export
from exports.cards import write_cards
from exports.kinds import ABOUT, Kind, Order
from scoring.text import Language
from tests.exports.halls import LETTER, SIZES, hall
from tests.exports.proofs import CUT, faults
from tests.exports.read_pdf import opened, sheets

LANGUAGES: tuple[Language, ...] = ("zh", "en")
URL = "http://192.168.1.20:20750"
LATER = (Kind.COURSE, Kind.SEASON, Kind.DRAWS, Kind.ANALYSIS)
"""What says more of a later round, and is made of that too."""
LONG = 60
"""A document of more pages is shown in smaller pictures."""
SHEETS = {False: (3, 6, 63), True: (6, 24, 32)}
"""Pages side by side on a sheet, how many one holds, and their dots an inch; of a long document the latter."""


def main(folder: Path, sizes: list[int]) -> None:
    """Make everything."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        contest = folder / f"{size}.arena"
        closed = hall(contest, size)
        for language in LANGUAGES:
            made = folder / f"{size}-{language}"
            made.mkdir(parents=True)
            _documents(contest, made, closed, language)
            for path in sorted(made.iterdir()):
                _show(path)
            sys.stdout.write(f"{made}: {len(list(made.glob('*.pdf')))} PDFs\n")


def _documents(contest: Path, folder: Path, closed: int, language: Language) -> None:
    for kind in Kind:
        path = folder / f"{kind.value}.{ABOUT[kind].ending}"
        export(contest, Order(kind, path, 1, letter=LETTER), language)
        if kind in LATER and closed > 1:
            export(contest, Order(kind, folder / f"{kind.value}-{closed}.pdf", closed), language)
    write_cards(cards_of(contest, language, url=URL, judges=[]), folder / "cards.pdf")
    if closed > 1:
        export(contest, Order(Kind.BULLETIN, folder / "bulletin-open.pdf", closed + 1, letter=LETTER), language)


def _show(path: Path) -> None:
    if path.suffix == ".html":
        _photograph(path)
    elif path.suffix == ".xlsx" and shutil.which("soffice"):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", path.parent, path],
            check=True,
            capture_output=True,
        )
        _render(path.with_suffix(".pdf"))
    elif path.suffix == ".pdf":
        _render(path)
        for fault in faults(sheets(path.read_bytes()), cut=path.stem in CUT):
            sys.stdout.write(f"{path}: {fault}\n")


def _photograph(page: Path) -> None:
    """A web page as wide as a desktop's window and as a phone's."""
    for name, width in (("wide", 1100), ("phone", 390)):
        subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},2400"),
                *(f"--screenshot={page.with_name(f'{page.stem}-{name}.png')}", page.as_uri()),
            ],
            check=True,
            capture_output=True,
        )


def _render(path: Path) -> None:
    small = path.with_name(f"{path.stem}.small")
    small.mkdir()
    with opened(path.read_bytes()) as document:
        across, each, dots = SHEETS[len(document) > LONG]
    subprocess.run(["pdftoppm", "-r", str(dots), "-png", path, small / "p"], check=True)
    pages = sorted(small.iterdir())
    for start in range(0, len(pages), each):
        _sheet(pages[start : start + each], across, path.with_name(f"{path.stem}.sheet-{start // each + 1:02}.png"))
    shutil.rmtree(small)


def _sheet(pages: list[Path], across: int, path: Path) -> None:
    """Pages side by side."""
    pictures = [Image.open(page) for page in pages]
    width, height = (max(sizes) + 4 for sizes in zip(*(picture.size for picture in pictures), strict=True))
    rows = -(-len(pictures) // across)
    whole = Image.new("RGB", (width * min(across, len(pictures)), height * rows), "grey")
    for place, picture in enumerate(pictures):
        whole.paste(picture, (place % across * width, place // across * height))
    whole.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(each) for each in sys.argv[2:]] or list(SIZES))
