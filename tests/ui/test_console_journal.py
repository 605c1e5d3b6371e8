"""The journal page: what was done can be taken back where that is safe; where not, it says why and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from scoring.contest import Screen, Signer
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds, seats
from storage.ballots import Offer
from storage.replay import _WRITERS
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session
from ui.console.journal import JournalPage
from ui.console.journal_model import WHAT
from ui.console.results import ResultsPage
from ui.console.steps import Page
from ui.console.way_back import WHY_NOT


def journal(console: Session) -> JournalPage:
    """The journal page, with every record in it."""
    console.settle()
    page = console.page(Page.JOURNAL)
    assert isinstance(page, JournalPage)
    console.qtbot.waitUntil(lambda: page.sorted.rowCount() == console.file.last.number)
    return page


def advice(console: Session, number: int | None = None) -> str:
    """What the page says of a record (default: the newest), once it is chosen."""
    page = journal(console)
    page.table.selectRow(console.file.last.number - (number or console.file.last.number))
    return page.advice.text()


def can_take_back(console: Session, number: int | None = None) -> bool:
    said = advice(console, number)
    enabled = journal(console).undo.isEnabled()
    assert enabled == ("can be" in said and "only" not in said), said
    return enabled


def take_back(console: Session, number: int) -> None:
    assert can_take_back(console, number)
    console.press(Qt.Key.Key_F5)
    console.answer(reason="弄错了")


def test_a_ballot_goes_back_to_its_judge_while_the_contestant_is_on_stage(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    ballot = console.file.contest.live_round.entries[0].ballots["L1"].record
    take_back(console, ballot)
    assert "L1" not in console.file.contest.live_round.entries[0].ballots
    assert "another one has taken its place" in advice(console, ballot)
    assert "wait for it to be sent again" in advice(console)


def test_a_ballot_of_an_earlier_contestant_is_corrected_from_paper(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    score_entry(console.file, "B", FAIR)
    assert advice(console, console.file.contest.live_round.entries[0].ballots["L1"].record).endswith(
        "to correct this one, enter it from paper on page 5"
    )
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: "录入纸质评分表" in journal(console).advice.text())


def test_a_reveal_without_a_score_says_why_there_is_none(console: Session) -> None:
    """The final reveal tells the room of those who did not come as well."""
    marks.mark_entry(console.file, MarkKind.NO_SHOW, "B", reason="没有来")
    desk.reveal(console.file, "B")
    page = journal(console)
    assert page.sorted.index(0, WHAT).data() == "Revealed 乙单位: no-show"
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: page.sorted.index(0, WHAT).data() == "公布 乙单位：未到")


def test_a_reveal_is_taken_back_once(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    reveal = desk.reveal(console.file, "A")
    take_back(console, reveal)
    assert console.file.contest.live_round.entries[0].revealed is None
    assert "taken back, or revealed anew" in advice(console, reveal)
    assert "F8" in advice(console)


def test_a_mark_is_undone_once_and_the_undo_can_be_undone(console: Session) -> None:
    mark = marks.adjust(console.file, "A", "-1", reason="超时")
    take_back(console, mark)
    assert "undone already" in advice(console, mark)
    take_back(console, console.file.last.number)
    assert can_take_back(console, mark)
    assert console.file.contest.live_round.entries[0].adjustments


def test_every_other_record_says_what_to_do_instead(console: Session, tmp_path: Path) -> None:
    file = console.file
    said = {1: "delete its file"}
    said[desk.show(file, Screen.WELCOME)] = "another screen"
    said[desk.call(file, "A")] = "another contestant"
    said[desk.open_scoring(file)] = "close scoring"
    said[desk.close_scoring(file, force=True)] = "F7"
    ballots.offer(file, "L1", [Offer("L1", "late", "B", 1, 0, GOOD, "", "")])
    said[ballots.decline_offer(file, "late", reason="太迟")] = "with the scores that the journal keeps"
    said[seats.reissue(file, "L1", reason="丢失")] = "never works again"
    said[seats.substitute(file, "L1", name="新人", title="", reason="换人")] = "substitute again"
    for number, wanted in said.items():
        assert wanted in advice(console, number)
        assert not journal(console).undo.isEnabled()


def test_after_a_round_is_closed_its_records_say_how_it_is_corrected(console: Session) -> None:
    file = console.file
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(file, code, scores)
    ballot = file.contest.live_round.entries[2].ballots["L1"].record
    closing = rounds.close_round(file)
    signature = rounds.sign_off(file, {Signer.TELLER: "周敏"})
    following = rounds.next_round(file)
    assert "any correction reopens" in advice(console, closing)
    assert "sign again" in advice(console, signature)
    assert "still be corrected" in advice(console, following)
    assert "earlier round" in advice(console, ballot)
    assert not can_take_back(console, ballot)


def test_undoing_a_mark_of_a_signed_round_says_what_falls_with_it_and_the_open_round_is_seen(console: Session) -> None:
    file = console.file
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(file, code, scores)
    number = marks.adjust(file, "B", "-0.5", reason="超时")
    rounds.close_round(file)
    rounds.sign_off(file, {Signer.TELLER: "周敏", Signer.CHIEF_JUDGE: "王建国"})
    rounds.next_round(file)
    assert can_take_back(console, number)
    console.press(Qt.Key.Key_F5)
    asked = console.question()._asked.text
    assert "Round 1 is closed. This reopens it" in asked
    assert "2 signatures become void; it has to be signed again." in asked
    console.page(Page.LIVE)
    assert console.live.reopened.isHidden()
    console.answer(reason="弄错了")
    assert not file.contest.rounds[0].signatures
    assert console.live.reopened.isVisible()
    assert console.live.reopened.text().startswith("Round 1 is open again after a correction")
    results = console.page(Page.RESULTS)
    assert isinstance(results, ResultsPage)
    assert results.reopened.isVisible()
    results.rounds.setCurrentIndex(0)
    console.qtbot.waitUntil(results.close_round.isEnabled)
    console.press(Qt.Key.Key_F5)
    console.answer()
    assert file.contest.rounds[0].closed is not None
    assert results.reopened.isHidden()


def test_every_kind_of_record_has_something_to_say() -> None:
    assert set(WHY_NOT) == set(_WRITERS) - {kind.value for kind in MarkKind} - {"ballot", "reveal"}
