"""The commands about more than one round: the season, and what is assessed from it."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from arena_desk.cli.options import File, RoundOption
from arena_desk.cli.speech import harmless, language, plain_errors, say


class Format(StrEnum):
    """How standings are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="table, csv or json")]


def season(file: File, round_: RoundOption = None, format_: FormatOption = Format.TABLE) -> None:
    """The standings over all finished rounds, up to round N: mean, best, how often each had to come back."""
    from arena_desk.cli.season_printing import season_csv, season_table
    from scoring.conduct import round_of
    from scoring.season import season as season_of
    from scoring.season import season_json
    from storage.contest_file import read_contest

    with plain_errors():
        contest = read_contest(file).contest
        found = season_of(contest, round_of(contest, round_).number)
        match format_:
            case Format.JSON:
                say(json.dumps(season_json(found), ensure_ascii=False))
            case Format.CSV:
                sys.stdout.write(season_csv(found))
            case Format.TABLE:
                say(harmless(season_table(found, language())))
