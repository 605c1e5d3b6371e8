"""Every command of `arena-desk`. Heavy imports happen inside the commands that need them."""

import os
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from arena_desk.cli import exporting, seasons
from arena_desk.cli.options import MOST_PORT, File, RoundOption
from arena_desk.cli.seasons import Format, FormatOption, tell
from arena_desk.cli.speech import NOT_NOW, fail, language, plain_errors, say
from scoring.errors import BadInput, Fault
from scoring.marks import NOT_TEXT
from scoring.text import Text, storable

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

TlsCert = Annotated[Path | None, typer.Option(help="Certificate for HTTPS")]
TlsKey = Annotated[Path | None, typer.Option(help="Key of the certificate")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it goes into the journal")]

CREATED = Text(
    "已建立 {path}：{contestants} 个参赛单位，{judges} 位评委",
    "created {path}: {contestants} contestants, {judges} judges",
)
ROSTER = Text("新增 {new} 个，更新 {changed} 个", "{new} added, {changed} updated")
JOINED = Text("新增评委 {n} 位", "{n} judges added")
ONE_OF_TWO = Text("请给出评委名单，或用 --remove 写明移除哪一位", "name a table of judges, or the one to --remove")
SCORED = Text("已存 {n} 份评分表", "{n} ballots stored")
RECORDED = Text("已记入流水第 {revision} 条", "recorded; the journal stands at {revision}")
CLOSED = Text("第 {round} 轮成绩已确认", "round {round} is closed")
NEXT = Text("第 {round} 轮已建立，出场名单：{codes}", "round {round} begins with: {codes}")
BLANK_REASON = Text("要写明原因", "a reason is needed")
EMPTY = Text("（没有名单）", "(nobody)")


class Spoken(StrEnum):
    """The languages of the program."""

    ZH = "zh"
    EN = "en"


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        say(f"Arena Desk {version('arena-desk')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which version this is, and end"),
    ] = False,
    lang: Annotated[Spoken | None, typer.Option("--lang", help="zh or en")] = None,
) -> None:
    """Run a live arena contest (擂台赛) from the laptop in the hall."""
    if lang:
        os.environ["ARENA_DESK_LANG"] = lang.value
    if context.invoked_subcommand is None:
        open_console(None)


@app.command("open", hidden=True)
def open_console(
    file: Annotated[Path | None, typer.Argument()] = None,
    host: Annotated[str, typer.Option(help="The address or name to listen on; all of them by default")] = "0.0.0.0",
    port: Annotated[int | None, typer.Option(min=0, max=MOST_PORT, help="The port; the file remembers it")] = None,
    tls_cert: TlsCert = None,
    tls_key: TlsKey = None,
) -> None:
    """Open the console."""
    from arena_desk.app import Reached, run_desk
    from arena_desk.link.address import certificate_of

    with plain_errors():
        reached = Reached(host, certificate_of(tls_cert, tls_key), port)
        raise typer.Exit(run_desk(file, language(), reached))


@app.command()
def demo() -> None:
    """A rehearsal of the Qingdao contest with simulated judges, all windows."""
    from arena_desk.app import run_demo

    with plain_errors():
        raise typer.Exit(run_demo(language()))


@app.command()
def rehearse(
    file: File,
    speed: Annotated[float, typer.Option(metavar="X", min=1, max=50, help="How many times faster than people")] = 1,
) -> None:
    """Simulated judges on a watermarked copy; the file itself is only read."""
    from arena_desk.app import run_rehearsal

    with plain_errors():
        raise typer.Exit(run_rehearsal(file, language(), speed=speed))


@app.command()
def panel(
    url: Annotated[str | None, typer.Argument(metavar="[URL]", help="A judge's link, or the address of a desk")] = None,
) -> None:
    """A judge's panel in a window; without an address, desks of this network are listed."""
    from ui.panel.address import read_address

    with plain_errors():
        address = read_address(url) if url is not None else None
        from arena_desk.app import run_panel

        raise typer.Exit(run_panel(address, language()))


