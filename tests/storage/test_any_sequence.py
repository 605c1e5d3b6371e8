"""Whatever is done in whatever order: memory, rows and journal say the same, and what is refused leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from scoring.contest import Clock, Screen
from scoring.errors import ArenaError
from scoring.explain import explain
from scoring.mark import MarkKind
from scoring.plan import Judge
from scoring.projection import Projector, announced, stage_view
from scoring.rounds import closing_blockers, may_close_round
from scoring.staging import Order, Returning
from scoring.standings import standings
from storage import ballots, desk, engine, marks, plans, public_board, rounds, seats, staging
from storage.contest_file import ContestFile
from storage.load import load_contest
from storage.replay import write_rows
from storage.verify import findings
from tests.contests import in_memory, put
from tests.storage.story import (
    CRITERIA,
    GROUPS,
    HIGH,
    LOW,
    RICH,
    WHY,
    changed_plan,
    journal,
    offered,
    sheet,
    small_setup,
)

Act = Callable[[ContestFile, st.DataObject], object]
CODES = st.sampled_from("ABCDZ")
SEATS = st.sampled_from(["J1", "J2", "J3"])
JOINING = [Judge("J3", "评委3", "委员", "h"), Judge("J4", "新评委", "", "g")]
REASONS = st.sampled_from([WHY, " "])
SCORES = st.sampled_from([HIGH, LOW, {"a": "1.25", "b": "2"}])


def pick(file: ContestFile, data: st.DataObject) -> str:
    """A contestant, more often than not the one on stage."""
    called = file.contest.live_round.called
    return called if called and data.draw(st.integers(0, 2)) else data.draw(CODES)


def paper(file: ContestFile, data: st.DataObject) -> object:
    code, judge = pick(file, data), data.draw(SEATS)
    entry = file.contest.live_round.entry(code)
    stored = entry.ballots.get(judge) if entry else None
    replaces = stored.ballot_id if stored and data.draw(st.booleans()) else None
    return ballots.enter_ballot(file, judge, code, data.draw(SCORES), reason=WHY, replaces=replaces)


def earlier_paper(file: ContestFile, data: st.DataObject) -> object:
    """A ballot of any round, as the page of that round corrects it."""
    number, code, judge = data.draw(st.integers(1, len(file.contest.rounds))), data.draw(CODES), data.draw(SEATS)
    entry = file.contest.rounds[number - 1].entry(code)
    stored = entry.ballots.get(judge) if entry else None
    replaces, scores = stored.ballot_id if stored else None, data.draw(SCORES)
    return ballots.enter_ballot(file, judge, code, scores, reason=WHY, replaces=replaces, number=number)


def earlier_draw(file: ContestFile, data: st.DataObject) -> object:
    number, codes = data.draw(st.sampled_from([1, 2])), data.draw(st.lists(CODES, max_size=3))
    return marks.draw(file, "1949", codes, reason=WHY, number=number)


def whole_entry(file: ContestFile, data: st.DataObject) -> object:
    for judge in ("J1", "J2", "J3"):
        put(file, judge, pick(file, data), HIGH)
    return desk.close_scoring(file)


def from_file(file: ContestFile, data: st.DataObject) -> object:
    rows = [f"{data.draw(CODES)},{data.draw(SEATS)},30,40.5" for _ in range(2)]
    with TemporaryDirectory() as folder:
        path = sheet(Path(folder), "contestant,judge,a,b", *rows)
        return ballots.score_from_file(file, path, reason=WHY, replace=data.draw(st.booleans()))


def values(file: ContestFile, data: st.DataObject) -> object:
    with TemporaryDirectory() as folder:
        rows = [f"{code},{data.draw(st.sampled_from(['90', '80.5', '101']))}" for code in "ABC"]
        return marks.bring_in(file, "work", sheet(Path(folder), "contestant,value", *rows), reason=WHY)


def roster(file: ContestFile, data: st.DataObject) -> object:
    with TemporaryDirectory() as folder:
        name = data.draw(st.sampled_from(["新名", ""]))
        return rounds.add_to_roster(file, sheet(Path(folder), "code,name,category", f"{data.draw(CODES)},{name},k"))


def rules(file: ContestFile, data: st.DataObject) -> object:
    """Other rules, some of which would not fit what is stored."""
    groups = [GROUPS, [GROUPS[0] | {"weight": "50", "drop_high": 1}, GROUPS[1] | {"weight": "50"}], GROUPS[:1]]
    criteria = [CRITERIA, [CRITERIA[0] | {"max": "39", "weight": "40"}, CRITERIA[1]], CRITERIA[:1]]
    tables: dict[str, Any] = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                "contest": st.sampled_from([{"title": "新题"}, {"board": "category", "tie_breaks": ["untrimmed"]}]),
                "group": st.sampled_from(groups),
                "criterion": st.sampled_from(criteria),
                "component": st.sampled_from([RICH["component"], []]),
                "returns": st.sampled_from([{"count": 2}, {"ties": "all"}]),
            },
        )
    )
    unlock = data.draw(st.booleans())
    return plans.change_plan(file, changed_plan(file, **tables), reason=data.draw(REASONS), unlock=unlock)


def undo(file: ContestFile, data: st.DataObject) -> object:
    return marks.undo(file, data.draw(st.integers(1, file.contest.revision)), reason=WHY)


def undo_last(file: ContestFile, data: st.DataObject) -> object:
    return marks.undo(file, file.contest.revision, reason=WHY)


def finish(file: ContestFile, data: st.DataObject) -> object:
    """Whatever it takes: withdraw those without a result, close."""
    for row in file.standings().boards[0].rows:
        if row.result.status == "incomplete":
            marks.mark_entry(file, MarkKind.WITHDRAW, row.code, reason=WHY)
    for codes in file.standings().boards[0].needs_draw:
        marks.draw(file, "7391", codes, reason=WHY)
    return rounds.close_round(file)


def onward(file: ContestFile, data: st.DataObject) -> object:
    finish(file, data)
    return rounds.next_round(file, data.draw(st.sampled_from(["", "A", "AB", "BCD"])))


def final_reveal(file: ContestFile, data: st.DataObject) -> object:
    order: Order = data.draw(st.sampled_from(["up", "down"]))
    returns: Returning = data.draw(st.sampled_from(["in-place", "last"]))
    staging.begin_finale(file, "overall", order, returns, hold=data.draw(st.booleans()))
    return staging.step_on(file)


def offer(file: ContestFile, data: st.DataObject) -> None:
    offered(file, data.draw(SEATS), pick(file, data), data.draw(st.sampled_from(["one", "two"])))


ACTS: dict[str, Act] = {
    "call": lambda f, d: desk.call(f, d.draw(CODES)),
    "open": lambda f, d: desk.open_scoring(f),
    "close": lambda f, d: desk.close_scoring(f, force=d.draw(st.booleans())),
    "panel": lambda f, d: put(f, d.draw(SEATS), pick(f, d), d.draw(SCORES)),
    "whole entry": whole_entry,
    "paper": paper,
    "earlier paper": earlier_paper,
    "file": from_file,
    "return": lambda f, d: ballots.return_ballot(f, d.draw(SEATS), pick(f, d), reason=WHY),
    "offer": offer,
    "decline": lambda f, d: ballots.decline_offer(f, d.draw(st.sampled_from(["one", "two"])), reason=WHY),
    "accept": lambda f, d: ballots.accept_offer(f, d.draw(st.sampled_from(["one", "two"])), reason=WHY),
    "reveal": lambda f, d: desk.reveal(f, pick(f, d), to=d.draw(st.sampled_from(["host", "all"]))),
    "unreveal": lambda f, d: desk.unreveal(f, pick(f, d)),
    "show": lambda f, d: desk.show(f, d.draw(st.sampled_from(Screen))),
    "reveal in steps": lambda f, d: staging.begin_reveal(f, pick(f, d)),
    "final reveal": final_reveal,
    "board": lambda f, d: public_board.switch_board(f, d.draw(st.booleans())),
    "hold the board": lambda f, d: public_board.hold_board(f),
    "step on": lambda f, d: staging.step_on(f),
    "step back": lambda f, d: staging.step_back(f),
    "clock": lambda f, d: desk.set_clock(f, Clock(d.draw(st.integers(0, 9)), None, 60)),
    "absent": lambda f, d: marks.mark_judge(f, MarkKind.JUDGE_ABSENT, d.draw(SEATS), reason=WHY),
    "left": lambda f, d: marks.mark_judge(f, MarkKind.JUDGE_LEFT, d.draw(SEATS), reason=WHY),
    "recuse": lambda f, d: marks.recuse(f, d.draw(SEATS), pick(f, d), reason=WHY),
    "no-show": lambda f, d: marks.mark_entry(f, MarkKind.NO_SHOW, pick(f, d), reason=WHY),
    "withdraw": lambda f, d: marks.mark_entry(f, MarkKind.WITHDRAW, d.draw(CODES), reason=WHY),
    "add": lambda f, d: marks.add_entry(f, d.draw(CODES), reason=WHY),
    "adjust": lambda f, d: marks.adjust(f, pick(f, d), d.draw(st.sampled_from(["-0.5", "2", "x"])), reason=WHY),
    "component": values,
    "void": lambda f, d: marks.void_group(f, d.draw(st.sampled_from("gh")), reason=WHY),
    "start": lambda f, d: marks.draw_start_order(f, d.draw(st.sampled_from(["七三九一", ""])), reason=WHY),
    "draw": lambda f, d: marks.draw(f, "1949", d.draw(st.lists(CODES, max_size=3)), reason=WHY),
    "earlier draw": earlier_draw,
    "undo": undo,
    "undo the last": undo_last,
    "finish": finish,
    "close-round": lambda f, d: rounds.close_round(f, d.draw(st.sampled_from([None, 1, 2]))),
    "onward": onward,
    "next-round": lambda f, d: rounds.next_round(f, d.draw(st.lists(CODES, max_size=2))),
    "roster": roster,
    "rules": rules,
    "reissue": lambda f, d: seats.reissue(f, d.draw(SEATS)),
    "join": lambda f, d: seats.add_judge(f, d.draw(st.sampled_from(JOINING)), reason=WHY),
    "remove": lambda f, d: seats.remove_judge(f, d.draw(SEATS), reason=WHY),
    "substitute": lambda f, d: seats.substitute(f, d.draw(SEATS), name="替补", title=""),
}
EASY = [
    "call",
    "open",
    "whole entry",
    "panel",
    "paper",
    "earlier paper",
    "reveal",
    "component",
    "finish",
    "onward",
    "rules",
]
SEVERAL = {"whole entry", "finish", "onward"}
SEQUENCES = st.lists(st.sampled_from([*ACTS, *EASY, *EASY]), min_size=5, max_size=30)


def tried(file: ContestFile, name: str, data: st.DataObject) -> None:
    before, kept = file.contest, len(journal(file))
    try:
        ACTS[name](file, data)
    except ArenaError:
        if name not in SEVERAL:
            assert file.contest is before
            assert len(journal(file)) == kept


def shown(file: ContestFile) -> None:
    """What room, hosts and readers see can be made, whatever the rules were when it was announced."""
    stage_view(file.contest, file.standings())
    announced(file.contest, file.standings())
    for entry in file.contest.live_round.entries[:1]:
        explain(file.contest, file.contest.live_round.number, entry.code, file.standings())


@pytest.mark.unwatched  # many times what others do once
@pytest.mark.parametrize("share", range(3), ids=str)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sequence=SEQUENCES, data=st.data())
def test_memory_rows_and_journal_tell_the_same_story(share: int, sequence: list[str], data: st.DataObject) -> None:
    with in_memory(small_setup(RICH, "ABCD")) as file:
        projector = Projector()
        for name in sequence:
            tried(file, name, data)
            now = file.now()
            assert projector.view(*now) == stage_view(*now), "what the room was told before must not show"
            blockers = closing_blockers(now[0], now[0].live_round, now[1])
            assert may_close_round(now[0].live_round, now[1]) is not bool(blockers)
            with file.plain() as connection:
                assert load_contest(connection, file.contest.revision) == file.contest
            assert standings(file.contest) == file.standings(), "what was kept from before must not show"
            if name == "rules":
                shown(file)
        event(f"{len(file.contest.rounds)} rounds")
        with file.plain() as connection:
            assert findings(connection) == []
        replayed = engine.in_memory()
        with Session(replayed.engine) as session:
            for record in journal(file):
                write_rows(session, record)
                session.flush()
            assert load_contest(replayed.connection, file.contest.revision) == file.contest
        replayed.close()
