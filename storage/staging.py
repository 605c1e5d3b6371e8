"""Operations that tell results to the room in steps, and take steps back. Each returns the new revision."""

from __future__ import annotations

from typing import Any

from scoring import conduct, staging
from scoring.contest import Contest, Finale, Screen, StagedReveal
from scoring.moment import pauses_steps, screen_now, shows_steps
from scoring.results import EntryResult
from scoring.staging import Beat, Order, Returning
from storage.contest_file import OPERATOR, Actor, ContestFile, Operation
from storage.desk import tell, untell
from storage.journal import Draft
from storage.public_board import begin_holding, keep_holding


def begin_reveal(file: ContestFile, code: str, *, by: Actor = OPERATOR) -> int:
    """Begin to tell an entry's result in steps; the hosts are told at once. Raises `NotNow`, `Unknown`."""
    with file.write(by) as op:
        round_ = op.contest.live_round
        conduct.entry_of(round_, code)
        result = staging.results_of(file.standings())[code]
        entry = staging.check_begin_reveal(op.contest, code, result)
        if not staging.is_pending(entry) or entry.announced is None or entry.announced.result != result:
            tell(op, entry, result, "host")
        _begin(op, StagedReveal(round_.number, code, 0, 0), Screen.AUTO)
    return op.last.number


def begin_finale(
    file: ContestFile, key: str, order: Order, returns: Returning, *, hold: bool = False, by: Actor = OPERATOR
) -> int:
    """Begin to tell a final board line by line; with `hold` the public board is off until all is told, before anybody
    hears of the reveal. Raises `NotNow`, `Unknown`.
    """
    with file.write(by) as op:
        begun = staging.check_begin_finale(op.contest, file.standings(), key, order, returns)
        others = begin_holding(op, file, key, hold=hold)
        _begin(op, begun, Screen.AUTO if op.contest.screen is Screen.AUTO else Screen.FINALE)
        if others is not None:
            keep_holding(op, others)
    return op.last.number


def step_on(file: ContestFile, *, by: Actor = OPERATOR) -> int:
    """Tell the next step; where the room sees something else, only show it again. Raises `NotNow`."""
    with file.write(by) as op:
        if pauses_steps(op.contest):
            _follow(op)
        elif staging.staged_screen(op.contest) and not shows_steps(op.contest):
            _move(op, _step_now(op.contest))
        else:
            standings = file.standings()
            step = staging.check_on(op.contest, standings)
            _tell_step(op, step, staging.results_of(standings))
            _move(op, step)
    return op.last.number


def step_back(file: ContestFile, *, by: Actor = OPERATOR) -> int:
    """Take the latest step back; what it told to everyone is taken back as well. Raises `NotNow`."""
    with file.write(by) as op:
        step = staging.check_back(op.contest)
        _take_back(op, step)
        _move(op, step)
    return op.last.number


def _begin(op: Operation, begun: StagedReveal | Finale, screen: Screen) -> None:
    after = {"screen": screen.value, "staging": staging.staging_json(begun)}
    op.record(Draft("stage", after, before={"screen": op.contest.screen.value}, round=begun.round))


def _move(op: Operation, step: int) -> None:
    """Go to a step, and let the room see it."""
    before = {"screen": op.contest.screen.value, "step": _step_now(op.contest)}
    after: dict[str, Any] = {"screen": op.contest.screen.value, "step": step}
    op.record(Draft("step", after, before=before, round=op.contest.live_round.number))
    if screen_now(op.contest) is not staging.staged_screen(op.contest):
        _follow(op)


def _follow(op: Operation) -> None:
    """Let the stage follow the session again: a screen that stayed would hide who comes on next."""
    op.record(Draft("show", {"screen": Screen.AUTO.value}, before={"screen": op.contest.screen.value}))


def _step_now(contest: Contest) -> int:
    told, found = staging.finale(contest), staging.position(contest)
    return told.step if told else found.at if found else 0


def _tell_step(op: Operation, step: int, results: dict[str, EntryResult]) -> None:
    """Tell everyone what this step is about to show, unless they know."""
    told, found = staging.finale(op.contest), staging.position(op.contest)
    code = told.lines[step - 1].code if told else found.entry.code if found and found.beats[step] is Beat.SCORE else ""
    entry = op.contest.live_round.entry(code)
    if entry and (entry.revealed is None or entry.revealed.result != results[code]):
        tell(op, entry, results[code], "all")


def _take_back(op: Operation, step: int) -> None:
    told, found = staging.finale(op.contest), staging.position(op.contest)
    entry = op.contest.live_round.entry(told.lines[step].code) if told else None
    if told and entry and entry.revealed and entry.revealed.record > told.begun:
        untell(op, entry)
    if found and found.beat is Beat.SCORE:
        untell(op, found.entry)
        tell(op, found.entry, found.result, "host")
