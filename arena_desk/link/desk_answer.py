"""What the operator sees, as JSON: the whole desk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice

from arena_desk.link.answers import Json, ballot_json, judge_json
from scoring import conduct
from scoring.arithmetic import Panel
from scoring.contest import Attendance, Contest, Entry, Reveal
from scoring.mark import Mark
from scoring.moment import screen_now
from scoring.plan import Judge
from scoring.points import written
from scoring.projection import entry_view
from scoring.result_json import result_json
from scoring.results import EntryResult
from storage.ballots import open_offers
from storage.contest_file import ContestFile
from storage.seats import desk_tokens, seats
from ui.links import Presence

AT_ONCE = 200
"""How many ballots are written in one go: a judge's ballot need not wait for more."""
PIECE = 65_536
"""Letters of a piece at least, but for the last."""


def desk_json(file: ContestFile, presence: Callable[[str], Presence]) -> Iterator[str]:
    """The whole state of the live round for the operator, piece by piece: a crowd's ballots may be a million."""
    with file.lock:
        contest, standings = file.contest, file.standings()
        round_ = contest.live_round
        offers = [asdict(offer) for offer in open_offers(file)]
        links = {seat.judge: {"path": f"/j#{seat.token}", "join_code": seat.join_code} for seat in seats(file)}
    results = {row.code: row.result for board in standings.boards for row in board.rows}
    scored = conduct.scoring_open(round_)
    state = {
        "revision": contest.revision,
        "contest": contest.plan.title,
        "round": round_.number,
        "closed": round_.closed is not None,
        "rehearsal": contest.rehearsal,
        "screen": contest.screen.value,
        "stage": screen_now(contest).value,
        "entry": round_.called,
        "open": scored is not None,
        "judges": [
            {**_desk_judge(contest, judge, presence(judge.code)), "link": links[judge.code]}
            for judge in contest.bench.seated
        ],
        "host": {"path": f"/host#{desk_tokens(file).host}"},
        "void": sorted(round_.void),
        "marks": [_mark(mark) for mark in round_.marks],
        "offers": offers,
    }
    entries = [(_desk_entry(contest, entry, results[entry.code]), entry) for entry in round_.entries]
    return _gathered(_pieces(state, entries))


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    text = ""
    for piece in pieces:
        text += piece
        if len(text) >= PIECE:
            yield text
            text = ""
    yield text


def _pieces(state: Json, entries: Sequence[tuple[Json, Entry]]) -> Iterator[str]:
    yield f'{_text(state)[:-1]},"entries":['
    for number, (facts, entry) in enumerate(entries):
        yield f'{"," if number else ""}{_text(facts)[:-1]},"ballots":{{'
        yield from _ballots(entry)
        yield "}}"
    yield "]}"


def _ballots(entry: Entry) -> Iterator[str]:
    ballots, comma = iter(entry.ballots.items()), ""
    while some := dict(islice(ballots, AT_ONCE)):
        given = {
            judge: {**ballot_json(b, entry.code), "person": b.person, "record": b.record} for judge, b in some.items()
        }
        yield f"{comma}{_text(given)[1:-1]}"
        comma = ","


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _desk_entry(contest: Contest, entry: Entry, result: EntryResult) -> Json:
    round_ = contest.live_round
    view = entry_view(contest, round_, entry.code)
    return {
        **asdict(view),
        "attendance": entry.attendance.value,
        "phase": entry.phase.value,
        "version": entry.version,
        "returned": {judge: asdict(given) for judge, given in entry.returned.items() if judge not in entry.ballots},
        "recused": sorted(entry.recused),
        "missing": Panel.of(contest, round_).missing(entry) if entry.attendance is Attendance.PRESENT else [],
        "adjustments": [{**asdict(a), "points": written(a.points)} for a in entry.adjustments],
        "values": {key: written(value) for key, value in entry.values.items()},
        "result": result_json(result),
        "announced": _shown(entry.announced),
        "revealed": _shown(entry.revealed),
        "review": entry.revealed is not None and entry.revealed.result != result,
    }


def _shown(reveal: Reveal | None) -> Json | None:
    if reveal is None:
        return None
    published = reveal.result.published
    return {"record": reveal.record, "at": reveal.at, "published": None if published is None else str(published)}


def _desk_judge(contest: Contest, judge: Judge, seat: Presence) -> Json:
    round_ = contest.live_round
    linked = {
        "linked": seat.devices,
        "asleep": seat.asleep,
        "last_seen": seat.seen,
        "round_trip": seat.round_trip,
        "draft": seat.draft,
        "unsent": seat.unsent,
        "address": seat.host,
    }
    return {
        **judge_json(judge),
        "absent": judge.code in round_.absent,
        "left": judge.code in round_.left,
        "seat": linked,
    }


def _mark(mark: Mark) -> Json:
    details = {
        "points": None if mark.points is None else written(mark.points),
        "seed": mark.seed,
        "order": list(mark.order),
    }
    values = {code: written(value) for code, value in mark.values.items()}
    return {
        "record": mark.record,
        "kind": mark.kind.value,
        "subject": mark.subject,
        "entry": mark.contestant,
        "reason": mark.reason,
        "at": mark.at,
        "values": values,
        **details,
    }
