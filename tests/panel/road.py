"""The way between a panel and its desk, which a test breaks: a plain TCP relay."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

PAGE = b"<title>Please pay for the Wi-Fi</title>"
PORTAL = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)


class Road:
    """Relays to a desk until it is cut."""

    def __init__(self, url: str) -> None:
        self._to = ("127.0.0.1", urlsplit(url).port)
        self._carry: Callable[[socket.socket], None] = self._relay
        self._open: set[socket.socket] = set()
        self.lost_answers = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Nothing gets through any more."""
        self._turn(self._refuse)

    def lose_answers(self) -> None:
        """What the panel sends arrives; what the desk answers does not."""
        self._turn(self._swallow)

    def lead_to_a_portal(self) -> None:
        """A foreign web page answers every call."""
        self._turn(self._portal)

    def mend(self) -> None:
        """Everything gets through again."""
        self._turn(self._relay)

    def close(self) -> None:
        """Take the road away."""
        self.cut()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _turn(self, carry: Callable[[socket.socket], None]) -> None:
        self._carry = carry
        for each in tuple(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                panel, _ = self._listener.accept()
                threading.Thread(target=self._serve_one, args=(panel,), daemon=True).start()

    def _serve_one(self, panel: socket.socket) -> None:
        self._open.add(panel)
        with panel, suppress(OSError):
            self._carry(panel)
        self._open.discard(panel)

    def _refuse(self, panel: socket.socket) -> None:
        panel.shutdown(socket.SHUT_RDWR)

    def _portal(self, panel: socket.socket) -> None:
        panel.recv(65536)
        panel.sendall(PORTAL)

    def _swallow(self, panel: socket.socket) -> None:
        asked = panel.recv(65536)
        with socket.create_connection(self._to) as desk:
            while not _is_whole(asked):
                asked += panel.recv(65536)
            desk.sendall(asked)
            if desk.recv(65536).startswith(b"HTTP/1.1 20") and asked.startswith(b"PUT"):
                self.lost_answers += 1

    def _relay(self, panel: socket.socket) -> None:
        with socket.create_connection(self._to) as desk:
            back = threading.Thread(target=_pump, args=(desk, panel), daemon=True)
            back.start()
            _pump(panel, desk)
            back.join()


def _is_whole(asked: bytes) -> bool:
    """Whether a request with its body has come."""
    head, _, body = asked.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return len(body) >= int(lengths[0].split(b":")[1]) if lengths else True


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    for each in (source, sink):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
