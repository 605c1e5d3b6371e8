"""The link server in its own thread: starting, stopping, addresses."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from arena_desk.link.app import build_app, guarded
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Keyring
from scoring.errors import NotNow
from scoring.text import Text
from storage.contest_file import ContestFile
from storage.seats import desk_tokens, seats
from ui.links import JudgeLink, Presence

logger = logging.getLogger(__name__)

FIRST_PORT = 8420
SPARE_PORTS = range(20000, 30000)  # below the range from which systems take ports for outgoing calls
START_SECONDS = 15.0
STOP_SECONDS = 3
PORT_TAKEN = Text(
    "端口 {port} 被别的程序占用。评分端记得这个地址，所以没有改用别的；请关闭那个程序，或用 --port 另选后重新发链接",
    "port {port} is taken by another program. Panels remember this address, so no other was chosen; "
    "close that program, or choose another with --port and link the judges again",
)
NOT_STARTED = Text("评分服务没有启动：{reason}", "the link server did not start: {reason}")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files for HTTPS."""

    certificate: Path
    key: Path


class _Server(uvicorn.Server):
    """A server that says when it has started."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class LinkServer:
    """Serves one contest file. `start` returns when calls are answered; `stop` within seconds."""

    def __init__(
        self,
        file: ContestFile,
        *,
        host: str = "127.0.0.1",
        port: int | None = None,
        on_presence: Callable[[str], None] = lambda judge: None,
        desk_from_anywhere: bool = False,
        tls: Certificate | None = None,
    ) -> None:
        self._file, self._host, self._tls = file, host, tls
        self._keyring = Keyring(file)
        self.hub = Hub(file, self._keyring, on_presence)
        app = build_app(file, self.hub)
        self._socket = _bound(file, host, port)
        self.port: int = self._socket.getsockname()[1]
        guard = guarded(app, self._keyring, desk_from_anywhere=desk_from_anywhere)
        self._server = _Server(self._config(guard))
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: list[Callable[[], None]] = []

    def _config(self, guard: object) -> uvicorn.Config:
        return uvicorn.Config(
            guard,  # type: ignore[arg-type]
            log_config=None,  # a windowed build has no sys.stdout to log to
            access_log=False,
            server_header=False,
            ws="websockets-sansio",
            ws_max_size=64 * 1024,
            backlog=2048,
            timeout_graceful_shutdown=STOP_SECONDS,
            ssl_certfile=self._tls.certificate if self._tls else None,
            ssl_keyfile=self._tls.key if self._tls else None,
        )

    def start(self) -> None:
        """Start serving. Raises `NotNow` where it fails."""
        self._ended = [self._file.subscribe(self._keyring.on_change), self._file.subscribe(self.hub.publish)]
        self._thread = threading.Thread(target=self._run, name="link", daemon=True)
        self._thread.start()
        if not self._server.ready.wait(START_SECONDS) or self._failure:
            raise NotNow("link", NOT_STARTED(reason=self._failure or "time-out"))

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:
            logger.exception("the link server failed")
            self._failure = error
        finally:
            self._server.ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=[self._socket])

    def stop(self) -> None:
        """Stop serving: sockets are closed, calls under way are finished, within seconds."""
        for end in self._ended:
            end()
        self._ended = []
        if self._loop is not None and self._thread is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._begin_stop)
            self._thread.join(STOP_SECONDS + 5)
        self._socket.close()

    def _begin_stop(self) -> None:
        closing = asyncio.ensure_future(self.hub.stop())
        closing.add_done_callback(lambda _: setattr(self._server, "should_exit", True))

    def address(self) -> str:
        """The address that other devices open to join."""
        host = reachable_address() if self._host in {"0.0.0.0", "::"} else self._host
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"

    def judge_link(self, judge: str) -> JudgeLink:
        """The link of a judge's seat; the token travels in the fragment."""
        seat = next(seat for seat in seats(self._file) if seat.judge == judge)
        return JudgeLink(f"{self.address()}/j#{seat.token}", seat.join_code)

    def presence(self, judge: str) -> Presence:
        """What is known of the devices in a seat."""
        return self.hub.presence(judge)

    def host_url(self) -> str:
        """The address of the host page."""
        return f"{self.address()}/host#{desk_tokens(self._file).host}"

    def board_url(self) -> str:
        """The address of the public board."""
        return f"{self.address()}/board"


def reachable_address() -> str:
    """The address of this machine in the network it would talk to; the loopback where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # a datagram socket only chooses a route: nothing is sent
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _bound(file: ContestFile, host: str, port: int | None) -> socket.socket:
    """A socket on the port the file remembers, or on the one asked for, which it then remembers."""
    known = file.setting("port")
    if port:
        bound = _bind(host, port)
    elif known:
        bound = _bind(host, int(known))
    else:
        bound = _bind_any(host, first=port is None)
    if bound is None:
        raise NotNow("port_taken", PORT_TAKEN(port=port or known))
    file.remember("port", str(bound.getsockname()[1]))
    return bound


def _bind_any(host: str, *, first: bool) -> socket.socket | None:
    ports = random.sample(SPARE_PORTS, 50)
    return next((found for port in ([FIRST_PORT] if first else []) + ports if (found := _bind(host, port))), None)


def _bind(host: str, port: int) -> socket.socket | None:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        return None
    bound.set_inheritable(False)
    return bound
