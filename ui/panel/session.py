"""The panel's conversation with the desk, one call at a time: send what is unsent, read what is current, offer what
the desk lacks. Nothing is called stored here before the desk's receipt for that very ballot is in hand.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from urllib.parse import quote

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.language import Languages
from ui.panel.address import Address
from ui.panel.facts import Facts, Json, Stored, read_facts
from ui.panel.kept import Draft, Kept, body_of, new_ballot, new_draft, offer_of, settled
from ui.panel.ledger import adopt, back_to_draft, missing, reconcile
from ui.panel.network import UNABLE, Answer, Call, Network, backoff
from ui.panel.shelf import Shelf
from ui.panel.state import Situation, State, situation

logger = logging.getLogger(__name__)

POLL, POLL_BESIDE_SOCKET, POLL_REVOKED = 5.0, 10.0, 15.0


class Kind(Enum):
    """What a call is for."""

    SEND = auto()
    READ = auto()
    OFFER = auto()


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The call that is being made."""

    kind: Kind
    asked: float
    ticket: int
    kept: Kept | None = None


class Session(QObject):
    """What is known at this seat, and everything that its judge does.

    Signals:
        changed(): something may look different.
        invalid(Kept): the desk found faults in a ballot; its numbers are a draft again.
    """

    changed = Signal()
    invalid = Signal(object)

    def __init__(self, address: Address, shelf: Shelf, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf, self._languages = shelf, languages
        self.facts: Facts | None = shelf.facts()
        self.fresh = False
        self.reachable: bool | None = None
        self.unable = False
        """The desk answers, but cannot store anything now."""
        self.revoked = False
        self._linked = self._again = self._is_read = False
        self._offered: set[str] = set()
        self._attempt = 0
        self._call: UnderWay | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.work)
        self._network = Network(address, shelf.device(), self)
        queued = Qt.ConnectionType.QueuedConnection
        self._network.answered.connect(self._take, queued)
        self._network.heard.connect(self._hear, queued)
        self._network.linked.connect(self._note_link, queued)
        self._network.shared.connect(self._note_devices, queued)

    def start(self) -> None:
        """Begin to talk."""
        self._network.start()
        self._network.listen(True)
        self.work()

    def close(self) -> None:
        """Stop talking; what is kept stays kept."""
        self._timer.stop()
        self._call = None
        self._network.stop()

    def wake(self) -> None:
        """Try everything again at once: after sleep, or a change of network."""
        self._attempt = 0
        if not self.revoked and not self._linked:
            self._network.listen(True)
        self.work()

    def now(self) -> Situation:
        """The state the panel is in."""
        if self.revoked:
            return Situation(State.REVOKED)
        if self.facts is None or not (self.fresh or self.reachable is False):
            return Situation(State.UNREACHED if self.reachable is False else State.CONNECTING)
        return situation(self.facts, self.shelf.ballots(), self.draft())

    def draft(self) -> Draft | None:
        """What is typed for the contestant on stage."""
        facts = self.facts
        if facts is None or facts.entry is None:
            return None
        return self.shelf.draft(facts.round, facts.entry.code, facts.entry.version)

    def type(self, scores: Mapping[str, str]) -> None:
        """Keep what is typed so far."""
        assert self.facts is not None
        stored = self.facts.ballot
        self.shelf.save_draft(new_draft(self.facts, scores, stored.ballot_id if stored else None))

    def drop_draft(self) -> None:
        """Forget what is typed for the contestant on stage."""
        draft = self.draft()
        if draft:
            self.shelf.drop_draft(draft.round, draft.entry, draft.version)
        self.changed.emit()

    def tell(self, *, filled: int, asleep: bool) -> None:
        """Tell the desk how many scores are filled in, and whether anybody can see the window."""
        self._network.tell(draft=filled, unsent=len(self.unsent()), asleep=asleep)

    def submit(self, scores: Mapping[str, str], replaces: str | None) -> None:
        """Keep a ballot on this device, then send it until the desk has answered for it."""
        assert self.facts is not None
        kept = new_ballot(self.facts, scores, replaces)
        self.shelf.save_ballot(kept)
        self.shelf.drop_draft(kept.round, kept.entry, kept.version)
        self._hurry()

    def keep_stored(self, kept: Kept) -> None:
        """Of two different ballots take the one that is stored."""
        self.shelf.drop_ballot(kept.ballot_id)
        self._hurry()

    def replace_stored(self, kept: Kept, stored: Stored) -> None:
        """Of two different ballots take the one on this device."""
        assert self.facts is not None
        assert self.facts.entry is not None
        version = self.facts.entry.version
        again = replace(kept, version=version, fate="unsent", replaces=stored.ballot_id, stored=None)
        self.shelf.save_ballot(again)
        self._hurry()

    def unsent(self) -> list[Kept]:
        """Ballots the desk has not answered for."""
        return [kept for kept in self.shelf.ballots() if kept.fate == "unsent"]

    def _hurry(self) -> None:
        if self._call and self._call.kind is Kind.READ:
            self._network.give_up(self._call.ticket)
            self._call = None
        self._attempt = 0
        self.changed.emit()
        self.work()

    def _hear(self, revision: int) -> None:
        if self.facts is None or not self.fresh or revision != self.facts.revision:
            self.work()

    def _note_link(self, linked: bool) -> None:
        self._linked = linked
        self.work()

    def _note_devices(self, devices: int) -> None:
        if self.facts and self.facts.devices != devices:
            self.facts = replace(self.facts, devices=devices)
            self.changed.emit()

    def work(self) -> None:
        """Talk to the desk once: send, read, offer. Asked for while that is under way, it is done once more."""
        if self._call is not None:
            self._again = True
            return
        self._timer.stop()
        self._again = self._is_read = False
        self._go_on()

    def _go_on(self) -> None:
        """Make the next call there is, or rest."""
        unsent = [] if self.revoked else self.unsent()
        if unsent:
            path = "/api/ballots/" + quote(unsent[0].entry, safe="")
            self._ask(Kind.SEND, Call("PUT", path, body_of(unsent[0])), unsent[0])
        elif not self._is_read:
            self._ask(Kind.READ, Call("GET", "/api/panel"))
        elif offer := self._next_offer():
            self._ask(Kind.OFFER, Call("POST", "/api/panel/offer", {"ballots": [offer_of(offer)]}), offer)
        elif self._again:
            self.work()
        else:
            self._timer.start(round(1000 * self._pause()))

    def _next_offer(self) -> Kept | None:
        if self.revoked:
            return None
        return next((kept for kept in missing(self.shelf) if kept.ballot_id not in self._offered), None)

    def _ask(self, kind: Kind, call: Call, kept: Kept | None = None) -> None:
        asked = time.time()
        self._call = UnderWay(kind, asked, self._network.call(call, self._languages.current), kept)

    def _pause(self) -> float:
        if self.revoked:
            return POLL_REVOKED
        if self._attempt:
            return backoff(self._attempt - 1)
        return POLL_BESIDE_SOCKET if self._linked else POLL

    def _take(self, ticket: int, answer: Answer | None) -> None:
        call = self._call
        if call is None or call.ticket != ticket:
            return
        self._call = None
        if answer is not None and answer.status == UNABLE:
            self._missed(unable=True)
        elif answer is None or not self._understood(call, answer):
            self._missed()
        else:
            self._attempt = 0
            self._go_on()

    def _understood(self, call: UnderWay, answer: Answer) -> bool:
        """Act on an answer; whether it settled anything."""
        if answer.status in (401, 403):
            self._deny(call)
            return True
        match call.kind:
            case Kind.SEND:
                return self._sent(call, answer)
            case Kind.READ:
                return answer.status == 200 and self._read(call, answer.body)
            case Kind.OFFER:
                return self._note_offer(call, answer)

    def _missed(self, *, unable: bool = False) -> None:
        self._attempt += 1
        self._reached(False, unable=unable)
        self._again = False
        self._timer.start(round(1000 * self._pause()))

    def _reached(self, reachable: bool, *, tell: bool = True, unable: bool = False) -> None:
        self.unable = unable
        if reachable and self.reachable is not True:
            self._offered.clear()
        self.reachable = reachable
        if tell:
            self.changed.emit()

    def _sent(self, call: UnderWay, answer: Answer) -> bool:
        assert call.kept is not None
        kept = settled(call.kept, answer.status, answer.body, time.time())
        if kept is None:
            return False
        faulty = kept.error == "invalid" and self.facts is not None and self.facts.is_open_for(kept.round, kept.entry)
        if faulty and self.facts is not None:
            back_to_draft(self.shelf, self.facts, kept)
            self.invalid.emit(kept)
        else:
            self.shelf.save_ballot(kept)
        if kept.fate == "stored" and answer.body.get("current") is not False:
            self._show(kept)
        self._reached(True, tell=kept.fate != "refused")  # what was refused is told with what is so at the desk by now
        return True

    def _show(self, kept: Kept) -> None:
        """Put a receipt on the panel before the desk was read again."""
        facts = self.facts
        if facts and facts.entry and (facts.round, facts.entry.code) == (kept.round, kept.entry):
            stored = Stored(kept.ballot_id, kept.entry, kept.scores, kept.stored_at)
            self.facts = replace(facts, returned=None, ballot=stored)

    def _read(self, call: UnderWay, body: Json) -> bool:
        try:
            facts = read_facts(body)
        except ValueError as error:
            logger.info("%s", error)
            return False
        if self.revoked:
            self._allow()
        if not self.fresh:
            adopt(self.shelf, facts)
        self.facts, self.fresh, self._is_read = facts, True, True
        self.shelf.save_answer(body)
        reconcile(self.shelf, facts, call.asked)
        self._reached(True)
        return True

    def _note_offer(self, call: UnderWay, answer: Answer) -> bool:
        assert call.kept is not None
        if answer.status == 429:
            return False
        self._offered.add(call.kept.ballot_id)
        if answer.status == 200:
            self.shelf.save_ballot(replace(call.kept, offered=True))
        self.changed.emit()
        return True

    def _deny(self, call: UnderWay) -> None:
        """The desk does not take our token (any more): say so, keep everything, look again now and then."""
        if not self.revoked:
            self.revoked = True
            self._network.listen(False)
        self._is_read = self._is_read or call.kind is Kind.READ
        self._reached(True)

    def _allow(self) -> None:
        self.revoked = False
        self._network.listen(True)
