"""A light HTTP client for benchmarks: one kept connection, nothing that costs the measuring process much."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and when its request was sent and it was whole (seconds on the machine's monotonic clock)."""

    status: int
    body: Any
    sent: float
    whole: float

    @property
    def seconds(self) -> float:
        return self.whole - self.sent


class Caller:
    """One connection to a server on the loopback; one call at a time."""

    def __init__(self, port: int, token: str = "") -> None:
        self._port, self._token = port, token
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def call(self, method: str, path: str, body: object = None) -> Answer:
        """Send a request and wait for the whole answer."""
        reader, writer = await self._connected()
        data = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nContent-Length: {len(data)}\r\n"
        if self._token:
            head += f"Authorization: Bearer {self._token}\r\n"
        sent = time.monotonic()
        writer.write(head.encode() + b"\r\n" + data)
        said = await reader.readuntil(b"\r\n\r\n")
        text = await _body(reader, said)
        return Answer(int(said[9:12]), json.loads(text), sent, time.monotonic())

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The kept connection, or a new one where the server has hung up meanwhile."""
        if self._streams is None or self._streams[0].at_eof():
            self.close()
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        return self._streams

    async def need(self, method: str, path: str, body: object = None) -> Any:
        """A call that must succeed; gives its JSON."""
        answer = await self.call(method, path, body)
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body}")
        return answer.body

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    """The rest of an answer, be it sent whole or in pieces."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return await reader.readexactly(int(line.partition(b":")[2]))
    pieces = []
    while size := int(await reader.readuntil(b"\r\n"), 16):
        pieces.append((await reader.readexactly(size + 2))[:-2])
    await reader.readexactly(2)
    return b"".join(pieces)
