"""A false desk, which a panel may meet in a network that is not the organizer's own, cannot fill its memory."""

from __future__ import annotations

import gzip
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from pytestqt.qtbot import QtBot

from ui.panel.address import Address
from ui.panel.network import MOST_ANSWERED, Answer, Call, Network

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
HONEST = json.dumps({"revision": 7}).encode()
FULL = json.dumps({"words": " " * 4 * MOST_ANSWERED}).encode()
DEEP = b"[" * 500_000


@contextmanager
def desk(answer: bytes) -> Iterator[str]:
    """Gives this to whoever asks."""

    def serve() -> None:
        with suppress(OSError):
            while True:
                asking, _ = listener.accept()
                with asking, suppress(OSError):
                    asking.recv(65536)
                    asking.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        (HEAD + b"\r\n" + HONEST, Answer(200, {"revision": 7})),
        (HEAD + b"\r\n" + FULL, None),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(FULL), None),
        (HEAD + b"\r\n" + DEEP, None),
    ],
    ids=["honest", "without end", "packed", "deep"],
)
def test_an_answer_of_a_false_desk_is_none(qtbot: QtBot, answer: bytes, heard: Answer | None) -> None:
    with desk(answer) as url:
        network = Network(Address(url, "token"))
        network.start()
        with qtbot.waitSignal(network.answered, timeout=20_000) as told:
            network.call(Call("GET", "/api/panel"), "zh")
        network.stop()
    assert told.args == [1, heard]
