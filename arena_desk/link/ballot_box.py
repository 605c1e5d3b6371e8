"""Where ballots that come at the same moment wait for each other: they are stored in one commit."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

from arena_desk.steadiness import go_ahead
from scoring.errors import ArenaError
from storage.ballots import Receipt, Sent, put_ballots
from storage.contest_file import ContestFile

logger = logging.getLogger(__name__)

Outcome: TypeAlias = Receipt | Exception
Waiting: TypeAlias = tuple[Sent, "asyncio.Future[Receipt]"]


QUICK_SECONDS = 0.05
"""How long a commit may take and the next one still be made on the loop itself."""


class BallotBox:
    """Takes ballots on the server's loop and stores them, a commit at a time.

    It does so on the loop itself where the disk is quick and nobody has the file, since going to a thread and back
    takes as long as the commit; otherwise on a thread, so that the loop waits for no disk.

    While one commit is under way, what comes waits and then goes into the next one together. A receipt is given only
    when the commit that holds the ballot is on disk.
    """

    def __init__(self, file: ContestFile) -> None:
        self._file = file
        self._quick = False
        self._waiting: list[Waiting] = []
        self._work: asyncio.Task[None] | None = None
        # one of its own: no ballot queues behind other calls, and the system lets it run before the rest of the program
        self._writer = ThreadPoolExecutor(1, "ballots", go_ahead)

    async def put(self, sent: Sent) -> Receipt:
        """Store a ballot. Raises what `put_ballots` refuses it with."""
        done: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        self._waiting.append((sent, done))
        if self._work is None:
            self._work = asyncio.create_task(self._empty())
        return await done

    async def _empty(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            sent = [each for each, _ in batch]
            began = time.monotonic()
            if self._quick and not self._file.busy:
                outcomes = _stored(self._file, sent)
            else:
                outcomes = await asyncio.get_running_loop().run_in_executor(self._writer, _stored, self._file, sent)
            self._quick = time.monotonic() - began < QUICK_SECONDS
            for (_, done), outcome in zip(batch, outcomes, strict=True):
                _settle(done, outcome)
        self._work = None

    def close(self) -> None:
        """Let go of the thread; what was put in before is stored."""
        self._writer.shutdown(wait=False)


def _stored(file: ContestFile, sent: Sequence[Sent]) -> list[Outcome]:
    """What becomes of each. If they cannot be stored together for no reason known, each is tried alone."""
    try:
        return list(put_ballots(file, sent))
    except ArenaError as error:
        return [error] * len(sent)
    except Exception as error:
        if len(sent) == 1:
            return [error]
        logger.exception("%d ballots could not be stored together", len(sent))
        return [outcome for each in sent for outcome in _stored(file, [each])]


def _settle(done: asyncio.Future[Receipt], outcome: Outcome) -> None:
    if done.cancelled():  # the panel has hung up; it will ask again
        return
    if isinstance(outcome, Exception):
        done.set_exception(outcome)
    else:
        done.set_result(outcome)
