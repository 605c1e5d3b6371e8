"""The contest as the windows follow it: the newest snapshot, what changed, and operations off the GUI thread."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scoring.contest import Ballot, Entry
from scoring.errors import ArenaError
from scoring.hints import read_points
from scoring.text import Language
from storage.contest_file import Change, ContestFile
from storage.journal import Record
from storage.public_board import board_state
from ui.language import Languages
from ui.links import Links, Presence
from ui.snapshot import Snapshot, take_snapshot
from ui.work import Job, Work

if TYPE_CHECKING:
    from storage.ballots import Offer

P = ParamSpec("P")
T = TypeVar("T")

REST_MS = 10
LONGEST_REST_MS = 500
"""How long the windows rest after what they have shown: as long as that took, so that the link comes first even on a
machine that has no time."""
PATIENCE_SECONDS = 0.012
"""For how long, in all, the windows let ballots pass in between while they show one change."""
BALLOTS_MS = 250
"""How often ballots are counted, at most, while nothing else happens: a judge's tile is shown at once, while standings
and the rest of the windows, where a ballot changes a count at most, cost the link more than they give the eye.
"""
PRESENCE_MS = 1000
STIRRED_MS = 200
"""How often the seats are looked at, at most, while devices say something of themselves."""
FRESH_SECONDS = 15.0
OFFERS_MS = 3000
_PUBLISHED = "bulletins"
_HINT = "far-off"


class Desk(QObject):
    """Stands between the windows and the contest file. Lives on the GUI thread.

    Signals:
        changed(Change): the snapshot is new; with the records that made it so, several operations at once if they
            came quickly.
        ballots_came(): `ballots` gives some that the snapshot has not; `changed` follows within `BALLOTS_MS`.
        presence_changed(): something else is known of the judges' devices.
        reach_changed(): other devices reach this desk elsewhere, or no longer.
        offers_changed(): other late ballots wait to be accepted.
        refused(ArenaError): an operation could not be done.
    """

    changed = Signal(object)
    ballots_came = Signal()
    presence_changed = Signal()
    reach_changed = Signal()
    offers_changed = Signal()
    refused = Signal(object)
    _told = Signal(object)
    _stirred = Signal()

    def __init__(self, file: ContestFile, links: Links, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file, self.links, self.languages = file, links, languages
        self.slow = Work(threads=2, parent=self)
        self._work = Work(threads=1, parent=self)
        self._news: list[Record] = []
        self._reading, self._began = False, 0.0
        self._patience = PATIENCE_SECONDS
        self._under_way = 0
        self._awaited = 0
        self._closed = False
        self.presence: Mapping[str, Presence] = {}
        self.reach = links.reach()
        self.offers: tuple[Offer, ...] = ()
        self.offers_behind: tuple[Offer, ...] = ()
        self.offers_ahead = 0
        self._offers_missed = False
        self.published: Mapping[int, int] = _read_published(file)
        self._told.connect(self._note, Qt.ConnectionType.QueuedConnection)
        self._throttle = QTimer(self, singleShot=True)
        self._throttle.timeout.connect(self._read_news)
        self._counted = QTimer(self, singleShot=True)
        self._counted.timeout.connect(self._count)
        self._unsubscribe = file.subscribe(self._told.emit)
        self.snapshot = Snapshot(*file.now(), read_points(file.setting(_HINT)), board_state(file))
        self._shown = self.snapshot.contest.revision
        self._told_of = self.snapshot.contest.revision
        self._listen()

    def _listen(self) -> None:
        self._pulse = QTimer(self, interval=PRESENCE_MS)
        self._pulse.timeout.connect(self.look_at_links)
        self._pulse.start()
        self._offers_pulse = QTimer(self, interval=OFFERS_MS)
        self._offers_pulse.timeout.connect(self.look_for_offers)
        self._offers_pulse.start()
        self._stir = QTimer(self, interval=STIRRED_MS, singleShot=True)
        self._stir.timeout.connect(self.look_at_links)
        self._stirred.connect(self._look_soon, Qt.ConnectionType.QueuedConnection)
        self.look_at_links()

    @property
    def language(self) -> Language:
        return self.languages.current

    @property
    def busy(self) -> bool:
        """Whether an operation is under way or its effect is not yet in the snapshot."""
        return self._under_way > 0 or self.snapshot.contest.revision < self._awaited

    def ballots(self, entry: Entry) -> Mapping[str, Ballot]:
        """The ballots of an entry of the live round, stored until this very moment: some may not be counted yet."""
        latest = self.file.contest.live_round
        newest = latest.entry(entry.code) if latest.number == self.snapshot.round.number else None
        return newest.ballots if newest else entry.ballots

    def do(self, operation: Callable[Concatenate[ContestFile, P], T], *args: P.args, **kwargs: P.kwargs) -> Job:
        """Run an operation of `storage` that writes; a refusal is emitted as `refused`."""
        self._under_way += 1
        job = self._work.run(partial(operation, self.file, *args, **kwargs), self._await, self.refused.emit)
        job.ended.connect(self._has_ended)
        return job

    def ask(self, question: Callable[[ContestFile], T], done: Callable[[T], object]) -> Job:
        """Read something from the file off the GUI thread."""
        return self._work.run(partial(question, self.file), done, self.refused.emit)

    def note_published(self, number: int, closed: int) -> None:
        """The bulletin of a round was made as the round was closed by this record."""
        self.published = {**self.published, number: closed}
        self.remember(_PUBLISHED, json.dumps(self.published))

    def remember(self, key: str, value: str) -> None:
        """Keep a setting of this desk."""
        self._work.run(partial(self.file.remember, key, value), failed=self.refused.emit)

    def point_out(self, points: Fraction | None) -> None:
        """From how many points off the rest of the group a ballot is pointed out from now on; None: never."""
        self.remember(_HINT, "" if points is None else str(Decimal(points.numerator) / points.denominator))
        self.snapshot = replace(self.snapshot, hint=points)
        self.changed.emit(Change(()))

    def is_published(self, number: int) -> bool:
        """Whether the bulletin of a round was made, and the round not reopened since."""
        closed = self.snapshot.contest.rounds[number - 1].closed
        return closed is not None and self.published.get(number) == closed

    def close(self) -> None:
        """Follow the file no longer, and wait for what is under way. Again changes nothing."""
        if self._closed:
            return
        self._closed = True
        self._unsubscribe()
        self._pulse.stop()
        self._stir.stop()
        self._offers_pulse.stop()
        self._throttle.stop()
        self._counted.stop()
        self._work.finish()
        self.slow.finish()

    def note_presence(self, judge: str) -> None:
        """A judge's device did something. May be called from any thread."""
        self._stirred.emit()

    def _look_soon(self) -> None:
        if not self._stir.isActive() and not self._closed:
            self._stir.start()

    def look_at_links(self) -> None:
        """See which seats are linked, and where."""
        reach = self.links.reach()
        if reach != self.reach:
            self.reach = reach
            self.reach_changed.emit()
        presence = {
            judge.code: _steady(self.links.presence(judge.code)) for judge in self.snapshot.contest.bench.seated
        }
        if presence != self.presence:
            self.presence = presence
            self.presence_changed.emit()

    def use_host(self, host: str) -> None:
        """From now on this address stands in the links."""
        self._work.run(partial(self.links.use_host, host), self._use_host, self.refused.emit)

    def _use_host(self, _: object) -> None:
        self.look_at_links()

    def look_for_offers(self) -> None:
        """See whether late ballots wait to be accepted."""
        from storage.ballots import open_offers

        self._work.run(partial(open_offers, self.file), self._show_offers, self._miss_offers)

    def _miss_offers(self, error: ArenaError) -> None:
        """Said once: a disk that has gone away must not bring a dialog every few seconds."""
        if not self._offers_missed:
            self._offers_missed = True
            self.refused.emit(error)

    def _show_offers(self, offers: list[Offer]) -> None:
        """Keep the offers for the live round and, apart, those for rounds before, which can no longer be accepted as
        they are; count those for rounds that this file does not know: it is an older one.
        """
        round_ = self.snapshot.round
        self._offers_missed = False
        live = tuple(o for o in offers if o.round == round_.number and round_.entry(o.contestant))
        behind = tuple(
            o for o in offers if o.round < round_.number and o.contestant in self.snapshot.contest.contestants
        )
        ahead = sum(o.round > round_.number for o in offers)
        if (live, behind, ahead) != (self.offers, self.offers_behind, self.offers_ahead):
            self.offers, self.offers_behind, self.offers_ahead = live, behind, ahead
            self.offers_changed.emit()

    def give_way(self) -> None:
        """Let ballots pass that are on their way. To be called now and then by whatever takes the GUI thread a while:
        Python itself lets two threads share its time, and a judge would wait twice as long for the receipt.
        """
        if self._patience > 0:
            began = time.monotonic()
            self.links.give_way(self._patience)
            self._patience -= time.monotonic() - began

    def _await(self, revision: object) -> None:
        if isinstance(revision, int):
            self._awaited = max(self._awaited, revision)

    def _has_ended(self) -> None:
        self._under_way -= 1

    def _note(self, change: Change) -> None:
        self._news += change.records
        if not self._throttle.isActive():
            self._read_news()

    def _read_news(self) -> None:
        if not self._news or self._closed:
            return
        alone = not self.busy and all(record.what == "ballot" for record in self._news)
        if alone and (self._reading or self._counted.isActive()):
            self._show_ballots()
        elif not self._reading:
            self._read()

    def _count(self) -> None:
        if self._news and not self._reading and not self._closed:
            self._read()

    def _show_ballots(self) -> None:
        revision = self.file.contest.revision
        if revision > self._shown:
            began, self._shown = time.monotonic(), revision
            self._patience = PATIENCE_SECONDS
            self.give_way()
            self.ballots_came.emit()
            self._throttle.start(min(max(REST_MS, _since(began)), LONGEST_REST_MS))

    def _read(self) -> None:
        self._reading, self._began = True, time.monotonic()
        give_way = partial(self.links.give_way, PATIENCE_SECONDS / 3)
        self._work.run(
            partial(take_snapshot, self.file, self.snapshot.hint, give_way, self.snapshot.projector),
            self._show,
            self._unread,
        )

    def _unread(self, error: ArenaError) -> None:
        self._reading = False
        self.refused.emit(error)

    def _show(self, snapshot: Snapshot) -> None:
        self._reading = False
        if self._closed:
            return
        self._patience = PATIENCE_SECONDS
        self.give_way()
        hint = self.snapshot.hint
        self.snapshot = snapshot if snapshot.hint == hint else replace(snapshot, hint=hint)
        self._shown = self.file.contest.revision
        self.changed.emit(Change(self._take_news(snapshot.contest.revision)))
        self._counted.start(max(BALLOTS_MS, _since(self._began)))
        self._throttle.start(REST_MS)

    def _take_news(self, seen: int) -> tuple[Record, ...]:
        """The news up to this revision in the order of the journal: threads may tell of theirs in another one, and a
        record that is still on its way holds up those after it.
        """
        news: list[Record] = []
        for record in sorted(self._news, key=lambda record: record.number):
            if record.number == self._told_of + 1 <= seen:
                news.append(record)
                self._told_of = record.number
        self._news = [record for record in self._news if record.number > self._told_of]
        return tuple(news)


def _since(began: float) -> int:
    """In milliseconds."""
    return round((time.monotonic() - began) * 1000)


def _steady(seat: Presence) -> Presence:
    """Without what differs at every look and says nothing: when a device that answers was heard of last."""
    if seat.seen is None:
        return seat
    return replace(seat, seen=0.0 if seat.devices and seat.seen < FRESH_SECONDS else float(int(seat.seen)))


def _read_published(file: ContestFile) -> Mapping[int, int]:
    kept: dict[str, int] = json.loads(file.setting(_PUBLISHED) or "{}")
    return {int(number): closed for number, closed in kept.items()}
