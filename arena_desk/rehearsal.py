"""Simulated judges for a rehearsal: they score through the real link, with human pauses."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How long a simulated panel waits for news before it looks by itself."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a judge scores: generosity from 0 to 1, and the shortest and longest pause in seconds."""

    generosity: float
    shortest: float
    longest: float


class SimulatedJudges:
    """One simulated panel a judge, in a thread of its own. `speed` divides every pause."""

    def __init__(self, url: str, tokens: Mapping[str, str], *, speed: float = 1.0, seed: int | None = None) -> None:
        self._url, self._tokens, self._speed = url, tokens, speed
        self._chance = random.Random(seed)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulated judges", daemon=True)

    def start(self) -> None:
        """Let the judges take their seats."""
        self._thread.start()

    def stop(self) -> None:
        """Send them home."""
        self._stopping.set()
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.run(self._sit())

    async def _sit(self) -> None:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
        async with httpx.AsyncClient(base_url=self._url, limits=limits, timeout=10, trust_env=False) as client:
            await asyncio.gather(*(self._judge(client, token) for token in self._tokens.values()))

    async def _judge(self, client: httpx.AsyncClient, token: str) -> None:
        shortest = self._chance.uniform(2, 6)
        manner = Manner(self._chance.uniform(0.3, 0.95), shortest, shortest + self._chance.uniform(2, 9))
        await self._pause(self._chance.uniform(0, 2))
        while not self._stopping.is_set():
            try:
                async with connect(self._url.replace("http", "ws", 1) + "/api/live", proxy=None) as live:
                    await live.send(json.dumps({"token": token, "pings": True}))
                    await self._attend(client, live, token, manner)
            except (httpx.HTTPError, WebSocketException, OSError) as error:
                logger.info("a simulated judge did not reach the desk: %s", error)
                await self._pause(LOOK_SECONDS)

    async def _attend(self, client: httpx.AsyncClient, live: ClientConnection, token: str, manner: Manner) -> None:
        """Look at the panel whenever the desk says that something changed, as a real panel does."""
        while not self._stopping.is_set():
            with contextlib.suppress(TimeoutError):
                message = json.loads(await asyncio.wait_for(live.recv(), LOOK_SECONDS))
                if "ping" in message:
                    await live.send(json.dumps({"pong": message["ping"]}))
                    continue
            await self._look(client, live, {"Authorization": f"Bearer {token}"}, manner)

    async def _look(
        self, client: httpx.AsyncClient, live: ClientConnection, headers: dict[str, str], manner: Manner
    ) -> None:
        panel = (await client.get("/api/panel", headers=headers)).json()
        if not panel.get("open") or panel.get("ballot"):
            return
        for filled in range(1, len(panel["criteria"]) + 1):
            await self._pause(self._chance.uniform(manner.shortest, manner.longest) / len(panel["criteria"]))
            await live.send(json.dumps({"draft": filled}))
        ballot = {
            "ballot_id": str(uuid4()),
            "version": panel["entry"]["version"],
            "scores": {each["key"]: self._points(each, manner) for each in panel["criteria"]},
        }
        if not self._stopping.is_set():
            await client.put(f"/api/ballots/{panel['entry']['code']}", headers=headers, json=ballot)
            await live.send(json.dumps({"draft": 0}))

    def _points(self, criterion: Mapping[str, Any], manner: Manner) -> str:
        """A score in the upper fifth of the range, more or less, on a whole step."""
        low, high, step = (Decimal(criterion[key]) for key in ("min", "max", "step"))
        steps = int((high - low) / step)
        part = min(1.0, max(0.0, self._chance.gauss(0.84 + 0.1 * manner.generosity, 0.03)))
        return str(low + step * round(steps * part))

    async def _pause(self, seconds: float) -> None:
        """Wait, but not longer than until the rehearsal ends."""
        left = seconds / self._speed
        while left > 0 and not self._stopping.is_set():
            await asyncio.sleep(min(left, 0.2))
            left -= 0.2
