"""The commands about more than one round: the season, and what is assessed from it."""

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from arena_desk.cli.exporting import WRITTEN, reworded
from arena_desk.cli.options import Addressee, Copies, Date, File, Number, Replace, RoundOption
from arena_desk.cli.speech import for_terminal, language, plain_errors, say, warn


class Format(StrEnum):
    """How standings are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="table, csv or json")]


def tell(
    format_: Format, *, as_json: Callable[[], object], as_csv: Callable[[], str], as_table: Callable[[], str]
) -> None:
    """Print standings in the format that was asked for."""
    match format_:
        case Format.JSON:
            say(json.dumps(as_json(), ensure_ascii=False))
        case Format.CSV:
            typer.echo(as_csv(), nl=False)  # a windowed build has no sys.stdout
        case Format.TABLE:
            say(for_terminal(as_table()))


def season(file: File, round_: RoundOption = None, format_: FormatOption = Format.TABLE) -> None:
    """The standings over all finished rounds, up to round N: mean, best, how often each had to come back."""
    from arena_desk.cli.season_printing import season_table
    from exports.results_csv import season_csv
    from scoring.conduct import round_of
    from scoring.season import season as season_of
    from scoring.season import season_json
    from storage.contest_file import read_contest

    with plain_errors():
        contest = read_contest(file).contest
        found = season_of(contest, round_of(contest, round_).number)
        tell(
            format_,
            as_json=lambda: season_json(found),
            as_csv=lambda: season_csv(found),
            as_table=lambda: season_table(found, language()),
        )


def assess(
    file: File,
    assessment: Annotated[
        Path | None,
        typer.Argument(metavar="[ASSESSMENT.toml]", help="Its rules; without, the one that was recorded last"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT.pdf", help="Write its bulletin there")
    ] = None,
    format_: FormatOption = Format.TABLE,
    record: Annotated[
        bool, typer.Option("--record", help="Put it into the journal first; until then it is provisional (临时)")
    ] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it goes into the journal")] = "",
    replace: Replace = False,
    number: Number = None,
    addressee: Addressee = None,
    copies: Copies = None,
    date: Date = None,
) -> None:
    """The half-year assessment (等次评定): composites of finished rounds and of values from files, with grades."""
    from arena_desk.assessing import assessed_file, assessment_bulletin, kept_letter, record_assessed
    from arena_desk.cli.assessment_printing import assessment_json, assessment_table
    from exports.results_csv import assessment_csv

    with plain_errors():
        if record:
            record_assessed(file, assessment, reason)
        found = assessed_file(file, assessment)
        if output is not None:  # first: it is there also where nothing can be printed
            letter = reworded(kept_letter(file, found.reading.contest), number, addressee, copies, date)
            assessment_bulletin(found, output, language(), letter, replace=replace)
            warn(WRITTEN(path=output))
        tell(
            format_,
            as_json=lambda: assessment_json(found),
            as_csv=lambda: assessment_csv(found.assessed),
            as_table=lambda: assessment_table(found, language()),
        )
