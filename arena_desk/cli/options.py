"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[Path, typer.Argument(metavar="FILE", help="The contest file (.arena)")]
RoundOption = Annotated[int | None, typer.Option("--round", metavar="N", help="The round; the latest by default")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a file that exists")]