@app.command()
def new(file: File, plan: Annotated[Path, typer.Argument(metavar="PLAN.toml")]) -> None:
    """Create a contest file with round 1, line-up in roster order."""
    from storage.contest_file import create_contest
    from storage.sheets import read_setup

    with plain_errors():
        setup = read_setup(plan)
        create_contest(file, setup)
        say(CREATED(path=file, contestants=len(setup.contestants), judges=len(setup.judges)))


@app.command()
def roster(file: File, contestants: Annotated[Path, typer.Argument(metavar="CONTESTANTS.csv")]) -> None:
    """Add or rename contestants; codes stay."""
    from storage.contest_file import open_contest
    from storage.rounds import add_to_roster

    with plain_errors(), closing(open_contest(file)) as contest:
        added, changed = add_to_roster(contest, contestants)
        say(ROSTER(new=added, changed=changed))


@app.command()
def judges(
    file: File,
    table: Annotated[Path | None, typer.Argument(metavar="[JUDGES.csv]")] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="JUDGE", help="Before any ballot")] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it goes into the journal")] = "",
) -> None:
    """Add judges, who take part in rounds that nobody has scored; take one out before anything is scored."""
    from storage.contest_file import open_contest
    from storage.seats import add_judges, remove_judge

    with plain_errors():
        if (table is None) is (remove is None):
            raise BadInput([Fault(ONE_OF_TWO)])
        with closing(open_contest(file)) as contest:
            if table:
                say(JOINED(n=add_judges(contest, table, reason=reason)))
            else:
                say(RECORDED(revision=remove_judge(contest, remove or "", reason=reason)))


@app.command()
def plan(
    file: File,
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.toml")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it goes into the journal")] = "",
    unlock: Annotated[bool, typer.Option("--unlock", help="Change rules that ballots have frozen")] = False,
) -> None:
    """Make the rules of a plan file those of the contest; its people stay as they are."""
    from scoring.plan_document import plan_document
    from scoring.plan_file import read_plan
    from storage.contest_file import open_contest
    from storage.plans import change_plan

    with plain_errors(), closing(open_contest(file)) as contest:
        document = plan_document(read_plan(plan_file))
        why = needed(reason) if reason or unlock else ""
        say(RECORDED(revision=change_plan(contest, document, reason=why, unlock=unlock)))


@app.command()
def score(
    file: File,
    ballots: Annotated[Path, typer.Argument(metavar="BALLOTS.csv")],
    reason: Reason,
    replace: Annotated[bool, typer.Option("--replace", help="Replace ballots that exist")] = False,
) -> None:
    """Ballots from paper; all rows or none."""
    from storage.ballots import score_from_file
    from storage.contest_file import open_contest

    with plain_errors(), closing(open_contest(file)) as contest:
        stored, _ = score_from_file(contest, ballots, reason=needed(reason), replace=replace)
        say(SCORED(n=stored))


@app.command(context_settings={"ignore_unknown_options": True})
def mark(
    file: File,
    what: Annotated[list[str], typer.Argument(metavar="WHAT [ARGUMENT]…")],
    reason: Reason,
) -> None:
    """Note something about the latest round, with a reason.

    judge-absent JUDGE | judge-left JUDGE | recuse JUDGE CONTESTANT | no-show CONTESTANT | withdraw CONTESTANT |
    add CONTESTANT | adjust CONTESTANT POINTS | component KEY VALUES.csv | group-void GROUP | start-order SEED |
    draw SEED CONTESTANT… | undo RECORD
    """
    from arena_desk.cli.marks import checked, run_mark
    from storage.contest_file import open_contest

    with plain_errors():
        kind, arguments = checked(what)
        with closing(open_contest(file)) as contest:
            say(RECORDED(revision=run_mark(contest, kind, arguments, needed(reason))))


