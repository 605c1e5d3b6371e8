"""The link as windows see it: the server is loaded and started beside them."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from arena_desk.link.address import Place
from arena_desk.link.firewall import Rules, is_shut, rules_of_windows
from scoring.errors import ArenaError
from storage.loading import load_writing
from ui.links import JudgeLink, Presence, Reach

if TYPE_CHECKING:
    from arena_desk.link.server import LinkServer

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often the networks of this machine are looked at."""
PATIENCE_SECONDS = 10.0
"""How long the link waits for the windows to be there at most."""
PAUSE_SECONDS = 0.3
"""And how long for a calm moment of theirs, before each part of what it loads."""
PROBE_LOOKS = 5
"""After so many looks the desk tries once more whether it answers at its own address."""


class Link:
    """The link as the windows see it. The server is loaded and started beside them, so that they need not wait."""

    def __init__(self, place: Place, rules: Rules = rules_of_windows) -> None:
        self._place, self._rules = place, rules
        self._server: LinkServer | None = None
        self._answers: bool | None = None
        self._shut = False
        self._started, self._stopping = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._after: threading.Event | None = None
        self._calm: Callable[[float], object] = lambda seconds: None
        self._looking = threading.Thread(target=self._look, name="networks")

    def start(
        self,
        on_presence: Callable[[str], None],
        on_failure: Callable[[ArenaError], None],
        after: threading.Event | None = None,
        calm: Callable[[float], object] = lambda seconds: None,
    ) -> None:
        """Start serving on a thread of its own; a failure is told to `on_failure`, on that thread.

        Loading waits for `after`, so that the windows are there first, but not for ever; and between its parts with
        `calm`, since what runs on another thread makes windows slow.
        """
        self._after, self._calm = after, calm
        self._thread = threading.Thread(target=self._start, args=(on_presence, on_failure), name="link start")
        self._thread.start()
        self._looking.start()

    def _look(self) -> None:
        """Follow the networks of this machine: cables are pulled, routers are changed, a hotspot is switched on."""
        self._started.wait()
        from arena_desk.link.visitors import answers

        for look in count():
            if self._stopping.wait(LOOK_SECONDS):
                return
            try:
                changed = self._place.look()
                host = self._place.reach().host
                if self._server and host and (changed or look % PROBE_LOOKS == 0):
                    self._answers = answers(host, self._place.port)
                    self._shut = is_shut(self._rules(), sys.executable)
            except (OSError, ArenaError):
                logger.exception("the networks could not be looked at")

    def _start(self, on_presence: Callable[[str], None], on_failure: Callable[[ArenaError], None]) -> None:
        if self._after:
            self._after.wait(PATIENCE_SECONDS)
        try:
            self._server = self._started_server(on_presence)
        except ArenaError as error:
            on_failure(error)
        finally:
            self._started.set()

    def _started_server(self, on_presence: Callable[[str], None]) -> LinkServer:
        self._place.look()
        self._pause()
        load_writing(self._pause)
        self._pause()
        import fastapi  # noqa: F401

        self._pause()
        import uvicorn  # noqa: F401

        self._pause()
        from arena_desk.link.server import LinkServer

        server = LinkServer(self._place, on_presence=on_presence)
        server.start()
        return server

    def _pause(self) -> None:
        if not self._stopping.is_set():
            self._calm(PAUSE_SECONDS)

    def wait(self) -> None:
        """Until the server answers, or has failed."""
        self._started.wait()

    def stop(self) -> None:
        """Stop serving."""
        self._stopping.set()
        if self._after:
            self._after.set()
        if self._thread is not None:
            self._thread.join()
            self._looking.join()
        if self._server is not None:
            self._server.stop()

    def loopback(self) -> str:
        """The address under which this machine reaches itself."""
        return self._place.loopback()

    def address(self) -> str:
        """The address that other devices open to join."""
        return self._place.address()

    def reach(self) -> Reach:
        """Where other devices reach this desk, as it was found last."""
        reach = self._place.reach()
        visitors = self._server.visitors() if self._server else 0
        tried = self._answers if reach.host else None
        return replace(reach, answers=tried, visitors=visitors, shut=self._shut)

    def use_host(self, host: str) -> None:
        """From now on this address stands in the links."""
        self._place.use_host(host)

    def judge_link(self, judge: str) -> JudgeLink:
        """The link of a judge's seat."""
        return self._place.judge_link(judge)

    def presence(self, judge: str) -> Presence:
        """What is known of the devices in a seat."""
        return self._server.presence(judge) if self._server else Presence()

    def give_way(self, seconds: float) -> None:
        """Let ballots pass that are on their way, for no longer than this."""
        if self._server:
            self._server.give_way(seconds)

    def host_url(self) -> str:
        """The address of the host page."""
        return self._place.host_url()

    def board_url(self) -> str:
        """The address of the public board."""
        return self._place.board_url()
