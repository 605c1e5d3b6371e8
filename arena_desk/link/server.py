"""The link server in its own thread: starting and stopping."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from socket import socket

import uvicorn

from arena_desk.link.address import EVERYWHERE, Place
from arena_desk.link.app import build_app, guarded
from arena_desk.link.discovery import announcement_of
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Keyring
from arena_desk.link.patience import Patience
from arena_desk.link.right_of_way import RightOfWay
from arena_desk.link.visitors import Visitors
from arena_desk.steadiness import go_ahead
from scoring.errors import NotNow
from scoring.text import Text
from ui.links import Presence

logger = logging.getLogger(__name__)

START_SECONDS = 15.0
STOP_SECONDS = 3
GOODBYE_SECONDS = 0.5
"""How long others have to end by themselves. A phone that sleeps never agrees to the end of its encrypted connection,
and one that connects in the very moment in which uvicorn tells all others to end is not told.
"""
KEEP_SECONDS = 30
"""How long an idle connection is kept: panels look every ten seconds, and need not knock anew each time."""
NOT_STARTED = Text("评分服务没有启动：{reason}", "the link server did not start: {reason}")


class _Server(uvicorn.Server):
    """A server that says when it has started, and whose end waits for nobody who is asleep."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        asyncio.get_running_loop().call_later(GOODBYE_SECONDS, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            if connection.transport.is_closing():
                connection.transport.abort()
            else:
                connection.shutdown()  # once a call that is under way there has its answer


class LinkServer:
    """Serves one contest file. `start` returns when calls are answered; `stop` within seconds."""

    def __init__(
        self,
        place: Place,
        *,
        on_presence: Callable[[str], None] = lambda judge: None,
        desk_from_anywhere: bool = False,
    ) -> None:
        self._place, self._file = place, place.file
        self._keyring = Keyring(self._file)
        self._hub = Hub(self._file, self._keyring, on_presence)
        names = () if place.host in EVERYWHERE else (place.host,)
        calls = build_app(self._file, self._hub)
        guard = guarded(calls, self._keyring, names=names, desk_from_anywhere=desk_from_anywhere)
        self._visitors = Visitors(guard)
        self._right_of_way = RightOfWay(self._visitors)
        self._server = _Server(self._config(self._right_of_way))
        self._thread = threading.Thread(target=self._run, name="link", daemon=True)
        self._announcement = announcement_of(place)
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: list[Callable[[], None]] = []

    def _config(self, guard: object) -> uvicorn.Config:
        tls = self._place.tls
        return uvicorn.Config(
            guard,  # type: ignore[arg-type]
            log_config=None,  # a windowed build has no sys.stdout to log to
            access_log=False,
            server_header=False,
            proxy_headers=False,  # whoever calls is whoever is connected, whatever the call says of itself
            http=Patience,
            ws="websockets-sansio",
            ws_max_size=64 * 1024,
            ws_per_message_deflate=False,  # what is said over a socket is too short to be worth it
            backlog=2048,
            timeout_keep_alive=KEEP_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
            ssl_certfile=tls.certificate if tls else None,
            ssl_keyfile=tls.key if tls else None,
        )

    def start(self) -> None:
        """Start serving. Raises `NotNow` where it fails."""
        self._ended = [self._file.subscribe(self._keyring.on_change), self._file.subscribe(self._hub.publish)]
        self._thread.start()
        if not self._server.ready.wait(START_SECONDS) or self._failure:
            raise NotNow("link", NOT_STARTED(reason=self._failure or "time-out"))
        if self._announcement:
            self._announcement.start()

    def _run(self) -> None:
        go_ahead()
        try:
            asyncio.run(self._serve())
        except Exception as error:
            logger.exception("the link server failed")
            self._failure = error
        finally:
            self._server.ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=[self._place.socket])

    def stop(self) -> None:
        """Stop serving: sockets are closed, calls under way are finished, within seconds."""
        for end in self._ended:
            end()
        self._ended = []
        if self._announcement:
            self._announcement.stop()
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._begin_stop)
            self._thread.join(STOP_SECONDS + 5)
        self._place.socket.close()

    def _begin_stop(self) -> None:
        closing = asyncio.ensure_future(self._hub.stop())
        closing.add_done_callback(lambda _: setattr(self._server, "should_exit", True))

    def visitors(self) -> int:
        """How many other machines reached this desk."""
        return len(self._visitors)

    def give_way(self, seconds: float) -> None:
        """Let ballots pass that are on their way, for no longer than this. May be called from any thread."""
        self._right_of_way.wait(seconds)

    def presence(self, judge: str) -> Presence:
        """What is known of the devices in a seat."""
        return self._hub.presence(judge)
