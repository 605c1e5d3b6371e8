"""The commands by which something leaves a contest; all of them read beside a running desk."""

import dataclasses
import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arena_desk.cli.options import Addressee, Copies, Date, File, Number, Replace, RoundOption
from arena_desk.cli.speech import language, plain_errors, say
from exports.kinds import ABOUT, Kind
from scoring.errors import BadInput, Fault
from scoring.text import Text

if TYPE_CHECKING:
    from exports.letter import Letter

Made = StrEnum("Made", {kind.name: kind.value for kind, about in ABOUT.items() if not about.whole})  # type: ignore[misc]
"""What `document` makes."""

NOT_A_DAY = Text("“{text}”不是日期，请写成 2023-05-07", "'{text}' is no date; it reads like 2023-05-07")
WRITTEN = Text("已写入 {path}", "written to {path}")
SECRET = Text(
    "已写入 {path}，链接用的网址是 {url}。里面有评委的登录凭据：打印后请删除，不要外传",
    "written to {path}, with links to {url}. It lets anyone in as a judge: delete it once it is printed",
)


def bulletin(
    file: File,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT.pdf", help="Where to write it")],
    round_: RoundOption = None,
    replace: Replace = False,
    explain: Annotated[bool, typer.Option("--explain", help="With an annex: how each score came about")] = False,
    number: Number = None,
    addressee: Addressee = None,
    copies: Copies = None,
    date: Date = None,
) -> None:
    """The bulletin as PDF, worded as it was in the console; of a round that is not closed: 临时 on every page."""
    from arena_desk.publishing import kept_letter, latest_round, publish, the_bulletin
    from exports.kinds import Order
    from exports.letter import Attachment

    with plain_errors():
        meant = latest_round(file, round_)
        letter = reworded(kept_letter(file, meant), number, addressee, copies, date)
        wanted = {*letter.attachments, *([Attachment.EXPLANATIONS] if explain else [])}
        letter = dataclasses.replace(letter, attachments=tuple(each for each in Attachment if each in wanted))
        publish(file, Order(Kind.BULLETIN, output, meant, replace, letter), language(), the_bulletin)
        say(WRITTEN(path=output))


def reworded(
    letter: "Letter", number: str | None, addressee: str | None, copies: str | None, date: str | None
) -> "Letter":
    """A letter with what was given on the command line. Raises `BadInput` for what is no date."""
    given = {"number": number, "addressee": addressee, "copies": copies, "day": _day(date)}
    return dataclasses.replace(letter, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


def _day(text: str | None) -> "datetime.date | None":
    """A date as it was typed. Raises `BadInput`."""
    from exports.letter import parse_day

    if text is None:
        return None
    day = parse_day(text)
    if day is None:
        raise BadInput([Fault(NOT_A_DAY(text=text), key="--date")])
    return day


def document(
    file: File,
    kind: Annotated[Made, typer.Argument(metavar="KIND", help="Which; --help lists them")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Where to write it")],
    round_: RoundOption = None,
    replace: Replace = False,
) -> None:
    """Any other document about a round: sheets to sign, paper ballots, signs, annexes, workbook.

    KINDS
    """
    from arena_desk.exporting import export
    from arena_desk.publishing import latest_round
    from exports.kinds import Order

    with plain_errors():
        export(file, Order(Kind(kind), output, latest_round(file, round_), replace), language())
        say(WRITTEN(path=output))


document.__doc__ = (document.__doc__ or "").replace("KINDS", " | ".join(Made))


def archive(
    file: File,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT.zip", help="Where to write it")],
    replace: Replace = False,
) -> None:
    """One ZIP with contest file, plan, results and bulletins, and the digests to check it by."""
    from arena_desk.archiving import write_archive

    with plain_errors():
        write_archive(file, output, language(), replace=replace)
        say(WRITTEN(path=output))


def cards(
    file: File,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT.pdf", help="Where to write it")],
    url: Annotated[
        str | None,
        typer.Option(
            "--url", metavar="URL", help="The desk's address, needed with a certificate; by default the remembered one"
        ),
    ] = None,
    judge: Annotated[list[str] | None, typer.Option("--judge", metavar="CODE", help="Only this judge")] = None,
    replace: Replace = False,
) -> None:
    """Cards for the judges as PDF: QR code, join code, how to score. They hold the judges' links."""
    from arena_desk.carding import cards_of
    from exports.cards import write_cards

    with plain_errors():
        found = cards_of(file, language(), url=url, judges=judge or ())
        write_cards(found, output, replace=replace)
        say(SECRET(path=output, url=found.address))
