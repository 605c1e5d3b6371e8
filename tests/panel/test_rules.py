"""Other criteria reach a panel that is linked: it asks for what is in force, and takes nothing from what was begun."""

from __future__ import annotations

from storage.verify import verify
from tests.contests import OTHERWISE, ask_otherwise
from tests.panel.seats import SCORES, Seat, open_for
from tests.running import PlainNearDesk
from ui.panel.state import State


def test_a_panel_asks_for_the_scores_of_the_rules_in_force(seat: Seat, desk: PlainNearDesk) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.post("close", force=True)
    seat.sees(State.CLOSED)
    ask_otherwise(desk.contest)
    desk.post("open")
    seat.sees(State.OPEN)
    seat.until(lambda: list(seat.window.form.rows) == list(OTHERWISE))
    assert "答问题" in seat.text()
    assert set(seat.typed().values()) == {""}, "what was begun under other rules is not taken over"
    seat.type(OTHERWISE)
    seat.submit()
    seat.sees(State.STORED)
    assert seat.scores() == [OTHERWISE]
    assert verify(desk.file) == []
