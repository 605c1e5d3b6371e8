"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

MOST_PORT = 65535

File = Annotated[Path, typer.Argument(metavar="FILE", help="The contest file (.arena)")]
RoundOption = Annotated[int | None, typer.Option("--round", metavar="N", help="The round; the latest by default")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a file that exists")]
Number = Annotated[str | None, typer.Option("--number", metavar="TEXT", help="Document number (发文字号)")]
Addressee = Annotated[str | None, typer.Option("--addressee", metavar="TEXT", help="Addressee (主送机关)")]
Copies = Annotated[str | None, typer.Option("--copies", metavar="TEXT", help="Who gets a copy (抄送)")]
Date = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the document (成文日期)")]
