"""The operator's calls `POST /api/desk/NAME`: what each takes, and the one operation it runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from arena_desk.link.bodies import Body
from scoring.contest import Screen
from scoring.grid import plain_code
from scoring.mark import MarkKind
from scoring.plan import Judge
from storage import ballots, desk, marks, public_board, rounds, seats
from storage.contest_file import Actor, ContestFile

Kind: TypeAlias = Literal["text", "optional", "flag", "whole", "number", "texts", "scores", "audience", "screen"]
Run: TypeAlias = Callable[[ContestFile, Body, Actor], int]

ID = "id"
"""What every call may carry: sent again with the same one, it changes nothing."""
_AUDIENCES = ("host", "all")
_SCREENS = tuple(screen.value for screen in Screen)


@dataclass(frozen=True, slots=True)
class Command:
    """One call: its fields by name and kind, and what it runs; `run` gives the new revision."""

    fields: Mapping[str, Kind]
    run: Run
    summary: str


def check_fields(body: Body, command: Command) -> None:
    """Look at every field before anything is done. Raises `Invalid`."""
    body.only(*command.fields, ID)
    for key, kind in command.fields.items():
        _look(body, key, kind)
    body.check()


def _look(body: Body, key: str, kind: Kind) -> None:
    match kind:
        case "text" | "optional":
            body.text(key, needed=kind == "text")
        case "flag":
            body.flag(key)
        case "whole":
            body.whole(key)
        case "number" if key in body:
            body.whole(key)
        case "texts":
            body.texts(key)
        case "scores":
            body.mapping(key)
        case "audience":
            body.choice(key, _AUDIENCES, "all")
        case "screen":
            body.choice(key, _SCREENS)


def _call(file: ContestFile, body: Body, by: Actor) -> int:
    return desk.call(file, body.text("entry"), by=by)


def _open(file: ContestFile, body: Body, by: Actor) -> int:
    return desk.open_scoring(file, by=by)


def _close(file: ContestFile, body: Body, by: Actor) -> int:
    return desk.close_scoring(file, force=body.flag("force"), by=by)


def _reveal(file: ContestFile, body: Body, by: Actor) -> int:
    to = cast("Literal['host', 'all']", body.choice("to", _AUDIENCES, "all"))
    return desk.reveal(file, body.text("entry"), to=to, by=by)


def _unreveal(file: ContestFile, body: Body, by: Actor) -> int:
    return desk.unreveal(file, body.text("entry"), why=_why(body), by=by)


def _show(file: ContestFile, body: Body, by: Actor) -> int:
    return desk.show(file, Screen(body.choice("screen", _SCREENS)), by=by)


def _return_ballot(file: ContestFile, body: Body, by: Actor) -> int:
    return ballots.return_ballot(file, body.text("judge"), body.text("entry"), reason=body.text("reason"), by=by)


def _enter_ballot(file: ContestFile, body: Body, by: Actor) -> int:
    return ballots.enter_ballot(
        file,
        body.text("judge"),
        body.text("entry"),
        body.mapping("scores"),
        reason=body.text("reason"),
        replaces=body.text("replaces", needed=False) or None,
        by=by,
    )


def _accept_offer(file: ContestFile, body: Body, by: Actor) -> int:
    replaces = body.text("replaces", needed=False) or None
    return ballots.accept_offer(file, body.text("ballot_id"), reason=body.text("reason"), replaces=replaces, by=by)


def _decline_offer(file: ContestFile, body: Body, by: Actor) -> int:
    return ballots.decline_offer(file, body.text("ballot_id"), reason=body.text("reason"), by=by)


def _judge_mark(kind: MarkKind) -> Run:
    return lambda file, body, by: marks.mark_judge(file, kind, body.text("judge"), reason=body.text("reason"), by=by)


def _entry_mark(kind: MarkKind) -> Run:
    return lambda file, body, by: marks.mark_entry(file, kind, body.text("entry"), reason=body.text("reason"), by=by)


def _recuse(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.recuse(file, body.text("judge"), body.text("entry"), reason=body.text("reason"), by=by)


def _add(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.add_entry(file, body.text("entry"), reason=body.text("reason"), by=by)


def _adjust(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.adjust(file, body.text("entry"), body.text("points"), reason=body.text("reason"), by=by)


def _group_void(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.void_group(file, body.text("group"), reason=body.text("reason"), by=by)


def _draw(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.draw(file, body.text("seed"), body.texts("entries"), reason=body.text("reason"), by=by)


def _start_order(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.draw_start_order(file, body.text("seed"), reason=body.text("reason"), by=by)


def _undo(file: ContestFile, body: Body, by: Actor) -> int:
    return marks.undo(file, body.whole("record"), reason=body.text("reason"), by=by)


def _substitute(file: ContestFile, body: Body, by: Actor) -> int:
    name, title = body.text("name"), body.text("title", needed=False)
    return seats.substitute(file, body.text("judge"), name=name, title=title, reason=_why(body), by=by)


def _add_judge(file: ContestFile, body: Body, by: Actor) -> int:
    code, name, title = plain_code(body.text("code").strip()), body.text("name"), body.text("title", needed=False)
    return seats.add_judge(file, Judge(code, name.strip(), title, body.text("group")), reason=_why(body), by=by)


def _remove_judge(file: ContestFile, body: Body, by: Actor) -> int:
    return seats.remove_judge(file, body.text("judge"), reason=_why(body), by=by)


def _reissue(file: ContestFile, body: Body, by: Actor) -> int:
    return seats.reissue(file, body.text("judge"), reason=_why(body), by=by)


def _why(body: Body) -> str:
    return body.text("reason", needed=False)


def _close_round(file: ContestFile, body: Body, by: Actor) -> int:
    number = body.whole("round") if "round" in body else None
    return rounds.close_round(file, number, by=by)


def _next_round(file: ContestFile, body: Body, by: Actor) -> int:
    return rounds.next_round(file, body.texts("entries"), by=by)


def _board(file: ContestFile, body: Body, by: Actor) -> int:
    return public_board.switch_board(file, body.flag("on"), by=by)


_JUDGE_WHY: dict[str, Kind] = {"judge": "text", "reason": "text"}
_ENTRY_WHY: dict[str, Kind] = {"entry": "text", "reason": "text"}
_BOTH_WHY: dict[str, Kind] = {"judge": "text", "entry": "text", "reason": "text"}

COMMANDS: dict[str, Command] = {
    "call": Command({"entry": "text"}, _call, "Call an entry to the stage"),
    "open": Command({}, _open, "Let ballots in"),
    "close": Command({"force": "flag"}, _close, "Stop ballots"),
    "reveal": Command({"entry": "text", "to": "audience"}, _reveal, "Announce a result"),
    "unreveal": Command({"entry": "text", "reason": "optional"}, _unreveal, "Take a reveal back"),
    "show": Command({"screen": "screen"}, _show, "Choose what the stage shows"),
    "return-ballot": Command(_BOTH_WHY, _return_ballot, "Give a ballot back to its judge"),
    "enter-ballot": Command(
        {**_BOTH_WHY, "scores": "scores", "replaces": "optional"}, _enter_ballot, "Enter from paper"
    ),
    "accept-offer": Command(
        {"ballot_id": "text", "reason": "text", "replaces": "optional"}, _accept_offer, "Accept a ballot on offer"
    ),
    "decline-offer": Command({"ballot_id": "text", "reason": "text"}, _decline_offer, "Put away a ballot on offer"),
    "judge-absent": Command(_JUDGE_WHY, _judge_mark(MarkKind.JUDGE_ABSENT), "A judge takes no part in the round"),
    "judge-left": Command(_JUDGE_WHY, _judge_mark(MarkKind.JUDGE_LEFT), "A judge left the round"),
    "recuse": Command(_BOTH_WHY, _recuse, "Leave a judge out of one entry"),
    "no-show": Command(_ENTRY_WHY, _entry_mark(MarkKind.NO_SHOW), "An entry did not come"),
    "withdraw": Command(_ENTRY_WHY, _entry_mark(MarkKind.WITHDRAW), "An entry was withdrawn"),
    "add": Command(_ENTRY_WHY, _add, "Put a contestant into the line-up"),
    "adjust": Command({**_ENTRY_WHY, "points": "text"}, _adjust, "Add points or take them"),
    "group-void": Command({"group": "text", "reason": "text"}, _group_void, "Leave a judge group out"),
    "draw": Command({"seed": "text", "entries": "texts", "reason": "text"}, _draw, "Draw between tied entries"),
    "start-order": Command({"seed": "text", "reason": "text"}, _start_order, "Draw the order of the line-up"),
    "undo": Command({"record": "whole", "reason": "text"}, _undo, "Take a mark back"),
    "substitute": Command(
        {"judge": "text", "name": "text", "title": "optional", "reason": "optional"}, _substitute, "Another person sits"
    ),
    "add-judge": Command(
        {"code": "text", "name": "text", "group": "text", "title": "optional", "reason": "optional"},
        _add_judge,
        "Another judge, from the first round that nobody has scored",
    ),
    "remove-judge": Command(
        {"judge": "text", "reason": "optional"}, _remove_judge, "Take a judge out before anything is scored"
    ),
    "reissue": Command({"judge": "text", "reason": "optional"}, _reissue, "A new link for a seat"),
    "close-round": Command({"round": "number"}, _close_round, "Make the result final"),
    "next-round": Command({"entries": "texts"}, _next_round, "Begin the next round"),
    "board": Command({"on": "flag"}, _board, "Switch the public board on or off"),
}