@app.command()
def standings(
    file: File,
    round_: RoundOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """The ranking of a round."""
    from arena_desk.cli.printing import standings_table
    from exports.results_csv import standings_csv
    from scoring.conduct import round_of
    from scoring.plan_words import rule_changes
    from scoring.standings import standings as standings_of
    from scoring.standings import standings_json
    from storage.contest_file import read_contest

    with plain_errors():
        contest = read_contest(file).contest
        found = standings_of(contest, round_of(contest, round_).number)
        tell(
            format_,
            as_json=lambda: standings_json(found),
            as_csv=lambda: standings_csv(found),
            as_table=lambda: standings_table(found, rule_changes(contest, found.round), language()),
        )


@app.command()
def explain(file: File, contestant: Annotated[str, typer.Argument()], round_: RoundOption = None) -> None:
    """Why this score and this rank."""
    from scoring.conduct import round_of
    from scoring.explain import explain as explanation
    from storage.contest_file import read_contest

    with plain_errors():
        contest = read_contest(file).contest
        for line in explanation(contest, round_of(contest, round_).number, contestant):
            say(line)


@app.command("close-round")
def close_round(file: File, round_: RoundOption = None) -> None:
    """Make the result final, or list what stands in the way."""
    from scoring.conduct import round_of
    from storage.contest_file import open_contest
    from storage.rounds import close_round as close

    with plain_errors(), closing(open_contest(file)) as contest:
        close(contest, round_)
        say(CLOSED(round=round_of(contest.contest, round_).number))


@app.command("next-round")
def next_round(file: File, codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]…")] = None) -> None:
    """Begin the next round: who returns, then the codes given."""
    from storage.contest_file import open_contest
    from storage.rounds import next_round as begin

    with plain_errors(), closing(open_contest(file)) as contest:
        begin(contest, codes or [])
        round_ = contest.contest.live_round
        lineup = " ".join(entry.code for entry in round_.entries)
        say(NEXT(round=round_.number, codes=lineup or EMPTY))


for _export in (
    seasons.season,
    seasons.assess,
    exporting.bulletin,
    exporting.document,
    exporting.archive,
    exporting.cards,
):
    app.command()(_export)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE|ARCHIVE.zip")],
    fingerprint: Annotated[str | None, typer.Option("--fingerprint", metavar="N:HASH", help="From a bulletin")] = None,
) -> None:
    """Check the journal's chain and recompute every result from the ballots."""
    from arena_desk.archiving import check
    from storage.verify import parse_fingerprint

    with plain_errors():
        printed = parse_fingerprint(fingerprint) if fingerprint is not None else None
        checked = check(file, printed)
        if not checked.holds:
            fail([finding.said(language()) for finding in checked.findings], NOT_NOW)
        say(checked.said)


@app.command()
def serve(
    file: File,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for the whole network")] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(min=0, max=MOST_PORT, help="The port; the file remembers it; 0: any free one at first"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON when ready")] = False,
    desk_from_anywhere: Annotated[
        bool, typer.Option("--desk-from-anywhere", help="Let operators call from other machines")
    ] = False,
    tls_cert: TlsCert = None,
    tls_key: TlsKey = None,
) -> None:
    """The desk without windows."""
    from arena_desk.serving import Serving, serve_until_stopped

    with plain_errors():
        settings = Serving(host, port, as_json, desk_from_anywhere, tls_cert, tls_key)
        serve_until_stopped(file, settings, language())


def needed(reason: str) -> str:
    """A reason that says something. Raises `BadInput`."""
    if not reason.strip():
        raise BadInput([Fault(BLANK_REASON, key="--reason")])
    if not storable(reason):
        raise BadInput([Fault(NOT_TEXT, key="--reason")])
    return reason


def with_open(arguments: list[str]) -> list[str]:
    """`arena-desk FILE` means `arena-desk open FILE`: a first word that is no command is a file."""
    start = 2 if arguments[:1] == ["--lang"] else sum(word.startswith("--lang=") for word in arguments[:1])
    first = arguments[start] if len(arguments) > start else "--"
    known = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    return arguments if first.startswith("-") or first in known else [*arguments[:start], "open", *arguments[start:]]
