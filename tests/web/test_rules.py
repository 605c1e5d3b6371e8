"""Other criteria reach a web panel that is linked."""

from __future__ import annotations

import pytest

from tests.contests import OTHERWISE, ask_otherwise
from tests.running import PlainNearDesk

from .panels import SCORES, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]


def test_a_panel_asks_for_the_scores_of_the_rules_in_force(panel: JudgePanel, desk: PlainNearDesk) -> None:
    open_for(desk, "F01")
    panel.sees("open")
    panel.type(SCORES)
    desk.post("close", force=True)
    panel.sees("closed")
    ask_otherwise(desk.contest)
    desk.post("open")
    panel.reads("答问题")
    panel.sees("open")
    assert panel.typed() == dict.fromkeys(OTHERWISE, ""), "what was begun under other rules is not taken over"
    panel.type(OTHERWISE)
    panel.submit()
    panel.sees("stored")
    assert [ballot["scores"] for ballot in panel.history()] == [OTHERWISE]
